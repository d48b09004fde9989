//! Tables that spreadsheets and address books take in: CSV with every cell quoted (RFC 4180) and none that is a formula.

use super::safe::guarded;

/// A table being written.
pub struct TableWriter {
    text: String,
    delimiter: char,
}

impl TableWriter {
    /// A table with these heads. The mark before them tells spreadsheets that it is UTF-8 (Unicode §23.8).
    pub fn new<'a>(heads: impl IntoIterator<Item = &'a str>) -> TableWriter {
        TableWriter::parted_by(',', heads)
    }

    /// Like `new`, with another mark between the cells, for the spreadsheet that wrote them so.
    pub fn parted_by<'a>(delimiter: char, heads: impl IntoIterator<Item = &'a str>) -> TableWriter {
        let mut table = TableWriter { text: "\u{feff}".to_string(), delimiter };
        table.row(heads);
        table
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.text.push(self.delimiter);
            }
            self.text.push('"');
            self.text.push_str(&guarded(&plain(cell)).replace('"', "\"\""));
            self.text.push('"');
        }
        self.text.push_str("\r\n");
    }

    /// The table as a file has it.
    pub fn text(self) -> String {
        self.text
    }
}

/// A cell of lines and letters: what only steers a terminal or a printer is left out.
fn plain(cell: &str) -> String {
    let lines = cell.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_cell_is_quoted_and_no_cell_is_a_formula() {
        let mut table = TableWriter::new(["Name", "Phone"]);
        table.row(["Jim \"J\" Ito\r\nof Acme", "+1 555 0101\u{7}"]);
        table.row(["=HYPERLINK(1)", ""]);
        let expected = "\u{feff}\"Name\",\"Phone\"\r\n\"Jim \"\"J\"\" Ito\nof Acme\",\"'+1 555 0101\"\r\n\"'=HYPERLINK(1)\",\"\"\r\n";
        assert_eq!(table.text(), expected);
    }

    proptest! {
        #[test]
        fn a_reader_sees_as_many_rows_and_cells_as_were_written(
            rows in prop::collection::vec(prop::collection::vec("[a\",;\r\n'=+é\u{0}]{0,6}", 3), 0..6),
        ) {
            let mut table = TableWriter::new(["a", "b", "c"]);
            rows.iter().for_each(|row| table.row(row.iter().map(String::as_str)));
            let text = table.text();
            let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let read: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect();
            let written: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| guarded(&plain(cell)).into_owned()).collect()).collect();
            prop_assert_eq!(read, written);
        }
    }
}
