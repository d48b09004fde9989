//! The tree in words: what stands beside each person, and what has grown (R57, R59, R63, B9).

pub mod line;

use super::branch::BranchWords;
use super::names::{alone, name as mentioned};
use super::reason::{count, date, number};
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::money::Money;
use crate::domain::person::named::called;
use crate::domain::referral::{Confidential, End, Referral};
use crate::rules::disclosure::{CONFIDENTIAL, Disclosure, WayOut};
use crate::rules::duty::When;
use crate::rules::lists::stage;
use crate::rules::tree::state::{TreeProgress, state};
use crate::rules::tree::totals::{Totals, won};
use crate::rules::tree::{Forest, Knot};
use chrono::{Datelike, NaiveDate};

/// How people are named where a tree is handed on (R59).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NameStyle {
    /// By their names.
    #[default]
    Shown,
    /// By their initials.
    Initials,
    /// As "Client 1", "Person 2".
    Numbers,
}

impl NameStyle {
    /// Every way, in the order of the screen.
    pub const ALL: [NameStyle; 3] = [NameStyle::Shown, NameStyle::Initials, NameStyle::Numbers];

    /// The name in forms.
    pub fn name(self) -> &'static str {
        match self {
            NameStyle::Shown => "shown",
            NameStyle::Initials => "initials",
            NameStyle::Numbers => "numbers",
        }
    }

    /// The label on the screen: initials say who is meant to whoever knows them, numbers to nobody.
    pub fn label(self) -> &'static str {
        match self {
            NameStyle::Shown => "Names",
            NameStyle::Initials => "Initials",
            NameStyle::Numbers => "Hidden",
        }
    }

    /// The way of a name; names are shown where there is none of that name.
    pub fn of_name(name: &str) -> NameStyle {
        NameStyle::ALL.into_iter().find(|names| names.name() == name).unwrap_or_default()
    }
}

/// What stands at a place of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Label {
    /// What they are called here.
    pub name: String,
    /// What stands below the circle: the name on two short lines, and the value.
    pub lines: [String; 3],
    /// Their initials, for the circle.
    pub initials: String,
    /// How far they are, as `data-state` has it.
    pub state: &'static str,
    /// The state in a word or two; may be empty.
    pub state_label: &'static str,
    /// What they are worth, or credited with; may be empty.
    pub value: String,
    /// What the outline says beside the name.
    pub note: String,
}

/// What is told of the one who is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChosenPerson {
    /// Who it is.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Whether they are in the trash or erased.
    pub is_gone: bool,
    /// Where they stand: `2nd generation, brought by Christina Okafor.`
    pub stands: String,
    /// What has grown on their branch.
    pub totals: String,
    /// How many stand above them.
    pub carries: usize,
    /// The other referrals that brought them, each with who gave it (R58).
    pub others: Vec<(ReferralId, String)>,
}

/// How somebody stands with thanks, as `data-tone` has it: `late`, `owed`, `done` along the branch to thank, or nothing.
pub fn tone(marks: &[(PersonId, When)], branch: Option<&BranchWords>, person: PersonId) -> &'static str {
    let owed = marks.binary_search_by_key(&person, |(one, _)| *one).ok().and_then(|at| marks.get(at));
    let on_branch = || branch.into_iter().flat_map(|branch| &branch.people).find(|one| one.person == person);
    match owed {
        Some((_, When::Late)) => "late",
        Some(_) => "owed",
        None if on_branch().is_some_and(|one| one.state == "done") => "done",
        None => "",
    }
}

/// Returns a tone in words.
pub fn tone_label(tone: &str) -> &'static str {
    match tone {
        "late" => "Thank-you overdue",
        "owed" => "Thank-you owed",
        "done" => "Thanked",
        _ => "",
    }
}

/// A place of the tree as it is read aloud.
pub fn spoken(label: &Label, generation_of: usize, tone: &str) -> String {
    let stands =
        if generation_of == 0 { "base".to_string() } else { format!("{} generation", generation(generation_of)) };
    let parts = [label.name.as_str(), &stands, label.state_label, &label.value, tone_label(tone)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Tells of the places of a forest.
pub struct TreeTeller<'a> {
    book: &'a Book,
    forest: &'a Forest,
    disclosure: Disclosure<'a>,
    names: NameStyle,
    today: NaiveDate,
    credit: Option<&'a [Vec<Money>]>,
}

impl<'a> TreeTeller<'a> {
    /// For one's own eyes, on this day.
    pub fn mine(book: &'a Book, forest: &'a Forest, today: NaiveDate) -> TreeTeller<'a> {
        TreeTeller { book, forest, disclosure: Disclosure::owner(book), names: NameStyle::Shown, today, credit: None }
    }

    /// For others by this way out, who are told nothing confidential, and names only where they are shown.
    pub fn others(
        book: &'a Book,
        forest: &'a Forest,
        way: WayOut,
        names: NameStyle,
        today: NaiveDate,
    ) -> TreeTeller<'a> {
        TreeTeller { disclosure: Disclosure::others(book, way), names, ..TreeTeller::mine(book, forest, today) }
    }

    /// With what each place is credited with, where that is shown in place of what each is worth (B9).
    #[must_use]
    pub fn crediting(self, credit: Option<&'a [Vec<Money>]>) -> TreeTeller<'a> {
        TreeTeller { credit, ..self }
    }

    /// Returns a label as `label` does, with people named in this way.
    pub fn named(&self, place: usize, names: NameStyle) -> Label {
        TreeTeller { names, disclosure: self.disclosure.clone(), ..*self }.label(place)
    }

    /// What somebody is called among those a search finds: where several bear the name, with what tells them apart, or
    /// with who brought them.
    pub fn called(&self, place: usize, names: NameStyle) -> String {
        let name = self.named(place, names).name;
        let person = self.forest.knot(place).and_then(|knot| self.book.person(knot.person));
        let Some(person) = person.filter(|person| person.name.as_str() == name) else { return name };
        let called = called(self.book, person);
        if called != name || self.book.people_named(&name).nth(1).is_none() {
            return called;
        }
        let below = self.forest.knot(place).and_then(|knot| self.forest.knot(knot.below?));
        let below = below.and_then(|below| self.book.person(below.person));
        below.map_or(called, |below| format!("{name}, by {}", below.name))
    }

    /// What stands at this place.
    pub fn label(&self, place: usize) -> Label {
        let Some(knot) = self.forest.knot(place) else { return Label::default() };
        let state = state(&self.disclosure, knot);
        let (name, initials) = self.name(place, knot, state);
        let worth = match &self.credit {
            Some(credit) => credit.get(place).cloned().unwrap_or_default(),
            None => self.worth(knot),
        };
        let value = sums(&worth);
        let note = self.note(knot, state, &value);
        let [first, second] = line::in_two(&name);
        let lines = [first, second, line::in_short(&worth)];
        Label { name, lines, initials, state: state.name(), state_label: state.label(), value, note }
    }

    fn name(&self, place: usize, knot: &Knot, state: TreeProgress) -> (String, String) {
        if !self.disclosure.tells_person(knot.person) {
            return (CONFIDENTIAL.into(), "–".into());
        }
        let person = self.book.person(knot.person);
        match (person, self.names) {
            (None, _) => (alone(self.book, knot.person), "–".into()),
            (Some(_), _) if state == TreeProgress::Gone && !self.disclosure.is_for_owner() => {
                ("No longer here".into(), "–".into())
            }
            (Some(person), NameStyle::Shown) => (person.name.to_string(), person.name.initials()),
            (Some(person), NameStyle::Initials) => (person.name.initials(), person.name.initials()),
            (Some(_), NameStyle::Numbers) => {
                let kind = if state == TreeProgress::Client { "Client" } else { "Person" };
                (format!("{kind} {}", place + 1), (place + 1).to_string())
            }
        }
    }

    /// What somebody was won for.
    fn worth(&self, knot: &Knot) -> Vec<Money> {
        let mut sums = Vec::new();
        let told = self.book.referrals_to(knot.person).filter(|r| self.disclosure.tells_value(r));
        told.filter_map(won).for_each(|value| crate::rules::tree::totals::add(&mut sums, value));
        sums
    }

    fn note(&self, knot: &Knot, state: TreeProgress, value: &str) -> String {
        if !self.disclosure.tells_person(knot.person) {
            return String::new();
        }
        let Some(referral) = knot.by.and_then(|by| self.book.referral(by)) else { return "the base".into() };
        let mut parts: Vec<String> = Vec::new();
        if !value.is_empty() {
            parts.push(value.to_string());
        }
        match state {
            TreeProgress::Gone => parts.push("in the trash".into()),
            _ if self.disclosure.tells_stage(referral) => parts.push(self.course(referral)),
            _ => {}
        }
        if self.disclosure.is_for_owner() && referral.confidential != Confidential::No || parts.is_empty() {
            parts.push("confidential".into());
        }
        parts.join(", ")
    }

    /// How far a referral is, with its day.
    fn course(&self, referral: &Referral) -> String {
        let year = |day: Option<NaiveDate>| day.map(|day| format!(", {}", day.year())).unwrap_or_default();
        match (&referral.outcome.kind, referral.outcome.on) {
            (End::Won, Some(day)) => format!("said yes {}", date(day, self.today)),
            (End::Won, None) => "said yes".into(),
            (End::Closed, day) => format!("file closed{}", year(day)),
            _ => match stage(self.book, referral.id, self.today) {
                "Agreed" => "introduction agreed".to_string(),
                stage => stage.to_lowercase(),
            },
        }
    }

    /// What is told of the one who is chosen.
    pub fn chosen(&self, place: usize) -> Option<ChosenPerson> {
        let knot = self.forest.knot(place)?;
        let Label { name, state, .. } = self.label(place);
        let source = |id| self.book.referral(id).map(|referral| referral.source);
        let called = |id| mentioned(self.book, id);
        let stands = match knot.by.and_then(source) {
            None => "The base of this tree.".into(),
            Some(source) => format!("{} generation, brought by {}.", generation(knot.generation), called(source)),
        };
        let others = knot.also.iter().filter_map(|id| Some((*id, called(source(*id)?)))).collect();
        let (person, totals, carries) = (knot.person, self.totals(place), knot.people);
        Some(ChosenPerson {
            person,
            name,
            is_gone: state == TreeProgress::Gone.name(),
            stands,
            totals,
            carries,
            others,
        })
    }

    /// What has grown on the branch that begins at this place, in a line: people, referrals, open ones, what was won.
    pub fn totals(&self, place: usize) -> String {
        let totals = Totals::of(&self.disclosure, self.forest, place);
        let mut parts = vec![count(totals.people, "person"), count(totals.referrals, "referral")];
        parts.push(format!("{} open", number(totals.open)));
        if totals.won > 0 {
            parts.push(format!("{} won", number(totals.won)));
        }
        if !totals.value.is_empty() {
            parts.push(sums(&totals.value));
        }
        parts.join(" · ")
    }

    /// How many people stand above this place.
    pub fn people(&self, place: usize) -> usize {
        self.forest.knot(place).map_or(0, |knot| knot.people)
    }

    /// What one tree has grown into, as a sentence: `2 introductions by Connie Alvarez since 2021 have grown into 13 people…`.
    pub fn lead(&self, base: usize) -> String {
        let Some(knot) = self.forest.knot(base) else { return String::new() };
        let totals = Totals::of(&self.disclosure, self.forest, base);
        let began = self.book.referrals_from(knot.person).filter_map(began_on).min();
        let name = self.label(base).name;
        if totals.people == 0 {
            return format!("{name} came by themselves, and has brought nobody yet.");
        }
        let year = began.map(|day| day.year());
        let begun = match (knot.above.len(), year) {
            (1, None) => format!("One introduction by {name} has"),
            (1, Some(year)) => format!("One introduction by {name} in {year} has"),
            (n, None) => format!("{} introductions by {name} have", number(n)),
            (n, Some(year)) => format!("{} introductions by {name} since {year} have", number(n)),
        };
        let people = count(totals.people, "person");
        let clients = match self.clients(base) {
            0 => String::new(),
            1 => ", one of them a client".into(),
            n => format!(", {} of them clients", number(n)),
        };
        let worth = if totals.value.is_empty() { String::new() } else { format!(", worth {}", sums(&totals.value)) };
        format!("{begun} grown into {people}{clients}{worth}.")
    }

    /// All the trees in a sentence.
    pub fn all(&self) -> String {
        let trees = self.forest.bases().count();
        let people = self.forest.knots().len();
        let highest = self.forest.knots().iter().map(|knot| knot.generation).max().unwrap_or_default();
        let stand = if trees == 1 { "One tree".to_string() } else { format!("{} trees", number(trees)) };
        let high = if highest == 1 { "one generation".to_string() } else { format!("{} generations", number(highest)) };
        format!("{stand} with {}, up to {high} above the base.", count(people, "person"))
    }

    fn clients(&self, base: usize) -> usize {
        let branch = self.forest.branch(base).skip(1).filter_map(|place| self.forest.knot(place));
        branch.filter(|knot| state(&self.disclosure, knot) == TreeProgress::Client).count()
    }
}

fn began_on(referral: &Referral) -> Option<NaiveDate> {
    referral.agreed_on.or(referral.introduced_on)
}

/// Said in place of a PNG in which nobody could read a name.
pub const TOO_LARGE_FOR_PNG: &str = "Nothing was handed over: this drawing is too large for names to be read in a PNG. Take the SVG, or choose one tree.";

/// Printed in place of a picture in which nobody could read a name.
pub const TOO_LARGE_FOR_PAPER: &str = "Drawn on one page, names would be too small to read. The outline has everyone.";

/// What a generation is called beside the drawing: `Base`, `1st`, `2nd`.
pub fn generation(generation: usize) -> String {
    let ending = match (generation % 10, generation % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    if generation == 0 { "Base".into() } else { format!("{generation}{ending}") }
}

/// What the outline says beside a name: the generation, and how far they are.
pub fn noted(up: usize, label: &Label) -> String {
    if up == 0 { label.note.clone() } else { format!("{}, {}", generation(up), label.note) }
}

/// Sums of several currencies in a line.
pub fn sums(sums: &[Money]) -> String {
    sums.iter().map(Money::to_string).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Mention, Name, Person};
    use crate::message::branch::ThankWords;

    #[test]
    fn generations_are_named() {
        let named: Vec<String> = [0, 1, 2, 3, 4, 11, 12, 13, 21, 101, 111, 400].map(generation).into();
        assert_eq!(named.join(" "), "Base 1st 2nd 3rd 4th 11th 12th 13th 21st 101st 111th 400th");
    }

    #[test]
    fn a_place_is_read_aloud_with_its_generation_and_its_thanks() {
        let label = Label { name: "Fred Ito".into(), state_label: "Client", value: "USD 5".into(), ..Label::default() };
        assert_eq!(spoken(&label, 2, "late"), "Fred Ito, 2nd generation, Client, USD 5, Thank-you overdue");
        assert_eq!(spoken(&Label { name: "Bo".into(), ..Label::default() }, 0, ""), "Bo, base");
    }

    #[test]
    fn r57_two_of_one_name_are_told_apart_by_their_work_or_by_who_brought_them() {
        let mut book = Book::default();
        let id = |text: &str| -> PersonId { text.parse().unwrap() };
        for (one, name, place) in [
            ("c", "Connie", ""),
            ("a", "Ann Lee", "Acme"),
            ("b", "Ann Lee", ""),
            ("d", "Ann Lee", ""),
            ("e", "Eve", ""),
        ] {
            let place = Some(Mention(place.into()));
            book.put(
                Person { id: id(one), name: Name::new(name).unwrap(), organisation: place, ..Person::default() }.into(),
            );
        }
        for (n, (source, prospect)) in [("c", "a"), ("c", "b"), ("d", "e")].iter().enumerate() {
            let (source, prospect) = (id(source), id(prospect));
            book.put(Referral { id: format!("r{n}").parse().unwrap(), source, prospect, ..Referral::default() }.into());
        }
        let forest = Forest::of(&book);
        let teller = TreeTeller::mine(&book, &forest, "2026-11-21".parse().unwrap());
        let called = |one: &str, names| teller.called(forest.place(id(one)).unwrap(), names);
        let all = ["c", "a", "b", "d"].map(|one| called(one, NameStyle::Shown));
        assert_eq!(all, ["Connie", "Ann Lee, Acme", "Ann Lee, by Connie", "Ann Lee"]);
        assert_eq!(called("a", NameStyle::Initials), "AL");
    }

    #[test]
    fn r57_a_tree_is_told_by_how_many_introductions_it_grew_from() {
        let told = |referrals: &[(&str, &str, Option<&str>)]| {
            let mut book = Book::default();
            for id in ["a", "b", "c", "d"] {
                let (id, name) = (id.parse().unwrap(), Name::new("Ann Lee").unwrap());
                book.put(Person { id, name, ..Person::default() }.into());
            }
            for (n, (source, prospect, agreed)) in referrals.iter().enumerate() {
                let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
                let agreed_on = agreed.map(|day| day.parse().unwrap());
                let id = format!("r{n}").parse().unwrap();
                book.put(Referral { id, source, prospect, agreed_on, ..Referral::default() }.into());
            }
            let forest = Forest::of(&book);
            TreeTeller::mine(&book, &forest, "2026-11-21".parse().unwrap()).lead(0)
        };
        let one = [("a", "b", Some("2021-03-01")), ("b", "c", Some("2020-03-01"))];
        assert_eq!(told(&one), "One introduction by Ann Lee in 2021 has grown into 2 people.");
        let more = [one[0], ("a", "d", Some("2019-05-05"))];
        assert_eq!(told(&more), "2 introductions by Ann Lee since 2019 have grown into 2 people.");
        assert_eq!(told(&[("a", "b", None)]), "One introduction by Ann Lee has grown into 1 person.");
    }

    #[test]
    fn numbers_of_trees_and_generations_are_read_like_any_other() {
        let mut book = Book::default();
        for n in 0..1_200 {
            let (source, prospect) = (format!("s{n}").parse().unwrap(), format!("p{n}").parse().unwrap());
            book.put(Referral { id: format!("r{n}").parse().unwrap(), source, prospect, ..Referral::default() }.into());
        }
        let forest = Forest::of(&book);
        let teller = TreeTeller::mine(&book, &forest, "2026-11-21".parse().unwrap());
        assert_eq!(teller.all(), "1,200 trees with 2,400 people, up to one generation above the base.");
    }

    #[test]
    fn r60_whoever_is_owed_thanks_has_a_mark_and_whoever_was_thanked_along_the_branch_a_tick() {
        let id = |text: &str| -> PersonId { text.parse().unwrap() };
        let marks = [(id("a"), When::Late), (id("b"), When::Soon)];
        let thanked = |person: &str, state| ThankWords {
            person: id(person),
            state,
            name: String::new(),
            role: String::new(),
            mark: String::new(),
            sentence: String::new(),
        };
        let branch = BranchWords { people: vec![thanked("a", "done"), thanked("c", "done")], ..BranchWords::default() };
        let tones = ["a", "b", "c", "d"].map(|person| tone(&marks, Some(&branch), id(person)));
        assert_eq!(tones, ["late", "owed", "done", ""]);
    }
}
