//! A contact while it is put together, from whichever file, and the check that makes it one.

use super::refuse::Why;
use super::{Contact, TEXT_MAX};
use crate::domain::few::Few;
use crate::domain::fold::fold;
use crate::domain::person::{Name, Reach, ReachKind, lines, one_line};
use chrono::NaiveDate;

/// The most ways to reach one person that are kept as such; more are kept in the note.
const REACH_MAX: usize = 40;

/// What a row or card says, piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The whole name.
    pub name: String,
    /// First name.
    pub given: String,
    /// Middle names.
    pub middle: String,
    /// Last name.
    pub family: String,
    /// Such as "Jr.".
    pub suffix: String,
    /// What friends say.
    pub nickname: String,
    /// Where they work.
    pub organisation: String,
    /// What they do there.
    pub title: String,
    /// Who referred them.
    pub referred_by: String,
    /// Since when they are known.
    pub known_since: Option<NaiveDate>,
    reach: Vec<Reach>,
    note: Vec<String>,
    facts: Vec<String>,
    tags: Few<String>,
}

impl Draft {
    /// Adds a way to reach them; a preferred one goes before the others of its kind. Nothing is added twice.
    pub fn reach(&mut self, kind: ReachKind, label: &str, value: &str, preferred: bool) {
        let value = one_line(value);
        let same = |r: &Reach| r.kind == kind && fold(&r.value) == fold(&value);
        if value.is_empty() || self.reach.iter().any(same) {
            return;
        }
        if self.reach.len() >= REACH_MAX {
            self.note("", &value);
            return;
        }
        let first = self.reach.iter().position(|r| r.kind == kind).filter(|_| preferred);
        let reach = Reach { kind, label: one_line(label), value };
        self.reach.insert(first.unwrap_or(self.reach.len()), reach);
    }

    /// Adds to the note, behind what it is about.
    pub fn note(&mut self, about: &str, text: &str) {
        add(&mut self.note, about, text);
    }

    /// Adds a fact, behind what it is about.
    pub fn fact(&mut self, about: &str, text: &str) {
        add(&mut self.facts, about, text);
    }

    /// Adds a label.
    pub fn tag(&mut self, tag: &str) {
        let tag = one_line(tag);
        if !tag.is_empty() && tag.chars().count() <= 100 && self.tags.len() < 64 {
            self.tags.insert(tag);
        }
    }

    /// The contact, with the best name there is: the whole name, else its parts, else the nickname, the company, the
    /// address.
    ///
    /// # Errors
    /// [`Why`] it cannot be one.
    pub fn contact(self, line: usize) -> Result<Contact, Why> {
        let parts = [&self.given, &self.middle, &self.family, &self.suffix].map(|part| one_line(part));
        let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let address = self.reach.iter().find(|r| r.kind == ReachKind::Email || r.kind == ReachKind::Phone);
        let address = address.map(|r| r.value.clone()).unwrap_or_default();
        let names = [one_line(&self.name), parts, one_line(&self.nickname), one_line(&self.organisation), address];
        let best = names.into_iter().find(|name| name.contains(char::is_alphanumeric)).unwrap_or_default();
        let name = Name::new(&best)?;
        let mut facts = self.facts;
        let nickname = one_line(&self.nickname);
        if !nickname.is_empty() && nickname != name.as_str() {
            facts.insert(0, format!("Called {nickname}"));
        }
        let contact = Contact {
            line,
            name,
            organisation: one_line(&self.organisation),
            title: one_line(&self.title),
            reach: self.reach,
            note: self.note.join("\n"),
            facts: facts.join("\n"),
            tags: self.tags,
            referred_by: one_line(&self.referred_by),
            known_since: self.known_since,
        };
        let texts = [&contact.organisation, &contact.title, &contact.note, &contact.facts, &contact.referred_by];
        let values = contact.reach.iter().map(|r| &r.value);
        let long = texts.into_iter().chain(values).any(|text| text.chars().count() > TEXT_MAX);
        if long { Err(Why::LongText) } else { Ok(contact) }
    }
}

fn add(to: &mut Vec<String>, about: &str, text: &str) {
    let (about, text) = (one_line(about), lines(text));
    let line = if about.is_empty() { text.clone() } else { format!("{about}: {text}") };
    if !text.is_empty() && !to.contains(&line) {
        to.push(line);
    }
}
