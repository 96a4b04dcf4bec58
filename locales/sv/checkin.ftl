### Enkäter: några korta frågor till alla mentorer och adepter i ett program.
###
### $question: frågan. $intro: början av enkäten, eller vilken fråga det är. $sees: vem som ser svaret.
### $until: sista dagen att svara. $threshold: från hur många svar resultat visas.

## Frågorna

checkin-ask-agree =
    { $intro }

    { $question }

    { $sees }
    .one = 1 stämmer inte alls
    .two = 2
    .three = 3
    .four = 4
    .five = 5 stämmer helt
    .unsaid = Vill inte svara
checkin-ask-times =
    { $intro }

    { $question }

    { $sees }
    .none = 0
    .once = 1
    .twice = 2
    .more = 3 eller fler
    .unsaid = Vill inte svara
checkin-ask-words =
    { $intro }

    { $question } Skriv svaret här.

    { $sees } Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott.
    .skip = Hoppa över
checkin-ask-nearness =
    { $intro }

    { $question }

    { $sees }
    .one = 1 långt ifrån
    .two = 2
    .three = 3
    .four = 4
    .five = 5 nästan framme
    .unsaid = Vill inte svara
checkin-ask-satisfaction =
    { $intro }

    { $question }

    { $sees }
    .one = 1 inte alls nöjd
    .two = 2
    .three = 3
    .four = 4
    .five = 5 mycket nöjd
    .unsaid = Vill inte svara
checkin-ask-ten =
    { $intro }

    { $question } Svara från 0, inte alls troligt, till 10, mycket troligt.

    { $sees }
    .unsaid = Vill inte svara
checkin-ask-yes-no =
    { $intro }

    { $question }

    { $sees }
    .yes = Ja
    .no = Nej
    .unsaid = Vill inte svara
checkin-ask-gains =
    { $intro }

    { $question } Välj allt som stämmer, ett i taget, och sedan Klart.

    { $sees }
    .done = Klart
    .unsaid = Vill inte svara
# $chosen: det som är valt.
checkin-ask-more-gains =
    Du har valt:

    { $chosen }

    Välj mer, eller samma en gång till för att ta bort det. Välj Klart när du är färdig.
    .done = Klart
    .unsaid = Vill inte svara
# $words: det som kan väljas.
checkin-gain = { $words }
checkin-nothing-ticked = inget än
# $programme: programmets namn. $count: hur många frågor det är.
checkin-intro = Hur går det i { $programme }? Här kommer { $count ->
        [one] en kort fråga
       *[other] { $count } korta frågor
    }, en i taget. Du kan svara till och med { $until }.
checkin-intro-again = Du har frågor kvar om { $programme }. Du kan svara till och med { $until }.
checkin-intro-start = Nu har { $programme } börjat. { $count ->
        [one] Här kommer en fråga
       *[other] Här kommer { $count } frågor
    } om var du står i dag, så att vi kan se vad mentorskapet ger. Du kan svara till och med { $until }.
checkin-intro-halftime = Halva tiden har gått i { $programme }. Här kommer { $count ->
        [one] en fråga
       *[other] { $count } frågor, en i taget,
    } om hur det har varit hittills. Du kan svara till och med { $until }.
checkin-intro-close = { $programme } går mot sitt slut. Här kommer { $count ->
        [one] en sista fråga
       *[other] { $count } frågor, en i taget,
    } om hela mentorskapet. Svaren hjälper dem som kommer efter dig. Du kan svara till och med { $until }.
checkin-intro-follow-up = Hej igen! Det är ett tag sedan { $programme } slutade. Här kommer { $count ->
        [one] en sista fråga
       *[other] { $count } sista frågor
    }. Du kan svara till och med { $until }.
# $checkin: vad man skriver.
checkin-words-left = En fråga återstår om { $programme }, att besvara med egna ord om du vill. Du kan svara till och med { $until }: skriv { $checkin }.
# $number, $of: vilken fråga av hur många.
checkin-place = Fråga { $number } av { $of }
checkin-trust = Jag kan prata om det som är viktigt för mig när vi ses.
checkin-use-adept = Träffarna hjälper mig att nå mina mål.
checkin-use-mentor = Jag märker att träffarna hjälper min adept att komma vidare.
# $since: dagen för förra enkäten, eller första dagen.
checkin-met = Hur många gånger har ni träffats sedan { $since }?
checkin-direction = Jag vet vad vi ska prata om nästa gång.
checkin-support = Jag får det stöd jag behöver från programmet.
checkin-open = Finns det något som programledaren bör veta?
checkin-baseline = Hur nära är du det du vill uppnå?
checkin-so-far = Hur nöjd är du med mentorskapet så här långt?
checkin-satisfied = Hur nöjd är du med mentorskapet som helhet?
checkin-recommend = Hur troligt är det att du skulle rekommendera programmet till någon du känner?
checkin-gains = Vad har mentorskapet gett dig?
checkin-better = Vad kan vi göra bättre nästa gång?
checkin-quote = Vill du säga något om mentorskapet som vi får citera i utvärderingen?
checkin-in-touch = Har ni fortfarande kontakt?
checkin-goals = Hur långt adepterna kom med sina mål, som T-poäng: 50 är så långt som väntat
checkin-felt = Hur träffarna kändes, från 1 inte så bra till 4 mycket bra
checkin-fit = De som tycker att det fungerar bra, eller håller på att lära känna varandra
# $words: programmets egen fråga.
checkin-own = { $words }
checkin-seen-by-leaders = Programledaren ser ditt svar och ditt namn. Din mentor/adept ser det inte. Svaren används aldrig i lönesamtal eller rekrytering.
checkin-seen-by-nobody = Svaret sparas utan ditt namn. Tills enkäten stänger är svaret låst: ingen läser det, men du kan ändra det. Resultat visas bara om minst { $threshold } har svarat.
checkin-words-seen-by-nobody = Det du skriver sparas utan ditt namn. Tills enkäten stänger är svaret låst: ingen läser det, men du kan ändra det. Programledaren får läsa det bara om minst { $threshold } har skrivit något.
checkin-seen-as-quote = Det du skriver här får stå i utvärderingen, utan ditt namn, om minst { $threshold } har skrivit något. Tills enkäten stänger är svaret låst: ingen läser det, men du kan ändra det.
# $change: vad man skriver.
checkin-done = Tack för dina svar! Till och med { $until } kan du ändra dem: skriv { $change }.
# $count: hur många frågor. $lines: frågorna.
checkin-which-to-change =
    { $count ->
        [one] Du har svarat på frågan.
       *[other] Du har svarat på alla { $count } frågorna.
    } Vilket svar vill du ändra? Det går till och med { $until }.

    { $lines }
# $number: frågans nummer.
checkin-item = { $number }. { $question }
# $on: dagen då den stängde.
checkin-closed = Enkäten stängde { $on }, så svar går inte att lämna eller ändra längre.
checkin-none-now = Det finns ingen enkät att svara på just nu. Jag säger till när det finns en.
checkin-not-by-reaction = Reaktioner med emoji är inte krypterade, så jag tar inte emot enkätsvar så. Skriv siffran i stället.

## Till programledaren

# $number: enkätens nummer. $count: hur många som får den. $names: om namnen syns.
checkin-opened = { $count ->
        [one] Enkät { $number } är öppen till och med { $until }. En person får den, och påminns högst två gånger.
       *[other] Enkät { $number } är öppen till och med { $until }. { $count } personer får den, och påminns högst två gånger var.
    } { $names }
checkin-already-open = Enkät { $number } är redan öppen, till och med { $until }.
# $on: den första dagen då nästa kan öppnas.
checkin-too-soon = Enkät { $number } stängde nyss. Om en anonym enkät kommer tätt inpå en annan går det att räkna ut vad någon svarade som bara fick den ena. Nästa kan öppnas { $on }.
# $programme: programmets namn. $open: vad man skriver.
checkin-left-out = En enkät skulle ha öppnat i { $programme } i dag, men enkät { $number } är öppen än eller stängde nyss, så den är överhoppad. Skriv { $open } när du vill öppna nästa.
# $programme: programmets namn.
checkin-nobody-to-ask = Det finns ingen att fråga i { $programme } än, eller inga frågor i programmets fil.
checkin-needs-key = Den här enkäten ska vara anonym, och då måste svaren kunna låsas. Den som sköter boten behöver lägga in en nyckel, `notes_key_file`, i inställningarna.
checkin-names-shown = Ni programledare ser med namn vad någon har skrivit och vems svar som är låga.
checkin-names-hidden = Ingen ser vem som har svarat vad, och resultat visas från { $threshold } svar.
# $open: vad man skriver.
checkin-none-open = Ingen enkät är öppen. Skriv { $open } för att öppna en.
# $done: hur många som är klara. $count: hur många som har fått den.
checkin-close-sure =
    Enkät { $number } ska vara öppen till och med { $until }, och { $done } av { $count } är klara. Om jag stänger den nu kan ingen svara eller ändra sina svar längre, och ingen får fler påminnelser om den. Det går inte att ångra.

    Ska jag stänga den?
    .yes = Ja, stäng
    .no = Nej
# $results: vad man skriver.
checkin-closed-now = Enkät { $number } är stängd. Skriv { $results } för att se resultatet.
# $done: hur många som är klara. $count: hur många som har fått den.
checkin-results-later = Enkät { $number } är öppen till och med { $until }. { $done } av { $count } är klara. Resultatet kommer när den har stängt.
checkin-no-results = Det har inte varit någon enkät i { $programme } än. Skriv { $open } för att öppna en.
checkin-no-such-round = Det finns ingen enkät med nummer { $number }.
# $on: dagen då den stängde. $answered, $asked: hur många som svarade, av hur många. $lines: frågorna.
checkin-results =
    Enkät { $number } i { $programme } stängde { $on }. { $answered } av { $asked } svarade.

    { $lines }
checkin-of-start = Enkäten gjordes i början av programmet.
checkin-of-halftime = Enkäten gjordes vid halvtid.
checkin-of-close = Enkäten gjordes i slutet av programmet.
checkin-of-follow-up = Enkäten gjordes några månader efter programmet.
# $cell: medelvärdet, eller varför det inte visas.
checkin-result = { $question } – { $cell }
# $part: gruppen.
checkin-part = { $part }: { $cell }
# $mean: medelvärdet. $count: hur många svar.
checkin-mean = { $count ->
        [one] { $mean } i genomsnitt (ett svar)
       *[other] { $mean } i genomsnitt ({ $count } svar)
    }
# $percent: andelen.
checkin-share = { $count ->
        [one] { $percent } % (ett svar)
       *[other] { $percent } % ({ $count } svar)
    }
checkin-too-few = färre än { $threshold } svar, så resultatet visas inte
checkin-not-shown = visas inte: färre än { $threshold } svar, eller så svarade alla lika
checkin-nothing-said = inget att visa
checkin-met-results = Hur många gånger de två har träffats sedan förra enkäten, där 3 är 3 eller fler
checkin-use-results = Träffarna hjälper adepten att nå sina mål.
# $title: programträffen.
checkin-was-there = De som var på { $title }
checkin-was-elsewhere = De som inte var på { $title }
checkin-mentors = Mentorer
checkin-adepts = Adepter
# $name: organisationens namn.
checkin-organisation = { $name }
checkin-no-organisation = Utan känd organisation
checkin-heard = { $question }
# $words: det som någon skrev.
checkin-voice = ”{ $words }”
# $name: den som skrev.
checkin-voice-of = { $name }: ”{ $words }”
# $answered, $asked: hur många som svarade, av hur många. $results: vad man skriver.
checkin-results-ready = Enkät { $number } i { $programme } har stängt. { $answered } av { $asked } svarade. Skriv { $results } för att se resultatet.
