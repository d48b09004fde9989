//! What is said about an act on many people at once.

use super::reason::{count, number};
use crate::domain::person::bulk::Bulk;

/// How many are ticked, and how many of them the list does not show: `14 selected, 3 of them not shown`.
pub fn selected(many: usize, elsewhere: usize) -> String {
    match elsewhere {
        0 => format!("{} selected", number(many)),
        n => format!("{} selected, {} of them not shown", number(many), number(n)),
    }
}

/// What was done to so many people.
pub fn done(act: &Bulk, many: usize) -> String {
    let people = count(many, "person");
    let (has, is) = if many == 1 { ("has", "is") } else { ("have", "are") };
    match act {
        Bulk::Tag(tag) => format!("{people} {has} the tag “{}”.", tag.trim()),
        Bulk::Untag(tag) => format!("{people} {has} the tag “{}” no more.", tag.trim()),
        Bulk::Tier(Some(tier)) => format!("{people} {is} of tier {} now.", tier.label()),
        Bulk::Tier(None) => format!("The tier of {people} follows from the book again."),
        Bulk::Role(role) => format!("{people} {has} the role {}.", role.label()),
        Bulk::NoRole(role) => format!("{people} {has} the role {} no more.", role.label()),
        Bulk::Trash(true) => format!("{people} {is} in the trash."),
        Bulk::Trash(false) => format!("{people} {is} back in your book."),
    }
}

/// How many records of the trash stand in the book again.
pub fn put_back(many: usize) -> String {
    if many == 1 {
        "1 entry is back in your book.".into()
    } else {
        format!("{} entries are back in your book.", number(many))
    }
}

/// What was moved into the holding pool, and who stays.
pub fn pooled(moved: usize, of: usize) -> String {
    let waits = if moved == 1 { "waits" } else { "wait" };
    let said = format!("{} {waits} in the holding pool.", count(moved, "person"));
    match of - moved.min(of) {
        0 => said,
        1 => format!("{said} The other one stays: something has passed between you."),
        n => format!("{said} The other {} stay: something has passed between you.", number(n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Role, Tier};

    #[test]
    fn it_is_said_what_was_done_to_how_many() {
        for (act, many, said) in [
            (Bulk::Tag(" golf".into()), 12, "12 people have the tag “golf”."),
            (Bulk::Untag("golf".into()), 1, "1 person has the tag “golf” no more."),
            (Bulk::Tier(Some(Tier::A)), 2, "2 people are of tier A now."),
            (Bulk::Tier(None), 2, "The tier of 2 people follows from the book again."),
            (Bulk::Role(Role::PastClient), 1, "1 person has the role Past client."),
            (Bulk::NoRole(Role::Friend), 3, "3 people have the role Friend no more."),
            (Bulk::Trash(true), 2_000, "2,000 people are in the trash."),
            (Bulk::Trash(false), 1, "1 person is back in your book."),
        ] {
            assert_eq!(done(&act, many), said);
        }
        assert_eq!(selected(2_000, 0), "2,000 selected");
        assert_eq!(put_back(3), "3 entries are back in your book.");
        assert_eq!(put_back(1), "1 entry is back in your book.");
        assert_eq!(selected(14, 3), "14 selected, 3 of them not shown");
        assert_eq!(pooled(3, 3), "3 people wait in the holding pool.");
        assert_eq!(
            pooled(1, 2),
            "1 person waits in the holding pool. The other one stays: something has passed between you."
        );
        assert!(pooled(2, 5).contains("The other 3 stay"));
    }
}
