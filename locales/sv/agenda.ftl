### Frågor som de två kan prata om när de ses, en rad för varje. Ingen behöver använda dem.
###
### $with: den andres namn.

# $lines: den egna senaste anteckningen, målen och frågorna nedan.
agenda-card =
    Till din nästa träff med { $with }:

    { $lines }

## Första träffen: de lär känna varandra

agenda-story = Vad har lett er dit ni är i dag?
agenda-at-your-best = När trivs ni som bäst?
agenda-hopes = Vad hoppas ni på, var och en av er?

## Andra träffen: riktningen

agenda-wish = Vad vill du kunna, eller ha gjort, när programmet är slut?
agenda-because = Varför är det viktigt för dig just nu?
agenda-first-step = Vad vore ett bra första steg?
agenda-ask-wish = Fråga vad { $with } vill ha uppnått när programmet är slut.
agenda-ask-because = Fråga varför det är viktigt för { $with } just nu.
agenda-ask-tried = Fråga vad { $with } redan har provat, innan du ger råd.

## På väg

agenda-since = Vad har hänt sedan sist?
agenda-learnt = Vad lärde du dig av det?
agenda-next-step = Vad är nästa steg, och när tar du det?
agenda-ask-avoids = Fråga om det är något som { $with } väntar med, och vad som skulle hända om det blev gjort.
agenda-ask-evidence = Fråga vad som talar för nästa steg, och vad som talar emot det.
agenda-ask-smallest = Fråga vad som är det minsta steg { $with } kan ta före nästa träff.
agenda-hardest = Vad är svårast just nu?
agenda-who-else = Vem mer kan hjälpa dig med det?
agenda-ask-advice = Fråga vad { $with } skulle råda någon annan i samma läge att göra.
agenda-ask-otherwise = Fråga hur någon som inte håller med { $with } skulle se på saken.
agenda-own-learning = Vad har du själv lärt dig av träffarna?

## Halvtid

agenda-more-and-less = Vad vill ni göra mer av, mindre av eller börja med?
agenda-still-agreed = Stämmer överenskommelsen fortfarande?
agenda-how-far = Hur långt har ni kommit mot målen?

## Mot slutet

agenda-given = Vad har mentorskapet gett er?
agenda-go-on = Hur går ni vidare, var och en för sig?
agenda-stay-in-touch = Vill ni hålla kontakten, och i så fall hur?
