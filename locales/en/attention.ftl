### What a programme leader should look at. Only facts, and no blame.
###
### $mentor, $adept, $name: names. $programme: the programme's name.
### $number: the number by which leaders name the pair.

# To the leader. $since: the day from which on a meeting should have been booked. $asked: how often
# the two were asked. $ready: attention-ready-not-booked.
attention-not-booked =
    Mentor pair { $number }, { $mentor } (mentor) and { $adept } (adept), has no meeting booked.

    A meeting has been due since { $since }. { $asked ->
        [one] I have asked them once.
        [2] I have asked them twice.
       *[other] I have asked them { $asked } times.
    }

    Here is a message that you can send them:

    { $ready }
    .write = Write
    .done = Done
    .later = Remind me in 14 days
# To the leader. $on: the day of the meeting. $asked: how often the two were asked.
# $ready: attention-ready-no-answer.
attention-no-answer =
    Mentor pair { $number }, { $mentor } (mentor) and { $adept } (adept), hasn't answered whether a booked meeting was held. It concerns { $on }.

    { $asked ->
        [one] I have asked them once.
        [2] I have asked them twice.
       *[other] I have asked them { $asked } times.
    }

    Here is a message that you can send them:

    { $ready }
    .write = Write
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

attention-ready-not-booked = Hello { $mentor } and { $adept }, I see that your next meeting isn't booked yet. How are things going? Please tell me if I can help you find a time, or if something else makes it hard to meet.
attention-ready-no-answer = Hello { $mentor } and { $adept }, I'd like to know how things are going for you, and whether your last meeting went ahead. If it didn't, that's all right. Please write me a line, and tell me if I can help.

# $count: how much there is. $lines: one line each, the most urgent first.
attention-list =
    { $count ->
        [one] One thing to follow up in { $programme }:
       *[other] { $count } things to follow up in { $programme }, the most urgent first:
    }

    { $lines }
attention-all-well = There is nothing to follow up in { $programme }.
# Lines of that list.
attention-item-not-booked = **{ $number }** { $mentor } and { $adept }: no meeting booked, due since { $since }
attention-item-no-answer = **{ $number }** { $mentor } and { $adept }: no answer about the meeting on { $on }
attention-item-letters-due = Letters to applicants: due by { $on }
attention-item-not-started = The programme hasn't been started: its first day is { $on }
attention-item-unreachable = { $name }: can't be reached

# Shown before it goes. $words: the message.
attention-ready =
    This is the message to { $mentor } and { $adept }. They will see that it comes from you.

    { $words }

    Shall I send it?
    .send = Send
    .leave = Don't send
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
