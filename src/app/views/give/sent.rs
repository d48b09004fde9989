//! The referrals I gave: how far each is, and what may come next (R65).

use crate::app::state::{State, use_state};
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::menu::MenuItem;
use crate::app::ui::section::Section;
use crate::app::ui::signal::{derived, memo};
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::give::moves::GiveStep;
use kith::domain::id::GiveId;
use kith::domain::kind::Kind;
use kith::message::giving::{SentWords, sent};
use kith::route::Dialog;
use kith::rules::promises::referrals_given;
use leptos::prelude::*;

/// How many stand there at first, and how many more a tap brings.
const SOME: usize = 5;

/// The referrals I gave; nothing while there are none.
#[component]
pub fn Sent() -> impl IntoView {
    let list = use_state().select(referrals_given);
    let most = RwSignal::new(SOME);
    let shown = memo(move || list.with(|list| list.iter().take(most.get()).copied().collect::<Vec<_>>()));
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <Section id="sent" title="Referrals you gave" count=derived(move || list.with(Vec::len)) nothing="">
                <ol aria-labelledby="sent">
                    <For each=move || shown.get() key=|id| id.to_string() let:id>
                        <SentRow id=id />
                    </For>
                </ol>
                <Show when=move || list.with(Vec::len).gt(&most.get())>
                    <p class="people-more">
                        <button class="button" type="button" on:click=move |_| most.update(|n| *n += SOME)>
                            "Show more"
                        </button>
                    </p>
                </Show>
            </Section>
        </Show>
    }
}

#[component]
fn SentRow(id: GiveId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| sent(book, id, today));
    let shown = move |words: SentWords| {
        let menu = (format!("sent-{id}"), acts(state, id, &words));
        let SentWords { to, name, sent, stage, steps, .. } = words;
        let of = format!("{sent} and {name}");
        let main = steps.into_iter().next().map(|(step, verb)| {
            let run = Callback::new(move |()| went_on(state, id, step));
            Main::of(verb, &of, run)
        });
        let kind = (format!("You sent {sent}"), "referral");
        view! { <DueRow person=to name=name kind=kind why=stage main=main menu=menu /> }
    };
    view! { {move || told.get().map(shown).views()} }
}

fn went_on(state: State, id: GiveId, step: GiveStep) {
    state.act_here("Noted.", move |book, _, today| book.give_went_on(id, step, today));
}

fn acts(state: State, id: GiveId, words: &SentWords) -> Vec<MenuItem> {
    let item = |label: String, icon, run: Callback<()>| MenuItem { label, icon, act: "", run };
    let step = |(step, label): &(GiveStep, String)| {
        let step = *step;
        let icon = if step == GiveStep::Closed { "close" } else { "check" };
        item(label.clone(), icon, Callback::new(move |()| went_on(state, id, step)))
    };
    let edit = Callback::new(move |()| state.open_dialog(Dialog::Given(Some(id), None)));
    let drop = Callback::new(move |()| {
        state.act_here("It is in the trash.", move |book, _, _| book.trash(&Kind::Give, id.0, true));
    });
    let reopen = Callback::new(move |()| {
        state.act_here("It goes on.", move |book, _, _| book.reopen_give(id));
    });
    let again = (!words.goes_on).then(|| item("It goes on after all".into(), "undo", reopen));
    let last = [item("Edit…".into(), "note", edit), item("Put in the trash".into(), "bin", drop)];
    words.steps.iter().skip(1).map(step).chain(again).chain(last).collect()
}
