//! The trash: what was thrown away, kind by kind, and can be put back or erased, one by one or several at once.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::derived;
use crate::app::views::choose::{Bar, SELECTING, SelectSeveral, Tick, Ticks};
use crate::app::views::people::acts::EraseThem;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::domain::selection::Selection;
use kith::message::bulk::put_back as all_back;
use kith::message::trash::{Thrown, kinds, thrown};
use kith::route::Dialog;
use leptos::prelude::*;

/// How many of a kind are shown at first.
const SHOWN: usize = 10;

/// Everything in the trash.
#[component]
pub fn Trash() -> impl IntoView {
    let kinds = use_state().select(kinds);
    view! {
        <section class="stack data__part" aria-labelledby="trash">
            <header class="section-head">
                <h2 id="trash">"Trash"</h2>
            </header>
            <Show
                when=move || !kinds.with(Vec::is_empty)
                fallback=|| view! { <p class="small quiet">"The trash is empty."</p> }
            >
                <For each=move || kinds.get() key=|(_, title)| title.to_string() let:part>
                    <Part kind=part.0 title=part.1 />
                </For>
            </Show>
        </section>
    }
}

/// All of one kind.
#[component]
fn Part(kind: Kind, title: &'static str) -> impl IntoView {
    let state = use_state();
    let (of, word) = (kind.clone(), kind.word().to_string());
    let all = state.select(move |book| thrown(book, &of));
    let most = RwSignal::new(SHOWN);
    let many = move || all.with(Vec::len);
    let shown = move || all.get().into_iter().take(most.get()).collect::<Vec<_>>();
    let id = format!("trash-{title}").replace([' ', ','], "-");
    let ticks: Ticks = RwSignal::new(Selection::default());
    let asked = word.clone();
    let selecting = state.of_route(move |route| route.asked(SELECTING) == asked).signal();
    let ids = derived(move || all.with(|all| all.iter().map(|one| one.id).collect::<Vec<Id>>()));
    let which = (word, title);
    view! {
        <div>
            <h3 id=id.clone() class="row">
                {title}
                <span class="count">{many}</span>
            </h3>
            <Show when=move || many().gt(&1)>
                <SelectSeveral selecting=selecting list=ids ticks=ticks which=which.clone() />
            </Show>
            <ul aria-labelledby=id>
                <For each=shown key=|one| format!("{one:?}") let:one>
                    <Row one=one ticks=ticks selecting=selecting />
                </For>
            </ul>
            <Show when=move || many().gt(&most.get())>
                <button class="button button--plain" type="button" on:click=move |_| most.set(usize::MAX)>
                    "Show all "
                    {many}
                </button>
            </Show>
            <Show when=move || selecting.get()>
                <Acts kind=kind.clone() list=ids ticks=ticks />
            </Show>
        </div>
    }
}

/// What can be done with all that are ticked.
#[component]
fn Acts(kind: Kind, list: Signal<Vec<Id>>, ticks: Ticks) -> impl IntoView {
    let state = use_state();
    let erased = kind.clone();
    let put_back = move |()| {
        let ids = ticks.with_untracked(Selection::ids);
        if state.act_here(all_back(ids.len()), |book, _, _| book.put_back(&kind, &ids)) {
            ticks.update(Selection::clear);
        }
    };
    let put_back = Callback::new(put_back);
    view! {
        <Bar list=list ticks=ticks>
            <button class="button button--plain" type="button" on:click=move |_| put_back.run(())>
                <Icon name="undo" small=true />
                "Put back"
            </button>
            <EraseThem kind=erased.clone() ticks=ticks />
        </Bar>
    }
}

#[component]
fn Row(one: Thrown, ticks: Ticks, selecting: Signal<bool>) -> impl IntoView {
    let state = use_state();
    let Thrown { kind, id, name } = one;
    let label = format!("Put back: {name}");
    let said = format!("Back in your book: {name}.");
    let asked = kind.clone();
    let put_back = move |_| {
        state.act_here(said.clone(), |book, _, _| book.trash(&kind, id, false));
    };
    let erase = format!("Erase for good: {name}");
    let ticked = name.clone();
    let tick = move || selecting.get().then(|| view! { <Tick id=id name=ticked.clone() ticks=ticks /> }).views();
    view! {
        <li class="data__row">
            <span class="row">
                {tick}
                <span class="name">{name}</span>
            </span>
            <span class="row">
                <button class="button button--plain" type="button" aria-label=label on:click=put_back>
                    "Put back"
                </button>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=erase
                    on:click=move |_| state.open_dialog(Dialog::Erase(asked.clone(), vec![id]))
                >
                    "Erase…"
                </button>
            </span>
        </li>
    }
}
