### Applying to a programme, in a conversation with the bot.
###
### $programme: the programme's name. $apply, $withdraw, $show, $close: what to type.

## Before the first question

# $lines: the programmes.
application-which-programme =
    Which programme do you mean?

    { $lines }
# A line in that list.
application-open-item = **{ $programme }**: write { $apply }
# Said to strangers who ask for help. $lines: the programmes.
application-can-apply =
    You can apply here:

    { $lines }
application-none-open = There is no programme that you can apply to here at the moment. If you have been told otherwise, please ask whoever leads the programme.
application-not-open = You can't apply to { $programme } at the moment, so I haven't changed anything. If that surprises you, please ask whoever leads the programme.
application-takes-part = You are already in { $programme } and don't need to apply.
# Said where others listen.
application-in-direct = I've written to you in a direct message, where nobody else can read it.

## The questions

application-ask-role =
    It's good that you want to apply to { $programme }. I'll ask one question at a time. You can stop whenever you like and come back: I keep what you have answered.

    How would you like to take part?
    .adept = As an adept
    .mentor = As a mentor
# $purpose: what the programme is for, in the organiser's words.
application-ask-role-for =
    It's good that you want to apply to { $programme }.

    { $purpose }

    I'll ask one question at a time. You can stop whenever you like and come back: I keep what you have answered.

    How would you like to take part?
    .adept = As an adept
    .mentor = As a mentor
# Where the adepts are minors. $leaders: who leads the programme. $number: the number of the application.
application-ask-consent =
    The adepts in { $programme } are under 18. That's why a parent or guardian has to say yes before I ask you anything more.

    Please have a parent or guardian get in touch with { $leaders } and say that it's about application number { $number }. I'll write to you when that's done.
    .back = Back
application-consent-given = Your parent or guardian has said yes. Write { $apply } and we'll go on with your application to { $programme }.
# To leaders. $name: what the applicant is called in the chat. $record: what to type.
application-consent-wanted = { $name } wants to apply to { $programme } as an adept and needs the consent of a parent or guardian. The application has number { $number }. When a parent or guardian has said yes, write { $record }
# $words: what the organiser does with what people write. $version: which version of it.
application-ask-notice =
    Before we go on, this is how the organiser of { $programme } handles what you write (version { $version }):

    { $words }

    Those who lead the programme see your name and your answers. Whoever is suggested as your mentor or adept sees what you want more of or can offer, where you live and what you speak.

    Please don't write other people's names, and nothing about health, religion, politics or crime. Your answers are never used in salary reviews or hiring.

    Do you accept this?
    .accept = Yes, I accept it
    .refuse = No, stop here
    .back = Back
# $known: the name that the chat shows.
application-ask-name =
    What is your name? Write it as you want your mentor or adept to see it, or keep **{ $known }**.
    .keep = Keep it
    .back = Back
# $number: which question it is. $of: of how many. $words: the question, in the organiser's words.
application-ask-choice =
    Question { $number } of { $of }

    { $words }
    .skip = Skip
    .back = Back
application-ask-choices =
    Question { $number } of { $of }

    { $words }

    You can choose several. Press one after the other, or write their numbers with commas between them.
    .skip = Skip
    .back = Back
# $chosen: what is chosen so far.
application-ask-more =
    Question { $number } of { $of }

    { $words }

    Chosen so far: { $chosen }. Press one again to take it away.
    .done = That's all
    .back = Back
application-ask-text =
    Question { $number } of { $of }

    { $words }

    Write your answer here.
    .skip = Skip
    .back = Back
# $least, $most: the smallest and the largest number.
application-ask-number =
    Question { $number } of { $of }

    { $words }

    Write a number from { $least } to { $most }.
    .skip = Skip
    .back = Back
application-ask-topics =
    Question { $number } of { $of }

    { $words }

    Write a few words for each, with commas between them, for example: leading others, a wider network.
    .skip = Skip
    .back = Back

## Answers that aren't any

application-not-among-them = That isn't one of the answers. Please press one of them, or write it or its number.
application-no-number = I need a whole number from { $least } to { $most } there.
# $most: how many are kept.
application-too-many = That is more than I can keep. Please write { $most } at most.
application-nothing = I need an answer to this one before we go on.

## The summary

# $role: adept or mentor. $name: the applicant's name. $lines: the questions with their answers.
application-summary =
    This is your application to { $programme }, { $name }, as { $role }:

    { $lines }

    Is everything right? To change answer 2, for example, write `change 2`.
    .send = Send the application
    .back = Back
application-summary-sent =
    You have sent this application to { $programme }, { $name }, as { $role }:

    { $lines }

    To change answer 2, for example, write `change 2`. To take the application back, write { $withdraw }.
# $question: the question. $answer: what was answered.
application-summary-item = **{ $number }.** { $question } – { $answer }
application-summary-skipped = **{ $number }.** { $question } – no answer
# $number: the number of the application. $lines: some of the following.
application-receipt =
    Thank you! Your application to { $programme } has arrived. It has number { $number }.

    { $lines }
# $on: the last day.
application-until-then = You can change your answers until { $on }: write { $apply }
# $on: the last day.
application-hears-by = You will hear from us by { $on }
application-can-withdraw = To take it back, write { $withdraw }
# $lines: some of the above. $apply: what to type.
application-with-leaders =
    Your application to { $programme } has arrived.

    { $lines }
application-only-begun = You've begun an application to { $programme }. Write { $apply } to go on.
# $question: which question it was.
application-changed = I've changed your answer to “{ $question }”.
application-nothing-kept = That's fine. I haven't kept anything of what you wrote. You are welcome back if you change your mind.

# To somebody who has begun an application. $on: the last day. $erased-on: when what isn't sent is erased.
application-last-day-near = You've begun an application to { $programme } and haven't sent it. The last day is { $on }. Write { $apply } if you'd like to go on. If you don't, what you've answered is erased on { $erased-on }.
# To leaders. $count: how many have applied. $list: what to type. $result-on: when everybody has heard.
application-last-day-passed = { $count ->
        [0] The last day to apply to { $programme } has passed. No application has come in.
        [one] The last day to apply to { $programme } has passed. One application has come in. Write { $list } to see it.
       *[other] The last day to apply to { $programme } has passed. { $count } applications have come in. Write { $list } to see them.
    }
application-last-day-passed-until = { $count ->
        [0] The last day to apply to { $programme } has passed. No application has come in.
        [one] The last day to apply to { $programme } has passed. One application has come in. Write { $list } to see it. The applicant is to hear by { $result-on }.
       *[other] The last day to apply to { $programme } has passed. { $count } applications have come in. Write { $list } to see them. Everybody is to hear by { $result-on }.
    }

## Taking it back

application-withdraw-sure =
    Do you want to take back your application to { $programme }? Then I erase all your answers, and that can't be undone.
    .withdraw = Take it back
    .keep = Keep it
application-withdrawn = Your application to { $programme } is withdrawn, and everything that you had answered is erased.
application-in-pair = You are in a mentor pair in { $programme }, so your application can't simply be taken back. Please talk to the programme leader, who will help you end it well.
application-nothing-to-withdraw = You have no application here that could be taken back.

## To leaders

application-opened = People can apply to { $programme } now. Below is an invitation for you to post where they see it. To stop, write { $close }.
application-invitation =
    You can apply to **{ $programme }** now, as a mentor or an adept. Write { $apply } to me in a direct message, and I'll ask you a few questions.
# $closes-on: the last day.
application-invitation-before =
    You can apply to **{ $programme }** now, as a mentor or an adept. The last day is { $closes-on }. Write { $apply } to me in a direct message, and I'll ask you a few questions.
# $purpose: what the programme is for, in the organiser's words.
application-invitation-for =
    You can apply to **{ $programme }** now, as a mentor or an adept.

    { $purpose }

    Write { $apply } to me in a direct message, and I'll ask you a few questions.
# $closes-on: the last day.
application-invitation-until =
    You can apply to **{ $programme }** now, as a mentor or an adept. The last day is { $closes-on }.

    { $purpose }

    Write { $apply } to me in a direct message, and I'll ask you a few questions.
application-no-questions = The programme's file doesn't say yet what applicants are asked. Write { $show } to get the file, fill in the part `[recruitment]` and send it back to me.
# $closes-on: the last day.
application-past-last-day = The last day to apply was { $closes-on }. Write { $show } to get the programme's file, change `closes` in it and send it back to me.
# $count: how many have applied.
application-closed = { $count ->
        [0] Nobody can apply to { $programme } any longer. No application has come in.
        [one] Nobody can apply to { $programme } any longer. One application has come in.
       *[other] Nobody can apply to { $programme } any longer. { $count } applications have come in.
    }
application-not-open-anyway = Applications to { $programme } are closed already.
