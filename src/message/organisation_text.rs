//! An organisation in words: why somebody could introduce me there (B10).

use super::names::first;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::rules::organisation::IntroducerReason;
use crate::rules::trust::trust_facts;

/// Who they are and why they could introduce me: `works there and bought from you`. `None` when they are gone.
pub fn could_introduce(book: &Book, id: PersonId, way: IntroducerReason) -> Option<(String, String)> {
    let person = book.person(id)?;
    let trust = trust_facts(book, person).first().map(|fact| format!(" and {}", fact.label())).unwrap_or_default();
    let why = match way {
        IntroducerReason::WorksThere => format!("works there{trust}"),
        IntroducerReason::Brought(whom) => {
            let whom = first(book, whom);
            format!("brought you {whom}{trust}")
        }
    };
    Some((person.name.to_string(), why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person, Role};

    #[test]
    fn b10_it_is_said_why_somebody_could_introduce_me() {
        let mut book = Book::default();
        let ann = "ann".parse().unwrap();
        let roles = [Role::Client].into_iter().collect();
        book.put(Person { id: ann, name: Name::new("Ann Berg").unwrap(), roles, ..Person::default() }.into());
        let bea: PersonId = "bea".parse().unwrap();
        book.put(Person { id: bea, name: Name::new("Bea Cole").unwrap(), ..Person::default() }.into());
        let said = |id, way| could_introduce(&book, id, way).map(|(name, why)| format!("{name} {why}"));
        assert_eq!(
            said(ann, IntroducerReason::WorksThere).as_deref(),
            Some("Ann Berg works there and bought from you")
        );
        assert_eq!(
            said(ann, IntroducerReason::Brought(bea)).as_deref(),
            Some("Ann Berg brought you Bea and bought from you")
        );
        assert_eq!(said(bea, IntroducerReason::WorksThere).as_deref(), Some("Bea Cole works there"));
        assert_eq!(said("cy".parse().unwrap(), IntroducerReason::WorksThere), None);
    }
}
