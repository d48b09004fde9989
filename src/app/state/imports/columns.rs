//! A table that comes in, laid open: what is said of its columns is kept in the book, and the file is read again by it.

use crate::app::state::State;
use crate::app::ui::signal::{Memo, memo};
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::setting::{First, FirstRow, forget, say_column, say_days, say_first_row};
use kith::exchange::contacts::Order;
use kith::exchange::csv::Laid;
use kith::route::{Dialog, Page};
use leptos::prelude::*;
use std::sync::Arc;

/// The file a table is read from: its name and its bytes.
pub(in crate::app::state) type TableFile = (String, Arc<Vec<u8>>);

impl State {
    /// The table that comes in; none where the file is no table, or one of our own.
    pub fn laid(self) -> Memo<Option<Arc<Laid>>> {
        memo(move || self.laid.get())
    }

    /// A part of it, told again only when it differs.
    pub fn of_laid<T>(self, part: impl Fn(&Laid) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        memo(move || self.laid.with(|laid| laid.as_deref().map(&part)))
    }

    /// Takes the column of this key for something else, here and in every file of the same shape.
    pub fn say_column(self, key: &str, holds: &str) {
        self.say_of_table(
            |laid| laid.told(key, holds),
            |book, laid| say_column(book, &laid.shape, key, laid.kept(key, holds)),
        );
    }

    /// Reads the days of such files with the month first, or the day, as the answer says.
    pub fn say_days(self, answer: &str) {
        let first = First::of_word(answer);
        let told = format!("Days are read with {}.", first.label());
        self.say_of_table(move |_| told, |book, laid| say_days(book, &laid.shape, first));
    }

    /// Takes the first row for the heading, or for a contact.
    pub fn say_first_row(self, word: &str) {
        let first_row = FirstRow::of_word(word);
        let told = format!("The first row {}.", first_row.label().to_lowercase());
        self.say_of_table(
            |_| told,
            |book, laid| {
                let there = laid.other.as_deref().unwrap_or(&laid.shape);
                say_first_row(book, there, &laid.shape, first_row)
            },
        );
    }

    /// Forgets what was said of such files; this one is read by its own headings again.
    pub fn forget_table(self) {
        self.say_of_table(|_| "Forgotten. It is read by its own headings.".to_string(), |_, laid| forget(&laid.shape));
    }

    fn say_of_table(self, told: impl FnOnce(&Laid) -> String, change: impl FnOnce(&Book, &Laid) -> Change) {
        if let Some(laid) = self.laid.get_untracked() {
            self.act_here(told(&laid), |book, _, _| Ok(change(book, &laid)));
        }
    }

    /// Reads the table again where the book says something else of its shape now than when it was read.
    pub(in crate::app::state) fn read_as_said(self) {
        let Some(laid) = self.laid.get_untracked() else { return };
        let Some((file, bytes)) = self.source.get_value() else { return };
        if !self.peek(|book, _| laid.is_as_said(book)) {
            leptos::task::spawn_local(self.look(file, bytes, false));
        }
    }

    /// Lays a table open that has been read; with columns that are only guessed it is asked at once what they hold.
    pub(in crate::app::state) fn lay(self, laid: Option<Laid>, ask: bool) {
        self.laid.set(laid.map(Arc::new));
        let here = self.peek_route();
        if ask && here.page == Page::Import && here.dialog.is_none() {
            self.open_dialog(Dialog::Columns);
        }
        self.read_as_said();
    }

    /// Nothing is read from a table any more; what was, for [`State::lay_again`].
    pub(in crate::app::state) fn unlay(self) -> (Option<Arc<Laid>>, Option<TableFile>) {
        let source = self.source.try_update_value(Option::take).flatten();
        let laid = self.laid.get_untracked();
        if laid.is_some() {
            self.laid.set(None);
        }
        (laid, source)
    }

    /// Lays open again what was taken away in vain.
    pub(in crate::app::state) fn lay_again(self, (laid, source): (Option<Arc<Laid>>, Option<TableFile>)) {
        self.source.set_value(source);
        self.laid.set(laid);
    }

    /// The order in which days are written where the person lives: in the country they chose, else where the browser's
    /// language is spoken.
    pub(in crate::app::state) fn usual_order(self) -> Option<Order> {
        let country = self.peek(|book, _| book.setting("choices").and_then(|choices| choices.country));
        match country {
            Some(country) => Order::of_country(country.letters()),
            None => window().navigator().language().and_then(|tag| Order::of_language(&tag)),
        }
    }
}
