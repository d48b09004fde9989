//! The book: the records this version has a type for, found by id and by what they are about.

mod affected;
mod dirty;
mod index;
mod merge_redirects;
mod record_table;
mod references;
mod ties;
mod trash;

use super::ask::Ask;
use super::communication::Communication;
use super::connection::Connection;
use super::event::Event;
use super::give::Give;
use super::id::{
    AskId, CommunicationId, ConnectionId, EventId, GiveId, Id, IdealClientId, IntroductionId, OrganisationId, PersonId,
    PlanId,
};
use super::id::{ReferralId, ResultId, ScriptId, SettingId, TouchId};
use super::ideal_client::IdealClient;
use super::introduction::Introduction;
use super::kind::Kind;
use super::merged::Apart;
use super::organisation::Organisation;
use super::person::Person;
use super::plan::Plan;
use super::pool::Pool;
use super::put_off::PutOff;
use super::record::Record;
use super::referral::Referral;
use super::result::ResultStory;
use super::script::Script;
use super::setting::Setting;
use super::steps::count;
use super::story::Story;
use super::touch::Touch;
use super::touch::summary::TouchSummary;
pub use dirty::Concerned;
use dirty::DirtyPeople;
use index::{Index, Indexed};
use merge_redirects::MergeRedirects;
use record_table::RecordTable;
use references::References;
use std::cell::RefCell;
use std::sync::Arc;
pub use ties::Ties;

/// Declares the book and what is the same for every kind, so that a new kind is one line.
macro_rules! book {
    ($($kind:ident $table:ident: $type:ty;)*) => {
        /// The book: everything this version can read of what is kept.
        ///
        /// It is a view: the store keeps the fields with their stamps and puts here what they say. Trashed records stay
        /// in the book, but the lists leave them out.
        #[derive(Debug, Default)]
        pub struct Book {
            $($table: RecordTable<$type>,)*
            index: Index,
            merge_redirects: MergeRedirects,
            dirty: DirtyPeople,
            /// How many changes were made since the last verified backup, or ever; the store counts them.
            pub changes_since_backup: usize,
        }

        impl Book {
            /// Puts a record in, in place of the one of its kind and id.
            pub fn put(&mut self, record: Record) {
                let (kind, id) = (record.kind(), record.id());
                self.mark_dirty(&kind, id, Some(&record));
                self.take(&kind, id);
                self.insert(record);
                self.mark_dirty(&kind, id, None);
                self.follow_merges();
            }

            /// Takes a record out for good; the store calls it for erased records.
            pub fn remove(&mut self, kind: &Kind, id: Id) {
                self.mark_dirty(kind, id, None);
                self.take(kind, id);
                if *kind == Kind::Person {
                    self.merge_redirects.note(PersonId(id), None);
                }
                self.mark_dirty(kind, id, None);
                self.follow_merges();
            }

            /// Puts a record in where there is none, naming whoever those became whom it names.
            fn insert(&mut self, mut record: Record) {
                let (kind, id) = (record.kind(), record.id());
                if let Record::Person(person) = &record {
                    let mark = person.merged.as_ref().map(|merged| merged.into).filter(|into| *into != person.id);
                    self.merge_redirects.note(person.id, mark);
                }
                if names(&record, &|one| self.index.who(one) != one) {
                    self.merge_redirects.keep(kind, id, record.clone());
                    match &mut record { $(Record::$kind(record) => record.follow_merges(&|one| self.index.who(one)),)* }
                }
                match record { $(Record::$kind(record) => {
                    let record = Arc::new(record);
                    record.enter(&mut self.index);
                    self.$table.put(record.id.0, record);
                })* }
            }

            fn take(&mut self, kind: &Kind, id: Id) {
                self.merge_redirects.forget(kind, id);
                match kind {
                    $(Kind::$kind => {
                        if let Some(record) = self.$table.remove(id) {
                            record.leave(&mut self.index);
                        }
                    })*
                    _ => {}
                }
            }

            /// The records, as they are shown, that name one of these people.
            pub fn records_naming(&self, is: &dyn Fn(PersonId) -> bool) -> Vec<Record> {
                let mut found = Vec::new();
                $(found.extend(self.$table.values().filter(|one| one.names(is)).cloned().map(Record::from));)*
                found
            }

            /// Returns the people whom the record of this kind and id names; none when there is no such record.
            pub fn named_by(&self, kind: &Kind, id: Id) -> Vec<PersonId> {
                let named = RefCell::new(Vec::new());
                let note = |person: PersonId| {
                    named.borrow_mut().push(person);
                    false
                };
                match kind {
                    $(Kind::$kind => { self.$table.get(id).map(|record| record.names(&note)); })*
                    Kind::Other(_) => {}
                }
                named.into_inner()
            }

            /// A copy of the record of this kind and id, trashed or not.
            pub fn record(&self, kind: &Kind, id: Id) -> Option<Record> {
                match kind {
                    $(Kind::$kind => self.$table.get(id).cloned().map(Record::from),)*
                    _ => None,
                }
            }

            /// The records of one kind by id: those kept, or those in the trash (R23, R24, R25).
            pub fn records(&self, kind: &Kind, trashed: bool) -> Vec<Record> {
                match kind {
                    $(Kind::$kind => {
                        let all = self.$table.values().filter(|record| record.trashed == trashed);
                        all.cloned().map(Record::from).collect()
                    })*
                    _ => Vec::new(),
                }
            }
        }

        /// Whether a record names one of these people.
        fn names(record: &Record, is: &dyn Fn(PersonId) -> bool) -> bool {
            match record { $(Record::$kind(record) => record.names(is),)* }
        }
    };
}

book! {
    Person people: Person;
    Organisation organisations: Organisation;
    Ask asks: Ask;
    Referral referrals: Referral;
    Touch touches: Touch;
    Setting settings: Setting;
    PutOff put_offs: PutOff;
    Give gives: Give;
    Introduction introductions: Introduction;
    Plan plans: Plan;
    Event events: Event;
    IdealClient ideal_clients: IdealClient;
    Result results: ResultStory;
    Script scripts: Script;
    Connection connections: Connection;
    Communication communications: Communication;
    Story stories: Story;
    Apart aparts: Apart;
}

impl Book {
    /// The person, in the trash or not; `None` when erased or never here.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.ties(id).person()
    }

    /// The person, unless trashed or erased.
    pub fn live_person(&self, id: PersonId) -> Option<&Person> {
        self.ties(id).live()
    }

    /// Everyone not in the trash, by name.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.index.people_by_name().filter_map(|id| self.live_person(id))
    }

    /// Everyone not in the trash with the records about them, in no promised order.
    pub fn everyone(&self) -> impl Iterator<Item = (&Person, &Ties)> {
        self.all_ties().filter_map(|ties| Some((ties.live()?, ties)))
    }

    /// The records about each person, those in the trash and those who are gone among them, in no promised order.
    pub fn all_ties(&self) -> impl Iterator<Item = &Ties> {
        self.index.everyone()
    }

    /// The records about this person.
    pub fn ties(&self, person: PersonId) -> &Ties {
        self.index.ties(person)
    }

    /// Everyone in the trash, by name.
    pub fn trashed_people(&self) -> impl Iterator<Item = &Person> {
        self.index.people_by_name().filter_map(|id| self.person(id)).filter(|p| p.trashed)
    }

    /// People whose folded name is exactly that of `name`, not in the trash.
    pub fn people_named(&self, name: &str) -> impl Iterator<Item = &Person> {
        // Nobody is named by a blank, not even somebody without a name.
        let named = if name.trim().is_empty() { Vec::new() } else { self.index.named(name) };
        named.into_iter().filter_map(|id| self.live_person(id))
    }

    /// The organisation, in the trash or not.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(id.0)
    }

    /// Every organisation not in the trash.
    pub fn organisations(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.values().filter(|o| !o.trashed)
    }

    /// The organisation of this name, whatever the case and accents.
    pub fn organisation_named(&self, name: &str) -> Option<&Organisation> {
        self.index.organisation_named(name).and_then(|id| self.organisations.get(id.0)).filter(|o| !o.trashed)
    }

    /// What the place is called where this person works; empty when unknown.
    pub fn workplace<'a>(&'a self, person: &'a Person) -> &'a str {
        let Some(mention) = &person.organisation else { return "" };
        let known = mention.id().and_then(|id| self.organisations.get(id));
        known.map_or(mention.0.as_str(), |organisation| organisation.name.as_str())
    }

    /// The ask.
    pub fn ask(&self, id: AskId) -> Option<&Ask> {
        self.asks.get(id.0)
    }

    /// Every ask not in the trash.
    pub fn asks(&self) -> impl Iterator<Item = &Ask> {
        self.asks.values().filter(|a| !a.trashed)
    }

    /// The asks to this person, not in the trash.
    pub fn asks_to(&self, person: PersonId) -> impl Iterator<Item = &Ask> {
        self.ties(person).asks()
    }

    /// The give, in the trash or not.
    pub fn give(&self, id: GiveId) -> Option<&Give> {
        self.gives.get(id.0)
    }

    /// Everything given or promised, not in the trash.
    pub fn gives(&self) -> impl Iterator<Item = &Give> {
        self.gives.values().filter(|g| !g.trashed)
    }

    /// What was given or promised to this person, not in the trash.
    pub fn gives_to(&self, person: PersonId) -> impl Iterator<Item = &Give> {
        self.ties(person).gives()
    }

    /// The introduction, in the trash or not.
    pub fn introduction(&self, id: IntroductionId) -> Option<&Introduction> {
        self.introductions.get(id.0)
    }

    /// Every introduction of two people, not in the trash (R68).
    pub fn introductions(&self) -> impl Iterator<Item = &Introduction> {
        self.introductions.values().filter(|i| !i.trashed)
    }

    /// The introductions that were thrown away: those two are not proposed again (R68).
    pub fn introductions_in_trash(&self) -> impl Iterator<Item = &Introduction> {
        self.introductions.values().filter(|i| i.trashed)
    }

    /// The plan, in the trash or not.
    pub fn plan(&self, id: PlanId) -> Option<&Plan> {
        self.plans.get(id.0)
    }

    /// Every mutual plan not in the trash.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values().filter(|p| !p.trashed)
    }

    /// The event, in the trash or not.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.0)
    }

    /// Every event not in the trash.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.values().filter(|e| !e.trashed)
    }

    /// The issue of news, in the trash or not.
    pub fn communication(&self, id: CommunicationId) -> Option<&Communication> {
        self.communications.get(id.0)
    }

    /// Every issue of news not in the trash, by id; a later time it went out goes with the first (R70).
    pub fn communications(&self) -> impl Iterator<Item = &Communication> {
        let first = |issue: &Communication| issue.again.and_then(|first| self.communication(first));
        let is_kept = move |issue: &&Communication| !issue.trashed && first(issue).is_none_or(|first| !first.trashed);
        self.communications.values().filter(is_kept)
    }

    /// What was chosen about the story of a referral, in the trash or not (R71).
    pub fn story(&self, id: ReferralId) -> Option<&Story> {
        self.stories.get(id.0)
    }

    /// The ideal client, in the trash or not.
    pub fn ideal_client(&self, id: IdealClientId) -> Option<&IdealClient> {
        self.ideal_clients.get(id.0)
    }

    /// Every ideal client not in the trash, by id.
    pub fn ideal_clients(&self) -> impl Iterator<Item = &IdealClient> {
        self.ideal_clients.values().filter(|c| !c.trashed)
    }

    /// The result, in the trash or not.
    pub fn result(&self, id: ResultId) -> Option<&ResultStory> {
        self.results.get(id.0)
    }

    /// Every result not in the trash, by id.
    pub fn results(&self) -> impl Iterator<Item = &ResultStory> {
        self.results.values().filter(|r| !r.trashed)
    }

    /// The script of one's own, in the trash or not.
    pub fn script(&self, id: ScriptId) -> Option<&Script> {
        self.scripts.get(id.0)
    }

    /// Every script of one's own not in the trash, by id.
    pub fn scripts(&self) -> impl Iterator<Item = &Script> {
        self.scripts.values().filter(|s| !s.trashed)
    }

    /// The referral, in the trash or not.
    pub fn referral(&self, id: ReferralId) -> Option<&Referral> {
        self.referrals.get(id.0)
    }

    /// Every referral not in the trash, by id.
    pub fn referrals(&self) -> impl Iterator<Item = &Referral> {
        self.referrals.values().filter(|r| !r.trashed)
    }

    /// The referrals this person gave me, not in the trash.
    pub fn referrals_from(&self, source: PersonId) -> impl Iterator<Item = &Referral> {
        self.ties(source).referrals_from()
    }

    /// The referrals that brought me this person, not in the trash.
    pub fn referrals_to(&self, prospect: PersonId) -> impl Iterator<Item = &Referral> {
        self.ties(prospect).referrals_to()
    }

    /// The touch, in the trash or not.
    pub fn touch(&self, id: TouchId) -> Option<&Touch> {
        self.touches.get(id.0)
    }

    /// Every touch not in the trash, by id.
    pub fn touches(&self) -> impl Iterator<Item = &Touch> {
        self.touches.values().filter(|t| !t.trashed)
    }

    /// The touches with this person, not in the trash.
    pub fn touches_with(&self, person: PersonId) -> impl Iterator<Item = &Touch> {
        self.ties(person).touches()
    }

    /// The touches about this referral, not in the trash.
    pub fn touches_about(&self, referral: ReferralId) -> impl Iterator<Item = &Touch> {
        self.index.about(referral).iter().inspect(|_| count(1)).map(|(_, t)| &*t.touch).filter(|t| !t.trashed)
    }

    /// The gists of the touches with this person about this referral, not in the trash.
    pub fn touch_summaries_about(&self, referral: ReferralId, person: PersonId) -> impl Iterator<Item = &TouchSummary> {
        let about = self.index.about(referral).iter().inspect(|_| count(1)).filter(move |(with, _)| *with == person);
        about.map(|(_, t)| &t.summary).filter(|t| !t.trashed)
    }

    /// Duties put off or dropped, not taken back.
    pub fn put_offs(&self) -> impl Iterator<Item = &PutOff> {
        self.put_offs.values().filter(|p| !p.trashed)
    }

    /// The settings of this name: `choices`, `backup`, `sample`.
    pub fn setting(&self, name: &str) -> Option<&Setting> {
        let id = SettingId(Id::parse(name).ok()?);
        self.settings.get(id.0).filter(|s| !s.trashed)
    }

    /// The connection, in the pool or out of it.
    pub fn connection(&self, id: ConnectionId) -> Option<&Connection> {
        self.connections.get(id.0)
    }

    /// The holding pool: everyone who waits outside the book, by name (R12). It is made when it is first looked at.
    pub fn pool(&self) -> &Pool {
        self.index.pool(|| Pool::of(self.connections.values().filter(|c| !c.trashed)))
    }

    /// How many wait in the holding pool (R12).
    pub fn waiting(&self) -> usize {
        self.connections.values().filter(|c| !c.trashed).count()
    }

    /// The folded text in which this person is found: see [`super::fold`].
    pub fn search_text(&self, person: PersonId) -> &str {
        self.index.search_text(person)
    }

    /// How many people, referrals and touches are in the book, trash left out.
    pub fn counts(&self) -> BookCounts {
        BookCounts {
            people: self.people.values().filter(|p| !p.trashed && self.who(p.id) == p.id).count(),
            referrals: self.referrals().count(),
            touches: self.touches().count(),
        }
    }

    /// Whether nothing at all is in the book.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.referrals.is_empty() && self.touches.is_empty() && self.settings.is_empty()
    }
}

/// How much is in a book, trash left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BookCounts {
    /// People.
    pub people: usize,
    /// Referrals.
    pub referrals: usize,
    /// Touches.
    pub touches: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Mention, Name};

    fn person(id: &str, name: &str) -> Person {
        Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }
    }

    fn names<'a>(people: impl Iterator<Item = &'a Person>) -> Vec<&'a str> {
        people.map(|p| p.name.as_str()).collect()
    }

    #[test]
    fn people_are_listed_by_name_without_the_trash() {
        let mut book = Book::default();
        for (id, name) in [("p1", "Zoë"), ("p2", "émile"), ("p3", "Fred"), ("p4", "Ann")] {
            book.put(person(id, name).into());
        }
        book.put(Person { trashed: true, ..person("p3", "Fred") }.into());
        assert_eq!(names(book.people()), ["Ann", "émile", "Zoë"]);
        assert_eq!(names(book.trashed_people()), ["Fred"]);
        book.put(person("p4", "Yann").into());
        assert_eq!(names(book.people()), ["émile", "Yann", "Zoë"]);
        assert_eq!(names(book.people_named("EMILE")), ["émile"]);
    }

    #[test]
    fn touches_and_referrals_are_found_by_what_they_are_about() {
        let mut book = Book::default();
        let (jim, fred): (PersonId, PersonId) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        let r1: ReferralId = "r1".parse().unwrap();
        let referral = Referral { id: r1, source: jim, prospect: fred, ..Referral::default() };
        let touch = Touch { id: "t1".parse().unwrap(), person: jim, about: Some(r1), ..Touch::default() };
        book.put(referral.clone().into());
        book.put(touch.clone().into());
        assert_eq!(book.referrals_from(jim).count(), 1);
        assert_eq!(book.referrals_to(fred).count(), 1);
        assert_eq!(book.touches_about(r1).count(), 1);
        book.put(Touch { person: fred, about: None, ..touch }.into());
        assert_eq!(book.touches_with(jim).count() + book.touches_about(r1).count(), 0);
        assert_eq!(book.touches_with(fred).count(), 1);
        book.remove(&Kind::Referral, r1.0);
        assert_eq!(book.referrals_from(jim).count(), 0);
    }

    #[test]
    fn a_workplace_is_a_record_or_plain_words() {
        let mut book = Book::default();
        book.put(Organisation { id: "o1".parse().unwrap(), name: "Acme".into(), trashed: false }.into());
        let at = |text: &str| Person { organisation: Some(Mention(text.into())), ..person("p1", "Jim") };
        assert_eq!(book.workplace(&at("o1")), "Acme");
        assert_eq!(book.workplace(&at("Bolt & Co")), "Bolt & Co");
        assert_eq!(book.workplace(&person("p1", "Jim")), "");
        assert_eq!(book.organisation_named("ACME").map(|o| o.name.as_str()), Some("Acme"));
    }

    #[test]
    fn people_are_found_by_all_that_is_written_of_them_and_no_longer_by_what_was() {
        use crate::domain::person::{Reach, ReachKind};
        let mut book = Book::default();
        let reach = |kind, value: &str| Reach { kind, label: String::new(), value: value.into() };
        let jim = Person {
            title: "Kapitän".into(),
            note: "Met at Łódź".into(),
            tags: ["Golf".to_string()].into(),
            reach: vec![reach(ReachKind::Phone, "+1 (202) 555-0101"), reach(ReachKind::Email, "Jim@Acme.example")],
            organisation: Some(Mention("Harbour & Söhne".into())),
            ..person("p1", "Jim Ito")
        };
        book.put(jim.clone().into());
        let found = |book: &Book, text: &str| book.search_text(jim.id).contains(text);
        for text in ["jim ito", "kapitan", "lodz", "golf", "12025550101", "jim@acme.example", "sohne"] {
            assert!(found(&book, text), "{text} in {}", book.search_text(jim.id));
        }
        book.put(Person { title: String::new(), reach: Vec::new(), ..jim.clone() }.into());
        assert!(!found(&book, "kapitan") && !found(&book, "555") && found(&book, "golf"));
        book.remove(&Kind::Person, jim.id.0);
        assert_eq!(book.search_text(jim.id), "");
    }

    #[test]
    fn a_record_that_moves_is_found_only_where_it_is_now() {
        let mut book = Book::default();
        let id = |text: &str| -> PersonId { text.parse().unwrap() };
        let referral = |source: &str, prospect: &str| Referral {
            id: "r1".parse().unwrap(),
            source: id(source),
            prospect: id(prospect),
            ..Referral::default()
        };
        book.put(referral("p1", "p2").into());
        book.put(referral("p3", "p2").into());
        let given =
            ["p1", "p2", "p3"].map(|who| (book.referrals_from(id(who)).count(), book.referrals_to(id(who)).count()));
        assert_eq!(given, [(0, 0), (0, 1), (1, 0)]);
        book.put(Referral { trashed: true, ..referral("p3", "p2") }.into());
        assert_eq!((book.referrals_from(id("p3")).count(), book.referrals_to(id("p2")).count()), (0, 0));
        assert!(book.referral("r1".parse().unwrap()).is_some(), "what is in the trash can still be looked at");
    }

    #[test]
    fn two_places_of_one_name_do_not_hide_each_other() {
        let mut book = Book::default();
        let place = |id: &str, name: &str| Organisation { id: id.parse().unwrap(), name: name.into(), trashed: false };
        book.put(place("o1", "Acme").into());
        book.put(place("o2", "ACMÉ").into());
        book.remove(&Kind::Organisation, Id::parse("o1").unwrap());
        assert_eq!(book.organisation_named("acme").map(|o| o.id.to_string()), Some("o2".into()));
        book.put(place("o2", "Bolt").into());
        assert_eq!(book.organisation_named("acme"), None);
        assert_eq!(book.organisations().map(|o| o.name.as_str()).collect::<Vec<_>>(), ["Bolt"]);
    }

    #[test]
    fn the_counts_leave_the_trash_out_and_a_book_of_settings_is_not_empty() {
        let mut book = Book::default();
        assert!(book.is_empty());
        book.put(person("p1", "Ann").into());
        book.put(Person { trashed: true, ..person("p2", "Bo") }.into());
        assert_eq!(book.counts(), BookCounts { people: 1, referrals: 0, touches: 0 });
        let mut other = Book::default();
        other.put(Setting::named("choices").into());
        assert!(!other.is_empty() && other.counts() == BookCounts::default());
        other.put(Setting { trashed: true, ..Setting::named("choices") }.into());
        assert_eq!(other.setting("choices"), None);
        assert_eq!(other.setting("not a name"), None);
    }

    #[test]
    fn a_record_is_handed_out_as_it_was_put_in_whatever_its_kind() {
        let touch = Touch { id: "t1".parse().unwrap(), person: "p1".parse().unwrap(), ..Touch::default() };
        let ask = Ask { id: "a1".parse().unwrap(), person: "p1".parse().unwrap(), ..Ask::default() };
        let put_off = PutOff { id: "w1".parse().unwrap(), duty: "confirm".into(), ..PutOff::default() };
        let records: [Record; 5] =
            [person("p1", "Ann").into(), touch.into(), ask.into(), put_off.into(), Setting::named("backup").into()];
        let mut book = Book::default();
        for record in records {
            book.put(record.clone());
            let (kind, id) = (record.kind(), record.id());
            assert_eq!(book.record(&kind, id), Some(record));
            book.remove(&kind, id);
            assert_eq!(book.record(&kind, id), None, "{kind:?}");
        }
        assert!(book.is_empty() && book.asks().next().is_none() && book.put_offs().next().is_none());
        assert_eq!(book.record(&Kind::Connection, Id::parse("p1").unwrap()), None);
    }

    #[test]
    fn nobody_is_named_by_a_blank() {
        let mut book = Book::default();
        book.put(Person { id: "p1".parse().unwrap(), ..Person::default() }.into());
        for blank in ["", " ", "\t"] {
            assert_eq!(book.people_named(blank).count(), 0);
        }
    }
}
