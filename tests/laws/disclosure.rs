//! Nothing confidential leaves the book by any way out (R63, B8). The walk finds the ways out by their type: `output` matches
//! every variant of `WayOut`, so a new one does not compile here until the walk has what it lets out.

#[path = "disclosure/town.rs"]
mod town;
#[path = "disclosure/walk.rs"]
mod walk;

use super::given::cases;
use kith::domain::id::PersonId;
use kith::domain::referral::Confidential;
use kith::rules::disclosure::WayOut;
use proptest::prelude::*;
use town::{NOTHING, PEOPLE, Town, person};
use walk::{Said, output};

/// Whether `n` may be told who `who` is: they themselves, or somebody they introduced.
fn knows(town: &Town, n: PersonId, who: usize) -> bool {
    n == person(who) || town.edges.iter().any(|edge| person(edge.source) == person(who) && person(edge.prospect) == n)
}

/// Finds what somebody said that the one who hears it may not be told.
fn leak(town: &Town, said: &Said) -> Option<String> {
    let is_to = |who: usize| !said.to.is_empty() && said.to.iter().all(|to| *to == person(who));
    let holds = |marks: &[String]| marks.iter().find(|mark| said.text.contains(mark.as_str())).cloned();
    let hidden = (0..PEOPLE).filter(|who| town.is_hidden(*who) && !is_to(*who));
    let of_person = |who: usize| {
        let is_known = !said.to.is_empty() && said.to.iter().all(|to| knows(town, *to, who));
        let name = Some(town::name_marks(who)).filter(|_| !is_known).and_then(|marks| holds(&marks));
        name.or_else(|| holds(&town::other_marks(who)))
    };
    let of_edge = |(n, edge): (usize, &town::Edge)| {
        let secret = match &edge.confidential() {
            Confidential::No => vec![],
            Confidential::Whole => town::edge_marks(n),
            Confidential::Parts(_) if edge.hides_stage() => town::stage_marks(n),
            Confidential::Parts(_) => vec![],
        };
        holds(&secret).filter(|_| !is_to(edge.prospect))
    };
    let of_stage = || {
        let is_told = town.edges.iter().any(|edge| edge.hides_stage() && is_to(edge.prospect));
        holds(&town::secret_days()).filter(|_| !is_told)
    };
    let of_value = || holds(&town::secret_value());
    let result = (0..PEOPLE).filter(|who| town.holds_standing(*who) && !is_to(*who));
    hidden
        .filter_map(of_person)
        .chain(town.edges.iter().enumerate().filter_map(of_edge))
        .chain(of_stage())
        .chain(of_value())
        .chain(result.filter_map(|who| holds(&[town::result_mark(who)])))
        .next()
}

/// Finds one leak of each way out that has any.
fn leaks(town: &Town) -> Vec<String> {
    let book = town.book();
    let of = |way: &WayOut| {
        let mut all = output(*way, &book).into_iter();
        all.find_map(|said| Some(format!("{way:?} tells {:?} {}: {}", said.to, leak(town, &said)?, said.text)))
    };
    WayOut::ALL.iter().filter(|way| **way != WayOut::Backup).filter_map(of).collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn r63_b8_nothing_confidential_leaves_the_book_by_any_way_out(town in town::towns()) {
        let leaks = leaks(&town);
        prop_assert!(leaks.is_empty(), "{:?}\n{}", town.edges, leaks.join("\n"));
    }
}

#[test]
fn r63_b8_no_way_out_tells_anything_of_a_town_full_of_secrets() {
    let all: Vec<String> = (0..4).flat_map(|secret| leaks(&Town::of(secret))).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn b8_what_is_not_confidential_goes_out_by_every_way_so_that_the_law_can_fail() {
    let town = Town::of(NOTHING);
    let book = town.book();
    let marks: Vec<String> =
        (0..PEOPLE).flat_map(|who| [town::name_marks(who), town::other_marks(who)].concat()).collect();
    for way in WayOut::ALL.iter().copied() {
        let said: String = output(way, &book).into_iter().map(|said| said.text).collect();
        // The words to pass on name whom they go to, and the number on the icon nobody.
        let is_found = marks.iter().any(|mark| said.contains(mark.as_str()));
        assert_eq!(is_found, way != WayOut::Badge, "{way:?}: {said}");
    }
}

#[test]
fn b8_the_backup_keeps_what_is_confidential() {
    let town = Town::of(0);
    let text: String = output(WayOut::Backup, &town.book()).into_iter().map(|said| said.text).collect();
    for who in (0..PEOPLE).filter(|who| town.is_hidden(*who)) {
        assert!(text.contains(&town::name_marks(who)[0]), "{who}");
    }
}
