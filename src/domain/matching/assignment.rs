//! The best assignment of adepts to places with mentors.

use lapjv::{Matrix, lapjv};

/// The most places, or adepts, that are assigned at once: the table of all pairs takes 8 bytes
/// times the square of it.
pub const MOST_PLACES: usize = 12_000;

/// There are more people than are matched at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{places} places or adepts are more than the {MOST_PLACES} that are matched at once")]
pub struct TooMany {
    /// How many places there are with mentors, or how many adepts if these are more.
    pub places: usize,
}

/// The pairs, as many as can be, with the highest sum of scores that so many can have. `mentors`
/// come with the places that each has, at least one. What has no score is no pair.
///
/// Of several solutions it is always the same for the same order of people.
pub fn best(
    mentors: &[(usize, usize)],
    adepts: &[usize],
    score: impl Fn(usize, usize) -> Option<u32>,
) -> Result<Vec<(usize, usize)>, TooMany> {
    // Nobody takes more adepts than there are.
    let places = mentors
        .iter()
        .flat_map(|(mentor, places)| std::iter::repeat_n(*mentor, (*places).min(adepts.len())));
    let places: Vec<_> = places.collect();
    let size = places.len().max(adepts.len());
    if size > MOST_PLACES {
        return Err(TooMany { places: size });
    }
    if places.is_empty() || adepts.is_empty() {
        return Ok(vec![]);
    }
    // A row for each adept and a column for each place, filled up to a square with cells that are
    // worth as little as a pair that may not be: to be in one is to be left over.
    let mut worth = Matrix::<f64>::zeros((size, size));
    let mut highest = 0;
    for (row, adept) in adepts.iter().enumerate() {
        let mut known = None;
        for (column, mentor) in places.iter().enumerate() {
            // The places of one mentor stand side by side, and are worth the same.
            let points = match known {
                Some((same, points)) if same == *mentor => points,
                _ => score(*mentor, *adept),
            };
            known = Some((*mentor, points));
            if let (Some(points), Some(cell)) = (points, worth.get_mut((row, column))) {
                highest = highest.max(points);
                *cell = f64::from(points) + 1.0;
            }
        }
    }
    // A pair more must outweigh whatever all the others could lose by it. The sums stay below
    // 2^53, up to which every whole number is exact: 12,000 · 12,000 · 2^24.
    let pair = f64::from(highest) * count(size) + 1.0;
    worth.mapv_inplace(|worth| if worth > 0.0 { -(pair + worth) } else { 0.0 });
    // It fails on tables that aren't square, and when it is told to stop.
    let Ok((columns, _)) = lapjv(&worth) else { return Ok(vec![]) };
    let pairs = adepts.iter().zip(columns).enumerate().filter_map(|(row, (adept, column))| {
        let is_pair = worth.get((row, column)).is_some_and(|worth| *worth < 0.0);
        Some((*places.get(column).filter(|_| is_pair)?, *adept))
    });
    Ok(pairs.collect())
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
