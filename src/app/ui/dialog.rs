//! The dialog: modal, named, closed by Escape, a tap outside or its button; focus returns to what opened it.

use super::icon::Icon;
use super::list::Show;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A dialog that is open as long as it is there. Put a `<form class="dialog__form">` in it, with a [`DialogHead`].
#[component]
pub fn Dialog(
    /// The id of its title.
    labelled_by: &'static str,
    /// The class of what it is, such as `capture`.
    #[prop(optional)]
    class: &'static str,
    /// It was closed; a draft is kept by whoever keeps drafts.
    #[prop(into)]
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let opener = document().active_element().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    let opener = StoredValue::new_local(opener);
    node.on_load(|dialog| {
        // The dialog is in the document only after this turn.
        request_animation_frame(move || {
            if !dialog.open() {
                let _ = dialog.show_modal();
                begin(&dialog);
            }
        });
    });
    on_cleanup(move || {
        if let Some(opener) = opener.try_get_value().flatten() {
            request_animation_frame(move || {
                if opener.is_connected() {
                    let _ = opener.focus();
                }
            });
        }
    });
    let outside = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|t| t.tag_name() == "DIALOG") {
            on_close.run(());
        }
    };
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        on_close.run(());
    };
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-labelledby=labelled_by
            on:cancel=cancel
            on:mousedown=outside
        >
            {children()}
        </dialog>
    }
}

/// Puts the focus on the first field that needs an answer, unless one has asked for it; without fields it stands on Close.
fn begin(dialog: &web_sys::HtmlDialogElement) {
    let found = |selector: &str| dialog.query_selector(&format!(".dialog__body {selector}")).ok().flatten();
    if found("[autofocus]").is_some() {
        return;
    }
    let first = found(":is(input, select, textarea)");
    // Of several radios it is the one that is chosen.
    let chosen = first.as_ref().and_then(|first| first.get_attribute("name"));
    let chosen = chosen.and_then(|name| found(&format!("[name='{name}'][type=radio]:checked"))).or(first);
    if let Some(field) = chosen.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// The head of a dialog: title, a line below it, and the button that closes.
#[component]
pub fn DialogHead(
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into, optional)] sub: Signal<String>,
    /// What the closing button is called.
    #[prop(into, default = "Close".into())]
    close: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="dialog__head">
            <div>
                <h2 class="dialog__title" id=id>
                    {title}
                </h2>
                <Show when=move || !sub.with(String::is_empty)>
                    <p class="dialog__sub">{sub}</p>
                </Show>
            </div>
            <button
                class="button button--plain button--icon dialog__close"
                type="button"
                aria-label=close
                on:click=move |_| on_close.run(())
            >
                <Icon name="close" />
            </button>
        </div>
    }
}
