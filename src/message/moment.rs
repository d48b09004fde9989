//! Moments in words: what the timeline says about each thing that happened.

use super::reason::short_date;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::touch::{Milestone, StartedBy, Touch, TouchKind};
use crate::rules::timeline::{Happened, Moment, of_person};
use chrono::NaiveDate;

/// One moment in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MomentWords {
    /// The day as it is said.
    pub day: String,
    /// What happened.
    pub what: String,
    /// What was said or written; may be empty.
    pub note: String,
    /// Its icon.
    pub icon: &'static str,
}

/// A moment in words, as seen on this day.
pub fn words(book: &Book, moment: &Moment, today: NaiveDate) -> MomentWords {
    let day = short_date(moment.on, today);
    match &moment.what {
        Happened::Touch(id) => match book.touch(*id) {
            None => MomentWords::default(),
            Some(touch) => {
                MomentWords { day, what: touched(book, touch), note: touch.text.clone(), icon: icon(&touch.kind) }
            }
        },
        Happened::Referral(id, milestone) => {
            let Some(referral) = book.referral(*id) else { return MomentWords::default() };
            let (source, prospect) = (name(book, referral.source), name(book, referral.prospect));
            let note = match milestone {
                Milestone::Agreed => referral.said.clone(),
                Milestone::Won => referral.outcome.value.map(|v| v.to_string()).unwrap_or_default(),
                Milestone::Closed => referral.outcome.why.clone(),
                _ => String::new(),
            };
            let what = match milestone {
                Milestone::Agreed => format!("{source} agreed to introduce you to {prospect}"),
                Milestone::Introduced => format!("{source} introduced you to {prospect}"),
                Milestone::Talked => format!("You and {prospect} talked"),
                Milestone::Won => format!("{prospect} said yes"),
                Milestone::Closed => format!("You closed the file on {prospect}"),
                Milestone::Other(word) => word.to_string(),
            };
            MomentWords { day, what, note, icon: "referral" }
        }
    }
}

/// What to have in mind while writing to someone (R11): the last word, and what is noted of them, each with its label.
pub fn in_mind(book: &Book, person: PersonId, today: NaiveDate) -> Vec<(&'static str, String)> {
    let Some(known) = book.person(person) else { return Vec::new() };
    let last = of_person(book, person).into_iter().find(|m| matches!(m.what, Happened::Touch(_)));
    let last = last.map(|moment| words(book, &moment, today)).map(|w| format!("{}, {}", w.day, w.what));
    let rows = [
        ("Last word", last.unwrap_or_else(|| "None on record".to_string())),
        ("Personal", known.facts.clone()),
        ("Loves", known.loves.clone()),
        ("Looks for", known.looks_for.clone()),
        ("Note", known.note.clone()),
    ];
    rows.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn touched(book: &Book, touch: &Touch) -> String {
    let who = book.person(touch.person).map(|p| p.name.first().to_string()).unwrap_or_default();
    let kind = if touch.kind.label().is_empty() { "Contact" } else { touch.kind.label() };
    let with = if touch.started_by == StartedBy::Me { "to" } else { "from" };
    let purposes: Vec<String> = touch.purposes.iter().map(|p| p.label().to_lowercase()).collect();
    let what = match touch.kind {
        TouchKind::Call | TouchKind::Email | TouchKind::Text | TouchKind::Note | TouchKind::Gift => {
            format!("{kind} {with} {who}")
        }
        _ => format!("{kind} with {who}"),
    };
    let referral = touch.about.and_then(|id| book.referral(id)).filter(|r| r.prospect != touch.person);
    let about = referral.map(|r| format!(" about {}", name(book, r.prospect))).unwrap_or_default();
    if purposes.is_empty() { format!("{what}{about}") } else { format!("{what}{about}: {}", purposes.join(", ")) }
}

fn name(book: &Book, id: PersonId) -> String {
    book.person(id).map(|p| p.name.to_string()).unwrap_or_default()
}

/// The icon of a kind of touch.
pub fn icon(kind: &TouchKind) -> &'static str {
    match kind {
        TouchKind::Call => "phone",
        TouchKind::Email | TouchKind::Communication => "mail",
        TouchKind::Text => "text",
        TouchKind::Note => "note",
        TouchKind::Gift => "gift",
        TouchKind::Event => "event",
        TouchKind::Review => "score",
        _ => "meet",
    }
}
