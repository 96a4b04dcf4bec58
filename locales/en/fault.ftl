### What is wrong with a line of a file, to whoever sent the file. Before it stands which line it is.
###
### $said: what stands in the file. $nearest: something similar that exists. $example: what it could
### look like. Both are shown as something to type.

## The file as a whole

fault-not-toml = This line isn't TOML. Please check this line and the one above: texts stand in straight quotation marks, every bracket needs its closing bracket, there must be a `=`, and the same name may only be there once.
fault-not-utf8 = The file isn't saved as UTF-8. Please save it again as UTF-8. Spreadsheets often call it “CSV UTF-8”.
fault-too-large = The file is too large. It can have { $kilobytes } kB at most. Please divide it, or leave out what isn't needed.
# $count: how many faults are not shown. Stands last, below those that are.
fault-more-faults =
    { $count ->
        [one] There is one more fault that isn't shown here. Please correct these first.
       *[other] There are { $count } more faults that aren't shown here. Please correct these first.
    }

## Names of settings and columns. Which one it is stands before.

fault-unknown-key = There is no such setting. Please take it out.
fault-unknown-column = There is no such column. Please take it out.
fault-name-meant = There is nothing of that name. Did you mean { $nearest }?
fault-missing = This is missing. Please add it, for example like this: { $example }
fault-empty = There is nothing here. Please fill it in, or take the line out.

## What it should be

fault-wanted-text = This should be a text. Please put it in straight quotation marks.
fault-wanted-whole-number = This should be a whole number. Please write digits only, without quotation marks.
fault-wanted-fraction = This should be a number with decimals. You can write, for example, `0.5`.
fault-wanted-yes-or-no = This should be `true` or `false`, without quotation marks.
fault-wanted-date-or-time = This should be a date or a time. You can write, for example, `2026-09-07`.
fault-wanted-list = This should be a list. Please put it in square brackets, for example `[28, 29]`.
fault-wanted-table = This should be several values with names. Please put them in curly brackets, for example { $example }

## Values that can't be used

# $least, $most: the smallest and the largest number possible.
fault-out-of-range = “{ $said }” doesn't fit here. Please write a whole number from { $least } to { $most }.
# $length: how many characters there are. $most: how many there may be.
fault-too-long = The text is { $length } characters long. It can have { $most } at most.
fault-not-one-line = There is a line break or an invisible character in the text. Please write it on one line.
# $choices: the words that there are.
fault-unknown-word = I don't know “{ $said }”. Please choose one of these words: { $choices }
fault-word-meant = I don't know “{ $said }”. Did you mean { $nearest }?
fault-bad-slug = “{ $said }” can't be used as a short name. Please write up to 40 characters: a–z, 0–9 and hyphens, for example `trainees-2026`.
fault-bad-link = “{ $said }” isn't a link. Please write the whole address, for example `https://example.org/handbook`.
fault-bad-date = “{ $said }” isn't a date. Please write year, month and day, for example `2026-09-07`.
fault-too-late-to-answer = { $said } comes after the group session. Please write the same day or an earlier one.
fault-bad-month-day = “{ $said }” isn't a day of the year. Please write month and day, for example `12-23`.
fault-bad-time = “{ $said }” isn't a time of day. You can write, for example, `08.30`.
fault-bad-zone = “{ $said }” isn't a time zone. You can write, for example, `Europe/Stockholm`.
fault-bad-locale = “{ $said }” isn't a language. Please write its short form, for example `sv` or `en`.
fault-result-before-close = The result comes before the last day to apply. Please correct one of the two.
# $least: how many weeks lie between two at least.
fault-weeks-too-close = There have to be at least { $least } weeks from the opening of one check-in to the next: the first has to have closed, and two weeks before if they are anonymous. Please spread the weeks out, or keep each open for fewer days.
# $said: the name that is given twice.
fault-said-twice = “{ $said }” is there already. Please give this one another name, or take it out.
# $most: how many there may be.
fault-too-many = There are more than { $most }. Please take some out.
# $kinds: what kinds of question are possible.
fault-wrong-kind = What is asked for under this name has to be of one of these kinds: { $kinds }. Please change the kind or the name.
# $said: what it says there.
fault-no-such-question = There is no question “{ $said }”. Please write the `key` of one of the questions under `[recruitment]`.
fault-asked-of-one-role = Only one role is asked this, so two people can't have the same answer. Please take `for` out of the question, or take this out.
fault-ends-before-it-begins = The end comes before the beginning. Please swap `from` and `until`, or correct the one that is wrong.
fault-never-open = The calendar leaves no day of the programme on which I may write. Please take something out of the calendar.
fault-beyond-calendar = The date is too far away. Please write a nearer one.

## Accounts

fault-account-shape = An account begins with the name of its platform, for example { $example }. On Matrix the account is in the person's profile. On Discord, turn on Developer Mode in the settings, right-click the person and choose Copy User ID.
# $platforms: the names of all platforms.
fault-account-platform = There is no platform “{ $said }”. There are { $platforms }.
# $platform: the name of the platform.
fault-account-address = “{ $said }” isn't an account on { $platform }. This is what one can look like: { $example }. On Matrix the account is in the person's profile. On Discord, turn on Developer Mode in the settings, right-click the person and choose Copy User ID.

## Times of reminders, as in 0 9 * * MON
##
## $part: which of the five parts, in the words below.

# $found: how many there are.
fault-cron-parts =
    { $found ->
        [one] There should be five parts, and there is one.
       *[other] There should be five parts, and there are { $found }.
    } Please write minute, hour, day of the month, month and weekday, for example { $example }
fault-cron-two-kinds-of-day = Please choose either a day of the month or a weekday and write `*` for the other, for example { $example }
fault-cron-never = There is no such day in any year. Please write another day or month.
fault-cron-unreadable = “{ $said }” can't be read as the { $part }. Please write a number, a range such as `1-5`, a list such as `1,3` or steps such as `*/2`.
# $least, $most: the smallest and the largest number possible.
fault-cron-out-of-range = { $number } can't be the { $part }. Please write a number from { $least } to { $most }.
fault-cron-backwards = The range “{ $said }” for the { $part } is in the wrong order. Please turn it round, or write a list such as `1,3`.
fault-cron-endless-step = “{ $said }” for the { $part } doesn't say where the steps end. Please write a range before `/`, for example `1-5/2`.
fault-cron-idle-step = The step in “{ $said }” for the { $part } is 0 or too large. Please write another number after `/`.
# The five parts, in the middle of a sentence.
fault-cron-minute = minute
fault-cron-hour = hour
fault-cron-day = day of the month
fault-cron-month = month
fault-cron-weekday = weekday

## Lists of people

# $example: the names of the columns that are needed.
fault-no-header = The file is empty. Please begin with a line of column names: { $example }
fault-missing-column = The column is missing. Please add it to the first line. At least these are needed: { $example }
fault-doubled-column = This column is there twice. Please take one of the two out.
fault-beyond-columns = This row has more cells than there are columns. If a cell contains a comma, a semicolon or a tab, the whole cell should stand in quotation marks.
fault-unclosed-quote = A quotation mark in this row has no end. Please close it, or take it out.
# $most: how many rows there may be.
fault-too-many-rows = The list can have { $most } rows at most. Please divide the file.
fault-bad-id = “{ $said }” can't be used as an id. Please write up to 40 characters: letters, digits, full stops, hyphens and `_`.
# $line: the line where the other one stands.
fault-doubled-row = This person already has this role in line { $line }. Please take one of the rows out. If they are two people, give one of them another id.
fault-differs-from-row = The same person stands in line { $line }, but described differently. Please make the two alike. If they are two people, give one of them another id.
# $id: the other person's id.
fault-account-taken = { $id } in line { $line } has the same account. If they are one person, please give both rows the same id. Otherwise correct one of the accounts.
fault-account-of-another = This account belongs to somebody else. Please correct it, or give the row the id under which that person is already listed.
fault-account-elsewhere = That account belongs to someone who already writes to me outside this programme, so I can't add it. Please add the person without an account and send a code with `people invite`. Then the person can join by themselves.
fault-other-account = This person already writes to me from another account, and a list can't change that. Please leave the cell empty.
fault-unknown-person = Nobody in the file has the id “{ $said }”. Please write an id from the column `id`. Between several ids, write `|`.
fault-oneself = This is the person's own id. Please write another person's.
fault-fixed-and-never = { $id } may not be paired with this person, because of `never_with`. Please take one of the two out.
fault-missing-heading = This column is missing. Please add it to the first line. An application needs `name`, `role`, `notice` and every question that can't be passed over.
fault-not-accepted = This person hasn't accepted how you handle their details. Please take the row out, or ask them to apply here in the chat.
# $line: the line of the first one.
fault-applied-twice = Line { $line } is already an application from the same person. Please take one of the two out.
fault-no-guardian = This is no name of a parent or guardian. Please write who says yes, or let the adept apply here in the chat.
fault-has-begun = This person has begun an application here in the chat. Please take the row out and let them send it.
fault-contradicts = This person has already applied and given another answer. What they've said themselves stands. Please take the row out, or ask them to change their application.
fault-takes-part = This person is already in the programme. Please take the row out.
fault-minor-on-a-list = The adepts of this programme are under age, so a parent or guardian has to say yes first. Please let the adept apply here in the chat, or import a file of applications with a `guardian` column.
fault-fixed-alike = A mentor and an adept are needed, and with { $id } that isn't so. Please correct the id or one of the roles.
# $mentors: how many, always more than one.
fault-fixed-twice = This adept has { $mentors } mentors because of `fixed_with`, and can have one. Please take the others out.
fault-fixed-manager = An adept's line manager is never their mentor. Please take { $id } out, either here or as manager.
fault-fixed-without-room = { $id } has 0 as `capacity` and so takes nobody. Please write a higher number there, or take this id out.
# $fixed: how many adepts are asked for. $capacity: how many the mentor takes.
fault-fixed-beyond-capacity = The mentor has { $fixed } adepts because of `fixed_with`, and takes { $capacity } at most. Please raise `capacity`, or take somebody out of `fixed_with`.

## Not the file's fault

fault-of-setup = Something is wrong with how I am set up, not with your file. Please ask whoever runs the server for help.
