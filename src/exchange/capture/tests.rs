//! A line of capture, and what it is understood as.

use super::*;
use crate::domain::organisation::Organisation;
use crate::domain::person::{Name, Person};
use proptest::prelude::*;

/// Connie Alvarez, two Jims, Ngô Thị Hạnh and Mary Ann Lee; the company Bright Harbour.
fn book() -> Book {
    let mut book = Book::default();
    for (id, name) in [
        ("p1", "Connie Alvarez"),
        ("p2", "Jim Halloran"),
        ("p3", "Jim Stone"),
        ("p4", "Ngô Thị Hạnh"),
        ("p5", "Mary Ann Lee"),
    ] {
        book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
    }
    let id = "o1".parse().unwrap();
    book.put(Organisation { id, name: "Bright Harbour".into(), trashed: false }.into());
    book
}

/// The fields that are not empty, such as `name=Fred Ito phone=555-0101 via=Connie(p1)`.
fn shown(u: &Understood) -> String {
    let via = u.source.as_ref().map(|s| match &s.who {
        NameMeaning::Known(id) => format!("{}({id})", s.called),
        NameMeaning::Several(ids) => format!("{}({} of them)", s.called, ids.len()),
        NameMeaning::New => format!("{}(new)", s.called),
    });
    let fields = [
        ("name", u.name.clone()),
        ("phone", u.phone.clone()),
        ("email", u.email.clone()),
        ("title", u.title.clone()),
        ("at", u.organisation.clone()),
        ("link", u.link.clone()),
        ("via", via.unwrap_or_default()),
        ("rest", u.rest.clone()),
    ];
    let some = fields.iter().filter(|(_, value)| !value.is_empty());
    some.map(|(field, value)| format!("{field}={value}")).collect::<Vec<_>>().join(" | ")
}

fn check(line: &str, expected: &str) {
    assert_eq!(shown(&understand(line, &book())), expected, "{line:?}");
}

#[test]
fn b6_one_line_becomes_person_referral_and_source() {
    for (line, understood) in [
        (
            "Fred Ito 555-0101 CFO Acme via Connie",
            "name=Fred Ito | phone=555-0101 | title=CFO | at=Acme | via=Connie(p1)",
        ),
        (
            "Fred Ito, CFO, Acme, fred@acme.com, via Connie Alvarez",
            "name=Fred Ito | email=fred@acme.com | title=CFO | at=Acme | via=Connie Alvarez(p1)",
        ),
        ("Fred Ito", "name=Fred Ito"),
        ("Fred", "name=Fred"),
        ("fred ito 555-0101", "name=fred ito | phone=555-0101"),
        (
            "fred ito 555-0101 cfo acme via connie",
            "name=fred ito | phone=555-0101 | title=cfo | at=acme | via=connie(p1)",
        ),
        ("", ""),
        ("   ", ""),
    ] {
        check(line, understood);
    }
}

#[test]
fn a_number_is_known_however_it_is_written() {
    for (line, understood) in [
        ("Fred Ito +44 20 7946 0958", "name=Fred Ito | phone=+44 20 7946 0958"),
        ("Fred Ito (555) 010-1234", "name=Fred Ito | phone=(555) 010-1234"),
        ("Fred Ito +1 (202) 555-0143 CFO", "name=Fred Ito | phone=+1 (202) 555-0143 | title=CFO"),
        ("Fred Ito 555.010.1234, Acme", "name=Fred Ito | phone=555.010.1234 | at=Acme"),
        ("Fred Ito tel: 555-0101", "name=Fred Ito | phone=555-0101"),
        ("Fred Ito mobile 0171 5550101", "name=Fred Ito | phone=0171 5550101"),
        ("Fred Ito tel:+15550101", "name=Fred Ito | phone=+15550101"),
        ("Fred Ito 555-0101 x12 CFO", "name=Fred Ito | phone=555-0101 x12 | title=CFO"),
        ("Fred Ito 555-0101 ext. 12", "name=Fred Ito | phone=555-0101 ext. 12"),
        ("+49 (0)30 5550101 Jörg Weiß", "name=Jörg Weiß | phone=+49 (0)30 5550101"),
        ("555-0101, Fred Ito", "name=Fred Ito | phone=555-0101"),
        ("Fred Ito 555-0101, 555-0102", "name=Fred Ito | phone=555-0101 | rest=555-0102"),
        ("Fred P. 555-0101", "name=Fred P. | phone=555-0101"),
        ("fred ito p: 555-0101", "name=fred ito | phone=555-0101"),
        ("Fred Ito 2026-11-20", "name=Fred Ito | rest=2026-11-20"),
        ("Fred Ito 20.11.2026", "name=Fred Ito | rest=20.11.2026"),
    ] {
        check(line, understood);
    }
}

#[test]
fn addresses_and_profiles_are_known() {
    for (line, understood) in [
        ("Fred Ito <fred@acme.com>", "name=Fred Ito | email=fred@acme.com"),
        ("Fred Ito mailto:fred@acme.com.", "name=Fred Ito | email=fred@acme.com"),
        ("Fred Ito e-mail: fred@acme.com, Acme", "name=Fred Ito | email=fred@acme.com | at=Acme"),
        ("fred.ito@acme.com", "name=Fred Ito | email=fred.ito@acme.com"),
        ("info@acme.com", "email=info@acme.com"),
        ("Fred Ito fred@acme.com f.ito@home.org", "name=Fred Ito | email=fred@acme.com | rest=f.ito@home.org"),
        (
            "Fred Ito https://www.linkedin.com/in/fred-ito-12/",
            "name=Fred Ito | link=https://www.linkedin.com/in/fred-ito-12/",
        ),
        (
            "Fred Ito linkedin.com/in/fredito via Connie",
            "name=Fred Ito | link=linkedin.com/in/fredito | via=Connie(p1)",
        ),
        ("Fred Ito, acme.com", "name=Fred Ito | link=acme.com"),
        ("Fred Ito www.acme.example/team CEO", "name=Fred Ito | title=CEO | link=www.acme.example/team"),
        ("Fred Ito not@an address", "name=Fred Ito | rest=not@an address"),
    ] {
        check(line, understood);
    }
    assert_eq!(understand("Fred linkedin.com/in/f", &book()).reach()[0].kind, ReachKind::Profile);
}

#[test]
fn titles_of_several_words_are_one_title() {
    for (line, understood) in [
        ("Fred Ito head of sales Acme", "name=Fred Ito | title=head of sales | at=Acme"),
        ("Fred Ito, Head of Sales at Acme", "name=Fred Ito | title=Head of Sales | at=Acme"),
        ("Fred Ito VP Marketing Acme Foods", "name=Fred Ito | title=VP Marketing | at=Acme Foods"),
        ("Fred Ito Managing Director Acme", "name=Fred Ito | title=Managing Director | at=Acme"),
        ("Fred Ito, Managing Director, Acme", "name=Fred Ito | title=Managing Director | at=Acme"),
        ("Fred Ito Chief Financial Officer of Acme", "name=Fred Ito | title=Chief Financial Officer | at=Acme"),
        ("Fred Ito director of operations of Acme", "name=Fred Ito | title=director of operations | at=Acme"),
        ("Fred Ito owner of Ito Precision", "name=Fred Ito | title=owner | at=Ito Precision"),
        ("Fred Ito co-founder & CEO Acme", "name=Fred Ito | title=co-founder & CEO | at=Acme"),
        ("Fred Ito founder/CEO Acme", "name=Fred Ito | title=founder/CEO | at=Acme"),
        (
            "Fred Ito Senior Vice President Sales and Marketing Acme",
            "name=Fred Ito | title=Senior Vice President Sales and Marketing | at=Acme",
        ),
        ("Fred Ito, VP, Marketing, Acme", "name=Fred Ito | title=VP, Marketing | at=Acme"),
        ("Fred Ito (CFO, Acme)", "name=Fred Ito | title=CFO | at=Acme"),
        ("Fred Ito — CFO — Acme", "name=Fred Ito | title=CFO | at=Acme"),
        ("Fred Ito | real estate agent | 555-0101", "name=Fred Ito | phone=555-0101 | title=real estate agent"),
        ("CFO Acme via Connie", "title=CFO | at=Acme | via=Connie(p1)"),
        ("CFO Fred Ito via Connie", "name=Fred Ito | title=CFO | via=Connie(p1)"),
    ] {
        check(line, understood);
    }
}

#[test]
fn a_company_is_known_by_the_book_by_its_ending_or_by_its_place() {
    for (line, understood) in [
        ("Fred Ito Bright Harbour", "name=Fred Ito | at=Bright Harbour"),
        ("Fred Ito 555-0101 Acme", "name=Fred Ito | phone=555-0101 | at=Acme"),
        ("Fred Ito at Acme", "name=Fred Ito | at=Acme"),
        ("Fred Ito @ Acme 555-0101", "name=Fred Ito | phone=555-0101 | at=Acme"),
        ("Fred Ito @Acme", "name=Fred Ito | at=Acme"),
        ("Fred Ito from Bright Harbour", "name=Fred Ito | at=Bright Harbour"),
        ("Fred Ito CFO from Acme", "name=Fred Ito | title=CFO | at=Acme"),
        ("Fred Ito from Acme via Connie", "name=Fred Ito | at=Acme | via=Connie(p1)"),
        ("Fred Ito Acme Ltd", "name=Fred Ito | at=Acme Ltd"),
        ("Fred Ito, Stripe, Inc., CFO", "name=Fred Ito | title=CFO | at=Stripe, Inc."),
        ("Fred Ito, Kim & Park Accountants", "name=Fred Ito | at=Kim & Park Accountants"),
        ("Fred Ito at Studio 54", "name=Fred Ito | at=Studio 54"),
        ("Fred Ito via Connie Bright Harbour", "name=Fred Ito | at=Bright Harbour | via=Connie(p1)"),
        ("Fred Ito, met at the fair", "name=Fred Ito | rest=met at the fair"),
        ("Fred Ito CFO Acme great golfer", "name=Fred Ito | title=CFO | at=Acme | rest=great golfer"),
    ] {
        check(line, understood);
    }
}

#[test]
fn the_source_is_one_of_the_book_several_or_somebody_new() {
    for (line, understood) in [
        ("Fred Ito from Connie", "name=Fred Ito | via=Connie(p1)"),
        ("Fred Ito via CONNIE ALVAREZ", "name=Fred Ito | via=CONNIE ALVAREZ(p1)"),
        ("Fred Ito via Connie A.", "name=Fred Ito | via=Connie A.(p1)"),
        ("Fred Ito via Alvarez", "name=Fred Ito | via=Alvarez(p1)"),
        ("Fred Ito via Jim", "name=Fred Ito | via=Jim(2 of them)"),
        ("Fred Ito via Jim Stone", "name=Fred Ito | via=Jim Stone(p3)"),
        ("Fred Ito via Hanna Berg", "name=Fred Ito | via=Hanna Berg(new)"),
        ("Fred Ito via Connie Nguyen", "name=Fred Ito | via=Connie Nguyen(new)"),
        ("Fred Ito via ngo thi hanh", "name=Fred Ito | via=ngo thi hanh(p4)"),
        ("Fred Ito via Mary Ann Lee CFO Acme", "name=Fred Ito | title=CFO | at=Acme | via=Mary Ann Lee(p5)"),
        ("via Connie Fred Ito 555-0101", "name=Fred Ito | phone=555-0101 | via=Connie(p1)"),
        ("via Connie: Fred Ito", "name=Fred Ito | via=Connie(p1)"),
        ("Fred Ito referred by Connie", "name=Fred Ito | via=Connie(p1)"),
        ("Fred Ito, thanks to Connie", "name=Fred Ito | via=Connie(p1)"),
        ("Fred Ito intro from Connie at Acme", "name=Fred Ito | at=Acme | via=Connie(p1)"),
        ("Fred Ito through Connie, 555-0101", "name=Fred Ito | phone=555-0101 | via=Connie(p1)"),
        ("Fred Ito via", "name=Fred Ito | rest=via"),
        ("Fred Ito via Connie via Jim", "name=Fred Ito | via=Connie(p1) | rest=Jim"),
    ] {
        check(line, understood);
    }
}

#[test]
fn names_of_any_script_and_pasted_text_are_read() {
    for (line, understood) in [
        ("田中 太郎 03-5555-0101", "name=田中 太郎 | phone=03-5555-0101"),
        ("مريم الحسن ٠٥٥٥٠١٠١٢٣", "name=مريم الحسن | phone=0555010123"),
        ("Ngô Thị Hạnh, CEO", "name=Ngô Thị Hạnh | title=CEO"),
        ("Ludwig van Beethoven CEO", "name=Ludwig van Beethoven | title=CEO"),
        ("Мария Иванова, Acme", "name=Мария Иванова | at=Acme"),
        ("O'Brien-Smith, Jr., CFO", "name=O'Brien-Smith, Jr. | title=CFO"),
        ("Dr. Fred Ito, Acme", "name=Fred Ito | at=Acme | rest=Dr."),
        ("Fred Ito\nCFO\nAcme\n555-0101", "name=Fred Ito | phone=555-0101 | title=CFO | at=Acme"),
        ("Fred Ito\tCFO\tAcme", "name=Fred Ito | title=CFO | at=Acme"),
        ("Fred\u{0} Ito\u{202e} via Connie", "name=Fred Ito | via=Connie(p1)"),
        ("Fred Ito,CFO,Acme", "name=Fred Ito | title=CFO | at=Acme"),
        ("Fred Ito；Acme", "name=Fred Ito | at=Acme"),
    ] {
        check(line, understood);
    }
}

/// The words of a text, as the line's digits are read.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(String::from).collect()
}

#[test]
fn a_letter_with_its_colon_says_what_follows() {
    for (line, name, email) in [
        ("M: aa@aa.com", "", "aa@aa.com"),
        ("Ann M: aa@aa.com", "Ann", "aa@aa.com"),
        ("Ann M aa@aa.com", "Ann M", "aa@aa.com"),
    ] {
        let understood = understand(line, &book());
        assert_eq!((understood.name.as_str(), understood.email.as_str()), (name, email), "{line}");
    }
}

proptest! {
    #[test]
    fn no_line_is_too_odd(line in "\\PC{0,80}|[\\x00-\\x7f]{0,80}") {
        understand(&line, &book());
    }

    #[test]
    fn no_word_of_a_line_is_lost(parts in proptest::collection::vec(
        prop_oneof![
            "[A-Z][a-z]{1,6}", "[a-z]{1,7}", "[0-9()+. -]{1,14}", "[a-z]{2,5}@[a-z]{2,5}\\.com", "(via|from|at|of|CFO|Director|head of sales|Ltd)",
            "[,;|@&/:-]", "(tel|ext|referred by|linkedin\\.com/in/x1)", "[À-ž]{1,5}", "\\PC{0,6}",
        ], 0..12,
    )) {
        let line = parts.join(" ");
        let understood = understand(&line, &book());
        let called = understood.source.as_ref().map(|s| s.called.clone()).unwrap_or_default();
        let u = &understood;
        let all = [&u.name, &u.phone, &u.email, &u.title, &u.organisation, &u.link, &called, &u.rest];
        let kept: Vec<String> = all.iter().flat_map(|field| words(field)).collect();
        let line: String = line.chars().map(crate::domain::fold::ascii_digit).collect();
        for word in words(&line) {
            let low = word.to_lowercase();
            // `M:` says what follows, as `Mobile` does; without its colon it is an initial.
            let is_letter = line.contains(&format!("{word}:")) && lexicon::is_label(&format!("{low}:"));
            let mark = is_letter || lexicon::is_mark(&low);
            prop_assert!(mark || kept.contains(&word), "{word:?} of {line:?} is lost: {understood:?}");
        }
    }
}
