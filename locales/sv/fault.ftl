### Vad som är fel på en rad i en fil, till den som skickade filen. Före står vilken rad det är.
###
### $said: det som står i filen. $nearest: något liknande som finns. $example: så kan det se ut.

## Filen som helhet

fault-not-toml = Raden följer inte formatet TOML. Kontrollera den här raden och raden ovanför: texter ska stå inom raka citattecken, varje parentes ska ha ett slut, det ska finnas ett `=`, och samma namn får bara stå en gång.
fault-not-utf8 = Filen är inte sparad som UTF-8. Spara den igen som UTF-8. I ett kalkylprogram heter det ofta ”CSV UTF-8”.
fault-too-large = Filen är för stor. Den får vara högst { $kilobytes } kB. Dela upp den, eller ta bort det som inte behövs.
fault-more-faults =
    { $count ->
        [one] Det finns ett fel till som inte står här. Rätta de här först.
       *[other] Det finns { $count } fel till som inte står här. Rätta de här först.
    }

## Namn på inställningar och kolumner

fault-unknown-key = Den inställningen finns inte. Ta bort den.
fault-unknown-column = Den kolumnen finns inte. Ta bort den.
fault-name-meant = Det namnet finns inte. Menade du { $nearest }?
fault-missing = Det här saknas. Lägg till det, till exempel så här: { $example }
fault-empty = Här är det tomt. Fyll i något, eller ta bort raden.

## Vad det ska vara

fault-wanted-text = Här ska det stå en text. Skriv den inom raka citattecken.
fault-wanted-whole-number = Här ska det stå ett heltal. Skriv bara siffror, utan citattecken.
fault-wanted-fraction = Här ska det stå ett tal med decimaler. Skriv till exempel `0.5`.
fault-wanted-yes-or-no = Här ska det stå `true` eller `false`, utan citattecken.
fault-wanted-date-or-time = Här ska det stå ett datum eller en tid. Skriv till exempel `2026-09-07`.
fault-wanted-list = Här ska det stå en lista. Skriv den inom hakparenteser, till exempel `[28, 29]`.
fault-wanted-table = Här ska det stå flera värden med namn. Skriv dem inom klammerparenteser, till exempel { $example }

## Värden som inte går att använda

fault-out-of-range = ”{ $said }” passar inte här. Skriv ett heltal från { $least } till { $most }.
fault-too-long = Texten är { $length } tecken lång. Den får vara högst { $most }.
fault-not-one-line = Texten har en radbrytning eller ett osynligt tecken. Skriv den på en rad.
# $choices: de ord som finns.
fault-unknown-word = Jag känner inte till ”{ $said }”. Välj ett av de här orden: { $choices }
fault-word-meant = Jag känner inte till ”{ $said }”. Menade du { $nearest }?
fault-bad-slug = ”{ $said }” går inte att använda som kortnamn. Skriv högst 40 tecken: a–z, 0–9 och bindestreck, till exempel `trainees-2026`.
fault-bad-link = ”{ $said }” är ingen länk. Skriv hela adressen, till exempel `https://example.org/handbok`.
fault-bad-date = ”{ $said }” är inget datum. Skriv år, månad och dag, till exempel `2026-09-07`.
fault-too-late-to-answer = { $said } är efter programträffen. Skriv samma dag eller en tidigare.
fault-bad-month-day = ”{ $said }” är ingen dag på året. Skriv månad och dag, till exempel `12-23`.
fault-bad-time = ”{ $said }” är inget klockslag. Skriv till exempel `08.30`.
fault-bad-zone = ”{ $said }” är ingen tidszon. Skriv till exempel `Europe/Stockholm`.
fault-bad-locale = ”{ $said }” är inget språk. Skriv språkets förkortning, till exempel `sv` eller `en`.
fault-result-before-close = Beskedet kommer före sista ansökningsdagen. Rätta det ena.
# $least: hur många veckor det minst är mellan två.
fault-weeks-too-close = Det måste gå minst { $least } veckor från att en enkät öppnar tills nästa gör det: den första ska ha stängt, och om de är anonyma två veckor innan. Sprid ut veckorna, eller ha varje enkät öppen färre dagar.
# $said: namnet som finns två gånger.
fault-said-twice = ”{ $said }” finns redan. Ge den här ett annat namn, eller ta bort den.
# $most: hur många som får finnas.
fault-too-many = Det finns fler än { $most }. Ta bort några.
# $kinds: vilka slags frågor som går.
fault-wrong-kind = Det som frågas under det här namnet måste vara av något av de här slagen: { $kinds }. Ändra slaget eller namnet.
# $said: det som står där.
fault-no-such-question = Det finns ingen fråga ”{ $said }”. Skriv nyckeln (`key`) för en av frågorna under `[recruitment]`.
fault-asked-of-one-role = Bara den ena rollen får den här frågan, och då kan två inte ha samma svar. Ta bort `for` ur frågan, eller ta bort det här.
fault-ends-before-it-begins = Slutet kommer före början. Låt `from` och `until` byta plats, eller rätta den som är fel.
fault-never-open = Kalendern lämnar inte en enda dag i programmet då jag får skriva. Ta bort något i kalendern.
fault-beyond-calendar = Datumet ligger för långt bort. Skriv ett närmare datum.

## Konton

fault-account-shape = Ett konto börjar med plattformens namn, till exempel { $example }. På Matrix står kontot i personens profil. På Discord slår du på Utvecklarläge i inställningarna, högerklickar på personen och väljer Kopiera användar-ID.
fault-account-platform = Plattformen ”{ $said }” finns inte. De som finns är { $platforms }.
# $platform: plattformens namn.
fault-account-address = ”{ $said }” är inget konto på { $platform }. Så kan ett konto se ut: { $example }. På Matrix står kontot i personens profil. På Discord slår du på Utvecklarläge i inställningarna, högerklickar på personen och väljer Kopiera användar-ID.

## Tider för påminnelser, som i 0 9 * * MON
##
## $part: vilken av de fem delarna, med ordet nedan.

fault-cron-parts =
    { $found ->
        [one] Det ska vara fem delar, och här är en.
       *[other] Det ska vara fem delar, och här är { $found }.
    } Skriv minut, timme, dag i månaden, månad och veckodag, till exempel { $example }
fault-cron-two-kinds-of-day = Välj antingen dag i månaden eller veckodag och skriv `*` för den andra, till exempel { $example }
fault-cron-never = Den dagen finns inte i något år. Skriv en annan dag eller månad.
fault-cron-unreadable = ”{ $said }” går inte att läsa som { $part }. Skriv ett tal, ett intervall som `1-5`, en lista som `1,3` eller steg som `*/2`.
fault-cron-out-of-range = { $number } går inte att använda som { $part }. Skriv ett tal från { $least } till { $most }.
fault-cron-backwards = Intervallet ”{ $said }” för { $part } är i fel ordning. Byt ordning, eller skriv en lista som `1,3`.
fault-cron-endless-step = ”{ $said }” för { $part } säger inte var stegen slutar. Skriv ett intervall före `/`, till exempel `1-5/2`.
fault-cron-idle-step = Steget i ”{ $said }” för { $part } är 0 eller för stort. Skriv ett annat tal efter `/`.
fault-cron-minute = minut
fault-cron-hour = timme
fault-cron-day = dag i månaden
fault-cron-month = månad
fault-cron-weekday = veckodag

## Listor med deltagare

fault-no-header = Filen är tom. Börja med en rad med kolumnernas namn: { $example }
fault-missing-column = Kolumnen saknas. Lägg till den på första raden. Minst de här måste finnas: { $example }
fault-doubled-column = Kolumnen finns två gånger. Ta bort den ena.
fault-beyond-columns = Raden har fler celler än det finns kolumner. Om en cell innehåller ett komma, ett semikolon eller en tabb ska hela cellen stå inom citattecken.
fault-unclosed-quote = Ett citattecken på raden har inget slut. Lägg till ett i slutet, eller ta bort det.
fault-too-many-rows = Listan får ha högst { $most } rader. Dela upp filen.
fault-bad-id = ”{ $said }” går inte att använda som id. Skriv högst 40 tecken: bokstäver, siffror, punkt, bindestreck och `_`.
# $line: raden där det andra står.
fault-doubled-row = Personen har redan den rollen på rad { $line }. Ta bort en av raderna. Om det är två personer ger du den ena ett annat id.
fault-differs-from-row = Samma person står på rad { $line }, men med andra uppgifter. Skriv likadant på båda raderna. Om det är två personer ger du den ena ett annat id.
# $id: den andra personens id.
fault-account-taken = { $id } på rad { $line } har samma konto. Om det är samma person ger du båda raderna samma id. Annars rättar du ett av kontona.
fault-account-of-another = Kontot tillhör någon annan. Rätta det, eller ge raden det id som personen redan står med.
fault-account-elsewhere = Kontot hör till någon som redan skriver till mig utanför det här programmet, så jag kan inte lägga till det. Lägg till personen utan konto och skicka en kod med `bjud in deltagare`. Då kan personen gå med själv.
fault-other-account = Personen skriver redan till mig från ett annat konto, och det kan en lista inte ändra. Lämna cellen tom.
fault-unknown-person = Ingen i filen har id ”{ $said }”. Skriv ett id från kolumnen `id`. Mellan flera skriver du `|`.
fault-oneself = Det är personens eget id. Skriv en annan persons id.
fault-fixed-and-never = { $id } får inte vara i mentorpar med den här personen, enligt `never_with`. Ta bort det ena.
fault-missing-heading = Den här kolumnen saknas. Lägg till den på första raden. En ansökan behöver `name`, `role`, `notice` och alla frågor som inte får hoppas över.
fault-not-accepted = Personen har inte godkänt hur ni hanterar uppgifterna. Ta bort raden, eller be personen att ansöka här i chatten.
# $line: raden där den första står.
fault-applied-twice = På rad { $line } står redan en ansökan från samma person. Ta bort den ena.
fault-no-guardian = Här står inget namn på en vårdnadshavare. Skriv vem som säger ja, eller låt adepten ansöka här i chatten.
fault-has-begun = Personen har börjat på en ansökan här i chatten. Ta bort raden och låt personen skicka den själv.
fault-contradicts = Personen har redan ansökt och svarat något annat. Det som personen själv har sagt gäller. Ta bort raden, eller be personen att ändra sin ansökan.
fault-takes-part = Personen är redan med i programmet. Ta bort raden.
fault-minor-on-a-list = Adepterna i det här programmet är minderåriga, så en vårdnadshavare måste säga ja först. Låt adepten ansöka här i chatten, eller läs in en fil med ansökningar och en kolumn `guardian`.
fault-fixed-alike = Det ska vara en mentor och en adept, men så är det inte med { $id }. Rätta id:t eller en av rollerna.
fault-fixed-twice = Adepten ska ha { $mentors } mentorer enligt `fixed_with`, men kan ha en. Ta bort de andra.
fault-fixed-manager = En adepts chef blir aldrig adeptens mentor. Ta bort { $id }, antingen här eller som chef.
fault-fixed-without-room = { $id } har 0 i `capacity` och tar alltså inte emot någon. Skriv ett högre tal där, eller ta bort det här id:t.
fault-fixed-beyond-capacity = Mentorn ska ha { $fixed } adepter enligt `fixed_with`, men tar emot högst { $capacity }. Höj `capacity`, eller ta bort någon i `fixed_with`.

## Inte filens fel

fault-of-setup = Det är något fel i hur jag är installerad, inte i din fil. Be den som sköter servern om hjälp.
