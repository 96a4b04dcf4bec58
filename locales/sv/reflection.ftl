### En tillbakablick på samarbetet, i samtalet efter en träff. Svaren är egna anteckningar som personen
### kan välja att dela.

# Vid halvtid, till båda. $with: den andras förnamn.
reflection-ask-cooperation =
    Nu har halva programmet gått.

    Vad vill du och { $with } göra mer av, mindre av eller börja med? Skriv ditt svar här. Bara du ser det, om du inte väljer att dela det med { $with }.
    .skip = Inte nu
# Till mentorer, vid halvtid och i slutet.
reflection-ask-learning =
    En fråga om dig själv: vad har du lärt dig av att vara mentor?

    Skriv ditt svar här. Bara du ser det, om du inte väljer att dela det.
    .skip = Inte nu
# $number: numret på anteckningen som svaret sparas i.
reflection-ask-share =
    Tack. Jag har sparat ditt svar som anteckning { $number }, och den kan bara du läsa.

    Vill du dela svaret med { $with }?
    .share = Ja, dela det
    .keep = Nej, behåll det för mig själv
reflection-shared = Jag skickar ditt svar till { $with }. Prata gärna om det nästa gång ni ses.
reflection-kept-to-oneself = Okej. Det finns bland dina anteckningar, och bara du kan läsa det.
reflection-skipped = Okej.
# Till den andra av de två. $by: den som delar.
reflection-told = { $by } har blickat tillbaka och vill dela något med dig: dolt
# $words: det som personen har skrivit.
reflection-told-open =
    { $by } har blickat tillbaka på era träffar och vill dela det här med dig:

    { $words }
reflection-told-shut = { $by } ville dela något med dig om era träffar, men har raderat det sedan dess.
