### What was sent and what wasn't, to leaders.
###
### $number: the number by which leaders name the message. $to: the receiver's name.
### $what: what it is about. $why: one of the reasons below. $at: a day and a time.

# $sent: how many have arrived. $waiting: how many wait. $lines: what waits and what was stopped.
outbox-list =
    Messages in { $programme }:

    - Sent: { $sent }
    - Waiting: { $waiting }

    Waiting or stopped:

    { $lines }
outbox-empty = { $sent ->
        [0] No messages have been sent in { $programme } yet, and none are waiting.
        [one] One message has been sent in { $programme }. Nothing is waiting.
       *[other] { $sent } messages have been sent in { $programme }. Nothing is waiting.
    }
# Lines of that list.
outbox-item-waiting = **{ $number }** To { $to }, { $what }: planned for { $at }
outbox-item-postponed = **{ $number }** To { $to }, { $what }: postponed to { $at }, because { $why }
outbox-item-sending = **{ $number }** To { $to }, { $what }: being sent
outbox-item-unsent = **{ $number }** To { $to }, { $what }: stopped, because { $why }
# $count: how many more there are.
outbox-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }

## Why: each goes on after "because"

outbox-why-stale = it would have come too late to be of use
outbox-why-day-full = the person has already had a message that day
outbox-why-week-full = the person has already had enough messages that week
outbox-why-month-full = the person has already had enough messages that month
outbox-why-outside-hours = it was outside the hours when I write
outbox-why-paused = the person is taking a break
outbox-why-no-account = the person hasn't joined yet
outbox-why-closed = the person doesn't accept messages from me
outbox-why-gone = the chat room no longer exists
outbox-why-refused = the chat service refused it
outbox-why-unsure = I can't tell whether it arrived
outbox-why-given-up = I couldn't reach the chat service, although I tried several times
outbox-why-cancelled = a programme leader took it back
outbox-why-overtaken = it no longer applied
outbox-why-no-platform = I'm not connected to that chat service
outbox-why-busy = the chat service asked me to wait

## What: each stands after "To Anna,"

outbox-about-booking = about booking a meeting
outbox-about-meeting = about whether they met
outbox-about-welcome = a welcome
outbox-about-matching = a match
outbox-about-application = an application
outbox-about-lesson = something to read
outbox-about-report = the evaluation
outbox-about-end = the end of the programme
outbox-about-announcement = a message to everyone
outbox-about-check-in = a check-in
outbox-about-gathering = something about a group session
outbox-about-attention = something to follow up
outbox-about-answer = an answer

## When a leader has changed something

outbox-retried = I'll try message { $number } again.
outbox-cancelled = Message { $number } won't be sent.
outbox-too-late = Message { $number } can't be changed any more.
outbox-no-such-letter = There is no message with number { $number }. Write `outbox` to see the numbers.
