### Slutet på ett program: tack, intyg och frågan om två vill hålla kontakten.
###
### $programme: programmets namn. $with: den andra i mentorparet. $on: en dag. $count: hur många.

# $name: förnamnet. $met: hur många träffar. $gatherings: hur många programträffar. $erased-on: dagen då
# uppgifterna raderas. $mine: vad man skriver för att se dem.
farewell-thank-you =
    Tack, { $name }! Nu är { $programme } slut. { $met ->
        [0] Jag har inga träffar antecknade för dig
        [one] Du har haft en träff
       *[other] Du har haft { $met } träffar
    }{ $gatherings ->
        [0] { "" }
        [one] { " " }och en programträff
       *[other] { " " }och { $gatherings } programträffar
    }.

    Dina uppgifter raderas { $erased-on }. Skriv { $mine } om du vill se eller spara dem innan dess.

    Du får ett intyg. Ska det stå hur många träffar du har haft?
    .with = Ja, ta med siffrorna
    .without = Nej, bara namn och datum
farewell-ask-figures = Här kan du få ditt intyg för { $programme }. Ska det stå att du har haft { $met ->
        [0] inga träffar
        [one] en träff
       *[other] { $met } träffar
    }{ $gatherings ->
        [0] { "" }
        [one] { " " }och en programträff
       *[other] { " " }och { $gatherings } programträffar
    }?
    .with = Ja, ta med siffrorna
    .without = Nej, bara namn och datum
# $again: vad man skriver för att få det en gång till.
farewell-certificate = Här är ditt intyg. Skriv { $again } om du vill ha det en gång till.
farewell-not-yet = Du får ditt intyg när { $programme } är slut för dig, efter { $on }.
farewell-none-for-you = Jag har inget intyg att ge dig för { $programme }, eftersom du inte är med i något mentorpar där som pågår eller har pågått till slutet. Skriv gärna till programledaren om du behöver ett.
# $report: vad man skriver.
farewell-none-for-leaders = Intyg är för mentorer och adepter. Skriv { $report } om du vill ha utvärderingen av ett program du leder.
# $letter: bokstaven.
farewell-no-letter = Jag kan inte skriva ”{ $letter }” på intyget, eftersom den bokstaven saknas i mitt typsnitt. Be programledaren om ett intyg, eller om att ditt namn skrivs med andra bokstäver.
farewell-ask-touch = Vill du fortsätta hålla kontakten med { $with }? Jag berättar det bara om ni båda svarar ja.
    .yes = Ja
    .no = Nej
    .unsaid = Vill inte svara
farewell-touch-yes = Tack! Jag berättar det om { $with } också vill. Annars säger jag ingenting.
farewell-touch-kept = Tack för ditt svar. Det stannar här, och { $with } får inte veta vad du svarade.
farewell-touch-both = Du och { $with } vill båda hålla kontakten. Vad roligt! Bestäm gärna nu hur ni når varandra, för jag påminner er inte längre.
# $mine: vad man skriver.
farewell-erased-otherwise = { $programme } slutar en annan dag än det var tänkt, så dina uppgifter raderas nu i stället { $erased-on }. Skriv { $mine } om du vill se eller spara dem innan dess.
# $mine: vad man skriver.
farewell-not-held = { $programme } blir inte av. Dina uppgifter raderas { $erased-on }. Skriv { $mine } om du vill se eller spara dem innan dess.
farewell-close-sure =
    { $programme } ska egentligen pågå till och med { $on }. Om jag avslutar det nu får alla som är med i ett mentorpar nu ett tack och kan hämta sitt intyg, och { $count ->
        [one] ett mentorpar får
       *[other] { $count } mentorpar får
    } inga fler påminnelser. Programträffar som återstår ställs in. Frågor som inte är ställda, till exempel de till utvärderingen, ställs inte. Det går inte att ångra.

    Ska jag avsluta programmet?
    .yes = Ja, avsluta
    .no = Nej
farewell-closed = { $programme } är avslutat. Alla som var med i ett mentorpar får höra det, och du får slutrapporten.
farewell-closed-before = { $programme } är redan slut.
# $erased-on: dagen då uppgifterna raderas. $report: vad man skriver.
farewell-over = { $programme } är slut. { $count ->
        [0] Ingen var kvar att tacka.
        [one] En deltagare får ett tack och kan hämta sitt intyg.
       *[other] { $count } deltagare får ett tack och kan hämta sina intyg.
    } Här är slutrapporten. Skriv { $report } för att få den igen. Uppgifterna om deltagarna raderas { $erased-on }.

## På intyget

farewell-paper-heading = Intyg
farewell-paper-mentor = har varit mentor i mentorskapsprogrammet { $programme }
farewell-paper-adept = har varit adept i mentorskapsprogrammet { $programme }
# $starts-on, $ends-on: första och sista dagen.
farewell-paper-period = från { $starts-on } till { $ends-on }.
farewell-paper-met = { $count ->
        [0] Inga träffar har antecknats.
        [one] En träff har hållits.
       *[other] { $count } träffar har hållits.
    }
farewell-paper-gatherings = { $count ->
        [one] Deltog i en programträff.
       *[other] Deltog i { $count } programträffar.
    }
# $name: programledarens namn.
farewell-paper-leader = { $name }, programledare
farewell-paper-day = { $on }
farewell-paper-file = intyg
