//! What is said before something is erased for good: it is the one act that cannot be undone.

use super::names::name;
use super::reason::{count, number};
use super::trash::called;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::rules::erase::{Erasing, Group, erasing};

/// The kinds whose number is told, and how one and several of them are called.
static COUNTED: [(Kind, &str, &str); 5] = [
    (Kind::Touch, "contact", "contacts"),
    (Kind::Ask, "ask", "asks"),
    (Kind::Give, "thing given or promised", "things given or promised"),
    (Kind::Plan, "plan", "plans"),
    (Kind::Introduction, "introduction", "introductions"),
];

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is erased, as it is called.
    pub name: String,
    /// What goes with it, what stays, and where it is still to be found.
    pub told: Vec<String>,
}

/// What of this browser bears on an erase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Storage {
    /// How many parts of the book cannot be read, or not to their end; they stay as they are.
    pub unread: usize,
    /// Whether there are imports that can be undone.
    pub has_imports: bool,
}

/// What a file would erase, as a row to be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraseQuestion {
    /// What ticking it does, and to which entry, as that is called in the book.
    pub label: String,
    /// What kind of entry it is, and what goes with it.
    pub what: String,
}

/// The row of a group of records that a file would erase.
pub fn asked(book: &Book, group: &Group) -> EraseQuestion {
    let (kind, id) = &group.of;
    let name = match book.record(kind, *id) {
        Some(Record::Touch(touch)) => name(book, touch.person),
        Some(Record::Organisation(place)) => place.name.to_string(),
        Some(Record::Connection(one)) => one.name.to_string(),
        Some(record) => called(book, &record),
        None => String::new(),
    };
    let name = if name.trim().is_empty() { "An entry without a name".to_string() } else { name };
    let with = goes(&Erasing { gone: group.gone.clone(), referrals: 0 }, true);
    let what = [Some(format!("{}.", kind.label())), with].into_iter().flatten().collect::<Vec<_>>().join(" ");
    EraseQuestion { label: format!("Erase for good: {name}"), what }
}

/// The row of so many records that were erased on another device and are not in the book.
pub fn keep_out(many: usize) -> EraseQuestion {
    EraseQuestion {
        label: format!("Keep out for good: {} your book does not have", count_entries(many)),
        what: "Erased on another device. Ticked, no older backup can bring them in here.".to_string(),
    }
}

/// What is said of so many entries of a file that were erased in the book; `None` where there are none.
pub fn stay_erased(many: usize) -> Option<String> {
    let (entries, they) = (count_entries(many), if many == 1 { "it stays" } else { "they stay" });
    let were = if many == 1 { "was" } else { "were" };
    (many > 0).then(|| format!("{entries} of this file {were} erased from your book for good, so {they} out."))
}

/// What is said once a backup was merged, with so many entries erased; the book as it was before is in the file `copy`.
pub fn merged(file: &str, erased: usize, copy: Option<&str>) -> String {
    let copy = copy.map(|copy| format!(" Your book as it was before is in {copy}.")).unwrap_or_default();
    match erased {
        0 => format!("{file} was merged into your book.{copy}"),
        n => {
            let were = if n == 1 { "was" } else { "were" };
            format!("{file} was merged into your book, and {} {were} erased for good.{copy} {SOON}", count_entries(n))
        }
    }
}

/// What is said of a file that had nothing new, and of whose erasures none was ticked.
pub fn nothing_erased(file: &str) -> String {
    format!("There was nothing new in {file}, and nothing was erased.")
}

fn count_entries(many: usize) -> String {
    if many == 1 { "1 entry".to_string() } else { format!("{} entries", number(many)) }
}

/// What is said once something was erased.
pub fn erased(what: &str) -> String {
    format!("Erased: {what}. {SOON}")
}

/// What is said once the sample was removed.
pub fn sample_removed() -> String {
    format!("The sample is gone. The book is yours. {SOON}")
}

/// When the last of what was erased leaves the storage.
const SOON: &str = "Its text leaves this browser's storage within about a minute.";

/// The most who are named where many are erased.
const NAMED: usize = 5;

/// The question whether these records of one kind are to be erased; `None` where none of them is here.
pub fn question(book: &Book, kind: &Kind, ids: &[Id], storage: Storage) -> Option<Question> {
    let here: Vec<(Id, String)> =
        ids.iter().filter_map(|id| Some((*id, called(book, &book.record(kind, *id)?)))).collect();
    let (_, first) = here.first()?;
    let erasing = erasing(book, kind, &here.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    let is_one = here.len() == 1;
    let name = if is_one { first.clone() } else { format!("{} {}", number(here.len()), many_of(kind)) };
    let who = (!is_one).then(|| named(&here));
    let told = [who, goes(&erasing, is_one), stays(&erasing, is_one), Some(leaves(is_one)), not_here(storage, is_one)];
    let told = told.into_iter().chain([Some(elsewhere(kind, is_one))]);
    Some(Question { name, told: told.flatten().collect() })
}

/// Several of a kind.
fn many_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Person => "people",
        Kind::Referral => "referrals",
        Kind::Ask => "asks",
        Kind::Give => "things given or promised",
        Kind::Introduction => "introductions",
        Kind::Plan => "plans",
        Kind::Event => "events",
        Kind::IdealClient => "ideal clients",
        Kind::Result => "results",
        Kind::Script => "scripts",
        Kind::Story => "stories",
        Kind::Communication => "issues of news",
        _ => "entries",
    }
}

/// The first of them by name, and how many more.
fn named(here: &[(Id, String)]) -> String {
    let names: Vec<&str> = here.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
    match here.len().saturating_sub(NAMED) {
        0 => format!("{}.", names.join("; ")),
        more => format!("{}; and {} more.", names.join("; "), number(more)),
    }
}

fn goes(erasing: &Erasing, is_one: bool) -> Option<String> {
    let many_of = |of: &Kind| erasing.gone.iter().filter(|(kind, _)| kind == of).count();
    // Of what is erased itself nothing is counted again.
    let asked = erasing.gone.first().map(|(kind, _)| kind);
    let counted = |(kind, one, many): &(Kind, &str, &str)| match many_of(kind) {
        _ if Some(kind) == asked => None,
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{} {many}", number(n))),
    };
    let mut said: Vec<String> = COUNTED.iter().filter_map(counted).collect();
    let last = said.pop()?;
    let all = if said.is_empty() { last } else { format!("{} and {last}", said.join(", ")) };
    Some(format!("With {} goes what was between you: {all}.", if is_one { "it" } else { "them" }))
}

fn stays(erasing: &Erasing, is_one: bool) -> Option<String> {
    let name = if is_one { "the name" } else { "the names" };
    match erasing.referrals {
        0 => None,
        1 => Some(format!("1 referral stays without {name}, so that the tree holds together.")),
        n => Some(format!("{} stay without {name}, so that the tree holds together.", count(n, "referral"))),
    }
}

/// What goes from this browser, and when.
fn leaves(is_one: bool) -> String {
    let (it, its) = if is_one { ("It leaves", "its") } else { ("They leave", "their") };
    format!(
        "{it} every screen at once, with forms you began about {} and did not save. In this browser's storage {its} text \
         stays about a minute longer, until the browser has safely saved the change. If you close Kith before that, the text \
         goes within a minute or so of opening it again.",
        if is_one { "it" } else { "them" }
    )
}

/// What stays in this browser, and what it puts an end to.
fn not_here(storage: Storage, is_one: bool) -> Option<String> {
    let it = if is_one { "it" } else { "them" };
    let imports = storage.has_imports.then(|| format!("An import that changed {it} can't be undone after this."));
    let unread = match storage.unread {
        0 => None,
        1 => Some(format!("1 part of your book can't be read here and stays as it is. It may mention {it}.")),
        n => Some(format!(
            "{} parts of your book can't be read here and stay as they are. They may mention {it}.",
            number(n)
        )),
    };
    let said: Vec<String> = [imports, unread].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn elsewhere(kind: &Kind, is_one: bool) -> String {
    let it = if is_one { "it" } else { "them" };
    let notes = if *kind == Kind::Person { "What you wrote about others may still name them. " } else { "" };
    format!(
        "{notes}Backups you have made still hold {it}. When another device imports a backup made after this, it asks whether \
         to erase {it} there too."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::record::Record;
    use crate::domain::sample::sample;
    use crate::message::duty::reason;
    use crate::message::step_text::{heading, nine};
    use crate::message::timeline_text::words;
    use crate::rules::duty::owed;
    use crate::rules::timeline::of_person;
    use chrono::NaiveDate;
    use serde_json::{Value, json};

    fn book() -> Book {
        let mut book = Book::default();
        let mut put = |kind: &Kind, id: &str, fields: Value| {
            book.put(Record::read(kind, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
        };
        put(&Kind::Person, "sue", json!({"name": "Sue Tran"}));
        put(&Kind::Person, "zoe", json!({"name": "Zoë", "trashed": true}));
        put(&Kind::Person, "solo", json!({"name": "Solo", "trashed": true}));
        for id in ["t1", "t2", "t3"] {
            put(&Kind::Touch, id, json!({"person": "zoe", "on": "2026-11-02"}));
        }
        put(&Kind::Ask, "a1", json!({"person": "zoe", "on": "2026-11-02"}));
        put(&Kind::Give, "g1", json!({"to": "zoe"}));
        put(&Kind::Give, "g2", json!({"to": "zoe"}));
        put(&Kind::Referral, "r1", json!({"source": "sue", "prospect": "zoe"}));
        book
    }

    fn asked(kind: &Kind, id: &str) -> String {
        let question = question(
            &book(),
            kind,
            &id.split(' ').map(|id| Id::parse(id).unwrap()).collect::<Vec<_>>(),
            Storage::default(),
        )
        .unwrap();
        format!("{} | {}", question.name, question.told.join(" | "))
    }

    #[test]
    fn it_is_said_what_goes_what_stays_and_where_it_is_still_to_be_found() {
        let soon = "It leaves every screen at once, with forms you began about it and did not save. In this browser's storage \
                    its text stays about a minute longer, until the browser has safely saved the change. If you close Kith \
                    before that, the text goes within a minute or so of opening it again.";
        assert_eq!(
            asked(&Kind::Person, "zoe"),
            format!(
                "Zoë | With it goes what was between you: 3 contacts, 1 ask and 2 things given or promised. | \
                 1 referral stays without the name, so that the tree holds together. | {soon} | \
                 What you wrote about others may still name them. Backups you have made still hold it. When another device \
                 imports a backup made after this, it asks whether to erase it there too."
            )
        );
        assert!(asked(&Kind::Person, "solo").starts_with("Solo | It leaves every screen at once"));
        assert_eq!(
            asked(&Kind::Referral, "r1"),
            format!(
                "Zoë, from Sue Tran | {soon} | Backups you have made still hold it. When another device imports a backup made \
                 after this, it asks whether to erase it there too."
            )
        );
        assert_eq!(question(&book(), &Kind::Person, &[Id::parse("nobody").unwrap()], Storage::default()), None);
    }

    #[test]
    fn of_several_it_is_said_who_they_are_and_what_goes_with_all_of_them() {
        let several = asked(&Kind::Person, "zoe solo nobody");
        assert!(several.starts_with(
            "2 people | Zoë; Solo. | With them goes what was between you: 3 contacts, 1 ask and 2 things given or promised. | 1 \
             referral stays without the names, so that the tree holds together. | They leave every screen at once, with forms \
             you began about them"
        ));
        assert!(several.ends_with("it asks whether to erase them there too."), "{several}");
        assert!(asked(&Kind::Give, "g1 g2").starts_with("2 things given or promised | "));
        assert!(!asked(&Kind::Give, "g1 g2").contains("With them goes"), "they are not counted beside themselves");
        let many: Vec<(Id, String)> =
            (0..7).map(|n| (Id::parse(&format!("p{n}")).unwrap(), format!("Ann {n}"))).collect();
        assert_eq!(named(&many), "Ann 0; Ann 1; Ann 2; Ann 3; Ann 4; and 2 more.");
    }

    #[test]
    fn it_is_said_what_cannot_go_and_what_cannot_be_undone_after_it() {
        let told =
            |storage: Storage| question(&book(), &Kind::Give, &[Id::parse("g1").unwrap()], storage).unwrap().told;
        let more = |storage: Storage| told(storage).into_iter().find(|line| !told(Storage::default()).contains(line));
        assert_eq!(more(Storage::default()), None);
        assert_eq!(
            more(Storage { unread: 1, has_imports: true }).unwrap(),
            "An import that changed it can't be undone after this. 1 part of your book can't be read here and stays as it is. \
             It may mention it."
        );
        assert!(
            more(Storage { unread: 2, has_imports: false }).unwrap().starts_with("2 parts of your book can't be read")
        );
    }

    #[test]
    fn what_a_file_would_erase_is_called_as_in_the_book() {
        let book = book();
        let row = |kind: Kind, id: &str| {
            let id = Id::parse(id).unwrap();
            let gone = erasing(&book, &kind, &[id]).gone;
            let asked = super::asked(&book, &Group { of: (kind, id), gone });
            format!("{} | {}", asked.label.trim_start_matches("Erase for good: "), asked.what)
        };
        assert_eq!(
            row(Kind::Person, "zoe"),
            "Zoë | Person. With it goes what was between you: 3 contacts, 1 ask and 2 things given or promised."
        );
        assert_eq!(row(Kind::Person, "sue"), "Sue Tran | Person.");
        assert_eq!(row(Kind::Touch, "t1"), "Zoë | Contact.");
        assert_eq!(row(Kind::Referral, "r1"), "Zoë, from Sue Tran | Referral.");
        assert_eq!(row(Kind::Touch, "t99"), "An entry without a name | Contact.");
    }

    #[test]
    fn what_came_of_a_file_that_erases_is_said_with_the_file_that_holds_the_book_before() {
        assert_eq!(merged("a.json", 0, None), "a.json was merged into your book.");
        assert_eq!(
            merged("a.json", 2, Some("kith.json")),
            "a.json was merged into your book, and 2 entries were erased for good. Your book as it was before is in \
             kith.json. Its text leaves this browser's storage within about a minute."
        );
        assert_eq!(stay_erased(0), None);
        assert_eq!(
            stay_erased(1).unwrap(),
            "1 entry of this file was erased from your book for good, so it stays out."
        );
        assert_eq!(keep_out(3).label, "Keep out for good: 3 entries your book does not have");
    }

    /// What the screens say of every referral, of everyone else, and of what is owed.
    fn said(book: &Book, today: NaiveDate) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for referral in book.referrals() {
            let head = heading(book, referral.id, today).unwrap();
            said.extend([head.name, head.source_name]);
            let nine = nine(book, referral.id, today).unwrap();
            said.extend([nine.title, nine.why]);
            said.extend(nine.steps.into_iter().map(|step| step.sum).filter(|text| !text.is_empty()));
        }
        for owed in owed(book, today) {
            said.push(reason(book, &owed, today));
        }
        for person in book.people() {
            said.extend(of_person(book, person.id).iter().map(|moment| words(book, moment, today).what));
        }
        said
    }

    #[test]
    fn whoever_is_erased_no_sentence_has_a_hole_where_the_name_was() {
        let today = "2026-11-21".parse().unwrap();
        let mut people: Vec<Id> = Vec::new();
        for n in 0.. {
            let mut book = Book::default();
            sample(today, Session::of_bits(7)).records.into_iter().for_each(|record| book.put(record));
            people = if people.is_empty() { book.people().map(|person| person.id.0).collect() } else { people };
            let Some(id) = people.get(n) else { break };
            let gone = erasing(&book, &Kind::Person, &[*id]).gone;
            gone.iter().for_each(|(kind, id)| book.remove(kind, *id));
            for text in said(&book, today) {
                let hole = ["  ", " .", " ,", " :", "“”"].iter().any(|hole| text.contains(hole));
                assert!(!hole && !text.is_empty() && text == text.trim(), "without {id}: {text:?}");
            }
        }
        assert!(people.len() > 30);
    }
}
