//! Settling: the records a person makes when a word went out, and when a duty is put off or dropped.

use super::duty::{Calendar, Duty, Owed, Subject, When};
use crate::domain::ask::{Ask, AskEnd, AskOutcome};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::{Problems, long_text};
use crate::domain::give::Give;
use crate::domain::id::{AskId, EventId, GiveId, Mint, PersonId, PlanId, PutOffId, TouchId};
use crate::domain::plan::moves::REVIEW_DAYS;
use crate::domain::put_off::PutOff;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::sorted_set::SortedSet;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;

/// A word that went out.
#[derive(Debug, Clone, PartialEq)]
pub struct SentMessage {
    /// How.
    pub kind: TouchKind,
    /// On which day.
    pub on: NaiveDate,
    /// The words.
    pub text: String,
}

/// Which duties of a row one word settles unless the person says otherwise: the strongest, and all that are due by
/// today. What is only due soon is left for its day, and no ask is made by the way: it is an act of its own.
pub fn proposed(owed: Vec<Owed>) -> Vec<(Owed, bool)> {
    let now = |(n, owed): (usize, Owed)| {
        let asks = owed.raised.duty.subject() == Subject::Ask;
        let is_due = n == 0 || (owed.when != When::Soon && !asks);
        (owed, is_due)
    };
    owed.into_iter().enumerate().map(now).collect()
}

/// Those that were chosen.
pub fn chosen(duties: Vec<(Owed, bool)>) -> Vec<Owed> {
    duties.into_iter().filter(|(_, is_chosen)| *is_chosen).map(|(owed, _)| owed).collect()
}

/// The change that settles these duties to one person with one word: a touch for each referral and milestone it
/// answers (the words stand on the first), the follow-up noted on its referral, and a question about the introduction
/// put off three working days, so that nobody is asked twice. A word that settles nothing is a catch-up.
pub fn sent(book: &Book, to: PersonId, owed: &[Owed], sent: &SentMessage, mint: &mut Mint) -> Change {
    let mut records: Vec<Record> = Vec::new();
    if owed.is_empty() {
        let (id, kind, text) = (TouchId(mint.id()), sent.kind.clone(), sent.text.clone());
        let purposes = [Purpose::CatchUp].into();
        records.push(Touch { id, person: to, on: sent.on, kind, purposes, text, ..Touch::default() }.into());
    }
    for owed in owed {
        let Some(person) = owed.raised.person else { continue };
        let text =
            if records.iter().any(|r| matches!(r, Record::Touch(_))) { String::new() } else { sent.text.clone() };
        records.push(touch(owed, person, sent, text, mint).into());
        match owed.raised.duty {
            Duty::FollowUp => {
                let referral = owed.raised.referral.and_then(|id| book.referral(id)).cloned();
                if let Some(mut referral) = referral {
                    referral.followed_up_on = Some(sent.on);
                    records.push(referral.into());
                }
            }
            Duty::AskNewClient | Duty::Ask => records.push(asked(person, AskEnd::Open, sent.on, None, mint).into()),
            Duty::Help => records.extend(helped(book, owed, sent.on)),
            Duty::Plan => ticked(book, owed, sent.on, &mut records),
            Duty::Confirm => records.push(asked_gently(book, owed, sent.on, mint)),
            // An invitation is answered by the guest; until they do, nobody is asked twice in a row.
            Duty::Event => {
                if invited(book, owed, sent.on, &mut records) {
                    records.push(asked_gently(book, owed, sent.on, mint));
                }
            }
            // The touch alone settles these.
            Duty::ThankAgreed
            | Duty::ThankWon
            | Duty::ThankChain
            | Duty::ThankReport
            | Duty::Update
            | Duty::LastWord
            | Duty::KeepInTouch
            | Duty::BackUp => {}
        }
    }
    Change { records }
}

/// The change that settles these duties as done outside the app: as [`sent`], but where the introduction was waited
/// for, "done" means that it has been made, so it is confirmed on that day and no question is logged.
pub fn done(book: &Book, to: PersonId, owed: &[Owed], how: &SentMessage, mint: &mut Mint) -> Change {
    let (waited, others): (Vec<Owed>, Vec<Owed>) =
        owed.iter().cloned().partition(|owed| owed.raised.duty == Duty::Confirm);
    let mut change = if others.is_empty() { Change::default() } else { sent(book, to, &others, how, mint) };
    for referral in waited.iter().filter_map(|owed| book.referral(owed.raised.referral?)) {
        let introduced = Referral { introduced_on: Some(how.on), ..referral.clone() };
        change.records.push(introduced.into());
    }
    change
}

fn touch(owed: &Owed, person: PersonId, sent: &SentMessage, text: String, mint: &mut Mint) -> Touch {
    let purposes: SortedSet<Purpose> = match owed.raised.duty {
        Duty::ThankAgreed | Duty::ThankWon | Duty::ThankChain => SortedSet::from([Purpose::Thank]),
        Duty::ThankReport => SortedSet::from([Purpose::Thank, Purpose::Update]),
        Duty::FollowUp => SortedSet::from([Purpose::FollowUp]),
        Duty::Confirm => SortedSet::from([Purpose::Confirm]),
        Duty::Update | Duty::LastWord => SortedSet::from([Purpose::Update]),
        Duty::Help => SortedSet::from([Purpose::Give]),
        Duty::Plan | Duty::Event | Duty::KeepInTouch => SortedSet::from([Purpose::CatchUp]),
        Duty::AskNewClient | Duty::Ask => SortedSet::from([Purpose::Ask]),
        Duty::BackUp => SortedSet::new(),
    };
    Touch {
        id: TouchId(mint.id()),
        person,
        on: sent.on,
        kind: sent.kind.clone(),
        purposes,
        about: owed.raised.referral,
        milestone: owed.raised.milestone.clone(),
        text,
        ..Touch::default()
    }
}

/// Puts a duty off by three working days, after which it is asked again.
fn asked_gently(book: &Book, owed: &Owed, on: NaiveDate, mint: &mut Mint) -> Record {
    let until = Calendar::of(book).working.after(on, 3);
    answer(owed, Some(until), String::new(), mint).into()
}

/// The help as it is once it was given.
fn helped(book: &Book, owed: &Owed, on: NaiveDate) -> Option<Record> {
    let give = book.give(GiveId(owed.raised.record?))?.clone();
    Some(Give { done_on: Some(on), ..give }.into())
}

/// Ticks the lines of that day in the plan, or moves its review on; in the records of the same act where it stands there.
fn ticked(book: &Book, owed: &Owed, on: NaiveDate, records: &mut Vec<Record>) {
    let Some(id) = owed.raised.record else { return };
    let is_it = |record: &Record| matches!(record, Record::Plan(plan) if plan.id.0 == id);
    if !records.iter().any(is_it) {
        records.extend(book.plan(PlanId(id)).cloned().map(Record::from));
    }
    for record in records.iter_mut() {
        let Record::Plan(plan) = record else { continue };
        if plan.id.0 == id {
            plan.mine.iter_mut().filter(|item| item.on == Some(owed.raised.due)).for_each(|item| item.done = true);
            plan.review_on =
                plan.review_on.map(|day| if day == owed.raised.due { later(on, REVIEW_DAYS) } else { day });
        }
    }
}

/// Notes the guest as asked, and says whether this was an invitation: after the event's day it is a word about how it was.
fn invited(book: &Book, owed: &Owed, on: NaiveDate, records: &mut Vec<Record>) -> bool {
    let event = owed.raised.record.and_then(|id| book.event(EventId(id))).filter(|event| !event.is_over(on));
    let (Some(event), Some(guest)) = (event, owed.raised.person) else { return false };
    let mut event = event.clone();
    event.ask(guest);
    records.push(event.into());
    true
}

/// The change that puts these duties off to a day.
///
/// # Errors
/// A sentence when the day is not after today.
pub fn put_off(owed: &[Owed], until: NaiveDate, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
    if until <= today {
        return Err(Problems::one("until", "Choose a day after today."));
    }
    let answers = owed.iter().map(|owed| match owed.ripe_ask() {
        Some(person) => asked(person, AskEnd::NotNow, today, Some(until), mint).into(),
        None => answer(owed, Some(until), String::new(), mint).into(),
    });
    Ok(Change { records: answers.collect() })
}

/// The change that drops these duties: they are not owed, for this reason. A back-up cannot be dropped.
///
/// # Errors
/// A sentence when the reason is missing.
pub fn dropped(owed: &[Owed], why: &str, mint: &mut Mint) -> Result<Change, Problems> {
    let why = long_text(why).map_err(|why| Problems::one("why", why))?;
    if why.is_empty() {
        return Err(Problems::one("why", "Write why it is not owed; you may wonder later."));
    }
    let owed = owed.iter().filter(|owed| owed.raised.duty != Duty::BackUp);
    let answers = owed.map(|owed| match owed.ripe_ask() {
        // A ripe ask has no day of its own to be dropped for: it rests as after an ask.
        Some(person) => {
            let until = Some(later(owed.due, NOT_NOW_DAYS));
            let mut ask = asked(person, AskEnd::NotNow, owed.due, until, mint);
            ask.outcome.why = why.clone();
            ask.into()
        }
        None => answer(owed, None, why.clone(), mint).into(),
    });
    Ok(Change { records: answers.collect() })
}

/// How many days an ask rests that was dropped with a reason.
const NOT_NOW_DAYS: u64 = 90;

/// An ask of which only this is known.
fn asked(person: PersonId, kind: AskEnd, on: NaiveDate, until: Option<NaiveDate>, mint: &mut Mint) -> Ask {
    let outcome = AskOutcome { kind, on: until, ..AskOutcome::default() };
    Ask { id: AskId(mint.id()), person, on, outcome, ..Ask::default() }
}

fn answer(owed: &Owed, until: Option<NaiveDate>, dropped: String, mint: &mut Mint) -> PutOff {
    PutOff {
        id: PutOffId(mint.id()),
        duty: owed.raised.duty.name().into(),
        person: owed.raised.person,
        referral: owed.raised.referral,
        milestone: owed.raised.milestone.clone(),
        record: owed.raised.record,
        due: Some(owed.raised.due),
        until,
        dropped,
        trashed: false,
    }
}

/// The change that brings duties back that were put off.
pub fn brought_back(book: &Book, owed: &Owed) -> Change {
    let same = |p: &&PutOff| {
        let about = (p.person, p.referral, p.record);
        p.duty == owed.raised.duty.name() && about == (owed.raised.person, owed.raised.referral, owed.raised.record)
    };
    let back = |p: &PutOff| PutOff { trashed: true, ..p.clone() }.into();
    Change { records: book.put_offs().filter(same).map(back).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::duty::Raised;

    #[test]
    fn r69_an_invitation_that_went_out_notes_the_guest_as_asked_and_rests_three_working_days() {
        use crate::domain::event::Event;
        use crate::domain::id::Session;
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(1)));
        let (id, ann): (EventId, PersonId) = ("e1".parse().unwrap(), "ann".parse().unwrap());
        let today: NaiveDate = "2026-11-20".parse().unwrap();
        book.put(Event { id, name: "Supper".into(), on: "2026-12-03".parse().ok(), ..Event::default() }.into());
        let raised = Raised { record: Some(id.0), ..Raised::to(ann, Duty::Event, "2026-11-19".parse().unwrap()) };
        let owed = [Owed { due: raised.due, when: When::Late, raised }];
        let mut went = |book: &Book, on: NaiveDate| {
            let word = SentMessage { kind: TouchKind::Email, on, text: "Will you come?".into() };
            sent(book, ann, &owed, &word, &mut mint).records
        };
        let records = went(&book, today);
        let kinds: Vec<String> = records.iter().map(|record| record.kind().word().to_string()).collect();
        assert_eq!(kinds, ["touch", "event", "put_off"]);
        records.into_iter().for_each(|record| book.put(record));
        let event = book.event(id).unwrap();
        assert!(event.guest(ann).is_some_and(|guest| event.has_asked(guest)), "who was not on the list is put there");
        assert_eq!(book.put_offs().next().unwrap().until, "2026-11-25".parse().ok());
        // After its day it is a word about how it was, which settles itself.
        let after = went(&book, "2026-12-04".parse().unwrap());
        assert_eq!(after.iter().map(|record| record.kind().word().to_string()).collect::<Vec<_>>(), ["touch"]);
    }

    #[test]
    fn r33_no_ask_is_made_by_the_way() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let owed = |(duty, when): (Duty, When)| Owed {
            raised: Raised::to("p1".parse().unwrap(), duty, today),
            due: today,
            when,
        };
        let ticked = |duties: [(Duty, When); 2]| -> Vec<bool> {
            proposed(duties.map(owed).into()).into_iter().map(|(_, is_ticked)| is_ticked).collect()
        };
        assert_eq!(ticked([(Duty::Update, When::Late), (Duty::KeepInTouch, When::Today)]), [true, true]);
        assert_eq!(ticked([(Duty::KeepInTouch, When::Late), (Duty::Ask, When::Ripe)]), [true, false]);
        assert_eq!(ticked([(Duty::Confirm, When::Late), (Duty::AskNewClient, When::Late)]), [true, false]);
        assert_eq!(ticked([(Duty::AskNewClient, When::Today), (Duty::Confirm, When::Soon)]), [true, false]);
    }
}
