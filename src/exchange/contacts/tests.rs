//! Files of contacts as programs write them, and what is read from each.

use super::*;
use crate::domain::book::Book;
use crate::domain::id::{Mint, Session};
use proptest::prelude::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/contacts/", $name))
    };
}

/// A contact, field by field; those that are empty are left out.
fn shown(c: &Contact) -> String {
    let mut out = format!("{} {}", c.line, c.name);
    let reach: Vec<String> = c.reach.iter().map(|r| format!("{}({}) {}", r.kind.word(), r.label, r.value)).collect();
    for (field, text) in [
        ("title", c.title.clone()),
        ("at", c.organisation.clone()),
        ("reach", reach.join(", ")),
        ("facts", c.facts.replace('\n', " / ")),
        ("note", c.note.replace('\n', " / ")),
        ("tags", c.tags.iter().cloned().collect::<Vec<_>>().join(", ")),
        ("by", c.referred_by.clone()),
        ("since", c.known_since.map(|day| day.to_string()).unwrap_or_default()),
    ] {
        if !text.is_empty() {
            out += &format!("\n  {field}: {text}");
        }
    }
    out
}

fn drawn(reading: &Reading) -> String {
    let contacts = reading.contacts.iter().map(shown);
    let refused = reading.refused.iter().map(|r| format!("! {r} [{}]", r.what));
    contacts.chain(refused).collect::<Vec<_>>().join("\n")
}

fn check(bytes: &[u8], format: Format, expected: &str) {
    let reading = read(bytes).unwrap();
    assert_eq!(reading.format, format);
    let drawn = drawn(&reading);
    assert_eq!(drawn, expected.trim(), "\n{drawn}\n");
}

#[test]
fn google_contacts_are_read_with_their_labels() {
    check(
        fixture!("google.csv"),
        Format::Google,
        r#"
2 Connie Alvarez
  title: Practice director
  at: Alvarez Dental Group
  reach: email(work) connie@alvarez.example, email(home) connie@mail.example, email(home) c.alvarez@mail.example, phone(mobile) +1 202 555 0101, address(work) 12 Quay Street, Harbour Town, web(work) https://alvarez.example
  facts: Birthday: 15 April 1979
  note: Runs marathons. / Vegetarian.
  tags: Clients
5 Fred Kenji Ito Jr.
  title: Chief financial officer
  at: Ito Precision
  reach: email(work) fred@ito.example, phone(work) (202) 555-0102
  facts: Called Freddy / Anniversary: 19 June 2010
  note: Department: Finance / Shoe size: 44
  by: Connie Alvarez
6 Harbour Water Works
  at: Harbour Water Works
  reach: phone(work) 555-0199"#,
    );
}

#[test]
fn google_contacts_of_before_2024_are_read_in_utf_16() {
    check(
        fixture!("google-before-2024.csv"),
        Format::Google,
        r#"
2 Олена Шевченко
  title: Менеджерка
  at: Дніпро Друк
  reach: email(work) olena@dnipro.example, phone(mobile) +380 44 555 0103
  facts: Spouse: Андрій
  tags: Друкарні"#,
    );
}

#[test]
fn outlook_is_read_in_windows_1252_with_semicolons_and_its_title_is_no_job() {
    check(
        fixture!("outlook.csv"),
        Format::Outlook,
        r#"
2 Jörg Weiß
  title: Geschäftsführer
  at: Weiß & Söhne
  reach: phone(work) +49 221 555010, phone(mobile) +49 171 5550104, email() j.weiss@soehne.example, address(work) Am Kai 3, Köln, 50667, Deutschland
  facts: Birthday: 3/4/1968 / Spouse: Eva
  note: Department: Einkauf / Kommt aus Linz – Reihe 2 / User 1: blau
  tags: Kunden, Partner
  by: Ken Adeyemi"#,
    );
}

#[test]
fn outlook_is_read_in_german_and_in_french() {
    check(
        fixture!("outlook-german.csv"),
        Format::Outlook,
        r#"
2 Jördis Weiß
  title: Geschäftsführerin
  at: Weiß & Söhne
  reach: phone(work) +49 221 555010, phone(mobile) +49 171 5550104, email() j.weiss@soehne.example, email(other) privat@soehne.example, web() https://soehne.example, address(work) Am Kai 3, Köln, 50667, Deutschland
  facts: Birthday: 28 December 1969
  note: Department: Einkauf / Kommt aus Linz – Reihe 2
  tags: Kunden, Partner
  by: Ken Adeyemi
3 Ole Brandt
  reach: phone(mobile) 0171 5550105"#,
    );
    check(
        fixture!("outlook-french.csv"),
        Format::Outlook,
        r#"
2 Élise Dupont
  title: Directrice
  at: Société du Quai
  reach: phone(work) +33 1 55 50 01 03, phone(mobile) +33 6 55 50 01 04, email() elise@quai.example, email(other) e.dupont@mail.example, web() https://quai.example, address(work) 3, quai du Port, Marseille, 13002, France
  facts: Birthday: 28 December 1969 / Spouse: Luc
  note: Department: Achats / Première ligne / Seconde
  tags: Clients
  by: Jim Halloran"#,
    );
}

#[test]
fn hubspot_is_read_in_the_language_of_whoever_exported_it() {
    check(
        fixture!("hubspot-german.csv"),
        Format::HubSpot,
        r#"
2 Wei Zhang
  title: Werkleiterin
  at: Lotus Packaging
  reach: email() wei@lotus.example, phone() +1 202 555 0105
  note: Zuständiger Mitarbeiter: Ann / Lead-Status: Offen
! Row 3: there is neither a name nor an address in it. ["102","","","","","Ann","Neu","2024-03-12 09:14","",""]"#,
    );
    for (heads, row) in [
        (
            "ID de registro,Nombre,Apellidos,Correo,Número de teléfono,Cargo,Nombre de la empresa",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "ID de fiche,Prénom,Nom,Adresse e-mail,Numéro de téléphone,Intitulé du poste,Nom de l'entreprise",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "ID record,Nome,Cognome,Indirizzo e-mail,Numero di telefono,Qualifica,Nome azienda",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "ID do registro,Nome,Sobrenome,Endereço de e-mail,Número de telefone,Cargo,Nome da empresa",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "Record-ID,Voornaam,Achternaam,E-mailadres,Telefoonnummer,Functietitel,Bedrijfsnaam",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "Identyfikator rekordu,Imię,Nazwisko,Adres e-mail,Numer telefonu,Stanowisko,Nazwa firmy",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "Post-ID,Förnamn,Efternamn,E-post,Telefonnummer,Jobbtitel,Företagsnamn",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        (
            "Tietueen tunnus,Etunimi,Sukunimi,Sähköposti,Puhelinnumero,Tehtävänimike,Yrityksen nimi",
            "1,Ann,Lee,a@x.example,555-0101,COO,Acme",
        ),
        ("レコードID,名,姓,Eメール,電話番号,役職,会社名", "1,Ann,Lee,a@x.example,555-0101,COO,Acme"),
    ] {
        check(
            format!("{heads}\n{row}\n").as_bytes(),
            Format::HubSpot,
            "2 Ann Lee\n  title: COO\n  at: Acme\n  reach: email() a@x.example, phone() 555-0101",
        );
    }
}

#[test]
fn monica_s_export_is_read_with_who_introduced_whom() {
    check(
        fixture!("monica.json"),
        Format::Monica,
        r#"
1 Connie Alvarez
  title: Practice director
  at: Alvarez Dental Group
  reach: email() connie@alvarez.example, phone() +1 202 555 0101, web() https://alvarez.example
  facts: Called Con / Birthday: 15 April 1979 / Last talked to: 12 September 2026
  note: Runs marathons.
  tags: Clients, Harbour
  since: 2019-06-01
2 Fred Ito
  facts: Birthday: 9 May
  tags: Golf
  by: Connie Alvarez
3 Ольга Ким
! Row 4: there is neither a name nor an address in it. [c4]"#,
    );
}

#[test]
fn two_encodings_in_one_file_are_read_line_by_line() {
    check(
        fixture!("two-encodings.csv"),
        Format::Table,
        "2 Élise Dupont\n  at: Société du Quai\n3 Jörg Weiß\n  at: Weiß & Söhne\n4 田中 由紀\n  at: Lotus",
    );
}

#[test]
fn absurd_files_are_read_or_refused_and_never_hold_anybody_up() {
    let wide = format!(
        "Name,{}\nAnn,{}\n",
        vec!["Note"; 10_000].join(","),
        (0..10_000).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
    );
    let long = format!("Name,Email\nAnn,{}@x.example\n", "a".repeat(5_000));
    let nul = "Name,Email\nAnn\0 Lee,a\0nn@lee.example\n".to_string();
    let many = |rows: usize| format!("Name\n{}", "Ann\n".repeat(rows));
    let said = |text: &str| read(text.as_bytes()).map(|reading| (reading.contacts.len(), reading.refused.len()));
    assert_eq!(said(&wide), Ok((0, 1)), "a note of more than {TEXT_MAX} characters");
    assert_eq!(said(&long), Ok((1, 0)));
    assert_eq!(read(nul.as_bytes()).unwrap().contacts[0].name.as_str(), "Ann Lee");
    assert_eq!(said(&many(ROWS_MAX)), Ok((ROWS_MAX, 0)));
    assert_eq!(said(&many(ROWS_MAX + 1)), Err(NotContacts::TooMany));
}

#[test]
fn linkedin_is_read_behind_its_preamble() {
    check(
        fixture!("linkedin.csv"),
        Format::LinkedIn,
        r#"
5 Hana Nováková
  title: Partner
  at: Letna Architects, s.r.o.
  reach: profile() https://www.linkedin.com/in/hana-novakova-1
  since: 2024-03-12
6 Amara Okafor
  title: Solicitor
  at: Okafor Legal
  reach: profile() https://www.linkedin.com/in/amara-okafor-2, email() amara@okafor.example
  since: 2022-02-07
7 Cher
  reach: profile() https://www.linkedin.com/in/cher-3/
  since: 2023-01-01
9 Hana Nováková
  title: Partner
  at: Letna Architects, s.r.o.
  reach: profile() https://www.linkedin.com/in/Hana-Novakova-1/
  since: 2024-03-12
10 Hana Nováková
  title: Guide
  at: Brno Tours
  reach: profile() https://www.linkedin.com/in/hana-novakova-77
  since: 2021-09-30"#,
    );
}

#[test]
fn hubspot_and_atomic_are_read_and_a_row_without_anybody_is_refused() {
    check(
        fixture!("hubspot.csv"),
        Format::HubSpot,
        r#"
2 Wei Zhang
  title: Plant manager
  at: Lotus Packaging
  reach: email() wei@lotus.example, phone() +1 202 555 0105
  note: Contact owner: Ann / Lead Status: Open
4 nobody@lotus.example
  reach: email() nobody@lotus.example
! Row 3: there is neither a name nor an address in it. [102,,,,,Ann,New,3/15/2024 2:30 PM,,]"#,
    );
    check(
        fixture!("atomic.csv"),
        Format::Table,
        r#"
2 Fatima El Idrissi
  title: Owner
  at: Atlas Travel
  reach: profile() https://www.linkedin.com/in/fatima-e, email() fatima@atlas.example, email(home) f@home.example, phone(work) +1 202 555 0106
  note: Flies to Fez in spring / status: warm
  tags: client, travel"#,
    );
}

#[test]
fn a_quotation_mark_that_never_closes_costs_its_own_row() {
    check(
        fixture!("open-quote.csv"),
        Format::Table,
        r#"
2 Jim Halloran
  at: Harbour Vale Bank
  reach: phone() 555-0107
3 Sue "Susi" Lindqvist
  at: Nordlund Finance
  reach: phone() 555-0108
5 Raj Subramanian
  at: Subramanian Training
  reach: phone() 555-0110
6 Ben Carter
  at: Carter Gardens
  reach: phone() 555-0111
  note: told me about the fair
7 Maya Patel
! Row 4: a quotation mark opens and never closes. [Nia Williams,"Harbour Chamber,555-0109]"#,
    );
}

#[test]
fn a_table_of_two_columns_between_tabs_is_enough() {
    check(
        fixture!("names.csv"),
        Format::Table,
        "2 Ngô Thị Hạnh\n  reach: phone() 555-0112\n3 田中 由紀\n  reach: phone() 555-0113",
    );
}

#[test]
fn an_apple_file_is_many_cards_and_a_bad_line_costs_the_line() {
    check(
        fixture!("apple.vcf"),
        Format::VCard,
        r#"
1 Connie Alvarez
  title: Practice director
  at: Alvarez Dental Group
  reach: email(other) connie@mail.example, email(work) connie@alvarez.example, phone(mobile) +1 202 555 0101, address(work) 12 Quay Street, Harbour Town, 10001, web(homepage) https://alvarez.example
  facts: Spouse: Luis Alvarez / Anniversary: 12 June 2004 / Birthday: 9 May
  note: Department: Front desk / Runs marathons, Lisbon next. / A very long line that a program folds after seventy-five octets; nothing is lost.
  tags: Clients, Harbour
  by: Jim Halloran
30 Fred Ito Jr.
  reach: phone(work) 555-0102
  facts: Birthday: 1980-02-30 / Birthday: 28 February 1980
42 Harbour Water Works
  at: Harbour Water Works
! Line 49: this card is a group of people, not a person. [Rowing club]
! Row 54: there is neither a name nor an address in it. []"#,
    );
}

#[test]
fn an_old_phone_writes_quoted_printable_and_cards_inside_cards() {
    check(
        fixture!("phone-2.1.vcf"),
        Format::VCard,
        r#"
1 Élise Dupont
  at: Société du Quai
  reach: phone(mobile) +33 1 55 50 01 03, phone(work fax) +33 1 55 50 01 04
  note: A note that is broken softly / and has a second line
14 Jim Stone
  reach: phone(home) 555-0114"#,
    );
}

#[test]
fn a_card_of_version_4_is_read() {
    check(
        fixture!("four.vcf"),
        Format::VCard,
        r#"
1 Lindiwe K.
  title: Chief executive
  at: Khumalo Foods; Sons
  reach: email(work) lindiwe@khumalo.example, email() home@khumalo.example, phone(mobile) +27-11-555-0105
  facts: Birthday: 15 April / Friend: Fred Ito"#,
    );
}

#[test]
fn a_card_cut_in_half_is_refused_and_the_others_live() {
    check(
        fixture!("cut-in-half.vcf"),
        Format::VCard,
        r#"
1 Grace Kim
  reach: email() grace@kim.example
10 Ruth Abramson
  reach: phone() 555-0116
! Line 6: the card begins and never ends; the file may be cut short. [Chidi Eze]
! Line 15: the card begins and never ends; the file may be cut short. [Aino Vir]"#,
    );
}

#[test]
fn a_file_that_is_something_else_says_what_it_is() {
    for (bytes, what) in [
        (&b""[..], NotContacts::Empty),
        (b" \r\n\xef\xbb\xbf", NotContacts::Empty),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", NotContacts::Workbook),
        (b"PK\x03\x04\x14\x00\x06\x00Connections.csv", NotContacts::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", NotContacts::Workbook),
        (b"%PDF-1.7", NotContacts::Pdf),
        (b"\x89PNG\r\n", NotContacts::Picture),
        (b"\xff\xd8\xff\xe0", NotContacts::Picture),
        (b"\0\0\0\x18ftypheic", NotContacts::Picture),
        (b"<!DOCTYPE html><title>Contacts</title>", NotContacts::WebPage),
        (b"BEGIN:VCALENDAR\r\n", NotContacts::Calendar),
        (b"{\"format\": \"kith\", \"version\": 1}", NotContacts::Backup),
        (b"{\"version\":\"1.0\"}", NotContacts::Json),
        (b"Dear Ann,\nthank you for the lovely evening.\n", NotContacts::NoHeader),
        (b"1,2,3\n", NotContacts::NoHeader),
    ] {
        assert_eq!(read(bytes), Err(what), "{}", String::from_utf8_lossy(bytes));
        assert!(what.to_string().ends_with('.'));
    }
}

/// The rows of an arrival into a book, as `line name: verdict`.
fn arrivals(book: &Book, bytes: &[u8]) -> (Vec<String>, Arrival) {
    arrivals_into(book, bytes, Destination::Book)
}

fn arrivals_into(book: &Book, bytes: &[u8], into: Destination) -> (Vec<String>, Arrival) {
    let reading = read(bytes).unwrap();
    let mut mint = Mint::new(Session::of_bits(9 + book.pool().len() as u64));
    let arrival = arrive(book, &reading, into, "file.csv", "2026-11-21".parse().unwrap(), &mut mint);
    let counts = arrival.counts();
    let rows = reading.contacts.len() + reading.refused.len();
    assert_eq!(rows, counts.new + counts.same + counts.updated + counts.refused);
    let word = |verdict| match verdict {
        Verdict::New => "new".to_string(),
        Verdict::Perhaps(id) => format!("new, perhaps {id}"),
        Verdict::Updates(id) => format!("updates {id}"),
        Verdict::Waiting(id) => format!("waiting {id}"),
        Verdict::News(id) => format!("news of {id}"),
        Verdict::Already(id) => format!("already {id}"),
        Verdict::Same(line) => format!("same as line {line}"),
    };
    let rows = arrival.rows.iter().map(|row| format!("{} {}: {}", row.line, row.name, word(row.verdict)));
    (rows.collect(), arrival)
}

fn with(mut book: Book, arrival: Arrival) -> Book {
    arrival.change.records.into_iter().for_each(|record| book.put(record));
    book
}

#[test]
fn the_same_file_twice_brings_nobody_new() {
    for file in [
        &fixture!("google.csv")[..],
        fixture!("google-before-2024.csv"),
        fixture!("outlook.csv"),
        fixture!("outlook-german.csv"),
        fixture!("outlook-french.csv"),
        fixture!("hubspot-german.csv"),
        fixture!("monica.json"),
        fixture!("linkedin.csv"),
        fixture!("hubspot.csv"),
        fixture!("open-quote.csv"),
        fixture!("names.csv"),
        fixture!("apple.vcf"),
        fixture!("phone-2.1.vcf"),
        fixture!("cut-in-half.vcf"),
    ] {
        let (_, first) = arrivals(&Book::default(), file);
        assert!(first.counts().new > 0);
        let (rows, second) = arrivals(&with(Book::default(), first), file);
        assert_eq!((second.counts().new, second.change.records.len()), (0, 0), "{rows:?}");
    }
}

#[test]
fn a_profile_tells_namesakes_apart() {
    let (rows, _) = arrivals(&Book::default(), fixture!("linkedin.csv"));
    assert_eq!(rows[3..], ["9 Hana Nováková: same as line 5", "10 Hana Nováková: new"]);
}

#[test]
fn whoever_shares_an_address_or_a_number_is_here_already() {
    let before = "Name,Email,Phone,Company\nJim Halloran,jim@bank.example,+1 202 555 0107,Harbour Bank\nAnn Lee,,,\n";
    let (_, arrival) = arrivals(&Book::default(), before.as_bytes());
    let book = with(Book::default(), arrival);
    let after = "Name,Email,Phone,Company\nJAMES HALLORAN,Jim@Bank.example,,\nJim Halloran,,(202) 555-0107,\n\
        Jim Halloran,other@mail.example,,\nann lee,,,Acme\nAnn Lee,ann@lee.example,,harbour bank\nBob,,555-0101,Acme\nBob,,555-0102,Acme\n";
    let (rows, arrival) = arrivals(&book, after.as_bytes());
    assert_eq!(
        rows,
        [
            "2 JAMES HALLORAN: already 0000000009-1",
            "3 Jim Halloran: same as line 2",
            "4 Jim Halloran: new, perhaps 0000000009-1",
            "5 ann lee: updates 0000000009-2",
            "6 Ann Lee: new, perhaps 0000000009-2",
            "7 Bob: new",
            "8 Bob: new",
        ]
    );
    let places: Vec<_> =
        arrival.change.records.iter().filter(|r| r.kind() == crate::domain::kind::Kind::Organisation).collect();
    assert_eq!(places.len(), 1, "Harbour Bank is in the book, and Acme comes once");
}

#[test]
fn b7_whoever_referred_them_is_found_in_the_book_or_in_the_file() {
    let (_, arrival) = arrivals(&Book::default(), fixture!("google.csv"));
    let book = with(Book::default(), arrival);
    let fred = book.people_named("Fred Kenji Ito Jr.").next().unwrap();
    let connie = book.people_named("Connie Alvarez").next().unwrap();
    assert_eq!(fred.met_through.as_ref().and_then(|mention| mention.id()), Some(connie.id.0));
}

#[test]
fn r12_who_comes_from_a_file_says_so_and_has_not_been_asked() {
    let (_, arrival) = arrivals(&Book::default(), fixture!("google.csv"));
    let book = with(Book::default(), arrival);
    assert!(book.people().next().is_some());
    for person in book.people() {
        assert_eq!(person.provenance, "from file.csv, 2026-11-21");
        assert_eq!(person.consent, Some(crate::domain::person::Consent::NotAsked));
    }
}

#[test]
fn r12_the_connections_of_a_network_and_a_file_of_hundreds_wait_in_the_pool() {
    let belongs = |bytes: &[u8]| read(bytes).unwrap().belongs();
    let many = format!("Name\n{}", (0..301).map(|n| format!("Ann{n} Lee\n")).collect::<String>());
    assert_eq!((belongs(fixture!("linkedin.csv")), belongs(many.as_bytes())), (Destination::Pool, Destination::Pool));
    assert_eq!((belongs(fixture!("google.csv")), belongs(b"Name\nAnn Lee\n")), (Destination::Book, Destination::Book));
}

#[test]
fn r12_a_file_goes_into_the_pool_once_and_nothing_of_it_into_the_book() {
    for file in [&fixture!("linkedin.csv")[..], fixture!("google.csv"), fixture!("apple.vcf")] {
        let (_, first) = arrivals_into(&Book::default(), file, Destination::Pool);
        let new = first.counts().new;
        let book = with(Book::default(), first);
        assert_eq!((book.pool().len(), book.people().count(), book.organisations().count()), (new, 0, 0));
        let all: Vec<_> = book.pool().cards().iter().filter_map(|card| book.connection(card.id)).collect();
        assert!(all.iter().all(|one| one.provenance == "from file.csv, 2026-11-21"));
        let (rows, again) = arrivals_into(&book, file, Destination::Pool);
        assert_eq!((again.counts().new, again.change.edits(&book).len()), (0, 0), "{rows:?}");
        assert_eq!(again.counts().waiting, new, "{rows:?}");
    }
    let (_, first) = arrivals_into(&Book::default(), fixture!("google.csv"), Destination::Book);
    let (_, second) = arrivals_into(&with(Book::default(), first), fixture!("google.csv"), Destination::Pool);
    assert_eq!(second.change.records.len(), 0, "who is in the book does not wait outside it");
}

#[test]
fn r12_who_waits_is_brought_into_the_book_by_a_file_that_goes_there_with_what_both_know() {
    let head = "Name,Title,Company,LinkedIn URL,Email\n";
    let first = format!("{head}Naomi Feld,COO,Acme,https://www.linkedin.com/in/naomi,\nBo Ek,,,,\n");
    let (_, arrival) = arrivals_into(&Book::default(), first.as_bytes(), Destination::Pool);
    let book = with(Book::default(), arrival);
    let then =
        format!("{head}Naomi Feld,,,linkedin.com/in/Naomi/,n@feld.example\nNaomi Feld,,,linkedin.com/in/naomi,\n");
    let (rows, arrival) = arrivals(&book, then.as_bytes());
    assert!(rows[0].contains("news of") && rows[1].ends_with("same as line 2"), "{rows:?}");
    let book = with(book, arrival);
    let naomi = book.people().next().unwrap();
    assert_eq!((book.people().count(), book.pool().len()), (1, 1));
    assert_eq!((naomi.title.as_str(), book.workplace(naomi), naomi.reach.len()), ("COO", "Acme", 2));
}

#[test]
fn r12_a_newer_file_tells_the_pool_where_somebody_works_now_and_wipes_nothing() {
    let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let file = |row: &str| format!("{head}Naomi,Feld,https://www.linkedin.com/in/naomi,{row},12 Mar 2024\n");
    let (_, arrival) = arrivals_into(&Book::default(), file("n@feld.example,Acme,COO").as_bytes(), Destination::Pool);
    let book = with(Book::default(), arrival);
    for (row, expected) in [("n@feld.example,Acme,COO", 0), (",,", 0), (",Bolt,CEO", 1)] {
        let (rows, again) = arrivals_into(&book, file(row).as_bytes(), Destination::Pool);
        assert_eq!((again.counts().news, again.counts().new, again.counts().waiting), (expected, 0, 1), "{rows:?}");
        let written = again.change.edits(&book);
        assert_eq!(written.len(), expected, "{written:?}");
    }
    let (_, again) = arrivals_into(&book, file("n@new.example,Bolt,CEO").as_bytes(), Destination::Pool);
    let book = with(book, again);
    let naomi = book.connection(book.pool().cards()[0].id).unwrap();
    assert_eq!((naomi.organisation.as_str(), naomi.title.as_str(), naomi.reach.len()), ("Bolt", "CEO", 3));
}

proptest! {
    #[test]
    fn any_bytes_are_contacts_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn every_card_is_a_contact_or_refused(lines in proptest::collection::vec(
        prop_oneof![
            Just("BEGIN:VCARD".to_string()), Just("END:VCARD".to_string()), Just("VERSION:2.1".to_string()),
            "(FN|N|ORG|item1\\.TEL|NOTE;ENCODING=QUOTED-PRINTABLE|X-ABLabel):[a-z;=,\\\\]{0,9}=?", "[ \t]?\\PC{0,9}", "AGENT:",
        ], 0..30,
    ), ending in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let text = format!("BEGIN:VCARD{ending}{}", lines.join(ending));
        let reading = read(text.as_bytes()).unwrap();
        prop_assert!(!reading.contacts.is_empty() || !reading.refused.is_empty());
        prop_assert!(reading.refused.iter().all(|r| r.what.chars().count() <= 80 && !r.what.contains(char::is_control)));
    }

    #[test]
    fn every_row_is_a_contact_or_refused(rows in proptest::collection::vec("[a-z]{1,5},[a-z@.]{0,6}(,[^\\x00-\\x1f\"]{0,9})?", 1..20)) {
        let text = format!("Name,Email\n{}\n", rows.join("\n"));
        let reading = read(text.as_bytes()).unwrap();
        prop_assert_eq!(reading.contacts.len() + reading.refused.len(), rows.len());
    }
}

#[test]
fn r12_who_became_somebody_else_of_the_book_is_known_by_the_old_name_too() {
    let file = b"Name\nJim Ito\nJames Ito-Bell\n";
    let (_, arrival) = arrivals(&Book::default(), file);
    let mut book = with(Book::default(), arrival);
    let people: Vec<_> = book.people().map(|person| person.id).collect();
    let merge = crate::domain::merged::MergeDraft::of(people.clone());
    let change = merge.change(&book, "2026-11-21".parse().unwrap()).unwrap();
    change.records.into_iter().for_each(|record| book.put(record));
    assert_eq!(book.people().count(), 1);
    let (rows, again) = arrivals(&book, file);
    assert_eq!((again.counts().new, again.change.edits(&book).len()), (0, 0), "{rows:?}");
}
