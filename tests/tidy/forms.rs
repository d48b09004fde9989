//! The person's form shows every input of its draft.

use super::source::tree;
use kith::domain::fields::Object;
use kith::domain::person::draft::PersonDraft;

#[test]
fn the_person_form_shows_every_input_of_its_draft() {
    let form = tree().iter().filter(|file| file.path.starts_with("src/app/views/person_form"));
    let code =
        form.map(|file| file.code.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(" ");
    let is_shown = |name: &str| {
        let shown = [format!("PersonDraft, {name},"), format!("d.{name}"), format!("draft.{name}")];
        shown.iter().any(|text| code.contains(text.as_str()))
    };
    for (name, _) in PersonDraft::default().fields() {
        assert!(is_shown(name), "no input for `{name}` in src/app/views/person_form");
    }
}
