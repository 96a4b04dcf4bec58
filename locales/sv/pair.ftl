### Mentorpar: de två som träffas, och vad programledare ser om dem.
###
### $mentor, $adept, $name: namn. $programme: programmets namn. $number: mentorparets nummer.

## Till de två

pair-introduction =
    Välkomna, { $mentor } och { $adept }! Här är er egen plats i { $programme }. { $mentor } är mentor och { $adept } är adept.

    Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
# $lines: vad de två har berättat om sig.
pair-introduction-told =
    Välkomna, { $mentor } och { $adept }! Här är er egen plats i { $programme }. { $mentor } är mentor och { $adept } är adept.

    { $lines }

    Här berättar jag för er båda när en träff är bokad, flyttad eller avbokad. Platsen är till för er två, och jag läser inte det ni skriver till varandra.
# Till var och en av två som inte har någon chatt gemensam.
pair-apart =
    { $mentor } är mentor och { $adept } är adept i { $programme }. Ni använder olika chattar, så ni två har ingen egen plats här.

    Jag berättar för var och en av er när en träff är bokad, flyttad eller avbokad.
# $lines: vad de två har berättat om sig.
pair-apart-told =
    { $mentor } är mentor och { $adept } är adept i { $programme }. Ni använder olika chattar, så ni två har ingen egen plats här.

    { $lines }

    Jag berättar för var och en av er när en träff är bokad, flyttad eller avbokad.
pair-mentor-offers = { $name } kan bidra med: { $topics }
pair-adept-wants = { $name } vill ha mer av: { $topics }
pair-welcome-mentor =
    Hej { $to }! Du är mentor för { $adept } i { $programme }.

    Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.

    Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.

    Skriv `hjälp` för att se vad jag kan göra.
pair-welcome-adept =
    Hej { $to }! Din mentor i { $programme } är { $mentor }.

    Börja med att komma överens om hur ni vill ha det: skriv `överenskommelse`, så tar jag er båda genom sju korta steg. Boka sedan era tre första träffar.

    Jag påminner er båda om att boka träffar, och efteråt frågar jag om ni har träffats. Jag visar de svaren för programledaren, men jag frågar aldrig vad ni pratar om.

    Skriv `hjälp` för att se vad jag kan göra.
pair-from-leader =
    Meddelande från { $leader }, programledare:

    { $words }

## Till programledare

pair-added = { $mentor } (mentor) och { $adept } (adept) är nu mentorpar { $number }.
pair-already-there = { $mentor } (mentor) och { $adept } (adept) är redan mentorpar { $number }.
pair-no-mentor = { $name } är inte mentor i programmet. Skriv mentorn först och sedan adepten, eller lägg till { $name } som mentor.
pair-no-adept = { $name } är inte adept i programmet. Skriv mentorn först och sedan adepten, eller lägg till { $name } som adept.
pair-mentor-full = { $capacity ->
        [0] { $name } tar inte emot några adepter just nu.
        [one] { $name } kan ha en adept och har redan en.
       *[other] { $name } kan ha { $capacity } adepter och har redan så många.
    } Välj en annan mentor, eller skicka listan med deltagare igen med ett högre tal i kolumnen `capacity`.
pair-adept-taken = { $adept } har redan en mentor, i mentorpar { $number }. Välj en annan adept.
pair-not-joined = { $name } har inte gått med än. Jag börjar skriva till hen när det är gjort.
pair-no-such-pair = Det finns inget mentorpar med nummer { $number }. Skriv `lista mentorpar` för att se numren.

pair-list =
    { $count ->
        [one] Ett mentorpar
       *[other] { $count } mentorpar
    } i { $programme }:

    { $lines }
pair-no-pairs = Det finns inga mentorpar i { $programme } än.
pair-item = **{ $number }** { $mentor } och { $adept }: { $state }
pair-show =
    Mentorpar { $number }: { $mentor } (mentor) och { $adept } (adept)

    - Nu: { $state }
    - Träffar som har varit: { $held } av { $wanted }

    { $lines }
pair-show-empty =
    Mentorpar { $number }: { $mentor } (mentor) och { $adept } (adept)

    - Nu: { $state }
    - Träffar som har varit: 0 av { $wanted }

# $lacks: vad som saknas.
pair-not-on-track = Mentorpar { $number } har inte kommit igång helt än: { $lacks }.
pair-item-not-on-track = **{ $number }** { $mentor } och { $adept }: { $state }. Inte helt igång: { $lacks }
# Till programledare: det som någon svarade efter den senaste träffen.
pair-felt = { $name } svarade efter den senaste träffen: { $feeling }.
pair-felt-and-fits = { $name } svarade efter den senaste träffen: { $feeling }. Om hur det fungerar: { $fit }.
pair-felt-very-good = mycket bra
pair-felt-good = bra
pair-felt-okay = okej
pair-felt-not-so-good = inte så bra
pair-felt-unsaid = vill inte svara
pair-fits-well = det fungerar bra
pair-fits-acquainting = de håller på att lära känna varandra
pair-fits-not-well = det fungerar inte bra
pair-fits-talk = vill prata med programledaren
pair-lacks-agreement = överenskommelsen är inte klar
# $dates: hur många träffar som är bokade eller har varit. $wanted: hur många som ska bokas i början.
pair-lacks-dates = de har planerat { $dates } av { $wanted } träffar
pair-lacks-both = överenskommelsen är inte klar, och de har planerat { $dates } av { $wanted } träffar

# Hur det står till: mitt i en mening eller efter ett kolon.
pair-state-open = ingen träff är bokad
pair-state-asked = { $times ->
        [one] ingen träff är bokad; jag har frågat en gång, { $on }
        [2] ingen träff är bokad; jag har frågat två gånger, senast { $on }
       *[other] ingen träff är bokad; jag har frågat { $times } gånger, senast { $on }
    }
pair-state-booked = nästa träff { $at }
pair-state-booked-sometime = en träff är bokad, men jag vet inte tiden
pair-state-in-question = jag frågar om de träffades { $on }
pair-state-with-leader = väntar på din uppföljning sedan { $since }
pair-state-paused = pausat sedan { $since }
pair-state-not-started = programmet har inte startat
pair-state-ended = avslutat

pair-reminded = Mentorpar { $number } får en fråga om nästa träff så snart det är en lämplig tid på dagen.
pair-nothing-to-remind = Det finns inget att påminna mentorpar { $number } om: { $state }.

## En paus, mer tid, ett slut, en ny matchning

# $on: dagen då det går vidare, eller den sista dagen.
pair-paused = Mentorpar { $number } vilar till { $on } och går sedan vidare av sig självt. Jag har sagt det till båda.
pair-rests-until = Ert mentorskap vilar till { $on }. Fram till dess frågar jag inget, och sedan går det vidare av sig självt.
pair-goes-on-together = Nu är ert mentorskap i gång igen.
pair-rests = Mentorskapet med { $with } vilar just nu. Du behöver inte göra något, och jag säger till när det går vidare.
pair-goes-on = Mentorskapet med { $with } är i gång igen.
pair-not-to-come = Det måste vara en dag som kommer, och { $on } har redan varit.
pair-rests-too-long = Mentorparets sista dag är { $ends-on }, så det kan inte vila till { $on }. Välj en tidigare dag, eller förläng tiden först.
pair-extended = Mentorpar { $number } har nu tid till och med { $on }. Jag har sagt det till båda.
pair-extended-to = Ni har fått mer tid: er sista dag är nu { $on }.
# $ends-on: programmets sista dag.
pair-no-extension = En förlängning till { $on } ger inte mer tid. Programmets sista dag är { $ends-on }. Välj en senare dag, som inte redan har varit.
pair-end-sure =
    Jag avslutar mentorpar { $number }, { $mentor } och { $adept }, och tackar dem på deras egen plats.

    Ska jag avsluta det?
    .yes = Ja, avsluta
    .no = Nej
pair-ended = Mentorpar { $number }, { $mentor } och { $adept }, är avslutat. Jag har tackat dem.
pair-taken-apart = { $mentor } och { $adept } är inte längre ett mentorpar. De har inte fått veta något, eftersom programmet inte är startat.
# $end: vad man skriver.
pair-not-begun = Programmet är inte startat, så mentorpar { $number } vet inget än. Om de inte ska vara ett mentorpar skriver du { $end }
pair-ended-before = Mentorpar { $number } är redan avslutat.
# $lines: frågor att prata om.
pair-farewell =
    Hej { $mentor } och { $adept }! Nu är er tid som mentorpar i { $programme } slut. Tack för den tid ni har gett varandra!

    Ses gärna en sista gång. Det här kan ni prata om:

    { $lines }

    Det ni har sagt till varandra stannar mellan er, även efteråt.
pair-rematch-sure =
    Jag avslutar mentorpar { $number }, { $mentor } och { $adept }, och skriver till var och en att det blir en ny matchning. Ingen får veta vem som bad om det. Jag föreslår inte de två för varandra igen.

    Ska jag göra det?
    .yes = Ja, gör det
    .no = Nej
pair-rematched = Mentorpar { $number }, { $mentor } och { $adept }, är avslutat. Båda får veta att det blir en ny matchning.
pair-new-match-adept = Hej { $to }! Du ska få en ny mentor i { $programme } i stället för { $with }. Det betyder inte att någon av er har gjort fel. Det ni har pratat om stannar mellan er. Jag skriver till dig när du har fått en ny mentor.
pair-new-match-mentor = Hej { $to }! { $with } ska få en ny mentor i { $programme }. Det betyder inte att någon av er har gjort fel. Det ni har pratat om stannar mellan er. Tack för tiden du har gett! Jag skriver till dig om det finns en ny adept åt dig.
# $lines: mentorerna.
pair-candidates =
    Mentorer som har plats för { $adept }:

    { $lines }
# $reasons: vad som talar för det. $pair: vad man skriver.
pair-candidate = **{ $name }**: { $reasons } För att göra dem till mentorpar skriver du { $pair }
pair-no-candidate = Ingen mentor har plats för { $adept } just nu. Bjud in någon, eller fråga en mentor om att ta en adept till.
