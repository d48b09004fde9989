//! What is kept of an import: its report, and what of the file could not be read, as files.

use crate::app::state::{Report, Rest, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use leptos::prelude::*;

/// The button that saves what became of every row; nothing where there is no report. In a list it is plain, and says `of`
/// what it is where others stand beside it.
#[component]
pub fn SaveReport(
    reports: Vec<Report>,
    #[prop(optional_no_strip)] of: Option<String>,
    #[prop(optional)] is_listed: bool,
) -> impl IntoView {
    let state = use_state();
    let is_kept = reports.iter().any(Report::is_kept);
    let label = of.map(|of| format!("Save the report: {of}"));
    let save = Callback::new(move |()| state.hand_over_report(reports.clone()));
    is_kept.then(|| view! { <Save words="Save the report" label=label is_listed=is_listed save=save /> }).views()
}

/// The button that hands back what could not be read; nothing where all of the file could be. In a list it is plain, and
/// says of which file.
#[component]
pub fn SaveRest(rest: Option<Rest>, #[prop(optional)] is_listed: bool) -> impl IntoView {
    let state = use_state();
    let button = move |rest: Rest| {
        let label = is_listed.then(|| format!("Save the rows that could not be read, of {}", rest.file));
        let save = Callback::new(move |()| state.hand_back(&rest));
        view! { <Save words="Save the rows that could not be read" label=label is_listed=is_listed save=save /> }
    };
    rest.map(button).views()
}

/// A button that saves a file; in a list it is plain, and has a `label` that says more than its words.
#[component]
fn Save(words: &'static str, label: Option<String>, is_listed: bool, save: Callback<()>) -> impl IntoView {
    view! {
        <button
            class="button"
            class:button--plain=is_listed
            type="button"
            aria-label=label
            on:click=move |_| save.run(())
        >
            {(!is_listed).then(|| view! { <Icon name="download" small=true /> }).views()}
            {words}
        </button>
    }
}
