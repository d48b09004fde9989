//! How long files and functions may be, in lines of code: without tests, comments and blank lines.

use crate::source::{Fault, Source, line_at};

/// The most lines of code of a file.
pub const FILE_MAX: usize = 400;
/// The most lines of code the file in the middle may have, of all files by length.
pub const MEDIAN_MAX: usize = 110;
/// The most lines of code of a function, from its first line to its last.
pub const FUNCTION_MAX: usize = 40;

/// The functions that are longer still, as file and name. One that is short now must leave the list, and none may be added.
pub const KNOWN: &[(&str, &str)] = &[
    ("src/app.rs", "dialog"),
    ("src/app/state.rs", "of"),
    ("src/app/state/imports/incoming.rs", "of"),
    ("src/app/ui/dialog.rs", "Dialog"),
    ("src/app/ui/entry.rs", "show"),
    ("src/app/ui/field.rs", "SelectField"),
    ("src/app/views/ask.rs", "Head"),
    ("src/app/views/ask_for/words.rs", "Words"),
    ("src/app/views/capture.rs", "Capture"),
    ("src/app/views/compose/fields.rs", "Fields"),
    ("src/app/views/compose/said_with.rs", "SaidWith"),
    ("src/app/views/data.rs", "Backup"),
    ("src/app/views/due_row.rs", "DueRow"),
    ("src/app/views/event.rs", "Next"),
    ("src/app/views/event/guest_mix.rs", "GuestMix"),
    ("src/app/views/event/guests.rs", "Guests"),
    ("src/app/views/event/guests.rs", "Row"),
    ("src/app/views/event/proposals.rs", "Proposals"),
    ("src/app/views/find.rs", "Find"),
    ("src/app/views/find.rs", "Line"),
    ("src/app/views/give.rs", "GivePage"),
    ("src/app/views/give/forms.rs", "Given"),
    ("src/app/views/give/ideas.rs", "Ideas"),
    ("src/app/views/give/ledger.rs", "Balances"),
    ("src/app/views/give/pairs.rs", "Pair"),
    ("src/app/views/give/pairs.rs", "Pairs"),
    ("src/app/views/hundred.rs", "Hundred"),
    ("src/app/views/hundred/open_lines.rs", "Add"),
    ("src/app/views/hundred/row.rs", "Grip"),
    ("src/app/views/import/files.rs", "AllDone"),
    ("src/app/views/import/merge.rs", "Erases"),
    ("src/app/views/import/merge.rs", "MergePreview"),
    ("src/app/views/import/names.rs", "NamesPreview"),
    ("src/app/views/links.rs", "LinksFound"),
    ("src/app/views/log/whom.rs", "Whom"),
    ("src/app/views/news/issue.rs", "Issue"),
    ("src/app/views/organisation.rs", "Known"),
    ("src/app/views/people.rs", "People"),
    ("src/app/views/person/news.rs", "News"),
    ("src/app/views/person/next.rs", "Next"),
    ("src/app/views/person_form.rs", "PersonForm"),
    ("src/app/views/person_form/reach.rs", "Line"),
    ("src/app/views/plan/forms.rs", "NewPlan"),
    ("src/app/views/pool.rs", "PoolPage"),
    ("src/app/views/pool/row.rs", "Known"),
    ("src/app/views/referral.rs", "Actions"),
    ("src/app/views/scoreboard.rs", "Shown"),
    ("src/app/views/shell/toast.rs", "Said"),
    ("src/app/views/today.rs", "Today"),
    ("src/app/views/today/five.rs", "Proposal"),
    ("src/app/views/tree.rs", "Nothing"),
    ("src/app/views/tree/drawing.rs", "FindInTree"),
    ("src/app/views/tree/drawing.rs", "Map"),
    ("src/app/views/tree/head.rs", "Roots"),
    ("src/app/views/tree/head.rs", "TakeOut"),
    ("src/app/views/tree/tree_view.rs", "new"),
    ("src/app/views/twice/compare.rs", "Beside"),
    ("src/app/views/twice/compare.rs", "Keep"),
    ("src/app/views/welcome.rs", "OtherWays"),
    ("src/app/views/words/entries.rs", "KeptEntry"),
    ("src/domain/ask/draft.rs", "change"),
    ("src/domain/sample/career/files.rs", "pair"),
    ("src/domain/touch/closing.rs", "change"),
    ("src/exchange/contacts/merge_fields.rs", "complete"),
    ("src/exchange/contacts/rejection.rs", "fmt"),
    ("src/exchange/contacts/tests/tables.rs", "hubspot_is_read_in_the_language_of_whoever_exported_it"),
    ("src/exchange/vcard.rs", "step"),
    ("src/message/letter.rs", "letter_with"),
    ("src/message/meeting.rs", "body"),
    ("src/message/step_text.rs", "next"),
    ("src/route.rs", "dialog"),
    ("src/route.rs", "dialog_text"),
    ("src/rules/settle.rs", "sent"),
];

/// Finds a file that is too long.
pub fn of_files(file: &Source) -> Vec<Fault> {
    let most = if file.path == "src/main.rs" { 19 } else { FILE_MAX };
    if !file.is_rust_of("src/") || file.size() <= most {
        return vec![];
    }
    vec![file.fault(
        1,
        &format!("{} lines of code, {most} is the most: give a part a file and a name of its own", file.size()),
    )]
}

/// Returns the sizes of all files, the shortest first.
pub fn sizes(files: &[Source]) -> Vec<(usize, &str)> {
    let mut sizes: Vec<(usize, &str)> =
        files.iter().filter(|file| file.is_rust_of("src/")).map(|file| (file.size(), file.path.as_str())).collect();
    sizes.sort();
    sizes
}

/// Finds the functions of a file that are too long and not known.
pub fn of_functions(file: &Source) -> Vec<Fault> {
    let long = long(file).into_iter().filter(|(_, name, _)| !KNOWN.contains(&(&file.path, name)));
    long.map(|(line, name, size)| {
        file.fault(line, &format!("`{name}` has {size} lines of code, {FUNCTION_MAX} is the most: name its parts"))
    })
    .collect()
}

/// Returns the entries of `KNOWN` that name no long function.
pub fn stale(files: &[Source]) -> Vec<String> {
    let is_long = |(path, name): &&(&str, &str)| {
        let file = files.iter().find(|file| file.path == *path);
        file.is_some_and(|file| long(file).iter().any(|(_, found, _)| found == name))
    };
    let stale = KNOWN.iter().filter(|entry| !is_long(entry));
    stale.map(|(path, name)| format!("{path}: `{name}` is no long function; take it out of KNOWN")).collect()
}

/// The functions over the most: line, name, lines of code.
fn long(file: &Source) -> Vec<(usize, &str, usize)> {
    if !file.is_rust_of("src/") {
        return vec![];
    }
    let code = file.own_code();
    let starts = code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(is_of_a_word));
    let sized = starts.filter_map(|(at, _)| {
        let name = code[at + 3..].split(|letter| !is_of_a_word(letter)).next().filter(|name| !name.is_empty())?;
        let body = &code[at..end_of_function(code, at)?];
        Some((line_at(code, at), name, body.lines().filter(|line| !line.trim().is_empty()).count()))
    });
    sized.filter(|(_, _, size)| *size > FUNCTION_MAX).collect()
}

/// Where the body of the function that begins at `at` ends; `None` where it has none.
fn end_of_function(code: &str, at: usize) -> Option<usize> {
    let (mut depth, mut within) = (0_usize, false);
    for (step, letter) in code[at..].char_indices() {
        match letter {
            ';' if depth == 0 => return None,
            '(' | '[' | '{' => {
                within |= letter == '{' && depth == 0;
                depth += 1;
            }
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 && within {
                    return Some(at + step + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[test]
fn a_function_is_measured_from_its_first_line_to_its_last() {
    let body = "    g([1; 2]);\n    // why\n\n".repeat(39);
    let of = |body: &str| Source::new("src/a.rs", &format!("//! A.\nfn f(\n) {{\n{body}}}\nfn g(a: [u8; 2]);\n"));
    assert_eq!(long(&of(&body)), [(2, "f", 42)]);
    assert!(long(&of(&body[body.len() / 39 * 2..])).is_empty());
}
