//! Duties that a referral raises: thanks to its source, the follow-up, the confirmation, news, and the new client's ask.

use super::{Calendar, Duty, Raised, Rules};
use crate::domain::book::Book;
use crate::domain::day::later;
use crate::domain::kind::Kind;
use crate::domain::referral::{Fruit, Origin, Referral};
use crate::domain::touch::Milestone;
use crate::domain::touch::summary::TouchSummary;
use chrono::NaiveDate;

/// The unsettled duties of one referral to its source and its prospect, whenever they fall due.
pub fn of_referral(book: &Book, referral: &Referral, today: NaiveDate) -> Vec<Raised> {
    let rules = Rules::of(book, today);
    let mut raised = Vec::new();
    raised_by(&rules, referral, &mut raised);
    raised.retain(|raised| rules.may_be_owed(raised));
    raised
}

/// Raises the duties of a referral, to whomever, and puts them with the others.
pub(super) fn raised_by(rules: &Rules, referral: &Referral, all: &mut Vec<Raised>) {
    if referral.source == referral.prospect && rules.book.written_otherwise(&Kind::Referral, referral.id.0).is_some() {
        return; // Two entries became one: nobody is thanked for bringing themselves.
    }
    let (book, calendar, answers) = (rules.book, &rules.calendar, &rules.answers);
    let before = all.len();
    let file = ReferralFile { book, referral, calendar };
    all.extend(file.thank_agreed());
    all.extend(file.thank_won());
    all.extend(file.follow_up());
    all.extend(file.confirm());
    all.extend(file.thank_report());
    all.extend(file.last_word());
    all.extend(file.ask_new_client());
    let own = all.get(before..).unwrap_or_default();
    let holds_news = |raised: &Raised| matches!(raised.duty, Duty::ThankAgreed | Duty::Confirm | Duty::ThankReport);
    if !own.iter().any(|raised| holds_news(raised) && !answers.is_dropped(raised)) {
        all.extend(file.update());
    }
    // Nearly every referral of long ago owes nothing, so who is gone is looked up last.
    if all.len() > before && [referral.source, referral.prospect].iter().any(|id| book.live_person(*id).is_none()) {
        all.truncate(before);
    }
}

/// One referral with what its duties depend on.
struct ReferralFile<'a> {
    book: &'a Book,
    referral: &'a Referral,
    calendar: &'a Calendar,
}

impl<'a> ReferralFile<'a> {
    /// The words about it that went out to its source.
    fn words(&self) -> impl Iterator<Item = &'a TouchSummary> {
        words_to_source(self.book, self.referral)
    }

    fn thank_agreed(&self) -> Option<Raised> {
        let agreed = self.referral.agreed_on?;
        let settled = self.word_to_source(agreed, |summary| summary.thanks && summary.of_agreed);
        self.answering(Milestone::Agreed, Duty::ThankAgreed, agreed).filter(|_| !settled)
    }

    fn thank_won(&self) -> Option<Raised> {
        let won = self.referral.won_on()?;
        let settled = self.word_to_source(won, |summary| summary.thanks && summary.of_won);
        self.answering(Milestone::Won, Duty::ThankWon, won).filter(|_| !settled)
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
        let ask = referral.ask.and_then(|id| self.book.ask(id)).filter(|ask| !ask.trashed);
        let promised = ask.and_then(|ask| ask.confirm_by);
        let due = promised.or_else(|| referral.agreed_on.map(|agreed| self.calendar.working.after(agreed, 3)))?;
        self.to_source(Duty::Confirm, due)
    }

    fn thank_report(&self) -> Option<Raised> {
        let talked = self.referral.talked_on?;
        // A thank-you for agreeing, sent on the day of the talk, is no report of it.
        let is_report = |summary: &TouchSummary| summary.is_news && !summary.of_agreed && !summary.of_introduced;
        let settled = self.word_to_source(talked, is_report);
        self.answering(Milestone::Talked, Duty::ThankReport, self.calendar.working.next_after(talked))
            .filter(|_| !settled)
    }

    fn update(&self) -> Option<Raised> {
        let referral = self.referral;
        if !referral.is_open() || referral.confidential.hides_stage() {
            return None;
        }
        let news = self.words().filter(|summary| summary.is_news);
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
        self.answering(Milestone::Closed, Duty::LastWord, self.calendar.working.next_after(closed)).filter(|_| !settled)
    }

    fn ask_new_client(&self) -> Option<Raised> {
        let is_sale = self.referral.outcome.what.as_ref().is_none_or(|what| *what == Fruit::Sale);
        let won = self.referral.won_on().filter(|_| is_sale)?;
        let client = self.book.live_person(self.referral.prospect).filter(|client| !client.never_ask)?;
        let asked = self.book.asks_to(client.id).any(|ask| ask.on >= won);
        let about = Some(self.referral.id);
        (!asked).then_some(Raised { referral: about, ..Raised::to(client.id, Duty::AskNewClient, won) })
    }

    fn to_source(&self, duty: Duty, due: NaiveDate) -> Option<Raised> {
        let about = Some(self.referral.id);
        Some(Raised { referral: about, ..Raised::to(self.referral.source, duty, due) })
    }

    /// A duty to the source that a word about this moment of the referral answers.
    fn answering(&self, milestone: Milestone, duty: Duty, due: NaiveDate) -> Option<Raised> {
        Some(Raised { milestone: Some(milestone), ..self.to_source(duty, due)? })
    }

    /// Whether a word about this referral went out to its source on or after `from`.
    fn word_to_source(&self, from: NaiveDate, fits: impl Fn(&TouchSummary) -> bool) -> bool {
        self.words().any(|summary| summary.on >= from && fits(summary))
    }
}

/// The words about a referral that went out to its source.
pub fn words_to_source<'a>(book: &'a Book, referral: &Referral) -> impl Iterator<Item = &'a TouchSummary> + use<'a> {
    book.touch_summaries_about(referral.id, referral.source).filter(|summary| summary.went_out)
}
