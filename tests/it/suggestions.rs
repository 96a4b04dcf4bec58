//! What people can choose from while they put a command together: what is theirs, in their own
//! language, and nothing that belongs to others.

use std::fmt::Write as _;

use insta::assert_snapshot;
use mentorskap::{
    domain::{
        account::{Account, PlatformName},
        command::{CommandName, Given, ParameterKind as Kind, compose, read},
        inbound::{Room, RoomKind},
        permission::Audience,
    },
    platform::{Ear as _, MOST_SUGGESTIONS, Sought, Suggestion},
};

use crate::support::{PEOPLE, PROGRAMME, World};

// --- Times -----------------------------------------------------------------------------------------

#[tokio::test]
async fn a_time_is_shown_as_it_is_understood() {
    let world = World::started().await;
    let book = |typed: &str| sought("anna", CommandName::MeetingBook, Kind::When, typed);
    assert_snapshot!(shown(&world, &book("tors 13")).await, @"torsdag 5 mars 2026 kl. 13.00 → 2026-03-05 13:00");
    assert_snapshot!(shown(&world, &book("5/3 kl 9 Café Åsa")).await, @"torsdag 5 mars 2026 kl. 09.00 · Café Åsa → 2026-03-05 09:00, Café Åsa");
    let grace = sought("grace", CommandName::MeetingBook, Kind::When, "tomorrow 3pm");
    assert_snapshot!(shown(&world, &grace).await, @"Tuesday 3 March 2026, 15:00 → 2026-03-03 15:00");
}

#[tokio::test]
async fn half_a_time_is_completed() {
    let world = World::started().await;
    let book = |typed: &str| sought("anna", CommandName::MeetingBook, Kind::When, typed);
    assert_snapshot!(shown(&world, &book("")).await, @"
    måndag 2 mars 2026 kl. 13.00 → 2026-03-02 13:00
    tisdag 3 mars 2026 kl. 13.00 → 2026-03-03 13:00
    onsdag 4 mars 2026 kl. 13.00 → 2026-03-04 13:00
    torsdag 5 mars 2026 kl. 13.00 → 2026-03-05 13:00
    fredag 6 mars 2026 kl. 13.00 → 2026-03-06 13:00
    måndag 9 mars 2026 kl. 13.00 → 2026-03-09 13:00
    ");
    assert_snapshot!(shown(&world, &book("ti")).await, @"tisdag 3 mars 2026 kl. 13.00 → 2026-03-03 13:00");
    assert_snapshot!(shown(&world, &book("i morgon")).await, @"
    tisdag 3 mars 2026 kl. 08.00 → 2026-03-03 08:00
    tisdag 3 mars 2026 kl. 09.00 → 2026-03-03 09:00
    tisdag 3 mars 2026 kl. 10.00 → 2026-03-03 10:00
    tisdag 3 mars 2026 kl. 11.00 → 2026-03-03 11:00
    tisdag 3 mars 2026 kl. 12.00 → 2026-03-03 12:00
    tisdag 3 mars 2026 kl. 13.00 → 2026-03-03 13:00
    tisdag 3 mars 2026 kl. 14.00 → 2026-03-03 14:00
    tisdag 3 mars 2026 kl. 15.00 → 2026-03-03 15:00
    tisdag 3 mars 2026 kl. 16.00 → 2026-03-03 16:00
    tisdag 3 mars 2026 kl. 17.00 → 2026-03-03 17:00
    ");
    assert_snapshot!(shown(&world, &book("kl 14.30")).await, @"
    måndag 2 mars 2026 kl. 14.30 → 2026-03-02 14:30
    tisdag 3 mars 2026 kl. 14.30 → 2026-03-03 14:30
    onsdag 4 mars 2026 kl. 14.30 → 2026-03-04 14:30
    torsdag 5 mars 2026 kl. 14.30 → 2026-03-05 14:30
    fredag 6 mars 2026 kl. 14.30 → 2026-03-06 14:30
    lördag 7 mars 2026 kl. 14.30 → 2026-03-07 14:30
    söndag 8 mars 2026 kl. 14.30 → 2026-03-08 14:30
    måndag 9 mars 2026 kl. 14.30 → 2026-03-09 14:30
    ");
    for nonsense in ["💥", "30 februari kl 13", "kl 25", "1/3 2026 kl 13"] {
        assert_eq!(shown(&world, &book(nonsense)).await, "", "{nonsense}");
    }
}

#[tokio::test]
async fn a_break_has_days_and_hours_are_full() {
    let world = World::started().await;
    let pause = |kind, typed: &str| sought("anna", CommandName::Pause, kind, typed);
    assert_snapshot!(shown(&world, &pause(Kind::Until, "3/4")).await, @"fredag 3 april 2026 → 2026-04-03");
    assert_snapshot!(shown(&world, &pause(Kind::From, "på fredag")).await, @"fredag 6 mars 2026 → 2026-03-06");
    assert_snapshot!(shown(&world, &pause(Kind::From, "")).await, @"");
    let hours = |kind, typed: &str| sought("anna", CommandName::SettingsHours, kind, typed);
    assert_snapshot!(shown(&world, &hours(Kind::HoursFrom, "08")).await, @"kl. 08.00 → 08:00");
    assert_snapshot!(shown(&world, &hours(Kind::HoursUntil, "24")).await, @"kl. 00.00 → 24:00");
}

#[tokio::test]
async fn a_time_zone_is_found_by_its_city() {
    let world = World::started().await;
    let zone = |typed: &str| sought("anna", CommandName::SettingsZone, Kind::Zone, typed);
    assert_snapshot!(shown(&world, &zone("new york")).await, @"America/New York → America/New_York");
    assert_snapshot!(shown(&world, &zone("stockholm")).await, @"Europe/Stockholm → Europe/Stockholm");
    let first = world.stage.app.suggest(&zone("")).await.unwrap().remove(0);
    assert_eq!(first.value, "Europe/Stockholm");
}

/// Whatever is suggested is read as that kind of thing.
#[tokio::test]
async fn what_is_suggested_is_understood() {
    let world = World::started().await;
    let app = &world.stage.app;
    let now = world.stage.zone.to_datetime(world.at("2026-03-02 09:00"));
    for (command, kind) in [
        (CommandName::MeetingBook, Kind::When),
        (CommandName::MeetingMove, Kind::When),
        (CommandName::Pause, Kind::From),
        (CommandName::Pause, Kind::Until),
        (CommandName::SettingsZone, Kind::Zone),
    ] {
        for typed in ["", "to", "torsdag", "i morgon kl 8", "7/3", "kl 14", "euro", "5 mars 13 A"] {
            for suggestion in app.suggest(&sought("anna", command, kind, typed)).await.unwrap() {
                let given = Given::nothing(command).with(kind, &suggestion.value);
                let read = read(&compose(&given, &app.lexicon), &app.lexicon, now);
                // Only moving knows no place.
                assert!(read.is_ok() || typed.ends_with('A'), "{suggestion:?}: {read:?}");
            }
        }
    }
}

// --- What mentors and adepts have ------------------------------------------------------------------

#[tokio::test]
async fn meetings_are_shown_with_their_number_time_and_company() {
    let mut world = World::started().await;
    for (who, at) in [("anna", "12/3 kl 13"), ("bo", "5/3 kl 9"), ("grace", "6/3 9:00")] {
        world.says(who, &format!("boka {at}")).await;
        let yes = if who == "grace" { "yes" } else { "ja" };
        world.says(who, yes).await;
    }
    let cancel =
        |who, typed: &str| sought(who, CommandName::MeetingCancel, Kind::MeetingNumber, typed);
    assert_snapshot!(shown(&world, &cancel("anna", "")).await, @"
    2 · torsdag 5 mars 2026 kl. 09.00 · Bo → 2
    1 · torsdag 12 mars 2026 kl. 13.00 · Bo → 1
    ");
    assert_snapshot!(shown(&world, &cancel("anna", "tors 13")).await, @"1 · torsdag 12 mars 2026 kl. 13.00 · Bo → 1");
    assert_snapshot!(shown(&world, &cancel("anna", "BO")).await, @"
    2 · torsdag 5 mars 2026 kl. 09.00 · Bo → 2
    1 · torsdag 12 mars 2026 kl. 13.00 · Bo → 1
    ");
    assert_snapshot!(shown(&world, &cancel("grace", "")).await, @"1 · Friday 6 March 2026, 09:00 · Ada → 1");
    let met = sought("anna", CommandName::MeetingMet, Kind::MeetingNumber, "");
    assert_snapshot!(shown(&world, &met).await, @"");

    world.until("2026-03-06 12:00").await;
    assert_snapshot!(shown(&world, &met).await, @"2 · torsdag 5 mars 2026 kl. 09.00 · Bo → 2");
    assert_snapshot!(shown(&world, &cancel("anna", "")).await, @"1 · torsdag 12 mars 2026 kl. 13.00 · Bo → 1");
    let _ = world.transcript();
}

#[tokio::test]
async fn whoever_has_several_chooses_one() {
    let mut world = World::started().await;
    world.says("leader", "people add Eva Dal, adept console:eva").await;
    world.says("leader", "pair add bo eva").await;
    for (with, at) in [("eva", "4/3 kl 13"), ("anna", "5/3 kl 9")] {
        world.says("bo", &format!("boka {at} @{with}")).await;
        world.says("bo", "ja").await;
    }
    let list = sought("bo", CommandName::MeetingList, Kind::With, "");
    assert_snapshot!(shown(&world, &list).await, @"
    Anna Ek → anna
    Eva Dal → eva
    ");
    let cancel = sought("bo", CommandName::MeetingCancel, Kind::MeetingNumber, "");
    assert_snapshot!(shown(&world, &cancel).await, @"
    1 · onsdag 4 mars 2026 kl. 13.00 · Eva → 1
    1 · torsdag 5 mars 2026 kl. 09.00 · Anna → 1
    ");
    let with = Sought { with: Some("Eva Dal".to_owned()), ..cancel.clone() };
    assert_snapshot!(shown(&world, &with).await, @"1 · onsdag 4 mars 2026 kl. 13.00 · Eva → 1");
    let nobody = Sought { with: Some("grace".to_owned()), ..cancel };
    assert_snapshot!(shown(&world, &nobody).await, @"");

    another(
        &world,
        "leader,Lotta Lind,leader,console:leader,sv,
         bosse,Bo Berg,mentor,console:bo,sv,2
         ann,Ann Holm,adept,console:ann,sv,",
    )
    .await;
    world.says("leader", "pair add bosse ann #trainee").await;
    assert_snapshot!(shown(&world, &list).await, @"
    Anna Ek · Nya ledare → anna
    Eva Dal · Nya ledare → eva
    Ann Holm · Trainee → ann
    ");
    let _ = world.transcript();
}

// --- What leaders have -----------------------------------------------------------------------------

#[tokio::test]
async fn who_can_be_paired_is_shown() {
    let mut world = World::new().await;
    world.says("leader", "people add Åsa Öst, adept").await;
    let add = |kind, typed: &str| sought("leader", CommandName::PairAdd, kind, typed);
    assert_snapshot!(shown(&world, &add(Kind::Mentor, "")).await, @"
    Bo Berg · mentor → bo
    Ada Moore · mentor → ada
    ");
    assert_snapshot!(shown(&world, &add(Kind::Adept, "asa ost")).await, @"Åsa Öst · adept → asa");

    world.says("leader", "pair add bo anna").await;
    world.says("leader", "pair add ada grace").await;
    // Bo can take two, Ada one, and an adept has one mentor.
    assert_snapshot!(shown(&world, &add(Kind::Mentor, "")).await, @"Bo Berg · mentor → bo");
    assert_snapshot!(shown(&world, &add(Kind::Adept, "")).await, @"Åsa Öst · adept → asa");
    let show = sought("leader", CommandName::PairShow, Kind::PairNumber, "");
    assert_snapshot!(shown(&world, &show).await, @r"
    1 · Bo Berg och Anna Ek → 1
    2 · Ada Moore och Grace Hill → 2
    ");
    let _ = world.transcript();
}

#[tokio::test]
async fn letters_are_found_by_their_numbers() {
    let mut world = World::started().await;
    world.says("leader", "people add Eva Dal, adept").await;
    world.says("leader", "pair add bo eva").await;
    world.until("2026-03-04 12:00").await;
    let cancel =
        |typed: &str| sought("leader", CommandName::OutboxCancel, Kind::LetterNumber, typed);
    let all = world.stage.app.suggest(&cancel("")).await.unwrap();
    assert!(all.iter().any(|letter| letter.label.contains("Eva Dal")), "{all:?}");
    let first = all[0].value.clone();
    let found = world.stage.app.suggest(&cancel(&first)).await.unwrap();
    assert_eq!(found[0].value, first);
    assert!(world.stage.app.suggest(&cancel("eva")).await.unwrap().is_empty());
    let _ = world.transcript();
}

#[tokio::test]
async fn a_leader_of_several_programmes_sees_which_is_which() {
    let world = World::new().await;
    another(
        &world,
        "leader,Lotta Lind,leader,console:leader,sv,\nmia,Mia Holm,mentor,console:mia,sv,2",
    )
    .await;
    let status = sought("leader", CommandName::ProgrammeStatus, Kind::Programme, "");
    assert_snapshot!(shown(&world, &status).await, @"
    Nya ledare → ledare
    Trainee → trainee
    ");
    let add = sought("leader", CommandName::PairAdd, Kind::Mentor, "");
    assert_snapshot!(shown(&world, &add).await, @"
    Bo Berg · mentor · Nya ledare → bo
    Ada Moore · mentor · Nya ledare → ada
    Mia Holm · mentor · Trainee → mia
    ");
    let add = Sought { programme: Some("TRAINEE".to_owned()), ..add };
    assert_snapshot!(shown(&world, &add).await, @"Mia Holm · mentor → mia");
}

// --- What is nobody's business ---------------------------------------------------------------------

#[tokio::test]
async fn strangers_get_nothing() {
    let world = World::started().await;
    for (command, kind) in everything() {
        let sought = sought("nobody", command, kind, "");
        assert_eq!(world.stage.app.suggest(&sought).await.unwrap(), [], "{command:?} {kind:?}");
    }
}

#[tokio::test]
async fn mentors_and_adepts_get_nothing_of_what_leaders_have() {
    let world = World::started().await;
    for who in ["anna", "bo"] {
        for (command, kind) in everything() {
            if Audience::of(command).leads() {
                let sought = Sought {
                    programme: Some("ledare".to_owned()),
                    ..sought(who, command, kind, "")
                };
                assert_eq!(world.stage.app.suggest(&sought).await.unwrap(), []);
            }
        }
    }
}

/// Whoever leads another programme, or is in another pair, sees no name from this one.
#[tokio::test]
async fn what_others_have_is_not_shown() {
    let mut world = World::started().await;
    another(&world, "lo,Lo Ask,leader,console:lo,sv,\nmia,Mia Holm,mentor,console:mia,sv,2").await;
    world.says("anna", "boka 5/3 kl 9").await;
    world.says("anna", "ja").await;
    let names = ["Anna", "Bo", "Lotta", "Grace", "Ada"];
    for who in ["lo", "mia"] {
        for (command, kind) in everything() {
            for programme in [None, Some("ledare".to_owned())] {
                let sought = Sought { programme, ..sought(who, command, kind, "") };
                let seen = world.stage.app.suggest(&sought).await.unwrap();
                let is_told = |suggestion: &Suggestion| {
                    let words: Vec<_> = suggestion.label.split([' ', '·', '+']).collect();
                    names.iter().any(|name| words.contains(name)) || suggestion.value == "ledare"
                };
                assert!(!seen.iter().any(is_told), "{who}: {command:?} {kind:?}: {seen:?}");
            }
        }
    }
    // In the room of another pair, one's own isn't meant.
    let theirs = Room {
        platform: PlatformName::Console,
        address: "anna+bo".to_owned(),
        kind: RoomKind::Shared,
    };
    let grace = sought("grace", CommandName::MeetingList, Kind::With, "");
    assert_snapshot!(shown(&world, &grace).await, @"Ada Moore → ada");
    assert_snapshot!(shown(&world, &Sought { room: theirs, ..grace }).await, @"");
    let _ = world.transcript();
}

#[tokio::test]
async fn no_more_is_suggested_than_fits() {
    let mut people = PEOPLE.to_owned();
    for n in 0..300 {
        writeln!(people, "p{n},Person {n},adept,,sv,").unwrap();
    }
    let world = World::with(PROGRAMME, &people).await;
    let add = |typed: &str| sought("leader", CommandName::PairAdd, Kind::Adept, typed);
    assert_eq!(world.stage.app.suggest(&add("")).await.unwrap().len(), MOST_SUGGESTIONS);
    assert_snapshot!(shown(&world, &add("person 299")).await, @"Person 299 · adept → p299");
}

/// Looking waits for nobody and keeps nobody waiting.
#[tokio::test]
async fn what_is_suggested_changes_nothing() {
    let world = World::started().await;
    let before = world.counts().await;
    let busy = world.stage.app.store.begin().await.unwrap();
    for who in ["anna", "bo", "leader", "nobody"] {
        for (command, kind) in everything() {
            for typed in ["", "a", "\0", "2", "💥", &"å".repeat(6_000)] {
                let sought = sought(who, command, kind, typed);
                let found = world.stage.app.suggest(&sought).await.unwrap();
                assert!(found.len() <= MOST_SUGGESTIONS);
            }
        }
    }
    drop(busy);
    assert_eq!(world.counts().await, before);
}

// ---------------------------------------------------------------------------------------------------

/// Each command with each of its parts.
fn everything() -> impl Iterator<Item = (CommandName, Kind)> {
    let of = |name: &CommandName| {
        let name = *name;
        name.parameters().iter().map(move |parameter| (name, parameter.kind))
    };
    CommandName::ALL.iter().flat_map(of)
}

fn sought(who: &str, command: CommandName, kind: Kind, typed: &str) -> Sought {
    let (platform, address) = (PlatformName::Console, who.to_owned());
    Sought {
        account: Account { platform, address: address.clone() },
        room: Room { platform, address, kind: RoomKind::Direct },
        command,
        kind,
        typed: typed.to_owned(),
        programme: None,
        with: None,
    }
}

/// A second programme beside the first.
async fn another(world: &World, people: &str) {
    let file = PROGRAMME
        .replace("\"ledare\"", "\"trainee\"")
        .replace("Nya ledare", "Trainee")
        .replace("New leaders", "Trainees");
    world.stage.app.add_programme("t.toml", &file).await.unwrap();
    let people = format!("id,name,role,account,locale,capacity\n{people}\n");
    world.stage.app.import("trainee", "t.csv", people.as_bytes(), false).await.unwrap();
}

/// What is shown, and what each of it puts into the command.
async fn shown(world: &World, sought: &Sought) -> String {
    let found = world.stage.app.suggest(sought).await.unwrap();
    let lines = found.iter().map(|found| format!("{} → {}", found.label, found.value));
    lines.collect::<Vec<_>>().join("\n")
}
