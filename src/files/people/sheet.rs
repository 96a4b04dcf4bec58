//! Bytes into rows of cells: the encoding, the separator, and the names of the columns.

use std::collections::BTreeMap;

use crate::files::{Problem, encoding::decode, nearest};

use super::{COLUMNS, Faults, MOST_BYTES, MOST_ROWS, NEEDED, RowProblem};

/// Where the separators stand that spreadsheets write, depending on the country.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Which cell of a row holds which column.
pub(super) type Columns = BTreeMap<&'static str, usize>;

/// The rows of a file, none of them empty.
pub(super) struct Sheet {
    pub columns: Columns,
    pub rows: Vec<Row>,
}

/// One row.
pub(in crate::files) struct Row {
    /// Where it begins; cells may hold line breaks.
    pub line: usize,
    pub cells: csv::StringRecord,
    /// Whether something was found wrong with it already.
    pub is_faulty: bool,
}

/// The rows of a file. There are none if its columns can't be told.
pub(super) fn read(bytes: &[u8], faults: &mut Faults) -> Sheet {
    let mut found = Columns::new();
    let rows = rows_of(bytes, faults, |header, faults| {
        found = columns(header, faults);
        COLUMNS[..NEEDED].iter().all(|column| found.contains_key(column))
    });
    Sheet { columns: found, rows }
}

/// The rows of a file below its first, none of them empty. There are none if the first isn't right.
pub(in crate::files) fn rows_of(
    bytes: &[u8],
    faults: &mut Faults,
    is_right: impl FnOnce(&Row, &mut Faults) -> bool,
) -> Vec<Row> {
    if bytes.len() > MOST_BYTES {
        faults.add(1, None, Problem::TooLarge { most_bytes: MOST_BYTES });
        return vec![];
    }
    match decode(bytes) {
        Ok(text) => rows_of_text(text, faults, is_right),
        Err((line, problem)) => {
            faults.add(line, None, problem);
            vec![]
        }
    }
}

fn rows_of_text(
    text: &str,
    faults: &mut Faults,
    is_right: impl FnOnce(&Row, &mut Faults) -> bool,
) -> Vec<Row> {
    let mut rows = rows(text);
    let Some(header) = rows.next() else {
        faults.add(1, None, RowProblem::NoHeader);
        return vec![];
    };
    if !is_right(&header, faults) {
        return vec![];
    }
    let named = header.cells.iter().enumerate().filter(|(_, name)| !name.trim().is_empty());
    let width = named.last().map_or(0, |(last, _)| last + 1);
    let mut found = vec![];
    let mut last = header.line;
    for mut row in rows {
        last = row.line;
        if found.len() == MOST_ROWS {
            faults.add(row.line, None, RowProblem::TooManyRows);
            return found;
        }
        if row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            faults.add(row.line, None, RowProblem::BeyondColumns);
            row.is_faulty = true;
        }
        found.push(row);
    }
    if ends_within_quotes(text) {
        faults.add(last, None, RowProblem::UnclosedQuote);
        found.pop();
    }
    found
}

/// The rows that have anything in them: spreadsheets save the empty ones below a table as well.
fn rows(text: &str) -> impl Iterator<Item = Row> {
    let separator = separator(text);
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut seen, mut line) = (0, 1);
    // What comes from memory and is UTF-8 can't fail to be read.
    let records = reader.into_records().map_while(Result::ok);
    records.filter_map(move |cells| {
        // The reader counts empty lines to the row that follows them.
        let begins = usize::try_from(cells.position()?.byte()).ok()?;
        let rest = text.get(begins..)?;
        let begins = begins + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        line += line_breaks(text.get(seen..begins)?);
        seen = begins;
        let is_empty = cells.iter().all(|cell| cell.trim().is_empty());
        let names_separator = line == 1 && rest.starts_with("sep=");
        (!is_empty && !names_separator).then_some(Row { line, cells, is_faulty: false })
    })
}

/// How many lines end in `text`, in any of the three ways.
fn line_breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_break = |(at, byte): (usize, &u8)| {
        *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    };
    bytes.iter().enumerate().filter(|pair| is_break(*pair)).count()
}

/// The separator that stands most often in the first line. Some spreadsheets name it there.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let named = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
    let count = |separator: u8| first.bytes().filter(|byte| *byte == separator).count();
    let [comma, others @ ..] = SEPARATORS;
    let most = |best: u8, next: u8| if count(next) > count(best) { next } else { best };
    let named = named.filter(|named| SEPARATORS.contains(named));
    named.unwrap_or_else(|| others.into_iter().fold(comma, most))
}

/// Which column stands where.
fn columns(header: &Row, faults: &mut Faults) -> Columns {
    let mut columns = Columns::new();
    let line = header.line;
    for (place, name) in header.cells.iter().enumerate() {
        let name = name.trim().to_lowercase();
        if name.is_empty() {
            continue;
        }
        let Some(column) = COLUMNS.into_iter().find(|column| *column == name) else {
            let nearest = nearest(&name, COLUMNS);
            let shown: String = name.chars().take(40).collect();
            faults.add(line, Some(&shown), RowProblem::UnknownColumn { nearest });
            continue;
        };
        if columns.insert(column, place).is_some() {
            faults.add(line, Some(column), RowProblem::DoubledColumn);
        }
    }
    for needed in &COLUMNS[..NEEDED] {
        if !columns.contains_key(needed) {
            faults.add(line, Some(needed), RowProblem::MissingColumn);
        }
    }
    columns
}

/// Whether the text ends within quotation marks, as the CSV reader sees them: they open a cell only
/// as its first character, and two of them within are one.
fn ends_within_quotes(text: &str) -> bool {
    enum Place {
        CellBegins,
        Plain,
        Quoted,
        QuoteInQuoted,
    }
    let separator = char::from(separator(text));
    let mut place = Place::CellBegins;
    for character in text.chars() {
        place = match (place, character) {
            (Place::Quoted, '"') => Place::QuoteInQuoted,
            (Place::CellBegins | Place::QuoteInQuoted, '"') | (Place::Quoted, _) => Place::Quoted,
            (_, '\r' | '\n') => Place::CellBegins,
            (_, other) if other == separator => Place::CellBegins,
            (_, _) => Place::Plain,
        };
    }
    matches!(place, Place::Quoted)
}
