//! What a person answers after a meeting: whether they asked, and how they can help (R20, R27). Both may be skipped.

use super::{Purpose, Touch};
use crate::domain::ask::{Ask, AskEnd, AskOutcome};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::Problems;
use crate::domain::fields::fields;
use crate::domain::give::help::HelpDraft;
use crate::domain::id::{AskId, Mint, PutOffId, TouchId};
use crate::domain::person::Person;
use crate::domain::put_off::PutOff;
use crate::domain::words::words;
use chrono::NaiveDate;
use serde::Serialize;

/// For how many days "not today" holds back an ask.
const NOT_TODAY_DAYS: u64 = 14;

words! {
    /// Whether a referral was asked for in a meeting (R20).
    pub enum DidAsk {
        /// Yes, and names came: they are written down next.
        Names = "names", "Yes, and names came";
        /// Yes, and no name yet: the ask is written down next.
        Yes = "yes", "Yes, none yet";
        /// Not this time.
        NotToday = "not today", "Not today";
        /// This person is not asked at all.
        Never = "never", "Never";
    }
}

fields! {
    /// What was answered after a meeting.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ClosingDraft {
        /// Whether they were asked, as the word of [`DidAsk`]; empty is skipped.
        pub asked: String,
        /// Why not today; may be empty.
        pub why: String,
        /// What they need; empty is skipped.
        pub help: String,
        /// The day by which it is promised.
        pub by: String,
    }
}

/// The duty that was answered by not answering, and what stands as its reason.
const ASK: &str = "ask";
const SKIPPED: &str = "Skipped after the meeting.";

impl Touch {
    /// Whether I asked in this meeting, or put its two questions aside, so that they are not put again (R20).
    pub fn is_answered(&self, book: &Book) -> bool {
        let aside = |put_off: &PutOff| put_off.duty == ASK && put_off.record == Some(self.id.0);
        self.purposes.contains(&Purpose::Ask)
            || book.asks_to(self.person).any(|ask| ask.on >= self.on)
            || book.put_offs().any(aside)
    }
}

impl ClosingDraft {
    /// The change that keeps the answers about this meeting in one act, with the ask that names came of. What was left
    /// open is kept as skipped: a meeting is asked about once.
    ///
    /// # Errors
    /// What is wrong with a field, or that the meeting or the person is gone.
    pub fn change(
        &self,
        book: &Book,
        meeting: TouchId,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<(Change, Option<AskId>), Problems> {
        let meeting = book.touch(meeting).filter(|touch| !touch.trashed);
        let known = meeting.and_then(|touch| Some((touch, book.live_person(touch.person)?)));
        let Some((meeting, person)) = known else {
            return Err(Problems::one("form", "This meeting is not in your book any more."));
        };
        let mut met = meeting.clone();
        let mut made = None;
        let mut change = match DidAsk::of_word(&self.asked) {
            DidAsk::NotToday => {
                let until = later(today, NOT_TODAY_DAYS).to_string();
                book.not_asked_now(person.id, &until, &self.why, today, mint)?
            }
            DidAsk::Never => Change::of(Person { never_ask: true, ..person.clone() }),
            DidAsk::Names => {
                let ask = agreed(meeting, mint);
                made = Some(ask.id);
                Change::of(ask)
            }
            DidAsk::Yes => Change::default(),
            DidAsk::Other(_) => Change::of(aside(meeting, mint)),
        };
        if self.asked() {
            met.purposes.insert(Purpose::Ask);
        }
        if !self.help.trim().is_empty() {
            let help = HelpDraft { help: self.help.clone(), by: self.by.clone() };
            change.records.extend(help.change(book, person.id, today, mint)?.records);
            met.purposes.insert(Purpose::OfferHelp);
        }
        if met != *meeting {
            change = change.and(met);
        }
        Ok((change, made))
    }

    /// Whether I asked.
    pub fn asked(&self) -> bool {
        matches!(DidAsk::of_word(&self.asked), DidAsk::Yes | DidAsk::Names)
    }
}

/// The ask that was made in a meeting and brought names at once; they are captured one by one (R47).
fn agreed(meeting: &Touch, mint: &mut Mint) -> Ask {
    let outcome = AskOutcome { kind: AskEnd::Agreed, on: Some(meeting.on), why: String::new() };
    Ask { id: AskId(mint.id()), person: meeting.person, on: meeting.on, outcome, ..Ask::default() }
}

/// That nothing was said about the ask after this meeting; it holds back no ask on another day.
fn aside(meeting: &Touch, mint: &mut Mint) -> PutOff {
    PutOff {
        id: PutOffId(mint.id()),
        duty: ASK.into(),
        person: Some(meeting.person),
        record: Some(meeting.id.0),
        due: Some(meeting.on),
        dropped: SKIPPED.into(),
        ..PutOff::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::record::Record;
    use crate::domain::touch::TouchKind;

    const TODAY: &str = "2026-11-20";

    /// What is kept of an answer after Jim's coffee of yesterday, and the book with it.
    fn kept(draft: &ClosingDraft) -> Result<(Vec<Record>, Book), Problems> {
        let mut book = Book::default();
        let (id, person, on) = ("t1".parse().unwrap(), "jim".parse().unwrap(), "2026-11-19".parse().unwrap());
        book.put(Person { id: person, ..Person::default() }.into());
        book.put(Touch { id, person, on, kind: TouchKind::Coffee, ..Touch::default() }.into());
        let (change, made) = draft.change(&book, id, TODAY.parse().unwrap(), &mut Mint::new(Session::of_bits(1)))?;
        assert_eq!(made.is_some(), draft.asked == "names");
        change.records.iter().cloned().for_each(|record| book.put(record));
        Ok((change.records, book))
    }

    fn answer(asked: &str, help: &str) -> ClosingDraft {
        ClosingDraft { asked: asked.into(), help: help.into(), by: "2026-11-25".into(), ..ClosingDraft::default() }
    }

    #[test]
    fn r20_not_today_rests_a_fortnight_and_never_is_kept_with_the_person() {
        let Record::Ask(ask) = kept(&answer("not today", "")).unwrap().0.remove(0) else { panic!("a not now") };
        assert_eq!(ask.outcome.on, "2026-12-04".parse().ok());
        let Record::Person(person) = kept(&answer("never", "")).unwrap().0.remove(0) else { panic!("the person") };
        assert!(person.never_ask);
    }

    #[test]
    fn r27_how_i_can_help_becomes_a_promise_in_the_same_act() {
        let kept = kept(&answer("not today", "Two rooms near the hospital")).unwrap().0;
        let [Record::Ask(_), Record::Give(give), Record::Touch(met)] = kept.as_slice() else { panic!("{kept:?}") };
        assert!(give.is_open() && met.purposes.contains(&Purpose::OfferHelp));
    }

    #[test]
    fn r20_every_answer_is_kept_and_skipping_too_so_that_a_meeting_is_asked_about_once() {
        for asked in ["names", "yes", "not today", "never", ""] {
            let (_, book) = kept(&answer(asked, " ")).unwrap();
            let meeting = book.touch("t1".parse().unwrap()).unwrap();
            let silenced = book.person(meeting.person).unwrap().never_ask;
            assert!(meeting.is_answered(&book) || silenced, "{asked}");
            assert_eq!(meeting.purposes.contains(&Purpose::Ask), answer(asked, "").asked(), "{asked}");
            let other = Touch { id: "t2".parse().unwrap(), on: TODAY.parse().unwrap(), ..Touch::default() };
            let other = Touch { person: meeting.person, ..other };
            assert_eq!(other.is_answered(&book), asked == "not today", "{asked}: a skip is for one meeting only");
        }
        let (records, _) = kept(&answer("", "")).unwrap();
        assert!(matches!(records.as_slice(), [Record::PutOff(aside)] if aside.until.is_none()));
    }

    #[test]
    fn r20_names_that_came_make_an_ask_they_agreed_to_on_the_day_of_the_meeting() {
        let (records, _) = kept(&answer("names", "")).unwrap();
        let [Record::Ask(ask), Record::Touch(_)] = records.as_slice() else { panic!("{records:?}") };
        assert_eq!((ask.outcome.kind.clone(), ask.on), (AskEnd::Agreed, "2026-11-19".parse().unwrap()));
    }

    #[test]
    fn r20_what_is_wrong_with_the_promise_keeps_nothing_and_a_meeting_that_is_gone_says_so() {
        let wrong = ClosingDraft { by: String::new(), ..answer("", "A driver") };
        assert!(kept(&wrong).unwrap_err().of("by").is_some());
        let mut mint = Mint::new(Session::of_bits(1));
        let gone = answer("yes", "").change(&Book::default(), "t9".parse().unwrap(), TODAY.parse().unwrap(), &mut mint);
        assert!(gone.unwrap_err().of("form").is_some());
    }
}
