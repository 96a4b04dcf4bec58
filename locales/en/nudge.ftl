### Questions that the bot asks by itself, in a direct conversation with one person. The buttons
### stand under each of them.
###
### $to: the receiver's first name. $with: the name of the other one of the two.

## The next meeting. Both are asked, once and with two reminders, so none of this may sound like a
## reproach: perhaps they are only waiting for each other.

# Asks for the first meeting of the two.
nudge-book-first =
    Hello { $to }, it's time to book your first meeting with { $with }. At the start it's a good idea to book at least three meetings at once. That makes it easier to meet regularly.

    Have you booked a time?
    .booked = We've booked
    .not-yet = Not yet
# Asks for the next meeting after one that was held.
nudge-book-next =
    Hello { $to }, it's time for your next meeting with { $with }.

    Have you booked a time?
    .booked = We've booked
    .not-yet = Not yet
# The first reminder, of the first meeting or of a later one.
nudge-book-again =
    Hello again, { $to }. I don't know of a booked time for you and { $with } yet.

    Have you found a time for your next meeting?
    .booked = We've booked
    .not-yet = Not yet
# The second and last reminder.
nudge-book-last =
    Hello { $to }, this is my last reminder about your next meeting with { $with }. If it isn't booked, I'll tell your programme leader, who may be able to help you find a time.

    Have you booked a time?
    .booked = We've booked
    .not-yet = Not yet
# To somebody with several mentors or adepts: all their next meetings in one question.
# $with: a list of names. $name: one of them.
nudge-book-several =
    Hello { $to }, it's time for your next meetings with { $with }.

    Who have you booked a time with? If you haven't booked with anyone yet, you don't need to answer.
    .booked-with = Booked with { $name }

nudge-book-several-last =
    Hello { $to }, this is my last reminder about your next meetings with { $with }. If they aren't booked, I'll tell your programme leader, who may be able to help you find times.

    Who have you booked a time with?
    .booked-with = Booked with { $name }

## Whether a meeting was held. Both are asked. The last paragraph says who sees the answer.

# After a meeting whose time was known. $on: its day.
nudge-did-meet =
    Hello { $to }, you and { $with } had a meeting booked. Did you meet on { $on }?

    The programme leader sees your answer and your name.
    .held = Yes
    .rebooked = Not yet, but we've booked a time
    .not-held = No
    .paused = We've paused
# The same as a reminder. $on: its day.
nudge-did-meet-again =
    Hello again, { $to }. I'd still like to know how it went for you and { $with }. Did you meet on { $on }?

    The programme leader sees your answer and your name.
    .held = Yes
    .rebooked = Not yet, but we've booked a time
    .not-held = No
    .paused = We've paused
# They said that they had booked, but not when. $since: the day on which they said so.
nudge-have-met =
    Hello { $to }, you and { $with } had booked a meeting, but I don't know for when. Have you met since { $since }?

    The programme leader sees your answer and your name.
    .held = Yes
    .rebooked = Not yet, but we've booked a time
    .not-held = No
    .paused = We've paused
# The same as a reminder. $since: the day on which they said so.
nudge-have-met-again =
    Hello again, { $to }. I'd still like to know how it's going for you and { $with }. Have you met since { $since }?

    The programme leader sees your answer and your name.
    .held = Yes
    .rebooked = Not yet, but we've booked a time
    .not-held = No
    .paused = We've paused
# The other has said that they met, before anybody asked.
nudge-met-too =
    Hello { $to }, { $with } says that you met on { $on }. Is that right?

    The programme leader sees your answer and your name.
    .held = Yes
    .not-held = No
