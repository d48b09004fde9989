//! The dialogs of giving back: something given, two people who should meet, and what came of an introduction (R65–R68).

use crate::app::state::{State, use_state};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::{Segments, SelectField, TextField};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::confirm_dialog::{ConfirmDialog, Reason};
use crate::app::views::draft_form::DraftForm;
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::suggestions::{NameSuggestions, PeopleSuggestions};
use kith::domain::give::GiveKind;
use kith::domain::give::draft::{GiveDraft, GiveState};
use kith::domain::id::{GiveId, IntroductionId, PersonId};
use kith::domain::introduction::draft::IntroductionDraft;
use leptos::prelude::*;

/// Something given, promised or wanted: another one, or this one.
#[component]
pub fn Given(id: Option<GiveId>, person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let (name, fresh) = begun(state, id, person);
    let form = DraftForm::open(name, fresh);
    let save = move |()| {
        let typed = form.peek();
        form.finish(state.act("Noted.", move |book, mint, today| typed.change(book, id, today, mint)));
    };
    let title = if id.is_some() { "Change what is noted" } else { "Note something given" };
    view! {
        <ConfirmDialog
            id="given-title"
            title=title
            sub="A name, an article, an hour of yours: it all counts alike."
            verb="Keep it"
            on_save=save
            wrong=form.problem("form")
        >
            <Segments
                label="How far is it?"
                name="given-state"
                value=form.of(|d| d.state.clone())
                on_change=form.input(|d, state| d.state = state)
                options=GiveState::ALL.iter().map(|s| (s.word().to_string(), s.label().to_string())).collect()
            />
            <div class="fields">
                <Whom form=form />
                {form.fields(&GIVEN)}
                <TextField
                    label=derived(move || form.of(GiveDraft::day_label).get().to_string())
                    name="given-on"
                    kind="date"
                    value=form.of(|d| d.on.clone())
                    on_input=form.input(|d, text| d.on = text)
                    error=form.problem("on")
                />
            </div>
            <Show when=move || id.is_some()>{form.fields(&CAME)}</Show>
        </ConfirmDialog>
    }
}

fn begun(state: State, id: Option<GiveId>, person: Option<PersonId>) -> (String, GiveDraft) {
    let old = |id: GiveId| id.to_string();
    let who = id.map(old).or(person.map(|id| id.to_string())).unwrap_or_default();
    let fresh = state.peek(|book, _| match id.and_then(|id| book.give(id)) {
        Some(give) => GiveDraft::of(book, give),
        None => GiveDraft::to(book, person),
    });
    (format!("given-{who}"), fresh)
}

const GIVEN: [FormField<GiveDraft>; 1] =
    [form_field!(GiveDraft, text, InputSpec::lines("What exactly", "given-text").short())];
const CAME: [FormField<GiveDraft>; 1] =
    [form_field!(GiveDraft, outcome, InputSpec::lines("What came of it", "given-outcome").short())];

/// The kind, to whom, and of a referral whom I sent.
#[component]
fn Whom(form: DraftForm<GiveDraft>) -> impl IntoView {
    let kinds =
        || GiveKind::ALL.iter().map(|kind| (kind.word().to_string(), kind.label().to_string())).collect::<Vec<_>>();
    let (to, prospect) = (form.of(|d| d.to.clone()), form.of(|d| d.prospect.clone()));
    view! {
        <SelectField
            label="What"
            name="given-what"
            value=form.of(|d| d.what.clone())
            on_change=form.input(|d, what| d.what = what)
            options=Signal::stored(kinds())
        />
        <TextField
            label="For whom"
            name="given-to"
            value=to
            on_input=form.input(|d, text| d.to = text)
            error=form.problem("to")
            list="given-people"
        />
        <NameSuggestions id="given-people" typed=to />
        <Show when=move || form.of(GiveDraft::is_referral).get()>
            <TextField
                label="Whom you sent"
                name="given-prospect"
                value=prospect
                on_input=form.input(|d, text| d.prospect = text)
                error=form.problem("prospect")
                list="given-prospects"
                hint="A name of your book, or any name."
            />
            <PeopleSuggestions id="given-prospects" typed=prospect />
        </Show>
    }
}

const MEET: [FormField<IntroductionDraft>; 2] = [
    form_field!(
        IntroductionDraft,
        others,
        InputSpec::lines("Whom should they meet?", "meet-others")
            .hint("A name a line; each is an introduction of its own.")
    ),
    form_field!(
        IntroductionDraft,
        why,
        InputSpec::lines("Why?", "meet-why").short().hint("For you alone. Nothing of it is in a message.")
    ),
];

/// Two people, or one and several, who should meet.
#[component]
pub fn Meet(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let fresh = state.peek(|book, _| IntroductionDraft::for_whom(book, person));
    let form = DraftForm::open(format!("meet-{}", person.map(|id| id.to_string()).unwrap_or_default()), fresh);
    let save = move |()| {
        let typed = form.peek();
        let said = "Under way. Nobody has been asked yet.";
        form.finish(state.act(said, move |book, mint, _| typed.change(book, mint)));
    };
    let one = form.of(|d| d.one.clone());
    let last = memo(move || form.of(|d| d.others.clone()).get().lines().last().unwrap_or_default().to_string());
    view! {
        <ConfirmDialog
            id="meet-title"
            title="Introduce two people"
            sub="Each is asked first. Nobody is named before they say yes."
            verb="Begin"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">
                <TextField
                    label="For whom?"
                    name="meet-one"
                    wide=true
                    autofocus=true
                    value=one
                    on_input=form.input(|d, text| d.one = text)
                    error=form.problem("one")
                    list="meet-people"
                />
                <NameSuggestions id="meet-people" typed=one />
                {form.fields(&MEET)}
            </div>
            <Offered form=form last=last.signal() />
        </ConfirmDialog>
    }
}

/// Those who may be meant by the line that is being typed; a tap takes one.
#[component]
fn Offered(form: DraftForm<IntroductionDraft>, last: Signal<String>) -> impl IntoView {
    let state = use_state();
    let names = memo(move || state.select_now(|book| kith::rules::search::find_called(book, &last.get(), 4)));
    let choice = move |name: String| {
        let label = name.clone();
        let take = move |_| form.change(|d| d.take_last(&name));
        view! {
            <button class="button" type="button" on:click=take>
                <Icon name="plus" small=true />
                {label}
            </button>
        }
    };
    view! {
        <Show when=move || !names.with(Vec::is_empty)>
            <p class="row" role="group" aria-label="Who may be meant">
                {move || names.get().into_iter().map(choice).views()}
            </p>
        </Show>
    }
}

/// What came of an introduction.
#[component]
pub fn CameOf(id: IntroductionId) -> impl IntoView {
    let state = use_state();
    let act = move |text: String| state.act("Noted.", move |book, _, _| book.introduction_came_to(id, &text));
    view! {
        <Reason
            id="came-of-title"
            draft=format!("came-of-{id}")
            title="What came of it"
            sub="It stands with the introduction."
            label="In a line or two"
            verb="Keep it"
            act=Callback::new(act)
        />
    }
}
