//! Duties of a day, as stories. Jim (p1) refers Fred (p2); 2026-11-20 is a Friday.

use super::*;
use crate::domain::ask::{Ask, AskEnd, AskOutcome};
use crate::domain::id::{Id, Mint, PutOffId, Session, TouchId};
use crate::domain::kind::Kind;
use crate::domain::put_off::PutOff;
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::domain::setting::Setting;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use proptest::prelude::*;

/// Tells a story, one event a line, and gives the book:
/// `agreed DAY` and so on set the days of the referral r1; `ends won DAY` or `ends closed DAY`;
/// `word to PERSON DAY PURPOSES [MILESTONE]` logs a touch about it, `word from …` one they began;
/// anything with a colon sets a field of r1, p1 or p2 as JSON.
fn book(story: &str) -> Book {
    let mut mint = Mint::new(Session::of_bits(1));
    let mut json = serde_json::json!({"source": "p1", "prospect": "p2"});
    let mut book = Book::default();
    for id in ["p1", "p2"] {
        book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
    }
    for line in story.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [id @ ("p1" | "p2"), field] => set_person(&mut book, id, field),
            [field] if field.contains(':') => {
                let (name, value) = field.split_once(':').unwrap();
                json[name] = serde_json::from_str(value).unwrap();
            }
            ["ends", kind, on] => json["outcome"] = serde_json::json!({"kind": kind, "on": on}),
            ["anyway", on] => json["overrides"] = serde_json::json!([{"step": 7, "on": on, "why": "a reason"}]),
            ["promised", on] => {
                let ask = Ask { id: "a1".parse().unwrap(), confirm_by: on.parse().ok(), ..Ask::default() };
                book.put(ask.into());
                json["ask"] = "a1".into();
            }
            ["word", way, person, on, purposes, milestone @ ..] => {
                book.put(word(&mut mint, way, person, on, purposes, milestone.first()).into())
            }
            [milestone, on] => json[format!("{milestone}_on")] = (*on).into(),
            _ => panic!("what is {line}?"),
        }
    }
    book.put(Record::read(&Kind::Referral, Id::parse("r1").unwrap(), &json.to_string()).unwrap());
    book
}

fn set_person(book: &mut Book, id: &str, field: &str) {
    let id: PersonId = id.parse().unwrap();
    let (name, value) = field.split_once(':').unwrap();
    let mut fields = book.record(&Kind::Person, id.0).unwrap().fields();
    fields.insert(name.into(), serde_json::from_str(value).unwrap());
    let json = serde_json::Value::Object(fields).to_string();
    book.put(Record::read(&Kind::Person, id.0, &json).unwrap());
}

fn word(mint: &mut Mint, way: &str, person: &str, on: &str, purposes: &str, milestone: Option<&&str>) -> Touch {
    Touch {
        id: TouchId(mint.id()),
        person: person.parse().unwrap(),
        on: on.parse().unwrap(),
        kind: TouchKind::Call,
        started_by: crate::domain::touch::StartedBy::of_word(if way == "to" { "me" } else { "them" }),
        purposes: purposes.split('+').map(Purpose::of_word).collect(),
        about: "r1".parse().ok(),
        milestone: milestone.map(|m| Milestone::of_word(m)),
        ..Touch::default()
    }
}

/// Returns the lines of Today, such as `late thank-agreed p1 11-20`; the year is left out.
fn today_says(book: &Book, day: &str) -> Vec<String> {
    let told = owed(book, day.parse().unwrap()).into_iter().map(|o| {
        let person = o.raised.person.map(|p| p.to_string()).unwrap_or_default();
        format!("{} {} {person} {}", o.when.name(), o.raised.duty.name(), o.due.format("%m-%d"))
    });
    told.collect()
}

fn check(story: &str, days: &[(&str, &[&str])]) {
    let book = book(story);
    for (day, expected) in days {
        assert_eq!(today_says(&book, day), *expected, "{story} on {day}");
    }
}

#[test]
fn r40_the_first_thank_you_is_due_the_day_the_source_agrees() {
    check(
        "agreed 2026-11-20\n introduced 2026-11-20\n followed_up 2026-11-20\n talked 2026-11-20
         word to p1 2026-11-20 update",
        &[("2026-11-20", &["today thank-agreed p1 11-20"]), ("2026-11-23", &["late thank-agreed p1 11-20"])],
    );
}

#[test]
fn r40_only_an_outgoing_thank_you_for_that_moment_on_or_after_that_day_settles_it() {
    let agreed = "agreed 2026-11-20\n introduced 2026-11-20\n talked 2026-11-20\n word to p1 2026-11-20 update";
    for (word, settles) in [
        ("word to p1 2026-11-20 thank agreed", true),
        ("word to p1 2026-11-25 thank+update agreed", true),
        ("word to p1 2026-11-19 thank agreed", false),
        ("word from p1 2026-11-20 thank agreed", false),
        ("word to p2 2026-11-20 thank agreed", false),
        ("word to p1 2026-11-20 thank", false),
        ("word to p1 2026-11-20 thank won", false),
        ("word to p1 2026-11-20 update agreed", false),
    ] {
        let owes = today_says(&book(&format!("{agreed}\n{word}")), "2026-11-26");
        assert_eq!(!owes.iter().any(|o| o.contains("thank-agreed")), settles, "{word}");
    }
}

#[test]
fn r46_offered_and_self_introduced_referrals_keep_every_thank_you() {
    for origin in ["offered", "self"] {
        let story = format!("origin:\"{origin}\"\n agreed 2026-11-20");
        assert!(
            today_says(&book(&story), "2026-11-20").contains(&"today thank-agreed p1 11-20".to_string()),
            "{origin}"
        );
    }
}

#[test]
fn r38_the_confirmation_is_due_three_working_days_after_agreeing_or_on_the_day_promised() {
    let thanked = "agreed 2026-11-19\n word to p1 2026-11-19 thank agreed";
    check(
        thanked,
        &[
            ("2026-11-19", &["soon confirm p1 11-24"]),
            ("2026-11-24", &["today confirm p1 11-24"]),
            ("2026-11-30", &["late confirm p1 11-24"]),
        ],
    );
    check(
        &format!("{thanked}\n promised 2026-12-04"),
        &[("2026-11-26", &[]), ("2026-11-27", &["soon confirm p1 12-04"]), ("2026-12-05", &["late confirm p1 12-04"])],
    );
}

#[test]
fn r38_no_confirmation_is_waited_for_once_things_move_or_end_or_nobody_introduces() {
    for moved in [
        "introduced 2026-11-20",
        "followed_up 2026-11-20",
        "talked 2026-11-20",
        "ends closed 2026-11-20",
        "ends won 2026-11-20",
        "origin:\"self\"",
    ] {
        let owes = today_says(&book(&format!("agreed 2026-11-19\n{moved}")), "2026-12-31");
        assert!(!owes.iter().any(|o| o.contains("confirm")), "{moved}: {owes:?}");
    }
    let offered = today_says(&book("origin:\"offered\"\n agreed 2026-11-19"), "2026-11-24");
    assert!(offered.iter().any(|o| o.contains("confirm")), "an introduction that was offered is still waited for");
}

#[test]
fn r42_the_follow_up_is_due_the_working_day_after_the_introduction() {
    check(
        "agreed 2026-11-20\n introduced 2026-11-20\n word to p1 2026-11-20 thank agreed",
        &[
            ("2026-11-20", &["soon follow-up p2 11-23"]),
            ("2026-11-23", &["today follow-up p2 11-23"]),
            ("2026-11-24", &["late follow-up p2 11-23"]),
        ],
    );
}

#[test]
fn r39_an_override_opens_the_follow_up_from_its_own_day() {
    check(
        "agreed 2026-11-17\n anyway 2026-11-18\n word to p1 2026-11-17 thank agreed",
        &[("2026-11-19", &["today follow-up p2 11-19", "soon confirm p1 11-20"])],
    );
    check(
        "agreed 2026-11-17\n anyway 2026-11-18\n introduced 2026-11-20\n word to p1 2026-11-20 thank agreed",
        &[("2026-11-20", &["late follow-up p2 11-19"])],
    );
}

#[test]
fn a_follow_up_is_not_owed_before_the_introduction_nor_after_it_was_made_or_the_end() {
    for rest in [
        "",
        "introduced 2026-11-20\n followed_up 2026-11-23",
        "introduced 2026-11-20\n talked 2026-11-23",
        "introduced 2026-11-20\n ends won 2026-11-24",
        "introduced 2026-11-20\n ends closed 2026-11-24",
    ] {
        let owes = today_says(&book(&format!("agreed 2026-11-19\n{rest}")), "2026-12-01");
        assert!(!owes.iter().any(|o| o.contains("follow-up")), "{rest}: {owes:?}");
    }
}

#[test]
fn r43_thanks_and_a_report_are_due_the_working_day_after_the_first_talk() {
    let talked = "agreed 2026-11-16\n introduced 2026-11-17\n followed_up 2026-11-18\n talked 2026-11-20
                  word to p1 2026-11-18 thank agreed";
    check(talked, &[("2026-11-20", &["soon thank-report p1 11-23"]), ("2026-11-25", &["late thank-report p1 11-23"])]);
    for (word, settles) in [
        ("word to p1 2026-11-20 thank", true),
        ("word to p1 2026-11-21 update", true),
        ("word to p1 2026-11-20 thank talked", true),
        ("word to p1 2026-11-20 thank won", true),
        ("word to p1 2026-11-19 thank", false),
        ("word to p1 2026-11-20 thank agreed", false),
        ("word to p1 2026-11-20 update introduced", false),
        ("word to p1 2026-11-21 confirm", false),
        ("word from p1 2026-11-21 thank", false),
    ] {
        let owes = today_says(&book(&format!("{talked}\n{word}")), "2026-11-25");
        assert_eq!(!owes.iter().any(|o| o.contains("thank-report")), settles, "{word}");
    }
}

#[test]
fn r44_the_third_thank_you_is_due_the_day_of_the_sale() {
    check(
        "agreed 2026-11-02\n introduced 2026-11-03\n talked 2026-11-05\n ends won 2026-11-20
         word to p1 2026-11-05 thank agreed\n word to p1 2026-11-05 update talked",
        &[
            ("2026-11-20", &["today thank-won p1 11-20", "today ask-new-client p2 11-20"]),
            ("2026-11-21", &["late thank-won p1 11-20", "late ask-new-client p2 11-20"]),
        ],
    );
    check(
        "agreed 2026-11-02\n introduced 2026-11-03\n talked 2026-11-05\n ends won 2026-11-20
         word to p1 2026-11-05 thank agreed\n word to p1 2026-11-05 update talked
         word to p1 2026-11-20 thank won",
        &[("2026-11-20", &["today ask-new-client p2 11-20"]), ("2026-12-31", &["late ask-new-client p2 11-20"])],
    );
}

#[test]
fn r62_a_source_is_told_how_it_goes_fourteen_days_after_the_last_word() {
    let going = "agreed 2026-11-02\n introduced 2026-11-03\n followed_up 2026-11-04\n talked 2026-11-05
                 word to p1 2026-11-05 thank agreed\n word to p1 2026-11-05 update talked";
    check(
        going,
        &[("2026-11-11", &[]), ("2026-11-12", &["soon update p1 11-19"]), ("2026-11-20", &["late update p1 11-19"])],
    );
    check(
        &format!("{going}\n word to p1 2026-11-19 update"),
        &[("2026-11-20", &[]), ("2026-12-03", &["today update p1 12-03"])],
    );
    check(&format!("{going}\n word from p1 2026-11-19 update"), &[("2026-11-20", &["late update p1 11-19"])]);
    check(&format!("{going}\n word to p1 2026-11-19 catch-up"), &[("2026-11-20", &["late update p1 11-19"])]);
}

#[test]
fn r62_a_stage_change_later_than_the_last_word_is_told_the_next_working_day() {
    check(
        "agreed 2026-11-16\n word to p1 2026-11-16 thank agreed\n introduced 2026-11-20\n followed_up 2026-11-20",
        &[("2026-11-20", &["soon update p1 11-23"]), ("2026-11-24", &["late update p1 11-23"])],
    );
    check(
        "agreed 2026-11-16\n word to p1 2026-11-20 thank agreed\n introduced 2026-11-20\n followed_up 2026-11-20",
        &[("2026-11-24", &[]), ("2026-12-04", &["today update p1 12-04"])],
    );
    check(
        "agreed 2026-11-16\n word to p1 2026-11-16 thank agreed\n introduced 2026-11-17\n followed_up 2026-11-19",
        &[("2026-11-19", &["late update p1 11-18"])],
    );
}

#[test]
fn r62_the_update_rests_while_an_earlier_word_about_it_is_owed() {
    check("agreed 2026-10-01", &[("2026-11-20", &["late thank-agreed p1 10-01", "late confirm p1 10-06"])]);
    check(
        "agreed 2026-10-01\n introduced 2026-10-02\n followed_up 2026-10-02\n talked 2026-11-19
         word to p1 2026-10-01 thank agreed",
        &[("2026-11-19", &["soon thank-report p1 11-20"])],
    );
}

#[test]
fn r63_no_news_is_owed_about_a_confidential_referral_but_thanks_are() {
    let going = "agreed 2026-10-02\n introduced 2026-10-03\n followed_up 2026-10-04\n talked 2026-10-05";
    for (secret, news) in [("true", false), (r#"["stage"]"#, false), (r#"["amount"]"#, true)] {
        let story = format!(
            "{going}\n confidential:{secret}\n word to p1 2026-10-05 thank agreed
            word to p1 2026-10-05 update talked"
        );
        let owes = today_says(&book(&story), "2026-11-20");
        assert_eq!(owes.iter().any(|o| o.contains("update")), news, "{secret}");
        let story = format!("{going}\n confidential:{secret}");
        assert!(today_says(&book(&story), "2026-11-20").iter().any(|o| o.contains("thank-agreed")), "{secret}");
    }
}

#[test]
fn r64_one_last_word_is_owed_after_the_file_is_closed_and_no_more_news() {
    let closed =
        "agreed 2026-11-02\n introduced 2026-11-03\n word to p1 2026-11-03 thank agreed\n ends closed 2026-11-20";
    check(closed, &[("2026-11-20", &["soon last-word p1 11-23"]), ("2026-12-31", &["late last-word p1 11-23"])]);
    check(&format!("{closed}\n word to p1 2026-11-20 catch-up"), &[("2026-12-31", &[])]);
    check(&format!("{closed}\n word to p1 2026-11-19 update"), &[("2026-11-23", &["today last-word p1 11-23"])]);
}

#[test]
fn r64_a_reopened_referral_owes_what_it_owed() {
    let open =
        "agreed 2026-11-02\n introduced 2026-11-03\n followed_up 2026-11-04\n word to p1 2026-11-04 thank agreed";
    let reopened = today_says(&book(&format!("{open}\n outcome:{{\"kind\":\"open\"}}")), "2026-11-18");
    assert_eq!(reopened, today_says(&book(open), "2026-11-18"));
}

#[test]
fn the_list_goes_overdue_due_soon_then_by_duty_then_by_age() {
    let mut all = Book::default();
    let day = |text: &str| text.parse().ok();
    for (n, agreed) in [("1", "2026-11-20"), ("2", "2026-11-18"), ("3", "2026-11-19")] {
        for id in [format!("s{n}"), format!("q{n}")] {
            all.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
        }
        let (source, prospect) = (format!("s{n}").parse().unwrap(), format!("q{n}").parse().unwrap());
        let id = format!("r{n}").parse().unwrap();
        all.put(Referral { id, source, prospect, agreed_on: day(agreed), ..Referral::default() }.into());
    }
    assert_eq!(
        today_says(&all, "2026-11-20"),
        [
            "late thank-agreed s2 11-18",
            "late thank-agreed s3 11-19",
            "today thank-agreed s1 11-20",
            "soon confirm s2 11-23",
            "soon confirm s3 11-24",
            "soon confirm s1 11-25"
        ]
    );
}

#[test]
fn the_trash_raises_nothing_and_a_person_who_wants_no_messages_is_owed_none() {
    for gone in ["trashed:true", "p1 trashed:true", "p2 trashed:true"] {
        check(&format!("agreed 2026-11-20\n{gone}"), &[("2026-11-24", &[])]);
    }
    let silent = "agreed 2026-11-20\n introduced 2026-11-20\n p1 consent:\"do\\u0020not\\u0020contact\"";
    check(silent, &[("2026-11-24", &["late follow-up p2 11-23"])]);
}

#[test]
fn working_days_and_the_days_between_news_can_be_set() {
    let mut book = book("agreed 2026-11-19\n word to p1 2026-11-19 thank agreed");
    let choices = Setting { working_days: vec![7, 1], update_days: Some(30), ..Setting::named("choices") };
    book.put(choices.into());
    assert_eq!(today_says(&book, "2026-11-29"), ["today confirm p1 11-29"]);
}

fn answer(duty: &str, due: &str, until: Option<&str>, dropped: &str) -> PutOff {
    PutOff {
        id: PutOffId(Id::parse(&format!("x{}", due.len() + dropped.len())).unwrap()),
        duty: duty.into(),
        person: "p1".parse().ok(),
        referral: "r1".parse().ok(),
        due: due.parse().ok(),
        until: until.and_then(|u| u.parse().ok()),
        dropped: dropped.into(),
        ..PutOff::default()
    }
}

#[test]
fn a_duty_put_off_comes_back_on_its_day() {
    let mut book = book("agreed 2026-11-20\n introduced 2026-11-20\n talked 2026-11-20\n word to p1 2026-11-20 update");
    book.put(answer("thank-agreed", "2026-11-20", Some("2026-11-24"), "").into());
    assert_eq!(today_says(&book, "2026-11-23"), [""; 0]);
    assert_eq!(today_says(&book, "2026-11-24"), ["today thank-agreed p1 11-24"]);
    assert_eq!(today_says(&book, "2026-11-26"), ["late thank-agreed p1 11-24"]);
    book.put(PutOff { trashed: true, ..answer("thank-agreed", "2026-11-20", Some("2026-11-24"), "") }.into());
    assert_eq!(today_says(&book, "2026-11-23"), ["late thank-agreed p1 11-20"], "taking it back");
}

#[test]
fn a_duty_dropped_stays_away_for_this_occurrence_only() {
    let mut book = book(
        "agreed 2026-11-02\n talked 2026-11-03\n word to p1 2026-11-03 thank agreed\n word to p1 2026-11-03 update talked",
    );
    assert_eq!(today_says(&book, "2026-11-17"), ["today update p1 11-17"]);
    book.put(answer("update", "2026-11-17", None, "Told in person").into());
    assert_eq!(today_says(&book, "2026-11-30"), [""; 0]);
    let mut mint = Mint::new(Session::of_bits(9));
    book.put(word(&mut mint, "to", "p1", "2026-11-20", "update", None).into());
    assert_eq!(today_says(&book, "2026-12-04"), ["today update p1 12-04"]);
}

#[test]
fn b5_a_backup_is_due_after_twenty_changes_or_seven_days_and_fifty() {
    let check = |on: Option<&str>, changes: usize, due: bool| {
        let mut book = Book::default();
        book.changes_since_backup = changes;
        if let Some(on) = on {
            book.put(Setting { on: on.parse().ok(), ..Setting::named("backup") }.into());
        }
        let expected: &[&str] = if due { &["today back-up  11-20"] } else { &[] };
        assert_eq!(today_says(&book, "2026-11-20"), expected, "{on:?} {changes}");
    };
    check(None, 19, false);
    check(None, 20, true);
    check(Some("2026-11-14"), 500, false);
    check(Some("2026-11-13"), 49, false);
    check(Some("2026-11-13"), 50, true);
}

#[test]
fn every_duty_has_a_name_that_reads_back() {
    for duty in Duty::ALL.iter().copied() {
        assert_eq!(Duty::of_name(duty.name()), Some(duty));
    }
    assert_eq!(Duty::of_name("dance"), None);
}

fn story() -> impl Strategy<Value = String> {
    let day = (1_u32..28).prop_map(|d| format!("2026-11-{d:02}"));
    let line = (0..12_u8, day).prop_map(|(n, day)| match n {
        0 => format!("agreed {day}"),
        1 => format!("introduced {day}"),
        2 => format!("followed_up {day}"),
        3 => format!("talked {day}"),
        4 => format!("ends won {day}"),
        5 => format!("ends closed {day}"),
        6 => format!("word to p1 {day} thank agreed"),
        7 => format!("word to p1 {day} thank+update won"),
        8 => format!("word to p1 {day} update"),
        9 => format!("anyway {day}"),
        10 => "confidential:true".to_string(),
        _ => "origin:\"offered\"".to_string(),
    });
    proptest::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn settling_what_is_owed_removes_exactly_that(story in story(), pick in any::<prop::sample::Index>()) {
        let mut book = book(&story);
        let today: NaiveDate = "2026-11-28".parse().unwrap();
        let before = owed(&book, today);
        if before.is_empty() {
            return Ok(());
        }
        let one = before[pick.index(before.len())].clone();
        let mut mint = Mint::new(Session::of_bits(3));
        let how = crate::rules::settle::SentMessage { kind: TouchKind::Call, on: today, text: String::new() };
        let to = one.raised.person.unwrap();
        let change = crate::rules::settle::sent(&book, to, std::slice::from_ref(&one), &how, &mut mint);
        change.records.into_iter().for_each(|r| book.put(r));
        let after = owed(&book, today);
        prop_assert!(!after.iter().any(|o| o.raised == one.raised), "{:?} is still owed", one);
        for other in &before {
            let same_word = other.raised.duty == Duty::Update || other.raised.duty == Duty::ThankReport
                || other.raised.duty == Duty::LastWord;
            // By the rules a follow-up ends the wait for the confirmation as well.
            let ends_wait = one.raised.duty == Duty::FollowUp && other.raised.duty == Duty::Confirm;
            if other.raised != one.raised && !same_word && !ends_wait {
                prop_assert!(after.iter().any(|o| o.raised == other.raised), "{:?} is gone as well", other);
            }
        }
    }

    #[test]
    fn the_order_of_records_never_changes_the_list(story in story()) {
        let told = book(&story);
        let mut turned = Book::default();
        let mut records: Vec<Record> = Vec::new();
        records.extend(told.touches().cloned().map(Record::from));
        records.extend(told.referrals().cloned().map(Record::from));
        records.extend(told.people().cloned().map(Record::from));
        records.into_iter().for_each(|r| turned.put(r));
        prop_assert_eq!(today_says(&told, "2026-11-28"), today_says(&turned, "2026-11-28"));
    }

    #[test]
    fn what_is_owed_to_one_person_is_their_part_of_the_list(story in story()) {
        let book = book(&story);
        let today: NaiveDate = "2026-11-28".parse().unwrap();
        let all = owed(&book, today);
        for person in [None, "p1".parse().ok(), "p2".parse().ok()] {
            let part: Vec<Owed> = all.iter().filter(|o| o.raised.person == person).cloned().collect();
            prop_assert_eq!(owed_to(&book, person, today), part);
        }
    }
}

#[test]
fn r45_the_next_ask_is_proposed_after_the_third_thank_you_and_not_before() {
    let sold = "p1 rating:4\n agreed 2026-11-02\n introduced 2026-11-03\n followed_up 2026-11-04\n talked 2026-11-05
         word to p1 2026-11-02 thank agreed\n word to p1 2026-11-06 thank+update\n ends won 2026-11-20";
    let asks = |word: &str, day: &str| {
        let mut book = book(&format!("{sold}\n{word}"));
        let (id, person, on) = ("a1".parse().unwrap(), "p1".parse().unwrap(), "2026-11-02".parse().unwrap());
        let outcome = AskOutcome { kind: AskEnd::Agreed, on: Some(on), why: String::new() };
        book.put(Ask { id, person, on, outcome, ..Ask::default() }.into());
        today_says(&book, day).iter().any(|told| told.starts_with("ripe ask p1"))
    };
    for (word, proposed) in [
        ("", false),
        ("word to p1 2026-11-20 update", false),
        ("word to p1 2026-11-19 thank won", false),
        ("word from p1 2026-11-20 thank", false),
        ("word to p1 2026-11-20 thank won", true),
        ("word to p1 2026-11-23 thank won", true),
    ] {
        assert_eq!(asks(word, "2026-11-24"), proposed, "{word}");
    }
    assert!(asks("word to p1 2026-11-20 thank won", "2026-11-20"), "the same day");
}

#[test]
fn b9_a_referral_between_two_who_became_one_owes_nobody_anything() {
    let today: NaiveDate = "2026-11-20".parse().unwrap();
    let mut book = Book::default();
    for id in ["p1", "p2"] {
        book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
    }
    let referral = crate::domain::referral::Referral {
        id: "r1".parse().unwrap(),
        source: "p1".parse().unwrap(),
        prospect: "p2".parse().unwrap(),
        agreed_on: Some(today),
        ..Default::default()
    };
    book.put(referral.into());
    assert!(owed(&book, today).iter().any(|owed| owed.raised.referral.is_some()));
    let merge = crate::domain::merged::MergeDraft::of(vec!["p1".parse().unwrap(), "p2".parse().unwrap()]);
    merge.change(&book, today).unwrap().records.into_iter().for_each(|record| book.put(record));
    assert!(!owed(&book, today).iter().any(|owed| owed.raised.referral.is_some()));
}
