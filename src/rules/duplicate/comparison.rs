//! The parts of somebody that are compared: the words of their name, addresses, numbers, profiles, birthday, place,
//! each as a number.

use super::Stranger;
use crate::domain::annual_date::AnnualDate;
use crate::domain::book::Book;
use crate::domain::country::{Country, dialled};
use crate::domain::fold::fold;
use crate::domain::id_map::text_hash;
use crate::domain::identity::profile;
use crate::domain::name_match::{NameWord, ParsedName};
use crate::domain::person::{Person, ReachKind};

/// The parts of somebody that are compared.
#[derive(Debug, Clone, Default)]
pub struct ComparisonKeys {
    /// The words of the name.
    pub words: Vec<NameWord>,
    /// Which of several of one name: `Jr.` is not `Sr.`
    pub generation: Option<u8>,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Phone numbers.
    pub phones: Vec<Phone>,
    /// Profiles on networks.
    pub profiles: Vec<u64>,
    /// The birthday.
    pub birthday: Option<AnnualDate>,
    /// Where they work.
    pub place: Option<Workplace>,
    /// Where their addresses are: `jim@acme.example` is an address at Acme.
    pub hosts: Vec<Workplace>,
    /// The houses their letters go to.
    pub houses: Vec<u64>,
}

/// A place of work, or the host of its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// Its name, as a number.
    pub key: u64,
    letters: Box<str>,
}

impl Workplace {
    /// Whether they are one: Acme Paint may have its addresses at `acmepaint` or, cut short, at `acmepa`.
    fn is(&self, other: &Workplace) -> bool {
        let (short, long) = if self.letters.len() <= other.letters.len() { (self, other) } else { (other, self) };
        self.key == other.key || short.letters.len() >= 6 && long.letters.starts_with(&*short.letters)
    }
}

/// An e-mail address.
#[derive(Debug, Clone, Copy)]
pub struct Email {
    /// The address.
    pub key: u64,
    /// The part before the `@`, where it is long enough to be somebody's own.
    pub mailbox: Option<u64>,
    /// Whether it is a desk's and nobody's own, such as `info@`.
    pub is_desk: bool,
    /// The host, unless anybody can have an address there.
    pub host: Option<u64>,
    /// The address without digits.
    bare: u64,
}

impl PartialEq for Email {
    /// Two are one by their address, whoever's name they were held against.
    fn eq(&self, other: &Email) -> bool {
        self.key == other.key
    }
}

/// A phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phone {
    /// All of it, with the code of its country.
    pub key: u64,
    /// Its end, by which it is found where one was written without the code.
    pub end: u64,
}

/// Addresses of a desk.
const DESKS: [&str; 19] = [
    "info",
    "office",
    "sales",
    "contact",
    "hello",
    "mail",
    "admin",
    "team",
    "support",
    "kontakt",
    "buero",
    "service",
    "enquiries",
    "inquiries",
    "reception",
    "billing",
    "accounts",
    "hr",
    "noreply",
];
/// Hosts where anybody can have an address.
const FOR_ANYBODY: [&str; 24] = [
    "gmail",
    "googlemail",
    "yahoo",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "icloud",
    "me",
    "mac",
    "aol",
    "gmx",
    "web",
    "mail",
    "proton",
    "protonmail",
    "yandex",
    "qq",
    "163",
    "free",
    "orange",
    "libero",
    "t-online",
    "zoho",
];
/// The words an organisation may be called with or without.
const FORMS: [&str; 30] = [
    "inc",
    "llc",
    "ltd",
    "limited",
    "gmbh",
    "ag",
    "co",
    "corp",
    "corporation",
    "company",
    "plc",
    "sa",
    "srl",
    "bv",
    "kg",
    "the",
    "and",
    "spa",
    "oy",
    "ab",
    "group",
    "holding",
    "holdings",
    "nv",
    "as",
    "llp",
    "lp",
    "sas",
    "sarl",
    "pty",
];
/// The kinds of street, and the ends of it: written in full, cut short or left out.
const STREETS: [&str; 40] = [
    "street",
    "st",
    "avenue",
    "ave",
    "av",
    "road",
    "rd",
    "drive",
    "dr",
    "lane",
    "ln",
    "boulevard",
    "blvd",
    "court",
    "ct",
    "place",
    "pl",
    "square",
    "sq",
    "terrace",
    "way",
    "rue",
    "via",
    "viale",
    "calle",
    "avenida",
    "rua",
    "de",
    "la",
    "du",
    "the",
    "north",
    "south",
    "east",
    "west",
    "n",
    "s",
    "e",
    "w",
    "apt",
];
/// How many addresses, numbers, profiles and houses of one person are compared, of each kind, and how long one may be: more
/// of them, or longer ones, are nobody's own.
const WAYS_MAX: usize = 50;
const WAY_LENGTH_MAX: usize = 500;
/// How many digits at its end a number is found by.
const END: usize = 7;

impl ComparisonKeys {
    /// Of somebody in the book.
    pub fn of(book: &Book, person: &Person, home: Option<Country>) -> ComparisonKeys {
        let (name, place) = (person.name.as_str(), book.workplace(person));
        ComparisonKeys::new(&Stranger { name, reach: &person.reach, place, birthday: person.birthday() }, home)
    }

    /// Of somebody from elsewhere; a number without the code of a country is one of `home`. Of each kind of address the
    /// first [`WAYS_MAX`] are read, and none that is longer than [`WAY_LENGTH_MAX`] bytes.
    pub fn new(stranger: &Stranger, home: Option<Country>) -> ComparisonKeys {
        let ParsedName { words, generation } = ParsedName::of(stranger.name);
        let mut card =
            ComparisonKeys { words, generation, place: place_of(stranger.place), ..ComparisonKeys::default() };
        card.birthday = stranger.birthday;
        for one in stranger.reach.iter().filter(|one| one.value.len() <= WAY_LENGTH_MAX) {
            match one.kind {
                ReachKind::Email if card.emails.len() < WAYS_MAX => {
                    card.emails.extend(email(&one.value, &card.words));
                    card.hosts.extend(host(&one.value));
                }
                ReachKind::Phone if card.phones.len() < WAYS_MAX => card.phones.extend(phone(&one.value, home)),
                ReachKind::Address if card.houses.len() < WAYS_MAX => card.houses.extend(house(&one.value)),
                // Many a file has a profile among the web pages.
                ReachKind::Profile | ReachKind::Web if card.profiles.len() < WAYS_MAX => {
                    let is_one = one.kind == ReachKind::Profile || is_profile(&one.value);
                    card.profiles.extend(profile_key(&one.value).filter(|_| is_one));
                }
                _ => {}
            }
        }
        card
    }

    /// The place both have to do with: where one works or has an address, and the other too.
    pub fn same_place(&self, other: &ComparisonKeys) -> Option<u64> {
        let theirs = |place: &&Workplace| other.place.iter().chain(&other.hosts).any(|their| their.is(place));
        self.place.iter().chain(&self.hosts).find(theirs).map(|place| place.key)
    }

    /// Whether a firm numbered them: `ann.lee@` and `ann.lee2@` are two people of one name.
    pub fn is_numbered(&self, other: &ComparisonKeys) -> bool {
        let numbered = |one: &&Email| other.emails.iter().any(|that| that.bare == one.bare && that.key != one.key);
        let at_firm = |one: &&Email| one.host.is_some();
        !self.emails.iter().any(|one| other.emails.contains(one))
            && self.emails.iter().filter(at_firm).any(|one| numbered(&one))
    }

    /// Whether each has an address of their own at one host, and not the same: two people in one firm.
    pub fn is_beside(&self, other: &ComparisonKeys) -> bool {
        let own = |email: &&Email| !email.is_desk && email.host.is_some();
        let beside = |one: &Email| other.emails.iter().filter(own).any(|that| that.host == one.host);
        !self.emails.iter().any(|one| other.emails.contains(one)) && self.emails.iter().filter(own).any(beside)
    }
}

fn email(text: &str, name: &[NameWord]) -> Option<Email> {
    let folded = fold(text);
    let (mailbox, host) = folded.rsplit_once('@')?;
    // What stands behind a plus is a label of one's own.
    let mailbox = mailbox.split_once('+').map_or(mailbox, |(before, _)| before);
    let host = if host == "googlemail.com" { "gmail.com" } else { host };
    let mailbox = if host == "gmail.com" { mailbox.replace('.', "") } else { mailbox.to_string() };
    let is_desk = DESKS.contains(&mailbox.as_str());
    let letters: String = mailbox.chars().filter(|c| c.is_alphanumeric()).collect();
    // A mailbox made of nothing but the name is that of all who bear it.
    let is_name = !letters.contains(|c: char| c.is_ascii_digit()) && name.iter().any(|word| word.is_within(&letters));
    let own = (!is_desk && !is_name && letters.len() >= 7).then(|| text_hash(&letters));
    let at = self::host(text).map(|host| host.key);
    let bare: String = mailbox.chars().filter(|c| !c.is_ascii_digit()).collect();
    let [key, bare] = [&mailbox, &bare].map(|name| text_hash(&format!("{name}@{host}")));
    Some(Email { key, mailbox: own, is_desk, host: at, bare })
}

/// The name of a host, unless anybody can have an address there.
fn host(address: &str) -> Option<Workplace> {
    let folded = fold(address);
    let (_, host) = folded.rsplit_once('@')?;
    let name = host.split('.').next().filter(|name| !FOR_ANYBODY.contains(name))?;
    place_of(&name.replace('-', " "))
}

fn phone(text: &str, home: Option<Country>) -> Option<Phone> {
    let number = dialled(text, home);
    let end = number.get(number.len().checked_sub(END)?..)?;
    Some(Phone { key: text_hash(&number), end: text_hash(end) })
}

fn is_profile(value: &str) -> bool {
    ["linkedin.com/in/", "xing.com/profile/", "facebook.com/", "x.com/", "twitter.com/"]
        .iter()
        .any(|at| value.contains(at))
}

fn profile_key(value: &str) -> Option<u64> {
    let plain = profile(value);
    let plain = plain.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    // `de.linkedin.com` is `linkedin.com`.
    let plain = plain.find("linkedin.com").and_then(|at| plain.get(at..)).unwrap_or(plain);
    (plain.len() > 3).then(|| text_hash(plain))
}

fn place_of(place: &str) -> Option<Workplace> {
    let folded = fold(place);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let kept: Vec<&str> = words.filter(|word| !FORMS.contains(word)).collect();
    let letters = kept.concat();
    (!letters.is_empty()).then(|| Workplace { key: text_hash(&letters), letters: letters.into() })
}

/// A house: its number and the name of its street, in whichever order; `12 Oak St.` is `12 Oak Street, Denver`.
fn house(address: &str) -> Option<u64> {
    let folded = fold(address);
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = words().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let street = words().find(|word| word.starts_with(char::is_alphabetic) && !STREETS.contains(word))?;
    let street = ["strasse", "str"].iter().find_map(|kind| street.strip_suffix(kind)).unwrap_or(street);
    Some(text_hash(&format!("{number} {street}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Reach;

    #[test]
    fn an_address_is_one_however_it_was_written() {
        for (one, other) in
            [("Fred.Ito@gmail.com", "fredito+news@googlemail.com"), (" JIM@ACME.example ", "jim@acme.example")]
        {
            assert_eq!(email(one, &[]).map(|e| e.key), email(other, &[]).map(|e| e.key), "{one}");
        }
        let address = |text: &str| email(text, &ParsedName::of("Fred Ito").words);
        assert_ne!(address("fred.ito@acme.example").map(|e| e.key), address("fredito@acme.example").map(|e| e.key));
        assert!(address("info@acme.example").is_some_and(|e| e.is_desk));
        assert_eq!(address("nobody"), None);
        let has_own = |text: &str| address(text).is_some_and(|e| e.mailbox.is_some());
        assert!(has_own("fredito79@x.example") && has_own("skipper@x.example") && !has_own("fred.ito@x.example"));
    }

    #[test]
    fn a_profile_and_a_place_are_one_however_they_were_written() {
        let linked = profile_key("https://www.linkedin.com/in/fred-ito/");
        assert_eq!(linked, profile_key("de.linkedin.com/in/Fred-Ito?trk=x"));
        assert_eq!(place_of("The Acme Company, Inc."), place_of("ACME"));
        assert_ne!(place_of("Acme Paint"), place_of("Acme"));
        assert_eq!(place_of(" "), None);
        assert_eq!(host("jim@harbour-paint.example"), place_of("Harbour Paint Ltd"));
        assert_eq!(host("jim@gmail.com"), None);
        let is = |one: &str, other: &str| host(one).zip(place_of(other)).is_some_and(|(a, b)| a.is(&b));
        assert!(is("jim@harbour.example", "Harbour Paint") && !is("jim@bolt.example", "Bolton Mills"));
    }

    #[test]
    fn a_house_is_one_however_its_street_is_written() {
        for (one, other) in [
            ("12 Oak Street, Denver, CO 80214", "12 Oak St. Denver"),
            ("Hauptstraße 12, 10115 Berlin", "Hauptstr. 12"),
            ("12 rue de la Paix, Paris", "12, Rue de la Paix"),
        ] {
            assert!(house(one).is_some() && house(one) == house(other), "{one}");
        }
        assert_ne!(house("12 Oak Street"), house("14 Oak Street"));
        assert_eq!(house("Denver"), None);
    }

    #[test]
    fn two_addresses_at_one_firm_are_two_people() {
        let at = |value: &str| {
            let reach = Reach { kind: ReachKind::Email, label: String::new(), value: value.into() };
            ComparisonKeys::new(&Stranger { name: "Ann Lee", reach: &[reach], place: "", birthday: None }, None)
        };
        assert!(at("ann.lee@acme.example").is_beside(&at("ann.lee2@acme.example")));
        for other in ["info@acme.example", "ann.lee@bolt.example", "ann.lee@acme.example"] {
            assert!(!at("ann.lee@acme.example").is_beside(&at(other)), "{other}");
        }
        assert!(!at("ann@gmail.com").is_beside(&at("ann2@gmail.com")));
        assert!(at("ann.lee@acme.example").is_numbered(&at("ann.lee2@acme.example")));
        assert!(!at("ann.lee@acme.example").is_numbered(&at("ann@acme.example")));
        assert!(!at("ann@gmail.com").is_numbered(&at("ann2@gmail.com")));
    }
}
