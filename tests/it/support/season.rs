//! A whole programme, made up and played: people who answer or don't, and a leader who interferes.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use mentorskap::{
    cli::stage::{Stage, StageError},
    clock::Clock as _,
    domain::{
        ids::{MeetingId, PairId, PersonId, ProgrammeId},
        meeting::MeetingState,
        pair::{NextMeeting, Pair},
    },
    files::{people, programme},
    l10n::Words,
    store::{SentLetter, Unsent},
};

use super::database::Database;

/// Everything about a programme that can be made up beforehand.
#[derive(Debug, Clone)]
pub struct Plan {
    pub start: Date,
    pub months: u8,
    pub meetings: u8,
    pub nudges: &'static str,
    pub zone: &'static str,
    /// The mentors, each with their adepts.
    pub mentors: Vec<(Soul, Vec<Soul>)>,
    /// What people come up with in the course of it.
    pub chance: u64,
}

/// Somebody in the programme.
#[derive(Debug, Clone)]
pub struct Soul {
    /// Where their clock hangs, if not where the programme's does.
    pub zone: Option<&'static str>,
    /// The hours that they asked for, by the full hour.
    pub hours: Option<(i8, i8)>,
    pub locale: &'static str,
    pub temper: Temper,
}

/// How somebody takes to questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temper {
    /// Never answers anything.
    Silent,
    /// Answers all of it, soon.
    Prompt,
    /// Answers some of it, some day, and says other things besides.
    Fickle,
}

/// What a programme has come to.
pub struct Season {
    pub plan: Plan,
    pub sent: Vec<SentLetter>,
    pub unsent: Vec<Unsent>,
    /// When it was over and nothing more was done.
    pub ended_at: Timestamp,
    /// Everybody who isn't a leader.
    pub souls: BTreeMap<PersonId, Soul>,
    /// The pairs that stood still whenever something was sent.
    pub stopped: BTreeMap<Timestamp, BTreeSet<PairId>>,
    /// When the question for a pair's next meeting began anew: its meetings had changed, or the
    /// leader asked.
    pub turns: Vec<(PairId, Timestamp)>,
    /// When a meeting got another time, or another state.
    pub changes: Vec<(MeetingId, Timestamp)>,
    /// From when until when the leader had paused all of it.
    pub paused: Vec<(Timestamp, Timestamp)>,
    /// From when until when somebody had asked for a break at least.
    pub breaks: Vec<(PersonId, Timestamp, Timestamp)>,
    /// How often the leader had a pair asked.
    pub reminds: usize,
    /// Who is in which pair.
    pub pairs: BTreeMap<PairId, [PersonId; 2]>,
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap() % end
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

struct Player {
    stage: Stage,
    programme: ProgrammeId,
    zone: TimeZone,
    chance: Chance,
    tempers: BTreeMap<String, Temper>,
    /// The newest question that somebody has seen and not answered: its buttons.
    asked: BTreeMap<String, Vec<String>>,
    known: BTreeMap<PairId, BTreeMap<MeetingId, String>>,
    season: Season,
    _database: Option<Database>,
}

impl Plan {
    fn file(&self) -> String {
        format!(
            "short_name = \"p\"\nname = {{ sv = \"P\" }}\nstart = \"{}\"\nmonths = {}\n\
             meetings = {}\ntime_zone = \"{}\"\nlanguage = \"sv\"\nnudges = \"{}\"\n",
            self.start, self.months, self.meetings, self.zone, self.nudges
        )
    }

    /// Everybody by their handle: `m1`, and its adepts `m1a1` and so on.
    fn souls(&self) -> Vec<(String, &'static str, &Soul)> {
        let mut souls = vec![];
        for (nth, (mentor, adepts)) in (1..).zip(&self.mentors) {
            souls.push((format!("m{nth}"), "mentor", mentor));
            for (number, adept) in (1..).zip(adepts) {
                souls.push((format!("m{nth}a{number}"), "adept", adept));
            }
        }
        souls
    }

    fn people(&self) -> String {
        let mut csv = "id,name,role,account,locale,timezone,capacity\n\
                       leader,Lotta Lind,leader,console:leader,sv,,\n"
            .to_owned();
        for (id, role, soul) in self.souls() {
            let capacity = if role == "mentor" { "3" } else { "" };
            let zone = soul.zone.unwrap_or_default();
            let locale = soul.locale;
            let row =
                format!("{id},N{id} Efternamn,{role},console:{id},{locale},{zone},{capacity}");
            csv.push_str(&row);
            csv.push('\n');
        }
        csv
    }

    /// Plays it from before its first day until long after its last.
    pub async fn play(self) -> Season {
        let mut player = Player::new(self).await;
        player.ask_for_hours().await;
        let last = player.last_day();
        let mut day = player.season.plan.start;
        while day <= last {
            player.live(day).await;
            day = day.tomorrow().unwrap();
        }
        player.end(last).await
    }
}

impl Player {
    async fn new(plan: Plan) -> Self {
        // In memory it is ten times as quick, and the same rules.
        let (database, url) = if std::env::var_os("TEST_POSTGRES_URL").is_some() {
            let database = Database::fresh().await;
            let url = database.url.clone();
            (Some(database), url)
        } else {
            (None, "sqlite::memory:".to_owned())
        };
        let zone = TimeZone::get(plan.zone).unwrap();
        let outline = programme::read("p.toml", &plan.file()).unwrap();
        let list = people::read("people.csv", plan.people().as_bytes());
        assert!(list.faults.is_empty(), "{:?}", list.faults);
        let pairs: Vec<_> = plan
            .souls()
            .iter()
            .filter(|(_, role, _)| *role == "adept")
            .map(|(id, ..)| (id.split('a').next().unwrap().to_owned(), id.clone()))
            .collect();
        // The day before, so that people can say at what hours they want to be written to.
        let start = zone.to_timestamp(plan.start.yesterday().unwrap().at(0, 0, 0, 0)).unwrap();
        let words = Words::load(None).unwrap();
        let mut stage = Stage::open(&url, start, zone.clone(), words).await.unwrap();
        stage.rehearse(&outline, &plan.file(), &list.rows, &pairs).await.unwrap();
        let mut work = stage.app.store.begin().await.unwrap();
        let programme = work.programme_named("p").await.unwrap().unwrap().id;
        let members = work.members(programme).await.unwrap();
        let pairs = work.pairs_of_programme(programme).await.unwrap();
        drop(work);
        let mut tempers = BTreeMap::from([("leader".to_owned(), Temper::Fickle)]);
        let mut souls = BTreeMap::new();
        for (id, _, soul) in plan.souls() {
            tempers.insert(id.clone(), soul.temper);
            let member = members.iter().find(|member| member.handle == id).unwrap();
            souls.insert(member.person, soul.clone());
        }
        let chance = Chance(plan.chance);
        let season = Season {
            plan,
            sent: vec![],
            unsent: vec![],
            ended_at: start,
            souls,
            stopped: BTreeMap::new(),
            turns: vec![],
            changes: vec![],
            paused: vec![],
            breaks: vec![],
            reminds: 0,
            pairs: pairs
                .iter()
                .map(|pair| (pair.id, [pair.mentor.person, pair.adept.person]))
                .collect(),
        };
        Self {
            stage,
            programme,
            zone,
            chance,
            tempers,
            asked: BTreeMap::new(),
            known: BTreeMap::new(),
            season,
            _database: database,
        }
    }

    fn last_day(&self) -> Date {
        let months = i32::from(self.season.plan.months);
        self.season.plan.start.checked_add(months.months()).unwrap().yesterday().unwrap()
    }

    async fn ask_for_hours(&mut self) {
        let souls = self.season.plan.souls().into_iter();
        let wishes: Vec<_> = souls.filter_map(|(id, _, soul)| Some((id, soul.hours?))).collect();
        for (id, (from, until)) in wishes {
            self.say(&id, &format!("settings hours {from:02}:00–{until:02}:00")).await;
        }
    }

    /// One day: whatever comes due until six in the evening, then whatever people feel like.
    async fn live(&mut self, day: Date) {
        let evening = self.zone.to_timestamp(day.at(18, 0, 0, 0)).unwrap();
        self.pass_until(evening).await;
        for who in self.asked.keys().cloned().collect::<Vec<_>>() {
            let answers = match self.tempers[&who] {
                Temper::Silent => false,
                Temper::Prompt => true,
                Temper::Fickle => self.chance.one_in(4),
            };
            if answers && let Some(labels) = self.asked.remove(&who) {
                self.answer(&who, labels).await;
            }
        }
        let talkers = self.tempers.iter().filter(|(_, temper)| **temper == Temper::Fickle);
        for who in talkers.map(|(who, _)| who.clone()).collect::<Vec<_>>() {
            if who != "leader" && self.chance.one_in(25) {
                self.come_up_with_something(&who, day).await;
            }
        }
        self.lead(day).await;
    }

    async fn pass_until(&mut self, then: Timestamp) {
        while let Some(due) = self.stage.app.store.next_due().await.unwrap() {
            let next = due.max(self.stage.clock.now() + SignedDuration::from_secs(1));
            if next > then {
                break;
            }
            self.stage.clock.turn_to(next);
            let seen = self.stage.turn().await.unwrap();
            self.look(seen).await;
        }
        self.stage.clock.turn_to(then);
    }

    /// Takes in what was posted, and what stands still while it is.
    async fn look(&mut self, seen: Vec<String>) {
        if seen.is_empty() {
            return;
        }
        for line in &seen {
            let (_, line) = line.split_once(" → ").unwrap();
            let (room, text) = line.split_once("  ").unwrap();
            let labels = buttons(text);
            if !labels.is_empty() {
                self.asked.insert(room.to_owned(), labels);
            }
        }
        let mut work = self.stage.app.store.begin().await.unwrap();
        let pairs = work.pairs_of_programme(self.programme).await.unwrap();
        drop(work);
        let stopped = pairs.iter().filter(|pair| pair.stopped_since.is_some());
        let stopped = stopped.map(|pair| pair.id).collect();
        self.season.stopped.insert(self.stage.clock.now(), stopped);
    }

    async fn say(&mut self, who: &str, text: &str) {
        // No two things happen in the same moment.
        self.stage.clock.turn_to(self.stage.clock.now() + SignedDuration::from_secs(1));
        let seen = self.stage.says(who, text).await.unwrap();
        self.look(seen).await;
        self.note_turns().await;
    }

    /// Presses one of those buttons, and says or presses what is asked for then.
    async fn answer(&mut self, who: &str, labels: Vec<String>) {
        let mut labels = labels;
        for _ in 0..3 {
            let label = labels[self.chance.below(labels.len())].clone();
            self.stage.clock.turn_to(self.stage.clock.now() + SignedDuration::from_secs(1));
            let before = self.with_leader().await;
            match self.stage.presses(who, &label).await {
                Ok(seen) => self.look(seen).await,
                // Words in brackets at the end of a line, and no button.
                Err(StageError::NoButton { .. }) => return,
                Err(error) => panic!("{error}"),
            }
            self.note_turns().await;
            if who == "leader" {
                // Whose matter the leader is done with is asked for its next meeting anew.
                let after = self.with_leader().await;
                let now = self.stage.clock.now();
                let done = before.into_iter().filter(|pair| !after.contains(pair));
                self.season.turns.extend(done.map(|pair| (pair, now)));
            }
            if self.chance.one_in(2) {
                let days = self.chance.below(40);
                let day = self.today().checked_add(i64::try_from(days).unwrap().days()).unwrap();
                let text = format!("{day} {:02}:30", self.chance.below(24));
                self.say(who, &text).await;
            }
            match self.asked.remove(who) {
                Some(next) => labels = next,
                None => return,
            }
        }
    }

    async fn come_up_with_something(&mut self, who: &str, day: Date) {
        let days = i64::try_from(1 + self.chance.below(40)).unwrap();
        let later = day.checked_add(days.days()).unwrap();
        let hour = self.chance.below(24);
        let text = match self.chance.below(9) {
            0 => format!("pause until {later}"),
            1 => "pausa".to_owned(),
            2 | 3 => "resume".to_owned(),
            4 => "we met".to_owned(),
            5 => "senare".to_owned(),
            6 => "avboka träff".to_owned(),
            7 => format!("meeting propose {later} {hour:02}:00"),
            _ => format!("boka träff {later} {hour:02}.15 Kaféet"),
        };
        self.say(who, &text).await;
        if text.starts_with("pause until") {
            self.note_break(who, later).await;
        }
        if let Some(labels) = self.asked.remove(who) {
            self.answer(who, labels).await;
        }
    }

    /// Somebody is on a break now, and until that day unless they come back earlier.
    async fn note_break(&mut self, who: &str, until: Date) {
        let mut work = self.stage.app.store.begin().await.unwrap();
        let members = work.members(self.programme).await.unwrap();
        drop(work);
        let member = members.iter().find(|member| member.handle == who).unwrap();
        // Days are the person's own, so that the last of them is left out here.
        let until = self.zone.to_timestamp(until.yesterday().unwrap().at(0, 0, 0, 0)).unwrap();
        self.season.breaks.push((member.person, self.stage.clock.now(), until));
    }

    async fn lead(&mut self, day: Date) {
        let is_paused =
            self.season.paused.last().is_some_and(|(_, until)| *until == Timestamp::MAX);
        if is_paused {
            if self.chance.one_in(12) {
                let now = self.stage.clock.now();
                self.season.paused.last_mut().unwrap().1 = now;
                self.say("leader", "programme resume").await;
            }
        } else if self.chance.one_in(150) {
            self.say("leader", "programme pause").await;
            self.season.paused.push((self.stage.clock.now(), Timestamp::MAX));
        }
        if self.chance.one_in(20) {
            self.say("leader", &format!("announce Hej alla, det är {day}.")).await;
            if let Some(labels) = self.asked.remove("leader") {
                let seen = self.stage.presses("leader", &labels[0]).await.unwrap();
                self.look(seen).await;
            }
        }
        if self.chance.one_in(40) {
            let nth = self.chance.below(self.season.pairs.len());
            let pair = *self.season.pairs.keys().nth(nth).unwrap();
            self.season.reminds += 1;
            self.season.turns.push((pair, self.stage.clock.now()));
            self.say("leader", &format!("pair remind {}", nth + 1)).await;
        }
    }

    /// The pairs that wait for the leader.
    async fn with_leader(&self) -> Vec<PairId> {
        let mut work = self.stage.app.store.begin().await.unwrap();
        let pairs = work.pairs_of_programme(self.programme).await.unwrap();
        let waits = |pair: &Pair| matches!(pair.next, NextMeeting::WithLeader { .. });
        pairs.iter().filter(|pair| waits(pair)).map(|pair| pair.id).collect()
    }

    /// Notes the pairs whose meetings are other than they were.
    async fn note_turns(&mut self) {
        let now = self.stage.clock.now();
        let mut work = self.stage.app.store.begin().await.unwrap();
        for pair in self.season.pairs.keys() {
            let meetings = work.meetings_of(*pair).await.unwrap();
            let is: BTreeMap<_, _> = meetings
                .iter()
                .map(|meeting| {
                    // That nobody answers changes nothing about a meeting.
                    let is_unanswered = meeting.state == MeetingState::Unanswered;
                    let state = if is_unanswered { MeetingState::Booked } else { meeting.state };
                    (meeting.id.unwrap(), format!("{state:?} {:?}", meeting.when))
                })
                .collect();
            let was = self.known.entry(*pair).or_default();
            if *was != is {
                self.season.turns.push((*pair, now));
                let changed = is.iter().filter(|(id, state)| was.get(id) != Some(state));
                self.season.changes.extend(changed.map(|(id, _)| (*id, now)));
                *was = is;
            }
        }
    }

    fn today(&self) -> Date {
        self.zone.to_datetime(self.stage.clock.now()).date()
    }

    /// Lets all that still waits run out, and looks back.
    async fn end(mut self, last: Date) -> Season {
        // So long that no week of rest keeps anything waiting at the end.
        let until = last.checked_add(120.days()).unwrap();
        let until = self.zone.to_timestamp(until.at(0, 0, 0, 0)).unwrap();
        self.pass_until(until).await;
        let mut work = self.stage.app.store.begin().await.unwrap();
        self.season.sent = work.sent_letters().await.unwrap();
        self.season.unsent = work.unsent(self.programme, i64::MAX).await.unwrap();
        drop(work);
        self.season.ended_at = until;
        self.season
    }
}

/// The labels of the buttons in a line of the transcript.
fn buttons(text: &str) -> Vec<String> {
    let Some(last) = text.lines().last() else { return vec![] };
    let labels = last.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    labels.map(|(label, _)| label.to_owned()).collect()
}
