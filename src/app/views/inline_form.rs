//! A form over a record that exists: it shows what the book has until something is typed, and keeps it when finished.

use super::form_field::FormField;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, derived};
use kith::domain::draft::Problems;
use leptos::prelude::*;

/// What is typed over what is kept. `D` is a draft of strings.
pub struct InlineForm<D: Send + Sync + 'static> {
    typed: RwSignal<Option<D>>,
    kept: Memo<D>,
    wrong: RwSignal<Problems>,
    save: Callback<D, Result<(), Problems>>,
}

impl<D: Send + Sync + 'static> Clone for InlineForm<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static> Copy for InlineForm<D> {}

impl<D: Clone + PartialEq + Send + Sync + 'static> InlineForm<D> {
    /// Over what the book has; `save` keeps what was typed.
    pub fn new(kept: Memo<D>, save: impl Fn(D) -> Result<(), Problems> + Send + Sync + 'static) -> InlineForm<D> {
        InlineForm { typed: RwSignal::new(None), kept, wrong: RwSignal::default(), save: Callback::new(save) }
    }

    /// A part of it, as it stands in the form.
    pub fn of<T>(self, part: impl Fn(&D) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: Send + Sync + 'static,
    {
        derived(move || match self.typed.get() {
            Some(typed) => part(&typed),
            None => self.kept.with(&part),
        })
    }

    /// The fields of these parts.
    pub fn fields(self, parts: &'static [FormField<D>]) -> AnyView {
        let field = |part: &'static FormField<D>| {
            let value = self.of(|draft| (part.read)(draft).to_string());
            let input = if part.entry.is_chosen() { self.choice(part.write) } else { self.input(part.write) };
            part.entry.show(value, input, self.problem(part.name))
        };
        parts.iter().map(field).views()
    }

    /// Takes what is typed into a field; it is kept when the field is left.
    pub fn input(self, change: fn(&mut D, String)) -> Callback<String> {
        Callback::new(move |text| self.change(change, text))
    }

    /// Takes a choice and keeps it at once.
    pub fn choice<T: 'static>(self, change: fn(&mut D, T)) -> Callback<T> {
        Callback::new(move |value| {
            self.change(change, value);
            self.finish();
        })
    }

    fn change<T>(self, change: fn(&mut D, T), value: T) {
        let mut draft = self.typed.get_untracked().unwrap_or_else(|| self.kept.get_untracked());
        change(&mut draft, value);
        self.typed.set(Some(draft));
        // What is still wrong is said again when the field is left.
        self.wrong.set(Problems::default());
    }

    /// Keeps what was typed, if anything was; what cannot be kept stays in the form with its reason.
    pub fn finish(self) {
        let Some(typed) = self.typed.get_untracked() else { return };
        if typed == self.kept.get_untracked() {
            self.typed.set(None);
            return;
        }
        match self.save.run(typed) {
            Ok(()) => {
                self.typed.set(None);
                self.wrong.set(Problems::default());
            }
            Err(problems) => self.wrong.set(problems),
        }
    }

    /// What is wrong with a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<String>> {
        derived(move || self.wrong.with(|wrong| wrong.of(field).map(str::to_string)))
    }
}
