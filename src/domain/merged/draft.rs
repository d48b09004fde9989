//! The merge form: which entries are one person, which of them is kept, and whose value stands where they differ.

use super::Merged;
use super::absorb::{Differs, MergeChoice, absorbed, filled};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// What was chosen about entries that may be one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergeDraft {
    /// The entries.
    pub people: Vec<PersonId>,
    /// The one that is kept.
    pub kept: PersonId,
    /// Those that are somebody else.
    pub left_out: SortedSet<PersonId>,
    /// Whose value stands, where another than the kept one's was chosen.
    pub chosen: Vec<(MergeChoice, PersonId)>,
}

impl MergeDraft {
    /// These entries; the first is kept.
    pub fn of(people: Vec<PersonId>) -> MergeDraft {
        let kept = people.first().copied().unwrap_or_default();
        MergeDraft { people, kept, ..MergeDraft::default() }
    }

    /// Whether this entry is one of those to be merged.
    pub fn is_in(&self, person: PersonId) -> bool {
        person == self.kept || !self.left_out.contains(&person)
    }

    /// Takes an entry in, or leaves it out.
    pub fn take(&mut self, person: PersonId, is_in: bool) {
        if is_in {
            self.left_out.remove(&person);
        } else {
            self.left_out.insert(person);
        }
    }

    /// Keeps this entry; its values stand unless another is chosen.
    pub fn keep(&mut self, person: PersonId) {
        self.kept = person;
        self.left_out.remove(&person);
        self.chosen.clear();
    }

    /// Lets the value of this entry stand.
    pub fn choose(&mut self, choice: MergeChoice, person: PersonId) {
        self.chosen.retain(|(other, _)| *other != choice);
        self.chosen.push((choice, person));
    }

    /// Whose value stands: the one's that was chosen, else the kept one's, else the first that has one.
    pub fn stands(&self, book: &Book, choice: MergeChoice) -> PersonId {
        let chosen = self.chosen.iter().find(|(other, _)| *other == choice).map(|(_, person)| *person);
        let says = |id: &PersonId| book.live_person(*id).is_some_and(|person| !choice.of(book, person).is_empty());
        let first = || self.merging().find(|id| says(id));
        chosen.filter(|person| self.is_in(*person)).or_else(first).unwrap_or(self.kept)
    }

    /// The fields in which those to be merged differ, with what every entry says.
    pub fn differs(&self, book: &Book) -> Differs {
        let says = |choice: MergeChoice, id: PersonId| {
            book.live_person(id).map(|person| choice.of(book, person)).unwrap_or_default()
        };
        let mut differs = Differs::new();
        for choice in MergeChoice::ALL {
            let mut said: Vec<String> =
                self.merging().map(|id| says(choice, id)).filter(|said| !said.is_empty()).collect();
            said.sort_unstable();
            said.dedup();
            if said.len() > 1 {
                differs.push((choice, self.people.iter().map(|id| says(choice, *id)).collect()));
            }
        }
        differs
    }

    /// Those to be merged, the kept one first.
    fn merging(&self) -> impl Iterator<Item = PersonId> + '_ {
        let others = self.people.iter().copied().filter(|id| *id != self.kept && self.is_in(*id));
        std::iter::once(self.kept).chain(others)
    }

    /// The change that makes one person of them: the kept entry with what it takes over, and a mark on the others.
    ///
    /// # Errors
    /// When one of them is not in the book any more, or only one is left.
    pub fn change(&self, book: &Book, today: NaiveDate) -> Result<Change, Problems> {
        let gone =
            || Problems::one("form", "One of these entries is not in your book any more. Look again, then choose.");
        let find = |id: PersonId| book.live_person(id).filter(|person| person.id == id).cloned().ok_or_else(gone);
        let mut kept = find(self.kept)?;
        let mut change = Change::default();
        let before = book.merged_into(self.kept).filter_map(|other| other.merged.as_ref());
        let first = before.map(|merged| merged.turn + 1).max().unwrap_or_default();
        for (turn, id) in (first..).zip(self.merging().skip(1)) {
            let other = find(id)?;
            let of_theirs = |choice: &MergeChoice| self.stands(book, *choice) == id;
            let chosen: Vec<MergeChoice> = MergeChoice::ALL.into_iter().filter(of_theirs).collect();
            let filled = {
                let after = absorbed(book, kept.clone(), &other, &chosen);
                let filled = filled(&kept, &after);
                kept = after;
                filled
            };
            let merged = Merged { into: self.kept, on: Some(today), turn, filled };
            change = change.and(Person { merged: Some(Box::new(merged)), ..other });
        }
        if change.records.is_empty() {
            return Err(Problems::one("form", "Choose at least two entries that are one person."));
        }
        Ok(change.and(kept))
    }
}
