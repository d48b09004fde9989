use super::*;
use crate::domain::connection::Connection;
use crate::domain::id::{Mint, Session};
use crate::domain::person::{
    Consent, Mention, Name, Person, Rating, Reach, ReachKind, Role, Tier, ToldEntry, lines, one_line,
};
use crate::domain::record::Record;
use crate::domain::referral::{Confidential, End, Outcome, Referral, SecretPart};
use crate::domain::sample::sample;
use crate::domain::sorted_set::SortedSet;
use crate::domain::touch::Touch;
use crate::exchange::contact_reader::read;
use crate::exchange::contacts::{Destination, OWN, arrive, take_column};
use crate::exchange::csv::ours::SEVERAL;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Ends of lines of Unicode that are written as the usual one.
const LINE_ENDS: [char; 2] = ['\u{2028}', '\u{2029}'];
const FORMS: [ExportFormat; 3] = [ExportFormat::VCard4, ExportFormat::VCard3, ExportFormat::Csv];

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn everyone() -> List {
    List::People(PeopleFilter::default())
}

fn text_of(book: &Book, list: &List, form: ExportFormat) -> String {
    take(book, list, form, today()).text.to_string()
}

/// The people a file brings into an empty book.
fn brought(text: &str) -> Book {
    let reading = read(text.as_bytes()).unwrap_or_else(|why| panic!("{why}\n{text}"));
    assert_eq!(reading.refused, [], "{text}");
    let mut mint = Mint::new(Session::of_bits(9));
    let arrival = arrive(&Book::default(), &reading, Destination::Book, "book", today(), &mut mint);
    let mut book = Book::default();
    arrival.change.records.into_iter().for_each(|record| book.put(record));
    book
}

/// What a file carries of somebody: all but what holds within one book only.
fn carried(book: &Book, person: &Person) -> Person {
    Person {
        id: Person::default().id,
        organisation: Some(Mention(book.workplace(person).to_string())),
        rank: None,
        brought_by: None,
        lists: crate::domain::sorted_set::SortedSet::new(),
        no_news_on: None,
        trashed: false,
        consent: person.consent.clone().or(Some(Consent::NotAsked)),
        provenance: if person.provenance.is_empty() {
            "from book, 2026-11-21".into()
        } else {
            person.provenance.clone()
        },
        ..person.clone()
    }
}

fn line() -> impl Strategy<Value = String> {
    "\\PC{0,40}|['=+@\\-\"\\\\;,:^ ]{1,8}|[a-z]{1,9}\\\\:x|=\\?é漢😀".prop_map(|text| one_line(&text))
}

fn text() -> impl Strategy<Value = String> {
    "[\\PC\n\t]{0,120}|['=+@\\-\"\\\\;,:\n]{1,12}|(x{60,90}\nEND:VCARD\n){0,2}|\n\nBEGIN:VCARD"
        .prop_map(|text| lines(&text.replace(LINE_ENDS, "\n")))
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop::option::of((0..60_000_u64).prop_map(|n| crate::domain::day::later("1950-01-01".parse().unwrap(), n)))
}

fn reach() -> impl Strategy<Value = Vec<Reach>> {
    let kind = prop::sample::select(vec!["email", "phone", "web", "address", "profile", "pigeon"]);
    let label = prop_oneof![Just("work".to_string()), Just("mobile".to_string()), line(), Just(String::new())];
    let value = prop_oneof![line(), Just("+1 202 555 0101".to_string()), Just("https://linkedin.com/in/x,y;z".into())];
    let way = (kind, label, value).prop_map(|(kind, label, value)| {
        let label = label.trim_start_matches("_$!<").to_string();
        Reach { kind: ReachKind::of_word(kind), label, value }
    });
    // Nobody is reached twice in the same way.
    let once = |ways: Vec<Reach>| {
        let key = |way: &Reach| (way.kind.word().to_string(), crate::domain::fold::fold(&way.value));
        let mut seen = BTreeMap::new();
        ways.into_iter().filter(|way| !way.value.is_empty() && seen.insert(key(way), ()).is_none()).collect()
    };
    prop::collection::vec(way, 0..6).prop_map(once)
}

prop_compose! {
    fn person()(
        name in "\\PC{1,60}|- [A-Z][a-z]{2,9}|=SUM\\(A1\\)|😀".prop_filter("a name", |text| Name::new(text).is_ok()),
        place in line(), title in line(), reach in reach(), through in line(),
        (facts, loves, looks_for, note, provenance) in (text(), text(), text(), text(), line()),
        tags in prop::collection::vec(line(), 0..4),
        (known_since, satisfied_on, referral, results, ideal_client) in (day(), day(), day(), day(), day()),
        (rating, tier, roles) in (0..6_u8, prop::option::of(0..3_usize), prop::collection::vec(0..9_usize, 0..4)),
        (cadence_days, never_ask, consent) in (prop::option::of(1..400_u32), any::<bool>(), prop::option::of(0..3_usize)),
        (lists, no_news_on) in (prop::collection::vec(line(), 0..3), day()),
    ) -> Person {
        let words = |text: String| Some(Mention(text)).filter(|mention| !mention.0.is_empty());
        let lists = lists.into_iter().filter(|list| !list.is_empty()).collect();
        let tags: SortedSet<String> = tags.into_iter().filter(|tag| !tag.is_empty() && !tag.contains(":::")).collect();
        Person {
            id: "p1".parse().unwrap(),
            name: Name::new(&name).unwrap(),
            organisation: words(place),
            met_through: words(through),
            roles: roles.into_iter().map(|n| Role::ALL[n].clone()).collect(),
            rating: Rating::try_from(rating).ok(),
            tier: tier.map(|n| Tier::ALL[n].clone()),
            consent: consent.map(|n| Consent::ALL[n].clone()),
            told: ToldEntry { referral, results, ideal_client },
            title, reach, facts, loves, looks_for, note, provenance, tags, known_since, satisfied_on, cadence_days, never_ask, lists, no_news_on,
            ..Person::default()
        }
    }
}

fn check(person: &Person) {
    let mut book = Book::default();
    book.put(person.clone().into());
    for form in FORMS {
        let text = text_of(&book, &everyone(), form);
        let read = brought(&text);
        let back: Vec<Person> = read.people().map(|person| carried(&read, person)).collect();
        assert_eq!(back, [carried(&book, person)], "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whoever_is_taken_out_comes_back_the_same_in_every_form(person in person()) {
        check(&person);
    }

    #[test]
    fn no_text_begins_a_card_a_row_or_a_formula_of_its_own(a in person(), b in person()) {
        let mut book = Book::default();
        book.put(a.into());
        book.put(Person { id: "p2".parse().unwrap(), ..b }.into());
        for (form, begins) in [(ExportFormat::VCard4, "BEGIN:VCARD\r\n"), (ExportFormat::VCard3, "BEGIN:VCARD\r\n")] {
            let text = text_of(&book, &everyone(), form);
            let lines: Vec<&str> = text.split_inclusive("\r\n").collect();
            prop_assert_eq!(lines.iter().filter(|line| **line == begins).count(), 2);
            prop_assert_eq!(lines.iter().filter(|line| **line == "END:VCARD\r\n").count(), 2);
            prop_assert!(lines.iter().all(|line| line.len() <= 77));
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        }
        let text = text_of(&book, &everyone(), ExportFormat::Csv);
        let cells = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes()).into_records();
        let cells: Vec<String> = cells.flat_map(|row| row.unwrap().iter().map(str::to_string).collect::<Vec<_>>()).collect();
        prop_assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
}

/// What is carried of somebody by name, as text: what a file of ours says in fields of its own, and the others.
fn told(book: &Book, person: &Person) -> BTreeMap<String, String> {
    let of = |name: &str, text: &str| (name.to_string(), text.to_string());
    let tags: Vec<&str> = person.tags.iter().map(String::as_str).collect();
    let through = person.met_through.as_ref().map(|mention| mention.0.as_str()).unwrap_or_default();
    let others = [
        of("title", &person.title),
        of("place", book.workplace(person)),
        of("note", &person.note),
        of("tags", &tags.join(SEVERAL)),
        of("through", through),
    ];
    OWN.iter().map(|own| (own.column(), (own.say)(person))).chain(others).collect()
}

/// Somebody with these parts of one person, those of another, or nothing, as each number says.
fn mixed(one: &Person, other: &Person, parts: &[u8]) -> Person {
    let mut here = Person { id: one.id, name: one.name.clone(), reach: one.reach.clone(), ..Person::default() };
    let from = |at: usize| match parts.get(at) {
        Some(0) => Some(one),
        Some(1) => Some(other),
        _ => None,
    };
    for (at, own) in OWN.iter().enumerate() {
        let text = from(at).map(own.say).unwrap_or_default();
        take_column(&mut here, &own.column(), &text);
    }
    let rest = |n: usize| from(OWN.len() + n);
    Person {
        title: rest(0).map(|p| p.title.clone()).unwrap_or_default(),
        organisation: rest(1).and_then(|p| p.organisation.clone()),
        note: rest(2).map(|p| p.note.clone()).unwrap_or_default(),
        tags: rest(3).map(|p| p.tags.clone()).unwrap_or_default(),
        met_through: rest(4).and_then(|p| p.met_through.clone()),
        ..here
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_is_empty_of_somebody_here_is_filled_from_a_file_of_ours_and_nothing_that_was_written_here_changes(
        mut one in person(), other in person(), parts in prop::collection::vec(0..3_u8, OWN.len() + 5),
    ) {
        one.reach.push(Reach { kind: ReachKind::Email, label: String::new(), value: "one@x.example".into() });
        let bystander = Person { id: "p9".parse().unwrap(), name: Name::new("Bo Ek").unwrap(), ..Person::default() };
        let book = |person: &Person| {
            let mut book = Book::default();
            [person.clone(), bystander.clone()].into_iter().for_each(|person| book.put(person.into()));
            book
        };
        let (whole, here) = (book(&one), mixed(&one, &other, &parts));
        let (full, was) = (told(&whole, &one), told(&book(&here), &here));
        let filled = |(name, text): (&String, &String)| {
            (name.clone(), if text.is_empty() { full[name].clone() } else { text.clone() })
        };
        let expected: BTreeMap<String, String> = was.iter().map(filled).collect();
        for form in FORMS {
            let reading = read(text_of(&whole, &everyone(), form).as_bytes()).unwrap();
            let mut mint = Mint::new(Session::of_bits(9));
            let mut book = book(&here);
            let arrival = arrive(&book, &reading, Destination::Book, "book", today(), &mut mint);
            let news: usize = arrival.rows.iter().map(|row| row.news.len()).sum();
            let empty = was.iter().zip(&expected).filter(|(was, expected)| was != expected).count();
            prop_assert_eq!(news, empty, "what is filled is shown before: {:?}", arrival.rows);
            arrival.change.records.into_iter().for_each(|record| book.put(record));
            let after = book.person(one.id).unwrap();
            prop_assert_eq!(&told(&book, after), &expected);
            prop_assert_eq!(&after.reach, &one.reach);
            prop_assert_eq!(book.people().count(), 2);
            let again = arrive(&book, &reading, Destination::Book, "book", today(), &mut mint);
            prop_assert_eq!(again.change.records, vec![]);
        }
    }
}

#[test]
fn the_whole_sample_goes_out_and_comes_back_in_every_form() {
    let mut book = Book::default();
    sample(today(), Session::of_bits(7)).records.into_iter().for_each(|record| book.put(record));
    let told = |book: &Book| {
        let person = |person: &Person| {
            let through = person.met_through.as_ref().map(|mention| named(book, mention));
            Person { met_through: through.map(Mention), ..carried(book, person) }
        };
        book.people().map(person).collect::<Vec<_>>()
    };
    for form in FORMS {
        let taken = take(&book, &everyone(), form, today());
        let back = brought(&taken.text);
        let hidden = told(&book).len() - taken.count;
        assert_eq!((taken.left_out, told(&back).len()), (hidden, taken.count));
        for (one, other) in
            told(&book).iter().filter(|one| told(&back).iter().any(|b| b.name == one.name)).zip(told(&back))
        {
            assert_eq!(*one, other);
        }
    }
}

fn named(book: &Book, mention: &Mention) -> String {
    let known = mention.id().and_then(|id| book.person(PersonId(id)));
    known.map_or_else(|| mention.0.clone(), |person| person.name.to_string())
}

#[test]
fn a_card_says_to_other_programs_what_they_know() {
    let way = |kind: ReachKind, label: &str, value: &str| Reach { kind, label: label.into(), value: value.into() };
    let person = Person {
        id: "p1".parse().unwrap(),
        name: Name::new("Élise O'Brien; Jr.").unwrap(),
        organisation: Some(Mention("Acme, Inc.".into())),
        reach: vec![
            way(ReachKind::Phone, "mobile", "+1 202 555 0101"),
            way(ReachKind::Phone, "Boat", "555-0102"),
            way(ReachKind::Web, "", "https://acme.example/a,b;c"),
            way(ReachKind::Address, "home", "Quay 3, Harbour Town"),
        ],
        facts: "Two girls\nBirthday: 29 February".into(),
        rating: Rating::try_from(5).ok(),
        ..Person::default()
    };
    let mut book = Book::default();
    book.put(person.into());
    let expected = "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Kith//People//EN\r\nUID;VALUE=text:p1@kith\r\n\
        FN:Élise O'Brien\\; Jr.\r\nN:;Élise O'Brien\\; Jr.;;;\r\nORG:Acme\\, Inc.\r\n\
        TEL;PREF=1;TYPE=cell:+1 202 555 0101\r\nitem1.TEL:555-0102\r\nitem1.X-ABLabel:Boat\r\n\
        URL;PREF=1:https://acme.example/a\\,b\\;c\r\nADR;PREF=1;TYPE=home:;;Quay 3\\, Harbour Town;;;;\r\nBDAY:--0229\r\n\
        X-KITH-RATING:5\r\nX-KITH-FACTS:Two girls\\nBirthday: 29 February\r\nEND:VCARD\r\n";
    assert_eq!(text_of(&book, &everyone(), ExportFormat::VCard4), expected);
    let old = text_of(&book, &everyone(), ExportFormat::VCard3);
    assert!(old.contains("\r\nVERSION:3.0\r\n") && old.contains("\r\nTEL;TYPE=pref;TYPE=cell:+1 202 555 0101\r\n"));
    assert!(!old.contains("BDAY"), "3.0 knows no birthday without a year");
}

#[test]
fn a_table_has_as_many_columns_as_anyone_needs_and_the_heads_others_know() {
    let way = |value: &str| Reach { kind: ReachKind::Phone, label: "work".into(), value: value.into() };
    let mut book = Book::default();
    let name = Name::new("Bo van Ek").unwrap();
    book.put(Person { id: "p1".parse().unwrap(), name, reach: vec![way("+1"), way("2")], ..Person::default() }.into());
    let name = Name::new("Cher").unwrap();
    book.put(Person { id: "p2".parse().unwrap(), name, rank: Some(1), ..Person::default() }.into());
    let text = text_of(&book, &everyone(), ExportFormat::Csv);
    let head = "\u{feff}\"Name\",\"First Name\",\"Last Name\",\"Organization Name\",\"Organization Title\",\
        \"Phone 1 - Label\",\"Phone 1 - Value\",\"Phone 2 - Label\",\"Phone 2 - Value\",\"Labels\",\"Referred By\",\"Notes\",\
        \"Kith: roles\"";
    assert!(text.starts_with(head), "{text}");
    assert!(text.contains("\r\n\"Bo van Ek\",\"Bo van\",\"Ek\",\"\",\"\",\"work\",\"'+1\",\"work\",\"2\","), "{text}");
    let placed = take(&book, &List::Hundred, ExportFormat::Csv, today());
    assert!(placed.text.contains("\"Place in the Hundred\"\r\n\"Cher\"") && placed.text.ends_with(",\"1\"\r\n"));
    assert_eq!((placed.count, placed.name.as_str(), placed.kind), (1, "kith-hundred-2026-11-21.csv", "text/csv"));
}

#[test]
fn r12_the_pool_is_taken_out_as_people_are() {
    let mut book = Book::default();
    for (id, name) in [("c1", "Naomi Feld"), ("c2", "Bo Ek")] {
        let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
        let met_through = "Jim".to_string();
        book.put(Connection { id, name, organisation: "Acme".into(), met_through, ..Connection::default() }.into());
    }
    let filter = PoolFilter { text: "naomi".into(), fits: None };
    for form in FORMS {
        let taken = take(&book, &List::Pool(filter.clone()), form, today());
        let back = brought(&taken.text);
        let naomi = back.people().next().unwrap();
        assert_eq!((taken.count, back.people().count(), back.workplace(naomi)), (1, 1, "Acme"));
        assert_eq!(naomi.met_through, Some(Mention("Jim".into())));
    }
}

/// Stands in everything that is confidential.
const MARK: &str = "Zebulon";

/// Jim brought Zebulon, who brought Ann: in confidence, or not.
fn secret(confidential: Confidential) -> Book {
    let mut book = Book::default();
    let through = |id: &str| Some(Mention(id.into()));
    for (id, name, met_through) in
        [("p1", "Jim", None), ("p2", MARK, through("p1")), ("p3", "Ann", through("p2")), ("p4", "Bea", None)]
    {
        let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
        book.put(Person { id, name, met_through, ..Person::default() }.into());
    }
    let value = crate::domain::money::Money::typed("98765", crate::domain::money::Currency::parse("USD").unwrap()).ok();
    let outcome = Outcome { kind: End::Won, on: Some(today()), value, ..Outcome::default() };
    let ids = |source: &str, prospect: &str| (source.parse().unwrap(), prospect.parse().unwrap());
    for (id, (source, prospect), confidential) in
        [("r1", ids("p1", "p2"), confidential), ("r2", ids("p2", "p3"), Confidential::No)]
    {
        let outcome = if id == "r1" { outcome.clone() } else { Outcome::default() };
        let agreed_on = "2026-11-02".parse().ok();
        let id = id.parse().unwrap();
        book.put(Referral { id, source, prospect, confidential, agreed_on, outcome, ..Referral::default() }.into());
    }
    for (id, person, about) in [("t1", "p2", ""), ("t2", "p1", "r1"), ("t3", "p1", "")] {
        let text = if id == "t3" { "Nice talk".to_string() } else { format!("{MARK} paid 98765") };
        let (id, person, about) = (id.parse().unwrap(), person.parse().unwrap(), about.parse().ok());
        book.put(Record::from(Touch { id, person, about, text, on: today(), ..Touch::default() }));
    }
    book
}

fn all_ways_out() -> Vec<(List, ExportFormat)> {
    let people = || [everyone(), List::Hundred, List::These(vec!["p2".parse().unwrap(), "p3".parse().unwrap()])];
    let of_people = people().into_iter().flat_map(|list| FORMS.map(|form| (list.clone(), form)));
    let tables = [List::Referrals(ReferralFilter::All, String::new()), List::Touches, List::Owed];
    of_people.chain(tables.map(|list| (list, ExportFormat::Csv))).collect()
}

#[test]
fn b8_r63_nothing_confidential_is_in_any_list_that_is_taken_out() {
    let (book, open) = (secret(Confidential::Whole), secret(Confidential::No));
    let mut left_out = 0;
    for (list, form) in all_ways_out() {
        let taken = take(&book, &list, form, today());
        assert!(!taken.text.contains(MARK) && !taken.text.contains("98765"), "{list:?} {form:?}\n{}", taken.text);
        left_out += taken.left_out;
        assert_eq!(size(&book, &list, today()), (taken.count, taken.left_out), "{list:?}");
        let shown = text_of(&open, &list, form);
        assert!(shown.contains(MARK) || matches!(list, List::Hundred), "no secret is left out for nothing: {list:?}");
    }
    // Zebulon six times among people, once among referrals, two words with or about them, and one that is owed.
    assert_eq!(left_out, 10);
}

#[test]
fn b8_what_is_confidential_of_a_referral_is_in_no_table() {
    let of = |part| secret(Confidential::Parts([part].into()));
    let list = List::Referrals(ReferralFilter::All, String::new());
    let amount = text_of(&of(SecretPart::Amount), &list, ExportFormat::Csv);
    assert!(amount.contains(MARK) && amount.contains("Won") && !amount.contains("98765"), "{amount}");
    let stage = text_of(&of(SecretPart::Stage), &list, ExportFormat::Csv);
    let row = stage.lines().find(|row| row.contains("\"Zebulon\",\"\",\"Jim\"")).unwrap();
    assert!(!row.contains("Won") && !row.contains("2026") && !row.contains("98765"), "{row}");
    for part in [SecretPart::Amount, SecretPart::Stage] {
        let said = take(&of(part), &List::Touches, ExportFormat::Csv, today());
        assert_eq!((said.count, said.left_out), (2, 1), "words about it may say anything");
    }
}

#[test]
fn a_birthday_and_an_anniversary_go_out_from_their_fields_and_from_the_facts_of_an_old_book() {
    let name = Name::new("Ada").unwrap();
    let fields = Person {
        id: "p1".parse().unwrap(),
        name: name.clone(),
        birthday: "15 April 1979".parse().ok(),
        anniversary: "--02-29".parse().ok(),
        ..Person::default()
    };
    let facts = "Birthday: 1979-04-15\nAnniversary: 29 February".to_string();
    let old = Person { id: "p1".parse().unwrap(), name, facts, ..Person::default() };
    for person in [fields.clone(), old] {
        let mut book = Book::default();
        book.put(person.clone().into());
        let four = text_of(&book, &everyone(), ExportFormat::VCard4);
        assert!(four.contains("\r\nBDAY:1979-04-15\r\nANNIVERSARY:--0229\r\n"), "{four}");
        for form in FORMS {
            let back = brought(&text_of(&book, &everyone(), form));
            assert_eq!(back.people().map(|one| carried(&back, one)).next(), Some(carried(&book, &person)), "{form:?}");
        }
    }
    let mut book = Book::default();
    book.put(Person { anniversary: "12 June 2004".parse().ok(), ..fields }.into());
    let three = text_of(&book, &everyone(), ExportFormat::VCard3);
    let apple = "\r\nBDAY:1979-04-15\r\nitem1.X-ABDATE:2004-06-12\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\n";
    assert!(three.contains(apple), "{three}");
}
