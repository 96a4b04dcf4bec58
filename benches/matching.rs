//! How long it takes to match a whole cohort to the optimum: everything (`matched`), and the
//! assignment alone (`solved`) beside SciPy's on the same scores in the same run.
//!
//! `tests/run --with cargo bench --bench matching` finds SciPy where the tests have it; without it
//! our own times are all that is printed.

#![expect(clippy::print_stdout, reason = "this is what a benchmark is for")]

use std::{
    error::Error,
    fs::{self, File},
    io::{BufWriter, Write as _},
    process::Command,
};

use mentorskap::domain::matching::{Candidate, Cohort, Criteria, best};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use tokio::time::Instant;

/// How many mentors, and as many adepts.
const SIZES: [usize; 3] = [500, 2_000, 5_000];

/// How often each size is solved; the fastest counts.
const ROUNDS: usize = 3;

/// SciPy reads the scores of every pair that is allowed, and does what we do: as many pairs as can
/// be, and then the highest total. Reading and filling its table isn't counted.
const SCIPY: &str = r#"
import sys, time
import numpy
from scipy.optimize import linear_sum_assignment
size, rounds = int(sys.argv[2]), int(sys.argv[3])
points = numpy.fromfile(sys.argv[1], dtype="<i4").reshape(size, size)
pair = float(points.max()) * size + 1.0
worth = numpy.where(points < 0, 0.0, -(pair + points + 1.0))
times = []
for _ in range(rounds):
    begun = time.perf_counter()
    rows, columns = linear_sum_assignment(worth)
    times.append(time.perf_counter() - begun)
chosen = points[rows, columns]
print(min(times), int((chosen >= 0).sum()), int(chosen[chosen >= 0].sum()))
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let python = std::env::var("TEST_PEERS_PYTHON").ok().filter(|python| !python.is_empty());
    println!(
        "mentors × adepts   pairs    total    matched    memory     solved      SciPy  solved / SciPy"
    );
    for size in SIZES {
        let cohort = cohort(size);
        let criteria = Criteria::default();
        let (matched, outcome) = fastest(|| cohort.matched(&criteria, 1))?;
        let memory = peak_memory();
        let found = (outcome.pairs.len(), outcome.total());
        let table = table(&cohort, &criteria, size)?;
        let places: Vec<_> = (0..size).map(|mentor| (mentor, 1)).collect();
        let adepts: Vec<_> = (0..size).collect();
        let score = |mentor, adept| u32::try_from(table[adept * size + mentor]).ok();
        let (solved, pairs) = fastest(|| best(&places, &adepts, score))?;
        assert_eq!(pairs.len(), found.0, "the solver finds something else");
        let (beside, ratio) = match python.as_deref() {
            None => ("not there".to_owned(), "-".to_owned()),
            Some(python) => {
                let (seconds, theirs) = scipy(python, &table, size)?;
                assert_eq!(found, theirs, "SciPy finds something else");
                (format!("{seconds:.3} s"), format!("{:.2}", solved / seconds))
            }
        };
        let (pairs, total) = found;
        println!(
            "{size:>7} × {size:<7} {pairs:>7} {total:>8} {matched:>8.3} s {memory:>9} \
             {solved:>8.3} s {beside:>10} {ratio:>15}"
        );
    }
    Ok(())
}

/// The shortest time in seconds that something takes, and what comes of it.
fn fastest<T, E>(mut work: impl FnMut() -> Result<T, E>) -> Result<(f64, T), E> {
    let mut timed = || {
        let begun = Instant::now();
        let done = work()?;
        Ok((begun.elapsed().as_secs_f64(), done))
    };
    let mut best = timed()?;
    for _ in 1..ROUNDS {
        let next = timed()?;
        best = if next.0 < best.0 { next } else { best };
    }
    Ok(best)
}

/// What SciPy needs in seconds, and how many pairs and points it comes to.
fn scipy(python: &str, table: &[i32], size: usize) -> Result<(f64, (usize, u64)), Box<dyn Error>> {
    let file = std::env::temp_dir().join(format!("mentorskap-bench-{}", std::process::id()));
    let mut out = BufWriter::new(File::create(&file)?);
    for score in table {
        out.write_all(&score.to_le_bytes())?;
    }
    out.flush()?;
    let numbers = [size.to_string(), ROUNDS.to_string()];
    let ran = Command::new(python).arg("-c").arg(SCIPY).arg(&file).args(numbers).output();
    fs::remove_file(&file)?;
    let ran = ran?;
    let printed = String::from_utf8(ran.stdout)?;
    let words: Vec<_> = printed.split_whitespace().collect();
    let [seconds, pairs, total] = words[..] else {
        return Err(String::from_utf8_lossy(&ran.stderr).into());
    };
    Ok((seconds.parse()?, (pairs.parse()?, total.parse()?)))
}

/// The scores, a row for each adept, and -1 for who may not be a pair.
fn table(cohort: &Cohort, criteria: &Criteria, size: usize) -> Result<Vec<i32>, Box<dyn Error>> {
    let mut table = vec![-1_i32; size * size];
    for (mentor, adept, score) in cohort.scores(criteria) {
        let (row, column): (usize, usize) = (adept[1..].parse()?, mentor[1..].parse()?);
        table[row * size + column] = score.try_into()?;
    }
    Ok(table)
}

/// People as a large programme has them: forty topics, ten towns, three languages, and a few who
/// must not meet.
fn cohort(size: usize) -> Cohort {
    let mut lots = StdRng::seed_from_u64(7);
    let topics: Vec<_> = (0..40).map(|topic| format!("topic {topic}")).collect();
    let languages = ["svenska", "engelska", "arabiska"].map(str::to_owned);
    let mut somebody = |letter: char, number: usize, wanted: usize| {
        let topics: Vec<_> = topics.sample(&mut lots, wanted).cloned().collect();
        let spoken = lots.random_range(1..=2);
        Candidate {
            id: format!("{letter}{number}"),
            capacity: 1,
            city: Some(format!("town {}", lots.random_range(0..10))),
            languages: languages.sample(&mut lots, spoken).cloned().collect(),
            never_with: vec![format!("m{}", lots.random_range(0..size))],
            wants: topics.clone(),
            offers: topics,
            ..Candidate::default()
        }
    };
    Cohort {
        mentors: (0..size).map(|number| somebody('m', number, 4)).collect(),
        adepts: (0..size).map(|number| somebody('a', number, 3)).collect(),
        ..Cohort::default()
    }
}

/// The most memory that this process has had so far, where the system tells.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| format!("{} MiB", kilobytes / 1024))
}
