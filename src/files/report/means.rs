//! The picture of check-ins over time: a line for each question, told apart by its dots and its number
//! and not by colour.

use plotters::prelude::*;

use crate::files::chart::{FAINT, HELD, PLAN, Undrawable, letters, undrawable};

const WIDTH: u32 = 900;
const LINES: u32 = 420;
/// How high a line of the legend is.
const LEGEND: u32 = 40;
/// How many questions are drawn: more lines than that nobody tells apart.
const MOST: usize = 5;
/// How much of a question fits beside its number, in characters.
const LONGEST: usize = 62;

/// The picture, as an SVG.
pub(super) fn svg(
    rounds: &[String],
    lines: &[(String, Vec<Option<i64>>)],
) -> Result<String, Undrawable> {
    let lines = lines.get(..lines.len().min(MOST)).unwrap_or_default();
    let height = LINES + LEGEND * u32::try_from(lines.len()).unwrap_or(0);
    let mut drawn = String::new();
    {
        let root = SVGBackend::with_string(&mut drawn, (WIDTH, height)).into_drawing_area();
        root.fill(&WHITE).map_err(undrawable)?;
        let (upper, legend) = root.split_vertically(LINES);
        let last = f64::from(u32::try_from(rounds.len()).unwrap_or(u32::MAX));
        let mut chart = ChartBuilder::on(&upper)
            .margin(12)
            .margin_right(40)
            .x_label_area_size(44)
            .y_label_area_size(60)
            .build_cartesian_2d(0.5..last + 0.5, 1.0..5.0)
            .map_err(undrawable)?;
        let name = |x: &f64| {
            let nth = rounds.iter().zip(1_u32..).find(|(_, at)| (x - f64::from(*at)).abs() < 0.01);
            nth.map(|(name, _)| name.clone()).unwrap_or_default()
        };
        let whole = |y: &f64| if y.fract() < 0.01 { format!("{y:.0}") } else { String::new() };
        chart
            .configure_mesh()
            .disable_x_mesh()
            .bold_line_style(FAINT)
            .light_line_style(TRANSPARENT)
            .axis_style(PLAN)
            .x_labels(rounds.len() * 2 + 1)
            .y_labels(5)
            .x_label_formatter(&name)
            .y_label_formatter(&whole)
            .label_style(letters(22))
            .draw()
            .map_err(undrawable)?;
        for (nth, (_, means)) in lines.iter().enumerate() {
            let at = means.iter().zip(1_u32..).filter_map(|(mean, at)| {
                let tenths = i32::try_from((*mean)?).ok()?;
                Some((f64::from(at) + beside(nth), f64::from(tenths) / 10.0))
            });
            let at: Vec<_> = at.collect();
            let line = LineSeries::new(at.clone(), HELD.stroke_width(3));
            chart.draw_series(line).map_err(undrawable)?;
            for at in at {
                let number = Text::new((nth + 1).to_string(), (-6, -12), letters(20));
                let dot = EmptyElement::at(at)
                    + Circle::new((0, 0), 14, WHITE.filled())
                    + Circle::new((0, 0), 14, HELD.stroke_width(2))
                    + number;
                chart.plotting_area().draw(&dot).map_err(undrawable)?;
            }
        }
        for (((words, _), nth), y) in lines.iter().zip(1..).zip((6..).step_by(LEGEND as usize)) {
            let short: String = words.chars().take(LONGEST).collect();
            let rest = if short.len() < words.len() { "…" } else { "" };
            let said = format!("{nth}  {short}{rest}");
            legend.draw(&Text::new(said, (28, y), letters(22))).map_err(undrawable)?;
        }
        root.present().map_err(undrawable)?;
    }
    Ok(drawn)
}

/// How far a line is moved to the side, so that no dot lies on another.
fn beside(nth: usize) -> f64 {
    f64::from(u32::try_from(nth).unwrap_or(0)) * 0.07 - 0.14
}
