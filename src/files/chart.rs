//! The picture that goes with a programme's status: meetings held against the plan, and where the
//! pairs stand. Drawn for a telephone: large letters, words beside the lines, and nothing that colour
//! alone tells.

use std::sync::{Arc, LazyLock};

use plotters::{coord::Shift, prelude::*};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, fontdb},
};

use crate::domain::progress::Progress;

/// Its width and height, in pixels: what a telephone shows without zooming, twice over.
const SIZE: (u32, u32) = (900, 1160);

/// How much of the height the meetings take.
const MEETINGS: u32 = 640;

/// How much of that is above the lines.
const HEAD: u32 = 156;

/// How far the words are from the edge.
const MARGIN: i32 = 28;

const FONT: &str = "DejaVu Sans";
const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
pub(super) const FAINT: RGBColor = RGBColor(0xd8, 0xd8, 0xd8);
pub(super) const PLAN: RGBColor = RGBColor(0x6b, 0x6b, 0x6b);
pub(super) const HELD: RGBColor = RGBColor(0x1b, 0x5e, 0x9e);

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(include_bytes!("fonts/DejaVuSans.ttf").to_vec());
    fonts.set_sans_serif_family(FONT);
    Arc::new(fonts)
});

/// What stands in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartWords<T = String> {
    /// Above the meetings.
    pub meetings: T,
    /// Beside the plan.
    pub planned: T,
    /// Beside the meetings that were held.
    pub held: T,
    /// Above the pairs.
    pub pairs: T,
    /// Where pairs stand, as [`Progress::stands`] has them.
    pub stands: Vec<T>,
}

impl<T> ChartWords<T> {
    /// The same in words.
    pub fn in_words<U>(self, say: &impl Fn(T) -> U) -> ChartWords<U> {
        ChartWords {
            meetings: say(self.meetings),
            planned: say(self.planned),
            held: say(self.held),
            pairs: say(self.pairs),
            stands: self.stands.into_iter().map(say).collect(),
        }
    }
}

/// The picture can't be drawn.
#[derive(Debug, thiserror::Error)]
#[error("the chart can't be drawn: {0}")]
pub struct Undrawable(String);

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// The picture, as a PNG.
pub fn png(progress: &Progress, words: &ChartWords) -> Result<Vec<u8>, Undrawable> {
    let svg = svg(progress, words)?;
    let options = usvg::Options {
        font_family: FONT.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&svg, &options).map_err(undrawable)?;
    let mut pixels = Pixmap::new(SIZE.0, SIZE.1).ok_or_else(|| undrawable("no room"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(undrawable)
}

/// The picture, as an SVG.
pub fn svg(progress: &Progress, words: &ChartWords) -> Result<String, Undrawable> {
    let mut drawn = String::new();
    {
        let root = SVGBackend::with_string(&mut drawn, SIZE).into_drawing_area();
        root.fill(&WHITE).map_err(undrawable)?;
        let (upper, lower) = root.split_vertically(MEETINGS);
        draw_meetings(&upper, progress, words)?;
        draw_pairs(&lower, progress, words)?;
        root.present().map_err(undrawable)?;
    }
    Ok(drawn)
}

fn draw_meetings(
    area: &Area<'_>,
    progress: &Progress,
    words: &ChartWords,
) -> Result<(), Undrawable> {
    let months = &progress.months;
    let highest = months.iter().map(|month| month.planned.max(month.held.unwrap_or(0))).max();
    let top = number(highest.unwrap_or(0).max(1)) * 1.15;
    let last = number(i64::try_from(months.len()).unwrap_or(i64::MAX)).max(1.0);
    let (above, below) = area.split_vertically(HEAD);
    heading(&above, &words.meetings)?;
    legend(&above, words, progress)?;
    let mut chart = ChartBuilder::on(&below)
        .margin(8)
        .margin_right(56)
        .x_label_area_size(44)
        .y_label_area_size(70)
        .build_cartesian_2d(0.0..last, 0.0..top)
        .map_err(undrawable)?;
    let month_at = |x: &f64| {
        let nth = months.iter().zip(1_u32..).find(|(_, nth)| (x - f64::from(*nth)).abs() < 0.01);
        nth.map_or_else(String::new, |(month, _)| month.until.strftime("%Y-%m").to_string())
    };
    let whole = |y: &f64| if y.fract() < 0.01 { format!("{y:.0}") } else { String::new() };
    chart
        .configure_mesh()
        .disable_x_mesh()
        .bold_line_style(FAINT)
        .light_line_style(TRANSPARENT)
        .axis_style(PLAN)
        .x_labels(if months.len() > 7 { months.len() / 2 + 1 } else { months.len() + 1 })
        .y_labels(6)
        .x_label_formatter(&month_at)
        .y_label_formatter(&whole)
        .label_style(letters(22))
        .draw()
        .map_err(undrawable)?;

    let start = std::iter::once((0.0, 0.0));
    let planned =
        months.iter().zip(1_u32..).map(|(month, nth)| (f64::from(nth), number(month.planned)));
    let planned: Vec<_> = start.clone().chain(planned).collect();
    let plan = DashedLineSeries::new(planned.clone(), 12, 8, PLAN.stroke_width(3));
    chart.draw_series(plan).map_err(undrawable)?;
    let held = months
        .iter()
        .zip(1_u32..)
        .filter_map(|(month, nth)| Some((progress.passed(nth), number(month.held?))));
    let held: Vec<_> = start.chain(held).collect();
    chart.draw_series(LineSeries::new(held.clone(), HELD.stroke_width(5))).map_err(undrawable)?;
    let dots = held.iter().skip(1).map(|at| Circle::new(*at, 7, HELD.filled()));
    chart.draw_series(dots).map_err(undrawable)?;
    Ok(())
}

/// What the lines are, with what they came to.
fn legend(area: &Area<'_>, words: &ChartWords, progress: &Progress) -> Result<(), Undrawable> {
    let held = progress.held();
    let planned = progress.months.last().map_or(0, |month| month.planned);
    let lines = [(&words.held, held, HELD, 5), (&words.planned, planned, PLAN, 3)];
    for ((words, count, colour, width), y) in lines.into_iter().zip([92, 128]) {
        let dash = |from: i32, to: i32| {
            PathElement::new(vec![(MARGIN + from, y), (MARGIN + to, y)], colour.stroke_width(width))
        };
        if width == 5 {
            area.draw(&dash(0, 56)).map_err(undrawable)?;
            area.draw(&Circle::new((MARGIN + 28, y), 7, colour.filled())).map_err(undrawable)?;
        } else {
            for from in [0, 22, 44] {
                area.draw(&dash(from, from + 12)).map_err(undrawable)?;
            }
        }
        let said = format!("{words}: {count}");
        area.draw(&Text::new(said, (MARGIN + 72, y - 12), letters(25))).map_err(undrawable)?;
    }
    Ok(())
}

/// A bar for each place where pairs may stand, with its words above it.
fn draw_pairs(area: &Area<'_>, progress: &Progress, words: &ChartWords) -> Result<(), Undrawable> {
    heading(area, &words.pairs)?;
    let most = progress.stands.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let width = i64::from(SIZE.0) - i64::from(2 * MARGIN);
    for (((_, count), words), y) in
        progress.stands.iter().zip(&words.stands).zip((76..).step_by(84))
    {
        let said = format!("{words}: {count}");
        area.draw(&Text::new(said, (MARGIN, y), letters(25))).map_err(undrawable)?;
        // None has a line of its own, so that it is seen to be none.
        let long = i32::try_from(count.saturating_mul(width) / most).unwrap_or(0).max(3);
        let bar = Rectangle::new([(MARGIN, y + 34), (MARGIN + long, y + 62)], HELD.filled());
        area.draw(&bar).map_err(undrawable)?;
    }
    Ok(())
}

fn heading(area: &Area<'_>, words: &str) -> Result<(), Undrawable> {
    let style = (FONT, 32).into_font().color(&INK);
    area.draw(&Text::new(words, (MARGIN, 24), style)).map_err(undrawable)
}

pub(super) fn letters(size: u32) -> TextStyle<'static> {
    (FONT, size).into_font().color(&INK)
}

/// A count as a place on an axis.
#[expect(clippy::cast_precision_loss, reason = "no picture shows a difference of one in 2^52")]
const fn number(count: i64) -> f64 {
    count as f64
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
pub(super) fn undrawable(why: impl ToString) -> Undrawable {
    Undrawable(why.to_string())
}
