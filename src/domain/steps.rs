//! Counts the steps of long work, so that a test can tell work that grows with the square of a book. Only unit tests count:
//! elsewhere nothing is compiled.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<usize> = const { Cell::new(0) };
}

/// Notes so many steps: a record looked at, an id compared, a letter held against another.
#[inline(always)]
pub fn count(_steps: usize) {
    #[cfg(test)]
    STEPS.with(|all| all.set(all.get() + _steps));
}

/// Runs `work` and returns how many steps it took on this thread.
#[cfg(test)]
pub fn counted<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = STEPS.with(Cell::get);
    let done = work();
    (done, STEPS.with(Cell::get) - before)
}
