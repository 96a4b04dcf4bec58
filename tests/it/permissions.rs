//! Who may ask for what: the whole table, and every command really typed by every kind of person.

use std::fmt::Write as _;

use insta::assert_snapshot;
use mentorskap::domain::{
    account::{Account, PlatformName},
    command::CommandName,
    inbound::Said,
    permission::{Permission, Standing, permission},
};

use crate::support::{PROGRAMME, World, without_files};

#[test]
#[expect(clippy::too_many_lines, reason = "it is the whole table")]
fn the_table_is_this() {
    let mut table = String::new();
    for command in CommandName::ALL {
        write!(table, "{:18}", command.key()).unwrap();
        for standing in Standing::ALL {
            write!(table, " {:8}", spelt(permission(*command, standing))).unwrap();
        }
        writeln!(table).unwrap();
    }
    let names = ["stranger", "organis.", "particip", "p.elsew.", "leader", "l.elsew."];
    let names = names.map(|name| format!(" {name:8}")).concat();
    let table: Vec<_> = table.lines().map(str::trim_end).collect();

    assert_snapshot!(format!("{:18}{}\n{}", "", names, table.join("\n")), @"
                       stranger organis. particip p.elsew. leader   l.elsew.
    help               yes      yes      yes      yes      yes      yes
    status             join     yes      yes      yes      yes      yes
    join               yes      yes      yes      yes      yes      yes
    apply              yes      yes      yes      yes      yes      yes
    withdraw           yes      yes      yes      yes      yes      yes
    contact-leader     join     pairs    yes      pairs    pairs    pairs
    agreement          join     pairs    yes      pairs    pairs    pairs
    meeting-book       join     pairs    yes      pairs    pairs    pairs
    meeting-propose    join     pairs    yes      pairs    pairs    pairs
    meeting-list       join     pairs    yes      pairs    pairs    pairs
    meeting-move       join     pairs    yes      pairs    pairs    pairs
    meeting-cancel     join     pairs    yes      pairs    pairs    pairs
    meeting-met        join     pairs    yes      pairs    pairs    pairs
    topic              join     pairs    yes      pairs    pairs    pairs
    goal-add           join     pairs    yes      pairs    pairs    pairs
    goal-list          join     pairs    yes      pairs    pairs    pairs
    goal-edit          join     pairs    yes      pairs    pairs    pairs
    goal-weigh         join     pairs    yes      pairs    pairs    pairs
    goal-step          join     pairs    yes      pairs    pairs    pairs
    goal-step-done     join     pairs    yes      pairs    pairs    pairs
    goal-share         join     pairs    yes      pairs    pairs    pairs
    goal-rate          join     pairs    yes      pairs    pairs    pairs
    goal-remove        join     pairs    yes      pairs    pairs    pairs
    note               join     pairs    yes      pairs    pairs    pairs
    note-list          join     pairs    yes      pairs    pairs    pairs
    note-remove        join     pairs    yes      pairs    pairs    pairs
    gathering-list     join     yes      yes      yes      yes      yes
    gathering-yes      join     yes      yes      yes      yes      yes
    gathering-no       join     yes      yes      yes      yes      yes
    gathering-maybe    join     yes      yes      yes      yes      yes
    gathering-here     join     yes      yes      yes      yes      yes
    checkin            join     yes      yes      yes      yes      yes
    certificate        join     yes      yes      yes      yes      yes
    later              join     pairs    yes      pairs    pairs    pairs
    pause              join     pairs    yes      pairs    pairs    pairs
    resume             join     pairs    yes      pairs    pairs    pairs
    settings           join     yes      yes      yes      yes      yes
    settings-language  join     yes      yes      yes      yes      yes
    settings-zone      join     yes      yes      yes      yes      yes
    settings-hours     join     yes      yes      yes      yes      yes
    settings-reminders join     yes      yes      yes      yes      yes
    settings-calendar  join     yes      yes      yes      yes      yes
    my-data            yes      yes      yes      yes      yes      yes
    delete-my-data     yes      yes      yes      yes      yes      yes
    attention          join     leaders  leaders  leaders  yes      leaders
    programme-list     join     yes      leaders  leaders  yes      yes
    programme-create   join     yes      leaders  leaders  yes      yes
    programme-show     join     leaders  leaders  leaders  yes      leaders
    programme-status   join     leaders  leaders  leaders  yes      leaders
    programme-start    join     leaders  leaders  leaders  yes      leaders
    programme-pause    join     leaders  leaders  leaders  yes      leaders
    programme-resume   join     leaders  leaders  leaders  yes      leaders
    programme-close    join     leaders  leaders  leaders  yes      leaders
    programme-training join     leaders  leaders  leaders  yes      leaders
    programme-channel  join     leaders  leaders  leaders  yes      leaders
    gathering-create   join     leaders  leaders  leaders  yes      leaders
    gathering-show     join     leaders  leaders  leaders  yes      leaders
    gathering-move     join     leaders  leaders  leaders  yes      leaders
    gathering-edit     join     leaders  leaders  leaders  yes      leaders
    gathering-cancel   join     leaders  leaders  leaders  yes      leaders
    gathering-attendance join     leaders  leaders  leaders  yes      leaders
    gathering-material join     leaders  leaders  leaders  yes      leaders
    checkin-open       join     leaders  leaders  leaders  yes      leaders
    checkin-close      join     leaders  leaders  leaders  yes      leaders
    checkin-results    join     leaders  leaders  leaders  yes      leaders
    programme-recruit-open join     leaders  leaders  leaders  yes      leaders
    programme-recruit-close join     leaders  leaders  leaders  yes      leaders
    applications-list  join     leaders  leaders  leaders  yes      leaders
    applications-show  join     leaders  leaders  leaders  yes      leaders
    applications-compare join     leaders  leaders  leaders  yes      leaders
    applications-consent join     leaders  leaders  leaders  yes      leaders
    applications-score join     leaders  leaders  leaders  yes      leaders
    applications-note  join     leaders  leaders  leaders  yes      leaders
    applications-accept join     leaders  leaders  leaders  yes      leaders
    applications-waitlist join     leaders  leaders  leaders  yes      leaders
    applications-decline join     leaders  leaders  leaders  yes      leaders
    letters-preview    join     leaders  leaders  leaders  yes      leaders
    letters-send       join     leaders  leaders  leaders  yes      leaders
    people-import      join     leaders  leaders  leaders  yes      leaders
    people-invite      join     leaders  leaders  leaders  yes      leaders
    people-add         join     leaders  leaders  leaders  yes      leaders
    people-list        join     leaders  leaders  leaders  yes      leaders
    pair-add           join     leaders  leaders  leaders  yes      leaders
    pair-list          join     leaders  leaders  leaders  yes      leaders
    pair-show          join     leaders  leaders  leaders  yes      leaders
    pair-remind        join     leaders  leaders  leaders  yes      leaders
    pair-pause         join     leaders  leaders  leaders  yes      leaders
    pair-extend        join     leaders  leaders  leaders  yes      leaders
    pair-end           join     leaders  leaders  leaders  yes      leaders
    pair-rematch       join     leaders  leaders  leaders  yes      leaders
    match-propose      join     leaders  leaders  leaders  yes      leaders
    match-show         join     leaders  leaders  leaders  yes      leaders
    match-lock         join     leaders  leaders  leaders  yes      leaders
    match-avoid        join     leaders  leaders  leaders  yes      leaders
    match-allow        join     leaders  leaders  leaders  yes      leaders
    match-swap         join     leaders  leaders  leaders  yes      leaders
    match-publish      join     leaders  leaders  leaders  yes      leaders
    leader-add         join     leaders  leaders  leaders  yes      leaders
    leader-remove      join     leaders  leaders  leaders  yes      leaders
    announce           join     leaders  leaders  leaders  yes      leaders
    report             join     leaders  leaders  leaders  yes      leaders
    audit              join     leaders  leaders  leaders  yes      leaders
    outbox             join     leaders  leaders  leaders  yes      leaders
    outbox-retry       join     leaders  leaders  leaders  yes      leaders
    outbox-cancel      join     leaders  leaders  leaders  yes      leaders
    ");
}

/// A second programme beside the first, with a pair and a leader of its own.
const OTHER: &str = "id,name,role,account,locale
lisa,Lisa Lund,leader,console:lisa,en
carl,Carl Dal,mentor,console:carl,en
dora,Dora Falk,adept,console:dora,en
";

/// Everybody who may type something, and the programme that they name.
const CAST: [(&str, &str, Standing); 10] = [
    ("nobody", "", Standing::Stranger),
    ("nobody", " #ledare", Standing::Stranger),
    ("boss", "", Standing::Organiser),
    ("boss", " #ledare", Standing::Organiser),
    ("grace", "", Standing::Participant),
    ("grace", " #ledare", Standing::Participant),
    ("dora", " #ledare", Standing::ParticipantElsewhere),
    ("leader", "", Standing::Leader),
    ("leader", " #ledare", Standing::Leader),
    ("lisa", " #ledare", Standing::LeaderElsewhere),
];

#[tokio::test]
async fn every_command_typed_by_every_kind_of_person_is_refused_as_the_table_says() {
    for (who, suffix, standing) in CAST {
        let mut world = two_programmes().await;
        world.says("leader", "settings language english").await;
        for command in CommandName::ALL {
            let typed = example(*command);
            world.transcript();
            world.says(who, &format!("{typed}{suffix}")).await;
            let transcript = without_files(&world.transcript());
            let answer = transcript.split_once('\n').map_or("", |(_, answer)| answer);
            let expected = permission(*command, about(*command, suffix, standing));
            assert_eq!(
                refusal(answer),
                expected,
                "{who} types {typed}{suffix} and sees:\n{answer}"
            );
            assert!(answer.contains(&format!("→ {who}  ")), "{who} gets no answer to {typed}");
            assert!(expected == Permission::Granted || seen_by(&transcript) == [who]);
        }
    }
}

/// Commands about oneself are not about any programme.
fn about(command: CommandName, suffix: &str, standing: Standing) -> Standing {
    let is_own = matches!(
        command,
        CommandName::Help
            | CommandName::Status
            | CommandName::Join
            | CommandName::Settings
            | CommandName::SettingsLanguage
            | CommandName::SettingsZone
            | CommandName::SettingsHours
            | CommandName::ProgrammeList
            | CommandName::ProgrammeCreate
    );
    match standing {
        Standing::ParticipantElsewhere if is_own && !suffix.is_empty() => Standing::Participant,
        Standing::LeaderElsewhere if is_own && !suffix.is_empty() => Standing::Leader,
        Standing::Stranger
        | Standing::Organiser
        | Standing::Participant
        | Standing::ParticipantElsewhere
        | Standing::Leader
        | Standing::LeaderElsewhere => standing,
    }
}

#[tokio::test]
async fn a_refused_command_changes_nothing() {
    for (who, suffix) in [("nobody", ""), ("grace", ""), ("dora", " #ledare"), ("lisa", " #ledare")]
    {
        let mut world = two_programmes().await;
        let before = world.counts().await;
        for command in CommandName::ALL {
            let standing = CAST.iter().find(|(name, ..)| *name == who).unwrap().2;
            if permission(*command, standing) != Permission::Granted {
                world.says(who, &format!("{}{suffix}", example(*command))).await;
            }
        }
        assert_eq!(world.counts().await, before, "{who}");
    }
}

#[tokio::test]
async fn buttons_and_files_of_one_programme_are_of_no_use_to_the_people_of_another() {
    let mut world = two_programmes().await;
    world.says("leader", "announce Hej.").await;
    // Whoever the configuration names becomes a person by speaking.
    world.says("boss", "help").await;
    let draft = world.number("select max(id) from drafts").await;
    world.until("2026-03-24 12:00").await;
    let case = "select min(cases.id) from cases join programmes on programmes.id = programme_id
                 where slug = 'ledare'";
    let case = world.number(case).await;
    let pair = world.number("select min(id) from pairs").await;
    let before = world.counts().await;
    for who in ["lisa", "dora", "boss", "nobody"] {
        for token in [
            format!("1:case-write:{case}"),
            format!("1:case-done:{case}"),
            format!("1:case-later:{case}"),
            format!("1:confirm:{draft}"),
            format!("1:booked:{pair}"),
            format!("1:not-yet:{pair}"),
        ] {
            assert_eq!(world.forges(who, &token).await.len(), 1, "{who} {token}");
        }
        let list = b"id,name,role\nx,Somebody Else,adept\n";
        for (name, text, bytes) in [
            ("p.csv", "#ledare", list.as_slice()),
            ("ledare.toml", "", PROGRAMME.replace("months = 7", "months = 3").as_bytes()),
        ] {
            let (name, text, bytes) = (name.to_owned(), text.to_owned(), bytes.to_vec());
            world.hears(who, Said::File { name, bytes, text }).await;
        }
    }
    assert_eq!(world.counts().await, before);
    let file = "select count(*) from programmes where slug = 'ledare' and file like '%months = 7%'";
    assert_eq!(world.number(file).await, 1);
}

#[tokio::test]
async fn a_programme_that_is_not_there_is_refused_like_one_of_somebody_elses() {
    let mut world = two_programmes().await;
    for (who, command) in
        [("lisa", "pair list"), ("dora", "pair list"), ("dora", "my meetings"), ("dora", "later")]
    {
        world.transcript();
        world.says(who, &format!("{command} #ledare")).await;
        let others = world.transcript().replace("ledare", "X");
        world.says(who, &format!("{command} #nowhere")).await;
        assert_eq!(world.transcript().replace("nowhere", "X"), others);
    }
}

#[tokio::test]
async fn leaders_see_their_own_programme_only() {
    let mut world = two_programmes().await;
    world.says("lisa", "pair list").await;
    world.says("lisa", "people list").await;
    world.says("lisa", "programme list").await;
    world.says("lisa", "pair show 2").await;
    // A letter of the other programme, by its number.
    let letter = world.number("select max(id) from outbox where programme_id is not null").await;
    world.says("lisa", &format!("outbox cancel {letter}")).await;
    assert_snapshot!(world.transcript().replace(&letter.to_string(), "N"), @r"
    lisa: pair list
    2026-03-02 18.00 → lisa  One mentor pair in Other people:
        – 1 Carl Dal and Dora Falk: no meeting is booked. Not quite under way: their agreement isn't complete, and they have planned 0 of 3 meetings
    lisa: people list
    2026-03-02 18.00 → lisa  3 people in Other people:
        – `lisa` Lisa Lund, programme leader
        – `carl` Carl Dal, mentor
        – `dora` Dora Falk, adept
    lisa: programme list
    2026-03-02 18.00 → lisa  Your programmes:
        – Other people `other`: running
    lisa: pair show 2
    2026-03-02 18.00 → lisa  There is no mentor pair with number 2. Write `pair list` to see the numbers.
    lisa: outbox cancel N
    2026-03-02 18.00 → lisa  Message N can't be changed any more.
    ");
}

#[tokio::test]
async fn a_press_on_something_of_another_programme_is_refused() {
    let mut world = two_programmes().await;
    world.until("2026-03-23 12:00").await;
    let case = world.number("select min(id) from cases where programme_id = 1").await;
    let open = "select count(*) from cases where state = 'open' and kind <> 'silent'";
    let before = world.number(open).await;
    for kind in ["case-write", "case-done", "case-later"] {
        for who in ["lisa", "dora", "grace", "nobody"] {
            world.transcript();
            let token = format!("1:{kind}:{case}");
            let seen = world.forges(who, &token).await;
            assert_eq!(seen.len(), 1);
            assert!(
                seen[0].contains("That question is for someone else")
                    || seen[0].contains("You aren't in a mentorship programme")
                    || seen[0].contains("Du är inte med i"),
                "{seen:?}"
            );
        }
    }
    assert_eq!(world.number(open).await, before);
}

#[tokio::test]
async fn in_a_room_with_others_nothing_is_said_that_is_not_for_them() {
    let mut world = World::asked().await;
    for command in CommandName::ALL {
        let typed = example(*command);
        world.transcript();
        world.says_in("ada+grace", "ada", typed).await;
        let transcript = world.transcript();
        let is_refused = transcript.contains("best done between you and me");
        let is_about_meetings = command.key().starts_with("meeting")
            || matches!(command, CommandName::Help | CommandName::Apply | CommandName::Later);
        assert_eq!(is_refused, !is_about_meetings, "{transcript}");
    }
}

async fn two_programmes() -> World {
    let mut world = World::asked().await;
    let boss = Account { platform: PlatformName::Console, address: "boss".to_owned() };
    world.stage.app.organisers.push(boss);
    let other = PROGRAMME.replace("\"ledare\"", "\"other\"").replace("New leaders", "Other people");
    world.stage.app.add_programme("o.toml", &other).await.unwrap();
    let imported = world.stage.app.import("other", "o.csv", OTHER.as_bytes(), false).await;
    imported.unwrap();
    world.says("lisa", "pair add carl dora").await;
    world.says("lisa", "programme start").await;
    world.until("2026-03-02 18:00").await;
    world.transcript();
    world
}

/// What somebody types who means it: complete, and about things that are there.
#[expect(clippy::too_many_lines, reason = "it is a table, with a row for each command")]
fn example(command: CommandName) -> &'static str {
    match command {
        CommandName::Help => "help",
        CommandName::Status => "status",
        CommandName::Join => "join ABCD-2345",
        CommandName::Apply => "apply",
        CommandName::Withdraw => "withdraw",
        CommandName::ContactLeader => "contact leader I would like to talk",
        CommandName::MyData => "my data",
        CommandName::DeleteMyData => "delete my data",
        CommandName::Agreement => "agreement",
        CommandName::MeetingBook => "meeting book 5/3 13:00",
        CommandName::MeetingPropose => "meeting propose 6/3 13:00",
        CommandName::MeetingList => "meeting list",
        CommandName::Topic => "topic",
        CommandName::SettingsReminders => "settings reminders",
        CommandName::SettingsCalendar => "settings calendar",
        CommandName::GoalAdd => "goal add Give a talk",
        CommandName::GoalList => "goal list",
        CommandName::GoalEdit => "goal edit 1 Give two talks",
        CommandName::GoalWeigh => "goal weigh 1 2",
        CommandName::GoalStep => "goal step 1 Practise",
        CommandName::GoalStepDone => "goal step done 1 1",
        CommandName::GoalShare => "goal share 1",
        CommandName::GoalRate => "goal rate 1 +1",
        CommandName::GoalRemove => "goal remove 1",
        CommandName::Note => "note Ask about the budget",
        CommandName::NoteList => "notes",
        CommandName::NoteRemove => "note remove 1",
        CommandName::MeetingMove => "meeting move 1 7/3 10:00",
        CommandName::MeetingCancel => "meeting cancel 1",
        CommandName::MeetingMet => "meeting met 1",
        CommandName::Later => "later",
        CommandName::Pause => "pause until 2026-04-01",
        CommandName::Resume => "resume",
        CommandName::Settings => "settings",
        CommandName::SettingsLanguage => "settings language English",
        CommandName::SettingsZone => "settings timezone Europe/London",
        CommandName::SettingsHours => "settings hours 09:00–16:00",
        CommandName::Attention => "attention",
        CommandName::ProgrammeList => "programme list",
        CommandName::ProgrammeCreate => "programme create",
        CommandName::ProgrammeShow => "programme show",
        CommandName::ProgrammeStatus => "programme status",
        CommandName::ProgrammeStart => "programme start",
        CommandName::ProgrammePause => "programme pause",
        CommandName::ProgrammeResume => "programme resume",
        CommandName::ProgrammeClose => "programme close",
        CommandName::ApplicationsList => "applications list",
        CommandName::ApplicationsShow => "applications show 1",
        CommandName::ApplicationsCompare => "applications compare 1 2",
        CommandName::ApplicationsConsent => "applications consent 1 Ulla Ek",
        CommandName::ApplicationsScore => "applications score 1 4",
        CommandName::ApplicationsNote => "applications note 1 We talked",
        CommandName::ApplicationsAccept => "applications accept 1",
        CommandName::ApplicationsWaitlist => "applications waitlist 1",
        CommandName::ApplicationsDecline => "applications decline 1",
        CommandName::LettersPreview => "letters preview",
        CommandName::LettersSend => "letters send",
        CommandName::GatheringList => "group sessions",
        CommandName::GatheringYes => "group session yes 1",
        CommandName::GatheringNo => "group session no 1",
        CommandName::GatheringMaybe => "group session maybe 1",
        CommandName::GatheringHere => "I'm here K7QX42",
        CommandName::ProgrammeChannel => "programme channel",
        CommandName::GatheringCreate => "group session create Lunch, 1 June 13:00",
        CommandName::GatheringShow => "group session show 1",
        CommandName::GatheringMove => "group session move 1 1 June 14:00",
        CommandName::GatheringEdit => "group session edit 1 places 3",
        CommandName::GatheringCancel => "group session cancel 1",
        CommandName::GatheringAttendance => "attendance 1",
        CommandName::GatheringMaterial => "group session material 1 Slides",
        CommandName::CheckIn => "checkin",
        CommandName::CheckInOpen => "checkin open",
        CommandName::CheckInClose => "checkin close",
        CommandName::CheckInResults => "checkin results",
        CommandName::RecruitOpen => "recruit open",
        CommandName::RecruitClose => "recruit close",
        CommandName::PeopleImport => "people import",
        CommandName::PeopleInvite => "people invite",
        CommandName::PeopleAdd => "people add Eva Ek, adept",
        CommandName::PeopleList => "people list",
        CommandName::PairAdd => "pair add bo anna",
        CommandName::PairList => "pair list",
        CommandName::PairShow => "pair show 1",
        CommandName::PairRemind => "pair remind 1",
        CommandName::PairPause => "pair pause 1 1 June",
        CommandName::PairExtend => "pair extend 1 20 December",
        CommandName::PairEnd => "pair end 1",
        CommandName::PairRematch => "pair rematch 1",
        CommandName::MatchPropose => "match propose",
        CommandName::MatchShow => "match show",
        CommandName::MatchLock => "match lock bo anna",
        CommandName::MatchAvoid => "match avoid bo anna",
        CommandName::MatchAllow => "match allow bo anna",
        CommandName::MatchSwap => "match swap anna grace",
        CommandName::MatchPublish => "match publish",
        CommandName::LeaderAdd => "leader add console:eve",
        CommandName::LeaderRemove => "leader remove console:eve",
        CommandName::Announce => "announce Hello all",
        CommandName::Audit => "audit",
        CommandName::Report => "report",
        CommandName::Certificate => "certificate",
        CommandName::ProgrammeTraining => "programme training",
        CommandName::Outbox => "outbox",
        CommandName::OutboxRetry => "outbox retry 1",
        CommandName::OutboxCancel => "outbox cancel 1",
    }
}

/// What an answer in English, or the one that strangers get, amounts to.
fn refusal(answer: &str) -> Permission {
    if answer.contains("Only programme leaders can do that")
        || answer.contains("You lead no programme called")
    {
        Permission::LeadersOnly
    } else if answer.contains("Only mentors and adepts in a mentor pair can do that") {
        Permission::PairsOnly
    } else if answer.contains("aren't in a mentorship programme here yet")
        || answer.contains("inte med i något mentorskapsprogram")
    {
        Permission::JoinFirst
    } else {
        Permission::Granted
    }
}

fn seen_by(transcript: &str) -> Vec<&str> {
    let lines = transcript.lines().filter_map(|line| line.split_once(" → "));
    lines.filter_map(|(_, rest)| rest.split_whitespace().next()).collect()
}

const fn spelt(permission: Permission) -> &'static str {
    match permission {
        Permission::Granted => "yes",
        Permission::JoinFirst => "join",
        Permission::PairsOnly => "pairs",
        Permission::LeadersOnly => "leaders",
    }
}
