### Looking back on the co-operation, in the conversation after a meeting. The answers are private notes
### that the person may share.

# At halftime, to both. $with: the first name of the other.
reflection-ask-cooperation =
    Half of the programme is behind you.

    What would you and { $with } like to do more of, less of, or start doing? Write your answer here. Only you can see it, unless you choose to share it with { $with }.
    .skip = Not now
# To mentors, at halftime and at the end.
reflection-ask-learning =
    A question about yourself: what have you learnt from being a mentor?

    Write your answer here. Only you can see it, unless you choose to share it.
    .skip = Not now
# $number: the number of the note that the answer is kept as.
reflection-ask-share =
    Thank you. I've kept your answer as note { $number }, which only you can read.

    Would you like to share it with { $with }?
    .share = Yes, share it
    .keep = No, keep it to myself
reflection-shared = I'm passing your answer on to { $with }. It may be a good thing to talk about the next time you meet.
reflection-kept-to-oneself = That's fine. It's among your notes, and only you can read it.
reflection-skipped = That's fine.
# To the other of the two. $by: who shares it.
reflection-told = { $by } has been looking back and wants to share something with you: hidden
# $words: what the person wrote.
reflection-told-open =
    { $by } has been looking back and wants to share this with you:

    { $words }
reflection-told-shut = { $by } wanted to share something with you about your meetings, but has erased it since.
