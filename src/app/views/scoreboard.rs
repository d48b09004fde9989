//! The scoreboard: this week beside the last, the weeks against their goals, referrals by month, how often you ask, and
//! what came of it.

mod plot;

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, memo};
use kith::message::coach::{Lesson, coach};
use kith::message::score::{Bar, MonthColumn, Score, Sum, score};
use kith::route::{Dialog, Page, Route};
use kith::rules::coach::Case;
use leptos::prelude::*;

/// The periods: how many weeks, and what the choice is called.
const PERIODS: [(usize, &str); 3] = [(13, "Quarter"), (YEAR, "Year"), (520, "Ten years")];
/// How many weeks are shown where the address asks for none.
const YEAR: usize = 52;
/// How many weeks are in sight; the earlier ones are folded.
const IN_SIGHT: usize = 13;

/// The scoreboard (R16–R18, R21, B13).
#[component]
pub fn Scoreboard() -> impl IntoView {
    let state = use_state();
    let over = state.of_route(|route| route.asked("weeks").parse::<usize>().unwrap_or(YEAR).clamp(1, 520));
    let told = state.select_on(move |book, today| score(book, over.get(), today));
    let period = move |(weeks, name): (usize, &'static str)| {
        let address = Route::of(Page::Scoreboard).filtered("weeks", &weeks.to_string()).to_string();
        view! {
            <a class="segment" href=address aria-current=move || (over.get() == weeks).then_some("true")>
                {name}
            </a>
        }
    };
    view! {
        <div class="page">
            <PageHead
                title="Scoreboard"
                lead=|| "What you did this week, and what came of the weeks before."
            >
                <nav class="segments" aria-label="Period">
                    {PERIODS.map(period).views()}
                </nav>
            </PageHead>
            <Show when=move || told.with(Option::is_some) fallback=|| view! { <Nothing /> }>
                <Shown told=told />
            </Show>
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let state = use_state();
    view! {
        <Empty
            title="Nothing is counted yet"
            text="Log the first word with somebody. From then on each week stands here beside the last."
        >
            <p class="row">
                <a class="button button--primary" href=move || state.with_dialog(Dialog::Log(None))>
                    "Log the first word"
                </a>
            </p>
        </Empty>
    }
}

#[component]
fn Shown(told: Memo<Option<Score>>) -> impl IntoView {
    let score = memo(move || told.get().unwrap_or_default());
    let sum = |Sum { name, this, beside }: Sum| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{this} " " <small>{beside}</small></dd>
            </div>
        }
    };
    view! {
        <dl class="tally" aria-label="This week">
            {move || score.get().sums.into_iter().map(sum).views()}
        </dl>
        <div class="scores">
            <section class="plot" aria-labelledby="score-weeks">
                <div>
                    <h2 class="plot__title" id="score-weeks">
                        "People contacted each week"
                    </h2>
                    <p class="plot__finding">{move || score.get().weeks}</p>
                </div>
                {move || weeks(score.get().bars)}
            </section>
            <section class="plot" aria-labelledby="score-referrals">
                <div>
                    <h2 class="plot__title" id="score-referrals">
                        "Referrals received"
                    </h2>
                    <p class="plot__finding">{move || score.get().referrals}</p>
                </div>
                {move || months(score.get().columns)}
            </section>
            <section class="plot" aria-labelledby="score-asks">
                <h2 class="plot__title" id="score-asks">
                    "How often you ask"
                </h2>
                <p class="plot__finding">{move || score.get().ask_rate}</p>
                <p class="plot__finding">{move || score.get().closes}</p>
            </section>
            {move || score.get().plots.into_iter().map(plot::plot).views()}
            <Causes />
        </div>
    }
}

/// Why asks and referrals came to nothing; each count opens its list (R29, B13).
#[component]
fn Causes() -> impl IntoView {
    let told = use_state().select_on(coach);
    let case = |(case, called, ended): (Case, String, String)| {
        let page = match case {
            Case::Ask(id) => Page::Ask(id),
            Case::Referral(id) => Page::Referral(id),
        };
        view! {
            <li>
                <a class="name" href=Route::of(page).to_string()>
                    {called}
                </a>
                " "
                <span class="faint">{ended}</span>
            </li>
        }
    };
    let lesson = move |Lesson { said, cases }: Lesson| {
        view! {
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    {said}
                </summary>
                <ul class="fold__body">{cases.into_iter().map(case).views()}</ul>
            </details>
        }
    };
    view! {
        <section class="plot" aria-labelledby="score-causes">
            <div>
                <h2 class="plot__title" id="score-causes">
                    "Why some came to nothing"
                </h2>
                <p class="plot__finding">{move || told.get().lead}</p>
            </div>
            <div>{move || told.get().lessons.into_iter().map(lesson).views()}</div>
        </section>
    }
}

/// The weeks as bars, the earlier ones folded.
fn weeks(mut bars: Vec<Bar>) -> AnyView {
    if bars.is_empty() {
        return ().into_any();
    }
    let early = bars.split_off(IN_SIGHT.min(bars.len()));
    let fold = |early: Vec<Bar>| {
        view! {
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    "Earlier weeks"
                </summary>
                {table(early)}
            </details>
        }
    };
    [table(bars), (!early.is_empty()).then(|| fold(early)).views()].views()
}

fn table(bars: Vec<Bar>) -> AnyView {
    let row = |bar: Bar| {
        view! {
            <tr>
                <th scope="row">{bar.name}</th>
                <td class="bars__cell">
                    <span class="bars__bar" data-tone=bar.tone style=("--v", bar.percent.to_string())></span>
                </td>
                <td class="number">{bar.said}</td>
            </tr>
        }
    };
    view! {
        <table class="bars">
            <caption class="visually-hidden">"People contacted, and the goal, by the first day of the week"</caption>
            <tbody>{bars.into_iter().map(row).views()}</tbody>
        </table>
    }
    .into_any()
}

/// The months as columns of counted squares.
fn months(columns: Vec<MonthColumn>) -> AnyView {
    if columns.is_empty() {
        return ().into_any();
    }
    let bar = |part: &'static str, n: u32| {
        (n > 0).then(|| {
            view! {
                <span class="stacks__bar" data-part=part style=("--n", n.to_string()) aria-hidden="true"></span>
            }
        })
    };
    let column = |MonthColumn { name, client, other, said }: MonthColumn| {
        view! {
            <li class="stacks__column">
                {bar("offered", other).views()} {bar("asked", client).views()}
                <span class="stacks__name" aria-hidden="true">
                    {name}
                </span> <span class="visually-hidden">{said}</span>
            </li>
        }
    };
    view! {
        <ol class="stacks" aria-label="By month">
            {columns.into_iter().map(column).views()}
        </ol>
        <p class="plot__key">
            <span data-part="asked">"From clients"</span>
            <span data-part="offered">"From others"</span>
        </p>
    }
    .into_any()
}
