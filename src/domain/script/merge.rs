//! Merge fields: the names in braces that a script may hold, and what is wrong with a text that holds others.

/// Declares the merge fields, so that a further one is a line.
macro_rules! merge_fields {
    ($($case:ident = $name:literal, $says:literal;)*) => {
        /// A name in braces that is filled in from the book (R25).
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum MergeField {
            $(#[doc = concat!("Filled in by ", $says, ".")] $case,)*
        }

        impl MergeField {
            /// Every merge field, in the order the screen tells them.
            pub const ALL: &'static [MergeField] = &[$(MergeField::$case),*];

            /// The name between the braces.
            pub fn name(self) -> &'static str {
                match self { $(MergeField::$case => $name,)* }
            }

            /// What it is filled in by.
            pub fn says(self) -> &'static str {
                match self { $(MergeField::$case => $says,)* }
            }
        }
    };
}

merge_fields! {
    First = "first", "their first name";
    Name = "name", "their whole name";
    Prospect = "prospect", "whom they introduced";
    Source = "source", "who introduced them";
    Result = "result", "a result you choose";
    IdealClient = "ideal_client", "the ideal client you choose";
    Target = "target", "the person your open ask is about";
    Loves = "loves", "what they love about your work";
    Promise = "promise", "what they agreed to do, and by when";
    Promised = "promised", "what you promised them";
    Next = "next", "whom they once introduced, on the way to a later referral";
    Fruit = "fruit", "what came of it";
    MyName = "my_name", "your name";
}

impl MergeField {
    /// The merge field of a name.
    pub fn of_name(name: &str) -> Option<MergeField> {
        MergeField::ALL.iter().copied().find(|field| field.name() == name)
    }
}

/// A piece of a text with merge fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// A name in braces, without the blanks around it; perhaps of no field there is.
    Named(&'a str),
    /// A brace that opens and never closes, with all that follows up to the next brace that opens.
    Unclosed(&'a str),
}

/// A text in its pieces; put together again they are the text. Two braces that open, `{{`, are one that never closes
/// and one that does.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut words = |text| {
        if !str::is_empty(text) {
            pieces.push(Piece::Words(text));
        }
    };
    let Some((before, mut rest)) = text.split_once('{') else {
        words(text);
        return pieces;
    };
    words(before);
    loop {
        // A name is in braces of its own: it ends where another begins.
        let (own, next) = rest.split_once('{').map_or((rest, None), |(own, next)| (own, Some(next)));
        match own.split_once('}') {
            Some((name, after)) => {
                pieces.push(Piece::Named(name.trim()));
                if !after.is_empty() {
                    pieces.push(Piece::Words(after));
                }
            }
            None => pieces.push(Piece::Unclosed(own)),
        }
        match next {
            Some(next) => rest = next,
            None => return pieces,
        }
    }
}

/// The names in the braces of a text, each once, in their order.
pub fn names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Named(name) if !names.contains(&name) => names.push(name),
            _ => {}
        }
    }
    names
}

/// What is wrong with the merge fields of a script, in a sentence: a brace that never closes, or a name of no field.
///
/// # Errors
/// The first fault.
pub fn check(text: &str) -> Result<(), String> {
    for piece in pieces(text) {
        match piece {
            Piece::Unclosed(rest) => return Err(unclosed(rest)),
            Piece::Named("") => {
                return Err("A pair of braces is empty. Write a name in it, such as {first}.".to_string());
            }
            Piece::Named(name) if MergeField::of_name(name).is_none() => return Err(unknown(name)),
            _ => {}
        }
    }
    Ok(())
}

fn unclosed(rest: &str) -> String {
    let begin: String = rest.chars().take(20).collect();
    match begin.trim() {
        "" => "A brace opens and never closes. Take it out, or write a name in a pair, such as {first}.".to_string(),
        begin => format!("A brace opens before “{begin}” and never closes. Write it as a pair, such as {{first}}."),
    }
}

fn unknown(name: &str) -> String {
    let near = MergeField::ALL.iter().find(|field| is_near(field.name(), name));
    match near {
        Some(field) => format!("Kith has nothing for {{{name}}}. Perhaps {{{}}}?", field.name()),
        None => {
            let all: Vec<String> = MergeField::ALL.iter().map(|field| format!("{{{}}}", field.name())).collect();
            format!("Kith has nothing for {{{name}}}. It knows {}.", all.join(", "))
        }
    }
}

/// Whether two names have the same letters, whatever their order, case and the marks between.
fn is_near(name: &str, typed: &str) -> bool {
    let letters = |text: &str| {
        let mut letters: Vec<u8> =
            text.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase()).collect();
        letters.sort_unstable();
        letters
    };
    letters(name) == letters(typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn r25_a_text_is_taken_apart_at_its_braces() {
        use Piece::{Named, Unclosed, Words};
        for (text, expected) in [
            ("", vec![]),
            ("Hello", vec![Words("Hello")]),
            ("Hi { first }.", vec![Words("Hi "), Named("first"), Words(".")]),
            ("{a}{b}", vec![Named("a"), Named("b")]),
            ("Hi {first", vec![Words("Hi "), Unclosed("first")]),
            ("{{first}}", vec![Unclosed(""), Named("first"), Words("}")]),
            ("a } b", vec![Words("a } b")]),
            ("{", vec![Unclosed("")]),
            ("{}", vec![Named("")]),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
        assert_eq!(names("{first} {name} {first}"), ["first", "name"]);
    }

    #[test]
    fn r25_what_is_wrong_with_a_merge_field_is_a_sentence() {
        for (text, says) in [
            ("Hi {frist}", "Kith has nothing for {frist}. Perhaps {first}?"),
            ("Hi {My Name}", "Kith has nothing for {My Name}. Perhaps {my_name}?"),
            ("Hi {first", "A brace opens before “first” and never closes. Write it as a pair, such as {first}."),
            ("Hi {}", "A pair of braces is empty. Write a name in it, such as {first}."),
            ("{{first}}", "A brace opens and never closes. Take it out, or write a name in a pair, such as {first}."),
        ] {
            assert_eq!(check(text), Err(says.to_string()), "{text}");
        }
        assert!(check("{icp}").unwrap_err().starts_with("Kith has nothing for {icp}. It knows {first}, {name}, "));
        for text in ["", "No field at all }", "Dear {first}, { prospect } said yes."] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn r25_every_merge_field_is_found_by_its_name() {
        for field in MergeField::ALL {
            assert_eq!(MergeField::of_name(field.name()), Some(*field));
            assert!(!field.says().is_empty());
        }
    }

    proptest! {
        #[test]
        fn r25_any_text_is_the_sum_of_its_pieces(text in "[a-z{} ]{0,20}") {
            let again: String = pieces(&text).iter().map(|piece| match piece {
                Piece::Words(words) => (*words).to_string(),
                Piece::Named(name) => format!("{{{name}}}"),
                Piece::Unclosed(rest) => format!("{{{rest}"),
            }).collect();
            prop_assert_eq!(again.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
