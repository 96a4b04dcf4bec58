### Vad som har skickats och inte skickats, till programledare.
###
### $number: meddelandets nummer. $to: mottagarens namn. $what: vad det handlar om.
### $why: ett av skälen nedan. $at: dag och klockslag.

outbox-list =
    Meddelanden i { $programme }:

    - Skickade: { $sent }
    - Väntar: { $waiting }

    Väntar eller är stoppade:

    { $lines }
outbox-empty = { $sent ->
        [0] Inga meddelanden har skickats i { $programme } än, och inga väntar.
        [one] Ett meddelande har skickats i { $programme }. Inget väntar.
       *[other] { $sent } meddelanden har skickats i { $programme }. Inget väntar.
    }
outbox-item-waiting = **{ $number }** Till { $to }, { $what }: planerat till { $at }
outbox-item-postponed = **{ $number }** Till { $to }, { $what }: uppskjutet till { $at }, eftersom { $why }
outbox-item-sending = **{ $number }** Till { $to }, { $what }: skickas nu
outbox-item-unsent = **{ $number }** Till { $to }, { $what }: stoppat, eftersom { $why }
outbox-more = { $count ->
        [one] och ett till
       *[other] och { $count } till
    }

## Varför: står efter ”eftersom”, alltså med bisatsordföljd

outbox-why-stale = det skulle ha kommit för sent
outbox-why-day-full = personen redan hade fått ett meddelande den dagen
outbox-why-week-full = personen redan hade fått tillräckligt många meddelanden den veckan
outbox-why-month-full = personen redan hade fått tillräckligt många meddelanden den månaden
outbox-why-outside-hours = det var utanför de tider då jag skriver
outbox-why-paused = personen har paus
outbox-why-no-account = personen inte har gått med än
outbox-why-closed = personen inte tar emot meddelanden från mig
outbox-why-gone = chattrummet inte finns längre
outbox-why-refused = chattjänsten inte tog emot det
outbox-why-unsure = jag inte vet om det kom fram
outbox-why-given-up = jag inte nådde chattjänsten trots flera försök
outbox-why-cancelled = en programledare tog tillbaka det
outbox-why-overtaken = det inte gällde längre
outbox-why-no-platform = jag inte är ansluten till den chattjänsten
outbox-why-busy = chattjänsten bad mig att vänta

## Vad: står efter ”Till Anna,”

outbox-about-booking = om att boka en träff
outbox-about-meeting = om de har träffats
outbox-about-welcome = ett välkomstmeddelande
outbox-about-matching = en matchning
outbox-about-application = en ansökan
outbox-about-lesson = något att läsa
outbox-about-report = utvärderingen
outbox-about-end = programmets slut
outbox-about-announcement = ett meddelande till alla
outbox-about-check-in = en enkät
outbox-about-gathering = något om en programträff
outbox-about-attention = något att följa upp
outbox-about-answer = ett svar

## När programledaren har ändrat något

outbox-retried = Jag försöker skicka meddelande { $number } igen.
outbox-cancelled = Meddelande { $number } skickas inte.
outbox-too-late = Meddelande { $number } går inte att ändra längre.
outbox-no-such-letter = Det finns inget meddelande med nummer { $number }. Skriv `utkorg` för att se numren.
