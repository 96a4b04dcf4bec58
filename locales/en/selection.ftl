### Choosing among applications: what leaders see, and the letters to applicants.
###
### $programme: the programme's name. $number: the application's number. $name: a name.
### $role: adept or mentor.

# $count: how many there are. $lines: the applications.
selection-list =
    { $count ->
        [one] One application
       *[other] { $count } applications
    } to { $programme }:

    { $lines }
selection-no-applications = No application to { $programme } has come in yet.
# A line in that list. $state, $points: some of the following.
selection-item = **{ $number }** { $name } ({ $role }): { $state }; { $points }
selection-item-own = **{ $number }** { $name } ({ $role }): your own
selection-no-such-application = There is no application with number { $number }. Write `applications list` to see the numbers.

selection-own-application = That is your own application. Please ask somebody else who leads the programme to look at it.

# How it stands with an application, in the middle of a sentence.
selection-state-open = not decided
selection-state-accepted = accepted, not told yet
selection-state-accepted-told = accepted
# $place: the place on the waiting list.
selection-state-waiting = number { $place } on the waiting list, not told yet
selection-state-waiting-told = number { $place } on the waiting list
selection-state-declined = declined, not told yet
selection-state-declined-told = declined

# What leaders think of an application, in the middle of a sentence.
selection-points-none = no points yet
# $count: how many leaders have given points.
selection-points-hidden = { $count ->
        [one] one leader has given points, which you see once you have given yours
       *[other] { $count } leaders have given points, which you see once you have given yours
    }
# $lines: what each of them has given.
selection-points-given = { $lines }
# $sum: the sum of the points. $most: the highest possible. $points: the single ones.
selection-points-by = { $sum } of { $most } from { $name } ({ $points })

# $lines: the questions with their answers.
selection-show =
    Application { $number }: { $name }, as { $role }

    { $lines }

    Decision: { $state }. Points: { $points }.
# $guardian: a parent or guardian. $on: when a leader recorded it.
selection-consented = { $guardian }, a parent or guardian, has said yes; a leader recorded it on { $on }.
selection-consent-recorded = It's recorded that { $guardian }, a parent or guardian, says yes to application { $number }.
selection-consent-not-needed = According to the programme's file the adepts in { $programme } aren't minors, so no consent is needed. Please change `adepts_are_minors` in the file if that's wrong.
# $numbers: the numbers of the applications. $record: what to type.
selection-consent-awaited = I'm waiting for a parent's or guardian's consent to these applications: { $numbers }. When a parent or guardian has said yes, write { $record }

# $lines: the applications.
selection-compared =
    The applications beside each other:

    { $lines }
# $lines: the questions with the answers.
selection-compared-answers =
    This is what they've answered:

    { $lines }
# $question: the question. $answers: some of the following.
selection-compared-item = **{ $question }** { $answers }
selection-compared-answer = { $name }: { $answer }.
selection-compared-skipped = { $name }: no answer.
# $most: how many can be compared. $example: for example.
selection-compare-several = Please write the numbers of two to { $most } applications, as in { $example }

# $lines: the notes.
selection-notes =
    Your notes, which only programme leaders see:

    { $lines }
# $on: the day. $words: what $name has noted.
selection-note = { $name }, { $on }: { $words }
selection-noted = Your note about application { $number }, { $name }, is kept.
# $points: what leaders think of it.
selection-scored = Your points for application { $number }, { $name }, are kept. Points: { $points }.
# $points: what leaders think of it.
selection-points-stand = You have seen the others' points for application { $number }, { $name }, so yours stay as they are. Points: { $points }.
# $lines: what is judged. $example: a complete example.
selection-bad-points =
    Please give one number for each of these, from 1 to the number that stands there:

    { $lines }

    For example: { $example }
# $words: what is judged. $most: the most points for it.
selection-criterion-item = { $words }: { $most }
# $show: what to type.
selection-no-criteria = The programme's file doesn't say yet what applications are judged by. Write { $show } to get the file, add `[[recruitment.criteria]]` and send it back to me.

selection-decided = Application { $number }, { $name }: { $state }.
# $before: how it stood before.
selection-decided-anew = Application { $number }, { $name }: { $state }. Before, it was: { $before }.
# $lines: what is decided about each. $decide: what one types.
selection-decided-several = { $lines }
selection-already-told = { $name } has already had a letter (application { $number }: { $state }), so I haven't changed anything. Write { $decide } if you want to change the decision.
# $before: what the letter said. $then: what is to be so instead. $waiting: how many wait for the place.
selection-redecide-sure =
    { $name } has already had a letter (application { $number }: { $before }). Please talk to { $name } before you change it.

    If you change the decision to “{ $then }”, { $name } gets a new letter the next time you send letters. { $waiting ->
        [0] { "" }
       *[other] The place then goes to whoever is first on the waiting list.
    }

    Do you want to change it?
    .change = Change it
    .leave = Leave it
selection-takes-part = { $name } (application { $number }) is or has been in a pair, or has been asked to be in one, so the decision can't be changed. Please talk to { $name }. If they want to stop, they can write `delete my data` to me.

## The letters

# $accepted, $waiting, $declined, $open: how many. $lines: the letters.
selection-preview =
    Letters from { $programme }: { $accepted } accepted, { $waiting } on the waiting list, { $declined } declined. { $open ->
        [0] Every application is decided.
        [one] One application isn't decided yet and gets no letter.
       *[other] { $open } applications aren't decided yet and get no letter.
    }

    { $lines }

    To send them, write `letters send`.
# $count: to how many it goes. $letter: what it says, to one of them.
selection-preview-item = { $count } × { $letter }
selection-no-letters = No applicant in { $programme } is waiting for a letter. Decide first with `applications accept`, `applications waitlist` and `applications decline`.
selection-send-sure =
    I'm about to send the letters from { $programme }: { $accepted } accepted, { $waiting } on the waiting list, { $declined } declined.

    Shall I send them?
    .send = Send
    .leave = Don't send
# $count: how many.
selection-sent = { $count ->
        [one] One letter is on its way. It arrives at the next suitable time of day.
       *[other] { $count } letters are on their way. They arrive at the next suitable time of day.
    }
# $count: how many. The file has a letter for each.
selection-by-hand = { $count ->
        [one] One applicant has no account here, so I can't write to them. The letter is in the file. Please send it yourself, for example by e-mail. Write `applications show` and the number to see it again.
       *[other] { $count } applicants have no account here, so I can't write to them. The letters are in the file. Please send them yourself, for example by e-mail. Write `applications show` and the number to see one of them again.
    }
# $letter: the letter.
selection-handed-letter =
    { $name } has no account here, so this letter goes outside the chat:

    { $letter }
# $added: how many are new. $known: how many were there already. $list: what to type.
selection-imported = The applications to { $programme } have been read: { $added } new, { $known } that were there already. Write { $list } to see them.
# $columns: the names of the columns.
selection-import-ignored = These columns belong to no question, so I haven't kept what is in them: { $columns }.
# $to: the applicant's first name. $starts-on: the programme's first day.
selection-letter-accepted = Hello { $to }, we're glad to tell you that you have a place in { $programme }, as { $role }. The programme starts on { $starts-on }. I'll write to you again when it's clear who your mentor or adept will be.
# $place: the place on the waiting list.
selection-letter-waiting = Hello { $to }, thank you for your application to { $programme }. You are number { $place } on the waiting list. If a place opens, I'll write to you at once.
# $erased-on: the day on which the applicant's data is erased.
selection-letter-declined = Hello { $to }, thank you for your application to { $programme }. This time we couldn't offer you a place. It is no reflection on your abilities. On { $erased-on } I'll erase everything you wrote.
selection-letter-retracted = Hello { $to }, I told you earlier that you had a place in { $programme }. I'm sorry to say that it no longer stands. It is no reflection on your abilities. The programme leader can tell you more. On { $erased-on } I'll erase everything you wrote.
selection-letter-retracted-waiting = Hello { $to }, I told you earlier that you had a place in { $programme }. I'm sorry to say that it no longer stands, but you are on the waiting list. If a place opens, I'll write to you at once. The programme leader can tell you more.
# $left: the number of the application whose place has become free; the name may be erased. $promoted: who gets the place.
selection-promoted = A place in { $programme } has become free (application { $left }). { $promoted } gets it from the waiting list, and hears of it now.
# $send: what one types.
selection-promoted-untold = A place in { $programme } has become free (application { $left }). { $promoted } gets it from the waiting list, but hasn't heard of it yet. Write { $send } to send the letter.
selection-place-free = A place in { $programme } has become free (application { $left }). Nobody is on the waiting list for that place.
