//! One card: the lines between its BEGIN and its END, and the contact they make.

use super::CardLines;
use super::uid::Uids;
use super::value::{apple_label, is_preferred, items, label, parts, text, types};
use crate::domain::person::ReachKind;
use crate::exchange::contacts::{Contact, Draft, Why, take_property};
use crate::exchange::day;
use vcard::tree::codec::mode::VcardEscaper;
use vcard::tree::line::VcardLine;

/// The most lines of one card that are kept; a card of more is no person's.
const LINES_MAX: usize = 500;

/// What stands in the name of the program where Kith wrote a card.
pub const BY_KITH: &str = "//Kith//";

/// Labels that Google gives by itself.
const GIVEN: [&str; 2] = ["myContacts", "starred"];

/// A card that has begun.
pub struct BegunCard<'a> {
    line: usize,
    lines: Vec<VcardLine<'a>>,
    /// How many cards are open inside this one (vCard 2.1 §2.5.5 lets an AGENT be a card of its own).
    nested: usize,
    version_2_1: bool,
}

impl<'a> BegunCard<'a> {
    /// A card that begins on this line.
    pub fn new(line: usize) -> BegunCard<'a> {
        BegunCard { line, lines: Vec::new(), nested: 0, version_2_1: false }
    }

    /// The line on which it begins.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Whether its last line is an AGENT without a value, which the next card is.
    pub fn awaits_agent(&self) -> bool {
        let empty = |line: &VcardLine| line.bare_name().eq_ignore_ascii_case("AGENT") && line.raw_value().is_empty();
        self.nested > 0 || self.lines.last().is_some_and(empty)
    }

    /// Whether a card inside it is open.
    pub fn is_nested(&self) -> bool {
        self.nested > 0
    }

    /// A card inside it begins.
    pub fn nest(&mut self) {
        self.nested += 1;
    }

    /// A card inside it ends.
    pub fn unnest(&mut self) {
        self.nested -= 1;
    }

    /// Takes the lines of a text; those of cards inside it, pictures, sounds and keys are dropped.
    pub fn take(&mut self, text: &'a str) {
        if self.nested > 0 {
            return;
        }
        for line in (CardLines { rest: text }) {
            let name = line.bare_name().to_ascii_uppercase();
            if name == "VERSION" {
                self.version_2_1 = line.raw_value().starts_with(b"2");
            }
            let dropped = matches!(name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY");
            if !dropped && self.lines.len() < LINES_MAX {
                self.lines.push(line);
            }
        }
    }

    /// What it calls itself, for a list of what was refused.
    pub fn called(&self) -> String {
        let named = |name: &str| self.lines.iter().find(|line| line.bare_name().eq_ignore_ascii_case(name)).map(text);
        named("FN").or_else(|| named("N")).or_else(|| named("ORG")).unwrap_or_default()
    }

    /// What other cards name it by; empty where there is none.
    pub fn uid(&self) -> String {
        self.lines.iter().find(|line| line.bare_name().eq_ignore_ascii_case("UID")).map(text).unwrap_or_default()
    }

    /// The contact the lines make; other cards are known by their UIDs.
    ///
    /// # Errors
    /// [`Why`] they make none.
    pub fn contact(mut self, uids: &Uids) -> Result<Contact, Why> {
        let escaper = if self.version_2_1 { VcardEscaper::V2_1 } else { VcardEscaper::V3_0 };
        self.lines.iter_mut().for_each(|line| line.value.escaper = escaper);
        let mut draft = Draft::default();
        for line in &self.lines {
            self.line_of(line, uids, &mut draft)?;
        }
        draft.contact(self.line)
    }

    /// The label another line of the same group gives (Apple's `item1.X-ABLabel`), else the one of the types.
    fn label(&self, line: &VcardLine) -> String {
        let grouped = line.group().and_then(|group| {
            let same = |other: &&VcardLine| {
                other.group().is_some_and(|g| g.eq_ignore_ascii_case(group))
                    && other.bare_name().eq_ignore_ascii_case("X-ABLABEL")
            };
            self.lines.iter().find(same).map(|line| apple_label(&text(line)))
        });
        grouped.filter(|label| !label.is_empty()).unwrap_or_else(|| label(line))
    }

    fn line_of(&self, line: &VcardLine, uids: &Uids, draft: &mut Draft) -> Result<(), Why> {
        let reach = |draft: &mut Draft, kind: ReachKind, value: &str| {
            draft.reach(kind, &self.label(line), value, is_preferred(line));
        };
        match line.bare_name().to_ascii_uppercase().as_str() {
            "FN" => fill(&mut draft.name, text(line)),
            "N" => name(line, draft),
            "NICKNAME" => fill(&mut draft.nickname, text(line)),
            "ORG" => organisation(line, draft),
            "TITLE" => fill(&mut draft.title, text(line)),
            "ROLE" => draft.note("Role", &text(line)),
            "EMAIL" => reach(draft, ReachKind::Email, without(&text(line), "mailto:")),
            "TEL" => reach(draft, ReachKind::Phone, without(&text(line), "tel:")),
            "ADR" => reach(draft, ReachKind::Address, &address(line)),
            "PRODID" if text(line).contains(BY_KITH) => draft.is_of_kith(),
            "URL" if draft.has_own() => reach(draft, ReachKind::Web, &text(line)),
            "X-SOCIALPROFILE" | "SOCIALPROFILE" if draft.has_own() => reach(draft, ReachKind::Profile, &text(line)),
            "X-KITH-REACH" if draft.has_own() => other_way(line, draft),
            "URL" | "X-SOCIALPROFILE" | "SOCIALPROFILE" | "IMPP" => {
                web(&text(line), |kind, url| reach(draft, kind, url))
            }
            "NOTE" => draft.note("", &text(line)),
            // A card of Kith's says them in properties of its own.
            "BDAY" | "ANNIVERSARY" | "X-ABDATE" if draft.has_own() => {}
            "BDAY" => draft.fact("Birthday", &day::in_words(&text(line))),
            "ANNIVERSARY" | "X-ANNIVERSARY" => draft.fact("Anniversary", &day::in_words(&text(line))),
            "X-ABDATE" => draft.fact(&capital(&self.label(line), "Day"), &day::in_words(&text(line))),
            "CATEGORIES" => {
                items(line).iter().filter(|tag| !GIVEN.contains(&tag.as_str())).for_each(|tag| draft.tag(tag))
            }
            "X-ABRELATEDNAMES" | "RELATED" => self.related(line, uids, draft),
            "X-SPOUSE" => draft.fact("Spouse", &text(line)),
            "X-MANAGER" => draft.fact("Manager", &text(line)),
            "X-ASSISTANT" => draft.fact("Assistant", &text(line)),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" if text(line).eq_ignore_ascii_case("group") => return Err(Why::Group),
            name => draft.own(|person| take_property(person, name, &text(line))),
        }
        Ok(())
    }

    /// Somebody's relation: the one who referred them, or a fact. A reference to a card that is not in the file says nothing.
    fn related(&self, line: &VcardLine, uids: &Uids, draft: &mut Draft) {
        let (label, who) = (self.label(line), text(line));
        let is_reference = who.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:"));
        let Some(who) = (if is_reference { uids.words(&who) } else { Some(who) }) else { return };
        let label = if label.is_empty() { types(line).into_iter().next().unwrap_or_default() } else { label };
        let low: String = label.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
        match low.as_str() {
            "referredby" | "xreferredby" | "referrer" | "referral" => fill(&mut draft.referred_by, who),
            _ => draft.fact(&capital(&label, "Related"), &who),
        }
    }
}

/// The first value stays: a broken card may repeat what it should say once.
fn fill(field: &mut String, value: String) {
    if field.trim().is_empty() {
        *field = value;
    }
}

/// Family, given, additional, prefixes, suffixes (RFC 6350 §6.2.2). A form of address is no part of a name.
fn name(line: &VcardLine, draft: &mut Draft) {
    let parts = parts(line);
    let part = |n: usize| parts.get(n).map(|part| part.replace(',', " ")).unwrap_or_default();
    fill(&mut draft.family, part(0));
    fill(&mut draft.given, part(1));
    fill(&mut draft.middle, part(2));
    fill(&mut draft.suffix, part(4));
}

/// The company, then its departments (RFC 6350 §6.6.4).
fn organisation(line: &VcardLine, draft: &mut Draft) {
    let parts = parts(line);
    let mut units = parts.into_iter().filter(|part| !part.is_empty());
    if draft.organisation.is_empty() {
        draft.organisation = units.next().unwrap_or_default();
    }
    draft.note("Department", &units.collect::<Vec<_>>().join(", "));
}

/// Box, extension, street, place, region, code, country (RFC 6350 §6.3.1), on one line.
fn address(line: &VcardLine) -> String {
    let parts: Vec<String> = parts(line).into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ").replace("\r\n", "\n").replace('\n', ", ")
}

/// A way to reach somebody of a kind that no other program knows: the kind, the label, the value.
fn other_way(line: &VcardLine, draft: &mut Draft) {
    if let [kind, label, value] = parts(line).as_slice() {
        draft.reach(ReachKind::of_word(kind), label, value, false);
    }
}

fn web(url: &str, mut add: impl FnMut(ReachKind, &str)) {
    let low = url.to_ascii_lowercase();
    let profile = ["linkedin.com/", "xing.com/", "facebook.com/", "twitter.com/", "instagram.com/", "x-apple:"];
    let kind = if profile.iter().any(|site| low.contains(site)) { ReachKind::Profile } else { ReachKind::Web };
    add(kind, without(url, "x-apple:"));
}

fn without<'a>(text: &'a str, scheme: &str) -> &'a str {
    let begins = text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if begins { text.get(scheme.len()..).unwrap_or_default() } else { text }
}

fn capital(label: &str, otherwise: &str) -> String {
    let mut letters = label.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => otherwise.to_string(),
    }
}
