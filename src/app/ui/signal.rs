//! Values that follow other values. Leptos makes the machinery of a memo anew for every type of value; here it is made
//! once, and a value is looked at as what it is only where it is read.

use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value that is told again only when it differs. Copy it freely: it is a handle.
pub struct Memo<T> {
    memo: leptos::prelude::Memo<Value>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Memo<T> {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A value of any type that can be compared.
#[derive(Clone)]
struct Value(Arc<dyn ErasedEq>);

trait ErasedEq: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> ErasedEq for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.0.is(&*other.0)
    }
}

/// A value that is told again only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn of_type<T: PartialEq + Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo { memo: any(Box::new(move || Value(Arc::new(read())))), kind: PhantomData }
    }
    of_type(Box::new(read))
}

fn any(read: Box<dyn Fn() -> Value + Send + Sync>) -> leptos::prelude::Memo<Value> {
    leptos::prelude::Memo::new(move |_| read())
}

impl<T: 'static> Memo<T> {
    /// Looks at the value; what is running now runs again when it differs.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(&self.memo.get()))
    }

    /// Looks at the value as it is at this moment, for an event.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(of(&self.memo.get_untracked()))
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// The value; what is running now runs again when it differs.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is at this moment, for an event.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// Returns it as a signal, for an attribute or a property.
    pub fn signal(self) -> Signal<T> {
        self.into()
    }
}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Signal<T> {
        derived(move || memo.get())
    }
}

fn of<T: 'static>(value: &Value) -> &T {
    let value: &dyn Any = &*value.0;
    let Some(value) = value.downcast_ref() else { unreachable!("a handle is made with a value of its type") };
    value
}

/// A value that is worked out each time it is read: for what costs nothing.
pub fn derived<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    fn boxed<T: Send + Sync + 'static>(read: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
        Signal::derive(read)
    }
    boxed(Box::new(read))
}
