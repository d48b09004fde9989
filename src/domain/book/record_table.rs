//! A drawer of the book: the records of one kind, by id.

use crate::domain::id::Id;
use crate::domain::steps::count;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The records of one kind. Each is shared with the index, which leads to the records themselves and not to their ids: what
/// is owed looks at every touch of twenty years.
#[derive(Debug)]
pub struct RecordTable<T>(BTreeMap<Id, Arc<T>>);

impl<T> Default for RecordTable<T> {
    fn default() -> RecordTable<T> {
        RecordTable(BTreeMap::new())
    }
}

impl<T> RecordTable<T> {
    pub fn get(&self, id: Id) -> Option<&T> {
        self.0.get(&id).map(|record| &**record)
    }

    pub fn put(&mut self, id: Id, record: Arc<T>) {
        self.0.insert(id, record);
    }

    pub fn remove(&mut self, id: Id) -> Option<Arc<T>> {
        self.0.remove(&id)
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values().inspect(|_| count(1)).map(|record| &**record)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
