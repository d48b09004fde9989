//! The gist of a touch: the little that the rules ask of each of forty thousand, lying together where it is read at once.

use super::{Milestone, Purpose, StartedBy, Touch, TouchKind};
use chrono::NaiveDate;

/// What the rules ask of a touch.
#[derive(Debug, Clone, Copy)]
pub struct TouchSummary {
    /// On which day.
    pub on: NaiveDate,
    /// It went out from me: only such a touch settles what I owe.
    pub went_out: bool,
    /// They began it.
    pub is_theirs: bool,
    /// It was meant for one person, not for a list.
    pub is_personal: bool,
    /// It counts for the goal of a week (R13).
    pub counts_for_goal: bool,
    /// Something was given with it: a gift of mine, or a gift or help of theirs (R66).
    pub is_gift: bool,
    /// It thanks.
    pub thanks: bool,
    /// It thanks, or says how it goes.
    pub is_news: bool,
    /// It answers the day the source agreed.
    pub of_agreed: bool,
    /// It answers the day the source introduced us.
    pub of_introduced: bool,
    /// It answers the sale.
    pub of_won: bool,
    /// It is in the trash.
    pub trashed: bool,
}

impl TouchSummary {
    /// The gist of this touch.
    pub fn of(touch: &Touch) -> TouchSummary {
        let thanks = touch.purposes.contains(&Purpose::Thank);
        TouchSummary {
            on: touch.on,
            went_out: touch.went_out(),
            is_theirs: touch.started_by == StartedBy::Them,
            is_personal: touch.is_personal(),
            counts_for_goal: touch.counts_for_goal(),
            is_gift: is_gift(touch),
            thanks,
            is_news: thanks || touch.purposes.contains(&Purpose::Update),
            of_agreed: touch.milestone == Some(Milestone::Agreed),
            of_introduced: touch.milestone == Some(Milestone::Introduced),
            of_won: touch.milestone == Some(Milestone::Won),
            trashed: touch.trashed,
        }
    }
}

/// Whether something was given. What I promised and did stands as a give, so of mine only gifts count.
fn is_gift(touch: &Touch) -> bool {
    let helps = || touch.purposes.contains(&Purpose::Give) || touch.purposes.contains(&Purpose::OfferHelp);
    touch.gift.is_some() || touch.kind == TouchKind::Gift || (touch.started_by == StartedBy::Them && helps())
}
