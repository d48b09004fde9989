//! What one press does to a person: into the trash, and back.

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::PersonId;

impl Book {
    /// Puts a person in the trash, or takes them out. What is about them stays, and comes back with them.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn trash_person(&self, id: PersonId, trashed: bool) -> Result<Change, Problems> {
        let Some(mut person) = self.person(id).cloned() else {
            return Err(Problems::one("form", "This person is not in your book any more."));
        };
        person.trashed = trashed;
        Ok(Change::of(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;

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
}
