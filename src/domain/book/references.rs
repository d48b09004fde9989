//! Which people a record names, so that whoever became another entry is followed wherever they are named.

use crate::domain::ask::Ask;
use crate::domain::communication::Communication;
use crate::domain::connection::Connection;
use crate::domain::event::{Event, Guest};
use crate::domain::give::Give;
use crate::domain::id::PersonId;
use crate::domain::ideal_client::IdealClient;
use crate::domain::introduction::Introduction;
use crate::domain::merged::Apart;
use crate::domain::organisation::Organisation;
use crate::domain::person::{Mention, Person};
use crate::domain::plan::Plan;
use crate::domain::put_off::PutOff;
use crate::domain::referral::Referral;
use crate::domain::result::ResultStory;
use crate::domain::script::Script;
use crate::domain::setting::Setting;
use crate::domain::sorted_set::SortedSet;
use crate::domain::story::Story;
use crate::domain::touch::Touch;

/// Something that names people.
pub trait References {
    /// Whether it names one of them.
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool;

    /// Names in place of each who they became.
    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId);
}

impl References for PersonId {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        is(*self)
    }

    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId) {
        *self = kept_as(*self);
    }
}

impl References for Mention {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.id().is_some_and(|id| is(PersonId(id)))
    }

    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId) {
        let named = self.id().map(|id| (PersonId(id), kept_as(PersonId(id))));
        if let Some((_, one)) = named.filter(|(id, one)| id != one) {
            *self = Mention::of(one.0);
        }
    }
}

impl<T: References> References for Option<T> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.as_ref().is_some_and(|one| one.names(is))
    }

    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId) {
        self.iter_mut().for_each(|one| one.follow_merges(kept_as));
    }
}

/// Guests: who was invited twice is one guest, with the answer that was given.
impl References for Vec<Guest> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.iter().any(|guest| is(guest.person))
    }

    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId) {
        let mut guests: Vec<Guest> = Vec::with_capacity(self.len());
        for mut guest in self.drain(..) {
            guest.person = kept_as(guest.person);
            match guests.iter_mut().find(|other| other.person == guest.person) {
                Some(other) => {
                    other.came |= guest.came;
                    other.answer = other.answer.take().or(guest.answer);
                    other.asked_for = other.asked_for.take().or(guest.asked_for);
                }
                None => guests.push(guest),
            }
        }
        *self = guests;
    }
}

/// A set of people: who stands in it twice under two names is in it once.
impl References for SortedSet<PersonId> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.iter().any(|one| is(*one))
    }

    fn follow_merges(&mut self, kept_as: &dyn Fn(PersonId) -> PersonId) {
        *self = self.iter().map(|one| kept_as(*one)).collect();
    }
}

/// Declares which fields of a record name people.
macro_rules! references {
    ($($type:ty: $($field:ident),*;)*) => { $(
        impl References for $type {
            fn names(&self, _is: &dyn Fn(PersonId) -> bool) -> bool {
                false $(|| self.$field.names(_is))*
            }

            fn follow_merges(&mut self, _became: &dyn Fn(PersonId) -> PersonId) {
                $(self.$field.follow_merges(_became);)*
            }
        }
    )* };
}

references! {
    Person: met_through;
    Organisation: ;
    Ask: person;
    Referral: source, prospect;
    Touch: person;
    Setting: ;
    PutOff: person;
    Give: to, prospect;
    Introduction: one, other;
    Plan: with;
    Event: invited;
    IdealClient: ;
    ResultStory: person;
    Script: ;
    Connection: ;
    Communication: to;
    Story: named;
    Apart: one, other;
}
