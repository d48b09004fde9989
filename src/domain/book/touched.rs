//! Whom a record is about, as far as what is owed goes: told before it changes, and after.

use super::Book;
use crate::domain::by_id::Ids;
use crate::domain::id::{Id, PersonId, ReferralId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::referral::GENERATIONS_MAX;

impl Book {
    /// From now on it is noted whose duties a change may touch.
    pub fn listen(&mut self) {
        self.stirred.listen();
    }

    /// Notes that everyone's duties may be touched, and nobody else while `put` puts many records in: to look whom each of
    /// them touches would take longer than to work out all again.
    pub fn stir_everyone(&mut self, put: impl FnOnce(&mut Book)) {
        let listening = self.stirred.is_listening();
        self.stirred.note_everyone();
        self.stirred.rest(true);
        put(self);
        self.stirred.rest(!listening);
    }

    /// A mark of what has changed until now.
    pub fn mark(&self) -> usize {
        self.stirred.mark()
    }

    /// Whose duties the changes since that mark may touch; `None` when everyone's, or when nobody listened.
    pub fn stirred_since(&self, mark: usize) -> Option<&[PersonId]> {
        if self.stirred.is_listening() { self.stirred.since(mark) } else { None }
    }

    /// Notes everyone whom the record of this kind and id touches as it stands; `next` is what it is about to become.
    pub(super) fn stir(&mut self, kind: &Kind, id: Id, next: Option<&Record>) {
        if !self.stirred.is_listening() {
            return;
        }
        match self.touched(kind, id, next) {
            Some(people) => people.into_iter().for_each(|person| self.stirred.note(person)),
            None => self.stirred.note_everyone(),
        }
    }

    fn touched(&self, kind: &Kind, id: Id, next: Option<&Record>) -> Option<Vec<PersonId>> {
        Some(match kind {
            Kind::Person => self.touched_by_person(PersonId(id), next),
            Kind::Referral => self.touched_by_referral(ReferralId(id)),
            Kind::Touch => self.touches.get(id).map(|touch| touch.person).into_iter().collect(),
            Kind::PutOff => self.put_offs.get(id).and_then(|put_off| put_off.person).into_iter().collect(),
            Kind::Give => self.gives.get(id).map(|give| give.to).into_iter().collect(),
            Kind::Plan => self.plans.get(id).map(|plan| plan.with).into_iter().collect(),
            Kind::Event => self.events.get(id).into_iter().flat_map(|e| &e.invited).map(|guest| guest.person).collect(),
            Kind::Ask => {
                let about = self.referrals.values().filter(|r| r.ask.is_some_and(|ask| ask.0 == id));
                self.asks.get(id).map(|ask| ask.person).into_iter().chain(about.map(|r| r.source)).collect()
            }
            // Settings are about everyone's duties.
            Kind::Setting => return None,
            _ => Vec::new(),
        })
    }

    /// Somebody alone; with all they deal with, when they go into the trash, come out of it, come or go for good, or when
    /// another referral counts as the one that brought them.
    fn touched_by_person(&self, id: PersonId, next: Option<&Record>) -> Vec<PersonId> {
        let mut people = vec![id];
        let stays = match (self.person(id), next) {
            (Some(now), Some(Record::Person(next))) => now.trashed == next.trashed && now.brought_by == next.brought_by,
            (Some(_), None) => true,
            _ => false,
        };
        if !stays {
            let about = || self.referrals_from(id).chain(self.referrals_to(id));
            people.extend(about().map(|referral| referral.prospect));
            people.extend(self.below(about().map(|referral| referral.source)));
        }
        people
    }

    /// Both sides, and everyone below any source of the prospect: another referral may have become the primary one.
    fn touched_by_referral(&self, id: ReferralId) -> Vec<PersonId> {
        let Some(referral) = self.referral(id) else { return Vec::new() };
        let mut people = vec![referral.source, referral.prospect];
        let others = self.referrals_to(referral.prospect).map(|other| other.source);
        people.extend(self.below(others.chain([referral.source])));
        people
    }

    /// These people and everyone below them who may be thanked for them, whichever referral brought whom; each once.
    fn below(&self, people: impl Iterator<Item = PersonId>) -> Ids<PersonId> {
        let mut seen: Ids<PersonId> = people.collect();
        let mut level: Vec<PersonId> = seen.iter().copied().collect();
        for _ in 0..GENERATIONS_MAX {
            let sources = level.iter().flat_map(|person| self.referrals_to(*person)).map(|referral| referral.source);
            level = sources.filter(|source| seen.insert(*source)).collect();
            if level.is_empty() {
                break;
            }
        }
        seen
    }
}
