### Adeptens mål.
###
### $with: den andra i mentorparet. $number: målets nummer. $step: delmålets nummer. $words: vad målet eller delmålet säger. $list, $add, $share, $remove, $edit, $done: vad man skriver. $stage: halvtid eller slutet. $score: hur långt det kom.

goal-kept =
    Bra, det är mål { $number }. Bara du ser det. Skriv { $share } om { $with } också ska se det.
    .help = Gör målet tydligare
goal-help =
    Fem frågor som kan göra målet ”{ $words }” tydligare. Du behöver inte svara på dem här.

    - Specifikt: vad är det du vill uppnå?
    - Mätbart: hur märker du att du är framme?
    - Accepterat: är det ditt eget mål?
    - Realistiskt: går det att nå under programmet?
    - Tidsbundet: när ska du vara framme?

    Skriv { $edit } när du vill ändra mål { $number }.
# $most: hur många man kan ha.
goal-too-many = Du har { $most } mål, och fler kan jag inte spara. Skriv { $remove } för att radera ett först.
goal-nothing = Du har inte satt något mål än. Skriv { $add } när du vill sätta ett. Det är bra att lära känna varandra först.
# $lines: målen med delmålen under.
goal-list =
    Dina mål:

    { $lines }
# $lines: målen med delmålen under.
goal-list-shared =
    Mål som { $with } delar med dig:

    { $lines }
goal-none-shared = { $with } har inte delat något mål med dig än.
# $weight: hur mycket det väger.
goal-item = **{ $number }** { $words } (vikt { $weight })
goal-item-own = **{ $number }** { $words } (vikt { $weight }, bara du ser det)
goal-item-shared = **{ $number }** { $words } (vikt { $weight }, { $with } ser det)
goal-item-step = { $number }, delmål { $step }: { $words }
goal-item-step-done = { $number }, delmål { $step }: { $words } – klart
goal-item-score = { $number }, { $stage }: { $score }
goal-attainment = Alla mål tillsammans, { $stage }: { $score }. 50 betyder att det gick som väntat.
## Före en träff, en rad för varje

goal-brief-own = Ditt mål { $number }: { $words }
goal-brief-own-step = Ditt mål { $number }: { $words }. Nästa delmål: { $step }
goal-brief-shared = { $with } vill uppnå: { $words }
goal-set-first = Har du tänkt på vad du vill uppnå? Skriv { $add } och ditt mål. Bara du ser det, om du inte delar det.
goal-revisit = Det var ett tag sedan något hände med målen. Skriv { $step }, målets nummer och nästa delmål.
# $rate: vad man skriver.
goal-score-halftime = Mer än halva tiden har gått. Skriv { $rate } och målets nummer för att säga hur långt du har kommit.
goal-score-close = Ni har inte så lång tid kvar. Skriv { $rate } och målets nummer för att säga hur långt du kom.

goal-reworded = Mål { $number } är nu: { $words }
# $weight: hur mycket det väger.
goal-weighed = Mål { $number } väger nu { $weight }. Det räknas när målen läggs samman.
# $example: ett helt exempel.
goal-no-such-weight = Ett mål kan väga 1, 2 eller 3. Skriv till exempel { $example }
goal-step-added = Delmål { $step } till mål { $number } är sparat. Skriv { $done } när du har nått det.
# $most: hur många det kan ha.
goal-too-many-steps = Målet har { $most } delmål, och fler kan jag inte spara.
goal-no-such-step = Mål { $number } har inget delmål { $step }. Skriv { $list } för att se dem.
goal-step-done = Bra jobbat! Delmål { $step } till mål { $number } är klart: { $words }
goal-shared = Nu ser { $with } mål { $number }. Skriv { $share } en gång till om du vill sluta dela det.
goal-unshared = Nu ser bara du mål { $number }. { $with } ser det inte längre.
goal-ask-score = Hur långt kom du med målet ”{ $words }”?
goal-scored = Tack! Mål { $number }, { $stage }: { $score }.
goal-removed = Mål { $number } är raderat.
goal-no-such = Det finns inget mål med nummer { $number }. Skriv { $list } för att se dem som finns.
goal-adepts-only = Det är bara { $with } som kan ändra sina mål. Skriv { $list } för att se dem som { $with } delar med dig.
# $count, $shared, $scored: hur många mål, hur många som mentorn ser, hur många som är bedömda.
goal-numbers = Mål: { $count }, delade med mentorn: { $shared }, bedömda: { $scored }.
goal-much-less = −2 mycket kortare än väntat
goal-less = −1 kortare än väntat
goal-as-expected = 0 så långt som väntat
goal-more = +1 längre än väntat
goal-much-more = +2 mycket längre än väntat
goal-at-halftime = halvtid
goal-at-close = slutet
