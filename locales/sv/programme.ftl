### Program, till dem som leder dem.
###
### $name, $programme: programmets namn. $slug: dess kortnamn, som kan skrivas efter #.

## Att skapa ett, med några frågor

programme-notice-needs-version = Du har ändrat `privacy_notice`, men den har samma `privacy_version` som förut. De som redan har godkänt den får bara se den nya texten om den har en ny version. Ändra `privacy_version` och skicka filen igen.
programme-times-stand = { $name } är slut, så första dagen, längden och hur länge uppgifter sparas går inte att ändra längre: deltagarna har fått besked om när deras uppgifter raderas. Skapa ett nytt program om det ska fortsätta.
programme-ask-length = Hur länge ska programmet pågå? Du kan ändra allt i det senare.
    .three = 3 månader
    .seven = 7 månader
    .nine = 9 månader
    .twelve = 12 månader
programme-ask-name = Då blir det { $months } månader. Vad heter programmet?
programme-ask-start = Vilken dag börjar det? Du kan till exempel skriva { $example }
programme-ask-language = Vilket språk talar de flesta i programmet? Var och en kan välja ett annat språk för egen del.
programme-created =
    Programmet { $name } är klart och har kortnamnet { $slug }. Filen till programmet är bifogad. Om du vill ändra något gör du det i filen och skickar den tillbaka till mig.

    Det här är nästa steg:

    - Lägg till deltagarna: { $import }
    - Sätt ihop mentorpar: { $pair }
    - Starta programmet: { $start }
programme-slug-taken = Det finns redan ett program med kortnamnet { $slug }. Välj ett annat namn.
programme-bad-name = Det namnet går inte att använda. Skriv ett namn på en rad, med minst en bokstav eller siffra och inte för långt.

## Programmets fil

programme-show = Här är filen till { $name }. Om du vill ändra något gör du det i filen och skickar den tillbaka till mig.
programme-faulty =
    { $count ->
        [one] Det finns ett fel i { $file }, så jag har inte ändrat något.
       *[other] Det finns { $count } fel i { $file }, så jag har inte ändrat något.
    }

    { $lines }

    Rätta filen och skicka den igen.
programme-fault-at = Rad { $line }: { $what }
programme-fault-in = Rad { $line }, { $column }: { $what }
programme-difference =
    { $count ->
        [one] Den här raden ändras i { $name }:
       *[other] De här { $count } raderna ändras i { $name }:
    }

    { $lines }

    Ska jag spara det?
    .yes = Ja, spara
    .no = Nej
programme-line-gone = Tas bort: { $line }
programme-line-new = Läggs till: { $line }
# $count: hur många rader som inte visas.
programme-lines-more = Och { $count } till
programme-same-file = Filen är likadan som förut, så inget ändras i { $name }.
programme-changed = Sparat. { $name } följer nu den nya filen.
programme-other-programme = Den filen hör till ett annat program: { $slug }. Jag har inte ändrat något. Kontrollera att du skickade rätt fil.

programme-list =
    Dina program:

    { $lines }
programme-item = **{ $name }** { $slug }: { $state }
programme-no-programmes = Du leder inget program än. För att skapa ett skriver du { $create }

## Hur det står till

programme-status =
    { $name }: { $state }

    - Från { $starts-on } till { $ends-on }
    - Mentorer: { $mentors }
    - Adepter: { $adepts }
    - Har inte gått med än: { $waiting }
    - Mentorpar: { $pairs }, med bokad träff: { $booked }
    - Träffar som har varit: { $held } av { $planned }
    - Att följa upp: { $cases }

    { $cases ->
        [0] Inget väntar på dig. Du kan alltid kontrollera det med { $attention }
       *[other] För att se vad som väntar på dig skriver du { $attention }
    }
# En bild följer med som visar samma sak. $lines: månad för månad. $stands: hur det står till.
programme-progress =
    Träffar som har blivit av i { $name } sedan starten:

    { $lines }

    Mentorparen:

    { $stands }
programme-held-until = { $on }: { $held } av { $planned } enligt planen
programme-stand-count = { $stand }: { $count }
programme-stand-booked = Nästa träff är bokad
programme-stand-unbooked = Ingen träff är bokad
programme-stand-with-leader = Att följa upp
programme-stand-resting = Har paus
programme-stand-ended = Avslutade
# I bilden, bredvid linjerna och ovanför staplarna.
programme-chart-meetings = Träffar
programme-chart-planned = Planerade för hela programmet
programme-chart-held = Har blivit av hittills
programme-chart-pairs = Mentorpar
programme-state-draft = inte startat
programme-state-running = pågår
programme-state-paused = pausat sedan { $since }
programme-state-closed = avslutat

programme-started =
    { $name } har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.

    Nästa gång jag ser efter vilka träffar som behöver bokas är { $next-round }.
programme-started-without =
    { $name } har startat. Mentorparen får ett välkomstmeddelande så snart det är en lämplig tid på dagen, tidigast programmets första dag.

    De här personerna har inte gått med än, så jag når dem inte: { $missing }. För att få inbjudningar som du kan skicka till dem skriver du { $invite }

    Nästa gång jag ser efter vilka träffar som behöver bokas är { $next-round }.
programme-already-running = Programmet { $name } pågår redan.
programme-no-pairs-yet = { $name } kan inte starta än, för det finns inga mentorpar. För att sätta ihop ett skriver du { $pair }
programme-paused = Programmet { $name } är pausat. Jag påminner ingen om något förrän du skriver { $resume }
programme-resumed = Programmet { $name } pågår igen. Nästa gång jag ser efter vilka träffar som behöver bokas är { $next-round }.
programme-not-paused = Programmet { $name } är inte pausat.
programme-not-running = Programmet { $name } pågår inte just nu, så det går inte att göra.

## Till alla

programme-announce-preview =
    { $count ->
        [one] En person får det här meddelandet:
       *[other] { $count } personer får det här meddelandet:
    }

    { $words }

    Ska jag skicka det?
    .send = Skicka
    .leave = Skicka inte
programme-announcement =
    Meddelande från { $leader }, programledare för { $programme }:

    { $words }
programme-announced = { $count ->
        [one] En person får meddelandet så snart det är en lämplig tid på dagen.
       *[other] { $count } personer får meddelandet så snart det är en lämplig tid på dagen.
    }
programme-nobody-to-tell = Ingen har gått med i { $name } än, så det finns ingen att skicka till.

programme-not-utf8 = Den här filen är inte sparad som UTF-8. Spara den som UTF-8 i din textredigerare och skicka den igen.
# Samma sak för den som har haft paus.
programme-told-to-all = { $leader } till alla: { $words }
