### A word to the leaders, in confidence.
###
### $leader, $leaders, $others: what those are called who lead the programme.

# $command: what one types to say it in one's own words.
contact-ask-adept =
    What is it about? { $leaders } will read your answer. Your mentor won't hear of it.

    You can also use your own words: { $command }
    .talk = I'd like to talk to the programme leader
    .rematch = I'd like another mentor
    .stop = I'd like to stop
    .silent = My mentor doesn't answer
contact-ask-mentor =
    What is it about? { $leaders } will read your answer. Your adept won't hear of it.

    You can also use your own words: { $command }
    .talk = I'd like to talk to the programme leader
    .rematch = I'd like another adept
    .stop = I'd like to stop
    .silent = My adept doesn't answer
# $by: the day on which an answer has been promised.
contact-passed-on = Thank you for telling me. I'm passing it on to { $leader }, who will answer you by { $by }. Nobody else will hear of it.
contact-passed-on-to-all = Thank you for telling me. I'm passing it on to { $leader }, who will answer you by { $by }. It can also be read by { $others }, but by nobody else.
# $contact: whom to turn to.
contact-nobody-but = Nobody else leads { $programme } at the moment, so I haven't passed it on. Please turn to { $contact }.
contact-nobody = Nobody else leads { $programme } at the moment, so I haven't passed it on. Write { $help } to see what I can do.
