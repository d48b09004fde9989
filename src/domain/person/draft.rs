//! The person form: what was typed about someone, and the change it makes.

use super::{Name, Person, Rating, Reach, ReachKind, Role, Tier};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{
    Problems, day, long_text, mention_of_person, mentioned, reach, short_text, typed, workplace,
};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId};
use crate::domain::sorted_set::SortedSet;
use serde::Serialize;

fields! {
    /// What was typed about someone; all text as it stands in the fields.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PersonDraft {
        /// Name.
        pub name: String,
        /// Organisation.
        pub organisation: String,
        /// Title.
        pub title: String,
        /// The first e-mail address.
        pub email: String,
        /// The first phone number.
        pub phone: String,
        /// Every other way to reach them, one a line, kept as it is where it does not change.
        pub others: Vec<Reach>,
        /// Roles.
        pub roles: SortedSet<Role>,
        /// Rating, 1 to 5 or empty.
        pub rating: String,
        /// Tier, A to C or empty.
        pub tier: String,
        /// Known since, a day.
        pub known_since: String,
        /// Met through.
        pub met_through: String,
        /// The day they said that they are satisfied.
        pub satisfied_on: String,
        /// Personal facts.
        pub facts: String,
        /// What they love about my work.
        pub loves: String,
        /// Whom they look for.
        pub looks_for: String,
        /// Note.
        pub note: String,
        /// Tags, separated by commas.
        pub tags: String,
        /// Do not ask them for referrals.
        pub never_ask: bool,
    }
}

impl PersonDraft {
    /// The form filled with what the book knows of this person.
    pub fn of(book: &Book, person: &Person) -> PersonDraft {
        let mut others = person.reach.clone();
        let mut first = |kind: ReachKind| {
            let at = others.iter().position(|r| r.kind == kind)?;
            Some(others.remove(at).value)
        };
        let (email, phone) = (first(ReachKind::Email), first(ReachKind::Phone));
        let text = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        PersonDraft {
            name: person.name.as_str().into(),
            organisation: book.workplace(person).into(),
            title: person.title.clone(),
            email: email.unwrap_or_default(),
            phone: phone.unwrap_or_default(),
            others,
            roles: person.roles.clone(),
            rating: person.rating.map(|r| u8::from(r).to_string()).unwrap_or_default(),
            tier: person.tier.as_ref().map(|t| t.word().to_string()).unwrap_or_default(),
            known_since: text(person.known_since),
            met_through: person.met_through().map(|m| mentioned(book, m).to_string()).unwrap_or_default(),
            satisfied_on: text(person.satisfied_on),
            facts: person.facts.clone(),
            loves: person.loves.clone(),
            looks_for: person.looks_for.clone(),
            note: person.note.clone(),
            tags: person.tags.iter().cloned().collect::<Vec<_>>().join(", "),
            never_ask: person.never_ask,
        }
    }

    /// What was typed since the form was opened, over what the book has now: another tab may have kept other fields.
    pub fn over(self, opened: PersonDraft, now: PersonDraft) -> PersonDraft {
        PersonDraft {
            name: typed(self.name, opened.name, now.name),
            organisation: typed(self.organisation, opened.organisation, now.organisation),
            title: typed(self.title, opened.title, now.title),
            email: typed(self.email, opened.email, now.email),
            phone: typed(self.phone, opened.phone, now.phone),
            others: typed(self.others, opened.others, now.others),
            roles: typed(self.roles, opened.roles, now.roles),
            rating: typed(self.rating, opened.rating, now.rating),
            tier: typed(self.tier, opened.tier, now.tier),
            known_since: typed(self.known_since, opened.known_since, now.known_since),
            met_through: typed(self.met_through, opened.met_through, now.met_through),
            satisfied_on: typed(self.satisfied_on, opened.satisfied_on, now.satisfied_on),
            facts: typed(self.facts, opened.facts, now.facts),
            loves: typed(self.loves, opened.loves, now.loves),
            looks_for: typed(self.looks_for, opened.looks_for, now.looks_for),
            note: typed(self.note, opened.note, now.note),
            tags: typed(self.tags, opened.tags, now.tags),
            never_ask: typed(self.never_ask, opened.never_ask, now.never_ask),
        }
    }

    /// The change that makes this a person of the book: a new one, or `id` as typed.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(&self, book: &Book, id: Option<PersonId>, mint: &mut Mint) -> Result<(PersonId, Change), Problems> {
        let mut wrong = Problems::default();
        let old = id.and_then(|id| book.person(id)).cloned();
        let mut person = old.clone().unwrap_or_default();
        person.name = wrong.take("name", Name::new(&self.name));
        person.title = wrong.take("title", short_text(&self.title));
        person.reach = self.reach(&mut wrong, &person);
        person.roles = self.roles.clone();
        person.rating = wrong.take("rating", rating(&self.rating));
        person.tier = Some(self.tier.trim()).filter(|t| !t.is_empty()).map(Tier::of_word);
        person.known_since = wrong.take("known_since", day(&self.known_since));
        person.satisfied_on = wrong.take("satisfied_on", day(&self.satisfied_on));
        if !self.met_through.is_empty() || person.met_through().is_some() {
            person.met_through = mention_of_person(book, &self.met_through);
        }
        person.facts = wrong.take("facts", long_text(&self.facts));
        person.loves = wrong.take("loves", long_text(&self.loves));
        person.looks_for = wrong.take("looks_for", long_text(&self.looks_for));
        person.note = wrong.take("note", long_text(&self.note));
        person.tags = tags(&self.tags);
        person.never_ask = self.never_ask;
        let organisation = wrong.take("organisation", short_text(&self.organisation));
        wrong.or(())?;
        person.id = old.map_or_else(|| PersonId(mint.id()), |p| p.id);
        let mut records = Vec::new();
        person.organisation = workplace(book, mint, &organisation, &mut records);
        let id = person.id;
        records.push(person.into());
        Ok((id, Change { records }))
    }

    fn reach(&self, wrong: &mut Problems, old: &Person) -> Vec<Reach> {
        let label = |kind: &ReachKind| old.reach.iter().find(|r| r.kind == *kind).map_or("", |r| r.label.as_str());
        let email = reach(ReachKind::Email, label(&ReachKind::Email), &self.email);
        let phone = reach(ReachKind::Phone, label(&ReachKind::Phone), &self.phone);
        let first = [wrong.take("email", email), wrong.take("phone", phone)];
        let others = self.others.iter().filter_map(|r| {
            let read = reach(r.kind.clone(), &r.label, &r.value);
            // What came from elsewhere is kept as it is, even where this form would not take it.
            read.unwrap_or_else(|_| Some(r.clone()))
        });
        first.into_iter().flatten().chain(others).collect()
    }
}

fn rating(text: &str) -> Result<Option<Rating>, &'static str> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse::<u8>().map_err(|_| "A rating goes from 1 to 5.").and_then(Rating::try_from).map(Some),
    }
}

fn tags(text: &str) -> SortedSet<String> {
    text.split([',', '\n', ';']).map(crate::domain::person::one_line).filter(|t| !t.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::record::Record;

    fn mint() -> Mint {
        Mint::new(Session::of_bits(1))
    }

    #[test]
    fn what_is_typed_becomes_a_person_and_their_organisation() {
        let draft = PersonDraft {
            name: " Fred Ito ".into(),
            organisation: "Acme".into(),
            email: "fred@acme.com".into(),
            phone: "555-0101".into(),
            roles: [Role::Client, Role::Friend].into(),
            rating: "5".into(),
            tags: "golf, chess,, golf".into(),
            ..PersonDraft::default()
        };
        let (id, change) = draft.change(&Book::default(), None, &mut mint()).unwrap();
        let mut book = Book::default();
        change.records.into_iter().for_each(|r| book.put(r));
        let fred = book.person(id).unwrap();
        assert_eq!((fred.name.as_str(), book.workplace(fred)), ("Fred Ito", "Acme"));
        assert_eq!(fred.tags.len(), 2);
        assert_eq!(PersonDraft::of(&book, fred).tags, "chess, golf");
        let again = PersonDraft::of(&book, fred).change(&book, Some(id), &mut mint()).unwrap().1;
        assert_eq!(again.edits(&book), [], "the form as it was opened changes nothing");
    }

    #[test]
    fn a_form_left_open_does_not_take_back_what_another_tab_kept() {
        let opened = PersonDraft { name: "Ada".into(), organisation: "Engines".into(), ..PersonDraft::default() };
        let typed = PersonDraft { title: "Countess".into(), ..opened.clone() };
        let now = PersonDraft { organisation: "Analytical Engines".into(), ..opened.clone() };
        let kept = typed.over(opened, now.clone());
        assert_eq!(kept, PersonDraft { title: "Countess".into(), ..now });
    }

    #[test]
    fn absurd_fields_are_refused_each_with_its_sentence() {
        let draft = PersonDraft {
            name: " ".into(),
            email: "fred".into(),
            phone: "none".into(),
            rating: "9".into(),
            known_since: "1812-01-01".into(),
            note: "x".repeat(20_001),
            ..PersonDraft::default()
        };
        let wrong = draft.change(&Book::default(), None, &mut mint()).unwrap_err();
        for field in ["name", "email", "phone", "rating", "known_since", "note"] {
            assert!(wrong.of(field).is_some_and(|why| why.ends_with('.')), "{field}");
        }
    }

    #[test]
    fn other_ways_to_reach_and_what_the_form_does_not_show_are_kept() {
        let mut book = Book::default();
        let json = r#"{"name":"Jim","cadence_days":45,"reach":[{"kind":"pager","label":"","value":"77"},
            {"kind":"phone","label":"work","value":"1"},{"kind":"phone","label":"home","value":"2"}]}"#;
        let id: PersonId = "p1".parse().unwrap();
        book.put(Record::read(&crate::domain::kind::Kind::Person, id.0, json).unwrap());
        let mut draft = PersonDraft::of(&book, book.person(id).unwrap());
        draft.title = "CFO".into();
        let (_, change) = draft.change(&book, Some(id), &mut mint()).unwrap();
        let Some(Record::Person(jim)) = change.records.last() else { panic!("no person") };
        assert_eq!(jim.reach.len(), 3);
        assert_eq!(jim.cadence_days, Some(45));
        assert_eq!(jim.first_reach(&ReachKind::Phone), Some("1"));
    }

    #[test]
    fn r8_known_since_and_met_through_are_kept() {
        let mut book = Book::default();
        book.put(Person { id: "p1".parse().unwrap(), name: Name::new("Connie").unwrap(), ..Person::default() }.into());
        for (through, kept) in [("connie", "p1"), ("the chess club", "the chess club")] {
            let draft = PersonDraft {
                name: "Fred".into(),
                known_since: "2014-05-01".into(),
                met_through: through.into(),
                ..PersonDraft::default()
            };
            let (_, change) = draft.change(&book, None, &mut mint()).unwrap();
            let Some(Record::Person(fred)) = change.records.last() else { panic!("no person") };
            assert_eq!(fred.known_since.map(|d| d.to_string()).as_deref(), Some("2014-05-01"));
            assert_eq!(fred.met_through.as_ref().map(|m| m.0.as_str()), Some(kept));
        }
    }

    #[test]
    fn r26_what_they_love_about_my_work_is_kept() {
        let draft =
            PersonDraft { name: "Fred".into(), loves: "Plain numbers\nNo jargon".into(), ..PersonDraft::default() };
        let (id, change) = draft.change(&Book::default(), None, &mut mint()).unwrap();
        let mut book = Book::default();
        change.records.into_iter().for_each(|r| book.put(r));
        assert_eq!(book.person(id).unwrap().loves, "Plain numbers\nNo jargon");
    }
}
