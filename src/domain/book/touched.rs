//! Whom a record is about, as far as what is owed goes: told before it changes, and after.

use super::Book;
use crate::domain::id::{Id, PersonId, ReferralId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;

impl Book {
    /// From now on it is noted whose duties a change may touch.
    pub fn listen(&mut self) {
        self.stirred.listen();
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
            for referral in self.referrals_from(id).chain(self.referrals_to(id)) {
                people.extend([referral.source, referral.prospect]);
                people.extend(self.below(referral.source));
            }
        }
        people
    }

    /// Both sides, and everyone below any source of the prospect: another referral may have become the primary one.
    fn touched_by_referral(&self, id: ReferralId) -> Vec<PersonId> {
        let Some(referral) = self.referral(id) else { return Vec::new() };
        let mut people = vec![referral.source, referral.prospect];
        people.extend(self.below(referral.source));
        for other in self.referrals_to(referral.prospect) {
            people.push(other.source);
            people.extend(self.below(other.source));
        }
        people
    }

    /// Everyone below this person in the tree, whichever referral brought whom.
    fn below(&self, person: PersonId) -> Vec<PersonId> {
        let mut people = vec![person];
        let mut next = 0;
        while let Some(person) = people.get(next).copied() {
            for referral in self.referrals_to(person) {
                if !people.contains(&referral.source) {
                    people.push(referral.source);
                }
            }
            next += 1;
        }
        people
    }
}
