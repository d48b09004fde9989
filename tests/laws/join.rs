//! Join: commutative, associative, idempotent; it lowers nothing, loses nothing it does not know, and cares for no order.

use super::given::{cases, join, pages};
use kith::store::form::{self, Limits};
use kith::store::page::{Lines, Page};
use kith::store::pages::Pages;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn lines(pages: &Pages) -> BTreeMap<String, kith::store::page::Line> {
    let mut all = BTreeMap::new();
    for (kind, id, page) in pages.iter() {
        let Page::Kept(text) = page else { continue };
        for (name, line) in Lines::of(kind, text).0 {
            all.insert(format!("{kind}/{id}/{name}"), line);
        }
    }
    all
}

/// Every line by itself as a partial book: the finest chunks there are.
fn crumbs(pages: &Pages) -> Vec<Pages> {
    let mut crumbs = vec![Pages::of_book(pages.book)];
    for (kind, id, page) in pages.iter() {
        let one = |page: Page| {
            let mut crumb = Pages::of_book(None);
            crumb.put(kind, id, page);
            crumb
        };
        let Page::Kept(text) = page else {
            crumbs.push(one(page.clone()));
            continue;
        };
        crumbs.push(one(Page::Kept(Lines::default().text(kind, id).into())));
        for (name, line) in Lines::of(kind, text).0 {
            crumbs.push(one(Page::Kept(Lines(BTreeMap::from([(name, line)])).text(kind, id).into())));
        }
    }
    crumbs
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn joining_is_commutative_associative_and_idempotent(a in pages(), b in pages(), c in pages()) {
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
        prop_assert_eq!(join(&a, &a), a);
    }

    #[test]
    fn joining_lowers_no_stamp_and_keeps_what_it_does_not_know(a in pages(), b in pages()) {
        let joined = join(&a, &b);
        let after = lines(&joined);
        for (name, line) in lines(&a).into_iter().chain(lines(&b)) {
            let (record, _) = name.rsplit_once('/').unwrap();
            let (kind, id) = record.split_once('/').unwrap();
            let erased = matches!(joined.get(kind, kith::domain::id::Id::parse(id).unwrap()), Some(Page::Erased(_)));
            if !erased {
                prop_assert!(after[&name] >= line, "{name}");
            }
        }
        for (kind, id, page) in a.iter() {
            if let Page::Erased(stamp) = page {
                prop_assert!(matches!(joined.get(kind, id), Some(Page::Erased(after)) if after >= stamp));
            }
        }
    }

    #[test]
    fn any_order_repetition_and_cut_gives_the_same(
        a in pages(), b in pages(), order in proptest::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let mut crumbs: Vec<Pages> = crumbs(&a).into_iter().chain(crumbs(&b)).collect();
        for index in order {
            let at = index.index(crumbs.len());
            let last = crumbs.len() - 1;
            crumbs.swap(at, last);
            let again = crumbs[at].clone();
            crumbs.push(again);
        }
        let total = crumbs.iter().fold(Pages::default(), |sum, crumb| join(&sum, crumb));
        prop_assert_eq!(total, join(&a, &b));
    }

    #[test]
    fn what_is_contained_and_what_is_beyond_agree_with_the_join(a in pages(), b in pages()) {
        let joined = join(&a, &b);
        prop_assert_eq!(a.contains(&b), joined == a);
        prop_assert_eq!(join(&a, &b.beyond(&a)), joined.clone());
        prop_assert!(joined.beyond(&joined).is_empty());
    }

    #[test]
    fn every_partial_book_reads_back_from_its_text(a in pages(), b in pages()) {
        for pages in [a.clone(), join(&a, &b)] {
            let read = form::read(&form::compact(&pages), Limits::KEPT).unwrap();
            prop_assert!(read.whole);
            prop_assert_eq!(form::compact(&read.pages), form::compact(&pages));
            prop_assert_eq!(read.pages, pages.clone());
            let read = form::read(&form::backup(&pages, "2026-11-21T09:30:00Z", "1.0.0"), Limits::KEPT).unwrap();
            prop_assert_eq!(read.pages, pages);
        }
    }

    #[test]
    fn any_text_is_a_book_or_an_error(text in "([ -~é\\n]|\\\\u[0-9a-f]{0,3}|[\"{\\[:,é]){0,40}", at in any::<prop::sample::Index>(), a in pages()) {
        let _ = form::read(&text, Limits::FILE);
        let whole = form::compact(&a);
        let at = at.index(whole.len());
        let _ = form::read(&whole[..at], Limits::FILE);
        let _ = form::read(&format!("{{\"format\":\"{text}"), Limits::FILE);
        let _ = form::read(&format!("{}{text}{}", &whole[..at], &whole[at..]), Limits::FILE);
    }
}
