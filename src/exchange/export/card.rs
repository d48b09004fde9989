//! Somebody as a vCard, 4.0 (RFC 6350) or 3.0 (RFC 2426). What no property is for stands behind `X-KITH-`, so that the card
//! comes back as it went; no word of the person's own stands in the name of a property.

use super::who::ExportedPerson;
use crate::domain::annual_date::AnnualDate;
use crate::domain::person::{Person, Reach, ReachKind};
use crate::exchange::contacts::{OWN, PROPERTY};
use crate::exchange::content_line::{escaped, fold};

/// The versions that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 4.0, RFC 6350.
    V4,
    /// 3.0, RFC 2426: what Apple, Google and Outlook write themselves.
    V3,
}

/// A card being written.
struct CardWriter {
    version: Version,
    text: String,
    /// How many lines have a label of their own, which stands on a line of the same group.
    groups: usize,
}

/// The card of somebody.
pub fn write(who: &ExportedPerson, version: Version) -> String {
    let person = &*who.person;
    let mut card = CardWriter { version, text: String::new(), groups: 0 };
    let called = escaped(&who.called());
    card.line("BEGIN", "VCARD");
    card.line("VERSION", if version == Version::V4 { "4.0" } else { "3.0" });
    card.line("PRODID", "-//Kith//People//EN");
    card.line(if version == Version::V4 { "UID;VALUE=text" } else { "UID" }, &format!("{}@kith", who.name));
    card.line("FN", &called);
    // The whole name as the given one: which part of it is the family's differs from people to people, and put together by
    // another program it reads as it was written (RFC 6350 §6.2.2).
    card.line("N", &format!(";{called};;;"));
    card.said("ORG", who.place);
    card.said("TITLE", &person.title);
    for (place, way) in person.reach.iter().enumerate().filter(|(_, way)| !way.value.is_empty()) {
        let first = person.reach.iter().position(|other| other.kind == way.kind) == Some(place);
        card.way(way, first);
    }
    let tags: Vec<String> = person.tags.iter().map(|tag| escaped(tag)).collect();
    if !tags.is_empty() {
        card.line("CATEGORIES", &tags.join(","));
    }
    card.related(who.through);
    card.occasions(person);
    card.said("NOTE", &person.note);
    for own in OWN {
        card.said(&own.property(), &(own.say)(person));
    }
    card.line("END", "VCARD");
    card.text
}

impl CardWriter {
    /// A line whose value is written already.
    fn line(&mut self, name: &str, value: &str) {
        fold(&mut self.text, &format!("{name}:{value}"));
    }

    /// A line that says this text, if there is any.
    fn said(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &escaped(text));
        }
    }

    /// A way to reach them; the first of its kind is the preferred one.
    fn way(&mut self, way: &Reach, first: bool) {
        let v4 = self.version == Version::V4;
        let (name, value) = match &way.kind {
            ReachKind::Email if v4 => ("EMAIL", escaped(&way.value)),
            ReachKind::Email => ("EMAIL;TYPE=internet", escaped(&way.value)),
            ReachKind::Phone => ("TEL", escaped(&way.value)),
            // A comma is escaped in an address of the web too, as in every value (RFC 6350 §3.4).
            ReachKind::Web => ("URL", escaped(&way.value)),
            ReachKind::Profile if v4 => ("SOCIALPROFILE", escaped(&way.value)),
            ReachKind::Profile => ("X-SOCIALPROFILE", escaped(&way.value)),
            // Which part is the street nobody said: all of it is, and it is shown as it was written (RFC 6350 §6.3.1).
            ReachKind::Address => ("ADR", format!(";;{};;;;", escaped(&way.value))),
            ReachKind::Other(kind) => {
                let parts = [kind, way.label.as_str(), way.value.as_str()].map(escaped);
                return self.line(&format!("{PROPERTY}REACH"), &parts.join(";"));
            }
        };
        let preferred = match (first, v4) {
            (false, _) => "",
            (true, true) => ";PREF=1",
            (true, false) => ";TYPE=pref",
        };
        match kind_of(&way.label) {
            Some(kind) => self.line(&format!("{name}{preferred};TYPE={kind}"), &value),
            None if way.label.is_empty() => self.line(&format!("{name}{preferred}"), &value),
            None => self.labelled(&format!("{name}{preferred}"), &value, &way.label),
        }
    }

    /// A line with a label of the person's own, as Apple writes it and others read it: on a line of the same group.
    fn labelled(&mut self, name: &str, value: &str, label: &str) {
        self.groups += 1;
        let group = self.groups;
        self.line(&format!("item{group}.{name}"), value);
        self.line(&format!("item{group}.X-ABLabel"), &escaped(label));
    }

    /// Who referred them, as Google and Apple write it: neither version has a relation for it (RFC 6350 §6.6.6).
    fn related(&mut self, through: &str) {
        if through.is_empty() {
            return;
        }
        let name = if self.version == Version::V4 { "RELATED;VALUE=text" } else { "X-ABRELATEDNAMES" };
        self.labelled(name, &escaped(through), "referredBy");
    }

    /// The birthday and the anniversary, for calendars. 3.0 has neither without a year, and an anniversary only as Apple
    /// writes it.
    fn occasions(&mut self, person: &Person) {
        let v4 = self.version == Version::V4;
        let told = |day: AnnualDate| day.year().is_some() || v4;
        if let Some(day) = person.birthday().filter(|day| told(*day)) {
            self.line("BDAY", &day.vcard());
        }
        match person.anniversary().filter(|day| told(*day)) {
            Some(day) if v4 => self.line("ANNIVERSARY", &day.vcard()),
            Some(day) => self.labelled("X-ABDATE", &day.vcard(), "_$!<Anniversary>!$_"),
            None => {}
        }
    }
}

/// The type other programs know a label by; read back it is the same label.
fn kind_of(label: &str) -> Option<&'static str> {
    [("work", "work"), ("home", "home"), ("mobile", "cell"), ("fax", "fax")]
        .into_iter()
        .find(|(known, _)| *known == label)
        .map(|(_, kind)| kind)
}
