//! Duties: what is owed, to whom, and since when, derived from the records of the book.
//!
//! What settles a duty is always a record the person made, a touch or a day on a referral, never a "done" flag; so what
//! is owed can never disagree with the book. Where the practice leaves a choice open, this is the one made here:
//!
//! * A referral raises nothing when it, its source or its prospect is in the trash or gone; nor does a duty to somebody
//!   who wants no messages.
//! * A referral without the day the source agreed owes no thank-you for agreeing and no confirmation.
//! * The follow-up of an overridden referral counts from the day of the override, even when the introduction followed.
//! * "Tell how it goes" rests while thank-agreed, confirm or thank-and-report about the same referral is unsettled, on
//!   whatever day those fall due, and also while they are put off; not when they were dropped.
//! * A referral whose stage is confidential owes no news; one whose amount alone is, does.
//! * A duty put off falls due on the day it was put off to. A duty dropped is dropped for this occurrence: it comes back
//!   only with another due day.
//! * The back-up is always due today, because a book at risk has no better day.

use super::put_off::Answers;
use crate::domain::book::Book;
use crate::domain::day::{WorkingDays, later};
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::person::Consent;
use crate::domain::referral::{Confidential, Origin, Referral, SecretPart};
use crate::domain::setting::Setting;
use crate::domain::touch::{Milestone, Purpose, Touch};
use chrono::{NaiveDate, Weekday};

/// What can be owed, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// Thank the source for agreeing (R40).
    ThankAgreed,
    /// Thank the source for the sale (R44).
    ThankWon,
    /// Follow up with the prospect (R42).
    FollowUp,
    /// Get the confirmation from the source (R38).
    Confirm,
    /// Thank the source and report, after the first talk (R43).
    ThankReport,
    /// Tell the source how it goes (R62).
    Update,
    /// One last word to the source, after the file was closed (R64).
    LastWord,
    /// Back up the book (B5).
    BackUp,
}

impl Duty {
    /// Every duty, in the order of the list.
    pub const ALL: [Duty; 8] = [
        Duty::ThankAgreed,
        Duty::ThankWon,
        Duty::FollowUp,
        Duty::Confirm,
        Duty::ThankReport,
        Duty::Update,
        Duty::LastWord,
        Duty::BackUp,
    ];

    /// The name in files, addresses and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Duty::ThankAgreed => "thank-agreed",
            Duty::ThankWon => "thank-won",
            Duty::FollowUp => "follow-up",
            Duty::Confirm => "confirm",
            Duty::ThankReport => "thank-report",
            Duty::Update => "update",
            Duty::LastWord => "last-word",
            Duty::BackUp => "back-up",
        }
    }

    /// The duty of a name.
    pub fn of_name(name: &str) -> Option<Duty> {
        Duty::ALL.into_iter().find(|duty| duty.name() == name)
    }

    /// The moment of the referral it answers.
    pub fn milestone(self) -> Option<Milestone> {
        match self {
            Duty::ThankAgreed => Some(Milestone::Agreed),
            Duty::ThankWon => Some(Milestone::Won),
            Duty::ThankReport => Some(Milestone::Talked),
            Duty::LastWord => Some(Milestone::Closed),
            Duty::FollowUp | Duty::Confirm | Duty::Update | Duty::BackUp => None,
        }
    }
}

/// How a due day lies to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Due before today.
    Late,
    /// Due today.
    Today,
    /// Due in the next seven days.
    Soon,
}

impl When {
    /// The name in files and on the screen's `data-due`.
    pub fn name(self) -> &'static str {
        match self {
            When::Late => "late",
            When::Today => "today",
            When::Soon => "soon",
        }
    }

    /// How `due` lies to `today`; `None` when it is more than seven days off.
    pub fn of(due: NaiveDate, today: NaiveDate) -> Option<When> {
        match due {
            due if due < today => Some(When::Late),
            due if due == today => Some(When::Today),
            due if due <= later(today, 7) => Some(When::Soon),
            _ => None,
        }
    }
}

/// An unsettled duty, whenever it falls due.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Raised {
    /// What is owed.
    pub duty: Duty,
    /// The day it falls due by the rules.
    pub due: NaiveDate,
    /// To whom the word goes: the prospect for a follow-up, else the source; nobody for a back-up.
    pub person: Option<PersonId>,
    /// The referral it is about.
    pub referral: Option<ReferralId>,
}

/// A duty that stands on today's list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Owed {
    /// The duty with its day by the rules.
    pub raised: Raised,
    /// The day it is due: by the rules, or the day it was put off to.
    pub due: NaiveDate,
    /// How that day lies to today.
    pub when: When,
}

/// What is owed on this day: overdue before due before soon, inside that by duty, then by age.
/// What was put off to a later day or dropped is left out.
pub fn owed(book: &Book, today: NaiveDate) -> Vec<Owed> {
    standing(book, raised(book, today), today)
}

/// What is owed to this person on this day, or for `None` the back-up: as [`owed`], without a walk over the whole book.
pub fn owed_to(book: &Book, person: Option<PersonId>, today: NaiveDate) -> Vec<Owed> {
    let Some(person) = person else { return standing(book, back_up(book, today).into_iter().collect(), today) };
    let brought = book.referrals_to(person).filter(|referral| referral.source != person);
    let about = book.referrals_from(person).chain(brought);
    let mut raised: Vec<Raised> = about.flat_map(|referral| of_referral(book, referral)).collect();
    raised.retain(|raised| raised.person == Some(person));
    standing(book, raised, today)
}

/// Which of these duties stand on the list of this day, in its order.
fn standing(book: &Book, raised: Vec<Raised>, today: NaiveDate) -> Vec<Owed> {
    let answers = Answers::of(book);
    let mut list: Vec<Owed> = raised
        .into_iter()
        .filter(|raised| !answers.is_dropped(raised))
        .filter_map(|raised| {
            let put_off_to = answers.put_off_to(&raised);
            if put_off_to.is_some_and(|day| day > today) {
                return None;
            }
            let due = put_off_to.unwrap_or(raised.due);
            Some(Owed { when: When::of(due, today)?, due, raised })
        })
        .collect();
    sort_by_key(&mut list, order);
    list
}

fn order(owed: &Owed) -> (When, Duty, NaiveDate, Option<ReferralId>, Option<PersonId>) {
    (owed.when, owed.raised.duty, owed.due, owed.raised.referral, owed.raised.person)
}

/// Every unsettled duty on this day, whenever it falls due, in no promised order.
pub fn raised(book: &Book, today: NaiveDate) -> Vec<Raised> {
    let calendar = Calendar::of(book);
    let answers = Answers::of(book);
    let mut all = Vec::new();
    for referral in book.referrals() {
        all.extend(raised_by(book, referral, &calendar, &answers));
    }
    all.extend(back_up(book, today));
    all
}

/// The unsettled duties of one referral, whenever they fall due.
pub fn of_referral(book: &Book, referral: &Referral) -> Vec<Raised> {
    raised_by(book, referral, &Calendar::of(book), &Answers::of(book))
}

/// The person's own calendar: which days they work, and after how many days without a word a source is told.
struct Calendar {
    working: WorkingDays,
    update_days: u64,
}

impl Calendar {
    fn of(book: &Book) -> Calendar {
        let choices = book.setting("choices");
        Calendar {
            working: choices.map(working_days).unwrap_or_default(),
            update_days: u64::from(choices.and_then(|c| c.update_days).unwrap_or(14).max(1)),
        }
    }
}

/// The working days these settings name.
pub fn working_days(choices: &Setting) -> WorkingDays {
    let day = |n: &u8| Weekday::try_from(n.checked_sub(1)?).ok();
    WorkingDays::of(&choices.working_days.iter().filter_map(day).collect::<Vec<_>>())
}

fn raised_by(book: &Book, referral: &Referral, calendar: &Calendar, answers: &Answers) -> Vec<Raised> {
    if book.live_person(referral.source).is_none() || book.live_person(referral.prospect).is_none() {
        return Vec::new();
    }
    let mut words: Vec<&Touch> = book.touches_about(referral.id).collect();
    words.retain(|touch| touch.person == referral.source && touch.went_out());
    let file = File { book, referral, calendar, words };
    let mut all: Vec<Raised> = [
        file.thank_agreed(),
        file.thank_won(),
        file.follow_up(),
        file.confirm(),
        file.thank_report(),
        file.last_word(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let holds_news = |raised: &Raised| matches!(raised.duty, Duty::ThankAgreed | Duty::Confirm | Duty::ThankReport);
    if !all.iter().any(|raised| holds_news(raised) && !answers.is_dropped(raised)) {
        all.extend(file.update());
    }
    all.retain(|raised| raised.person.is_some_and(|id| may_write_to(book, id)));
    all
}

fn may_write_to(book: &Book, person: PersonId) -> bool {
    book.live_person(person).is_some_and(|p| p.consent != Some(Consent::DoNotContact))
}

/// One referral with what its duties depend on.
struct File<'a> {
    book: &'a Book,
    referral: &'a Referral,
    calendar: &'a Calendar,
    /// The words about it that went out to its source, found once for all its duties.
    words: Vec<&'a Touch>,
}

impl File<'_> {
    fn thank_agreed(&self) -> Option<Raised> {
        let agreed = self.referral.agreed_on?;
        let settled = self.word_to_source(agreed, |touch| {
            touch.purposes.contains(&Purpose::Thank) && touch.milestone == Some(Milestone::Agreed)
        });
        self.to_source(Duty::ThankAgreed, agreed).filter(|_| !settled)
    }

    fn thank_won(&self) -> Option<Raised> {
        let won = self.referral.won_on()?;
        let settled = self.word_to_source(won, |touch| {
            touch.purposes.contains(&Purpose::Thank) && touch.milestone == Some(Milestone::Won)
        });
        self.to_source(Duty::ThankWon, won).filter(|_| !settled)
    }

    fn follow_up(&self) -> Option<Raised> {
        let referral = self.referral;
        let begun = referral.followed_up_on.is_some() || referral.talked_on.is_some();
        if begun || !referral.is_open() {
            return None;
        }
        let from = referral.follow_up_override().map(|o| o.on).or(referral.introduced_on)?;
        let due = self.calendar.working.next_after(from);
        Some(Raised { person: Some(referral.prospect), ..self.to_source(Duty::FollowUp, due)? })
    }

    fn confirm(&self) -> Option<Raised> {
        let referral = self.referral;
        let moved = referral.introduced_on.or(referral.followed_up_on).or(referral.talked_on);
        if moved.is_some() || !referral.is_open() || referral.origin == Origin::Itself {
            return None;
        }
        let promised = referral.ask.and_then(|id| self.book.ask(id)).and_then(|ask| ask.confirm_by);
        let due = promised.or_else(|| referral.agreed_on.map(|agreed| self.calendar.working.after(agreed, 3)))?;
        self.to_source(Duty::Confirm, due)
    }

    fn thank_report(&self) -> Option<Raised> {
        let talked = self.referral.talked_on?;
        let settled = self.word_to_source(talked, is_news);
        self.to_source(Duty::ThankReport, self.calendar.working.next_after(talked)).filter(|_| !settled)
    }

    fn update(&self) -> Option<Raised> {
        let referral = self.referral;
        if !referral.is_open() || stage_is_secret(&referral.confidential) {
            return None;
        }
        let news = self.words.iter().filter(|touch| is_news(touch));
        let last = news.map(|touch| touch.on).max().or(referral.agreed_on);
        let changes = [referral.introduced_on, referral.followed_up_on].into_iter().flatten();
        let unsaid = changes.filter(|day| last.is_none_or(|last| *day > last));
        let after_change = unsaid.map(|day| self.calendar.working.next_after(day)).min();
        let after_silence = last.map(|last| later(last, self.calendar.update_days));
        let due = after_change.into_iter().chain(after_silence).min()?;
        self.to_source(Duty::Update, due)
    }

    fn last_word(&self) -> Option<Raised> {
        let closed = self.referral.closed_on()?;
        let settled = self.word_to_source(closed, |_| true);
        self.to_source(Duty::LastWord, self.calendar.working.next_after(closed)).filter(|_| !settled)
    }

    fn to_source(&self, duty: Duty, due: NaiveDate) -> Option<Raised> {
        Some(Raised { duty, due, person: Some(self.referral.source), referral: Some(self.referral.id) })
    }

    /// Whether a word about this referral went out to its source on or after `from`.
    fn word_to_source(&self, from: NaiveDate, fits: impl Fn(&Touch) -> bool) -> bool {
        self.words.iter().any(|touch| touch.on >= from && fits(touch))
    }
}

fn is_news(touch: &Touch) -> bool {
    touch.purposes.contains(&Purpose::Thank) || touch.purposes.contains(&Purpose::Update)
}

/// Whether how far a referral is must not be told to its source (R63).
pub fn stage_is_secret(confidential: &Confidential) -> bool {
    match confidential {
        Confidential::No => false,
        Confidential::Whole => true,
        Confidential::Parts(parts) => parts.contains(&SecretPart::Stage),
    }
}

/// The back-up, where the book is at risk without one (B5).
pub fn back_up(book: &Book, today: NaiveDate) -> Option<Raised> {
    let at_risk = match book.setting("backup").and_then(|s| s.on) {
        None => book.changes_since_backup >= 20,
        Some(on) => today >= later(on, 7) && book.changes_since_backup >= 50,
    };
    at_risk.then_some(Raised { duty: Duty::BackUp, due: today, person: None, referral: None })
}

#[cfg(test)]
mod tests;
