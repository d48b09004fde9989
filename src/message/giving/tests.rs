use super::*;
use crate::domain::person::{Mention, Name, Person};
use crate::domain::referral::Referral;

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn book(referrals: &[(&str, usize)]) -> Book {
    let mut book = Book::default();
    for (id, name) in [("ken", "Ken Maddox"), ("bill", "Bill Sorensen"), ("zoe", "Zoë Roe")] {
        book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
    }
    for (source, many) in referrals {
        for n in 0..*many {
            let (id, source, prospect) =
                (format!("{source}{n}").parse().unwrap(), source.parse().unwrap(), "zoe".parse().unwrap());
            book.put(Referral { id, source, prospect, agreed_on: Some(today()), ..Referral::default() }.into());
        }
    }
    book
}

fn give(what: GiveKind) -> Give {
    Give { id: "g1".parse().unwrap(), to: "ken".parse().unwrap(), what, ..Give::default() }
}

#[test]
fn r65_the_balance_is_told_in_a_sentence_for_none_one_and_many() {
    let said = |referrals: &[(&str, usize)]| lead(&book(referrals), Since::Year, today());
    assert!(said(&[]).starts_with("Referrals keep coming to those who give."));
    assert_eq!(said(&[("ken", 1)]), "Since January you have had 1 kindness and returned 0.");
    assert_eq!(
        said(&[("ken", 2)]),
        "Since January you have had 2 kindnesses and returned 0. One person has given far more than they got."
    );
    assert_eq!(
        said(&[("ken", 3), ("bill", 2)]),
        "Since January you have had 5 kindnesses and returned 0. Two people have given far more than they got."
    );
    let book = book(&[("ken", 4)]);
    assert_eq!(between(&book, "ken".parse().unwrap(), Since::Year, today()), "4 from Ken, 0 from you this year.");
    assert_eq!(between(&book, "bill".parse().unwrap(), Since::Ever, today()), "");
}

#[test]
fn r65_the_table_names_everyone_and_the_rest_together() {
    let mut book = book(&[("ken", 3), ("bill", 1)]);
    for n in 0..8 {
        let id: PersonId = format!("q{n}").parse().unwrap();
        book.put(Person { id, name: Name::new("Ann Lee").unwrap(), ..Person::default() }.into());
        let (give_id, done_on) = (format!("g{n}").parse().unwrap(), Some(today()));
        book.put(Give { id: give_id, to: id, done_on, ..Give::default() }.into());
    }
    let words = ledger_words(&book, Since::Year, today(), false);
    let told: Vec<&str> = words.owed.iter().chain(&words.others).map(|line| line.name.as_str()).collect();
    assert_eq!((told[0], told[1], told[7]), ("Ken Maddox", "Bill Sorensen", "3 others"));
    assert_eq!((words.total.name.as_str(), words.total.from, words.total.to), ("This year", 4, 8));
    assert_eq!(ledger_words(&book, Since::Ever, today(), true).others.len(), 9);
}

#[test]
fn r66_every_idea_says_what_and_why() {
    let mut book = book(&[]);
    let ken: PersonId = "ken".parse().unwrap();
    book.put(Give { text: "A bookkeeper".into(), promised_by: Some(today()), ..give(GiveKind::Help) }.into());
    let told = |one: &Idea| idea(&book, ken, one, today());
    let wish = Wish { who: ken, text: "A hall".into(), give: None, since: None };
    for (one, what) in [
        (Idea::Keep("g1".parse().unwrap()), "A bookkeeper"),
        (Idea::Find(wish), "A hall"),
        (Idea::Testimonial, "A good word about Ken’s work in public"),
        (Idea::AskWhatTheyNeed, "Ask Ken whom they look for"),
    ] {
        let (said, why) = told(&one);
        assert_eq!(said, what);
        assert!(!why.is_empty(), "{one:?}");
    }
}

#[test]
fn r65_a_referral_i_gave_says_how_far_it_is_and_what_may_come_next() {
    let mut book = book(&[]);
    let told = |book: &mut Book, change: fn(&mut Give)| {
        let mut one = Give { prospect: Some(Mention("zoe".into())), ..give(GiveKind::Referral) };
        change(&mut one);
        let id = one.id;
        book.put(one.into());
        let words = sent(book, id, today()).unwrap();
        (words.stage, words.steps.into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(", "))
    };
    let day = |text: &str| -> Option<NaiveDate> { text.parse().ok() };
    assert_eq!(day("2026-11-20"), Some(today()));
    assert_eq!(told(&mut book, |_| ()), ("Not promised, not done".into(), "I introduced them".into()));
    assert_eq!(
        told(&mut book, |g| g.done_on = "2026-11-18".parse().ok()),
        (
            "You introduced them 2 days ago".into(),
            "They are in touch, They have talked, Ken made a sale, Nothing came of it".into()
        )
    );
    assert_eq!(
        told(&mut book, |g| {
            (g.done_on, g.talked_on) = ("2026-11-02".parse().ok(), "2026-11-19".parse().ok());
            g.outcome = "A pilot".into();
        }),
        ("They talked yesterday: A pilot".into(), "Ken made a sale, Nothing came of it".into())
    );
    assert_eq!(
        told(&mut book, |g| {
            (g.done_on, g.end, g.ended_on) = ("2026-11-02".parse().ok(), Some(End::Won), "2026-11-20".parse().ok());
        }),
        ("It became a sale today".into(), String::new())
    );
    assert_eq!(sent(&book, "g1".parse().unwrap(), today()).unwrap().sent, "Zoë Roe");
    assert_eq!(sent(&book, "g9".parse().unwrap(), today()), None);
}

#[test]
fn r67_a_day_is_short_and_says_how_it_lies_to_today() {
    let mark = |day: &str| day_mark(day.parse().unwrap(), today());
    assert_eq!(mark("2026-11-14"), ("6 days late".into(), "late"));
    assert_eq!(mark("2026-11-20"), ("Today".into(), "owed"));
    assert_eq!(mark("2026-11-23"), ("Mon".into(), "owed"));
    assert_eq!(mark("2026-12-04"), ("4 Dec".into(), "calm"));
}
