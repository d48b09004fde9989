use super::*;
use crate::domain::person::Name;
use crate::domain::referral::{Confidential, End, Outcome};

/// Jim brought Connie, Connie brought Fred, who said yes six weeks after.
fn book() -> Book {
    let mut book = Book::default();
    for (id, name, role) in [
        ("jim", "Jim Halloran", Role::Client),
        ("connie", "Connie Alvarez", Role::Client),
        ("fred", "Fred Ito", Role::Client),
    ] {
        let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
        book.put(Person { id, name, roles: [role].into(), ..Person::default() }.into());
    }
    for (id, source, prospect, introduced, won) in
        [("r1", "jim", "connie", "2024-09-10", "2024-10-20"), ("r2", "connie", "fred", "2026-09-01", "2026-10-14")]
    {
        let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
        let outcome = Outcome { kind: End::Won, on: won.parse().ok(), what: Some(Fruit::Sale), ..Outcome::default() };
        let (id, introduced_on, action) = (id.parse().unwrap(), introduced.parse().ok(), Some(AskAction::Email));
        book.put(Referral { id, source, prospect, introduced_on, action, outcome, ..Referral::default() }.into());
    }
    book
}

fn r2() -> ReferralId {
    "r2".parse().unwrap()
}

fn name(book: &mut Book, people: &[&str]) {
    let named = people.iter().map(|id| id.parse().unwrap()).collect();
    book.put(Story { id: "r2".parse().unwrap(), named, ..Story::default() }.into());
}

fn edit(book: &mut Book, change: impl FnOnce(&mut Referral)) {
    let mut referral = book.referral(r2()).unwrap().clone();
    change(&mut referral);
    book.put(referral.into());
}

fn told(book: &Book) -> String {
    story_words(book, r2()).unwrap()
}

#[test]
fn r71_a_story_says_who_introduced_whom_what_came_of_it_and_where_it_began() {
    let mut book = book();
    name(&mut book, &["jim", "connie", "fred"]);
    let result = ResultStory {
        id: "x1".parse().unwrap(),
        person: "fred".parse().ok(),
        before: "invoices paid after 61 days.".into(),
        after: "after 29".into(),
        number: "32 days sooner".into(),
        may_name: true,
        ..ResultStory::default()
    };
    book.put(result.into());
    assert_eq!(
        told(&book),
        "In September 2026 Connie Alvarez introduced me by e-mail to Fred Ito. Six weeks later they became a client of \
         mine. What came of it: before, invoices paid after 61 days; now, after 29 (32 days sooner). I know Connie through \
         Jim Halloran."
    );
}

#[test]
fn r71_who_may_not_be_named_is_told_of_without_a_name() {
    let mut book = book();
    assert_eq!(
        told(&book),
        "In September 2026 a client of mine introduced me by e-mail to somebody new. Six weeks later they became a \
         client of mine. I know that client through another client of mine."
    );
    let result = ResultStory {
        id: "x1".parse().unwrap(),
        person: "fred".parse().ok(),
        who: "a maker of lenses".into(),
        after: "Fred sleeps".into(),
        ..ResultStory::default()
    };
    book.put(result.into());
    assert!(told(&book).contains("introduced me by e-mail to a maker of lenses. Six weeks"), "{}", told(&book));
    assert!(!told(&book).contains("Fred"), "a result that says the name is left out");
}

#[test]
fn r71_only_what_is_on_record_is_said() {
    let mut book = book();
    name(&mut book, &["connie", "fred"]);
    edit(&mut book, |referral| {
        (referral.introduced_on, referral.action, referral.outcome.what) = (None, None, None);
    });
    assert!(
        told(&book).starts_with("Connie Alvarez led me to Fred Ito. In October 2026 they said yes."),
        "{}",
        told(&book)
    );
    edit(&mut book, |referral| (referral.origin, referral.outcome.on) = (Origin::Itself, None));
    assert!(
        told(&book).starts_with("Fred Ito came to me on the word of Connie Alvarez. They said yes."),
        "{}",
        told(&book)
    );
    for (what, says) in [(Fruit::Speaking, "It led to a talk."), (Fruit::Hire, "It led to a hire.")] {
        edit(&mut book, |referral| referral.outcome.what = Some(what));
        assert!(told(&book).contains(says), "{}", told(&book));
    }
}

#[test]
fn r71_a_long_chain_is_told_to_its_third_link_and_counted_from_there() {
    let mut book = book();
    for n in 0..4 {
        let (source, above) = (format!("b{n}"), if n == 0 { "jim".to_string() } else { format!("b{}", n - 1) });
        let person = Person { id: source.parse().unwrap(), name: Name::new(&source).unwrap(), ..Person::default() };
        book.put(person.into());
        let (source, prospect) = (source.parse().unwrap(), above.parse().unwrap());
        book.put(Referral { id: format!("s{n}").parse().unwrap(), source, prospect, ..Referral::default() }.into());
    }
    name(&mut book, &["jim", "connie", "b0", "b1"]);
    let says = "I know Connie through Jim Halloran, and Jim through b0, and b0 through b1, and so on through 2 introductions \
                more, down to the first.";
    assert!(told(&book).ends_with(says), "{}", told(&book));
}

#[test]
fn r71_how_long_it_took_is_said_in_words() {
    for (days, said) in [
        (0, "The same day"),
        (1, "The next day"),
        (11, "Eleven days later"),
        (43, "Six weeks later"),
        (95, "Three months later"),
        (400, "13 months later"),
        (800, "Two years later"),
    ] {
        assert_eq!(after(days), said);
    }
}

#[test]
fn r71_words_of_ones_own_go_out_until_they_name_somebody_who_may_not_be() {
    let mut book = book();
    let id = "r2".parse().unwrap();
    let fred: PersonId = "fred".parse().unwrap();
    let own = Story { id, text: "Fred’s ledger is clean.".into(), named: [fred].into(), ..Story::default() };
    let from = proposed(&book, r2(), &own.named);
    book.put(Story { from, ..own.clone() }.into());
    assert_eq!((told(&book).as_str(), standing(&book, r2())), ("Fred’s ledger is clean.", ("done", "Your words")));
    edit(&mut book, |referral| referral.outcome.what = Some(Fruit::Partnership));
    assert_eq!(standing(&book, r2()), ("owed", "The facts have changed"));
    book.put(Story { named: SortedSet::new(), ..own.clone() }.into());
    assert!(!told(&book).contains("Fred"), "{}", told(&book));
    assert_eq!(standing(&book, r2()), ("late", "Your words name too much"));
    book.put(Story { trashed: true, ..own }.into());
    assert_eq!(story_words(&book, r2()), None);
}

#[test]
fn r71_the_form_refuses_words_that_name_who_is_not_ticked_or_came_in_confidence() {
    let mut book = book();
    let typed = |text: &str, named: &[&str]| StoryDraft {
        text: text.into(),
        named: named.iter().map(|id| id.parse().unwrap()).collect(),
    };
    let why = |book: &Book, typed: StoryDraft| {
        names_nobody_else(book, r2(), &typed).err().and_then(|wrong| wrong.of("text").map(str::to_string))
    };
    assert_eq!(why(&book, typed("Fred is glad.", &["fred"])), None);
    let unticked = why(&book, typed("Connie is glad.", &["fred"])).unwrap();
    assert!(unticked.starts_with("Connie Alvarez stands in it and is not ticked."), "{unticked}");
    let secret = book.referral("r1".parse().unwrap()).unwrap().clone();
    book.put(Referral { confidential: Confidential::Whole, ..secret }.into());
    let never = why(&book, typed("Connie is glad.", &["connie"])).unwrap();
    assert!(never.contains("may never be named"), "{never}");
    let said: Vec<&str> = who_stands_in(&book, r2()).into_iter().map(|(_, _, why)| why).collect();
    assert_eq!(said, ["", "They came in confidence, so no story names them."]);
}

#[test]
fn r71_the_words_of_the_book_follow_a_tick_and_ones_own_stay() {
    let book = book();
    let connie: PersonId = "connie".parse().unwrap();
    let mut typed = draft(&book, r2());
    ticked(&book, r2(), &mut typed, connie, true);
    assert!(typed.text.contains("Connie Alvarez introduced me by e-mail"), "{}", typed.text);
    typed.text = "Mine.".into();
    ticked(&book, r2(), &mut typed, connie, false);
    assert_eq!((typed.text.as_str(), typed.named.len()), ("Mine.", 0));
}

#[test]
fn r71_r63_no_story_is_told_of_what_is_confidential() {
    let mut book = book();
    edit(&mut book, |referral| referral.confidential = Confidential::Whole);
    assert_eq!((story_words(&book, r2()), proposed(&book, r2(), &SortedSet::new())), (None, String::new()));
}
