### The evaluation report: what a programme has come to.
###
### $on: a day. $count: how many. $threshold: from how many answers on results show.
### Headings and columns are short. This is read by people who haven't been part of the programme.

# $title, $about: what the report is called and when it was made. $purpose, $training, $matching,
# $measurement, $ethics, $administration: the lines under each heading.
report-chat =
    { "" }**{ $title }**
    { $about } The attached page says the same, with tables and charts.

    { "" }**{ report-head-purpose }**

    { $purpose }

    { "" }**{ report-head-training }**

    { $training }

    { "" }**{ report-head-matching }**

    { $matching }

    { "" }**{ report-head-measurement }**

    { $measurement }

    { "" }**{ report-head-ethics }**

    { $ethics }

    { "" }**{ report-head-administration }**

    { $administration }
report-table = Here's the report for spreadsheets.
report-data = Here's the report for other programs, as JSON.
# $names: the programme's name.
report-title = Evaluation of { $names }
report-as-of = As of { $on }. The programme is under way.
report-before-start = As of { $on }. The programme hasn't begun.
report-resting = As of { $on }. The programme is paused.
report-final = Final report, { $on }.
# $words: the table's heading.
report-caption = { "" }**{ $words }**
# $label: what the row is about. $cells: what stands in it.
report-row = { $label } – { $cells }
# $column: the column's heading. $value: what stands in the cell.
report-cell = { $column }: { $value }
# $words: what somebody wrote.
report-quote = “{ $words }”

## Headings

report-head-purpose = Purpose
report-head-training = Training and briefing
report-head-matching = Selection and matching
report-head-measurement = Measurement and review
report-head-ethics = Ethics
report-head-administration = Administration and support

## Purpose

# $words: why there is a programme.
report-purpose = { $words }
# $words: for whom it is.
report-target-group = For: { $words }
# $starts-on, $ends-on: the first and the last day.
report-period = The programme runs from { $starts-on } to { $ends-on }.
report-meetings-planned = { $count ->
        [one] One meeting is planned for each mentor pair.
       *[other] { $count } meetings are planned for each mentor pair.
    }

## Training and briefing

report-caption-lessons = Texts to read before the start
report-no-lessons = No texts have been sent to be read before the start.
report-column-text = Text
report-column-given = Received it
report-column-read = Have read it
report-caption-gatherings = Group sessions
report-no-gatherings = No group session has been held yet.
report-column-gathering = Group session
report-column-day = Day
report-column-said-yes = Said yes
report-column-came = Came
# $titles: what the group session is called.
report-gathering-title = { $titles }
report-not-noted = not noted

## Selection and matching

# $mentors, $adepts: how many have applied. $accepted: how many were accepted.
report-applied = { $mentors ->
        [one] One person has applied as a mentor
       *[other] { $mentors } people have applied as mentors
    } and { $adepts ->
        [one] one as an adept
       *[other] { $adepts } as adepts
    }. Accepted: { $accepted }.
# $mentors, $adepts: how many take part.
report-take-part = { $mentors ->
        [one] One mentor
       *[other] { $mentors } mentors
    } and { $adepts ->
        [one] one adept
       *[other] { $adepts } adepts
    } are taking part.
report-pairs = { $count ->
        [one] One mentor pair has been formed.
       *[other] { $count } mentor pairs have been formed.
    }
report-ended-early = { $count ->
        [0] None of them has ended early.
        [one] One of them has ended early.
       *[other] { $count } of them have ended early.
    }
# $agreed: how many proposals both said yes to. $declined: how many somebody said no to.
report-proposals = { $agreed ->
        [one] Both said yes to one proposed pair
       *[other] Both said yes to { $agreed } proposed pairs
    } and { $declined ->
        [0] none was declined
        [one] one was declined
       *[other] { $declined } were declined
    }.
report-caption-fit = Share who say that it is working well or that they are getting to know each other

## Measurement and review

report-column-round = Check-in
# $number: the number of the check-in.
report-row-check-in = Check-in { $number }, { $on }
report-row-start = Start, { $on }
report-row-halftime = Halftime, { $on }
report-row-close = Close, { $on }
report-row-follow-up = Some months later, { $on }
report-caption-response = Response rates
report-no-rounds = No check-in has closed yet.
report-column-asked = Received it
report-column-answered = Answered
report-column-rate = Share
# $held, $planned: how many meetings.
report-meetings-held = { $held ->
        [0] No meeting has been held
        [one] One meeting has been held
       *[other] { $held } meetings have been held
    }. Planned so far: { $planned }.
report-not-begun = The programme hasn't begun, so no meetings have been held.
report-caption-meetings = Meetings against the plan
report-column-until = Up to
report-column-held = Held
report-column-planned = Planned
report-to-come = to come
report-about-meetings = Chart of meetings against the plan and of where the pairs stand. The table has the same figures.
# $of: how many adepts take part.
report-adepts-with-goals = { $count ->
        [0] None of { $of } adepts has set a goal.
        [one] One of { $of } adepts has set a goal.
       *[other] { $count } of { $of } adepts have set a goal.
    }
report-about-goals = Adepts have scored for themselves how far they came, from much less than expected to much more. The scores are turned into T-scores, where 50 means that everything went as expected (Goal Attainment Scaling, Kiresuk and Sherman 1968).
report-caption-goals = Goal attainment
report-column-score = Mean T-score
report-caption-baseline = How close are you to what you want to achieve? Adepts, from 1 far away to 5 nearly there
report-column-mean = Mean
report-column-share = Share
report-caption-check-ins = Check-ins over time
report-about-check-ins = Chart of the answers to check-ins, from 1 not true at all to 5 completely true. The table has the same figures.
report-caption-halftime = Asked at halftime
report-caption-close = Asked at the close
report-caption-follow-up = Asked some months later
report-column-question = Question
report-column-all = Everyone
report-column-mentors = Mentors
report-column-adepts = Adepts
report-caption-felt = How meetings felt, from 1 not so good to 4 very good
report-caption-quotes = In participants' own words
report-no-quotes = No quotes are shown, because fewer than { $threshold } have written something that may be quoted.
# $mean: the mean.
report-mean = { $count ->
        [one] { $mean } (one answer)
       *[other] { $mean } ({ $count } answers)
    }
# $percent: the share.
report-share = { $count ->
        [one] { $percent }% (one answer)
       *[other] { $percent }% ({ $count } answers)
    }
report-hidden = fewer than { $threshold } answers, or all alike
report-few = fewer than { $threshold }
report-number = { $count }
# $percent: the share.
report-percent = { $percent }%
report-none = –
report-day = { $on }

## Ethics

# $of: how many mentor pairs have been formed.
report-agreements = { $count ->
        [0] None of { $of } mentor pairs has completed its agreement.
        [one] One of { $of } mentor pairs has completed its agreement, which includes confidentiality.
       *[other] { $count } of { $of } mentor pairs have completed their agreement, which includes confidentiality.
    }
report-anonymity = Results show only if at least { $threshold } have answered and not all alike, and only so that nobody can work out what anybody else answered. Quotes are shown without names, and only if whoever wrote them has said that they may be.
report-never-used = Answers are never used for pay or recruitment. Mentorskap doesn't read what mentors and adepts write to each other.
# $version: which version of the privacy notice.
report-notice = Applicants accept the privacy notice, version { $version }.
report-erased = { $count ->
        [one] The data of one person has been erased.
       *[other] The data of { $count } people has been erased.
    }

## Administration and support

report-caption-cases = What programme leaders were asked to look at
report-no-cases = Nothing has needed a leader's attention.
report-column-concern = It was about
report-column-raised = Number
report-column-handled = Closed
report-concern-meetings = Meetings that weren't booked or held
report-concern-goals = Goals that weren't set
report-concern-wellbeing = Somebody asked for help, didn't get on, or gave low marks
report-concern-contact = Somebody didn't answer, didn't come, or had left
report-concern-programme = The programme itself: decision letters and the start
# $days: within how many days.
report-reply-within = Whoever asks for help is promised an answer within { $days ->
        [one] one day
       *[other] { $days } days
    }.
# $sent: how many messages have arrived. $undelivered: how many haven't.
report-letters = { $sent ->
        [one] One message has arrived
       *[other] { $sent } messages have arrived
    } and { $undelivered ->
        [0] none has failed
        [one] one couldn't be delivered
       *[other] { $undelivered } couldn't be delivered
    }.
report-erased-on = All data about participants is erased on { $on }.
report-made-by = This report was made by Mentorskap. Its headings follow the six areas of EMCC's standard for mentoring programmes, ISMCP.
report-column-area = Area
report-column-table = Table
report-column-row = Row
report-column-column = Column
report-column-value = Value
# What parts columns in spreadsheets.
report-delimiter = ,
# $programme: the programme's name.
report-nothing-yet = There's nothing to report about { $programme } yet: nobody is taking part.
