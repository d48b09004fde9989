//! What one press does to a person: into the trash, and back.

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::person::{Person, Role};

impl Book {
    /// Puts a person in the trash, or takes them out. What is about them stays, and comes back with them.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn trash_person(&self, id: PersonId, trashed: bool) -> Result<Change, Problems> {
        Ok(Change::of(Person { trashed, ..self.known(id)? }))
    }

    /// Switches asks off for a person, or on again (R20).
    ///
    /// # Errors
    /// When there is no such person.
    pub fn switch_asks(&self, id: PersonId, off: bool) -> Result<Change, Problems> {
        Ok(Change::of(Person { never_ask: off, ..self.known(id)? }))
    }

    /// Gives a person a role (R2, R7).
    ///
    /// # Errors
    /// When there is no such person.
    pub fn give_role(&self, id: PersonId, role: Role) -> Result<Change, Problems> {
        let mut person = self.known(id)?;
        person.roles.insert(role);
        Ok(Change::of(person))
    }

    /// Counts this referral as the one that brought the person, in place of the earliest (R58).
    ///
    /// # Errors
    /// When there is no such person, or the referral brought somebody else, or came from themselves.
    pub fn choose_who_brought(&self, id: PersonId, by: ReferralId) -> Result<Change, Problems> {
        let person = self.known(id)?;
        let brought = self.referrals_to(id).any(|referral| referral.id == by && referral.source != id);
        let other =
            || Problems::one("form", "That referral did not bring this person. Open the tree again, then choose.");
        brought.then(|| Change::of(Person { brought_by: Some(by), ..person })).ok_or_else(other)
    }

    fn known(&self, id: PersonId) -> Result<Person, Problems> {
        let gone = || Problems::one("form", "This person is not in your book any more.");
        self.person(id).cloned().ok_or_else(gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_goes_into_the_trash_and_comes_back() {
        let mut book = Book::default();
        let id: PersonId = "p1".parse().unwrap();
        book.put(Person { id, ..Person::default() }.into());
        for trashed in [true, false] {
            let change = book.trash_person(id, trashed).unwrap();
            change.records.into_iter().for_each(|r| book.put(r));
            assert_eq!(book.live_person(id).is_none(), trashed);
        }
        assert!(book.trash_person("p2".parse().unwrap(), true).is_err());
    }

    #[test]
    fn r20_asks_are_switched_off_for_a_person_and_on_again() {
        let mut book = Book::default();
        let id: PersonId = "p1".parse().unwrap();
        book.put(Person { id, ..Person::default() }.into());
        for off in [true, false] {
            let change = book.switch_asks(id, off).unwrap();
            change.records.into_iter().for_each(|r| book.put(r));
            assert_eq!(book.person(id).map(|person| person.never_ask), Some(off));
        }
        assert!(book.switch_asks("p2".parse().unwrap(), true).is_err());
    }

    #[test]
    fn r7_one_press_gives_a_role_and_keeps_the_others() {
        let mut book = Book::default();
        let id: PersonId = "p1".parse().unwrap();
        book.put(Person { id, roles: [Role::Client].into(), ..Person::default() }.into());
        let change = book.give_role(id, Role::Connector).unwrap();
        change.records.into_iter().for_each(|r| book.put(r));
        assert!(book.person(id).is_some_and(|person| person.is(&Role::Client) && person.is(&Role::Connector)));
        assert!(book.give_role("p2".parse().unwrap(), Role::Connector).is_err());
    }
}
