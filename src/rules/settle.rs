//! Settling: the records a person makes when a word went out, and when a duty is put off or dropped.

use super::duty::{Duty, Owed, When};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::WorkingDays;
use crate::domain::draft::{Problems, long_text};
use crate::domain::few::Few;
use crate::domain::id::{Mint, PersonId, PutOffId, TouchId};
use crate::domain::put_off::PutOff;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;

/// A word that went out.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// How.
    pub kind: TouchKind,
    /// On which day.
    pub on: NaiveDate,
    /// The words.
    pub text: String,
}

/// Which duties of a row one word settles unless the person says otherwise: the strongest, and all that are due by
/// today. What is only due soon is left for its day.
pub fn proposed(owed: Vec<Owed>) -> Vec<(Owed, bool)> {
    let now = |(n, owed): (usize, Owed)| {
        let is_due = n == 0 || owed.when != When::Soon;
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
pub fn sent(book: &Book, to: PersonId, owed: &[Owed], sent: &Sent, mint: &mut Mint) -> Change {
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
            Duty::Confirm => {
                let until = working(book).after(sent.on, 3);
                records.push(answer(owed, Some(until), String::new(), mint).into());
            }
            _ => {}
        }
    }
    Change { records }
}

/// The change that settles these duties as done outside the app: as [`sent`], but where the introduction was waited
/// for, "done" means that it has been made, so it is confirmed on that day and no question is logged.
pub fn done(book: &Book, to: PersonId, owed: &[Owed], how: &Sent, mint: &mut Mint) -> Change {
    let (waited, others): (Vec<Owed>, Vec<Owed>) =
        owed.iter().cloned().partition(|owed| owed.raised.duty == Duty::Confirm);
    let mut change = if others.is_empty() { Change::default() } else { sent(book, to, &others, how, mint) };
    for referral in waited.iter().filter_map(|owed| book.referral(owed.raised.referral?)) {
        let introduced = Referral { introduced_on: Some(how.on), ..referral.clone() };
        change.records.push(introduced.into());
    }
    change
}

fn touch(owed: &Owed, person: PersonId, sent: &Sent, text: String, mint: &mut Mint) -> Touch {
    let purposes: Few<Purpose> = match owed.raised.duty {
        Duty::ThankAgreed | Duty::ThankWon => Few::from([Purpose::Thank]),
        Duty::ThankReport => Few::from([Purpose::Thank, Purpose::Update]),
        Duty::FollowUp => Few::from([Purpose::FollowUp]),
        Duty::Confirm => Few::from([Purpose::Confirm]),
        Duty::Update | Duty::LastWord => Few::from([Purpose::Update]),
        Duty::BackUp => Few::new(),
    };
    Touch {
        id: TouchId(mint.id()),
        person,
        on: sent.on,
        kind: sent.kind.clone(),
        purposes,
        about: owed.raised.referral,
        milestone: owed.raised.duty.milestone(),
        text,
        ..Touch::default()
    }
}

fn working(book: &Book) -> WorkingDays {
    book.setting("choices").map(super::duty::working_days).unwrap_or_default()
}

/// The change that puts these duties off to a day.
///
/// # Errors
/// A sentence when the day is not after today.
pub fn put_off(owed: &[Owed], until: NaiveDate, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
    if until <= today {
        return Err(Problems::one("until", "Choose a day after today."));
    }
    let answers = owed.iter().map(|owed| answer(owed, Some(until), String::new(), mint).into());
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
    Ok(Change { records: owed.map(|owed| answer(owed, None, why.clone(), mint).into()).collect() })
}

fn answer(owed: &Owed, until: Option<NaiveDate>, dropped: String, mint: &mut Mint) -> PutOff {
    PutOff {
        id: PutOffId(mint.id()),
        duty: owed.raised.duty.name().into(),
        person: owed.raised.person,
        referral: owed.raised.referral,
        milestone: owed.raised.duty.milestone(),
        due: Some(owed.raised.due),
        until,
        dropped,
        trashed: false,
    }
}

/// The change that brings duties back that were put off.
pub fn brought_back(book: &Book, owed: &Owed) -> Change {
    let same = |p: &&PutOff| {
        p.duty == owed.raised.duty.name() && p.person == owed.raised.person && p.referral == owed.raised.referral
    };
    let back = |p: &PutOff| PutOff { trashed: true, ..p.clone() }.into();
    Change { records: book.put_offs().filter(same).map(back).collect() }
}
