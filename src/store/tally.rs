//! The tally: how many changes were made since the last backup.

use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::store::page::Page;
use crate::store::pages::Pages;
use std::collections::BTreeSet;

/// Counts the distinct stamps later than the last backup: one act has one stamp. A value that was overwritten since
/// may or may not count, as its stamp is forgotten with it.
#[derive(Debug, Default)]
pub struct Tally {
    since: Option<Stamp>,
    later: BTreeSet<Stamp>,
}

impl Tally {
    /// The tally of a whole book; `seen` is told every stamp in it.
    pub fn of(pages: &Pages, mut seen: impl FnMut(Stamp)) -> Tally {
        let mut tally = Tally::default();
        let backup = Id::parse("backup").ok().and_then(|id| Some((id, pages.get("setting", id)?)));
        if let Some((id, page)) = backup {
            tally.note("setting", id, page);
        }
        let since = tally.since.unwrap_or(Stamp::NEVER);
        for (_, _, page) in pages.iter() {
            page.each_stamp(|stamp| {
                seen(stamp);
                if stamp > since {
                    tally.later.insert(stamp);
                }
            });
        }
        tally
    }

    /// Takes note of a record that came or changed.
    pub fn note(&mut self, kind: &str, id: Id, page: &Page) {
        if kind == "setting" && id.as_str() == "backup" {
            let since = page.latest();
            self.later.retain(|stamp| *stamp > since);
            self.since = Some(since);
        }
        let since = self.since.unwrap_or(Stamp::NEVER);
        page.each_stamp(|stamp| {
            if stamp > since {
                self.later.insert(stamp);
            }
        });
    }

    /// How many changes.
    pub fn count(&self) -> usize {
        self.later.len()
    }
}
