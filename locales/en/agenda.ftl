### Questions that the two might talk about when they meet, each in a line. Nobody has to use them.
###
### $with: what the other is called.

# $lines: the reader's own last note, the goals, and questions from below.
agenda-card =
    For your next meeting with { $with }:

    { $lines }

## The first meeting: they get to know each other

agenda-story = What has brought each of you to where you are today?
agenda-at-your-best = When are you at your best?
agenda-hopes = What does each of you hope for?

## The second meeting: where to go

agenda-wish = What would you like to be able to do, or to have done, when the programme ends?
agenda-because = Why does that matter to you just now?
agenda-first-step = What would be a good first step?
agenda-ask-wish = Ask what { $with } would like to have achieved when the programme ends.
agenda-ask-because = Ask why that matters to { $with } just now.
agenda-ask-tried = Ask what { $with } has tried already, before you give advice.

## On the way

agenda-since = What has happened since last time?
agenda-learnt = What did you learn from it?
agenda-next-step = What is the next step, and when will you take it?
agenda-ask-avoids = Ask whether there is something { $with } is putting off, and what would happen if it were done.
agenda-ask-evidence = Ask what speaks for the next step, and what speaks against it.
agenda-ask-smallest = Ask what is the smallest step { $with } can take before you meet again.
agenda-hardest = What is hardest just now?
agenda-who-else = Who else could help you with it?
agenda-ask-advice = Ask what { $with } would advise somebody else in the same situation to do.
agenda-ask-otherwise = Ask how somebody who disagrees with { $with } would see it.
agenda-own-learning = What have you learnt yourself from the meetings?

## Halftime

agenda-more-and-less = What would you like to do more of, less of, or start doing?
agenda-still-agreed = Does your agreement still fit?
agenda-how-far = How far have you come towards the goals?

## Towards the end

agenda-given = What has the mentoring given you?
agenda-go-on = How will each of you go on from here?
agenda-stay-in-touch = Would you like to stay in touch, and if so, how?
