//! Contacts that wait for a yes: who is new, who is here already, and what could not be read.

use super::Tally;
use super::links::LinksOfFile;
use super::report::SaveRest;
use crate::app::state::{Destination, ImportPreview, PreviewRow, Rest, Ticked, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::show_more::ShowMore;
use kith::message::links::put;
use kith::message::reason::{count, number};
use kith::rules::links::Links;
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 50;

/// What the contacts would do to the book.
#[component]
pub fn NamesPreview(names: Arc<ImportPreview>) -> impl IntoView {
    let state = use_state();
    let has_line = state.has_line();
    let shown = names.clone();
    let (into, ticks) = (RwSignal::from(names.into.clone()), RwSignal::from(names.ticks.clone()));
    let links = RwSignal::from(names.links.clone());
    let ticked = memo(move || links.with(Links::ticked));
    let counted = names.clone();
    let coming = memo(move || ticks.with(|ticks| counted.coming(into.get(), ticks)));
    let bring = {
        let names = names.clone();
        move |_| state.bring_names(names.clone())
    };
    let all = names.clone();
    let is_bare = move || all.coming(into.get(), &Ticked::default()) == 0;
    let (changed, measured, fitting) = (names.clone(), names.clone(), names.clone());
    let fits = memo(move || fitting.fits());
    let would_write = move || coming.get() != 0 || ticked.get() != 0;
    state.measure(&names);
    let is_read_again = memo(move || state.is_read_again());
    view! {
        <section class="stack data__part" aria-labelledby="names-title" on:change=move |_| state.measure(&changed)>
            <header class="section-head">
                <h2 id="names-title">"What is in it"</h2>
                <code class="file">{shown.file.clone()}</code>
                <span class="small quiet">{shown.format}</span>
            </header>
            <Tally counts=shown.counts />
            <Where all_at_once=shown.all_at_once.clone() into=into />
            <LinksOfFile links=links />
            <Space names=measured />
            <div class="row">
                <Show
                    when=move || would_write() && fits.get()
                    fallback=move || {
                        let why = if is_bare() { NOBODY } else { NONE_TICKED };
                        (!would_write()).then(|| view! { <p>{why}</p> }).views()
                    }
                >
                    <button
                        class="button button--primary"
                        type="button"
                        prop:disabled=move || is_read_again.get()
                        on:click=bring.clone()
                    >
                        {move || if coming.get() == 0 { put(ticked.get()) } else { format!("Import {}", count(coming.get(), "name")) }}
                    </button>
                </Show>
                <button class="button button--plain" type="button" on:click=move |_| state.leave_file()>
                    {move || if has_line.get() { "Leave this file out" } else { "Leave it" }}
                </button>
            </div>
            <Unreadable why=shown.refused.clone() rest=shown.rest.clone() />
            <Window names=names into=into ticks=ticks />
        </section>
    }
}

/// What is said of the room they take.
#[component]
fn Space(names: Arc<ImportPreview>) -> impl IntoView {
    let said = memo({
        let names = names.clone();
        move || names.said_of_space()
    });
    let tone = derived(move || if names.fits() { "owed" } else { "late" });
    let notice = move |(first, rest): (&'static str, String)| {
        view! {
            <div class="notice" data-tone=tone>
                <Icon name="warn" />
                <p>
                    <strong>{first}</strong>
                    " "
                    {rest}
                </p>
            </div>
        }
    };
    view! { <div role="status">{move || said.get().map(notice).views()}</div> }
}

const NOBODY: &str = "There is nobody new in this file. Nothing needs to be written.";
const NONE_TICKED: &str = "No row is ticked, so nothing would be written.";

/// The rows, a window of them at a time; those that would write something may be left out.
#[component]
fn Window(names: Arc<ImportPreview>, into: RwSignal<Destination>, ticks: RwSignal<Ticked>) -> impl IntoView {
    let state = use_state();
    let most = RwSignal::new(PAGE);
    let many = names.many();
    let rows = memo(move || state.window(&names, most.get()));
    view! {
        {move || view! { <RowsShown rows=rows.get() into=into ticks=ticks /> }}
        <ShowMore step=PAGE count=many shown=most />
    }
}

/// What would come of each row: who, what they are, and the verdict, with what the file knows better.
#[component]
pub fn RowsShown(
    rows: Vec<PreviewRow>,
    #[prop(optional, into)] into: Option<RwSignal<Destination>>,
    #[prop(optional, into)] ticks: Option<RwSignal<Ticked>>,
) -> impl IntoView {
    let has_ticks = ticks.is_some();
    let bring_in = || view! { <th scope="col"><span class="visually-hidden">"Bring in"</span></th> };
    let heads = ["Name", "Who they are", "What would come of it"];
    let row = move |row: PreviewRow| {
        let is_open = row.same.is_some();
        let ticked = into.zip(ticks);
        let tick = ticked.map(|(into, ticks)| view! { <Tick row=row.clone() into=into ticks=ticks /> }).views();
        let news = (!is_open).then(|| view! { <News news=row.news.clone() /> }).views();
        let of_row = move |row: PreviewRow, ticks| {
            if is_open {
                view! { <SameAs row=row ticks=ticks /> }.into_any()
            } else {
                view! { <Job row=row ticks=ticks /> }.into_any()
            }
        };
        let choice = ticks.map(|ticks| of_row(row.clone(), ticks)).views();
        view! {
            <tr>
                {tick}
                <th scope="row">{row.name}</th>
                <td class="quiet">{row.detail}</td>
                <td>{row.fate} {news} {choice}</td>
            </tr>
        }
    };
    view! {
        <table class="table table--plain data__names">
            <caption class="visually-hidden">"The people in the file, and what would come of each"</caption>
            <thead>
                <tr>{has_ticks.then(bring_in).views()} {heads.map(|head| view! { <th scope="col">{head}</th> }).views()}</tr>
            </thead>
            <tbody>{rows.into_iter().map(row).views()}</tbody>
        </table>
    }
}

/// The tick of a row that would write something.
#[component]
fn Tick(row: PreviewRow, into: RwSignal<Destination>, ticks: RwSignal<Ticked>) -> impl IntoView {
    let line = row.line;
    let [book, pool] = row.comes;
    let renews = move || ticks.with(|ticks| ticks.jobs.contains(&line));
    let comes = move || renews() || if into.get() == Destination::Pool { pool } else { book };
    let is_in = move || comes() && !ticks.with(|ticks| ticks.without.contains(&line));
    let tick = move |_| ticks.update(|ticks| Ticked::turn(&mut ticks.without, line));
    view! {
        <td>
            <input
                class="tick"
                type="checkbox"
                aria-label=format!("Bring in {}", row.name)
                prop:checked=is_in
                prop:disabled=move || !comes()
                on:change=tick
            />
        </td>
    }
}

/// What the file knows of somebody that is not known here.
#[component]
fn News(news: Vec<String>) -> impl IntoView {
    news.into_iter().map(|news| view! { <p class="small quiet">{news}</p> }).views()
}

/// Whether somebody is whoever of the book they probably are: then they are completed, else they come in beside.
#[component]
fn SameAs(row: PreviewRow, ticks: RwSignal<Ticked>) -> impl IntoView {
    let Some(same) = row.same.clone() else { return ().into_any() };
    let (line, person) = (row.line, same.person);
    let [is_them, is_new] = same.either;
    let is_same = memo(move || ticks.with(|ticks| ticks.same.get(&line) == Some(&person)));
    let is_out = memo(move || ticks.with(|ticks| ticks.without.contains(&line)));
    let said = move || match (is_out.get(), is_same.get()) {
        (true, _) => "Stays out.".to_string(),
        (_, true) => is_them.clone(),
        (_, false) => is_new.clone(),
    };
    view! {
        <p>
            <label class="check">
                <input
                    type="checkbox"
                    aria-label=format!("It is {} (row {line})", same.name)
                    prop:checked=move || is_same.get()
                    prop:disabled=move || is_out.get()
                    on:change=move |_| ticks.update(|ticks| ticks.turn_same(line, person))
                />
                {format!(" It is {}", same.name)}
            </label>
        </p>
        <p class="small quiet">{said}</p>
        <Show when=move || is_same.get() && !is_out.get()>
            <News news=row.news.clone() />
            <Job row=row.clone() ticks=ticks />
        </Show>
    }
    .into_any()
}

/// Where the file says another job than the book: what stands here stays, unless this is ticked.
#[component]
fn Job(row: PreviewRow, ticks: RwSignal<Ticked>) -> impl IntoView {
    if row.differs.is_empty() {
        return ().into_any();
    }
    let line = row.line;
    let said = |text: String| view! { <p class="small quiet">{text}</p> };
    view! {
        {row.differs.into_iter().map(said).views()}
        <label class="check">
            <input
                type="checkbox"
                aria-label=format!("Take the job of {} from the file", row.name)
                prop:checked=move || ticks.with(|ticks| ticks.jobs.contains(&line))
                on:change=move |_| ticks.update(|ticks| Ticked::turn(&mut ticks.jobs, line))
            />
            " Take it from the file"
        </label>
    }
    .into_any()
}

/// Where the new names go: into the holding pool, or into the book (R12).
#[component]
fn Where(all_at_once: String, into: RwSignal<Destination>) -> impl IntoView {
    let choice = move |label: &'static str, note: String, to: Destination| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="where"
                    prop:checked=move || into.get() == to
                    on:change=move |_| into.set(to)
                />
                " "
                <span>
                    {label}
                    " "
                    <span class="check__note">{note}</span>
                </span>
            </label>
        }
    };
    let pool = "Searchable, but no one is owed anything until you take them into the book.".to_string();
    view! {
        <fieldset class="stack data__where">
            <legend class="field__label">"Put the new names in"</legend>
            {choice("The holding pool", pool, Destination::Pool)}
            {choice("The book", all_at_once, Destination::Book)}
        </fieldset>
    }
}

#[component]
fn Unreadable(why: (Vec<String>, usize), rest: Option<Rest>) -> impl IntoView {
    let (why, more) = why;
    if why.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="fold" open=true>
            <summary>
                <Icon name="right" small=true />
                {format!("{} cannot be read", count(why.len() + more, "row"))}
            </summary>
            <ul class="fold__body">
                {why.into_iter().map(|why| view! { <li>{why}</li> }).views()}
                {(more > 0).then(|| view! { <li>{format!("And {} more.", number(more))}</li> }).views()}
            </ul>
            <p class="fold__body">
                <SaveRest rest=rest />
            </p>
        </details>
    }
    .into_any()
}
