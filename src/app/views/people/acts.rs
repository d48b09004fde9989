//! What can be done with several people at once: tagged, given a tier or a role, taken along, put in the pool or the trash.

use crate::app::state::{ExportFormat, List, State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::views::choose::{Bar, Ticks};
use kith::domain::id::{Id, PersonId};
use kith::domain::kind::Kind;
use kith::domain::person::bulk::Bulk;
use kith::domain::person::{Role, Tier};
use kith::domain::selection::Selection;
use kith::message::bulk::{done, pooled};
use kith::route::Dialog;
use leptos::prelude::*;

/// The acts on those who are ticked.
#[component]
pub fn Acts(#[prop(into)] list: Signal<Vec<Id>>, ticks: Ticks, trash: Signal<bool>) -> impl IntoView {
    view! {
        <Bar list=list ticks=ticks>
            <Show when=move || !trash.get() fallback=move || view! { <OfTheTrash ticks=ticks /> }>
                <TagThem ticks=ticks />
                <Menu id="bulk-tier".into() label="Tier" text="Tier" items=tiers(ticks) />
                <Menu id="bulk-role".into() label="Role" text="Role" items=roles(ticks) />
                <Menu id="bulk-take".into() label="Take along" text="Take along" items=forms(ticks) />
                <IntoThePool ticks=ticks />
                <Act ticks=ticks label="Into the trash" icon="bin" act=Bulk::Trash(true) />
            </Show>
        </Bar>
    }
}

/// The acts on those who lie in the trash.
#[component]
fn OfTheTrash(ticks: Ticks) -> impl IntoView {
    view! {
        <Act ticks=ticks label="Put back" icon="undo" act=Bulk::Trash(false) />
        <EraseThem kind=Kind::Person ticks=ticks />
    }
}

/// Asks whether all that are ticked are to be erased for good.
#[component]
pub fn EraseThem(kind: Kind, ticks: Ticks) -> impl IntoView {
    let state = use_state();
    let ask = move |_| {
        let ids = ticks.with_untracked(Selection::ids);
        // Whoever is erased cannot stay ticked.
        ticks.update(Selection::clear);
        state.open_dialog(Dialog::Erase(kind.clone(), ids));
    };
    view! {
        <button class="button button--plain" type="button" on:click=ask>
            <Icon name="bin" small=true />
            "Erase…"
        </button>
    }
}

fn people(ticks: Ticks) -> Vec<PersonId> {
    ticks.with_untracked(Selection::ids).into_iter().map(PersonId).collect()
}

/// Does this to everyone ticked, in one step; whoever goes elsewhere by it is not ticked any more.
fn run(state: State, ticks: Ticks, act: &Bulk) -> bool {
    let ids = people(ticks);
    let said = done(act, ids.len());
    let is_done = state.act_here(said, |book, _, _| book.to_all(&ids, act));
    if is_done && matches!(act, Bulk::Trash(_)) {
        ticks.update(Selection::clear);
    }
    is_done
}

/// One act.
#[component]
fn Act(ticks: Ticks, label: &'static str, icon: &'static str, act: Bulk) -> impl IntoView {
    let state = use_state();
    view! {
        <button
            class="button button--plain"
            type="button"
            on:click=move |_| {
                run(state, ticks, &act);
            }
        >
            <Icon name=icon small=true />
            {label}
        </button>
    }
}

/// A tag that is typed.
#[component]
fn TagThem(ticks: Ticks) -> impl IntoView {
    let state = use_state();
    let typed = RwSignal::new(String::new());
    let tag = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if run(state, ticks, &Bulk::Tag(typed.get_untracked())) {
            typed.set(String::new());
        }
    };
    let untag = move |_| {
        if run(state, ticks, &Bulk::Untag(typed.get_untracked())) {
            typed.set(String::new());
        }
    };
    view! {
        <form class="bulk__tag" on:submit=tag>
            <input
                class="input"
                aria-label="A tag for those selected"
                placeholder="Tag"
                autocomplete="off"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <button class="button button--plain" type="submit">
                "Tag"
            </button>
            <button class="button button--plain" type="button" on:click=untag>
                "Untag"
            </button>
        </form>
    }
}

#[component]
fn IntoThePool(ticks: Ticks) -> impl IntoView {
    let state = use_state();
    let put = move |_| {
        let ids = people(ticks);
        let moved = state.peek(|book, _| book.free_of_ties(&ids).len());
        if state.act_here(pooled(moved, ids.len()), |book, mint, _| book.into_the_pool(&ids, mint)) {
            ticks.update(Selection::clear);
        }
    };
    view! {
        <button class="button button--plain" type="button" on:click=put>
            <Icon name="clock" small=true />
            "Into the pool"
        </button>
    }
}

fn item(ticks: Ticks, label: String, icon: &'static str, act: Bulk) -> MenuItem {
    let state = use_state();
    let run = Callback::new(move |()| {
        run(state, ticks, &act);
    });
    MenuItem { label, icon, act: "", run }
}

fn tiers(ticks: Ticks) -> Vec<MenuItem> {
    let tier = |tier: &Tier| item(ticks, format!("Tier {}", tier.label()), "up", Bulk::Tier(Some(tier.clone())));
    let derived = item(ticks, "As the book says".into(), "undo", Bulk::Tier(None));
    Tier::ALL.iter().map(tier).chain([derived]).collect()
}

fn roles(ticks: Ticks) -> Vec<MenuItem> {
    let role = |role: &Role| {
        let label = role.label();
        [
            item(ticks, format!("Give the role {label}"), "plus", Bulk::Role(role.clone())),
            item(ticks, format!("Take the role {label}"), "close", Bulk::NoRole(role.clone())),
        ]
    };
    Role::ALL.iter().flat_map(role).collect()
}

/// The forms in which those who are ticked go out.
fn forms(ticks: Ticks) -> Vec<MenuItem> {
    let state = use_state();
    let form = |(label, form): (&str, ExportFormat)| {
        let run = Callback::new(move |()| state.hand_over_list(&List::These(people(ticks)), form));
        MenuItem { label: label.into(), icon: "download", act: "", run }
    };
    [("vCard 3.0", ExportFormat::VCard3), ("vCard 4.0", ExportFormat::VCard4), ("Table (CSV)", ExportFormat::Csv)]
        .map(form)
        .into()
}
