//! The shell of the app: rail or bar, the page, the open dialog, and the sentence that passes.

mod browser_events;
mod clock;
mod file;
mod local_storage;
mod navigation;
mod random;
mod scroll;
mod search_results;
mod state;
mod time_slice;
mod ui;
mod views;
mod worker;

use kith::route::{Dialog, Page};
use kith::rules::today_rows::due;
use leptos::prelude::*;
use state::{State, use_state};
use ui::signal::memo;
use views::shell::{Notices, Rail, Tabs, Toast, TopBar};

/// Where the skip link leads: a place on the page, not an address.
const PAGE: &str = "#main";

/// What comes out of the printer instead of a page that shows what is confidential (R63).
const NOT_ON_PAPER: &str = "This page stays on the screen, because what is confidential stands on it. The Hundred, the tree, \
    the ask card and the guests of an event can be printed from their own pages.";

/// Opens the book and shows the app; the page answers all the while.
pub fn start() {
    wasm_bindgen_futures::spawn_local(open());
}

async fn open() {
    let state = State::open().await;
    browser_events::listen(state);
    state.work_out_duties().await;
    browser_events::mark("kith:open");
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
    }
    leptos::mount::mount_to_body(move || {
        provide_context(state);
        view! { <App /> }
    });
    browser_events::ready();
}

#[component]
fn App() -> impl IntoView {
    let state = use_state();
    let welcome = state.of_route(|r| r.page == Page::Welcome);
    // A modal dialog leaves the rest of the page unheard, so those that say something while open have a toast of their own.
    let own_toast = state.of_route(|r| {
        matches!(r.dialog, Some(Dialog::Capture(_) | Dialog::Write(..) | Dialog::Closing(_) | Dialog::Columns))
    });
    let page = state.of_route(|r| r.page.clone());
    let title = memo(move || page.with(|page| state.select_now(|book| navigation::title(page, book))));
    let rows = state.rows();
    let due = memo(move || rows.with(|rows| due(rows)));
    view! {
        {move || browser_events::name_window(&title.get())}
        {move || browser_events::badge(due.get())}
        <a class="button skip" href=PAGE on:click=views::shell::skip>
            "Skip to the page"
        </a>
        <div class:shell=move || !welcome.get()>
            <Show when=move || !welcome.get()>
                <Rail />
                <TopBar />
            </Show>
            <main class="main" id="main" tabindex="-1">
                <Notices />
                {move || shown(page.get())}
                <p class="paper-note">{NOT_ON_PAPER}</p>
            </main>
            <Show when=move || !welcome.get()>
                <Tabs />
            </Show>
        </div>
        {move || dialog(state)}
        <Show when=move || !own_toast.get()>
            <Toast />
        </Show>
        <views::import::DropHere />
    }
}

fn shown(page: Page) -> AnyView {
    match page {
        Page::Today => view! { <views::today::Today /> }.into_any(),
        Page::People => view! { <views::people::People /> }.into_any(),
        Page::Pool => view! { <views::pool::PoolPage /> }.into_any(),
        Page::Twice => view! { <views::twice::TwicePage /> }.into_any(),
        Page::Person(id) => view! { <views::person::PersonPage id=id /> }.into_any(),
        Page::Organisation(id) => view! { <views::organisation::OrganisationPage id=id /> }.into_any(),
        Page::News => view! { <views::news::NewsPage /> }.into_any(),
        Page::Scoreboard => view! { <views::scoreboard::Scoreboard /> }.into_any(),
        Page::Hundred => view! { <views::hundred::Hundred /> }.into_any(),
        Page::Referrals => view! { <views::referrals::Referrals /> }.into_any(),
        Page::Referral(id) => view! { <views::referral::ReferralPage id=id /> }.into_any(),
        Page::Ask(id) => view! { <views::ask::AskPage id=id /> }.into_any(),
        Page::AskFor(id) => view! { <views::ask_for::AskFor person=id /> }.into_any(),
        Page::Give => view! { <views::give::GivePage /> }.into_any(),
        Page::Plan(id) => view! { <views::plan::PlanPage id=id /> }.into_any(),
        Page::Events => view! { <views::events::Events /> }.into_any(),
        Page::Event(id) => view! { <views::event::EventPage id=id /> }.into_any(),
        Page::Data => view! { <views::data::Data /> }.into_any(),
        Page::Import => view! { <views::import::Import /> }.into_any(),
        Page::Export => view! { <views::export::Export /> }.into_any(),
        Page::Words(part) => view! { <views::words::Words part=part /> }.into_any(),
        Page::Welcome => view! { <views::welcome::Welcome /> }.into_any(),
        Page::Tree(from) => view! { <views::tree::Tree from=from /> }.into_any(),
        Page::Unknown(path) => view! { <views::unknown_page::UnknownPage path=path /> }.into_any(),
    }
}

fn dialog(state: State) -> AnyView {
    let Some(dialog) = state.of_route(|r| r.dialog.clone()).get() else { return ().into_any() };
    match dialog {
        Dialog::Capture(from) => view! { <views::capture::Capture from=from /> }.into_any(),
        Dialog::Write(person, by) => view! { <views::compose::Compose person=person by=by /> }.into_any(),
        Dialog::Log(person) => view! { <views::log::Log person=person /> }.into_any(),
        Dialog::Person(person) => view! { <views::person_form::PersonForm person=person /> }.into_any(),
        Dialog::Won(id) => view! { <views::referral_end::Won id=id /> }.into_any(),
        Dialog::Close(id) => view! { <views::referral_end::CloseFile id=id /> }.into_any(),
        Dialog::Anyway(id) => view! { <views::referral_end::Anyway id=id /> }.into_any(),
        Dialog::NotNow(id) => view! { <views::ask::answers::NotNow id=id /> }.into_any(),
        Dialog::NotYet(id) => view! { <views::ask::answers::NotYet person=id /> }.into_any(),
        Dialog::Declined(id) => view! { <views::ask::answers::Declined id=id /> }.into_any(),
        Dialog::Promise(id) => view! { <views::ask::answers::Promise person=id /> }.into_any(),
        Dialog::Closing(touch) => view! { <views::after_meeting::AfterMeeting touch=touch /> }.into_any(),
        Dialog::PutOff(person) => view! { <views::put_off::PutOff person=person /> }.into_any(),
        Dialog::Drop(person) => view! { <views::put_off::NotOwed person=person /> }.into_any(),
        Dialog::Client(id) => view! { <views::words::ClientForm id=id /> }.into_any(),
        Dialog::Result(id) => view! { <views::words::ResultForm id=id /> }.into_any(),
        Dialog::Script(id, moment) => view! { <views::words::ScriptForm id=id moment=moment /> }.into_any(),
        Dialog::Story(id) => view! { <views::words::StoryForm id=id /> }.into_any(),
        Dialog::Issue(id) => view! { <views::news::form::IssueForm id=id /> }.into_any(),
        Dialog::Merge(people) => view! { <views::twice::Compare people=people /> }.into_any(),
        Dialog::Line(id) => view! { <views::hundred::ToLine id=id /> }.into_any(),
        Dialog::Given(id, person) => view! { <views::give::forms::Given id=id person=person /> }.into_any(),
        Dialog::Meet(person) => view! { <views::give::forms::Meet person=person /> }.into_any(),
        Dialog::Settle(person, duty, about, due) => {
            view! { <views::compose::Settle person=person duty=duty about=about due=due /> }.into_any()
        }
        Dialog::Introduce(id) => view! { <views::compose::Introduce id=id /> }.into_any(),
        Dialog::CameOf(id) => view! { <views::give::forms::CameOf id=id /> }.into_any(),
        Dialog::Plan(person) => view! { <views::plan::forms::NewPlan person=person /> }.into_any(),
        Dialog::PlanDays(id) => view! { <views::plan::forms::PlanDays id=id /> }.into_any(),
        Dialog::PlanLine(id, mine, at) => view! { <views::plan::forms::PlanLine id=id mine=mine at=at /> }.into_any(),
        Dialog::Columns => view! { <views::import::Columns /> }.into_any(),
        Dialog::Take => view! { <views::take::Take /> }.into_any(),
        Dialog::Event(id) => view! { <views::events::forms::EventForm id=id /> }.into_any(),
        Dialog::Guest(id) => view! { <views::events::forms::NewGuest id=id /> }.into_any(),
        Dialog::Goal => view! { <views::today::GoalForm /> }.into_any(),
        Dialog::Find(text) => view! { <views::find::Find text=text /> }.into_any(),
        Dialog::More => view! { <views::shell::More /> }.into_any(),
        Dialog::Erase(kind, ids) => view! { <views::erase::Erase kind=kind ids=ids /> }.into_any(),
        Dialog::Keys => view! { <views::keys::Keys /> }.into_any(),
    }
}
