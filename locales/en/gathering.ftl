### Group sessions: for all mentors and adepts of a programme.
###
### $title: what the group session is called. $at: when it begins. $lines: the place and whatever else
### is good to know. $number: its number, which people type. $edit: what one types to change it.

## To each person

gathering-invite =
    You're invited to { $title } on { $at }.

    { $lines }

    Will you come?
    .yes = I'll come
    .no = I won't come
    .maybe = Maybe
gathering-ask-again =
    I don't know yet whether you'll come to { $title } on { $at }.

    { $lines }

    Will you come?
    .yes = I'll come
    .no = I won't come
    .maybe = Maybe
gathering-in-a-week =
    { $title } is a week away: { $at }.

    { $lines }

    If something comes up, please let me know.
    .cannot = I can't come
gathering-tomorrow =
    { $title } is tomorrow: { $at }.

    { $lines }
    .cannot = I can't come
gathering-in-an-hour =
    { $title } begins in an hour: { $at }.

    { $lines }
    .cannot = I can't come
# $from: when it was to begin.
gathering-moved =
    { $title } has a new time.

    - From: { $from }
    - To: { $at }

    { $lines }

    Will you come then?
    .yes = I'll come
    .no = I won't come
    .maybe = Maybe
gathering-elsewhere =
    { $title } on { $at } has changed. This is how it is now:

    { $lines }
gathering-no-longer-for-you = { $title } on { $at } is no longer for you, so you needn't come.
gathering-called-off = { $title } on { $at } has been cancelled.
gathering-moved-up =
    There's a place for you at { $title } on { $at }. If you're coming, you needn't do anything.

    { $lines }
    .cannot = I can't come
# $words: what the leader wrote.
gathering-material =
    After { $title }:

    { $words }

## What is good to know

gathering-place = Where: { $place }
# $words: what it is about.
gathering-about = { $words }
# $at: when it ends.
gathering-until = Ends { $at }
gathering-room = { $capacity ->
        [one] Room for one person.
       *[other] Room for { $capacity } people at most.
    }
# $on: the last day to answer.
gathering-answer-by = Please answer by { $on }
# $audience: for whom it is.
gathering-only-for = It is { $audience }.

## In the programme's channel

gathering-announced =
    { $title }: { $at }

    { $lines }

    If you're invited, I'll ask you directly. You can also write to me that you'll come.
gathering-announced-moved =
    { $title } has a new time.

    - From: { $from }
    - To: { $at }

    { $lines }
gathering-announced-off = { $title } on { $at } has been cancelled.

## Answers to whoever has answered

gathering-coming = See you at { $title } on { $at }. Please let me know if something comes up.
# $place: which place in the queue.
gathering-waiting = { $title } is full, so you're number { $place } on the waiting list. If there's a place for you it's yours, and I'll tell you.
gathering-not-coming = Thank you for answering. I've noted that you won't come to { $title }.
gathering-perhaps = Thank you! I've noted that you may come to { $title }. Please tell me when you know.
# $on: the last day. $contact: what one types.
gathering-too-late = { $on } was the last day to sign up for { $title }. If you'd still like to come, you can ask the programme leader: { $contact }
gathering-begun = { $title } has already begun.
gathering-is-off = { $title } has been cancelled.
gathering-not-for-you = That group session isn't for you.
# $list: what one types.
gathering-no-such-gathering = There's no group session number { $number }. Write { $list } to see which there are.
gathering-about-it = Whether you'll come to { $title }
gathering-nothing-to-answer = You have no group session to answer just now.

gathering-list =
    Group sessions to come:

    { $lines }

    Write, for example, `group session yes 2` or `group session no 2`.
gathering-list-empty = There are no group sessions just now. I'll tell you when you're invited to one.
# $own: what they have answered themselves.
gathering-item = { $number }. { $title }, { $at }: { $own }
gathering-item-in = { $number }. { $title } in { $programme }, { $at }: { $own }
gathering-own-yes = you're coming
gathering-own-no = you won't come
gathering-own-maybe = maybe
gathering-own-waiting = you're on the waiting list
gathering-own-none = not answered

gathering-here = Thank you! I've noted that you're at { $title }.
gathering-no-such-code = That code isn't for any group session just now. Please look again, or ask the programme leader.

## To leaders: planning

# $count: how many are invited.
gathering-preview =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Nobody has joined the programme yet, so nobody is invited now.
        [one] One person will be invited now.
       *[other] { $count } people will be invited now.
    }

    Should I go ahead?
    .now = Yes
    .no = No
# $on: three weeks before.
gathering-preview-later =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Nobody has joined the programme yet.
        [one] It is for one person.
       *[other] It is for { $count } people.
    } When should I invite them? Three weeks before is { $on }.
    .later = Three weeks before
    .now = Now
    .no = Not at all
gathering-preview-unstarted =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Nobody has joined the programme yet.
        [one] It's for one person.
       *[other] It's for { $count } people.
    } Invitations go out while the programme is running, three weeks ahead at the earliest.

    Should I go ahead?
    .yes = Yes
    .no = No
# $times: all the times.
gathering-preview-row =
    { $title } comes again:

    { $times }

    { $lines }

    { $count ->
        [0] Nobody has joined the programme yet.
        [one] One person will be invited to each, three weeks before, or now if there's less time left.
       *[other] { $count } people will be invited to each, three weeks before, or now if there's less time left.
    }

    Should I go ahead?
    .yes = Yes
    .no = No
# $on: the day.
gathering-rest-day = { $on } is a day off in the programme's calendar.
# $on: the last day of the programme.
gathering-after-the-end = That's after the last day of the programme, { $on }.
# $edit: what one types.
gathering-one-language = It now says the same in every language. Write { $edit } to see how to give more than one.
gathering-planned = { $count ->
        [0] { $title } on { $at } is planned. Nobody has joined the programme yet.
        [one] { $title } on { $at } is planned, and I'm inviting one person.
       *[other] { $title } on { $at } is planned, and I'm inviting { $count } people.
    } Write { $edit } to change something.
gathering-planned-later = { $title } on { $at } is planned. I'll invite people on { $on }. Write { $edit } to change something before then.
# $lines: all of them, with their numbers.
gathering-planned-row =
    { $title } is planned:

    { $lines }

    Each can be changed by itself, for example { $edit }.
gathering-past = { $at } is in the past.
# $most: how many there may be.
gathering-too-many = There are already { $most } group sessions, and I can't keep track of more.
# $most: how long it may be. $example: an example.
gathering-bad-title = What should it be called? A title has at most { $most } characters, and a comma after it: { $example }. In two languages: `Uppstartsträff / Kickoff`.
# $start: what one types.
gathering-when-started = { $title } on { $at } is planned. I won't invite anyone before the programme has been started: { $start }

## To leaders: changing

# $count: how many are told.
gathering-echo-move =
    { $title } gets a new time.

    - From: { $from }
    - To: { $at }

    { $count ->
        [0] Nobody is invited yet.
        [one] One person will be told, and asked again.
       *[other] { $count } people will be told, and asked again.
    }

    Should I move it?
    .yes = Yes, move it
    .no = No
gathering-echo-time =
    { $title } will be on { $at }.

    Should I go ahead?
    .yes = Yes
    .no = No
# $place: the new place.
gathering-echo-place =
    { $title } on { $at } is in a new place: { $place }

    { $count ->
        [one] One person will be told.
       *[other] { $count } people will be told.
    }

    Should I go ahead?
    .yes = Yes
    .no = No
# $only: whom it is for.
gathering-echo-audience =
    { $title }: { $only } { $count ->
        [one] One person who is invited will be told that it's no longer for them.
       *[other] { $count } people who are invited will be told that it's no longer for them.
    }

    Should I go ahead?
    .yes = Yes
    .no = No
gathering-echo-cancel =
    { $count ->
        [0] Nobody is invited to { $title } yet.
        [one] One person will be told that { $title } is cancelled.
       *[other] { $count } people will be told that { $title } is cancelled.
    }

    Should I cancel it?
    .yes = Yes, cancel it
    .no = No
gathering-changed =
    Group session { $number }, { $title }, is now like this:

    { $lines }
gathering-cancelled = Group session { $number }, { $title }, is cancelled.
# $lines: what can be changed.
gathering-what-to-edit =
    What would you like to change about group session { $number }? Write, for example:

    { $lines }
gathering-can-edit = { $edit }
gathering-is-over = Group session { $number } is over or cancelled, so it can't be changed.
gathering-answer-by-too-late = { $on } comes after the group session. Please choose the same day or an earlier one.
gathering-would-end = Group session { $number }, { $title }, will be cancelled.
# $least, $most: the smallest and the largest that will do.
gathering-bad-length = Please write how many minutes the session lasts, from { $least } to { $most }.
gathering-bad-number = Please write a number from { $least } to { $most }.

## To leaders: looking

# $when: when it is.
gathering-show =
    Group session { $number }: { $title }, { $when }

    { $lines }

    Write { $edit } to change something.
# $create: what one types.
gathering-leader-list =
    Group sessions in { $programme }:

    { $lines }

    Write { $create } to plan another.
gathering-leader-list-empty = There are no group sessions in { $programme }. Write { $create } to plan one.
# $counts: how many come.
gathering-leader-item = { $number }. { $title }, { $when }: { $counts }
gathering-at = { $at }
gathering-no-time = no time yet
# $week: which week of the programme. $on: its first day.
gathering-no-time-week = no time yet, but wanted in week { $week } of the programme, which begins on { $on }
gathering-not-invited = nobody is invited yet
# $on: when everybody is invited.
gathering-invited-on = invitations go out on { $on }
# $yes, $no, $maybe, $silent, $waiting: how many.
gathering-counts = { $yes } coming, { $maybe } maybe, { $no } not coming, { $silent } not answered
gathering-counts-waiting = { $yes } coming, { $waiting } waiting, { $maybe } maybe, { $no } not coming, { $silent } not answered
gathering-came = { $count ->
        [one] one was there
       *[other] { $count } were there
    }
gathering-off = cancelled
# $names: the names.
gathering-yes = Coming: { $names }
gathering-queue = On the waiting list: { $names }
gathering-maybes = Maybe: { $names }
gathering-noes = Not coming: { $names }
gathering-silent = Not answered: { $names }

## To leaders: attendance and material

# $code: the code. $here: what somebody types who is there. $note: what the leader types.
gathering-attendance =
    Show this code at { $title }: { $code }. Whoever is there writes { $here } to me. The code is good from an hour before until twelve hours after it ends.

    { $lines }

    You can also write { $note } and the names of those who were there, with commas between them.
gathering-came-names = Was there: { $names }
gathering-came-nobody = Nobody has been noted yet.
gathering-attendance-noted = Noted. At { $title }: { $names }.
gathering-not-yet = That can be done once { $title } has begun.
gathering-material-sent = { $count ->
        [0] Nobody can get the text yet, but I've kept it with { $title }.
        [one] One person will get the text from { $title }.
       *[other] { $count } people will get the text from { $title }.
    }

# $week: which week of the programme. $on: its first day.
gathering-ask-time =
    { $title } is wanted in week { $week } of the programme, which begins on { $on }, and has no time yet.

    When should it be? Write, for example, { $edit }. I'll invite those it is for three weeks before.

gathering-channel-set = This is where I'll announce the group sessions of { $programme }.
gathering-channel-off = I no longer announce the group sessions of { $programme } in any channel. Everyone is still asked directly.
# $command: what one types.
gathering-channel-where = Write { $command } in the channel or room where I should announce the group sessions.

# What it is called in a calendar.
gathering-calendar-title = { $title } ({ $programme })

# How a leader can change one, after `group session edit 2`.
gathering-edits = title Uppstartsträff / Kickoff | time 12 March 13:00 | place The great hall | about We get to know each other | for mentors | places 20 | answer by 8 March | length 90
# An example of a time.
example-time = Thursday 13:00
