//! Erasing for good: which records go with those that are erased, and which stay though they name them.

use super::traces::Traces;
use crate::domain::book::Book;
use crate::domain::connection::Connection;
use crate::domain::fold::fold;
use crate::domain::id::{Id, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::kind::Kind;
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::setting::all_said;

/// The kinds of record between the two of us alone: of somebody erased nothing of them stays.
const THEIRS: [Kind; 7] =
    [Kind::Touch, Kind::Ask, Kind::Give, Kind::Plan, Kind::Introduction, Kind::PutOff, Kind::Apart];

/// The consequences of erasing records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erasing {
    /// The records that go, those that were asked about first.
    pub gone: Vec<(Kind, Id)>,
    /// How many referrals stay without a name: others stand in them too, and the tree would fall apart without them.
    pub referrals: usize,
}

/// What erasing these records of one kind comes to. With somebody go the entries that became theirs, what was between the
/// two of us alone, their entry in the holding pool, and what is remembered of tables whose headings name them; a referral,
/// an event or an issue of news stays for the others in it.
pub fn erasing(book: &Book, kind: &Kind, ids: &[Id]) -> Erasing {
    let mut gone: Vec<(Kind, Id)> = ids.iter().map(|id| (kind.clone(), *id)).collect();
    if *kind != Kind::Person {
        return Erasing { gone, referrals: 0 };
    }
    let people: IdSet<PersonId> = ids.iter().map(|id| PersonId(*id)).collect();
    let entries =
        people.iter().flat_map(|person| book.entries_found_as(*person)).map(|entry| (Kind::Person, entry.id.0));
    gone.extend(entries);
    let naming = book.records_naming(&|named| people.contains(&named));
    gone.extend(naming.iter().map(|record| (record.kind(), record.id())).filter(|(kind, _)| THEIRS.contains(kind)));
    gone.extend(in_pool(book, &people).into_iter().chain(in_headings(book, &gone)));
    let referrals = naming.iter().filter(|record| matches!(record, Record::Referral(one) if !one.trashed)).count();
    Erasing { gone, referrals }
}

/// A group of records that a file would erase together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The record that is asked about.
    pub of: (Kind, Id),
    /// All that goes with it, itself first.
    pub gone: Vec<(Kind, Id)>,
}

/// These records of the book in groups to be asked about: each person with all that goes with them; then what goes with
/// none of them, each by itself.
pub fn grouped(book: &Book, records: &[(Kind, Id)]) -> Vec<Group> {
    let (people, others): (Vec<_>, Vec<_>) = records.iter().cloned().partition(|(kind, _)| *kind == Kind::Person);
    let group = |of: (Kind, Id)| Group { gone: erasing(book, &of.0, &[of.1]).gone, of };
    let mut groups: Vec<Group> = Vec::new();
    let mut covered = std::collections::BTreeSet::new();
    // Entries that became somebody else's go with them, so the others come first.
    let (whole, parts): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|(_, id)| book.who(PersonId(*id)) == PersonId(*id));
    for of in whole.into_iter().chain(parts).chain(others) {
        if !covered.contains(&(of.0.word().to_string(), of.1)) {
            let one = group(of);
            covered.extend(one.gone.iter().map(|(kind, id)| (kind.word().to_string(), *id)));
            groups.push(one);
        }
    }
    groups
}

/// Their entries in the holding pool: of the same name, and either out of the pool already or reached in the same way.
fn in_pool(book: &Book, people: &IdSet<PersonId>) -> Vec<(Kind, Id)> {
    let people: Vec<(String, &Person)> = people
        .iter()
        .filter_map(|id| book.entry(*id))
        .map(|person| (fold(person.name.as_str()), person))
        .filter(|(name, _)| !name.is_empty())
        .collect();
    let is_reached = |one: &Connection, person: &Person| {
        one.reach.iter().any(|reach| person.reach.iter().any(|there| fold(&there.value) == fold(&reach.value)))
    };
    let is_one = |one: &Connection| {
        let name = fold(one.name.as_str());
        people.iter().any(|(theirs, person)| *theirs == name && (one.trashed || is_reached(one, person)))
    };
    let all = [true, false].into_iter().flat_map(|trashed| book.records(&Kind::Connection, trashed));
    let theirs = all.filter(|record| matches!(record, Record::Connection(one) if is_one(one)));
    theirs.map(|record| (record.kind(), record.id())).collect()
}

/// Returns the settings that remember tables whose first row was taken for a heading though it names them.
fn in_headings(book: &Book, gone: &[(Kind, Id)]) -> Vec<(Kind, Id)> {
    let traces = Traces::of(book, gone);
    let said = all_said(book).into_iter();
    let named = said.filter(|said| said.columns.iter().any(|column| traces.are_in(&column.head)));
    named.map(|said| (Kind::Setting, Record::from(said).id())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn put(book: &mut Book, kind: &Kind, id: &str, fields: Value) {
        book.put(Record::read(kind, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("sue", "Sue Tran"), ("raj", "Raj Mehta")] {
            put(&mut book, &Kind::Person, id, json!({"name": name}));
        }
        put(&mut book, &Kind::Person, "zoe", json!({"name": "Zoë", "trashed": true}));
        put(&mut book, &Kind::Person, "zoe2", json!({"name": "Zoe B.", "merged": {"into": "zoe"}}));
        put(&mut book, &Kind::Touch, "t1", json!({"person": "zoe", "on": "2026-11-02"}));
        put(&mut book, &Kind::Touch, "t2", json!({"person": "zoe2", "on": "2026-11-03", "trashed": true}));
        put(&mut book, &Kind::Touch, "t3", json!({"person": "sue", "on": "2026-11-03"}));
        put(&mut book, &Kind::Ask, "a1", json!({"person": "zoe", "on": "2026-11-02"}));
        put(&mut book, &Kind::Give, "g1", json!({"to": "sue", "prospect": "raj"}));
        put(&mut book, &Kind::Plan, "l1", json!({"with": "zoe"}));
        put(&mut book, &Kind::Introduction, "n1", json!({"one": "sue", "other": "zoe"}));
        put(&mut book, &Kind::Referral, "r1", json!({"source": "sue", "prospect": "zoe"}));
        put(&mut book, &Kind::Referral, "r2", json!({"source": "zoe", "prospect": "raj"}));
        put(&mut book, &Kind::Referral, "r3", json!({"source": "zoe", "prospect": "sue", "trashed": true}));
        put(
            &mut book,
            &Kind::Event,
            "e1",
            json!({"name": "Supper", "invited": [{"person": "zoe"}, {"person": "sue"}]}),
        );
        book
    }

    fn told(erasing: &Erasing) -> String {
        erasing.gone.iter().map(|(kind, id)| format!("{} {id}", kind.word())).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn with_somebody_goes_what_was_between_the_two_of_us_and_every_entry_that_is_theirs() {
        let erasing = erasing(&book(), &Kind::Person, &[Id::parse("zoe").unwrap()]);
        let expected = "person zoe, person zoe2, ask a1, touch t1, touch t2, introduction n1, plan l1";
        let mut said: Vec<String> = told(&erasing).split(", ").map(String::from).collect();
        let mut wanted: Vec<String> = expected.split(", ").map(String::from).collect();
        assert_eq!(said.first().map(String::as_str), Some("person zoe"));
        said.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(said, wanted);
        assert_eq!(erasing.referrals, 2, "those in which others stand stay");
    }

    #[test]
    fn of_several_what_was_between_two_of_them_goes_once() {
        let ids = ["zoe", "sue"].map(|id| Id::parse(id).unwrap());
        let erasing = erasing(&book(), &Kind::Person, &ids);
        let mut said: Vec<String> = told(&erasing).split(", ").map(String::from).collect();
        assert_eq!(said[..2], ["person zoe", "person sue"]);
        said.sort_unstable();
        let expected = "ask a1, give g1, introduction n1, person sue, person zoe, person zoe2, plan l1, touch t1, touch t2, touch t3";
        assert_eq!(said.join(", "), expected);
        assert_eq!(erasing.referrals, 2, "each of them once");
    }

    #[test]
    fn of_any_other_record_nothing_goes_but_itself() {
        let erasing = erasing(&book(), &Kind::Referral, &[Id::parse("r3").unwrap()]);
        assert_eq!((told(&erasing).as_str(), erasing.referrals), ("referral r3", 0));
    }

    #[test]
    fn with_somebody_go_their_entry_in_the_pool_and_headings_that_name_them() {
        let mut book = book();
        let mail = |value: &str| json!([{"kind": "email", "value": value}]);
        put(&mut book, &Kind::Person, "ann", json!({"name": "Ann Lee", "reach": mail("ann@lee.example")}));
        put(&mut book, &Kind::Connection, "c1", json!({"name": "ann  lee", "trashed": true}));
        put(&mut book, &Kind::Connection, "c2", json!({"name": "Ann Lee", "reach": mail("ANN@lee.example")}));
        put(&mut book, &Kind::Connection, "c3", json!({"name": "Ann Lee", "reach": mail("another@lee.example")}));
        let column = |head: &str| json!({"columns": [{"head": head, "holds": "name"}]});
        put(&mut book, &Kind::Setting, "columns-1", column("ann lee"));
        put(&mut book, &Kind::Setting, "columns-2", column("name"));
        let erasing = erasing(&book, &Kind::Person, &[Id::parse("ann").unwrap()]);
        assert_eq!(told(&erasing), "person ann, connection c1, connection c2, setting columns-1");
    }

    #[test]
    fn what_a_file_would_erase_is_asked_about_person_by_person() {
        let book = book();
        let records = ["touch t1", "referral r1", "person zoe2", "person zoe", "touch t3"].map(|text| {
            let (kind, id) = text.split_once(' ').unwrap();
            (Kind::of_word(kind), Id::parse(id).unwrap())
        });
        let groups = grouped(&book, &records);
        let asked: Vec<String> = groups.iter().map(|group| format!("{} {}", group.of.0.word(), group.of.1)).collect();
        assert_eq!(asked, ["person zoe", "referral r1", "touch t3"]);
        assert!(groups[0].gone.contains(&(Kind::Touch, Id::parse("t1").unwrap())));
    }
}
