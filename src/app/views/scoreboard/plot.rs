//! One plot of the scoreboard: its finding, and a table whose second column is a bar.

use crate::app::ui::list::Views;
use kith::message::score::{Plot, PlotLink, PlotRow};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// A plot (R18).
pub fn plot(plot: Plot) -> AnyView {
    let Plot { title, finding, heads, rows, key } = plot;
    let head = |(column, name): (usize, &&'static str)| {
        let class = if column == 0 { "" } else { "number" };
        view! {
            <th scope="col" class=class>
                {*name}
            </th>
        }
    };
    let columns: Vec<_> = heads.iter().enumerate().map(head).collect();
    let mut columns = columns.into_iter();
    let name = columns.next();
    view! {
        <section class="plot" aria-label=title>
            <div>
                <h2 class="plot__title">{title}</h2>
                <p class="plot__finding">{finding}</p>
            </div>
            <table class="bars">
                <thead>
                    <tr>{name} <td></td> {columns.views()}</tr>
                </thead>
                <tbody>{rows.into_iter().map(line).views()}</tbody>
            </table>
            <p class="plot__key">
                {key.iter().map(|(part, name)| view! { <span data-part=*part>{*name}</span> }).views()}
            </p>
        </section>
    }
    .into_any()
}

fn line(line: PlotRow) -> AnyView {
    let PlotRow { name, leads_to, percent, parts, tone, numbers } = line;
    let part = |(part, n): (&'static str, usize)| view! { <i data-part=part style=("--v", n.to_string())></i> };
    let page = match leads_to {
        PlotLink::Nowhere => None,
        PlotLink::Person(id) => Some(Page::Person(id)),
        PlotLink::Tree(id) => Some(Page::Tree(Some(id))),
    };
    let name = match page {
        None => name.into_any(),
        Some(page) => view! {
            <a class="name" href=Route::of(page).to_string()>
                {name}
            </a>
        }
        .into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="bars__cell">
                <span class="bars__bar" data-tone=tone style=("--v", percent.to_string())>
                    {parts.into_iter().map(part).views()}
                </span>
            </td>
            {numbers.into_iter().map(|number| view! { <td class="number">{number}</td> }).views()}
        </tr>
    }
    .into_any()
}
