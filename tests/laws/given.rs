//! Partial books out of thin air: few records, few stamps, odd values, so that everything meets everything.

use kith::store::form::{self, Limits};
use kith::store::partial_book::PartialBook;
use proptest::prelude::*;
use proptest::sample::select;

/// Moments that several fields share; the last is nearly a day ahead of every story.
pub const STAMPS: [&str; 6] = [
    "1795253400000-0-k3f9a2mq7x",
    "1795253400000-0-zzzzzzzzzz",
    "1795253400000-1-k3f9a2mq7x",
    "1795253400001-0-k3f9a2mq7x",
    "1795253500000-0-0000000007",
    "1795339000000-3-zzzzzzzzzz",
];

const VALUES: [&str; 14] = [
    "null",
    "true",
    "false",
    "\"\"",
    "\"Jim\"",
    "\"Zo\\u00eb\"",
    "\"half \\ud83d of a pair\"",
    "1.50",
    "-0e+9",
    "[]",
    "[\"vip\",\"golf\"]",
    "[1,\"vip\"]",
    "{\"green\":{\"b\":1,\"a\":[null]}}",
    "123456789012345678901234567890",
];

const FIELDS: [&str; 10] =
    ["name", "title", "trashed", "tags", "tags.odd", "aura", "\\u00e9", "rating", "told", "a\\\"b"];

const STAMPED: [&str; 9] = ["*", "name", "title", "tags.vip", "tags.golf", "tags.odd", "tags", "gone", "trashed"];

fn fields() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let field = (select(&FIELDS[..]), select(&VALUES[..]));
    proptest::collection::vec(field, 0..5).prop_map(|mut fields| {
        fields.sort();
        fields.dedup_by_key(|(name, _)| *name);
        fields.retain(|(name, value)| *name != "tags" || !value.starts_with('{')); // refused, not read
        fields
    })
}

fn stamps() -> impl Strategy<Value = String> {
    let of_fields = proptest::collection::btree_map(select(&STAMPED[..]), select(&STAMPS[..]), 0..5);
    let object = of_fields.prop_map(|stamps| {
        let list: Vec<String> = stamps.iter().map(|(name, stamp)| format!("\"{name}\":\"{stamp}\"")).collect();
        format!(",\"_at\":{{{}}}", list.join(","))
    });
    prop_oneof![
        1 => Just(String::new()),
        4 => select(&STAMPS[..]).prop_map(|stamp| format!(",\"_at\":\"{stamp}\"")),
        5 => object,
    ]
}

fn record() -> impl Strategy<Value = String> {
    (select(&["p1", "p2", "p3"][..]), fields(), stamps()).prop_map(|(id, fields, at)| {
        let fields: String = fields.iter().map(|(name, value)| format!(",\"{name}\":{value}")).collect();
        format!("{{\"id\":\"{id}\"{fields}{at}}}")
    })
}

fn records() -> impl Strategy<Value = String> {
    proptest::collection::vec(record(), 0..4).prop_map(|mut records| {
        let id = |record: &String| record[7..9].to_string();
        records.sort_by_key(id);
        records.dedup_by_key(|record| id(record));
        records.join(",")
    })
}

/// So many cases; `LAWS=20 cargo test --test laws` tries twenty times as many.
pub fn cases(cases: u32) -> ProptestConfig {
    let times = std::env::var("LAWS").ok().and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
    ProptestConfig { cases: cases * times, failure_persistence: None, ..ProptestConfig::default() }
}

/// Any partial book, as it could come from a file.
pub fn partial_book() -> impl Strategy<Value = PartialBook> {
    let erased = proptest::collection::vec((select(&["person", "dream"][..]), select(&STAMPS[..])), 0..2);
    let book = select(&["", "\"book\":\"b1\",", "\"book\":\"b2\","][..]);
    (book, records(), records(), records(), erased).prop_map(|(book, people, touches, dreams, erased)| {
        let erased: Vec<String> =
            erased.iter().map(|(k, at)| format!("{{\"kind\":\"{k}\",\"id\":\"p3\",\"_at\":\"{at}\"}}")).collect();
        let text = format!(
            "{{\"format\":\"kith\",\"version\":1,{book}\"records\":{{\"person\":[{people}],\"touch\":[{touches}],\
             \"dream\":[{dreams}]}},\"erased\":[{}]}}",
            erased.join(",")
        );
        form::read(&text, Limits::FILE).unwrap_or_else(|why| panic!("{why:?}: {text}")).partial_book
    })
}

/// The join of two.
pub fn join(a: &PartialBook, b: &PartialBook) -> PartialBook {
    let mut joined = a.clone();
    joined.join(b.clone(), |_, _| {});
    joined
}
