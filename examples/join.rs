//! Joins backups into one book: `cargo run --release --no-default-features --example join -- A B … > book`.

use kith::exchange::backup;
use kith::store::partial_book::PartialBook;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("Name the backups to join: join A B … > book");
        return ExitCode::FAILURE;
    }
    match joined(&files) {
        Ok(text) if std::io::stdout().write_all(text.as_bytes()).is_ok() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The joined book. It is dated as the latest of them, so that the same files give the same bytes in any order.
fn joined(files: &[String]) -> Result<String, String> {
    let (mut book, mut exported_at) = (PartialBook::default(), String::new());
    for file in files {
        let bytes = std::fs::read(file).map_err(|why| format!("{file}: {why}"))?;
        let incoming = backup::read(&bytes).map_err(|why| format!("{file}: {why}"))?;
        book.join(incoming.partial_book, |_, _| {});
        exported_at = exported_at.max(incoming.exported_at);
    }
    backup::write(&book, &exported_at, env!("CARGO_PKG_VERSION")).map_err(|why| why.to_string())
}
