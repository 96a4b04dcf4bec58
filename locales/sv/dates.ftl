# Hur dagar och klockslag skrivs. Veckodagar och månader kommer från Unicodes språkdata.

# $weekday: tisdag. $date: 3 mars 2026.
day = { $weekday } { $date }
# $hour, $minute: alltid två siffror.
clock = { $hour }.{ $minute }
# $clock: 13.30.
time = kl. { $clock }
# $from, $to: klockslag.
hours = kl. { $from }–{ $to }
# $day: tisdag 3 mars 2026. $time: kl. 13.30.
moment = { $day } { $time }
# Där det är ont om plats. $date: 2026-03-03. $clock: 13.30.
stamp = { $date } { $clock }

# En knapp som bara är en tid eller en dag.
moment-alone = { $at }
day-alone = { $on }
# Ett klockslag för sig, att välja ur en lista.
time-alone = { $at }
