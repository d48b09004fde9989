//! Join: commutative, associative, idempotent; it lowers nothing, loses nothing it does not know, and cares for no order.

use super::given::{cases, join, partial_book};
use kith::store::form::{self, Limits};
use kith::store::partial_book::PartialBook;
use kith::store::stored_record::{StampedFields, StoredRecord};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn lines(partial_book: &PartialBook) -> BTreeMap<String, kith::store::stored_record::StampedField> {
    let mut all = BTreeMap::new();
    for (kind, id, stored) in partial_book.iter() {
        let StoredRecord::Kept(text) = stored else { continue };
        for (name, line) in StampedFields::of(kind, text).0 {
            all.insert(format!("{kind}/{id}/{name}"), line);
        }
    }
    all
}

/// Every line by itself as a partial book: the finest chunks there are.
fn crumbs(partial_book: &PartialBook) -> Vec<PartialBook> {
    let mut crumbs = vec![PartialBook::of_book(partial_book.book)];
    for (kind, id, stored) in partial_book.iter() {
        let one = |stored: StoredRecord| {
            let mut crumb = PartialBook::of_book(None);
            crumb.put(kind, id, stored);
            crumb
        };
        let StoredRecord::Kept(text) = stored else {
            crumbs.push(one(stored.clone()));
            continue;
        };
        crumbs.push(one(StoredRecord::Kept(StampedFields::default().text(kind, id).into())));
        for (name, line) in StampedFields::of(kind, text).0 {
            crumbs.push(one(StoredRecord::Kept(StampedFields(BTreeMap::from([(name, line)])).text(kind, id).into())));
        }
    }
    crumbs
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn joining_is_commutative_associative_and_idempotent(a in partial_book(), b in partial_book(), c in partial_book()) {
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
        prop_assert_eq!(join(&a, &a), a);
    }

    #[test]
    fn joining_lowers_no_stamp_and_keeps_what_it_does_not_know(a in partial_book(), b in partial_book()) {
        let joined = join(&a, &b);
        let after = lines(&joined);
        for (name, line) in lines(&a).into_iter().chain(lines(&b)) {
            let (record, _) = name.rsplit_once('/').unwrap();
            let (kind, id) = record.split_once('/').unwrap();
            let erased = matches!(joined.get(kind, kith::domain::id::Id::parse(id).unwrap()), Some(StoredRecord::Erased(_)));
            if !erased {
                prop_assert!(after[&name] >= line, "{name}");
            }
        }
        for (kind, id, stored) in a.iter() {
            if let StoredRecord::Erased(stamp) = stored {
                prop_assert!(matches!(joined.get(kind, id), Some(StoredRecord::Erased(after)) if after >= stamp));
            }
        }
    }

    #[test]
    fn any_order_repetition_and_cut_gives_the_same(
        a in partial_book(), b in partial_book(), order in proptest::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let mut crumbs: Vec<PartialBook> = crumbs(&a).into_iter().chain(crumbs(&b)).collect();
        for index in order {
            let at = index.index(crumbs.len());
            let last = crumbs.len() - 1;
            crumbs.swap(at, last);
            let again = crumbs[at].clone();
            crumbs.push(again);
        }
        let total = crumbs.iter().fold(PartialBook::default(), |sum, crumb| join(&sum, crumb));
        prop_assert_eq!(total, join(&a, &b));
    }

    #[test]
    fn what_is_contained_and_what_is_beyond_agree_with_the_join(a in partial_book(), b in partial_book()) {
        let joined = join(&a, &b);
        prop_assert_eq!(a.contains(&b), joined == a);
        prop_assert_eq!(join(&a, &b.beyond(&a)), joined.clone());
        prop_assert!(joined.beyond(&joined).is_empty());
    }

    #[test]
    fn every_partial_book_reads_back_from_its_text(a in partial_book(), b in partial_book()) {
        for partial_book in [a.clone(), join(&a, &b)] {
            let read = form::read(&form::compact(&partial_book), Limits::KEPT).unwrap();
            prop_assert!(read.whole);
            prop_assert_eq!(form::compact(&read.partial_book), form::compact(&partial_book));
            prop_assert_eq!(read.partial_book, partial_book.clone());
            let read = form::read(&form::backup(&partial_book, "2026-11-21T09:30:00Z", "1.0.0"), Limits::KEPT).unwrap();
            prop_assert_eq!(read.partial_book, partial_book);
        }
    }

    #[test]
    fn any_text_is_a_book_or_an_error(text in "([ -~é\\n]|\\\\u[0-9a-f]{0,3}|[\"{\\[:,é]){0,40}", at in any::<prop::sample::Index>(), a in partial_book()) {
        let _ = form::read(&text, Limits::FILE);
        let whole = form::compact(&a);
        let at = at.index(whole.len());
        let _ = form::read(&whole[..at], Limits::FILE);
        let _ = form::read(&format!("{{\"format\":\"{text}"), Limits::FILE);
        let _ = form::read(&format!("{}{text}{}", &whole[..at], &whole[at..]), Limits::FILE);
    }
}
