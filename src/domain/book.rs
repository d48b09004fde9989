//! The book: the records this version has a type for, found by id and by what they are about.

mod drawer;
mod index;

use super::ask::Ask;
use super::event::Event;
use super::give::Give;
use super::id::{AskId, EventId, GiveId, Id, IdealClientId, OrganisationId, PersonId, PlanId, ReferralId, ResultId};
use super::id::{ScriptId, SettingId, TouchId};
use super::ideal_client::IdealClient;
use super::kind::Kind;
use super::organisation::Organisation;
use super::person::Person;
use super::plan::Plan;
use super::put_off::PutOff;
use super::record::Record;
use super::referral::Referral;
use super::result::ResultStory;
use super::script::Script;
use super::setting::Setting;
use super::touch::Touch;
use drawer::Drawer;
use index::Index;

/// Declares the book and what is the same for every kind, so that a new kind is one line.
macro_rules! book {
    ($($kind:ident $drawer:ident: $type:ty;)*) => {
        /// The book: everything this version can read of what is kept.
        ///
        /// It is a view: the store keeps the fields with their stamps and puts here what they say. Trashed records stay
        /// in the book, but the lists leave them out.
        #[derive(Debug, Default)]
        pub struct Book {
            $($drawer: Drawer<$type>,)*
            index: Index,
            /// How many changes were made since the last verified backup, or ever; the store counts them.
            pub changes_since_backup: usize,
        }

        impl Book {
            /// Puts a record in, in place of the one of its kind and id.
            pub fn put(&mut self, record: Record) {
                self.remove(&record.kind(), record.id());
                self.index.add(&record);
                match record { $(Record::$kind(record) => self.$drawer.put(record.id.0, record),)* }
            }

            /// Takes a record out for good; the store calls it for erased records.
            pub fn remove(&mut self, kind: &Kind, id: Id) {
                let gone: Option<Record> = match kind {
                    $(Kind::$kind => self.$drawer.remove(id).map(|record| Record::$kind(*record)),)*
                    _ => None,
                };
                if let Some(record) = gone {
                    self.index.drop(&record);
                }
            }

            /// A copy of the record of this kind and id, trashed or not.
            pub fn record(&self, kind: &Kind, id: Id) -> Option<Record> {
                match kind {
                    $(Kind::$kind => self.$drawer.get(id).cloned().map(Record::from),)*
                    _ => None,
                }
            }
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
    Plan plans: Plan;
    Event events: Event;
    IdealClient ideal_clients: IdealClient;
    Result results: ResultStory;
    Script scripts: Script;
}

impl Book {
    /// The person, in the trash or not; `None` when erased or never here.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id.0)
    }

    /// The person, unless trashed or erased.
    pub fn live_person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id.0).filter(|p| !p.trashed)
    }

    /// Everyone not in the trash, by name.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.index.people_by_name().filter_map(|id| self.live_person(id))
    }

    /// Everyone in the trash, by name.
    pub fn trashed_people(&self) -> impl Iterator<Item = &Person> {
        self.index.people_by_name().filter_map(|id| self.people.get(id.0)).filter(|p| p.trashed)
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
        self.index.asked(person).iter().filter_map(|id| self.asks.get(id.0)).filter(|a| !a.trashed)
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
        self.index.given(person).iter().filter_map(|id| self.gives.get(id.0)).filter(|g| !g.trashed)
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
        self.index.from(source).iter().filter_map(|id| self.referrals.get(id.0)).filter(|r| !r.trashed)
    }

    /// The referrals that brought me this person, not in the trash.
    pub fn referrals_to(&self, prospect: PersonId) -> impl Iterator<Item = &Referral> {
        self.index.to(prospect).iter().filter_map(|id| self.referrals.get(id.0)).filter(|r| !r.trashed)
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
        self.index.with(person).iter().filter_map(|id| self.touches.get(id.0)).filter(|t| !t.trashed)
    }

    /// The touches about this referral, not in the trash.
    pub fn touches_about(&self, referral: ReferralId) -> impl Iterator<Item = &Touch> {
        self.index.about(referral).iter().filter_map(|id| self.touches.get(id.0)).filter(|t| !t.trashed)
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

    /// The folded text in which this person is found: see [`super::fold`].
    pub fn search_text(&self, person: PersonId) -> &str {
        self.index.search_text(person)
    }

    /// How many people, referrals and touches are in the book, trash left out.
    pub fn counts(&self) -> Counts {
        Counts {
            people: self.people.values().filter(|p| !p.trashed).count(),
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
pub struct Counts {
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
}
