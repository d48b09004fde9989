//! Naming somebody of the book in one line of a form: the name, and where several bear it, what tells them apart.

use super::Person;
use super::one_line;
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;

/// What somebody is called where they are named in a form: `Ann Lee`, or `Ann Lee, Acme` where several bear the name.
pub fn called(book: &Book, person: &Person) -> String {
    let name = person.name.as_str();
    if book.people_named(name).nth(1).is_none() {
        return person.name.to_string();
    }
    let apart = tells_apart(book, person).into_iter().find(|text| !text.is_empty());
    apart.map_or_else(|| name.to_string(), |text| format!("{name}, {text}"))
}

/// Who is named by a line of a form.
///
/// # Errors
/// A sentence when it is nobody, or when several bear the name and nothing tells them apart.
pub fn named(book: &Book, line: &str) -> Result<PersonId, String> {
    let line = one_line(line);
    if line.is_empty() {
        return Err("Write a name of your book.".into());
    }
    let only = |people: Vec<&Person>| if let [one] = people.as_slice() { Some(one.id) } else { None };
    let all: Vec<&Person> = book.people_named(&line).collect();
    if let Some(id) = only(all.clone()) {
        return Ok(id);
    }
    let apart = line.rsplit_once(',').and_then(|(name, text)| {
        let text = fold(text);
        let is_it = |person: &&Person| tells_apart(book, person).iter().any(|known| fold(known) == text);
        only(book.people_named(name).filter(is_it).collect())
    });
    apart.ok_or_else(|| match all.len() {
        0 => format!("Nobody in your book is called {line}. Add them first, or correct the name."),
        n => format!("{n} people are called {line}. Write where they work as well: {line}, Acme."),
    })
}

/// What tells somebody from another of the same name: where they work, what they do, an address.
fn tells_apart<'a>(book: &'a Book, person: &'a Person) -> [&'a str; 3] {
    let address = person.reach.first().map_or("", |reach| reach.value.as_str());
    [book.workplace(person), person.title.as_str(), address]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Mention, Name};

    #[test]
    fn two_people_of_one_name_are_told_apart_by_where_they_work() {
        let mut book = Book::default();
        for (id, name, place) in [("p1", "Ann Lee", "Acme"), ("p2", "Ann Lee", "Bolt & Co"), ("p3", "Bo Ek", "Acme")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, organisation: Some(Mention(place.into())), ..Person::default() }.into());
        }
        let who = |line: &str| named(&book, line).map(|id| id.to_string());
        assert_eq!(who("bo ek"), Ok("p3".into()));
        assert_eq!(who("Ann Lee, bolt & co"), Ok("p2".into()));
        assert!(who("Ann Lee").unwrap_err().starts_with("2 people are called"));
        assert!(who("Ann Lee, Zed").is_err() && who("Zoe").unwrap_err().starts_with("Nobody") && who(" ").is_err());
        for (id, said) in [("p2", "Ann Lee, Bolt & Co"), ("p3", "Bo Ek")] {
            let said_of = called(&book, book.person(id.parse().unwrap()).unwrap());
            assert_eq!((said_of.as_str(), who(&said_of)), (said, Ok(id.to_string())));
        }
    }
}
