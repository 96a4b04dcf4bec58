### What a programme leader should look at. Only facts, and no blame.
###
### $mentor, $adept, $name: names. $programme: the programme's name.
### $number: the number by which leaders name the pair.

# To the leader. $level: attention-red or attention-yellow. $why: one of attention-why-…
# $ready: one of attention-ready-…
attention-pair =
    { $level }: mentor pair { $number }, { $mentor } (mentor) and { $adept } (adept). { $why }

    Here is a message that you can send them:

    { $ready }
    .write = Write
    .done = Done
    .later = Remind me in 14 days
# To the leader, about one person.
attention-person =
    { $level }, in { $programme }: { $why }

    Here is a message that you can send:

    { $ready }
    .write = Write
    .done = Done
    .later = Remind me in 14 days
# To the leader. $by: the day on which an answer has been promised.
attention-help =
    A confidential message in { $programme }. { $why }

    I have promised an answer by { $by }. This was said in confidence, so please keep it to yourself.

    Here is a message that you can send:

    { $ready }
    .write = Write
    .done = Done
    .later = Remind me in 14 days
# To the leader, when that day has passed.
attention-help-overdue =
    Somebody in { $programme } is waiting for an answer. { $why }

    I promised one by { $by }. This was said in confidence, so please keep it to yourself.

    Here is a message that you can send:

    { $ready }
    .write = Write
    .done = Done
    .later = Remind me in 14 days
# To the leader.
attention-left =
    { $name } has left the server where I can write to people, so I can't reach { $name } in { $programme }.

    Please contact { $name } in another way, and ask whether it was meant. If { $name } comes back, I notice it and tell what has happened meanwhile.
    .done = Done
    .later = Remind me in 14 days
# To the leader.
attention-unreachable =
    I can't reach { $name } in { $programme }: my messages don't arrive.

    Please contact { $name } in another way, and ask whether direct messages from me are allowed. On Discord the setting is called **Direct Messages** and is found in the server's menu, under Privacy Settings.
    .done = Done
    .later = Remind me in 14 days

# A whole message from the leader to the two. It is shown before it is sent.
# $open: how many are undecided. $untold: how many letters haven't been sent. $list, $send: what one types.
attention-letters-due =
    Those who applied to { $programme } are to hear by { $on }. { $open ->
        [0] All applications are decided,
        [one] One application is undecided,
       *[other] { $open } applications are undecided,
    } { $untold ->
        [0] and there is no letter to send yet.
        [one] and one letter hasn't been sent.
       *[other] and { $untold } letters haven't been sent.
    }

    Write { $list } to see the applications, and { $send } when you have decided.
    .done = Done
    .later = Remind me in 14 days
# $on: the first day. $pairs: how many pairs. $start: what one types.
attention-not-started =
    { $programme } hasn't been started. Its first day is set to { $on }. { $pairs ->
        [0] There are no pairs yet.
        [one] There is one pair.
       *[other] There are { $pairs } pairs.
    }

    When the pairs are ready, write { $start } and I'll welcome everybody. If it is to begin on another day, change `start` in the programme's file.
    .done = Done

## Why something is on the list, in a sentence or two. Never whose fault it is.

attention-red = Red
attention-yellow = Yellow
# $since: the day from which on a meeting should have been booked. $asked: how often they were asked.
attention-why-not-booked = They have no meeting booked. One has been due since { $since }. { $asked ->
        [0] I haven't asked them yet.
        [one] I have asked them once.
        [2] I have asked them twice.
       *[other] I have asked them { $asked } times.
    }
# $dates: how many meetings are booked or were held. $wanted: how many are good at the start.
attention-why-few-dates = They began on { $since } and have booked or had { $dates ->
        [0] no meeting.
        [one] one meeting.
       *[other] { $dates } meetings.
    } It tends to go better with { $wanted ->
        [one] one meeting
       *[other] { $wanted } meetings
    } booked early on.
attention-why-no-meeting = Since { $since } neither of them has said that they have met.
attention-why-no-meeting-booked = Since { $since } neither of them has said that they have met. Their next meeting is booked: { $next }.
attention-why-no-answer = They haven't answered whether the meeting they had booked for { $on } was held. I have asked three times.
attention-why-facts-differ = They remember differently whether they met on { $on }. Ask both.
attention-why-no-goal = The adept has no goal yet, and a quarter of the programme has passed since they began on { $since }.
# $with: the other of the two.
attention-why-silent = I have been waiting for an answer from { $name } since { $since }. { $with } does answer.
attention-why-missed = { $name } hasn't answered me since { $since }, and { $with } gets no answer either. { $with } said so in confidence.
attention-why-bad-fit = On { $on } { $name } answered that it isn't working well with { $with }. It was said in confidence: { $with } doesn't know.
attention-why-words =
    { $name } has written to you:

    { $words }
attention-why-talk = { $name } would like to talk to you.
attention-why-rematch = { $name } would like a new match.
attention-why-stop = { $name } would like to leave the programme.
attention-why-unheard = On { $on } { $name } said that the other person in their mentor pair doesn't answer.
attention-why-written = { $name } has written to you in confidence.
attention-why-left = { $name } left the server where I can write to people. I noticed on { $on }.
attention-why-counts-differ = In the check-in that closed on { $on } they remember different numbers of meetings. Please ask both.
attention-why-low-marks = { $name } gave low answers in the last two check-ins, or much lower ones than last time.
attention-why-never-comes = { $name } wasn't at the last two group sessions.
attention-why-unreachable = I can't reach { $name }: my messages don't arrive.

## Messages that a leader can send as they stand

attention-ready-not-booked = Hello { $mentor } and { $adept }, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
attention-ready-no-answer = Hello { $mentor } and { $adept }, I'd like to know how things are going for you, and whether your last meeting went ahead. If it didn't, that's all right. Please write me a line, and tell me if I can help.
attention-ready-few-dates = Hello { $mentor } and { $adept }, it tends to be easier to meet with a few meetings booked ahead. Could you book two more?
attention-ready-no-meeting = Hello { $mentor } and { $adept }, it has been a while since I heard that you had met. How are things going? Tell me if there is anything I can help with, or if you need a break.
attention-ready-facts-differ = Hello { $mentor } and { $adept }, I'm not sure whether your last meeting went ahead. It doesn't matter if it didn't. Could you help me get it right?
attention-ready-no-goal = Hello { $mentor } and { $adept }, do talk about what { $adept } would like to have achieved when the programme ends. It needn't be anything big. Tell me if you'd like some help.
attention-ready-low-marks = Hello { $name }, thank you for answering the check-in. I wonder how the mentorship is going for you. Is there anything I can help with?
attention-ready-never-comes = Hello { $name }, we've missed you at the group sessions. Is there something that makes it hard to come? Do tell me if we can make it easier.
attention-ready-silent = Hello { $name }, I haven't heard from you for a while and wonder how you are. If you have a lot on just now, we can arrange a break. Do write me a few words.
attention-ready-bad-fit = Hello { $name }, thank you for saying how it feels. I'd like to hear more, and we'll find a way forward together. When would suit you for a talk?
attention-ready-help = Hello { $name }, thank you for getting in touch. When would suit you for a talk?

# To leaders, once a week. $red, $yellow: how many. $attention: what one types for the whole list.
attention-digest =
    To follow up this week in { $programme }: { $red ->
        [0] nothing red
        [one] one red
       *[other] { $red } red
    } and { $yellow ->
        [0] nothing yellow.
        [one] one yellow.
       *[other] { $yellow } yellow.
    }

    { $lines }

    Write { $attention } to see it all, with messages ready to send.

# $count: how much there is. $lines: one line each, the most urgent first.
attention-list =
    { $count ->
        [one] One thing to follow up in { $programme }:
       *[other] { $count } things to follow up in { $programme }, the most urgent first:
    }

    { $lines }
# $shown: how many come with their message.
attention-list-more =
    { $count ->
        [one] One thing to follow up in { $programme }:
       *[other] { $count } things to follow up in { $programme }, the most urgent first:
    }

    { $lines }

    { $shown ->
        [one] Here is the most urgent.
       *[other] Here are the { $shown } most urgent.
    } When you have dealt with them, I'll show you the rest.
attention-all-well = There is nothing to follow up in { $programme }.
# Lines of that list.
attention-item = { $level }, mentor pair **{ $number }** ({ $mentor } and { $adept }): { $why }
attention-item-person = { $level }: { $why }
attention-item-letters-due = Letters to applicants: due by { $on }
attention-item-not-started = The programme hasn't been started: its first day is { $on }

# Shown before it goes. $words: the message.
attention-ready =
    This is the message to { $mentor } and { $adept }. They will see that it comes from you.

    { $words }

    Shall I send it?
    .send = Send
    .leave = Don't send
# The same, to one person.
attention-ready-person =
    This is the message to { $name }. Only { $name } will see it, and that it comes from you.

    { $words }

    Shall I send it?
    .send = Send
    .leave = Don't send
attention-sent-person = The message is on its way to { $name }.
attention-sent = The message is on its way to { $mentor } and { $adept }.
# The leader has pressed "Done".
attention-closed = Thank you. { $mentor } and { $adept } are off your list.
# $on: the day from which on they are asked again.
attention-closed-until = Thank you. { $mentor } and { $adept } are off your list. If they haven't booked a meeting, I'll ask them again from { $on }.
# $on: the day on which it comes back.
attention-later = I'll remind you on { $on }.
attention-closed-before = That has already been dealt with.
# The leader has pressed "Done" about somebody who couldn't be reached.
attention-closed-programme = Thank you. That is no longer on your list for { $programme }.
attention-closed-person = Thank you. { $name } is off your list.
