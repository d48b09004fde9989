//! Whom a change concerns: asked before a record changes and after, and noted until somebody looks.

use super::Book;
use super::dirty::Concerned;
use crate::domain::id::{Id, PersonId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;

impl Book {
    /// Notes from now on whom each change concerns, as `concerned` says.
    pub fn listen(&mut self, concerned: Concerned) {
        self.dirty.listen(concerned);
    }

    /// Notes that the change concerns everyone, and nobody else while `put` puts many records in: to ask whom each of them
    /// concerns would take longer than to work out all again.
    pub fn stir_everyone(&mut self, put: impl FnOnce(&mut Book)) {
        self.dirty.note_everyone();
        let concerned = self.dirty.pause();
        put(self);
        self.dirty.resume(concerned);
    }

    /// A mark of what has changed until now.
    pub fn mark(&self) -> usize {
        self.dirty.mark()
    }

    /// Returns whom the changes since that mark concern; `None` when everyone, or when nobody listened.
    pub fn dirty_since(&self, mark: usize) -> Option<&[PersonId]> {
        self.dirty.concerned().and_then(|_| self.dirty.since(mark))
    }

    /// Notes everyone whom the record of this kind and id concerns as it stands; `next` is what it is about to become.
    pub(super) fn mark_dirty(&mut self, kind: &Kind, id: Id, next: Option<&Record>) {
        let Some(concerned) = self.dirty.concerned() else { return };
        match concerned(self, kind, id, next) {
            Some(people) => people.into_iter().for_each(|person| self.dirty.note(person)),
            None => self.dirty.note_everyone(),
        }
    }
}
