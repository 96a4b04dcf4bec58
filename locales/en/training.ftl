### What mentors, adepts and leaders read before they begin, one text at a time.
###
### $programme: the programme's name. $number: which text in the row. $of: how many there are.

# To everybody.
training-first-meeting =
    Text { $number } of { $of } before { $programme }: the first meeting

    The first meeting is for getting to know each other. Talk about how you came to be here, what you enjoy and what you hope for. Goals can wait; they turn out better once you know who you are doing this with. Before you part, decide when you'll meet again.

    To think about: what would you like the other person to know about you after the first hour?
    .done = Done
# To mentors.
training-listening =
    Text { $number } of { $of } before { $programme }: listening

    Most of mentoring is listening. Wait until the other person has finished thinking, even when it goes quiet. Say in your own words what you heard, and check that you understood. Advice can nearly always wait until next time, and by then it may not be needed.

    To think about: when did somebody listen to you so well that you found the answer yourself?
    .done = Done
# To mentors.
training-questions =
    Text { $number } of { $of } before { $programme }: questions that challenge

    A good question is short and can't be answered with yes or no: what have you tried, what is the worst that could happen, what would you say to a friend in your place. “Why” easily sounds like an accusation; “how did that come about” doesn't. And say so, kindly, when you think your adept is letting themselves off too lightly.

    To think about: which question do you wish somebody had asked you ten years ago?
    .done = Done
# To adepts.
training-goals =
    Text { $number } of { $of } before { $programme }: setting goals

    The goals are yours. Begin with what bothers you or what draws you, and write it down so that you'll notice when you get there. One or two goals go a long way. They may change when you have learnt something along the way; that isn't failing.

    To think about: what would you like to be able to do in six months that you can't do today?
    .done = Done
# To everybody.
training-confidentiality =
    Text { $number } of { $of } before { $programme }: trust

    What a mentor and an adept say to each other stays between them, during the programme and afterwards, even what seems harmless. Ask before you pass anything on. The exception is when somebody is in danger or the law requires it, and it is fair to say so at the very first meeting.

    To think about: what do you need to hear yourself before you dare to talk about something difficult?
    .done = Done
# To everybody.
training-difficulties =
    Text { $number } of { $of } before { $programme }: when it doesn't work

    Sometimes a mentor and an adept don't suit each other, and it is nobody's fault. Say so early: that the meetings are petering out, that you want different things, that it feels stiff. Often it's enough to talk about how the two of you are getting on. If not, there is the programme leader, who can listen, suggest something or find somebody else.

    To think about: what would be the first sign that something isn't working?
    .done = Done
# To leaders.
training-leading =
    Text { $number } of { $of } before { $programme }: leading a programme

    Most pairs manage on their own, and a few need somebody to ask. Get in touch with those who have gone quiet before they get in touch with you, preferably by talking to them. Ask how they are getting on, not what they talk about. Nobody who wants a change should have to explain themselves.

    To think about: what makes somebody dare to tell you, of all people, that it isn't working?
    .done = Done
# $words: the programme's own text.
training-own =
    Text { $number } of { $of } before { $programme }

    { $words }
    .done = Done
# $lines: a link, something to think about.
training-own-more =
    Text { $number } of { $of } before { $programme }

    { $words }

    { $lines }
    .done = Done
# $link: the address.
training-link = Read more: { $link }
# $words: the question.
training-question = To think about: { $words }
training-done = Thank you! I've noted that you're done with it.
training-all-done = Thank you! You're done with all the texts now.

## To leaders

# $every: how many days lie between two texts. $lines: the texts.
training-show-before =
    This is what everybody can read before { $programme }, { $every ->
        [one] one text a day
        [2] one text every other day
       *[other] one text every { $every } days
    }:

    { $lines }

    Shall I begin to send them?
    .begin = Begin
    .later = Not yet
# $lines: the texts, with how many have read them.
training-show =
    This is how far people have come before { $programme }:

    { $lines }

    I don't show who has read what.
# $show: what to type to get the programme's file.
training-nothing = There is nothing to read before { $programme }. Write { $show } to get the file, and add something under `training`.
training-begun = Everybody in { $programme } now gets one text at a time. Those who join later start from the beginning.
# $what: what the text is about. $audience: whom it is for.
training-item = { $what }, { $audience }
# $sent: how many have been sent it. $done: how many have read it.
training-item-counted = { $what }, { $audience }: { $sent ->
        [0] nobody has been sent it yet
       *[other] sent to { $sent }, { $done ->
            [0] read by nobody yet
           *[other] read by { $done }
        }
    }
training-title-first-meeting = The first meeting
training-title-listening = Listening
training-title-questions = Questions that challenge
training-title-goals = Setting goals
training-title-confidentiality = Trust
training-title-difficulties = When it doesn't work
training-title-leading = Leading a programme
# $key: what the file calls it.
training-title-own = { $key }
training-for-all = for everybody
training-for-mentors = for mentors
training-for-adepts = for adepts
training-for-leaders = for leaders
