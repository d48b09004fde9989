//! The next thing about an event, in words: put guests on the list, invite them, note who came, write to them (R69).

use super::beginning;
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::domain::event::{Event, Rsvp};
use crate::domain::id::{EventId, PersonId};
use crate::message::guest_mix_text::mix_words;
use crate::message::letter::letter;
use crate::message::names::{first, name};
use crate::message::reason::when;
use crate::message::script::Tone;
use crate::rules::guest_mix::{Mix, here, places_left, proposed, waiting, word_to_guest};
use chrono::NaiveDate;

/// What is done next about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Put those proposed on the list.
    Add(Vec<PersonId>),
    /// Write to these, one after the other, beginning with this one.
    Write(PersonId),
    /// Note that these came: they said that they would.
    Came(Vec<PersonId>),
    /// Note who came, one by one.
    Tick,
}

/// The next thing about an event, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextWords {
    /// What is next.
    pub title: String,
    /// Why.
    pub why: String,
    /// How its day lies to today, with its tone.
    pub mark: (String, &'static str),
    /// The words that are ready; may be empty.
    pub words: String,
    /// What the button is called; empty where none stands there.
    pub button: String,
    /// What it does.
    pub step: Step,
}

/// The next thing about an event; `None` where there is nothing but to wait.
pub fn next(book: &Book, id: EventId, today: NaiveDate) -> Option<NextWords> {
    let event = book.event(id).filter(|event| !event.trashed)?;
    let waiting = waiting(book, event, today);
    match (event.is_over(today), waiting.first()) {
        (false, Some(to)) => Some(invite(book, event, *to, waiting.len(), today)),
        (true, Some(to)) => Some(follow_up(book, event, *to, waiting.len(), today)),
        (false, None) if here(book, event).next().is_none() => begin(book, event),
        (true, None) if !here(book, event).any(|guest| guest.came) => who_came(book, event),
        _ => None,
    }
}

fn begin(book: &Book, event: &Event) -> Option<NextWords> {
    let mut all = proposed(book, event);
    all.truncate(places_left(book, event));
    let people: Vec<PersonId> = all.into_iter().map(|one| one.person).collect();
    let mix = mix_words(Mix::of(book, people.iter().copied()));
    (!people.is_empty()).then(|| NextWords {
        title: "Put the first guests on the list".into(),
        why: format!("Nobody is on it yet. Proposed below: {mix}. Nobody is asked by that."),
        mark: (String::new(), "calm"),
        words: String::new(),
        button: if people.len() == 1 {
            "Put them on the list".into()
        } else {
            format!("Put all {} on the list", people.len())
        },
        step: Step::Add(people),
    })
}

fn invite(book: &Book, event: &Event, to: PersonId, many: usize, today: NaiveDate) -> NextWords {
    let due = event.on.map(|on| earlier(on, 14));
    let mark = match due {
        Some(day) if day < today => ("Late: less than two weeks before".to_string(), "late"),
        Some(day) if day == today => ("Today, two weeks before".to_string(), "owed"),
        Some(day) => (format!("{}, two weeks before", beginning(day, today)), "calm"),
        None => (String::new(), "calm"),
    };
    let moved = here(book, event).filter(|guest| event.moved_since(guest)).count();
    let why = match moved {
        0 => "Each is a message of its own: add the line only you could write.".to_string(),
        1 => "1 guest was asked for another day, and does not know the new one.".to_string(),
        n => format!("{n} guests were asked for another day, and do not know the new one."),
    };
    NextWords {
        title: if many == 1 {
            format!("Invite {}", name(book, to))
        } else {
            format!("Invite the {many} who are not asked")
        },
        why,
        mark,
        words: body(book, event, to, today),
        button: if many == 1 { "Write the invitation".into() } else { format!("Write the {many} invitations") },
        step: Step::Write(to),
    }
}

fn follow_up(book: &Book, event: &Event, to: PersonId, many: usize, today: NaiveDate) -> NextWords {
    let owed = word_to_guest(book, event, to, today);
    let tone = owed.as_ref().map_or("calm", |owed| if owed.due < today { "late" } else { "owed" });
    NextWords {
        title: if many == 1 { format!("Write to {}", name(book, to)) } else { format!("Write to the {many} who came") },
        why: "A word the next working day keeps what began there.".into(),
        mark: (owed.map(|owed| when(&owed, today)).unwrap_or_default(), tone),
        words: body(book, event, to, today),
        button: if many == 1 {
            format!("Write to {}", first(book, to))
        } else {
            format!("Write the {many} follow-ups")
        },
        step: Step::Write(to),
    }
}

fn who_came(book: &Book, event: &Event) -> Option<NextWords> {
    let said_yes = here(book, event).filter(|guest| event.answer_of(guest) == Some(&Rsvp::Yes));
    let said_yes: Vec<PersonId> = said_yes.map(|guest| guest.person).collect();
    here(book, event).next()?;
    Some(NextWords {
        title: "Note who came".into(),
        why: "Whoever came was met: it is logged, and a word to each comes up on Today.".into(),
        mark: (String::new(), "calm"),
        words: String::new(),
        button: match said_yes.as_slice() {
            [] => String::new(),
            [one] => format!("{} came", first(book, *one)),
            all => format!("All {} who said yes came", all.len()),
        },
        step: if said_yes.is_empty() { Step::Tick } else { Step::Came(said_yes) },
    })
}

/// What a message to this guest says, without greeting and name.
fn body(book: &Book, event: &Event, to: PersonId, today: NaiveDate) -> String {
    let tone = book.person(to).map(Tone::towards).unwrap_or_default();
    let owed = word_to_guest(book, event, to, today).map(|owed| owed.raised);
    letter(book, to, owed.as_slice(), tone, "").body
}
