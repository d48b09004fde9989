//! What is large is taken apart a piece at a time: a million texts are not let go of in one task.

use super::Reading;

/// The pieces of something large, each gone once the next is asked for.
pub type Pieces = Box<dyn Iterator<Item = ()>>;

/// Something large.
pub trait DropInPieces {
    /// Takes everything out of it that is large.
    fn apart(&mut self) -> Pieces;
}

impl<T: 'static> DropInPieces for Vec<T> {
    fn apart(&mut self) -> Pieces {
        Box::new(std::mem::take(self).into_iter().map(drop))
    }
}

impl DropInPieces for Reading {
    fn apart(&mut self) -> Pieces {
        Box::new(self.contacts.apart().chain(self.refused.apart()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;
    use crate::domain::id::{Mint, Session};
    use crate::exchange::contact_reader::{ContactReader, read};
    use crate::exchange::contacts::Matching;

    #[test]
    fn what_is_large_is_empty_once_it_is_apart_and_goes_in_as_many_pieces_as_it_has() {
        let file = b"Name,E-mail\nAnn Lee,ann@lee.example\nBo Ek,bo@ek.example\n,\n".as_slice();
        let mut reader = ContactReader::open(file).unwrap();
        while reader.step(1).unwrap() {}
        assert_eq!((reader.apart().count(), reader.so_far().contacts.len()), (2, 0));
        let mut matching = Matching::of(&Book::default());
        matching.learn(&Book::default(), 1);
        let mut mint = Mint::new(Session::of_bits(1));
        read(file).unwrap().contacts.iter().for_each(|one| matching.weigh(&Book::default(), one, &mut mint));
        // Two faces by name and by address, two who are spoken of, their places, two rows.
        assert_eq!((matching.apart().count(), matching.rows().len()), (12, 0));
        assert_eq!(matching.apart().count(), 0);
    }
}
