use super::*;
use crate::domain::id::PersonId;
use crate::domain::money::{Currency, Money};
use crate::domain::person::{Name, Person, Reach, ReachKind, Role};
use crate::domain::referral::{Confidential, End, Outcome, Referral, SecretPart};
use crate::draw::visible::RISE;

/// Stands in every field of a confidential referral and of whom it is about.
const MARK: &str = "Zebulon Quillfeather";
/// The value of the confidential sale.
const WORTH: i64 = 98_765_432;

fn person(id: &str, name: &str) -> Person {
    Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }
}

/// Connie brought Fred (open) and the secret one; the secret one brought Bea (won); Fred brought the secret one too.
fn book(confidential: Confidential) -> Book {
    let mut book = Book::default();
    let reach = vec![Reach { kind: ReachKind::Email, label: MARK.into(), value: MARK.into() }];
    let facts = [MARK.to_string()].into();
    let secret = Person { title: MARK.into(), facts: MARK.into(), note: MARK.into(), tags: facts, ..person("z", MARK) };
    for one in [person("c", "Connie Alvarez"), person("f", "Fred <Ito> & \"Co\""), person("b", "Bea Ong")] {
        book.put(one.into());
    }
    book.put(Person { reach, roles: [Role::Client].into(), ..secret }.into());
    let value = Some(Money { minor: WORTH, currency: Currency::USD });
    let sold = Outcome { kind: End::Won, on: "2026-11-16".parse().ok(), value, why: MARK.into(), ..Outcome::default() };
    let referral = |id: &str, source: &str, prospect: &str| Referral {
        id: id.parse().unwrap(),
        source: source.parse().unwrap(),
        prospect: prospect.parse().unwrap(),
        agreed_on: "2024-02-01".parse().ok(),
        introduced_on: "2024-02-05".parse().ok(),
        ..Referral::default()
    };
    let told =
        Referral { said: MARK.into(), why: MARK.into(), confidential, outcome: sold, ..referral("r1", "c", "z") };
    book.put(told.clone().into());
    book.put(Referral { id: "r9".parse().unwrap(), source: "f".parse().unwrap(), ..told }.into());
    let small = Some(Money { minor: 250_000, currency: Currency::USD });
    let sale = Outcome { kind: End::Won, on: "2025-03-01".parse().ok(), value: small, ..Outcome::default() };
    book.put(Referral { outcome: sale, ..referral("r2", "z", "b") }.into());
    book.put(referral("r3", "c", "f").into());
    book
}

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

/// Everything that can be taken out of the tree of this book, in every way.
fn ways_out(book: &Book) -> Vec<(String, String)> {
    let forest = Forest::of(book);
    let mut out = Vec::new();
    for names in NameStyle::ALL {
        for place in 0..forest.knots().len() {
            let places = forest.branch(place);
            out.push((
                format!("outline {names:?} {place}"),
                outline(book, &forest, places.clone(), names, today()).to_string(),
            ));
            out.push((
                format!("picture {names:?} {place}"),
                picture(book, &forest, places, names, today()).svg.to_string(),
            ));
        }
        let teller = TreeTeller::others(book, &forest, WayOut::TreeOutline, names, today());
        out.push((format!("words {names:?}"), format!("{} {} {}", teller.lead(0), teller.all(), teller.totals(0))));
    }
    out
}

#[test]
fn b8_r63_nothing_confidential_is_in_any_way_out_of_the_tree() {
    let whole = ways_out(&book(Confidential::Whole));
    assert!(whole.len() > 20);
    for (way, text) in whole {
        for mark in ["Zebulon", "Quillfeather", "ZQ", "987,654", "975,308", "said yes 16"] {
            assert!(!text.contains(mark), "{mark} is in the {way}:\n{text}");
        }
    }
    let told = ways_out(&book(Confidential::No));
    assert!(told.iter().any(|(_, text)| text.contains(MARK) && text.contains("975,308")), "the test can see it");
}

#[test]
fn b8_a_single_part_that_is_confidential_stays_in() {
    for (part, marks) in [
        (SecretPart::Amount, &["987,654", "975,308"][..]),
        (SecretPart::Stage, &["987,654", "975,308", "said yes 16", "Client 1", "data-state=\"client\""]),
    ] {
        let mut book = book(Confidential::Parts([part.clone()].into()));
        let id: PersonId = "b".parse().unwrap();
        // Without the open sale, nobody here is a client that may be told of.
        book.put(Referral { trashed: true, ..book.referral("r2".parse().unwrap()).unwrap().clone() }.into());
        assert!(Forest::of(&book).place(id).is_none());
        for (way, text) in ways_out(&book) {
            for mark in marks {
                assert!(!text.contains(mark), "{mark} is in the {way} though {part:?} is secret:\n{text}");
            }
        }
    }
}

#[test]
fn r59_the_outline_is_indented_text_with_what_has_grown() {
    let book = book(Confidential::Whole);
    let forest = Forest::of(&book);
    let text = outline(&book, &forest, 0..forest.knots().len(), NameStyle::Shown, today());
    assert_eq!(
        &*text,
        "Connie Alvarez, the base (3 people · 4 referrals · 1 open · 1 won · USD 2,500)\n\
         \x20 Confidential\n\
         \x20   Bea Ong, USD 2,500, said yes 1 March 2025\n\
         \x20 Fred <Ito> & \"Co\", introduced\n"
    );
}

#[test]
fn r59_a_chain_of_many_generations_stays_on_the_paper_and_says_which_each_is() {
    let mut book = Book::default();
    for n in 0..60 {
        let (source, prospect) = (format!("p{n}").parse().unwrap(), format!("p{}", n + 1).parse().unwrap());
        book.put(Referral { id: format!("r{n}").parse().unwrap(), source, prospect, ..Referral::default() }.into());
    }
    let forest = Forest::of(&book);
    let text = outline(&book, &forest, 0..forest.knots().len(), NameStyle::Shown, today());
    let line = |up: usize| text.lines().nth(up).unwrap();
    assert!(
        line(8).starts_with("                Somebody") && line(9).starts_with("                9th: Somebody"),
        "{text}"
    );
    assert!(line(60).starts_with("                60th: Somebody"), "{text}");
    assert!(text.lines().all(|line| line.len() < 80), "{text}");
    let part = outline(&book, &forest, forest.branch(52), NameStyle::Shown, today());
    assert!(
        part.lines().nth(8).unwrap().starts_with("                Somebody"),
        "it counts from where it begins: {part}"
    );
}

#[test]
fn r59_names_are_hidden_on_request() {
    let book = book(Confidential::No);
    let forest = Forest::of(&book);
    for (names, has) in [(NameStyle::Initials, "CA, the base"), (NameStyle::Numbers, "Person 1, the base")] {
        let text = outline(&book, &forest, 0..forest.knots().len(), names, today());
        assert!(text.starts_with(has), "{text}");
        let svg = picture(&book, &forest, 0..forest.knots().len(), names, today()).svg;
        for name in ["Connie", "Alvarez", "Fred", "Ito", "Bea", "Ong", "Zebulon"] {
            assert!(!text.contains(name) && !svg.contains(name), "{name} in {text}\n{svg}");
        }
    }
    assert!(outline(&book, &forest, 0..4, NameStyle::Numbers, today()).contains("Client 2"));
}

#[test]
fn r59_the_picture_is_drawn_from_the_base_upward_and_a_name_is_never_markup() {
    let book = book(Confidential::No);
    let forest = Forest::of(&book);
    let Picture { svg, width, height } = picture(&book, &forest, 0..forest.knots().len(), NameStyle::Shown, today());
    assert!(svg.contains("&lt;Ito&gt; …") || svg.contains("&lt;Ito&gt; &amp;"), "{svg}");
    assert!(!svg.contains("<Ito>") && svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    assert_eq!(svg.matches("<circle").count(), 4);
    assert_eq!(svg.matches("stroke-dasharray=\"4 4\"").count(), 1, "the second parent is dashed");
    assert!(svg.contains(">Base</text>") && svg.contains(">2nd</text>") && !svg.contains(">3rd</text>"));
    assert!(width > 100.0 && height > 2.0 * RISE);
    let at = |name: &str| {
        let before = &svg[..svg.find(name).unwrap()];
        let place = &before[before.rfind("translate(").unwrap() + 10..];
        place[place.find(' ').unwrap() + 1..place.find(')').unwrap()].parse::<f64>().unwrap()
    };
    assert!(at("Connie") > at("Zebulon") && at("Zebulon") > at("Bea"), "higher up is a smaller y");
}

#[test]
fn a_picture_is_never_larger_than_a_browser_draws() {
    let nothing = Disclosure::owner(&Book::default()).release(String::new());
    let size = |width: f64, height: f64| Picture { svg: nothing.clone(), width, height }.sharpness();
    assert_eq!(size(500.0, 400.0), 2.0);
    assert_eq!(size(16_000.0, 400.0), 0.5);
    assert_eq!(size(8_192.0, 8_192.0), 0.5, "as many pixels as a phone draws");
}

#[test]
fn r59_a_picture_is_handed_on_only_where_names_can_be_read() {
    let star = |children: usize| {
        let mut book = Book::default();
        for n in 1..=children {
            let (id, prospect) = (format!("r{n}").parse().unwrap(), format!("p{n}").parse().unwrap());
            book.put(Referral { id, source: "p0".parse().unwrap(), prospect, ..Referral::default() }.into());
        }
        let forest = Forest::of(&book);
        picture(&book, &forest, 0..forest.knots().len(), NameStyle::Shown, today())
    };
    let page = (680.0, 850.0);
    let read = |picture: Picture| (picture.is_legible_in(page), picture.is_legible_as_png());
    assert_eq!(read(star(15)), (true, true));
    assert_eq!(read(star(60)), (false, true));
    assert_eq!(read(star(3_000)), (false, false));
}

#[test]
fn nobody_is_no_picture_of_anybody() {
    let (book, forest) = (Book::default(), Forest::default());
    assert_eq!(&*outline(&book, &forest, 0..0, NameStyle::Shown, today()), "");
    assert!(!picture(&book, &forest, 0..0, NameStyle::Shown, today()).svg.contains("circle"));
}
