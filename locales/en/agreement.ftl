### The agreement: what the two of a mentor pair agree on at the start, step by step.
###
### $with: the other's first name. $agreement: what to type to see the agreement.

## The seven steps. Each of the two goes through them alone.

agreement-purpose =
    Step 1 of 7: why you meet

    { agreement-text-purpose }

    Do you agree?
    .agree = I agree
    .amend = Add something
# $meetings: how many meetings a pair should have. $months: how many months the programme lasts.
agreement-extent =
    Step 2 of 7: how often you meet

    { agreement-text-extent }

    Do you agree?
    .agree = I agree
    .amend = Add something
agreement-roles-mentor =
    Step 3 of 7: your roles

    { agreement-text-roles-mentor }

    Do you agree?
    .agree = I agree
    .amend = Add something
agreement-roles-adept =
    Step 3 of 7: your roles

    { agreement-text-roles-adept }

    Do you agree?
    .agree = I agree
    .amend = Add something
agreement-times =
    Step 4 of 7: times

    { agreement-text-times }

    Do you agree?
    .agree = I agree
    .amend = Add something
agreement-confidentiality =
    Step 5 of 7: in confidence

    { agreement-text-confidentiality }

    Do you promise that?
    .agree = I promise
    .amend = Add something
agreement-telling =
    Step 6 of 7: what others hear

    { agreement-text-telling }

    Do you agree?
    .agree = I agree
    .amend = Add something
# $ends-on: the programme's last day.
agreement-end =
    Step 7 of 7: looking back

    { agreement-text-end }

    Do you agree?
    .agree = I agree
    .amend = Add something
# Shown before a step to which the two have added something. $words: in their own words.
agreement-own =
    This is what you have added to the next step:

    { $words }

## What the steps say. These stand in the steps above, and in the agreement once it is agreed.

agreement-text-purpose = The adept's goals steer what you work on. You begin by getting to know each other, and the goals may grow out of the first meetings.
# $meetings: how many meetings a pair should have. $months: how many months the programme lasts.
agreement-text-extent = You aim for { $meetings } meetings in the { $months } months of the programme, most often at the start, and book at least three at once. How long they are, where you meet and how you keep in touch in between is up to you.
agreement-text-roles-mentor = { $with } sets the agenda: chooses what to talk about, and does the work between the meetings. You listen, ask, challenge and share, and don't make decisions for { $with }. Both of you get to learn something.
agreement-text-roles-adept = You set the agenda: you choose what to talk about, and do the work between the meetings. { $with } listens, asks, challenges and shares, and doesn't make decisions for you. Both of you get to learn something.
agreement-text-times = You prepare, come on time and keep what is booked. Whoever can't come says so as soon as they can and suggests another time.
agreement-text-confidentiality = What you say stays between you, during the programme and after it. The exceptions are when somebody is in danger, and what the law requires. This is a promise to each other, not a legal duty.
agreement-text-telling = The programme leader hears that you have met, and how it is working if one of you tells them. Nobody hears what you talk about. I don't read what you write to each other.
# $ends-on: the programme's last day.
agreement-text-end = Halfway through you talk about how it's going, and you may change this agreement whenever you like. The programme ends on { $ends-on }. Then you tell each other what you got out of it, and decide for yourselves whether to stay in touch.

## Additions

# $topic: what the step is about.
agreement-ask-addition =
    What would you like to add about { $topic }? Write it here. { $with } will see it and say what they think.
    .leave = Nothing after all
agreement-added = It's in the agreement now, and I'll let { $with } know.
# $topic: what the step is about. $words: what $with has added.
agreement-added-by-other =
    { $with } has added something to your agreement, about { $topic }:

    { $words }

    Write { $agreement } to say what you think.

## When one or both are done

agreement-waiting = Thank you! You have gone through all of it. I'll write to you both when { $with } has too.
agreement-your-turn = { $with } has gone through your agreement. Now it's your turn: write { $agreement }
# $mentor, $adept: their first names. $version: how many times they have agreed.
agreement-agreed = You agree now, { $mentor } and { $adept }. { $version ->
        [one] The agreement stands until you change it.
       *[other] It is version { $version }, and stands until you change it.
    }
# $version: which version. $on: the day. $lines: the steps.
agreement-show =
    You and { $with } agreed on { $on } (version { $version }):

    { $lines }

    If you want to change something, open it again. Then both of you go through it once more.
    .reopen = Open it again
# $topic: what the step is about. $text: what it says. $words: what the two have added.
agreement-show-step = **{ $topic }:** { $text }
agreement-show-step-own = **{ $topic }:** { $text } You've added: { $words }
# $topic: what the step is about.
agreement-show-topic = { $topic }
# $words: what the two have added.
agreement-show-own = { $topic }: { $words }
agreement-reopened = { $with } would like to change something in your agreement, so it is open again. Write { $agreement } to go through it.

# What a step is about, in the middle of a sentence.
agreement-topic-purpose = why you meet
agreement-topic-extent = how often you meet
agreement-topic-roles = your roles
agreement-topic-times = your times
agreement-topic-confidentiality = what stays between you
agreement-topic-telling = what others hear
agreement-topic-end = looking back
