//! An ask being prepared: what the source has on the line, whom exactly, the action and the words, and by when (R28–R38).

mod aim;
mod beside;
mod step;
mod weigh;
mod words;

use super::confirm_dialog::FormProblem;
use super::draft_form::{DraftForm, Found, KeptAsYouType};
use super::form_field::{FormField, form_field};
use super::not_found::NotFound;
use crate::app::state::{State, use_state};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, memo};
use aim::Aim;
use beside::Beside;
use kith::domain::ask::draft::AskDraft;
use kith::domain::id::{ConnectionId, Id, PersonId};
use kith::domain::touch::TouchKind;
use kith::message::ask_prep_text::{Weighed, progress, weighed};
use kith::message::forward::forward;
use kith::route::{Dialog, Page, Route};
use kith::rules::source_standing::{begun, standing};
use kith::rules::today_rows::THE_ASK;
use leptos::prelude::*;
use step::Step;
use weigh::{CloseTheLoop, OnTheLine, Trust};
use words::{Agreement, Deed};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Preparing {
    person: PersonId,
    form: DraftForm<AskDraft>,
    told: Memo<Weighed>,
    /// How far each step is.
    steps: Memo<[&'static str; 5]>,
}

impl Preparing {
    /// What to call them in a sentence.
    fn first(self) -> Memo<String> {
        memo(move || self.told.with(|told| told.first.clone()))
    }
}

/// Opens the preparation of an ask of this person for somebody who waits in the holding pool (R34, B10).
pub fn open_toward(state: State, person: PersonId, target: ConnectionId) {
    let mut draft =
        state.draft(&draft_name(person)).unwrap_or_else(|| state.peek(|book, today| begun(book, person, today)));
    state.peek(|book, _| book.connection(target).into_iter().for_each(|one| one.aim(&mut draft)));
    state.keep_draft(&draft_name(person), &draft);
    state.go(Route::of(Page::AskFor(person)));
}

/// The name under which the ask of this person is kept while it is prepared.
pub fn draft_name(person: PersonId) -> String {
    format!("ask-{person}")
}

/// An ask of this person, as it is prepared.
#[component]
pub fn AskFor(person: PersonId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| weighed(book, person, today));
    let is_here = memo(move || told.with(Option::is_some));
    let known = memo(move || told.get().unwrap_or_default());
    let page = move || match is_here.get() {
        true => view! { <Prepare person=person told=known /> }.into_any(),
        false => view! { <NotFound what="person" back=Page::People /> }.into_any(),
    };
    view! { {move || page()} }
}

#[component]
fn Prepare(person: PersonId, told: Memo<Weighed>) -> impl IntoView {
    let state = use_state();
    let fresh = move || state.peek(|book, today| begun(book, person, today));
    let form = DraftForm::open(draft_name(person), fresh());
    let steps = memo(move || told.with(|told| progress(&form.get(), told.gates)));
    let ask = Preparing { person, form, told, steps };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        save(state, ask);
    };
    view! {
        <div class="page">
            <Head ask=ask />
            <div class="columns">
                <form class="stack" novalidate=true aria-label="The ask" on:submit=save>
                    <Found when=move || form.was_found() afresh=move |()| form.begin_again(fresh()) />
                    <CloseTheLoop ask=ask />
                    <ol aria-label="The ask in six steps">
                        <OnTheLine ask=ask />
                        <Trust ask=ask />
                        <Aim ask=ask />
                        <Deed ask=ask />
                        <Agreement ask=ask />
                        <Asked ask=ask />
                    </ol>
                </form>
                <Beside ask=ask />
            </div>
        </div>
    }
}

#[component]
fn Head(ask: Preparing) -> impl IntoView {
    let work = move || ask.told.with(|told| (!told.work.is_empty()).then(|| told.work.clone()));
    let never = move || ask.told.with(|told| told.never);
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__over">
                    <a href=Route::of(Page::Referrals).to_string()>"Referrals"</a>
                    <span aria-hidden="true">"·"</span>
                    <a href=Route::of(Page::Person(ask.person)).to_string()>{move || ask.told.with(|told| told.name.clone())}</a>
                </p>
                <h1>"Ask " {move || ask.told.with(|told| told.name.clone())}</h1>
                {move || work().map(|work| view! { <p class="page-head__lead">{work}</p> }).views()}
            </div>
        </header>
        <Show when=never>
            <p class="notice" data-tone="late">
                <Icon name="warn" />
                <span>
                    {move || ask.first().get()} " does not want to be asked for referrals. Go on only if they bring it up."
                </span>
            </p>
        </Show>
    }
}

const MADE: [FormField<AskDraft>; 2] = [
    form_field!(AskDraft, how, InputSpec::choice("How you ask", "ask-how", ways)),
    form_field!(AskDraft, on, InputSpec::line("Day", "ask-on").of_kind("date").hint("Leave it empty for today.")),
];

/// The ways to ask, the best first.
fn ways() -> Vec<(String, String)> {
    const WAYS: [TouchKind; 9] = [
        TouchKind::Meeting,
        TouchKind::Coffee,
        TouchKind::Lunch,
        TouchKind::OneToOne,
        TouchKind::Review,
        TouchKind::Debrief,
        TouchKind::Call,
        TouchKind::Email,
        TouchKind::Text,
    ];
    WAYS.iter().map(|way| (way.word().to_string(), way.label().to_string())).collect()
}

/// The last step: the ask itself.
#[component]
fn Asked(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let is_open = move || ask.told.with(|told| told.gates.open_loop);
    let class = move || if is_open() { "button button--tall" } else { "button button--primary button--tall" };
    view! {
        <Step number=6 title="The ask itself".to_string() state="later">
            <div class="fields">{ask.form.fields(&MADE)}</div>
            <FormProblem why=ask.form.problem("form") />
            <p class="row">
                <button class=class type="submit">
                    <Icon name="check" small=true />
                    "I have asked"
                </button>
                <button class="button button--tall" type="button" on:click=move |_| write(state, ask)>
                    <Icon name="mail" small=true />
                    {move || format!("Write it to {}…", ask.first().get())}
                </button>
                <button
                    class="button button--plain button--tall"
                    type="button"
                    on:click=move |_| state.open_dialog(Dialog::NotYet(ask.person))
                >
                    "Not now…"
                </button>
                <KeptAsYouType />
            </p>
            <p>"Face to face is best. The answer is noted on the page of the ask: agreed, not now, or declined."</p>
        </Step>
    }
}

/// Opens the words of the ask, once it says all an ask must say (R24, R25).
fn write(state: State, ask: Preparing) {
    let (draft, person) = (ask.form.peek(), ask.person);
    let sound = state.peek(|book, today| {
        let gates = standing(book, person, today).gates();
        draft.check(book, person, gates, &forward(book, person, &draft), today)
    });
    match sound {
        Err(problems) => ask.form.refuse(problems),
        Ok(()) => {
            ask.form.accept();
            // Kept even where nothing was typed since the page was opened: the composer reads it there.
            ask.form.change(|_| {});
            let by = Id::parse(state.peek_route().asked("say")).or(Id::parse(THE_ASK)).ok();
            state.open_dialog(Dialog::Write(person, by));
        }
    }
}

fn save(state: State, ask: Preparing) {
    let (draft, person) = (ask.form.peek(), ask.person);
    let mut made = None;
    let kept = state.act("Asked. Note the answer here.", |book, mint, today| {
        let gates = standing(book, person, today).gates();
        let words = forward(book, person, &draft);
        let (id, change) = draft.change(book, person, gates, &words, today, mint)?;
        made = Some(id);
        Ok(change)
    });
    match (kept, made) {
        (Ok(()), Some(id)) => {
            ask.form.forget();
            state.go_instead(Route::of(Page::Ask(id)));
        }
        (Ok(()), None) => {}
        (Err(problems), _) => ask.form.refuse(problems),
    }
}
