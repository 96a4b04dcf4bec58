### Utvärderingsrapporten: vad ett program har lett till.
###
### $on: en dag. $count: hur många. $threshold: från hur många svar resultat visas.
### Rubriker och kolumner är korta. Det här läses av människor som inte har varit med i programmet.

# $title, $about: vad rapporten heter och när den är gjord. $purpose, $training, $matching, $measurement,
# $ethics, $administration: raderna under varje rubrik.
report-chat =
    { "" }**{ $title }**
    { $about } Sidan som följer med har samma innehåll med tabeller och diagram.

    { "" }**{ report-head-purpose }**

    { $purpose }

    { "" }**{ report-head-training }**

    { $training }

    { "" }**{ report-head-matching }**

    { $matching }

    { "" }**{ report-head-measurement }**

    { $measurement }

    { "" }**{ report-head-ethics }**

    { $ethics }

    { "" }**{ report-head-administration }**

    { $administration }
report-table = Här är rapporten för kalkylprogram.
report-data = Här är rapporten för andra program, som JSON.
# $names: programmets namn.
report-title = Utvärdering av { $names }
report-as-of = Läget { $on }. Programmet pågår.
report-before-start = Läget { $on }. Programmet har inte börjat.
report-resting = Läget { $on }. Programmet är pausat.
report-final = Slutrapport, { $on }.
# $words: tabellens rubrik.
report-caption = { "" }**{ $words }**
# $label: vad raden handlar om. $cells: det som står i den.
report-row = { $label } – { $cells }
# $column: kolumnens rubrik. $value: det som står i cellen.
report-cell = { $column }: { $value }
# $words: det som någon skrev.
report-quote = ”{ $words }”

## Rubriker

report-head-purpose = Syfte
report-head-training = Utbildning och introduktion
report-head-matching = Urval och matchning
report-head-measurement = Mätning och uppföljning
report-head-ethics = Etik
report-head-administration = Administration och stöd

## Syfte

# $words: varför programmet finns.
report-purpose = { $words }
# $words: vem programmet är till för.
report-target-group = Målgrupp: { $words }
# $starts-on, $ends-on: första och sista dagen.
report-period = Programmet sträcker sig från { $starts-on } till { $ends-on }.
report-meetings-planned = { $count ->
        [one] En träff är planerad för varje mentorpar.
       *[other] { $count } träffar är planerade för varje mentorpar.
    }

## Utbildning och introduktion

report-caption-lessons = Texter att läsa före start
report-no-lessons = Inga texter att läsa före start har skickats ut.
report-column-text = Text
report-column-given = Fick den
report-column-read = Har läst den
report-caption-gatherings = Programträffar
report-no-gatherings = Ingen programträff har hållits än.
report-column-gathering = Programträff
report-column-day = Dag
report-column-said-yes = Tackade ja
report-column-came = Var där
# $titles: vad programträffen heter.
report-gathering-title = { $titles }
report-not-noted = inte antecknat

## Urval och matchning

# $mentors, $adepts: hur många som har ansökt. $accepted: hur många som är antagna.
report-applied = { $mentors ->
        [one] En har ansökt som mentor
       *[other] { $mentors } har ansökt som mentorer
    } och { $adepts ->
        [one] en som adept
       *[other] { $adepts } som adepter
    }. Antagna: { $accepted }.
# $mentors, $adepts: hur många som är med.
report-take-part = { $mentors ->
        [one] En mentor
       *[other] { $mentors } mentorer
    } och { $adepts ->
        [one] en adept
       *[other] { $adepts } adepter
    } är med.
report-pairs = { $count ->
        [one] Ett mentorpar har bildats.
       *[other] { $count } mentorpar har bildats.
    }
report-ended-early = { $count ->
        [0] Inget av dem har slutat i förtid.
        [one] Ett av dem har slutat i förtid.
       *[other] { $count } av dem har slutat i förtid.
    }
# $agreed: hur många förslag som båda sade ja till. $declined: hur många som någon sade nej till.
report-proposals = { $agreed ->
        [one] Ett förslag om mentorpar fick ja av båda
       *[other] { $agreed } förslag om mentorpar fick ja av båda
    } och { $declined ->
        [0] inget fick nej
        [one] ett fick nej
       *[other] { $declined } fick nej
    }.
report-caption-fit = Andel som tycker att det fungerar bra eller håller på att lära känna varandra

## Mätning och uppföljning

report-column-round = Enkät
# $number: enkätens nummer.
report-row-check-in = Enkät { $number }, { $on }
report-row-start = Början, { $on }
report-row-halftime = Halvtid, { $on }
report-row-close = Slutet, { $on }
report-row-follow-up = Några månader efteråt, { $on }
report-caption-response = Svarsfrekvens
report-no-rounds = Ingen enkät har stängt än.
report-column-asked = Fick den
report-column-answered = Svarade
report-column-rate = Andel
# $held, $planned: hur många träffar.
report-meetings-held = { $held ->
        [0] Ingen träff har hållits
        [one] En träff har hållits
       *[other] { $held } träffar har hållits
    }. Planerade hittills: { $planned }.
report-not-begun = Programmet har inte börjat, så inga träffar har hållits.
report-caption-meetings = Träffar mot planen
report-column-until = Till och med
report-column-held = Hållna
report-column-planned = Planerade
report-to-come = återstår
report-about-meetings = Diagram över träffar mot planen och var mentorparen står. Samma siffror står i tabellen.
# $of: hur många adepter som är med.
report-adepts-with-goals = { $count ->
        [0] Ingen av { $of } adepter har satt mål.
        [one] En av { $of } adepter har satt mål.
       *[other] { $count } av { $of } adepter har satt mål.
    }
report-about-goals = Adepterna har själva bedömt hur långt de kom, från mycket kortare än väntat till mycket längre. Bedömningarna räknas om till T-poäng, där 50 betyder att allt gick som väntat (Goal Attainment Scaling, Kiresuk och Sherman 1968).
report-caption-goals = Måluppfyllelse
report-column-score = T-poäng i genomsnitt
report-caption-baseline = Hur nära är du det du vill uppnå? Adepterna, från 1 långt ifrån till 5 nästan framme
report-column-mean = Genomsnitt
report-column-share = Andel
report-caption-check-ins = Enkäterna över tid
report-about-check-ins = Diagram över enkätsvaren, från 1 stämmer inte alls till 5 stämmer helt. Samma siffror står i tabellen.
report-caption-halftime = Enkäten vid halvtid
report-caption-close = Enkäten i slutet
report-caption-follow-up = Enkäten några månader efteråt
report-column-question = Fråga
report-column-all = Alla
report-column-mentors = Mentorer
report-column-adepts = Adepter
report-caption-felt = Hur träffarna kändes, från 1 inte så bra till 4 mycket bra
report-caption-quotes = Med deltagarnas egna ord
report-no-quotes = Inga citat visas, eftersom färre än { $threshold } har skrivit något som får citeras.
# $mean: medelvärdet.
report-mean = { $mean } ({ $count } svar)
# $percent: andelen.
report-share = { $percent } % ({ $count } svar)
report-hidden = färre än { $threshold } svar, eller alla svarade lika
report-few = färre än { $threshold }
report-number = { $count }
# $percent: andelen.
report-percent = { $percent } %
report-none = –
report-day = { $on }

## Etik

# $of: hur många mentorpar som har bildats.
report-agreements = { $count ->
        [0] Inget av { $of } mentorpar har gjort klart sin överenskommelse.
        [one] Ett av { $of } mentorpar har gjort klart sin överenskommelse, där förtrolighet ingår.
       *[other] { $count } av { $of } mentorpar har gjort klart sin överenskommelse, där förtrolighet ingår.
    }
report-anonymity = Resultat visas bara om minst { $threshold } har svarat och inte alla svarade lika, och bara så att ingen kan räkna ut vad någon annan svarade. Citat visas utan namn och bara om den som skrev har sagt ja till det.
report-never-used = Svaren används aldrig i lönesamtal eller rekrytering. Mentorskap läser inte det som mentorer och adepter skriver till varandra.
# $version: vilken version av texten om personuppgifter.
report-notice = De som ansöker godkänner texten om personuppgifter, version { $version }.
report-erased = { $count ->
        [one] Uppgifterna om en person har raderats.
       *[other] Uppgifterna om { $count } personer har raderats.
    }

## Administration och stöd

report-caption-cases = Det som programledarna har fått följa upp
report-no-cases = Inget har behövt följas upp.
report-column-concern = Det gällde
report-column-raised = Antal
report-column-handled = Avslutade
report-concern-meetings = Träffar som inte bokades eller inte blev av
report-concern-goals = Mål som inte var satta
report-concern-wellbeing = Någon bad om hjälp, trivdes inte eller svarade lågt
report-concern-contact = Någon svarade inte, kom inte eller hade lämnat
report-concern-programme = Programmet självt: besked och start
# $days: inom hur många dagar.
report-reply-within = Den som ber om hjälp lovas svar inom { $days ->
        [one] en dag
       *[other] { $days } dagar
    }.
# $sent: hur många meddelanden som har kommit fram. $undelivered: hur många som inte har gjort det.
report-letters = { $sent ->
        [one] Ett meddelande har kommit fram
       *[other] { $sent } meddelanden har kommit fram
    } och { $undelivered ->
        [0] inget har misslyckats
        [one] ett har inte kunnat levereras
       *[other] { $undelivered } har inte kunnat levereras
    }.
report-erased-on = Alla uppgifter om deltagarna raderas { $on }.
report-made-by = Rapporten är gjord av Mentorskap. Rubrikerna följer de sex områdena i EMCC:s standard för mentorskapsprogram, ISMCP.
report-column-area = Område
report-column-table = Tabell
report-column-row = Rad
report-column-column = Kolumn
report-column-value = Värde
# Det som skiljer kolumner åt i kalkylprogram.
report-delimiter = ;
# $programme: programmets namn.
report-nothing-yet = Det finns inget att rapportera om { $programme } än: ingen är med.
