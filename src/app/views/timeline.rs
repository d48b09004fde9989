//! The timeline: what has passed, the latest first, twenty at a time.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::{Memo, derived};
use kith::message::timeline_text::{MomentWords, words};
use kith::route::{Page, Route};
use kith::rules::timeline::Moment;
use leptos::prelude::*;

/// How many moments stand there at first.
const AT_FIRST: usize = 20;

/// What has passed.
#[component]
pub fn Timeline(moments: Memo<Vec<Moment>>) -> impl IntoView {
    let shown = RwSignal::new(AT_FIRST);
    let earlier = move || moments.with(Vec::len).saturating_sub(shown.get());
    let is_more = move || earlier() > 0;
    let visible = move || moments.get().into_iter().take(shown.get()).collect::<Vec<_>>();
    view! {
        <section aria-labelledby="passed">
            <header class="section-head">
                <h2 id="passed">"What has passed"</h2>
            </header>
            <Show when=move || moments.with(Vec::is_empty)>
                <p class="quiet">"Nothing yet. Log the first word."</p>
            </Show>
            <ol class="timeline">
                <For
                    each=visible
                    key=Moment::key
                    let:moment
                >
                    <Item moment=moment />
                </For>
            </ol>
            <Show when=is_more>
                <p>
                    <button class="button" type="button" on:click=move |_| shown.update(|n| *n = n.saturating_add(100))>
                        {move || format!("Show {} earlier", earlier().min(100))}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// What happened; an ask leads to its page.
fn what(words: MomentWords) -> AnyView {
    let Some(ask) = words.ask else { return words.what.into_any() };
    let address = Route::of(Page::Ask(ask)).to_string();
    view! { <a href=address>{words.what}</a> }.into_any()
}

#[component]
fn Item(moment: Moment) -> impl IntoView {
    let day = moment.on.to_string();
    let words = use_state().select_on(move |book, today| words(book, &moment, today));
    view! {
        <li class="timeline__item">
            <time class="timeline__when" datetime=day>
                {move || words.get().day}
            </time>
            <span class="timeline__mark">
                <Icon name=derived(move || words.get().icon) />
            </span>
            <div>
                <h3 class="timeline__what">{move || what(words.get())}</h3>
                <Show when=move || !words.with(|w| w.note.is_empty())>
                    <p class="timeline__note">{move || words.get().note}</p>
                </Show>
            </div>
        </li>
    }
}
