//! The choices among the links that are proposed: by a tick, or by the name of a source.

use super::{Doubt, LinkChoice, LinkEnd, Links, ProposedLink};
use std::collections::{HashMap, HashSet};

/// The value of a choice in a form: somebody who is new.
const NEW: &str = "new";

impl ProposedLink {
    /// Whether it is taken.
    pub fn is_ticked(&self) -> bool {
        self.choice != LinkChoice::Words
    }

    fn is_likely(&self) -> bool {
        matches!(self.doubt, Doubt::Likely(_)) && self.but.is_none() && !self.is_ticked()
    }

    /// Returns the choices there are: that nobody is meant, each source, somebody new.
    pub fn choices(&self) -> Vec<LinkChoice> {
        let ones = (0..self.sources.len()).map(LinkChoice::One);
        std::iter::once(LinkChoice::Words).chain(ones).chain([LinkChoice::New]).collect()
    }
}

impl LinkChoice {
    /// Its value in a form.
    pub fn value(self) -> String {
        match self {
            LinkChoice::Words => String::new(),
            LinkChoice::One(at) => at.to_string(),
            LinkChoice::New => NEW.into(),
        }
    }
}

impl Links {
    /// Whether nothing is proposed.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many are taken.
    pub fn ticked(&self) -> usize {
        self.list.iter().filter(|link| link.is_ticked()).count()
    }

    /// Ticks the link at this place with the likeliest source, or with somebody new where there is none; or unticks it.
    pub fn tick(&mut self, at: usize, on: bool) {
        let Some(link) = self.list.get_mut(at) else { return };
        link.choice = match (on, link.sources.is_empty()) {
            (false, _) => LinkChoice::Words,
            (true, true) => LinkChoice::New,
            (true, false) => LinkChoice::One(0),
        };
    }

    /// How many of those at these places are likely, speak for one alone, and are not taken.
    pub fn likely(&self, places: &[usize]) -> usize {
        places.iter().filter_map(|at| self.list.get(*at)).filter(|link| link.is_likely()).count()
    }

    /// Ticks these.
    pub fn tick_likely(&mut self, places: &[usize]) {
        for at in places {
            if let Some(link) = self.list.get_mut(*at).filter(|link| link.is_likely()) {
                link.choice = LinkChoice::One(0);
            }
        }
    }

    /// Takes the choice of this value for the link at this place; nobody, where there is no such choice.
    pub fn choose(&mut self, at: usize, value: &str) {
        let Some(link) = self.list.get_mut(at) else { return };
        link.choice = link.choices().into_iter().find(|choice| choice.value() == value).unwrap_or_default();
    }
}

/// What somebody chose of links by hand, so that it is found again when the same links are looked for anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByHand(Vec<ProposedLink>);

impl ByHand {
    /// Takes note of what stands otherwise `now` than it was `shown`; of the others it remembers what was chosen before.
    pub fn note(&mut self, shown: &Links, now: &Links) {
        let pairs = shown.list.iter().zip(&now.list);
        let changed: Vec<&ProposedLink> =
            pairs.filter(|(was, is)| (was.choice, was.never) != (is.choice, is.never)).map(|(_, is)| is).collect();
        let keys: HashSet<(LinkEnd, &str)> = changed.iter().map(|link| key(link)).collect();
        self.0.retain(|link| !keys.contains(&key(link)));
        self.0.extend(changed.into_iter().cloned());
    }

    /// Those who are known otherwise since then: each by whom they are now.
    pub fn meet(&mut self, now: &HashMap<LinkEnd, LinkEnd>) {
        let renew = |one: &mut LinkEnd| now.get(one).into_iter().for_each(|now| *one = *now);
        for link in &mut self.0 {
            renew(&mut link.whom);
            link.sources.iter_mut().for_each(|source| renew(&mut source.one));
        }
    }

    /// Chooses the same of the links that are proposed now; where the source that was chosen is not among them, the link
    /// stays as it is proposed.
    pub fn choose(&self, links: &mut Links) {
        let said: HashMap<(LinkEnd, &str), &ProposedLink> = self.0.iter().map(|link| (key(link), link)).collect();
        for link in &mut links.list {
            let found = said.get(&key(link)).and_then(|said| Some((same(said, link)?, said.never)));
            if let Some((choice, never)) = found {
                // Of somebody who is here the book knows what was refused.
                (link.choice, link.never) = (choice, never && matches!(link.whom, LinkEnd::Row(_)));
            }
        }
    }
}

/// Of whom a link is, and by which words.
fn key(link: &ProposedLink) -> (LinkEnd, &str) {
    (link.whom, &link.words)
}

/// Returns the choice made of a link, as it is said of the link that stands for it now.
fn same(said: &ProposedLink, link: &ProposedLink) -> Option<LinkChoice> {
    let LinkChoice::One(at) = said.choice else { return Some(said.choice) };
    let source = said.sources.get(at)?.one;
    link.sources.iter().position(|one| one.one == source).map(LinkChoice::One)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::identity::MentionReason;
    use crate::rules::links::LinkSource;

    /// A link of this row by these words, with the rows that may be meant.
    fn link(row: usize, words: &str, sources: &[usize], choice: LinkChoice) -> ProposedLink {
        let source = |row: &usize| LinkSource { one: LinkEnd::Row(*row), name: "Ann".into(), detail: String::new() };
        ProposedLink {
            whom: LinkEnd::Row(row),
            name: "Bo".into(),
            words: words.into(),
            sources: sources.iter().map(source).collect(),
            doubt: Doubt::Sure(MentionReason::Name),
            but: None,
            choice,
            never: false,
        }
    }

    /// Checks the links left after these were proposed, these chosen, and these proposed anew.
    fn check(proposed: &[ProposedLink], chosen: &[ProposedLink], anew: &[ProposedLink], expected: &[LinkChoice]) {
        let links = |list: &[ProposedLink]| Links { list: list.to_vec() };
        let (mut by_hand, mut anew) = (ByHand::default(), links(anew));
        by_hand.note(&links(proposed), &links(chosen));
        by_hand.choose(&mut anew);
        let choices: Vec<LinkChoice> = anew.list.iter().map(|link| link.choice).collect();
        assert_eq!(choices, expected);
    }

    #[test]
    fn b7_what_was_chosen_of_a_link_is_chosen_again_when_the_file_is_read_again() {
        use LinkChoice::{New, One, Words};
        let proposed = [link(2, "Ann", &[3, 4], One(0)), link(3, "Cy", &[], Words), link(4, "Ann", &[3], One(0))];
        let chosen = [link(2, "Ann", &[3, 4], One(1)), link(3, "Cy", &[], New), link(4, "Ann", &[3], Words)];
        check(&proposed, &chosen, &proposed, &[One(1), New, Words]);
        // In another order, with another source before it.
        let [first, second, third] = proposed.clone();
        check(&proposed, &chosen, &[third, second, first], &[Words, New, One(1)]);
        check(&proposed, &chosen, &[link(2, "Ann", &[9, 4], One(0))], &[One(1)]);
        // Other words, another row, and a source that is not there any more, are proposed as ever.
        check(&proposed, &chosen, &[link(2, "Anna", &[3, 4], One(0))], &[One(0)]);
        check(&proposed, &chosen, &[link(7, "Ann", &[3, 4], One(0))], &[One(0)]);
        check(&proposed, &chosen, &[link(2, "Ann", &[3], One(0))], &[One(0)]);
        // What was not touched goes by what is proposed now.
        check(&proposed, &proposed, &[link(2, "Ann", &[3, 4], Words)], &[Words]);
    }

    #[test]
    fn b7_a_link_of_a_row_that_was_refused_is_refused_when_the_file_is_read_again() {
        let shown = Links { list: vec![link(2, "Ann", &[3], LinkChoice::One(0))] };
        let mut now = shown.clone();
        now.note(0, true);
        let mut by_hand = ByHand::default();
        by_hand.note(&shown, &now);
        let mut again = shown.clone();
        by_hand.choose(&mut again);
        assert_eq!(again, now);
        by_hand.note(&now, &shown);
        by_hand.choose(&mut again);
        assert_eq!(again, shown);
    }

    #[test]
    fn b7_a_link_that_comes_back_after_a_wrong_turn_is_as_it_was_chosen() {
        let links = |link: ProposedLink| Links { list: vec![link] };
        let (ticked, unticked) =
            (links(link(2, "Ann", &[3], LinkChoice::One(0))), links(link(2, "Ann", &[3], LinkChoice::Words)));
        let again = |by_hand: &ByHand| {
            let mut again = ticked.clone();
            by_hand.choose(&mut again);
            again
        };
        let mut by_hand = ByHand::default();
        by_hand.note(&ticked, &unticked);
        // Not there at all, and there without the source.
        by_hand.note(&Links::default(), &Links::default());
        let nobody = links(link(2, "Ann", &[], LinkChoice::Words));
        by_hand.note(&nobody, &nobody);
        assert_eq!(again(&by_hand), unticked);
        by_hand.note(&unticked, &ticked);
        assert_eq!(again(&by_hand), ticked);
    }

    #[test]
    fn b7_who_turns_out_to_be_in_the_book_keeps_what_was_chosen_of_them() {
        let proposed = Links { list: vec![link(2, "Ann", &[3, 4], LinkChoice::One(0))] };
        let mut by_hand = ByHand::default();
        by_hand.note(&proposed, &Links { list: vec![link(2, "Ann", &[3, 4], LinkChoice::One(1))] });
        by_hand.meet(&HashMap::from([(LinkEnd::Row(2), LinkEnd::Row(20)), (LinkEnd::Row(4), LinkEnd::Row(40))]));
        let mut again = Links { list: vec![link(20, "Ann", &[40, 3], LinkChoice::Words)] };
        by_hand.choose(&mut again);
        assert_eq!(again.list.first().map(|link| link.choice), Some(LinkChoice::One(0)));
    }
}
