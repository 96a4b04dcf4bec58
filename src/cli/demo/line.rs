//! What a line of the demo means.

use jiff::{ToSpan as _, civil::DateTime};

use crate::l10n::{Arg, Phrase};

/// What a line of the demo means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// An empty line or a comment.
    Nothing,
    /// Time passes until then, on the demo's clock.
    Pass { until: DateTime },
    /// Time passes until somebody is shown a button.
    Await { who: String, label: String },
    /// Somebody writes to the bot.
    Says { who: String, text: String },
    /// Somebody writes to the bot where others listen.
    SaysIn { room: String, who: String, text: String },
    /// Somebody presses a button.
    Presses { who: String, label: String },
    /// The cast is shown.
    Who,
    /// What can be typed is shown.
    Help,
    /// The built-in tour is played.
    Tour,
}

/// A line that means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLine {
    /// It has no form that is known.
    Unknown,
    /// It should say how much time passes.
    Time,
    /// Time doesn't go back.
    Backwards,
}

impl BadLine {
    /// The words for it.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Unknown => {
                Phrase::new("demo-unknown").with("help", Arg::Code("/help".to_owned()))
            }
            Self::Time => Phrase::new("demo-bad-time"),
            Self::Backwards => Phrase::new("demo-backwards"),
        }
    }
}

/// The longest time that passes at once, in days: the longest programme and its follow-up.
const LONGEST_DAYS: i64 = 800;

/// Reads a line, at the simulated time `now`.
pub fn parse(text: &str, now: DateTime) -> Result<Line, BadLine> {
    let text = text.trim();
    if text.is_empty() || text.starts_with('#') {
        return Ok(Line::Nothing);
    }
    if let Some(command) = text.strip_prefix('/') {
        return match command {
            "who" => Ok(Line::Who),
            "help" => Ok(Line::Help),
            "tour" => Ok(Line::Tour),
            _ => Err(BadLine::Unknown),
        };
    }
    if let Some(span) = text.strip_prefix('+') {
        return Ok(Line::Pass { until: later(now, span).ok_or(BadLine::Time)? });
    }
    if let Some(until) = text.strip_prefix("until ") {
        if let Some((who, label)) = pressed(until) {
            return Ok(Line::Await { who, label });
        }
        let until: DateTime = until.trim().parse().map_err(|_| BadLine::Time)?;
        return if until < now { Err(BadLine::Backwards) } else { Ok(Line::Pass { until }) };
    }
    let (who, said) = text.split_once(':').ok_or(BadLine::Unknown)?;
    let (who, said) = (who.trim(), said.trim());
    if who.is_empty() || who.contains(char::is_whitespace) || said.is_empty() {
        return Err(BadLine::Unknown);
    }
    if let Some((who, room)) = who.split_once('@') {
        let (room, who, text) = (room.to_owned(), who.to_owned(), said.to_owned());
        return Ok(Line::SaysIn { room, who, text });
    }
    match pressed(text) {
        Some((who, label)) => Ok(Line::Presses { who, label }),
        None => Ok(Line::Says { who: who.to_owned(), text: said.to_owned() }),
    }
}

/// Who and which button, in `anna: [Inte än]`.
fn pressed(text: &str) -> Option<(String, String)> {
    let (who, said) = text.split_once(':')?;
    let label = said.trim().strip_prefix('[')?.strip_suffix(']')?;
    Some((who.trim().to_owned(), label.trim().to_owned()))
}

/// The time after `14d`, `3h` or `30m`.
fn later(now: DateTime, span: &str) -> Option<DateTime> {
    let span = span.trim();
    let unit = span.chars().next_back()?;
    let number: i64 = span.strip_suffix(unit)?.trim().parse().ok()?;
    let (span, minutes) = match unit {
        'd' => (number.checked_mul(1)?, 24 * 60),
        'w' => (number.checked_mul(7)?, 24 * 60),
        'h' => (number, 60),
        'm' => (number, 1),
        _ => return None,
    };
    let total = span.checked_mul(minutes)?;
    if !(0..=LONGEST_DAYS * 24 * 60).contains(&total) {
        return None;
    }
    match unit {
        'd' | 'w' => now.checked_add(span.days()).ok(),
        _ => now.checked_add(total.minutes()).ok(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const NOW: DateTime = date(2026, 3, 28).at(9, 0, 0, 0);

    #[test]
    fn time_passes_by_days_on_the_clock() {
        check("+1d", Ok(Line::Pass { until: date(2026, 3, 29).at(9, 0, 0, 0) }));
        check("+2w", Ok(Line::Pass { until: date(2026, 4, 11).at(9, 0, 0, 0) }));
        check("+3h", Ok(Line::Pass { until: date(2026, 3, 28).at(12, 0, 0, 0) }));
        check(
            "until 2026-03-30 08:30",
            Ok(Line::Pass { until: date(2026, 3, 30).at(8, 30, 0, 0) }),
        );
    }

    #[test]
    fn time_never_goes_back() {
        check("until 2026-03-01 08:30", Err(BadLine::Backwards));
        check("+-1d", Err(BadLine::Time));
        check("+99999999999999999d", Err(BadLine::Time));
        check("+d", Err(BadLine::Time));
        check("+", Err(BadLine::Time));
    }

    #[test]
    fn time_passes_until_somebody_is_asked() {
        let (who, label) = ("anna".to_owned(), "Inte än".to_owned());
        check("until anna: [Inte än]", Ok(Line::Await { who, label }));
        check("until anna: Inte än", Err(BadLine::Time));
    }

    #[test]
    fn people_say_and_press() {
        let anna = || "anna".to_owned();
        check("anna: hej: hej", Ok(Line::Says { who: anna(), text: "hej: hej".to_owned() }));
        check("anna: [Inte än]", Ok(Line::Presses { who: anna(), label: "Inte än".to_owned() }));
        check("anna: ", Err(BadLine::Unknown));
        check("hej", Err(BadLine::Unknown));
    }

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "a test reads better so")]
    fn check(text: &str, expected: Result<Line, BadLine>) {
        assert_eq!(parse(text, NOW), expected);
    }
}
