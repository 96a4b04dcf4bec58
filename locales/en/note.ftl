### Notes that only their writer sees.
###
### $with: the mentor's or adept's first name. $number: the number of the note. $on: when it was written.

# $list: what one types.
note-kept = I've kept note { $number }. Only you can read it, and it is encrypted where I keep it. Please write no names of others, and nothing about health, religion, politics or crime. Write { $list } to see your notes.
note-no-key = Notes aren't switched on here, so I haven't kept anything. Whoever runs the bot needs to put a key, `notes_key_file`, into its settings.
# $commands: a command for each mentor or adept.
note-name-whom =
    Whom is the note about? I haven't kept it yet. Please write it again with one of these at the end:

    { $commands }
# $command: what one types.
note-name-item = { $command }
# $most: how many are kept. $remove: what one types.
note-too-many = You have { $most } notes, and I can't keep more. Write { $remove } to erase one first.
# $count: how many. $lines: the newest first. $remove: what one types.
note-list =
    { $count ->
        [one] Your note
       *[other] Your { $count } notes
    } about the meetings with { $with }, seen by you alone:

    { $lines }

    Write { $remove } to erase one.
# $count: how many. $lines: the newest. $remove: what one types.
note-list-file =
    The latest of your { $count } notes about the meetings with { $with }. The file has them all. Only you see them.

    { $lines }

    Write { $remove } to erase one.
note-all = Your own notes are in the file. They are encrypted where I keep them, and only you may read them.
# $add: what one types.
note-nothing = You have no notes about the meetings with { $with } yet. Write { $add } to note something that only you see.
note-item = **{ $number }** { $on }: hidden
# $words: what it says.
note-item-open = **{ $number }** { $on }: { $words }
note-item-shut = **{ $number }** { $on }: can't be read, because the bot's key has been changed
# The last note, before a meeting.
note-last = Your last note, { $on }: hidden
note-last-open = Your last note, { $on }: { $words }
note-last-shut = Your last note, { $on }, can't be read, because the bot's key has been changed
note-removed = Note { $number } is erased.
# $list: what one types.
note-no-such = You have no note number { $number }. Write { $list } to see those you have.
