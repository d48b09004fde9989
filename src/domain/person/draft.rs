//! The person form: what was typed about someone, and the change it makes.

use super::input::{
    AnnualDateText, AsIs, DayText, FormInput, LineText, LongText, NameText, RatingText, TagsText, TierWord,
};
use super::{Person, Reach, ReachKind, Role, person_fields};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, mention_of_person, mentioned, reach, short_text, workplace};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId};
use crate::domain::sorted_set::SortedSet;
use serde::Serialize;

/// Declares the form's inputs: those that [`person_fields!`] names, and those that need the book or are several of one
/// field.
macro_rules! draft {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$what:meta])* pub $field:ident: $type:ty {
        merge: $merge:ident, form: [$($form:ty)?], file: $file:tt, page: $page:tt
    },)* }) => {
        fields! {
            /// What was typed about someone; all text as it stands in the fields.
            #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
            pub struct PersonDraft {
                /// Organisation.
                pub organisation: String,
                /// The first e-mail address.
                pub email: String,
                /// The first phone number.
                pub phone: String,
                /// Every other way to reach them, one a line, kept as it is where it does not change.
                pub others: Vec<Reach>,
                /// Met through.
                pub met_through: String,
                $($(
                    #[doc = concat!("Input for [`Person::", stringify!($field), "`].")]
                    pub $field: <$form as FormInput>::Typed,
                )?)*
            }
        }

        impl PersonDraft {
            /// The inputs that show a field of this person.
            fn of_fields(person: &Person) -> PersonDraft {
                PersonDraft { $($($field: <$form as FormInput>::show(&person.$field),)?)* ..PersonDraft::default() }
            }

            /// Reads those inputs into the person, and notes what is wrong with them.
            fn read_fields(&self, person: &mut Person, wrong: &mut Problems) {
                $($(person.$field = wrong.take(stringify!($field), <$form as FormInput>::read(&self.$field));)?)*
            }
        }
    };
}

person_fields!(draft);

impl PersonDraft {
    /// The form filled with what the book knows of this person.
    pub fn of(book: &Book, person: &Person) -> PersonDraft {
        let mut others = person.reach.clone();
        let mut first = |kind: ReachKind| {
            let at = others.iter().position(|r| r.kind == kind)?;
            Some(others.remove(at).value)
        };
        let (email, phone) = (first(ReachKind::Email), first(ReachKind::Phone));
        PersonDraft {
            organisation: book.workplace(person).into(),
            email: email.unwrap_or_default(),
            phone: phone.unwrap_or_default(),
            others,
            met_through: person.met_through().map(|m| mentioned(book, m).to_string()).unwrap_or_default(),
            ..PersonDraft::of_fields(&person.with_occasions())
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
        self.read_fields(&mut person, &mut wrong);
        self.keep_occasions(&mut person, old.as_ref());
        person.reach = self.reach(&mut wrong, &person);
        if !self.met_through.is_empty() || person.met_through().is_some() {
            person.met_through = mention_of_person(book, &self.met_through);
        }
        let organisation = wrong.take("organisation", short_text(&self.organisation));
        wrong.or(())?;
        person.id = old.map_or_else(|| PersonId(mint.id()), |p| p.id);
        let mut records = Vec::new();
        person.organisation = workplace(book, mint, &organisation, &mut records);
        let id = person.id;
        records.push(person.into());
        Ok((id, Change { records }))
    }

    /// Leaves days that stand among the facts of an old book where they are, unless one of these inputs was typed in.
    fn keep_occasions(&self, person: &mut Person, old: Option<&Person>) {
        let Some(old) = old else { return };
        let shown = old.with_occasions();
        let days = |of: &Person| (of.birthday, of.anniversary, of.facts.clone());
        if days(person) == days(&shown) {
            (person.birthday, person.anniversary, person.facts) = days(old);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Overlay;
    use crate::domain::id::Session;
    use crate::domain::person::Name;
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

    #[test]
    fn every_input_is_filled_from_its_field_and_read_back_into_it() {
        let person = Person { merged: None, trashed: false, ..Person::example() };
        let mut book = Book::default();
        book.put(person.clone().into());
        let draft = PersonDraft::of(&book, &person);
        let (inputs, empty) = (fields_of(&draft), fields_of(&PersonDraft::default()));
        for ((name, value), (_, resting)) in inputs.iter().zip(&empty) {
            assert!(value != resting || *name == "phone" || *name == "others", "{name} is not filled");
        }
        let (_, change) = draft.change(&Book::default(), None, &mut mint()).unwrap();
        let Some(Record::Person(typed)) = change.records.last() else { panic!("no person") };
        let again = PersonDraft::of(&Book::default(), typed);
        assert_eq!(PersonDraft { organisation: draft.organisation.clone(), ..again }, draft);
    }

    fn fields_of(draft: &PersonDraft) -> Vec<(&'static str, serde_json::Value)> {
        use crate::domain::fields::Object;
        draft.fields().into_iter().map(|(name, field)| (name, field.value())).collect()
    }

    #[test]
    fn a_birthday_among_the_facts_of_an_old_book_is_shown_in_its_input_and_moves_there_when_it_is_edited() {
        let id: PersonId = "p1".parse().unwrap();
        let facts = "Two girls\nBirthday: 15 April 1979\nAnniversary: in spring".to_string();
        let mut book = Book::default();
        book.put(Person { id, name: Name::new("Jim").unwrap(), facts, ..Person::default() }.into());
        let opened = PersonDraft::of(&book, book.person(id).unwrap());
        assert_eq!(opened.birthday, "15 April 1979");
        assert_eq!(opened.facts, "Two girls\nAnniversary: in spring");
        let edits = |draft: &PersonDraft| draft.change(&book, Some(id), &mut mint()).unwrap().1.edits(&book);
        assert_eq!(edits(&opened), [], "the form as it was opened changes nothing");
        let typed = PersonDraft { birthday: "April 16".into(), ..opened.clone() };
        let (_, change) = typed.change(&book, Some(id), &mut mint()).unwrap();
        let Some(Record::Person(jim)) = change.records.last() else { panic!("no person") };
        assert_eq!((jim.birthday.map(|day| day.iso()).as_deref(), &jim.facts), (Some("--04-16"), &opened.facts));
        let gone = PersonDraft { birthday: String::new(), ..opened.clone() };
        let (_, change) = gone.change(&book, Some(id), &mut mint()).unwrap();
        let Some(Record::Person(jim)) = change.records.last() else { panic!("no person") };
        assert_eq!((jim.birthday(), &jim.facts), (None, &opened.facts), "what was taken out does not come back");
        let wrong = PersonDraft { birthday: "31 February".into(), anniversary: "in spring".into(), ..opened };
        let wrong = wrong.change(&book, Some(id), &mut mint()).unwrap_err();
        assert!(wrong.of("birthday").is_some_and(|why| why.ends_with('.')) && wrong.of("anniversary").is_some());
    }
}
