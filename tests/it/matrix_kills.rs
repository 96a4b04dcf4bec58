//! The released program on a real homeserver, killed from outside again and again: what people
//! have then is what the homeserver has, and what their clients can read of it.

#![expect(clippy::print_stderr, reason = "whoever runs it wants to know how often it was killed")]

use std::{collections::BTreeMap, env, time::Duration};

use jiff::{ToSpan as _, tz::TimeZone};
use mentorskap::clock::{Clock as _, SystemClock};

use crate::support::{
    matrix::{homeserver, peer},
    process::{Aim, Stage},
    siege::{Cast, Siege},
};

/// Who becomes a pair between the kills, so that rooms are opened meanwhile.
const LATER_PAIRS: [(&str, &str); 6] = [
    ("bo", "grace"),
    ("ada", "eva"),
    ("per", "anna"),
    ("ada", "anna"),
    ("per", "grace"),
    ("bo", "eva"),
];

/// Who writes while the bot is down or up. The last pair is busy with its meetings.
const TALKERS: [&str; 7] = ["anna", "bo", "grace", "leader", "ada", "eva", "per"];

/// How often each stage is aimed at, how often somebody presses a button around a kill, and how
/// often a programme's first day is tried.
struct Plan {
    stages: [(Stage, usize); 4],
    presses: usize,
    first_days: usize,
}

fn plan() -> Plan {
    let kills = |[due, decided, sending, sent]: [usize; 4], presses, first_days| Plan {
        stages: [
            (Stage::Due, due),
            (Stage::Decided, decided),
            (Stage::Sending, sending),
            (Stage::Sent, sent),
        ],
        presses,
        first_days,
    };
    if let Ok(times) = env::var("TEST_KILLS") {
        let times = times.parse().unwrap();
        return kills([1, 1, times, 1], 1, times);
    }
    if env::var("TEST_LONG").is_ok_and(|long| long == "1") {
        return kills([10, 10, 18, 12], 6, 8);
    }
    kills([2; 4], 1, 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_it_is_killed_everybody_has_everything_once() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let Some(binary) = peer("TEST_MENTORSKAP_BIN") else { return };
    let plan = plan();
    let cast = Cast::gather(&server, &python).await;
    let mut siege = Siege::begin(&binary, &server, &cast).await;
    siege.everybody_says_hello().await;
    siege.leader_starts().await;
    siege.recover().await;
    let most = plan.stages.iter().map(|(_, times)| *times).max().unwrap_or_default();
    let mut while_down = 0;
    for round in 0..most {
        for (stage, times) in plan.stages {
            if round < times {
                while_down += kill_between(&mut siege, stage, round).await;
            }
        }
        if round % 6 == 5 {
            siege.recover().await;
        }
    }
    siege.recover().await;
    for number in 0..plan.presses {
        press_twice(&mut siege, number).await;
    }
    siege.recover().await;
    let tally = siege.audit().await;
    eprintln!(
        "killed: {:?}, with a letter on its way: {}; said: {}, of it while the bot was down: \
         {while_down}, answered as unreadable: {}; pressed twice: {}; letters: {:?}; messages at \
         the homeserver: {}, read by clients: {}, unreadable there: {:?}",
        siege.kills,
        siege.in_between,
        siege.said.len(),
        tally.told_unreadable,
        plan.presses,
        tally.letters,
        tally.posted,
        tally.read,
        tally.unreadable,
    );
    let mut expected: BTreeMap<_, _> = plan.stages.into_iter().collect();
    *expected.entry(Stage::Decided).or_default() += plan.presses;
    assert_eq!(siege.kills, expected);
    assert!(siege.in_between >= expected[&Stage::Sending] / 2, "{}", siege.in_between);
    assert!(tally.posted > 2 * while_down, "{tally:?}");
    assert!(tally.unreadable.is_empty(), "{tally:?}");
}

/// While the bot is down somebody writes and pairs become due; then it is started, hears some
/// more, and is killed on the way. Says how much was said while it was down.
async fn kill_between(siege: &mut Siege<'_>, stage: Stage, round: usize) -> usize {
    let turn = round * 4 + stage as usize;
    siege.pass_time().await;
    siege.make_due().await;
    talk(siege, turn).await;
    let opens_a_room = stage == Stage::Sending && round % 2 == 1;
    let pair = LATER_PAIRS.get(round / 2).filter(|_| opens_a_room);
    if let Some((mentor, adept)) = pair {
        siege.say("leader", &format!("nytt mentorpar {mentor} {adept}")).await;
    }
    // What follows "sending" goes over the network several times.
    let within = if stage == Stage::Sending { 60 } else { 8 };
    let after = Duration::from_millis(u64::try_from(round * 7 % within).unwrap());
    let aim = Aim { stage, passing: round % 3, after };
    let bot = siege.start(Some(aim));
    talk(siege, turn + 3).await;
    siege.fell(bot, aim).await;
    1 + usize::from(pair.is_some())
}

/// Whoever's turn it is says something.
async fn talk(siege: &mut Siege<'_>, turn: usize) {
    let who = TALKERS[turn % TALKERS.len()];
    let text = match who {
        "leader" => format!("påminn mentorpar {}", turn / TALKERS.len() % 3 + 1),
        _ => "status".to_owned(),
    };
    siege.say(who, &text).await;
}

/// Somebody books a meeting, and says yes to it in two ways at once while the bot is killed.
async fn press_twice(siege: &mut Siege<'_>, number: usize) {
    let (who, meetings) = ("siv", "select count(*) from meetings where state = 'booked'");
    let before = siege.count(meetings).await;
    let bot = siege.start(None);
    let day = TimeZone::UTC.to_datetime(SystemClock.now()).date();
    let day = day.checked_add((20 + i64::try_from(number).unwrap()).days()).unwrap();
    siege.say(who, &format!("boka träff {day} 13.00")).await;
    siege.quiet(&bot).await;
    let asked = "select posted_as from outbox where state = 'sent' and question = 'open'
                    and priority = 0 order by id desc limit 1";
    let question: String = sqlx::query_scalar(asked).fetch_one(&siege.raw).await.unwrap();
    let aim = Aim { stage: Stage::Decided, passing: 0, after: Duration::ZERO };
    bot.aim(aim);
    let (person, room) = (&siege.cast.people[who], &siege.rooms[who]);
    let pressed = person.react(room, &question, "1\u{fe0f}\u{20e3}").await;
    let typed = person.say(room, "1").await;
    siege.said.extend([pressed, typed].map(|id| (who, format!("matrix:{id}"))));
    siege.fell(bot, aim).await;
    let bot = siege.start(None);
    siege.quiet(&bot).await;
    assert_eq!(siege.count(meetings).await, before + 1, "one press, one meeting");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_is_killed_on_its_first_day_reaches_everybody_once() {
    let Some(server) = homeserver() else { return };
    let Some(python) = peer("TEST_PEERS_PYTHON") else { return };
    let Some(binary) = peer("TEST_MENTORSKAP_BIN") else { return };
    let cast = Cast::gather(&server, &python).await;
    let (mut posted, mut killed, mut unreadable) = (0, 0, vec![]);
    for day in 0..plan().first_days {
        let mut siege = Siege::begin(&binary, &server, &cast).await;
        // The leader starts the programme in chat, or it was started before the bot first ran.
        let in_chat = day % 2 == 0;
        if in_chat {
            let bot = siege.start(None);
            siege.says_hello("leader").await;
            siege.quiet(&bot).await;
            drop(bot);
            siege.leader_starts().await;
        } else {
            siege.everything_is_promised().await;
        }
        for kill in 0..4 {
            let after = Duration::from_millis(u64::try_from((day * 13 + kill * 29) % 120).unwrap());
            let aim = Aim { stage: Stage::Sending, passing: (day + kill * 2) % 5, after };
            let bot = siege.start(Some(aim));
            if in_chat {
                siege.say("leader", "programstatus").await;
            }
            siege.fell(bot, aim).await;
        }
        siege.recover().await;
        let tally = siege.audit().await;
        (posted, killed) = (posted + tally.posted, killed + siege.kills[&Stage::Sending]);
        unreadable.extend(tally.unreadable);
    }
    eprintln!("first days: killed {killed} times; {posted} messages; {unreadable:?} unreadable");
    assert!(posted > 2 * killed, "{posted}");
    assert!(unreadable.is_empty(), "{unreadable:?}");
}
