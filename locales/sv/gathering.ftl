### Programträffar: träffar för alla mentorer och adepter i ett program.
###
### $title: vad programträffen heter. $at: när den börjar. $lines: platsen och annat som är bra att
### veta. $number: dess nummer, som man skriver. $edit: vad man skriver för att ändra den.

## Till var och en

gathering-invite =
    Välkommen till { $title } { $at }!

    { $lines }

    Kommer du?
    .yes = Jag kommer
    .no = Jag kommer inte
    .maybe = Kanske
gathering-ask-again =
    Jag vet inte än om du kommer till { $title } { $at }.

    { $lines }

    Kommer du?
    .yes = Jag kommer
    .no = Jag kommer inte
    .maybe = Kanske
gathering-in-a-week =
    Om en vecka är det { $title }: { $at }.

    { $lines }

    Om du får förhinder är det bra om du säger till.
    .cannot = Jag kan inte komma
gathering-tomorrow =
    I morgon är det { $title }: { $at }.

    { $lines }
    .cannot = Jag kan inte komma
gathering-in-an-hour =
    Om en timme börjar { $title }: { $at }.

    { $lines }
    .cannot = Jag kan inte komma
# $from: när den skulle ha börjat.
gathering-moved =
    { $title } har fått en ny tid.

    - Från: { $from }
    - Till: { $at }

    { $lines }

    Kommer du då?
    .yes = Jag kommer
    .no = Jag kommer inte
    .maybe = Kanske
gathering-elsewhere =
    { $title } { $at } har ändrats. Så här är det nu:

    { $lines }
gathering-no-longer-for-you = { $title } { $at } är inte längre för dig, så du behöver inte komma.
gathering-called-off = { $title } { $at } är inställd.
gathering-moved-up =
    Det finns en plats till dig på { $title } { $at }. Kommer du behöver du inte göra något.

    { $lines }
    .cannot = Jag kan inte komma
# $words: programledarens text.
gathering-material =
    Efter { $title }:

    { $words }

## Det som är bra att veta

gathering-place = Plats: { $place }
# $words: vad den handlar om.
gathering-about = { $words }
# $at: när den slutar.
gathering-until = Slutar { $at }
gathering-room = { $capacity ->
        [one] Plats för en person.
       *[other] Plats för högst { $capacity } personer.
    }
# $on: sista dagen att svara.
gathering-answer-by = Svara senast { $on }
# $audience: för vilka den är.
gathering-only-for = Den är { $audience }.

## I programmets kanal

gathering-announced =
    { $title }: { $at }

    { $lines }

    Du som är inbjuden får frågan direkt av mig. Du kan också skriva till mig att du kommer.
gathering-announced-moved =
    { $title } har fått en ny tid.

    - Från: { $from }
    - Till: { $at }

    { $lines }
gathering-announced-off = { $title } { $at } är inställd.

## Svar till den som har svarat

gathering-coming = Välkommen till { $title } { $at }. Säg till om du får förhinder.
# $place: vilken plats i kön.
gathering-waiting = Det är fullt på { $title }, så du står i kö som nummer { $place }. Om det blir en plats till dig får du den, och jag säger till.
gathering-not-coming = Tack för svaret. Jag har antecknat att du inte kommer till { $title }.
gathering-perhaps = Tack! Jag har antecknat att du kanske kommer till { $title }. Säg till när du vet.
# $on: sista dagen. $contact: vad man skriver.
gathering-too-late = Sista dagen att anmäla sig till { $title } var { $on }. Vill du ändå komma kan du fråga programledaren: { $contact }
gathering-begun = { $title } har redan börjat.
gathering-is-off = { $title } är inställd.
gathering-not-for-you = Den programträffen är inte för dig.
# $list: vad man skriver.
gathering-no-such-gathering = Det finns ingen programträff med nummer { $number }. Skriv { $list } för att se vilka som finns.
gathering-about-it = Om du kommer till { $title }
gathering-nothing-to-answer = Du har ingen programträff att svara på just nu.

gathering-list =
    Kommande programträffar:

    { $lines }

    Skriv till exempel `jag kommer 2` eller `jag kommer inte 2`.
gathering-list-empty = Det är inga programträffar på gång just nu. Jag säger till när du blir inbjuden till en.
# $own: vad man själv har svarat.
gathering-item = { $number }. { $title }, { $at }: { $own }
gathering-item-in = { $number }. { $title } i { $programme }, { $at }: { $own }
gathering-own-yes = du kommer
gathering-own-no = du kommer inte
gathering-own-maybe = kanske
gathering-own-waiting = du står i kö
gathering-own-none = inte besvarad

gathering-here = Tack! Jag har antecknat att du är på { $title }.
gathering-no-such-code = Den koden gäller ingen programträff just nu. Kontrollera koden, eller fråga programledaren.

## Till programledaren: planera

# $count: hur många som är inbjudna.
gathering-preview =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Ingen har gått med i programmet än, så ingen blir inbjuden nu.
        [one] En person blir inbjuden nu.
       *[other] { $count } personer blir inbjudna nu.
    }

    Ska jag göra så?
    .now = Ja
    .no = Nej
# $on: tre veckor före.
gathering-preview-later =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Ingen har gått med i programmet än.
        [one] Den är för en person.
       *[other] Den är för { $count } personer.
    } När ska jag bjuda in? Tre veckor före är { $on }.
    .later = Tre veckor före
    .now = Nu
    .no = Inte alls
gathering-preview-unstarted =
    { $title }: { $at }

    { $lines }

    { $count ->
        [0] Ingen har gått med i programmet än.
        [one] Den är för en person.
       *[other] Den är för { $count } personer.
    } Inbjudan går ut när programmet är igång, tidigast tre veckor före.

    Ska jag göra så?
    .yes = Ja
    .no = Nej
# $times: alla tider.
gathering-preview-row =
    { $title } kommer igen:

    { $times }

    { $lines }

    { $count ->
        [0] Ingen har gått med i programmet än.
        [one] En person blir inbjuden till var och en, tre veckor före eller nu om det är kortare tid kvar.
       *[other] { $count } personer blir inbjudna till var och en, tre veckor före eller nu om det är kortare tid kvar.
    }

    Ska jag göra så?
    .yes = Ja
    .no = Nej
# $on: dagen.
gathering-rest-day = I programmets kalender är { $on } en ledig dag.
# $on: programmets sista dag.
gathering-after-the-end = Det är efter programmets sista dag, { $on }.
# $edit: vad man skriver.
gathering-one-language = Nu står det likadant på alla språk. Skriv { $edit } om du vill se hur du anger flera.
gathering-planned = { $count ->
        [0] { $title } { $at } är planerad. Ingen har gått med i programmet än.
        [one] { $title } { $at } är planerad, och jag bjuder in en person.
       *[other] { $title } { $at } är planerad, och jag bjuder in { $count } personer.
    } Skriv { $edit } för att ändra något.
gathering-planned-later = { $title } { $at } är planerad. Jag bjuder in { $on }. Skriv { $edit } för att ändra något innan dess.
# $lines: alla, med nummer.
gathering-planned-row =
    { $title } är planerad:

    { $lines }

    Var och en kan ändras för sig, till exempel { $edit }.
gathering-past = { $at } har redan passerat.
# $most: hur många som får plats.
gathering-too-many = Det finns redan { $most } programträffar, och fler kan jag inte hålla ordning på.
# $most: hur lång den får vara. $example: ett exempel.
gathering-bad-title = Vad ska den heta? Titeln får vara högst { $most } tecken, och sedan kommer ett komma: { $example }. På två språk: `Uppstartsträff / Kickoff`.
# $start: vad man skriver.
gathering-when-started = { $title } { $at } är planerad. Jag bjuder inte in någon förrän programmet har startat: { $start }

## Till programledaren: ändra

# $count: hur många som får veta det.
gathering-echo-move =
    { $title } får en ny tid.

    - Från: { $from }
    - Till: { $at }

    { $count ->
        [0] Ingen är inbjuden än.
        [one] En person får veta det och får frågan igen.
       *[other] { $count } personer får veta det och får frågan igen.
    }

    Ska jag flytta den?
    .yes = Ja, flytta
    .no = Nej
gathering-echo-time =
    { $title } blir { $at }.

    Ska jag göra så?
    .yes = Ja
    .no = Nej
# $place: den nya platsen.
gathering-echo-place =
    { $title } { $at } är på en ny plats: { $place }

    { $count ->
        [one] En person får veta det.
       *[other] { $count } personer får veta det.
    }

    Ska jag göra så?
    .yes = Ja
    .no = Nej
# $only: vilka den är för.
gathering-echo-audience =
    { $title }: { $only } { $count ->
        [one] En person som är inbjuden får veta att den inte längre är för den personen.
       *[other] { $count } inbjudna får veta att den inte längre är för dem.
    }

    Ska jag göra så?
    .yes = Ja
    .no = Nej
gathering-echo-cancel =
    { $count ->
        [0] Ingen är inbjuden till { $title } än.
        [one] En person får veta att { $title } är inställd.
       *[other] { $count } personer får veta att { $title } är inställd.
    }

    Ska jag ställa in den?
    .yes = Ja, ställ in
    .no = Nej
gathering-changed =
    Programträff { $number }, { $title }, är nu så här:

    { $lines }
gathering-cancelled = Programträff { $number }, { $title }, är inställd.
# $lines: det som kan ändras.
gathering-what-to-edit =
    Vad vill du ändra på programträff { $number }? Skriv till exempel:

    { $lines }
gathering-can-edit = { $edit }
gathering-is-over = Programträff { $number } har varit eller är inställd, så den går inte att ändra.
gathering-answer-by-too-late = Programträffen är före { $on }. Välj samma dag eller en tidigare.
gathering-would-end = Programträff { $number }, { $title }, ställs in.
# $least, $most: det minsta och det största som går.
gathering-bad-length = Skriv hur många minuter programträffen är, från { $least } till { $most }.
gathering-bad-number = Skriv ett tal från { $least } till { $most }.

## Till programledaren: se

# $when: när den är.
gathering-show =
    Programträff { $number }: { $title }, { $when }

    { $lines }

    Skriv { $edit } för att ändra något.
# $create: vad man skriver.
gathering-leader-list =
    Programträffar i { $programme }:

    { $lines }

    Skriv { $create } för att planera en till.
gathering-leader-list-empty = Det finns inga programträffar i { $programme }. Skriv { $create } för att planera en.
# $counts: hur många som kommer.
gathering-leader-item = { $number }. { $title }, { $when }: { $counts }
gathering-at = { $at }
gathering-no-time = ingen tid än
# $week: vilken vecka av programmet. $on: dess första dag.
gathering-no-time-week = ingen tid än, men tänkt till programmets vecka { $week }, som börjar { $on }
gathering-not-invited = ingen är inbjuden än
# $on: när alla blir inbjudna.
gathering-invited-on = inbjudan går ut { $on }
# $yes, $no, $maybe, $silent, $waiting: hur många.
gathering-counts = { $yes } kommer, { $maybe } kanske, { $no } kommer inte, { $silent } har inte svarat
gathering-counts-waiting = { $yes } kommer, { $waiting } i kö, { $maybe } kanske, { $no } kommer inte, { $silent } har inte svarat
gathering-came = { $count ->
        [one] en var där
       *[other] { $count } var där
    }
gathering-off = inställd
# $names: namnen.
gathering-yes = Kommer: { $names }
gathering-queue = I kö: { $names }
gathering-maybes = Kanske: { $names }
gathering-noes = Kommer inte: { $names }
gathering-silent = Har inte svarat: { $names }

## Till programledaren: närvaro och material

# $code: koden. $here: vad den skriver som är där. $note: vad programledaren skriver.
gathering-attendance =
    Visa den här koden på { $title }: { $code }. Den som är där skriver { $here } till mig. Koden gäller från en timme före till tolv timmar efter slutet.

    { $lines }

    Du kan också skriva { $note } och namnen på dem som var där, med komma mellan.
gathering-came-names = Var där: { $names }
gathering-came-nobody = Ingen är antecknad än.
gathering-attendance-noted = Antecknat. På { $title } var { $names }.
gathering-not-yet = Det går först när { $title } har börjat.
gathering-material-sent = { $count ->
        [0] Ingen kan få texten än, men jag har sparat den till { $title }.
        [one] En person får texten från { $title }.
       *[other] { $count } personer får texten från { $title }.
    }

# $week: vilken vecka av programmet. $on: dess första dag.
gathering-ask-time =
    { $title } är tänkt till programmets vecka { $week }, som börjar { $on }, och har ingen tid än.

    När ska den vara? Skriv till exempel { $edit }. Tre veckor före bjuder jag in dem som den är för.

gathering-channel-set = Här berättar jag om programträffarna i { $programme }.
gathering-channel-off = Jag berättar inte längre om programträffarna i { $programme } i någon kanal. Alla får fortfarande frågan direkt.
# $command: vad man skriver.
gathering-channel-where = Skriv { $command } i den kanal eller det rum där jag ska berätta om programträffarna.

# Vad den heter i en kalender.
gathering-calendar-title = { $title } ({ $programme })

# Så här kan en programledare ändra, efter `ändra programträff 2`.
gathering-edits = titel Uppstartsträff / Kickoff | tid 12 mars kl. 13.00 | plats Stora salen | om Vi lär känna varandra | för mentorer | platser 20 | svara senast 8 mars | längd 90
# Ett exempel på en tid.
example-time = torsdag kl. 13.00
