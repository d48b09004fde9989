//! Those who are ticked in a list, for an act on all of them at once.

use super::id::Id;
use super::id_map::IdSet;
use super::order::sort_by_key;

/// Who is ticked. What is ticked stays so while the list is filtered otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection(IdSet<Id>);

impl Selection {
    /// Ticks one, or takes the tick away.
    pub fn tick(&mut self, id: Id, on: bool) {
        if on {
            self.0.insert(id);
        } else {
            self.0.remove(&id);
        }
    }

    /// Ticks all of a list, or takes their ticks away; those who are not on it stay as they are.
    pub fn tick_all(&mut self, list: &[Id], on: bool) {
        list.iter().for_each(|id| self.tick(*id, on));
    }

    /// Takes every tick away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether this one is ticked.
    pub fn has(&self, id: Id) -> bool {
        self.0.contains(&id)
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether everyone of a list is.
    pub fn has_all(&self, list: &[Id]) -> bool {
        list.iter().all(|id| self.has(*id))
    }

    /// How many are ticked who are not on this list.
    pub fn elsewhere(&self, list: &[Id]) -> usize {
        self.len().saturating_sub(list.iter().filter(|id| self.has(**id)).count())
    }

    /// Those who are ticked, in an order that is always the same.
    pub fn ids(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = self.0.iter().copied().collect();
        sort_by_key(&mut ids, |id| *id);
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stay_while_the_list_changes_and_all_of_a_list_are_ticked_at_once() {
        let ids = |text: &str| text.split(' ').filter_map(|id| Id::parse(id).ok()).collect::<Vec<_>>();
        let (all, few) = (ids("a b c d"), ids("c d"));
        let mut chosen = Selection::default();
        chosen.tick_all(&few, true);
        chosen.tick(all[0], true);
        assert_eq!((chosen.ids(), chosen.len(), chosen.elsewhere(&few)), (ids("a c d"), 3, 1));
        assert!(chosen.has_all(&few) && !chosen.has_all(&all) && chosen.has(all[0]));
        chosen.tick_all(&few, false);
        assert_eq!(chosen.ids(), ids("a"));
        chosen.tick(all[0], false);
        assert!(chosen.is_empty());
        chosen.tick_all(&all, true);
        chosen.clear();
        assert_eq!(chosen, Selection::default());
    }
}
