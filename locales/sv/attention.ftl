### Det som en programledare bör titta på. Bara fakta, och ingen skuld.
###
### $mentor, $adept, $name: namn. $programme: programmets namn. $number: mentorparets nummer.

attention-not-booked =
    Mentorpar { $number }, { $mentor } (mentor) och { $adept } (adept), har ingen träff bokad.

    Det har varit dags att boka sedan { $since }. { $asked ->
        [one] Jag har frågat dem en gång.
        [2] Jag har frågat dem två gånger.
       *[other] Jag har frågat dem { $asked } gånger.
    }

    Här är ett meddelande som du kan skicka till dem:

    { $ready }
    .write = Skriv
    .done = Klart
    .later = Påminn mig om 14 dagar
attention-no-answer =
    Mentorpar { $number }, { $mentor } (mentor) och { $adept } (adept), har inte svarat på om deras bokade träff blev av. Det gäller { $on }.

    { $asked ->
        [one] Jag har frågat dem en gång.
        [2] Jag har frågat dem två gånger.
       *[other] Jag har frågat dem { $asked } gånger.
    }

    Här är ett meddelande som du kan skicka till dem:

    { $ready }
    .write = Skriv
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

attention-ready-not-booked = Hej { $mentor } och { $adept }! Jag ser att er nästa träff inte är bokad än. Hur går det för er? Säg gärna till om jag kan hjälpa er att hitta en tid, eller om något annat gör det svårt att ses.
attention-ready-no-answer = Hej { $mentor } och { $adept }! Jag vill gärna veta hur det går för er och om er senaste träff blev av. Om den inte blev det är det helt okej. Skriv gärna några ord till mig, och säg till om jag kan hjälpa er.

attention-list =
    { $count ->
        [one] En sak att följa upp i { $programme }:
       *[other] { $count } saker att följa upp i { $programme }, det viktigaste först:
    }

    { $lines }
attention-all-well = Det finns inget att följa upp i { $programme }.
attention-item-not-booked = **{ $number }** { $mentor } och { $adept }: ingen träff bokad, dags sedan { $since }
attention-item-no-answer = **{ $number }** { $mentor } och { $adept }: inget svar om träffen { $on }
attention-item-letters-due = Besked till de sökande: senast { $on }
attention-item-not-started = Programmet är inte startat: första dagen är { $on }
attention-item-unreachable = { $name }: går inte att nå

attention-ready =
    Det här är meddelandet till { $mentor } och { $adept }. De ser att det kommer från dig.

    { $words }

    Ska jag skicka det?
    .send = Skicka
    .leave = Skicka inte
attention-sent = Meddelandet är på väg till { $mentor } och { $adept }.
attention-closed = Tack! { $mentor } och { $adept } står inte längre på din lista.
attention-closed-until = Tack! { $mentor } och { $adept } står inte längre på din lista. Om de inte har bokat någon träff frågar jag dem igen från och med { $on }.
attention-later = Då påminner jag dig { $on }.
attention-closed-before = Det är redan avklarat.
attention-closed-programme = Tack! Det står inte längre på din lista för { $programme }.
attention-closed-person = Tack! { $name } står inte längre på din lista.
