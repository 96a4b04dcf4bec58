//! The page: one file with nothing outside it, readable in light and dark, on paper, by those who
//! hear it, and without scripts.

use maud::{DOCTYPE, Markup, PreEscaped, html as page_of};
use tracing::error;

use super::{Chart, Page, Part, Section, Table, means};
use crate::files::chart;

const STYLE: &str = include_str!("page.css");

/// Nothing is fetched from anywhere, and nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The report as an HTML page.
pub fn html(page: &Page<String>) -> String {
    let language = page.language.as_deref().unwrap_or("en");
    let markup = page_of! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (page.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (page.title) }
                    p { (page.about) }
                }
                main { @for section in &page.sections { (section_of(section)) } }
                footer { p { (page.end) } }
            }
        }
    };
    markup.into_string()
}

fn section_of(section: &Section<String>) -> Markup {
    page_of! {
        section {
            h2 { (section.heading) }
            @for part in &section.parts {
                @match part {
                    Part::Says(words) => p { (words) },
                    Part::Table(table) => (table_of(table)),
                    Part::Chart(chart) => (chart_of(chart)),
                    Part::Quotes { caption, words } => {
                        h3 { (caption) }
                        @for words in words { blockquote { p { (words) } } }
                    }
                }
            }
        }
    }
}

fn table_of(table: &Table<String>) -> Markup {
    page_of! {
        // Where it is too wide, it is moved and not the page; those who use a keyboard move it too.
        div class="table" tabindex="0" role="region" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead { tr { @for column in &table.columns { th scope="col" { (column) } } } }
                tbody {
                    @for (name, cells) in &table.rows {
                        tr {
                            th scope="row" { (name) }
                            @for cell in cells { td { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// A picture. What it shows stands in a table beside it, so that one that can't be drawn is left out.
fn chart_of(chart: &Chart<String>) -> Markup {
    let (about, drawn) = match chart {
        Chart::Progress { about, progress, words } => (about, chart::svg(progress, words)),
        Chart::Means { about, rounds, lines } => (about, means::svg(rounds, lines)),
    };
    match drawn {
        Ok(svg) => {
            page_of! { div class="chart" role="img" aria-label=(about) { (PreEscaped(svg)) } }
        }
        Err(why) => {
            error!(error = %why, "a report goes without one of its pictures");
            page_of! {}
        }
    }
}
