//! The room of an event: how it is mixed, and which two guests should meet each other (R68, R69).

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show, Views};
use crate::app::views::give::pairs::Proposed;
use kith::domain::id::EventId;
use kith::message::guest_mix_text::{MixBar, room};
use kith::message::meeting::proposed;
use kith::rules::guest_mix::should_meet;
use leptos::prelude::*;

/// The mix of the room, as bars and in a sentence.
#[component]
pub fn GuestMix(id: EventId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| room(book, id, today));
    let bar = |bar: MixBar| {
        let part = |part: &'static str, many: usize| {
            (many > 0).then(|| view! { <i data-part=part style=("--v", many.to_string())></i> }).views()
        };
        view! {
            <tr>
                <th scope="row">{bar.name}</th>
                <td class="bars__cell">
                    <span class="bars__bar" style=("--v", bar.long.to_string())>
                        {part("1", bar.asked)}
                        {part("2", bar.to_ask)}
                    </span>
                </td>
                <td class="number">{bar.asked + bar.to_ask}</td>
            </tr>
        }
    };
    view! {
        <section class="panel" aria-labelledby="room">
            <header class="panel__head">
                <h2 id="room">"The room"</h2>
                <span class="small quiet">{move || told.with(|told| told.all)}</span>
            </header>
            <figure class="plot">
                <figcaption class="small quiet">{move || told.with(|told| told.finding.clone())}</figcaption>
                <Show when=move || told.with(|told| !told.bars.is_empty())>
                    <table class="bars">
                        <caption class="visually-hidden">"Guests by kind, asked and still to ask"</caption>
                        <tbody>{move || told.with(|told| told.bars.clone()).into_iter().map(bar).views()}</tbody>
                    </table>
                </Show>
                <Show when=move || told.with(|told| told.to_ask != 0)>
                    <p class="plot__key">
                        <span data-part="1">"Asked, " {move || told.with(|told| told.asked)}</span>
                        <span data-part="2">"To ask, " {move || told.with(|told| told.to_ask)}</span>
                    </p>
                </Show>
            </figure>
            <Show when=move || told.with(|told| !told.coming.is_empty())>
                <p class="panel__foot">{move || told.with(|told| told.coming.clone())}</p>
            </Show>
        </section>
    }
}

/// The guests who should meet each other, each pair with its reason.
#[component]
pub fn ShouldMeet(id: EventId) -> impl IntoView {
    let state = use_state();
    let pairs = state.select_on(move |book, today| {
        let pairs = book.event(id).map(|event| should_meet(book, event, today)).unwrap_or_default();
        pairs.into_iter().map(|pair| (proposed(book, &pair, today), pair)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !pairs.with(Vec::is_empty)>
            <section aria-labelledby="should-meet">
                <header class="section-head">
                    <h2 id="should-meet">"Introduce to each other"</h2>
                    <span class="count">{move || pairs.with(Vec::len)}</span>
                </header>
                <ul aria-labelledby="should-meet">
                    <For each=move || pairs.get() key=|(words, pair)| format!("{words:?} {pair:?}") let:one>
                        {one.0.map(|words| view! { <Proposed words=words proposal=one.1 /> }).views()}
                    </For>
                </ul>
            </section>
        </Show>
    }
}
