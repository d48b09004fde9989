//! What one press does to news: an issue goes out, somebody comes onto a list or off it, or wants none at all (R70).

use super::Communication;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, past_day, short_text};
use crate::domain::fold::fold;
use crate::domain::id::{CommunicationId, Mint, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{NAME_MAX, Person};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// The name of a list as it is written in the book, whatever its case was typed in; a new one where there is none.
///
/// # Errors
/// A sentence when there is no name, or it is too long.
pub fn list_named(book: &Book, typed: &str) -> Result<String, String> {
    let name = short_text(typed)?;
    if name.is_empty() {
        return Err("Give the list a name, such as: Letter to clients.".to_string());
    }
    if name.chars().count() > NAME_MAX {
        return Err(format!("The name of a list has at most {NAME_MAX} characters."));
    }
    let folded = fold(&name);
    Ok(book.lists().into_iter().find(|known| fold(known) == folded).unwrap_or(name))
}

impl Book {
    /// The lists of news, by name: those somebody is on, and those an issue went to (R70).
    pub fn lists(&self) -> Vec<String> {
        let of_people = self.people().flat_map(|person| person.lists.iter());
        let of_issues = self.communications().map(|issue| &issue.list);
        let mut all: Vec<&String> = of_people.chain(of_issues).filter(|list| !list.is_empty()).collect();
        sort_by_key(&mut all, |list| (fold(list), (*list).clone()));
        all.dedup();
        all.into_iter().cloned().collect()
    }

    /// Puts these people on a list, or takes them off it (R70).
    ///
    /// # Errors
    /// When the name is none, or nobody of them is in the book.
    pub fn put_on_list(&self, people: &[PersonId], list: &str, on: bool) -> Result<Change, Problems> {
        let list = list_named(self, list).map_err(|why| Problems::one("list", why))?;
        let known: Vec<&Person> = people.iter().filter_map(|id| self.person(*id)).collect();
        if known.is_empty() {
            return Err(Problems::one("list", "Nobody is chosen. Show somebody first, then tick."));
        }
        let mut change = Change::default();
        for person in known {
            let mut lists = person.lists.clone();
            if on {
                lists.insert(list.clone())
            } else {
                lists.remove(&list)
            };
            change = change.and(Person { lists, ..person.clone() });
        }
        Ok(change)
    }

    /// Notes that somebody wants no news, since this day (an empty text is today), or takes that back (R70).
    ///
    /// # Errors
    /// When there is no such person, or the day is none or has not come.
    pub fn wants_no_news(&self, id: PersonId, none: bool, on: &str, today: NaiveDate) -> Result<Change, Problems> {
        let gone = || Problems::one("form", "This person is not in your book any more.");
        let person = self.person(id).cloned().ok_or_else(gone)?;
        let day = past_day(on, today).map_err(|why| Problems::one("form", why))?;
        Ok(Change::of(Person { no_news_on: none.then_some(day), ..person }))
    }

    /// An issue went out today to these people: for the first time, or to those who did not have it yet (R70).
    ///
    /// # Errors
    /// When there is no such issue, or nobody to send it to.
    pub fn issue_sent(
        &self,
        id: CommunicationId,
        to: SortedSet<PersonId>,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let gone = || Problems::one("form", "This issue is not in your book any more.");
        let issue = self.communication(id).filter(|issue| !issue.trashed).cloned().ok_or_else(gone)?;
        if to.is_empty() {
            return Err(Problems::one("form", "Everyone who can have it has it already. Nothing was noted."));
        }
        let on = Some(today);
        Ok(Change::of(match issue.on {
            None => Communication { on, to, ..issue },
            Some(_) => Communication { id: CommunicationId(mint.id()), on, to, again: Some(id), ..issue },
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::kind::Kind;
    use crate::domain::person::Name;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn put(book: &mut Book, change: Result<Change, Problems>) {
        change.unwrap().records.into_iter().for_each(|record| book.put(record));
    }

    fn book() -> Book {
        let mut book = Book::default();
        for name in ["ann", "bea"] {
            book.put(Person { id: name.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        book
    }

    fn id(text: &str) -> PersonId {
        text.parse().unwrap()
    }

    #[test]
    fn r70_somebody_comes_onto_a_list_and_off_it_whatever_the_case_of_its_name() {
        let mut book = book();
        let change = book.put_on_list(&[id("ann"), id("bea"), id("gone")], " Letter ", true);
        put(&mut book, change);
        let change = book.put_on_list(&[id("ann")], "LETTER", true);
        put(&mut book, change);
        assert_eq!(book.lists(), ["Letter"]);
        let change = book.put_on_list(&[id("ann")], "letter", false);
        put(&mut book, change);
        let on = |who: &str| book.person(id(who)).is_some_and(|person| person.lists.contains("Letter"));
        assert!(!on("ann") && on("bea"));
        assert!(book.put_on_list(&[id("gone")], "Letter", true).is_err());
        assert!(book.put_on_list(&[id("ann")], " ", true).is_err());
    }

    #[test]
    fn r70_who_wants_no_news_is_known_with_the_day() {
        let mut book = book();
        let change = book.wants_no_news(id("ann"), true, "2026-11-03", today());
        put(&mut book, change);
        assert_eq!(book.person(id("ann")).and_then(|ann| ann.no_news_on), "2026-11-03".parse().ok());
        assert!(book.wants_no_news(id("ann"), true, "2026-12-03", today()).is_err());
        let change = book.wants_no_news(id("ann"), false, "", today());
        put(&mut book, change);
        assert_eq!(book.person(id("ann")).and_then(|ann| ann.no_news_on), None);
    }

    #[test]
    fn r70_an_issue_goes_out_once_and_then_to_those_who_came_later_on_their_own_day() {
        let mut book = book();
        let mut mint = Mint::new(Session::of_bits(1));
        let n1: CommunicationId = "n1".parse().unwrap();
        book.put(Communication { id: n1, name: "Limits".into(), list: "Letter".into(), ..Default::default() }.into());
        let earlier: NaiveDate = "2026-11-02".parse().unwrap();
        let change = book.issue_sent(n1, [id("ann")].into(), earlier, &mut mint);
        put(&mut book, change);
        let change = book.issue_sent(n1, [id("bea")].into(), today(), &mut mint);
        put(&mut book, change);
        let sent: Vec<_> = book.communications().map(|issue| (issue.on, issue.to.len(), issue.again)).collect();
        assert!(sent.contains(&(Some(earlier), 1, None)) && sent.contains(&(Some(today()), 1, Some(n1))), "{sent:?}");
        assert!(book.issue_sent(n1, SortedSet::new(), today(), &mut mint).is_err());
        for trashed in [true, false] {
            let change = book.trash(&Kind::Communication, n1.0, trashed);
            put(&mut book, change);
            assert_eq!(book.communications().count(), if trashed { 0 } else { 2 });
        }
    }
}
