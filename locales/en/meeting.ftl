### Booking, moving and cancelling the meetings of a mentor and an adept.
###
### $with, $to, $by: the name of the other one of the two. $at: a day and a time.
### $number: the meeting's number, by which people name it. It doesn't change.

## Questions that follow an answer

# $example: for example.
meeting-one-at-a-time = I didn't understand all of those times. Write them with commas between, or one at a time, for example { $example }
# They have booked, and the bot doesn't know when.
meeting-ask-when =
    Great! When are you and { $with } going to meet?

    Write the day and the time, for example `Thursday 13:30`.
    .later = I'll tell you later
# The meeting wasn't held.
meeting-ask-new-time =
    Thank you for telling me. Have you and { $with } booked a new time?

    If you have, you can write the day and the time straight away, for example `Thursday 13:30`.
    .booked = We've booked
    .not-yet = Not yet
# They will say later when it is. $command: what to type then.
meeting-tell-later = That's fine. When you know the time, write { $command }
# They said "not yet". $on: the first day on which they may be asked again.
meeting-no-hurry = That's fine. I won't ask again before { $on }.
# Somebody answers a question for the second time, in the same way.
meeting-known = Thank you, you've already told me.

# Somebody says "we've booked" or "not yet", and the next meeting is booked, by either of the two.
meeting-already-booked = Your next meeting is already booked: { $at }.
# Nobody has told the time yet.
meeting-already-booked-sometime = Your next meeting is already booked, but I don't know the time.

## Before something is done

# The time is echoed before it is booked, because "next Thursday" means different days to
# different people.
meeting-echo =
    You and { $with } are meeting on { $at }.

    Shall I book that?
    .yes = Yes, book it
    .no = No
# The same with a place. $place: what the person typed.
meeting-echo-place =
    You and { $with } are meeting on { $at }. Place: { $place }.

    Shall I book that?
    .yes = Yes, book it
    .no = No
# $from: the time at which it was to be. $at: the new time.
# $lines: the times.
meeting-echo-several =
    You and { $with } are meeting { $count } times:

    { $lines }

    Shall I book them?
    .yes = Yes, book them
    .no = No
meeting-echo-several-place =
    You and { $with } are meeting { $count } times:

    { $lines }

    Place: { $place }. Shall I book them?
    .yes = Yes, book them
    .no = No
meeting-time = { $at }
meeting-echo-move =
    Your meeting with { $with } moves to a new time.

    - From: { $from }
    - To: { $at }

    Shall I move it?
    .yes = Yes, move it
    .no = No
# $followers: how many meetings come after it on the same weekday at the same time.
meeting-echo-move-row =
    Your meeting with { $with } moves to a new time.

    - From: { $from }
    - To: { $at }

    { $followers ->
        [one] One more meeting comes after it, on the same weekday at the same time.
       *[other] { $followers } more meetings come after it, on the same weekday at the same time.
    } Which ones shall I move?
    .one = Only this one
    .all = This one and those after it
    .no = None of them
# Before the bot shows the days of a row of meetings. $lines: the days that are missing.
meeting-left-out =
    I've left these days out, because the programme is on a break:

    { $lines }
meeting-day = { $on }
# A meeting is booked or moved there all the same. $lines: the days.
meeting-rest-days =
    Please note that the programme is on a break on:

    { $lines }
meeting-no-end = I don't understand when the meetings should end. You can write, for example, `meeting book every other Thursday 13:30 until 1 June`
# Before the bot asks whether to book. $with: the first name of somebody else.
meeting-own-clash = Please note that you already have a meeting with { $with } around { $at }.
# $with: the first name of the other of the two.
meeting-their-clash = Please note that { $with } already has another meeting around { $at }.
meeting-echo-cancel = Shall I cancel your meeting with { $with } on { $at }?
    .yes = Yes, cancel it
    .no = No, keep it

# Somebody says that they met, and the only meetings that are known are still to come.
# $at: when the next of them is.
meeting-echo-met =
    You and { $with } have a meeting that is still to come: { $at }.

    Shall I note that you met today?
    .yes = Yes, today
    .no = No

## It is done: to the one who asked for it

meeting-booked = Meeting { $number } with { $with } is booked: { $at }.
meeting-booked-several =
    Your meetings with { $with } are booked:

    { $lines }
meeting-moved = Meeting { $number } with { $with } has been moved. The new time is { $at }.
meeting-moved-several =
    Your meetings with { $with } have been moved:

    { $lines }
meeting-cancelled = I've cancelled your meeting with { $with } on { $at }.
meeting-cancelled-sometime = I've cancelled your next meeting with { $with }.
# Somebody answered "no" to "Shall I …?".
meeting-left-as-it-was = All right, I haven't changed anything.

## It is done: to both, in the place that they share

# $by: the first name of the one who did it.
meeting-pair-booked = { $by } has booked a meeting for the two of you: { $at }.
# $place: what the person typed.
meeting-pair-booked-place = { $by } has booked a meeting for the two of you: { $at }. Place: { $place }.
# $from: the time at which it was to be. $at: the new time.
meeting-pair-booked-several =
    { $by } has booked meetings for the two of you:

    { $lines }
meeting-pair-booked-several-place =
    { $by } has booked meetings for the two of you:

    { $lines }

    Place: { $place }.
meeting-pair-moved =
    { $by } has moved your meeting.

    - From: { $from }
    - To: { $at }
meeting-pair-moved-several =
    { $by } has moved your meetings. The new times:

    { $lines }
meeting-pair-cancelled = { $by } has cancelled your meeting on { $at }.
# Nobody has told the time yet.
meeting-pair-cancelled-sometime = { $by } says that your next meeting is cancelled.
meeting-pair-booked-sometime = { $by } says that your next meeting is booked.

## Reminders, to each of the two

# $lines: their own last note, the goals, and questions to talk about.
meeting-tomorrow =
    You and { $with } meet tomorrow: { $at }.

    { $lines }
meeting-tomorrow-place =
    You and { $with } meet tomorrow: { $at }. Place: { $place }.

    { $lines }
meeting-in-an-hour = You and { $with } meet in an hour: { $at }.
meeting-in-an-hour-place = You and { $with } meet in an hour: { $at }. Place: { $place }.

# What the meeting is called in a calendar.
meeting-calendar-title = Mentoring: { $mentor } and { $adept }

## Proposals

# To the other one of the two.
meeting-proposal =
    { $by } suggests that you meet on { $at }. If you say yes, I'll book it.

    Does that suit you?
    .yes = Yes, that suits me
    .no = No, it doesn't
# $place: what the person typed.
meeting-proposal-place =
    { $by } suggests that you meet on { $at }. Place: { $place }. If you say yes, I'll book it.

    Does that suit you?
    .yes = Yes, that suits me
    .no = No, it doesn't
# To the one who proposes.
meeting-proposed = Your suggestion is on its way to { $with }: { $at }. I'll tell you when { $with } has answered.
meeting-proposal-declined = { $by } can't meet on { $at }. You're welcome to suggest another time.
# To the one who declines.
meeting-decline-passed-on = Thank you. I'll tell { $with } that the time doesn't suit you.

# To the one who asks for a time. $lines: the times.
meeting-suit-both =
    These times should suit both you and { $with }:

    { $lines }

    Shall I ask { $with } to choose one?
    .yes = Yes, ask
    .others = Show other times
    .no = No
# $command: what to type to suggest a time of one's own.
meeting-nothing-suits = I can't find a time in the next four weeks that suits both you and { $with }. To suggest one yourself, write { $command }
# $command: what to type to suggest a time of one's own.
meeting-enough-times = You've seen quite a few times now. Why not ask { $with } what suits? To suggest a time yourself, write { $command }
meeting-no-longer-free = That time isn't free any longer: { $at }.
# To the other one of the two. The buttons show the times.
meeting-offer =
    { $by } would like to book a meeting with you. I'll book the time that you choose.

    Which time suits you best?
    .none = None of them
meeting-offered = I've asked { $with } to choose. I'll tell you both when the meeting is booked.
meeting-none-suits-passed-on = Thank you. I'll tell { $with } that none of the times suits you.
meeting-offer-declined = None of the times suits { $by }. I'll write to you if { $by } suggests others.

## To somebody who was away

meeting-missed-meeting = A meeting with { $with } was booked for { $at }
meeting-coming-meeting = Your next meeting with { $with }: { $at }

## Lists

# $lines: the meetings to come and the latest one held.
meeting-list =
    Your meetings:

    { $lines }
# $command: what to type to book one.
meeting-no-meetings = You don't have any meetings yet. To book one, write { $command }
meeting-item = **{ $number }** { $at }, with { $with }
# $place: what the person typed.
meeting-item-place = **{ $number }** { $at }, with { $with }, place: { $place }
meeting-item-sometime = **{ $number }** With { $with }: booked, but I don't know the time
# $on: its day.
meeting-item-held = **{ $number }** { $on }, with { $with }: it took place
meeting-item-not-held = **{ $number }** { $on }, with { $with }: it didn't take place
meeting-item-unanswered = **{ $number }** { $on }, with { $with }: I don't know whether it took place
meeting-item-cancelled = **{ $number }** { $on }, with { $with }: cancelled

## What can't be done, and what can be done instead

meeting-no-such-meeting = You don't have a meeting with number { $number }. Write `my meetings` to see the numbers.
meeting-not-to-come = Meeting { $number } can't be changed any more, because it has already been or is cancelled. Write `my meetings` to see those to come.
meeting-not-yet-held = Meeting { $number } can't have been held: either it is still to come or it is cancelled. Write `my meetings` to see your meetings.
meeting-same-time = You already have a meeting on { $at }. Please choose another time.
# $most: how many meetings to come there can be.
meeting-too-many = { $most ->
        [one] You can have one booked meeting at a time.
       *[other] You can have { $most } booked meetings at a time.
    } When one of them has been held or cancelled, you can book another.
# $ends-on: the last day of the programme.
meeting-after-the-end = I can't book { $at }, because the last day of the programme is { $ends-on }. Please choose an earlier time.

## Answers to "Did you meet?"

meeting-held-last = Thank you, I'm glad that you and { $with } met.
meeting-held-thanks = Thank you, I'm glad that you and { $with } met. This is a good moment to book your next meeting.
# The next meeting is booked. $at: when it is.
meeting-held-and-booked = Thank you, I'm glad that you and { $with } met. Your next meeting is on { $at }.
# They have a new time, and the bot doesn't know which.
# After "Yes". $with doesn't see the answer.
meeting-ask-feeling =
    How did the meeting feel?

    The programme leader sees your answer and your name. { $with } doesn't.
    .very-good = Very good
    .good = Good
    .okay = Okay
    .not-so-good = Not so good
    .unsaid = Rather not say
meeting-ask-fit-mentor =
    How is it working out with { $with } as your adept?

    The programme leader sees your answer and your name. { $with } doesn't.
    .well = It's working well
    .acquainting = We're getting to know each other
    .not-well = It isn't working well
    .talk = I'd like to talk to the programme leader
meeting-ask-fit-adept =
    How is it working out with { $with } as your mentor?

    The programme leader sees your answer and your name. { $with } doesn't.
    .well = It's working well
    .acquainting = We're getting to know each other
    .not-well = It isn't working well
    .talk = I'd like to talk to the programme leader
meeting-noted = Thank you for your answer.
# $contact: what one types.
meeting-felt-bad = Thank you for saying so. If you'd like to talk to the programme leader about it, write { $contact }
meeting-fit-told-leaders = Thank you for saying so. The programme leader will hear of it and may get in touch with you. { $with } won't hear of it. If you'd like to say more, write { $contact }
meeting-rebooked-when =
    Thank you for telling me. When are you and { $with } going to meet?

    Write the day and the time, for example `Thursday 13:30`.
    .later = I'll tell you later
# $resume: what to type to end the break. $until: what to type to say when it ends.
meeting-taking-a-break = Thank you for telling me. I won't ask about meetings while you take a break. When you want to start again, write { $resume }. If you know how long the break will be, write { $until }

## Times that weren't understood

# $example: a whole command as it can be typed.
meeting-not-a-time = I couldn't work out which time you mean. You can write, for example, { $example }
# A day came without a time. $on: the day.
meeting-which-time-of-day = What time on { $on }? You can write, for example, `13:30`.
# A time came without a day. $example: a time as it can be typed.
meeting-which-day = I need the day as well. You can write, for example, { $example }
# $said: what was typed, such as "30 February".
meeting-no-such-day = There is no such day: “{ $said }”. You can write, for example, `3 March` or `Thursday week 11`.
# $said: what was typed, such as "25:00".
meeting-no-such-time = There is no such time: “{ $said }”. Write a time between `00:00` and `23:59`.
meeting-past = That time has already passed: { $at }. Please write a time that is still to come.
meeting-too-far = That is too far ahead: { $at }. Please check the date and write it again.
# The buttons show the two times.
meeting-which-of-two-days = Do you mean { $first } or { $second }? Please write the whole date and the time.
meeting-which-of-two = That can mean more than one time. Which one do you mean?
# What comes after the time is taken for the place. $most: the number of characters.
meeting-place-too-long = { $most ->
        [one] The place is too long. It can have one character.
       *[other] The place is too long. It can have { $most } characters.
    }
