//! The first opening: start empty, look round a sample, bring contacts or restore a backup.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::derived;
use crate::app::views::data::CHOICES;
use crate::app::views::shell::Theme;
use kith::domain::draft::Problems;
use kith::domain::setting::ChoicesDraft;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The first opening: start empty, look round a sample, bring contacts or restore a backup.
#[component]
pub fn Welcome() -> impl IntoView {
    view! {
        <div class="page">
            <header class="welcome__head">
                <p class="brand">
                    <Icon name="sprig" />
                    "Kith"
                </p>
                <Theme />
            </header>
            <div class="welcome__columns">
                <div class="welcome__why">
                    <h1>"A book of the people who send you people"</h1>
                    <p class="welcome__lead">
                        "It remembers whom to thank, whom to tell and whom to ask, and it puts the words in your hand."
                    </p>
                </div>
                <OpenMyBook />
                <OtherWays />
            </div>
        </div>
    }
}

#[component]
fn OpenMyBook() -> impl IntoView {
    let state = use_state();
    let choices = RwSignal::new(state.peek(|book, _| ChoicesDraft::of(book)));
    let problems = RwSignal::new(Problems::default());
    let error = move |field: &'static str| derived(move || problems.with(|p| p.of(field).map(str::to_string)));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Err(found) = state.open_book(&choices.get_untracked()) {
            problems.set(found);
        }
    };
    view! {
        <form class="panel welcome__form" on:submit=submit>
            <header>
                <h2>"Your own book"</h2>
                <p class="small quiet">"Skip what you like. Everything can be changed later."</p>
            </header>
            {CHOICES.iter().take(2).map(|part| part.over(choices, problems)).views()}
            {move || error("form").get().map(|why| view! { <p role="alert">{why}</p> }).views()}
            <footer class="welcome__go">
                <button class="button button--primary button--tall" type="submit">
                    "Open my book"
                </button>
                <p class="small faint">"It takes no account."</p>
            </footer>
        </form>
    }
}

#[component]
fn OtherWays() -> impl IntoView {
    let state = use_state();
    let import = Route::of(Page::Import).to_string();
    view! {
        <div class="stack welcome__else">
            <ul class="welcome__others">
                <li>
                    <button class="welcome__other" type="button" on:click=move |_| state.look_round()>
                        <Icon name="tree" />
                        <span>
                            <strong>"Look round a sample book"</strong>
                            <span>"Forty invented people. You can take them out again at any time."</span>
                        </span>
                    </button>
                </li>
                <li>
                    <a class="welcome__other" href=import.clone()>
                        <Icon name="people" />
                        <span>
                            <strong>"Bring your contacts"</strong>
                            <span>"Google, Outlook, LinkedIn or a vCard file."</span>
                        </span>
                    </a>
                </li>
                <li>
                    <a class="welcome__other" href=import>
                        <Icon name="undo" />
                        <span>
                            <strong>"Restore a backup"</strong>
                            <span>"From another device, or from before."</span>
                        </span>
                    </a>
                </li>
            </ul>
            <p class="welcome__promise">
                <Icon name="device" small=true />
                <span>
                    "No account and no server. What you write stays in this browser, and you can take it out as one file."
                </span>
            </p>
        </div>
    }
}
