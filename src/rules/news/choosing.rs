//! Choosing who is on a list: everyone of a role, a tier, a tag, or found by a text (R70).

use super::{LeftOut, address, closed};
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;
use crate::domain::order::sort_by_key;
use crate::domain::person::{Person, Role, Tier};
use crate::rules::search::PersonSearch;
use crate::rules::tier::tier;

/// Who is shown beside a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choosing {
    /// The list.
    pub list: String,
    /// Any part of name, organisation, tag, note.
    pub text: String,
    /// Only this role.
    pub role: Option<Role>,
    /// Only this tier, set or derived.
    pub tier: Option<Tier>,
    /// Only those with this tag; empty for any.
    pub tag: String,
    /// Only those who are on the list, or only those who are not.
    pub on: Option<bool>,
}

impl Choosing {
    /// What an address asks for, where `value` gives what stands under a name: `list=Letter&is=client&tier=A&tag=golf&on=yes&q=…`.
    pub fn asked<'a>(value: impl Fn(&str) -> &'a str) -> Choosing {
        let given = |name: &str| Some(value(name)).filter(|text| !text.is_empty());
        Choosing {
            list: value("list").to_string(),
            text: value("q").to_string(),
            role: given("is").map(Role::of_word),
            tier: given("tier").map(Tier::of_word),
            tag: value("tag").to_string(),
            on: given("on").map(|on| on == "yes"),
        }
    }
}

/// Somebody beside a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Whether they are on it.
    pub is_on: bool,
    /// Why they could not be written to, where that is so.
    pub left_out: Option<LeftOut>,
}

/// Who is shown beside a list, by name.
pub fn shown(book: &Book, choosing: &Choosing) -> Vec<Candidate> {
    let (search, closed) = (PersonSearch::new(&choosing.text), closed(book));
    let is_on = |person: &Person| person.lists.contains(&choosing.list);
    book.people()
        .filter(|person| choosing.role.as_ref().is_none_or(|role| person.is(role)))
        .filter(|person| choosing.tier.as_ref().is_none_or(|wanted| tier(book, person) == *wanted))
        .filter(|person| choosing.tag.is_empty() || person.tags.contains(&choosing.tag))
        .filter(|person| choosing.on.is_none_or(|on| is_on(person) == on))
        .filter(|person| search.is_empty() || search.finds(book, person))
        .map(|person| Candidate {
            person: person.id,
            is_on: is_on(person),
            left_out: address(book, person, &closed).err(),
        })
        .collect()
}

/// Every tag of the book, by name.
pub fn tags(book: &Book) -> Vec<String> {
    let mut all: Vec<&String> = book.people().flat_map(|person| person.tags.iter()).collect();
    sort_by_key(&mut all, |tag| (fold(tag), (*tag).clone()));
    all.dedup();
    all.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Rating};

    #[test]
    fn r70_who_may_come_onto_a_list_is_found_by_role_tier_tag_and_text() {
        let mut book = Book::default();
        for (id, role, rating, tag, list) in [
            ("ann", Role::Client, 5, "golf", "Letter"),
            ("bea", Role::Friend, 3, "chess", ""),
            ("cy", Role::Client, 2, "golf", ""),
        ] {
            let (name, rating) = (Name::new(id).unwrap(), Rating::try_from(rating).ok());
            let tags = [tag.to_string()].into();
            let lists = Some(list.to_string()).filter(|list| !list.is_empty()).into_iter().collect();
            let person = Person { id: id.parse().unwrap(), name, rating, tags, lists, ..Person::default() };
            book.put(Person { roles: [role].into(), ..person }.into());
        }
        let check = |given: &'static [(&str, &str)], expected: &str| {
            let value = |name: &str| given.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
            let found = shown(&book, &Choosing::asked(value));
            let told: Vec<String> =
                found.iter().map(|one| format!("{}{}", one.person, if one.is_on { "+" } else { "" })).collect();
            assert_eq!(told.join(" "), expected, "{given:?}");
            assert!(found.iter().all(|one| one.left_out == Some(LeftOut::NoAddress)));
        };
        check(&[("list", "Letter")], "ann+ bea cy");
        check(&[("list", "Letter"), ("is", "client")], "ann+ cy");
        check(&[("list", "Letter"), ("tier", "A")], "ann+");
        check(&[("list", "Letter"), ("tag", "golf"), ("on", "no")], "cy");
        check(&[("list", "Letter"), ("on", "yes")], "ann+");
        check(&[("list", "Other"), ("q", "be")], "bea");
        assert_eq!(tags(&book), ["chess", "golf"]);
    }
}
