//! The index of a book: which records are about which, kept up with every record put in or taken out.

use crate::domain::fold::{digits, fold};
use crate::domain::id::{AskId, GiveId, OrganisationId, PersonId, ReferralId, TouchId};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Person, ReachKind};
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::touch::Touch;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Finds records by what they are about.
#[derive(Debug, Default)]
pub struct Index {
    by_name: BTreeSet<(Box<str>, PersonId)>,
    search: HashMap<PersonId, Box<str>>,
    organisations: BTreeMap<Box<str>, BTreeSet<OrganisationId>>,
    from: HashMap<PersonId, Vec<ReferralId>>,
    to: HashMap<PersonId, Vec<ReferralId>>,
    with: HashMap<PersonId, Vec<TouchId>>,
    about: HashMap<ReferralId, Vec<TouchId>>,
    asked: HashMap<PersonId, Vec<AskId>>,
    given: HashMap<PersonId, Vec<GiveId>>,
}

impl Index {
    /// Notes a record that was put in.
    pub fn add(&mut self, record: &Record) {
        match record {
            Record::Person(person) => self.add_person(person),
            Record::Organisation(organisation) => self.add_organisation(organisation),
            Record::Referral(referral) => self.add_referral(referral),
            Record::Touch(touch) => self.add_touch(touch),
            Record::Ask(ask) => self.asked.entry(ask.person).or_default().push(ask.id),
            Record::Give(give) => self.given.entry(give.to).or_default().push(give.id),
            _ => {}
        }
    }

    /// Forgets a record that was put in; it is the same as then.
    pub fn drop(&mut self, record: &Record) {
        match record {
            Record::Person(person) => self.drop_person(person),
            Record::Organisation(organisation) => self.drop_organisation(organisation),
            Record::Referral(referral) => self.drop_referral(referral),
            Record::Touch(touch) => self.drop_touch(touch),
            Record::Ask(ask) => take(&mut self.asked, &ask.person, ask.id),
            Record::Give(give) => take(&mut self.given, &give.to, give.id),
            _ => {}
        }
    }

    fn add_person(&mut self, person: &Person) {
        self.by_name.insert((fold(person.name.as_str()).into(), person.id));
        self.search.insert(person.id, search_text(person).into());
    }

    fn drop_person(&mut self, person: &Person) {
        self.by_name.remove(&(fold(person.name.as_str()).into(), person.id));
        self.search.remove(&person.id);
    }

    fn add_organisation(&mut self, organisation: &Organisation) {
        self.organisations.entry(fold(&organisation.name).into()).or_default().insert(organisation.id);
    }

    fn drop_organisation(&mut self, organisation: &Organisation) {
        if let Some(ids) = self.organisations.get_mut(fold(&organisation.name).as_str()) {
            ids.remove(&organisation.id);
        }
    }

    fn add_referral(&mut self, referral: &Referral) {
        self.from.entry(referral.source).or_default().push(referral.id);
        self.to.entry(referral.prospect).or_default().push(referral.id);
    }

    fn drop_referral(&mut self, referral: &Referral) {
        take(&mut self.from, &referral.source, referral.id);
        take(&mut self.to, &referral.prospect, referral.id);
    }

    fn add_touch(&mut self, touch: &Touch) {
        self.with.entry(touch.person).or_default().push(touch.id);
        if let Some(about) = touch.about {
            self.about.entry(about).or_default().push(touch.id);
        }
    }

    fn drop_touch(&mut self, touch: &Touch) {
        take(&mut self.with, &touch.person, touch.id);
        if let Some(about) = touch.about {
            take(&mut self.about, &about, touch.id);
        }
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
        self.search.get(&person).map_or("", |text| text)
    }

    pub fn from(&self, source: PersonId) -> &[ReferralId] {
        self.from.get(&source).map_or(&[], Vec::as_slice)
    }

    pub fn to(&self, prospect: PersonId) -> &[ReferralId] {
        self.to.get(&prospect).map_or(&[], Vec::as_slice)
    }

    pub fn with(&self, person: PersonId) -> &[TouchId] {
        self.with.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn asked(&self, person: PersonId) -> &[AskId] {
        self.asked.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn given(&self, to: PersonId) -> &[GiveId] {
        self.given.get(&to).map_or(&[], Vec::as_slice)
    }

    pub fn about(&self, referral: ReferralId) -> &[TouchId] {
        self.about.get(&referral).map_or(&[], Vec::as_slice)
    }
}

fn take<K: std::hash::Hash + Eq, V: PartialEq>(map: &mut HashMap<K, Vec<V>>, key: &K, value: V) {
    if let Some(list) = map.get_mut(key) {
        list.retain(|v| *v != value);
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
