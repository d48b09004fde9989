//! Help that was asked for, and that nobody in the book is right for yet (B11).

use crate::app::state::{State, use_state};
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::menu::MenuItem;
use crate::app::ui::section::Section;
use crate::app::ui::signal::{Memo, memo};
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::give::moves::GiveStep;
use kith::domain::id::{GiveId, PersonId};
use kith::domain::kind::Kind;
use kith::domain::person::Role;
use kith::message::giving::wanted;
use kith::route::Dialog;
use kith::rules::introductions::Meetings;
use kith::rules::matches::Wish;
use leptos::prelude::*;

/// Help nobody is found for; nothing while there is none.
#[component]
pub fn Wanted(meetings: Memo<Meetings>) -> impl IntoView {
    let list = memo(move || meetings.with(|all| all.nobody.clone()));
    let count = memo(move || list.with(Vec::len));
    view! {
        <Show when=move || count.get().gt(&0)>
            <Section id="wanted" title="Help asked, nobody found yet" count=count.signal() nothing="">
                <ol aria-labelledby="wanted">
                    <For each=move || list.get() key=|wish| format!("{wish:?}") let:wish>
                        <WantedRow wish=wish />
                    </For>
                </ol>
            </Section>
        </Show>
    }
}

#[component]
fn WantedRow(wish: Wish) -> impl IntoView {
    let state = use_state();
    let (who, give) = (wish.who, wish.give);
    let told = state.select_on(move |book, today| {
        let person = book.person(who)?;
        Some((person.name.to_string(), person.is(&Role::Client), wanted(book, &wish, today)))
    });
    let shown = move |(name, client, (why, waits)): (String, bool, (String, String))| {
        let menu = (format!("wanted-{}", give.map(|id| id.to_string()).unwrap_or_default()), acts(state, who, give));
        let run = Callback::new(move |()| state.open_dialog(Dialog::Given(give, None)));
        let main = Main::of("Promise it".into(), &name, run);
        let kind = ("Help wanted".to_string(), "help");
        let when = (waits, "calm");
        view! { <DueRow person=who name=name client=client kind=kind why=why when=when main=main menu=menu /> }
    };
    view! { {move || told.get().map(shown).views()} }
}

fn acts(state: State, who: PersonId, give: Option<GiveId>) -> Vec<MenuItem> {
    let item = |label: &str, icon, run: Callback<()>| MenuItem { label: label.into(), icon, act: "", run };
    let meet = Callback::new(move |()| state.open_dialog(Dialog::Meet(Some(who))));
    let mut items = vec![item("Introduce somebody…", "people", meet)];
    if let Some(id) = give {
        let done = move |()| {
            state.act_here("Noted: it is done.", move |book, _, today| book.give_went_on(id, GiveStep::Done, today));
        };
        let drop = move |()| {
            state.act_here("It is in the trash.", move |book, _, _| book.trash(&Kind::Give, id.0, true));
        };
        items.push(item("Done already", "check", Callback::new(done)));
        items.push(item("Not wanted any more", "bin", Callback::new(drop)));
    }
    items
}
