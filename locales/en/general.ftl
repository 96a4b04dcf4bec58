### What belongs to no one thing.
###
### $help, $command, $usage, $join: what to type.

## Help

# $lines: the commands.
general-help =
    Here is what I can help you with:

    { $lines }

    You can write in English or Swedish.
general-help-leader =
    Here is what I can help you with as a programme leader:

    { $lines }

    If you lead several programmes, end with the short name of the one you mean, for example `#trainees`.
# $contact: whom to turn to, with a telephone number or an address.
general-worries = Are you worried about yourself or somebody else? You can always turn to { $contact }. Call 112 if it's urgent.
# A line of the list. $what: what the command does.
general-help-line = { $command } – { $what }
# To somebody in no programme who asks for help.
general-help-stranger =
    Hello! I help mentors and adepts in mentorship programmes to meet regularly.

    If you have a code from a programme leader, write { $join } to me in a direct message, never in a channel.

## Not understood

general-not-understood = I didn't understand that. Write { $help } to see what I can do.
# $command: what may have been meant.
general-did-you-mean = I didn't understand that. Did you mean { $command }? You can also write { $help } to see what I can do.
# To somebody who says thanks.
general-welcome = You're welcome! Just write if there is anything else.
# To somebody who asks for help from a human. $names: the programme's leaders.
general-leaders = The programme is led by { $names }. Do get in touch with them directly if you'd like to talk to a human. To see what I can do, write { $help }
# After "Don't send".
general-not-sent = All right, I won't send it.
general-incomplete = Something is missing. Write it like this: { $usage }
general-too-much = There is more in that than I understand. Write it like this: { $usage }

## Not allowed, or not here

# To somebody in no programme who types something else.
general-stranger = You aren't in a mentorship programme here yet. If you have a code from a programme leader, write { $join } to me in a direct message, never in a channel.
general-leaders-only = Only programme leaders can do that.
general-pairs-only = Only mentors and adepts in a mentor pair can do that.
general-in-private = That's best done between you and me. Please write it to me in a direct message.
# Somebody presses a button that isn't for them.
general-written-directly = Let's do that between the two of us. I've sent you a direct message.
general-not-yours = That question is for someone else, so you can't answer it.
# Somebody presses an old button.
general-outdated = That question no longer applies. Either it has been answered or something has changed.

## Which one

general-nothing-asked = I'm not waiting for an answer from you at the moment. Write { $help } to see what I can do.
# $lines: the answers that there are.
general-no-such-answer =
    That isn't one of the answers. You can choose between:

    { $lines }
# One of them. $number: what can be typed instead. $label: what the button says.
general-answer = **{ $number }** { $label }
# $names: names of people or programmes. The buttons show them too.
general-which-one = More than one fits: { $names }. Which one do you mean?
# $questions: the questions that wait for an answer.
general-which-question =
    More than one question is waiting for your answer. Which one are you answering?

    { $questions }
# $slug: the short name of the programme.
general-not-led = You lead no programme called { $slug }. Write `programme list` to see yours.
general-not-in = You aren't in a programme called { $slug }. Leave out the # and the name, and I'll take the one that you're in.
# $ids: what each is called in the list of people.
general-several-people = Several people are called “{ $name }”, so I haven't done anything. Their ids are { $ids }. Please write the one you mean.
# $name: what was typed.
general-no-such-person = I can't find anyone called “{ $name }”. Please check the name and write it again.
# $nearest: somebody of a similar name.
general-no-such-person-but = I can't find anyone called “{ $name }”. Did you mean { $nearest }?
general-no-such-programme = I can't find a programme called “{ $name }”. Please check the name and write it again.

## Messages and files that can't be used

# The message was encrypted, and the key for it hasn't come.
general-unreadable = I couldn't read your last message, because not all of it has reached me. Please send it again.
# Something in what is stored about the person or the programme can't be read.
general-broken = Something is wrong on my side, and I couldn't do that. Please tell a programme leader, or whoever looks after me.
# A picture, a voice message, a sticker or the like.
general-words-only = I only understand text, not pictures, voice messages or the like. Programme leaders can also send me files. Write { $help } to see what I can do.
# The person has edited a message.
general-correction = I can't follow edits to messages that were already sent. If you'd like to change something, please write it in a new message.
# $megabytes: how large a file can be.
general-file-too-large = That file is too large. It can be at most { $megabytes } MB.
# $name: the file's name.
general-unknown-file = I don't know what to do with { $name }. I can use lists of people (CSV) and programme files (TOML).
# $most: how many characters there can be.
general-too-long = { $most ->
        [one] That is too long. Please write at most one character.
       *[other] That is too long. Please write at most { $most } characters.
    }

## How it stands, to a mentor or an adept

# $lines: the lines below, as many as apply.
general-status =
    This is how things stand:

    { $lines }
# $with: the other one of the two. $programme: the programme's name.
general-status-pair = **{ $with }** in { $programme }
general-status-meeting = Next meeting: { $at }
general-status-meeting-sometime = Your next meeting is booked, but I don't know the time.
# $command: what to type to book one.
general-status-no-meeting = Your next meeting isn't booked. To book it, write { $command }
# $held, $wanted: how many meetings there were, and how many there should be in all.
general-status-held = Meetings held: { $held } of { $wanted }
general-status-waiting = I'm waiting for your answer to a question.
# $command: what to type to end the break.
general-status-paused = You're on a break. To start again, write { $command }
general-status-programme-paused = The programme leader has paused { $programme }, so I'm not reminding you at the moment.
# The other one of the two takes a break, which isn't ours to tell.
general-status-stopped = Your mentor pair is paused, so I'm not reminding you at the moment.
# $on: the first day.
general-status-not-started = { $programme } starts on { $on }.
# $on: the last day.
general-status-over = { $programme } is over. Its last day was { $on }.
general-status-unpaired = You don't have a mentor or an adept in { $programme } yet. I'll write to you when you do.

# Buttons when several questions wait: what a question is about.
general-about-meeting = The meeting on { $on } with { $with }
general-about-next-meeting = The next meeting with { $with }
general-about-pair = { $mentor } and { $adept }
general-about-proposal = About being a pair with { $with }
# Words that need no translation, such as the name of a language.
general-plain = { $words }

## When the bot comes to a server

general-arrived =
    Hello! I help mentors and adepts in mentorship programmes to meet regularly.

    I have everything I need here. Are you going to lead a programme? Send me { $create } as a direct message. If a programme leader has given you a code, send me { $join }
general-lacks-channels = Hello! Each mentor pair gets a place of its own to talk, and for that I need to see at least one text channel. The permission is called **View Channels**, and you can grant it in the server's settings, under Roles. I'll write here once I have it.
general-lacks-threads = Each mentor pair gets a place of its own to talk, and for that I need to create private threads in at least one text channel. The permission is called **Create Private Threads**, and you can grant it in the server's settings, under Roles. I'll write here once I have it.
general-lacks-writing = To write to a mentor pair in their thread I need the permission **Send Messages in Threads**. You can grant it in the server's settings, under Roles. I'll write here once I have it.
general-lacks-history = To see what I have said already, so that nothing is said twice, I need the permission **Read Message History**. You can grant it in the server's settings, under Roles. I'll write here once I have it.
