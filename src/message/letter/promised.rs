//! What a letter says of promises, and whom a thank-you down the chain may name.

use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::referral::Referral;
use crate::message::duty::promised;
use crate::message::script::{self, ReferralNews, Tone};
use crate::rules::chain::{brought_by, introduced_by};
use crate::rules::disclosure::Disclosure;
use crate::rules::duty::Raised;

/// The paragraph for a duty that is about no referral.
pub fn paragraph(book: &Book, raised: &Raised, tone: Tone) -> String {
    script::paragraph(raised.duty, tone, ReferralNews::Waiting).replace("{promised}", &promised(book, raised))
}

/// Whom a thank-you to this ancestor may name: the person they introduced, unless that introduction is confidential or
/// they are the prospect of the referral it is about (R63).
pub fn may_be_named(disclosure: &Disclosure, referral: &Referral, raised: &Raised) -> Option<PersonId> {
    let next = introduced_by(disclosure.book(), referral.source, raised.person?)?;
    let is_told = brought_by(disclosure.book(), next).is_some_and(|edge| disclosure.tells_prospect(edge));
    (is_told && next != referral.prospect).then_some(next)
}
