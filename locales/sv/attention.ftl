### Det som en programledare bör titta på. Bara fakta, och ingen skuld.
###
### $mentor, $adept, $name: namn. $programme: programmets namn. $number: mentorparets nummer.

# $level: attention-red eller attention-yellow. $why: en av attention-why-…
attention-pair =
    { $level }: mentorpar { $number }, { $mentor } (mentor) och { $adept } (adept). { $why }

    Här är ett meddelande som du kan skicka till dem:

    { $ready }
    .write = Skriv
    .done = Klart
    .later = Påminn mig om 14 dagar
attention-person =
    { $level }, i { $programme }: { $why }

    Här är ett meddelande som du kan skicka:

    { $ready }
    .write = Skriv
    .done = Klart
    .later = Påminn mig om 14 dagar
# $by: dagen då svaret är utlovat.
attention-help =
    Ett förtroligt meddelande i { $programme }. { $why }

    Jag har lovat svar senast { $by }. Det här är sagt i förtroende, så berätta det inte vidare.

    Här är ett meddelande som du kan skicka:

    { $ready }
    .write = Skriv
    .done = Klart
    .later = Påminn mig om 14 dagar
attention-help-overdue =
    Någon i { $programme } väntar på svar. { $why }

    Jag lovade svar senast { $by }. Det här är sagt i förtroende, så berätta det inte vidare.

    Här är ett meddelande som du kan skicka:

    { $ready }
    .write = Skriv
    .done = Klart
    .later = Påminn mig om 14 dagar
attention-left =
    { $name } har lämnat servern där jag kan skriva till folk, så jag når inte { $name } i { $programme }.

    Kontakta { $name } på ett annat sätt, och fråga om det var meningen. Om { $name } kommer tillbaka märker jag det och berättar vad som har hänt under tiden.
    .done = Klart
    .later = Påminn mig om 14 dagar

attention-unreachable =
    Jag når inte { $name } i { $programme }: mina meddelanden kommer inte fram.

    Kontakta { $name } på ett annat sätt, och fråga om det går att ta emot direktmeddelanden från mig. På Discord heter inställningen **Direktmeddelanden** och finns i serverns meny, under Sekretessinställningar.
    .done = Klart
    .later = Påminn mig om 14 dagar

# $open: hur många som inte är avgjorda. $untold: hur många besked som inte är skickade. $list, $send: vad man skriver.
attention-letters-due =
    De som har ansökt till { $programme } ska få besked senast { $on }. { $open ->
        [0] Alla ansökningar är avgjorda,
        [one] En ansökan är inte avgjord,
       *[other] { $open } ansökningar är inte avgjorda,
    } { $untold ->
        [0] och det finns inget besked att skicka än.
        [one] och ett besked är inte skickat.
       *[other] och { $untold } besked är inte skickade.
    }

    Skriv { $list } för att se ansökningarna och { $send } när besluten är klara.
    .done = Klart
    .later = Påminn mig om 14 dagar
# $on: första dagen. $pairs: hur många mentorpar. $start: vad man skriver.
attention-not-started =
    { $programme } är inte startat. Första dagen är satt till { $on }. { $pairs ->
        [0] Det finns inget mentorpar än.
        [one] Det finns ett mentorpar.
       *[other] Det finns { $pairs } mentorpar.
    }

    När mentorparen är klara skriver du { $start }, så hälsar jag alla välkomna. Om det ska börja en annan dag ändrar du `start` i programmets fil.
    .done = Klart

## Varför någon står på listan, i en eller två meningar. Aldrig vems fel det är.

attention-red = Rött
attention-yellow = Gult
attention-why-not-booked = De har ingen träff bokad. Det har varit dags sedan { $since }. { $asked ->
        [0] Jag har inte frågat dem än.
        [one] Jag har frågat dem en gång.
        [2] Jag har frågat dem två gånger.
       *[other] Jag har frågat dem { $asked } gånger.
    }
attention-why-few-dates = De började { $since } och har bokat eller haft { $dates ->
        [0] ingen träff.
        [one] en träff.
       *[other] { $dates } träffar.
    } Det brukar gå bättre när { $wanted ->
        [one] en träff
       *[other] { $wanted } träffar
    } är bokade från början.
attention-why-no-meeting = Sedan { $since } har ingen av dem sagt att de har träffats.
attention-why-no-meeting-booked = Sedan { $since } har ingen av dem sagt att de har träffats. Nästa träff är bokad: { $next }.
attention-why-no-answer = De har inte svarat på om deras bokade träff { $on } blev av. Jag har frågat tre gånger.
attention-why-facts-differ = De minns olika om de träffades { $on }. Fråga båda.
attention-why-no-goal = Adepten har inget mål än, och en fjärdedel av programmet har gått sedan de började { $since }.
attention-why-silent = Jag har väntat på svar från { $name } sedan { $since }. Jag får svar från { $with }.
attention-why-missed = { $name } har inte svarat mig sedan { $since }, och { $with } får inte heller svar. Det sa { $with } i förtroende.
attention-why-bad-fit = { $name } svarade { $on } att det inte fungerar bra med { $with }. Det är sagt i förtroende: { $with } vet inte om det.
attention-why-words =
    { $name } har skrivit till dig:

    { $words }
attention-why-talk = { $name } vill prata med dig.
attention-why-rematch = { $name } önskar en ny matchning.
attention-why-stop = { $name } vill sluta i programmet.
attention-why-unheard = { $name } sa { $on } att den andra i mentorparet inte svarar.
attention-why-written = { $name } har skrivit till dig i förtroende.
attention-why-left = { $name } har lämnat servern där jag kan skriva till folk. Jag märkte det { $on }.
attention-why-counts-differ = De minns olika hur många gånger de har träffats, i enkäten som stängde { $on }. Fråga båda.
attention-why-low-marks = { $name } har svarat lågt i de två senaste enkäterna, eller mycket lägre än förra gången.
attention-why-never-comes = { $name } har inte varit på de två senaste programträffarna.
attention-why-unreachable = Jag når inte { $name }: mina meddelanden kommer inte fram.

## Meddelanden som programledaren kan skicka som de är

attention-ready-not-booked = Hej { $mentor } och { $adept }! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
attention-ready-no-answer = Hej { $mentor } och { $adept }! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.
attention-ready-few-dates = Hej { $mentor } och { $adept }! Det brukar gå lättare att ses om man bokar några träffar i förväg. Kan ni boka två tider till?
attention-ready-no-meeting = Hej { $mentor } och { $adept }! Det var ett tag sedan jag hörde att ni träffades. Hur går det för er? Säg till om jag kan hjälpa er med något, eller om ni behöver göra en paus.
attention-ready-facts-differ = Hej { $mentor } och { $adept }! Jag är inte säker på om er senaste träff blev av. Det gör inget om den inte blev det. Kan ni hjälpa mig att få det rätt?
attention-ready-no-goal = Hej { $mentor } och { $adept }! Prata gärna om vad { $adept } vill ha uppnått när programmet är slut. Det behöver inte vara något stort. Säg till om ni vill ha hjälp.
attention-ready-low-marks = Hej { $name }! Tack för att du svarade på enkäten. Jag undrar hur du har det i mentorskapet. Är det något som jag kan hjälpa till med?
attention-ready-never-comes = Hej { $name }! Vi har saknat dig på programträffarna. Är det något som gör det svårt att komma? Säg gärna till om vi kan göra det lättare.
attention-ready-silent = Hej { $name }! Jag har inte hört något från dig på ett tag och undrar hur det är. Om det är mycket just nu kan vi göra en paus. Skriv gärna några ord till mig.
attention-ready-bad-fit = Hej { $name }! Tack för att du sa hur det känns. Jag vill gärna höra mer, och vi hittar en lösning tillsammans. När passar det att prata?
attention-ready-help = Hej { $name }! Tack för att du hörde av dig. När passar det dig att prata?

# $red, $yellow: hur många. $attention: vad man skriver för att se hela listan.
attention-digest =
    Att följa upp den här veckan i { $programme }: { $red ->
        [0] inget rött
        [one] en röd sak
       *[other] { $red } röda saker
    } och { $yellow ->
        [0] inget gult.
        [one] en gul sak.
       *[other] { $yellow } gula saker.
    }

    { $lines }

    Skriv { $attention } för att se allt, med färdiga meddelanden.

attention-list =
    { $count ->
        [one] En sak att följa upp i { $programme }:
       *[other] { $count } saker att följa upp i { $programme }, det viktigaste först:
    }

    { $lines }
# $shown: hur många som kommer med sitt meddelande.
attention-list-more =
    { $count ->
        [one] En sak att följa upp i { $programme }:
       *[other] { $count } saker att följa upp i { $programme }, det viktigaste först:
    }

    { $lines }

    { $shown ->
        [one] Här är det viktigaste.
       *[other] Här är de { $shown } viktigaste.
    } När du är klar med dem visar jag resten.
attention-all-well = Det finns inget att följa upp i { $programme }.
attention-item = { $level }, mentorpar **{ $number }** ({ $mentor } och { $adept }): { $why }
attention-item-person = { $level }: { $why }
attention-item-letters-due = Besked till de sökande: senast { $on }
attention-item-not-started = Programmet är inte startat: första dagen är { $on }

attention-ready =
    Det här är meddelandet till { $mentor } och { $adept }. De ser att det kommer från dig.

    { $words }

    Ska jag skicka det?
    .send = Skicka
    .leave = Skicka inte
attention-ready-person =
    Det här är meddelandet till { $name }. Bara { $name } ser det, och att det kommer från dig.

    { $words }

    Ska jag skicka det?
    .send = Skicka
    .leave = Skicka inte
attention-sent-person = Meddelandet är på väg till { $name }.
attention-sent = Meddelandet är på väg till { $mentor } och { $adept }.
attention-closed = Tack! { $mentor } och { $adept } står inte längre på din lista.
attention-closed-until = Tack! { $mentor } och { $adept } står inte längre på din lista. Om de inte har bokat någon träff frågar jag dem igen från och med { $on }.
attention-later = Då påminner jag dig { $on }.
attention-closed-before = Det är redan avklarat.
attention-closed-programme = Tack! Det står inte längre på din lista för { $programme }.
attention-closed-person = Tack! { $name } står inte längre på din lista.
