//! Promises of mine that are not kept yet, whenever they are due; and who asked for help (R27, R66).

use super::duty::{Answers, Duty, Owed, When, help, lines};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::give::Give;
use crate::domain::give::moves::GiveStep;
use crate::domain::id::{GiveId, PlanId};
use crate::domain::order::sort_by_key;
use crate::domain::plan::Plan;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Every promise that is not kept yet, the earliest day first: help, and my lines of the plans (R27, R67). What was put
/// off stands on the day it was put off to.
pub fn promises(book: &Book, today: NaiveDate) -> Vec<Owed> {
    let answers = Answers::of(book);
    let helps = book.gives().filter_map(help);
    let mut list: Vec<Owed> = Vec::new();
    for raised in helps.chain(book.plans().flat_map(lines)) {
        let is_here = raised.person.is_some_and(|id| book.live_person(id).is_some());
        if is_here && !answers.is_dropped(&raised) && !list.iter().any(|owed| owed.raised == raised) {
            let due = answers.put_off_to(&raised).unwrap_or(raised.due);
            list.push(Owed { due, when: When::of(due, today).unwrap_or(When::Soon), raised });
        }
    }
    sort_by_key(&mut list, |owed| (owed.due, owed.raised.record));
    list
}

/// The change that notes a promise as kept, outside the app (R27, R67).
///
/// # Errors
/// When the give or the plan is gone.
pub fn kept(book: &Book, owed: &Owed, today: NaiveDate) -> Result<Change, Problems> {
    let gone = || Problems::one("form", "This is not in your book any more.");
    let id = owed.raised.record.ok_or_else(gone)?;
    if owed.raised.duty == Duty::Help {
        return book.give_went_on(GiveId(id), GiveStep::Done, today);
    }
    let mut plan = book.plan(PlanId(id)).filter(|plan| !plan.trashed).cloned().ok_or_else(gone)?;
    plan.mine.iter_mut().filter(|item| item.on == Some(owed.raised.due)).for_each(|item| item.done = true);
    Ok(Change::of(plan))
}

/// The referrals I gave, those that go on first, the latest first (R65).
pub fn referrals_given(book: &Book) -> Vec<GiveId> {
    let is_here = |give: &&Give| give.is_referral() && book.live_person(give.to).is_some();
    let mut list: Vec<&Give> = book.gives().filter(is_here).collect();
    sort_by_key(&mut list, |give| (!give.goes_on(), Reverse(give.done_on.or(give.promised_by)), give.id));
    list.into_iter().map(|give| give.id).collect()
}

/// The plans with people who are here, the one with the nearest day first; those without a day come last (R67).
pub fn plans(book: &Book, today: NaiveDate) -> Vec<PlanId> {
    let mut list: Vec<&Plan> = book.plans().filter(|plan| book.live_person(plan.with).is_some()).collect();
    sort_by_key(&mut list, |plan| {
        let day = plan.next_day(today);
        (day.is_none(), day, plan.id)
    });
    list.into_iter().map(|plan| plan.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::GiveKind;
    use crate::domain::person::Person;
    use crate::domain::plan::PlanItem;
    use crate::domain::referral::Referral;
    use crate::rules::today_rows::{in_the_dark, rows};

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    fn book() -> Book {
        let mut book = Book::default();
        for id in ["jim", "fred", "zoe"] {
            book.put(Person { id: id.parse().unwrap(), trashed: id == "zoe", ..Person::default() }.into());
        }
        book
    }

    fn give(id: &str, to: &str, by: &str) -> Give {
        let (id, to) = (id.parse().unwrap(), to.parse().unwrap());
        Give { id, to, text: "A driver".into(), promised_by: by.parse().ok(), ..Give::default() }
    }

    #[test]
    fn r27_r67_promises_stand_in_the_order_of_their_days_however_far_off() {
        let mut book = book();
        book.put(give("g1", "jim", "2027-03-01").into());
        book.put(give("g2", "jim", "2026-11-18").into());
        book.put(give("g3", "zoe", "2026-11-18").into());
        book.put(Give { done_on: Some(today()), ..give("g4", "jim", "2026-11-18") }.into());
        let line = |what: &str, on: &str, done| PlanItem { what: what.into(), on: on.parse().ok(), done };
        let mine = vec![line("a", "2026-11-25", false), line("b", "2026-11-25", false), line("c", "2026-11-21", true)];
        book.put(Plan { id: "l1".parse().unwrap(), with: "fred".parse().unwrap(), mine, ..Plan::default() }.into());
        let told: Vec<String> =
            promises(&book, today()).iter().map(|owed| format!("{} {:?}", owed.due, owed.when)).collect();
        assert_eq!(told, ["2026-11-18 Late", "2026-11-25 Soon", "2027-03-01 Soon"]);
        for owed in promises(&book, today()) {
            let change = kept(&book, &owed, today()).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
        }
        assert!(promises(&book, today()).is_empty());
        assert_eq!(book.plan("l1".parse().unwrap()).unwrap().done(), (3, 3));
    }

    #[test]
    fn r27_a_promise_put_off_stands_on_its_new_day_and_may_be_kept_before() {
        use crate::domain::id::{Mint, Session};
        use crate::rules::settle::put_off;
        use crate::rules::today_rows::to_write;
        let mut book = book();
        book.put(give("g1", "jim", "2026-11-20").into());
        let owed = promises(&book, today());
        let until = "2026-12-20".parse().unwrap();
        let change = put_off(&owed, until, today(), &mut Mint::new(Session::of_bits(1))).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(promises(&book, today())[0].due, until);
        let jim = "jim".parse().unwrap();
        assert_eq!(to_write(&book, jim, None, today()).len(), 1, "it can be written today all the same");
    }

    #[test]
    fn r62_r64_sources_kept_in_the_dark_are_listed_the_longest_waiting_first() {
        let mut book = book();
        for (id, agreed) in [("r1", "2026-10-01"), ("r2", "2026-09-01"), ("r3", "2026-11-19")] {
            let (id, source, prospect) = (id.parse().unwrap(), "jim".parse().unwrap(), "fred".parse().unwrap());
            let agreed_on = agreed.parse().ok();
            let talked_on = agreed_on.filter(|_| agreed != "2026-11-19");
            book.put(Referral { id, source, prospect, agreed_on, talked_on, ..Referral::default() }.into());
        }
        let dark = in_the_dark(&rows(&book, today()));
        let told: Vec<String> = dark.iter().flat_map(|o| o.raised.referral).map(|id| id.to_string()).collect();
        assert_eq!(told, ["r2", "r1"]);
        assert_eq!(in_the_dark(&[]), []);
    }

    #[test]
    fn r65_referrals_i_gave_that_go_on_come_first() {
        let mut book = book();
        let referral =
            |id: &str, on: &str| Give { what: GiveKind::Referral, done_on: on.parse().ok(), ..give(id, "jim", "") };
        book.put(Give { end: Some(crate::domain::referral::End::Won), ..referral("g1", "2026-11-19") }.into());
        book.put(referral("g2", "2026-05-01").into());
        book.put(referral("g3", "2026-10-01").into());
        book.put(give("g4", "jim", "2026-11-25").into());
        let told: Vec<String> = referrals_given(&book).iter().map(GiveId::to_string).collect();
        assert_eq!(told, ["g3", "g2", "g1"]);
    }

    #[test]
    fn r67_the_plan_with_the_nearest_day_comes_first_and_one_without_a_day_last() {
        let mut book = book();
        for (id, with, review) in
            [("l1", "jim", ""), ("l2", "fred", "2026-12-01"), ("l3", "jim", "2026-11-01"), ("l4", "zoe", "")]
        {
            let (id, with, review_on) = (id.parse().unwrap(), with.parse().unwrap(), review.parse().ok());
            book.put(Plan { id, with, review_on, ..Plan::default() }.into());
        }
        let told: Vec<String> = plans(&book, today()).iter().map(PlanId::to_string).collect();
        assert_eq!(told, ["l3", "l2", "l1"]);
    }
}
