//! Putting a row of Today off to another day, or dropping it with a reason.

use kith::domain::id::PersonId;
use leptos::prelude::*;

/// Another day.
#[component]
pub fn PutOff(person: Option<PersonId>) -> impl IntoView {
    let _ = person;
}

/// Not owed, because…
#[component]
pub fn NotOwed(person: PersonId) -> impl IntoView {
    let _ = person;
}
