//! How far the one at a place of the tree is: a client, open, closed.

use super::Knot;
use crate::domain::person::Role;
use crate::domain::referral::End;
use crate::rules::disclosure::Disclosure;

/// How far somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeProgress {
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

impl TreeProgress {
    /// The name on the screen's `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            TreeProgress::Client => "client",
            TreeProgress::Open | TreeProgress::Quiet => "open",
            TreeProgress::Closed => "closed",
            TreeProgress::Gone => "gone",
        }
    }

    /// How far they are, in a word or two; empty where there is nothing to say.
    pub fn label(self) -> &'static str {
        match self {
            TreeProgress::Client => "Client",
            TreeProgress::Open => "Open",
            TreeProgress::Closed => "File closed",
            TreeProgress::Quiet => "",
            TreeProgress::Gone => "Not in the book any more",
        }
    }
}

/// How far the one at this place is, as it may be told.
pub fn state(disclosure: &Disclosure, knot: &Knot) -> TreeProgress {
    let book = disclosure.book();
    let Some(person) = book.live_person(knot.person) else { return TreeProgress::Gone };
    let brought = || book.referrals_to(knot.person);
    // Of a link found in an address book nobody knows what came.
    let known = || brought().filter(|referral| !referral.is_found());
    let ended = |end: End| move |referral: &crate::domain::referral::Referral| referral.outcome.kind == end;
    match () {
        () if brought().any(|referral| !disclosure.tells_stage(referral)) => TreeProgress::Quiet,
        () if brought().any(ended(End::Won)) || person.is(&Role::Client) => TreeProgress::Client,
        () if known().next().is_none() => TreeProgress::Quiet,
        () if known().all(ended(End::Closed)) => TreeProgress::Closed,
        () => TreeProgress::Open,
    }
}
