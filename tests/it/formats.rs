//! What is stored as JSON is a format: rows outlive upgrades. What was ever written stays readable
//! and means the same, so the lines below and in `data/messages.jsonl` are added to and never
//! changed.

use std::{collections::BTreeSet, fmt::Debug, fmt::Write as _};

use insta::assert_snapshot;
use jiff::civil::date;
use mentorskap::{
    document::{Answering, Attachment, Block, Button, Content, Document, Span},
    domain::{
        agreement::Topic,
        application::{Decision, Step},
        attention::Wish,
        draft::{Creation, Draft},
        farewell::{Touch, WithFigures},
        gathering::{self, Plan},
        goal::Score,
        ids::{
            AgreementId, ApplicationId, CaseId, DraftId, GatheringId, GoalId, LessonId, MeetingId,
            MemberId, NoteId, OutboxId, PairId, PersonId, ProgrammeId, ProposalId, RoundId,
        },
        impression::{Feeling, Fit},
        letter::{Fate, Reason},
        locale::{Locale, Translations},
        meeting::{Half, Verdict},
        message::Message,
        notice::Urgency,
        press::{Move, Press},
        proposal::Answer,
        reminder::Reminding,
        role::Role,
        sparing::Rank,
    },
};
use serde::{Serialize, de::DeserializeOwned};

use crate::support::samples::{sample, samples};

/// A message of every kind that was ever stored.
const MESSAGES: &str = include_str!("data/messages.jsonl");

#[test]
fn the_kinds_of_messages_are_those_that_are_known() {
    let mut known = String::new();
    for (feature, shape) in Message::shapes() {
        write!(known, "{feature}.{}", shape.kind).unwrap();
        for (name, kind) in shape.fields {
            write!(known, " {name}:{kind}").unwrap();
        }
        if !shape.labels.is_empty() {
            write!(known, " [{}]", shape.labels.join(" ")).unwrap();
        }
        known.push('\n');
    }
    assert_snapshot!(known);
}

#[test]
fn every_message_that_was_ever_stored_is_read_and_stored_as_it_was() {
    for line in MESSAGES.lines() {
        let message: Message =
            serde_json::from_str(line).unwrap_or_else(|why| panic!("{line}: {why}"));
        let again = serde_json::to_value(&message).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(line).unwrap());
    }
}

#[test]
fn every_kind_of_message_is_among_those_that_were_stored() {
    let kept: BTreeSet<_> = MESSAGES
        .lines()
        .map(|line| serde_json::from_str::<Message>(line).unwrap().kind())
        .collect();
    let new: Vec<_> = Message::shapes()
        .filter(|(feature, shape)| !kept.contains(&(*feature, shape.kind)))
        .map(|(feature, shape)| sample(feature, shape).to_string())
        .collect();
    assert!(new.is_empty(), "add these lines to tests/it/data/messages.jsonl:\n{}", new.join("\n"));
}

#[test]
fn every_message_survives_being_stored() {
    for (_, _, message) in samples() {
        let stored = serde_json::to_string(&message).unwrap();
        assert_eq!(serde_json::from_str::<Message>(&stored).unwrap(), message);
    }
}

// --- Buttons ---------------------------------------------------------------------------------------

#[test]
fn the_tokens_of_buttons_are_what_they_always_were() {
    let known = [
        (Press::Booked(PairId::new(7)), "1:booked:7"),
        (Press::NotYet(PairId::new(7)), "1:not-yet:7"),
        (Press::TellLater(PairId::new(7)), "1:when:7"),
        (Press::Met(MeetingId::new(7), Verdict::Held), "1:met:7:held"),
        (Press::Met(MeetingId::new(7), Verdict::Rebooked), "1:met:7:rebooked"),
        (Press::Met(MeetingId::new(7), Verdict::NotHeld), "1:met:7:not-held"),
        (Press::Met(MeetingId::new(7), Verdict::Paused), "1:met:7:paused"),
        (Press::Confirm(DraftId::new(7)), "1:confirm:7"),
        (Press::Discard(DraftId::new(7)), "1:discard:7"),
        (Press::Choose(DraftId::new(7), 2), "1:choose:7:2"),
        (Press::Agree(AgreementId::new(7), Topic::Telling), "1:agree:7:telling"),
        (Press::Amend(AgreementId::new(7), Topic::End), "1:amend:7:end"),
        (Press::Reopen(AgreementId::new(7)), "1:reopen:7"),
        (Press::Learnt(LessonId::new(7)), "1:learnt:7"),
        (Press::Felt(MeetingId::new(7), Feeling::NotSoGood), "1:felt:7:not-so-good"),
        (Press::Fits(MeetingId::new(7), Fit::NotWell), "1:fits:7:not-well"),
        (Press::Wish(MemberId::new(7), Wish::Rematch), "1:wish:7:rematch"),
        (Press::Remind(PersonId::new(7), Reminding::Never), "1:remind:7:never"),
        (Press::GoalHelp(GoalId::new(7)), "1:goal-help:7"),
        (Press::Score(GoalId::new(7), Score::ALL[0]), "1:score:7:-2"),
        (Press::Step(DraftId::new(7), Move::On), "1:step:7:on"),
        (Press::Step(DraftId::new(7), Move::Back), "1:step:7:back"),
        (Press::Proposal(ProposalId::new(7), Answer::Yes), "1:proposal:7:yes"),
        (Press::Proposal(ProposalId::new(7), Answer::No), "1:proposal:7:no"),
        (Press::Proposal(ProposalId::new(7), Answer::More), "1:proposal:7:more"),
        (Press::Attend(GatheringId::new(7), gathering::Answer::Maybe), "1:attend:7:maybe"),
        (Press::Rate(RoundId::new(7), 2, Some(5)), "1:rate:7:2.5"),
        (Press::Rate(RoundId::new(7), 2, None), "1:rate:7:2.unsaid"),
        (Press::AskAgain(RoundId::new(7), 2), "1:ask:7:2"),
        (Press::Tick(RoundId::new(7), 2, 5), "1:tick:7:2.5"),
        (Press::Ticked(RoundId::new(7), 2), "1:ticked:7:2"),
        (Press::Certify(MemberId::new(7), WithFigures::Yes), "1:certify:7:yes"),
        (Press::StayInTouch(PairId::new(7), Touch::Unsaid), "1:touch:7:unsaid"),
        (Press::CaseWrite(CaseId::new(7)), "1:case-write:7"),
        (Press::CaseDone(CaseId::new(7)), "1:case-done:7"),
        (Press::CaseLater(CaseId::new(7)), "1:case-later:7"),
    ];
    for (press, token) in known {
        assert_eq!(press.token(), token);
        assert_eq!(token.parse(), Ok(press));
    }
    let kinds: BTreeSet<_> = known.iter().map(|(press, _)| nth_press(*press)).collect();
    assert!(kinds.into_iter().eq(0..29), "a button is missing here");
}

/// Says which kind it is. A new kind stops the compiler here: give it a number, and a line above.
const fn nth_press(press: Press) -> usize {
    match press {
        Press::Booked(_) => 0,
        Press::NotYet(_) => 1,
        Press::TellLater(_) => 2,
        Press::Met(..) => 3,
        Press::Confirm(_) => 4,
        Press::Discard(_) => 5,
        Press::Choose(..) => 6,
        Press::CaseWrite(_) => 7,
        Press::CaseDone(_) => 8,
        Press::CaseLater(_) => 9,
        Press::Proposal(..) => 10,
        Press::Step(..) => 11,
        Press::Agree(..) => 12,
        Press::Amend(..) => 13,
        Press::Reopen(_) => 14,
        Press::Learnt(_) => 15,
        Press::GoalHelp(_) => 16,
        Press::Score(..) => 17,
        Press::Felt(..) => 18,
        Press::Fits(..) => 19,
        Press::Wish(..) => 20,
        Press::Remind(..) => 21,
        Press::Attend(..) => 22,
        Press::Rate(..) => 23,
        Press::AskAgain(..) => 24,
        Press::Tick(..) => 25,
        Press::Ticked(..) => 26,
        Press::Certify(..) => 27,
        Press::StayInTouch(..) => 28,
    }
}

// --- Drafts ----------------------------------------------------------------------------------------

#[test]
#[expect(clippy::too_many_lines, reason = "a line or more for each kind")]
fn what_was_begun_is_stored_as_it_always_was() {
    let at = date(2026, 3, 3).at(13, 30, 0, 0);
    let known = [
        (
            Draft::Book {
                pair: PairId::new(7),
                at,
                zone: "Europe/Stockholm".to_owned(),
                place: Some("Kaféet".to_owned()),
                proposed_by: Some(Half::Adept),
            },
            r#"{"kind":"book","pair":7,"at":"2026-03-03T13:30:00","zone":"Europe/Stockholm","place":"Kaféet","proposed_by":"adept"}"#,
        ),
        (
            Draft::Move { meeting: MeetingId::new(7), at, zone: "Europe/Stockholm".to_owned() },
            r#"{"kind":"move","meeting":7,"at":"2026-03-03T13:30:00","zone":"Europe/Stockholm"}"#,
        ),
        (Draft::Cancel { meeting: MeetingId::new(7) }, r#"{"kind":"cancel","meeting":7}"#),
        (
            Draft::Write { pair: PairId::new(7), words: "Hej!".to_owned() },
            r#"{"kind":"write","pair":7,"words":"Hej!"}"#,
        ),
        (
            Draft::WriteTo { case: CaseId::new(7), words: "Hej!".to_owned() },
            r#"{"kind":"write_to","case":7,"words":"Hej!"}"#,
        ),
        (
            Draft::BookSeveral {
                pair: PairId::new(7),
                times: vec![at],
                zone: "Europe/Stockholm".to_owned(),
                place: None,
            },
            r#"{"kind":"book_several","pair":7,"times":["2026-03-03T13:30:00"],"zone":"Europe/Stockholm","place":null}"#,
        ),
        (
            Draft::LookBack { pair: PairId::new(7), meeting: Some(MeetingId::new(3)) },
            r#"{"kind":"look_back","pair":7,"meeting":3}"#,
        ),
        (
            Draft::ShareNote { pair: PairId::new(7), note: NoteId::new(5), meeting: None },
            r#"{"kind":"share_note","pair":7,"note":5,"meeting":null}"#,
        ),
        (
            Draft::Suggest {
                pair: PairId::new(7),
                times: vec![at],
                zone: "Europe/Stockholm".to_owned(),
                offered_by: Some(Half::Adept),
                shown: vec!["2026-03-02T12:00:00Z".parse().unwrap()],
            },
            r#"{"kind":"suggest","pair":7,"times":["2026-03-03T13:30:00"],"zone":"Europe/Stockholm","offered_by":"adept","shown":["2026-03-02T12:00:00Z"]}"#,
        ),
        (
            Draft::EndPair { pair: PairId::new(7), rematch: true },
            r#"{"kind":"end_pair","pair":7,"rematch":true}"#,
        ),
        (
            Draft::Announce { programme: ProgrammeId::new(7), words: "Hej!".to_owned() },
            r#"{"kind":"announce","programme":7,"words":"Hej!"}"#,
        ),
        (
            Draft::File {
                programme: ProgrammeId::new(7),
                text: "months = 7".to_owned(),
                instead_of: None,
            },
            r#"{"kind":"file","programme":7,"text":"months = 7"}"#,
        ),
        (
            Draft::Create(Creation {
                months: Some(7),
                name: Some("Nya ledare".to_owned()),
                starts_on: Some(date(2026, 3, 2)),
                locale: Some(Locale::new("sv")),
            }),
            r#"{"kind":"create","months":7,"name":"Nya ledare","starts_on":"2026-03-02","locale":"sv"}"#,
        ),
        (
            Draft::Which { commands: vec!["status #a".to_owned()], file: None },
            r#"{"kind":"which","commands":["status #a"]}"#,
        ),
        (
            Draft::Answer { said: "ja".to_owned(), questions: vec![OutboxId::new(7)] },
            r#"{"kind":"answer","said":"ja","questions":[7]}"#,
        ),
        (
            Draft::Time { before: "boka träff".to_owned(), after: "Kaféet".to_owned() },
            r#"{"kind":"time","before":"boka träff","after":"Kaféet"}"#,
        ),
        (Draft::Met { pair: PairId::new(7) }, r#"{"kind":"met","pair":7}"#),
        (
            Draft::Publish {
                programme: ProgrammeId::new(7),
                proposals: vec![ProposalId::new(7), ProposalId::new(8)],
            },
            r#"{"kind":"publish","programme":7,"proposals":[7,8]}"#,
        ),
        (
            Draft::Apply {
                application: ApplicationId::new(7),
                step: Step::Question("field".to_owned()),
                chosen: vec![1, 2],
            },
            r#"{"kind":"apply","application":7,"step":{"question":"field"},"chosen":[1,2]}"#,
        ),
        (
            Draft::Apply {
                application: ApplicationId::new(7),
                step: Step::Summary,
                chosen: vec![],
            },
            r#"{"kind":"apply","application":7,"step":"summary"}"#,
        ),
        (
            Draft::Amend { agreement: AgreementId::new(7), topic: Topic::Purpose },
            r#"{"kind":"amend","agreement":7,"topic":"purpose"}"#,
        ),
        (
            Draft::Letters {
                programme: ProgrammeId::new(7),
                letters: vec![(ApplicationId::new(8), Decision::Accepted)],
            },
            r#"{"kind":"letters","programme":7,"letters":[[8,"accepted"]]}"#,
        ),
        (
            Draft::Withdraw { application: ApplicationId::new(7) },
            r#"{"kind":"withdraw","application":7}"#,
        ),
        (Draft::Reason { proposal: ProposalId::new(7) }, r#"{"kind":"reason","proposal":7}"#),
        (Draft::Train { programme: ProgrammeId::new(7) }, r#"{"kind":"train","programme":7}"#),
        (Draft::Erase, r#"{"kind":"erase"}"#),
        (
            Draft::Redecide {
                application: ApplicationId::new(7),
                before: Decision::Declined,
                decision: Decision::Waiting,
            },
            r#"{"kind":"redecide","application":7,"before":"declined","decision":"waiting"}"#,
        ),
        (
            Draft::KeepApart { proposal: ProposalId::new(7) },
            r#"{"kind":"keep_apart","proposal":7}"#,
        ),
        (
            Draft::Gather { programme: ProgrammeId::new(7), plan: plan(), times: vec![at] },
            r#"{"kind":"gather","programme":7,"plan":{"titles":{"sv":"Uppstart"},"starts":"2026-03-03T13:30:00","week":1,"minutes":90,"place":"Kaféet","about":{"sv":"Hej"},"role":"mentor","capacity":3,"answer_by":"2026-03-01"},"times":["2026-03-03T13:30:00"]}"#,
        ),
        (
            Draft::Regather {
                gathering: GatheringId::new(7),
                from: plan(),
                plan: Plan {
                    starts: None,
                    week: None,
                    place: None,
                    about: None,
                    role: None,
                    capacity: None,
                    answer_by: None,
                    ..plan()
                },
            },
            r#"{"kind":"regather","gathering":7,"from":{"titles":{"sv":"Uppstart"},"starts":"2026-03-03T13:30:00","week":1,"minutes":90,"place":"Kaféet","about":{"sv":"Hej"},"role":"mentor","capacity":3,"answer_by":"2026-03-01"},"plan":{"titles":{"sv":"Uppstart"},"minutes":90}}"#,
        ),
        (Draft::Voice { round: RoundId::new(7), nth: 5 }, r#"{"kind":"voice","round":7,"nth":5}"#),
        (Draft::CallOff { gathering: GatheringId::new(7) }, r#"{"kind":"call_off","gathering":7}"#),
        (
            Draft::EndProgramme { programme: ProgrammeId::new(7) },
            r#"{"kind":"end_programme","programme":7}"#,
        ),
        (Draft::CloseRound { round: RoundId::new(7) }, r#"{"kind":"close_round","round":7}"#),
    ];
    for (draft, json) in &known {
        check(draft, json);
    }
    let kinds: BTreeSet<_> = known.iter().map(|(draft, _)| nth_draft(draft)).collect();
    assert!(kinds.into_iter().eq(0..33), "a draft is missing here");
}

/// A group session with everything that can be planned.
fn plan() -> Plan {
    let words = |words: &str| Translations::new([(Locale::new("sv"), words.to_owned())].into());
    Plan {
        titles: words("Uppstart").unwrap(),
        starts: Some(date(2026, 3, 3).at(13, 30, 0, 0)),
        week: Some(1),
        minutes: 90,
        place: Some("Kaféet".to_owned()),
        about: words("Hej"),
        role: Some(Role::Mentor),
        capacity: Some(3),
        answer_by: Some(date(2026, 3, 1)),
    }
}

/// Says which kind it is. A new kind stops the compiler here: give it a number, and a line above.
const fn nth_draft(draft: &Draft) -> usize {
    match draft {
        Draft::Book { .. } => 0,
        Draft::Move { .. } => 1,
        Draft::Cancel { .. } => 2,
        Draft::Write { .. } => 3,
        Draft::Announce { .. } => 4,
        Draft::File { .. } => 5,
        Draft::Create(_) => 6,
        Draft::Which { .. } => 7,
        Draft::Answer { .. } => 8,
        Draft::Time { .. } => 9,
        Draft::Met { .. } => 10,
        Draft::Publish { .. } => 11,
        Draft::Reason { .. } => 12,
        Draft::Apply { .. } => 13,
        Draft::Withdraw { .. } => 14,
        Draft::Letters { .. } => 15,
        Draft::Amend { .. } => 16,
        Draft::Erase => 17,
        Draft::Train { .. } => 18,
        Draft::Redecide { .. } => 19,
        Draft::KeepApart { .. } => 20,
        Draft::WriteTo { .. } => 21,
        Draft::EndPair { .. } => 22,
        Draft::BookSeveral { .. } => 23,
        Draft::Suggest { .. } => 24,
        Draft::LookBack { .. } => 25,
        Draft::ShareNote { .. } => 26,
        Draft::Gather { .. } => 27,
        Draft::Regather { .. } => 28,
        Draft::CallOff { .. } => 29,
        Draft::Voice { .. } => 30,
        Draft::EndProgramme { .. } => 31,
        Draft::CloseRound { .. } => 32,
    }
}

// --- Documents -------------------------------------------------------------------------------------

#[test]
fn what_was_rendered_is_stored_as_it_always_was() {
    check(
        &Document {
            blocks: vec![
                Block::Paragraph(vec![
                    Span::Text("Hej ".to_owned()),
                    Span::Strong("Bo".to_owned()),
                ]),
                Block::List(vec![vec![Span::Code("hjälp".to_owned())]]),
            ],
            buttons: vec![Button { label: "Ja".to_owned(), press: Press::Booked(PairId::new(7)) }],
            answering: Answering::Privately,
            attachments: vec![Attachment {
                name: "p.toml".to_owned(),
                media_type: "application/toml".to_owned(),
                content: Content::Text("months = 7".to_owned()),
            }],
        },
        r#"{"blocks":[{"paragraph":[{"text":"Hej "},{"strong":"Bo"}]},{"list":[[{"code":"hjälp"}]]}],"buttons":[{"label":"Ja","press":"1:booked:7"}],"answering":"privately","attachments":[{"name":"p.toml","media_type":"application/toml","text":"months = 7"}]}"#,
    );
    check(&Document::default(), r#"{"blocks":[],"answering":"openly"}"#);
}

#[test]
fn a_document_of_the_fewest_words_is_read() {
    let read: Document = serde_json::from_str(r#"{"blocks":[]}"#).unwrap();
    assert_eq!(read, Document::default());
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &str) {
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), *value);
}

// --- Columns of words ------------------------------------------------------------------------------

#[test]
fn fates_reasons_and_priorities_are_stored_as_they_always_were() {
    let fates: Vec<_> = Fate::ALL.iter().map(|fate| fate.as_str()).collect();
    assert_snapshot!(fates.join(" "), @"waiting sending sent expired refused given_up unsure cancelled");
    let reasons: Vec<_> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_snapshot!(reasons.join(" "), @"stale day_full week_full month_full closed paused no_account unwilling gone refused unsure broken busy cancelled overtaken no_platform unreadable");
    let ranks = Rank::ALL.map(|rank| Urgency::Sparing(rank).priority());
    let others = [Urgency::Answer, Urgency::AtOnce, Urgency::InHours].map(Urgency::priority);
    assert_eq!(others, [0, 1, 2]);
    assert_eq!(ranks, [13, 23, 33, 43, 53, 63, 73, 83]);
    for fate in Fate::ALL {
        assert_eq!(Fate::named(fate.as_str()), Some(*fate));
    }
    for reason in Reason::ALL {
        assert_eq!(Reason::named(reason.as_str()), Some(*reason));
    }
}
