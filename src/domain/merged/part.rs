//! Parting a value: what stands there now, without what was taken over, with what was written since.

use super::Filled;
use super::rule::BETWEEN;
use serde_json::Value;

/// What stands in a field once it is given back: `was` before it was taken over, `now` right after, `stands` today.
pub fn without(stands: &Value, was: &Value, now: &Value) -> Value {
    if stands == now {
        return was.clone();
    }
    match (stands, now) {
        (Value::Array(stands), Value::Array(now)) => {
            let had = was.as_array().map(Vec::as_slice).unwrap_or_default();
            let came = |item: &&Value| now.contains(item) && !had.contains(item);
            Value::Array(stands.iter().filter(|item| !came(item)).cloned().collect())
        }
        (Value::String(stands), Value::String(now)) => Value::String(without_text(stands, was, now)),
        (Value::Object(stands), Value::Object(now)) => {
            let mut back = stands.clone();
            for (name, value) in &mut back {
                let of = |fields: Option<&Value>| fields.cloned().unwrap_or(Value::Null);
                *value = without(value, &of(was.get(name)), &of(now.get(name)));
            }
            Value::Object(back)
        }
        (stands, _) => stands.clone(),
    }
}

/// Whether something was added to what stood there, and not put in its place.
pub fn is_added(filled: &Filled) -> bool {
    match &filled.now {
        Value::Array(_) | Value::Object(_) => true,
        Value::String(now) => came(&filled.was, now).is_some(),
        _ => false,
    }
}

/// What was put below a text.
fn came<'a>(was: &Value, now: &'a str) -> Option<&'a str> {
    was.as_str().and_then(|was| now.strip_prefix(was)).filter(|came| came.starts_with(BETWEEN))
}

/// A text without what was put below it; as it stands where that was rewritten since.
fn without_text(stands: &str, was: &Value, now: &str) -> String {
    match came(was, now).and_then(|came| stands.split_once(came)) {
        Some((before, after)) => format!("{before}{after}"),
        None => stands.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_was_taken_over_goes_and_what_was_written_since_stays() {
        for (stands, was, now, back) in [
            (json!("b"), json!("a"), json!("b"), json!("a")),
            (json!("c"), json!("a"), json!("b"), json!("c")),
            (json!(["x", "y", "z"]), json!(["x"]), json!(["x", "y"]), json!(["x", "z"])),
            (json!(["y"]), json!(null), json!(["y"]), json!(null)),
            (json!("a\n\nb\nmore"), json!("a"), json!("a\n\nb"), json!("a\nmore")),
            (json!("rewritten"), json!("a"), json!("a\n\nb"), json!("rewritten")),
            (json!({"r": 1, "s": 3}), json!({"r": 2}), json!({"r": 1, "s": 2}), json!({"r": 2, "s": 3})),
            (json!(null), json!("a"), json!("b"), json!(null)),
        ] {
            assert_eq!(without(&stands, &was, &now), back, "{stands}");
        }
    }
}
