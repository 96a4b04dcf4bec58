//! The store on its two databases: what it keeps it gives back, and a database that can't be used
//! is left as it was.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use insta::assert_snapshot;
use jiff::{
    SignedDuration, Timestamp,
    civil::{date, time},
    tz::TimeZone,
};
use mentorskap::{
    domain::{
        account::{Account, PlatformName},
        agreement::{Clause, Topic},
        application::{Application, ApplicationState, Decided, Decision, Given, Step, Told},
        asked::Asked,
        attention::{CaseState, Level, Matter, Wish},
        availability::Busy,
        calendar::Hours,
        checkin::{CheckIns, Names, Occasion, Respondent, Round, RoundStep},
        command::CommandName,
        disclosure::{Cell, Disclosed},
        draft::Draft,
        farewell::Touch,
        gathering::{
            Answer, CameBy, Gathering, GatheringState, Plan, Reply, Step as GatheringStep,
        },
        goal::{Change, Goal, Milestone, Score, Weight},
        ids::{
            LessonId, MeetingId, OutboxId, PairId, PersonId, PlaceId, ProgrammeId, ProposalId,
            RoundId,
        },
        impression::{Feeling, Fit, Impression},
        inbound::{Aside, InboundKey, MessageRef, Room, RoomKind},
        leading::ServerRole,
        letter::{Fate, Reason, Receiver},
        locale::{Locale, Translations},
        meeting::{Appointment, Half, Meeting, MeetingState, Verdict},
        message::{
            Message, application::ApplicationSays, general::General, matching::MatchingSays,
            nudge::Nudge, settings::SettingsSays, training::TrainingSays,
        },
        note::Sealed,
        notice::Urgency,
        own_calendar::OwnCalendar,
        pair::{NextMeeting, Pair},
        person::Person,
        programme::ProgrammeState,
        proposal::{Proposal, ProposalState, Tie, TieKind},
        reflection::Subject,
        reminder::Ahead,
        risk::Pause,
        role::Role,
        sparing::Rank,
    },
    platform::Ear as _,
    store::{
        Envelope, Held, HeldAnswer, MemberRow, Mentioned, NewLetter, NewMember, News, PlaceState,
        Plea, Reminder, Store, StoreError, Work,
    },
};
use sqlx::{AnyConnection, Connection as _, Executor as _};
use tempfile::TempDir;

use crate::support::{Database, PROGRAMME, World, typed};

// --- Databases that can't be used ------------------------------------------------------------------

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_as_it_is() {
    let database = Database::fresh().await;
    Store::open(&database.url).await.unwrap().close().await;
    let mut raw = AnyConnection::connect(&database.url).await.unwrap();
    raw.execute(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         select 9999, 'from the future', success, checksum, 0 from _sqlx_migrations
          where version = 1",
    )
    .await
    .unwrap();
    let before = migrations(&mut raw).await;
    raw.close().await.unwrap();
    let bytes = file_of(&database.url).map(|path| fs::read(path).unwrap());

    let error = Store::open(&database.url).await.unwrap_err();

    assert!(matches!(error, StoreError::Newer(_)), "{error:?}");
    let shown = told(&error).replace(&database.url, "DATABASE");
    assert_snapshot!(shown, @"the database DATABASE was made by a newer version of Mentorskap. Use that version, or a backup from before the upgrade. Nothing was changed.");
    assert!(bytes == file_of(&database.url).map(|path| fs::read(path).unwrap()));
    let mut raw = AnyConnection::connect(&database.url).await.unwrap();
    assert_eq!(migrations(&mut raw).await, before);
}

async fn migrations(raw: &mut AnyConnection) -> Vec<i64> {
    let versions = "select version from _sqlx_migrations order by version";
    sqlx::query_scalar(versions).fetch_all(raw).await.unwrap()
}

#[tokio::test]
async fn a_database_that_another_program_has_locked_is_left_as_it_is() {
    let (_folder, path, url) = file();
    Store::open(&url).await.unwrap().close().await;
    let before = fs::read(&path).unwrap();
    let mut other = AnyConnection::connect(&url).await.unwrap();
    other.execute("pragma locking_mode = exclusive; begin exclusive").await.unwrap();

    check_unopened(&path, &url, &before, "Another program has locked it").await;
}

#[tokio::test]
async fn a_damaged_database_is_left_as_it_is() {
    let (_folder, path, url) = file();
    Store::open(&url).await.unwrap().close().await;
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0xa5);
    fs::write(&path, &bytes).unwrap();

    check_unopened(&path, &url, &bytes, "estore a backup").await;
}

#[tokio::test]
async fn half_a_database_is_left_as_it_is() {
    let (_folder, path, url) = file();
    Store::open(&url).await.unwrap().close().await;
    let mut bytes = fs::read(&path).unwrap();
    bytes.truncate(bytes.len() / 2);
    fs::write(&path, &bytes).unwrap();

    check_unopened(&path, &url, &bytes, "estore a backup").await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_as_it_is() {
    let (_folder, path, url) = file();
    let letter = "Dear Lotta, this is no database at all. ".repeat(200);
    fs::write(&path, &letter).unwrap();

    check_unopened(&path, &url, letter.as_bytes(), "no database").await;
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_not_made() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing");
    let url = format!("sqlite:{}", missing.join("bot.db").display());

    let error = told(&Store::open(&url).await.unwrap_err());

    assert!(error.contains("Check that its folder exists"), "{error}");
    assert!(!missing.exists());
}

#[tokio::test]
async fn what_is_no_address_is_called_so() {
    let error = told(&Store::open("mysql://bot:secret@db/m").await.unwrap_err());
    assert_snapshot!(error, @r#""mysql://bot@db/m" is no database address. Write it as sqlite:FILE or postgres://user:password@host/database."#);
}

/// What happened and what to do.
fn told(error: &StoreError) -> String {
    format!("{error}. {}", error.cure())
}

/// The error says where, why and what to do, on one line; nothing in the file has changed.
async fn check_unopened(path: &Path, url: &str, before: &[u8], cure: &str) {
    let opened = tokio::time::timeout(Duration::from_mins(1), Store::open(url)).await.unwrap();
    let error = opened.unwrap_err();
    assert!(matches!(error, StoreError::Unopened { .. }), "{error:?}");
    let shown = told(&error);
    assert!(shown.contains(url) && shown.contains(cure), "{shown}");
    assert!(!shown.contains('\n'), "{shown}");
    assert!(fs::read(path).unwrap() == before, "the file was changed");
}

fn file() -> (TempDir, PathBuf, String) {
    sqlx::any::install_default_drivers();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bot.db");
    let url = format!("sqlite:{}?mode=rwc", path.display());
    let url = url.trim_end_matches("?mode=rwc").to_owned();
    (folder, path, url)
}

fn file_of(url: &str) -> Option<PathBuf> {
    url.strip_prefix("sqlite:").map(PathBuf::from)
}

// --- One process at a time -------------------------------------------------------------------------

#[tokio::test]
async fn a_database_is_claimed_by_one_process_at_a_time() {
    let database = Database::fresh().await;
    let first = Store::open(&database.url).await.unwrap();
    let second = Store::open(&database.url).await.unwrap();

    let mut claim = first.claim(&database.url).await.unwrap();
    claim.check().await.unwrap();
    let refused = second.claim(&database.url).await.unwrap_err();

    assert!(matches!(refused, StoreError::Taken(_)), "{refused:?}");
    let shown = told(&refused).replace(&database.url, "DATABASE");
    assert_snapshot!(shown, @"another process of the bot is using the database DATABASE. Stop that one first.");
    drop(claim);
    first.close().await;
    second.claim(&database.url).await.unwrap();
}

// --- Rows that can't be read -----------------------------------------------------------------------

#[tokio::test]
async fn a_letter_that_cannot_be_read_does_not_stop_the_others() {
    let mut world = World::started().await;
    world.until("2026-03-09 08:59").await;
    world.until("2026-03-09 09:00").await;
    let waiting = "select count(*) from outbox where state = 'waiting'";
    let before = world.number(waiting).await;
    assert!(before >= 2, "{before} letters wait");
    sqlx::query(
        "update outbox set message = '{\"nudge\":{\"kind\":\"from_the_future\"}}'
          where id = (select min(id) from outbox where state = 'waiting')",
    )
    .execute(&world.raw)
    .await
    .unwrap();

    world.until("2026-03-10 08:00").await;

    let unreadable = "select count(*) from outbox
                       where state = 'refused' and reason = 'unreadable'";
    assert_eq!(world.number(unreadable).await, 1);
    assert_eq!(world.number(waiting).await, 0);
    let sent = "select count(*) from outbox where state = 'sent' and kind like 'nudge.%'";
    assert_eq!(world.number(sent).await, 4 + before - 1);
}

#[tokio::test]
async fn a_pair_that_cannot_be_read_does_not_stop_the_others() {
    let mut world = World::started().await;
    // A time that no calendar reaches.
    sqlx::query("update pairs set due_at = 9000000000000000000 where number = 1")
        .execute(&world.raw)
        .await
        .unwrap();

    world.until("2026-03-03 08:00").await;

    let asked = "select count(*) from outbox where state = 'sent' and kind like 'nudge.%'";
    assert_eq!(world.number(asked).await, 2);
}

#[tokio::test]
async fn a_row_that_breaks_a_rule_is_named() {
    let world = World::started().await;
    sqlx::query("update people set zone = 'Nowhere/Land' where name = 'Bo Berg'")
        .execute(&world.raw)
        .await
        .unwrap();
    let id = world.number("select id from people where name = 'Bo Berg'").await;

    let mut work = world.stage.app.store.look().await.unwrap();
    let error = work.person(PersonId::new(id)).await.unwrap_err();

    assert!(matches!(error, StoreError::Inconsistent { table: "people", .. }), "{error:?}");
    assert!(error.to_string().starts_with(&format!("people {id} is inconsistent: ")), "{error}");
}

// --- Everything that is kept -----------------------------------------------------------------------

/// What the other tests here must call: whatever of the store can be called at all. A statement
/// that nobody tries on both databases works on one of them.
#[test]
fn every_statement_is_tried() {
    let this = include_str!("store.rs");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store");
    let mut statements = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let names = source.split("    pub async fn ").skip(1);
        statements.extend(names.map(|rest| rest.split('(').next().unwrap().to_owned()));
    }
    assert!(statements.len() > 60, "{statements:?}");
    let is_called = |name: &String| {
        this.contains(&format!(".{name}(")) || this.contains(&format!("Store::{name}("))
    };
    let untried: Vec<_> = statements.iter().filter(|name| !is_called(name)).collect();
    assert!(untried.is_empty(), "call these here: {untried:?}");
}

/// A store with a programme, Bo as its mentor and Anna as its adept, and the pair of them.
struct Stock {
    store: Store,
    now: Timestamp,
    programme: ProgrammeId,
    bo: PersonId,
    anna: PersonId,
    pair: PairId,
    database: Database,
}

impl Stock {
    async fn new() -> Self {
        let database = Database::fresh().await;
        let store = Store::open(&database.url).await.unwrap();
        let now: Timestamp = "2026-03-02T08:00:00+01".parse().unwrap();
        let mut work = store.begin().await.unwrap();
        let programme = work.add_programme("ledare", "months = 7", now).await.unwrap();
        work.look_at_preparation(programme, None).await.unwrap();
        let sv = Locale::new("sv");
        let bo = work.add_person("Bo Berg", &sv, None).await.unwrap();
        let zone = TimeZone::get("Europe/London").unwrap();
        let anna = work.add_person("Anna Ek", &sv, Some(&zone)).await.unwrap();
        let mentor = work.add_member(&part(programme, bo, Role::Mentor, "bo")).await.unwrap();
        let adept = work.add_member(&part(programme, anna, Role::Adept, "anna")).await.unwrap();
        let pair = work.add_pair(programme, mentor, adept, now).await.unwrap();
        work.add_account(bo, &account("bo"), now).await.unwrap();
        work.look_for_again(&account("bo"), None).await.unwrap();
        work.save().await.unwrap();
        Self { store, now, programme, bo, anna, pair, database }
    }

    async fn work(&self) -> Work {
        self.store.begin().await.unwrap()
    }

    fn in_days(&self, days: i64) -> Timestamp {
        self.now + SignedDuration::from_hours(24 * days)
    }

    /// A letter that is due now.
    fn letter(&self, receiver: Receiver, message: Message, urgency: Urgency) -> NewLetter {
        NewLetter {
            receiver,
            programme: Some(self.programme),
            message,
            urgency,
            due_at: self.now,
            stale_at: self.in_days(6),
            reply_to: None,
        }
    }
}

fn part(programme: ProgrammeId, person: PersonId, role: Role, handle: &str) -> NewMember {
    let row = MemberRow { capacity: 1, wants: Some("a|b".to_owned()), ..MemberRow::default() };
    NewMember { programme, person, role, handle: handle.to_owned(), row }
}

fn account(address: &str) -> Account {
    Account { platform: PlatformName::Console, address: address.to_owned() }
}

fn room(address: &str, kind: RoomKind) -> Room {
    Room { platform: PlatformName::Console, address: address.to_owned(), kind }
}

#[tokio::test]
async fn work_that_is_not_saved_never_happened() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    work.add_programme("other", "", stock.now).await.unwrap();
    drop(work);
    let mut work = stock.work().await;
    assert_eq!(work.programme_named("other").await.unwrap(), None);
    assert_eq!(work.programmes().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_name_of_a_copy_is_kept_from_the_first_time() {
    let stock = Stock::new().await;
    assert_eq!(stock.store.installation("abc", stock.now).await.unwrap(), "abc");
    assert_eq!(stock.store.installation("xyz", stock.now).await.unwrap(), "abc");
}

#[tokio::test]
async fn programmes_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let paused = ProgrammeState::Paused { since: stock.now };
    work.put_file(stock.programme, "months = 9").await.unwrap();
    work.put_state(stock.programme, paused, stock.now).await.unwrap();
    let row = work.programme(stock.programme).await.unwrap().unwrap();
    assert_eq!((row.slug.as_str(), row.file.as_str()), ("ledare", "months = 9"));
    assert_eq!(row.state, paused);
    assert_eq!(work.programme_named("ledare").await.unwrap(), Some(row));
    assert_eq!(work.programme(ProgrammeId::new(99)).await.unwrap(), None);
}

#[tokio::test]
async fn people_and_their_accounts_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let bo = work.person_of(&account("bo")).await.unwrap().unwrap();
    assert_eq!((bo.id, bo.zone.clone(), bo.hours), (stock.bo, None, None));
    let midnight = time(0, 0, 0, 0);
    let changed = Person {
        locale: Locale::new("en"),
        hours: Hours::new(time(18, 30, 0, 0), midnight),
        zone: TimeZone::get("Asia/Kathmandu").ok(),
        ..bo
    };
    work.put_person(&changed).await.unwrap();
    assert_eq!(work.person(stock.bo).await.unwrap(), Some(changed));
    let locale = async |work: &mut Work| work.person(stock.bo).await.unwrap().unwrap().locale;
    assert!(work.learn_locale(stock.bo, &Locale::new("fi")).await.unwrap());
    assert_eq!(locale(&mut work).await, Locale::new("fi"));
    work.suggest_locale(stock.bo, &Locale::new("sv")).await.unwrap();
    assert_eq!(locale(&mut work).await, Locale::new("sv"));
    assert!(!work.learn_locale(stock.bo, &Locale::new("fi")).await.unwrap());
    assert_eq!(locale(&mut work).await, Locale::new("sv"));
    work.choose_locale(stock.bo, &Locale::new("en")).await.unwrap();
    work.suggest_locale(stock.bo, &Locale::new("sv")).await.unwrap();
    assert_eq!(locale(&mut work).await, Locale::new("en"));
    // An account belongs to one person, the first.
    work.add_account(stock.anna, &account("bo"), stock.now).await.unwrap();
    assert_eq!(work.accounts_of(stock.bo).await.unwrap(), [account("bo")]);
    assert_eq!(work.accounts_of(stock.anna).await.unwrap(), []);
    // Until it has spoken, it may have been a slip of a leader's pen.
    assert!(!work.has_settled(stock.bo, stock.programme).await.unwrap());
    work.note_account(&account("bo"), stock.now).await.unwrap();
    assert!(work.has_settled(stock.bo, stock.programme).await.unwrap());
    let elsewhere = work.add_programme("elsewhere", "", stock.now).await.unwrap();
    work.add_account(stock.anna, &account("anna"), stock.now).await.unwrap();
    assert!(!work.has_settled(stock.anna, stock.programme).await.unwrap());
    assert!(work.has_settled(stock.anna, elsewhere).await.unwrap());
    work.remove_accounts(stock.anna, PlatformName::Matrix).await.unwrap();
    assert_eq!(work.accounts_of(stock.anna).await.unwrap(), [account("anna")]);
    work.remove_accounts(stock.anna, PlatformName::Console).await.unwrap();
    assert_eq!(work.accounts_of(stock.anna).await.unwrap(), []);
    work.save().await.unwrap();
    assert!(stock.store.knows(&account("bo")).await.unwrap());
    assert!(!stock.store.knows(&account("nobody")).await.unwrap());
}

#[tokio::test]
async fn somebody_who_turns_out_to_be_the_same_brings_everything_along() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let double = work.add_person("B. Berg", &Locale::new("sv"), None).await.unwrap();
    work.add_account(double, &account("bosse"), stock.now).await.unwrap();
    work.add_invitation(double, "hash", stock.in_days(1)).await.unwrap();
    let (programme, show) = (stock.programme, CommandName::PairShow);
    work.add_act(programme, double, show, Some(double), stock.now).await.unwrap();
    for (person, lesson) in [(double, "goals"), (double, "listening"), (stock.bo, "goals")] {
        work.add_lesson(programme, person, lesson, stock.now).await.unwrap();
    }
    work.merge_people(double, stock.bo).await.unwrap();
    let read = work.lessons_of(programme, stock.bo).await.unwrap();
    assert_eq!(read, ["listening", "goals"]);
    let act = work.acts_about(stock.bo).await.unwrap().remove(0);
    assert_eq!((&*act.by, act.about.as_deref()), ("Bo Berg", Some("Bo Berg")));
    assert_eq!(work.person(double).await.unwrap(), None);
    assert_eq!(work.person_of(&account("bosse")).await.unwrap().unwrap().id, stock.bo);
    assert_eq!(work.accounts_of(stock.bo).await.unwrap().len(), 2);
}

#[tokio::test]
async fn members_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let members = work.members(stock.programme).await.unwrap();
    let [bo, anna] = members.as_slice() else { panic!("{members:?}") };
    assert_eq!((bo.handle.as_str(), bo.role, bo.has_joined), ("bo", Role::Mentor, true));
    assert_eq!((anna.role, anna.has_joined), (Role::Adept, false));
    let row = MemberRow { capacity: 3, contact: Some("070".to_owned()), ..MemberRow::default() };
    work.put_member(bo.id, &row).await.unwrap();
    assert_eq!(work.member_row(bo.id).await.unwrap(), Some(row));
    let back = stock.in_days(7);
    work.put_pause(bo.id, Some(stock.now), Some(back)).await.unwrap();
    assert_eq!(work.members_to_resume(stock.in_days(6)).await.unwrap(), []);
    assert_eq!(work.members_to_resume(back).await.unwrap()[0].id, bo.id);
    assert_eq!(work.parts_of(stock.bo).await.unwrap()[0].resume_at, Some(back));
    assert_eq!(work.break_of(stock.bo, stock.programme).await.unwrap(), Some(Some(back)));
    assert_eq!(work.break_of(stock.anna, stock.programme).await.unwrap(), None);
    let soon = stock.in_days(2);
    work.plan_pause(bo.id, soon, Some(back)).await.unwrap();
    assert_eq!(work.break_of(stock.bo, stock.programme).await.unwrap(), None);
    assert_eq!(work.members_to_pause(stock.in_days(1)).await.unwrap(), []);
    assert_eq!(work.members_to_pause(soon).await.unwrap()[0].pause_at, Some(soon));
    assert_eq!(work.members_to_resume(back).await.unwrap(), []);
    let leader = work.add_member(&part(stock.programme, stock.bo, Role::Leader, "bo")).await;
    work.remove_member(leader.unwrap()).await.unwrap();
    assert_eq!(work.parts_of(stock.bo).await.unwrap().len(), 1);
}

#[tokio::test]
async fn codes_are_used_once_and_in_time() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let soon = stock.in_days(1);
    work.add_invitation(stock.anna, "first", soon).await.unwrap();
    work.add_invitation(stock.anna, "second", soon).await.unwrap();
    work.save().await.unwrap();
    assert!(stock.store.expects_strangers(stock.now).await.unwrap());
    assert!(!stock.store.expects_strangers(soon).await.unwrap());
    let mut work = stock.work().await;
    assert_eq!(work.invited_by("third", stock.now).await.unwrap(), None);
    assert_eq!(work.invited_by("first", stock.now).await.unwrap(), Some(stock.anna));
    assert_eq!(work.invited_by("second", soon).await.unwrap(), None);
    assert_eq!(work.invited_by("second", stock.now).await.unwrap(), Some(stock.anna));
    work.use_invitation("second", stock.now).await.unwrap();
    assert_eq!(work.invited_by("second", stock.now).await.unwrap(), None);
    assert_eq!(work.code_made_for("second").await.unwrap(), Some(stock.anna));
    assert_eq!(work.code_made_for("third").await.unwrap(), None);
    work.note_failed_code(&account("x"), stock.now).await.unwrap();
    assert_eq!(work.failed_codes(&account("x"), stock.now).await.unwrap(), 1);
    assert_eq!(work.failed_codes(&account("x"), soon).await.unwrap(), 0);
}

#[tokio::test]
async fn pairs_are_kept_in_every_state() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let meeting = work.put_meeting(&meeting(&stock)).await.unwrap();
    let new = work.pair(stock.pair).await.unwrap().unwrap();
    assert_eq!((new.number, new.stopped_since), (1, Some(stock.now)));
    let at = stock.in_days(3);
    for next in [
        NextMeeting::Open { due_at: at, asked: Asked::Never },
        NextMeeting::Open { due_at: at, asked: Asked::RemindedTwice { at } },
        NextMeeting::Booked { meeting, ask_at: at },
        NextMeeting::InQuestion { meeting, ask_at: at },
        NextMeeting::WithLeader { since: at },
    ] {
        let pair = mentorskap::domain::pair::Pair { next, stopped_since: None, ..new.clone() };
        work.put_pair(&pair, Some(at)).await.unwrap();
        assert_eq!(work.pair(stock.pair).await.unwrap(), Some(pair.clone()));
        assert_eq!(work.due_pairs(stock.now, 10).await.unwrap(), []);
        assert_eq!(work.due_pairs(at, 10).await.unwrap(), [stock.pair]);
    }
    work.set_aside(stock.pair, stock.in_days(4)).await.unwrap();
    assert_eq!(work.due_pairs(at, 10).await.unwrap(), []);
    work.set_aside(stock.pair, at).await.unwrap();
    assert_eq!(work.pairs_of_programme(stock.programme).await.unwrap().len(), 1);
    assert_eq!(work.pairs_of_person(stock.anna).await.unwrap().len(), 1);
    assert!(work.is_held_back(stock.pair).await.unwrap());
    work.put_state(stock.programme, ProgrammeState::Running, stock.now).await.unwrap();
    assert!(!work.is_held_back(stock.pair).await.unwrap());
    work.look_at(stock.pair, None).await.unwrap();
    work.put_digest_at(stock.programme, stock.in_days(90)).await.unwrap();
    work.save().await.unwrap();
    assert_eq!(stock.store.next_due().await.unwrap(), Some(at));
}

fn meeting(stock: &Stock) -> Meeting {
    Meeting {
        id: None,
        pair: stock.pair,
        number: 1,
        when: Appointment::At {
            local: date(2026, 3, 12).at(13, 30, 0, 0),
            zone: TimeZone::get("Europe/Stockholm").unwrap(),
        },
        place: Some("Kaféet".to_owned()),
        state: MeetingState::Booked,
        asked: Asked::Never,
        mentor_says: None,
        adept_says: None,
    }
}

#[tokio::test]
async fn meetings_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let id = work.put_meeting(&meeting(&stock)).await.unwrap();
    let known = work.meeting(id).await.unwrap().unwrap();
    assert_eq!(known, Meeting { id: Some(id), ..meeting(&stock) });
    let changed = Meeting {
        when: Appointment::Sometime { since: stock.now },
        place: None,
        state: MeetingState::Unanswered,
        asked: Asked::RemindedTwice { at: stock.now },
        mentor_says: Some(Verdict::Held),
        adept_says: Some(Verdict::Paused),
        ..known
    };
    assert_eq!(work.put_meeting(&changed).await.unwrap(), id);
    assert_eq!(work.meetings_of(stock.pair).await.unwrap(), [changed]);
    assert_eq!(work.meeting(MeetingId::new(99)).await.unwrap(), None);
}

#[tokio::test]
async fn cases_are_opened_once_and_come_back() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let matter = Matter::NotBooked { pair: stock.pair };
    let yellow = Level::Yellow;
    let (case, news) = work.open_case(stock.programme, matter, yellow, stock.now).await.unwrap();
    assert_eq!(news, News::New);
    let again = work.open_case(stock.programme, matter, yellow, stock.in_days(1)).await.unwrap();
    assert_eq!(again, (case, News::Known));
    let person = Matter::Unreachable { person: stock.anna };
    work.open_case(stock.programme, person, Level::Red, stock.in_days(1)).await.unwrap();
    let open = work.open_cases(stock.programme).await.unwrap();
    assert_eq!(open.iter().map(|case| case.matter).collect::<Vec<_>>(), [person, matter]);
    let wake_at = stock.in_days(14);
    work.put_case(case, CaseState::Later { wake_at }).await.unwrap();
    assert_eq!(work.cases_to_wake(stock.now).await.unwrap(), []);
    assert_eq!(work.cases_to_wake(wake_at).await.unwrap()[0].id, case);
    let raised = work.watch_case(stock.programme, matter, Level::Red, stock.now).await.unwrap();
    assert_eq!(raised, (case, News::Raised));
    work.settle_open(stock.pair).await.unwrap();
    assert_eq!(work.case(case).await.unwrap().unwrap().state, CaseState::Settled);
    work.settle_asked(stock.pair).await.unwrap();
    assert_eq!(work.case(case).await.unwrap().unwrap().state, CaseState::Settled);
    assert_eq!(work.open_cases(stock.programme).await.unwrap().len(), 1);
}

/// What a leader has closed comes up again only if it matters more, or was settled in between.
#[tokio::test]
async fn what_a_leader_has_closed_stays_closed() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let matter = Matter::FewDates { pair: stock.pair };
    let (programme, now) = (stock.programme, stock.now);
    let (case, _) = work.watch_case(programme, matter, Level::Yellow, now).await.unwrap();
    work.put_case(case, CaseState::Closed).await.unwrap();
    let again = work.watch_case(programme, matter, Level::Yellow, now).await.unwrap();
    assert_eq!(again, (case, News::Known));
    work.settle_watched(stock.pair, &[matter]).await.unwrap();
    assert_eq!(work.case(case).await.unwrap().unwrap().state, CaseState::Closed);
    work.settle_watched(stock.pair, &[]).await.unwrap();
    assert_eq!(work.case(case).await.unwrap().unwrap().state, CaseState::Settled);
    let (anew, news) = work.watch_case(programme, matter, Level::Yellow, now).await.unwrap();
    assert_eq!(news, News::New);
    work.put_case(anew, CaseState::Closed).await.unwrap();
    let (worse, news) = work.watch_case(programme, matter, Level::Red, now).await.unwrap();
    assert_eq!(news, News::New);
    work.settle_pair(stock.pair).await.unwrap();
    assert_eq!(work.case(worse).await.unwrap().unwrap().state, CaseState::Settled);
}

/// Whoever asks for a leader is promised an answer, and each of their words is kept.
#[tokio::test]
async fn words_to_a_leader_are_kept_until_they_are_answered() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let plea = Plea { words: Some("Vi ses aldrig".to_owned()), answer_by: stock.in_days(2) };
    let who = (stock.anna, Wish::Words);
    let first = work.open_plea(stock.programme, who, &plea, stock.now).await.unwrap();
    let silent = Plea { words: None, answer_by: stock.in_days(3) };
    let who = (stock.anna, Wish::Silent);
    let second = work.open_plea(stock.programme, who, &silent, stock.now).await.unwrap();
    assert_ne!(first, second);
    assert_eq!(work.plea(first).await.unwrap(), Some(plea));
    assert_eq!(work.plea(second).await.unwrap(), Some(silent));
    assert_eq!(work.pleas_to_answer(stock.in_days(1)).await.unwrap(), []);
    let again = work.living_plea(stock.programme, (stock.anna, Wish::Silent)).await.unwrap();
    assert_eq!(again.unwrap().answer_by, stock.in_days(3));
    let due = work.pleas_to_answer(stock.in_days(2)).await.unwrap();
    assert_eq!(due.iter().map(|case| case.id).collect::<Vec<_>>(), [first]);
    work.remind_of_plea(first, None).await.unwrap();
    work.put_case(second, CaseState::Closed).await.unwrap();
    assert_eq!(work.pleas_to_answer(stock.in_days(9)).await.unwrap(), []);
    let (anna, programme) = (stock.anna, stock.programme);
    assert!(work.misses_answers(anna, programme, stock.now).await.unwrap());
    assert!(!work.misses_answers(anna, programme, stock.in_days(1)).await.unwrap());
}

/// When a pair is looked at, what it says of its meetings, and when its clocks stood still.
#[tokio::test]
async fn a_pair_is_looked_at_when_something_has_changed() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let going = Pair { stopped_since: None, ..pair.clone() };
    work.put_pair(&going, None).await.unwrap();
    assert_eq!(work.pairs_to_look_at(stock.now, 9).await.unwrap(), [stock.pair]);
    work.look_at(stock.pair, Some(stock.in_days(3))).await.unwrap();
    assert_eq!(work.pairs_to_look_at(stock.in_days(2), 9).await.unwrap(), []);
    work.look_at_pairs_of(pair.adept.person).await.unwrap();
    assert_eq!(work.pairs_to_look_at(stock.now, 9).await.unwrap(), [stock.pair]);
    work.look_at(stock.pair, None).await.unwrap();
    work.heard_from(pair.adept.person).await.unwrap();
    assert_eq!(work.pairs_to_look_at(stock.now, 9).await.unwrap(), []);
    let matter = Matter::Silent { pair: stock.pair, person: pair.adept.person };
    work.watch_case(stock.programme, matter, Level::Yellow, stock.now).await.unwrap();
    work.heard_from(pair.adept.person).await.unwrap();
    assert_eq!(work.pairs_to_look_at(stock.now, 9).await.unwrap(), [stock.pair]);
    let pause = Pause { from: stock.now, until: stock.in_days(7) };
    work.add_pause(stock.pair, pause).await.unwrap();
    work.add_pause(stock.pair, Pause { from: stock.now, until: stock.now }).await.unwrap();
    assert_eq!(work.pauses_of(stock.pair).await.unwrap(), [pause]);
    let adept = pair.adept.person;
    assert_eq!(work.unanswered_by(adept, stock.programme).await.unwrap(), None);
}

#[tokio::test]
async fn leaders_read_once_a_week_what_there_is() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let programme = stock.programme;
    work.put_state(programme, ProgrammeState::Running, stock.now).await.unwrap();
    assert_eq!(work.digests_due(stock.now).await.unwrap(), [programme]);
    assert_eq!(work.digest_at(programme).await.unwrap(), None);
    work.put_digest_at(programme, stock.in_days(7)).await.unwrap();
    assert_eq!(work.digest_at(programme).await.unwrap(), Some(stock.in_days(7)));
    assert_eq!(work.digests_due(stock.in_days(6)).await.unwrap(), []);
    assert_eq!(work.digests_due(stock.in_days(7)).await.unwrap(), [programme]);
}

#[tokio::test]
async fn a_programme_that_is_over_keeps_its_last_day() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.programme(stock.programme).await.unwrap().unwrap().last_on, None);
    work.close_programme(stock.programme, date(2026, 5, 31)).await.unwrap();
    let row = work.programme(stock.programme).await.unwrap().unwrap();
    assert_eq!((row.state, row.last_on), (ProgrammeState::Closed, Some(date(2026, 5, 31))));
}

/// Two who rest together go on when their time has come.
#[tokio::test]
async fn a_rest_of_two_ends_by_itself() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let resting = Pair {
        resume_at: Some(stock.in_days(3)),
        ends_on: Some(date(2026, 12, 20)),
        ..pair.paused(stock.now)
    };
    work.put_pair(&resting, None).await.unwrap();
    assert_eq!(work.pair(stock.pair).await.unwrap(), Some(resting));
    assert_eq!(work.pairs_to_resume(stock.in_days(2)).await.unwrap(), []);
    assert_eq!(work.pairs_to_resume(stock.in_days(3)).await.unwrap(), [stock.pair]);
    work.put_off_rest(stock.pair, stock.in_days(4)).await.unwrap();
    assert_eq!(work.pairs_to_resume(stock.in_days(3)).await.unwrap(), []);
}

/// What waits for the two of a pair is taken back, and nothing else.
#[tokio::test]
async fn letters_to_a_pair_are_taken_back() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let (bo, now) = (Receiver::Person(stock.bo), stock.now);
    let to_one = work.promise(&stock.letter(bo, ask(&stock), Urgency::InHours), now).await.unwrap();
    let pair = Receiver::Pair(stock.pair);
    let to_both =
        work.promise(&stock.letter(pair, ask(&stock), Urgency::InHours), now).await.unwrap();
    work.cancel_letters_to(stock.pair, now).await.unwrap();
    assert_eq!(work.letter(to_both).await.unwrap().unwrap().fate, Fate::Cancelled);
    assert_eq!(work.letter(to_one).await.unwrap().unwrap().fate, Fate::Waiting);
}

/// Reminders of a meeting are planned anew with it, and each ends for itself.
#[tokio::test]
async fn reminders_are_kept_until_they_are_sent() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let when = Appointment::Sometime { since: stock.now };
    let meeting = Meeting::booked(stock.pair, &[], when, None);
    let meeting = work.put_meeting(&meeting).await.unwrap();
    let (mentor, adept) = (pair.mentor.member, pair.adept.member);
    let day = |member, in_days| (member, Ahead::Day, stock.in_days(in_days));
    work.put_reminders(meeting, &[day(mentor, 1), day(adept, 1)]).await.unwrap();
    work.put_reminders(meeting, &[day(mentor, 3), day(adept, 2)]).await.unwrap();
    assert_eq!(work.reminders_due(stock.in_days(1)).await.unwrap(), []);
    let due = work.reminders_due(stock.in_days(2)).await.unwrap();
    assert_eq!(due, [Reminder { meeting, member: adept, ahead: Ahead::Day }]);
    work.put_off_reminder(&due[0], stock.in_days(4)).await.unwrap();
    assert_eq!(work.reminders_due(stock.in_days(2)).await.unwrap(), []);
    work.end_reminder(&due[0]).await.unwrap();
    assert_eq!(work.reminders_due(stock.in_days(9)).await.unwrap().len(), 1);
}

/// What is said of a meeting takes the place of what was said before.
#[tokio::test]
async fn impressions_of_a_meeting_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let adept = work.pair(stock.pair).await.unwrap().unwrap().adept.member;
    let when = Appointment::Sometime { since: stock.now };
    let meeting = Meeting::booked(stock.pair, &[], when, None);
    let meeting = work.put_meeting(&meeting).await.unwrap();
    assert_eq!(work.impression(meeting, adept).await.unwrap(), Impression::default());
    let felt = Impression { feeling: Some(Feeling::Good), fit: None };
    work.put_impression(meeting, adept, felt, stock.now).await.unwrap();
    let said = Impression { fit: Some(Fit::Acquainting), ..felt };
    work.put_impression(meeting, adept, said, stock.in_days(1)).await.unwrap();
    assert_eq!(work.impression(meeting, adept).await.unwrap(), said);
    assert_eq!(work.last_impressions(stock.pair).await.unwrap(), [(adept, said)]);
    let (programme, then) = (stock.programme, stock.in_days(1));
    let since = work.impressions_in(programme, stock.now, then).await.unwrap();
    assert_eq!(since, [(stock.anna, said)]);
    assert_eq!(work.impressions_in(programme, then, then).await.unwrap(), []);
}

/// Times that were offered wait for nothing once there are others; what somebody only looks at stays.
#[tokio::test]
async fn offers_of_a_pair_end_together_and_its_last_day_is_known() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.last_day_given(stock.programme).await.unwrap(), None);
    let place = work.direct_place(&account("bo"), Some(stock.bo)).await.unwrap().id;
    let suggest = |pair, offered_by| Draft::Suggest {
        pair,
        times: vec![],
        zone: "UTC".to_owned(),
        offered_by,
        shown: vec![],
    };
    let mut drafts = vec![];
    for (pair, by) in [
        (stock.pair, Some(Half::Adept)),
        (stock.pair, None),
        (PairId::new(stock.pair.get() + 70), Some(Half::Adept)),
    ] {
        drafts.push(work.add_draft(stock.bo, place, &suggest(pair, by), stock.now).await.unwrap());
    }
    work.end_offers(stock.pair, stock.now).await.unwrap();
    let mut left = vec![];
    for draft in drafts {
        left.push(work.draft(draft, stock.now).await.unwrap().is_some());
    }
    assert_eq!(left, [false, true, true]);
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let ends_on = Some("2026-12-24".parse().unwrap());
    work.put_pair(&Pair { ends_on, ..pair }, None).await.unwrap();
    assert_eq!(work.last_day_given(stock.programme).await.unwrap(), ends_on);
}

/// A calendar takes the place of the one before, and is read when it is due.
#[tokio::test]
async fn own_calendars_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.own_calendar(stock.anna).await.unwrap(), None);
    let busy = vec![Busy { from: stock.now, until: stock.in_days(1) }];
    let file = OwnCalendar::of_file(stock.anna, busy.clone(), stock.now);
    work.put_own_calendar(&file).await.unwrap();
    assert_eq!(work.own_calendar(stock.anna).await.unwrap(), Some(file));
    assert_eq!(work.own_calendar_due(stock.in_days(90)).await.unwrap(), None);
    let sealed = Sealed { key: "k".to_owned(), bytes: vec![1, 2, 3] };
    let address = OwnCalendar::at(stock.anna, sealed, stock.in_days(1));
    work.put_own_calendar(&address).await.unwrap();
    assert_eq!(work.own_calendar_due(stock.now).await.unwrap(), None);
    assert_eq!(work.own_calendar_due(stock.in_days(1)).await.unwrap(), Some(address.clone()));
    let (read, _) = address.failed(stock.in_days(1)).0.read(busy, stock.in_days(2));
    work.put_own_calendar(&read).await.unwrap();
    assert_eq!(work.own_calendar(stock.anna).await.unwrap(), Some(read));
    assert!(work.remove_own_calendar(stock.anna).await.unwrap());
    assert!(!work.remove_own_calendar(stock.anna).await.unwrap());
}

/// Once a day it is asked whether somebody is there, and at once when a letter doesn't arrive.
#[tokio::test]
async fn it_is_known_about_whom_to_ask_and_when() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let (person, account) = (stock.bo, account("bo"));
    work.look_for_again(&account, Some(stock.in_days(1))).await.unwrap();
    let due = [(person, account.clone())];
    let due_at = async |work: &mut Work, days| {
        let mut due = work.accounts_to_look_for(stock.in_days(days), 10).await.unwrap();
        due.retain(|(whose, _)| *whose == person);
        due
    };
    assert_eq!(due_at(&mut work, 0).await, []);
    assert_eq!(due_at(&mut work, 2).await, due);
    work.look_for_again(&account, Some(stock.in_days(9))).await.unwrap();
    assert_eq!(due_at(&mut work, 8).await, []);
    work.look_for_soon(person, stock.in_days(2)).await.unwrap();
    assert_eq!(due_at(&mut work, 2).await, due);
    work.look_for_again(&account, None).await.unwrap();
    work.look_for_soon(person, stock.in_days(2)).await.unwrap();
    assert_eq!(due_at(&mut work, 90).await, []);

    assert_eq!(work.settle_left(person).await.unwrap(), None);
    let matter = Matter::Left { person };
    let open = async |work: &mut Work, days| {
        work.open_case(stock.programme, matter, Level::Red, stock.in_days(days)).await.unwrap().1
    };
    assert_eq!(open(&mut work, 1).await, News::New);
    assert_eq!(open(&mut work, 2).await, News::Known);
    assert_eq!(work.settle_left(person).await.unwrap(), Some(stock.in_days(1)));
    assert_eq!(work.settle_left(person).await.unwrap(), None);
    assert_eq!(open(&mut work, 3).await, News::New);
}

/// What somebody was asked once isn't asked again.
#[tokio::test]
async fn what_was_looked_back_on_is_known() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let adept = work.pair(stock.pair).await.unwrap().unwrap().adept.member;
    assert_eq!(work.reflections(adept, stock.pair).await.unwrap(), []);
    for days in [0, 1] {
        let at = stock.in_days(days);
        work.add_reflection(adept, stock.pair, Subject::Cooperation, at).await.unwrap();
    }
    assert_eq!(work.reflections(adept, stock.pair).await.unwrap(), [Subject::Cooperation]);
}

/// A goal keeps its number, and what was taken away has no words.
#[tokio::test]
async fn goals_are_kept_with_what_has_happened_to_them() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let owner = work.pair(stock.pair).await.unwrap().unwrap().adept.member;
    let first = work.add_goal(owner, "Tala", stock.now).await.unwrap();
    work.note_change(first, Change::Set, "Tala", stock.now).await.unwrap();
    assert_eq!(work.goal_changed_at(first).await.unwrap(), Some(stock.now));
    let second = work.add_goal(owner, "Skriva", stock.now).await.unwrap();
    let goals = work.goals_of(owner).await.unwrap();
    assert_eq!(work.goals_in(stock.programme).await.unwrap(), goals);
    assert_eq!(work.tally(stock.programme).await.unwrap().adepts_with_goals, 1);
    assert_eq!(work.case_counts(stock.programme).await.unwrap(), []);
    assert_eq!(work.meetings_in(stock.programme).await.unwrap(), []);
    assert_eq!(goals.iter().map(|goal| goal.number).collect::<Vec<_>>(), [1, 2]);
    let steps = vec![Milestone { words: "Öva".to_owned(), done_at: Some(stock.now) }];
    let goal = Goal {
        weight: Weight::new(3).unwrap(),
        is_shared: true,
        steps,
        halftime: Score::new(-2),
        ..goals[0].clone()
    };
    work.put_goal(&goal, Change::Scored, "-2", stock.now).await.unwrap();
    assert_eq!(work.goal(first).await.unwrap(), Some(goal));
    work.remove_goal(second, stock.now).await.unwrap();
    assert_eq!(work.goal(second).await.unwrap(), None);
    work.add_goal(owner, "Lyssna", stock.now).await.unwrap();
    let all = work.all_goals_of(stock.anna).await.unwrap();
    assert_eq!(all.iter().map(|goal| goal.number).collect::<Vec<_>>(), [1, 3]);
    work.unshare_goals(owner).await.unwrap();
    assert!(work.goals_of(owner).await.unwrap().iter().all(|goal| !goal.is_shared));
    work.erase_own_words(stock.programme).await.unwrap();
    assert_eq!(work.all_goals_of(stock.anna).await.unwrap(), []);
}

/// Group sessions are numbered within their programme, and whoever changes their mind goes to the end
/// of the line.
#[tokio::test]
async fn gatherings_are_kept_with_who_comes() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let titles = Translations::new([(Locale::new("sv"), "Uppstart".to_owned())].into()).unwrap();
    let plan = Plan {
        titles,
        starts: Some(date(2026, 3, 12).at(13, 0, 0, 0)),
        week: None,
        minutes: 90,
        place: Some("Kaféet".to_owned()),
        about: None,
        role: Some(Role::Adept),
        capacity: Some(3),
        answer_by: Some(date(2026, 3, 10)),
    };
    let (later, key) = (stock.now + SignedDuration::from_hours(1), Some("kickoff"));
    let first = work.add_gathering(stock.programme, key, &plan, Some(later)).await.unwrap();
    let second = work.add_gathering(stock.programme, None, &plan, None).await.unwrap();
    let planned = work.gathering(first).await.unwrap().unwrap();
    assert_eq!((planned.number, planned.key.as_deref(), &planned.plan), (1, key, &plan));
    assert_eq!(planned.state, GatheringState::Planned { invite_at: Some(later) });
    let invited = Gathering {
        state: GatheringState::Invited { at: stock.now },
        is_time_asked: true,
        code: Some("K7QX42".to_owned()),
        material: Some("Bilderna".to_owned()),
        ..planned
    };
    work.put_gathering(&invited, Some((GatheringStep::LastCall, later))).await.unwrap();
    let all = work.gatherings_of(stock.programme).await.unwrap();
    assert_eq!(all.iter().map(|one| one.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(all[0], invited);
    assert_eq!(work.gatherings_due(stock.now).await.unwrap(), []);
    assert_eq!(work.gatherings_due(later).await.unwrap(), [(first, GatheringStep::LastCall)]);
    work.put_off_gathering(first, later + SignedDuration::from_hours(1)).await.unwrap();
    assert_eq!(work.gatherings_due(later).await.unwrap(), []);
    let off = Gathering { id: second, state: GatheringState::Cancelled, ..invited };
    work.put_gathering(&off, None).await.unwrap();
    assert_eq!(work.gathering(second).await.unwrap().unwrap().state, GatheringState::Cancelled);

    let said = |person, answer, waits| Reply {
        answer: Some(answer),
        waits,
        ..Reply::silent(person, stock.now)
    };
    let there = Reply { came: Some(CameBy::Code), ..said(stock.bo, Answer::Yes, false) };
    for reply in [
        said(stock.bo, Answer::Yes, false),
        said(stock.anna, Answer::Yes, true),
        said(stock.anna, Answer::Yes, false),
        there,
    ] {
        work.put_reply(first, &reply).await.unwrap();
    }
    let (anna, maybe) =
        (said(stock.anna, Answer::Yes, false), said(stock.bo, Answer::Maybe, false));
    assert_eq!(work.replies_to(first).await.unwrap(), [there, anna]);
    work.put_reply(first, &maybe).await.unwrap();
    assert_eq!(work.replies_to(first).await.unwrap(), [anna, maybe]);
    assert_eq!(work.reply_of(first, stock.bo).await.unwrap(), Some(maybe));
    assert_eq!(work.reply_of(second, stock.bo).await.unwrap(), None);

    work.forget_reply(first, stock.anna).await.unwrap();
    assert_eq!(work.replies_to(first).await.unwrap(), [maybe]);
    work.forget_replies(second).await.unwrap();
    assert_eq!(work.replies_to(first).await.unwrap().len(), 1);
    work.forget_replies(first).await.unwrap();
    assert_eq!(work.replies_to(first).await.unwrap(), []);

    let room = Room {
        platform: PlatformName::Console,
        address: "torget".to_owned(),
        kind: RoomKind::Shared,
    };
    let account: Account = "console:bo".parse().unwrap();
    let place = work.learn_place(&room, &account, None).await.unwrap();
    assert_eq!(work.channel_of(stock.programme).await.unwrap(), None);
    work.put_channel(stock.programme, Some(place)).await.unwrap();
    assert_eq!(work.channel_of(stock.programme).await.unwrap(), Some(place));
    assert_eq!(work.programmes_announced_in(place).await.unwrap(), [stock.programme]);

    assert_eq!(work.gatherings_to_mirror(later).await.unwrap(), []);
    work.mirror_gathering(first, stock.now).await.unwrap();
    assert_eq!(work.gatherings_to_mirror(later).await.unwrap(), [(first, None, stock.now)]);
    work.put_event(first, Some("77"), stock.now, Some(later)).await.unwrap();
    assert_eq!(work.gatherings_to_mirror(stock.now).await.unwrap(), []);
    // What has changed meanwhile is shown.
    work.put_event(first, Some("77"), stock.now, None).await.unwrap();
    let named = (first, Some("77".to_owned()), later);
    assert_eq!(work.gatherings_to_mirror(later).await.unwrap(), [named]);

    let matter = Matter::NeverComes { person: stock.bo };
    let (case, _) =
        work.watch_case(stock.programme, matter, Level::Yellow, stock.now).await.unwrap();
    work.settle_person(stock.programme, matter).await.unwrap();
    assert_eq!(work.case(case).await.unwrap().unwrap().state, CaseState::Settled);
}

/// Everybody is thanked once, and each of two says for themselves whether they want to stay in touch.
#[tokio::test]
async fn ends_are_kept() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let (programme, pair) = (stock.programme, stock.pair);
    assert_eq!(work.programmes_to_end(stock.now).await.unwrap(), []);
    work.put_end(programme, Some(stock.now)).await.unwrap();
    assert_eq!(work.programmes_to_end(stock.now).await.unwrap(), [programme]);
    assert!(work.thanked(programme).await.unwrap().is_empty());
    let adept = work.pair(pair).await.unwrap().unwrap().adept.member;
    for told in [date(2027, 6, 2), date(2027, 7, 2)] {
        work.put_thanked(adept, told, stock.now).await.unwrap();
        assert_eq!(work.thanked(programme).await.unwrap(), [(adept, told)].into());
    }
    assert_eq!(work.touch(pair, Half::Adept).await.unwrap(), None);
    work.put_touch(pair, Half::Adept, Touch::Unsaid).await.unwrap();
    assert_eq!(work.touch(pair, Half::Adept).await.unwrap(), Some(Touch::Unsaid));
    assert_eq!(work.touch(pair, Half::Mentor).await.unwrap(), None);
}

/// What is answered is held until a round closes; of an anonymous one nothing is left then but what
/// shows.
#[tokio::test]
async fn rounds_are_kept_until_they_close() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let days = |days: i64| stock.now + SignedDuration::from_hours(24 * days);
    let round = Round {
        id: RoundId::new(0),
        programme: stock.programme,
        number: 0,
        occasion: Occasion::Halftime,
        opened_at: stock.now,
        closes_at: days(7),
        is_closed: false,
        names: Names::Anonymous,
        threshold: 3,
        questions: CheckIns::default().questions,
    };
    let asked = |person, role| {
        let groups = vec!["mentor".to_owned()];
        Respondent { person, role, groups, is_done: false }
    };
    let people = [asked(stock.bo, Role::Mentor), asked(stock.anna, Role::Adept)];
    let next = Some((RoundStep::Remind, days(2)));
    let id = work.open_round(&round, &people, next).await.unwrap();
    let round = Round { id, number: 1, ..round };
    assert_eq!(work.round(id).await.unwrap(), Some(round.clone()));
    assert_eq!(work.rounds_of(stock.programme).await.unwrap(), std::slice::from_ref(&round));
    assert_eq!(work.rounds_for(stock.anna).await.unwrap(), std::slice::from_ref(&round));
    assert_eq!(work.rounds_due(days(1)).await.unwrap(), []);
    assert_eq!(work.rounds_due(days(2)).await.unwrap(), [(id, RoundStep::Remind)]);
    work.put_off_round(id, days(3)).await.unwrap();
    assert_eq!(work.rounds_due(days(2)).await.unwrap(), []);
    work.prolong_round(id, days(8), days(4)).await.unwrap();
    assert_eq!(work.round(id).await.unwrap().unwrap().closes_at, days(8));
    assert_eq!(work.rounds_due(days(4)).await.unwrap(), [(id, RoundStep::Remind)]);
    work.prolong_round(id, days(7), days(7)).await.unwrap();
    work.plan_round(id, Some((RoundStep::Close, days(7)))).await.unwrap();
    assert_eq!(work.rounds_due(days(7)).await.unwrap(), [(id, RoundStep::Close)]);

    let sealed = |byte| Held::Sealed(Sealed { key: "k".to_owned(), bytes: vec![0, byte] });
    let answer = |person, question, held| HeldAnswer { person, question, held };
    for it in [
        answer(stock.bo, 0, sealed(1)),
        answer(stock.bo, 0, sealed(2)),
        answer(stock.anna, 1, Held::Open { value: Some(4), words: None }),
        answer(stock.anna, 5, Held::Open { value: None, words: Some("Hej".to_owned()) }),
    ] {
        work.hold_answer(id, &it).await.unwrap();
    }
    assert_eq!(work.answered_by(id, stock.anna).await.unwrap(), [1, 5]);
    assert_eq!(work.answer_of(id, stock.anna, 1).await.unwrap(), Some(4));
    assert_eq!(work.answer_of(id, stock.anna, 2).await.unwrap(), None);
    let held = work.answers_to(id).await.unwrap();
    let own: Vec<_> = held.iter().filter(|answer| answer.person == stock.anna).cloned().collect();
    assert_eq!(work.answers_by(id, stock.anna).await.unwrap(), own);
    assert!(work.rounds_since(stock.now).await.unwrap().iter().any(|round| round.id == id));
    assert_eq!(work.rounds_since(days(1)).await.unwrap(), []);
    assert_eq!(held.len(), 3);
    assert!(held.contains(&answer(stock.bo, 0, sealed(2))));
    work.finish_round(id, stock.bo).await.unwrap();
    let done = Respondent { is_done: true, ..people[0].clone() };
    assert_eq!(work.asked_in(id).await.unwrap(), [done.clone(), people[1].clone()]);
    work.end_voices(stock.bo, stock.now).await.unwrap();
    assert_eq!(work.respondent(id, stock.bo).await.unwrap(), Some(done));

    let shown = Disclosed { all: Cell::Shown { count: 5, sum: 20 }, splits: vec![None] };
    let voices = [(9, 5, "Sist".to_owned()), (2, 5, "Först".to_owned())];
    work.close_round(&round, &[(0, shown.clone())], &voices, days(7)).await.unwrap();
    assert!(work.round(id).await.unwrap().unwrap().is_closed);
    assert_eq!(work.response_to(id).await.unwrap(), (2, 2));
    assert_eq!(work.results_of(id).await.unwrap(), [(0, shown)]);
    let heard = [(5, "Först".to_owned()), (5, "Sist".to_owned())];
    assert_eq!(work.voices_of(id).await.unwrap(), heard);
    assert_eq!(work.answers_to(id).await.unwrap(), []);

    assert_eq!(work.programmes_to_check_in(days(1)).await.unwrap(), []);
    work.put_check_in(stock.programme, Some(stock.now)).await.unwrap();
    assert_eq!(work.programmes_to_check_in(days(1)).await.unwrap(), [stock.programme]);
    assert!(work.organisations(stock.programme).await.unwrap().is_empty());
}

/// Notes are numbered for their owner, and a number isn't used twice.
#[tokio::test]
async fn notes_are_kept_sealed() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let (owner, other) = (pair.adept.member, pair.mentor.member);
    let sealed = |byte| Sealed { key: "k".to_owned(), bytes: vec![0, 255, byte] };
    for (number, byte) in [(1, 1), (2, 2)] {
        assert_eq!(work.next_note(owner, pair.id).await.unwrap(), number);
        work.add_note((owner, pair.id, number), &sealed(byte), stock.now).await.unwrap();
    }
    assert_eq!(work.next_note(other, pair.id).await.unwrap(), 1);
    let notes = work.notes_about(owner, pair.id).await.unwrap();
    assert_eq!(notes.iter().map(|note| note.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(notes[0].words, sealed(2));
    assert_eq!(work.notes_about(other, pair.id).await.unwrap(), []);
    assert_eq!(work.note(notes[0].id).await.unwrap().as_ref(), Some(&notes[0]));
    work.remove_note(notes[0].id).await.unwrap();
    assert_eq!(work.note(notes[0].id).await.unwrap(), None);
    assert_eq!(work.next_note(owner, pair.id).await.unwrap(), 3);
    assert_eq!(work.notes_of(stock.anna).await.unwrap().len(), 1);
    assert_eq!(work.notes_of(stock.bo).await.unwrap(), []);
}

#[tokio::test]
async fn what_leaders_have_closed_about_their_programme_stays_closed() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let matter = Matter::NotStarted;
    let (case, _) =
        work.open_case(stock.programme, matter, Level::Yellow, stock.now).await.unwrap();
    let letters = Matter::LettersDue;
    work.open_case(stock.programme, letters, Level::Yellow, stock.now).await.unwrap();
    work.put_case(case, CaseState::Closed).await.unwrap();
    assert!(work.is_known(stock.programme, matter, stock.now).await.unwrap());
    // Another day is another matter.
    assert!(!work.is_known(stock.programme, matter, stock.in_days(7)).await.unwrap());
    // What has settled itself may come up again.
    work.settle_in(stock.programme, matter).await.unwrap();
    assert!(!work.is_known(stock.programme, matter, stock.now).await.unwrap());
    let open = work.open_cases(stock.programme).await.unwrap();
    assert_eq!(open.iter().map(|case| case.matter).collect::<Vec<_>>(), [Matter::LettersDue]);
}

#[tokio::test]
async fn drafts_are_kept_for_a_week() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let place = work.direct_place(&account("bo"), Some(stock.bo)).await.unwrap().id;
    let draft = Draft::Which { commands: vec!["status".to_owned()], file: None };
    let id = work.add_draft(stock.bo, place, &draft, stock.now).await.unwrap();
    let other = Draft::Write { pair: stock.pair, words: "Hej!".to_owned() };
    work.put_draft(id, &other).await.unwrap();
    let kept = work.draft(id, stock.in_days(6)).await.unwrap().unwrap();
    assert_eq!((kept.person, &kept.draft), (stock.bo, &other));
    assert_eq!(work.draft_in(stock.bo, place, stock.now).await.unwrap(), Some(kept));
    assert_eq!(work.draft_in(stock.anna, place, stock.now).await.unwrap(), None);
    assert_eq!(work.draft(id, stock.in_days(8)).await.unwrap(), None);
    work.end_draft(id, stock.now).await.unwrap();
    assert_eq!(work.draft(id, stock.now).await.unwrap(), None);
}

#[tokio::test]
async fn places_are_found_again() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let wanted = work.direct_place(&account("bo"), Some(stock.bo)).await.unwrap();
    assert_eq!((wanted.state, wanted.address.clone()), (PlaceState::Wanted, None));
    let spoken = room("!bo", RoomKind::Direct);
    let learnt = work.learn_place(&spoken, &account("bo"), Some(stock.bo)).await.unwrap();
    assert_eq!(learnt, wanted.id);
    work.note_language(wanted.id, &Locale::new("fi")).await.unwrap();
    let known = work.place_at(PlatformName::Console, "!bo").await.unwrap().unwrap();
    assert_eq!(known.locale, Some(Locale::new("fi")));
    assert_eq!(
        (known.id, known.state, known.person),
        (wanted.id, PlaceState::Open, Some(stock.bo))
    );
    let shared = room("!all", RoomKind::Shared);
    let shared = work.learn_place(&shared, &account("bo"), Some(stock.bo)).await.unwrap();
    assert_ne!(shared, wanted.id);
    let pairs = work.pair_place(stock.pair, PlatformName::Console).await.unwrap();
    work.put_place(pairs.id, Some("!pair"), PlaceState::Open).await.unwrap();
    let again = work.pair_place(stock.pair, PlatformName::Console).await.unwrap();
    assert_eq!((again.id, again.address.as_deref()), (pairs.id, Some("!pair")));
    // One that is gone is wanted anew.
    work.put_place(pairs.id, None, PlaceState::Gone).await.unwrap();
    let anew = work.pair_place(stock.pair, PlatformName::Console).await.unwrap();
    assert_ne!(anew.id, pairs.id);
    assert_eq!(work.place(PlaceId::new(99)).await.unwrap(), None);
    // Aside from the others each has a place of their own, about the pair whose room it is.
    work.put_place(anew.id, Some("!pair2"), PlaceState::Open).await.unwrap();
    let spoken = room("!pair2", RoomKind::Aside);
    let his = work.learn_place(&spoken, &account("bo"), Some(stock.bo)).await.unwrap();
    let hers = work.learn_place(&spoken, &account("anna"), None).await.unwrap();
    assert!(his != hers && his != anew.id);
    assert_eq!(work.learn_place(&spoken, &account("bo"), Some(stock.bo)).await.unwrap(), his);
    let aside = work.place(his).await.unwrap().unwrap();
    assert_eq!((aside.pair, aside.person), (Some(stock.pair), Some(stock.bo)));
    let read = Aside::read(&aside.address.unwrap()).unwrap();
    assert_eq!((read.room.as_str(), read.person.as_str()), ("!pair2", "bo"));
    let pairs = work.pair_place(stock.pair, PlatformName::Console).await.unwrap();
    assert_eq!(pairs.id, anew.id);
    assert_eq!(work.note_speech(shared, stock.now).await.unwrap(), None);
    let later = stock.in_days(1);
    assert_eq!(work.note_speech(shared, later).await.unwrap(), Some(stock.now));
    work.save().await.unwrap();
    let rooms = stock.store.rooms(PlatformName::Console).await.unwrap();
    let rooms: Vec<_> = rooms.iter().map(|(room, kind, at)| (room.as_str(), *kind, *at)).collect();
    let (direct, shared) = (RoomKind::Direct, RoomKind::Shared);
    assert_eq!(
        rooms,
        [("!all", shared, Some(later)), ("!bo", direct, None), ("!pair2", shared, None)]
    );
}

#[tokio::test]
async fn what_was_heard_is_heard_once() {
    let stock = Stock::new().await;
    let key = InboundKey("event-1".to_owned());
    assert!(!stock.store.has_heard(&key).await.unwrap());
    let mut work = stock.work().await;
    assert!(work.hear(&key, stock.now).await.unwrap());
    assert!(!work.hear(&key, stock.now).await.unwrap());
    work.save().await.unwrap();
    assert!(stock.store.has_heard(&key).await.unwrap());
    let discord = PlatformName::Discord;
    assert_eq!(stock.store.heard_up_to(discord).await.unwrap(), None);
    for at in [stock.now, stock.in_days(1)] {
        stock.store.note_heard_up_to(discord, at).await.unwrap();
        assert_eq!(stock.store.heard_up_to(discord).await.unwrap(), Some(at));
    }
    assert_eq!(stock.store.heard_up_to(PlatformName::Matrix).await.unwrap(), None);
}

#[tokio::test]
async fn a_letter_is_taken_tried_and_sent() {
    let stock = Stock::new().await;
    let (now, bo) = (stock.now, Receiver::Person(stock.bo));
    let mut work = stock.work().await;
    let place = work.direct_place(&account("bo"), Some(stock.bo)).await.unwrap().id;
    let booking = Urgency::Sparing(Rank::Booking);
    let question = work.promise(&stock.letter(bo, ask(&stock), booking), now).await.unwrap();
    let answer = Message::General(General::Outdated);
    let answer = work.promise(&stock.letter(bo, answer, Urgency::Answer), now).await.unwrap();
    assert_eq!(work.waiting_for(stock.bo).await.unwrap().len(), 2);
    let waiting = work.waiting_in(stock.bo, stock.programme).await.unwrap();
    assert_eq!(waiting.len(), 2);
    work.save().await.unwrap();
    let lease = now + SignedDuration::from_mins(2);

    // Answers go first, and one at a time to each receiver.
    let taken = stock.store.take_due(now, lease, 8).await.unwrap();
    assert_eq!(taken.iter().map(|one| one.id).collect::<Vec<_>>(), [answer]);
    assert_eq!(stock.store.take_due(now, lease, 8).await.unwrap(), []);
    let busy_until = now + SignedDuration::from_mins(1);
    stock.store.put_back(answer, busy_until, Reason::Busy).await.unwrap();
    let taken = stock.store.take_due(now, lease, 8).await.unwrap();
    assert_eq!(taken[0].id, question);
    assert_eq!((taken[0].attempts, taken[0].first_try_at), (1, None));

    stock.store.begin_try(question, place, "{}", now).await.unwrap();
    stock.store.put_back_unsent(question, now, Reason::Busy).await.unwrap();
    let taken = stock.store.take_due(now, lease, 8).await.unwrap();
    assert_eq!((taken[0].attempts, taken[0].first_try_at), (2, None));
    assert_eq!((&taken[0].document, taken[0].posted_to), (&None, None));
    stock.store.begin_try(question, place, "{}", now).await.unwrap();
    // Whoever took it died: after its lease, or when nobody else is at work, it is there again.
    assert_eq!(stock.store.reclaim(now, false).await.unwrap(), 0);
    assert_eq!(stock.store.reclaim(now, true).await.unwrap(), 1);
    let taken = stock.store.take_due(now, lease, 8).await.unwrap();
    assert_eq!((taken[0].attempts, taken[0].first_try_at), (3, Some(now)));
    assert_eq!(taken[0].document.as_deref(), Some("{}"));

    let posted = MessageRef("message-1".to_owned());
    let mut work = stock.work().await;
    assert_eq!(work.waiting_welcomes(stock.programme).await.unwrap(), []);
    work.reschedule(answer, busy_until, stock.in_days(3)).await.unwrap();
    work.mark_sent(question, &posted, true, now).await.unwrap();
    work.forget_files(question, &taken[0].message, "{\"blocks\":[]}").await.unwrap();
    work.settle(answer, Fate::Expired, Reason::Stale, now).await.unwrap();
    assert_eq!(work.open_questions(place, 9).await.unwrap()[0].letter, question);
    let asked = work.question_as(place, &posted).await.unwrap().unwrap();
    assert_eq!(work.question(question).await.unwrap(), Some(asked));
    assert_eq!(work.unprompted_to(stock.bo, now).await.unwrap(), [now]);
    assert_eq!(work.unprompted_to(stock.anna, now).await.unwrap(), []);
    let sent = work.sent_letters().await.unwrap();
    assert_eq!((sent.len(), sent[0].urgency, &sent[0].people), (1, booking, &vec![stock.bo]));
    let counts = work.letter_counts(stock.programme).await.unwrap();
    assert_eq!((counts.sent, counts.waiting, counts.unsent), (1, 0, 1));
    work.close_questions_in(RoundId::new(1)).await.unwrap();
    work.close_questions_about(stock.pair).await.unwrap();
    work.close_question(question).await.unwrap();
    assert_eq!(work.open_questions(place, 9).await.unwrap(), []);
    work.save().await.unwrap();
    assert_eq!(stock.store.posted_in(place).await.unwrap(), [posted]);
    assert_eq!(stock.store.posted_in(PlaceId::new(99)).await.unwrap(), []);
}

#[tokio::test]
async fn what_was_not_sent_is_shown_with_its_reason_and_can_be_tried_again() {
    let stock = Stock::new().await;
    let (now, anna) = (stock.now, Receiver::Person(stock.anna));
    let mut work = stock.work().await;
    let first =
        work.promise(&stock.letter(anna, ask(&stock), Urgency::InHours), now).await.unwrap();
    let resumed = Message::Settings(SettingsSays::Resumed);
    let second = work.promise(&stock.letter(anna, ask(&stock), Urgency::InHours), now).await;
    let second = second.unwrap();
    work.rewrite(second, &resumed, now).await.unwrap();
    work.save().await.unwrap();
    let mut work = stock.work().await;
    work.settle(first, Fate::Refused, Reason::Unwilling, now).await.unwrap();
    work.save().await.unwrap();

    let mut work = stock.work().await;
    let unsent = work.unsent(stock.programme, 9).await.unwrap();
    let shown: Vec<_> = unsent.iter().map(|one| (one.id, one.fate, one.reason)).collect();
    assert_eq!(
        shown,
        [(first, Fate::Refused, Some(Reason::Unwilling)), (second, Fate::Waiting, None)]
    );
    assert_eq!(unsent[1].message, resumed);
    let to_anna = work.unsent_to(stock.anna, stock.programme).await.unwrap();
    assert_eq!(to_anna.iter().map(|one| one.id).collect::<Vec<_>>(), [first]);
    assert!(work.retry_letter(first, now, stock.in_days(1)).await.unwrap());
    assert_eq!(work.letter(first).await.unwrap().unwrap().fate, Fate::Waiting);
    assert!(work.cancel_letter(first, now).await.unwrap());
    assert!(!work.cancel_letter(first, now).await.unwrap());
    assert!(!work.retry_letter(first, now, now).await.unwrap());
    assert_eq!(work.letter(OutboxId::new(99)).await.unwrap(), None);
    work.save().await.unwrap();

    // What waits for somebody to join goes as soon as they have.
    let lease = now + SignedDuration::from_mins(2);
    assert_eq!(stock.store.take_due(now, lease, 8).await.unwrap()[0].id, second);
    stock.store.put_back(second, stock.in_days(1), Reason::NoAccount).await.unwrap();
    assert_eq!(stock.store.take_due(now, lease, 8).await.unwrap(), []);
    let mut work = stock.work().await;
    work.release_letters_to(stock.anna, now).await.unwrap();
    work.save().await.unwrap();
    assert_eq!(stock.store.take_due(now, lease, 8).await.unwrap()[0].id, second);
}

/// Asks Bo whether the next meeting is booked.
fn ask(stock: &Stock) -> Message {
    let (to, with) = ("Bo".to_owned(), "Anna".to_owned());
    Message::Nudge(Nudge::BookNext { to, pair: stock.pair, with })
}

#[tokio::test]
async fn a_programme_that_cannot_be_read_keeps_nobody_else_waiting() {
    let mut world = World::started().await;
    let other = PROGRAMME.replace("ledare", "andra");
    world.sends("leader", "andra.toml", other.as_bytes()).await;
    sqlx::query("update programmes set file = 'months = many' where slug = 'andra'")
        .execute(&world.raw)
        .await
        .unwrap();
    // One of its pairs is due, and somebody in it speaks.
    sqlx::query(
        "update pairs set programme_id = (select id from programmes where slug = 'andra')
          where number = 2",
    )
    .execute(&world.raw)
    .await
    .unwrap();
    world.transcript();

    world.until("2026-03-03 08:00").await;
    let inbound = world.inbound("x:1", "leader", typed("programme status #andra"));
    world.stage.app.hear(inbound.clone()).await.unwrap();
    world.stage.app.hear(inbound).await.unwrap();
    world.until_now().await;

    assert_snapshot!(world.transcript(), @r"
    2026-03-02 10.10 → bo  Hej Bo! Det är dags att boka din första träff med Anna. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-02 10.49 → anna  Hej Anna! Det är dags att boka din första träff med Bo. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.
        Har ni bokat en tid?
        [Vi har bokat] [Inte än]
    2026-03-03 08.00 → leader  Något är fel hos mig, så jag kunde inte göra det. Säg det gärna till en programledare eller till den som sköter mig.
    ");
}

#[tokio::test]
async fn a_role_lets_people_lead_until_it_is_taken_away() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let role = ServerRole {
        platform: PlatformName::Discord,
        server: "1".to_owned(),
        role: "2".to_owned(),
    };
    assert!(work.add_leader_role(stock.programme, &role, "Ledning").await.unwrap());
    assert!(!work.add_leader_role(stock.programme, &role, "Annat").await.unwrap());
    let roles = work.leader_roles(stock.programme).await.unwrap();
    assert_eq!(roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(), ["Ledning"]);
    assert_eq!((&roles[0].role, roles[0].programme), (&role, stock.programme));
    let new = NewMember {
        programme: stock.programme,
        person: stock.bo,
        role: Role::Leader,
        handle: "bo".to_owned(),
        row: MemberRow::default(),
    };
    let member = work.add_member(&new).await.unwrap();
    work.lead_by_role(member, None).await.unwrap();
    assert_eq!(work.parts_of(stock.bo).await.unwrap().last().unwrap().by_role, None);
    work.lead_by_role(member, Some(roles[0].id)).await.unwrap();
    let parts = work.parts_of(stock.bo).await.unwrap();
    assert_eq!(parts.iter().find(|part| part.id == member).unwrap().by_role, Some(roles[0].id));
    work.save().await.unwrap();
    assert_eq!(stock.store.leader_roles_on(PlatformName::Discord).await.unwrap(), roles);
    assert_eq!(stock.store.leader_roles_on(PlatformName::Console).await.unwrap(), []);

    let mut work = stock.work().await;
    work.remove_leader_role(roles[0].id).await.unwrap();
    assert_eq!(work.leader_roles(stock.programme).await.unwrap(), []);
    let parts = work.parts_of(stock.bo).await.unwrap();
    assert!(parts.iter().all(|part| part.id != member));
}

#[tokio::test]
async fn a_letter_knows_what_went_wrong_with_it_and_whether_it_answers_first() {
    let stock = Stock::new().await;
    let (now, anna) = (stock.now, Receiver::Person(stock.anna));
    let lease = now + SignedDuration::from_mins(2);
    let mut work = stock.work().await;
    let place = work.direct_place(&account("anna"), Some(stock.anna)).await.unwrap().id;
    for _ in 0..2 {
        let answer = NewLetter {
            reply_to: Some(MessageRef("said".to_owned())),
            ..stock.letter(anna, Message::General(General::Outdated), Urgency::Answer)
        };
        work.promise(&answer, now).await.unwrap();
    }
    work.save().await.unwrap();
    let take = async || stock.store.take_due(now, lease, 8).await.unwrap().remove(0);
    let counts = |letter: &Envelope| (letter.failures, letter.rooms_gone, letter.answers_further);
    let first = take().await;
    assert_eq!(counts(&first), (0, 0, false));
    stock.store.begin_try(first.id, place, "{}", now).await.unwrap();
    for (reason, expected) in [
        (Reason::Busy, (0, 0, false)),
        (Reason::Broken, (1, 0, false)),
        (Reason::Gone, (2, 1, false)),
    ] {
        stock.store.put_back(first.id, now, reason).await.unwrap();
        assert_eq!(counts(&take().await), expected, "{reason:?}");
    }
    let mut work = stock.work().await;
    work.mark_sent(first.id, &MessageRef("shown".to_owned()), false, now).await.unwrap();
    work.save().await.unwrap();
    assert_eq!(counts(&take().await), (0, 0, true));
}

#[tokio::test]
async fn what_leaders_decide_about_two_people_is_kept_once() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let (mentor, adept) = (pair.mentor.member, pair.adept.member);
    for kind in [TieKind::Avoided, TieKind::Allowed, TieKind::Locked] {
        let tie = Tie { mentor, adept, kind };
        work.put_tie(stock.programme, tie).await.unwrap();
        assert_eq!(work.ties(stock.programme).await.unwrap(), [tie]);
    }
    work.unlock_adept(adept).await.unwrap();
    assert_eq!(work.ties(stock.programme).await.unwrap(), []);
    let rows = work.member_rows(stock.programme).await.unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows.get(&mentor), work.member_row(mentor).await.unwrap().as_ref());
}

#[tokio::test]
async fn a_proposal_is_kept_in_every_state() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let both = (pair.mentor.member, pair.adept.member);
    work.put_drafted(stock.programme, &[both], stock.now).await.unwrap();
    let first = work.proposals(stock.programme).await.unwrap().remove(0);
    assert_eq!((first.mentor.clone(), first.adept.clone()), (pair.mentor, pair.adept));
    assert_eq!(first.state, ProposalState::Draft);
    for state in [
        ProposalState::Asked { since: stock.now, agreed: None },
        ProposalState::Asked { since: stock.now, agreed: Some(Half::Adept) },
        ProposalState::Agreed,
        ProposalState::Declined { by: Half::Mentor },
        ProposalState::Withdrawn,
    ] {
        let proposal = Proposal { state, ..first.clone() };
        work.put_proposal(&proposal).await.unwrap();
        assert_eq!(work.proposal(first.id).await.unwrap(), Some(proposal));
    }
    // What was shown to the two stays beside a new proposal, and what only leaders saw doesn't.
    for expected in [2, 2, 1] {
        let drafted = if expected == 2 { vec![both] } else { vec![] };
        work.put_drafted(stock.programme, &drafted, stock.now).await.unwrap();
        assert_eq!(work.proposals(stock.programme).await.unwrap().len(), expected);
    }
}

#[tokio::test]
async fn whoever_is_taken_out_is_in_no_proposal() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    let adept = work.add_person("Cia Carlsson", &Locale::new("sv"), None).await.unwrap();
    let adept = part(stock.programme, adept, Role::Adept, "cia");
    let adept = work.add_member(&adept).await.unwrap();
    let mentor = pair.mentor.member;
    work.put_drafted(stock.programme, &[(mentor, adept)], stock.now).await.unwrap();
    let tie = Tie { mentor, adept, kind: TieKind::Avoided };
    work.put_tie(stock.programme, tie).await.unwrap();
    let later = stock.in_days(1);
    let id = work.proposals(stock.programme).await.unwrap()[0].id;
    assert_eq!(work.proposals_to_remind(later).await.unwrap(), []);
    let proposal = work.proposal(id).await.unwrap().unwrap();
    let asked = ProposalState::Asked { since: stock.now, agreed: None };
    work.put_proposal(&Proposal { state: asked, ..proposal.clone() }).await.unwrap();
    work.remind_later(id, Some(later), None).await.unwrap();
    assert_eq!(work.proposals_to_remind(stock.now).await.unwrap(), []);
    assert_eq!(work.proposals_to_remind(later).await.unwrap(), [(id, false)]);
    work.remind_later(id, Some(later), Some(stock.now)).await.unwrap();
    assert_eq!(work.proposals_to_remind(later).await.unwrap(), [(id, true)]);
    work.put_proposal(&Proposal { state: ProposalState::Agreed, ..proposal }).await.unwrap();
    assert_eq!(work.proposals_to_remind(later).await.unwrap(), [], "it is answered");
    work.remove_member(adept).await.unwrap();
    assert_eq!(work.proposals(stock.programme).await.unwrap(), []);
    assert_eq!(work.ties(stock.programme).await.unwrap(), []);
}

#[tokio::test]
async fn an_application_is_kept_as_far_as_it_has_come() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let row = |rows: Vec<mentorskap::store::ProgrammeRow>| rows.into_iter().next().unwrap();
    for since in [Some(stock.now), None] {
        work.put_recruiting(stock.programme, since).await.unwrap();
        assert_eq!(row(work.programmes().await.unwrap()).recruits_since, since);
    }
    for (next_at, due) in [(Some(stock.in_days(1)), vec![stock.programme]), (None, vec![])] {
        work.look_at_preparation(stock.programme, next_at).await.unwrap();
        assert_eq!(work.programmes_to_prepare(stock.in_days(1)).await.unwrap(), due);
        assert_eq!(work.programmes_to_prepare(stock.now).await.unwrap(), []);
    }
    for _ in 0..2 {
        work.wake_preparation(stock.programme, stock.in_days(2)).await.unwrap();
        work.wake_preparation(stock.programme, stock.in_days(3)).await.unwrap();
        let due = work.programmes_to_prepare(stock.in_days(2)).await.unwrap();
        assert_eq!(due, [stock.programme], "it stays as it was");
    }
    let cia = work.add_person("Cia", &Locale::new("sv"), None).await.unwrap();
    for (number, person) in [(1, cia), (2, stock.anna)] {
        let begun = work.begin_application(stock.programme, person, stock.now).await.unwrap();
        let id = begun.id;
        assert_eq!(work.application(id).await.unwrap().as_ref(), Some(&begun));
        assert!(work.applications_begun(stock.programme).await.unwrap().contains(&begun));
        assert_eq!((begun.number, begun.person, begun.role), (number, person, None));
    }
    assert_eq!(work.applications_to(stock.programme).await.unwrap(), []);
    let begun = work.applications_of(cia).await.unwrap().remove(0);
    let answers = [
        ("field".to_owned(), Given::Chosen(vec!["Vård".to_owned()])),
        ("why".to_owned(), Given::Skipped),
    ];
    let sent = Application {
        role: Some(Role::Mentor),
        name: Some("Cia Carlsson".to_owned()),
        notice: Some("2".to_owned()),
        answers: answers.into(),
        state: ApplicationState::Sent { at: stock.now },
        ..begun
    };
    work.put_application(&sent).await.unwrap();
    assert_eq!(work.applications_to(stock.programme).await.unwrap(), [sent]);
}

#[tokio::test]
async fn of_an_application_one_question_waits_at_a_time() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let place = work.direct_place(&account("anna"), Some(stock.anna)).await.unwrap().id;
    let application = work.add_application(stock.programme, stock.anna, stock.now).await.unwrap();
    let apply = Draft::Apply { application, step: Step::Name, chosen: vec![] };
    let book = Draft::Cancel { meeting: MeetingId::new(1) };
    for draft in [&book, &apply, &apply] {
        work.add_draft(stock.anna, place, draft, stock.now).await.unwrap();
    }
    work.end_applying(stock.anna, stock.now).await.unwrap();
    let left = work.draft_in(stock.anna, place, stock.now).await.unwrap();
    assert_eq!(left.map(|left| left.draft), Some(book));
}

#[tokio::test]
async fn what_is_erased_takes_the_applicant_along_unless_they_take_part() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let cia = work.add_person("Cia", &Locale::new("sv"), None).await.unwrap();
    work.add_account(cia, &account("cia"), stock.now).await.unwrap();
    let place = work.direct_place(&account("cia"), Some(cia)).await.unwrap().id;
    let says = Message::Application(ApplicationSays::NothingToWithdraw);
    for receiver in [Receiver::Place(place), Receiver::Person(cia)] {
        let letter = stock.letter(receiver, says.clone(), Urgency::Answer);
        work.promise(&letter, stock.now).await.unwrap();
    }
    for person in [cia, stock.anna] {
        let id = work.add_application(stock.programme, person, stock.now).await.unwrap();
        assert_eq!(work.applicants(stock.programme).await.unwrap(), [person]);
        let application = work.application(id).await.unwrap().unwrap();
        work.erase_application(&application).await.unwrap();
        assert_eq!(work.application(id).await.unwrap(), None);
    }
    assert!(work.takes_part(stock.anna).await.unwrap());
    assert!(!work.takes_part(cia).await.unwrap());
    work.erase(cia, Some(stock.programme), "(erased)", stock.now).await.unwrap();
    assert_eq!(work.person(cia).await.unwrap(), None);
    assert_eq!(work.person_of(&account("cia")).await.unwrap(), None);
    assert!(work.person(stock.anna).await.unwrap().is_some(), "she is an adept");
    work.save().await.unwrap();
    assert_eq!(stock.store.take_due(stock.now, stock.in_days(1), 8).await.unwrap().len(), 0);
}

#[tokio::test]
async fn what_leaders_think_and_note_of_an_application_goes_with_it() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let cia = work.add_person("Cia", &Locale::new("sv"), None).await.unwrap();
    work.direct_place(&account("cia"), Some(cia)).await.unwrap();
    let id = work.add_application(stock.programme, cia, stock.now).await.unwrap();
    work.put_assessment(id, stock.bo, &[1, 2], stock.now).await.unwrap();
    work.put_assessment(id, stock.bo, &[4, 5], stock.now).await.unwrap();
    let by = (stock.bo, "Bo Berg".to_owned());
    let theirs = work.assessments(stock.programme).await.unwrap();
    let theirs: Vec<_> = theirs.into_iter().map(|one| ((one.by, one.name), one.points)).collect();
    assert_eq!(theirs, [(by, vec![4, 5])]);
    work.add_application_note(id, stock.bo, "Ringde.", stock.now).await.unwrap();
    let notes = work.application_notes(id).await.unwrap();
    assert_eq!(notes, [("Bo Berg".to_owned(), "Ringde.".to_owned(), stock.now)]);

    let declined = Decided {
        decision: Decision::Declined,
        at: stock.now,
        told: Some(Told {
            decision: Decision::Declined,
            at: stock.now,
            before: Some((Decision::Waiting, stock.now)),
        }),
    };
    let application = Application {
        role: Some(Role::Adept),
        name: Some("Cia".to_owned()),
        notice: Some("1".to_owned()),
        state: ApplicationState::Sent { at: stock.now },
        decided: Some(declined),
        ..work.application(id).await.unwrap().unwrap()
    };
    work.put_application(&application).await.unwrap();
    work.erase_later(id, stock.in_days(30)).await.unwrap();
    assert_eq!(work.applications_to_erase(stock.in_days(29)).await.unwrap(), []);
    let due = work.applications_to_erase(stock.in_days(30)).await.unwrap();
    assert_eq!(due, std::slice::from_ref(&application));
    work.erase_shown(stock.programme, cia).await.unwrap();
    work.erase_application(&application).await.unwrap();
    work.erase(cia, None, "(erased)", stock.now).await.unwrap();
    work.save().await.unwrap();
    stock.store.wipe().await.unwrap();
    assert!(!stock.database.holds("Cia").await);
    assert!(stock.database.holds("Bo Berg").await);
}

#[tokio::test]
async fn an_agreement_is_kept_version_by_version() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.agreement_of(stock.pair).await.unwrap(), None);
    let id = work.add_agreement(stock.pair, &Clause::all(), stock.now).await.unwrap();
    let opened = work.agreement(id).await.unwrap().unwrap();
    let amended = opened.amended(Half::Adept, Topic::Extent, "Varannan vecka").unwrap();
    let amended = amended.confirmed(Half::Mentor, Topic::Purpose, stock.now);
    work.put_agreement(&amended).await.unwrap();
    assert_eq!(work.agreement_of(stock.pair).await.unwrap(), Some(amended.clone()));
    let next = work.add_agreement(stock.pair, &amended.reopened(), stock.now).await.unwrap();
    let newest = work.agreement_of(stock.pair).await.unwrap().unwrap();
    assert_eq!((newest.id, newest.version), (next, 2));
    assert_eq!(work.agreement(id).await.unwrap(), Some(amended));
}

#[tokio::test]
async fn what_leaders_did_is_kept_as_long_as_it_can_be_seen() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let (list, show) = (CommandName::PairList, CommandName::PairShow);
    work.add_act(stock.programme, stock.bo, list, None, stock.now).await.unwrap();
    let later = stock.in_days(1);
    work.add_act(stock.programme, stock.bo, show, Some(stock.anna), later).await.unwrap();
    let acts = work.acts_in(stock.programme, stock.bo, 10).await.unwrap();
    assert_eq!(acts.iter().map(|act| act.command).collect::<Vec<_>>(), [show, list]);
    assert_eq!((&*acts[0].by, acts[0].about.as_deref()), ("Bo Berg", Some("Anna Ek")));
    assert_eq!(work.acts_in(stock.programme, stock.bo, 1).await.unwrap().len(), 1);
    assert_eq!(work.acts_about(stock.anna).await.unwrap(), acts);
    assert_eq!(work.acts_about(stock.bo).await.unwrap(), acts[1..]);
    work.forget_acts(later).await.unwrap();
    assert_eq!(work.acts_in(stock.programme, stock.bo, 10).await.unwrap(), acts[..1]);
}

#[tokio::test]
async fn a_person_who_is_erased_is_a_number_in_their_pair() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let cia = work.add_person("Cia", &Locale::new("sv"), None).await.unwrap();
    work.add_member(&part(stock.programme, cia, Role::Adept, "cia")).await.unwrap();
    let notice = |with: &str| -> Message {
        let programme = "P".to_owned();
        MatchingSays::NotMatched { with: with.to_owned(), programme }.into()
    };
    let asked = MatchingSays::AskMentor {
        proposal: ProposalId::new(1),
        to: "Cia".to_owned(),
        adept: "Anna Ek".to_owned(),
        programme: "P".to_owned(),
        reasons: vec![],
    };
    for (receiver, message) in [
        (stock.anna, notice("Bo Berg")),
        (stock.bo, notice("Anna")),
        (stock.bo, notice("Anna Ek")),
        (stock.bo, notice("Annas")),
        (cia, notice("Anna Ek")),
        (cia, notice("Anna Ekström")),
        (cia, notice("Anna")),
        (cia, asked.into()),
    ] {
        let letter = stock.letter(Receiver::Person(receiver), message, Urgency::InHours);
        work.promise(&letter, stock.now).await.unwrap();
    }
    let everything = work.everything_about(stock.anna).await.unwrap();
    assert_eq!(everything["people"][0]["name"], "Anna Ek");
    assert_eq!(everything["members"][0]["wants"], "a|b");
    assert_eq!(everything["outbox"].as_array().unwrap().len(), 1);
    assert!(work.letters_to(stock.anna).await.unwrap().is_empty());
    assert_eq!(work.all_pairs_of_person(stock.anna).await.unwrap().len(), 1);

    let anna = Mentioned {
        person: stock.anna,
        names: vec!["Anna Ek".to_owned()],
        first_names: vec!["Anna".to_owned()],
        partners: vec![stock.bo],
        instead: "(erased)".to_owned(),
    };
    work.erase_mentions(stock.programme, &anna).await.unwrap();
    work.erase(stock.anna, None, "(erased)", stock.now).await.unwrap();
    assert_eq!(work.members(stock.programme).await.unwrap().len(), 2);

    assert_eq!(work.person(stock.anna).await.unwrap().unwrap().name, "(erased)");
    let pair = work.pair(stock.pair).await.unwrap().unwrap();
    assert_eq!((&*pair.adept.name, &*pair.mentor.name), ("(erased)", "Bo Berg"));
    let row = work.member_row(pair.adept.member).await.unwrap().unwrap();
    assert_eq!(row, MemberRow::default());
    let left = work.unsent(stock.programme, 10).await.unwrap();
    let left: Vec<_> = left.into_iter().map(|letter| letter.message).collect();
    let kept = ["Annas", "(erased)", "Anna Ekström", "Anna"].map(notice);
    assert_eq!(left, kept, "nobody else misses anything");
    work.erase_said_in(stock.programme).await.unwrap();
    assert_eq!(work.unsent(stock.programme, 10).await.unwrap().len(), 4, "it has yet to be said");
}

#[tokio::test]
async fn a_conversation_with_a_stranger_is_forgotten_when_it_is_over() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let room = |name: &str| Room {
        platform: PlatformName::Console,
        address: name.to_owned(),
        kind: RoomKind::Direct,
    };
    let known = work.learn_place(&room("bo"), &account("bo"), Some(stock.bo)).await.unwrap();
    let silent = work.learn_place(&room("eva"), &account("eva"), None).await.unwrap();
    let spoken = work.learn_place(&room("liv"), &account("liv"), None).await.unwrap();
    let waiting = work.learn_place(&room("ulf"), &account("ulf"), None).await.unwrap();
    for place in [known, silent, waiting] {
        work.note_speech(place, stock.now).await.unwrap();
    }
    work.note_speech(spoken, stock.in_days(2)).await.unwrap();
    let letter = stock.letter(Receiver::Place(waiting), General::Welcome.into(), Urgency::Answer);
    work.promise(&letter, stock.now).await.unwrap();
    work.forget_strangers(stock.in_days(1)).await.unwrap();
    for (place, is_kept) in [(known, true), (silent, false), (spoken, true), (waiting, true)] {
        assert_eq!(work.place(place).await.unwrap().is_some(), is_kept);
    }
}

#[tokio::test]
async fn a_programme_is_erased_once() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.programmes_not_erased().await.unwrap(), [stock.programme]);
    work.put_erased(stock.programme, stock.now).await.unwrap();
    assert_eq!(work.programmes_not_erased().await.unwrap(), []);
    // Used once more, it is erased once more.
    work.put_training(stock.programme, None, stock.now).await.unwrap();
    work.put_prolonged(stock.programme, stock.now).await.unwrap();
    assert_eq!(work.programmes_not_erased().await.unwrap(), [stock.programme]);
    assert_eq!(work.programmes_to_train(stock.now).await.unwrap(), [stock.programme]);
}

#[tokio::test]
async fn what_somebody_was_given_to_read_is_counted() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    assert_eq!(work.trains_since(stock.programme).await.unwrap(), None);
    work.put_training(stock.programme, Some(stock.in_days(1)), stock.now).await.unwrap();
    work.put_training(stock.programme, Some(stock.in_days(2)), stock.in_days(1)).await.unwrap();
    assert_eq!(work.trains_since(stock.programme).await.unwrap(), Some(stock.now));
    assert_eq!(work.programmes_to_train(stock.in_days(1)).await.unwrap(), []);
    assert_eq!(work.programmes_to_train(stock.in_days(2)).await.unwrap(), [stock.programme]);
    let id = work.add_lesson(stock.programme, stock.anna, "goals", stock.now).await.unwrap();
    work.add_lesson(stock.programme, stock.bo, "goals", stock.now).await.unwrap();
    let sent = work.lessons_of(stock.programme, stock.anna).await.unwrap();
    assert_eq!(sent, ["goals"]);
    assert_eq!(work.finish_lesson(id, stock.bo, stock.now).await.unwrap(), None);
    for _ in 0..2 {
        let finished = work.finish_lesson(id, stock.anna, stock.now).await.unwrap();
        assert_eq!(finished, Some(stock.programme));
    }
    let read = work.lessons_read(stock.programme, stock.anna).await.unwrap();
    assert_eq!(read, ["goals"]);
    let counts = work.lesson_counts(stock.programme).await.unwrap();
    assert_eq!(counts, [("goals".to_owned(), 2, 1)]);
    work.forget_lesson(id).await.unwrap();
    assert_eq!(work.lessons_of(stock.programme, stock.anna).await.unwrap(), ["goals"], "it's read");
    let again = work.add_lesson(stock.programme, stock.anna, "listening", stock.now).await.unwrap();
    work.forget_lesson(again).await.unwrap();
    assert_eq!(work.lessons_of(stock.programme, stock.anna).await.unwrap(), ["goals"]);
}

#[tokio::test]
async fn while_a_text_is_on_its_way_there_is_no_last_one() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let last = work.last_lesson(stock.programme, stock.anna).await.unwrap();
    assert_eq!(last, Some(Timestamp::MIN));
    let programme = "P".to_owned();
    let says = TrainingSays::Goals { lesson: LessonId::new(1), programme, number: 1, of: 4 };
    let letter = stock.letter(Receiver::Person(stock.anna), says.into(), Urgency::InHours);
    let id = work.promise(&letter, stock.now).await.unwrap();
    assert_eq!(work.last_lesson(stock.programme, stock.anna).await.unwrap(), None);
    let later = stock.in_days(1);
    work.settle(id, Fate::Expired, Reason::Stale, later).await.unwrap();
    assert_eq!(work.last_lesson(stock.programme, stock.anna).await.unwrap(), Some(later));
}

#[tokio::test]
async fn what_cannot_be_confirmed_any_longer_is_forgotten() {
    let stock = Stock::new().await;
    let mut work = stock.work().await;
    let place = work.direct_place(&account("anna"), Some(stock.anna)).await.unwrap().id;
    let id = work.add_draft(stock.anna, place, &Draft::Erase, stock.now).await.unwrap();
    work.forget_drafts(stock.in_days(6)).await.unwrap();
    assert!(work.draft(id, stock.now).await.unwrap().is_some());
    work.forget_drafts(stock.in_days(7)).await.unwrap();
    assert!(work.draft(id, stock.now).await.unwrap().is_none());
}
