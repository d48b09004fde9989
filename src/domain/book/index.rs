//! The index of a book: which records are about which, kept up with every record put in or taken out.

use super::ties::{NONE, Noted, Ties};
use crate::domain::ask::Ask;
use crate::domain::communication::Communication;
use crate::domain::connection::Connection;
use crate::domain::event::Event;
use crate::domain::fold::fold;
use crate::domain::found_by::write_below;
use crate::domain::give::Give;
use crate::domain::id::{ApartId, OrganisationId, PersonId, ReferralId};
use crate::domain::id_map::IdMap;
use crate::domain::ideal_client::IdealClient;
use crate::domain::introduction::Introduction;
use crate::domain::merged::Apart;
use crate::domain::organisation::Organisation;
use crate::domain::person::Person;
use crate::domain::plan::Plan;
use crate::domain::pool::Pool;
use crate::domain::put_off::PutOff;
use crate::domain::referral::Referral;
use crate::domain::result::ResultStory;
use crate::domain::script::Script;
use crate::domain::setting::Setting;
use crate::domain::steps::count;
use crate::domain::story::Story;
use crate::domain::touch::Touch;
use crate::domain::touch::summary::TouchSummary;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Finds records by what they are about.
#[derive(Debug, Default)]
pub struct Index {
    by_name: BTreeSet<(Box<str>, PersonId)>,
    search: IdMap<PersonId, Box<str>>,
    organisations: BTreeMap<Box<str>, BTreeSet<OrganisationId>>,
    ties: IdMap<PersonId, Ties>,
    about: IdMap<ReferralId, Vec<(PersonId, Noted)>>,
    pool: OnceLock<Pool>,
    /// Whom each entry that was merged is found as.
    redirects: IdMap<PersonId, PersonId>,
    apart: BTreeSet<(PersonId, PersonId, ApartId)>,
}

/// A record that the index leads to, or takes note of. Whoever enters leaves again, unchanged.
pub trait Indexed {
    /// Notes a record that was put in.
    fn enter(self: &Arc<Self>, _index: &mut Index) {}

    /// Forgets a record that was put in.
    fn leave(self: &Arc<Self>, _index: &mut Index) {}
}

impl Indexed for Setting {}
impl Indexed for PutOff {}
impl Indexed for Introduction {}
impl Indexed for Plan {}
impl Indexed for Event {}
impl Indexed for IdealClient {}
impl Indexed for ResultStory {}
impl Indexed for Script {}
impl Indexed for Communication {}
impl Indexed for Story {}

impl Indexed for Person {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        if index.who(self.id) != self.id {
            return; // Somebody else in the lists, found by the one that was kept.
        }
        index.by_name.insert((fold(self.name.as_str()).into(), self.id));
        index.search.insert(self.id, search_text(self).into());
        index.ties.entry(self.id).or_default().person = Some(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        if index.who(self.id) != self.id {
            return;
        }
        index.by_name.remove(&(fold(self.name.as_str()).into(), self.id));
        index.search.remove(&self.id);
        index.loosen(self.id, |ties| ties.person = None);
    }
}

impl Indexed for Organisation {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.organisations.entry(fold(&self.name).into()).or_default().insert(self.id);
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        if let Some(ids) = index.organisations.get_mut(fold(&self.name).as_str()) {
            ids.remove(&self.id);
        }
    }
}

impl Indexed for Referral {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.ties.entry(self.source).or_default().from.push(self.clone());
        index.ties.entry(self.prospect).or_default().to.push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.loosen(self.source, |ties| ties.from.retain(|one| !Arc::ptr_eq(one, self)));
        index.loosen(self.prospect, |ties| ties.to.retain(|one| !Arc::ptr_eq(one, self)));
    }
}

impl Indexed for Touch {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        let noted = || Noted { summary: TouchSummary::of(self), touch: self.clone() };
        let with = &mut index.ties.entry(self.person).or_default().with;
        with.insert(with.partition_point(|other| other.summary.on <= self.on), noted());
        if let Some(about) = self.about {
            index.about.entry(about).or_default().push((self.person, noted()));
        }
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.loosen(self.person, |ties| ties.with.retain(|one| !Arc::ptr_eq(&one.touch, self)));
        if let Some(about) = self.about.and_then(|about| index.about.get_mut(&about)) {
            about.retain(|(_, one)| !Arc::ptr_eq(&one.touch, self));
        }
    }
}

impl Indexed for Ask {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.ties.entry(self.person).or_default().asked.push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.loosen(self.person, |ties| ties.asked.retain(|one| !Arc::ptr_eq(one, self)));
    }
}

impl Indexed for Give {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.ties.entry(self.to).or_default().given.push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.loosen(self.to, |ties| ties.given.retain(|one| !Arc::ptr_eq(one, self)));
    }
}

impl Indexed for Apart {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        if !self.trashed {
            index.apart.insert((self.one.min(self.other), self.one.max(self.other), self.id));
        }
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.apart.remove(&(self.one.min(self.other), self.one.max(self.other), self.id));
    }
}

impl Indexed for Connection {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.pool = OnceLock::new();
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.pool = OnceLock::new();
    }
}

impl Index {
    pub fn pool(&self, make: impl FnOnce() -> Pool) -> &Pool {
        self.pool.get_or_init(make)
    }

    pub fn people_by_name(&self) -> impl Iterator<Item = PersonId> {
        self.by_name.iter().map(|(_, id)| *id)
    }

    pub fn named(&self, name: &str) -> Vec<PersonId> {
        let folded: Box<str> = fold(name).into();
        let from = (folded.clone(), PersonId::default());
        self.by_name.range(from..).take_while(|(name, _)| *name == folded).map(|(_, id)| *id).collect()
    }

    pub fn organisation_named(&self, name: &str) -> Option<OrganisationId> {
        self.organisations.get(fold(name).as_str()).and_then(|ids| ids.first()).copied()
    }

    pub fn search_text(&self, person: PersonId) -> &str {
        self.search.get(&self.who(person)).map_or("", |text| text)
    }

    /// Whom this entry is found as.
    pub fn who(&self, id: PersonId) -> PersonId {
        if self.redirects.is_empty() { id } else { self.redirects.get(&id).copied().unwrap_or(id) }
    }

    pub fn redirects(&self) -> &IdMap<PersonId, PersonId> {
        &self.redirects
    }

    /// Sets whom each merged entry is found as; whatever names one of them must have left, and enters again.
    pub fn set_redirects(&mut self, redirects: IdMap<PersonId, PersonId>) {
        self.redirects = redirects;
    }

    /// Whether this pair, the lesser id first, was said not to be one.
    pub fn is_apart(&self, (one, other): (PersonId, PersonId)) -> bool {
        let from = (one, other, ApartId::default());
        self.apart.range(from..).next().is_some_and(|(a, b, _)| (*a, *b) == (one, other))
    }

    /// The records about this person.
    pub fn ties(&self, person: PersonId) -> &Ties {
        self.ties.get(&self.who(person)).unwrap_or(&NONE)
    }

    /// Everyone's ties, in no promised order.
    pub fn everyone(&self) -> impl Iterator<Item = &Ties> {
        self.ties.values()
    }

    /// Takes a record out of somebody's ties.
    fn loosen(&mut self, person: PersonId, without: impl FnOnce(&mut Ties)) {
        if let Some(ties) = self.ties.get_mut(&person) {
            count(1);
            without(ties);
        }
    }

    pub fn about(&self, referral: ReferralId) -> &[(PersonId, Noted)] {
        self.about.get(&referral).map_or(&[], Vec::as_slice)
    }
}

/// What a person is found by: name, title, note, facts, where they work, tags, and every way to reach them.
fn search_text(person: &Person) -> String {
    let mut text = fold(person.name.as_str());
    let Person { title, note, facts, loves, looks_for, .. } = person;
    let place = person.organisation.as_ref().map_or("", |mention| &mention.0);
    write_below(&mut text, &[title, note, facts, loves, looks_for, place], &person.tags, &person.reach);
    text
}
