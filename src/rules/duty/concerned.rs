//! Whose duties a change of a record may touch, so that only those are worked out again.

use super::Duty;
use crate::domain::book::Book;
use crate::domain::id::{AskId, Id, PersonId, ReferralId};
use crate::domain::id_map::IdSet;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::referral::GENERATIONS_MAX;

/// Returns the people whose duties rest on the record of this kind and id as it stands in the book; `None` when everyone's
/// do. `next` is what the record is about to become, where that is known.
///
/// The book asks before a record changes and after, because a duty may go from one person to another.
pub fn concerned(book: &Book, kind: &Kind, id: Id, next: Option<&Record>) -> Option<Vec<PersonId>> {
    if !is_read(kind) {
        return Some(Vec::new());
    }
    match kind {
        Kind::Setting => None,
        Kind::Person => Some(by_person(book, PersonId(id), next)),
        Kind::Referral => Some(by_referral(book, ReferralId(id))),
        Kind::Ask => Some(by_ask(book, AskId(id))),
        Kind::Organisation
        | Kind::Touch
        | Kind::Give
        | Kind::Introduction
        | Kind::Plan
        | Kind::Event
        | Kind::Communication
        | Kind::IdealClient
        | Kind::Result
        | Kind::Script
        | Kind::Story
        | Kind::Connection
        | Kind::PutOff
        | Kind::Apart
        | Kind::Other(_) => Some(book.named_by(kind, id)),
    }
}

/// Returns whether any rule reads records of this kind. Every rule reads whom it owes a word, the person's calendar, and
/// what was put off.
fn is_read(kind: &Kind) -> bool {
    let by_all = matches!(kind, Kind::Person | Kind::Setting | Kind::PutOff);
    by_all || Duty::ALL.iter().any(|duty| duty.reads().contains(kind))
}

/// Returns the person alone; with all they deal with, when they go into the trash, come out of it, come or go for good, or
/// when another referral counts as the one that brought them.
fn by_person(book: &Book, id: PersonId, next: Option<&Record>) -> Vec<PersonId> {
    let mut people = vec![id];
    let stays = match (book.person(id), next) {
        (Some(now), Some(Record::Person(next))) => now.trashed == next.trashed && now.brought_by == next.brought_by,
        (Some(_), None) => true,
        _ => false,
    };
    if !stays {
        let about = || book.referrals_from(id).chain(book.referrals_to(id));
        people.extend(about().map(|referral| referral.prospect));
        people.extend(below(book, about().map(|referral| referral.source)));
    }
    people
}

/// Returns both sides, and everyone below any source of the prospect: another referral may have become the primary one.
fn by_referral(book: &Book, id: ReferralId) -> Vec<PersonId> {
    let Some(referral) = book.referral(id) else { return Vec::new() };
    let mut people = vec![referral.source, referral.prospect];
    let others = book.referrals_to(referral.prospect).map(|other| other.source);
    people.extend(below(book, others.chain([referral.source])));
    people
}

/// Returns who was asked, and the sources of the referrals that came of it: the day they promised stands on the ask.
fn by_ask(book: &Book, id: AskId) -> Vec<PersonId> {
    let about = book.referrals().filter(|referral| referral.ask == Some(id));
    book.named_by(&Kind::Ask, id.0).into_iter().chain(about.map(|referral| referral.source)).collect()
}

/// Returns these people and everyone below them who may be thanked for them, whichever referral brought whom; each once.
fn below(book: &Book, people: impl Iterator<Item = PersonId>) -> IdSet<PersonId> {
    let mut seen: IdSet<PersonId> = people.collect();
    let mut level: Vec<PersonId> = seen.iter().copied().collect();
    for _ in 0..GENERATIONS_MAX {
        let sources = level.iter().flat_map(|person| book.referrals_to(*person)).map(|referral| referral.source);
        level = sources.filter(|source| seen.insert(*source)).collect();
        if level.is_empty() {
            break;
        }
    }
    seen
}
