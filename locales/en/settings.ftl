### How a person wants to be spoken to, and when.

# $language: what the language calls itself. $zone: a time zone, such as Europe/Stockholm.
# $from, $until: times of day. $change-language, $change-zone, $change-hours: what to type.
settings-show =
    Your settings:

    - Language: { $language }. To change it, write { $change-language }
    - Time zone: { $zone }. To change it, write { $change-zone }
    - I write to you between { $from } and { $until }. To change that, write { $change-hours }
    - Reminders of booked meetings: { $reminders }. To change that, write { $change-reminders }
    - Your own calendar, so that I know when you're busy: write { $calendar }
# $reminders: one of settings-reminders-…
settings-ask-reminders =
    When would you like to be reminded of booked meetings? Your setting now: { $reminders }.
    .both = A day and an hour before
    .day = A day before
    .hour = An hour before
    .never = Never
# $command: what to type.
settings-calendar-how =
    I can look in your calendar when you and your mentor or adept want to find a time. I only keep when you're busy, never what you do or with whom, and only I see it.

    Send me a calendar file (.ics) here, or give me your calendar's secret address: { $command }
settings-calendar-not-yet = I haven't been able to read your calendar so far, and I try again several times a day. To give me another address, write { $command }
# $count: how many busy times are to come. $on: the day on which the calendar was read.
settings-calendar-is = I know { $count ->
        [0] no busy time
        [one] one busy time
       *[other] { $count } busy times
    } of yours in the coming weeks. I read your calendar on { $on }. To change that, write { $command }, or `settings calendar off` and I'll forget it.
settings-calendar-coming = Thank you. I'm reading your calendar, and I'll tell you in a moment how it went. I keep the address encrypted, and only when you're busy.
settings-calendar-read = I can read your calendar: { $count ->
        [0] you're free all through the coming weeks
        [one] you have one busy time in the coming weeks
       *[other] you have { $count } busy times in the coming weeks
    }. From now on I leave those out when I suggest times. I read it again several times a day.
settings-calendar-file = Thank you. I've kept { $count ->
        [0] that you're free all through the coming weeks
        [one] one busy time from your file
       *[other] { $count } busy times from your file
    }, and nothing else. Send me a new file when it changes.
# $why: a sentence.
settings-calendar-unread = I couldn't read your calendar. { $why } To try another address, write { $command }
settings-calendar-lost = I haven't been able to read your calendar for three days. { $why } I go on with what I knew. To give me another address, write { $command }
settings-calendar-none = I'm not reading any calendar of yours. To give me one, write { $command }
settings-calendar-forgotten = I've forgotten your calendar and everything I knew from it.
settings-calendar-no-address = I need an address that begins with https:// or webcal://. In most calendars it's called a secret address or an address in iCal format. Write { $command }
settings-calendar-files-only = I can't read addresses here. But you can send me your calendar as a file (.ics).
settings-unread-no-address = It's not an address that I can read.
settings-unread-no-host = I couldn't reach anything at that address.
settings-unread-private = The address is inside a private network, and I don't look there.
settings-unread-silent = It didn't answer in time.
# $number: the status of HTTP, such as 404.
settings-unread-refused = It answered with the error { $number }.
settings-unread-too-long = It's too large: I read at most five megabytes.
settings-unread-no-calendar = It's not a calendar in iCal format.
settings-reminders-changed = Changed. Reminders of booked meetings: { $reminders }.
settings-reminders-both = a day and an hour before
settings-reminders-day = a day before
settings-reminders-hour = an hour before
settings-reminders-never = never
# What this language calls itself, in the middle of a sentence and on a button.
settings-language = English
settings-language-changed = From now on I'll write to you in English.
# $said: what was typed. $known: the names of the languages that there are.
settings-no-such-language = I don't speak “{ $said }”. I speak { $known }.
# $now: the day and the time there.
settings-zone-changed = Your time zone is now { $zone }. It's { $now } there.
# $said: what was typed. $nearest: a time zone that there is.
settings-no-such-zone = I don't know the time zone “{ $said }”. You can write, for example, { $nearest }
settings-hours-changed = From now on I'll write to you between { $from } and { $until }. I still answer straight away when you write to me.
# $example: hours as they can be typed.
settings-bad-hours = I couldn't read that as a start and an end. First write when I may start and then a later time at which I stop, for example { $example }

# $on: a day. $resume: what to type to end the break.
settings-paused-until = You're on a break until { $on }. If you want to start again earlier, write { $resume }
settings-paused = You're on a break. When you want to start again, write { $resume }
settings-pair-paused = Then I'll leave you both in peace. When you want to start again, either of you can write { $resume }
# $from, $until: days. $resume: what to type to drop the plan.
settings-paused-between = You'll be on a break from { $from } until { $until }. If your plans change, write { $resume }
settings-paused-from = You'll be on a break from { $from }. If your plans change, or when you want to start again, write { $resume }
settings-plan-dropped = Then there won't be a break. Everything goes on as usual.
settings-pause-backwards = A break has to end later than it begins, and you wrote { $from } to { $until }. Please write the days again.
settings-resumed = Welcome back! Everything is running again.
# $lines: what has happened in the meantime.
settings-resumed-missed =
    Welcome back! Everything is running again. Here is what happened in the meantime and what is to come:

    { $lines }
settings-not-paused = You aren't taking a break at the moment.
# $programme: the programme that stands still.
settings-programme-paused = The programme leader has paused { $programme }, so I'm not reminding you at the moment. Everything goes on by itself once the programme is running again.
# $on: the day that was typed.
settings-pause-in-past = A break has to end later than today, and you wrote { $on }. Please write another day.
settings-nothing-to-pause = You aren't in a programme that is running, so there is nothing to pause.
