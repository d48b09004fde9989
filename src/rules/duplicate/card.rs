//! What of somebody is compared: the words of their name, addresses, numbers, profiles, birthday, place, each as a number.

use super::word::{Word, key, words};
use crate::domain::book::Book;
use crate::domain::country::{Country, dialled};
use crate::domain::fold::fold;
use crate::domain::known::profile;
use crate::domain::person::{Person, Reach, ReachKind};
use chrono::{Datelike, NaiveDate};

/// What of somebody is compared.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The words of the name.
    pub words: Vec<Word>,
    /// Which of several of one name: `Jr.` is not `Sr.`
    pub generation: Option<u8>,
    /// E-mail addresses.
    pub emails: Vec<Email>,
    /// Phone numbers.
    pub phones: Vec<Phone>,
    /// Profiles on networks.
    pub profiles: Vec<u64>,
    /// The birthday.
    pub birthday: Option<Birthday>,
    /// Where they work.
    pub place: Option<u64>,
    /// Where their addresses are: `jim@acme.example` is an address at Acme.
    pub hosts: Vec<u64>,
}

/// An e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Email {
    /// The address.
    pub key: u64,
    /// What stands before the `@`, where it is long enough to be somebody's own.
    pub mailbox: Option<u64>,
    /// Whether it is a desk's and nobody's own, such as `info@`.
    pub is_desk: bool,
}

/// A phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phone {
    /// All of it, with the code of its country.
    pub key: u64,
    /// Its end, by which it is found where one was written without the code.
    pub end: u64,
}

/// A day in a year that may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birthday {
    month: u32,
    day: u32,
    year: Option<i32>,
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
/// What an organisation may be called with or without.
const FORMS: [&str; 20] = [
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
];
/// How many digits at its end a number is found by.
const END: usize = 7;

impl Card {
    /// Of somebody in the book.
    pub fn of(book: &Book, person: &Person, home: Option<Country>) -> Card {
        let mut card = Card::new(person.name.as_str(), &person.reach, book.workplace(person), home);
        card.birthday = person.facts.lines().find_map(birthday);
        card
    }

    /// Of somebody of this name, reached in these ways, who works at this place.
    pub fn new(name: &str, reach: &[Reach], place: &str, home: Option<Country>) -> Card {
        let mut card = Card { words: words(name), place: place_key(place), ..Card::default() };
        let folded = fold(name);
        card.generation = folded.split(|c: char| !c.is_alphanumeric()).find_map(generation);
        if card.generation.is_some() {
            card.words.retain(|word| GENERATIONS.iter().all(|(written, _)| key(written) != word.key));
        }
        for one in reach {
            match one.kind {
                ReachKind::Email => {
                    card.emails.extend(email(&one.value, &card.words));
                    card.hosts.extend(host(&one.value));
                }
                ReachKind::Phone => card.phones.extend(phone(&one.value, home)),
                ReachKind::Profile => card.profiles.extend(profile_key(&one.value)),
                // Many a file has a profile among the web pages.
                ReachKind::Web if is_profile(&one.value) => card.profiles.extend(profile_key(&one.value)),
                _ => {}
            }
        }
        card
    }

    /// The place both have to do with: where one works or has an address, and the other too.
    pub fn same_place(&self, other: &Card) -> Option<u64> {
        let theirs = |place: &&u64| other.place == Some(**place) || other.hosts.contains(place);
        self.place.iter().chain(&self.hosts).find(theirs).copied()
    }
}

/// How the generations of one name are written.
const GENERATIONS: [(&str, u8); 6] = [("jr", 2), ("junior", 2), ("sr", 1), ("senior", 1), ("ii", 2), ("iii", 3)];

fn generation(word: &str) -> Option<u8> {
    GENERATIONS.iter().find(|(written, _)| *written == word).map(|(_, which)| *which)
}

fn email(text: &str, name: &[Word]) -> Option<Email> {
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
    let own = (!is_desk && !is_name && letters.len() >= 7).then(|| key(&letters));
    Some(Email { key: key(&format!("{mailbox}@{host}")), mailbox: own, is_desk })
}

/// The name of a host, unless anybody can have an address there.
fn host(address: &str) -> Option<u64> {
    let folded = fold(address);
    let (_, host) = folded.rsplit_once('@')?;
    let name = host.split('.').next().filter(|name| !FOR_ANYBODY.contains(name))?;
    place_key(&name.replace('-', " "))
}

fn phone(text: &str, home: Option<Country>) -> Option<Phone> {
    let number = dialled(text, home);
    let end = number.get(number.len().checked_sub(END)?..)?;
    Some(Phone { key: key(&number), end: key(end) })
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
    (plain.len() > 3).then(|| key(plain))
}

fn place_key(place: &str) -> Option<u64> {
    let folded = fold(place);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let kept: Vec<&str> = words.filter(|word| !FORMS.contains(word)).collect();
    (!kept.is_empty()).then(|| key(&kept.concat()))
}

/// The birthday in a line of facts: `Birthday: 15 April 1979`, `Birthday: 9 May`, `Birthday: 1979-04-15`.
fn birthday(line: &str) -> Option<Birthday> {
    let (about, day) = line.split_once(':')?;
    if !about.trim().eq_ignore_ascii_case("birthday") {
        return None;
    }
    let day = day.trim();
    let read = |text: &str, form: &str| NaiveDate::parse_from_str(text, form).ok();
    let of = |date: NaiveDate, known: bool| Birthday {
        month: date.month(),
        day: date.day(),
        year: known.then(|| date.year()),
    };
    let whole = ["%Y-%m-%d", "%d %B %Y"].iter().find_map(|form| read(day, form)).map(|date| of(date, true));
    // A leap year has every day there is.
    whole.or_else(|| read(&format!("{day} 2000"), "%d %B %Y").map(|date| of(date, false)))
}

impl Birthday {
    /// Whether both can be one day; `None` where only a year is missing, so that they may be.
    pub fn agrees(&self, other: &Birthday) -> Option<bool> {
        let same = (self.month, self.day) == (other.month, other.day);
        match self.year.zip(other.year) {
            Some((one, another)) => Some(same && one == another),
            None if same => None,
            None => Some(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_however_it_was_written() {
        for (one, other) in
            [("Fred.Ito@gmail.com", "fredito+news@googlemail.com"), (" JIM@ACME.example ", "jim@acme.example")]
        {
            assert_eq!(email(one, &[]).map(|e| e.key), email(other, &[]).map(|e| e.key), "{one}");
        }
        let address = |text: &str| email(text, &words("Fred Ito"));
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
        assert_eq!(place_key("The Acme Company, Inc."), place_key("ACME"));
        assert_ne!(place_key("Acme Paint"), place_key("Acme"));
        assert_eq!(place_key(" "), None);
        assert_eq!(host("jim@harbour-paint.example"), place_key("Harbour Paint Ltd"));
        assert_eq!(host("jim@gmail.com"), None);
    }

    #[test]
    fn birthdays_agree_differ_or_may_agree() {
        let read = |line: &str| birthday(line);
        let whole = read("Birthday: 15 April 1979").unwrap();
        assert_eq!(read("birthday: 1979-04-15"), Some(whole));
        assert_eq!(whole.agrees(&read("Birthday: 15 April").unwrap()), None);
        assert_eq!(whole.agrees(&read("Birthday: 15 April 1980").unwrap()), Some(false));
        assert_eq!(whole.agrees(&read("Birthday: 9 May").unwrap()), Some(false));
        assert!(read("Birthday: 3/4/1968").is_none() && read("Spouse: Ann").is_none());
        assert!(read("Birthday: 29 February").is_some());
    }

    #[test]
    fn a_junior_is_told_from_a_senior() {
        let generation = |name: &str| Card::new(name, &[], "", None).generation;
        assert_eq!(generation("John Smith Jr."), generation("John Smith, Junior"));
        assert_ne!(generation("John Smith Jr."), generation("John Smith Sr."));
        assert_eq!(Card::new("John Smith Jr.", &[], "", None).words.len(), 2);
        assert_eq!(generation("John Smith"), None);
    }
}
