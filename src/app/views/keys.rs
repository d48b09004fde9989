//! The keys: what each does, and the sheet that tells.

mod press;

pub use press::pressed;

use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::list::Views;
use leptos::prelude::*;

/// What is pressed, and what it does.
const ANYWHERE: [(&str, &str); 7] = [
    ("/", "Find anyone"),
    ("C", "Capture a referral"),
    ("L", "Log a contact"),
    ("N", "Add a person"),
    ("Ctrl Z", "Take the last act back"),
    ("Ctrl Shift Z", "Do it again"),
    ("?", "All keys"),
];
const GO: [(&str, &str); 7] = [
    ("G T", "Today"),
    ("G P", "People"),
    ("G H", "The Hundred"),
    ("G R", "Referrals"),
    ("G E", "Tree"),
    ("G S", "Scoreboard"),
    ("G D", "Your data"),
];
const IN_A_LIST: [(&str, &str); 7] = [
    ("Alt ↑↓", "Move in the Hundred"),
    ("J", "Next row"),
    ("K", "Previous row"),
    ("Enter", "The row’s main act"),
    ("E", "Done already"),
    ("S", "Tomorrow"),
    ("X", "Select, while you select several"),
];
const IN_A_DIALOG: [(&str, &str); 2] = [("Ctrl Enter", "Its main act"), ("Esc", "Close it; a draft is kept")];

/// All keys.
#[component]
pub fn Keys() -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    let on = RwSignal::new(state.keys_on());
    let switch = move |event| {
        on.set(event_target_checked(&event));
        state.switch_keys(on.get_untracked());
    };
    view! {
        <Dialog labelled_by="keys-title" class="keys" on_close=close>
            <DialogHead id="keys-title" title="Keys" sub="Single letters do nothing while you write." on_close=close />
            <div class="dialog__body keys__body" tabindex="0">
                <Group name="Anywhere" keys=&ANYWHERE />
                <Group name="Go to" keys=&GO />
                <Group name="In a list" keys=&IN_A_LIST />
                <Group name="In a dialog" keys=&IN_A_DIALOG />
            </div>
            <footer class="dialog__foot">
                <label class="check">
                    <input type="checkbox" prop:checked=on on:change=switch />
                    <span>"Single letters are keys"</span>
                </label>
            </footer>
        </Dialog>
    }
}

#[component]
fn Group(name: &'static str, keys: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let row = |(key, does): &(&'static str, &'static str)| {
        let caps = key.split(' ').map(|cap| view! { <kbd class="keys__cap">{cap}</kbd> });
        view! {
            <dt>{caps.views()}</dt>
            <dd>{*does}</dd>
        }
    };
    view! {
        <section>
            <h3>{name}</h3>
            <dl class="facts">{keys.iter().map(row).views()}</dl>
        </section>
    }
}
