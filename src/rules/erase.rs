//! Erasing for good: which records go with those that are erased, and which stay though they name them.

use crate::domain::book::Book;
use crate::domain::by_id::Ids;
use crate::domain::id::{Id, PersonId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;

/// What was between the two of us alone: of somebody erased nothing of it stays.
const THEIRS: [Kind; 7] =
    [Kind::Touch, Kind::Ask, Kind::Give, Kind::Plan, Kind::Introduction, Kind::PutOff, Kind::Apart];

/// What erasing records comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Erasing {
    /// The records that go, those that were asked about first.
    pub gone: Vec<(Kind, Id)>,
    /// How many referrals stay without a name: others stand in them too, and the tree would fall apart without them.
    pub referrals: usize,
}

/// What erasing these records of one kind comes to. With somebody go the entries that became theirs, and what was between
/// the two of us alone; a referral, an event or an issue of news stays for the others in it.
pub fn erasing(book: &Book, kind: &Kind, ids: &[Id]) -> Erasing {
    let mut gone: Vec<(Kind, Id)> = ids.iter().map(|id| (kind.clone(), *id)).collect();
    if *kind != Kind::Person {
        return Erasing { gone, referrals: 0 };
    }
    let people: Ids<PersonId> = ids.iter().map(|id| PersonId(*id)).collect();
    let entries = people.iter().flat_map(|person| book.became(*person)).map(|entry| (Kind::Person, entry.id.0));
    gone.extend(entries);
    let naming = book.naming(&|named| people.contains(&named));
    gone.extend(naming.iter().map(|record| (record.kind(), record.id())).filter(|(kind, _)| THEIRS.contains(kind)));
    let referrals = naming.iter().filter(|record| matches!(record, Record::Referral(one) if !one.trashed)).count();
    Erasing { gone, referrals }
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
}
