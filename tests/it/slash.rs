//! Commands that are chosen from a menu: each is there, is called what people type, and means the
//! same as if it had been typed.

use std::collections::BTreeSet;

use jiff::{
    civil::{Date, DateTime, date, time},
    tz::TimeZone,
};
use mentorskap::{
    domain::{
        account::Account,
        application::Decision,
        calendar::Hours,
        command::{
            Branch, Catalogue, Command, CommandName, Edit, Entry, GatheringCommand, Given,
            GoalCommand, LeadCommand, Leaf, Lexicon, OwnCommand, PairCommand,
            ParameterKind as Kind, Pointed, Span, Wording, compose, read,
        },
        gathering::Answer,
        goal::Score,
        leading::Leading,
        locale::Locale,
        permission::Audience,
        role::Role,
    },
    l10n::Words,
};

/// When commands are given: a Monday.
const NOW: DateTime = date(2026, 3, 2).at(9, 0, 0, 0);

// --- Words -----------------------------------------------------------------------------------------

#[test]
fn every_command_stands_in_the_menu_once() {
    let leaves = leaves(&catalogue());
    let commands: Vec<_> = leaves.iter().map(|(.., leaf)| leaf.command).collect();
    let all: BTreeSet<_> = CommandName::ALL.iter().copied().collect();
    assert_eq!(commands.iter().copied().collect::<BTreeSet<_>>(), all);
    assert_eq!(commands.len(), all.len());
}

#[test]
fn leaders_have_a_menu_of_their_own() {
    assert_eq!(Audience::of(CommandName::Help), Audience::Everybody);
    assert_eq!(Audience::of(CommandName::Later), Audience::Everybody);
    assert_eq!(Audience::of(CommandName::ProgrammeCreate), Audience::Leaders);
    assert_eq!(Audience::of(CommandName::Announce), Audience::Leaders);
    assert_eq!(Audience::of(CommandName::MatchPropose), Audience::Choosing);
    assert_eq!(Audience::of(CommandName::GatheringCreate), Audience::Arranging);
    assert_eq!(Audience::of(CommandName::GatheringList), Audience::Together);
}

#[test]
fn what_is_chosen_means_the_same_when_it_is_typed() {
    let (words, lexicon) = (words(), lexicon());
    for locale in words.locales() {
        for (_, group, leaf) in leaves(&catalogue()) {
            let group = group.map(|group| group.name.get(locale).to_owned());
            let own = leaf.entry.name.get(locale).to_owned();
            let path: Vec<_> = group.into_iter().chain([own]).collect();
            let typed = path.join(" ").replace('-', " ");
            let spoken = lexicon.vocabulary.recognise(&typed);
            let spoken = spoken.unwrap_or_else(|_| panic!("{locale}: {typed}"));
            assert_eq!(
                (spoken.name, spoken.rest.as_str()),
                (leaf.command, ""),
                "{locale}: {typed}"
            );
            // The whole of it stands in the locale files under the command itself.
            assert_eq!(words.of_command(locale, leaf.command, "slash"), path.join(" "));
        }
    }
}

#[test]
fn names_and_descriptions_have_the_form_that_menus_ask_for() {
    let words = words();
    each_entry(&catalogue(), |entry| {
        for locale in words.locales() {
            let (name, what) = (entry.name.get(locale), entry.what.get(locale));
            let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
            assert!(name.chars().all(is_plain), "{locale}: {name:?}");
            assert_eq!(name.to_lowercase(), name, "{locale}");
            assert!((1..=32).contains(&name.chars().count()), "{locale}: {name:?}");
            assert!((1..=100).contains(&what.chars().count()), "{locale}: {what:?}");
            assert!(what.starts_with(char::is_uppercase), "{locale}: {what:?}");
            assert!(!what.ends_with(['.', '!', '…']), "{locale}: {what:?}");
        }
    });
}

#[test]
fn nothing_is_called_the_same_beside_one_another() {
    let words = words();
    for locale in words.locales() {
        let name = |entry: &Entry| entry.name.get(locale).to_owned();
        let catalogue = catalogue();
        check_names(catalogue.roots.iter().map(|root| name(&root.entry)));
        for root in &catalogue.roots {
            check_names(root.branches.iter().map(|branch| match branch {
                Branch::Leaf(leaf) => name(&leaf.entry),
                Branch::Group { entry, .. } => name(entry),
            }));
            for branch in &root.branches {
                if let Branch::Group { leaves, .. } = branch {
                    check_names(leaves.iter().map(|leaf| name(&leaf.entry)));
                }
            }
        }
        for (.., leaf) in leaves(&catalogue) {
            check_names(leaf.parameters.iter().map(|(_, entry)| name(entry)));
        }
        check_names(catalogue.pointed.iter().map(|(_, words)| words.get(locale).to_owned()));
        check_names(catalogue.roles.iter().map(|(_, words)| words.get(locale).to_owned()));
        check_names(catalogue.languages.iter().map(|(_, name)| name.clone()));
    }
}

#[track_caller]
fn check_names(names: impl Iterator<Item = String>) {
    let names: Vec<_> = names.collect();
    assert!(names.len() <= 25, "{names:?}");
    let different: BTreeSet<_> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
}

#[test]
fn words_are_found_without_their_region() {
    let wording = Wording {
        base: "lead".to_owned(),
        others: [(Locale::new("sv"), "leda".to_owned())].into(),
    };
    for (tag, expected) in [("sv", "leda"), ("sv-SE", "leda"), ("en-GB", "lead"), ("fi", "lead")] {
        assert_eq!(wording.get(&Locale::new(tag)), expected);
    }
}

#[test]
fn a_command_is_found_by_its_words() {
    let catalogue = catalogue();
    let found = |path: &[&str]| catalogue.find(path).map(|leaf| leaf.command);
    assert_eq!(found(&["mentor", "meeting", "book"]), Some(CommandName::MeetingBook));
    assert_eq!(found(&["mentor", "help"]), Some(CommandName::Help));
    assert_eq!(found(&["lead", "help"]), None);
    assert_eq!(found(&["mentor", "meeting"]), None);
    assert_eq!(found(&["mentor", "help", "help"]), None);
    assert_eq!(found(&[]), None);
}

// --- What was chosen, as if it had been typed ------------------------------------------------------

#[test]
fn every_command_that_is_chosen_is_read() {
    let mut seen = BTreeSet::new();
    let needing_nothing =
        alone().into_iter().map(|(name, command)| (Given::nothing(name), command));
    for (given, expected) in needing_nothing.chain(own()).chain(pair()).chain(lead()) {
        seen.insert(given.name);
        check(&given, &expected);
    }
    let all: BTreeSet<_> = CommandName::ALL.iter().copied().collect();
    assert_eq!(seen, all, "each command is tried");
}

/// What somebody asks for themselves.
fn own() -> Vec<(Given, Command)> {
    let (first, last) = (date(2026, 7, 1), date(2026, 7, 20));
    let pause = |from: Option<Date>, until: Option<Date>| {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let given = Given::nothing(CommandName::Pause);
        let given = given.with(Kind::From, &day(from)).with(Kind::Until, &day(until));
        (given, OwnCommand::Pause { from, until }.into())
    };
    let hours = Hours::new(time(9, 0, 0, 0), time(16, 30, 0, 0)).unwrap();
    let attend = |name, answer| {
        let given = Given::nothing(name).with(Kind::GatheringNumber, "2");
        let (number, programme) = (Some(2), None);
        (given, OwnCommand::GatheringAnswer { number, answer, programme }.into())
    };
    vec![
        attend(CommandName::GatheringYes, Answer::Yes),
        attend(CommandName::GatheringNo, Answer::No),
        attend(CommandName::GatheringMaybe, Answer::Maybe),
        (
            Given::nothing(CommandName::GatheringHere).with(Kind::Code, "K7QX42"),
            OwnCommand::GatheringHere { code: "K7QX42".to_owned() }.into(),
        ),
        pause(None, None),
        pause(Some(first), None),
        pause(None, Some(last)),
        pause(Some(first), Some(last)),
        (
            Given::nothing(CommandName::Join).with(Kind::Code, "ABCD-2345"),
            OwnCommand::Join { code: "ABCD-2345".to_owned() }.into(),
        ),
        (
            Given::nothing(CommandName::SettingsLanguage).with(Kind::Language, "sv"),
            OwnCommand::SettingsLanguage { tag: "sv".to_owned() }.into(),
        ),
        (
            Given::nothing(CommandName::SettingsZone).with(Kind::Zone, "Europe/London"),
            OwnCommand::SettingsZone { zone: TimeZone::get("Europe/London").unwrap() }.into(),
        ),
        (
            Given::nothing(CommandName::SettingsHours)
                .with(Kind::HoursFrom, "9")
                .with(Kind::HoursUntil, "16.30"),
            OwnCommand::SettingsHours { hours }.into(),
        ),
    ]
}

/// What somebody asks for as one of a pair.
fn pair() -> Vec<(Given, Command)> {
    let at = date(2026, 3, 12).at(13, 30, 0, 0);
    let place = Some("Café Åsa, 2".to_owned());
    let at_the_cafe = |name| {
        Given::nothing(name).with(Kind::When, "2026-03-12 13:30").with(Kind::Where, "Café Åsa, 2")
    };
    let second = |name| Given::nothing(name).with(Kind::MeetingNumber, "2");
    let moved = |given: Given| given.with(Kind::When, "12 mars kl. 13.30");
    let goal = |name| Given::nothing(name).with(Kind::GoalNumber, "2");
    let words = "Våga säga ifrån #1";
    vec![
        (
            at_the_cafe(CommandName::MeetingBook),
            PairCommand::MeetingBook { at, place: place.clone() }.into(),
        ),
        (
            at_the_cafe(CommandName::MeetingPropose),
            PairCommand::MeetingPropose { at, place }.into(),
        ),
        (
            moved(second(CommandName::MeetingMove)),
            PairCommand::MeetingMove { number: Some(2), at }.into(),
        ),
        (
            moved(Given::nothing(CommandName::MeetingMove)),
            PairCommand::MeetingMove { number: None, at }.into(),
        ),
        (second(CommandName::MeetingCancel), PairCommand::MeetingCancel { number: Some(2) }.into()),
        (second(CommandName::MeetingMet), PairCommand::MeetingMet { number: Some(2) }.into()),
        (goal(CommandName::GoalShare), GoalCommand::Share { number: 2 }.into()),
        (goal(CommandName::GoalRemove), GoalCommand::Remove { number: 2 }.into()),
        (
            Given::nothing(CommandName::GoalAdd).with(Kind::Words, words),
            GoalCommand::Add { words: words.to_owned() }.into(),
        ),
        (
            goal(CommandName::GoalEdit).with(Kind::Words, words),
            GoalCommand::Edit { number: 2, words: words.to_owned() }.into(),
        ),
        (
            goal(CommandName::GoalStep).with(Kind::Words, words),
            GoalCommand::Step { number: 2, words: words.to_owned() }.into(),
        ),
        (
            goal(CommandName::GoalStepDone).with(Kind::StepNumber, "3"),
            GoalCommand::StepDone { number: 2, step: 3 }.into(),
        ),
        (
            goal(CommandName::GoalWeigh).with(Kind::Weight, "3"),
            GoalCommand::Weigh { number: 2, weight: 3 }.into(),
        ),
        (
            goal(CommandName::GoalRate).with(Kind::Score, "−1"),
            GoalCommand::Rate { number: 2, score: Score::new(-1) }.into(),
        ),
        (
            Given::nothing(CommandName::Note).with(Kind::Words, "Fråga om styrgruppen #2"),
            PairCommand::Note { words: "Fråga om styrgruppen #2".to_owned() }.into(),
        ),
        (
            Given::nothing(CommandName::NoteRemove).with(Kind::NoteNumber, "2"),
            PairCommand::NoteRemove { number: 2 }.into(),
        ),
    ]
}

/// What somebody asks for as a leader.
#[expect(clippy::too_many_lines, reason = "a line or more for each command")]
fn lead() -> Vec<(Given, Command)> {
    let account: Account = "discord:123456789012345678".parse().unwrap();
    let address = account.to_string();
    let who = || Leading::Account(account.clone());
    let words = "Hej!\n\n- ett\n- två #allmänt";
    let second = |name, kind| Given::nothing(name).with(kind, "2");
    let number = 2;
    let mut chosen: Vec<(Given, Command)> = vec![
        (
            Given::nothing(CommandName::PairAdd)
                .with(Kind::Mentor, "Bo Berg")
                .with(Kind::Adept, "anna"),
            LeadCommand::PairAdd { mentor: "Bo Berg".to_owned(), adept: "anna".to_owned() }.into(),
        ),
        (
            Given::nothing(CommandName::MatchSwap)
                .with(Kind::One, "Anna Ek")
                .with(Kind::Other, "grace"),
            LeadCommand::MatchSwap { one: "Anna Ek".to_owned(), other: "grace".to_owned() }.into(),
        ),
        (second(CommandName::PairShow, Kind::PairNumber), LeadCommand::PairShow { number }.into()),
        (
            Given::nothing(CommandName::GatheringCreate)
                .with(Kind::Title, "Uppstart, dag 1 / Kickoff")
                .with(Kind::When, "2026-09-10 13.00")
                .with(Kind::Where, "Stora salen"),
            GatheringCommand::Create {
                title: "Uppstart, dag 1 / Kickoff".to_owned(),
                first: Span { at: date(2026, 9, 10).at(13, 0, 0, 0), minutes: None },
                repeat: None,
                place: Some("Stora salen".to_owned()),
            }
            .into(),
        ),
        (
            second(CommandName::CheckInResults, Kind::RoundNumber),
            LeadCommand::CheckInResults { number: Some(number) }.into(),
        ),
        (
            second(CommandName::GatheringShow, Kind::GatheringNumber),
            GatheringCommand::Show { number }.into(),
        ),
        (
            second(CommandName::GatheringMove, Kind::GatheringNumber)
                .with(Kind::When, "2026-09-11 13.00"),
            GatheringCommand::Move {
                number,
                at: Span { at: date(2026, 9, 11).at(13, 0, 0, 0), minutes: None },
            }
            .into(),
        ),
        (
            second(CommandName::GatheringEdit, Kind::GatheringNumber)
                .with(Kind::Change, "places 20"),
            GatheringCommand::Edit { number, edit: Some(Edit::Capacity(Some(20))) }.into(),
        ),
        (
            second(CommandName::GatheringCancel, Kind::GatheringNumber),
            GatheringCommand::Cancel { number }.into(),
        ),
        (
            second(CommandName::GatheringAttendance, Kind::GatheringNumber)
                .with(Kind::Names, "Anna, Bo"),
            GatheringCommand::Attendance { number, names: Some("Anna, Bo".to_owned()) }.into(),
        ),
        (
            second(CommandName::GatheringMaterial, Kind::GatheringNumber)
                .with(Kind::Words, "Bilderna"),
            GatheringCommand::Material { number, words: "Bilderna".to_owned() }.into(),
        ),
        (
            second(CommandName::PairRemind, Kind::PairNumber),
            LeadCommand::PairRemind { number }.into(),
        ),
        (second(CommandName::PairEnd, Kind::PairNumber), LeadCommand::PairEnd { number }.into()),
        (
            second(CommandName::PairRematch, Kind::PairNumber),
            LeadCommand::PairRematch { number }.into(),
        ),
        (
            second(CommandName::PairPause, Kind::PairNumber).with(Kind::Until, "2026-08-10"),
            LeadCommand::PairPause { number, until: date(2026, 8, 10) }.into(),
        ),
        (
            second(CommandName::PairExtend, Kind::PairNumber).with(Kind::Until, "2026-12-20"),
            LeadCommand::PairExtend { number, until: date(2026, 12, 20) }.into(),
        ),
        (
            Given::nothing(CommandName::LeaderAdd).with(Kind::Leader, &address),
            LeadCommand::LeaderAdd { who: who(), name: None }.into(),
        ),
        (
            Given::nothing(CommandName::LeaderRemove).with(Kind::Leader, &address),
            LeadCommand::LeaderRemove { who: who() }.into(),
        ),
        (
            Given::nothing(CommandName::Announce).with(Kind::Words, words),
            LeadCommand::Announce { words: words.to_owned() }.into(),
        ),
        (
            second(CommandName::OutboxRetry, Kind::LetterNumber),
            LeadCommand::OutboxRetry { number }.into(),
        ),
        (
            second(CommandName::OutboxCancel, Kind::LetterNumber),
            LeadCommand::OutboxCancel { number }.into(),
        ),
    ];
    let on = |name| second(name, Kind::ApplicationNumber);
    let words = "Vi har talat.".to_owned();
    let decided =
        |decision| LeadCommand::ApplicationsDecide { numbers: vec![number], decision }.into();
    chosen.extend([
        (on(CommandName::ApplicationsShow), LeadCommand::ApplicationsShow { number }.into()),
        (on(CommandName::ApplicationsAccept), decided(Decision::Accepted)),
        (on(CommandName::ApplicationsWaitlist), decided(Decision::Waiting)),
        (on(CommandName::ApplicationsDecline), decided(Decision::Declined)),
        (
            on(CommandName::ApplicationsScore).with(Kind::Points, "4, 5 3"),
            LeadCommand::ApplicationsScore { number, points: vec![4, 5, 3] }.into(),
        ),
        (
            Given::nothing(CommandName::ApplicationsCompare).with(Kind::Numbers, "3, 4"),
            LeadCommand::ApplicationsCompare { numbers: vec![3, 4] }.into(),
        ),
        (
            on(CommandName::ApplicationsConsent).with(Kind::PersonName, "Ulla Ek"),
            LeadCommand::ApplicationsConsent { number, guardian: "Ulla Ek".to_owned() }.into(),
        ),
        (
            on(CommandName::ApplicationsNote).with(Kind::Words, &words),
            LeadCommand::ApplicationsNote { number, words }.into(),
        ),
    ]);
    let both = |name| Given::nothing(name).with(Kind::Mentor, "Bo Berg").with(Kind::Adept, "anna");
    let (mentor, adept) = ("Bo Berg".to_owned(), "anna".to_owned());
    let lock = LeadCommand::MatchLock { mentor: mentor.clone(), adept: adept.clone() };
    let avoid = LeadCommand::MatchAvoid { mentor: mentor.clone(), adept: adept.clone() };
    let allow = LeadCommand::MatchAllow { mentor, adept };
    chosen.push((both(CommandName::MatchLock), lock.into()));
    chosen.push((both(CommandName::MatchAvoid), avoid.into()));
    chosen.push((both(CommandName::MatchAllow), allow.into()));
    for role in Role::ALL {
        let given = Given::nothing(CommandName::PeopleAdd)
            .with(Kind::PersonName, "Anna Ek")
            .with(Kind::Role, role.as_str());
        let name = "Anna Ek".to_owned();
        let account = Some(account.clone());
        chosen.push((
            given.clone(),
            LeadCommand::PeopleAdd { name: name.clone(), role, account: None }.into(),
        ));
        chosen.push((
            given.with(Kind::Account, &address),
            LeadCommand::PeopleAdd { name, role, account }.into(),
        ));
    }
    chosen
}

#[test]
fn whoever_is_pointed_at_is_meant() {
    let account: Account = "discord:123456789012345678".parse().unwrap();
    for (pointed, role) in [(Pointed::AddMentor, Role::Mentor), (Pointed::AddAdept, Role::Adept)] {
        check(
            &pointed.at("Anna\n🎉 #Ek", &account),
            &LeadCommand::PeopleAdd {
                name: "Anna 🎉 #Ek".to_owned(),
                role,
                account: Some(account.clone()),
            }
            .into(),
        );
    }
    check(
        &Pointed::AddLeader.at("Anna Ek", &account),
        &LeadCommand::LeaderAdd {
            who: Leading::Account(account),
            name: Some("Anna Ek".to_owned()),
        }
        .into(),
    );
}

/// Whatever is given, it stays the command that was chosen, for those who were chosen.
#[test]
fn nothing_that_is_given_makes_another_command() {
    let lexicon = lexicon();
    let long = "å".repeat(6_000);
    let lines = "rad\n".repeat(1_500);
    let hostile = [
        "",
        " \n\t ",
        "\0",
        "#x",
        "@x",
        "hej #x @y",
        "\n#x\nprogramme start",
        "och",
        "and and and",
        "från från",
        "–",
        ", ,",
        "2",
        "-1",
        "9999999999999999999999",
        "3/3 13.30",
        "mentor",
        "discord:1",
        "\u{202e}\u{1f}💥",
        &long,
        &lines,
    ];
    for name in CommandName::ALL {
        for value in hostile {
            for only in name.parameters().iter().map(|parameter| Some(parameter.kind)).chain([None])
            {
                let kinds = name.parameters().iter().map(|parameter| parameter.kind);
                let kinds = kinds.filter(|kind| only.is_none_or(|only| only == *kind));
                let given =
                    kinds.fold(Given::nothing(*name), |given, kind| given.with(kind, value));
                let spoken = compose(&given, lexicon);
                assert_eq!(spoken.name, *name);
                assert!(spoken.about.is_none() || given.value(Kind::With).is_some());
                assert!(spoken.programme.is_none() || given.value(Kind::Programme).is_some());
                let has_words = given.value(Kind::Words).is_some();
                assert!(has_words || !spoken.rest.contains('\n'), "{:?}", spoken.rest);
                if let Ok(command) = read(&spoken, lexicon, NOW) {
                    assert!(is_of(&command, *name), "{name:?} became {command:?}");
                }
            }
        }
    }
}

/// Whether a command is the one with this name: its variant is called the same.
fn is_of(command: &Command, name: CommandName) -> bool {
    let shown = match command {
        Command::Own(own) => format!("{own:?}"),
        Command::Pair(pair) => format!("{pair:?}"),
        Command::Lead(lead) => format!("{lead:?}"),
    };
    if let Command::Pair(PairCommand::Goal(goal)) = command {
        let variant = format!("{goal:?}");
        let variant = variant.split([' ', '{']).next().unwrap_or_default();
        return format!("Goal{variant}") == format!("{name:?}");
    }
    if let Command::Lead(LeadCommand::Gathering(gathering)) = command {
        let variant = format!("{gathering:?}");
        let variant = variant.split([' ', '{']).next().unwrap_or_default();
        return format!("Gathering{variant}") == format!("{name:?}");
    }
    if let Command::Own(OwnCommand::GatheringAnswer { answer, .. }) = command {
        return name
            == match answer {
                Answer::Yes => CommandName::GatheringYes,
                Answer::No => CommandName::GatheringNo,
                Answer::Maybe => CommandName::GatheringMaybe,
            };
    }
    // Three names that decide stand for three decisions.
    if let Command::Lead(LeadCommand::ApplicationsDecide { decision, .. }) = command {
        return name
            == match decision {
                Decision::Accepted => CommandName::ApplicationsAccept,
                Decision::Waiting => CommandName::ApplicationsWaitlist,
                Decision::Declined => CommandName::ApplicationsDecline,
            };
    }
    let variant = shown.split([' ', '{']).next().unwrap_or_default();
    // Without a time the bot looks for some.
    let variant = if variant == "MeetingProposeCommon" { "MeetingPropose" } else { variant };
    variant == format!("{name:?}")
}

/// The commands that need nothing.
fn alone() -> Vec<(CommandName, Command)> {
    vec![
        (CommandName::Help, OwnCommand::Help.into()),
        (CommandName::Status, OwnCommand::Status.into()),
        (CommandName::Agreement, PairCommand::Agreement.into()),
        (CommandName::MeetingList, PairCommand::MeetingList.into()),
        (CommandName::MeetingPropose, PairCommand::MeetingProposeCommon.into()),
        (CommandName::MeetingCancel, PairCommand::MeetingCancel { number: None }.into()),
        (CommandName::MeetingMet, PairCommand::MeetingMet { number: None }.into()),
        (CommandName::Later, PairCommand::Later.into()),
        (CommandName::NoteList, PairCommand::NoteList.into()),
        (CommandName::GoalList, GoalCommand::List.into()),
        (
            CommandName::ContactLeader,
            OwnCommand::ContactLeader { words: None, programme: None }.into(),
        ),
        (CommandName::Resume, OwnCommand::Resume.into()),
        (CommandName::Topic, PairCommand::Topic.into()),
        (CommandName::SettingsReminders, OwnCommand::SettingsReminders.into()),
        (CommandName::SettingsCalendar, OwnCommand::SettingsCalendar { said: None }.into()),
        (CommandName::Settings, OwnCommand::Settings.into()),
        (CommandName::Attention, LeadCommand::Attention.into()),
        (CommandName::ApplicationsList, LeadCommand::ApplicationsList.into()),
        (CommandName::LettersPreview, LeadCommand::LettersPreview.into()),
        (CommandName::LettersSend, LeadCommand::LettersSend.into()),
        (CommandName::Apply, OwnCommand::Apply { programme: None }.into()),
        (CommandName::Withdraw, OwnCommand::Withdraw { programme: None }.into()),
        (CommandName::GatheringList, OwnCommand::GatheringList { programme: None }.into()),
        (CommandName::ProgrammeChannel, LeadCommand::ProgrammeChannel { is_off: false }.into()),
        (CommandName::CheckIn, OwnCommand::CheckIn { programme: None }.into()),
        (CommandName::Certificate, OwnCommand::Certificate { programme: None }.into()),
        (CommandName::CheckInOpen, LeadCommand::CheckInOpen.into()),
        (CommandName::CheckInClose, LeadCommand::CheckInClose.into()),
        (CommandName::RecruitOpen, LeadCommand::RecruitOpen.into()),
        (CommandName::RecruitClose, LeadCommand::RecruitClose.into()),
        (CommandName::MatchPropose, LeadCommand::MatchPropose.into()),
        (CommandName::MatchShow, LeadCommand::MatchShow.into()),
        (CommandName::MatchPublish, LeadCommand::MatchPublish.into()),
        (CommandName::ProgrammeList, OwnCommand::ProgrammeList.into()),
        (CommandName::ProgrammeCreate, OwnCommand::ProgrammeCreate.into()),
        (CommandName::ProgrammeShow, LeadCommand::ProgrammeShow.into()),
        (CommandName::ProgrammeStatus, LeadCommand::ProgrammeStatus.into()),
        (CommandName::ProgrammeStart, LeadCommand::ProgrammeStart.into()),
        (CommandName::ProgrammePause, LeadCommand::ProgrammePause.into()),
        (CommandName::ProgrammeResume, LeadCommand::ProgrammeResume.into()),
        (CommandName::ProgrammeClose, LeadCommand::ProgrammeClose.into()),
        (CommandName::PeopleImport, LeadCommand::PeopleImport.into()),
        (CommandName::PeopleInvite, LeadCommand::PeopleInvite.into()),
        (CommandName::PeopleList, LeadCommand::PeopleList.into()),
        (CommandName::PairList, LeadCommand::PairList.into()),
        (CommandName::Outbox, LeadCommand::Outbox.into()),
        (CommandName::Audit, LeadCommand::Audit.into()),
        (CommandName::Report, LeadCommand::Report.into()),
        (CommandName::ProgrammeTraining, LeadCommand::ProgrammeTraining.into()),
        (CommandName::MyData, OwnCommand::MyData.into()),
        (CommandName::DeleteMyData, OwnCommand::DeleteMyData.into()),
    ]
}

#[track_caller]
fn check(given: &Given, expected: &Command) {
    let spoken = compose(given, lexicon());
    assert_eq!(read(&spoken, lexicon(), NOW).as_ref(), Ok(expected), "{:?}", spoken.rest);
}

thread_local! {
    static LEXICON: &'static Lexicon = Box::leak(Box::new(words().lexicon()));
    static WORDS: &'static Words = Box::leak(Box::new(Words::load(None).unwrap()));
}

fn words() -> &'static Words {
    WORDS.with(|words| *words)
}

fn lexicon() -> &'static Lexicon {
    LEXICON.with(|lexicon| *lexicon)
}

fn catalogue() -> Catalogue {
    words().catalogue()
}

/// Every command with its root and its group.
fn leaves(catalogue: &Catalogue) -> Vec<(Entry, Option<Entry>, Leaf)> {
    let mut found = vec![];
    for root in &catalogue.roots {
        for branch in &root.branches {
            match branch {
                Branch::Leaf(leaf) => found.push((root.entry.clone(), None, leaf.clone())),
                Branch::Group { entry, leaves, .. } => found.extend(
                    leaves
                        .iter()
                        .map(|leaf| (root.entry.clone(), Some(entry.clone()), leaf.clone())),
                ),
            }
        }
    }
    found
}

fn each_entry(catalogue: &Catalogue, check: impl Fn(&Entry)) {
    for (root, group, leaf) in leaves(catalogue) {
        let parameters = leaf.parameters.iter().map(|(_, entry)| entry);
        let entries = [&root, &leaf.entry].into_iter().chain(&group).chain(parameters);
        entries.for_each(&check);
    }
}
