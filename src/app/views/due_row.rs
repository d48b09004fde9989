//! A row about somebody who waits for something: who, what kind of thing, why, by when, and what can be done.

use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::menu::{Menu, MenuItem};
use kith::domain::id::PersonId;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The main act of a row.
pub struct Main {
    /// What the button is called.
    pub verb: String,
    /// What it is read aloud as, which begins with the same words.
    pub label: String,
    /// What it does.
    pub run: Callback<()>,
}

impl Main {
    /// An act that is read aloud with whom or what it is for.
    pub fn of(verb: String, of: &str, run: Callback<()>) -> Main {
        Main { label: format!("{verb}: {of}"), verb, run }
    }
}

/// A row about somebody who waits for something.
#[component]
pub fn DueRow(
    person: PersonId,
    name: String,
    #[prop(optional)] client: bool,
    /// The kind in a word or two, and its icon.
    kind: (String, &'static str),
    why: String,
    /// What is said more quietly after that.
    #[prop(optional)]
    aside: String,
    /// By when, or since when, with its tone; nothing where the words are empty.
    #[prop(optional)]
    when: (String, &'static str),
    #[prop(into)] main: Option<Main>,
    /// The id of the menu, and the lesser acts in it.
    #[prop(optional)]
    menu: (String, Vec<MenuItem>),
) -> impl IntoView {
    let when = (!when.0.is_empty()).then(|| {
        view! {
            <span class="due-row__when mark" data-tone=when.1>
                {when.0}
            </span>
        }
    });
    let aside = (!aside.is_empty()).then(|| view! { " " <span class="faint">{aside}</span> });
    let main = main.map(|Main { verb, label, run }| {
        view! {
            <button class="button" type="button" aria-label=label on:click=move |_| run.run(())>
                {verb}
            </button>
        }
    });
    let label = format!("More for {name}");
    let (id, items) = menu;
    let menu = (!items.is_empty()).then(|| view! { <Menu id=id label=label items=items /> });
    view! {
        <li class="due-row" data-row="true">
            <Avatar name=name.clone() client=client class="due-row__face" />
            <div class="due-row__text">
                <h3 class="due-row__who">
                    <a href=Route::of(Page::Person(person)).to_string()>{name.clone()}</a>
                    " "
                    <span class="due-row__kind">
                        <Icon name=kind.1 />
                        {kind.0}
                    </span>
                </h3>
                <p class="due-row__why">{why} {aside.views()}</p>
            </div>
            {when.views()}
            <div class="due-row__do">{main.views()} {menu.views()}</div>
        </li>
    }
}
