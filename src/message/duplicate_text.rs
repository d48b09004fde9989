//! Entries that may be one person, in words: who they are, why, how sure it is, and what becomes of them.

use super::profile::work;
use super::reason::count;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::merged::MergeDraft;
use crate::domain::name_match::{Alike, NameMatch};
use crate::domain::person::ReachKind;
use crate::rules::duplicate::{Certainty, Cluster, Likeness, Sign};

/// Entries that may be one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    /// The entries, the one most is written of first.
    pub entries: Vec<DuplicateEntry>,
    /// Why, such as "Same phone, names alike".
    pub why: String,
    /// How sure it is, in a word or two.
    pub sure: &'static str,
    /// The tone of that word.
    pub tone: &'static str,
    /// All their names, for those who hear the row.
    pub names: String,
}

/// One entry, in a few lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateEntry {
    /// Whose.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// What they do and where, how they are reached, what passed between them and me.
    pub facts: Vec<String>,
}

/// A cluster as a row.
pub fn row(book: &Book, cluster: &Cluster) -> Twice {
    let entries = entries(book, &cluster.people);
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let (sure, tone) = certainty(cluster.likeness.certainty);
    Twice { why: why(&cluster.likeness), sure, tone, names: list(&names), entries }
}

/// These entries, those that are in the book.
pub fn entries(book: &Book, people: &[PersonId]) -> Vec<DuplicateEntry> {
    people.iter().filter_map(|id| entry(book, *id)).collect()
}

/// The entry of somebody; `None` when it is not in the book.
fn entry(book: &Book, id: PersonId) -> Option<DuplicateEntry> {
    let person = book.entry(id)?;
    let way = |kind| person.first_reach(&kind).map(str::to_string);
    let ties = book.ties(id);
    let words = ties.touch_summaries().count();
    let referrals = ties.referrals_from().count() + ties.referrals_to().count();
    let counted = |n: usize, word: &str| (n > 0).then(|| count(n, word));
    let known: Vec<String> =
        [counted(words, "contact"), counted(referrals, "referral")].into_iter().flatten().collect();
    let known = if known.is_empty() { "Nothing passed yet".to_string() } else { known.join(", ") };
    let facts = [Some(work(book, person)), way(ReachKind::Email), way(ReachKind::Phone), Some(known)];
    let facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    Some(DuplicateEntry { id, name: person.name.to_string(), facts })
}

/// Why two entries may be one person: "Same phone and birthday, one a nickname".
pub fn why(likeness: &Likeness) -> String {
    let signs: Vec<&str> = likeness.signs.iter().map(|sign| shared(*sign)).collect();
    let name = named(likeness.name);
    if signs.is_empty() {
        return format!("{} only", capital(name));
    }
    format!("Same {}, {name}", list(&signs))
}

fn shared(sign: Sign) -> &'static str {
    match sign {
        Sign::Profile => "profile",
        Sign::Email => "e-mail",
        Sign::Phone => "phone",
        Sign::Address => "address",
        Sign::Birthday => "birthday",
        Sign::Mailbox => "mailbox elsewhere",
        Sign::Place => "workplace",
    }
}

fn named(kin: NameMatch) -> &'static str {
    match kin {
        NameMatch::One(Alike::Same, false) => "same name",
        NameMatch::One(_, true) => "names the other way round",
        NameMatch::One(Alike::Script, _) => "same name in another script",
        NameMatch::One(Alike::Nickname, _) => "one a nickname",
        NameMatch::One(Alike::Short, _) => "one cut short",
        NameMatch::One(Alike::Initial, _) => "one an initial",
        NameMatch::One(..) => "names alike",
        NameMatch::Part(_) => "half the name",
        NameMatch::First(_) => "same first name",
        NameMatch::Unread => "names in two scripts",
    }
}

/// Who somebody from elsewhere may be, in a sentence: "Probably Jim Ito, because both have the same phone, and one name is
/// a nickname of the other."
pub fn probably(name: &str, likeness: &Likeness) -> String {
    let how = if likeness.certainty == Certainty::Perhaps { "Perhaps" } else { "Probably" };
    let signs: Vec<&str> = likeness.signs.iter().map(|sign| shared(*sign)).collect();
    let names = told(likeness.name);
    match signs.is_empty() {
        true => format!("{how} {name}, because {names}."),
        false => format!("{how} {name}, because both have the same {}, and {names}.", list(&signs)),
    }
}

fn told(kin: NameMatch) -> &'static str {
    match kin {
        NameMatch::One(Alike::Same, false) => "the name is the same",
        NameMatch::One(_, true) => "the name is the same the other way round",
        NameMatch::One(Alike::Script, _) => "the name is the same in another script",
        NameMatch::One(Alike::Nickname, _) => "one name is a nickname of the other",
        NameMatch::One(Alike::Short, _) => "one name is the other cut short",
        NameMatch::One(Alike::Initial, _) => "one name is an initial of the other",
        NameMatch::One(..) => "the names are nearly the same",
        NameMatch::Part(_) => "one name is half of the other",
        NameMatch::First(_) => "the first name is the same",
        NameMatch::Unread => "the names may be one in two scripts",
    }
}

/// How sure it is, in a word or two, with its tone.
fn certainty(certainty: Certainty) -> (&'static str, &'static str) {
    match certainty {
        Certainty::Sure => ("Almost certain", "done"),
        Certainty::Likely => ("Likely", "news"),
        Certainty::Perhaps => ("Perhaps", "calm"),
    }
}

/// What is said once entries are one person.
pub fn merged(book: &Book, draft: &MergeDraft) -> String {
    let name = book.person(draft.kept).map(|person| person.name.to_string()).unwrap_or_default();
    format!("{name} is one person now. Everything of both is kept.")
}

/// What is said once an entry is a person of its own again.
pub fn parted(book: &Book, id: PersonId) -> String {
    let name = book.entry(id).map(|person| person.name.to_string()).unwrap_or_default();
    format!("{name} is a person of their own again, with all that was theirs.")
}

/// How many are found, as the line below the title.
pub fn found(clusters: usize) -> String {
    match clusters {
        0 => "Nobody seems to be in your book twice.".to_string(),
        n => format!(
            "{} may be in your book more than once. You decide; each step can be taken back.",
            count(n, "person")
        ),
    }
}

fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Mention, Name, Person, Reach};
    use crate::domain::touch::Touch;
    use crate::rules::duplicate::Found;

    fn check(name: NameMatch, signs: &[Sign], expected: &str) {
        let signs = signs.iter().copied().collect();
        let likeness = Likeness { name, signs, certainty: Certainty::Likely, points: 90 };
        assert_eq!(why(&likeness), expected);
    }

    #[test]
    fn b9_the_reason_is_a_sentence_of_what_they_share() {
        check(NameMatch::One(Alike::Spelling, false), &[Sign::Phone], "Same phone, names alike");
        check(
            NameMatch::One(Alike::Nickname, false),
            &[Sign::Email, Sign::Place],
            "Same e-mail and workplace, one a nickname",
        );
        check(NameMatch::One(Alike::Same, true), &[], "Names the other way round only");
        check(NameMatch::One(Alike::Same, false), &[], "Same name only");
        check(
            NameMatch::Part(Alike::Same),
            &[Sign::Profile, Sign::Email, Sign::Phone],
            "Same profile, e-mail and phone, half the name",
        );
    }

    #[test]
    fn r12_who_somebody_may_be_is_said_with_the_reason_in_one_sentence() {
        let say = |name: NameMatch, signs: &[Sign], certainty| {
            let signs = signs.iter().copied().collect();
            probably("Ann Lee", &Likeness { name, signs, certainty, points: 90 })
        };
        let one = |alike| NameMatch::One(alike, false);
        for (said, expected) in [
            (say(one(Alike::Same), &[], Certainty::Perhaps), "Perhaps Ann Lee, because the name is the same."),
            (
                say(one(Alike::Nickname), &[Sign::Email, Sign::Place], Certainty::Sure),
                "Probably Ann Lee, because both have the same e-mail and workplace, and one name is a nickname of the other.",
            ),
            (
                say(NameMatch::First(Alike::Same), &[Sign::Phone], Certainty::Likely),
                "Probably Ann Lee, because both have the same phone, and the first name is the same.",
            ),
            (
                say(NameMatch::Unread, &[Sign::Email], Certainty::Likely),
                "Probably Ann Lee, because both have the same e-mail, and the names may be one in two scripts.",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn b9_a_row_says_who_they_are_and_what_passed() {
        let mut book = Book::default();
        let person = |id: &str, name: &str, place: &str| Person {
            id: id.parse().unwrap(),
            name: Name::new(name).unwrap(),
            title: "CFO".into(),
            organisation: (!place.is_empty()).then(|| Mention(place.into())),
            reach: vec![Reach { kind: ReachKind::Email, label: String::new(), value: "fred@acme.example".into() }],
            ..Person::default()
        };
        book.put(person("p1", "Fred Ito", "").into());
        book.put(person("p2", "Freddie Ito", "Acme").into());
        book.put(Touch { id: "t1".parse().unwrap(), person: "p2".parse().unwrap(), ..Touch::default() }.into());
        let clusters = Found::of(&book).clusters(&book);
        let row = row(&book, &clusters[0]);
        assert_eq!((row.why.as_str(), row.sure), ("Same e-mail and workplace, one a nickname", "Almost certain"));
        assert_eq!(row.names, "Freddie Ito and Fred Ito", "the one most is written of first");
        assert_eq!(row.entries[0].facts, ["CFO, Acme", "fred@acme.example", "1 contact"]);
        assert_eq!(row.entries[1].facts.last().map(String::as_str), Some("Nothing passed yet"));
    }

    #[test]
    fn b9_how_many_are_found_is_said_in_one_line() {
        assert!(found(0).starts_with("Nobody"));
        assert!(found(1).starts_with("1 person may") && found(3).starts_with("3 people may"), "{}", found(1));
    }
}
