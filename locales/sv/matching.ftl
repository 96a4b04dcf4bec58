### Vilka som passar ihop, och varför.
###
### $mentor, $adept, $name: namn. $programme: programmets namn.

## Varför två passar ihop
## En mening var, under namnen på de två.

matching-reason-fixed = Det var bestämt i förväg.
# $topics: vad det gäller, med adeptens egna ord.
matching-reason-offers = Mentorn kan bidra med det som adepten vill ha mer av: { $topics }.
# $city: var.
matching-reason-city = Båda bor i { $city }.
# $question: frågan i ansökan; $answers: det som båda har svarat.
matching-reason-answers = Samma svar på frågan ”{ $question }”: { $answers }.
# $languages: vilka språk.
matching-reason-languages = Båda talar { $languages }.
matching-reason-none = Inget särskilt förenar dem, och inget talar emot.

## Varför någon blir utan
## En mening var, efter personens namn.

matching-why-no-room = Tar inte emot någon adept den här gången.
matching-why-no-adepts = Det finns ingen adept att matcha med.
matching-why-no-mentors = Det finns ingen mentor som har plats för en adept.
# $possible: hur många som hade passat.
matching-why-adepts-taken = { $possible ->
        [one] En adept hade varit möjlig, men har en annan mentor nu.
       *[other] { $possible } adepter hade varit möjliga, men har andra mentorer nu.
    }
matching-why-mentors-taken = { $possible ->
        [one] En mentor hade varit möjlig, men har ingen plats kvar.
       *[other] { $possible } mentorer hade varit möjliga, men har ingen plats kvar.
    }
# $of: hur många som finns. $bars: vad som står i vägen, med delarna nedan.
matching-why-no-adept-fits = { $of ->
        [one] Den enda adepten är inte möjlig. { $bars }
       *[other] Ingen av de { $of } adepterna är möjlig. { $bars }
    }
matching-why-no-mentor-fits = { $of ->
        [one] Den enda mentorn är inte möjlig. { $bars }
       *[other] Ingen av de { $of } mentorerna är möjlig. { $bars }
    }
# $count: hur många av det slaget. Ingen ska få veta vem som har uteslutit vem.
matching-bar-ruled-out = Uteslutna i förväg: { $count }.
matching-bar-organisation = På samma arbetsplats: { $count }.
matching-bar-language = Utan gemensamt språk: { $count }.

## Till programledare: vilka som har satts ihop

# $count: hur många par. $lines: paren. $avoid, $publish: vad man skriver.
matching-proposed =
    Mitt förslag för { $programme } är { $count ->
        [one] ett mentorpar
       *[other] { $count } mentorpar
    }. Bara ni som leder programmet ser det.

    { $lines }

    Skriv { $avoid } om två inte passar ihop. Skriv { $publish } när allt stämmer.
matching-proposed-file =
    Mitt förslag för { $programme } är { $count } mentorpar. De står i den bifogade filen, och bara ni som leder programmet ser dem.

    Skriv { $avoid } om två inte passar ihop. Skriv { $publish } när allt stämmer.
# En rad i listan. $reasons: meningar från början av den här filen.
matching-item = **{ $mentor }** och **{ $adept }**. { $reasons }
# $count: hur många personer. $lines: personerna.
matching-left-over =
    { $count ->
        [one] En person har ingen mentor eller adept:
       *[other] { $count } personer har ingen mentor eller adept:
    }

    { $lines }
# En rad i listan. $role: mentor eller adept. $why: en mening från början av den här filen.
matching-left-item = **{ $name }** ({ $role }). { $why }
matching-nobody-to-match = Ingen i { $programme } saknar mentor eller adept.
matching-nothing-possible = Jag kan inte sätta ihop några i { $programme }. Nedan står varför, för var och en.
# $places: hur många platser hos mentorer, eller adepter, det finns. $most: hur många jag klarar.
matching-too-many = Det finns { $places } personer eller platser att matcha, och jag klarar { $most } åt gången. Sänk talen i kolumnen `capacity`, eller dela upp programmet.

## Till programledare: ändringar i förslaget. Det nya förslaget följer.

matching-locked = { $mentor } och { $adept } är låsta som mentorpar.
matching-avoided = { $mentor } och { $adept } sätts inte ihop.
# Frågar programledaren en gång till.
matching-avoid-sure =
    { $mentor } och { $adept } har redan fått frågan om att bli mentorpar. Om de inte ska sättas ihop får båda veta att det inte blir av.

    Ska jag dra tillbaka frågan?
    .apart = Dra tillbaka
    .leave = Låt det vara
matching-allowed = { $mentor } och { $adept } är varken låsta eller spärrade längre.
# $first, $second: två mentorer eller två adepter.
matching-swapped = { $first } och { $second } har bytt plats.
# Står efter att två har låsts ihop eller bytt plats.
matching-despite-apart = Tänk på att { $mentor } och { $adept } har varit spärrade för varandra. Nu är de låsta i stället.
matching-despite-organisation = Tänk på att { $mentor } och { $adept } är på samma arbetsplats.
matching-despite-language = Tänk på att { $mentor } och { $adept } inte har något gemensamt språk i listan.
# Någon vill det inte, eller den ena är den andras chef. Vilket ska ingen få veta av det här.
matching-ruled-out = { $mentor } och { $adept } kan inte sättas ihop. Det har uteslutits i förväg.
matching-already-asked = { $name } har redan fått en fråga och har inte svarat. Skriv `matchning visa` för att se vem den gällde.
matching-cannot-swap = Jag kan inte låta { $first } och { $second } byta plats. Ange två mentorer eller två adepter ur förslaget som har en var, eller använd `matchning lås` i stället.

## Till programledare: att skicka ut det

# $count: hur många. $send: vad man skriver.
matching-letters-first = { $count ->
        [one] En person är antagen men har inte fått besked.
       *[other] { $count } personer är antagna men har inte fått besked.
    } Skicka beskeden med { $send } och be sedan om ett nytt förslag.
# $count: hur många par.
matching-publish-sure =
    Jag ska skicka { $count ->
        [one] en fråga till de två i ett mentorpar
       *[other] frågor till de två i vart och ett av { $count } mentorpar
    } i { $programme }. Var och en får ett eget meddelande, där det står varför de passar ihop.

    Ska jag skicka ut det?
    .send = Skicka
    .leave = Skicka inte
# $propose: vad man skriver.
matching-nothing-to-publish = Det finns inget förslag än. Skriv { $propose } så gör jag ett.
matching-published = { $count ->
        [one] Ett mentorpar får frågan vid nästa lämpliga tid på dagen.
       *[other] { $count } mentorpar får frågan vid nästa lämpliga tid på dagen.
    } Skriv `matchning visa` för att se vad de svarar.
# $names: vilka det är.
matching-not-joined = { $names } kan inte få frågan förrän de har gått med. Skriv `bjud in deltagare` för att få koder till dem.

# $count: hur många par. $lines: paren.
matching-asked =
    { $count ->
        [one] Ett mentorpar har
       *[other] { $count } mentorpar har
    } fått frågan i { $programme }:

    { $lines }
# $state: ett av de följande.
matching-asked-item = { $mentor } och { $adept }: { $state }
# $since: dagen.
matching-state-waiting = frågan gick ut { $since }, ingen av dem har svarat
# $name: vem det var.
matching-state-one-agreed = { $name } har sagt ja, den andra har inte svarat
matching-state-declined = { $name } har sagt nej
matching-state-withdrawn = förslaget är tillbakadraget
matching-state-agreed = båda har sagt ja

# $name: vem som tackade nej. $with: den andra. $propose: vad man skriver.
matching-declined =
    { $name } har tackat nej till att bli mentorpar med { $with } i { $programme }. Båda kan matchas på nytt, och { $with } får bara veta att det inte blev av.

    Skriv { $propose } när du vill ha ett nytt förslag.
# $words: vad $name skrev.
matching-declined-because =
    { $name } berättar varför det inte blir något mentorpar med { $with }. Bara ni som leder programmet ser det här:

    { $words }
# $show: vad man skriver.
matching-all-answered = Alla som fick frågan i { $programme } har svarat. Skriv { $show } för att se hur det gick.

## Till de två som får frågan

# $to: läsarens förnamn. $reasons: meningar nedan.
matching-ask-mentor =
    Hej { $to }! Vi föreslår att du blir mentor för { $adept } i { $programme }.

    { $reasons }

    Vill du det?
    .yes = Ja, gärna
    .no = Nej, inte den här gången
    .more = Berätta mer
matching-ask-adept =
    Hej { $to }! Vi föreslår { $mentor } som din mentor i { $programme }.

    { $reasons }

    Vill du det?
    .yes = Ja, gärna
    .no = Nej, inte den här gången
    .more = Berätta mer
matching-ask-mentor-again =
    Hej { $to }! Jag har frågat om du vill bli mentor för { $adept } i { $programme }, och du har inte svarat än. Det är helt i sin ordning att tacka nej.

    Vill du det?
    .yes = Ja, gärna
    .no = Nej, inte den här gången
    .more = Berätta mer
matching-ask-adept-again =
    Hej { $to }! Jag har frågat om du vill ha { $mentor } som din mentor i { $programme }, och du har inte svarat än. Det är helt i sin ordning att tacka nej.

    Vill du det?
    .yes = Ja, gärna
    .no = Nej, inte den här gången
    .more = Berätta mer
# Till programledare. $names: vilka som inte har svarat.
matching-unanswered = Frågan till { $mentor } och { $adept } i { $programme } har inte fått svar, trots att jag har påmint. Jag väntar på svar från { $names }. Hör gärna av dig, eller skriv { $avoid } för att ta tillbaka förslaget.
# $with: den andras förnamn. $lines: vad hen har berättat.
matching-more =
    Det här vet jag om { $with }:

    { $lines }

    Vill du att ni blir ett mentorpar?
    .yes = Ja, gärna
    .no = Nej, inte den här gången
# $topics: med den andras egna ord.
matching-tell-offers = Kan bidra med: { $topics }
matching-tell-wants = Vill ha mer av: { $topics }
matching-tell-city = Bor i { $city }
matching-tell-languages = Talar { $languages }
matching-tell-nothing = Inget mer än namnet än så länge. Programledaren kan berätta mer.
# Varför läsaren och den andra passar ihop. $topics: med adeptens egna ord.
matching-mentor-offers = { $adept } vill ha mer av något som du kan bidra med: { $topics }.
matching-adept-wants = { $mentor } kan bidra med något som du vill ha mer av: { $topics }.
matching-both-city = Ni bor båda i { $city }.
matching-both-languages = Ni talar båda { $languages }.
matching-both-chosen = Programledaren tror att ni kan ha glädje av varandra.

# $with: den andras förnamn.
matching-waiting = Tack! Jag skriver till dig när { $with } också har svarat.
matching-settled = Då är det klart: du och { $with } är ett mentorpar. Jag presenterar er för varandra vid nästa lämpliga tid på dagen.
# $starts-on: programmets första dag.
matching-settled-until = Då är det klart: du och { $with } är ett mentorpar. Jag presenterar er för varandra när programmet börjar { $starts-on }.
matching-declined-why =
    Tack för att du säger det. Den andra får bara veta att det inte blev av.

    Vill du berätta varför? Skriv det här. Bara de som leder programmet ser det.
    .rather-not = Vill inte säga
matching-no-reason = Det går bra. Programledaren söker någon annan åt dig.
matching-reason-passed-on = Tack, jag har lämnat det vidare till programledaren.
# $with: den andra. Det får inte gå att lista ut vem som sa nej.
matching-not-matched = Det blev inget mentorpar av dig och { $with } i { $programme }. Det säger inget om dig som person. Programledaren söker någon annan åt dig.
# Detsamma till någon som har en annan mentor eller adept nu.
matching-not-matched-now = Det blev inget mentorpar av dig och { $with } i { $programme }. Det säger inget om dig som person.
