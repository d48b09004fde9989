//! Which people a record names, so that whoever became another entry is followed wherever they are named.

use crate::domain::ask::Ask;
use crate::domain::communication::Communication;
use crate::domain::connection::Connection;
use crate::domain::event::{Event, Guest};
use crate::domain::few::Few;
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
use crate::domain::story::Story;
use crate::domain::touch::Touch;

/// Something that names people.
pub trait Naming {
    /// Whether it names one of them.
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool;

    /// Names in place of each who they became.
    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId);
}

impl Naming for PersonId {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        is(*self)
    }

    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId) {
        *self = became(*self);
    }
}

impl Naming for Mention {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.id().is_some_and(|id| is(PersonId(id)))
    }

    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId) {
        let named = self.id().map(|id| (PersonId(id), became(PersonId(id))));
        if let Some((_, one)) = named.filter(|(id, one)| id != one) {
            *self = Mention::of(one.0);
        }
    }
}

impl<T: Naming> Naming for Option<T> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.as_ref().is_some_and(|one| one.names(is))
    }

    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId) {
        self.iter_mut().for_each(|one| one.follow(became));
    }
}

/// Guests: who was invited twice is one guest, with the answer that was given.
impl Naming for Vec<Guest> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.iter().any(|guest| is(guest.person))
    }

    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId) {
        let mut guests: Vec<Guest> = Vec::with_capacity(self.len());
        for mut guest in self.drain(..) {
            guest.person = became(guest.person);
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
impl Naming for Few<PersonId> {
    fn names(&self, is: &dyn Fn(PersonId) -> bool) -> bool {
        self.iter().any(|one| is(*one))
    }

    fn follow(&mut self, became: &dyn Fn(PersonId) -> PersonId) {
        *self = self.iter().map(|one| became(*one)).collect();
    }
}

/// Declares which fields of a record name people.
macro_rules! naming {
    ($($type:ty: $($field:ident),*;)*) => { $(
        impl Naming for $type {
            fn names(&self, _is: &dyn Fn(PersonId) -> bool) -> bool {
                false $(|| self.$field.names(_is))*
            }

            fn follow(&mut self, _became: &dyn Fn(PersonId) -> PersonId) {
                $(self.$field.follow(_became);)*
            }
        }
    )* };
}

naming! {
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
