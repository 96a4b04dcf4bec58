### What the bot keeps about a person, and what leaders have done.
###
### $programme: the programme's name. $with: the other person's name. $words: what the list says.

# A file goes along.
rights-my-data =
    Here is everything I keep about you, for you to read. What others have said in confidence isn't in it.

    The file is yours. Don't pass it on unless you want somebody else to read it.
# A second file goes along.
rights-my-data-for-programs = These are the same details in a format for computer programs. If you'd like them erased, write `delete my data`.
# To somebody who takes part in nothing.
rights-nothing-kept = I don't know who you are, and I keep nothing about you except the address of this conversation. I'll forget that once it has been quiet here for a day.

rights-erase-sure =
    Shall I erase everything I keep about you? This can't be undone.
    .erase = Erase everything
    .keep = No, keep it
# $lines: what follows from it.
rights-erase-sure-with =
    This is what happens if I erase everything I keep about you:

    { $lines }

    This can't be undone. Shall I do it?
    .erase = Erase everything
    .keep = No, keep it
rights-ends-pair = you and { $with } are no longer a mentor pair in { $programme }, and { $with } is told that you have left but not why
rights-ends-leading = you no longer lead { $programme }
rights-ends-application = your application to { $programme } is withdrawn
# $add: what to type to add another leader.
rights-leads-alone = You are the only leader of { $programme }, and nobody would be there to help those who take part. Please add another leader first: { $add }
# Whoever has the role leads again as soon as they write something.
rights-leads-by-role = You lead { $programme } through a role on the server. Please ask whoever looks after the server to take that role from you first, and then write to me again.
rights-erased = Everything I kept about you is now erased. How many meetings have been held is still counted, but without a name. What is already here in the chat can only be removed by you or the chat service.

# To the other of a pair: neutral, and without a name.
rights-partner-gone = The person you were a mentor pair with in { $programme } is no longer taking part. There's nothing you need to do. The programme leader will be in touch about what happens next for you.
# To somebody who was asked about whoever leaves.
rights-proposal-gone = The person I suggested for you in { $programme } is no longer taking part. There's nothing you need to do. I'll write if there is a new suggestion.
# $number: the number of the pair.
rights-pair-ended = Mentor pair { $number } in { $programme } has ended, because one of the two has asked me to erase their details. Please get in touch with the one who is left; they have been told that you will.
rights-somebody-gone = Somebody in { $programme } is no longer taking part and has asked me to erase their details.
# Stands in place of the name of somebody who was erased.
rights-somebody-erased = (erased)

## What leaders have done. $at: a day and a time. $by: the leader's name. $what: what it was.

# $lines: the newest first.
rights-acts =
    This is what leaders have done and looked at in { $programme } lately:

    { $lines }
# $count: how many entries the file has.
rights-acts-file =
    This is what leaders have done and looked at in { $programme } lately. All { $count } entries are in the file.

    { $lines }
rights-no-acts = No leader has done anything in { $programme } yet.
rights-act = { $at }: { $by } { $what }
# $about: whom it was about.
rights-act-about = { $at }: { $by } { $what } ({ $about })

## The file with everything about a person

# $name: the person's name. $at: when the file was made.
rights-title = Everything that Mentorskap keeps about { $name }, { $at }
rights-head-settings = Your settings
rights-head-accounts = Your accounts
# $role: mentor, adept or leader.
rights-head-part = Your place in { $programme }: { $role }
rights-head-application = Your application to { $programme }
rights-head-pair = Your mentor pair with { $with } in { $programme }
# $version: which one in the row.
rights-head-agreement = The agreement, version { $version }:
rights-head-letters = What the bot has written to you, the newest first
rights-head-acts = What leaders have done and looked at that concerns you
rights-rest = Everything technical, such as when a message was sent and under which key, is in the other file.
# $account: such as matrix:@anna:example.org.
rights-account = { $account }
# $version: which version. $state: the decision, such as “accepted, told”.
rights-accepted-notice = You've accepted how your details are handled, version { $version }
rights-decision = Decision: { $state }
rights-handle = In the list: { $words }
rights-contact = Contact: { $words }
rights-manager = Manager: { $words }
rights-organisation = Organisation: { $words }
rights-city = Town: { $words }
rights-languages = Languages: { $words }
rights-wants = Wants more of: { $words }
rights-offers = Can offer: { $words }
# $count: how many adepts a mentor can take.
rights-capacity = Number of adepts: { $count }
# $at: when. $words: what the bot wrote.
rights-letter =
    { $at }

    { $words }
