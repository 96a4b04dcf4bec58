//! The report for spreadsheets, and as Markdown.

use std::fmt::Write as _;

use super::{Page, Part, Table};

/// What spreadsheets take for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Every cell of every table in a line of its own: under which heading and in which table it stands,
/// its row, its column, and what it says. Spreadsheets open it as it is.
pub fn csv(page: &Page<String>) -> String {
    let delimiter = page.delimiter.bytes().next().unwrap_or(b',');
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(vec![]);
    // Writing to memory doesn't fail.
    let _ = writer.write_record(&page.columns);
    for section in &page.sections {
        for part in &section.parts {
            match part {
                Part::Table(table) => {
                    for (row, cells) in &table.rows {
                        for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                            let record = [&section.heading, &table.caption, row, column, cell];
                            let _ = writer.write_record(record.map(|words| inert(words)));
                        }
                    }
                }
                Part::Says(words) => {
                    let record = [section.heading.as_str(), "", "", "", words.as_str()];
                    let _ = writer.write_record(record.map(inert));
                }
                Part::Quotes { caption, words } => {
                    for words in words {
                        let record = [section.heading.as_str(), caption.as_str(), "", "", words];
                        let _ = writer.write_record(record.map(inert));
                    }
                }
                Part::Chart(_) => {}
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    // By this mark spreadsheets know that letters are UTF-8.
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// Words that no spreadsheet reckons with.
fn inert(words: &str) -> String {
    if words.starts_with(FORMULA) { format!("'{words}") } else { words.to_owned() }
}

/// The report as Markdown.
pub fn markdown(page: &Page<String>) -> String {
    let mut text = format!("# {}\n\n{}\n", plain(&page.title), plain(&page.about));
    for section in &page.sections {
        let _ = write!(text, "\n## {}\n", plain(&section.heading));
        for part in &section.parts {
            match part {
                Part::Says(words) => {
                    let _ = write!(text, "\n{}\n", plain(words));
                }
                Part::Table(table) => write_table(&mut text, table),
                Part::Quotes { caption, words } => {
                    let _ = write!(text, "\n### {}\n", plain(caption));
                    for words in words {
                        let _ = write!(text, "\n> {}\n", plain(words));
                    }
                }
                Part::Chart(_) => {}
            }
        }
    }
    let _ = write!(text, "\n---\n\n{}\n", plain(&page.end));
    text
}

fn write_table(text: &mut String, table: &Table<String>) {
    let _ = write!(text, "\n**{}**\n\n", plain(&table.caption));
    let mut line = |cells: &[String]| {
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    };
    line(&table.columns.iter().map(|words| plain(words)).collect::<Vec<_>>());
    line(&vec!["---".to_owned(); table.columns.len()]);
    for (name, cells) in &table.rows {
        let words = std::iter::once(name).chain(cells).map(|words| plain(words));
        line(&words.collect::<Vec<_>>());
    }
}

/// Words on one line in which nothing is markup.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
