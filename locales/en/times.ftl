### Words for days and times as people type them to the bot. They are only read; the bot writes
### dates in its own way. Separate the words with | and include short forms, forms with an
### article and common misspellings. Capitals, accents and full stops make no difference: "Sun."
### and "sun" are the same word.
### All languages are read at once. A word must therefore not mean different things in two lists
### that stand in the same place of a sentence; a week must not be called what a month is called.

## Weekdays, Monday first

times-weekday-1 = Monday | Mon
times-weekday-2 = Tuesday | Tues | Tue
times-weekday-3 = Wednesday | Weds | Wed
times-weekday-4 = Thursday | Thurs | Thur | Thu
times-weekday-5 = Friday | Fri
times-weekday-6 = Saturday | Sat
times-weekday-7 = Sunday | Sun

## Months

times-month-1 = January | Jan
times-month-2 = February | Feb
times-month-3 = March | Mar
times-month-4 = April | Apr
times-month-5 = May
times-month-6 = June | Jun
times-month-7 = July | Jul
times-month-8 = August | Aug
times-month-9 = September | Sept | Sep
times-month-10 = October | Oct
times-month-11 = November | Nov
times-month-12 = December | Dec

## Feasts by their names. None may be another word of these lists.

times-feast-new-years-day = New Year's Day | New Year’s Day
times-feast-epiphany-eve = Epiphany Eve | Twelfth Night
times-feast-epiphany = Epiphany | Twelfth Day
times-feast-maundy-thursday = Maundy Thursday
times-feast-good-friday = Good Friday
times-feast-easter-eve = Easter Eve | Easter Saturday | Holy Saturday
times-feast-easter-day = Easter Day | Easter Sunday
times-feast-easter-monday = Easter Monday
times-feast-walpurgis-night = Walpurgis Night
times-feast-first-of-may = May Day
times-feast-ascension-day = Ascension Day
times-feast-whit-sunday = Whit Sunday | Pentecost
times-feast-national-day = National Day | the National Day of Sweden
times-feast-midsummers-eve = Midsummer's Eve | Midsummer’s Eve | Midsummer Eve
times-feast-midsummers-day = Midsummer's Day | Midsummer’s Day | Midsummer Day
times-feast-all-saints-eve = All Saints' Eve | All Saints’ Eve
times-feast-all-saints-day = All Saints' Day | All Saints’ Day
times-feast-christmas-eve = Christmas Eve
times-feast-christmas-day = Christmas Day
times-feast-second-day-of-christmas = Boxing Day
times-feast-new-years-eve = New Year's Eve | New Year’s Eve

## Days counted from today

times-today = today
# Later the same day: a time up to twelve means after noon.
times-this-evening = tonight | this evening | this afternoon
times-yesterday = yesterday
times-tomorrow = tomorrow | tmrw
times-day-after-tomorrow = day after tomorrow | the day after tomorrow | overmorrow
# "in 3 days", "in a week"
times-in = in
times-one = a | an | one
times-days = day | days
times-weeks = week | weeks

## Weeks: "week 11", "next week", "this week"

times-week = week | w | wk
times-next = next
times-this = this

## Times of day

# Before a time of day: "at 13", "from 1 to 2 pm".
times-clock = at | from
# After an hour.
times-hour-mark = o'clock | o’clock | oclock | hrs
# Before and after noon: "9 am", "tomorrow evening at 7".
times-am = am | morning | in the morning
times-pm = pm | afternoon | in the afternoon | evening | in the evening | at night
times-noon = noon | midday

# Before a full hour: "half past two" is 2:30. Some languages count towards the next hour instead.
times-half-before = half an hour before
times-half-past = half past | half an hour past
times-quarter-to = quarter to | a quarter to | quarter till | quarter of
times-quarter-past = quarter past | a quarter past | quarter after
# The hours after them; one stands above.
times-two = two
times-three = three
times-four = four
times-five = five
times-six = six
times-seven = seven
times-eight = eight
times-nine = nine
times-ten = ten
times-eleven = eleven
times-twelve = twelve

## Small words

# Before a day or a week: "on Thursday", "of March", "in week 11".
times-on = on | of | in
# Before the day of a month: "the 3rd".
times-the = the
# Makes a number the day of a month, as in "3rd".
times-ordinal = st | nd | rd | th
# Before an end: "pause until 3 March", "1 to 2 pm".
times-until = until | till | til | to
