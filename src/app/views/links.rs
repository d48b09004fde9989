//! Who brought whom, as an address book has it: each link with its doubt, to be ticked, chosen or refused for good (B7).

use crate::app::state::{State, use_state};
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::message::links::{
    again, asked, doubt, found, label, likely as likely_ones, never, not_by, refused as refused_links, title,
};
use kith::message::reason::count;
use kith::rules::links::{LinkChoice, Links, ProposedLink};
use leptos::prelude::*;

/// How many links stand there at first, and how many more a tap brings.
const PAGE: usize = 60;

/// The links that are proposed; and folded away, those that were refused.
#[component]
pub fn LinksFound(links: RwSignal<Links>) -> impl IntoView {
    let state = use_state();
    let most = RwSignal::new(PAGE);
    let open = memo(move || state.select_now(|book| links.with(|links| links.open(book))));
    let all = memo(move || open.with(Vec::len));
    let likely = memo(move || open.with(|open| links.with(|links| links.likely(open))));
    let tick_likely = move |_| open.with_untracked(|open| links.update(|links| links.tick_likely(open)));
    let said = memo(move || open.with(|open| links.with(|links| found(links, open))));
    let more = move || all.get().saturating_sub(most.get());
    view! {
        <section class="stack links" aria-labelledby="links-title">
            <header class="section-head">
                <h2 id="links-title">"Who brought whom"</h2>
                <span class="count">{move || all.get()}</span>
                <Show when=move || likely.get() != 0>
                    <button class="button button--plain" type="button" on:click=tick_likely>
                        {move || likely_ones(likely.get())}
                    </button>
                </Show>
            </header>
            <p class="small quiet">{move || said.get()}</p>
            <ul aria-label="Who brought whom">
                <For
                    each=move || open.get().into_iter().take(most.get()).collect()
                    key=|at| at.to_string()
                    let:at
                >
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
            <Refused links=links />
        </section>
    }
}

#[component]
fn Row(links: RwSignal<Links>, at: usize) -> impl IntoView {
    let state = use_state();
    let link = memo(move || links.with(|links| links.list.get(at).cloned()));
    let part = move |part: fn(&ProposedLink) -> String| {
        derived(move || link.with(|link| link.as_ref().map(part).unwrap_or_default()))
    };
    let ticked = derived(move || link.with(|link| link.as_ref().is_some_and(ProposedLink::is_ticked)));
    let several = link.with(|link| link.as_ref().is_some_and(|link| link.sources.get(1).is_some()));
    let title_of = part(title);
    view! {
        <li class="links__row">
            {if several {
                view! { <Which links=links at=at link=link /> }.into_any()
            } else {
                view! {
                    <CheckField
                        label=title_of
                        name="link"
                        checked=ticked
                        on_change=Callback::new(move |on| links.update(|links| links.tick(at, on)))
                        note=part(doubt)
                    />
                }
                    .into_any()
            }}
            <button
                class="button button--plain"
                type="button"
                aria-label=move || format!("Never: {}", title_of.get())
                on:click=move |_| turn(state, links, at, true)
            >
                "Never"
            </button>
        </li>
    }
}

/// Those that were refused, so that a slip can be mended.
#[component]
fn Refused(links: RwSignal<Links>) -> impl IntoView {
    let state = use_state();
    let refused = memo(move || state.select_now(|book| links.with(|links| links.refused(book))));
    let row = move |at: usize| {
        let said = links.with_untracked(|links| links.list.get(at).map(not_by).unwrap_or_default());
        view! {
            <li class="links__row">
                <span>{said.clone()}</span>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=format!("Propose again: {said}")
                    on:click=move |_| turn(state, links, at, false)
                >
                    "Propose again"
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || refused.with(|refused| !refused.is_empty())>
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    {move || refused_links(refused.with(Vec::len))}
                </summary>
                <ul class="fold__body" aria-label="Refused links">
                    <For each=move || refused.get() key=|at| at.to_string() children=row />
                </ul>
            </details>
        </Show>
    }
}

/// Refuses the link at this place, or proposes it again: at once of somebody who is here, with the file of one who comes.
fn turn(state: State, links: RwSignal<Links>, at: usize, refuse: bool) {
    let Some(link) = links.with_untracked(|links| links.list.get(at).cloned()) else { return };
    let said = if refuse { never(&link) } else { again(&link) };
    let change = state.peek(|book, _| if refuse { link.refuse(book) } else { link.propose_again(book) });
    let done = match change {
        None => true,
        Some(change) => state.act_here(said, |_, _, _| change),
    };
    if done {
        links.update(|links| links.note(at, refuse));
    }
}

/// Which of several is meant, or none of them.
#[component]
fn Which(links: RwSignal<Links>, at: usize, link: Memo<Option<ProposedLink>>) -> impl IntoView {
    let (id, below) = (format!("link-{at}"), format!("link-{at}-below"));
    let choose = move |event| links.update(|links| links.choose(at, &event_target_value(&event)));
    let chosen = memo(move || link.with(|link| link.as_ref().map(|link| link.choice).unwrap_or_default()));
    let option = move |(choice, label): (LinkChoice, String)| {
        view! {
            <option value=choice.value() prop:selected=move || chosen.get() == choice>
                {label}
            </option>
        }
    };
    let options = |link: ProposedLink| link.choices().into_iter().map(move |choice| (choice, label(&link, choice)));
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
