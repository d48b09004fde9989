//! Files of contacts of any content are read in a time that grows as they do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kith::exchange::contact_reader::read;
use std::sync::LazyLock;
use std::time::Instant;

/// How many seconds this thread has worked, as Linux tells; elsewhere the time that has passed. A machine that is busy
/// with other things would make a clock on the wall lie.
fn worked() -> f64 {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    nanos.map_or_else(|| BEGIN.elapsed().as_secs_f64(), |nanos| nanos / 1e9)
}

/// Ten times as much takes about ten times as long; the best of two counts.
fn check(head: &str, row: &str) {
    let time = |count: usize| {
        let text = head.to_string() + &row.repeat(count);
        let once = || {
            let begin = worked();
            assert!(read(text.as_bytes()).is_ok_and(|r| r.contacts.len() + r.refused.len() > 0), "{row:?}");
            worked() - begin
        };
        (0..2).map(|_| once()).fold(f64::MAX, f64::min)
    };
    let (small, large) = (time(600), time(6_000));
    assert!(large < small * 40.0 + 0.1, "{row:?}: {small} s, then {large} s for ten times as much");
}

#[test]
fn a_table_is_read_in_linear_time_whatever_its_quotation_marks() {
    for row in [
        "\"x,\"\"y\n",
        "a,\"b\n",
        "\"\"\"\",a\n",
        "\"a\n",
        "\"\"x\n",
        ",\"\"x\n",
        "a,\"\"\"\n",
        "Jim \"J\" Stone,jim@stone.example\n",
    ] {
        check("Name,Email\nAnn,ann@lee.example\n", row);
    }
}

#[test]
fn cards_are_read_in_linear_time_whatever_their_lines() {
    for row in [
        "BEGIN:VCARD\n",
        "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n",
        "item1.TEL:555-0101\nitem1.X-ABLabel:home\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE:a=\n",
        "no colon\n folded\n",
        " folded\n",
        "AGENT:\nBEGIN:VCARD\n",
        "NOTE:x\n",
    ] {
        check("BEGIN:VCARD\nFN:Ann Lee\nEND:VCARD\nBEGIN:VCARD\nFN:Bob Lee\n", row);
    }
}
