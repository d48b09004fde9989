//! The whole book as a backup: written and read back in turns, then handed over.

use super::long_task::{Left, LongTask, PART};
use super::{BUSY, State};
use crate::app::{clock, file};
use kith::domain::change::Change;
use kith::domain::setting::Setting;
use kith::exchange::backup::{self, BackupProof, BackupReader, Refusal};
use kith::store::form::{BackupWriter, Read};
use std::ops::Range;

/// The share of the whole work that writing takes, in hundredths; the rest is reading back.
const WRITING: usize = 60;

impl State {
    /// Hands the whole book over as a backup that has been read back. What stood in for it in the duties is settled.
    pub fn back_up(self) {
        self.hand_over_book(move |name| {
            let change = self.peek(|book, today| {
                let old = book.setting("backup").cloned().unwrap_or_else(|| Setting::named("backup"));
                Change::of(Setting { on: Some(today), ..old })
            });
            match self.keep_change(change) {
                Ok(_) => self.say(format!("Backed up as {name}. It was read back and is whole.")),
                Err(problems) => {
                    self.say_failed(format!("The file is with you, but its day was not noted. {problems}"));
                }
            }
        });
    }

    /// Hands the whole book over; `then` is told the name of the file, if the browser took it.
    pub fn hand_over_book(self, then: impl FnOnce(String) + 'static) {
        if self.is_busy() {
            return self.say_failed(BUSY);
        }
        leptos::task::spawn_local(async move {
            let mut task = LongTask::begin(self, self.on_act, "Backing up");
            let handed_over = task.hand_over_book().await;
            drop(task);
            match handed_over {
                Ok(Some(name)) => then(name),
                Ok(None) => {} // why is said already
                Err(Left) => self.say("Stopped. No file was written."),
            }
        });
    }
}

impl LongTask {
    /// Hands the whole book over; the name of the file, or `None` where it was not taken, which is said.
    pub(super) async fn hand_over_book(&mut self) -> Result<Option<String>, Left> {
        let state = self.state;
        let Ok(text) = self.write_backup().await? else {
            state.say_failed("The backup did not read back as your book, so it was not handed over. Try again.");
            return Ok(None);
        };
        let name = backup::file_name(clock::today());
        if file::hand_over_own(&name, "application/json", &text) {
            return Ok(Some(name));
        }
        state.say_not_taken();
        Ok(None)
    }

    /// Writes the book as it stands at the end: where it changed meanwhile, it is written again.
    async fn write_backup(&mut self) -> Result<Result<String, Refusal>, Left> {
        loop {
            let book = self.state.with_store(|store| store.partial_book().clone());
            let now = clock::now_text();
            let mut writer = BackupWriter::of(&book, &now, env!("CARGO_PKG_VERSION"));
            while writer.step(PART) {
                self.rest(writer.percent() * WRITING / 100, true).await?;
            }
            let text = writer.finish();
            match self.read_whole(text.as_bytes(), WRITING..100).await? {
                Ok(read) if read.partial_book == book => {}
                Ok(_) => return Ok(Err(Refusal::Changed)),
                Err(refusal) => return Ok(Err(refusal)),
            }
            if self.state.with_store(|store| *store.partial_book() == book) {
                return Ok(Ok(text));
            }
        }
    }

    /// Reads a backup and proves that it is as it was written; this is the work between two hundredths of the whole.
    pub(super) async fn read_whole(
        &mut self,
        bytes: &[u8],
        share: Range<usize>,
    ) -> Result<Result<Read, Refusal>, Left> {
        let mut reader = match BackupReader::of(bytes) {
            Ok(reader) => reader,
            Err(refusal) => return Ok(Err(refusal)),
        };
        loop {
            match reader.step(PART) {
                Ok(true) => self.rest(share.start + reader.percent() * share.len() / 100, true).await?,
                Ok(false) => break,
                Err(refusal) => return Ok(Err(refusal)),
            }
        }
        let read = reader.finish();
        let mut proof = BackupProof::of(&read);
        while proof.step(PART) {
            self.rest(share.end, true).await?;
        }
        let proved = proof.finish();
        Ok(proved.map(|()| read))
    }
}
