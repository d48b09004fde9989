//! Lists: the people and referrals a screen shows, filtered and in order.

use super::census::{Untold, matters, may_be_asked, was_never_asked};
use super::last_contact::last_contact;
use super::search::PersonSearch;
use super::steps::{NextStep, steps};
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Rating, Role, Tier};
use crate::domain::referral::{End, Referral};
use chrono::NaiveDate;

/// Which people a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleFilter {
    /// Any part of name, organisation, note, phone.
    pub text: String,
    /// Only this role.
    pub role: Option<Role>,
    /// Only this rating.
    pub rating: Option<Rating>,
    /// Only this tier.
    pub tier: Option<Tier>,
    /// Only those who were never asked for a referral, and may be (R19).
    pub never_asked: bool,
    /// Only clients and the Hundred who have not been told this (R22).
    pub untold: Option<Untold>,
    /// Only people in the trash, instead of only those who are not.
    pub trash: bool,
    /// In which order.
    pub sort: PeopleSort,
}

impl PeopleFilter {
    /// The filter an address asks for, where `value` gives what stands under a name: `is=client&rating=5&tier=A&q=…`.
    /// What no list can mean is passed over.
    pub fn asked<'a>(value: impl Fn(&str) -> &'a str) -> PeopleFilter {
        let given = |name: &str| Some(value(name)).filter(|text| !text.is_empty());
        PeopleFilter {
            text: value("q").to_string(),
            role: given("is").map(Role::of_word),
            rating: given("rating").and_then(|n| n.parse::<u8>().ok()).and_then(|n| Rating::try_from(n).ok()),
            tier: given("tier").map(Tier::of_word),
            never_asked: value("asked") == "never",
            untold: Untold::ALL.into_iter().find(|what| what.address() == value("told")),
            trash: given("trash").is_some(),
            sort: PeopleSort::ALL.into_iter().find(|sort| sort.name() == value("sort")).unwrap_or_default(),
        }
    }

    /// Its order in a sentence: `by last contact`.
    pub fn order(&self) -> String {
        self.sort.label().to_lowercase()
    }

    /// Whether a text is searched for.
    pub fn searches(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether it shows only people of some kind.
    pub fn is_of_a_kind(&self) -> bool {
        let is_new = self.never_asked || self.untold.is_some();
        self.role.is_some() || self.rating.is_some() || self.tier.is_some() || is_new
    }
}

/// The orders of the people list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum PeopleSort {
    /// By name.
    #[default]
    Name,
    /// The best relationship first.
    Rating,
    /// The longest without a word first.
    LastContact,
    /// By the place in the Hundred; whoever has none comes after.
    Hundred,
}

impl PeopleSort {
    /// Every order.
    pub const ALL: [PeopleSort; 4] =
        [PeopleSort::Name, PeopleSort::Rating, PeopleSort::LastContact, PeopleSort::Hundred];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            PeopleSort::Name => "name",
            PeopleSort::Rating => "rating",
            PeopleSort::LastContact => "last",
            PeopleSort::Hundred => "hundred",
        }
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            PeopleSort::Name => "Name",
            PeopleSort::Rating => "Relationship",
            PeopleSort::LastContact => "Last contact",
            PeopleSort::Hundred => "Place in the Hundred",
        }
    }
}

/// The people a filter leaves, in its order.
pub fn people(book: &Book, filter: &PeopleFilter) -> Vec<PersonId> {
    let search = PersonSearch::new(&filter.text);
    let all: Box<dyn Iterator<Item = _>> =
        if filter.trash { Box::new(book.trashed_people()) } else { Box::new(book.people()) };
    let mut list: Vec<_> = all
        .filter(|p| filter.role.as_ref().is_none_or(|role| p.is(role)))
        .filter(|p| filter.rating.is_none_or(|rating| p.rating == Some(rating)))
        .filter(|p| filter.tier.as_ref().is_none_or(|tier| p.tier.as_ref() == Some(tier)))
        .filter(|p| !filter.never_asked || (may_be_asked(p) && was_never_asked(book, p)))
        .filter(|p| filter.untold.is_none_or(|what| matters(p) && !what.is_told(p)))
        .filter(|p| search.is_empty() || search.finds(book, p))
        .collect();
    match filter.sort {
        PeopleSort::Name => {}
        PeopleSort::Rating => sort_by_key(&mut list, |p| std::cmp::Reverse(p.rating)),
        PeopleSort::LastContact => sort_by_key(&mut list, |p| last_contact(book, p.id)),
        PeopleSort::Hundred => sort_by_key(&mut list, |p| p.rank.unwrap_or(u32::MAX)),
    }
    list.into_iter().map(|p| p.id).collect()
}

/// Which referrals a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum ReferralFilter {
    /// Those that are not ended.
    #[default]
    Open,
    /// Those that became something.
    Won,
    /// Those whose file is closed.
    Closed,
    /// All of them.
    All,
}

impl ReferralFilter {
    /// Every filter.
    pub const ALL: [ReferralFilter; 4] =
        [ReferralFilter::Open, ReferralFilter::Won, ReferralFilter::Closed, ReferralFilter::All];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            ReferralFilter::Open => "open",
            ReferralFilter::Won => "won",
            ReferralFilter::Closed => "closed",
            ReferralFilter::All => "all",
        }
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            ReferralFilter::Open => "Open",
            ReferralFilter::Won => "Won",
            ReferralFilter::Closed => "Closed",
            ReferralFilter::All => "All",
        }
    }

    /// The value in an address: nothing for the list shown without being asked for.
    pub fn address(self) -> &'static str {
        if self == ReferralFilter::Open { "" } else { self.name() }
    }

    /// The filter of a name; the open ones where there is none of that name.
    pub fn of_name(name: &str) -> ReferralFilter {
        ReferralFilter::ALL.into_iter().find(|filter| filter.name() == name).unwrap_or_default()
    }

    fn fits(self, referral: &Referral) -> bool {
        match self {
            ReferralFilter::Open => referral.is_open(),
            ReferralFilter::Won => referral.outcome.kind == End::Won,
            ReferralFilter::Closed => referral.outcome.kind == End::Closed,
            ReferralFilter::All => true,
        }
    }
}

/// The referrals a filter leaves, those with the latest news first.
pub fn referrals(book: &Book, filter: ReferralFilter, text: &str) -> Vec<ReferralId> {
    let search = PersonSearch::new(text);
    let found = |id| book.person(id).is_some_and(|p| search.finds(book, p));
    let mut list: Vec<&Referral> = book
        .referrals()
        .filter(|r| filter.fits(r) && (search.is_empty() || found(r.source) || found(r.prospect)))
        .collect();
    sort_by_key(&mut list, |r| std::cmp::Reverse((latest_day(r), r.id)));
    list.into_iter().map(|r| r.id).collect()
}

/// The last day on which something happened to a referral.
pub fn latest_day(referral: &Referral) -> Option<NaiveDate> {
    let days = [referral.agreed_on, referral.introduced_on, referral.followed_up_on, referral.talked_on];
    days.into_iter().chain([referral.outcome.on]).flatten().max()
}

/// How far a referral is, in a word.
pub fn stage(book: &Book, referral: ReferralId, today: NaiveDate) -> &'static str {
    let Some(kept) = book.referral(referral) else { return "" };
    match kept.outcome.kind {
        End::Won => return "Won",
        End::Closed => return "File closed",
        End::Found => return "From an address book",
        _ => {}
    }
    match steps(book, referral, today).map(|s| s.next) {
        Some(NextStep::FollowUp) => "Introduced",
        Some(NextStep::Talk) => "Followed up",
        _ if kept.talked_on.is_some() => "Talking",
        _ if kept.introduced_on.is_some() => "Introduced",
        _ => "Agreed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::Ask;
    use crate::domain::person::{Name, Person};
    use crate::domain::touch::Touch;
    use crate::rules::census::tell;

    #[test]
    fn an_address_says_what_a_list_shows() {
        let asked = |given: &'static [(&str, &str)]| {
            PeopleFilter::asked(|name| given.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value))
        };
        let filter = asked(&[("is", "client"), ("rating", "5"), ("tier", "A"), ("q", "ito"), ("sort", "last")]);
        assert_eq!((filter.role.as_ref(), filter.rating), (Some(&Role::Client), Rating::try_from(5).ok()));
        assert_eq!((filter.tier.as_ref(), filter.text.as_str()), (Some(&Tier::A), "ito"));
        assert!(filter.sort == PeopleSort::LastContact && filter.searches() && filter.is_of_a_kind() && !filter.trash);
        let odd = asked(&[("rating", "9"), ("sort", "luck"), ("trash", "true")]);
        assert_eq!(odd, PeopleFilter { trash: true, ..PeopleFilter::default() });
    }

    #[test]
    fn r19_r22_who_was_never_asked_and_who_was_not_told_are_lists() {
        let mut book = Book::default();
        for (id, rank, never_ask) in [("ann", Some(2), false), ("bea", Some(1), false), ("cy", None, true)] {
            let (id, name) = (id.parse().unwrap(), Name::new(id).unwrap());
            book.put(Person { id, name, rank, never_ask, ..Person::default() }.into());
        }
        let shown = |given: &'static [(&str, &str)], book: &Book| {
            let value = |name: &str| given.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value);
            let filter = PeopleFilter::asked(value);
            assert!(filter.is_of_a_kind());
            people(book, &filter).iter().map(PersonId::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(&[("asked", "never"), ("sort", "hundred")], &book), "bea ann");
        let ask = Ask { id: "a1".parse().unwrap(), person: "bea".parse().unwrap(), ..Ask::default() };
        book.put(ask.into());
        assert_eq!(shown(&[("asked", "never")], &book), "ann");
        assert_eq!(shown(&[("told", "not-referral")], &book), "ann bea");
        let change = tell(&book, "ann".parse().unwrap(), Untold::Referral, "2026-11-18".parse().ok());
        change.unwrap().records.into_iter().for_each(|record| book.put(record));
        assert_eq!(shown(&[("told", "not-referral")], &book), "bea");
        assert_eq!(shown(&[("told", "not-results")], &book), "ann bea");
    }

    #[test]
    fn people_are_filtered_and_sorted() {
        let mut book = Book::default();
        for (id, name, rating, role, last) in [
            ("p1", "Ann", 3, Role::Client, Some("2026-11-01")),
            ("p2", "Bea", 5, Role::Client, Some("2026-10-01")),
            ("p3", "Cy", 5, Role::Friend, None),
        ] {
            let id: PersonId = id.parse().unwrap();
            let rating = Rating::try_from(rating).ok();
            let name = Name::new(name).unwrap();
            book.put(Person { id, name, rating, roles: [role].into(), ..Person::default() }.into());
            if let Some(on) = last {
                let on = on.parse().unwrap();
                book.put(Touch { id: id.to_string().parse().unwrap(), person: id, on, ..Touch::default() }.into());
            }
        }
        let check = |filter: PeopleFilter, expected: &[&str]| {
            let found: Vec<String> = people(&book, &filter).iter().map(PersonId::to_string).collect();
            assert_eq!(found, expected, "{filter:?}");
        };
        let any = PeopleFilter::default();
        check(any.clone(), &["p1", "p2", "p3"]);
        check(PeopleFilter { role: Some(Role::Client), ..any.clone() }, &["p1", "p2"]);
        check(PeopleFilter { rating: Rating::try_from(5).ok(), ..any.clone() }, &["p2", "p3"]);
        check(PeopleFilter { sort: PeopleSort::Rating, ..any.clone() }, &["p2", "p3", "p1"]);
        check(PeopleFilter { sort: PeopleSort::LastContact, ..any.clone() }, &["p3", "p2", "p1"]);
        check(PeopleFilter { sort: PeopleSort::Hundred, ..any.clone() }, &["p1", "p2", "p3"]);
        check(PeopleFilter { trash: true, ..any.clone() }, &[]);
        check(PeopleFilter { text: "e".into(), ..any }, &["p2"]);
    }
}
