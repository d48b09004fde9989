//! The index of a book: which records are about which, kept up with every record put in or taken out.

use crate::domain::ask::Ask;
use crate::domain::event::Event;
use crate::domain::fold::{digits, fold};
use crate::domain::give::Give;
use crate::domain::id::{OrganisationId, PersonId, ReferralId};
use crate::domain::ideal_client::IdealClient;
use crate::domain::organisation::Organisation;
use crate::domain::person::{Person, ReachKind};
use crate::domain::plan::Plan;
use crate::domain::put_off::PutOff;
use crate::domain::referral::Referral;
use crate::domain::result::ResultStory;
use crate::domain::script::Script;
use crate::domain::setting::Setting;
use crate::domain::touch::Touch;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

/// Finds records by what they are about.
#[derive(Debug, Default)]
pub struct Index {
    by_name: BTreeSet<(Box<str>, PersonId)>,
    search: ById<PersonId, Box<str>>,
    organisations: BTreeMap<Box<str>, BTreeSet<OrganisationId>>,
    from: ById<PersonId, Vec<Arc<Referral>>>,
    to: ById<PersonId, Vec<Arc<Referral>>>,
    with: ById<PersonId, Vec<Arc<Touch>>>,
    about: ById<ReferralId, Vec<Arc<Touch>>>,
    asked: ById<PersonId, Vec<Arc<Ask>>>,
    given: ById<PersonId, Vec<Arc<Give>>>,
}

/// A map by id.
type ById<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// Mixes the letters of an id into a number. Ids are looked up all day and are nobody's secret, so this is as quick as can
/// be, where the standard one guards against keys chosen to collide.
#[derive(Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, word: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(word)).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
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
impl Indexed for Plan {}
impl Indexed for Event {}
impl Indexed for IdealClient {}
impl Indexed for ResultStory {}
impl Indexed for Script {}

impl Indexed for Person {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.by_name.insert((fold(self.name.as_str()).into(), self.id));
        index.search.insert(self.id, search_text(self).into());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        index.by_name.remove(&(fold(self.name.as_str()).into(), self.id));
        index.search.remove(&self.id);
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
        index.from.entry(self.source).or_default().push(self.clone());
        index.to.entry(self.prospect).or_default().push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        take(&mut index.from, &self.source, self);
        take(&mut index.to, &self.prospect, self);
    }
}

impl Indexed for Touch {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.with.entry(self.person).or_default().push(self.clone());
        if let Some(about) = self.about {
            index.about.entry(about).or_default().push(self.clone());
        }
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        take(&mut index.with, &self.person, self);
        if let Some(about) = self.about {
            take(&mut index.about, &about, self);
        }
    }
}

impl Indexed for Ask {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.asked.entry(self.person).or_default().push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        take(&mut index.asked, &self.person, self);
    }
}

impl Indexed for Give {
    fn enter(self: &Arc<Self>, index: &mut Index) {
        index.given.entry(self.to).or_default().push(self.clone());
    }

    fn leave(self: &Arc<Self>, index: &mut Index) {
        take(&mut index.given, &self.to, self);
    }
}

impl Index {
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
        self.search.get(&person).map_or("", |text| text)
    }

    pub fn from(&self, source: PersonId) -> &[Arc<Referral>] {
        self.from.get(&source).map_or(&[], Vec::as_slice)
    }

    pub fn to(&self, prospect: PersonId) -> &[Arc<Referral>] {
        self.to.get(&prospect).map_or(&[], Vec::as_slice)
    }

    pub fn with(&self, person: PersonId) -> &[Arc<Touch>] {
        self.with.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn asked(&self, person: PersonId) -> &[Arc<Ask>] {
        self.asked.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn given(&self, to: PersonId) -> &[Arc<Give>] {
        self.given.get(&to).map_or(&[], Vec::as_slice)
    }

    pub fn about(&self, referral: ReferralId) -> &[Arc<Touch>] {
        self.about.get(&referral).map_or(&[], Vec::as_slice)
    }
}

fn take<K: Hash + Eq, T>(map: &mut ById<K, Vec<Arc<T>>>, key: &K, record: &Arc<T>) {
    if let Some(list) = map.get_mut(key) {
        list.retain(|one| !Arc::ptr_eq(one, record));
        if list.is_empty() {
            map.remove(key);
        }
    }
}

/// What a person is found by: name, title, note, facts, tags, and every way to reach them, phones also as bare digits.
fn search_text(person: &Person) -> String {
    let mut text = fold(person.name.as_str());
    let mut add = |more: &str| {
        if !more.is_empty() {
            text.push('\n');
            text.push_str(more);
        }
    };
    for part in [&person.title, &person.note, &person.facts, &person.loves, &person.looks_for] {
        add(&fold(part));
    }
    for tag in &person.tags {
        add(&fold(tag));
    }
    for reach in &person.reach {
        add(&fold(&reach.value));
        if reach.kind == ReachKind::Phone {
            add(&digits(&reach.value));
        }
    }
    if let Some(mention) = &person.organisation {
        add(&fold(&mention.0));
    }
    text
}
