//! After a meeting, in words: whom it was with, and when (R20, R27).

use super::reason::ago;
use crate::domain::book::Book;
use crate::domain::id::{PersonId, TouchId};
use crate::domain::person::Role;
use crate::rules::closing::calls_for_closing;
use chrono::NaiveDate;

/// A meeting that has just been logged, as the two questions name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// With whom.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What to call them in a sentence.
    pub first: String,
    /// What it was, when, and that both questions may be skipped.
    pub sub: String,
    /// Whether they buy from me.
    pub client: bool,
}

/// The meeting in words; `None` when it, or the person, is gone, or nothing is left to answer: it is asked about once.
pub fn met(book: &Book, id: TouchId, today: NaiveDate) -> Option<Met> {
    let touch = book.touch(id).filter(|_| calls_for_closing(book, id))?;
    let person = book.live_person(touch.person)?;
    Some(Met {
        person: person.id,
        name: person.name.to_string(),
        first: person.name.first().to_string(),
        sub: format!("{}, {}. Two questions; either can be skipped.", touch.kind.label(), ago(touch.on, today)),
        client: person.is(&Role::Client),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};
    use crate::domain::touch::{Purpose, Touch, TouchKind};

    #[test]
    fn r20_the_questions_name_the_meeting_and_the_person() {
        let mut book = Book::default();
        let (person, id, today) = ("p1".parse().unwrap(), "t1".parse().unwrap(), "2026-11-20".parse().unwrap());
        let name = Name::new("Grace Tolliver").unwrap();
        book.put(Person { id: person, name, ..Person::default() }.into());
        book.put(Touch { id, person, on: today, kind: TouchKind::Review, ..Touch::default() }.into());
        let told = met(&book, id, today).unwrap();
        assert_eq!(told.sub, "Results review, today. Two questions; either can be skipped.");
        assert_eq!((told.first.as_str(), told.name.as_str()), ("Grace", "Grace Tolliver"));
        assert_eq!(met(&book, "t2".parse().unwrap(), today), None);
        book.put(Touch { purposes: [Purpose::Ask].into(), ..book.touch(id).unwrap().clone() }.into());
        assert_eq!(met(&book, id, today), None, "answered once, it is not asked again");
    }
}
