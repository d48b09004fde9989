//! Fields of forms: a label above, a hint below, and an error in place of the hint.

use super::icon::Icon;
use super::list::{Show, Views};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What a field has beside its input: whether it is wrong, and which text describes it.
#[component]
fn Below(id: String, #[prop(into)] error: Signal<Option<String>>, #[prop(into)] hint: Signal<String>) -> impl IntoView {
    view! {
        {move || match error.get() {
            Some(error) => {
                view! {
                    <p class="field__error" id=id.clone()>
                        <Icon name="warn" small=true />
                        <span>{error}</span>
                    </p>
                }
                    .into_any()
            }
            None if hint.with(String::is_empty) => ().into_any(),
            None => view! { <p class="field__hint" id=id.clone()>{hint}</p> }.into_any(),
        }}
    }
}

/// The id of what describes a field, as long as something does.
fn described(below: String, error: Signal<Option<String>>, hint: Signal<String>) -> impl Fn() -> Option<String> {
    move || (error.with(Option::is_some) || !hint.with(String::is_empty)).then(|| below.clone())
}

/// Puts the focus into the field of this id, once this turn is over.
pub fn focus(id: impl Into<String>) {
    let id: String = id.into();
    request_animation_frame(move || {
        let field = document().get_element_by_id(&id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(field) = field {
            let _ = field.focus();
        }
    });
}

/// Puts the focus into the first field of the dialog, or else of the page, that is wrong, and opens the fold it is in.
pub fn focus_what_is_wrong() {
    request_animation_frame(|| {
        let found = |within| document().query_selector(&format!("{within} [aria-invalid='true']")).ok().flatten();
        let Some(field) = ["dialog", "main"].into_iter().find_map(found) else { return };
        if let Ok(Some(fold)) = field.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
        if let Some(field) = field.dyn_ref::<web_sys::HtmlElement>() {
            let _ = field.focus();
        }
    });
}

fn class(wide: bool) -> &'static str {
    if wide { "field field--wide" } else { "field" }
}

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(into, optional)] hint: Signal<String>,
    /// The kind of input: `text`, `email`, `tel`, `date`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// It takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// Typing starts here when the dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// The id of a `<datalist>` with what may be meant.
    #[prop(default = None, into)]
    list: Option<&'static str>,
) -> impl IntoView {
    let (id, below) = (format!("f-{name}"), format!("f-{name}-below"));
    view! {
        <div class=class(wide)>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                class="input"
                id=id
                name=name
                type=kind
                list=list
                autocomplete="off"
                autofocus=autofocus
                prop:value=value
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described(below.clone(), error, hint)
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            <Below id=below error=error hint=hint />
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(into, optional)] hint: Signal<String>,
    #[prop(default = 3)] rows: u32,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let (id, below) = (format!("f-{name}"), format!("f-{name}-below"));
    view! {
        <div class="field field--wide">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <textarea
                class="input"
                id=id
                name=name
                rows=rows
                autofocus=autofocus
                prop:value=value
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described(below.clone(), error, hint)
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
            <Below id=below error=error hint=hint />
        </div>
    }
}

/// A choice of one among a few, as (value, label).
#[component]
pub fn SelectField(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(into, optional)] hint: Signal<String>,
    #[prop(optional)] wide: bool,
) -> impl IntoView {
    let (id, below) = (format!("f-{name}"), format!("f-{name}-below"));
    let option = move |(key, label): (String, String)| {
        let chosen = key.clone();
        view! {
            <option value=key prop:selected=move || value.with(|v| *v == chosen)>
                {label}
            </option>
        }
    };
    view! {
        <div class=class(wide)>
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <span class="select">
                <select
                    class="input"
                    id=id
                    name=name
                    aria-describedby=described(below.clone(), error, hint)
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:change=move |event| on_change.run(event_target_value(&event))
                >
                    {move || options.get().into_iter().map(option).views()}
                </select>
                <Icon name="down" small=true />
            </span>
            <Below id=below error=error hint=hint />
        </div>
    }
}

/// A box to tick.
#[component]
pub fn CheckField(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(into, optional)] note: Signal<String>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                name=name
                prop:checked=checked
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>
                {label} <Show when=move || !note.with(String::is_empty)>
                    <span class="check__note">{note}</span>
                </Show>
            </span>
        </label>
    }
}

/// A choice of one among a few, side by side, as (value, label).
#[component]
pub fn Segments(
    #[prop(into)] label: Signal<String>,
    name: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    options: Vec<(String, String)>,
    /// The label is heard, not seen.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let segment = move |(key, label): (String, String)| {
        let (chosen, sent) = (key.clone(), key.clone());
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    value=key
                    prop:checked=move || value.with(|v| *v == chosen)
                    on:change=move |_| on_change.run(sent.clone())
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class=if quiet { "visually-hidden" } else { "field__label" }>{label}</legend>
            <div class="segments">{options.into_iter().map(segment).views()}</div>
        </fieldset>
    }
}
