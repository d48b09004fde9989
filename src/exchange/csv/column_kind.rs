//! What somebody can say that a column holds: a word that is kept, and what it is called on the screen.

use super::column::{Column, column};

/// The words, what they are called, and the column each stands for.
fn choices() -> [(&'static str, &'static str, Column); 20] {
    [
        ("name", "Name", Column::Name),
        ("given", "Given name", Column::Given),
        ("middle", "Middle name", Column::Middle),
        ("family", "Family name", Column::Family),
        ("nickname", "Nickname", Column::Nickname),
        ("email", "E-mail", Column::Email(String::new())),
        ("phone", "Phone", Column::Phone(String::new())),
        ("organisation", "Organisation", Column::Organisation),
        ("title", "Title", Column::Title),
        ("web", "Website", Column::Web(String::new())),
        ("profile", "Profile on a network", Column::Profile),
        ("address", "Address", Column::Address(String::new())),
        ("birthday", "Birthday", Column::Fact("Birthday")),
        ("anniversary", "Anniversary", Column::Fact("Anniversary")),
        ("known-since", "Known since", Column::KnownSince),
        ("referred-by", "Referred by", Column::ReferredBy),
        ("tags", "Tags", Column::Tags),
        ("note", "Note", Column::Note),
        ("headed", "Note, with its heading", Column::Unknown),
        ("nothing", "Leave it out", Column::Nothing),
    ]
}

/// The word of a column that is as its head says, where no other word is.
pub const BY_ITSELF: &str = "itself";

/// The column a word stands for.
pub fn of_word(word: &str) -> Option<Column> {
    choices().into_iter().find(|(known, ..)| *known == word).map(|(.., column)| column)
}

/// The word for a column, whatever the label of its values.
pub fn word(column: &Column) -> &'static str {
    let bare = match column {
        Column::Email(_) => Column::Email(String::new()),
        Column::Phone(_) => Column::Phone(String::new()),
        Column::Web(_) => Column::Web(String::new()),
        Column::Address(_) => Column::Address(String::new()),
        other => other.clone(),
    };
    choices().into_iter().find(|(.., one)| *one == bare).map_or(BY_ITSELF, |(word, ..)| word)
}

/// A head by which a column of a table without heads is known again; none where only what stands in it can tell.
pub fn heading(held: &Column) -> Option<String> {
    let word = Some(word(held)).filter(|_| *held != Column::Unknown)?;
    let label = choices().into_iter().find(|(known, ..)| *known == word).map(|(_, label, _)| label);
    label.filter(|label| column(label) == *held).map(str::to_string)
}

/// What can be said of a column, as word and label; what only its head can say stands first.
pub fn list(by_itself: &Column) -> Vec<(String, String)> {
    let own = (word(by_itself) == BY_ITSELF).then(|| (BY_ITSELF.to_string(), label(by_itself)));
    own.into_iter().chain(choices().map(|(word, label, _)| (word.to_string(), label.to_string()))).collect()
}

/// What a column is called for which there is no word.
fn label(column: &Column) -> String {
    match column {
        Column::AddressPart(_) | Column::AddressPiece(_) => "Part of an address".into(),
        Column::LabelOf(_) => "The kind of the column beside it".into(),
        Column::Fact(about) => (*about).to_string(),
        Column::About(about) => format!("Note: {about}"),
        Column::Suffix => "After the name".into(),
        _ => "As its heading says".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_every_word_stands_for_a_column_and_is_the_word_of_it() {
        for (word_, _, column) in choices() {
            assert_eq!(of_word(word_), Some(column.clone()));
            assert_eq!(word(&column), word_);
        }
        assert_eq!(of_word("no such word"), None);
    }

    #[test]
    fn a_column_without_a_head_is_known_again_by_the_heading_it_is_handed_back_with() {
        for (_, label, held) in choices() {
            let known = (held != Column::Unknown).then(|| label.to_string());
            assert_eq!(heading(&held), known, "{label}");
        }
        assert_eq!(heading(&Column::Email("work".into())), None);
    }

    #[test]
    fn what_only_a_head_can_say_is_the_first_choice_of_its_column() {
        for (head, said) in [
            ("Home City", "Part of an address"),
            ("Phone 1 - Label", "The kind of the column beside it"),
            ("Spouse", "Spouse"),
            ("Department", "Note: Department"),
            ("Name Suffix", "After the name"),
        ] {
            let column = column(head);
            assert_eq!(list(&column).first(), Some(&(BY_ITSELF.to_string(), said.to_string())), "{head}");
            assert_eq!(word(&column), BY_ITSELF);
        }
        assert_eq!(list(&column("E-mail 2 - Value")).len(), choices().len());
    }
}
