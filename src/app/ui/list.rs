//! Lists, and what is shown or not. Leptos makes these anew for every type of row and view; here they are made once.

use super::signal::memo;
use leptos::prelude::*;
use std::sync::Arc;

/// Several views, or one that may be missing, as one.
pub trait Views {
    /// All of them, in their order.
    fn views(self) -> AnyView;
}

impl<I> Views for I
where
    I: IntoIterator,
    I::Item: IntoView + 'static,
{
    fn views(self) -> AnyView {
        self.into_iter().map(IntoAny::into_any).collect::<Vec<AnyView>>().into_any()
    }
}

/// Whether something holds now.
pub struct Condition(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(holds: F) -> Condition {
        Condition(Box::new(holds))
    }
}

impl Condition {
    /// Whether it holds now.
    pub fn holds(&self) -> bool {
        (self.0)()
    }
}

/// Shows its children while `when` holds, and `fallback` while it does not.
#[component]
pub fn Show(
    #[prop(into)] when: Condition,
    #[prop(optional, into)] fallback: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let holds = memo(move || when.holds());
    view! { {move || if holds.get() { children() } else { fallback.run() }} }
}

/// A row of a list: what it is known by, and what shows it, given its place.
struct ListRow {
    key: String,
    show: Box<dyn FnOnce(ReadSignal<usize>) -> AnyView + Send>,
}

/// A row for each item; a row stays as long as its key does.
#[component]
pub fn For<T: Send + 'static, V: IntoView + 'static>(
    each: impl Fn() -> Vec<T> + Send + 'static,
    /// What an item is known by.
    key: fn(&T) -> String,
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView {
    let placed = move |_, item| children(item);
    rows(each, key, placed)
}

/// Like `For`, with rows that are told their place, which changes with the list around them.
pub fn rows<T: Send + 'static, V: IntoView + 'static>(
    each: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> String,
    show: impl Fn(ReadSignal<usize>, T) -> V + Send + Sync + 'static,
) -> AnyView {
    let show = Arc::new(show);
    let row = move |item: T| {
        let (key, show) = (key(&item), show.clone());
        ListRow { key, show: Box::new(move |place| show(place, item).into_any()) }
    };
    keyed(Box::new(move || each().into_iter().map(&row).collect()))
}

fn keyed(each: Box<dyn Fn() -> Vec<ListRow> + Send>) -> AnyView {
    let children = |place, row: ListRow| (row.show)(place);
    view! { <ForEnumerate each=each key=|row| row.key.clone() children=children /> }.into_any()
}
