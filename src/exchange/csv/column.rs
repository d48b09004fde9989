//! What a column holds, by the name at its head. Case, blanks, dashes and underscores do not count.

use super::localized_headers::english;
use crate::domain::fold::fold;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The whole name.
    Name,
    /// First name.
    Given,
    /// Middle name.
    Middle,
    /// Last name.
    Family,
    /// Such as "Jr.".
    Suffix,
    /// What friends say.
    Nickname,
    /// Where they work.
    Organisation,
    /// What they do there.
    Title,
    /// An e-mail address, with its label.
    Email(String),
    /// A phone number, with its label.
    Phone(String),
    /// A web page, with its label.
    Web(String),
    /// A profile on a network.
    Profile,
    /// A whole postal address.
    Address(String),
    /// A part of the address of this label.
    AddressPart(&'static str),
    /// A part of the address of this number, where it is not written out as a whole.
    AddressPiece(String),
    /// The label of the columns of this kind and number, such as `email1`.
    LabelOf(String),
    /// Free text.
    Note,
    /// Labels.
    Tags,
    /// A fact, behind these words.
    Fact(&'static str),
    /// For the note, behind these words.
    About(&'static str),
    /// Who referred them.
    ReferredBy,
    /// A relation to somebody or a day, as the column of its label says.
    Relation(String),
    /// For the note, behind what the column of its label says.
    Custom(String),
    /// Since when they are known.
    KnownSince,
    /// Nothing of use: numbers of other programs, sounds of names.
    Nothing,
    /// Not known; what it holds goes to the note.
    Unknown,
}

/// What the column of this head holds.
pub fn column(head: &str) -> Column {
    column_of(&key(head))
}

/// What the column of the head with this key holds.
pub fn column_of(key: &str) -> Column {
    let known = |key: &str| [person, reach, besides, numbered, address_part].into_iter().find_map(|known| known(key));
    known(key).or_else(|| known(english(key)?)).unwrap_or(Column::Unknown)
}

/// A head in the form in which heads are compared.
pub fn key(head: &str) -> String {
    key_of(&fold(head))
}

/// Like `key`, of a head that is folded already.
pub fn key_of(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Who somebody is.
fn person(key: &str) -> Option<Column> {
    Some(match key {
        "name" | "fullname" | "displayname" | "contactname" | "contact" | "person" => Column::Name,
        "firstname" | "givenname" | "forename" | "first" => Column::Given,
        "middlename" | "additionalname" | "middle" => Column::Middle,
        "lastname" | "familyname" | "surname" | "last" => Column::Family,
        "suffix" | "namesuffix" => Column::Suffix,
        "nickname" | "shortname" => Column::Nickname,
        "company" | "companyname" | "organization" | "organisation" | "organizationname" | "organization1name"
        | "organisationname" | "employer" | "account" | "accountname" | "associatedcompany" | "business" => {
            Column::Organisation
        }
        "jobtitle" | "position" | "title" | "role" | "occupation" | "organizationtitle" | "organization1title"
        | "profession" | "job" => Column::Title,
        _ => return None,
    })
}

/// How to reach somebody.
fn reach(key: &str) -> Option<Column> {
    let email = |label: &str| Column::Email(label.into());
    let phone = |label: &str| Column::Phone(label.into());
    Some(match key {
        "email" | "emailaddress" | "mail" | "emails" | "primaryemail" | "workemail" | "emailwork" => email(""),
        "email2address" | "email3address" | "emailother" | "otheremail" | "secondaryemail" => email("other"),
        "emailhome" | "homeemail" | "personalemail" => email("home"),
        "phone" | "phonenumber" | "telephone" | "tel" | "primaryphone" | "phones" | "telefon" => phone(""),
        "mobilephone" | "mobile" | "mobilephonenumber" | "cell" | "cellphone" | "phonemobile" | "handy" => {
            phone("mobile")
        }
        "businessphone" | "businessphone2" | "workphone" | "phonework" | "companymainphone" | "officephone" => {
            phone("work")
        }
        "homephone" | "homephone2" | "phonehome" => phone("home"),
        "otherphone" | "phoneother" | "carphone" | "radiophone" | "assistantsphone" | "callback" => phone("other"),
        "businessfax" | "homefax" | "otherfax" | "fax" => phone("fax"),
        "pager" => phone("pager"),
        "webpage" | "website" | "websiteurl" | "web" | "homepage" | "url" => Column::Web(String::new()),
        "linkedinurl" | "linkedin" | "linkedinprofile" | "profileurl" | "profile" | "linkedinbio"
        | "profileonanetwork" => Column::Profile,
        "address" | "postaladdress" | "homeaddress" | "businessaddress" | "otheraddress" => {
            Column::Address(String::new())
        }
        _ => return None,
    })
}

/// What else is known.
fn besides(key: &str) -> Option<Column> {
    Some(match key {
        "notes" | "note" | "background" | "description" | "comments" | "comment" => Column::Note,
        "labels" | "groupmembership" | "categories" | "tags" | "keywords" | "groups" | "category" => Column::Tags,
        "birthday" | "birthdate" | "dateofbirth" => Column::Fact("Birthday"),
        "anniversary" => Column::Fact("Anniversary"),
        "spouse" => Column::Fact("Spouse"),
        "children" => Column::Fact("Children"),
        "managersname" => Column::Fact("Manager"),
        "assistantsname" => Column::Fact("Assistant"),
        "hobby" | "hobbies" => Column::Fact("Hobby"),
        "maidenname" => Column::Fact("Maiden name"),
        "location" => Column::About("Location"),
        "officelocation" => Column::About("Office"),
        "department" | "organizationdepartment" | "organization1department" => Column::About("Department"),
        "referredby" | "referrer" | "referralsource" | "source" => Column::ReferredBy,
        "connectedon" | "knownsince" => Column::KnownSince,
        key if NOTHING.contains(&key) || key.starts_with("phonetic") => Column::Nothing,
        _ => return None,
    })
}

/// The key of [`REASON`](crate::exchange::contacts::REASON), the head of the reasons in a file that was handed back.
pub const REASON_KEY: &str = "whyitwasnotread";

/// What programs write for themselves.
const NOTHING: &[&str] = &[
    // What we write ourselves: of a column that is left out, and behind what could not be read.
    "leaveitout",
    REASON_KEY,
    "photo",
    "fileas",
    "initials",
    "nameprefix",
    "gender",
    "language",
    "directoryserver",
    "mileage",
    "billinginformation",
    "sensitivity",
    "priority",
    "private",
    "internetfreebusy",
    "recordid",
    "id",
    "createdate",
    "lastmodifieddate",
    "associatedcompanyids",
    "associatedcontactids",
    "organizationalidnumber",
    "hasnewsletter",
    "firstseen",
    "lastseen",
    "givennameyomi",
    "familynameyomi",
    "additionalnameyomi",
    "yominame",
    "organization1type",
    "organization1yominame",
    "ttytddphone",
    "telex",
    "isdn",
    "emailtype",
    "email2type",
    "email3type",
    "emaildisplayname",
    "email2displayname",
    "email3displayname",
];

/// Google's numbered columns: `E-mail 1 - Value` with `E-mail 1 - Label` (before 2024 `Type`), and `Email 2`.
fn numbered(key: &str) -> Option<Column> {
    let kinds = ["email", "phone", "website", "address", "relation", "event", "customfield", "im"];
    let kind = kinds.into_iter().find(|kind| key.starts_with(kind))?;
    let rest = key.get(kind.len()..)?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (number, part) = rest.split_at_checked(digits)?;
    if number.is_empty() {
        return None;
    }
    let own = format!("{kind}{number}");
    Some(match (kind, part) {
        (_, "label" | "type") => Column::LabelOf(own),
        ("email", "value" | "" | "address") => Column::Email(own),
        ("phone", "value" | "" | "number") => Column::Phone(own),
        ("website", "value" | "") => Column::Web(own),
        ("address", "formatted" | "") => Column::Address(own),
        ("address", _) => Column::AddressPiece(own),
        ("relation" | "event", "value") => Column::Relation(own),
        ("customfield" | "im", "value") => Column::Custom(own),
        _ => return None,
    })
}

/// Outlook's `Business Street`, `Home City` and the like.
fn address_part(key: &str) -> Option<Column> {
    let places = [("business", "work"), ("home", "home"), ("other", "other"), ("work", "work"), ("", "")];
    let (prefix, label) = places.into_iter().find(|(prefix, _)| key.starts_with(prefix))?;
    let part = key.get(prefix.len()..)?;
    const PARTS: &[&str] = &[
        "street",
        "street2",
        "street3",
        "streetaddress",
        "city",
        "state",
        "stateregion",
        "postalcode",
        "zip",
        "zipcode",
        "country",
        "countryregion",
        "addresspobox",
        "pobox",
        "region",
    ];
    PARTS.contains(&part).then_some(Column::AddressPart(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(head: &str, expected: Column) {
        assert_eq!(column(head), expected, "{head}");
    }

    #[test]
    fn a_column_is_known_by_its_head_however_it_is_written() {
        for (head, expected) in [
            ("First Name", Column::Given),
            ("first_name", Column::Given),
            (" LAST-NAME ", Column::Family),
            ("E-mail Address", Column::Email("".into())),
            ("E-mail 2 Address", Column::Email("other".into())),
            ("E-mail 1 - Value", Column::Email("email1".into())),
            ("E-mail 1 - Type", Column::LabelOf("email1".into())),
            ("Phone 12 - Value", Column::Phone("phone12".into())),
            ("Prénom", Column::Given),
            ("Home Country/Region", Column::AddressPart("home")),
            ("Address 1 - City", Column::AddressPiece("address1".into())),
            ("Straße geschäftlich", Column::AddressPart("work")),
            ("Téléphone (bureau)", Column::Phone("work".into())),
            ("E-Mail 2: Adresse", Column::Email("other".into())),
            ("Correo electrónico", Column::Email("".into())),
            ("Имя", Column::Unknown),
            ("会社名", Column::Organisation),
            ("メールアドレス", Column::Email("".into())),
            ("Referred By", Column::ReferredBy),
            (crate::exchange::contacts::REASON, Column::Nothing),
            ("Shoe size", Column::Unknown),
            ("", Column::Unknown),
        ] {
            check(head, expected);
        }
    }
}
