//! Tables as programs write them, and what is read from each.

use super::*;

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
fn two_encodings_in_one_file_are_read_line_by_line() {
    check(
        fixture!("two-encodings.csv"),
        Format::Table,
        "2 Élise Dupont\n  at: Société du Quai\n3 Jörg Weiß\n  at: Weiß & Söhne\n4 田中 由紀\n  at: Lotus",
    );
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
fn a_whole_table_of_google_is_read_with_names_that_are_notes_and_rows_of_an_address_or_a_company_alone() {
    check(
        fixture!("google-whole.csv"),
        Format::Google,
        r#"
2 (CPA) Oona Brook
  reach: email(work) oona@ledger.example, email(home) oona@brook.example, email() o.brook@mail.example, phone(mobile) +44 20 7946 0101, phone(mobile) +44 20 7946 0102, phone(work fax) +44 20 7946 0103, address(home) 3 Mill Lane, Wells, PO 9, Somerset, BA5 9ZZ, United Kingdom, Flat 2
  tags: Rowing
3 [SEM INTERESSE] Miguel
  reach: phone() 555-0131
4 - Renata
  reach: phone() 555-0132
5 only@address.example
  reach: email() only@address.example
6 Quay Print
  at: Quay Print"#,
    );
    check(
        fixture!("google-oldest.csv"),
        Format::Google,
        r#"
2 Ελένη Ρήγα
  title: Διευθύντρια
  at: Τυπογραφείο Ρήγα
  reach: email(work) eleni@riga.example, phone(mobile) +30 21 5550 0104
  facts: Maiden name: Βλάχου / Birthday: 5 March 1981 / Hobby: Τέννις
  note: Μιλάει γαλλικά
  tags: Πελάτες
  by: Νίκος Κωστή
3 Νίκος Κωστή
  reach: email() nikos@kosti.example"#,
    );
}

#[test]
fn a_whole_table_of_outlook_is_read_with_who_referred_them() {
    check(
        fixture!("outlook-whole.csv"),
        Format::Outlook,
        r#"
2 Pilar A. Soto PhD
  title: Surveyor
  at: Soto Surveys
  reach: web() https://soto.example, email() pilar@soto.example, email(other) p.soto@mail.example, phone() 555-0141, phone(home) 555-0142, phone(mobile) 555-0143, phone(pager) 555-0144, phone(fax) 555-0145, phone(work) 555-0146, phone(work) 555-0147, phone(fax) 555-0148, phone(other) 555-0149, address(home) 4 Oak Row, Reno, NV, 89501, United States, address(work) 9 Dock Road, Reno, United States
  facts: Called Pili / Birthday: 28 December 1969 / Spouse: Luis Soto / Children: Ana / Manager: Guy Roy / Assistant: Bea Low / Hobby: Sailing
  note: Location: Third floor / First line / second line / Department: Field / Office: B2 / User 1: green
  tags: Clients, Harbour, maps
  by: Ole Brandt
4 Dock Supplies
  at: Dock Supplies
  reach: phone(work) 555-0151"#,
    );
}

#[test]
fn connections_without_a_preamble_or_with_a_quoted_one_or_without_profiles_are_read() {
    check(
        fixture!("linkedin-quoted.csv"),
        Format::LinkedIn,
        r#"
5 Ida Holm
  title: Owner
  at: Holm & Sons, Ltd.
  reach: profile() https://www.linkedin.com/in/ida-holm-9
  since: 2024-03-12
6 Ida Holm
  title: Owner
  at: Holm & Sons, Ltd.
  since: 2024-03-12"#,
    );
    check(
        b"First Name,Last Name,Email Address,Company,Position,Connected On\nIda,,,Holm,Owner,3 Jan 2019\n",
        Format::LinkedIn,
        "2 Ida\n  title: Owner\n  at: Holm\n  since: 2019-01-03",
    );
}

#[test]
fn columns_are_found_in_any_order_between_bars_and_behind_other_lines() {
    let ann = "Ann Lee\n  reach: phone() 555-0181, email() ann@lee.example";
    check(b"PHONE|e mail|Full_Name\n555-0181|ann@lee.example|Ann Lee\n", Format::Table, &format!("2 {ann}"));
    let behind = |lines: usize| {
        "Exported for the harbour fair\n".repeat(lines) + "Phone,E-mail,Name\n555-0181,ann@lee.example,Ann Lee\n"
    };
    check(behind(19).as_bytes(), Format::Table, &format!("21 {ann}"));
    let format = |text: &str| read(text.as_bytes()).map(|reading| reading.format);
    assert_ne!(format(&behind(20)), Ok(Format::Table), "a header on line 21");
}

#[test]
fn any_view_of_hubspot_is_read() {
    check(
        b"Record ID,First Name,Last Name,Email,Lifecycle Stage,Last Modified Date,Original Source,Associated Company,Associated Company IDs,Associated Contact IDs\n\
          7,Wei,Zhang,wei@lotus.example,Lead,2024-03-12 09:14,Offline,Lotus Packaging,11;12,21;22\n",
        Format::HubSpot,
        "2 Wei Zhang\n  at: Lotus Packaging\n  reach: email() wei@lotus.example\n  note: Lifecycle Stage: Lead / Original Source: Offline",
    );
}
