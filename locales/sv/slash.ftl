### Kommandon i en meny, där chatten har en: vad de sätts ihop av. Orden för varje kommando står i
### commands.ftl, som .slash, och vad det gör som .what.
###
### Namn är ett ord med små bokstäver, med bindestreck om det är flera, och högst 32 tecken.
### Beskrivningar börjar med stor bokstav, slutar utan punkt och är högst 100 tecken.

## De första orden

slash-root-everybody = mentor
    .what = Dina träffar, pauser och inställningar i mentorskapsprogrammet
slash-root-together = gemensamt
    .what = Programträffar och enkäter, för alla i programmet
slash-root-leaders = leda
    .what = För programledare: dina program, deltagare och mentorpar
slash-root-choosing = urval
    .what = För programledare: ansökningar, besked och matchning
slash-root-arranging = ordna
    .what = För programledare: programträffar och enkäter

## Vad kommandona handlar om. Själva ordet är det första i deras .slash.

slash-group-meeting = Dina träffar med din mentor eller adept
slash-group-goal = Det du vill uppnå
slash-group-note = Anteckningar som bara du ser
slash-group-gathering = Programträffar, där alla i programmet ses
slash-group-checkin = Enkäter till alla i programmet
slash-group-settings = Hur och när jag skriver till dig
slash-group-programme = Dina program
slash-group-applications = Ansökningarna till programmet
slash-group-letters = Beskeden till de sökande
slash-group-people = Deltagarna i programmet
slash-group-pair = Mentorparen i programmet
slash-group-match = Vilka som blir mentorpar
slash-group-leader = Vilka som leder programmet
slash-group-outbox = Meddelanden som väntar eller inte är skickade

## Vad man anger

slash-parameter-code = kod
    .what = Koden från din programledare
slash-parameter-when = när
    .what = Dag och tid, till exempel torsdag kl. 13.30
slash-parameter-where = var
    .what = Var ni ska ses
slash-parameter-meeting = träff
    .what = Vilken träff, om ni har flera
slash-parameter-goal = mål
    .what = Vilket mål
slash-parameter-step = delmål
    .what = Vilket delmål, från 1
slash-parameter-weight = vikt
    .what = Hur mycket målet väger, från 1 till 3
slash-parameter-score = bedömning
    .what = Hur långt du kom, från −2 till +2
slash-parameter-note = anteckning
    .what = Vilken anteckning
slash-parameter-from = från
    .what = Den första dagen
slash-parameter-until = till
    .what = Dagen då du är tillbaka
slash-parameter-language = språk
    .what = Språket jag skriver till dig på
slash-parameter-zone = tidszon
    .what = Din tidszon eller en stad i den, till exempel Stockholm
slash-parameter-address = adress
    .what = Den hemliga adressen till din kalender, eller: av
slash-parameter-hours-from = från
    .what = Tidigast på dagen, till exempel 09.00
slash-parameter-hours-until = till
    .what = Senast på dagen, till exempel 16.00
slash-parameter-with = med
    .what = Vilken mentor eller adept, om du har flera
slash-parameter-name = namn
    .what = Vad personen heter
slash-parameter-role = roll
    .what = Vad personen är i programmet
slash-parameter-account = konto
    .what = Personens konto här
slash-parameter-leader = vem
    .what = En person, eller en roll på servern
slash-parameter-mentor = mentor
    .what = Vem som är mentor
slash-parameter-adept = adept
    .what = Vem som är adept
slash-parameter-one = en
    .what = Den som ska byta plats
slash-parameter-other = annan
    .what = Vem det är med
slash-parameter-pair = mentorpar
    .what = Vilket mentorpar
slash-parameter-application = ansökan
    .what = Vilken ansökan
slash-parameter-numbers = nummer
    .what = Vilka ansökningar, till exempel 3 4
slash-parameter-points = poäng
    .what = Ett tal för varje sak som bedöms, till exempel 4 5 3
slash-parameter-gathering = programträff
    .what = Vilken programträff, om det finns flera
slash-parameter-round = enkät
    .what = Vilken enkät, om inte den senaste
slash-parameter-title = titel
    .what = Vad den heter. På två språk: Uppstartsträff / Kickoff
slash-parameter-change = vad
    .what = Vad som ska bli annorlunda, till exempel: plats Stora salen
slash-parameter-names = namn
    .what = Vilka som var där, med komma mellan
slash-parameter-letter = meddelande
    .what = Vilket meddelande
slash-parameter-list-file = fil
    .what = En deltagarlista som CSV-fil
slash-parameter-programme-file = fil
    .what = En programfil (TOML), om du har en
# Fältet där någon skriver en längre text.
slash-parameter-words = text
    .what = Din text
slash-parameter-programme = program
    .what = Vilket program, om du leder flera

## I menyn för en person: vad en programledare gör personen till

slash-pointed-add-mentor = Lägg till som mentor
slash-pointed-add-adept = Lägg till som adept
slash-pointed-add-leader = Gör till programledare
