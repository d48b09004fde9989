//! Who should meet: introductions under way, and those that could be made, each with its reason and its next step (R68, B11).

use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::section::Section;
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::id::IntroductionId;
use kith::domain::introduction::{NextWord, Says, Side};
use kith::domain::kind::Kind;
use kith::message::meeting::{PairWords, pair, proposed, why};
use kith::route::{Dialog, Page, Route};
use kith::rules::introductions::{IntroductionProposal, Meetings, made, under_way};
use leptos::prelude::*;

/// How many proposals stand there at first, and how many more a tap brings.
const SOME: usize = 6;

/// Introductions under way, and those that could be made.
#[component]
pub fn Pairs(meetings: Memo<Meetings>) -> impl IntoView {
    let state = use_state();
    let open = state.select(under_way);
    let most = RwSignal::new(SOME);
    let shown = memo(move || {
        let all = meetings.with(|all| all.proposals.iter().take(most.get()).cloned().collect::<Vec<_>>());
        state.select_now(|book| all.into_iter().map(|p| (proposed(book, &p, state.today()), p)).collect::<Vec<_>>())
    });
    let all = move || meetings.with(|all| all.proposals.len());
    let head = move || {
        view! {
            <button class="button button--plain" type="button" on:click=move |_| state.open_dialog(Dialog::Meet(None))>
                <Icon name="plus" small=true />
                "Introduce two people"
            </button>
        }
    };
    view! {
        <Section
            id="meet"
            title="Introductions you could make"
            count=derived(move || open.with(Vec::len) + all())
            nothing="Write on a person’s page whom they look for. Whoever fits in your book is proposed here, with the reason."
            head=head
        >
            <ul aria-labelledby="meet">
                <For each=move || open.get() key=|id| id.to_string() let:id>
                    <UnderWay id=id />
                </For>
                <For each=move || shown.get() key=|(words, p)| format!("{words:?} {p:?}") let:one>
                    {one.0.map(|words| view! { <Proposed words=words proposal=one.1 /> }).views()}
                </For>
            </ul>
            <Show when=move || all().gt(&most.get())>
                <p class="people-more">
                    <button class="button" type="button" on:click=move |_| most.update(|n| *n += SOME)>
                        "Show more"
                    </button>
                </p>
            </Show>
        </Section>
        <Made />
    }
}

/// Two people, why they should meet, what each says to it, the main act and the lesser ones.
#[component]
fn Pair(
    words: PairWords,
    /// What the button is called.
    verb: String,
    run: Callback<()>,
    /// The id of the menu, and what is in it.
    #[prop(optional)]
    menu: (String, Vec<MenuItem>),
) -> impl IntoView {
    let names = format!("{} and {}", words.one.name, words.other.name);
    let (id, items) = menu;
    let more = format!("More for {names}");
    let menu = (!items.is_empty()).then(|| view! { <Menu id=id label=more items=items /> });
    let PairWords { one, other, why, consent, .. } = words;
    let said = |(text, tone): (String, &'static str)| {
        view! {
            <span class="mark" data-tone=tone>
                {text}
            </span>
        }
    };
    view! {
        <li class="pair" data-row="true">
            <div class="pair__faces" aria-hidden="true">
                <Avatar name=one.name.clone() client=one.client />
                <Avatar name=other.name.clone() client=other.client />
            </div>
            <div class="pair__text">
                <h3 class="pair__who">
                    <a href=Route::of(Page::Person(one.id)).to_string()>{one.name}</a>
                    " "
                    <span>"and"</span>
                    " "
                    <a href=Route::of(Page::Person(other.id)).to_string()>{other.name}</a>
                </h3>
                <p class="pair__why">{why}</p>
                <p class="pair__consent">{consent.into_iter().map(said).views()}</p>
            </div>
            <div class="pair__do">
                <button class="button" type="button" aria-label=format!("{verb}: {names}") on:click=move |_| run.run(())>
                    {verb.clone()}
                </button>
                {menu.views()}
            </div>
        </li>
    }
}

#[component]
fn UnderWay(id: IntroductionId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| Some((pair(book, id, today)?, book.introduction(id)?.next())));
    let shown = move |(words, next): (PairWords, NextWord)| {
        let menu = (format!("pair-{id}"), acts(state, id, &words, next));
        let verb = words.button.clone();
        let run = Callback::new(move |()| state.open_dialog(Dialog::Introduce(id)));
        view! { <Pair words=words verb=verb run=run menu=menu /> }
    };
    view! { {move || told.get().map(shown).views()} }
}

fn item(label: String, icon: &'static str, run: Callback<()>) -> MenuItem {
    MenuItem { label, icon, act: "", run }
}

/// What else can be noted: an answer of either, and that it came to nothing.
fn acts(state: State, id: IntroductionId, words: &PairWords, next: NextWord) -> Vec<MenuItem> {
    let answer = |side: Side, says: Says| {
        let who = if side == Side::One { &words.one.short } else { &words.other.short };
        let label = format!("{who} {}", says.label());
        let (said, icon) = (format!("Noted: {label}."), if says == Says::Yes { "check" } else { "close" });
        let run = Callback::new(move |()| {
            let (said, says) = (said.clone(), says.clone());
            state.act_here(said, move |book, _, today| book.introduction_says(id, side, says, today));
        });
        item(label, icon, run)
    };
    let side = match next {
        NextWord::Ask(side) | NextWord::Wait(side) => vec![side],
        NextWord::Introduce => vec![Side::One, Side::Other],
        NextWord::Made | NextWord::Declined => Vec::new(),
    };
    let yes = |side: &Side| (next != NextWord::Introduce).then(|| answer(*side, Says::Yes));
    let answers: Vec<MenuItem> =
        side.iter().flat_map(yes).chain(side.iter().map(|side| answer(*side, Says::No))).collect();
    let drop = move |()| {
        state.act_here("They are not proposed again.", move |book, _, _| book.trash(&Kind::Introduction, id.0, true));
    };
    answers.into_iter().chain([item("Not these two".into(), "bin", Callback::new(drop))]).collect()
}

/// Two people who could be brought together, with the button that asks the first.
#[component]
pub fn Proposed(words: PairWords, proposal: IntroductionProposal) -> impl IntoView {
    let state = use_state();
    let id = format!("pair-{}-{}", words.one.id, words.other.id);
    let pair = (words.one.id, words.other.id);
    let drop = move |()| {
        state.act_here("They are not proposed again.", move |book, mint, _| book.not_these_two(pair, mint));
    };
    let items = vec![item("Not these two".into(), "bin", Callback::new(drop))];
    let verb = words.button.clone();
    let run = Callback::new(move |()| begin(state, &proposal));
    view! { <Pair words=words verb=verb run=run menu=(id, items) /> }
}

/// Takes a proposal up, and opens the first message of it.
pub fn begin(state: State, proposal: &IntroductionProposal) {
    let mut made = None;
    let begun = state.act_here("Under way. Nobody has been asked yet.", |book, mint, today| {
        let pair = (proposal.wish.who, proposal.found.who);
        let (id, change) = book.introduce(pair, &why(book, proposal, today), proposal.wish.give, mint)?;
        made = Some(id);
        Ok(change)
    });
    if let (true, Some(id)) = (begun, made) {
        state.open_dialog(Dialog::Introduce(id));
    }
}

/// The introductions that were made, folded, each with what came of it.
#[component]
fn Made() -> impl IntoView {
    let state = use_state();
    let list = state.select(made);
    let row = move |id: IntroductionId| {
        let told = state.select_on(move |book, today| pair(book, id, today));
        let shown = move |words: PairWords| {
            let run = Callback::new(move |()| state.open_dialog(Dialog::CameOf(id)));
            view! { <Pair words=words verb="What came of it".to_string() run=run /> }
        };
        view! { {move || told.get().map(shown).views()} }
    };
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <details class="fold">
                <summary>{move || format!("Introductions made ({})", list.with(Vec::len))}</summary>
                <ul aria-label="Introductions made">
                    <For each=move || list.get() key=|id| id.to_string() children=row />
                </ul>
            </details>
        </Show>
    }
}
