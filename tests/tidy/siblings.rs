//! No two modules of one parent import each other, themselves or by what lies in them: one of two can be read alone.

use crate::imports::paths;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The pairs that still import each other. A pair that no longer does must leave the list, and none may be added.
///
/// Most are a record and the book: a record's file holds the moves that make changes of it, which read the book.
pub const KNOWN: &[&str] = &[
    "app::state::imports::incoming <-> app::state::imports::reader",
    "domain::ask <-> domain::book",
    "domain::ask <-> domain::touch",
    "domain::book <-> domain::change",
    "domain::book <-> domain::communication",
    "domain::book <-> domain::connection",
    "domain::book <-> domain::draft",
    "domain::book <-> domain::event",
    "domain::book <-> domain::give",
    "domain::book <-> domain::ideal_client",
    "domain::book <-> domain::introduction",
    "domain::book <-> domain::merged",
    "domain::book <-> domain::person",
    "domain::book <-> domain::plan",
    "domain::book <-> domain::referral",
    "domain::book <-> domain::result",
    "domain::book <-> domain::script",
    "domain::book <-> domain::setting",
    "domain::book <-> domain::story",
    "domain::book <-> domain::touch",
    "domain::connection <-> domain::identity",
    "domain::connection <-> domain::person",
    "domain::connection <-> domain::record",
    "domain::draft <-> domain::person",
    "domain::event <-> domain::record",
    "domain::merged <-> domain::person",
    "domain::merged <-> domain::record",
    "domain::person <-> domain::record",
    "domain::put_off <-> domain::touch",
    "domain::record <-> domain::referral",
    "domain::record <-> domain::setting",
    "domain::record <-> domain::touch",
    "domain::referral <-> domain::touch",
    "message::letter <-> message::merge",
];

type Module = Vec<String>;

/// Returns each pair of siblings that import each other, as `a <-> b`, in the order of the alphabet.
pub fn knots(files: &[Source]) -> Vec<String> {
    let modules: BTreeMap<Module, &Source> =
        files.iter().filter_map(|file| Some((module_of(&file.path)?, file))).collect();
    let imports: BTreeSet<(Module, Module)> = modules
        .iter()
        .flat_map(|(module, file)| imported(module, file).into_iter().map(move |path| (module, path)))
        .filter_map(|(module, path)| apart(module, &longest(&modules, &path)?))
        .collect();
    let mutual = imports.iter().filter(|(from, to)| from < to && imports.contains(&(to.clone(), from.clone())));
    mutual.map(|(one, other)| format!("{} <-> {}", one.join("::"), other.join("::"))).collect()
}

/// The path of the module a file holds; `None` for roots, tests and what is no part of the crate.
fn module_of(path: &str) -> Option<Module> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let module: Module = inside.split('/').map(str::to_owned).collect();
    let is_test = module.iter().any(|part| part == "tests");
    (!is_test && !["lib", "main"].contains(&inside)).then_some(module)
}

/// Every path that the code of a module names, seen from the root of the crate.
fn imported(module: &Module, file: &Source) -> Vec<Module> {
    let from_root = |path: Vec<String>| {
        let supers = path.iter().take_while(|part| *part == "super").count();
        match path[0].as_str() {
            "super" => Some([module.get(..module.len().checked_sub(supers)?)?, &path[supers..]].concat()),
            "self" => Some([&module[..], &path[1..]].concat()),
            _ => Some(path[1..].to_vec()),
        }
    };
    paths(file.own_code()).into_iter().filter_map(|(_, path)| from_root(path)).collect()
}

/// Returns the module in which what a path names is found.
fn longest(modules: &BTreeMap<Module, &Source>, path: &Module) -> Option<Module> {
    (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|part| modules.contains_key(part))
}

/// Returns the siblings of which one holds the importing module and the other the imported one; `None` where one module
/// lies in the other.
fn apart(from: &Module, to: &Module) -> Option<(Module, Module)> {
    let shared = from.iter().zip(to).take_while(|(one, other)| one == other).count();
    Some((from.get(..=shared)?.to_vec(), to.get(..=shared)?.to_vec()))
}

/// Returns what is wrong: the pairs that are not known, and the known ones that are none any more.
pub fn faults(found: &[String], known: &[&str]) -> Vec<String> {
    let added = found.iter().filter(|pair| !known.contains(&pair.as_str()));
    let stale = known.iter().filter(|pair| !found.iter().any(|one| one == *pair));
    added
        .map(|pair| format!("{pair}: they import each other; move what both need into a module of its own"))
        .chain(stale.map(|pair| format!("{pair}: untied; take it out of KNOWN in tests/tidy/siblings.rs")))
        .collect()
}

#[test]
fn siblings_are_found_by_what_lies_in_them() {
    let file = |path: &str, text: &str| Source::new(path, text);
    let files = [
        file("src/rules.rs", "//! Rules.\npub mod duty;\n"),
        file("src/rules/duty.rs", "//! Duties.\nuse super::list::Row;\nmod kept;\nuse self::kept::K;\n"),
        file("src/rules/duty/kept.rs", "//! Kept.\nuse super::Duty;\n"),
        file("src/rules/list.rs", "//! Lists.\nmod head;\n"),
        file("src/rules/list/head.rs", "//! Heads.\nuse crate::{rules::duty::{Duty, kept::K}, other::O};\n"),
        file(
            "src/app/views.rs",
            "//! Views.\nuse kith::rules::duty::Duty;\n#[cfg(test)]\nmod t {\n use crate::x;\n}\n",
        ),
    ];
    assert_eq!(knots(&files), ["rules::duty <-> rules::list"]);
    assert_eq!(faults(&knots(&files), &["a <-> b"]).len(), 2, "one is new, one is stale");
    assert!(faults(&knots(&files), &["rules::duty <-> rules::list"]).is_empty());
}
