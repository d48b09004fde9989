//! Lists that go out as files. What is confidential stays.

use super::State;
use crate::app::file;
use crate::app::ui::signal::Memo;
pub use kith::exchange::export::{ExportFormat, List};
use kith::exchange::export::{size, take};
use kith::message::export_text::{went, would_go};
use kith::route::{Page, Route};
use kith::rules::lists::{PeopleFilter, ReferralFilter};
use kith::rules::pool::PoolFilter;

impl State {
    /// Hands a list over as a file.
    pub fn hand_over_list(self, list: &List, form: ExportFormat) {
        let taken = self.peek(|book, today| take(book, list, form, today));
        if taken.count == 0 {
            self.say(would_go(list.noun(), 0, taken.left_out));
        } else if file::hand_over(&taken.name, taken.kind, &taken.text) {
            self.say(went(&taken.name, list.noun(), taken.count, taken.left_out));
        } else {
            self.say_not_taken();
        }
    }

    /// The list of the page the person is on, as it is filtered.
    pub fn list_here(self) -> List {
        list_of(&self.peek_route())
    }

    /// How much of that list would go along, in a sentence.
    pub fn would_go_here(self) -> Memo<String> {
        let list = self.list_here();
        self.select_on(move |book, today| {
            let (many, left_out) = size(book, &list, today);
            would_go(list.noun(), many, left_out)
        })
    }
}

fn list_of(route: &Route) -> List {
    match route.page {
        Page::Hundred => List::Hundred,
        Page::Pool => List::Pool(PoolFilter::asked(|name| route.asked(name))),
        Page::Referrals => List::Referrals(ReferralFilter::of_name(route.asked("is")), route.asked("q").to_string()),
        _ => List::People(PeopleFilter::asked(|name| route.asked(name))),
    }
}
