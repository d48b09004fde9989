//! How far the one at a place of the tree is: a client, open, closed.

use super::Knot;
use crate::domain::person::Role;
use crate::domain::referral::End;
use crate::rules::disclosure::Disclosure;

/// How far somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// They said yes to something, or are a client.
    Client,
    /// Something is open with them.
    Open,
    /// Every file on them is closed.
    Closed,
    /// They were never a prospect, or it may not be told.
    Quiet,
    /// They are in the trash, or erased.
    Gone,
}

impl State {
    /// The name on the screen's `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            State::Client => "client",
            State::Open | State::Quiet => "open",
            State::Closed => "closed",
            State::Gone => "gone",
        }
    }

    /// How far they are, in a word or two; empty where there is nothing to say.
    pub fn label(self) -> &'static str {
        match self {
            State::Client => "Client",
            State::Open => "Open",
            State::Closed => "File closed",
            State::Quiet => "",
            State::Gone => "Not in the book any more",
        }
    }
}

/// How far the one at this place is, as it may be told.
pub fn state(disclosure: &Disclosure, knot: &Knot) -> State {
    let book = disclosure.book();
    let Some(person) = book.live_person(knot.person) else { return State::Gone };
    let brought = || book.referrals_to(knot.person);
    // Of a link found in an address book nobody knows what came.
    let known = || brought().filter(|referral| !referral.is_found());
    let ended = |end: End| move |referral: &crate::domain::referral::Referral| referral.outcome.kind == end;
    match () {
        () if brought().any(|referral| !disclosure.tells_stage(referral)) => State::Quiet,
        () if brought().any(ended(End::Won)) || person.is(&Role::Client) => State::Client,
        () if known().next().is_none() => State::Quiet,
        () if known().all(ended(End::Closed)) => State::Closed,
        () => State::Open,
    }
}
