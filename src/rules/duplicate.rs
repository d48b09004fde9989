//! Who is written twice: people compared by name, addresses, numbers, profiles, birthday and place, and gathered with
//! the reason and how sure it is (R12, B9).
//!
//! [`DuplicateSearch`] looks through the whole book a step at a time; [`DuplicateIndex::probably`] says who somebody from
//! elsewhere is. Two first names that differ are two people whatever else they share: a family has one address, an office
//! one number.

mod cluster;
mod comparison;
mod index;
mod search;
mod weigh;

use crate::domain::annual_date::AnnualDate;
use crate::domain::id::PersonId;
use crate::domain::name_match::NameMatch;
use crate::domain::person::Reach;
use crate::domain::sorted_set::SortedSet;
pub use cluster::Cluster;
pub use index::DuplicateIndex;
pub use search::{DuplicateSearch, Found};

/// A thing two entries share besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A profile on a network.
    Profile,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// The house their letters go to.
    Address,
    /// The birthday, or its day and month.
    Birthday,
    /// The part before the `@` of two addresses.
    Mailbox,
    /// Where they work.
    Place,
}

/// How sure it is that two entries are one person; the later the surer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Worth a look.
    Perhaps,
    /// More likely than not.
    Likely,
    /// Hardly in doubt.
    Sure,
}

/// Why two entries may be one person, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// The relation of their names.
    pub name: NameMatch,
    /// The signs they share besides.
    pub signs: SortedSet<Sign>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The points it comes from, to order by.
    pub points: i32,
}

/// Somebody from elsewhere, as far as they are compared.
#[derive(Debug, Clone, Copy)]
pub struct Stranger<'a> {
    /// Their name.
    pub name: &'a str,
    /// How they are reached.
    pub reach: &'a [Reach],
    /// Where they work.
    pub place: &'a str,
    /// The birthday.
    pub birthday: Option<AnnualDate>,
}

/// Who of the book somebody probably is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probably {
    /// The person of the book.
    pub person: PersonId,
    /// Why, and how sure it is.
    pub likeness: Likeness,
}

#[cfg(test)]
mod tests;
