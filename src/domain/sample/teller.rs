//! The teller of the sample's story: turns "so many days ago" into records that refer to each other.

use super::cast::{CAST, KNOWN, SamplePerson, TOLD};
use super::readers::{ENOUGH, LETTER, READERS};
use crate::domain::ask::{Ask, AskAction, AskEnd, AskOutcome, Comfort, ConfirmHow, Target};
use crate::domain::change::Change;
use crate::domain::day::earlier;
use crate::domain::fold::fold;
use crate::domain::id::{AskId, Id, Mint, OrganisationId, PersonId, ReferralId, Session, TouchId};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Consent, Mention, Name, Person, Rating, Reach, ReachKind, Role, ToldEntry};
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::setting::Setting;
use crate::domain::touch::{Milestone, Purpose, StartedBy, Touch, TouchKind};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// Tells the story as of one day.
pub struct SampleTeller {
    today: NaiveDate,
    mint: Mint,
    people: BTreeMap<&'static str, PersonId>,
    records: Vec<Record>,
}

impl SampleTeller {
    /// A teller that has introduced the cast and nothing more.
    pub fn new(today: NaiveDate, session: Session) -> SampleTeller {
        let mut teller = SampleTeller { today, mint: Mint::new(session), people: BTreeMap::new(), records: Vec::new() };
        teller.mark(session);
        for (number, cast) in CAST.iter().enumerate() {
            teller.introduce(number, cast);
        }
        teller
    }

    /// A fresh id.
    pub fn id(&mut self) -> Id {
        self.mint.id()
    }

    /// Takes a record down.
    pub fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    /// The story as a change.
    pub fn done(self) -> Change {
        Change { records: self.records }
    }

    /// The day so many days ago. Nobody works at weekends in this story: what would fall there fell on the Friday.
    pub fn ago(&self, days: u64) -> NaiveDate {
        let day = earlier(self.today, days);
        match day.weekday() {
            Weekday::Sat if days > 0 => earlier(day, 1),
            Weekday::Sun if days > 0 => earlier(day, 2),
            _ => day,
        }
    }

    /// The person the story calls so.
    pub fn person(&self, key: &str) -> PersonId {
        self.people.get(key).copied().unwrap_or_default()
    }

    /// An ask that was agreed on the day it was made.
    pub fn agreed(&mut self, source: &str, days: u64, target: &str) -> AskId {
        let on = self.ago(days);
        let outcome = AskOutcome { kind: AskEnd::Agreed, on: Some(on), why: String::new() };
        self.ask(source, days, target, outcome)
    }

    /// An ask, with what came of it.
    pub fn ask(&mut self, source: &str, days: u64, target: &str, outcome: AskOutcome) -> AskId {
        let id = AskId(self.mint.id());
        let wording = "I know someone who gets small firms paid on time, without a quarrel. Shall I put you in touch?";
        let ask = Ask {
            id,
            person: self.person(source),
            on: self.ago(days),
            target: Some(Target { name: target.into(), ..Target::default() }),
            action: Some(AskAction::Email),
            wording: wording.into(),
            comfortable: Some(Comfort::Yes),
            confirm_how: Some(ConfirmHow::Copies),
            outcome,
            ..Ask::default()
        };
        self.records.push(ask.into());
        id
    }

    /// Changes the ask told last.
    pub fn amend(&mut self, change: impl FnOnce(&mut Ask)) {
        if let Some(Record::Ask(ask)) = self.records.last_mut() {
            change(ask);
        }
    }

    /// A referral; its id and people are filled in here.
    pub fn referral(&mut self, source: &str, prospect: &str, referral: Referral) -> ReferralId {
        let id = ReferralId(self.mint.id());
        let (source, prospect) = (self.person(source), self.person(prospect));
        self.records.push(Referral { id, source, prospect, ..referral }.into());
        id
    }

    /// A word I sent about a referral.
    pub fn word(&mut self, to: &str, days: u64, about: ReferralId, said: (Purpose, Option<Milestone>, &str)) {
        let (purpose, milestone, text) = said;
        let kind = if milestone == Some(Milestone::Won) { TouchKind::Note } else { TouchKind::Email };
        let touch = self.touch(to, days, kind, text);
        self.records.push(Touch { purposes: [purpose].into(), about: Some(about), milestone, ..touch }.into());
    }

    /// A word exchanged with no referral in mind.
    pub fn chat(&mut self, with: &str, days: u64, kind: TouchKind, started_by: StartedBy, text: &str) {
        let touch = self.touch(with, days, kind, text);
        self.records.push(Touch { started_by, purposes: [Purpose::CatchUp].into(), ..touch }.into());
    }

    fn touch(&mut self, with: &str, days: u64, kind: TouchKind, text: &str) -> Touch {
        let id = TouchId(self.mint.id());
        Touch { id, person: self.person(with), on: self.ago(days), kind, text: text.into(), ..Touch::default() }
    }

    /// The mark by which the sample is known and taken out again.
    fn mark(&mut self, session: Session) {
        let (on, session) = (Some(self.today), session.to_string());
        self.records.push(Setting { on, session, ..Setting::named("sample") }.into());
    }

    fn introduce(&mut self, number: usize, cast: &'static SamplePerson) {
        let organisation = (!cast.place.is_empty()).then(|| self.place(cast.place));
        let id = PersonId(self.mint.id());
        let mut person = Person {
            id,
            name: Name::new(cast.name).unwrap_or_default(),
            organisation,
            title: cast.title.into(),
            reach: reach(number, cast),
            roles: cast.roles.split(',').map(Role::of_word).collect(),
            rating: Rating::try_from(cast.rating).ok(),
            known_since: Some(self.known_since(cast.years)),
            rank: (cast.rank > 0).then_some(cast.rank),
            provenance: "from the sample book".into(),
            consent: Some(if cast.rating > 2 { Consent::Given } else { Consent::NotAsked }),
            ..Person::default()
        };
        for (_, field, words) in KNOWN.iter().filter(|(key, _, _)| *key == cast.key) {
            match *field {
                "facts" => person.facts = (*words).into(),
                "loves" => person.loves = (*words).into(),
                "looks_for" => person.looks_for = (*words).into(),
                _ => person.note = (*words).into(),
            }
        }
        if READERS.contains(&cast.key) {
            person.lists.insert(LETTER.into());
        }
        person.no_news_on = (cast.key == ENOUGH).then(|| self.ago(60));
        if person.is(&Role::Client) && cast.rating == 5 {
            person.satisfied_on = Some(self.ago(120));
        }
        for (_, referral, results, ideal_client) in TOLD.iter().filter(|(key, ..)| *key == cast.key) {
            let on = |days: &u64| (*days > 0).then(|| self.ago(*days));
            person.told = ToldEntry { referral: on(referral), results: on(results), ideal_client: on(ideal_client) };
        }
        self.people.insert(cast.key, id);
        self.records.push(person.into());
    }

    /// The first of a year, or ten weeks ago for people met this year.
    fn known_since(&self, years: u64) -> NaiveDate {
        let year = self.today.year() - i32::try_from(years).unwrap_or(0);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| years > 0);
        first.unwrap_or_else(|| self.ago(70))
    }

    fn place(&mut self, name: &str) -> Mention {
        let id = self.mint.id();
        let organisation = Organisation { id: OrganisationId(id), name: name.into(), trashed: false };
        self.records.push(organisation.into());
        Mention::of(id)
    }
}

/// An e-mail address of a domain that can never exist (RFC 2606 §2), and a number set aside for stories (555-0100 to 555-0199).
fn reach(number: usize, cast: &SamplePerson) -> Vec<Reach> {
    let domain: String = fold(cast.place).chars().filter(char::is_ascii_alphanumeric).collect();
    let domain = if domain.is_empty() { "mail".into() } else { domain };
    let email = format!("{}@{domain}.example", cast.key);
    let phone = format!("+1 202 555 {:04}", 100 + number);
    let work = |kind, value| Reach { kind, label: "work".into(), value };
    vec![work(ReachKind::Email, email), work(ReachKind::Phone, phone)]
}
