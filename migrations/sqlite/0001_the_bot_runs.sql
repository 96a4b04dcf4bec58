-- Which copy of the bot this database belongs to: part of every delivery key.
create table installation (
    name     text not null check (length(name) between 1 and 5),
    made_at  bigint not null
);

-- Human beings, whatever their accounts and roles.
create table people (
    id           integer primary key autoincrement,
    name         text not null,
    locale       text not null,
    zone         text,
    -- Who says so: nobody, the platform that they use, a list of people, or they themselves.
    locale_by    text not null default 'nobody' check (locale_by in ('nobody', 'platform', 'list', 'self')),
    hours_from   bigint check (hours_from between 0 and 1439),
    hours_until  bigint check (hours_until between 1 and 1440),
    -- Which reminders of their meetings they want.
    reminders    text not null default 'both' check (reminders in ('both', 'day', 'hour', 'never')),
    check ((hours_from is null) = (hours_until is null))
);

-- Where they can be reached. A person has one account or more, or none yet.
create table accounts (
    id         integer primary key autoincrement,
    person_id  bigint not null references people (id),
    platform   text not null,
    address    text not null,
    since_at   bigint not null,
    -- When it said something last. Until then nobody has shown that it is right.
    spoke_at   bigint,
    -- When the platform is asked again whether its owner is still there.
    look_at    bigint,
    unique (platform, address)
);
create index accounts_to_look_for on accounts (look_at) where look_at is not null;
create index accounts_of_person on accounts (person_id);

-- When somebody is busy, by their own calendar, and where it is read: sealed, since whoever knows the
-- address can read all of it.
create table own_calendars (
    id            integer primary key autoincrement,
    person_id     bigint not null unique references people (id),
    key           text,
    address       blob,
    busy          text not null,
    read_at       bigint,
    read_next_at  bigint,
    failing_since bigint,
    success_is_news bigint not null check (success_is_news in (0, 1)),
    check ((key is null) = (address is null))
);
create index own_calendars_due on own_calendars (read_next_at) where read_next_at is not null;

-- One-time codes, by their hash. Whoever says the code becomes the person.
create table invitations (
    id          integer primary key autoincrement,
    person_id   bigint not null references people (id),
    code_hash   text not null unique,
    expires_at  bigint not null,
    used_at     bigint
);

-- Codes that were of no use, so that nobody guesses on.
create table failed_codes (
    account  text not null,
    at       bigint not null
);
create index failed_codes_by_account on failed_codes (account, at);

-- A programme is its file.
create table programmes (
    id            integer primary key autoincrement,
    slug          text not null unique,
    file          text not null,
    state         text not null check (state in ('draft', 'running', 'paused', 'closed')),
    paused_since  bigint,
    started_at    bigint,
    -- Since when people can apply, if they can.
    recruits_since bigint,
    -- The highest number that an application has had: none is used twice.
    applications   bigint not null default 0,
    -- When it is looked at again who is to be reminded before it begins, and what has been kept
    -- for too long.
    prepare_at     bigint,
    -- Since when lessons are sent, if they are, and when it is looked at again who gets one.
    trains_since   bigint,
    train_at       bigint check (train_at is null or trains_since is not null),
    -- When leaders read next what needs them.
    digest_at      bigint,
    -- When the next check-in opens by itself, if one does.
    checkin_at     bigint,
    -- When it is looked at whether it is over for anybody.
    end_at         bigint,
    -- Where its group sessions are announced: a place of its platform.
    channel_id     bigint,
    -- Its last day, once it is over: whatever its file says then, its people are erased so long after.
    last_on        text,
    -- When everything about its participants was erased, long after its end.
    erased_at      bigint,
    check ((last_on is not null) = (state = 'closed')),
    check ((paused_since is not null) = (state = 'paused'))
);

-- Roles on a platform's servers whose holders lead a programme.
create table leader_roles (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    platform      text not null,
    server        text not null,
    role          text not null,
    name          text not null,
    unique (programme_id, platform, role)
);

-- Who takes part in what.
create table members (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    person_id     bigint not null references people (id),
    role          text not null check (role in ('mentor', 'adept', 'leader')),
    handle        text not null,
    capacity      bigint not null check (capacity between 0 and 50),
    contact       text,
    manager       text,
    organisation  text,
    city          text,
    languages     text,
    wants         text,
    offers        text,
    never_with    text,
    fixed_with    text,
    -- By which role a leader leads, if they were not named themselves.
    by_role       bigint references leader_roles (id) check (by_role is null or role = 'leader'),
    paused_since  bigint,
    -- When a break begins that was planned beforehand.
    pause_at      bigint check (pause_at is null or paused_since is null),
    resume_at     bigint check
                      (resume_at is null or paused_since is not null or pause_at is not null),
    -- When they were thanked for having taken part.
    thanked_at    bigint,
    -- The day on which their data is erased, as they were told it with the thanks or since.
    told_erased_on text check ((told_erased_on is not null) = (thanked_at is not null)),
    -- When everything else about them was erased.
    erased_at     bigint,
    unique (programme_id, handle, role),
    unique (programme_id, person_id, role)
);
create index members_by_role on members (by_role) where by_role is not null;
create index members_of_person on members (person_id);
create index members_to_pause on members (pause_at) where pause_at is not null;
create index members_to_resume on members (resume_at) where resume_at is not null;

-- A mentor and an adept, and how it stands with their next meeting.
create table pairs (
    id             integer primary key autoincrement,
    programme_id   bigint not null references programmes (id),
    number         bigint not null,
    mentor_id      bigint not null references members (id),
    adept_id       bigint not null references members (id) check (adept_id <> mentor_id),
    next           text not null check (next in ('open', 'booked', 'in_question', 'with_leader')),
    due_at         bigint check ((due_at is not null) = (next = 'open')),
    asked          bigint check (asked between 0 and 3),
    asked_at       bigint,
    meeting_id     bigint check ((meeting_id is not null) = (next in ('booked', 'in_question'))),
    ask_at         bigint check ((ask_at is not null) = (next in ('booked', 'in_question'))),
    since_at       bigint check ((since_at is not null) = (next = 'with_leader')),
    stopped_since  bigint,
    -- Since when the two are taking a break together.
    paused_since   bigint check (paused_since is null or stopped_since is not null),
    -- When they go on by themselves.
    resume_at      bigint check (resume_at is null or paused_since is not null),
    -- Its last day, if it has more time than its programme.
    ends_on        text,
    began_at       bigint,
    ended_at       bigint,
    -- Whether each of the two wants to stay in touch.
    mentor_touch   text check (mentor_touch in ('yes', 'no', 'unsaid')),
    adept_touch    text check (adept_touch in ('yes', 'no', 'unsaid')),
    act_at         bigint check (act_at is null or (stopped_since is null and ended_at is null)),
    -- When it is looked at next whether it needs its leader.
    look_at        bigint check (look_at is null or (stopped_since is null and ended_at is null)),
    unique (programme_id, number),
    check ((asked is not null) = (next = 'open')),
    check ((asked_at is not null) = (asked is not null and asked > 0))
);
create index pairs_due on pairs (act_at) where act_at is not null;
create index pairs_of_mentor on pairs (mentor_id);
create index pairs_of_adept on pairs (adept_id);
create index pairs_to_resume on pairs (resume_at) where resume_at is not null;
create index pairs_to_look_at on pairs (look_at) where look_at is not null;

-- When the clocks of a pair stood still.
create table pauses (
    id             integer primary key autoincrement,
    pair_id   bigint not null references pairs (id),
    from_at   bigint not null,
    until_at  bigint not null check (until_at > from_at)
);
create index pauses_of_pair on pauses (pair_id);

-- Who wants to take part in what. What isn't sent yet is the applicant's alone.
create table applications (
    id              integer primary key autoincrement,
    programme_id    bigint not null references programmes (id),
    person_id       bigint not null references people (id),
    number          bigint not null,
    role            text check (role in ('mentor', 'adept')),
    name            text,
    -- How leaders reach them, where that came in a file.
    contact         text,
    -- Who consents for somebody who is a minor, and when that was recorded.
    guardian        text,
    consent_at      bigint check ((consent_at is null) = (guardian is null)),
    notice_version  text,
    answers         text not null,
    state           text not null check (state in ('begun', 'sent')),
    begun_at        bigint not null,
    reminded_at     bigint,
    sent_at         bigint check ((sent_at is null) = (state = 'begun')),
    decision        text check (decision in ('accepted', 'waiting', 'declined')),
    decided_at      bigint check ((decided_at is null) = (decision is null)),
    -- What the letter said, which may be something else than what is decided by now.
    told            text check (told is null or (told in ('accepted', 'waiting', 'declined')
                                                  and decision is not null)),
    told_at         bigint check ((told_at is null) = (told is null)),
    -- And the one before it, for as long as that one can be taken back.
    told_before     text check (told_before is null
                                or (told_before in ('accepted', 'waiting', 'declined')
                                    and told is not null)),
    told_before_at  bigint check ((told_before_at is null) = (told_before is null)),
    -- When the data of somebody who was declined is erased.
    erase_at        bigint check (erase_at is null or (decision = 'declined' and told = 'declined')),
    unique (programme_id, number),
    unique (programme_id, person_id),
    check (state = 'begun' or (role is not null and name is not null and notice_version is not null))
);
create index applications_of_person on applications (person_id);
create index applications_to_erase on applications (erase_at) where erase_at is not null;

-- What each leader thinks of an application, by the programme's criteria.
create table assessments (
    id              integer primary key autoincrement,
    application_id  bigint not null references applications (id),
    person_id       bigint not null references people (id),
    points          text not null,
    given_at        bigint not null,
    unique (application_id, person_id)
);
create index assessments_of_person on assessments (person_id);

-- What leaders have noted about an applicant.
create table application_notes (
    id              integer primary key autoincrement,
    application_id  bigint not null references applications (id),
    person_id       bigint not null references people (id),
    words           text not null,
    made_at         bigint not null
);
create index application_notes_of on application_notes (application_id);
create index application_notes_by on application_notes (person_id);

-- What leaders decided about two people before they are matched.
create table ties (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    mentor_id     bigint not null references members (id),
    adept_id      bigint not null references members (id),
    kind          text not null check (kind in ('locked', 'avoided', 'allowed')),
    unique (mentor_id, adept_id)
);
create index ties_of_programme on ties (programme_id);
create index ties_of_adept on ties (adept_id);

-- Two who may become a pair.
create table proposals (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    mentor_id     bigint not null references members (id),
    adept_id      bigint not null references members (id) check (adept_id <> mentor_id),
    state         text not null check (state in
                      ('draft', 'asked', 'agreed', 'declined', 'withdrawn')),
    made_at       bigint not null,
    asked_at      bigint check (asked_at is null or state <> 'draft'),
    -- When those who haven't answered are reminded, or their leaders told. A last reminder is both.
    remind_at     bigint check (remind_at is null or asked_at is not null),
    reminded_at   bigint,
    -- Which of the two has agreed alone, or has declined.
    by_half       text check (by_half in ('mentor', 'adept')),
    check (asked_at is not null or state in ('draft', 'withdrawn')),
    check (by_half is null or state in ('asked', 'declined')),
    check (by_half is not null or state <> 'declined')
);
create index proposals_of_programme on proposals (programme_id, state);
create index proposals_of_mentor on proposals (mentor_id);
create index proposals_of_adept on proposals (adept_id);

-- What the two of a pair agree on. A new version takes the place of the one before.
create table agreements (
    id         integer primary key autoincrement,
    pair_id    bigint not null references pairs (id),
    version    bigint not null,
    clauses    text not null,
    opened_at  bigint not null,
    agreed_at  bigint,
    unique (pair_id, version)
);

create table meetings (
    id           integer primary key autoincrement,
    pair_id      bigint not null references pairs (id),
    number       bigint not null,
    local        text,
    zone         text,
    begins_at    bigint,
    since_at     bigint,
    place        text,
    state        text not null check (state in
                     ('booked', 'held', 'not_held', 'cancelled', 'unanswered')),
    -- How often the two were asked whether it was held, and when last.
    asked        bigint not null check (asked between 0 and 3),
    asked_at     bigint check ((asked_at is not null) = (asked > 0)),
    mentor_says  text check (mentor_says in ('held', 'rebooked', 'not-held', 'paused')),
    adept_says   text check (adept_says in ('held', 'rebooked', 'not-held', 'paused')),
    unique (pair_id, number),
    check ((local is null) = (zone is null)),
    check ((local is null) = (begins_at is null)),
    check ((local is null) = (since_at is not null))
);

-- When somebody is reminded of a meeting that is booked.
create table reminders (
    id           integer primary key autoincrement,
    meeting_id   bigint not null references meetings (id),
    member_id    bigint not null references members (id),
    ahead        text not null check (ahead in ('day', 'hour')),
    due_at       bigint not null,
    unique (meeting_id, member_id, ahead)
);
create index reminders_due on reminders (due_at);
create index reminders_of_member on reminders (member_id);

-- What somebody says of a meeting that was held, for leaders alone.
create table impressions (
    id           integer primary key autoincrement,
    meeting_id   bigint not null references meetings (id),
    member_id    bigint not null references members (id),
    feeling      text check (feeling in ('very-good', 'good', 'okay', 'not-so-good', 'unsaid')),
    fit          text check (fit in ('well', 'acquainting', 'not-well', 'talk')),
    said_at      bigint not null,
    unique (meeting_id, member_id)
);
create index impressions_of_member on impressions (member_id);

-- What somebody was asked about their co-operation. The answer is a note of theirs.
create table reflections (
    id           integer primary key autoincrement,
    member_id    bigint not null references members (id),
    pair_id      bigint not null references pairs (id),
    subject      text not null
                 check (subject in ('cooperation', 'learning_halftime', 'learning_close')),
    asked_at     bigint not null,
    unique (member_id, pair_id, subject)
);
create index reflections_of_pair on reflections (pair_id);

-- What a leader should look at.
create table cases (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    pair_id       bigint references pairs (id),
    person_id     bigint references people (id),
    kind          text not null check (kind in ('not_booked', 'few_dates', 'no_meeting', 'no_answer',
                                              'facts_differ', 'no_goal', 'silent', 'bad_fit',
                                              'help', 'unreachable', 'left', 'never_comes', 'low_marks',
                                              'letters_due', 'not_started')),
    meeting_id    bigint references meetings (id),
    -- What somebody wants who asks for help, and the words for leaders alone.
    wish          text check (wish in ('words', 'talk', 'rematch', 'stop', 'silent')),
    words         text,
    -- When they were promised an answer, and when leaders are reminded of it.
    answer_by     bigint,
    remind_at     bigint check (remind_at is null or answer_by is not null),
    level         text not null check (level in ('yellow', 'red')),
    since_at      bigint not null,
    state         text not null check (state in ('open', 'later', 'closed', 'settled')),
    wake_at       bigint check ((wake_at is not null) = (state = 'later')),
    note          text,
    check ((pair_id is not null) = (kind in ('not_booked', 'few_dates', 'no_meeting', 'no_answer',
                                             'facts_differ', 'no_goal', 'silent', 'bad_fit'))),
    check ((person_id is not null) = (kind in ('silent', 'bad_fit', 'help', 'unreachable', 'left',
                                               'never_comes', 'low_marks'))),
    check ((meeting_id is not null) = (kind = 'no_answer')),
    check ((wish is not null) = (kind = 'help')),
    check (words is null or kind = 'help'),
    check ((answer_by is not null) = (kind = 'help'))
);
create index cases_of_programme on cases (programme_id, state);
create index cases_of_pair on cases (pair_id);
create index cases_of_person on cases (person_id);
create index cases_to_wake on cases (wake_at) where wake_at is not null;
create index cases_to_answer on cases (remind_at) where remind_at is not null;

-- Where the bot and people talk.
create table places (
    id         integer primary key autoincrement,
    platform   text not null,
    kind       text not null check (kind in ('direct', 'shared', 'aside')),
    address    text,
    -- In a direct conversation, or aside from one with others, whose account is at the other end.
    account    text,
    person_id  bigint references people (id),
    pair_id    bigint references pairs (id),
    state      text not null check (state in ('wanted', 'open', 'gone')),
    -- The language of whoever speaks there, of whom nothing else is known.
    locale     text,
    -- When somebody last answered there, so that it can be told which questions they had seen.
    spoke_at   bigint,
    unique (platform, address),
    check (address is not null or state = 'wanted'),
    check ((account is not null) = (kind <> 'shared'))
);
create unique index places_direct on places (platform, account) where state <> 'gone' and kind = 'direct';
create index places_of_person on places (person_id);
create index places_of_pair on places (pair_id);

-- Something begun and not yet confirmed.
create table drafts (
    id         integer primary key autoincrement,
    person_id  bigint not null references people (id),
    place_id   bigint references places (id),
    draft      text not null,
    made_at    bigint not null,
    done_at    bigint
);
create index drafts_open on drafts (place_id, id) where done_at is null;

-- What people said, as far as it was acted on. Written with the change that it caused.
create table inbox (
    key       text primary key,
    heard_at  bigint not null
);

-- Up to when everything that was said on a platform has been taken in.
create table heard_up_to (
    platform  text primary key,
    at        bigint not null
);

-- What the bot promised to say. Written with the change that caused it.
create table outbox (
    id            integer primary key autoincrement,
    receiver      text not null,
    person_id     bigint references people (id),
    pair_id       bigint references pairs (id),
    place_id      bigint references places (id),
    programme_id  bigint references programmes (id),
    message       text not null,
    kind          text not null,
    priority      bigint not null,
    state         text not null check (state in
                      ('waiting', 'sending', 'sent', 'expired', 'refused', 'given_up', 'unsure',
                       'cancelled')),
    made_at       bigint not null,
    due_at        bigint not null,
    stale_at      bigint not null,
    lease_until   bigint check ((lease_until is not null) = (state = 'sending')),
    attempts      bigint not null,
    -- How many of them failed otherwise than by a platform that asks for patience, and how many
    -- because the room was gone.
    failures      bigint not null default 0,
    rooms_gone    bigint not null default 0,
    first_try_at  bigint,
    posted_to     bigint references places (id),
    document      text,
    reply_to      text,
    reason        text,
    posted_as     text,
    settled_at    bigint,
    question      text not null check (question in ('none', 'open', 'answered')),
    -- What a question is about, so that a later one takes the place of an earlier.
    subject       text,
    check ((settled_at is not null) = (state not in ('waiting', 'sending'))),
    check (reason is not null or state in ('waiting', 'sending', 'sent')),
    check ((person_id is not null) or (pair_id is not null) or (place_id is not null))
);
create index outbox_answers on outbox (reply_to) where reply_to is not null;
create index outbox_due on outbox (due_at) where state = 'waiting';
create index outbox_leased on outbox (lease_until) where state = 'sending';
create index outbox_receiver on outbox (receiver, priority, id) where state in ('waiting', 'sending');
create index outbox_questions on outbox (posted_to, id) where question = 'open';
create index outbox_subjects on outbox (subject) where question = 'open';
create index outbox_posted on outbox (posted_as);
create index outbox_of_person on outbox (person_id, settled_at);
create index outbox_of_programme on outbox (programme_id, state);

-- What somebody was given to read before they begin.
create table lessons (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    person_id     bigint not null references people (id),
    lesson        text not null,
    sent_at       bigint not null,
    done_at       bigint,
    unique (programme_id, person_id, lesson)
);
create index lessons_of_person on lessons (person_id);

-- What adepts want to reach. A goal that was taken away has no words, and its number stays taken.
create table goals (
    id          integer primary key autoincrement,
    member_id   bigint not null references members (id),
    number      bigint not null,
    words       text not null,
    weight      bigint not null check (weight between 1 and 3),
    is_shared   bigint not null check (is_shared in (0, 1)),
    steps       text not null,
    halftime    bigint check (halftime between -2 and 2),
    close       bigint check (close between -2 and 2),
    made_at     bigint not null,
    removed_at  bigint,
    unique (member_id, number)
);

-- What has happened to them.
create table goal_changes (
    id          integer primary key autoincrement,
    goal_id     bigint not null references goals (id),
    change      text not null check (change in ('set', 'reworded', 'weighed', 'shared', 'unshared',
                                                'step_added', 'step_done', 'scored')),
    words       text not null,
    changed_at  bigint not null
);
create index changes_of_goal on goal_changes (goal_id);

-- What people note for themselves. The words are sealed, and a note that was taken away has none.
create table notes (
    id         integer primary key autoincrement,
    member_id  bigint not null references members (id),
    pair_id    bigint not null references pairs (id),
    number     bigint not null,
    made_at    bigint not null,
    key        text,
    sealed     blob,
    check ((key is null) = (sealed is null)),
    unique (member_id, pair_id, number)
);

-- Group sessions of a programme. What is planned is JSON; nothing in it is asked for by itself.
create table gatherings (
    id             integer primary key autoincrement,
    programme_id   bigint not null references programmes (id),
    number         bigint not null,
    -- What the programme's file calls it, if it is from there.
    key            text,
    plan           text not null,
    state          text not null check (state in ('planned', 'invited', 'cancelled')),
    -- When people are invited, if a leader has said so, and since when they are.
    invite_at      bigint check (invite_at is null or state = 'planned'),
    invited_at     bigint check ((invited_at is not null) = (state = 'invited')),
    is_time_asked  bigint not null check (is_time_asked in (0, 1)),
    -- What those say who are there, and what there is to read afterwards.
    code           text,
    material       text,
    -- What is done about it next, and when.
    step           text check (step in ('ask_time', 'invite', 'week', 'day', 'hour', 'last_call',
                                        'settle')),
    step_at        bigint check ((step_at is null) = (step is null)),
    -- What the platform's own calendar calls it, and when it is to be shown there anew.
    event          text,
    event_at       bigint,
    unique (programme_id, number),
    unique (programme_id, key)
);
create index gatherings_due on gatherings (step_at) where step_at is not null;
create index gatherings_to_mirror on gatherings (event_at) where event_at is not null;

-- Who comes to them, who waits for a place, and who was there.
create table replies (
    id            integer primary key autoincrement,
    gathering_id  bigint not null references gatherings (id),
    person_id     bigint not null references people (id),
    answer        text check (answer in ('yes', 'no', 'maybe')),
    waits         bigint not null check (waits in (0, 1) and (waits = 0 or answer = 'yes')),
    said_at       bigint not null,
    came          text check (came in ('code', 'leader')),
    unique (gathering_id, person_id)
);
create index replies_of_person on replies (person_id);

-- Rounds of check-ins. What is asked, who sees it and from how many answers on results show is
-- fixed when one is opened.
create table rounds (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    number        bigint not null,
    occasion      text not null check (occasion in ('check_in', 'start', 'halftime', 'close',
                                                    'follow_up')),
    opened_at     bigint not null,
    closes_at     bigint not null check (closes_at > opened_at),
    closed_at     bigint,
    names         text not null check (names in ('shown', 'anonymous')),
    threshold     bigint not null check (threshold between 3 and 50),
    questions     text not null,
    -- How many were asked and have answered, once it has closed.
    asked         bigint,
    answered      bigint,
    -- What is done about it next, and when.
    step          text check (step in ('remind', 'last_call', 'close')),
    step_at       bigint check ((step_at is null) = (step is null)),
    unique (programme_id, number),
    check (closed_at is null or step is null),
    check ((asked is null) = (closed_at is null) and (answered is null) = (closed_at is null))
);
create index rounds_due on rounds (step_at) where step_at is not null;

-- Who is asked, and whether they have answered. What they have answered doesn't stand here.
create table round_people (
    id         integer primary key autoincrement,
    round_id   bigint not null references rounds (id),
    person_id  bigint not null references people (id),
    role       text not null check (role in ('mentor', 'adept')),
    -- The groups in which their answers count, as they were when it was opened.
    groups     text not null,
    is_done    bigint not null check (is_done in (0, 1)),
    unique (round_id, person_id)
);
create index round_people_of on round_people (person_id);

-- What they answer: for leaders to see, or sealed until an anonymous round closes, when it is erased.
create table round_answers (
    id         integer primary key autoincrement,
    round_id   bigint not null references rounds (id),
    person_id  bigint not null references people (id),
    question   bigint not null,
    value      bigint,
    words      text,
    key        text,
    sealed     blob,
    unique (round_id, person_id, question),
    check ((key is null) = (sealed is null)),
    check (key is null or (value is null and words is null))
);
create index round_answers_of on round_answers (person_id);

-- What shows of a round that has closed, decided once.
create table round_results (
    id        integer primary key autoincrement,
    round_id  bigint not null references rounds (id),
    question  bigint not null,
    shown     text not null,
    unique (round_id, question)
);

-- What people have said in their own words in an anonymous round, under numbers drawn by lot.
create table voices (
    id        bigint primary key,
    round_id  bigint not null references rounds (id),
    question  bigint not null,
    words     text not null
);
create index voices_of on voices (round_id);

-- What leaders did and looked at.
create table acts (
    id            integer primary key autoincrement,
    programme_id  bigint not null references programmes (id),
    person_id     bigint not null references people (id),
    command       text not null,
    -- Whom it was about, if it was about somebody in particular.
    about_id      bigint references people (id),
    done_at       bigint not null
);
create index acts_of_programme on acts (programme_id);
create index acts_by on acts (person_id);
create index acts_about on acts (about_id) where about_id is not null;
