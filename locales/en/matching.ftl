### Who suits whom, and why.
###
### $mentor, $adept, $name: names. $programme: the programme's name.

## Why two suit each other
## A sentence each, below the names of the two.

# The list of people, or the leader, had already put the two together.
matching-reason-fixed = This was decided beforehand.
# $topics: what it is, in the adept's own words.
matching-reason-offers = The mentor offers what the adept wants more of: { $topics }.
# $city: where.
matching-reason-city = Both live in { $city }.
# $question: the question in the application; $answers: what both have answered.
matching-reason-answers = The same answer to “{ $question }”: { $answers }.
# $languages: which.
matching-reason-languages = Both speak { $languages }.
matching-reason-none = Nothing in particular brings them together, and nothing speaks against it.

## Why somebody is left without anybody
## A sentence each, after the person's name.

matching-why-no-room = Takes no adepts this time.
matching-why-no-adepts = There is no adept to be matched with.
matching-why-no-mentors = There is no mentor who has room for an adept.
# $possible: how many would have suited.
matching-why-adepts-taken = { $possible ->
        [one] One adept would have been possible, and has another mentor now.
       *[other] { $possible } adepts would have been possible, and have other mentors now.
    }
matching-why-mentors-taken = { $possible ->
        [one] One mentor would have been possible, and has no room left.
       *[other] { $possible } mentors would have been possible, and have no room left.
    }
# $of: how many there are. $bars: what stands in the way, of which the following are the parts.
matching-why-no-adept-fits = { $of ->
        [one] The only adept isn't possible. { $bars }
       *[other] None of the { $of } adepts is possible. { $bars }
    }
matching-why-no-mentor-fits = { $of ->
        [one] The only mentor isn't possible. { $bars }
       *[other] None of the { $of } mentors is possible. { $bars }
    }
# $count: how many there are of this sort. Nobody is to learn who ruled out whom.
matching-bar-ruled-out = Ruled out beforehand: { $count }.
matching-bar-organisation = From the same organisation: { $count }.
matching-bar-language = No language in common: { $count }.

## To leaders: who is put together

# $count: how many pairs. $lines: the pairs. $avoid, $publish: what to type.
matching-proposed =
    My proposal for { $programme } is { $count ->
        [one] one mentor pair
       *[other] { $count } mentor pairs
    }. Only programme leaders see it.

    { $lines }

    If two don't suit each other, write { $avoid }. When everything is right, write { $publish }.
matching-proposed-file =
    My proposal for { $programme } is { $count } mentor pairs. They are in the attached file, and only programme leaders see them.

    If two don't suit each other, write { $avoid }. When everything is right, write { $publish }.
# A line in that list. $reasons: sentences from the beginning of this file.
matching-item = **{ $mentor }** and **{ $adept }**. { $reasons }
# $count: how many people. $lines: the people.
matching-left-over =
    { $count ->
        [one] One person is without a mentor or an adept:
       *[other] { $count } people are without a mentor or an adept:
    }

    { $lines }
# A line in that list. $role: mentor or adept. $why: a sentence from the beginning of this file.
matching-left-item = **{ $name }** ({ $role }). { $why }
matching-nobody-to-match = Nobody in { $programme } is without a mentor or an adept.
matching-nothing-possible = I can't put any two people together in { $programme }. Below is the reason for each of them.
# $places: how many places with mentors there are, or adepts. $most: how many I can match at once.
matching-too-many = There are { $places } people or places to match, and I can manage { $most } at once. Please lower the numbers in the column `capacity`, or divide the programme.

## To leaders: changes to the proposal. The new proposal follows.

matching-locked = { $mentor } and { $adept } are locked as a pair.
matching-avoided = { $mentor } and { $adept } won't be put together.
# Asks the leader once more.
matching-avoid-sure =
    { $mentor } and { $adept } have already been asked whether they want to be a pair. If they are kept apart, both hear that it won't happen.

    Shall I take the question back?
    .apart = Take it back
    .leave = Leave it
matching-allowed = { $mentor } and { $adept } are no longer locked or kept apart.
# $first, $second: two mentors, or two adepts.
matching-swapped = { $first } and { $second } have changed places.
# Stands after two were locked, or have changed places.
matching-despite-apart = Please note that { $mentor } and { $adept } had been kept apart. They're locked now instead.
matching-despite-organisation = Please note that { $mentor } and { $adept } are from the same organisation.
matching-despite-language = Please note that { $mentor } and { $adept } have no language in common on the list.
# Somebody doesn't want it, or one is the other's manager. Which, nobody is to learn from this.
matching-ruled-out = { $mentor } and { $adept } can't be put together: that has been ruled out.
matching-already-asked = { $name } has already been asked about somebody and hasn't answered. Write `match show` to see who it is.
matching-cannot-swap = I can't let { $first } and { $second } change places. Please name two mentors or two adepts from the proposal, each with only one partner there, or use `match lock` instead.

## To leaders: sending it out

# $count: how many. $send: what one types.
matching-letters-first = { $count ->
        [one] One person has been accepted but hasn't had the letter.
       *[other] { $count } people have been accepted but haven't had their letters.
    } Send the letters with { $send }, then ask for a new proposal.
# $count: how many pairs.
matching-publish-sure =
    I'm about to ask { $count ->
        [one] the two people in one mentor pair
       *[other] the people in { $count } mentor pairs
    } in { $programme } whether they would like to be a pair. Each of them gets a message of their own, with the reasons.

    Shall I send them?
    .send = Send
    .leave = Don't send
# $propose: what to type.
matching-nothing-to-publish = There is no proposal yet. Write { $propose } and I'll make one.
matching-published = { $count ->
        [one] One mentor pair will be asked at the next suitable time of day.
       *[other] { $count } mentor pairs will be asked at the next suitable time of day.
    } Write `match show` to see what they answer.
# $names: who it is.
matching-not-joined = { $names } can't be asked before they have joined. Write `people invite` to get codes for them.

# $count: how many pairs. $lines: the pairs.
matching-asked =
    { $count ->
        [one] One mentor pair has
       *[other] { $count } mentor pairs have
    } been asked in { $programme }:

    { $lines }
# $state: one of the following.
matching-asked-item = { $mentor } and { $adept }: { $state }
# $since: the day.
matching-state-waiting = asked on { $since }, neither has answered
# $name: who it was.
matching-state-one-agreed = { $name } has said yes, the other hasn't answered
matching-state-declined = { $name } has said no
matching-state-withdrawn = taken back
matching-state-agreed = both have said yes

# $name: who declined. $with: the other. $propose: what to type.
matching-declined =
    { $name } has said no to being a pair with { $with } in { $programme }. Both are free to be matched again, and { $with } only knows that it came to nothing.

    Write { $propose } when you want a new proposal.
# $words: what $name wrote.
matching-declined-because =
    { $name } tells you why it won't be a pair with { $with }. Only programme leaders see this:

    { $words }
# $show: what to type.
matching-all-answered = Everyone who was asked in { $programme } has answered. Write { $show } to see the result.

## To the two who are asked

# $to: the reader's first name. $reasons: sentences from below.
matching-ask-mentor =
    Hello { $to }, we suggest that you become the mentor of { $adept } in { $programme }.

    { $reasons }

    Would you like that?
    .yes = Yes, I'd like that
    .no = No, not this time
    .more = Tell me more
matching-ask-adept =
    Hello { $to }, we suggest { $mentor } as your mentor in { $programme }.

    { $reasons }

    Would you like that?
    .yes = Yes, I'd like that
    .no = No, not this time
    .more = Tell me more
matching-ask-mentor-again =
    Hello { $to }, I asked whether you'd like to be a mentor to { $adept } in { $programme }, and you haven't answered yet. It's perfectly all right to say no.

    Would you like that?
    .yes = Yes, I'd like that
    .no = No, not this time
    .more = Tell me more
matching-ask-adept-again =
    Hello { $to }, I asked whether you'd like { $mentor } as your mentor in { $programme }, and you haven't answered yet. It's perfectly all right to say no.

    Would you like that?
    .yes = Yes, I'd like that
    .no = No, not this time
    .more = Tell me more
# To leaders. $names: who hasn't answered.
matching-unanswered = The question to { $mentor } and { $adept } in { $programme } hasn't been answered, although I've reminded them. I'm waiting for { $names }. Please get in touch with them, or write { $avoid } to withdraw the suggestion.
# $with: the other's first name. $lines: what they have told.
matching-more =
    This is what I know about { $with }:

    { $lines }

    Would you like to be a pair?
    .yes = Yes, I'd like that
    .no = No, not this time
# $topics: in the other's own words.
matching-tell-offers = Offers: { $topics }
matching-tell-wants = Wants more of: { $topics }
matching-tell-city = Lives in { $city }
matching-tell-languages = Speaks { $languages }
matching-tell-nothing = Nothing more than the name so far. The programme leader can tell you more.
# Why the reader suits the other. $topics: in the adept's own words.
matching-mentor-offers = { $adept } wants more of something you can offer: { $topics }.
matching-adept-wants = { $mentor } offers something you want more of: { $topics }.
matching-both-city = You both live in { $city }.
matching-both-languages = You both speak { $languages }.
matching-both-chosen = The programme leader thinks you two would work well together.

# $with: the other's first name.
matching-waiting = Thank you! I'll write to you as soon as { $with } has answered too.
matching-settled = It's settled: you and { $with } are a mentor pair. I'll introduce you to each other at the next suitable time of day.
# $starts-on: the programme's first day.
matching-settled-until = It's settled: you and { $with } are a mentor pair. I'll introduce you to each other when the programme starts on { $starts-on }.
matching-declined-why =
    Thank you for telling me. The other person only learns that it came to nothing.

    Would you like to say why? Write it here. Only those who lead the programme see it.
    .rather-not = Rather not say
matching-no-reason = That's fine. The programme leader will look for somebody else for you.
matching-reason-passed-on = Thank you, I've passed that on to the programme leader.
# $with: the other. It must not be possible to tell who said no.
matching-not-matched = You and { $with } won't be a mentor pair in { $programme } after all. That has nothing to do with you as a person. The programme leader is looking for somebody else for you.
# The same to somebody who has another mentor or adept by now.
matching-not-matched-now = You and { $with } won't be a mentor pair in { $programme } after all. That has nothing to do with you as a person.
