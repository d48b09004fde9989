//! The lists of your words: what is kept, what comes with Kith, and what is in the trash.

use super::name;
use super::waiting::Waiting;
use crate::app::state::{State, use_state};
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::id::{Id, IdealClientId, ReferralId, ResultId, ScriptId};
use kith::domain::kind::Kind;
use kith::message::playbook::{PlaybookEntry, built_in, listed, not_told, told};
use kith::route::{Dialog, Page, Playbook, Route};
use leptos::prelude::*;

/// The ideal clients, results or scripts that are kept, and the way to another one.
#[component]
pub fn Entries(part: Playbook, kind: Kind) -> impl IntoView {
    let state = use_state();
    let all = kind.clone();
    let ids = state.select(move |book| listed(book, &all, false));
    let another = match part {
        Playbook::Clients => "Another kind",
        Playbook::Results => "Another result",
        _ => "Another script",
    };
    let is_story = part == Playbook::Stories;
    let add = (!is_story).then(|| form(&kind, None)).map(|dialog| {
        view! {
            <button class="button button--plain" type="button" on:click=move |_| state.open_dialog(dialog.clone())>
                <Icon name="plus" small=true />
                {another}
            </button>
        }
    });
    let not_told = state.select(move |book| if is_story { not_told(book) } else { String::new() });
    view! {
        <section aria-labelledby="kept">
            <header class="section-head">
                <h2 id="kept">{name(part)}</h2>
                <span class="count">{move || ids.with(Vec::len)}</span>
                {add.views()}
            </header>
            <Show when=move || ids.with(Vec::is_empty)>
                <Nothing part=part />
            </Show>
            <ul aria-label=name(part)>
                <For each=move || ids.get() key=|id| id.to_string() let:id>
                    <KeptEntry kind=kind.clone() id=id />
                </For>
            </ul>
            <Show when=move || !not_told.with(String::is_empty)>
                <p class="small faint section-none">{move || not_told.get()}</p>
            </Show>
        </section>
    }
}

/// The form of one of them, or of another one.
fn form(kind: &Kind, id: Option<Id>) -> Dialog {
    match kind {
        Kind::IdealClient => Dialog::Client(id.map(IdealClientId)),
        Kind::Result => Dialog::Result(id.map(ResultId)),
        Kind::Story => Dialog::Story(ReferralId(id.unwrap_or_default())),
        _ => Dialog::Script(id.map(ScriptId), String::new()),
    }
}

#[component]
fn Nothing(part: Playbook) -> impl IntoView {
    let (title, text) = match part {
        Playbook::Clients => (
            "No ideal client yet",
            "Say whom you want to meet, in words a friend can hold against the people they know. “Anyone” brings no one to mind.",
        ),
        Playbook::Stories => (
            "No story yet",
            "Every sale that came by a referral is told here in a paragraph: who introduced you, what came of it, and where it began. Mark a referral as won, and its story stands here.",
        ),
        Playbook::Results => {
            ("No result yet", "Take one client who is glad of you. Write down how it was before, and how it is now.")
        }
        _ => (
            "No words of your own yet",
            "Begin from the words that come with Kith, below, or write your own. They are offered whenever the moment comes.",
        ),
    };
    view! { <Empty title=title text=text /> }
}

#[component]
fn KeptEntry(kind: Kind, id: Id) -> impl IntoView {
    let state = use_state();
    let of = kind.clone();
    let kept = state.select(move |book| told(book, &of, id));
    let edit = form(&kind, Some(id));
    let is_client = kind == Kind::IdealClient;
    let is_story = kind == Kind::Story;
    let is_script = kind == Kind::Script;
    let throw = move |_| put(state, &kind, id, true);
    let waiting = is_script.then(|| {
        let moment = state.select(move |book| book.script(ScriptId(id)).map(|s| s.moment.clone()).unwrap_or_default());
        view! { <Waiting moment=moment script=Some(id) /> }
    });
    let called = move |act: &str| kept.with(|kept| format!("{act}: {}", kept.title));
    let buttons = view! {
        <Show when=move || is_client>
            <WhoFits id=id label=derived(move || called("Who fits")) />
        </Show>
        <Show when=move || is_story>
            <button
                class="button"
                type="button"
                aria-label=move || called("Copy")
                on:click=move |_| state.copy(kept.with_untracked(|kept| kept.text.clone()))
            >
                <Icon name="copy" small=true />
                "Copy"
            </button>
        </Show>
        <button
            class="button"
            type="button"
            aria-label=move || called("Edit")
            on:click=move |_| state.open_dialog(edit.clone())
        >
            <Icon name="note" small=true />
            "Edit"
        </button>
        <button class="button button--plain" type="button" aria-label=move || called("Put in the trash") on:click=throw>
            <Icon name="bin" small=true />
            "Put in the trash"
        </button>
    };
    view! { <Entry kept=kept.signal() buttons=buttons.into_any() waiting=waiting.views() /> }
}

/// Leads to those of the holding pool who fit this ideal client (B10).
#[component]
fn WhoFits(id: Id, label: Signal<String>) -> impl IntoView {
    let waiting = use_state().select(|book| book.waiting());
    let there = Route::of(Page::Pool).filtered("fits", &id.to_string()).to_string();
    view! {
        <Show when=move || waiting.get() != 0>
            <a class="button" href=there.clone() aria-label=label>
                <Icon name="people" small=true />
                "Who fits"
            </a>
        </Show>
    }
}

/// Puts one in the trash, or takes it out.
fn put(state: State, kind: &Kind, id: Id, trashed: bool) {
    let title = state.peek(|book, _| told(book, kind, id).title);
    let said = if trashed { "is in the trash" } else { "is back" };
    state.act_here(format!("{title} {said}."), |book, _, _| book.trash(kind, id, trashed));
}

/// One of them: a title, a line, and all of it on opening.
#[component]
fn Entry(kept: Signal<PlaybookEntry>, buttons: AnyView, waiting: AnyView) -> impl IntoView {
    let tag = memo(move || kept.with(|kept| kept.tag.clone()));
    let line = memo(move || kept.with(|kept| kept.line.clone()));
    let facts = move || kept.with(|kept| kept.facts.clone());
    let text = move || kept.with(|kept| kept.text.clone());
    let fact = |(label, text): (&'static str, String)| {
        view! {
            <dt>{label}</dt>
            <dd>{text}</dd>
        }
    };
    view! {
        <li>
            <details class="entry">
                <summary class="entry__head">
                    <Icon name="right" small=true />
                    <span>
                        <span class="entry__title">{move || kept.with(|kept| kept.title.clone())}</span>
                        <span class="entry__sum">{move || line.get()}</span>
                    </span>
                    <Show when=move || tag.with(|(_, tag)| !tag.is_empty())>
                        <span class="tag" data-tone=move || tag.get().0>
                            {move || tag.get().1}
                        </span>
                    </Show>
                </summary>
                <div class="entry__body">
                    <p class="entry__text">{text}</p>
                    <dl class="facts">{move || facts().into_iter().map(fact).views()}</dl>
                    {waiting}
                    <p class="row">{buttons}</p>
                </div>
            </details>
        </li>
    }
}

/// The words that come with Kith, each to begin one's own from.
#[component]
pub fn BuiltIn() -> impl IntoView {
    let state = use_state();
    let entry = move |(moment, kept): (&'static str, PlaybookEntry)| {
        let label = format!("Begin from these: {}", kept.title);
        let begin = move |_| state.open_dialog(Dialog::Script(None, moment.to_string()));
        let buttons = view! {
            <button class="button" type="button" aria-label=label on:click=begin>
                <Icon name="copy" small=true />
                "Begin from these"
            </button>
        };
        let waiting = view! { <Waiting moment=derived(move || moment.to_string()) script=None /> };
        view! { <Entry kept=derived(move || kept.clone()) buttons=buttons.into_any() waiting=waiting.into_any() /> }
    };
    view! {
        <section aria-labelledby="built-in">
            <header class="section-head">
                <h2 id="built-in">"Words that come with Kith"</h2>
            </header>
            <ul aria-label="Words that come with Kith">{built_in().into_iter().map(entry).views()}</ul>
        </section>
    }
}

/// What was put in the trash, and can be put back.
#[component]
pub fn InTheTrash(kind: Kind) -> impl IntoView {
    let state = use_state();
    let all = kind.clone();
    let ids = state.select(move |book| listed(book, &all, true));
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    "In the trash "
                    <span class="count">{move || ids.with(Vec::len)}</span>
                </summary>
                <Thrown kind=kind.clone() ids=ids />
            </details>
        </Show>
    }
}

#[component]
fn Thrown(kind: Kind, ids: Memo<Vec<Id>>) -> impl IntoView {
    let state = use_state();
    let row = move |id: Id| {
        let (of, back) = (kind.clone(), kind.clone());
        let title = state.select(move |book| told(book, &of, id).title);
        view! {
            <li class="data__row">
                <span class="name">{move || title.get()}</span>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=move || format!("Put back: {}", title.get())
                    on:click=move |_| put(state, &back, id, false)
                >
                    "Put back"
                </button>
            </li>
        }
    };
    view! { <ul aria-label="In the trash">{move || ids.get().into_iter().map(&row).views()}</ul> }
}
