//! Ideas for helping somebody who gave more than they got: each follows from something on record (R66, B11).

use super::balance::{Since, owed};
use super::introductions::{IntroductionProposal, Meetings};
use super::matches::Wish;
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::give::GiveKind;
use crate::domain::id::{EventId, GiveId, IntroductionId, PersonId};
use crate::domain::touch::TouchKind;
use chrono::NaiveDate;

/// Something to do for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Idea {
    /// Keep what was promised: this give.
    Keep(GiveId),
    /// Go on with an introduction under way.
    GoOn(IntroductionId),
    /// Bring them together with somebody who may be right for what they want.
    Meet(IntroductionProposal),
    /// Find somebody for the help they asked for.
    Find(Wish),
    /// Say a good word in public: they never had one.
    Testimonial,
    /// Invite them: they are not on the list.
    Invite(EventId),
    /// Ask whom they look for: nothing is on record.
    AskWhatTheyNeed,
}

/// Returns ideas for helping this person (R66). `meetings` are those of the whole book.
pub fn ideas(book: &Book, person: PersonId, meetings: &Meetings, today: NaiveDate) -> Vec<Idea> {
    let Some(known) = book.live_person(person) else { return Vec::new() };
    let kept = book.gives_to(person).filter(|give| give.is_open()).map(|give| Idea::Keep(give.id));
    let on = book.introductions().filter(|i| i.is_open() && i.side_of(person).is_some()).map(|i| Idea::GoOn(i.id));
    let meet = meetings.proposals.iter().filter(|p| p.wish.who == person).cloned().map(Idea::Meet);
    let find = meetings.nobody.iter().filter(|wish| wish.who == person).cloned().map(Idea::Find);
    let testimonial = (!has_good_word(book, person)).then_some(Idea::Testimonial);
    let wants = !known.looks_for.trim().is_empty() || book.gives_to(person).any(|give| give.is_wanted());
    let ask = (!wants).then_some(Idea::AskWhatTheyNeed);
    let invite = next_event(book, person, today).map(Idea::Invite);
    kept.chain(on).chain(meet).chain(find).chain(invite).chain(testimonial).chain(ask).collect()
}

/// Whether I said a good word about them in public.
fn has_good_word(book: &Book, person: PersonId) -> bool {
    let given = book.gives_to(person).any(|give| give.what == GiveKind::Testimonial && give.done_on.is_some());
    given || book.touches_with(person).any(|touch| touch.kind == TouchKind::PublicMention && touch.went_out())
}

/// The next event to which they are not invited.
fn next_event(book: &Book, person: PersonId, today: NaiveDate) -> Option<EventId> {
    let is_ahead = |event: &&Event| event.on.is_some_and(|on| on > today);
    let open = book.events().filter(is_ahead).filter(|e| !e.invited.iter().any(|guest| guest.person == person));
    open.min_by_key(|event| (event.on, event.id)).map(|event| event.id)
}

/// For whom ideas are shown: the one asked for, or the first who gave far more than they got; and who comes after (R66).
pub fn for_whom(
    book: &Book,
    asked: Option<PersonId>,
    since: Since,
    today: NaiveDate,
) -> Option<(PersonId, Option<PersonId>)> {
    let owed = owed(book, since, today);
    let asked = asked.filter(|id| book.live_person(*id).is_some());
    let one = asked.or(owed.first().copied())?;
    let after = owed.iter().position(|id| *id == one).map_or(0, |at| at + 1);
    let next = owed.get(after).or(owed.first()).copied().filter(|next| *next != one);
    Some((one, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Guest;
    use crate::domain::give::Give;
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::Referral;
    use crate::rules::introductions::meetings;

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    fn person(id: &str, title: &str, looks: &str) -> Person {
        let (id, name) = (id.parse().unwrap(), Name::new(id).unwrap());
        Person { id, name, title: title.into(), looks_for: looks.into(), ..Person::default() }
    }

    fn told(book: &Book) -> Vec<String> {
        let ken = "ken".parse().unwrap();
        let short = |idea: Idea| match idea {
            Idea::Meet(proposal) => format!("meet {}", proposal.found.who),
            Idea::Find(wish) => format!("find {}", wish.text),
            other => format!("{other:?}").chars().take_while(char::is_ascii_alphanumeric).collect(),
        };
        ideas(book, ken, &meetings(book), today()).into_iter().map(short).collect()
    }

    #[test]
    fn r66_every_idea_follows_from_something_on_record() {
        let mut book = Book::default();
        book.put(person("ken", "", "").into());
        book.put(person("grace", "Controller", "").into());
        assert_eq!(told(&book), ["Testimonial", "AskWhatTheyNeed"]);
        book.put(person("ken", "", "A controller by spring").into());
        assert_eq!(told(&book), ["meet grace", "Testimonial"]);
        let ken: PersonId = "ken".parse().unwrap();
        let give = |id: &str| Give { id: id.parse().unwrap(), to: ken, text: "A boat hall".into(), ..Give::default() };
        book.put(give("g1").into());
        book.put(Give { promised_by: Some(today()), ..give("g2") }.into());
        book.put(Give { what: GiveKind::Testimonial, done_on: Some(today()), ..give("g3") }.into());
        let event = Event { id: "e1".parse().unwrap(), on: "2026-12-03".parse().ok(), ..Event::default() };
        book.put(event.clone().into());
        assert_eq!(told(&book), ["Keep", "meet grace", "find A boat hall", "Invite"]);
        let invited = vec![Guest { person: ken, ..Guest::default() }];
        book.put(Event { invited, ..event }.into());
        assert_eq!(told(&book), ["Keep", "meet grace", "find A boat hall"]);
        assert!(ideas(&book, "gone".parse().unwrap(), &Meetings::default(), today()).is_empty());
    }

    #[test]
    fn r66_the_one_who_gave_most_is_shown_and_the_next_follows() {
        let mut book = Book::default();
        for (id, many) in [("ken", 4), ("bill", 3), ("raj", 0)] {
            book.put(person(id, "", "").into());
            for n in 0..many {
                let (source, prospect) = (id.parse().unwrap(), "zoe".parse().unwrap());
                let id = format!("{id}{n}").parse().unwrap();
                book.put(Referral { id, source, prospect, agreed_on: Some(today()), ..Referral::default() }.into());
            }
        }
        let shown = |asked: Option<&str>| {
            let asked = asked.and_then(|id| id.parse().ok());
            for_whom(&book, asked, Since::Year, today())
                .map(|(one, next)| (one.to_string(), next.map(|n| n.to_string())))
        };
        let pair = |one: &str, next: &str| Some((one.to_string(), Some(next.to_string())));
        assert_eq!(shown(None), pair("ken", "bill"));
        assert_eq!(shown(Some("bill")), pair("bill", "ken"));
        assert_eq!(shown(Some("raj")), pair("raj", "ken"));
        assert_eq!(shown(Some("gone")), pair("ken", "bill"));
        assert_eq!(for_whom(&Book::default(), None, Since::Ever, today()), None);
    }
}
