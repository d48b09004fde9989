//! A form that makes something new, or changes something in one go: every keystroke is kept until it is saved or given up.

use super::form_field::FormField;
use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Condition, Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::draft::Problems;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is typed in a form. `D` is a draft of strings.
pub struct DraftForm<D: Send + Sync + 'static> {
    state: State,
    typed: RwSignal<D>,
    wrong: RwSignal<Problems>,
    /// The name under which it is kept.
    name: StoredValue<String>,
    /// Whether it was found as it was left the last time.
    found: bool,
}

impl<D: Send + Sync + 'static> Clone for DraftForm<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Send + Sync + 'static> Copy for DraftForm<D> {}

impl<D> DraftForm<D>
where
    D: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// The draft kept under this name, or a fresh one.
    pub fn open(name: String, fresh: D) -> DraftForm<D> {
        let state = use_state();
        let kept = state.draft::<D>(&name);
        let found = kept.as_ref().is_some_and(|kept| *kept != fresh);
        let (typed, wrong) = (RwSignal::new(kept.unwrap_or(fresh)), RwSignal::default());
        DraftForm { state, typed, wrong, name: StoredValue::new(name), found }
    }

    /// Whether it was found as it was left the last time.
    pub fn was_found(self) -> bool {
        self.found
    }

    /// A part of it, as it stands in the form, told again only when it differs.
    pub fn of<T>(self, part: impl Fn(&D) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.typed.with(&part))
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

    /// The fields of these parts.
    pub fn fields(self, parts: &'static [FormField<D>]) -> AnyView {
        let field = |part: &'static FormField<D>| {
            let value = self.of(|draft| (part.read)(draft).to_string());
            part.entry.show(value.into(), self.input(part.write), self.problem(part.name))
        };
        parts.iter().map(field).views()
    }

    /// Changes it, and keeps it; what was wrong with a field that is edited is not said any longer.
    pub fn change(self, change: impl FnOnce(&mut D)) {
        let before = self.text();
        self.typed.update(change);
        self.changed(&before);
    }

    fn text(self) -> String {
        self.typed.with_untracked(|draft| self.state.draft_text(draft))
    }

    fn changed(self, before: &str) {
        let after = self.text();
        self.name.with_value(|name| self.state.keep_draft_text(name, &after));
        if self.wrong.with_untracked(|wrong| *wrong != Problems::default()) {
            self.wrong.update(|wrong| wrong.edited(before, &after));
        }
    }

    /// What was wrong with this field is put right by what was typed or chosen in another.
    pub fn mend(self, field: &'static str) {
        self.wrong.update(|wrong| wrong.mend(field));
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

    /// Nothing is wrong with it any more.
    pub fn accept(self) {
        self.wrong.set(Problems::default());
    }

    /// What came of saving it: it is forgotten and the dialog closed, or what is wrong stays in the form.
    pub fn finish(self, saved: Result<(), Problems>) {
        match saved {
            Ok(()) => {
                self.forget();
                self.state.close_dialog();
            }
            Err(problems) => self.refuse(problems),
        }
    }

    /// What is wrong with a field, or else with another one told at the same place.
    pub fn problem_of(self, field: &'static str, other: &'static str) -> Signal<Option<String>> {
        derived(move || self.wrong.with(|wrong| wrong.of(field).or(wrong.of(other)).map(str::to_string)))
    }

    /// What is wrong with a field.
    pub fn problem(self, field: &'static str) -> Signal<Option<String>> {
        derived(move || self.wrong.with(|wrong| wrong.of(field).map(str::to_string)))
    }
}

/// Says that the form stands as it was left, and offers to begin afresh.
#[component]
pub fn Found(#[prop(into)] when: Condition, #[prop(into)] afresh: Callback<()>) -> impl IntoView {
    let gone = RwSignal::new(false);
    let begin = move |_| {
        afresh.run(());
        gone.set(true);
    };
    view! {
        <Show when=move || !gone.get() && when.holds()>
            <p class="notice">
                <Icon name="note" />
                <span>"This is as you left it, not saved yet."</span>
                <span class="row">
                    <button class="button" type="button" on:click=begin>
                        "Begin afresh"
                    </button>
                </span>
            </p>
        </Show>
    }
}

/// What the button is called that closes a form.
pub fn closing() -> Signal<String> {
    let state = use_state();
    let kept = move || if state.keeps_drafts() { "Close; your draft is kept" } else { "Close; your draft is lost" };
    derived(move || kept().to_string())
}

/// Says whether what is typed is kept.
#[component]
pub fn KeptAsYouType() -> impl IntoView {
    let state = use_state();
    let said = move || if state.keeps_drafts() { "Kept as you type" } else { "Not kept: closing this loses it" };
    view! {
        <p class="small faint push">
            <span class="capture__saved">
                <Icon name="device" small=true />
            </span>
            {said}
        </p>
    }
}

/// Why the form as a whole could not be kept.
#[component]
pub fn NotKept(#[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    let told = |why: String| {
        view! {
            <p class="notice" data-tone="late">
                <Icon name="warn" />
                <span>
                    {why} <strong>" What you wrote is still here."</strong>
                </span>
            </p>
        }
    };
    view! {
        <div class="dialog__notice" role="alert">
            {move || why.get().map(told).views()}
        </div>
    }
}
