use super::*;
use crate::domain::id::{Mint, Session};
use crate::domain::merged::MergeDraft;
use crate::domain::person::Name;
use crate::domain::record::Record;
use crate::domain::referral::{End, Outcome, Referral};
use crate::domain::setting::Setting;
use crate::domain::touch::{Purpose, Touch};
use crate::domain::undo::Undo;
use crate::rules::duty::{Duty, owed};
use crate::rules::tree::Forest;
use chrono::NaiveDate;
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// A book of `id Name [< through whom we met]`, one a line, and `source>prospect [day]` for its referrals.
fn book(lines: &str) -> Book {
    let mut book = Book::default();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some((source, rest)) = line.split_once('>') {
            let (prospect, day) = rest.split_once(' ').unwrap_or((rest, ""));
            let id = format!("r-{source}-{prospect}").parse().unwrap();
            let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
            book.put(Referral { id, source, prospect, agreed_on: day.parse().ok(), ..Referral::default() }.into());
            continue;
        }
        let (line, through) = line.split_once(" < ").unwrap_or((line, ""));
        let (id, name) = line.split_once(' ').unwrap();
        let met_through = Some(Mention(through.into())).filter(|_| !through.is_empty());
        let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
        book.put(Person { id, name, met_through, ..Person::default() }.into());
    }
    book
}

/// Every link: whom, what stands there, and who may be meant; `x` before those that are ticked.
fn drawn(links: &Links) -> String {
    let line = |link: &ProposedLink| {
        let tick = if link.is_ticked() { "x" } else { " " };
        let sources: Vec<&str> = link.sources.iter().map(|source| source.name.as_str()).collect();
        let but = link.but.as_ref().map(|but| format!(", but {but:?}")).unwrap_or_default();
        format!("{tick} {} < {}: {:?} {}{but}", link.name, link.words, link.doubt, sources.join(" or "))
    };
    links.list.iter().map(|link| format!("{}\n", line(link).trim_end())).collect()
}

fn check(lines: &str, expected: &str) {
    let told = drawn(&waiting(&book(lines)));
    let expected: String = expected
        .lines()
        .map(|l| l.trim_start_matches(' ').trim_start_matches('|'))
        .filter(|l| !l.is_empty())
        .map(|l| format!("{l}\n"))
        .collect();
    assert_eq!(told, expected);
}

fn with(mut book: Book, records: Vec<Record>) -> Book {
    records.into_iter().for_each(|record| book.put(record));
    book
}

fn taken(book: &Book, links: &Links) -> Vec<Record> {
    links.change(book, today(), &mut Mint::new(Session::of_bits(7))).records
}

#[test]
fn b7_whoever_we_met_through_somebody_waits_as_a_link_with_its_doubt() {
    check(
        "con Connie Alvarez
         ann Ann Lee
         ann2 Ann Lee
         fred Fred Ito < Alvarez, Connie
         bo Bo Ek < Connie
         cy Cy Ray < Ann Lee
         dan Dan Oak < con
         eve Eve Roy < the golf club",
        "|  Bo Ek < Connie: Likely(Part) Connie Alvarez
         |  Cy Ray < Ann Lee: Several Ann Lee or Ann Lee
         |x Dan Oak < Connie Alvarez: Sure(Name) Connie Alvarez
         |x Fred Ito < Alvarez, Connie: Sure(Name) Connie Alvarez",
    );
}

#[test]
fn b7_the_likely_ones_are_ticked_together_and_a_nearly_empty_tree_says_how_many_wait() {
    let mut all = book("con Connie Alvarez\nfred Fred Ito < Con\nbo Bo Ek < Connie\ncy Cy Ray < Connie Alvarez");
    let mut links = waiting(&all);
    let places = links.open(&all);
    assert_eq!((links.ticked(), links.likely(&places), worth_a_look(&all).open), (1, 1, 3 - 1));
    links.tick_likely(&places);
    assert_eq!((links.ticked(), links.likely(&places)), (2, 0));
    for n in 0..5 {
        let (id, source, prospect) = (format!("r{n}"), format!("s{n}"), format!("q{n}"));
        let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), prospect.parse().unwrap());
        all.put(Referral { id, source, prospect, ..Referral::default() }.into());
    }
    assert_eq!(worth_a_look(&all).open, 0, "a tree that has grown is left in peace");
}

#[test]
fn b7_nobody_brings_themselves_and_what_names_nobody_is_passed_over() {
    check("ann Ann Lee < Ann Lee\nbo Bo Ek < Myself\ncy Cy Ray < n/a\ndan Dan Oak < dan\neve Eve Roy < –", "");
    let mut mine = book("ann Ann Lee\nbo Bo Ek < Ann Lee");
    assert_eq!(waiting(&mine).ticked(), 1);
    mine.put(Setting { my_name: "ann lee".into(), ..Setting::named("choices") }.into());
    assert!(waiting(&mine).is_empty(), "the one who keeps the book");
}

#[test]
fn b7_what_the_book_has_is_not_proposed_again() {
    check("ann Ann Lee\nbo Bo Ek < ann\nann>bo 2026-01-01", "");
    check("ann Ann Lee\nzoe Zoe Im\nbo Bo Ek < ann\nzoe>bo", "");
}

#[test]
fn b7_a_circle_and_a_second_source_are_shown_and_not_ticked() {
    check(
        "ann Ann Lee < Bo Ek\nbo Bo Ek < Cy Ray\ncy Cy Ray < Ann Lee",
        "|  Cy Ray < Ann Lee: Sure(Name) Ann Lee, but Circle
         |x Ann Lee < Bo Ek: Sure(Name) Bo Ek
         |x Bo Ek < Cy Ray: Sure(Name) Cy Ray",
    );
    let book = book("ann Ann Lee\nbo Bo Ek\ncy Cy Ray\nbo>cy 2020-01-01");
    let mut finder = Finder::of(&book);
    for words in ["Bo Ek", "Ann Lee", "ANN LEE"] {
        finder.propose(&book, LinkEnd::Person("cy".parse().unwrap()), words);
    }
    let links = finder.found();
    assert_eq!(drawn(&links), "  Cy Ray < Ann Lee: Sure(Name) Ann Lee, but CameBy(\"Bo Ek\")\n");
}

#[test]
fn b7_a_link_says_no_more_than_the_address_book_and_is_not_proposed_again() {
    let before = book("con Connie Alvarez\nfred Fred Ito < Alvarez, Connie\nbo Bo Ek < Fred");
    let mut links = waiting(&before);
    links.tick(0, true);
    assert_eq!(links.ticked(), 2);
    let records = taken(&before, &links);
    let after = with(before, records);
    let fred = after.referrals_to("fred".parse().unwrap()).next().unwrap();
    assert_eq!((fred.source, fred.is_found(), fred.is_open()), ("con".parse().unwrap(), true, false));
    assert_eq!((fred.agreed_on, fred.introduced_on, fred.won_on(), fred.closed_on()), (None, None, None, None));
    assert_eq!(fred.outcome.why, "It says “Alvarez, Connie”.");
    let through = after.person("fred".parse().unwrap()).unwrap().met_through.clone();
    assert_eq!(through, Some(Mention("con".into())));
    assert!(waiting(&after).is_empty());
    let forest = Forest::of(&after);
    let generations: Vec<usize> = forest.knots().iter().map(|knot| knot.generation).collect();
    assert_eq!(generations, [0, 1, 2]);
    assert!(taken(&after, &links).is_empty(), "the same yes twice writes nothing");
}

#[test]
fn b7_whoever_is_not_known_comes_as_somebody_new_once() {
    let before = book("fred Fred Ito\nbo Bo Ek\ncy Cy Ray");
    let mut finder = Finder::of(&before);
    for who in ["fred", "bo", "cy"] {
        finder.propose(&before, LinkEnd::Person(who.parse().unwrap()), "Zoe Im");
    }
    let mut links = finder.found();
    assert!(links.list.iter().all(|link| link.doubt == Doubt::Nobody && !link.is_ticked()));
    links.tick(0, true);
    links.choose(1, "new");
    links.choose(2, "9");
    let records = taken(&before, &links);
    let after = with(before, records);
    let zoe = after.people_named("Zoe Im").collect::<Vec<_>>();
    assert_eq!((zoe.len(), zoe[0].provenance.as_str()), (1, "named as who referred Fred Ito"));
    assert_eq!(after.referrals_from(zoe[0].id).count(), 2);
    assert_eq!(after.person("cy".parse().unwrap()).unwrap().met_through, None);
}

#[test]
fn b7_of_several_one_is_chosen_or_none() {
    let book = book("ann Ann Lee\nann2 Ann Lee\nbo Bo Ek < Ann Lee");
    let mut links = waiting(&book);
    for (value, source) in [("1", Some("ann2")), ("0", Some("ann")), ("", None), ("7", None)] {
        links.choose(0, value);
        let written = taken(&book, &links);
        let found =
            written.iter().find_map(|record| if let Record::Referral(one) = record { Some(one.source) } else { None });
        assert_eq!(found.map(|id| id.to_string()).as_deref(), source, "{value}");
    }
}

/// The book after the link at this place was refused, or proposed again.
fn turned(book: Book, at: usize, refuse: bool) -> Book {
    let link = waiting(&book).list[at].clone();
    let change = if refuse { link.refuse(&book) } else { link.propose_again(&book) };
    with(book, change.unwrap().unwrap().records)
}

#[test]
fn b7_a_link_that_was_refused_stays_refused_until_it_is_proposed_again() {
    let all = book("con Connie Alvarez\nfred Fred Ito < Alvarez, Connie\nbo Bo Ek < con\ncy Cy Ray < Connie");
    let places = |book: &Book| (waiting(book).open(book), waiting(book).refused(book));
    assert_eq!(places(&all), (vec![0, 1, 2], vec![]));
    let (mut all, mut order) = (all, vec!["Cy Ray", "Bo Ek", "Fred Ito"]);
    for name in &order {
        assert!(waiting(&all).list.iter().any(|link| link.name == *name && !link.is_refused(&all)), "{name}");
        let at = waiting(&all).list.iter().position(|link| link.name == *name).unwrap();
        all = turned(all, at, true);
    }
    assert_eq!(places(&all), (vec![], vec![0, 1, 2]));
    let links = waiting(&all);
    assert_eq!((links.ticked(), worth_a_look(&all)), (0, Waits { open: 0, refused: 3 }));
    let mut all_ticked = links;
    (0..3).for_each(|at| all_ticked.tick(at, true));
    assert!(taken(&all, &all_ticked).is_empty(), "ticked before another tab refused them");
    order.reverse();
    let said = &all.person("bo".parse().unwrap()).unwrap().not_through;
    assert_eq!(said.iter().map(String::as_str).collect::<Vec<_>>(), ["Connie Alvarez", "con"]);
    for at in 0..3 {
        all = turned(all, at, false);
    }
    assert_eq!(places(&all), (vec![0, 1, 2], vec![]));
    assert!(all.people().all(|person| person.not_through.is_empty()), "nothing is left of a refusal that was a slip");
}

#[test]
fn b7_a_refusal_holds_for_the_same_name_in_other_words_and_for_nobody_else() {
    let all = turned(book("con Connie Alvarez\nann Ann Lee\nbo Bo Ek < Connie"), 0, true);
    let refused = |words: &str| {
        let mut finder = Finder::of(&all);
        finder.propose(&all, LinkEnd::Person("bo".parse().unwrap()), words);
        let links = finder.found();
        links.list.iter().map(|link| link.is_refused(&all)).collect::<Vec<_>>()
    };
    for (words, expected) in [
        ("CONNIE", &[true][..]),
        ("Alvarez, Connie", &[true]),
        ("C. Alvarez", &[true]),
        ("Ann Lee", &[false]),
        ("Zoe Im", &[false]),
    ] {
        assert_eq!(refused(words), expected, "{words}");
    }
    let several = turned(book("ann Ann Lee\nann2 Ann Lee\nbo Bo Ek < Ann Lee"), 0, true);
    assert_eq!(worth_a_look(&several), Waits { open: 0, refused: 1 }, "none of those who bear the name");
    let mut finder = Finder::of(&several);
    finder.propose(&several, LinkEnd::Person("bo".parse().unwrap()), "LEE, Ann");
    assert_eq!(finder.found().open(&several), Vec::<usize>::new(), "nor in another order");
}

#[test]
fn b7_a_refusal_is_taken_back_as_any_act() {
    let mut all = book("con Connie Alvarez\nbo Bo Ek < con");
    let change = waiting(&all).list[0].refuse(&all).unwrap().unwrap();
    let undo = Undo::of(&change.edits(&all), &all);
    all = with(all, change.records);
    assert_eq!(worth_a_look(&all), Waits { open: 0, refused: 1 });
    let back = undo.change(&all).records;
    assert_eq!(worth_a_look(&with(all, back)), Waits { open: 1, refused: 0 });
}

#[test]
fn b7_a_refusal_follows_whoever_was_merged() {
    let merged = |book: Book, other: &str, kept: &str| {
        let draft = MergeDraft::of(vec![kept.parse().unwrap(), other.parse().unwrap()]);
        let change = draft.change(&book, today()).unwrap();
        with(book, change.records)
    };
    let refused = turned(book("con Connie Alvarez\nconnie Connie A\nbo Bo Ek < con\nbob Bob Ek"), 0, true);
    let one = merged(merged(refused, "con", "connie"), "bo", "bob");
    assert_eq!(worth_a_look(&one), Waits { open: 0, refused: 1 }, "under the names that were kept");
}

/// A book with words, introductions and sales of long ago, told by numbers.
fn lived(people: &[(u8, u8)], referrals: &[(u8, u8, u8)]) -> Book {
    let mut all = Book::default();
    let (id, day) = (|n: u8| format!("p{}", n % 7), |n: u8| NaiveDate::from_yo_opt(2026, u32::from(n) + 1).unwrap());
    for n in 0..7 {
        let name = Name::new(&format!("Person {n}")).unwrap();
        all.put(Person { id: id(n).parse().unwrap(), name, ..Person::default() }.into());
    }
    for (n, (who, on)) in people.iter().enumerate() {
        let touch = Touch {
            id: format!("t{n}").parse().unwrap(),
            person: id(*who).parse().unwrap(),
            on: day(*on),
            ..Touch::default()
        };
        all.put(Touch { purposes: [Purpose::CatchUp].into(), ..touch }.into());
    }
    for (n, (source, prospect, on)) in referrals.iter().enumerate() {
        let kind = [End::Won, End::Closed, End::Open][n % 3].clone();
        let outcome = Outcome { kind, on: Some(day(*on)), ..Outcome::default() };
        let (id, source, prospect) = (format!("r{n}"), id(*source), id(*prospect));
        let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), prospect.parse().unwrap());
        let (agreed_on, introduced_on) = (Some(day(*on)).filter(|_| on % 2 == 0), Some(day(*on)));
        all.put(Referral { id, source, prospect, agreed_on, introduced_on, outcome, ..Referral::default() }.into());
    }
    all
}

proptest! {
    #[test]
    fn b7_links_owe_nobody_anything_and_everyone_keeps_one_place(
        touches in proptest::collection::vec((0..7_u8, 0..250_u8), 0..8),
        referrals in proptest::collection::vec((0..7_u8, 0..7_u8, 0..250_u8), 0..6),
        said in proptest::collection::vec((0..7_u8, 0..8_u8), 1..12),
    ) {
        let before = lived(&touches, &referrals);
        let mut finder = Finder::of(&before);
        for (whom, source) in said {
            finder.propose(&before, LinkEnd::Person(format!("p{whom}").parse().unwrap()), &format!("{source} PERSON"));
        }
        let mut links = finder.found();
        (0..links.list.len()).for_each(|at| links.tick(at, true));
        let days = [0, 5, 60, 400].map(|days| today() + chrono::Days::new(days));
        let due = |book: &Book| days.map(|day| {
            owed(book, day).into_iter().filter(|owed| owed.raised.duty != Duty::Ask).collect::<Vec<_>>()
        });
        let (was_due, records) = (due(&before), taken(&before, &links));
        let after = with(before, records);
        prop_assert_eq!(was_due, due(&after));
        let forest = Forest::of(&after);
        let mut people: Vec<PersonId> = forest.knots().iter().map(|knot| knot.person).collect();
        people.sort();
        people.dedup();
        prop_assert_eq!(people.len(), forest.knots().len());
        for knot in forest.knots() {
            let source = |by| after.referral(by).map(|referral| referral.source);
            prop_assert_eq!(knot.by.and_then(source), knot.below.map(|below| forest.knots()[below].person));
        }
    }
}
