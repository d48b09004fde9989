//! The form of something given: what, to whom, promised or done or only wanted, and of a referral whom I sent (R65, R66).

use super::{Give, GiveKind};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, long_text, mention_of_person, mentioned, past_day};
use crate::domain::fields::fields;
use crate::domain::id::{GiveId, Mint, PersonId};
use crate::domain::person::named::{called, named};
use crate::domain::words::words;
use chrono::NaiveDate;
use serde::Serialize;

words! {
    /// How far something given is.
    pub enum GiveState {
        /// It is done.
        Done = "done", "Done";
        /// It is promised, by a day.
        Promised = "promised", "Promised";
        /// They want it, and nobody is found yet.
        Wanted = "wanted", "They want it";
    }
}

fields! {
    /// What was typed about something given.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct GiveDraft {
        /// The word of its [`GiveKind`].
        pub what: String,
        /// To whom: a name of the book.
        pub to: String,
        /// What exactly.
        pub text: String,
        /// Whom I sent, of a referral.
        pub prospect: String,
        /// The word of its [`GiveState`].
        pub state: String,
        /// The day it was done, is promised for, or was wanted; empty is today for what has happened.
        pub on: String,
        /// What came of it.
        pub outcome: String,
    }
}

impl GiveDraft {
    /// An empty form, to this person where one is known.
    pub fn to(book: &Book, person: Option<PersonId>) -> GiveDraft {
        GiveDraft {
            what: GiveKind::Help.word().to_string(),
            to: person.and_then(|id| book.live_person(id)).map(|p| called(book, p)).unwrap_or_default(),
            state: GiveState::Done.word().to_string(),
            ..GiveDraft::default()
        }
    }

    /// The form of what is on record.
    pub fn of(book: &Book, give: &Give) -> GiveDraft {
        let (state, on) = match (give.done_on, give.promised_by) {
            (Some(on), _) => (GiveState::Done, Some(on)),
            (None, Some(by)) => (GiveState::Promised, Some(by)),
            (None, None) => (GiveState::Wanted, give.asked_on),
        };
        GiveDraft {
            what: give.what.word().to_string(),
            to: book.person(give.to).map(|p| called(book, p)).unwrap_or_default(),
            text: give.text.clone(),
            prospect: give.prospect.as_ref().map(|m| mentioned(book, m).to_string()).unwrap_or_default(),
            state: state.word().to_string(),
            on: on.map(|day| day.to_string()).unwrap_or_default(),
            outcome: give.outcome.clone(),
        }
    }

    /// Whether it is a referral: then it says whom I sent.
    pub fn is_referral(&self) -> bool {
        self.what == GiveKind::Referral.word()
    }

    /// What the day of the form is called.
    pub fn day_label(&self) -> &'static str {
        match GiveState::of_word(&self.state) {
            GiveState::Promised => "Promised by",
            GiveState::Wanted => "They asked on",
            _ => "Day",
        }
    }

    /// The change that keeps it: a new one, or in place of `old`.
    ///
    /// # Errors
    /// What is missing or cannot be, field by field.
    pub fn change(
        &self,
        book: &Book,
        old: Option<GiveId>,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let old = old.and_then(|id| book.give(id)).filter(|give| !give.trashed);
        let to = wrong.take("to", self.person(book, old).map(Some));
        let text = wrong.take("text", long_text(&self.text));
        let outcome = wrong.take("outcome", long_text(&self.outcome));
        let prospect = if self.is_referral() { mention_of_person(book, &self.prospect) } else { None };
        match (self.is_referral(), &prospect) {
            (true, None) => wrong.add("prospect", "Write whom you sent."),
            (true, Some(who)) if to.is_some_and(|to| who.id() == Some(to.0)) => {
                wrong.add("prospect", "Nobody can be referred to themselves. Write whom you sent.");
            }
            (false, _) if text.is_empty() && wrong.of("text").is_none() => wrong.add("text", "Write what it is."),
            _ => {}
        }
        let state = GiveState::of_word(&self.state);
        let on = wrong.take("on", self.day(old, &state, today));
        let id = old.map_or_else(|| GiveId(mint.id()), |give| give.id);
        wrong.or(())?;
        let give = Give { id, to: to.unwrap_or_default(), text, prospect, outcome, ..old.cloned().unwrap_or_default() };
        let what = GiveKind::of_word(&self.what);
        Ok(Change::of(match state {
            GiveState::Promised => Give { what, promised_by: on, done_on: None, ..give },
            GiveState::Wanted => Give { what, asked_on: on, promised_by: None, done_on: None, ..give },
            _ => Give { what, done_on: on, ..give },
        }))
    }

    /// To whom; where the form was opened with it and it still says so, the same person whatever became of the name.
    fn person(&self, book: &Book, old: Option<&Give>) -> Result<PersonId, String> {
        match old {
            Some(give) if GiveDraft::of(book, give).to == self.to => Ok(give.to),
            _ => named(book, &self.to),
        }
    }

    fn day(&self, old: Option<&Give>, state: &GiveState, today: NaiveDate) -> Result<Option<NaiveDate>, &'static str> {
        if *state != GiveState::Promised {
            return past_day(&self.on, today).map(Some);
        }
        let by = day(&self.on)?;
        let is_as_it_was = by.is_some() && by == old.and_then(|give| give.promised_by);
        if is_as_it_was || by.is_some_and(|by| by >= today) {
            Ok(by)
        } else {
            Err("Choose the day by which it is done, today or later.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Mention, Name, Person};
    use crate::domain::record::Record;

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("jim", "Jim Abernathy"), ("fred", "Fred Ito")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, ..Person::default() }.into());
        }
        book
    }

    fn keep(book: &Book, draft: &GiveDraft, old: Option<GiveId>) -> Result<Give, &'static str> {
        let mut mint = Mint::new(Session::of_bits(1));
        let change = draft.change(book, old, "2026-11-20".parse().unwrap(), &mut mint).map_err(|w| w.0[0].field)?;
        let Some(Record::Give(give)) = change.records.into_iter().next() else { panic!("one give") };
        Ok(give)
    }

    fn draft(what: &str, state: &str, on: &str) -> GiveDraft {
        GiveDraft {
            what: what.into(),
            to: "Jim Abernathy".into(),
            text: "A bookkeeper".into(),
            state: state.into(),
            on: on.into(),
            ..GiveDraft::default()
        }
    }

    #[test]
    fn r66_what_was_given_is_promised_done_or_only_wanted() {
        let book = book();
        let done = keep(&book, &draft("article", "done", ""), None).unwrap();
        assert_eq!((done.what.clone(), done.done_on), (GiveKind::Article, "2026-11-20".parse().ok()));
        let promised = keep(&book, &draft("help", "promised", "2026-11-25"), None).unwrap();
        assert!(promised.is_open() && !promised.is_wanted());
        let wanted = keep(&book, &draft("help", "wanted", "2026-11-01"), None).unwrap();
        assert!(wanted.is_wanted() && !wanted.is_open());
        assert_eq!(wanted.asked_on, "2026-11-01".parse().ok());
    }

    #[test]
    fn r65_a_referral_says_whom_i_sent_and_nobody_is_referred_to_themselves() {
        let book = book();
        let to = |prospect: &str| GiveDraft { prospect: prospect.into(), ..draft("referral", "done", "") };
        assert_eq!(keep(&book, &to("Fred Ito"), None).unwrap().prospect, Some(Mention("fred".into())));
        assert_eq!(keep(&book, &to("Zoe Zed"), None).unwrap().prospect, Some(Mention("Zoe Zed".into())));
        assert_eq!(keep(&book, &to(" "), None), Err("prospect"));
        assert_eq!(keep(&book, &to("jim abernathy"), None), Err("prospect"));
        assert_eq!(
            keep(&book, &GiveDraft { prospect: "Zoe".into(), ..draft("help", "done", "") }, None).unwrap().prospect,
            None
        );
    }

    #[test]
    fn r66_what_is_missing_is_said_field_by_field() {
        let book = book();
        let with = |change: fn(&mut GiveDraft)| {
            let mut draft = draft("help", "done", "");
            change(&mut draft);
            keep(&book, &draft, None).unwrap_err()
        };
        assert_eq!(with(|d| d.to = "Zoe".into()), "to");
        assert_eq!(with(|d| d.text = " ".into()), "text");
        assert_eq!(with(|d| d.on = "2026-11-21".into()), "on");
        assert_eq!(with(|d| (d.state, d.on) = ("promised".into(), "2026-11-19".into())), "on");
        assert_eq!(with(|d| (d.state, d.on) = ("promised".into(), String::new())), "on");
    }

    #[test]
    fn r66_the_form_gives_back_what_is_on_record_and_keeps_the_steps() {
        let mut book = book();
        let old = Give {
            id: "g1".parse().unwrap(),
            to: "jim".parse().unwrap(),
            what: GiveKind::Referral,
            prospect: Some(Mention("fred".into())),
            promised_by: "2026-11-02".parse().ok(),
            done_on: "2026-11-03".parse().ok(),
            talked_on: "2026-11-05".parse().ok(),
            outcome: "They like each other".into(),
            ..Give::default()
        };
        book.put(old.clone().into());
        let draft = GiveDraft::of(&book, &old);
        assert_eq!((draft.prospect.as_str(), draft.on.as_str()), ("Fred Ito", "2026-11-03"));
        assert_eq!(keep(&book, &draft, Some(old.id)), Ok(old.clone()));
        let late = Give { done_on: None, talked_on: None, ..old };
        book.put(late.clone().into());
        assert_eq!(
            keep(&book, &GiveDraft::of(&book, &late), Some(late.id)),
            Ok(late),
            "a promise that is late may be edited"
        );
    }
}
