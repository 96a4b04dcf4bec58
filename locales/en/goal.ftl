### An adept's goals.
###
### $with: the other of the pair. $number: the number of the goal. $step: that of the step. $words: what the goal or the step says. $list, $add, $share, $remove, $edit, $done: what one types. $stage: halftime or the end. $score: how far it came.

goal-kept =
    Good, that is goal { $number }. Only you see it. Write { $share } if you want { $with } to see it too.
    .help = Make it clearer
goal-help =
    Five questions that can make the goal “{ $words }” clearer. You needn't answer them here.

    - Specific: what is it that you want to reach?
    - Measurable: how will you notice that you are there?
    - Accepted: is it your own goal?
    - Realistic: can it be reached during the programme?
    - Time-bound: when do you want to be there?

    Write { $edit } when you want to change goal { $number }.
# $most: how many one can have.
goal-too-many = You have { $most } goals, and I can't keep more. Write { $remove } to erase one first.
goal-nothing = You haven't set a goal yet. Write { $add } when you want to. It is good to get to know each other first.
# $lines: the goals, with their steps below.
goal-list =
    Your goals:

    { $lines }
# $lines: the goals, with their steps below.
goal-list-shared =
    Goals that { $with } shares with you:

    { $lines }
goal-none-shared = { $with } hasn't shared a goal with you yet.
# $weight: how much it counts.
goal-item = **{ $number }** { $words } (weight { $weight })
goal-item-own = **{ $number }** { $words } (weight { $weight }, seen by you alone)
goal-item-shared = **{ $number }** { $words } (weight { $weight }, { $with } sees it)
goal-item-step = { $number }, step { $step }: { $words }
goal-item-step-done = { $number }, step { $step }: { $words } – done
goal-item-score = { $number }, { $stage }: { $score }
goal-attainment = All goals together, { $stage }: { $score }. 50 means that it went as expected.
## Before a meeting, each in a line

goal-brief-own = Your goal { $number }: { $words }
goal-brief-own-step = Your goal { $number }: { $words }. Next step: { $step }
goal-brief-shared = { $with } would like to achieve: { $words }
goal-set-first = Have you thought about what you'd like to achieve? Write { $add } and your goal. Only you will see it, unless you share it.
goal-revisit = It has been a while since anything happened with your goals. Write { $step }, the goal's number and the next step.
# $rate: what one types.
goal-score-halftime = More than half of your time has passed. Write { $rate } and the goal's number to say how far you have come.
goal-score-close = You don't have much time left. Write { $rate } and the goal's number to say how far you got.

goal-reworded = Goal { $number } is now: { $words }
# $weight: how much it counts.
goal-weighed = Goal { $number } now counts { $weight }. That matters when the goals are put together.
# $example: a whole example.
goal-no-such-weight = A goal can count 1, 2 or 3. Write for example { $example }
goal-step-added = Step { $step } of goal { $number } is kept. Write { $done } when you have reached it.
# $most: how many there can be.
goal-too-many-steps = The goal has { $most } steps, and I can't keep more.
goal-no-such-step = Goal { $number } has no step { $step }. Write { $list } to see them.
goal-step-done = Well done! Step { $step } of goal { $number } is reached: { $words }
goal-shared = { $with } now sees goal { $number }. Write { $share } once more to stop sharing it.
goal-unshared = Only you see goal { $number } now. { $with } doesn't any longer.
goal-ask-score = How far did you get with “{ $words }”?
goal-scored = Thank you! Goal { $number }, { $stage }: { $score }.
goal-removed = Goal { $number } is erased.
goal-no-such = There is no goal number { $number }. Write { $list } to see those that there are.
goal-adepts-only = Goals belong to the adept, so only { $with } can change them. Write { $list } to see those that { $with } shares with you.
# $count, $shared, $scored: how many goals, how many the mentor sees, how many are scored.
goal-numbers = Goals: { $count }, shared with the mentor: { $shared }, scored: { $scored }.
goal-much-less = −2 much less than expected
goal-less = −1 less than expected
goal-as-expected = 0 as far as expected
goal-more = +1 more than expected
goal-much-more = +2 much more than expected
goal-at-halftime = halftime
goal-at-close = the end
