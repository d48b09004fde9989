//! Cards as programs write them, and what is read from each.

use super::*;

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
fn a_card_of_google_is_read_with_its_escapes_and_who_referred_them() {
    check(
        fixture!("google.vcf"),
        Format::VCard,
        r#"
1 Dan Oak
  reach: email(work) dan@oak.example, email() d.oak@mail.example, phone(mobile) +1 202 555 0161, phone(Boat) 555-0162, web(homepage) https://oak.example/a,b
  facts: Anniversary: 4 June 2011 / Spouse: Rosa Oak / Birthday: 15 April
  note: Back\slash; semicolon, comma / and a line
  tags: Rowing
  by: Connie Alvarez"#,
    );
}

#[test]
fn quirks_of_many_programs_cost_nothing_of_a_card() {
    check(
        fixture!("quirks.vcf"),
        Format::VCard,
        r#"
1 Ama Boateng
  facts: Birthday: 25 November 1987
  note: Folded with a tab and a blank.
13 Kofi
  reach: phone() 555-0171
  facts: Birthday: 25 November 1987
19 Yaa Mensah
  reach: phone(home) +233-30-555-0172;ext=5
  facts: Birthday: 25 November 1987 / Anniversary: 4 June 2011
26 José López
  reach: phone(work) 555-0173, email() jose@lopez.example, address(work) Calle Mayor 3, Piso 2, León, 24001
  facts: Birthday: 1987-11"#,
    );
}

#[test]
fn b7_a_card_that_is_named_by_its_uid_is_found_wherever_it_stands_and_whoever_bears_the_same_name() {
    check(
        fixture!("uids.vcf"),
        Format::VCard,
        r#"
1 Fred Ito
  reach: email() fred@ito.example
  facts: Spouse: Luis Ito
  by: connie@alvarez.example
10 Connie Alvarez
  reach: email() connie@alvarez.example
16 Connie Alvarez
  at: Alvarez Bakery
22 Luis Ito
  by: Connie Alvarez (Alvarez Bakery)"#,
    );
}
