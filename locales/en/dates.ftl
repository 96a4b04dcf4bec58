# How days and times are written. Weekdays and months come from Unicode's data.

# $weekday: Tuesday. $date: 3 March 2026.
day = { $weekday } { $date }
# $hour, $minute: always two digits.
clock = { $hour }:{ $minute }
# $clock: 13:30.
time = { $clock }
# $from, $to: times.
hours = { $from }–{ $to }
# $day: Tuesday 3 March 2026. $time: 13:30.
moment = { $day }, { $time }
# Where there is little room. $date: 2026-03-03. $clock: 13:30.
stamp = { $date } { $clock }

# A button that is nothing but a time or a day.
moment-alone = { $at }
day-alone = { $on }
# A time of day by itself, to choose from a list.
time-alone = { $at }
