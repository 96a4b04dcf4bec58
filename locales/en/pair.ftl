### Mentor pairs: the two who meet, and what leaders see of them.
###
### $mentor, $adept, $name: names. $programme: the programme's name.
### $number: the number by which leaders name the pair. It doesn't change.

## To the two

# The first message in the place that the two share.
pair-introduction =
    Welcome, { $mentor } and { $adept }! This is your own place in { $programme }. { $mentor } is the mentor and { $adept } is the adept.

    Here I tell you both when a meeting is booked, moved or cancelled. The place is for the two of you, and I don't read what you write to each other.
# The same, with $lines: what the two have told of themselves.
pair-introduction-told =
    Welcome, { $mentor } and { $adept }! This is your own place in { $programme }. { $mentor } is the mentor and { $adept } is the adept.

    { $lines }

    Here I tell you both when a meeting is booked, moved or cancelled. The place is for the two of you, and I don't read what you write to each other.
# To each of two who have no chat in common.
pair-apart =
    { $mentor } is the mentor and { $adept } is the adept in { $programme }. You use different chats, so the two of you have no place of your own here.

    I tell each of you when a meeting is booked, moved or cancelled.
# $lines: what the two have told of themselves.
pair-apart-told =
    { $mentor } is the mentor and { $adept } is the adept in { $programme }. You use different chats, so the two of you have no place of your own here.

    { $lines }

    I tell each of you when a meeting is booked, moved or cancelled.
# $topics: topics, such as “leadership, career”.
pair-mentor-offers = { $name } can offer: { $topics }
pair-adept-wants = { $name } wants more of: { $topics }
# The first message to a mentor. $to: the mentor's first name.
pair-welcome-mentor =
    Hello { $to }, you are the mentor of { $adept } in { $programme }.

    Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.

    I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.

    Write `help` to see what I can do.
# The first message to an adept. $to: the adept's first name.
pair-welcome-adept =
    Hello { $to }, your mentor in { $programme } is { $mentor }.

    Begin by agreeing on how you'll work together: write `agreement` and I'll take you both through seven short steps. Then book your first three meetings.

    I remind you both to book meetings, and afterwards I ask whether you met. I show those answers to the programme leader, but I never ask what you talk about.

    Write `help` to see what I can do.
# $leader: the leader's name. $words: what the leader wrote.
pair-from-leader =
    A message from { $leader }, programme leader:

    { $words }

## To leaders

pair-added = { $mentor } (mentor) and { $adept } (adept) are now mentor pair { $number }.
pair-already-there = { $mentor } (mentor) and { $adept } (adept) are already mentor pair { $number }.
# The leader wants somebody as a mentor who isn't one.
pair-no-mentor = { $name } isn't a mentor in the programme. Name the mentor first and then the adept, or add { $name } as a mentor.
pair-no-adept = { $name } isn't an adept in the programme. Name the mentor first and then the adept, or add { $name } as an adept.
# $capacity: how many adepts the mentor can take.
pair-mentor-full = { $capacity ->
        [0] { $name } isn't taking any adepts at the moment.
        [one] { $name } can have one adept and has one already.
       *[other] { $name } can have { $capacity } adepts and has that many already.
    } Please choose another mentor, or send the list of people again with a higher number in the column `capacity`.
pair-adept-taken = { $adept } already has a mentor, in mentor pair { $number }. Please choose another adept.
# Seen after a pair was made. $name: one of the two, who hasn't joined.
pair-not-joined = { $name } hasn't joined yet. I'll start writing to them once that is done.
pair-no-such-pair = There is no mentor pair with number { $number }. Write `pair list` to see the numbers.

# $count: how many there are. $lines: the pairs.
pair-list =
    { $count ->
        [one] One mentor pair
       *[other] { $count } mentor pairs
    } in { $programme }:

    { $lines }
pair-no-pairs = There are no mentor pairs in { $programme } yet.
# A line in that list. $state: one of the states below.
pair-item = **{ $number }** { $mentor } and { $adept }: { $state }
# $state: one of the states below. $held, $wanted: how many meetings they had, and how many they
# should have during the programme. $lines: the meetings.
pair-show =
    Mentor pair { $number }: { $mentor } (mentor) and { $adept } (adept)

    - Now: { $state }
    - Meetings held: { $held } of { $wanted }

    { $lines }
pair-show-empty =
    Mentor pair { $number }: { $mentor } (mentor) and { $adept } (adept)

    - Now: { $state }
    - Meetings held: 0 of { $wanted }

# Seen under a pair that hasn't got going. $lacks: what is missing.
pair-not-on-track = Mentor pair { $number } hasn't quite got going yet: { $lacks }.
pair-item-not-on-track = **{ $number }** { $mentor } and { $adept }: { $state }. Not quite under way: { $lacks }
# To leaders: what somebody answered after their latest meeting.
pair-felt = After their latest meeting { $name } answered: { $feeling }.
pair-felt-and-fits = After their latest meeting { $name } answered: { $feeling }. On how it is working out: { $fit }.
pair-felt-very-good = very good
pair-felt-good = good
pair-felt-okay = okay
pair-felt-not-so-good = not so good
pair-felt-unsaid = would rather not say
pair-fits-well = it's working well
pair-fits-acquainting = they're getting to know each other
pair-fits-not-well = it isn't working well
pair-fits-talk = would like to talk to the programme leader
pair-lacks-agreement = their agreement isn't complete
# $dates: how many meetings are booked or were held. $wanted: how many should be at the start.
pair-lacks-dates = they have planned { $dates } of { $wanted } meetings
pair-lacks-both = their agreement isn't complete, and they have planned { $dates } of { $wanted } meetings

# How it stands with a pair, in the middle of a sentence or after a colon.
pair-state-open = no meeting is booked
# $times: how often they were asked. $on: the last day on which they were.
pair-state-asked = { $times ->
        [one] no meeting is booked; asked once, on { $on }
        [2] no meeting is booked; asked twice, last on { $on }
       *[other] no meeting is booked; asked { $times } times, last on { $on }
    }
# $at: a day and a time.
pair-state-booked = next meeting { $at }
pair-state-booked-sometime = a meeting is booked, but I don't know the time
# $on: the day of the meeting.
pair-state-in-question = I'm asking whether they met on { $on }
# $since: since which day the leader has known.
pair-state-with-leader = waiting for you to follow up since { $since }
pair-state-paused = paused since { $since }
pair-state-not-started = the programme hasn't started
pair-state-ended = ended

pair-reminded = Mentor pair { $number } will be asked about their next meeting at the next suitable time of day.
# $state: one of the states above.
pair-nothing-to-remind = There is nothing to remind mentor pair { $number } about: { $state }.

## A rest, more time, an end, a new match

# $on: the day on which it goes on, or the last day.
pair-paused = Mentor pair { $number } rests until { $on } and then carries on by itself. I've told both of them.
pair-rests-until = Your mentoring rests until { $on }. Until then I ask nothing, and after that it carries on by itself.
pair-goes-on-together = Your mentoring is running again.
# To one of the two. The reason is the other's to tell.
pair-rests = Your mentoring with { $with } is resting for now. You needn't do anything, and I'll tell you when it goes on.
pair-goes-on = Your mentoring with { $with } is running again.
pair-not-to-come = It has to be a day to come, and { $on } has passed.
pair-rests-too-long = The mentor pair's last day is { $ends-on }, so it can't rest until { $on }. Please choose an earlier day, or give it more time first.
pair-extended = Mentor pair { $number } now has time until { $on }. I've told both of them.
pair-extended-to = You have been given more time: your last day is now { $on }.
# $ends-on: the programme's last day.
pair-no-extension = An extension to { $on } gives no more time. The programme's last day is { $ends-on }. Please choose a later day that is still to come.
pair-end-sure =
    I'll end mentor pair { $number }, { $mentor } and { $adept }, and thank them in their own place.

    Shall I end it?
    .yes = Yes, end it
    .no = No
pair-ended = Mentor pair { $number }, { $mentor } and { $adept }, has ended. I've thanked them.
pair-taken-apart = { $mentor } and { $adept } are no longer a mentor pair. They haven't been told anything, since the programme hasn't been started.
# $end: what one types.
pair-not-begun = The programme hasn't been started, so mentor pair { $number } doesn't know of anything yet. If they aren't to be a mentor pair, write { $end }
pair-ended-before = Mentor pair { $number } has ended already.
# $lines: questions to talk about.
pair-farewell =
    Hello { $mentor } and { $adept }, your time as a mentor pair in { $programme } has come to its end. Thank you for the time you have given each other!

    Do meet one last time. You could talk about this:

    { $lines }

    What you have told each other still stays between you.
pair-rematch-sure =
    I'll end mentor pair { $number }, { $mentor } and { $adept }, and tell each of them that there will be a new match. I won't say who asked for it, and I won't suggest the two for each other again.

    Shall I do that?
    .yes = Yes, do it
    .no = No
pair-rematched = Mentor pair { $number }, { $mentor } and { $adept }, has ended. I'm telling both of them that there will be a new match.
pair-new-match-adept = Hello { $to }, you'll be getting a new mentor in { $programme } instead of { $with }. It doesn't mean that either of you has done anything wrong. What you have talked about stays between the two of you. I'll write when you have a new mentor.
pair-new-match-mentor = Hello { $to }, { $with } will be getting a new mentor in { $programme }. It doesn't mean that either of you has done anything wrong. What you have talked about stays between the two of you. Thank you for the time you have given! I'll write if there is a new adept for you.
# $lines: the mentors.
pair-candidates =
    Mentors who have room for { $adept }:

    { $lines }
# $reasons: what speaks for it. $pair: what one types.
pair-candidate = **{ $name }**: { $reasons } To make them a mentor pair, write { $pair }
pair-no-candidate = No mentor has room for { $adept } just now. Invite somebody, or ask a mentor to take one more adept.
