//! What is large and not needed any more is let go of in turns: the page would feel it at once.

use crate::app::time_slice::TimeSlice;
use kith::exchange::contacts::{DropInPieces, Pieces};
use std::ops::{Deref, DerefMut};

/// So many pieces go before the clock is looked at.
const PIECES: usize = 500;

/// Something large, which is taken apart in turns once nobody holds it any more.
pub(super) struct Large<T: DropInPieces>(T);

impl<T: DropInPieces> Large<T> {
    /// This, from now on.
    pub(super) fn new(one: T) -> Large<T> {
        Large(one)
    }
}

impl<T: DropInPieces> Deref for Large<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DropInPieces> DerefMut for Large<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: DropInPieces> Drop for Large<T> {
    fn drop(&mut self) {
        let_go(self.0.apart());
    }
}

fn let_go(mut pieces: Pieces) {
    let mut some = move || pieces.by_ref().take(PIECES).count() == PIECES;
    if some() {
        leptos::task::spawn_local(async move {
            let mut turn = TimeSlice::begin();
            turn.rest().await;
            while some() {
                if turn.is_over() {
                    turn.rest().await;
                }
            }
        });
    }
}
