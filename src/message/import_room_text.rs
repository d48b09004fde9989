//! The room a file would take, in words, before any of it is written.

/// How full the browser's store is, and how full it would be with what comes in, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Now.
    pub now: usize,
    /// With what comes in.
    pub then: usize,
    /// The most that any file may fill.
    pub most: usize,
    /// Whether it would be filling up then.
    pub is_filling: bool,
    /// Whether it may come in.
    pub fits: bool,
    /// Where it may not come into the book: whether it may come into the holding pool.
    pub fits_in_pool: bool,
}

/// What is said of it, and what to do; nothing where there is room enough. The first sentence says what happens.
pub fn said(space: Space) -> Option<(&'static str, String)> {
    let Space { now, then, most, .. } = space;
    match space {
        Space { fits: true, is_filling: false, .. } => None,
        Space { fits: true, .. } => Some((
            "There is room for them, and it is filling up.",
            match now == then {
                true => format!("{then}% of the room is used then. Beyond {most}% no file comes in."),
                false => {
                    format!("{then}% of the room is used then; now it is {now}%. Beyond {most}% no file comes in.")
                }
            },
        )),
        Space { fits_in_pool: true, .. } => Some((
            "There is no room for all of them in the book.",
            format!(
                "With them more than {most}% of the room would be used; now it is {now}%. Nothing is written. Put them in the holding pool, where they take less, or leave some of them out."
            ),
        )),
        Space { .. } => Some((
            "There is no room for all of them.",
            format!(
                "With them more than {most}% of the room would be used; now it is {now}%. Nothing is written. Leave some of them out; or back up, erase what you no longer need, and choose the file again."
            ),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(then: usize, fits: bool, fits_in_pool: bool, expected: &[&str]) {
        let told = said(Space { now: 41, then, most: 80, is_filling: then > 60, fits, fits_in_pool });
        let told = told.map(|(first, rest)| format!("{first} {rest}")).unwrap_or_default();
        assert_eq!(told.is_empty(), expected.is_empty(), "{told}");
        expected.iter().for_each(|part| assert!(told.contains(part), "{told}"));
    }

    #[test]
    fn room_is_spoken_of_where_it_is_filling_up_and_what_to_do_where_there_is_too_little() {
        let full = said(Space { now: 79, then: 79, most: 80, is_filling: true, fits: true, fits_in_pool: true });
        assert!(full.is_some_and(|(_, rest)| rest.starts_with("79% of the room is used then. Beyond")));
        check(60, true, true, &[]);
        check(67, true, true, &["There is room for them", "67% of the room is used then; now it is 41%."]);
        check(
            81,
            false,
            true,
            &["no room for all of them in the book", "Nothing is written.", "Put them in the holding pool"],
        );
        check(
            99,
            false,
            false,
            &[
                "There is no room for all of them.",
                "more than 80% of the room would be used; now it is 41%",
                "Leave some of them out; or back up, erase",
            ],
        );
    }
}
