//! The rules of the house that no other tool enforces. Each is also shown a page that breaks it, so that none sleeps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "tidy/citations.rs"]
mod citations;
#[path = "tidy/forms.rs"]
mod forms;
#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/matches.rs"]
mod matches;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/sentences.rs"]
mod sentences;
#[path = "tidy/sheets.rs"]
mod sheets;
#[path = "tidy/siblings.rs"]
mod siblings;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/source.rs"]
mod source;

use source::{Fault, Source, tree};
use std::io::Write;

type Rule = fn(&Source) -> Vec<Fault>;

/// The rule finds nothing in the tree, and finds fault with `broken` were it to stand at `path`.
fn check(rule: Rule, path: &str, broken: &str) {
    assert!(!rule(&Source::new(path, broken)).is_empty(), "the rule sleeps: it passed a {path} that breaks it");
    let faults: Vec<String> = tree().iter().flat_map(rule).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_rooms_of_the_library_import_only_what_lies_below_them() {
    let rule: Rule = imports::of_rooms;
    check(
        rule,
        "src/domain/person.rs",
        "//! A person.\nuse crate::{\n    domain::id::Id,\n    rules::duty::Duty,\n};\n",
    );
    check(rule, "src/rules/duty.rs", "//! Duties.\nfn owed() { crate::store::open(); }\n");
    check(rule, "src/draw.rs", "//! Geometry.\nuse super::rules::tree;\n");
}

#[test]
fn an_address_knows_ids_and_kinds_and_nothing_else_of_the_book() {
    check(imports::of_route, "src/route.rs", "//! Addresses.\nuse crate::domain::person::Person;\n");
}

#[test]
fn the_library_knows_no_browser() {
    check(imports::browser, "src/draw/tree.rs", "//! A tree.\nuse leptos::prelude::*;\n");
    check(imports::browser, "src/store/open.rs", "//! Opening.\nfn f() { web_sys::window(); }\n");
}

#[test]
fn views_reach_storage_and_the_browser_through_state_only() {
    let rule: Rule = imports::of_views;
    check(rule, "src/app/views/data.rs", "//! Data.\nuse kith::exchange::backup;\n");
    check(rule, "src/app/views/data.rs", "//! Data.\nuse kith::{domain::id::Id, store::open};\n");
    check(rule, "src/app/views/data.rs", "//! Data.\nuse crate::app::{state, clock};\n");
    check(rule, "src/app/views/data.rs", "//! Data.\nuse super::super::file::save;\n");
}

#[test]
fn widgets_know_no_domain() {
    check(imports::of_ui, "src/app/ui/avatar.rs", "//! A face.\nuse kith::domain::person::Person;\n");
    check(imports::of_ui, "src/app/ui/avatar.rs", "//! A face.\nuse crate::app::state::State;\n");
}

#[test]
fn time_and_chance_enter_in_two_files() {
    check(clock_and_chance, "src/rules/week.rs", "//! A week.\nfn f() -> Day { chrono::Local::now().date_naive() }\n");
    check(clock_and_chance, "src/app/state.rs", "//! State.\nfn f() -> f64 { js_sys::Math::random() }\n");
}

fn clock_and_chance(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/") || ["src/app/clock.rs", "src/app/random.rs"].contains(&file.path.as_str()) {
        return vec![];
    }
    let words = ["now()", "new_v4", "rand", "getrandom", "SystemTime", "Instant", "random()", "Date::new_0"];
    file.find_words(
        &file.code,
        &words,
        "the clock and chance are arguments; read them in app/clock.rs and app/random.rs",
    )
}

#[test]
fn what_may_be_told_is_decided_in_one_place() {
    let rule: Rule = confidential;
    check(rule, "src/exchange/card.rs", "//! A card.\nfn f(r: &Referral) -> bool { r.confidential.is_whole() }\n");
    check(
        rule,
        "src/app/views/note.rs",
        "//! A note.\nfn f(r: &Referral) -> bool { r.confidential == Confidential::No }\n",
    );
}

/// Every way out asks a `Disclosure`. Besides it only the record itself, what makes one, what shows the switch on the screen,
/// and the rules of what is owed and who is invited know that something can be confidential.
fn confidential(file: &Source) -> Vec<Fault> {
    const KNOW: [&str; 9] = [
        "src/domain/referral.rs",
        "src/domain/referral/",
        "src/domain/sample/",
        "src/rules/disclosure.rs",
        "src/rules/duty/file.rs",
        "src/rules/guest_mix.rs",
        "src/message/tree.rs",
        "src/app/views/capture/fields.rs",
        "src/app/views/referral/detail.rs",
    ];
    if !file.is_rust_of("src/") || KNOW.iter().any(|known| file.path.starts_with(known)) {
        return vec![];
    }
    let words = ["confidential", "Confidential", "SecretPart", "hides_stage"];
    file.find_words(file.own_code(), &words, "ask rules::disclosure what may be told by this way out")
}

#[test]
fn files_are_short() {
    check(sizes::of_files, "src/domain/book.rs", &format!("//! Long.\n{}", "fn f() {}\n".repeat(sizes::FILE_MAX + 1)));
    check(sizes::of_files, "src/main.rs", &format!("//! The app.\n{}", "fn f() {}\n".repeat(20)));
    let sizes = sizes::sizes(tree());
    let at = |share: usize| sizes[(sizes.len() - 1) * share / 100].0;
    let (most, longest) = &sizes[sizes.len() - 1];
    let report = format!(
        "{} lines of code in {} files: median {}, nine in ten up to {}, longest {most} ({longest})\n",
        sizes.iter().map(|(size, _)| size).sum::<usize>(),
        sizes.len(),
        at(50),
        at(90)
    );
    std::io::stderr().write_all(report.as_bytes()).unwrap();
    assert!(at(50) <= sizes::MEDIAN_MAX, "half of the files have over {} lines of code", sizes::MEDIAN_MAX);
}

#[test]
fn functions_are_short() {
    let long = format!("//! Long.\nfn f() {{\n{}}}\n", "    g();\n".repeat(sizes::FUNCTION_MAX));
    check(sizes::of_functions, "src/rules/long.rs", &long);
    let stale = sizes::stale(tree());
    assert!(stale.is_empty(), "\n{}\n", stale.join("\n"));
}

#[test]
fn no_two_siblings_import_each_other() {
    let faults = siblings::faults(&siblings::knots(tree()), siblings::KNOWN);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_doc_comment_begins_by_saying_what_the_thing_is() {
    check(sentences::the_same, "src/domain/day.rs", "//! Days.\n/// The same, a week later.\nfn f() {}\n");
    let faults = sentences::whats(tree(), sentences::KNOWN);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn nothing_is_named_for_having_no_place() {
    check(names, "src/app/helpers.rs", "//! Odds and ends.\n");
    check(names, "src/domain/book.rs", "//! A book.\nstruct BookManager;\n");
    check(names, "style/components/common.css", "@layer components { }\n");
}

fn names(file: &Source) -> Vec<Fault> {
    const EMPTY: [&str; 5] = ["util", "helper", "manager", "service", "common"];
    let says_nothing = |word: &str| EMPTY.iter().any(|empty| word == *empty || word == format!("{empty}s"));
    let advice = "says nothing of what it is; name it for what it does";
    let mut faults = vec![];
    if file.path.split(['/', '.', '-', '_']).any(|word| says_nothing(&word.to_lowercase())) {
        faults.push(file.fault(1, &format!("the name {advice}")));
    }
    if file.is_rust_of("") {
        for (line, word) in file.identifiers() {
            if source::words_of(&word).iter().any(|part| says_nothing(part)) {
                faults.push(file.fault(line, &format!("`{word}` {advice}")));
            }
        }
    }
    faults
}

#[test]
fn no_text_is_built_from_markup() {
    check(markup, "src/app/ui/list.rs", "//! A list.\nfn f() { view! { <p inner_html=text/> } }\n");
    check(markup, "src/app/boot/boot.js", "document.body.innerHTML = text;\n");
    check(markup, "src/app/views/words.rs", "//! Words.\nfn f() { js_sys::eval(text); }\n");
}

fn markup(file: &Source) -> Vec<Fault> {
    if !file.is_of("src/", &["rs", "js"]) {
        return vec![];
    }
    let words = [
        "inner_html",
        "set_inner_html",
        "insert_adjacent_html",
        "outer_html",
        "set_outer_html",
        "document.write",
        "eval(",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "new Function",
        "create_contextual_fragment",
        "createContextualFragment",
    ];
    file.find(&file.bare, &words, "text is never built from markup")
}

#[test]
fn links_are_typed() {
    check(links, "src/app/views/people.rs", "//! People.\nfn f() { view! { <a href=\"#/people\">\"People\"</a> } }\n");
}

fn links(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/app") {
        return vec![];
    }
    file.find(&file.bare, &["href=\"#"], "write the link as a Route (an icon's through app/ui)")
}

#[test]
fn no_style_is_written_into_an_element() {
    check(styles, "src/app/ui/meter.rs", "//! A meter.\nfn f() { view! { <i style=\"inline-size: 3%\"/> } }\n");
    check(styles, "src/app/ui/meter.rs", "//! A meter.\nfn f() { view! { <i style=move || width()/> } }\n");
}

fn styles(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/app") {
        return vec![];
    }
    let written = ["style=\"", "style=move", "style=format", "style={", "\"style\""];
    file.find(
        &file.bare,
        &written,
        "the policy forbids style attributes: a class, or style=(\"--value\", …), which sets a property",
    )
}

#[test]
fn views_compute_nothing() {
    check(computing, "src/app/views/today.rs", "//! Today.\nfn f() { rows.sort_by_key(|row| row.due); }\n");
    check(computing, "src/app/views/today.rs", "//! Today.\nfn f() { let n: u32 = rows.iter().map(worth).sum(); }\n");
}

fn computing(file: &Source) -> Vec<Fault> {
    if !file.is_rust_of("src/app/views") {
        return vec![];
    }
    let acts = [
        ".sort",
        ".filter(",
        ".filter_map(",
        ".sum(",
        ".sum::",
        ".fold(",
        "Duration",
        "TimeDelta",
        "num_days(",
        ".dedup",
    ];
    let mut faults = file.find(&file.code, &acts, "a view computes nothing: give it a function in rules/");
    faults.extend(file.find(&file.bare, &["format(\"%", "format!(\"%"], "days are written in one place"));
    faults
}

#[test]
fn a_match_that_names_duties_names_all_of_them() {
    let rule: Rule = matches::of_duties;
    let arms = |arms: &str| format!("//! Said.\nfn f(x: X) -> bool {{\n    match x {{\n{arms}\n    }}\n}}\n");
    for broken in [
        "Duty::Ask => true, _ => false",
        "Duty::Ask => { f() } other => f()",
        "Duty::Ask | Duty::Help => match n { 0 => true, _ => false }, Duty::Plan | _ => false",
        "Some(Duty::Ask) => true, _ => false",
        "Some(Duty::Ask) => true, Some(_) | None => false",
        "(Duty::Ask, Some(_)) => true, (Duty::Ask, None) => false, (_, Some(n)) => n",
        "(Duty::Ask, _) => true, any => false",
    ] {
        check(rule, "src/message/said.rs", &arms(broken));
    }
    for whole in [
        "Duty::Ask => match n { 0 => true, _ => false }, Duty::Help if n > 0 => true, Duty::Help => false",
        "(Duty::Ask, _) => true, (Duty::Help, tone) => tone.is_warm()",
        "Some(Duty::Ask | Duty::Help) => true, None => false",
        "Next::Ask => Some(Duty::Ask), _ => None",
        "_ if x == Duty::Ask => true, Kind::A => Duty::Ask.is(), _ => false",
    ] {
        assert!(rule(&Source::new("src/message/said.rs", &arms(whole))).is_empty(), "nothing is wrong with {whole}");
    }
}

#[test]
fn effects_are_few() {
    let broken = Source::new("src/app/state.rs", &"//! State.\nfn f() { Effect::new(g); }\n".repeat(4));
    assert!(effects(&[broken]).len() > 3, "the rule sleeps");
    let found = effects(tree());
    assert!(found.len() <= 3, "three effects in all, for the outside world:\n{}", found.join("\n"));
}

fn effects(files: &[Source]) -> Vec<String> {
    let each = files.iter().filter(|file| file.is_rust_of("src/app"));
    each.flat_map(|file| file.find(&file.code, &["Effect::new", "Effect::watch", "RenderEffect::new"], "an effect"))
        .map(|fault| fault.to_string())
        .collect()
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    check(first_line, "src/domain/money.rs", "use std::fmt;\n");
}

fn first_line(file: &Source) -> Vec<Fault> {
    let said = file.text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > 6);
    if !file.is_rust_of("") || file.path.ends_with("/tests.rs") || said {
        return vec![];
    }
    vec![file.fault(1, "the first line is a sentence: //! what the file is for")]
}

#[test]
fn nothing_is_left_for_later_and_nothing_points_outside_the_house() {
    let later = concat!("TO", "DO");
    let outside = concat!("shared", "/");
    check(left_over, "src/domain/money.rs", &format!("//! Money.\n// {later}: rounding\n"));
    check(left_over, "README.md", &format!("see {outside}storage.md\n"));
}

fn left_over(file: &Source) -> Vec<Fault> {
    let mut faults = file.find(
        &file.text,
        &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:")],
        "do it, or write down why not",
    );
    faults.extend(file.find(&file.text, &[concat!("shared", "/")], "the tree stands alone"));
    faults
}

#[test]
fn a_row_that_is_cited_stands_in_the_practice() {
    let (row, beyond) = (concat!("R", "72"), concat!("B", "16"));
    check(citations::of_rows, "src/domain/money.rs", &format!("//! Money ({row}).\n"));
    check(citations::of_rows, "src/domain/money.rs", &format!("//! Money.\nfn f() {{}} // {beyond}–R{}\n", 40));
    check(citations::of_rows, "style/components/tag.css", &format!("@layer components {{ /* {row} */ }}\n"));
}

#[test]
fn a_file_that_a_page_names_exists() {
    check(citations::of_files, "docs/rules.md", "See `src/rules/dutty.rs`.\n");
    check(citations::of_files, "docs/rules.md", "See [the practice](practise.md#top).\n");
    check(citations::of_files, "README.md", "See [the rules](rules.md).\n");
}

#[test]
fn colours_are_named_in_one_sheet() {
    check(sheets::colours, "style/components/tag.css", "@layer components { .tag { color: #1d4b39; } }\n");
    check(sheets::colours, "style/components/tag.css", "@layer components { .tag { color: oklch(0.4 0.1 150); } }\n");
    check(sheets::colours, "style/components/tag.css", "@layer components { .tag { background: white; } }\n");
}

#[test]
fn a_sheet_is_one_block_of_its_layer() {
    check(
        sheets::layer,
        "style/components/tag.css",
        "@layer components { .tag { margin: 0; } }\n.loose { margin: 0; }\n",
    );
    check(sheets::layer, "style/components/tag.css", "@layer views { .tag { margin: 0; } }\n");
    check(sheets::layer, "style/tokens.css", "@layer base { :root { --a: 0; } }\n");
}

#[test]
fn a_sheet_names_no_id_and_forces_nothing() {
    check(sheets::force, "style/components/tag.css", "@layer components {\n  #tag { margin: 0; }\n}\n");
    check(sheets::force, "style/components/tag.css", "@layer components {\n  .tag { margin: 0 !important; }\n}\n");
}

#[test]
fn a_sheet_uses_only_tokens_that_exist() {
    let known = sheets::tokens(tree());
    let broken = Source::new("style/components/tag.css", "@layer components { .tag { color: var(--grene); } }\n");
    assert!(!sheets::unknown(&broken, &known).is_empty(), "the rule sleeps");
    let faults: Vec<String> =
        tree().iter().flat_map(|file| sheets::unknown(file, &known)).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_class_that_is_written_is_styled() {
    let known = sheets::classes(tree());
    let broken = Source::new("src/app/ui/tag.rs", "//! A tag.\nfn f() { view! { <i class=\"tag tagg\"/> } }\n");
    assert_eq!(sheets::unstyled(&broken, &known).len(), 1, "the rule sleeps");
    let faults: Vec<String> =
        tree().iter().flat_map(|file| sheets::unstyled(file, &known)).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn one_type_name_has_one_meaning() {
    let broken = [
        Source::new("src/rules/duty.rs", "//! Duties.\npub struct Place;\n"),
        Source::new("src/store/keys.rs", "//! Keys.\npub(super) enum Place { Journal }\n"),
    ];
    assert_eq!(names::twice(&broken).len(), 1, "the rule sleeps");
    let found = names::twice(tree());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
