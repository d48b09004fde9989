//! The state of the app: the one signal with the book, what a screen reads of it, and the one way to change it.

mod back_up;
mod capture;
mod drafts;
mod erasing;
mod export;
mod files;
mod imports;
mod large;
mod long_act;
mod long_task;
mod notice;
mod persistence;
mod preferences;
mod sample;
mod tree;
mod twice;

pub use super::worker::Offline;
pub use export::{ExportFormat, List};
pub use imports::incoming::{Destination, IncomingFile, Merge, Report};
pub use imports::preview::{ImportPreview, PreviewRow, Ticked};
pub use imports::reader::Working;
pub use imports::report::Rest;
pub use kith::exchange::csv::{Laid, LaidColumn};
pub use notice::{Notice, StandingNotice};
pub use tree::Paper;

use super::clock;
use super::local_storage::BrowserStorage;
use super::scroll;
use super::time_slice::TimeSlice;
use crate::app::ui::signal::{Memo, memo};
use chrono::NaiveDate;
use imports::columns::TableFile;
use imports::queue::QueuePosition;
use imports::report::Reports;
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::draft::Problems;
use kith::domain::id::{Mint, PersonId, Session};
use kith::domain::undo::Undo;
use kith::route::{Dialog, Page, Route};
use kith::rules::duty::{Duties, Owed, Raised, concerned};
use kith::rules::today_rows::{TodayRow, grouped, row_of};
use kith::store::engine::{Opened, Opening, SetAside, Store};
use leptos::prelude::*;
use long_task::{PART, TaskSlot};
use std::sync::Arc;

/// How many acts can be taken back.
const UNDO_MAX: usize = 200;

/// What is said while an act too large for one task is under way.
const BUSY: &str =
    "Something large is still being done, so nothing was changed. Wait until it is done, then try again.";

/// Everything the screens share. Copy it freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct State {
    book: RwSignal<Book>,
    store: StoredValue<Store<BrowserStorage>, LocalStorage>,
    local: BrowserStorage,
    undos: StoredValue<Vec<Undo>>,
    redos: StoredValue<Vec<Undo>>,
    today: RwSignal<NaiveDate>,
    route: RwSignal<Route>,
    /// Whether the open dialog was opened by a click here, so that closing it is going back.
    pushed: StoredValue<bool>,
    /// The duties that `rows` is made of, kept from one change to the next.
    duties: StoredValue<Duties>,
    /// What is owed today: more than one part of the screen shows it.
    rows: Memo<Vec<TodayRow>>,
    notice: RwSignal<Option<Notice>>,
    /// Whether the passing sentence is being read, and so must not pass.
    held: StoredValue<bool>,
    standing: RwSignal<Vec<StandingNotice>>,
    unread: RwSignal<Vec<SetAside>>,
    offline: RwSignal<Offline>,
    /// Whether the last draft of a form was kept.
    drafts_kept: RwSignal<bool>,
    arriving: RwSignal<Option<IncomingFile>>,
    /// The work on a file, that on an act too large for one task, and that on the room a file would take.
    on_file: TaskSlot,
    on_act: TaskSlot,
    on_room: TaskSlot,
    /// The table that comes in, laid open, and the file it is read from again when its columns are corrected.
    laid: RwSignal<Option<Arc<Laid>>>,
    source: StoredValue<Option<TableFile>>,
    /// What became of the rows of the latest imports.
    reports: StoredValue<Reports>,
    /// The files that wait until the one before them is done with, and where in their line one is.
    waiting: StoredValue<Vec<web_sys::File>, LocalStorage>,
    line: RwSignal<QueuePosition>,
    /// Whether files are held over the page.
    hovering: RwSignal<bool>,
}

/// The state, for any component.
pub fn use_state() -> State {
    expect_context::<State>()
}

impl State {
    /// Opens the book, a turn at a time, and takes the address the page was opened with.
    pub async fn open() -> State {
        let session = Session::of_bits(super::random::session_bits());
        let local = BrowserStorage::open();
        let mut opening = Opening::begin(local, session, clock::now_millis());
        let mut turn = TimeSlice::begin();
        while opening.step(PART) {
            turn.rest_if_over().await;
        }
        State::of(opening.finish(), local)
    }

    /// Works out who is owed what, a turn at a time, so that the screens need not do it in one.
    pub async fn work_out_duties(self) {
        let mut turn = TimeSlice::begin();
        while self.prepare_duties() {
            turn.rest_if_over().await;
        }
    }

    /// Works out the next part of who is owed what; whether there is more.
    fn prepare_duties(self) -> bool {
        let prepare = |duties: &mut Duties| self.peek(|book, today| duties.prepare(book, today, PART));
        self.duties.try_update_value(prepare).unwrap_or_default()
    }

    fn of(opened: Opened<BrowserStorage>, local: BrowserStorage) -> State {
        let route =
            if opened.had_book || !address().is_empty() { Route::parse(&address()) } else { Route::of(Page::Welcome) };
        let mut book = opened.book;
        book.listen(concerned);
        let (book, today) = (RwSignal::new(book), RwSignal::new(clock::today()));
        let duties = StoredValue::new(Duties::default());
        let owed = move |book: &Book| {
            let day = today.get();
            duties.try_update_value(|duties| duties.owed(book, day)).unwrap_or_default()
        };
        let state = State {
            book,
            duties,
            rows: memo(move || grouped(book.with(owed))),
            store: StoredValue::new_local(opened.store),
            local,
            undos: StoredValue::new(Vec::new()),
            redos: StoredValue::new(Vec::new()),
            today,
            route: RwSignal::new(route),
            pushed: StoredValue::new(false),
            notice: RwSignal::new(None),
            held: StoredValue::new(false),
            standing: RwSignal::new(Vec::new()),
            unread: RwSignal::new(Vec::new()),
            offline: RwSignal::new(super::worker::offline()),
            drafts_kept: RwSignal::new(opened.blocked.is_none()),
            arriving: RwSignal::new(None),
            on_file: TaskSlot::empty(),
            on_act: TaskSlot::empty(),
            on_room: TaskSlot::empty(),
            laid: RwSignal::new(None),
            source: StoredValue::new(None),
            reports: StoredValue::new(Vec::new()),
            waiting: StoredValue::new_local(Vec::new()),
            line: RwSignal::new(QueuePosition::default()),
            hovering: RwSignal::new(false),
        };
        if opened.blocked.is_some() {
            state.note(StandingNotice::Blocked);
        }
        if opened.newer {
            state.note(StandingNotice::Newer);
        }
        state.set_aside(opened.set_aside);
        state.tidy_up_later();
        state
    }

    /// A part of the book, told again only when that part differs. The only way for a screen to read the book.
    pub fn select<T>(self, part: impl Fn(&Book) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.book.with(&part))
    }

    /// Like `select`, for parts that depend on the day.
    pub fn select_on<T>(self, part: impl Fn(&Book, NaiveDate) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.book.with(|book| part(book, self.today.get())))
    }

    /// A part of the book inside a memo of the caller's own, which reads other signals as well.
    pub fn select_now<T>(self, part: impl FnOnce(&Book) -> T) -> T {
        self.book.with(part)
    }

    /// A part of the book as it is at this moment, for an event: nothing runs again when it changes.
    pub fn peek<T>(self, part: impl FnOnce(&Book, NaiveDate) -> T) -> T {
        self.book.with_untracked(|book| part(book, self.today.get_untracked()))
    }

    /// What is owed today, a row a person.
    pub fn rows(self) -> Memo<Vec<TodayRow>> {
        self.rows
    }

    /// What is owed to this person at this moment, or without one to the book itself.
    pub fn owed_to(self, person: Option<PersonId>) -> Vec<Owed> {
        self.peek(|book, today| row_of(book, person, today)).map(|row| row.owed).unwrap_or_default()
    }

    /// The local day; it turns at midnight.
    pub fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// Looks again what day it is: at midnight, and when the page is shown.
    pub fn turn_the_day(self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// Saves the change that a form builds, then shows it, with `said` and Undo in the toast. A button outside a form calls
    /// [`State::act_here`].
    ///
    /// # Errors
    /// The problems of the draft, field by field; or, under the field `form`, why the change could not be saved. Then
    /// nothing was written and nothing is shown.
    pub fn act(
        self,
        said: impl Into<String>,
        build: impl FnOnce(&Book, &mut Mint, NaiveDate) -> Result<Change, Problems>,
    ) -> Result<(), Problems> {
        let change = self.build(build)?;
        self.save_and_show(change, said.into())
    }

    fn build(
        self,
        build: impl FnOnce(&Book, &mut Mint, NaiveDate) -> Result<Change, Problems>,
    ) -> Result<Change, Problems> {
        let today = self.today.get_untracked();
        self.with_store(|store| self.book.with_untracked(|book| build(book, store.mint(), today)))
    }

    fn save_and_show(self, change: Change, said: String) -> Result<(), Problems> {
        let undo = self.keep_change(change)?;
        self.remember(Some(undo));
        self.say_with_undo(said);
        self.ask_to_persist_once();
        Ok(())
    }

    /// Takes note of what takes the last act back.
    fn remember(self, undo: Option<Undo>) {
        self.undos.update_value(|undos| {
            undos.extend(undo);
            if undos.len() > UNDO_MAX {
                undos.remove(0);
            }
        });
        self.redos.update_value(Vec::clear);
    }

    /// Saves and shows the change of a button outside a form, as [`State::act`] does; a failure is told in the toast.
    /// Returns `true` when it was saved. A change of more than 300 records is saved in turns: then `true` means that this
    /// has begun, and the toast tells how it ended.
    pub fn act_here(
        self,
        said: impl Into<String>,
        build: impl FnOnce(&Book, &mut Mint, NaiveDate) -> Result<Change, Problems>,
    ) -> bool {
        let done = self.build(build).and_then(|change| match change.records.len() > long_act::LARGE {
            false => self.save_and_show(change, said.into()),
            true if self.is_busy() => Err(Problems::one("form", BUSY)),
            true => {
                self.act_in_turns(change, said.into());
                Ok(())
            }
        });
        if let Err(problems) = &done {
            self.say_failed(problems.to_string());
        }
        done.is_ok()
    }

    /// Takes the last act back.
    pub fn undo(self) {
        self.step_back(self.undos, self.redos, "Taken back.", "There is nothing to take back.");
    }

    /// Does again what was taken back last.
    pub fn redo(self) {
        self.step_back(self.redos, self.undos, "Done again.", "There is nothing to do again.");
    }

    fn step_back(
        self,
        from: StoredValue<Vec<Undo>>,
        to: StoredValue<Vec<Undo>>,
        said: &'static str,
        nothing: &'static str,
    ) {
        if self.is_busy() {
            return self.say_failed(BUSY);
        }
        let Some(undo) = from.try_update_value(Vec::pop).flatten() else { return self.say(nothing) };
        if undo.len() > long_act::LARGE {
            return self.step_in_turns(undo, from, to, said);
        }
        let change = self.peek(|book, _| undo.change(book));
        match self.keep_change(change) {
            Ok(back) => {
                to.update_value(|list| list.push(back));
                self.say(said);
            }
            Err(problems) => {
                from.update_value(|list| list.push(undo));
                self.say_failed(problems.to_string());
            }
        }
    }

    fn keep_change(self, change: Change) -> Result<Undo, Problems> {
        let kept = self.with_store_and_book(|store, book| store.act(book, change, clock::now_millis()));
        self.look_again_soon();
        self.read_as_said();
        kept.map_err(|why| Problems::one("form", why))
    }

    fn with_store_and_book<T>(self, work: impl FnOnce(&mut Store<BrowserStorage>, &mut Book) -> T) -> T {
        work(&mut self.store.write_value(), &mut self.book.write())
    }

    fn with_store<T>(self, work: impl FnOnce(&mut Store<BrowserStorage>) -> T) -> T {
        work(&mut self.store.write_value())
    }

    /// Where the person is at this moment, for an event.
    pub fn peek_route(self) -> Route {
        self.route.get_untracked()
    }

    /// A part of where the person is, told again only when it differs.
    pub fn of_route<T>(self, part: impl Fn(&Route) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.route.with(&part))
    }

    /// Goes somewhere; Back returns.
    pub fn go(self, route: Route) {
        if self.peek_route() == route {
            return;
        }
        self.pushed.set_value(route.dialog.is_some());
        scroll::keep();
        set_address(&route.to_string(), false);
        self.arrive(route, 0.0);
    }

    /// Goes somewhere in place of where the person is: for filters, and for what follows a finished dialog.
    pub fn go_instead(self, route: Route) {
        if self.peek_route().page != route.page {
            // Back would lead past the page that takes this one's place.
            self.pushed.set_value(false);
        }
        set_address(&route.to_string(), true);
        self.arrive(route, 0.0);
    }

    /// The address of this place with a dialog open.
    pub fn with_dialog(self, dialog: Dialog) -> String {
        self.route.with(|route| route.with(dialog.clone()).to_string())
    }

    /// Opens a dialog on the page the person is on.
    pub fn open_dialog(self, dialog: Dialog) {
        let route = self.route.with_untracked(|route| route.with(dialog));
        self.go(route);
    }

    /// Opens the words that settle this duty.
    pub fn write_for(self, raised: &Raised) {
        if let Some(person) = raised.person {
            self.open_dialog(Dialog::Settle(person, raised.duty.name().into(), raised.about(), raised.due));
        }
    }

    /// Closes the open dialog: back, where a click here opened it.
    pub fn close_dialog(self) {
        let closed = self.route.with_untracked(Route::closed);
        if self.pushed.get_value() {
            self.pushed.set_value(false);
            self.arrive(closed, 0.0);
            back();
        } else {
            self.go_instead(closed);
        }
    }

    /// The address changed, by a link or by Back.
    pub fn address_changed(self) {
        let route = Route::parse(&address());
        // A link to a dialog is a click here; arriving anywhere else is not.
        self.pushed.set_value(route.dialog.is_some());
        self.arrive(route, scroll::kept());
    }

    /// Hands a link of a message to the program it is for: mail, text messages, the phone.
    pub fn open_link(self, link: &str) {
        let _ = window().location().set_href(link);
    }

    /// Shows this place; another page this far down.
    fn arrive(self, route: Route, far: f64) {
        let old = self.peek_route();
        if old.page != route.page {
            scroll::arrive(far);
        }
        if old != route {
            self.route.set(route);
        }
    }
}

fn address() -> String {
    window().location().hash().unwrap_or_default()
}

fn set_address(hash: &str, instead: bool) {
    let history = window().history();
    let state = wasm_bindgen::JsValue::NULL;
    let _ = match (instead, history) {
        (false, Ok(history)) => history.push_state_with_url(&state, "", Some(hash)),
        (true, Ok(history)) => history.replace_state_with_url(&state, "", Some(hash)),
        (_, Err(error)) => Err(error),
    };
}

fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}
