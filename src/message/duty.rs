//! What each duty says on the screen: one table with a row for each duty, and what is read from it.
//!
//! A duty without a row, or a row without one of its columns, does not compile. The words of its message are in
//! [`super::script`], what is recorded when it is done is in [`crate::rules::settle`].

mod about_person;
mod about_referral;

use super::reason::when;
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::id::{EventId, Id, PersonId};
use crate::rules::duty::{Duty, Owed, Raised};
use crate::rules::today_rows::TodayRow;
use chrono::NaiveDate;

/// What a duty says: a row of the table.
#[derive(Debug, Clone, Copy)]
pub struct DutyText {
    /// What to do; `{name}` stands for the person's name.
    title: &'static str,
    /// The kind of duty in a word or two.
    kind: &'static str,
    /// The icon of the kind.
    icon: &'static str,
    /// What the button is called that does it.
    button: &'static str,
    /// What is said once it is marked as done; `{name}` stands for the person's first name.
    done: &'static str,
    /// What its moment is called in the list of scripts; `None` for a duty that no message answers.
    moment: Option<&'static str>,
    /// Returns why it is owed, as a sentence.
    reason: fn(&Book, &Owed, NaiveDate) -> String,
    /// Returns what the merge field `{promised}` stands for, from the id of the record the duty comes from; `None` for a
    /// duty whose messages do not have that field.
    promised: Option<fn(&Book, &Raised, Id) -> String>,
}

/// Declares the table as a `match` over every duty.
macro_rules! duty_texts {
    ($($duty:ident { $($column:ident: $value:expr),* $(,)? })*) => {
        /// Returns the row of a duty.
        fn text(duty: Duty) -> DutyText {
            match duty { $(Duty::$duty => DutyText { $($column: $value),* },)* }
        }
    };
}

duty_texts! {
    ThankAgreed {
        title: "Thank {name}", kind: "Thank-you", icon: "thanks", button: "Write thanks",
        done: "Saved. You thanked {name}.", moment: Some("Thanks for agreeing"),
        reason: about_referral::agreed, promised: None,
    }
    ThankWon {
        title: "Thank {name}", kind: "Thank-you", icon: "thanks", button: "Write thanks",
        done: "Saved. You thanked {name}.", moment: Some("Thanks for a sale"),
        reason: about_referral::won, promised: None,
    }
    ThankChain {
        title: "Thank {name}", kind: "Thank-you down the chain", icon: "thanks", button: "Write thanks",
        done: "Saved. You thanked {name}.", moment: Some("Thanks down the chain"),
        reason: about_referral::chain, promised: None,
    }
    FollowUp {
        title: "Follow up with {name}", kind: "Follow-up", icon: "follow", button: "Write to them",
        done: "Saved. You followed up with {name}.", moment: Some("Follow-up"),
        reason: about_referral::follow_up, promised: None,
    }
    Confirm {
        title: "Ask {name} gently", kind: "Confirmation", icon: "confirm", button: "Ask gently",
        done: "Saved. {name} introduced you.", moment: Some("A gentle question"),
        reason: about_referral::confirm, promised: None,
    }
    ThankReport {
        title: "Thank {name}", kind: "Thank-you and news", icon: "thanks", button: "Write thanks",
        done: "Saved. You thanked {name}.", moment: Some("Thanks after the talk"),
        reason: about_referral::talked, promised: None,
    }
    Update {
        title: "Tell {name} how it goes", kind: "News", icon: "update", button: "Send news",
        done: "Saved. You told {name} how it’s going.", moment: Some("How it goes"),
        reason: about_referral::update, promised: None,
    }
    LastWord {
        title: "A last word to {name}", kind: "Last word", icon: "update", button: "Write a last word",
        done: "Saved. You told {name} how it ended.", moment: Some("A last word"),
        reason: about_referral::closed, promised: None,
    }
    Help {
        title: "Help {name}", kind: "Help promised", icon: "help", button: "Send it",
        done: "Saved. You kept your promise to {name}.", moment: Some("Help promised"),
        reason: about_person::help, promised: Some(about_person::help_promised),
    }
    Plan {
        title: "Your plan with {name}", kind: "Plan", icon: "plan", button: "Write to them",
        done: "Saved. You kept to your plan with {name}.", moment: Some("A line of a plan"),
        reason: about_person::plan, promised: Some(about_person::lines_promised),
    }
    Event {
        title: "A word to {name}", kind: "Event", icon: "event", button: "Write to them",
        done: "Saved. You were in touch with {name} after the event.", moment: Some("An event"),
        reason: about_person::event, promised: Some(about_person::words_to_guest),
    }
    AskNewClient {
        title: "Ask {name}", kind: "New client", icon: "ask", button: "Prepare the ask",
        done: "Saved. You asked {name}.", moment: Some("The ask, to a new client"),
        reason: about_referral::new_client, promised: None,
    }
    Ask {
        title: "Ask {name}", kind: "Ask", icon: "ask", button: "Prepare the ask",
        done: "Saved. You asked {name}.", moment: Some("The ask"),
        reason: about_person::ripe, promised: None,
    }
    KeepInTouch {
        title: "A word to {name}", kind: "Keep in touch", icon: "meet", button: "Write a word",
        done: "Saved. You were in touch with {name}.", moment: Some("Keep in touch"),
        reason: about_person::keep_in_touch, promised: None,
    }
    BackUp {
        title: "Back up your book", kind: "Backup", icon: "data", button: "Back up now",
        done: "Saved. Your book is backed up.", moment: None,
        reason: about_person::back_up, promised: None,
    }
}

/// Returns the row of a duty, with the words of an invitation where an event is still to come (R69).
fn text_of(book: &Book, raised: &Raised, today: NaiveDate) -> DutyText {
    let text = text(raised.duty);
    let event = event_of(book, raised).filter(|event| !event.is_over(today));
    match event {
        Some(_) => DutyText { title: "Invite {name}", kind: "Invitation", done: "Saved. You invited {name}.", ..text },
        None => text,
    }
}

/// Returns the event that a duty comes from.
pub fn event_of<'a>(book: &'a Book, raised: &Raised) -> Option<&'a Event> {
    raised.record.filter(|_| raised.duty == Duty::Event).and_then(|id| book.event(EventId(id)))
}

/// How a row is told on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Telling {
    /// What to do, with the name: `Thank Connie Alvarez`.
    pub title: String,
    /// The kind of duty in a word or two.
    pub kind: &'static str,
    /// The icon of the kind.
    pub icon: &'static str,
    /// Why, a sentence for each duty, the strongest first.
    pub why: Vec<String>,
    /// How its day lies to today: `2 days late`, `Today`, `in 3 days`.
    pub when: String,
    /// What the main button is called.
    pub button: &'static str,
}

/// Returns how a row is told on this day.
pub fn telling(book: &Book, row: &TodayRow, today: NaiveDate) -> Telling {
    let Some(first) = row.first() else { return Telling::default() };
    let name = row.person.and_then(|id| book.person(id)).map(|p| p.name.to_string()).unwrap_or_default();
    let mut why: Vec<String> = Vec::new();
    for sentence in row.owed.iter().map(|owed| reason(book, owed, today)) {
        if !why.contains(&sentence) {
            why.push(sentence);
        }
    }
    let DutyText { title, kind, icon, button, .. } = text_of(book, &first.raised, today);
    Telling { title: title.replace("{name}", &name), kind, icon, why, when: when(first, today), button }
}

/// Returns what to do, with the name: `Thank Connie Alvarez`.
pub fn title(duty: Duty, name: &str) -> String {
    text(duty).title.replace("{name}", name)
}

/// Returns the kind of a duty in a word or two.
pub fn kind(duty: Duty) -> &'static str {
    text(duty).kind
}

/// Returns what the button is called that does it.
pub fn button(duty: Duty) -> &'static str {
    text(duty).button
}

/// Returns what the moment of a duty is called in the list of scripts; `None` for a duty that no message answers.
pub fn moment(duty: Duty) -> Option<&'static str> {
    text(duty).moment
}

/// Returns why a duty is owed, as a sentence.
pub fn reason(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    (text(owed.raised.duty).reason)(book, owed, today)
}

/// Returns what is said once a duty is marked as done on `today`.
pub fn done(book: &Book, raised: &Raised, today: NaiveDate) -> String {
    let name = raised.person.and_then(|id| book.person(id)).map(|person| person.name.first().to_string());
    text_of(book, raised, today).done.replace("{name}", &name.unwrap_or_default())
}

/// Returns what is said once a message to this person went out on `today`: the first of the duties it settled, or that they
/// were written to. A question about an introduction is asked by it, not answered.
pub fn sent(book: &Book, to: PersonId, settled: &[Owed], today: NaiveDate) -> String {
    let name = || book.person(to).map(|person| person.name.first().to_string()).unwrap_or_default();
    match settled.first().map(|owed| &owed.raised) {
        Some(raised) if raised.duty != Duty::Confirm => done(book, raised, today),
        Some(_) => format!("Saved. You asked {} whether the introduction was made.", name()),
        None => format!("Saved. You wrote to {}.", name()),
    }
}

/// Returns what the merge field `{promised}` stands for: the help, the lines of the plan, the words to a guest; empty for
/// other duties and where the record is gone.
pub fn promised(book: &Book, raised: &Raised) -> String {
    let words = text(raised.duty).promised.zip(raised.record);
    words.map(|(words, record)| words(book, raised, record)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
