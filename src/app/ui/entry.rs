//! A field of a form as data: what it is called and how it is filled in. One function shows them all, so that a form is
//! a list, and a further field costs a line.

use super::field::{Segments, SelectField, TextArea, TextField};
use leptos::prelude::*;

/// What a field looks like.
pub struct InputSpec {
    label: &'static str,
    name: &'static str,
    kind: InputKind,
    hint: &'static str,
    wide: bool,
    autofocus: bool,
    list: Option<&'static str>,
}

/// The choices of a field, as (value, label).
type Options = fn() -> Vec<(String, String)>;

/// How a field is filled in.
#[derive(Clone, Copy)]
enum InputKind {
    Line(&'static str),
    Lines(u32),
    Choice(Options),
    Segments(Options),
}

impl InputSpec {
    /// A line of text: its label, and its name on the page.
    pub const fn line(label: &'static str, name: &'static str) -> InputSpec {
        let kind = InputKind::Line("text");
        InputSpec { label, name, kind, hint: "", wide: false, autofocus: false, list: None }
    }

    /// Several lines of text.
    pub const fn lines(label: &'static str, name: &'static str) -> InputSpec {
        InputSpec { kind: InputKind::Lines(3), ..InputSpec::line(label, name) }
    }

    /// A choice of one among a few.
    pub const fn choice(label: &'static str, name: &'static str, options: Options) -> InputSpec {
        InputSpec { kind: InputKind::Choice(options), ..InputSpec::line(label, name) }
    }

    /// A choice whose options stand side by side.
    pub const fn segments(label: &'static str, name: &'static str, options: Options) -> InputSpec {
        InputSpec { kind: InputKind::Segments(options), ..InputSpec::line(label, name) }
    }

    /// The kind of input: `email`, `tel`, `date`.
    pub const fn of_kind(self, kind: &'static str) -> InputSpec {
        InputSpec { kind: InputKind::Line(kind), ..self }
    }

    /// Two lines at first.
    pub const fn short(self) -> InputSpec {
        InputSpec { kind: InputKind::Lines(2), ..self }
    }

    /// What stands below it.
    pub const fn hint(self, hint: &'static str) -> InputSpec {
        InputSpec { hint, ..self }
    }

    /// It takes the whole width.
    pub const fn wide(self) -> InputSpec {
        InputSpec { wide: true, ..self }
    }

    /// Typing starts here when the dialog opens.
    pub const fn first(self) -> InputSpec {
        InputSpec { autofocus: true, ..self }
    }

    /// The id of a `<datalist>` with what may be meant.
    pub const fn meant(self, list: &'static str) -> InputSpec {
        InputSpec { list: Some(list), ..self }
    }

    /// Whether it is chosen, not typed.
    pub fn is_chosen(&self) -> bool {
        matches!(self.kind, InputKind::Choice(_) | InputKind::Segments(_))
    }

    /// The field, with what stands in it and what is wrong with it.
    pub fn show(
        &'static self,
        value: Signal<String>,
        on_input: Callback<String>,
        error: Signal<Option<String>>,
    ) -> AnyView {
        let InputSpec { label, name, kind, hint, wide, autofocus, list } = *self;
        match kind {
            InputKind::Line(kind) => view! {
                <TextField
                    label=label
                    name=name
                    kind=kind
                    value=value
                    on_input=on_input
                    error=error
                    hint=hint
                    wide=wide
                    autofocus=autofocus
                    list=list
                />
            }
            .into_any(),
            InputKind::Lines(rows) => view! {
                <TextArea
                    label=label
                    name=name
                    rows=rows
                    value=value
                    on_input=on_input
                    error=error
                    hint=hint
                    autofocus=autofocus
                />
            }
            .into_any(),
            InputKind::Choice(options) => view! {
                <SelectField
                    label=label
                    name=name
                    value=value
                    on_change=on_input
                    options=Signal::stored(options())
                    error=error
                    hint=hint
                />
            }
            .into_any(),
            InputKind::Segments(options) => {
                view! { <Segments label=label name=name value=value on_change=on_input options=options() /> }.into_any()
            }
        }
    }
}
