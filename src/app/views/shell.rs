//! The parts every page has: the rail, the top bar, the tabs, the sheet of further pages, notices and the toast.

mod notices;
mod toast;

pub use notices::Notices;
pub use toast::Toast;

use crate::app::navigation::{NavigationItem, PLACES, places_on_phone};
use crate::app::state::{StandingNotice, State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::views::find::FindBox;
use kith::message::reason::ago;
use kith::message::reason::number;
use kith::route::{Dialog, Page, Route};
use kith::rules::today_rows::due;
use leptos::prelude::*;

/// Moves the focus to the page without changing the address.
pub fn skip(event: web_sys::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main") {
        use wasm_bindgen::JsCast;
        if let Some(main) = main.dyn_ref::<web_sys::HtmlElement>() {
            let _ = main.focus();
        }
    }
}

/// Opens the log, with the person whose page this is.
pub fn log(state: State) {
    let person = match state.peek_route().page {
        Page::Person(id) => Some(id),
        _ => None,
    };
    state.open_dialog(Dialog::Log(person));
}

/// The rail of a laptop.
#[component]
pub fn Rail() -> impl IntoView {
    let state = use_state();
    view! {
        <header class="rail" aria-label="Rail">
            <a class="brand" href=Route::of(Page::Today).to_string()>
                <Icon name="sprig" />
                "Kith"
            </a>
            <button
                class="button button--primary"
                type="button"
                on:click=move |_| state.open_dialog(Dialog::Capture(None))
            >
                <Icon name="plus" small=true />
                "Capture a referral"
                <kbd class="kbd" aria-hidden="true">"C"</kbd>
            </button>
            <button class="button" type="button" on:click=move |_| log(state)>
                <Icon name="meet" small=true />
                "Log a contact"
                <kbd class="kbd" aria-hidden="true">"L"</kbd>
            </button>
            <FindBox />
            <nav aria-label="Main">
                <ul class="nav">
                    {PLACES.iter().map(|place| view! { <NavLink place=place /> }).views()}
                </ul>
            </nav>
            <div class="rail__foot">
                <Saved />
                <Theme />
            </div>
        </header>
    }
}

#[component]
fn NavLink(place: &'static NavigationItem) -> impl IntoView {
    let state = use_state();
    let rows = state.rows();
    let count = state.select(move |book| place.count(book, rows.with(|rows| due(rows))));
    let counted = |count: usize| {
        view! {
            <span class="nav__count" aria-hidden="true">
                {number(count)}
            </span>
        }
    };
    view! {
        <li class:nav__gap=place.begins_group()>
            <a
                class="nav__link"
                href=Route::of(place.page.clone()).to_string()
                aria-current=move || state.of_route(|r| place.current(&r.page)).get()
            >
                <Icon name=place.icon />
                {place.name}
                {move || count.get().map(counted).views()}
            </a>
        </li>
    }
}

/// That the book is kept here, and since when a copy lies elsewhere.
#[component]
fn Saved() -> impl IntoView {
    let state = use_state();
    let backup = state.select_on(|book, today| {
        let day = book.setting("backup").and_then(|setting| setting.on);
        day.map(|day| ago(day, today))
    });
    let said = move || match backup.get() {
        Some(ago) => format!("Backed up {ago}"),
        None => "Never backed up".to_string(),
    };
    let kept = move || match state.standing().contains(&StandingNotice::Blocked) {
        true => "Kept nowhere yet",
        false => "Saved on this device",
    };
    view! {
        <a class="rail__safe" href=Route::of(Page::Data).to_string()>
            <strong>{move || kept()}</strong>
            {move || said()}
        </a>
    }
}

/// Switches between light and dark.
#[component]
pub fn Theme() -> impl IntoView {
    let state = use_state();
    view! {
        <button
            class="button button--plain button--icon"
            type="button"
            aria-label="Switch between light and dark"
            on:click=move |_| state.switch_theme()
        >
            <Icon name="theme" />
        </button>
    }
}

/// The top bar of a phone.
#[component]
pub fn TopBar() -> impl IntoView {
    let state = use_state();
    view! {
        <header class="topbar" aria-label="Top bar">
            <a class="brand" href=Route::of(Page::Today).to_string()>
                <Icon name="sprig" />
                "Kith"
            </a>
            <FindBox />
            <button
                class="button button--plain button--icon"
                type="button"
                aria-label="Log a contact"
                on:click=move |_| log(state)
            >
                <Icon name="meet" />
            </button>
        </header>
    }
}

/// The tabs of a phone.
#[component]
pub fn Tabs() -> impl IntoView {
    let state = use_state();
    let mut tabs = places_on_phone(true).map(|place| view! { <Tab place=place /> });
    view! {
        <nav aria-label="Main, on a phone">
            <ul class="tabs">
                {tabs.by_ref().take(2).views()}
                <li>
                    <button
                        class="tabs__new"
                        type="button"
                        aria-label="Capture a referral"
                        on:click=move |_| state.open_dialog(Dialog::Capture(None))
                    >
                        <Icon name="plus" />
                    </button>
                </li>
                {tabs.views()}
                <li>
                    <button
                        class="tabs__item"
                        type="button"
                        aria-haspopup="dialog"
                        on:click=move |_| state.open_dialog(Dialog::More)
                    >
                        <Icon name="more" />
                        "More"
                    </button>
                </li>
            </ul>
        </nav>
    }
}

#[component]
fn Tab(place: &'static NavigationItem) -> impl IntoView {
    let state = use_state();
    view! {
        <li>
            <a
                class="tabs__item"
                href=Route::of(place.page.clone()).to_string()
                aria-current=move || state.of_route(|r| place.current(&r.page)).get()
            >
                <Icon name=place.icon />
                {place.name}
            </a>
        </li>
    }
}

/// The sheet of the pages that have no tab on a phone.
#[component]
pub fn More() -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    let link = move |place: &'static NavigationItem| {
        let route = Route::of(place.page.clone());
        let href = route.to_string();
        let go = move |event: web_sys::MouseEvent| {
            event.prevent_default();
            state.go_instead(route.clone());
        };
        view! {
            <li>
                <a class="menu__item" href=href on:click=go>
                    <Icon name=place.icon />
                    {place.name}
                </a>
            </li>
        }
    };
    view! {
        <Sheet labelled_by="more-title" class="more" on_close=close>
            <DialogHead id="more-title" title="More" on_close=close />
            <div class="dialog__body">
                <nav aria-label="Main, the other pages">
                    <ul>{places_on_phone(false).map(link).views()}</ul>
                </nav>
                <button class="menu__item" type="button" on:click=move |_| state.switch_theme()>
                    <Icon name="theme" />
                    "Switch between light and dark"
                </button>
            </div>
        </Sheet>
    }
}
