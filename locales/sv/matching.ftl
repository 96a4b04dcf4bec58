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
