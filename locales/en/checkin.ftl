### Check-ins: a few short questions to all mentors and adepts of a programme.
###
### $question: the question. $intro: how it begins, or which question it is. $sees: who sees the answer.
### $until: the last day to answer. $threshold: from how many answers on results show.

## The questions

checkin-ask-agree =
    { $intro }

    { $question }

    { $sees }
    .one = 1 not true at all
    .two = 2
    .three = 3
    .four = 4
    .five = 5 completely true
    .unsaid = Rather not say
checkin-ask-times =
    { $intro }

    { $question }

    { $sees }
    .none = 0
    .once = 1
    .twice = 2
    .more = 3 or more
    .unsaid = Rather not say
checkin-ask-words =
    { $intro }

    { $question } Write your answer here.

    { $sees } Please don't write anyone else's name, nor anything about health, religion, politics or crime.
    .skip = Skip this
checkin-ask-nearness =
    { $intro }

    { $question }

    { $sees }
    .one = 1 far away
    .two = 2
    .three = 3
    .four = 4
    .five = 5 nearly there
    .unsaid = Rather not say
checkin-ask-satisfaction =
    { $intro }

    { $question }

    { $sees }
    .one = 1 not at all satisfied
    .two = 2
    .three = 3
    .four = 4
    .five = 5 very satisfied
    .unsaid = Rather not say
checkin-ask-ten =
    { $intro }

    { $question } Answer from 0, not at all likely, to 10, very likely.

    { $sees }
    .unsaid = Rather not say
checkin-ask-yes-no =
    { $intro }

    { $question }

    { $sees }
    .yes = Yes
    .no = No
    .unsaid = Rather not say
checkin-ask-gains =
    { $intro }

    { $question } Choose all that apply, one at a time, and then Done.

    { $sees }
    .done = Done
    .unsaid = Rather not say
# $chosen: what is chosen.
checkin-ask-more-gains =
    You've chosen:

    { $chosen }

    Choose more, or the same again to leave it out. Choose Done when you're finished.
    .done = Done
    .unsaid = Rather not say
# $words: what can be chosen.
checkin-gain = { $words }
checkin-nothing-ticked = nothing yet
# $programme: the programme's name. $count: how many questions there are.
checkin-intro = How are things going in { $programme }? Here { $count ->
        [one] is a short question
       *[other] are { $count } short questions
    }, one at a time. You can answer until the end of { $until }.
checkin-intro-again = You have questions left about { $programme }. You can answer until the end of { $until }.
checkin-intro-start = You're getting started in { $programme }. Here { $count ->
        [one] is a question
       *[other] are { $count } questions
    } about where you stand today, so that we can see what difference the mentoring makes. You can answer until the end of { $until }.
checkin-intro-halftime = You're halfway through { $programme }. Here { $count ->
        [one] is a question
       *[other] are { $count } questions, one at a time,
    } about how it has been so far. You can answer until the end of { $until }.
checkin-intro-close = { $programme } is coming to its end. Here { $count ->
        [one] is one last question
       *[other] are { $count } questions, one at a time,
    } about the mentoring as a whole. Your answers help those who come after you. You can answer until the end of { $until }.
checkin-intro-follow-up = Hello again! It's been a while since { $programme } ended. Here { $count ->
        [one] is one last question
       *[other] are { $count } last questions
    }. You can answer until the end of { $until }.
# $checkin: what one types.
checkin-words-left = One question is left about { $programme }, to answer in your own words if you like. You can answer until the end of { $until }: write { $checkin }.
# $number, $of: which question of how many.
checkin-place = Question { $number } of { $of }
checkin-trust = I can talk about what matters to me when we meet.
checkin-use-adept = Our meetings bring me closer to what I want to achieve.
checkin-use-mentor = I notice that our meetings help my adept move forward.
# $since: the day of the check-in before, or the first day.
checkin-met = How many times have you met since { $since }?
checkin-direction = I know what we will talk about next time.
checkin-support = I get the support I need from the programme.
checkin-open = Is there anything the programme leader should know?
checkin-baseline = How close are you to what you want to achieve?
checkin-so-far = How satisfied are you with the mentoring so far?
checkin-satisfied = How satisfied are you with the mentoring as a whole?
checkin-recommend = How likely are you to recommend the programme to somebody you know?
checkin-gains = What have you gained from the mentoring?
checkin-better = What should we change for next time?
checkin-quote = Would you like to say something about the mentoring that we may quote in the evaluation?
checkin-in-touch = Are you still in touch?
checkin-goals = How far adepts came with their goals, as a T-score: 50 is as far as expected
checkin-felt = How meetings felt, from 1 not so good to 4 very good
checkin-fit = Those for whom it is working well, or who are getting to know each other
# $words: the programme's own question.
checkin-own = { $words }
checkin-seen-by-leaders = The programme leader sees your answer and your name. Your mentor/adept doesn't. Answers are never used for pay or recruitment.
checkin-seen-by-nobody = The answer is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. Results show only if at least { $threshold } have answered.
checkin-words-seen-by-nobody = What you write is kept without your name. Until the check-in closes it is locked: nobody reads it, but you can change it. The programme leader gets to read it only if at least { $threshold } have written something.
checkin-seen-as-quote = What you write here may be quoted in the evaluation, without your name, if at least { $threshold } have written something. Until the check-in closes it is locked: nobody reads it, but you can change it.
# $change: what one types.
checkin-done = Thank you for your answers! Until the end of { $until } you can change them: write { $change }.
# $count: how many questions. $lines: the questions.
checkin-which-to-change =
    { $count ->
        [one] You've answered the question.
       *[other] You've answered all { $count } questions.
    } Which answer would you like to change? You can change it until the end of { $until }.

    { $lines }
# $number: the number of the question.
checkin-item = { $number }. { $question }
# $on: the day on which it closed.
checkin-closed = The check-in closed on { $on }, so answers can't be given or changed any longer.
checkin-none-now = There's no check-in to answer just now. I'll tell you when there is one.
checkin-not-by-reaction = Emojis on messages aren't encrypted, so I don't take answers that way. Please write the number instead.

## To leaders

# $number: the number of the check-in. $count: how many get it. $names: whether names are seen.
checkin-opened = { $count ->
        [one] Check-in { $number } is open until the end of { $until }. One person gets it, with two reminders at most.
       *[other] Check-in { $number } is open until the end of { $until }. { $count } people get it, with two reminders each at most.
    } { $names }
checkin-already-open = Check-in { $number } is open already, until the end of { $until }.
# $on: the first day on which the next can be opened.
checkin-too-soon = Check-in { $number } has only just closed. When an anonymous check-in comes close to another, it can be worked out what someone said who was asked in only one of them. The next can be opened on { $on }.
# $programme: the programme's name. $open: what one types.
checkin-left-out = A check-in was to open in { $programme } today, but check-in { $number } is still open or has only just closed, so it was left out. Write { $open } when you'd like to open the next one.
# $programme: the programme's name.
checkin-nobody-to-ask = There's nobody to ask in { $programme } yet, or there are no questions in the programme's file.
checkin-needs-key = This check-in is to be anonymous, and for that answers have to be locked. Whoever looks after the bot needs to put a key, `notes_key_file`, into the settings.
checkin-names-shown = You leaders will see by name what people wrote and whose answers are low.
checkin-names-hidden = Nobody will see who answered what, and results show from { $threshold } answers on.
# $open: what one types.
checkin-none-open = No check-in is open. Write { $open } to open one.
# $done: how many are done. $count: how many have got it.
checkin-close-sure =
    Check-in { $number } is to stay open until the end of { $until }, and { $done } of { $count } are done. If I close it now, nobody can answer or change their answers any longer, and nobody is reminded again. This can't be undone.

    Shall I close it?
    .yes = Yes, close it
    .no = No
# $results: what one types.
checkin-closed-now = Check-in { $number } is closed. Write { $results } to see what came of it.
# $done: how many are done. $count: how many have got it.
checkin-results-later = Check-in { $number } is open until the end of { $until }. { $done } of { $count } are done. The results come when it has closed.
checkin-no-results = There hasn't been a check-in in { $programme } yet. Write { $open } to open one.
checkin-no-such-round = There's no check-in number { $number }.
# $on: the day on which it closed. $answered, $asked: how many answered, of how many. $lines: the questions.
checkin-results =
    Check-in { $number } in { $programme } closed on { $on }. { $answered } of { $asked } answered.

    { $lines }
checkin-of-start = It was held at the start of the programme.
checkin-of-halftime = It was held at halftime.
checkin-of-close = It was held at the end of the programme.
checkin-of-follow-up = It was held some months after the programme.
# $cell: the mean, or why it isn't shown.
checkin-result = { $question } – { $cell }
# $part: the group.
checkin-part = { $part }: { $cell }
# $mean: the mean. $count: how many answers.
checkin-mean = { $count ->
        [one] { $mean } on average (one answer)
       *[other] { $mean } on average ({ $count } answers)
    }
# $percent: the part.
checkin-share = { $count ->
        [one] { $percent }% (one answer)
       *[other] { $percent }% ({ $count } answers)
    }
checkin-too-few = fewer than { $threshold } answers, so the result isn't shown
checkin-not-shown = not shown: fewer than { $threshold } answers, or all alike
checkin-nothing-said = nothing to show
checkin-met-results = How many times the two have met since the last check-in, where 3 is 3 or more
checkin-use-results = The meetings help the adept move forward.
# $title: the group session.
checkin-was-there = Those who were at { $title }
checkin-was-elsewhere = Those who weren't at { $title }
checkin-mentors = Mentors
checkin-adepts = Adepts
# $name: the name of the organisation.
checkin-organisation = { $name }
checkin-no-organisation = No organisation known
checkin-heard = { $question }
# $words: what somebody wrote.
checkin-voice = “{ $words }”
# $name: who wrote it.
checkin-voice-of = { $name }: “{ $words }”
# $answered, $asked: how many answered, of how many. $results: what one types.
checkin-results-ready = Check-in { $number } in { $programme } has closed. { $answered } of { $asked } answered. Write { $results } to see what came of it.
