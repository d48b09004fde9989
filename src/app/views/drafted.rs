//! A form that makes something new, or changes something in one go: every keystroke is kept until it is saved or given up.

use crate::app::state::{State, use_state};
use kith::domain::draft::Problems;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is typed in a form. `D` is a draft of strings.
pub struct Drafted<D: Send + Sync + 'static> {
    state: State,
    typed: RwSignal<D>,
    wrong: RwSignal<Problems>,
    /// The name under which it is kept.
    name: StoredValue<String>,
    /// Whether it was found as it was left the last time.
    found: bool,
}

impl<D: Send + Sync + 'static> Clone for Drafted<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static> Copy for Drafted<D> {}

impl<D> Drafted<D>
where
    D: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// The draft kept under this name, or a fresh one.
    pub fn open(name: String, fresh: D) -> Drafted<D> {
        let state = use_state();
        let kept = state.draft::<D>(&name);
        let found = kept.as_ref().is_some_and(|kept| *kept != fresh);
        let (typed, wrong) = (RwSignal::new(kept.unwrap_or(fresh)), RwSignal::default());
        Drafted { state, typed, wrong, name: StoredValue::new(name), found }
    }

    /// Whether it was found as it was left the last time.
    pub fn was_found(self) -> bool {
        self.found
    }

    /// A part of it, as it stands in the form, told again only when it differs.
    pub fn of<T>(self, part: impl Fn(&D) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.typed.with(&part)).into()
    }

    /// All of it at this moment, for an event.
    pub fn peek(self) -> D {
        self.typed.get_untracked()
    }

    /// All of it.
    pub fn get(self) -> D {
        self.typed.get()
    }

    /// Takes what is typed or chosen into a field.
    pub fn input<T: 'static>(self, change: fn(&mut D, T)) -> Callback<T> {
        Callback::new(move |value| self.change(|draft| change(draft, value)))
    }

    /// Changes it, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut D)) {
        self.typed.update(change);
        self.name.with_value(|name| self.typed.with_untracked(|draft| self.state.keep_draft(name, draft)));
    }

    /// It was saved or given up: nothing of it is kept, and the form begins again with this.
    pub fn begin_again(self, fresh: D) {
        self.forget();
        self.wrong.set(Problems::default());
        self.typed.set(fresh);
    }

    /// It was saved or given up: nothing of it is kept.
    pub fn forget(self) {
        self.name.with_value(|name| self.state.drop_draft(name));
    }

    /// It could not be saved; what was typed stays, and the first field that is wrong has the focus.
    pub fn refuse(self, problems: Problems) {
        self.wrong.set(problems);
        crate::app::ui::field::focus_what_is_wrong();
    }

    /// What is wrong with a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || self.wrong.with(|wrong| wrong.of(field).map(str::to_string)))
    }
}

/// Why the form as a whole could not be kept.
#[component]
pub fn NotKept(#[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    use crate::app::ui::icon::Icon;
    view! {
        <div class="dialog__notice" role="alert">
            {move || {
                why.get()
                    .map(|why| {
                        view! {
                            <p class="notice" data-tone="late">
                                <Icon name="warn" />
                                <span>
                                    {why} <strong>" What you wrote is still here."</strong>
                                </span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
