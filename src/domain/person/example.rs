//! Somebody of whom every field says something, for tests that look at each of them.

use super::{Consent, Mention, Name, Person, Rating, Reach, ReachKind, Role, Tier, ToldEntry, person_fields};
use crate::domain::annual_date::AnnualDate;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::merged::Merged;
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// A type that has a value for tests, other than the resting one.
trait Example {
    fn example() -> Self;
}

macro_rules! examples {
    ($($type:ty: $value:expr;)*) => { $(
        impl Example for $type {
            fn example() -> $type {
                $value
            }
        }
    )* };
}

examples! {
    PersonId: "p1".parse().unwrap();
    ReferralId: "r1".parse().unwrap();
    Name: Name::new("Ada Lovelace").unwrap();
    Mention: Mention("Analytical Engines".into());
    String: "Plain words".into();
    bool: true;
    u32: 7;
    NaiveDate: "2014-05-01".parse().unwrap();
    AnnualDate: "--02-29".parse().unwrap();
    Rating: Rating::try_from(4).unwrap();
    Tier: Tier::B;
    Consent: Consent::Given;
    SortedSet<Role>: [Role::Client, Role::Friend].into();
    SortedSet<String>: ["golf".to_string()].into();
    Vec<Reach>: vec![Reach { kind: ReachKind::Email, label: String::new(), value: "ada@engines.example".into() }];
    ToldEntry: ToldEntry { referral: Example::example(), results: Example::example(), ideal_client: Example::example() };
    Box<Merged>: Box::default();
}

impl<T: Example> Example for Option<T> {
    fn example() -> Option<T> {
        Some(T::example())
    }
}

macro_rules! example {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$what:meta])* pub $field:ident: $type:ty { $($uses:tt)* },)* }) => {
        impl Person {
            /// Somebody of whom every field says something.
            pub fn example() -> Person {
                Person { $($field: Example::example(),)* }
            }
        }
    };
}

person_fields!(example);
