### Programmes, to those who lead them.
###
### $name, $programme: the programme's name. $slug: its short name, which can be typed after #.

## Making one, in a few questions

programme-notice-needs-version = You've changed `privacy_notice`, and it has the same `privacy_version` as before. Those who have already accepted it only see the new text if it has a new version. Please change `privacy_version` and send the file again.
programme-times-stand = { $name } is over, so its first day, its length and how long data is kept can't be changed any longer: participants have been told when their data is erased. Please create a new programme if it's to go on.
programme-ask-length = How long will the programme last? You can change everything in it later.
    .three = 3 months
    .seven = 7 months
    .nine = 9 months
    .twelve = 12 months
# $months: how long it will last.
programme-ask-name = { $months } months, then. What is the programme called?
# $example: a day as it can be typed.
programme-ask-start = On which day does it start? You can write, for example, { $example }
# The buttons show the languages.
programme-ask-language = Which language do most people in it speak? Everyone can choose another one for themselves.
# The programme's file goes along. $import, $pair, $start: what to type.
programme-created =
    { $name } is ready, with the short name { $slug }. Its file is attached. If you want to change something, change it in the file and send it back to me.

    These are the next steps:

    - Add the people: { $import }
    - Make the mentor pairs: { $pair }
    - Start the programme: { $start }
programme-slug-taken = There is already a programme with the short name { $slug }. Please choose another name.
programme-bad-name = That name can't be used. Please write a name on one line, with at least one letter or digit and not too long.

## Its file

# The file goes along.
programme-show = Here is the file of { $name }. If you want to change something, change it in the file and send it back to me.
# $file: the file's name. $count: the number of faults. $lines: where they are and what they are.
programme-faulty =
    { $count ->
        [one] There is a fault in { $file }, so I haven't changed anything.
       *[other] There are { $count } faults in { $file }, so I haven't changed anything.
    }

    { $lines }

    Please correct the file and send it again.
# $line: the number of the line. $what: what is wrong.
programme-fault-at = Line { $line }: { $what }
# $column: the name of the column.
programme-fault-in = Line { $line }, { $column }: { $what }
# $count: how many lines change. $lines: the lines.
programme-difference =
    { $count ->
        [one] This line changes in { $name }:
       *[other] These { $count } lines change in { $name }:
    }

    { $lines }

    Shall I save that?
    .yes = Yes, save it
    .no = No
# $line: a line of the file.
programme-line-gone = Removed: { $line }
programme-line-new = Added: { $line }
# $count: how many lines aren't shown.
programme-lines-more = And { $count } more
programme-same-file = The file is the same as before, so nothing changes in { $name }.
programme-changed = Saved. { $name } now follows the new file.
programme-other-programme = That file belongs to another programme: { $slug }. I haven't changed anything. Please check that you sent the right file.

# $lines: the programmes.
programme-list =
    Your programmes:

    { $lines }
# $state: one of the states below.
programme-item = **{ $name }** { $slug }: { $state }
# $create: what to type to make one.
programme-no-programmes = You don't lead any programme yet. To make one, write { $create }

## How it stands

# $starts-on, $ends-on: its first and last day. $mentors, $adepts: how many there are.
# $waiting: how many people haven't joined. $pairs: how many there are. $booked: how many of them
# have a meeting to come. $held, $planned: how many meetings there were, and how many there should
# be in all. $cases: how much waits for the leader. $attention: what to type to see that.
programme-status =
    { $name }: { $state }

    - From { $starts-on } to { $ends-on }
    - Mentors: { $mentors }
    - Adepts: { $adepts }
    - Not joined yet: { $waiting }
    - Mentor pairs: { $pairs }, with a meeting booked: { $booked }
    - Meetings held: { $held } of { $planned }
    - To follow up: { $cases }

    { $cases ->
        [0] Nothing is waiting for you. You can always check with { $attention }
       *[other] To see what is waiting for you, write { $attention }
    }
# A picture goes along that shows the same. $lines: month by month. $stands: where the pairs stand.
programme-progress =
    Meetings held in { $name } since the start:

    { $lines }

    The mentor pairs:

    { $stands }
programme-held-until = { $on }: { $held } of { $planned } in the plan
programme-stand-count = { $stand }: { $count }
programme-stand-booked = The next meeting is booked
programme-stand-unbooked = No meeting is booked
programme-stand-with-leader = To follow up
programme-stand-resting = On a break
programme-stand-ended = Ended
# In the picture, beside its lines and above its bars.
programme-chart-meetings = Meetings
programme-chart-planned = Planned for the whole programme
programme-chart-held = Held so far
programme-chart-pairs = Mentor pairs
# In the middle of a sentence or after a colon.
programme-state-draft = not started
programme-state-running = running
# $since: a day.
programme-state-paused = paused since { $since }
programme-state-closed = closed

# $next-round: when the bot looks next for pairs that should book a meeting.
programme-started =
    { $name } has started. The mentor pairs will get their welcome at the next suitable time of day, from the programme's first day on.

    The next time I look for meetings to book is { $next-round }.
# $missing: the names of those who haven't joined. $invite: what to type to get their letters.
programme-started-without =
    { $name } has started. The mentor pairs will get their welcome at the next suitable time of day, from the programme's first day on.

    These people haven't joined yet, so I can't reach them: { $missing }. To get invitations that you can send them, write { $invite }

    The next time I look for meetings to book is { $next-round }.
programme-already-running = { $name } is already running.
# $pair: what to type to make a pair.
programme-no-pairs-yet = { $name } can't start yet, because there are no mentor pairs. To make one, write { $pair }
# $resume: what to type.
programme-paused = { $name } is paused. I won't remind anyone of anything until you write { $resume }
programme-resumed = { $name } is running again. The next time I look for meetings to book is { $next-round }.
programme-not-paused = { $name } isn't paused.
programme-not-running = { $name } isn't running at the moment, so that can't be done now.

## To everybody

# $count: how many people get it. $words: what the leader wrote.
programme-announce-preview =
    { $count ->
        [one] One person will get this message:
       *[other] { $count } people will get this message:
    }

    { $words }

    Shall I send it?
    .send = Send
    .leave = Don't send
# $leader: the leader's name. $words: what the leader wrote.
programme-announcement =
    A message from { $leader }, programme leader of { $programme }:

    { $words }
programme-announced = { $count ->
        [one] One person will get the message at the next suitable time of day.
       *[other] { $count } people will get the message at the next suitable time of day.
    }
programme-nobody-to-tell = Nobody has joined { $name } yet, so there is nobody to send it to.

programme-not-utf8 = This file isn't saved as UTF-8. Save it as UTF-8 in your text editor and send it again.
# The same, for somebody who was away.
programme-told-to-all = { $leader } to everybody: { $words }
