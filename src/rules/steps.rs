//! The nine steps of a referral: how far each is, and the single next thing to do (R30–R45).

use super::duty::{Duty, of_referral};
use super::trust::{TrustFact, trust_facts};
use crate::domain::ask::{Ask, AskEnd, Comfort};
use crate::domain::book::Book;
use crate::domain::id::ReferralId;
use crate::domain::referral::{End, Origin, Referral};
use chrono::NaiveDate;

/// How far one step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Done.
    Done,
    /// The next thing to do.
    Now,
    /// Not yet.
    Later,
    /// Passed over: not needed here, or not written down.
    Skipped,
    /// Cannot be done before the introduction is confirmed.
    Locked,
}

impl StepState {
    /// The name on the screen's `data-step`.
    pub fn name(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Now => "now",
            StepState::Later => "later",
            StepState::Skipped => "skipped",
            StepState::Locked => "locked",
        }
    }
}

/// The names of the nine steps, the first is step 1.
pub const TITLES: [&str; 9] = [
    "Know what you ask",
    "Trust",
    "Who exactly",
    "An action",
    "Confirmation",
    "Thank at once",
    "Follow up",
    "Thank and report",
    "Thank on the sale",
];

/// The single next thing about a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NextStep {
    /// Thank the source for agreeing (step 6).
    ThankAgreed,
    /// Wait for the confirmation, due on this day if one is known; then nudge (step 5).
    Confirm(Option<NaiveDate>),
    /// Follow up with the prospect (step 7).
    FollowUp,
    /// Have the first real conversation (step 8).
    Talk,
    /// Thank the source and report (step 8).
    ThankReport,
    /// Tell the source how it goes, due on this day (between 8 and 9).
    Update(NaiveDate),
    /// Win the sale or close the file (step 9).
    Decide,
    /// Thank the source for the sale (step 9).
    ThankWon,
    /// One last word to the source (step 9).
    LastWord,
    /// Nothing: all is said.
    Nothing,
}

impl NextStep {
    /// Which of the nine steps it belongs to; `None` when nothing is left.
    pub fn step(self) -> Option<usize> {
        match self {
            NextStep::Confirm(_) => Some(5),
            NextStep::ThankAgreed => Some(6),
            NextStep::FollowUp => Some(7),
            NextStep::Talk | NextStep::ThankReport => Some(8),
            NextStep::Update(_) | NextStep::Decide | NextStep::ThankWon | NextStep::LastWord => Some(9),
            NextStep::Nothing => None,
        }
    }

    /// The duty whose message it opens, if it is a message.
    pub fn duty(self) -> Option<Duty> {
        match self {
            NextStep::ThankAgreed => Some(Duty::ThankAgreed),
            NextStep::Confirm(_) => Some(Duty::Confirm),
            NextStep::FollowUp => Some(Duty::FollowUp),
            NextStep::ThankReport => Some(Duty::ThankReport),
            NextStep::Update(_) => Some(Duty::Update),
            NextStep::ThankWon => Some(Duty::ThankWon),
            NextStep::LastWord => Some(Duty::LastWord),
            NextStep::Talk | NextStep::Decide | NextStep::Nothing => None,
        }
    }
}

/// The nine steps of a referral with what they rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// The state of each step, step 1 first.
    pub states: [StepState; 9],
    /// The next thing.
    pub next: NextStep,
    /// The trust facts of the source (step 2).
    pub trust: Vec<TrustFact>,
    /// How many other asks of mine the source has open (step 1, R30).
    pub open_asks: usize,
}

/// The nine steps of this referral on this day; `None` when there is no such referral.
pub fn steps(book: &Book, id: ReferralId, today: NaiveDate) -> Option<Steps> {
    let referral = book.referral(id)?;
    let ask = referral.ask.and_then(|ask| book.ask(ask)).filter(|ask| !ask.trashed);
    let raised = of_referral(book, referral, today);
    let due = |duty: Duty| raised.iter().find(|r| r.duty == duty).map(|r| r.due);
    let next = next(referral, today, &due);
    let trust = book.person(referral.source).map(|source| trust_facts(book, source)).unwrap_or_default();
    let open_asks = open_asks(book, referral);
    let passed = |step: u8| referral.overrides.iter().any(|o| o.step == step);
    let thanked = |duty: Duty| due(duty).is_none();
    use StepState::{Done, Skipped};
    let mut states = [
        if open_asks == 0 || passed(1) { Done } else { Skipped },
        if !trust.is_empty() || passed(2) { Done } else { Skipped },
        who_exactly(referral, ask),
        an_action(referral, ask),
        confirmation(referral),
        if referral.agreed_on.is_some() && thanked(Duty::ThankAgreed) { Done } else { StepState::Later },
        follow_up(referral),
        report(referral, thanked(Duty::ThankReport)),
        the_end(referral, thanked(Duty::ThankWon), thanked(Duty::LastWord)),
    ];
    if referral.is_found() {
        // What came before the book is neither done nor still to be done.
        states.iter_mut().skip(2).for_each(|state| *state = Skipped);
    }
    if let Some(state) = next.step().and_then(|step| states.get_mut(step - 1)) {
        *state = StepState::Now;
    }
    Some(Steps { states, next, trust, open_asks })
}

fn next(referral: &Referral, today: NaiveDate, due: &impl Fn(Duty) -> Option<NaiveDate>) -> NextStep {
    let met = referral.introduced_on.is_some() || referral.followed_up_on.is_some() || referral.talked_on.is_some();
    let unlocked = met || referral.follow_up_override().is_some() || referral.origin == Origin::Itself;
    let followed = referral.followed_up_on.is_some() || referral.talked_on.is_some();
    let open = referral.is_open();
    let order = [
        (due(Duty::ThankWon).is_some(), NextStep::ThankWon),
        (due(Duty::LastWord).is_some(), NextStep::LastWord),
        (due(Duty::ThankAgreed).is_some(), NextStep::ThankAgreed),
        (open && !unlocked, NextStep::Confirm(due(Duty::Confirm))),
        (open && !followed, NextStep::FollowUp),
        (open && referral.talked_on.is_none(), NextStep::Talk),
        (due(Duty::ThankReport).is_some(), NextStep::ThankReport),
    ];
    if let Some((_, next)) = order.into_iter().find(|(is, _)| *is) {
        return next;
    }
    match due(Duty::Update) {
        Some(day) if day <= today => NextStep::Update(day),
        _ if open => NextStep::Decide,
        _ => NextStep::Nothing,
    }
}

fn open_asks(book: &Book, referral: &Referral) -> usize {
    let open = |ask: &&Ask| ask.person == referral.source && ask.outcome.kind == AskEnd::Open;
    book.asks().filter(open).filter(|ask| Some(ask.id) != referral.ask).count()
}

fn unprompted(referral: &Referral) -> bool {
    matches!(referral.origin, Origin::Offered | Origin::Itself)
}

/// Step 3: a profile or a named target; without an ask on record the prospect is the one who was named.
fn who_exactly(referral: &Referral, ask: Option<&Ask>) -> StepState {
    match ask {
        _ if unprompted(referral) => StepState::Skipped,
        None => StepState::Done,
        Some(ask) if ask.profile.is_some() || ask.target.is_some() => StepState::Done,
        Some(_) => StepState::Skipped,
    }
}

/// Step 4: action and wording are set, and the source is comfortable.
fn an_action(referral: &Referral, ask: Option<&Ask>) -> StepState {
    let agreed = |ask: &Ask| {
        let action = ask.action.is_some() || referral.action.is_some();
        let comfortable = matches!(ask.comfortable, Some(Comfort::Yes | Comfort::WithChanges));
        action && comfortable && !ask.wording.is_empty()
    };
    if !unprompted(referral) && ask.is_some_and(agreed) { StepState::Done } else { StepState::Skipped }
}

/// Step 5: the introduction is confirmed. Offered referrals were not promised for a day, so it is never missing there;
/// the introduction itself is still waited for.
fn confirmation(referral: &Referral) -> StepState {
    let begun = referral.followed_up_on.is_some() || referral.talked_on.is_some();
    match referral.introduced_on {
        Some(_) => StepState::Done,
        None if unprompted(referral) || begun || !referral.is_open() => StepState::Skipped,
        None => StepState::Later,
    }
}

fn follow_up(referral: &Referral) -> StepState {
    let begun = referral.followed_up_on.is_some() || referral.talked_on.is_some();
    let unlocked = referral.introduced_on.is_some() || referral.follow_up_override().is_some();
    match () {
        () if begun => StepState::Done,
        () if !referral.is_open() => StepState::Skipped,
        () if unlocked || referral.origin == Origin::Itself => StepState::Later,
        () => StepState::Locked,
    }
}

fn report(referral: &Referral, thanked: bool) -> StepState {
    match referral.talked_on {
        Some(_) if thanked => StepState::Done,
        None if !referral.is_open() => StepState::Skipped,
        _ => StepState::Later,
    }
}

fn the_end(referral: &Referral, thanked: bool, last_word: bool) -> StepState {
    match referral.outcome.kind {
        End::Won if thanked => StepState::Done,
        End::Closed if last_word => StepState::Done,
        _ => StepState::Later,
    }
}

#[cfg(test)]
mod tests;
