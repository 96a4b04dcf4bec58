//! The report as lines, where there are no tables and no pictures.

use crate::{
    domain::message::{Line, Lines, Message, report::ReportSays as Says},
    files::report::{Part, Section},
};

/// A section as lines, where there are no tables and no pictures.
pub(in crate::app) fn lines(section: Section<Message>) -> Lines {
    section.parts.into_iter().flat_map(lines_of).collect()
}

fn lines_of(part: Part<Message>) -> Lines {
    match part {
        Part::Says(says) => vec![says],
        Part::Table(table) => {
            let columns: Vec<_> = table.columns.into_iter().skip(1).collect();
            let row = |(label, cells): (Message, Vec<Message>)| {
                // What is hidden in all columns is said once.
                if let Some(hidden) = cells.first().filter(|_| cells.iter().all(is_hidden)) {
                    let cells = vec![hidden.clone()];
                    return Says::Row { label: Box::new(label), cells }.into();
                }
                let cells = columns.iter().cloned().zip(cells).map(|(column, value)| {
                    let (column, value): (Line, Line) = (Box::new(column), Box::new(value));
                    Says::Cell { column, value }.into()
                });
                Says::Row { label: Box::new(label), cells: cells.collect() }.into()
            };
            std::iter::once(caption(table.caption)).chain(table.rows.into_iter().map(row)).collect()
        }
        Part::Quotes { caption: said, words } => {
            std::iter::once(caption(said)).chain(words).collect()
        }
        Part::Chart(_) => vec![],
    }
}

fn caption(words: Message) -> Message {
    Says::Caption { words: Box::new(words) }.into()
}

const fn is_hidden(cell: &Message) -> bool {
    matches!(cell, Message::Report(Says::Hidden { .. }))
}
