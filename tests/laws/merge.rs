//! Merging: parting gives back what there was, devices agree in whatever order they hear of it, nothing that is won is
//! lost or counted twice.

use super::browser::{Browser, Tab};
use super::given::{cases, join};
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::id::{Id, Mint, PersonId, ReferralId, Session, TouchId};
use kith::domain::kind::Kind;
use kith::domain::merged::{MergeChoice, MergeDraft};
use kith::domain::money::{Currency, Money};
use kith::domain::person::{Mention, Name, Person, Rating, Reach, ReachKind, Role};
use kith::domain::referral::{End, Outcome, Referral};
use kith::domain::touch::Touch;
use kith::rules::disclosure::Disclosure;
use kith::rules::tree::Forest;
use kith::rules::tree::credit::{Credit, credited};
use kith::store::change_count::ChangeCount;
use kith::store::materialize;
use proptest::prelude::*;
use proptest::sample::Index;

const PEOPLE: usize = 5;

/// Who somebody is, in numbers: what is written of them.
type Traits = (u8, u8, u8, u8);

fn id(n: usize) -> PersonId {
    format!("p{n}").parse().unwrap()
}

fn someone(n: usize, (name, reach, texts, rest): Traits) -> Person {
    let names = ["Jim Ito", "James Ito", "Ann Lee", "J. Ito"];
    let ways = ["555 0101", "555-0101", "a@x.example", "b@x.example"];
    let text = |bit: u8, text: &str| if texts & bit > 0 { format!("{text} {}", texts & 3) } else { String::new() };
    let way = |(n, value): (usize, &&str)| {
        let kind = if value.contains('@') { ReachKind::Email } else { ReachKind::Phone };
        (reach >> n & 1 == 1).then(|| Reach { kind, label: String::new(), value: value.to_string() })
    };
    Person {
        id: id(n),
        name: Name::new(names[usize::from(name % 4)]).unwrap(),
        title: text(1, "CFO"),
        organisation: (rest & 1 > 0).then(|| Mention(format!("Acme {}", rest & 6))),
        reach: ways.iter().enumerate().filter_map(way).collect(),
        roles: Role::ALL.iter().enumerate().filter(|(n, _)| rest >> (n % 8) & 1 == 1).map(|(_, r)| r.clone()).collect(),
        rating: Rating::try_from(rest % 7).ok(),
        note: text(2, "A note"),
        facts: text(4, "Facts"),
        tags: (0..4).filter(|bit| reach >> bit & 1 == 1).map(|bit| format!("tag{bit}")).collect(),
        rank: (name > 100).then_some(u32::from(name)),
        met_through: (texts & 8 > 0).then(|| Mention(format!("the club {}", texts % 3))),
        never_ask: rest & 32 > 0,
        ..Person::default()
    }
}

fn referral(n: usize, source: usize, prospect: usize, value: i64) -> Referral {
    let value = Some(Money { minor: value, currency: Currency::USD });
    Referral {
        id: ReferralId(Id::parse(&format!("r{n}")).unwrap()),
        source: id(source),
        prospect: id(prospect),
        outcome: Outcome { kind: End::Won, on: "2026-05-05".parse().ok(), value, ..Outcome::default() },
        ..Referral::default()
    }
}

fn touch(n: usize, who: usize) -> Touch {
    let id_of = TouchId(Id::parse(&format!("t{n}")).unwrap());
    Touch { id: id_of, person: id(who), on: "2026-06-06".parse().unwrap(), ..Touch::default() }
}

fn act(browser: &Browser, tab: &mut Tab, change: Change) {
    browser.wait(10);
    tab.store.act(&mut tab.book, change, browser.now()).unwrap();
}

/// A tab with these people, and what passed between them and me.
fn begun(browser: &Browser, people: &[Traits], edges: &[(usize, usize, i64)]) -> Tab {
    let mut tab = browser.open();
    let mut change = Change::default();
    for (n, traits) in people.iter().enumerate() {
        change = change.and(someone(n, *traits)).and(touch(n, n));
    }
    for (n, (source, prospect, value)) in edges.iter().enumerate() {
        change = change.and(referral(n, *source, *prospect, *value));
    }
    act(browser, &mut tab, change);
    tab
}

/// Everything the book shows, as text.
fn shown(book: &Book) -> Vec<String> {
    let kinds = [("p", Kind::Person), ("r", Kind::Referral), ("t", Kind::Touch)];
    let mut shown = Vec::new();
    for (letter, kind) in kinds {
        let ids = (0..40).filter_map(|n| Id::parse(&format!("{letter}{n}")).ok());
        shown.extend(ids.filter_map(|id| book.record(&kind, id)).map(|record| format!("{record:?}")));
    }
    shown.extend(book.people().map(|p| format!("{} {}", p.id, book.touches_with(p.id).count())));
    shown
}

fn draft(picks: &[Index], tab: &Tab) -> Option<MergeDraft> {
    let mut people: Vec<PersonId> = tab.book.people().map(|person| person.id).collect();
    let [first, second, third, choice] = picks else { return None };
    let kept = people.remove(first.index(people.len()));
    let other = (!people.is_empty()).then(|| people.remove(second.index(people.len())))?;
    let more = (third.index(3) == 0 && !people.is_empty()).then(|| people.remove(0));
    let mut draft = MergeDraft::of([kept, other].into_iter().chain(more).collect());
    draft.choose(MergeChoice::ALL[choice.index(MergeChoice::ALL.len())], other);
    Some(draft)
}

fn traits() -> impl Strategy<Value = Vec<Traits>> {
    proptest::collection::vec(any::<Traits>(), PEOPLE)
}

fn edges() -> impl Strategy<Value = Vec<(usize, usize, i64)>> {
    proptest::collection::vec((0..PEOPLE, 0..PEOPLE, 0..10_000_i64), 0..6)
}

fn picks() -> impl Strategy<Value = Vec<Index>> {
    proptest::collection::vec(any::<Index>(), 4)
}

/// All that was won, by each view of credit.
fn credits(book: &Book) -> Vec<i64> {
    let forest = Forest::of(book);
    let sum =
        |credit| credited(&Disclosure::owner(book), &forest, credit).iter().flatten().map(|money| money.minor).sum();
    Credit::ALL.into_iter().map(sum).collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn b9_merging_and_parting_is_nothing(people in traits(), edges in edges(), first in picks(), second in picks(), turn in any::<bool>()) {
        let browser = Browser::new();
        let mut tab = begun(&browser, &people, &edges);
        let before = shown(&tab.book);
        let total: i64 = edges.iter().map(|(.., value)| value).sum();
        let mut merged = Vec::new();
        for picks in [first, second] {
            let Some(draft) = draft(&picks, &tab) else { continue };
            let today = "2026-07-07".parse().unwrap();
            let change = draft.change(&tab.book, today).unwrap();
            act(&browser, &mut tab, change);
            prop_assert_eq!(credits(&tab.book), [total; 3], "nothing that was won is lost or counted twice");
            let again = materialize::book(tab.store.partial_book(), &ChangeCount::default());
            prop_assert_eq!(shown(&again), shown(&tab.book), "opening again shows the same");
            merged.extend(draft.people[1..].iter().copied());
        }
        if turn {
            merged.reverse();
        }
        while let Some(at) = merged.iter().position(|id| {
            let into = tab.book.entry(*id).unwrap().merged.as_ref().unwrap().into;
            tab.book.who(into) == into
        }) {
            let change = tab.book.part(merged.remove(at)).unwrap();
            act(&browser, &mut tab, change);
        }
        prop_assert!(merged.is_empty());
        for (after, before) in shown(&tab.book).into_iter().zip(before) {
            prop_assert_eq!(after, before);
        }
    }

    #[test]
    fn b9_devices_agree_whoever_merged_and_whoever_went_on_writing(
        people in traits(), edges in edges(), one in picks(), other in picks(), more in proptest::collection::vec(0..PEOPLE, 0..5),
    ) {
        let browser = Browser::new();
        let mut here = begun(&browser, &people, &edges);
        let start = here.store.partial_book().clone();
        let elsewhere = Browser::holding(browser.items());
        let mut there = elsewhere.open();
        let today = "2026-07-07".parse().unwrap();
        for (browser, tab, picks) in [(&browser, &mut here, &one), (&elsewhere, &mut there, &other)] {
            let change = draft(picks, tab).unwrap().change(&tab.book, today).unwrap();
            act(browser, tab, change);
        }
        for (n, who) in more.iter().enumerate() {
            elsewhere.wait(10);
            act(&elsewhere, &mut there, Change::of(touch(20 + n, *who)));
        }
        let (a, b) = (here.store.partial_book().clone(), there.store.partial_book().clone());
        let books = [join(&a, &b), join(&b, &a), join(&join(&start, &b), &a)].map(|partial_book| materialize::book(&partial_book, &ChangeCount::default()));
        for book in &books {
            prop_assert_eq!(shown(book), shown(&books[0]));
            prop_assert_eq!(book.people().map(|p| book.touches_with(p.id).count()).sum::<usize>(), PEOPLE + more.len());
            for (n, who) in more.iter().enumerate() {
                let with = book.touch(TouchId(Id::parse(&format!("t{}", 20 + n)).unwrap())).unwrap().person;
                prop_assert_eq!(with, book.who(id(*who)));
            }
        }
        // The same, heard by a tab that is open.
        let other_way = {
            let entry = b.beyond(&a);
            let mut book = materialize::book(&a, &ChangeCount::default());
            let joined = join(&a, &entry);
            book.put_all(|book| entry.iter().for_each(|(kind, id, _)| materialize::show(book, kind, id, joined.get(kind, id))));
            shown(&book)
        };
        prop_assert_eq!(other_way, shown(&books[0]));
    }
}

#[test]
fn b9_who_was_said_not_to_be_one_stays_so_on_another_device() {
    let browser = Browser::new();
    let mut tab = begun(&browser, &[(0, 0, 0, 0); 3], &[]);
    let change = tab.book.say_apart(&[id(0), id(1)], &mut Mint::new(Session::of_bits(5)));
    act(&browser, &mut tab, change);
    let other = materialize::book(tab.store.partial_book(), &ChangeCount::default());
    assert!(other.is_apart(id(1), id(0)) && !other.is_apart(id(1), id(2)));
}
