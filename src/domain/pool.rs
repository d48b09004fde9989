//! The holding pool as it is looked through: thousands of connections by name, each with the text it is found by.

use super::connection::Connection;
use super::fold::fold;
use super::found_by::write_below;
use super::id::ConnectionId;
use super::order::sort_by_key;

/// The holding pool (R12): who waits outside the book, in the order of their names.
#[derive(Debug, Default)]
pub struct Pool {
    cards: Vec<PoolSearchEntry>,
}

/// Somebody in the pool, folded for searching.
#[derive(Debug)]
pub struct PoolSearchEntry {
    /// Who it is.
    pub id: ConnectionId,
    /// Everything that is written of them, folded: the name on the first line, where they work on the second.
    text: Box<str>,
}

impl Pool {
    /// The pool of these connections.
    pub fn of<'a>(connections: impl Iterator<Item = &'a Connection>) -> Pool {
        let mut cards: Vec<PoolSearchEntry> =
            connections.map(|one| PoolSearchEntry { id: one.id, text: text(one).into() }).collect();
        let places: Vec<usize> = in_order(&cards);
        let mut kept: Vec<Option<PoolSearchEntry>> = cards.drain(..).map(Some).collect();
        cards.extend(places.into_iter().filter_map(|place| kept.get_mut(place).and_then(Option::take)));
        Pool { cards }
    }

    /// Everyone in it, by name.
    pub fn cards(&self) -> &[PoolSearchEntry] {
        &self.cards
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }
}

fn in_order(cards: &[PoolSearchEntry]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..cards.len()).collect();
    sort_by_key(&mut places, |place| cards.get(*place).map(|card| (&card.text, card.id)));
    places
}

impl PoolSearchEntry {
    /// Everything that is written of them, folded.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Their name, folded.
    pub fn name(&self) -> &str {
        self.text.split('\n').next().unwrap_or_default()
    }

    /// Where they work, folded; may be empty.
    pub fn place(&self) -> &str {
        self.text.split('\n').nth(1).unwrap_or_default()
    }
}

fn text(one: &Connection) -> String {
    let mut text = fold(one.name.as_str());
    text.push('\n');
    text.push_str(&fold(&one.organisation));
    write_below(&mut text, &[&one.title, &one.note, &one.facts, &one.met_through], &one.tags, &one.reach);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;
    use crate::domain::person::{Name, Reach, ReachKind};

    fn connection(id: &str, name: &str, organisation: &str) -> Connection {
        let name = Name::new(name).unwrap();
        Connection { id: id.parse().unwrap(), name, organisation: organisation.into(), ..Connection::default() }
    }

    #[test]
    fn r12_the_pool_is_by_name_and_is_made_again_when_somebody_comes_or_goes() {
        let mut book = Book::default();
        let names = |book: &Book| book.pool().cards().iter().map(|c| c.name().to_string()).collect::<Vec<_>>();
        assert!(book.pool().is_empty());
        for (id, name) in [("c1", "Zoë Ito"), ("c2", "élise Roy"), ("c3", "Bo Ek")] {
            book.put(connection(id, name, "").into());
        }
        assert_eq!(names(&book), ["bo ek", "elise roy", "zoe ito"]);
        book.put(Connection { trashed: true, ..connection("c3", "Bo Ek", "") }.into());
        assert_eq!(names(&book), ["elise roy", "zoe ito"]);
        assert!(book.connection("c3".parse().unwrap()).is_some_and(|c| c.trashed));
        assert_eq!((book.people().count(), book.counts().people), (0, 0), "nobody of the pool is in the book");
        book.remove(&crate::domain::kind::Kind::Connection, crate::domain::id::Id::parse("c1").unwrap());
        assert_eq!(book.pool().len(), 1);
    }

    #[test]
    fn r34_everything_written_of_somebody_in_the_pool_is_searched() {
        let mut one = connection("c1", "Naomi Feld", "Harbour & Söhne");
        one.title = "Geschäftsführerin".into();
        one.note = "Met at Łódź".into();
        one.tags = ["Golf".to_string()].into();
        let reach = |kind, value: &str| Reach { kind, label: String::new(), value: value.into() };
        one.reach = vec![reach(ReachKind::Phone, "+1 (202) 555-0101"), reach(ReachKind::Profile, "in/naomi-feld")];
        let pool = Pool::of([&one].into_iter());
        let card = &pool.cards()[0];
        for text in ["naomi feld", "sohne", "geschaftsfuhrerin", "lodz", "golf", "12025550101", "in/naomi"] {
            assert!(card.text().contains(text), "{text} in {}", card.text());
        }
        assert_eq!((card.name(), card.place()), ("naomi feld", "harbour & sohne"));
    }
}
