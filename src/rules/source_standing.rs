//! How a source and I stand before an ask: what they have on the line, what I gave them, what they know (R28, R30, B14).

use super::duty::{Calendar, Duty, Owed, owed_to};
use super::trust::{TrustFact, trust_facts};
use crate::domain::ask::draft::{AskDraft, Gates};
use crate::domain::ask::{Ask, AskAction, AskEnd, ConfirmHow};
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::domain::id::{AskId, GiveId, IdealClientId, PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::referral::End;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;

/// How many days back something given counts as lately.
const LATELY_DAYS: u64 = 180;

/// How a source and I stand.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceStanding {
    /// Their asks without an answer, the oldest first.
    pub open_asks: Vec<AskId>,
    /// Words owed to them that close a loop, by today.
    pub owed: Vec<Owed>,
    /// The last ask and what came of it, if there was one.
    pub last_ask: Option<(NaiveDate, AskEnd)>,
    /// Their trust facts (R31).
    pub trust: Vec<TrustFact>,
    /// The gives to them lately, the latest first (R28).
    pub given: Vec<GiveId>,
    /// How many referrals they gave me, and how many of them I won.
    pub referred: (usize, usize),
}

/// How this person and I stand on this day.
pub fn standing(book: &Book, id: PersonId, today: NaiveDate) -> SourceStanding {
    let mut asks: Vec<&Ask> = book.asks_to(id).collect();
    sort_by_key(&mut asks, |ask| (ask.on, ask.id));
    let is_open = |ask: &&&Ask| ask.outcome.kind == AskEnd::Open;
    let closes_a_loop =
        |owed: &Owed| owed.raised.duty < Duty::Help && owed.raised.duty != Duty::FollowUp && owed.due <= today;
    let lately = earlier(today, LATELY_DAYS);
    let mut given: Vec<_> = book.gives_to(id).filter_map(|give| Some((give.done_on?, give.id))).collect();
    given.retain(|(on, _)| *on >= lately);
    sort_by_key(&mut given, |(on, id)| (std::cmp::Reverse(*on), *id));
    let won = book.referrals_from(id).filter(|referral| referral.outcome.kind == End::Won).count();
    SourceStanding {
        open_asks: asks.iter().filter(is_open).map(|ask| ask.id).collect(),
        owed: owed_to(book, Some(id), today).into_iter().filter(closes_a_loop).collect(),
        last_ask: asks.last().map(|ask| (ask.on, ask.outcome.kind.clone())),
        trust: book.person(id).map(|person| trust_facts(book, person)).unwrap_or_default(),
        given: given.into_iter().map(|(_, id)| id).collect(),
        referred: (book.referrals_from(id).count(), won),
    }
}

/// How many working days the source is given.
const CONFIRM_DAYS: u32 = 3;
/// How many working days I give myself for help I promise.
const HELP_DAYS: u32 = 5;

/// What an ask of this person begins with: made in a meeting, and in the one where it is known that I asked (R20); done and
/// told within three working days (R38), and about the one kind of client there is.
pub fn begun(book: &Book, person: PersonId, today: NaiveDate) -> AskDraft {
    let mut kinds = book.ideal_clients();
    let only = kinds.next().filter(|_| kinds.next().is_none());
    let (how, on) = match not_written_down(book, person) {
        Some(met) if met.on == today => (met.kind.clone(), String::new()),
        Some(met) => (met.kind.clone(), met.on.to_string()),
        None => (TouchKind::Meeting, String::new()),
    };
    AskDraft {
        profile: only.map(|kind| kind.id.to_string()).unwrap_or_default(),
        confirm_how: ConfirmHow::Tells.word().to_string(),
        confirm_by: Calendar::of(book).working.after(today, CONFIRM_DAYS).to_string(),
        how: how.word().to_string(),
        on,
        ..AskDraft::default()
    }
}

/// What an ask that is written to this person begins with: they write with me in copy, and it is about the kind of client
/// I asked for last, where there are several (R35).
pub fn begun_in_writing(book: &Book, person: PersonId, today: NaiveDate) -> AskDraft {
    let begun = AskDraft { on: String::new(), ..begun(book, person, today) };
    let asked_for = book.asks().filter_map(|ask| Some((ask.on, ask.id, IdealClientId(ask.profile?))));
    let last = asked_for.filter(|(.., kind)| book.ideal_client(*kind).is_some_and(|kind| !kind.trashed)).max();
    let profile = match last {
        Some((.., kind)) if begun.profile.is_empty() => kind.to_string(),
        _ => begun.profile,
    };
    AskDraft { profile, action: AskAction::Email.word().to_string(), ..begun }
}

/// The last word in which I asked, as far as no ask says what for.
fn not_written_down(book: &Book, person: PersonId) -> Option<&Touch> {
    let asked = book.touches_with(person).filter(|touch| touch.purposes.contains(&Purpose::Ask));
    let last = asked.max_by_key(|touch| (touch.on, touch.id))?;
    let is_written = book.asks_to(person).any(|ask| ask.was_made() && ask.on >= last.on);
    if is_written { None } else { Some(last) }
}

/// The day proposed for help that is promised today (R27).
pub fn help_by(book: &Book, today: NaiveDate) -> NaiveDate {
    Calendar::of(book).working.after(today, HELP_DAYS)
}

/// The referrals that came of an ask: one may bring several (R47, B2).
pub fn came_of(book: &Book, ask: AskId) -> Vec<ReferralId> {
    let source = book.ask(ask).map(|ask| ask.person);
    let given = source.into_iter().flat_map(|source| book.referrals_from(source));
    given.filter(|referral| referral.ask == Some(ask)).map(|referral| referral.id).collect()
}

impl SourceStanding {
    /// Returns the gates the next ask must answer.
    pub fn gates(&self) -> Gates {
        Gates { open_loop: !self.open_asks.is_empty() || !self.owed.is_empty(), no_trust: self.trust.is_empty() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::Give;
    use crate::domain::person::Person;
    use crate::domain::referral::Referral;

    fn of_jim(records: impl IntoIterator<Item = crate::domain::record::Record>) -> SourceStanding {
        let mut book = Book::default();
        for id in ["jim", "fred"] {
            book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
        }
        records.into_iter().for_each(|record| book.put(record));
        standing(&book, "jim".parse().unwrap(), "2026-11-20".parse().unwrap())
    }

    #[test]
    fn r30_b14_an_open_ask_and_a_word_owed_are_open_loops() {
        assert_eq!(of_jim([]).gates(), Gates { open_loop: false, no_trust: true });
        let jim: PersonId = "jim".parse().unwrap();
        let ask = Ask { id: "a1".parse().unwrap(), person: jim, on: "2026-11-02".parse().unwrap(), ..Ask::default() };
        let with_ask = of_jim([ask.clone().into()]);
        assert_eq!((with_ask.open_asks.len(), with_ask.last_ask), (1, Some((ask.on, AskEnd::Open))));
        let prospect = "fred".parse().unwrap();
        let agreed = |day: &str| {
            let (id, agreed_on) = ("r1".parse().unwrap(), day.parse().ok());
            of_jim([Referral { id, source: jim, prospect, agreed_on, ..Referral::default() }.into()])
        };
        assert!(agreed("2026-11-20").gates().open_loop, "a thank-you is owed today");
        assert_eq!(agreed("2026-11-20").referred, (1, 0));
        assert!(!agreed("2026-11-21").gates().open_loop, "nothing is owed before its day");
    }

    #[test]
    fn r38_an_ask_begins_with_three_working_days_and_the_one_kind_of_client() {
        use crate::domain::ideal_client::IdealClient;
        let mut book = Book::default();
        let friday = "2026-11-20".parse().unwrap();
        let jim: PersonId = "jim".parse().unwrap();
        let draft = begun(&book, jim, friday);
        assert_eq!((draft.confirm_by.as_str(), draft.profile.as_str()), ("2026-11-25", ""));
        assert_eq!(help_by(&book, friday), "2026-11-27".parse().unwrap());
        for (id, proposed) in [("i1", "i1"), ("i2", "")] {
            book.put(IdealClient { id: id.parse().unwrap(), ..IdealClient::default() }.into());
            assert_eq!(begun(&book, jim, friday).profile, proposed);
        }
    }

    #[test]
    fn r20_an_ask_that_was_made_in_a_meeting_begins_with_that_meeting_until_it_is_written_down() {
        let mut book = Book::default();
        let (id, person, on) = ("t1".parse().unwrap(), "jim".parse().unwrap(), "2026-11-19".parse().unwrap());
        let purposes = [Purpose::Ask].into();
        book.put(Touch { id, person, on, kind: TouchKind::Coffee, purposes, ..Touch::default() }.into());
        let how = |book: &Book, today: &str| {
            let draft = begun(book, person, today.parse().unwrap());
            (draft.how, draft.on)
        };
        assert_eq!(how(&book, "2026-11-19"), ("coffee".into(), String::new()));
        assert_eq!(how(&book, "2026-11-20"), ("coffee".into(), "2026-11-19".into()));
        book.put(Ask { id: "a1".parse().unwrap(), person, on, ..Ask::default() }.into());
        assert_eq!(how(&book, "2026-11-20"), ("meeting".into(), String::new()));
    }

    #[test]
    fn r35_an_ask_in_writing_begins_with_an_action_and_the_kind_of_client_asked_for_last() {
        use crate::domain::ideal_client::IdealClient;
        let mut book = Book::default();
        let (jim, today): (PersonId, _) = ("jim".parse().unwrap(), "2026-11-20".parse().unwrap());
        for id in ["i1", "i2"] {
            book.put(IdealClient { id: id.parse().unwrap(), ..IdealClient::default() }.into());
        }
        let begun = |book: &Book| begun_in_writing(book, jim, today);
        assert_eq!((begun(&book).action.as_str(), begun(&book).profile.as_str()), ("email", ""));
        for (id, on, profile) in [("a1", "2026-10-01", "i1"), ("a2", "2026-11-01", "i2"), ("a3", "2026-11-02", "i9")] {
            let profile = profile.parse::<IdealClientId>().ok().map(|id| id.0);
            book.put(Ask { id: id.parse().unwrap(), on: on.parse().unwrap(), profile, ..Ask::default() }.into());
        }
        assert_eq!(begun(&book).profile, "i2");
    }

    #[test]
    fn b2_one_ask_may_bring_several_referrals() {
        let mut book = Book::default();
        let (id, person) = ("a1".parse().unwrap(), "jim".parse().unwrap());
        book.put(Ask { id, person, ..Ask::default() }.into());
        for (referral, ask) in [("r1", Some(id)), ("r2", Some(id)), ("r3", None)] {
            let referral = referral.parse().unwrap();
            book.put(Referral { id: referral, source: person, ask, ..Referral::default() }.into());
        }
        assert_eq!(came_of(&book, id).len(), 2);
        assert!(came_of(&book, "a2".parse().unwrap()).is_empty());
    }

    #[test]
    fn r28_what_i_gave_lately_is_shown_the_latest_first() {
        let to = "jim".parse().unwrap();
        let given = [("g1", Some("2026-10-01")), ("g2", Some("2026-11-02")), ("g3", Some("2025-01-01")), ("g4", None)];
        let records = given.map(|(id, done)| {
            Give { id: id.parse().unwrap(), to, done_on: done.and_then(|d| d.parse().ok()), ..Give::default() }.into()
        });
        let shown: Vec<String> = of_jim(records).given.iter().map(GiveId::to_string).collect();
        assert_eq!(shown, ["g2", "g1"]);
    }
}
