### Det som mentorer, adepter och programledare läser innan de börjar, en text i taget.
###
### $programme: programmets namn. $number: vilken text i ordningen. $of: hur många texter det är.

training-first-meeting =
    Text { $number } av { $of } inför { $programme }: den första träffen

    Den första träffen är till för att lära känna varandra. Prata om vägen hit, om det ni tycker om och om vad ni hoppas på. Målen kan vänta; de blir bättre när ni vet vem ni gör det här med. Bestäm innan ni skiljs åt när ni ses igen.

    Att fundera på: vad vill du att den andra ska veta om dig efter den första timmen?
    .done = Klart
training-listening =
    Text { $number } av { $of } inför { $programme }: att lyssna

    Det mesta av mentorskap är att lyssna. Vänta tills den andra har tänkt klart, också när det blir tyst. Säg med egna ord vad du har hört och hör efter om du har förstått rätt. Ett råd kan nästan alltid vänta till nästa gång, och då behövs det kanske inte.

    Att fundera på: när lyssnade någon på dig så att du själv kom på svaret?
    .done = Klart
training-questions =
    Text { $number } av { $of } inför { $programme }: frågor som utmanar

    En bra fråga är kort och går inte att besvara med ja eller nej: vad har du provat, vad är det värsta som kan hända, vad skulle du säga till en vän som hade det så. ”Varför” låter lätt som en anklagelse; säg hellre ”hur kom det sig”. Och säg vänligt ifrån när du tror att adepten gör det för lätt för sig.

    Att fundera på: vilken fråga önskar du att någon hade ställt till dig för tio år sedan?
    .done = Klart
training-goals =
    Text { $number } av { $of } inför { $programme }: att sätta mål

    Målen är dina. Börja med det som skaver eller lockar, och skriv ned det så att du märker när du är framme. Ett eller två mål räcker långt. De får ändras när du har lärt dig något på vägen; det är inte att misslyckas.

    Att fundera på: vad vill du kunna om ett halvår som du inte kan i dag?
    .done = Klart
training-confidentiality =
    Text { $number } av { $of } inför { $programme }: förtroende

    Det som en mentor och en adept säger till varandra stannar mellan dem, både under programmet och efteråt, också det som känns ofarligt. Fråga innan du berättar något vidare. Undantaget är om någon är i fara eller om lagen kräver det, och det säger man till varandra redan första gången.

    Att fundera på: vad behöver du själv höra för att våga berätta om något svårt?
    .done = Klart
training-difficulties =
    Text { $number } av { $of } inför { $programme }: när det inte fungerar

    Ibland stämmer det inte mellan en mentor och en adept, och det är ingens fel. Säg det tidigt: att träffarna blir färre, att ni vill olika saker, att det känns stelt. Ofta räcker det att prata om hur ni har det. Annars finns programledaren, som kan lyssna, föreslå något eller hitta någon annan.

    Att fundera på: vad skulle vara det första tecknet på att något inte fungerar?
    .done = Klart
training-leading =
    Text { $number } av { $of } inför { $programme }: att leda ett program

    De flesta mentorpar klarar sig själva, och några behöver att någon frågar. Hör av dig till dem som det har blivit tyst kring innan de hör av sig till dig, helst med ett samtal. Fråga hur de har det och inte vad de pratar om. Den som vill byta ska slippa förklara sig.

    Att fundera på: vad får någon att våga säga till just dig att det inte fungerar?
    .done = Klart
# $words: programmets egen text.
training-own =
    Text { $number } av { $of } inför { $programme }

    { $words }
    .done = Klart
# $lines: en länk, något att fundera på.
training-own-more =
    Text { $number } av { $of } inför { $programme }

    { $words }

    { $lines }
    .done = Klart
# $link: adressen.
training-link = Läs mer: { $link }
# $words: frågan.
training-question = Att fundera på: { $words }
training-done = Tack! Jag har antecknat att du är klar med den.
training-all-done = Tack! Nu är du klar med alla texterna.

## Till programledare

# $every: hur många dagar det är mellan två texter. $lines: texterna.
training-show-before =
    Det här kan alla få läsa inför { $programme }, { $every ->
        [one] en text om dagen
        [2] en text varannan dag
        [3] en text var tredje dag
       *[other] en text i taget med { $every } dagar emellan
    }:

    { $lines }

    Ska jag börja skicka texterna?
    .begin = Börja skicka
    .later = Inte än
# $lines: texterna, med hur många som har läst dem.
training-show =
    Så här långt har alla kommit inför { $programme }:

    { $lines }

    Vem som har läst vad visar jag inte.
# $show: vad man skriver för att få programmets fil.
training-nothing = Det finns inget att läsa inför { $programme }. Skriv { $show } för att få filen, och lägg till något under `training`.
training-begun = Nu får alla i { $programme } en text i taget. Den som går med senare börjar från början.
# $what: vad texten handlar om. $audience: vilka den är till för.
training-item = { $what }, { $audience }
# $sent: hur många som har fått den. $done: hur många som har läst den.
training-item-counted = { $what }, { $audience }: { $sent ->
        [0] ingen har fått texten än
       *[other] { $sent } har fått texten, { $done ->
            [0] ingen är klar än
            [one] en är klar
           *[other] { $done } är klara
        }
    }
training-title-first-meeting = Den första träffen
training-title-listening = Att lyssna
training-title-questions = Frågor som utmanar
training-title-goals = Att sätta mål
training-title-confidentiality = Förtroende
training-title-difficulties = När det inte fungerar
training-title-leading = Att leda ett program
# $key: vad den kallas i filen.
training-title-own = { $key }
training-for-all = för alla
training-for-mentors = för mentorer
training-for-adepts = för adepter
training-for-leaders = för programledare
