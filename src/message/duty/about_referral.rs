//! Reasons that lie with one referral: thanks to its source, the follow-up, the confirmation, news, the new client.

use crate::domain::book::Book;
use crate::domain::referral::{Origin, Referral};
use crate::domain::touch::Milestone;
use crate::message::names::name;
use crate::message::reason::ago;
use crate::rules::chain::introduced_by;
use crate::rules::duty::{Owed, words_to_source};
use chrono::NaiveDate;

/// Returns what `say` makes of the referral a duty is about and the name of its prospect; empty when it is gone.
fn told(book: &Book, owed: &Owed, say: impl FnOnce(&Referral, String) -> String) -> String {
    let referral = owed.raised.referral.and_then(|id| book.referral(id));
    referral.map(|referral| say(referral, name(book, referral.prospect))).unwrap_or_default()
}

fn said(day: Option<NaiveDate>, today: NaiveDate) -> String {
    day.map(|day| ago(day, today)).unwrap_or_default()
}

/// Returns why the source is thanked for agreeing.
pub fn agreed(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        let when = said(referral.agreed_on, today);
        match referral.origin {
            Origin::Offered => {
                format!("The introduction to {prospect} was offered {when}. Say thanks before anything comes of it.")
            }
            Origin::Itself => format!("{prospect} came to you {when} with this name on their lips."),
            _ => format!("The introduction to {prospect} was agreed {when}. Say thanks before it is made."),
        }
    })
}

/// Returns why the source is thanked for a sale.
pub fn won(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        format!("{prospect} said yes {}, and it began here.", said(referral.won_on(), today))
    })
}

/// Returns why the prospect is followed up with.
pub fn follow_up(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, _| {
        let (source, when) = (name(book, referral.source), said(referral.introduced_on, today));
        match (referral.introduced_on, referral.said.is_empty()) {
            (None, _) => format!("You decided to go ahead before {source} confirmed."),
            (Some(_), true) => format!("{source} introduced you {when}."),
            (Some(_), false) => format!("{source} introduced you {when}: “{}”", referral.said),
        }
    })
}

/// Returns why the source is asked whether the introduction was made.
pub fn confirm(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        let when = said(referral.agreed_on, today);
        format!("The introduction to {prospect} was agreed {when}. No word of it yet.")
    })
}

/// Returns why the source is thanked after the first talk.
pub fn talked(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        format!("You talked with {prospect} {}, thanks to this introduction.", said(referral.talked_on, today))
    })
}

/// Returns why the source is told how it goes.
pub fn update(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        let last = words_to_source(book, referral).map(|word| word.on).max().or(referral.agreed_on);
        format!("The last word about {prospect} was {}.", said(last, today))
    })
}

/// Returns why the source gets a last word.
pub fn closed(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        format!("You closed the file on {prospect} {}.", said(referral.closed_on(), today))
    })
}

/// Returns why a new client is asked.
pub fn new_client(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, _| {
        format!("They said yes {}. Whom else would they like to see helped?", said(referral.won_on(), today))
    })
}

/// Returns why an ancestor is thanked: what grew from the introduction they once made.
pub fn chain(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    told(book, owed, |referral, prospect| {
        let source = name(book, referral.source);
        let led = if owed.raised.milestone == Some(Milestone::Won) {
            format!("{prospect}, whom {source} sent you, said yes {}", said(referral.won_on(), today))
        } else {
            format!("{source} introduced you to {prospect} {}", said(referral.introduced_on, today))
        };
        match owed.raised.person.and_then(|ancestor| introduced_by(book, referral.source, ancestor)) {
            Some(next) if next == referral.source => format!("{led}, and {source} came to you from here."),
            Some(next) => format!("{led}. It goes back to {}, who came to you from here.", name(book, next)),
            None => format!("{led}."),
        }
    })
}
