//! Links of an address book in words: who brought whom, how sure that is, and what can be chosen (B7).

use super::reason::{count, number};
use crate::rules::identity::MentionReason;
use crate::rules::links::{But, Doubt, LinkChoice, Links, ProposedLink};

/// Who brought whom, as far as it is chosen: `Connie Alvarez brought Fred Ito`.
pub fn title(link: &ProposedLink) -> String {
    let name = &link.name;
    match (link.choice, link.sources.as_slice()) {
        (LinkChoice::One(at), sources) => match sources.get(at) {
            Some(source) => format!("{} brought {name}", source.name),
            None => asked(link),
        },
        (LinkChoice::New, _) => format!("{} brought {name}", link.words),
        (LinkChoice::Words, [one]) => format!("{} brought {name}", one.name),
        (LinkChoice::Words, []) => format!("“{}” brought {name}", link.words),
        (LinkChoice::Words, _) => asked(link),
    }
}

/// The question of a link that has several answers.
pub fn asked(link: &ProposedLink) -> String {
    format!("Who brought {}?", link.name)
}

/// How sure it is, and what speaks against it, in a sentence or two.
pub fn doubt(link: &ProposedLink) -> String {
    let words = &link.words;
    let source = link.sources.first().map(|source| source.name.as_str()).unwrap_or_default();
    let sure = match link.doubt {
        Doubt::Sure(MentionReason::Address) => format!("“{words}” is an address of {source}."),
        Doubt::Sure(MentionReason::NameAndPlace) => format!("“{words}” is the name, and where they work."),
        Doubt::Sure(_) if words == source => "The name is the same.".to_string(),
        Doubt::Sure(_) => format!("“{words}” is the same name."),
        Doubt::Likely(MentionReason::Short) => {
            format!("“{words}” is probably {source}: the same name in another form.")
        }
        Doubt::Likely(because) => format!("Likely: {}.", alike(because, words, source)),
        Doubt::Several => format!("“{words}” may be any of {}.", link.sources.len()),
        Doubt::Nobody => "Nobody you know has this name. Tick to add them, or it stays a word.".to_string(),
    };
    match &link.but {
        None => sure,
        Some(But::CameBy(name)) => format!("{sure} {name} brought them already; this would be a second."),
        Some(But::Circle) => format!("{sure} But they came by {}: one of the two is the other way round.", link.name),
    }
}

fn alike(because: MentionReason, words: &str, source: &str) -> String {
    match because {
        MentionReason::Nickname => format!("friends of {source} say “{words}”"),
        MentionReason::Initial => format!("“{words}” is short for {source}"),
        MentionReason::Spelling => format!("“{words}” is one letter from {source}"),
        MentionReason::More => format!("“{words}” holds the name {source}"),
        _ => format!("{source} is the only “{words}” you know"),
    }
}

/// What a choice is called in the list of them.
pub fn label(link: &ProposedLink, choice: LinkChoice) -> String {
    match choice {
        LinkChoice::Words => "None of these".to_string(),
        LinkChoice::New => format!("Somebody new: {}", link.words),
        LinkChoice::One(at) => match link.sources.get(at) {
            Some(source) if source.detail.is_empty() => source.name.clone(),
            Some(source) => format!("{}, {}", source.name, source.detail),
            None => String::new(),
        },
    }
}

/// The button that ticks what is likely.
pub fn likely(many: usize) -> String {
    if many == 1 { "Tick the likely one".to_string() } else { format!("Tick the {} likely", number(many)) }
}

/// What there is to look at of the links at these places: `7 links stand in it. 4 are sure, and are ticked.`
pub fn found(links: &Links, open: &[usize]) -> String {
    let all = open.len();
    if all == 0 {
        return "You refused every link that stands in it.".to_string();
    }
    let open = open.iter().filter_map(|at| links.list.get(*at));
    let sure = open.filter(|link| matches!(link.doubt, Doubt::Sure(_)) && link.but.is_none()).count();
    let stand =
        if all == 1 { "1 link stands in it".to_string() } else { format!("{} stand in it", count(all, "link")) };
    match sure {
        0 => format!("{stand}. None is sure: tick what is true."),
        n if n == all && all == 1 => format!("{stand}. It is sure, and is ticked."),
        n if n == all => format!("{stand}. All are sure, and are ticked."),
        1 => format!("{stand}. 1 is sure, and is ticked. The others need your look."),
        n => format!("{stand}. {n} are sure, and are ticked. The others need your look."),
    }
}

/// How many wait: `1 link waits in your address book.`
pub fn wait(many: usize) -> String {
    format!("{} {} in your address book.", count(many, "link"), if many == 1 { "waits" } else { "wait" })
}

/// How many were refused: `1 link is refused`.
pub fn refused(many: usize) -> String {
    format!("{} {} refused", count(many, "link"), if many == 1 { "is" } else { "are" })
}

/// What stands refused: `Fred Ito did not come by “Alvarez, Connie”`.
pub fn not_by(link: &ProposedLink) -> String {
    format!("{} did not come by “{}”", link.name, link.words)
}

/// What is said when a link is refused.
pub fn never(link: &ProposedLink) -> String {
    format!("{}. It is not proposed again.", not_by(link))
}

/// What is said when it is proposed again.
pub fn again(link: &ProposedLink) -> String {
    format!("Who brought {} is proposed again.", link.name)
}

/// The button that puts them there: `Put 4 links in the tree`.
pub fn put(many: usize) -> String {
    format!("Put {} in the tree", count(many, "link"))
}

/// How many are in the tree now.
pub fn grown(many: usize) -> String {
    format!("{} {} in your tree.", count(many, "link"), if many == 1 { "is" } else { "are" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::links::{LinkEnd, LinkSource};

    fn link(words: &str, doubt: Doubt, sources: &[&str]) -> ProposedLink {
        let source = |name: &&str| LinkSource { one: LinkEnd::Row(2), name: name.to_string(), detail: "Acme".into() };
        let (name, sources) = ("Fred Ito".into(), sources.iter().map(source).collect());
        ProposedLink {
            whom: LinkEnd::Row(1),
            name,
            words: words.into(),
            sources,
            doubt,
            but: None,
            choice: LinkChoice::Words,
            never: false,
        }
    }

    #[test]
    fn b7_a_link_is_told_with_its_doubt() {
        for (words, doubt_of, sources, title_of, said) in [
            (
                "Ann Lee",
                Doubt::Sure(MentionReason::Name),
                &["Ann Lee"][..],
                "Ann Lee brought Fred Ito",
                "The name is the same.",
            ),
            (
                "Lee, Ann",
                Doubt::Sure(MentionReason::Name),
                &["Ann Lee"],
                "Ann Lee brought Fred Ito",
                "“Lee, Ann” is the same name.",
            ),
            (
                "Ann",
                Doubt::Likely(MentionReason::Part),
                &["Ann Lee"],
                "Ann Lee brought Fred Ito",
                "Likely: Ann Lee is the only “Ann” you know.",
            ),
            (
                "Bob Hale",
                Doubt::Likely(MentionReason::Short),
                &["Robert Hale"],
                "Robert Hale brought Fred Ito",
                "“Bob Hale” is probably Robert Hale: the same name in another form.",
            ),
            ("Ann", Doubt::Several, &["Ann Lee", "Ann Ek"], "Who brought Fred Ito?", "“Ann” may be any of 2."),
            (
                "Zoe",
                Doubt::Nobody,
                &[],
                "“Zoe” brought Fred Ito",
                "Nobody you know has this name. Tick to add them, or it stays a word.",
            ),
        ] {
            let link = link(words, doubt_of, sources);
            assert_eq!((title(&link).as_str(), doubt(&link).as_str()), (title_of, said));
        }
    }

    #[test]
    fn b7_what_speaks_against_a_link_is_said() {
        let sure = link("Ann Lee", Doubt::Sure(MentionReason::Name), &["Ann Lee"]);
        let other = ProposedLink { but: Some(But::CameBy("Bo Ek".into())), ..sure.clone() };
        assert_eq!(doubt(&other), "The name is the same. Bo Ek brought them already; this would be a second.");
        let round = ProposedLink { but: Some(But::Circle), ..sure };
        assert!(doubt(&round).ends_with("But they came by Fred Ito: one of the two is the other way round."));
    }

    #[test]
    fn b7_a_choice_is_called_by_who_it_is() {
        let mut link = link("Ann", Doubt::Several, &["Ann Lee", "Ann Ek"]);
        let labels: Vec<String> = link.choices().into_iter().map(|choice| label(&link, choice)).collect();
        assert_eq!(labels, ["None of these", "Ann Lee, Acme", "Ann Ek, Acme", "Somebody new: Ann"]);
        link.choice = LinkChoice::One(1);
        assert_eq!(title(&link), "Ann Ek brought Fred Ito");
        link.choice = LinkChoice::New;
        assert_eq!(title(&link), "Ann brought Fred Ito");
    }

    #[test]
    fn b7_what_was_found_is_counted() {
        let sure = link("Ann Lee", Doubt::Sure(MentionReason::Name), &["Ann Lee"]);
        let told = |list: Vec<ProposedLink>| found(&Links { list: list.clone() }, &(0..list.len()).collect::<Vec<_>>());
        assert_eq!(told(vec![sure.clone()]), "1 link stands in it. It is sure, and is ticked.");
        let not = link("Zoe", Doubt::Nobody, &[]);
        assert_eq!(
            told(vec![sure.clone(), not.clone()]),
            "2 links stand in it. 1 is sure, and is ticked. The others need your look."
        );
        assert_eq!(told(vec![not.clone(), not]), "2 links stand in it. None is sure: tick what is true.");
        assert_eq!(told(vec![]), "You refused every link that stands in it.");
        assert_eq!((likely(1).as_str(), likely(12).as_str()), ("Tick the likely one", "Tick the 12 likely"));
        assert_eq!(
            (wait(1).as_str(), grown(2).as_str()),
            ("1 link waits in your address book.", "2 links are in your tree.")
        );
    }
}
