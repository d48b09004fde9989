//! Who brought whom, as an address book has it: each link with its doubt, to be ticked or chosen (B7).

use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{Told, derived, memo};
use kith::message::links::{asked, doubt, found, label, likely as likely_ones, title};
use kith::message::reason::count;
use kith::rules::links::{Choice, Link, Links};
use leptos::prelude::*;

/// How many links stand there at first, and how many more a tap brings.
const PAGE: usize = 60;

/// The links that are proposed.
#[component]
pub fn LinksFound(links: RwSignal<Links>) -> impl IntoView {
    let most = RwSignal::new(PAGE);
    let all = memo(move || links.with(|links| links.list.len()));
    let likely = memo(move || links.with(Links::likely));
    let more = move || all.get().saturating_sub(most.get());
    view! {
        <section class="stack links" aria-labelledby="links-title">
            <header class="section-head">
                <h2 id="links-title">"Who brought whom"</h2>
                <span class="count">{move || all.get()}</span>
                <Show when=move || likely.get() != 0>
                    <button class="button button--plain" type="button" on:click=move |_| links.update(Links::tick_likely)>
                        {move || likely_ones(likely.get())}
                    </button>
                </Show>
            </header>
            <p class="small quiet">{links.with_untracked(found)}</p>
            <ul aria-label="Who brought whom">
                <For each=move || (0..all.get().min(most.get())).collect() key=|at| at.to_string() let:at>
                    <Row links=links at=at />
                </For>
            </ul>
            <Show when=move || more() != 0>
                <p>
                    <button class="button" type="button" on:click=move |_| most.update(|most| *most += PAGE)>
                        {move || format!("Show more: {} wait below", count(more(), "link"))}
                    </button>
                </p>
            </Show>
        </section>
    }
}

#[component]
fn Row(links: RwSignal<Links>, at: usize) -> impl IntoView {
    let link = memo(move || links.with(|links| links.list.get(at).cloned()));
    let part =
        move |part: fn(&Link) -> String| derived(move || link.with(|link| link.as_ref().map(part).unwrap_or_default()));
    let ticked = derived(move || link.with(|link| link.as_ref().is_some_and(Link::is_ticked)));
    let several = link.with(|link| link.as_ref().is_some_and(|link| link.sources.get(1).is_some()));
    view! {
        <li class="links__row">
            {if several {
                view! { <Which links=links at=at link=link /> }.into_any()
            } else {
                view! {
                    <CheckField
                        label=part(title)
                        name="link"
                        checked=ticked
                        on_change=Callback::new(move |on| links.update(|links| links.tick(at, on)))
                        note=part(doubt)
                    />
                }
                    .into_any()
            }}
        </li>
    }
}

/// Which of several is meant, or none of them.
#[component]
fn Which(links: RwSignal<Links>, at: usize, link: Told<Option<Link>>) -> impl IntoView {
    let (id, below) = (format!("link-{at}"), format!("link-{at}-below"));
    let choose = move |event| links.update(|links| links.choose(at, &event_target_value(&event)));
    let chosen = memo(move || link.with(|link| link.as_ref().map(|link| link.choice).unwrap_or_default()));
    let option = move |(choice, label): (Choice, String)| {
        view! {
            <option value=choice.value() prop:selected=move || chosen.get() == choice>
                {label}
            </option>
        }
    };
    let options = |link: Link| link.choices().into_iter().map(move |choice| (choice, label(&link, choice)));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {move || link.get().as_ref().map(asked)}
            </label>
            <span class="select">
                <select class="input" id=id aria-describedby=below.clone() on:change=choose>
                    {link.get().into_iter().flat_map(options).map(option).views()}
                </select>
                <Icon name="down" small=true />
            </span>
            <p class="field__hint" id=below>
                {move || link.get().as_ref().map(doubt)}
            </p>
        </div>
    }
}
