### The people of a programme.
###
### $name: a person's name. $programme: the programme's name. $role: one of the roles below.

## Lists of people, to leaders

# $added, $changed: how many people are new, and about how many something has changed.
# $waiting: how many haven't joined.
people-imported =
    The list has been added to { $programme }.

    - New: { $added }
    - Changed: { $changed }
    - Not joined yet: { $waiting }
people-nothing-new = Everyone in the list is already in { $programme }, and nothing has changed.
# $file: the file's name. $count: the number of faults. $lines: where they are and what they are.
people-faulty =
    { $count ->
        [one] There is a fault in { $file }, so I haven't added anyone.
       *[other] There are { $count } faults in { $file }, so I haven't added anyone.
    }

    { $lines }

    Please correct the file and send it again.
# $columns: the names of the columns.
people-attach-csv = Please attach the list as a CSV file. The first line must name the columns { $columns }. The others are optional, for example `account`, `contact`, `locale` and `capacity`.
people-added = { $name } has been added to the programme as { $role }.
people-already-there = { $name } is already in the programme.
# $count: how many there are. $lines: the people.
people-list =
    { $count ->
        [one] One person
       *[other] { $count } people
    } in { $programme }:

    { $lines }
people-nobody = There is nobody in { $programme } yet.
# A line in that list. $id: how leaders name the person when they type.
people-item = { $id } { $name }, { $role }
people-item-by-role = { $id } { $name }, programme leader through the role { $role }
people-item-role = Everyone with the role { $role }: programme leader
people-item-waiting = { $id } { $name }, { $role } (not joined yet)

# Roles, in the middle of a sentence.
people-mentor = mentor
people-adept = adept
people-leader = programme leader

## Invitations

# A file with the letters goes along. $count: how many letters there are.
people-invitations = { $count ->
        [one] One person hasn't joined yet. The attached file has a code and a letter, ready to send. The code is personal.
       *[other] { $count } people haven't joined yet. The attached file has a code and a letter for each of them, ready to send. Each code is personal.
    }
people-nobody-to-invite = Everyone in { $programme } has joined.
# The subject of the e-mail that a leader sends to the person.
people-letter-subject = Welcome to { $programme }
# The e-mail. $command: what to type to join, with the person's own code.
people-letter =
    Hello { $name },

    Welcome to { $programme }! To get started, open a direct message to the mentorship bot in our chat and write:

    { $command }

    The code is yours alone and works once. Please don't pass it on, and never write it in a channel. If it doesn't work, reply to this e-mail and I'll help you.

    Kind regards,

    your programme leader

## Joining

people-joined = Welcome, { $name }! You have joined { $programme }. Write `help` to see what I can do.
people-already-joined = This account has already joined { $programme }, so you don't need the code.
people-bad-code = That code doesn't work. Please check that it's written correctly, or ask your programme leader for a new one.
people-too-many-codes = There have been too many attempts. Please wait a while and try again, or ask your programme leader for help.

## Leaders

people-leader-added = { $name } now leads { $programme }.
# $role: what the role is called on the server.
people-role-added = Everyone who has the role { $role } now leads { $programme }. They become programme leaders when they first write to me.
people-role-removed = The role { $role } no longer leads { $programme }.
people-role-already-there = The role { $role } already leads { $programme }.
people-role-of-everybody = Everyone on the server has that role. Please choose one that only the programme leaders have.
people-leads-by-role = { $name } is a programme leader through the role { $role }. Take the role away from { $name } on the server, or stop the whole role from leading the programme.
people-leader-removed = { $name } no longer leads { $programme }.
people-last-leader = { $programme } must have at least one programme leader. Add another one first.
# $account: what was typed.
people-no-such-leader = { $account } isn't a programme leader here.
# $said: what was typed. $example: an account as it can be typed.
people-bad-account = I couldn't read “{ $said }” as an account. Write it like this: { $example }
people-bad-role = I don't know the role “{ $said }”. Please write `mentor`, `adept` or `leader`.
