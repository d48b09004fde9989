//! Who is proposed for an event, each with the reason, and their mix (R69).

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::ui::menu::MenuItem;
use crate::app::ui::signal::memo;
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::id::{EventId, PersonId};
use kith::message::guest_mix_text::{ProposalWords, proposals};
use kith::route::Dialog;
use leptos::prelude::*;

/// How many more a tap brings.
const MORE: usize = 8;

/// Who could be put on the list.
#[component]
pub fn Proposals(id: EventId) -> impl IntoView {
    let state = use_state();
    let more = RwSignal::new(0);
    let told = memo(move || {
        let (more, today) = (more.get(), state.today());
        state.select_now(|book| proposals(book, id, more, today))
    });
    let add_all = move |_| {
        let people: Vec<PersonId> = told.with_untracked(|told| told.people.iter().map(|one| one.person).collect());
        state.act_here("On the list. Nobody is asked yet.", move |book, _, _| book.guests_added(id, &people));
    };
    view! {
        <Show when=move || told.with(|told| !told.people.is_empty())>
            <section aria-labelledby="proposed">
                <header class="section-head">
                    <h2 id="proposed">"For this room"</h2>
                    <span class="count">{move || told.with(|told| told.mix.clone())}</span>
                    <button class="button button--plain" type="button" on:click=add_all>
                        <Icon name="plus" small=true />
                        "Put all "
                        {move || told.with(|told| told.people.len())}
                        " on the list"
                    </button>
                </header>
                <ol aria-labelledby="proposed">
                    <For each=move || told.get().people key=|one| format!("{one:?}") let:one>
                        <Row id=id one=one />
                    </For>
                </ol>
                <Show when=move || told.with(|told| told.others != 0)>
                    <p class="people-more">
                        <button class="button" type="button" on:click=move |_| more.update(|n| *n += MORE)>
                            "Propose more"
                        </button>
                        <span class="small faint">{move || told.with(|told| told.others)} " others"</span>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Row(id: EventId, one: ProposalWords) -> impl IntoView {
    let state = use_state();
    let ProposalWords { person, name, work, client, seat, why } = one;
    let add = move |()| {
        state.act_here("On the list. They are not asked yet.", move |book, _, _| book.guests_added(id, &[person]));
    };
    let invite = move |()| state.open_dialog(Dialog::Write(person, Some(id.0)));
    let label = "Invite them now…".to_string();
    let items = vec![MenuItem { label, icon: "mail", act: "", run: Callback::new(invite) }];
    let main = Main::of("Put on the list".into(), &name, Callback::new(add));
    let (kind, menu) = ((seat.0.to_string(), seat.1), (format!("proposed-{person}"), items));
    view! { <DueRow person=person name=name client=client kind=kind why=why aside=work main=main menu=menu /> }
}
