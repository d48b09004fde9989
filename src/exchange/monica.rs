//! The export of Monica 4: the contacts of an account, each with what is written about them.

mod skim;

use super::contacts::{Draft, Reading, Refused};
use super::day;
use crate::domain::draft::is_email;
use crate::domain::fold::digits;
use crate::domain::person::ReachKind;
use serde_json::Value;
use skim::Skim;
use std::collections::HashMap;

/// Contacts being read: first each is found in the text, then all names are learned, because one may name another that
/// comes later, and then each is read.
#[derive(Debug, Default)]
pub struct Contacts {
    skim: Skim,
    contacts: Vec<Value>,
    names: HashMap<String, String>,
    at: usize,
}

/// So many bytes are looked through in one step.
const BYTES: usize = 256 * 1024;

/// Whether a text is such an export, by how it begins.
pub fn is_export(start: &str) -> bool {
    let start = start.get(..start.floor_char_boundary(2_000)).unwrap_or(start);
    start.trim_start().starts_with('{') && start.contains("\"app_version\"") && start.contains("\"export_date\"")
}

impl Contacts {
    /// How much lies behind, in hundredths; the text has so many bytes.
    pub fn percent(&self, bytes: usize) -> usize {
        let all = self.skim.found.len().max(1);
        (self.skim.at * 30 / bytes.max(1)) + self.contacts.len() * 30 / all + self.at * 40 / all
    }

    /// Goes a step further, or reads so many more; whether there may be others. The line of each is its number. `None` where
    /// the text is cut short, or holds no contacts.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> Option<bool> {
        if self.skim.at < text.len() {
            self.skim.step(text.as_bytes(), BYTES);
            return Some(true);
        }
        let is_whole = self.skim.is_whole() && !self.skim.found.is_empty();
        let found = self.skim.found.get(self.contacts.len()..).filter(|_| is_whole)?;
        for place in found.iter().take(many) {
            let contact: Value = serde_json::from_str(text.get(place.clone())?).ok()?;
            let draft = properties(&contact).map(draft_of_name);
            if let Some(named) = draft.and_then(|draft| draft.contact(0).ok()) {
                self.names.insert(word(&contact, "uuid"), named.name.to_string());
            }
            self.contacts.push(contact);
        }
        Some(!found.is_empty() || self.read(many, reading))
    }

    fn read(&mut self, many: usize, reading: &mut Reading) -> bool {
        let end = self.at.saturating_add(many).min(self.contacts.len());
        for (line, contact) in (self.at + 1..).zip(self.contacts.get(self.at..end).unwrap_or_default()) {
            match self.draft(contact).contact(line) {
                Ok(contact) => reading.contacts.push(contact),
                Err(why) => reading.refuse(Refused::new(line, &word(contact, "uuid"), why), &contact.to_string()),
            }
        }
        self.at = end;
        end < self.contacts.len()
    }

    fn draft(&self, contact: &Value) -> Draft {
        let Some(properties) = properties(contact) else { return Draft::default() };
        let mut draft = draft_of_name(properties);
        draft.organisation = word(properties, "company");
        draft.title = word(properties, "job");
        draft.referred_by = self.names.get(&word(properties, "first_met_through")).cloned().unwrap_or_default();
        draft.known_since = properties.get("first_met_date").and_then(|met| day::read(&day_of(met)));
        for tag in properties.get("tags").and_then(Value::as_array).into_iter().flatten() {
            draft.tag(tag.as_str().unwrap_or(&word(tag, "name")));
        }
        if let Some(born) = properties.get("birthdate").filter(|born| !is_true(born, "is_age_based")) {
            let whole = day_of(born);
            let without_year = || format!("--{}", whole.get(5..10).unwrap_or_default());
            draft.fact(
                "Birthday",
                &day::in_words(&if is_true(born, "is_year_unknown") { without_year() } else { whole }),
            );
        }
        draft.note("", &word(properties, "description"));
        draft.fact("Last talked to", &day::in_words(&word(properties, "last_talked_to")));
        let data = contact.get("data").unwrap_or(&Value::Null);
        for field in values(data, "contact_field") {
            reach(&mut draft, &content(field, &["data", "value", "content"]));
        }
        for kind in ["note", "call", "activity"] {
            for one in values(data, kind) {
                draft.note("", &content(one, &["body", "content", "description", "summary"]));
            }
        }
        draft
    }
}

fn draft_of_name(properties: &Value) -> Draft {
    let mut draft = Draft::default();
    draft.given = word(properties, "first_name");
    draft.middle = word(properties, "middle_name");
    draft.family = word(properties, "last_name");
    draft.nickname = word(properties, "nickname");
    draft
}

fn reach(draft: &mut Draft, value: &str) {
    let low = value.to_ascii_lowercase();
    let is_number = digits(value).len() >= 6 && !value.contains(char::is_alphabetic);
    match () {
        () if is_email(value) => draft.reach(ReachKind::Email, "", value, false),
        () if is_number => draft.reach(ReachKind::Phone, "", value, false),
        () if low.contains("linkedin.com/") => draft.reach(ReachKind::Profile, "", value, false),
        () if low.starts_with("http") => draft.reach(ReachKind::Web, "", value, false),
        () => draft.note("", value),
    }
}

/// The values of this type among lists of `{count, type, values}`.
fn values<'a>(data: &'a Value, kind: &'a str) -> impl Iterator<Item = &'a Value> {
    let lists = data.as_array().into_iter().flatten().filter(move |list| word(list, "type") == kind);
    lists.filter_map(|list| list.get("values")?.as_array()).flatten()
}

/// What is written in the first of these properties that says anything.
fn content(value: &Value, names: &[&str]) -> String {
    let inner = properties(value).unwrap_or(value);
    names.iter().map(|name| word(inner, name)).find(|text| !text.is_empty()).unwrap_or_default()
}

fn properties(value: &Value) -> Option<&Value> {
    value.get("properties").filter(|inner| inner.is_object())
}

/// A day that stands alone, or in an object.
fn day_of(value: &Value) -> String {
    value.as_str().map_or_else(|| word(value, "date"), str::to_string)
}

fn is_true(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or_default()
}

fn word(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_string()
}
