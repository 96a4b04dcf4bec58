### Commands in a menu, where a chat has one: what they are put together from. The words of each
### command itself stand in commands.ftl, as .slash, and what it does as .what.
###
### Names are one word in small letters, with hyphens where it is several, and 32 characters at most.
### Descriptions have a capital, no full stop and 100 characters at most.

## The first words

slash-root-everybody = mentor
    .what = Your meetings, breaks and settings in the mentorship programme
slash-root-together = together
    .what = Group sessions and check-ins, for everyone in the programme
slash-root-leaders = lead
    .what = For programme leaders: your programmes, people and mentor pairs
slash-root-choosing = select
    .what = For programme leaders: applications, letters and matching
slash-root-arranging = arrange
    .what = For programme leaders: group sessions and check-ins

## What commands are about. The word itself is the first one of their .slash.

slash-group-meeting = Your meetings with your mentor or adept
slash-group-goal = What you want to reach
slash-group-note = Notes that only you see
slash-group-gathering = Group sessions, where everyone in the programme meets
slash-group-checkin = Check-ins with everyone in the programme
slash-group-settings = How and when I write to you
slash-group-programme = Your programmes
slash-group-applications = The applications to the programme
slash-group-letters = The letters to applicants
slash-group-people = The people in the programme
slash-group-pair = The mentor pairs in the programme
slash-group-match = Who becomes a mentor pair
slash-group-leader = Who leads the programme
slash-group-outbox = Messages that are waiting or weren't sent

## What is given to commands

slash-parameter-code = code
    .what = The code from your programme leader
slash-parameter-when = when
    .what = Day and time, for example Thursday 13:30
slash-parameter-where = where
    .what = Where you'll meet
slash-parameter-meeting = meeting
    .what = Which meeting, if you have several
slash-parameter-goal = goal
    .what = Which goal
slash-parameter-step = step
    .what = Which step, from 1
slash-parameter-weight = weight
    .what = How much the goal counts, from 1 to 3
slash-parameter-score = score
    .what = How far you came, from −2 to +2
slash-parameter-note = note
    .what = Which note
slash-parameter-from = from
    .what = The first day
slash-parameter-until = until
    .what = The day you're back
slash-parameter-language = language
    .what = The language I write to you in
slash-parameter-zone = timezone
    .what = Your time zone or a city in it, for example London
slash-parameter-address = address
    .what = The secret address of your calendar, or: off
slash-parameter-hours-from = from
    .what = The earliest time of day, for example 09:00
slash-parameter-hours-until = until
    .what = The latest time of day, for example 16:00
slash-parameter-with = with
    .what = Which mentor or adept, if you have several
slash-parameter-name = name
    .what = The person's name
slash-parameter-role = role
    .what = What the person is in the programme
slash-parameter-account = account
    .what = The person's account here
slash-parameter-leader = who
    .what = A person, or a role on the server
slash-parameter-mentor = mentor
    .what = Who is the mentor
slash-parameter-adept = adept
    .what = Who is the adept
slash-parameter-one = one
    .what = Who is to change places
slash-parameter-other = other
    .what = With whom
slash-parameter-pair = pair
    .what = Which mentor pair
slash-parameter-application = application
    .what = Which application
slash-parameter-numbers = numbers
    .what = Which applications, as in 3 4
slash-parameter-points = points
    .what = A number for each thing that is judged, for example 4 5 3
slash-parameter-gathering = group-session
    .what = Which group session, if there are several
slash-parameter-round = check-in
    .what = Which check-in, if not the latest
slash-parameter-title = title
    .what = What it is called. In two languages: Uppstartsträff / Kickoff
slash-parameter-change = what
    .what = What should be different, for example: place The great hall
slash-parameter-names = names
    .what = Who was there, with commas between the names
slash-parameter-letter = message
    .what = Which message
slash-parameter-list-file = file
    .what = A list of people as a CSV file
slash-parameter-programme-file = file
    .what = A programme file (TOML), if you have one
# The field where somebody writes a longer text.
slash-parameter-words = text
    .what = Your text
slash-parameter-programme = programme
    .what = Which programme, if you lead several

## In the menu of a person: what a leader makes of them

slash-pointed-add-mentor = Add as mentor
slash-pointed-add-adept = Add as adept
slash-pointed-add-leader = Make programme leader
