//! Following: who became another entry is found as the one that was kept, and so is every record that names them.

use super::{Book, names};
use crate::domain::id::{Id, PersonId};
use crate::domain::id_map::{IdMap, IdSet};
use crate::domain::kind::Kind;
use crate::domain::merged::Apart;
use crate::domain::person::Person;
use crate::domain::record::Record;
use std::collections::BTreeMap;

/// Who became whom, and what is shown otherwise than it was written.
#[derive(Debug, Default)]
pub struct MergeRedirects {
    /// The mark of each merged entry.
    marks: BTreeMap<PersonId, PersonId>,
    /// The records as they were written, where they name an entry that became another.
    written: BTreeMap<(Kind, Id), Record>,
    /// Whether a mark, or an entry one leads to, came or went since it was looked at last.
    moved: bool,
    /// Whether more is coming, so that it is looked at only then.
    waiting: bool,
}

impl MergeRedirects {
    /// Notes the mark of an entry that is put in or taken out. As long as there are marks, they may lead to it.
    pub fn note(&mut self, id: PersonId, mark: Option<PersonId>) {
        let before = match mark {
            Some(into) => self.marks.insert(id, into),
            None => self.marks.remove(&id),
        };
        self.moved |= before != mark || !self.marks.is_empty();
    }

    /// Notes how a record was written that is shown otherwise.
    pub fn keep(&mut self, kind: Kind, id: Id, written: Record) {
        self.written.insert((kind, id), written);
    }

    /// Forgets how a record was written.
    pub fn forget(&mut self, kind: &Kind, id: Id) {
        if !self.written.is_empty() {
            self.written.remove(&(kind.clone(), id));
        }
    }

    /// Whom each marked entry is found as. A mark that leads to nobody is none; where marks lead round in a circle, because
    /// two devices merged the same two the other way about, the first of them by id is kept, whoever looks.
    fn resolve(&self, is_here: impl Fn(PersonId) -> bool) -> IdMap<PersonId, PersonId> {
        // What is found for one entry holds for all on the way to it, so that each is walked once however long the way is.
        let mut kept: IdMap<PersonId, PersonId> = IdMap::default();
        for id in self.marks.keys() {
            let (mut path, mut places) = (vec![*id], IdMap::from_iter([(*id, 0)]));
            let mut last = *id;
            let end = loop {
                if let Some(known) = kept.get(&last) {
                    break *known;
                }
                let Some(next) = self.marks.get(&last).filter(|next| is_here(**next)) else { break last };
                if let Some(at) = places.insert(*next, path.len()) {
                    break path.iter().skip(at).min().copied().unwrap_or(*next);
                }
                path.push(*next);
                last = *next;
            };
            kept.extend(path.into_iter().map(|one| (one, end)));
        }
        kept.retain(|id, kept| id != kept);
        kept
    }
}

impl Book {
    /// Whom this entry is found as: itself, or the one it was merged into.
    pub fn who(&self, id: PersonId) -> PersonId {
        self.index.who(id)
    }

    /// The entry itself, whether it became another or not.
    pub fn entry(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id.0)
    }

    /// The entries that bear a mark of this one. One in the trash, such as one whose import was taken back, is over.
    pub fn merged_into(&self, id: PersonId) -> impl Iterator<Item = &Person> {
        let marked = self.merge_redirects.marks.iter().filter(move |(_, into)| **into == id);
        marked.filter_map(|(other, _)| self.entry(*other)).filter(|entry| !entry.trashed)
    }

    /// The entries that are found as this person besides the one that was kept; who erases somebody erases these too.
    pub fn entries_found_as(&self, id: PersonId) -> impl Iterator<Item = &Person> {
        let of = move |other: &PersonId| *other != id && self.who(*other) == id;
        self.merge_redirects.marks.keys().copied().filter(of).filter_map(|other| self.entry(other))
    }

    /// Every entry that is found as another, and is not in the trash.
    pub fn merged(&self) -> impl Iterator<Item = &Person> {
        let found = self.merge_redirects.marks.keys().filter(|id| self.who(**id) != **id);
        found.filter_map(|id| self.entry(*id)).filter(|entry| !entry.trashed)
    }

    /// The pairs that were said not to be one, not in the trash.
    pub fn aparts(&self) -> impl Iterator<Item = &Apart> {
        self.aparts.values().filter(|apart| !apart.trashed)
    }

    /// Whether these two were said not to be one.
    pub fn is_apart(&self, one: PersonId, other: PersonId) -> bool {
        let pair = (one.min(other), one.max(other));
        self.index.is_apart(pair)
    }

    /// The record as it was written, where it is shown otherwise because it names an entry that became another.
    pub fn written_otherwise(&self, kind: &Kind, id: Id) -> Option<&Record> {
        if self.merge_redirects.written.is_empty() {
            None
        } else {
            self.merge_redirects.written.get(&(kind.clone(), id))
        }
    }

    /// The record as it was written.
    pub fn written(&self, kind: &Kind, id: Id) -> Option<Record> {
        self.written_otherwise(kind, id).cloned().or_else(|| self.record(kind, id))
    }

    /// Puts many in at once; who became whom is looked at when all are there.
    pub fn put_all(&mut self, put: impl FnOnce(&mut Book)) {
        let was_waiting = std::mem::replace(&mut self.merge_redirects.waiting, true);
        put(self);
        self.merge_redirects.waiting = was_waiting;
        self.follow_merges();
    }

    /// Whether more is coming, in parts, so that who became whom is looked at only after the last of them.
    pub fn wait_for_more(&mut self, is_coming: bool) {
        self.merge_redirects.waiting = is_coming;
        self.follow_merges();
    }

    /// Shows again, under the entry that is kept now, whatever names somebody who is found as another than before.
    pub(super) fn follow_merges(&mut self) {
        if self.merge_redirects.waiting || !std::mem::take(&mut self.merge_redirects.moved) {
            return;
        }
        let next = self.merge_redirects.resolve(|id| self.entry(id).is_some());
        let now = self.index.redirects();
        let mut changed: IdSet<PersonId> = IdSet::default();
        changed.extend(now.iter().filter(|(id, kept)| next.get(id) != Some(kept)).map(|(id, _)| *id));
        changed.extend(next.iter().filter(|(id, kept)| now.get(id) != Some(kept)).map(|(id, _)| *id));
        if changed.is_empty() {
            return;
        }
        self.dirty.note_everyone();
        let is = |id: PersonId| changed.contains(&id);
        let mut again: BTreeMap<(Kind, Id), Record> = BTreeMap::new();
        let shown = self.records_naming(&is);
        let written = self.merge_redirects.written.values().filter(|record| names(record, &is)).cloned();
        let people = changed.iter().filter_map(|id| self.written(&Kind::Person, id.0));
        // As it was written goes before as it is shown.
        for record in shown.into_iter().chain(written).chain(people) {
            again.insert((record.kind(), record.id()), record);
        }
        for (kind, id) in again.keys() {
            self.take(kind, *id);
        }
        self.index.set_redirects(next);
        again.into_values().for_each(|record| self.insert(record));
        self.merge_redirects.moved = false;
    }
}
