### Hur en person vill bli tilltalad, och när.

settings-show =
    Dina inställningar:

    - Språk: { $language }. För att ändra det skriver du { $change-language }
    - Tidszon: { $zone }. För att ändra den skriver du { $change-zone }
    - Jag skriver till dig mellan { $from } och { $until }. För att ändra det skriver du { $change-hours }
    - Påminnelser om bokade träffar: { $reminders }. För att ändra det skriver du { $change-reminders }
    - Din egen kalender, så att jag vet när du är upptagen: skriv { $calendar }
# $reminders: en av settings-reminders-…
settings-ask-reminders =
    När vill du bli påmind om bokade träffar? Din inställning nu: { $reminders }.
    .both = En dag och en timme före
    .day = En dag före
    .hour = En timme före
    .never = Aldrig
# $command: vad man skriver.
settings-calendar-how =
    Jag kan titta i din kalender när du och din mentor eller adept vill hitta en tid. Jag sparar bara när du är upptagen, aldrig vad du gör eller med vem, och bara jag ser det.

    Skicka en kalenderfil (.ics) till mig här, eller ge mig kalenderns hemliga adress: { $command }
settings-calendar-not-yet = Jag har inte kunnat läsa din kalender än, och jag försöker igen flera gånger om dagen. För att ge mig en annan adress skriver du { $command }
# $count: hur många upptagna tider som kommer. $on: dagen då kalendern lästes.
settings-calendar-is = Jag känner till { $count ->
        [0] ingen upptagen tid
        [one] en upptagen tid
       *[other] { $count } upptagna tider
    } de kommande veckorna. Jag läste din kalender { $on }. För att ändra det skriver du { $command }, eller `inställningar kalender av` så glömmer jag den.
settings-calendar-coming = Tack. Jag läser din kalender och berättar strax hur det gick. Jag sparar adressen krypterad, och bara när du är upptagen.
settings-calendar-read = Jag kan läsa din kalender: { $count ->
        [0] du är ledig alla de kommande veckorna
        [one] du har en upptagen tid de kommande veckorna
       *[other] du har { $count } upptagna tider de kommande veckorna
    }. Från och med nu hoppar jag över dem när jag föreslår tider. Jag läser den igen flera gånger om dagen.
settings-calendar-file = Tack. Jag har sparat { $count ->
        [0] att du är ledig alla de kommande veckorna
        [one] en upptagen tid från din fil
       *[other] { $count } upptagna tider från din fil
    }, och inget annat. Skicka en ny fil när något ändras.
# $why: en mening.
settings-calendar-unread = Jag kunde inte läsa din kalender. { $why } För att prova en annan adress skriver du { $command }
settings-calendar-lost = Jag har inte kunnat läsa din kalender på tre dagar. { $why } Jag fortsätter med det jag visste. För att ge mig en annan adress skriver du { $command }
settings-calendar-none = Jag läser ingen kalender åt dig. För att ge mig en skriver du { $command }
settings-calendar-forgotten = Jag har glömt din kalender och allt jag visste från den.
settings-calendar-no-address = Jag behöver en adress som börjar med https:// eller webcal://. I de flesta kalendrar heter den hemlig adress eller adress i iCal-format. Skriv { $command }
settings-calendar-files-only = Jag kan inte läsa adresser här. Men du kan skicka din kalender till mig som en fil (.ics).
settings-unread-no-address = Det är inte en adress som jag kan läsa.
settings-unread-no-host = Jag nådde inget på den adressen.
settings-unread-private = Adressen ligger i ett privat nätverk, och där tittar jag inte.
settings-unread-silent = Den svarade inte i tid.
# $number: HTTP-status, till exempel 404.
settings-unread-refused = Den svarade med felet { $number }.
settings-unread-too-long = Den är för stor: jag läser högst fem megabyte.
settings-unread-no-calendar = Det är inte en kalender i iCal-format.
settings-reminders-changed = Ändrat. Påminnelser om bokade träffar: { $reminders }.
settings-reminders-both = en dag och en timme före
settings-reminders-day = en dag före
settings-reminders-hour = en timme före
settings-reminders-never = aldrig
# Vad språket kallar sig självt, mitt i en mening och på en knapp.
settings-language = svenska
settings-language-changed = Från och med nu skriver jag till dig på svenska.
settings-no-such-language = Jag kan inte språket ”{ $said }”. Jag kan { $known }.
settings-zone-changed = Din tidszon är nu { $zone }. Där är det { $now }.
settings-no-such-zone = Jag känner inte till tidszonen ”{ $said }”. Du kan till exempel skriva { $nearest }
settings-hours-changed = Från och med nu skriver jag till dig mellan { $from } och { $until }. Jag svarar ändå direkt när du skriver till mig.
settings-bad-hours = Jag förstod inte från när till när du menar. Skriv först när jag får börja och sedan en senare tid då jag slutar, till exempel { $example }

settings-paused-until = Du har paus till { $on }. Om du vill börja igen tidigare skriver du { $resume }
settings-paused = Du har paus. När du vill börja igen skriver du { $resume }
settings-pair-paused = Då låter jag er vara i fred. När ni vill börja igen kan någon av er skriva { $resume }
settings-paused-between = Du har paus från { $from } till { $until }. Om det ändrar sig skriver du { $resume }
settings-paused-from = Du har paus från och med { $from }. Om det ändrar sig, eller när du vill börja igen, skriver du { $resume }
settings-plan-dropped = Då blir det ingen paus. Allt fortsätter som vanligt.
settings-pause-backwards = Pausen måste sluta en senare dag än den börjar, och du skrev { $from } till { $until }. Skriv dagarna igen.
settings-resumed = Välkommen tillbaka! Nu är allt i gång igen.
# $lines: det som har hänt under tiden.
settings-resumed-missed =
    Välkommen tillbaka! Nu är allt i gång igen. Här är det som hände under tiden och det som kommer:

    { $lines }
settings-not-paused = Du har ingen paus just nu.
settings-programme-paused = Programledaren har pausat { $programme }, så jag påminner dig inte just nu. När programmet är i gång igen fortsätter allt av sig självt.
settings-pause-in-past = Pausen måste sluta en senare dag än i dag, och du skrev { $on }. Skriv en annan dag.
settings-nothing-to-pause = Du är inte med i något program som pågår, så det finns inget att pausa.
