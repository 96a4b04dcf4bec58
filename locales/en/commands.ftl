### What people type to the bot, and how help explains it.
###
### A command is a list of phrases, separated by |. The first one is how the bot itself puts it; the
### others are understood as well. Include both orders of the words (`meeting book`, `book
### meeting`). Capitals and accents make no difference. A phrase has five words at most.
### All languages are read at once, so that no phrase may stand for two commands, in whichever
### languages.
###
### .verb: the first of the phrases again, for when the bot itself puts a command together.
### .slash: the same in a menu of commands, where the words are chosen and not typed: one word, or two
### of which the first is the same for all commands about the same thing. Small letters; where a word
### is several, with hyphens. Typed without the hyphens it must mean the same command.
### .usage: what to type. Words in capitals stand for what the person puts in; what is in brackets
### can be left out. .what: what it does, without a capital and without a full stop.
### .example: all of what somebody could type.

## For everyone

command-help = help | help me | what can you do | commands | hello | hi | hey
    .verb = help
    .slash = help
    .usage = help
    .what = see what I can do
    .example = help
command-status = status | my status
    .verb = status
    .slash = status
    .usage = status
    .what = see your mentor or adept and your next meeting
    .example = status
command-join = join | join with code
    .verb = join
    .slash = join
    .usage = join CODE
    .what = use the code from your programme leader
    .example = join ABCD-2345

command-apply = apply | apply to | i want to apply | apply for
    .verb = apply
    .slash = apply
    .usage = apply [PROGRAMME]
    .what = apply to a programme, or go on with your application
    .example = apply trainees-2026
command-withdraw = withdraw | withdraw application | withdraw my application
    .verb = withdraw
    .slash = withdraw
    .usage = withdraw [PROGRAMME]
    .what = take your application back
    .example = withdraw

## Meetings

command-meeting-book = meeting book | book meeting | book a meeting | book | meeting new | new meeting
    .verb = meeting book
    .slash = meeting book
    .usage = meeting book WHEN [WHERE]
    .what = book a meeting
    .example = meeting book Thursday 13:30 The library
command-meeting-propose = meeting propose | propose meeting | propose a meeting | propose time | propose a time | propose | meeting suggest | suggest meeting | suggest a meeting | suggest time | suggest a time
    .verb = meeting propose
    .slash = meeting propose
    .usage = meeting propose WHEN [WHERE]
    .what = suggest a time to your mentor or adept
    .example = meeting propose Thursday 13:30
command-meeting-list = meeting list | list meetings | my meetings | our meetings | show meetings | meetings
    .verb = meeting list
    .slash = meeting list
    .usage = meeting list
    .what = see your meetings
    .example = meeting list
command-meeting-move = meeting move | move meeting | move the meeting | reschedule meeting | meeting reschedule
    .verb = meeting move
    .slash = meeting move
    .usage = meeting move [N] WHEN
    .what = move a meeting to another time
    .example = meeting move 2 Friday 10:00
command-meeting-cancel = meeting cancel | cancel meeting | cancel the meeting
    .verb = meeting cancel
    .slash = meeting cancel
    .usage = meeting cancel [N]
    .what = cancel a meeting
    .example = meeting cancel 2
command-meeting-met = meeting met | met | we met | we have met | we've met | we’ve met | meeting held
    .verb = meeting met
    .slash = meeting met
    .usage = meeting met [N]
    .what = tell me that you have met
    .example = meeting met 2

## Breaks and settings

command-later = later | remind me later | ask me later | ask later | not now
    .verb = later
    .slash = later
    .usage = later
    .what = put a question off
    .example = later
command-pause = pause | take a break | have a break
    .verb = pause
    .slash = pause
    .usage = pause [from DATE] [until DATE]
    .what = take a break from reminders
    .example = pause until 3 March
command-resume = resume | continue | end pause | pause end | end the break
    .verb = resume
    .slash = resume
    .usage = resume
    .what = end the break
    .example = resume
command-settings = settings | my settings | show settings | settings show
    .verb = settings
    .slash = settings show
    .usage = settings
    .what = see how and when I write to you
    .example = settings
command-settings-language = settings language | language | change language | language change
    .verb = settings language
    .slash = settings language
    .usage = settings language LANGUAGE
    .what = change the language
    .example = settings language Swedish
command-settings-zone = settings timezone | settings time zone | timezone | time zone | change timezone | change time zone | timezone change | time zone change
    .verb = settings timezone
    .slash = settings timezone
    .usage = settings timezone ZONE
    .what = change the time zone
    .example = settings timezone Europe/London
command-settings-hours = settings hours | hours | change hours | hours change
    .verb = settings hours
    .slash = settings hours
    .usage = settings hours FROM–UNTIL
    .what = choose between which hours I write to you
    .example = settings hours 09:00–16:00

## For programme leaders

command-attention = attention | follow up | follow-up | followup
    .verb = attention
    .slash = attention
    .usage = attention
    .what = see what needs you, the most urgent first
    .example = attention
command-programme-list = programme list | list programmes | my programmes | programmes | program list | list programs | my programs | programs
    .verb = programme list
    .slash = programme list
    .usage = programme list
    .what = see your programmes
    .example = programme list
command-programme-create = programme create | create programme | create a programme | programme new | new programme | program create | create program | create a program | program new | new program
    .verb = programme create
    .slash = programme create
    .usage = programme create
    .what = make a programme in a few questions
    .example = programme create
command-programme-show = programme show | show programme | programme file | program show | show program | program file
    .verb = programme show
    .slash = programme show
    .usage = programme show [#PROGRAMME]
    .what = get the file of the programme
    .example = programme show #trainees
command-programme-status = programme status | status programme | status of programme | program status | status program
    .verb = programme status
    .slash = programme status
    .usage = programme status [#PROGRAMME]
    .what = see how the programme is going
    .example = programme status
command-programme-start = programme start | start programme | start the programme | program start | start program
    .verb = programme start
    .slash = programme start
    .usage = programme start [#PROGRAMME]
    .what = start the programme
    .example = programme start
command-programme-pause = programme pause | pause programme | pause the programme | program pause | pause program
    .verb = programme pause
    .slash = programme pause
    .usage = programme pause [#PROGRAMME]
    .what = pause the programme for everyone
    .example = programme pause
command-programme-resume = programme resume | resume programme | resume the programme | program resume | resume program
    .verb = programme resume
    .slash = programme resume
    .usage = programme resume [#PROGRAMME]
    .what = start a paused programme again
    .example = programme resume
command-programme-recruit-open = recruit open | open recruitment | programme recruit | programme recruit open | open applications | applications open
    .verb = recruit open
    .slash = programme recruit-open
    .usage = recruit open [#PROGRAMME]
    .what = let people apply to the programme
    .example = recruit open
command-programme-recruit-close = recruit close | close recruitment | programme recruit close | close applications | applications close
    .verb = recruit close
    .slash = programme recruit-close
    .usage = recruit close [#PROGRAMME]
    .what = let nobody apply any longer
    .example = recruit close
command-applications-list = applications list | list applications | show applications | applications
    .verb = applications list
    .slash = applications list
    .usage = applications list [#PROGRAMME]
    .what = see all applications
    .example = applications list
command-applications-show = applications show | application show | show application
    .verb = applications show
    .slash = applications show
    .usage = applications show N
    .what = read one application
    .example = applications show 3
command-applications-score = applications score | application score | score application | score
    .verb = applications score
    .slash = applications score
    .usage = applications score N POINTS
    .what = give an application points, before you see the others'
    .example = applications score 3 4 5
command-applications-note = applications note | application note | note application
    .verb = applications note
    .slash = applications note
    .usage = applications note N TEXT
    .what = note something about an applicant
    .example = applications note 3 We talked on the phone.
command-applications-accept = applications accept | application accept | accept application
    .verb = applications accept
    .slash = applications accept
    .usage = applications accept N
    .what = accept an applicant
    .example = applications accept 3
command-applications-waitlist = applications waitlist | application waitlist | waitlist application | waitlist
    .verb = applications waitlist
    .slash = applications waitlist
    .usage = applications waitlist N
    .what = put an applicant on the waiting list
    .example = applications waitlist 3
command-applications-decline = applications decline | application decline | decline application
    .verb = applications decline
    .slash = applications decline
    .usage = applications decline N
    .what = decline an applicant
    .example = applications decline 3
command-letters-preview = letters preview | preview letters | letters
    .verb = letters preview
    .slash = letters preview
    .usage = letters preview [#PROGRAMME]
    .what = see the letters to applicants before they are sent
    .example = letters preview
command-letters-send = letters send | send letters
    .verb = letters send
    .slash = letters send
    .usage = letters send [#PROGRAMME]
    .what = send the letters to applicants
    .example = letters send
command-people-import = people import | import people | import list
    .verb = people import
    .slash = people import
    .usage = people import [#PROGRAMME]
    .what = add people from an attached CSV file
    .example = people import
command-people-invite = people invite | invite people | invite everyone | invite
    .verb = people invite
    .slash = people invite
    .usage = people invite [#PROGRAMME]
    .what = get codes and letters for those who haven't joined
    .example = people invite
command-people-add = people add | add people | add person | person add | new person
    .verb = people add
    .slash = people add
    .usage = people add NAME ROLE [ACCOUNT]
    .what = add one person
    .example = people add Anna Ek, adept
command-people-list = people list | list people | show people | people
    .verb = people list
    .slash = people list
    .usage = people list [#PROGRAMME]
    .what = see everyone in the programme
    .example = people list
command-pair-add = pair add | add pair | pair new | new pair | mentor pair add | add mentor pair | new mentor pair
    .verb = pair add
    .slash = pair add
    .usage = pair add MENTOR ADEPT
    .what = make a mentor pair
    .example = pair add anna and bo
command-pair-list = pair list | list pairs | show pairs | pairs | mentor pair list | list mentor pairs | mentor pairs
    .verb = pair list
    .slash = pair list
    .usage = pair list [#PROGRAMME]
    .what = see all mentor pairs
    .example = pair list
command-pair-show = pair show | show pair | mentor pair show | show mentor pair
    .verb = pair show
    .slash = pair show
    .usage = pair show N
    .what = see one mentor pair and its meetings
    .example = pair show 3
command-pair-remind = pair remind | remind pair | mentor pair remind | remind mentor pair
    .verb = pair remind
    .slash = pair remind
    .usage = pair remind N
    .what = ask a mentor pair now to book
    .example = pair remind 3
command-match-propose = match propose | propose match | propose matches | match | match people | matching | matching propose
    .verb = match propose
    .slash = match propose
    .usage = match propose [#PROGRAMME]
    .what = put mentors and adepts together, for you to look at
    .example = match propose
command-match-show = match show | show match | show matches | show matching | matches
    .verb = match show
    .slash = match show
    .usage = match show [#PROGRAMME]
    .what = see who is put together and what they answer
    .example = match show
command-match-lock = match lock | lock match | lock
    .verb = match lock
    .slash = match lock
    .usage = match lock MENTOR ADEPT
    .what = keep two people together
    .example = match lock bo anna
command-match-avoid = match avoid | avoid match | avoid
    .verb = match avoid
    .slash = match avoid
    .usage = match avoid MENTOR ADEPT
    .what = keep two people apart
    .example = match avoid bo anna
command-match-allow = match allow | allow match | allow
    .verb = match allow
    .slash = match allow
    .usage = match allow MENTOR ADEPT
    .what = let two people be put together again
    .example = match allow bo anna
command-match-swap = match swap | swap match | swap
    .verb = match swap
    .slash = match swap
    .usage = match swap ONE OTHER
    .what = let two mentors or two adepts change places
    .example = match swap anna grace
command-match-publish = match publish | publish match | publish matches | send matches
    .verb = match publish
    .slash = match publish
    .usage = match publish [#PROGRAMME]
    .what = ask the people you have put together
    .example = match publish
command-leader-add = leader add | add leader | programme leader add | add programme leader
    .verb = leader add
    .slash = leader add
    .usage = leader add ACCOUNT
    .what = let somebody else lead the programme too
    .example = leader add matrix:@lotta:example.org
command-leader-remove = leader remove | remove leader | programme leader remove | remove programme leader
    .verb = leader remove
    .slash = leader remove
    .usage = leader remove ACCOUNT
    .what = let somebody no longer lead the programme
    .example = leader remove matrix:@lotta:example.org
command-announce = announce | tell everyone | write to everyone | message everyone
    .verb = announce
    .slash = announce
    .usage = announce TEXT
    .what = write to everyone in the programme
    .example = announce The first group session is on 3 March.
command-outbox = outbox | show outbox | outbox list | list outbox
    .verb = outbox
    .slash = outbox list
    .usage = outbox [#PROGRAMME]
    .what = see which messages are waiting or weren't sent
    .example = outbox
command-outbox-retry = outbox retry | retry outbox | retry | send again
    .verb = outbox retry
    .slash = outbox retry
    .usage = outbox retry N
    .what = try to send a message again
    .example = outbox retry 12
command-outbox-cancel = outbox cancel | cancel outbox | cancel message | take back
    .verb = outbox cancel
    .slash = outbox cancel
    .usage = outbox cancel N
    .what = take back a message that is waiting
    .example = outbox cancel 12

## Small words. They are only read; include short and informal ones.

# Roles, as the last word after a name. One word each.
role-mentor = mentor | mentors
role-adept = adept | adepts | mentee | mentees
role-leader = leader | leaders
# Between two names: "Anna and Bo".
words-and = and | with
# Before the day on which something begins: "from 3 March".
words-from = from | starting
# Before a place: "Friday at 10 at the library". Only words without which the place stays the same.
words-at = at | in
# What this language is called, in its own words and in those of others. One word each.
language-names = English | Engelska
# Thanks, as the whole message.
words-thanks = thanks | thank you | thanks so much | thanks a lot | many thanks | thank you so much | thank you very much | cheers | ty
# A call for a human, as the whole message.
words-human = programme leader | program leader | my programme leader | contact the programme leader | contact my programme leader | talk to the programme leader | i need help | need help | human | talk to a human | i want to talk to someone | i want to talk to a human | who leads the programme
# Answers to a question.
yes = yes | y | yeah | yep | yes please | sure | ok | okay
no = no | cancel | n | nope | no thanks | no thank you
