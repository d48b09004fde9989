//! Records: the kinds this version has a type for, read from and written to the fields of the file.

use super::ask::Ask;
use super::communication::Communication;
use super::connection::Connection;
use super::event::Event;
use super::fields::Object;
use super::give::Give;
use super::id::{
    ApartId, AskId, CommunicationId, ConnectionId, EventId, GiveId, Id, IdealClientId, IntroductionId, OrganisationId,
    PersonId, PlanId, PutOffId, ReferralId,
};
use super::id::{ResultId, ScriptId, SettingId, StoryId, TouchId};
use super::ideal_client::IdealClient;
use super::introduction::Introduction;
use super::kind::Kind;
use super::merged::Apart;
use super::order::collect_sorted;
use super::organisation::Organisation;
use super::person::Person;
use super::plan::Plan;
use super::put_off::PutOff;
use super::referral::Referral;
use super::result::ResultStory;
use super::script::Script;
use super::setting::Setting;
use super::story::Story;
use super::touch::Touch;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The fields of a record, by name; a field that is not there has its resting value.
pub type Fields = Map<String, Value>;

/// Declares [`Record`] and what is the same for every kind, so that a new kind is one line.
macro_rules! records {
    ($($kind:ident $type:ty, $id:ident, [$($required:literal),*];)*) => {
        /// A record this version has a type for.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Record {
            $(#[doc = concat!("A [`", stringify!($type), "`].")] $kind($type),)*
        }

        impl Record {
            /// The kinds this version has a type for.
            pub const KINDS: &'static [Kind] = &[$(Kind::$kind),*];

            /// The kind.
            pub fn kind(&self) -> Kind {
                match self { $(Record::$kind(_) => Kind::$kind,)* }
            }

            /// The id.
            pub fn id(&self) -> Id {
                match self { $(Record::$kind(record) => record.id.0,)* }
            }

            /// Whether it is in the trash.
            pub fn is_trashed(&self) -> bool {
                match self { $(Record::$kind(record) => record.trashed,)* }
            }

            /// Puts it in the trash or takes it out.
            pub fn set_trashed(&mut self, trashed: bool) {
                match self { $(Record::$kind(record) => record.trashed = trashed,)* }
            }

            /// The names of the fields of a record of this kind, `id` and `trashed` among them; none for a kind without a
            /// type here.
            pub fn field_names(kind: &Kind) -> Vec<&'static str> {
                let names = |record: &dyn Object| record.fields().into_iter().map(|(name, _)| name).collect();
                match kind {
                    $(Kind::$kind => names(&<$type>::default()),)*
                    _ => Vec::new(),
                }
            }

            /// The fields as the file has them; `id` and resting values are left out.
            pub fn fields(&self) -> Fields {
                match self { $(Record::$kind(record) => fields_of(record),)* }
            }

            /// Reads a record from a JSON object of its fields.
            ///
            /// A field that cannot be read takes its resting value; `None` when the kind has no type here, the text
            /// is no object, or a field without which the record says nothing is missing or unreadable. The caller
            /// keeps the text in either case.
            pub fn read(kind: &Kind, id: Id, json: &str) -> Option<Record> {
                match kind {
                    $(Kind::$kind => {
                        let mut record: $type = read_fields(json, &[$($required),*])?;
                        record.id = $id(id);
                        Some(Record::$kind(record))
                    })*
                    _ => None,
                }
            }
        }

        $(impl From<$type> for Record {
            fn from(record: $type) -> Record {
                Record::$kind(record)
            }
        })*
    };
}

records! {
    Person Person, PersonId, [];
    Organisation Organisation, OrganisationId, [];
    Ask Ask, AskId, ["person", "on"];
    Referral Referral, ReferralId, ["source", "prospect"];
    Touch Touch, TouchId, ["person", "on"];
    Setting Setting, SettingId, [];
    PutOff PutOff, PutOffId, ["duty"];
    Give Give, GiveId, ["to"];
    Introduction Introduction, IntroductionId, ["one", "other"];
    Plan Plan, PlanId, ["with"];
    Event Event, EventId, [];
    IdealClient IdealClient, IdealClientId, [];
    Result ResultStory, ResultId, [];
    Script Script, ScriptId, [];
    Connection Connection, ConnectionId, [];
    Communication Communication, CommunicationId, [];
    Story Story, StoryId, [];
    Apart Apart, ApartId, ["one", "other"];
}

fn fields_of(record: &dyn Object) -> Fields {
    let mut fields = Fields::new();
    for (name, field) in record.fields() {
        let value = field.value();
        if name != "id" && !is_resting(&value) {
            fields.insert(name.to_string(), value);
        }
    }
    fields
}

/// Whether a value is what an absent field means: nothing, no, no text, no list, or an object of such.
pub fn is_resting(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.values().all(is_resting),
        _ => false,
    }
}

fn read_fields<T: DeserializeOwned>(json: &str, required: &[&str]) -> Option<T> {
    let has = |fields: &Fields| required.iter().all(|name| fields.get(*name).is_some_and(|v| !v.is_null()));
    // The straight way, for nearly every record there is; the field-by-field way only where that fails.
    if !json.starts_with('{') {
        return None; // a list would pass for the fields in their order
    }
    if required.iter().all(|name| json.contains(&format!("\"{name}\":")))
        && let Ok(record) = serde_json::from_str(json)
    {
        return Some(record);
    }
    let Ok(Value::Object(mut fields)) = serde_json::from_str(json) else { return None };
    // Read from text each time: a second kind of reader would be made for every record there is, and double the app.
    fields.retain(|name, value| {
        let alone = collect_sorted::<_, Fields>([(name.clone(), value.clone())]);
        serde_json::from_str::<T>(&Value::Object(alone).to_string()).is_ok()
    });
    if has(&fields) { serde_json::from_str(&Value::Object(fields).to_string()).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    #[test]
    fn a_field_that_cannot_be_read_costs_only_itself() {
        let json = r#"{"name":"Jim","rating":"splendid","roles":["client"],"aura":{"green":true}}"#;
        let Some(Record::Person(jim)) = Record::read(&Kind::Person, id("p1"), json) else { panic!("no person") };
        assert_eq!(jim.name.as_str(), "Jim");
        assert_eq!(jim.rating, None);
        assert_eq!(jim.roles.len(), 1);
    }

    #[test]
    fn a_record_that_says_nothing_is_not_shown() {
        assert_eq!(Record::read(&Kind::Touch, id("t1"), r#"{"on":"2026-11-20"}"#), None);
        assert_eq!(Record::read(&Kind::Touch, id("t1"), r#"{"person":"p1","on":"soon"}"#), None);
        assert_eq!(Record::read(&Kind::Referral, id("r1"), r#"{"source":"p1","prospect":null}"#), None);
        assert_eq!(Record::read(&Kind::Other("dream".into()), id("d1"), r#"{"person":"p1"}"#), None);
        assert_eq!(Record::read(&Kind::Person, id("p1"), "[]"), None);
    }

    #[test]
    fn fields_leave_out_what_rests() {
        let json = r#"{"name":"Jim","told":{"referral":"2026-01-02"},"roles":["client"]}"#;
        let record = Record::read(&Kind::Person, id("p1"), json).unwrap();
        let names: Vec<_> = record.fields().keys().cloned().collect();
        assert_eq!(names, ["name", "roles", "told"]);
        assert!(Record::from(Setting::default()).fields().is_empty());
    }
}
