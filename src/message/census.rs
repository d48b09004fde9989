//! The census in words: how many of whom, each number with the list it leads to (R1, R7, R19, R22).

use super::reason::count;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::rules::census::{Untold, census, likely_connectors, not_told};

/// How many likely connectors are shown at once.
const SHOWN: usize = 3;

/// A number, and the list of people it counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The number with its word: `23 clients`.
    pub text: String,
    /// What the list asks for, as names and values of an address.
    pub list: &'static [(&'static str, &'static str)],
}

/// Clients, the excellent among them, and those of them never asked; nothing where nobody is a client (R1).
pub fn counted(book: &Book) -> Vec<Counted> {
    let counts = census(book);
    if counts.clients == 0 {
        return Vec::new();
    }
    vec![
        Counted { text: count(counts.clients, "client"), list: &[("is", "client")] },
        Counted { text: format!("{} excellent", counts.excellent), list: &[("is", "client"), ("rating", "5")] },
        Counted {
            text: format!("{} of those never asked", counts.never_asked),
            list: &[("is", "client"), ("rating", "5"), ("asked", "never"), ("sort", "hundred")],
        },
    ]
}

/// Who of the clients and the Hundred has not been told what; nothing where everybody was (R22).
pub fn untold(book: &Book) -> Vec<Counted> {
    let lists = Untold::ALL.into_iter().map(|what| (not_told(book, what).len(), what));
    let some = lists.filter(|(people, _)| *people > 0);
    some.map(|(people, what)| {
        let list: &[_] = match what {
            Untold::Referral => &[("told", "not-referral")],
            Untold::Results => &[("told", "not-results")],
            Untold::IdealClient => &[("told", "not-ideal-client")],
        };
        Counted { text: format!("{} ({people})", what.label()), list }
    })
    .collect()
}

/// Who is likely a connector, with how often they put people together, the first few by name (R7).
pub fn connectors(book: &Book) -> Vec<(PersonId, String, String)> {
    let likely = likely_connectors(book).into_iter().take(SHOWN);
    let told = likely.filter_map(|id| Some((id, book.person(id)?.name.to_string())));
    told.map(|(id, name)| {
        let sent = count(book.referrals_from(id).count(), "referral");
        (id, name, format!("has sent you {sent}. A connector?"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person, Rating, Role};
    use crate::domain::referral::Referral;

    fn texts(list: Vec<Counted>) -> Vec<String> {
        list.into_iter().map(|counted| counted.text).collect()
    }

    #[test]
    fn r1_each_number_of_the_census_leads_to_its_list() {
        let mut book = Book::default();
        assert!(counted(&book).is_empty() && untold(&book).is_empty());
        for (id, rating) in [("ann", 5), ("bea", 4)] {
            let rating = Rating::try_from(rating).ok();
            let roles = [Role::Client].into();
            book.put(Person { id: id.parse().unwrap(), rating, roles, ..Person::default() }.into());
        }
        assert_eq!(texts(counted(&book)), ["2 clients", "1 excellent", "1 of those never asked"]);
        let told = ["that you build by referral (2)", "what results you deliver (2)", "whom you look for (2)"];
        assert_eq!(texts(untold(&book)), told);
        for (what, counted) in Untold::ALL.iter().zip(untold(&book)) {
            assert_eq!(counted.list, [("told", what.address())]);
        }
    }

    #[test]
    fn r7_a_likely_connector_is_named_with_what_they_sent() {
        let mut book = Book::default();
        let ann: PersonId = "ann".parse().unwrap();
        book.put(Person { id: ann, name: Name::new("Ann Lee").unwrap(), ..Person::default() }.into());
        for id in ["r1", "r2"] {
            let (id, prospect) = (id.parse().unwrap(), "x".parse().unwrap());
            book.put(Referral { id, source: ann, prospect, ..Referral::default() }.into());
        }
        assert_eq!(connectors(&book), [(ann, "Ann Lee".into(), "has sent you 2 referrals. A connector?".into())]);
    }
}
