//! A part of a draft with the field it is filled in by.

use crate::app::ui::entry::InputSpec;
use crate::app::ui::signal::derived;
use kith::domain::draft::Problems;
use leptos::prelude::*;

/// A part of a draft `D`: its field, and how it is read and written.
pub struct FormField<D: 'static> {
    /// The field it is filled in by.
    pub entry: InputSpec,
    /// What problems call it.
    pub name: &'static str,
    /// What stands in it.
    pub read: fn(&D) -> &str,
    /// Takes what was typed or chosen.
    pub write: fn(&mut D, String),
}

impl<D: Send + Sync + 'static> FormField<D> {
    /// The field over a draft that is kept nowhere until it is saved.
    pub fn over(&'static self, draft: RwSignal<D>, wrong: RwSignal<Problems>) -> AnyView {
        let value = derived(move || draft.with(|draft| (self.read)(draft).to_string()));
        let input = Callback::new(move |text| {
            draft.update(|draft| (self.write)(draft, text));
            wrong.update(|wrong| wrong.mend(self.name));
        });
        self.entry.show(value, input, derived(move || wrong.with(|wrong| wrong.of(self.name).map(str::to_string))))
    }
}

/// A part of a draft that is a field of the same name: `form_field!(PersonDraft, name, InputSpec::line("Name",
/// "person-name"))`. What is done with the text, where it is more than keeping it, comes last.
macro_rules! form_field {
    ($draft:ty, $field:ident, $entry:expr) => {
        form_field!($draft, $field, $entry, |draft, text| draft.$field = text)
    };
    ($draft:ty, $field:ident, $entry:expr, $write:expr) => {
        $crate::app::views::form_field::FormField::<$draft> {
            entry: $entry,
            name: stringify!($field),
            read: |draft| &draft.$field,
            write: $write,
        }
    };
}

pub(crate) use form_field;
