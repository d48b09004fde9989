//! The title of a page. It becomes the name of its PDF, the head of its print, its bookmark and an entry of the browser's
//! history, so nobody is named in it who came in confidence (R63).

use crate::domain::book::Book;
use crate::domain::id::{AskId, EventId, OrganisationId, PersonId, PlanId, ReferralId};
use crate::rules::disclosure::{CONFIDENTIAL, Disclosure, Released, WayOut};

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleSubject {
    /// Nothing but itself: what it is called.
    Itself(&'static str),
    /// Somebody.
    Person(PersonId),
    /// Where people work.
    Organisation(OrganisationId),
    /// An ask that was made.
    Ask(AskId),
    /// An ask of this person being prepared.
    AskFor(PersonId),
    /// The tree this person stands in.
    Tree(PersonId),
    /// A mutual plan.
    Plan(PlanId),
    /// An event.
    Event(EventId),
    /// A referral.
    Referral(ReferralId),
}

/// Returns the title of a page: after what it is about, else, where that is gone, after its place in the navigation.
pub fn page_title(book: &Book, about: TitleSubject, place: &str) -> Released {
    let disclosure = Disclosure::others(book, WayOut::Title);
    let named = subject(&disclosure, about).unwrap_or_else(|| place.to_string());
    disclosure.release(format!("{named} · Kith"))
}

fn subject(disclosure: &Disclosure, about: TitleSubject) -> Option<String> {
    let book = disclosure.book();
    let called = |id| disclosure.name(id);
    let said = |text: &str| if disclosure.may_say(text) { text.to_string() } else { CONFIDENTIAL.to_string() };
    match about {
        TitleSubject::Itself(name) => Some(name.to_string()),
        TitleSubject::Person(id) => called(id).map(str::to_string),
        TitleSubject::Organisation(id) => book.organisation(id).map(|place| said(&place.name)),
        TitleSubject::Ask(id) => book.ask(id).and_then(|ask| called(ask.person)).map(|name| format!("Ask {name}")),
        TitleSubject::AskFor(id) => called(id).map(|name| format!("Ask {name}")),
        TitleSubject::Tree(id) => called(id).map(|name| format!("The tree of {name}")),
        TitleSubject::Plan(id) => {
            let with = book.plan(id).and_then(|plan| called(plan.with));
            with.map(|name| format!("Your plan with {name}"))
        }
        TitleSubject::Event(id) => book.event(id).map(|event| said(&event.name)),
        TitleSubject::Referral(id) => {
            let referral = book.referral(id)?;
            Some(format!("{}, from {}", called(referral.prospect)?, called(referral.source)?))
        }
    }
}
