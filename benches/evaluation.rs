//! How long a round of a programme of 2,000 people takes that all of them have answered: its close, its
//! results and the report, which together may take five seconds.
//!
//! `cargo bench --bench evaluation`; with `--no-default-features` it builds sooner and is the same.

#![expect(clippy::print_stdout, reason = "this is what a benchmark is for")]

use std::error::Error;

use jiff::{civil::date, tz::TimeZone};
use mentorskap::{
    cli::stage::Stage,
    clock::Clock as _,
    domain::{
        account::{Account, PlatformName},
        ids::{DraftId, RoundId},
        inbound::{Inbound, InboundKey, Profile, Room, RoomKind, Said},
        press::Press,
    },
    files::{people, programme},
    l10n::Words,
};
use tokio::time::Instant;

/// How many pairs, of two people each.
const PAIRS: usize = 1_000;

/// What all of it may take, in seconds.
const LIMIT: f64 = 5.0;

const PROGRAMME: &str = r#"
short_name = "large"
name = "Large"
start = "2026-03-02"
months = 7
meetings = 8
[checkins]
names = "anonymous"
"#;

/// The round that everybody answers.
const ROUND: RoundId = RoundId::new(1);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let database = format!("sqlite:{}", folder.path().join("bench.db").display());
    let zone = TimeZone::get("Europe/Stockholm")?;
    let start = zone.to_timestamp(date(2026, 3, 4).at(12, 0, 0, 0))?;
    let stage = Stage::open(&database, start, zone, Words::load(None)?).await?;

    let mut list =
        "id,name,role,account,organisation\nleader,Lotta Lind,leader,console:leader,\n".to_owned();
    for nth in 0..PAIRS {
        let place = nth % 20;
        list.extend([
            format!("m{nth},Mia {nth},mentor,console:m{nth},Organisation {place}\n"),
            format!("a{nth},Ali {nth},adept,console:a{nth},\n"),
        ]);
    }
    let rows = people::read("people.csv", list.as_bytes()).rows;
    let outline = programme::read("large", PROGRAMME).map_err(|faults| format!("{faults:?}"))?;
    let pairs = (0..PAIRS).map(|nth| (format!("m{nth}"), format!("a{nth}"))).collect::<Vec<_>>();
    stage.app.rehearse(&outline, PROGRAMME, &rows, &pairs).await?;

    let mut heard = 0;
    let mut seconds = vec![];
    let took = said(&stage, &mut heard, "leader", "öppna enkät").await?;
    println!("open        {took:7.3} s");
    let begun = Instant::now();
    for nth in 0..PAIRS {
        for (who, shift) in [(format!("m{nth}"), 0), (format!("a{nth}"), 2)] {
            for question in 0..5_usize {
                let most = if question == 2 { 4 } else { 5 };
                let least = usize::from(question != 2);
                let value = i64::try_from((nth * 7 + question * 3 + shift) % most + least)?;
                let press = Press::Rate(ROUND, i64::try_from(question)?, Some(value));
                pressed(&stage, &mut heard, &who, press).await?;
            }
        }
    }
    let answers = f64::from(u32::try_from(PAIRS * 2 * 5)?);
    println!("an answer   {:7.3} s", begun.elapsed().as_secs_f64() / answers);

    said(&stage, &mut heard, "leader", "stäng enkät").await?;
    // Everybody has been asked for words last, which waits for each of them under a number of its own.
    let asked = i64::try_from(PAIRS * 2)?;
    let sure = Press::Confirm(DraftId::new(asked + 1));
    seconds.push(pressed(&stage, &mut heard, "leader", sure).await?);
    println!("close       {:7.3} s", seconds.iter().sum::<f64>());
    for (what, text) in [("results", "enkät resultat"), ("report", "rapport")] {
        let took = said(&stage, &mut heard, "leader", text).await?;
        println!("{what:12}{took:7.3} s");
        seconds.push(took);
    }
    let all: f64 = seconds.iter().sum();
    println!("together    {all:7.3} s of {LIMIT} s");
    // Beside what is asked: everybody is thanked in one go.
    said(&stage, &mut heard, "leader", "avsluta program").await?;
    let sure = Press::Confirm(DraftId::new(asked + 2));
    let end = pressed(&stage, &mut heard, "leader", sure).await?;
    println!("the end     {end:7.3} s");
    let shown = stage.app.store.look().await?.results_of(ROUND).await?;
    if shown.len() < 5 || all > LIMIT {
        return Err("the round of 2,000 people took too long, or has no results".into());
    }
    Ok(())
}

/// How long an answer to some words takes to be decided and stored, in seconds.
async fn said(
    stage: &Stage,
    heard: &mut u64,
    who: &str,
    text: &str,
) -> Result<f64, Box<dyn Error>> {
    let said = Said::Text { text: text.to_owned(), reply_to: None };
    let inbound = inbound(stage, heard, who, said);
    let begun = Instant::now();
    stage.app.respond(&inbound).await?;
    Ok(begun.elapsed().as_secs_f64())
}

/// The same of a button.
async fn pressed(
    stage: &Stage,
    heard: &mut u64,
    who: &str,
    press: Press,
) -> Result<f64, Box<dyn Error>> {
    let inbound = inbound(stage, heard, who, Said::Press { token: press.token() });
    let begun = Instant::now();
    stage.app.respond(&inbound).await?;
    Ok(begun.elapsed().as_secs_f64())
}

fn inbound(stage: &Stage, heard: &mut u64, who: &str, said: Said) -> Inbound {
    *heard += 1;
    let platform = PlatformName::Console;
    Inbound {
        key: InboundKey(format!("bench:{heard}")),
        from: Account { platform, address: who.to_owned() },
        profile: Profile::default(),
        room: Room { platform, address: who.to_owned(), kind: RoomKind::Direct },
        said,
        said_at: stage.clock.now(),
        answers_to: None,
    }
}
