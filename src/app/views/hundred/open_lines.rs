//! Room on the list: the line for the next name, and questions that bring names back (R4).

use crate::app::state::use_state;
use crate::app::ui::field::{TextField, focus};
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, derived};
use crate::app::views::suggestions::AnyoneSuggestions;
use kith::domain::draft::Problems;
use kith::domain::id::PersonId;
use kith::message::prompts::prompts;
use kith::rules::hundred::added;
use leptos::prelude::*;

/// How many questions are shown at once.
const FEW: usize = 6;

/// The line for the next name: somebody of the book, or somebody new.
#[component]
pub fn Add(listed: Memo<Vec<PersonId>>) -> impl IntoView {
    let state = use_state();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(Problems::default());
    let next = move || listed.with(Vec::len) + 1;
    let put = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked();
        let said = format!("{} stands on line {}.", name.trim(), listed.with_untracked(Vec::len) + 1);
        match state.act(said, |book, mint, _| added(book, &name, mint).map(|(_, change)| change)) {
            Ok(()) => {
                typed.set(String::new());
                wrong.set(Problems::default());
                focus("f-hundred-name");
            }
            Err(problems) => wrong.set(problems),
        }
    };
    let problem = derived(move || wrong.with(|w| w.of("name").or(w.of("form")).map(str::to_string)));
    view! {
        <form class="hundred__rest stack no-print" novalidate on:submit=put>
            <TextField
                label=derived(move || format!("Line {}", next()))
                name="hundred-name"
                value=typed
                on_input=Callback::new(move |text| {
                    typed.set(text);
                    wrong.set(Problems::default());
                })
                error=problem
                hint=derived(|| "Somebody of your book or of the holding pool, or a new name.".to_string())
                list="hundred-people"
            />
            <AnyoneSuggestions id="hundred-people" typed=typed />
            <p>
                <button class="button" type="submit">
                    "Put on the list"
                </button>
            </p>
        </form>
    }
}

/// Questions that bring names back; pressing one leads to the line for the next name.
#[component]
pub fn Prompts(listed: Memo<Vec<PersonId>>) -> impl IntoView {
    let shown = move || prompts(listed.with(Vec::len), FEW);
    let prompt = |text: &'static str| {
        view! {
            <li>
                <button class="prompt" type="button" on:click=move |_| focus("f-hundred-name")>
                    {text}
                </button>
            </li>
        }
    };
    view! {
        <section class="panel no-print" aria-labelledby="who">
            <header class="panel__head">
                <h2 id="who">"Who else?"</h2>
                <span class="small quiet">{move || (listed.with(Vec::len) + 1).to_string()} " next"</span>
            </header>
            <p class="small quiet">"Read one aloud and write the first name that comes."</p>
            <ul class="prompts">{move || shown().into_iter().map(prompt).views()}</ul>
        </section>
    }
}
