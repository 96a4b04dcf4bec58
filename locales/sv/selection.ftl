### Att välja bland ansökningar: det som programledare ser, och beskeden till de sökande.
###
### $programme: programmets namn. $number: ansökans nummer. $name: ett namn.
### $role: adept eller mentor.

# $count: hur många. $lines: ansökningarna.
selection-list =
    { $count ->
        [one] En ansökan
       *[other] { $count } ansökningar
    } till { $programme }:

    { $lines }
selection-no-applications = Ingen ansökan till { $programme } har kommit in än.
# En rad i listan. $state, $points: några av de följande.
selection-item = **{ $number }** { $name } ({ $role }): { $state }; { $points }
selection-item-own = **{ $number }** { $name } ({ $role }): din egen
selection-no-such-application = Det finns ingen ansökan med nummer { $number }. Skriv `ansökningar lista` för att se numren.

selection-own-application = Det är din egen ansökan. Be någon annan som leder programmet att ta ställning till den.

# Hur det står till med en ansökan, mitt i en mening.
selection-state-open = inte avgjord
selection-state-accepted = antagen, har inte fått besked
selection-state-accepted-told = antagen
# $place: platsen på reservlistan.
selection-state-waiting = reservplats { $place }, har inte fått besked
selection-state-waiting-told = reservplats { $place }
selection-state-declined = inte antagen, har inte fått besked
selection-state-declined-told = inte antagen

# Vad programledarna tycker om en ansökan, mitt i en mening.
selection-points-none = inga poäng än
# $count: hur många programledare som har gett poäng.
selection-points-hidden = { $count ->
        [one] en programledare har gett poäng, som du ser när du har gett dina
       *[other] { $count } programledare har gett poäng, som du ser när du har gett dina
    }
# $lines: vad var och en har gett.
selection-points-given = { $lines }
# $sum: summan. $most: den högsta möjliga. $points: poängen var för sig.
selection-points-by = { $sum } av { $most } från { $name } ({ $points })

# $lines: frågorna med svaren.
selection-show =
    Ansökan { $number }: { $name }, som { $role }

    { $lines }

    Beslut: { $state }. Poäng: { $points }.
# $guardian: en vårdnadshavare. $on: när en programledare antecknade det.
selection-consented = Vårdnadshavaren { $guardian } har sagt ja, enligt en programledare { $on }.
selection-consent-recorded = Det är antecknat att vårdnadshavaren { $guardian } säger ja till ansökan { $number }.
selection-consent-not-needed = Adepterna i { $programme } är inte minderåriga enligt programmets fil, så det behövs inget samtycke. Ändra `adepts_are_minors` i filen om det är fel.
# $numbers: ansökningarnas nummer. $record: vad man skriver.
selection-consent-awaited = Jag väntar på en vårdnadshavares samtycke till ansökan nummer { $numbers }. När en vårdnadshavare har sagt ja skriver du { $record }

# $lines: ansökningarna.
selection-compared =
    Ansökningarna bredvid varandra:

    { $lines }
# $lines: frågorna med svaren.
selection-compared-answers =
    Så här har de svarat:

    { $lines }
# $question: frågan. $answers: några av de följande.
selection-compared-item = **{ $question }** { $answers }
selection-compared-answer = { $name }: { $answer }.
selection-compared-skipped = { $name }: inget svar.
# $most: hur många som går att jämföra. $example: till exempel.
selection-compare-several = Skriv numren på två till { $most } ansökningar, till exempel { $example }

# $lines: anteckningarna.
selection-notes =
    Era anteckningar, som bara ni som leder programmet ser:

    { $lines }
# $on: dagen. $words: vad $name har antecknat.
selection-note = { $name }, { $on }: { $words }
selection-noted = Din anteckning om ansökan { $number }, { $name }, är sparad.
# $points: vad programledarna tycker.
selection-scored = Dina poäng för ansökan { $number }, { $name }, är sparade. Poäng: { $points }.
# $points: vad programledarna tycker.
selection-points-stand = Du har sett de andras poäng för ansökan { $number }, { $name }, så dina får stå kvar. Poäng: { $points }.
# $lines: vad som bedöms. $example: ett helt exempel.
selection-bad-points =
    Ange ett tal för vart och ett av dessa, från 1 till talet som står där:

    { $lines }

    Till exempel: { $example }
# $words: vad som bedöms. $most: den högsta poängen.
selection-criterion-item = { $words }: { $most }
# $show: vad man skriver.
selection-no-criteria = Programmets fil säger inte än vad ansökningarna bedöms efter. Skriv { $show } för att få filen, lägg till `[[recruitment.criteria]]` och skicka tillbaka den till mig.

selection-decided = Ansökan { $number }, { $name }: { $state }.
# $before: hur det var förut.
selection-decided-anew = Ansökan { $number }, { $name }: { $state }. Förut var det: { $before }.
# $lines: vad som är bestämt om var och en. $decide: vad man skriver.
selection-decided-several = { $lines }
selection-already-told = { $name } har redan fått besked (ansökan { $number }: { $state }), så jag har inte ändrat något. Skriv { $decide } om du vill ändra beslutet.
# $before: vad beskedet sade. $then: vad som ska gälla. $waiting: hur många som väntar på platsen.
selection-redecide-sure =
    { $name } har redan fått besked (ansökan { $number }: { $before }). Prata med { $name } innan du ändrar det.

    Om du ändrar beslutet till ”{ $then }” får { $name } ett nytt besked nästa gång du skickar besked. { $waiting ->
        [0] { "" }
       *[other] Då går platsen till den första på reservlistan.
    }

    Vill du ändra?
    .change = Ändra
    .leave = Låt det vara
selection-takes-part = { $name } (ansökan { $number }) är eller har varit med i ett mentorpar, eller har fått frågan om ett. Därför går det inte att ändra beslutet. Prata med { $name }. Om { $name } vill sluta går det att skriva `radera mina uppgifter` till mig.

## Beskeden

# $accepted, $waiting, $declined, $open: hur många. $lines: beskeden.
selection-preview =
    Besked från { $programme }: antagna: { $accepted }, på reservlistan: { $waiting }, inte antagna: { $declined }. { $open ->
        [0] Alla ansökningar är avgjorda.
        [one] En ansökan är inte avgjord och får inget besked.
       *[other] { $open } ansökningar är inte avgjorda och får inget besked.
    }

    { $lines }

    Skriv `besked skicka` för att skicka dem.
# $count: till hur många det går. $letter: vad det säger, till en av dem.
selection-preview-item = { $count } × { $letter }
selection-no-letters = Ingen som har ansökt till { $programme } väntar på besked. Bestäm först med `ansökningar anta`, `ansökningar reserv` och `ansökningar avslå`.
selection-send-sure =
    Jag ska skicka beskeden från { $programme }: antagna: { $accepted }, på reservlistan: { $waiting }, inte antagna: { $declined }.

    Ska jag skicka dem?
    .send = Skicka
    .leave = Skicka inte
# $count: hur många.
selection-sent = { $count ->
        [one] Ett besked är på väg. Det kommer fram vid nästa lämpliga tid på dagen.
       *[other] { $count } besked är på väg. De kommer fram vid nästa lämpliga tid på dagen.
    }
# $count: hur många. Filen har ett brev för var och en.
selection-by-hand = { $count ->
        [one] En sökande har inget konto här, så jag kan inte skriva till hen. Brevet finns i filen. Skicka det själv, till exempel med e-post. Skriv `ansökningar visa` och numret för att se det igen.
       *[other] { $count } sökande har inget konto här, så jag kan inte skriva till dem. Breven finns i filen. Skicka dem själv, till exempel med e-post. Skriv `ansökningar visa` och numret för att se ett av dem igen.
    }
# $letter: beskedet.
selection-handed-letter =
    { $name } har inget konto här, så det här beskedet skickas utanför chatten:

    { $letter }
# $added: hur många som är nya. $known: hur många som redan fanns. $list: vad man skriver.
selection-imported = Ansökningarna till { $programme } är inlästa: { $added } nya, { $known } som redan fanns. Skriv { $list } för att se dem.
# $columns: namnen på kolumnerna.
selection-import-ignored = De här kolumnerna hör inte till någon fråga, så jag har inte sparat det som står i dem: { $columns }.
# $to: den sökandes förnamn. $starts-on: programmets första dag.
selection-letter-accepted = Hej { $to }! Vad roligt att få berätta att du har fått en plats i { $programme }, som { $role }. Programmet börjar { $starts-on }. Jag skriver igen när det är klart vem som blir din mentor eller adept.
# $place: platsen på reservlistan.
selection-letter-waiting = Hej { $to }! Tack för din ansökan till { $programme }. Du har fått reservplats { $place }. Jag skriver direkt om det blir en plats ledig.
# $erased-on: dagen då den sökandes uppgifter raderas.
selection-letter-declined = Hej { $to }! Tack för din ansökan till { $programme }. Den här gången kunde vi inte erbjuda dig en plats. Det är inget omdöme om dig. Allt du skrev raderar jag { $erased-on }.
selection-letter-retracted = Hej { $to }! Tidigare fick du veta att du hade en plats i { $programme }. Den gäller tyvärr inte längre. Det är inget omdöme om dig. Den som leder programmet kan berätta mer. Allt du skrev raderar jag { $erased-on }.
selection-letter-retracted-waiting = Hej { $to }! Tidigare fick du veta att du hade en plats i { $programme }. Den gäller tyvärr inte längre, men du står på reservlistan. Jag skriver direkt om det blir en plats ledig. Den som leder programmet kan berätta mer.
# $left: numret på ansökan vars plats har blivit ledig; namnet kan vara raderat. $promoted: vem som får platsen.
selection-promoted = En plats i { $programme } har blivit ledig (ansökan { $left }). { $promoted } får den från reservlistan, och får veta det nu.
# $send: vad man skriver.
selection-promoted-untold = En plats i { $programme } har blivit ledig (ansökan { $left }). { $promoted } får den från reservlistan, men har inte fått veta det än. Skriv { $send } för att skicka beskedet.
selection-place-free = En plats i { $programme } har blivit ledig (ansökan { $left }). Ingen står på reservlistan för den.
