//! The heads of columns as programs write them in other languages, each with the English one it stands for: those of
//! Outlook, and those of HubSpot, whose tables speak the language of whoever exports them.

mod romance;

use crate::domain::fold::fold;
use romance::{FRENCH, ITALIAN, PORTUGUESE, SPANISH};

/// The English head, in the form in which heads are compared, of one in another language.
pub fn english(key: &str) -> Option<&'static str> {
    let groups = [GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, SWEDISH, FINNISH];
    let found = groups.into_iter().flatten().find(|(foreign, _)| *foreign == key);
    // Only what is written in other letters is worth folding.
    let japanese = || if key.is_ascii() { None } else { JAPANESE.iter().find(|(foreign, _)| fold(foreign) == key) };
    found.or_else(japanese).map(|(_, english)| *english)
}

type Heads = &'static [(&'static str, &'static str)];

const GERMAN: Heads = &[
    ("anrede", "nameprefix"),
    ("titel", "title"),
    ("vorname", "firstname"),
    ("weiterevornamen", "middlename"),
    ("zweitervorname", "middlename"),
    ("nachname", "lastname"),
    ("familienname", "lastname"),
    ("spitzname", "nickname"),
    ("anzeigename", "displayname"),
    ("vollstandigername", "fullname"),
    ("firma", "company"),
    ("unternehmen", "company"),
    ("unternehmensname", "company"),
    ("verknupftesunternehmen", "associatedcompany"),
    ("zugeordnetesunternehmen", "associatedcompany"),
    ("abteilung", "department"),
    ("berufsbezeichnung", "jobtitle"),
    ("jobtitel", "jobtitle"),
    ("beruf", "profession"),
    ("emailadresse", "emailaddress"),
    ("email2adresse", "email2address"),
    ("email3adresse", "email3address"),
    ("telefonnummer", "phonenumber"),
    ("haupttelefon", "primaryphone"),
    ("mobiltelefon", "mobilephone"),
    ("mobiltelefonnummer", "mobilephone"),
    ("mobilnummer", "mobilephone"),
    ("mobil", "mobilephone"),
    ("mobiltelefon2", "mobilephone"),
    ("telefongeschaftlich", "businessphone"),
    ("telefongeschaftlich2", "businessphone2"),
    ("telefonfirma", "companymainphone"),
    ("telefonprivat", "homephone"),
    ("telefonprivat2", "homephone2"),
    ("weiterestelefon", "otherphone"),
    ("autotelefon", "carphone"),
    ("telefonassistent", "assistantsphone"),
    ("ruckmeldung", "callback"),
    ("faxgeschaftlich", "businessfax"),
    ("faxprivat", "homefax"),
    ("weiteresfax", "otherfax"),
    ("webseite", "webpage"),
    ("webadresse", "webpage"),
    ("strassegeschaftlich", "businessstreet"),
    ("strassegeschaftlich2", "businessstreet2"),
    ("strassegeschaftlich3", "businessstreet3"),
    ("ortgeschaftlich", "businesscity"),
    ("regiongeschaftlich", "businessstate"),
    ("postleitzahlgeschaftlich", "businesspostalcode"),
    ("landregiongeschaftlich", "businesscountryregion"),
    ("landgeschaftlich", "businesscountry"),
    ("postfachgeschaftlich", "businessaddresspobox"),
    ("strasseprivat", "homestreet"),
    ("strasseprivat2", "homestreet2"),
    ("strasseprivat3", "homestreet3"),
    ("ortprivat", "homecity"),
    ("bundeslandkantonprivat", "homestate"),
    ("postleitzahlprivat", "homepostalcode"),
    ("landregionprivat", "homecountryregion"),
    ("landprivat", "homecountry"),
    ("postfachprivat", "homeaddresspobox"),
    ("weiterestrasse", "otherstreet"),
    ("weiterestrasse2", "otherstreet2"),
    ("weiterestrasse3", "otherstreet3"),
    ("weitererort", "othercity"),
    ("weitereregion", "otherstate"),
    ("weiterepostleitzahl", "otherpostalcode"),
    ("weitereslandregion", "othercountryregion"),
    ("weiterespostfach", "otheraddresspobox"),
    ("strasse", "street"),
    ("ort", "city"),
    ("stadt", "city"),
    ("plz", "postalcode"),
    ("postleitzahl", "postalcode"),
    ("land", "country"),
    ("adresse", "address"),
    ("notizen", "notes"),
    ("bemerkungen", "notes"),
    ("kategorien", "categories"),
    ("stichworter", "keywords"),
    ("geburtstag", "birthday"),
    ("geburtsdatum", "birthday"),
    ("jahrestag", "anniversary"),
    ("kinder", "children"),
    ("namedesdervorgesetzten", "managersname"),
    ("nameassistent", "assistantsname"),
    ("empfohlenvon", "referredby"),
    ("geschlecht", "gender"),
    ("initialen", "initials"),
    ("sprache", "language"),
    ("prioritat", "priority"),
    ("privat", "private"),
    ("vertraulichkeit", "sensitivity"),
    ("verzeichnisserver", "directoryserver"),
    ("abrechnungsinformation", "billinginformation"),
    ("internetfreigebucht", "internetfreebusy"),
    ("reisekilometer", "mileage"),
    ("organisationsnr", "organizationalidnumber"),
    ("regierungsnr", "organizationalidnumber"),
    ("telefonfurhorbehinderte", "ttytddphone"),
    ("emailtyp", "emailtype"),
    ("email2typ", "emailtype"),
    ("email3typ", "emailtype"),
    ("emailangezeigtername", "emaildisplayname"),
    ("email2angezeigtername", "emaildisplayname"),
    ("email3angezeigtername", "emaildisplayname"),
    ("datensatzid", "recordid"),
    ("erstellungsdatum", "createdate"),
    ("erstelltam", "createdate"),
    ("datumderletztenanderung", "lastmodifieddate"),
    ("kontaktowner", "contactowner"),
    ("kontaktinhaber", "contactowner"),
    ("verbundenam", "connectedon"),
];

const DUTCH: Heads = &[
    ("naam", "name"),
    ("voornaam", "firstname"),
    ("achternaam", "lastname"),
    ("mailadres", "emailaddress"),
    ("emailadres", "emailaddress"),
    ("telefoon", "phone"),
    ("telefoonnummer", "phonenumber"),
    ("mobielnummer", "mobilephone"),
    ("mobieletelefoon", "mobilephone"),
    ("mobieletelefoonnummer", "mobilephone"),
    ("functie", "jobtitle"),
    ("functietitel", "jobtitle"),
    ("bedrijf", "company"),
    ("bedrijfsnaam", "company"),
    ("gekoppeldbedrijf", "associatedcompany"),
    ("plaats", "city"),
    ("postcode", "postalcode"),
    ("notities", "notes"),
    ("verjaardag", "birthday"),
    ("geboortedatum", "birthday"),
    ("aanmaakdatum", "createdate"),
    ("datumlaatstewijziging", "lastmodifieddate"),
];

const POLISH: Heads = &[
    ("imieinazwisko", "fullname"),
    ("imie", "firstname"),
    ("nazwisko", "lastname"),
    ("adresemail", "emailaddress"),
    ("numertelefonu", "phonenumber"),
    ("numertelefonukomorkowego", "mobilephone"),
    ("stanowisko", "jobtitle"),
    ("nazwastanowiska", "jobtitle"),
    ("nazwafirmy", "company"),
    ("powiazanafirma", "associatedcompany"),
    ("miasto", "city"),
    ("kodpocztowy", "postalcode"),
    ("notatki", "notes"),
    ("urodziny", "birthday"),
    ("dataurodzenia", "birthday"),
    ("identyfikatorrekordu", "recordid"),
    ("datautworzenia", "createdate"),
    ("dataostatniejmodyfikacji", "lastmodifieddate"),
];

const SWEDISH: Heads = &[
    ("namn", "name"),
    ("fornamn", "firstname"),
    ("efternamn", "lastname"),
    ("epost", "email"),
    ("epostadress", "emailaddress"),
    ("mobiltelefonnummer", "mobilephone"),
    ("jobbtitel", "jobtitle"),
    ("befattning", "jobtitle"),
    ("foretag", "company"),
    ("foretagsnamn", "company"),
    ("associeratforetag", "associatedcompany"),
    ("anteckningar", "notes"),
    ("fodelsedag", "birthday"),
    ("postid", "recordid"),
    ("skapandedatum", "createdate"),
    ("senastandringsdatum", "lastmodifieddate"),
];

const FINNISH: Heads = &[
    ("nimi", "name"),
    ("etunimi", "firstname"),
    ("sukunimi", "lastname"),
    ("sahkoposti", "email"),
    ("sahkopostiosoite", "emailaddress"),
    ("puhelin", "phone"),
    ("puhelinnumero", "phonenumber"),
    ("matkapuhelin", "mobilephone"),
    ("matkapuhelinnumero", "mobilephone"),
    ("tehtavanimike", "jobtitle"),
    ("ammattinimike", "jobtitle"),
    ("yritys", "company"),
    ("yrityksennimi", "company"),
    ("liitettyyritys", "associatedcompany"),
    ("muistiinpanot", "notes"),
    ("syntymapaiva", "birthday"),
    ("tietueentunnus", "recordid"),
    ("luontipaiva", "createdate"),
];

const JAPANESE: Heads = &[
    ("氏名", "fullname"),
    ("名前", "name"),
    ("姓", "lastname"),
    ("名", "firstname"),
    ("eメール", "email"),
    ("eメルアトレス", "emailaddress"),
    ("メールアドレス", "emailaddress"),
    ("電話番号", "phonenumber"),
    ("携帯電話番号", "mobilephone"),
    ("携帯電話", "mobilephone"),
    ("役職", "jobtitle"),
    ("会社", "company"),
    ("会社名", "company"),
    ("関連会社", "associatedcompany"),
    ("メモ", "notes"),
    ("誕生日", "birthday"),
    ("レコードid", "recordid"),
    ("作成日", "createdate"),
    ("最終更新日", "lastmodifieddate"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_stands_once_and_in_the_form_in_which_heads_are_compared() {
        let groups = [GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, SWEDISH, FINNISH];
        for (foreign, english) in groups.into_iter().flatten() {
            let form: String = fold(foreign).chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(form, *foreign);
            assert_ne!(foreign, english, "it says nothing");
        }
    }
}
