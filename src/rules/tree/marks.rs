//! Who is unthanked: at a glance for the whole tree, and one by one along the branch of a referral (R60, B1).

use super::Forest;
use crate::domain::book::Book;
use crate::domain::day::later;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::referral::{End, Referral};
use crate::domain::touch::{Milestone, Purpose, Touch};
use crate::rules::chain::ancestors;
use crate::rules::duty::{Answers, Raised, When, thanks_of};
use crate::rules::today_rows::TodayRow;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Who is owed a thank-you, each once, by person; the most pressing of what is owed to them.
pub fn unthanked(rows: &[TodayRow]) -> Vec<(PersonId, When)> {
    let thanks = |row: &TodayRow| row.owed.iter().find(|owed| owed.raised.duty.is_thanks()).map(|owed| owed.when);
    let mut marks: Vec<(PersonId, When)> = rows.iter().filter_map(|row| Some((row.person?, thanks(row)?))).collect();
    sort_by_key(&mut marks, |(person, _)| *person);
    marks
}

/// How somebody on a branch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thanked {
    /// They were thanked on this day.
    On(NaiveDate),
    /// They are owed thanks by this day.
    By(NaiveDate),
    /// Nothing is owed: they are in the trash or want no messages, or it was dropped.
    NotOwed,
}

/// Somebody below a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thank {
    /// Who it is.
    pub person: PersonId,
    /// Whom they introduced: the one before them, at first the prospect.
    pub introduced: PersonId,
    /// Whether they are thanked.
    pub thanked: Thanked,
    /// The duties one thank-you settles, the latest first; empty unless they wait.
    pub owed: Vec<Raised>,
}

/// Everyone to thank for a referral: the source first, the base last (R60).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The referral.
    pub referral: ReferralId,
    /// The milestone they are thanked for: that it was agreed, introduced or won.
    pub milestone: Milestone,
    /// The day of that.
    pub on: Option<NaiveDate>,
    /// Whom to thank, down to the base.
    pub thanks: Vec<Thank>,
}

impl Branch {
    /// The branch of this referral on this day; `None` when it is gone.
    pub fn of(book: &Book, id: ReferralId, today: NaiveDate) -> Option<Branch> {
        let referral = book.referral(id).filter(|referral| !referral.trashed)?;
        let (milestone, on) = latest(referral);
        let mut raised: IdMap<Option<PersonId>, Vec<Raised>> = IdMap::default();
        for one in thanks_of(book, referral, today) {
            raised.entry(one.person).or_default().push(one);
        }
        let answers = Answers::of(book);
        let mut thanks = Vec::new();
        let mut introduced = referral.prospect;
        let below = ancestors(book, referral.source).filter(|one| *one != referral.prospect);
        for person in std::iter::once(referral.source).chain(below) {
            let mut owed = raised.remove(&Some(person)).unwrap_or_default();
            owed.retain(|raised| !answers.is_dropped(raised));
            sort_by_key(&mut owed, |raised| Reverse(raised.due));
            let due = |raised: &Raised| answers.put_off_to(raised).unwrap_or(raised.due);
            let thanked = match (owed.iter().map(due).min(), last_thanks(book, referral, person)) {
                (Some(day), _) => Thanked::By(day),
                (None, Some(day)) => Thanked::On(day),
                (None, None) => Thanked::NotOwed,
            };
            thanks.push(Thank { person, introduced, thanked, owed });
            introduced = person;
        }
        Some(Branch { referral: id, milestone, on, thanks })
    }

    /// Those who are still to be thanked, the source first.
    pub fn waiting(&self) -> impl Iterator<Item = &Thank> {
        self.thanks.iter().filter(|thank| matches!(thank.thanked, Thanked::By(_)))
    }

    /// Whom to thank after this one: the next who waits further down, else the first who waits at all.
    pub fn next_after(&self, person: PersonId) -> Option<PersonId> {
        let at = self.thanks.iter().position(|thank| thank.person == person).unwrap_or_default();
        let further = self.thanks.iter().skip(at + 1).find(|thank| matches!(thank.thanked, Thanked::By(_)));
        further.or_else(|| self.waiting().find(|thank| thank.person != person)).map(|thank| thank.person)
    }
}

/// The latest moment of a referral that is thanked for, and its day.
pub fn latest(referral: &Referral) -> (Milestone, Option<NaiveDate>) {
    if referral.outcome.kind == End::Won {
        (Milestone::Won, referral.outcome.on)
    } else if referral.introduced_on.is_some() {
        (Milestone::Introduced, referral.introduced_on)
    } else {
        (Milestone::Agreed, referral.agreed_on)
    }
}

/// The last thank-you to this person for this referral: about it, or in the week after one of its moments about whatever.
fn last_thanks(book: &Book, referral: &Referral, person: PersonId) -> Option<NaiveDate> {
    let moments = [referral.agreed_on, referral.introduced_on, referral.won_on()];
    let near = |touch: &Touch| moments.iter().flatten().any(|day| (*day..=later(*day, 7)).contains(&touch.on));
    let thanks = |touch: &&Touch| touch.went_out() && touch.purposes.contains(&Purpose::Thank);
    let counts = |touch: &&Touch| touch.about == Some(referral.id) || near(touch);
    book.touches_with(person).filter(thanks).filter(counts).map(|touch| touch.on).max()
}

/// The referral on this branch to thank for: the newest for which somebody waits, else the newest that has happened at all.
/// Of a leaf, the one that brought them.
pub fn to_thank(book: &Book, forest: &Forest, place: usize, rows: &[TodayRow]) -> Option<ReferralId> {
    let branch = forest.branch(place);
    let of_branch = |referral: &&Referral| forest.place(referral.source).is_some_and(|at| branch.contains(&at));
    let owed = rows.iter().flat_map(|row| &row.owed).filter(|owed| owed.raised.duty.is_thanks());
    let waiting = owed.filter_map(|owed| book.referral(owed.raised.referral?)).filter(of_branch);
    let newest = |referral: &&Referral| (latest(referral).1, referral.id);
    let given = || {
        let knots = forest.knots().get(branch.clone()).unwrap_or_default();
        knots.iter().flat_map(|knot| book.referrals_from(knot.person)).max_by_key(newest)
    };
    let brought = || forest.knot(place).and_then(|knot| knot.by);
    waiting.max_by_key(newest).or_else(given).map(|referral| referral.id).or_else(brought)
}
