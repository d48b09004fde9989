//! A drawer of the book: the records of one kind, by id.

use crate::domain::id::Id;
use std::collections::BTreeMap;

/// The records of one kind. Each stands in a box of its own: a map of pointers is the same machine code for every kind.
#[derive(Debug)]
pub struct Drawer<T>(BTreeMap<Id, Box<T>>);

impl<T> Default for Drawer<T> {
    fn default() -> Drawer<T> {
        Drawer(BTreeMap::new())
    }
}

impl<T> Drawer<T> {
    pub fn get(&self, id: Id) -> Option<&T> {
        self.0.get(&id).map(|record| &**record)
    }

    pub fn put(&mut self, id: Id, record: T) {
        self.0.insert(id, Box::new(record));
    }

    pub fn remove(&mut self, id: Id) -> Option<Box<T>> {
        self.0.remove(&id)
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values().map(|record| &**record)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
