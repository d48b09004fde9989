//! A menu of lesser acts behind a button; on a phone it is a sheet at the bottom.

use super::icon::Icon;
use super::list::Views;
use leptos::prelude::*;

/// One act of a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// What it is called.
    pub label: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its name for the keys of a list, such as `done`; may be empty.
    pub act: &'static str,
    /// What it does.
    pub run: Callback<()>,
}

/// The button and its menu. `id` must be unique on the page.
#[component]
pub fn Menu(
    id: String,
    #[prop(into)] label: Signal<String>,
    items: Vec<MenuItem>,
    /// The words on the button; without them it has three dots.
    #[prop(optional)]
    text: &'static str,
) -> impl IntoView {
    let class = if text.is_empty() { "button button--icon due-row__more" } else { "button button--plain" };
    let face = if text.is_empty() { view! { <Icon name="more" /> }.into_any() } else { text.into_any() };
    let list = id.clone();
    let item = move |item: MenuItem| {
        view! {
            <button
                class="menu__item"
                type="button"
                data-act=item.act
                popovertarget=list.clone()
                popovertargetaction="hide"
                on:click=move |_| item.run.run(())
            >
                <Icon name=item.icon />
                {item.label}
            </button>
        }
    };
    view! {
        <button
            class=class
            type="button"
            aria-label=label
            popovertarget=id.clone()
        >
            {face}
        </button>
        <div class="menu" id=id popover="auto">
            {items.into_iter().map(item).views()}
        </div>
    }
}
