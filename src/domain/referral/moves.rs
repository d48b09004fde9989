//! What a person can do with a referral: confirm, follow up, talk, win, close, reopen, and go on before the confirmation.

use super::{Confidential, End, Fruit, Origin, Outcome, Referral, Strength};
use crate::domain::ask::{Ask, AskAction, AskEnd, AskOutcome, Comfort};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, long_text, past_day};
use crate::domain::fields::fields;
use crate::domain::id::{AskId, Mint, ReferralId, TouchId};
use crate::domain::money::{Currency, Money};
use crate::domain::overrides::Override;
use crate::domain::person::Role;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::NaiveDate;
use serde::Serialize;

/// Why a referral cannot be found: it was erased meanwhile.
const GONE: &str = "This referral is not in the book any more.";

fields! {
    /// What was typed about a sale.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct WonDraft {
        /// The day; empty is today.
        pub on: String,
        /// The value; may be empty.
        pub value: String,
        /// The currency's code.
        pub currency: String,
        /// The kind of outcome; its word, empty for a sale.
        pub what: String,
    }
}

fields! {
    /// What was typed about what the source agreed to do (steps 4 and 5).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PromiseDraft {
        /// The action's word.
        pub action: String,
        /// The forwardable text.
        pub wording: String,
        /// Whether the source is comfortable; the word, or empty.
        pub comfortable: String,
        /// The day promised.
        pub confirm_by: String,
    }
}

fields! {
    /// What was typed about a referral itself.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct DetailDraft {
        /// The origin's word.
        pub origin: String,
        /// Strength, 0 to 5 or empty.
        pub strength: String,
        /// What the source said about them.
        pub said: String,
        /// Why they would benefit.
        pub why: String,
        /// Confidential.
        pub confidential: bool,
    }
}

impl DetailDraft {
    /// What the book has of this referral.
    pub fn of(referral: &Referral) -> DetailDraft {
        DetailDraft {
            origin: referral.origin.word().to_string(),
            strength: referral.strength.map(|s| u8::from(s).to_string()).unwrap_or_default(),
            said: referral.said.clone(),
            why: referral.why.clone(),
            confidential: referral.confidential.is_whole(),
        }
    }
}

impl PromiseDraft {
    /// What the book has of the promise behind this referral.
    pub fn of(book: &Book, referral: &Referral) -> PromiseDraft {
        let Some(ask) = referral.ask.and_then(|id| book.ask(id)) else { return PromiseDraft::default() };
        PromiseDraft {
            action: ask.action.as_ref().map(|a| a.word().to_string()).unwrap_or_default(),
            wording: ask.wording.clone(),
            comfortable: ask.comfortable.as_ref().map(|c| c.word().to_string()).unwrap_or_default(),
            confirm_by: ask.confirm_by.map(|d| d.to_string()).unwrap_or_default(),
        }
    }
}

impl Book {
    /// The source told me, or copied me: the introduction is confirmed (step 5).
    ///
    /// # Errors
    /// The problem with the day.
    pub fn introduced(&self, id: ReferralId, on: &str, today: NaiveDate) -> Result<Change, Problems> {
        let on = past_day(on, today).map_err(|why| Problems::one("on", why))?;
        self.with_referral(id, |r| r.introduced_on = Some(on))
    }

    /// I wrote to or called the prospect (step 7); the touch is logged with it.
    ///
    /// # Errors
    /// The problem with the day, or that the introduction is not confirmed yet (R39).
    pub fn followed_up(&self, id: ReferralId, on: &str, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
        let on = past_day(on, today).map_err(|why| Problems::one("on", why))?;
        let referral = self.referral(id).ok_or_else(|| Problems::one("on", GONE))?;
        if referral.is_locked() {
            return Err(Problems::one(
                "on",
                "The introduction is not confirmed yet. Confirm it, or say why you go first.",
            ));
        }
        let touch = Touch {
            id: TouchId(mint.id()),
            person: referral.prospect,
            on,
            kind: TouchKind::Call,
            purposes: [Purpose::FollowUp].into(),
            about: Some(id),
            ..Touch::default()
        };
        Ok(self.with_referral(id, |r| r.followed_up_on = Some(on))?.and(touch))
    }

    /// The prospect and I have talked (step 8).
    ///
    /// # Errors
    /// The problem with the day.
    pub fn talked(&self, id: ReferralId, on: &str, today: NaiveDate) -> Result<Change, Problems> {
        let on = past_day(on, today).map_err(|why| Problems::one("on", why))?;
        self.with_referral(id, |r| r.talked_on = Some(on))
    }

    /// I go on before the confirmation, for this reason; it is counted (R39).
    ///
    /// # Errors
    /// That the reason is missing.
    pub fn follow_up_anyway(&self, id: ReferralId, why: &str, today: NaiveDate) -> Result<Change, Problems> {
        let why = reason(why, "Write why you follow up before the introduction.")?;
        self.with_referral(id, |r| r.overrides.push(Override { step: 7, on: today, why }))
    }

    /// It became something (R48): the prospect of a sale is a client from now on.
    ///
    /// # Errors
    /// The problems with the day or the value.
    pub fn won(&self, id: ReferralId, draft: &WonDraft, today: NaiveDate) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let on = wrong.take("on", past_day(&draft.on, today));
        let currency = Currency::parse(&draft.currency);
        if currency.is_none() {
            wrong.add("currency", "A currency has three letters, such as USD or EUR.");
        }
        let value = match draft.value.trim() {
            "" => None,
            text => wrong.take("value", Money::typed(text, currency.unwrap_or(Currency::USD)).map(Some)),
        };
        wrong.or(())?;
        let what = if draft.what.is_empty() { Fruit::Sale } else { Fruit::of_word(&draft.what) };
        let sale = what == Fruit::Sale;
        let outcome = Outcome { kind: End::Won, on: Some(on), value, what: Some(what), why: String::new() };
        let change = self.with_referral(id, |r| r.outcome = outcome)?;
        let prospect = self.referral(id).and_then(|r| self.person(r.prospect)).filter(|_| sale);
        Ok(match prospect.cloned() {
            Some(mut client) => {
                client.roles.insert(Role::Client);
                client.roles.remove(&Role::Prospect);
                change.and(client)
            }
            None => change,
        })
    }

    /// The file is closed without a sale (R64).
    ///
    /// # Errors
    /// The problem with the day, or that the reason is missing.
    pub fn close_file(&self, id: ReferralId, on: &str, why: &str, today: NaiveDate) -> Result<Change, Problems> {
        let on = past_day(on, today).map_err(|why| Problems::one("on", why))?;
        let why = reason(why, "Write why the file is closed: the source may ask.")?;
        let outcome = Outcome { kind: End::Closed, on: Some(on), why, ..Outcome::default() };
        self.with_referral(id, |r| r.outcome = outcome)
    }

    /// It was not the end after all.
    ///
    /// # Errors
    /// That the referral is gone.
    pub fn reopen(&self, id: ReferralId) -> Result<Change, Problems> {
        self.with_referral(id, |r| r.outcome = Outcome::default())
    }

    /// Puts the referral in the trash, or takes it out.
    ///
    /// # Errors
    /// That the referral is gone.
    pub fn trash_referral(&self, id: ReferralId, trashed: bool) -> Result<Change, Problems> {
        self.with_referral(id, |r| r.trashed = trashed)
    }

    /// What was typed about the referral itself.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn describe(&self, id: ReferralId, draft: &DetailDraft) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let said = wrong.take("said", long_text(&draft.said));
        let why = wrong.take("why", long_text(&draft.why));
        wrong.or(())?;
        self.with_referral(id, |r| {
            r.origin = if draft.origin.is_empty() { r.origin.clone() } else { Origin::of_word(&draft.origin) };
            r.strength = draft.strength.parse::<u8>().ok().and_then(|n| Strength::try_from(n).ok());
            r.said = said;
            r.why = why;
            // A confidential amount or stage, set elsewhere, is not lost by a form that shows only the whole.
            r.confidential = match (draft.confidential, &r.confidential) {
                (true, _) => Confidential::Whole,
                (false, Confidential::Whole) => Confidential::No,
                (false, parts) => parts.clone(),
            };
        })
    }

    /// What the source agreed to do, by when, and in which words (steps 4 and 5): kept on the ask behind the referral.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn promise(&self, id: ReferralId, draft: &PromiseDraft, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let wording = wrong.take("wording", long_text(&draft.wording));
        let confirm_by = wrong.take("confirm_by", day(&draft.confirm_by));
        wrong.or(())?;
        let referral = self.referral(id).ok_or_else(|| Problems::one("action", GONE))?;
        let known = referral.ask.and_then(|ask| self.ask(ask)).cloned();
        let mut ask = known.unwrap_or_else(|| Ask {
            id: AskId(mint.id()),
            person: referral.source,
            on: referral.agreed_on.unwrap_or_default(),
            target: Some(self.target_of(referral)),
            outcome: AskOutcome { kind: AskEnd::Agreed, on: referral.agreed_on, why: String::new() },
            ..Ask::default()
        });
        let word = |text: &str| Some(text.trim().to_string()).filter(|t| !t.is_empty());
        ask.action = word(&draft.action).map(|w| AskAction::of_word(&w));
        ask.comfortable = word(&draft.comfortable).map(|w| Comfort::of_word(&w));
        ask.wording = wording;
        ask.confirm_by = confirm_by;
        let (ask_id, action) = (ask.id, ask.action.clone());
        let change = self.with_referral(id, |r| {
            r.ask = Some(ask_id);
            r.action = action;
        })?;
        Ok(change.and(ask))
    }

    fn target_of(&self, referral: &Referral) -> crate::domain::ask::Target {
        let prospect = self.person(referral.prospect);
        crate::domain::ask::Target {
            name: prospect.map(|p| p.name.to_string()).unwrap_or_default(),
            title: prospect.map(|p| p.title.clone()).unwrap_or_default(),
            organisation: prospect.map(|p| self.workplace(p).to_string()).unwrap_or_default(),
            link: String::new(),
        }
    }

    fn with_referral(&self, id: ReferralId, change: impl FnOnce(&mut Referral)) -> Result<Change, Problems> {
        let mut referral = self.referral(id).cloned().ok_or_else(|| Problems::one("referral", GONE))?;
        change(&mut referral);
        Ok(Change::of(referral))
    }
}

impl Referral {
    /// Whether the follow-up waits for the introduction (R39).
    pub fn is_locked(&self) -> bool {
        self.introduced_on.is_none()
            && self.followed_up_on.is_none()
            && self.talked_on.is_none()
            && self.follow_up_override().is_none()
            && self.origin != Origin::Itself
    }
}

fn reason(text: &str, missing: &str) -> Result<String, Problems> {
    let text = long_text(text).map_err(|why| Problems::one("why", why))?;
    if text.is_empty() { Err(Problems::one("why", missing)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::Person;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn id() -> ReferralId {
        "r1".parse().unwrap()
    }

    fn mint() -> Mint {
        Mint::new(Session::of_bits(1))
    }

    fn book() -> Book {
        let mut book = Book::default();
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        for id in [source, prospect] {
            book.put(Person { id, roles: [Role::Prospect].into(), ..Person::default() }.into());
        }
        book.put(Referral { id: id(), source, prospect, agreed_on: Some(today()), ..Referral::default() }.into());
        book
    }

    fn apply(book: &mut Book, change: Change) {
        change.records.into_iter().for_each(|r| book.put(r));
    }

    #[test]
    fn r39_the_follow_up_is_locked_until_the_introduction_is_confirmed() {
        let mut book = book();
        assert!(book.followed_up(id(), "", today(), &mut mint()).is_err());
        let change = book.introduced(id(), "2026-11-20", today()).unwrap();
        apply(&mut book, change);
        let change = book.followed_up(id(), "", today(), &mut mint()).unwrap();
        apply(&mut book, change);
        assert_eq!(book.referral(id()).unwrap().followed_up_on, Some(today()));
        assert_eq!(book.touches_with("p2".parse().unwrap()).count(), 1, "R42: the attempt is logged");
    }

    #[test]
    fn r39_going_first_asks_why_and_is_counted() {
        let mut book = book();
        assert!(book.follow_up_anyway(id(), "  ", today()).unwrap_err().of("why").is_some());
        let change = book.follow_up_anyway(id(), "He leaves on Monday", today()).unwrap();
        apply(&mut book, change);
        assert!(!book.referral(id()).unwrap().is_locked());
        assert_eq!(book.referral(id()).unwrap().overrides.len(), 1);
    }

    #[test]
    fn r48_a_sale_has_a_value_and_makes_the_prospect_a_client() {
        let mut book = book();
        let draft = WonDraft { value: "12,500".into(), currency: "USD".into(), ..WonDraft::default() };
        let change = book.won(id(), &draft, today()).unwrap();
        apply(&mut book, change);
        let outcome = &book.referral(id()).unwrap().outcome;
        assert_eq!((outcome.value.map(|v| v.minor), outcome.what.clone()), (Some(1_250_000), Some(Fruit::Sale)));
        let client = book.person("p2".parse().unwrap()).unwrap();
        assert!(client.is(&Role::Client) && !client.is(&Role::Prospect));
    }

    #[test]
    fn an_absurd_sale_is_refused_field_by_field() {
        let draft =
            WonDraft { value: "0".into(), currency: "dollars".into(), on: "2031-01-01".into(), what: String::new() };
        let wrong = book().won(id(), &draft, today()).unwrap_err();
        for field in ["value", "currency", "on"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn r64_a_file_closes_with_a_reason_and_can_be_reopened() {
        let mut book = book();
        assert!(book.close_file(id(), "", "", today()).is_err());
        let change = book.close_file(id(), "", "No budget this year", today()).unwrap();
        apply(&mut book, change);
        assert_eq!(book.referral(id()).unwrap().closed_on(), Some(today()));
        let change = book.reopen(id()).unwrap();
        apply(&mut book, change);
        assert!(book.referral(id()).unwrap().is_open());
    }

    #[test]
    fn r35_r38_what_the_source_promised_is_kept_on_one_ask() {
        let mut book = book();
        let draft = PromiseDraft {
            action: "email".into(),
            wording: "Meet Ann".into(),
            comfortable: "yes".into(),
            confirm_by: "2026-11-30".into(),
        };
        let mut mint = mint();
        let change = book.promise(id(), &draft, &mut mint).unwrap();
        apply(&mut book, change);
        let change = book.promise(id(), &PromiseDraft { action: "call".into(), ..draft }, &mut mint).unwrap();
        apply(&mut book, change);
        assert_eq!(book.asks().count(), 1);
        let ask = book.asks().next().unwrap();
        assert_eq!((ask.action.clone(), ask.outcome.kind.clone()), (Some(AskAction::Call), AskEnd::Agreed));
        assert_eq!(book.referral(id()).unwrap().ask, Some(ask.id));
    }

    #[test]
    fn a_referral_that_is_gone_gives_a_sentence() {
        let wrong = book().reopen("r9".parse().unwrap()).unwrap_err();
        assert_eq!(wrong.to_string(), "This referral is not in the book any more.");
    }
}
