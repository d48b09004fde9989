//! A contact while it is put together, from whichever file, and the check that makes it one.

use super::rejection::Why;
use super::{Contact, OWN, TEXT_MAX};
use crate::domain::fold::fold;
use crate::domain::person::{Name, Person, Reach, ReachKind, lines, one_line};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// The most ways to reach one person that are kept as such; more are kept in the note.
const REACH_MAX: usize = 40;

/// What a row or card says, piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The whole name.
    pub name: String,
    /// First name.
    pub given: String,
    /// Middle names.
    pub middle: String,
    /// Last name.
    pub family: String,
    /// Such as "Jr.".
    pub suffix: String,
    /// What friends say.
    pub nickname: String,
    /// Where they work.
    pub organisation: String,
    /// What they do there.
    pub title: String,
    /// Who referred them.
    pub referred_by: String,
    /// Since when they are known.
    pub known_since: Option<NaiveDate>,
    own: Option<Box<Person>>,
    reach: Vec<Reach>,
    note: Vec<String>,
    facts: Vec<String>,
    tags: SortedSet<String>,
}

impl Draft {
    /// Adds a way to reach them; a preferred one goes before the others of its kind. Nothing is added twice.
    pub fn reach(&mut self, kind: ReachKind, label: &str, value: &str, preferred: bool) {
        let value = one_line(value);
        let same = |r: &Reach| r.kind == kind && fold(&r.value) == fold(&value);
        if value.is_empty() || self.reach.iter().any(same) {
            return;
        }
        if self.reach.len() >= REACH_MAX {
            self.note("", &value);
            return;
        }
        let first = self.reach.iter().position(|r| r.kind == kind).filter(|_| preferred);
        let reach = Reach { kind, label: one_line(label), value };
        self.reach.insert(first.unwrap_or(self.reach.len()), reach);
    }

    /// What a file of Kith's says, to the letter.
    pub fn of_kith() -> Draft {
        Draft { own: Some(Box::default()), ..Draft::default() }
    }

    /// From here on the file is one of Kith's.
    pub fn is_of_kith(&mut self) {
        self.own.get_or_insert_default();
    }

    /// Puts in what only a file of Kith's says; from another nothing is taken.
    pub fn own(&mut self, put: impl FnOnce(&mut Person)) {
        if let Some(own) = &mut self.own {
            put(own);
        }
    }

    /// Whether the file is one of Kith's.
    pub fn has_own(&self) -> bool {
        self.own.is_some()
    }

    /// Brings the ways to reach them into the order of these kinds; what is not among them comes after. A kind this version
    /// does not know is given to a way of none.
    pub fn arrange(&mut self, kinds: impl Iterator<Item = ReachKind>) {
        let is_other = |kind: &ReachKind| matches!(kind, ReachKind::Other(_));
        let mut rest = std::mem::take(&mut self.reach);
        for kind in kinds {
            let fits = |way: &Reach| way.kind == kind || is_other(&way.kind) && is_other(&kind);
            if let Some(at) = rest.iter().position(fits) {
                self.reach.push(Reach { kind, ..rest.remove(at) });
            }
        }
        self.reach.append(&mut rest);
    }

    /// Adds to the note, behind what it is about.
    pub fn note(&mut self, about: &str, text: &str) {
        add(&mut self.note, about, text);
    }

    /// Adds a fact, behind what it is about.
    pub fn fact(&mut self, about: &str, text: &str) {
        add(&mut self.facts, about, text);
    }

    /// Adds a label.
    pub fn tag(&mut self, tag: &str) {
        let tag = one_line(tag);
        if !tag.is_empty() && tag.chars().count() <= 100 && self.tags.len() < 64 {
            self.tags.insert(tag);
        }
    }

    /// The contact, with the best name there is: the whole name, else its parts, else the nickname, the company, the
    /// address.
    ///
    /// # Errors
    /// [`Why`] it cannot be one.
    pub fn contact(mut self, line: usize) -> Result<Contact, Why> {
        let parts = [&self.given, &self.middle, &self.family, &self.suffix].map(|part| one_line(part));
        let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let address = self.reach.iter().find(|r| r.kind == ReachKind::Email || r.kind == ReachKind::Phone);
        let address = address.map(|r| r.value.clone()).unwrap_or_default();
        let names = [one_line(&self.name), parts, one_line(&self.nickname), one_line(&self.organisation), address];
        let whole = names.first().filter(|name| self.own.is_some() && !name.is_empty()).cloned();
        let best = names.into_iter().find(|name| name.contains(char::is_alphanumeric)).unwrap_or_default();
        let name = Name::new(&whole.unwrap_or(best))?;
        let mut facts = self.facts;
        if let Some(own) = &mut self.own {
            facts.extend(Some(std::mem::take(&mut own.facts)).filter(|text| !text.is_empty()));
            self.known_since = own.known_since.take().or(self.known_since);
        }
        let nickname = one_line(&self.nickname);
        if !nickname.is_empty() && nickname != name.as_str() {
            facts.insert(0, format!("Called {nickname}"));
        }
        let contact = Contact {
            line,
            name,
            organisation: one_line(&self.organisation),
            title: one_line(&self.title),
            reach: self.reach,
            note: self.note.join("\n"),
            facts: facts.join("\n"),
            tags: self.tags,
            referred_by: one_line(&self.referred_by),
            known_since: self.known_since,
            renews: false,
            same_as: None,
            own: self.own,
        };
        let texts = [&contact.organisation, &contact.title, &contact.note, &contact.facts, &contact.referred_by];
        let values = contact.reach.iter().map(|r| &r.value);
        let too_long = |text: &str| text.chars().count() > TEXT_MAX;
        let own = contact.own.iter().any(|own| OWN.iter().any(|field| too_long(&(field.say)(own))));
        let long = own || texts.into_iter().chain(values).any(|text| too_long(text));
        if long { Err(Why::LongText) } else { Ok(contact) }
    }
}

/// Against so many of the last lines a new one is held: a row of thousands of columns must not be looked at again for
/// each of them.
const ALIKE_MAX: usize = 64;

fn add(to: &mut Vec<String>, about: &str, text: &str) {
    let (about, text) = (one_line(about), lines(text));
    let line = if about.is_empty() { text.clone() } else { format!("{about}: {text}") };
    if !text.is_empty() && !to.iter().rev().take(ALIKE_MAX).any(|there| *there == line) {
        to.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(draft: Draft, expected: Result<&str, Why>) {
        let contact = draft.contact(1);
        assert_eq!(contact.as_ref().map(|c| c.name.as_str()).map_err(|why| *why), expected);
    }

    #[test]
    fn the_best_name_there_is_is_taken() {
        let named = |name: &str| Draft { name: name.into(), ..Draft::default() };
        let full = Draft {
            given: "Fred".into(),
            middle: " K. ".into(),
            family: "Ito".into(),
            suffix: "Jr.".into(),
            ..named("")
        };
        check(Draft { name: "Freddy Ito".into(), ..full.clone() }, Ok("Freddy Ito"));
        check(full, Ok("Fred K. Ito Jr."));
        check(Draft { nickname: "Freddy".into(), organisation: "Acme".into(), ..named(" - ") }, Ok("Freddy"));
        check(Draft { organisation: "Acme".into(), ..named("...") }, Ok("Acme"));
        let mut by_address = named("");
        by_address.reach(ReachKind::Web, "", "https://acme.example", false);
        check(by_address.clone(), Err(Why::from(Name::new("").unwrap_err())));
        by_address.reach(ReachKind::Phone, "", "555-0101", false);
        check(by_address, Ok("555-0101"));
    }

    #[test]
    fn a_way_to_reach_someone_is_added_once_and_the_preferred_one_goes_first() {
        let mut draft = Draft { name: "Fred".into(), ..Draft::default() };
        for (kind, value, preferred) in [
            (ReachKind::Phone, "555-0101", false),
            (ReachKind::Email, "a@x.example", false),
            (ReachKind::Email, " A@X.example ", true),
            (ReachKind::Email, "b@x.example", true),
            (ReachKind::Email, " ", true),
        ] {
            draft.reach(kind, " work ", value, preferred);
        }
        let values: Vec<(String, String)> =
            draft.contact(1).unwrap().reach.into_iter().map(|r| (r.value, r.label)).collect();
        let expected = ["555-0101", "b@x.example", "a@x.example"].map(|value| (value.to_string(), "work".to_string()));
        assert_eq!(values, expected);
    }

    #[test]
    fn what_is_too_much_goes_into_the_note_and_nothing_is_lost() {
        let mut draft = Draft { name: "Fred".into(), ..Draft::default() };
        (0..REACH_MAX + 2).for_each(|n| draft.reach(ReachKind::Phone, "", &format!("555-{n:04}"), false));
        let contact = draft.contact(1).unwrap();
        assert_eq!(contact.reach.len(), REACH_MAX);
        assert_eq!(contact.note, "555-0040\n555-0041");
    }

    #[test]
    fn notes_and_facts_are_said_once_each_behind_what_they_are_about() {
        let mut draft = Draft { name: "Fred Ito".into(), nickname: "Freddy".into(), ..Draft::default() };
        for (about, text) in [("", "Runs"), ("Role", "Boss"), ("Role", "Boss"), ("Role", " "), ("", "Runs")] {
            draft.note(about, text);
        }
        draft.fact("Birthday", "15 April 1979");
        let contact = draft.contact(1).unwrap();
        assert_eq!(contact.note, "Runs\nRole: Boss");
        assert_eq!(contact.facts, "Called Freddy\nBirthday: 15 April 1979");
        let same = Draft { name: "Fred".into(), nickname: " Fred ".into(), ..Draft::default() };
        assert_eq!(same.contact(1).unwrap().facts, "");
    }

    #[test]
    fn labels_are_bounded_in_length_and_number() {
        let mut draft = Draft { name: "Fred".into(), ..Draft::default() };
        for tag in [" Golf ", "Golf", "", &"x".repeat(101)] {
            draft.tag(tag);
        }
        assert_eq!(draft.tags, ["Golf".to_string()].into());
        (0..100).for_each(|n| draft.tag(&format!("tag {n}")));
        assert_eq!(draft.contact(1).unwrap().tags.len(), 64);
    }

    #[test]
    fn a_text_that_is_too_long_refuses_the_contact_and_one_at_the_limit_does_not() {
        let with = |length: usize| {
            let mut draft = Draft { name: "Fred".into(), ..Draft::default() };
            draft.note("", &"é".repeat(length));
            draft
        };
        check(with(TEXT_MAX), Ok("Fred"));
        check(with(TEXT_MAX + 1), Err(Why::LongText));
    }
}
