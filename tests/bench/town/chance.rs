//! Numbers that look like chance and are the same for the same seed (SplitMix64).

/// A row of numbers.
pub struct Chance(u64);

impl Chance {
    /// The row of a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From nought up to, not with, the end.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// From the first to the last.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// True in so many of a thousand cases.
    pub fn permille(&mut self, rate: usize) -> bool {
        self.below(1000) < rate
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, rate: usize) -> bool {
        self.below(100) < rate
    }

    /// One of them, all alike.
    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// One of them, the first ones oftener, as names are: the first of forty about one time in twenty.
    pub fn early<T: Clone>(&mut self, of: &[T]) -> T {
        let share = self.below(1_000_000) as f64 / 1_000_000.0;
        let at = (share.powf(1.3) * of.len() as f64) as usize;
        of[at.min(of.len() - 1)].clone()
    }

    /// So many digits, the first of them from 2 to 9.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count).map(|at| char::from(b'0' + self.between(if at == 0 { 2 } else { 0 }, 9) as u8)).collect()
    }

    /// Puts them into another order.
    pub fn shuffle<T>(&mut self, of: &mut [T]) {
        for at in (1..of.len()).rev() {
            of.swap(at, self.below(at + 1));
        }
    }
}
