//! Finding anyone from anywhere: the box in the rail and the top bar, and the palette it opens.

use crate::app::search_results::{HitGroup, HitIcon, SearchHit, To, found, hit, hits, moved};
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::Dialog as Palette;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, memo};
use crate::app::views::person_form::open_with_name;
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// Opens the palette with this text, or gives it the text if it is open.
pub fn open(state: State, text: String) {
    let here = state.peek_route();
    let route = here.with(Dialog::Find(text));
    match here.dialog {
        Some(Dialog::Find(_)) => state.go_instead(route),
        _ => state.go(route),
    }
}

/// The box that opens the palette. While the palette is open, its line stands for the box.
#[component]
pub fn FindBox() -> impl IntoView {
    let state = use_state();
    let text = state.of_route(|route| match &route.dialog {
        Some(Dialog::Find(text)) => Some(text.clone()),
        _ => None,
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        open(state, text.get_untracked().unwrap_or_default());
    };
    view! {
        <form
            role="search"
            aria-label="Everyone"
            data-away=move || text.with(Option::is_some).then_some("true")
            on:submit=submit
        >
            <label class="find">
                <Icon name="search" small=true />
                <span class="visually-hidden">"Find anyone"</span>
                <input
                    type="search"
                    placeholder="Find anyone"
                    autocomplete="off"
                    prop:value=move || text.get().unwrap_or_default()
                    on:click=move |_| open(state, String::new())
                    on:input=move |event| open(state, event_target_value(&event))
                />
                <kbd class="kbd" aria-hidden="true">"/"</kbd>
            </label>
        </form>
    }
}

/// The palette: one line to type on, what it finds by kind, and Enter opens the first.
#[component]
pub fn Find(text: String) -> impl IntoView {
    let state = use_state();
    let text = RwSignal::new(text);
    let groups = state.select_on(move |book, today| hits(book, &text.get(), today));
    let active = RwSignal::new(0);
    let close = move |()| state.close_dialog();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(hit) = groups.with_untracked(|groups| hit(groups, active.get_untracked())) {
            go(state, hit.to);
        }
    };
    view! {
        <Palette labelled_by="find-title" class="palette" on_close=close>
            <form class="dialog__form" on:submit=submit>
                <h2 class="visually-hidden" id="find-title">
                    "Find anyone, or go anywhere"
                </h2>
                <Line text=text active=active groups=groups />
                <Found text=text active=active groups=groups />
                <p class="palette__foot">
                    <span>
                        <kbd class="kbd">"↑"</kbd>
                        " "
                        <kbd class="kbd">"↓"</kbd>
                        " choose"
                    </span>
                    <span>
                        <kbd class="kbd">"Enter"</kbd>
                        " open"
                    </span>
                    <span>
                        <kbd class="kbd">"Esc"</kbd>
                        " close"
                    </span>
                    <span aria-live="polite">{move || format!("{} found", groups.with(|groups| found(groups)))}</span>
                </p>
            </form>
        </Palette>
    }
}

#[component]
fn Line(text: RwSignal<String>, active: RwSignal<usize>, groups: Memo<Vec<HitGroup>>) -> impl IntoView {
    let state = use_state();
    let typed = move |event| {
        text.set(event_target_value(&event));
        active.set(0);
    };
    let step = move |event: web_sys::KeyboardEvent| {
        let down = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            // Of itself it would only empty the line.
            "Escape" => {
                event.prevent_default();
                return state.close_dialog();
            }
            _ => return,
        };
        event.prevent_default();
        active.set(groups.with_untracked(|groups| moved(groups, active.get_untracked(), down)));
        if let Some(row) = document().get_element_by_id(&row_id(active.get_untracked())) {
            row.scroll_into_view_with_bool(!down);
        }
    };
    view! {
        <div class="palette__head">
            <Icon name="search" />
            <input
                type="search"
                class="palette__input"
                aria-label="Find anyone"
                aria-controls="found"
                aria-activedescendant=move || row_id(active.get())
                aria-autocomplete="list"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="go"
                autofocus=true
                prop:value=text
                on:input=typed
                on:keydown=step
            />
            <button
                class="button button--plain button--icon"
                type="button"
                aria-label="Close"
                on:click=move |_| state.close_dialog()
            >
                <Icon name="close" />
            </button>
        </div>
    }
}

#[component]
fn Found(text: RwSignal<String>, active: RwSignal<usize>, groups: Memo<Vec<HitGroup>>) -> impl IntoView {
    let nobody = memo(move || !text.with(|t| t.trim().is_empty()) && groups.with(|groups| found(groups) == 0));
    view! {
        <Show when=move || nobody.get()>
            <p class="palette__none">{move || format!("No one called “{}”.", text.get().trim())}</p>
        </Show>
        <div class="palette__body" id="found" role="listbox" aria-label="Found" tabindex="0">
            {move || groups.get().into_iter().map(|group| view! { <Kind group=group active=active /> }).views()}
        </div>
    }
}

#[component]
fn Kind(group: HitGroup, active: RwSignal<usize>) -> impl IntoView {
    view! {
        <div role="group" aria-label=group.name>
            <p class="palette__group" aria-hidden="true">
                {group.name}
            </p>
            {group.hits.into_iter().map(|hit| view! { <Row hit=hit active=active /> }).views()}
        </div>
    }
}

#[component]
fn Row(hit: SearchHit, active: RwSignal<usize>) -> impl IntoView {
    let state = use_state();
    let SearchHit { number, face, name, note, to } = hit;
    let is_person = matches!(face, HitIcon::Person(..));
    let face = match face {
        HitIcon::Person(initials, client) => view! {
            <span class="avatar avatar--s" data-role=client.then_some("client") aria-hidden="true">
                {initials}
            </span>
        }
        .into_any(),
        HitIcon::Icon(icon) => view! { <Icon name=icon /> }.into_any(),
    };
    view! {
        <div
            class="palette__row"
            id=row_id(number)
            role="option"
            aria-selected=move || (active.get() == number).to_string()
            on:click=move |_| go(state, to.clone())
        >
            {face}
            <span>
                <span class=if is_person { "palette__name" } else { "palette__what" }>{name}</span>
                <span class="palette__note">{note}</span>
            </span>
        </div>
    }
}

fn row_id(number: usize) -> String {
    format!("found-{number}")
}

/// Goes where a hit leads, in place of the palette.
fn go(state: State, to: To) {
    let here = state.peek_route().closed();
    match to {
        To::Page(page) => state.go_instead(Route::of(page)),
        To::Pool(name) => state.go_instead(Route::of(Page::Pool).filtered("q", &name)),
        To::Dialog(dialog) => state.go_instead(here.with(dialog)),
        To::NewPerson(name) => {
            state.go_instead(here);
            open_with_name(state, &name);
        }
    }
}
