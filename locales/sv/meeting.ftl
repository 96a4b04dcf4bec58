### Att boka, flytta och avboka träffar.
###
### $with, $to, $by: den andres namn. $at: dag och klockslag. $number: träffens nummer.

## Frågor efter ett svar

# $example: till exempel.
meeting-one-at-a-time = Jag förstod inte alla tider. Skriv dem med komma emellan, eller en i taget, till exempel { $example }
meeting-ask-when =
    Vad bra! När ska du och { $with } träffas?

    Skriv dag och tid, till exempel `torsdag kl. 13.30`.
    .later = Jag säger det senare
meeting-ask-new-time =
    Tack för svaret. Har du och { $with } bokat en ny tid?

    Om ni har det kan du skriva dag och tid direkt, till exempel `torsdag kl. 13.30`.
    .booked = Vi har bokat
    .not-yet = Inte än
meeting-tell-later = Det går bra. När du vet tiden skriver du { $command }
meeting-no-hurry = Det är okej. Jag frågar inte igen före { $on }.
meeting-known = Tack, det har du redan svarat.

meeting-already-booked = Er nästa träff är redan bokad: { $at }.
meeting-already-booked-sometime = Er nästa träff är redan bokad, men jag vet inte tiden.

## Innan något görs

meeting-echo =
    Du och { $with } ses { $at }.

    Ska jag boka det?
    .yes = Ja, boka
    .no = Nej
meeting-echo-place =
    Du och { $with } ses { $at }. Plats: { $place }.

    Ska jag boka det?
    .yes = Ja, boka
    .no = Nej
# $lines: tiderna.
meeting-echo-several =
    Du och { $with } ses { $count } gånger:

    { $lines }

    Ska jag boka dem?
    .yes = Ja, boka
    .no = Nej
meeting-echo-several-place =
    Du och { $with } ses { $count } gånger:

    { $lines }

    Plats: { $place }. Ska jag boka dem?
    .yes = Ja, boka
    .no = Nej
meeting-time = { $at }
meeting-echo-move =
    Din träff med { $with } får en ny tid.

    - Från: { $from }
    - Till: { $at }

    Ska jag flytta den?
    .yes = Ja, flytta
    .no = Nej
meeting-echo-move-row =
    Din träff med { $with } får en ny tid.

    - Från: { $from }
    - Till: { $at }

    { $followers ->
        [one] Efter den kommer en träff till, samma veckodag och samma tid.
       *[other] Efter den kommer { $followers } träffar till, samma veckodag och samma tid.
    } Vilka ska jag flytta?
    .one = Bara den här
    .all = Den här och de som kommer efter
    .no = Ingen av dem
meeting-left-out =
    Jag har hoppat över de här dagarna, för då vilar programmet:

    { $lines }
meeting-day = { $on }
# En träff bokas eller flyttas dit ändå. $lines: dagarna.
meeting-rest-days =
    Tänk på att programmet vilar:

    { $lines }
meeting-no-end = Jag förstår inte hur länge träffarna ska återkomma. Du kan till exempel skriva `boka träff varannan torsdag kl. 13.30 till 1 juni`
meeting-own-clash = Tänk på att du redan har en träff med { $with } vid den tiden, { $at }.
meeting-their-clash = Tänk på att { $with } redan har en annan träff vid den tiden, { $at }.
meeting-echo-cancel = Ska jag avboka din träff med { $with } { $at }?
    .yes = Ja, avboka
    .no = Nej, behåll den

meeting-echo-met =
    Du och { $with } har en träff som inte har varit än: { $at }.

    Ska jag anteckna att ni träffades i dag?
    .yes = Ja, i dag
    .no = Nej

## Det är gjort: till den som bad om det

meeting-booked = Träff { $number } med { $with } är bokad: { $at }.
meeting-booked-several =
    Träffarna med { $with } är bokade:

    { $lines }
meeting-moved = Träff { $number } med { $with } är flyttad. Den nya tiden är { $at }.
meeting-moved-several =
    Träffarna med { $with } är flyttade:

    { $lines }
meeting-cancelled = Jag har avbokat din träff med { $with } { $at }.
meeting-cancelled-sometime = Jag har avbokat din nästa träff med { $with }.
meeting-left-as-it-was = Okej, jag har inte ändrat något.

## Det är gjort: till båda, där de skriver till varandra

meeting-pair-booked = { $by } har bokat en träff för er: { $at }.
meeting-pair-booked-place = { $by } har bokat en träff för er: { $at }. Plats: { $place }.
meeting-pair-booked-several =
    { $by } har bokat träffar för er:

    { $lines }
meeting-pair-booked-several-place =
    { $by } har bokat träffar för er:

    { $lines }

    Plats: { $place }.
meeting-pair-moved =
    { $by } har flyttat er träff.

    - Från: { $from }
    - Till: { $at }
meeting-pair-moved-several =
    { $by } har flyttat era träffar. De nya tiderna:

    { $lines }
meeting-pair-cancelled = { $by } har avbokat er träff { $at }.
meeting-pair-cancelled-sometime = { $by } säger att er nästa träff är avbokad.
meeting-pair-booked-sometime = { $by } säger att er nästa träff är bokad.

## Påminnelser, till var och en

# $lines: den egna senaste anteckningen, målen och frågor att prata om.
meeting-tomorrow =
    I morgon ses du och { $with }: { $at }.

    { $lines }
meeting-tomorrow-place =
    I morgon ses du och { $with }: { $at }. Plats: { $place }.

    { $lines }
meeting-in-an-hour = Om en timme ses du och { $with }: { $at }.
meeting-in-an-hour-place = Om en timme ses du och { $with }: { $at }. Plats: { $place }.

# Vad träffen heter i en kalender.
meeting-calendar-title = Mentorskap: { $mentor } och { $adept }

## Förslag

meeting-proposal =
    { $by } föreslår att ni ses { $at }. Om du svarar ja bokar jag träffen.

    Passar det dig?
    .yes = Ja, det passar
    .no = Nej, det passar inte
meeting-proposal-place =
    { $by } föreslår att ni ses { $at }. Plats: { $place }. Om du svarar ja bokar jag träffen.

    Passar det dig?
    .yes = Ja, det passar
    .no = Nej, det passar inte
meeting-proposed = Ditt förslag är på väg till { $with }: { $at }. Jag skriver till dig när { $with } har svarat.
meeting-proposal-declined = { $by } kan inte { $at }. Föreslå gärna en annan tid.
meeting-decline-passed-on = Tack. Jag säger till { $with } att tiden inte passar dig.

# Till den som vill hitta en tid. $lines: tiderna.
meeting-suit-both =
    De här tiderna borde passa både dig och { $with }:

    { $lines }

    Ska jag be { $with } välja en av dem?
    .yes = Ja, fråga
    .others = Visa andra tider
    .no = Nej
meeting-nothing-suits = Jag hittar ingen tid de närmaste fyra veckorna som passar både dig och { $with }. Om du vill föreslå en tid själv skriver du { $command }
meeting-enough-times = Nu har du sett ganska många tider. Fråga gärna { $with } vad som passar. Om du vill föreslå en tid själv skriver du { $command }
meeting-no-longer-free = Den tiden är inte ledig längre: { $at }.
# Till den andra av de två. Knapparna visar tiderna.
meeting-offer =
    { $by } vill boka en träff med dig. Jag bokar den tid som du väljer.

    Vilken tid passar dig bäst?
    .none = Ingen av dem
meeting-offered = Jag har bett { $with } välja. Jag skriver till er båda när träffen är bokad.
meeting-none-suits-passed-on = Tack. Jag säger till { $with } att ingen av tiderna passar dig.
meeting-offer-declined = Ingen av tiderna passar { $by }. Jag skriver till dig om { $by } föreslår andra.

## Till den som har haft paus

meeting-missed-meeting = En träff med { $with } var bokad { $at }
meeting-coming-meeting = Nästa träff med { $with }: { $at }

## Listor

meeting-list =
    Dina träffar:

    { $lines }
meeting-no-meetings = Du har inga träffar än. För att boka en skriver du { $command }
meeting-item = **{ $number }** { $at } med { $with }
meeting-item-place = **{ $number }** { $at } med { $with }, plats: { $place }
meeting-item-sometime = **{ $number }** med { $with }: bokad, men jag vet inte tiden
meeting-item-held = **{ $number }** { $on } med { $with }: blev av
meeting-item-not-held = **{ $number }** { $on } med { $with }: blev inte av
meeting-item-unanswered = **{ $number }** { $on } med { $with }: jag vet inte om den blev av
meeting-item-cancelled = **{ $number }** { $on } med { $with }: avbokad

## Det som inte går, och vad man kan göra i stället

meeting-no-such-meeting = Du har ingen träff med nummer { $number }. Skriv `mina träffar` för att se numren.
meeting-not-to-come = Träff { $number } går inte att ändra längre, för den har redan varit eller är avbokad. Skriv `mina träffar` för att se de träffar som kommer.
meeting-not-yet-held = Träff { $number } kan inte ha blivit av: den har inte varit än eller så är den avbokad. Skriv `mina träffar` för att se dina träffar.
meeting-same-time = Ni har redan en träff { $at }. Välj en annan tid.
meeting-too-many = { $most ->
        [one] Ni kan ha en bokad träff åt gången.
       *[other] Ni kan ha { $most } bokade träffar åt gången.
    } När en träff har varit eller är avbokad kan ni boka en till.
meeting-after-the-end = Det går inte att boka { $at }, för programmets sista dag är { $ends-on }. Välj en tidigare tid.

## Svar på ”Träffades ni?”

meeting-held-last = Tack! Vad bra att du och { $with } har träffats.
meeting-held-thanks = Tack! Vad bra att du och { $with } har träffats. Boka gärna nästa träff redan nu.
meeting-held-and-booked = Tack! Vad bra att du och { $with } har träffats. Er nästa träff är { $at }.
# Efter ”Ja”. $with ser inte svaret.
meeting-ask-feeling =
    Hur kändes träffen?

    Programledaren ser ditt svar och ditt namn. { $with } ser det inte.
    .very-good = Mycket bra
    .good = Bra
    .okay = Okej
    .not-so-good = Inte så bra
    .unsaid = Vill inte svara
meeting-ask-fit-mentor =
    Hur fungerar det med { $with } som adept?

    Programledaren ser ditt svar och ditt namn. { $with } ser det inte.
    .well = Det fungerar bra
    .acquainting = Vi håller på att lära känna varandra
    .not-well = Det fungerar inte bra
    .talk = Jag vill prata med programledaren
meeting-ask-fit-adept =
    Hur fungerar det med { $with } som mentor?

    Programledaren ser ditt svar och ditt namn. { $with } ser det inte.
    .well = Det fungerar bra
    .acquainting = Vi håller på att lära känna varandra
    .not-well = Det fungerar inte bra
    .talk = Jag vill prata med programledaren
meeting-noted = Tack för svaret.
# $contact: vad man skriver.
meeting-felt-bad = Tack för att du säger det. Om du vill prata med programledaren om det skriver du { $contact }
meeting-fit-told-leaders = Tack för att du säger det. Programledaren får veta det och kan höra av sig till dig. { $with } får inte veta det. Om du vill säga mer skriver du { $contact }
meeting-rebooked-when =
    Tack för svaret. När ska du och { $with } träffas?

    Skriv dag och tid, till exempel `torsdag kl. 13.30`.
    .later = Jag säger det senare
meeting-taking-a-break = Tack för svaret. Jag frågar inte om träffar så länge ni har paus. När ni vill börja igen skriver du { $resume }. Om du vet hur länge pausen varar skriver du { $until }

## Tider som inte gick att förstå

meeting-not-a-time = Jag förstod inte vilken tid du menar. Du kan till exempel skriva { $example }
meeting-which-time-of-day = Vilken tid { $on }? Du kan till exempel skriva `13.30`.
meeting-which-day = Jag behöver veta vilken dag också. Du kan till exempel skriva { $example }
meeting-no-such-day = Den dagen finns inte: ”{ $said }”. Du kan till exempel skriva `3 mars` eller `torsdag v. 11`.
meeting-no-such-time = Den tiden finns inte: ”{ $said }”. Skriv en tid mellan `00.00` och `23.59`.
meeting-past = Den tiden har redan varit: { $at }. Skriv en senare tid.
meeting-too-far = Det är för långt fram i tiden: { $at }. Kontrollera datumet och skriv det igen.
meeting-which-of-two-days = Menar du { $first } eller { $second }? Skriv hela dagen och tiden.
meeting-which-of-two = Det kan betyda mer än en tid. Vilken menar du?
meeting-place-too-long = { $most ->
        [one] Platsen är för lång. Den får ha ett tecken.
       *[other] Platsen är för lång. Den får ha högst { $most } tecken.
    }
