### Det som inte hör till någon enskild sak.
###
### $help, $command, $usage, $join: vad man skriver.

## Hjälp

general-help =
    Det här kan jag hjälpa dig med:

    { $lines }

    Du kan skriva på svenska eller engelska.
general-help-leader =
    Det här kan jag hjälpa dig med som programledare:

    { $lines }

    Om du leder flera program skriver du kortnamnet på det du menar sist, till exempel `#trainee`.
# $contact: vem man kan vända sig till, med telefonnummer eller adress.
general-worries = Är du orolig för dig själv eller någon annan? Då kan du alltid vända dig till { $contact }. Ring 112 om det är bråttom.
general-help-line = { $command } – { $what }
general-help-stranger =
    Hej! Jag hjälper mentorer och adepter i mentorskapsprogram att träffas regelbundet.

    Om du har fått en kod av en programledare skriver du { $join } till mig i ett direktmeddelande, aldrig i en kanal.

## Det som boten inte förstår

general-not-understood = Det där förstod jag inte. Skriv { $help } för att se vad jag kan göra.
general-did-you-mean = Det där förstod jag inte. Menade du { $command }? Du kan också skriva { $help } för att se vad jag kan göra.
general-welcome = Varsågod! Säg till om det är något mer.
general-leaders = Programmet leds av { $names }. Hör gärna av dig direkt till programledaren om du vill prata med en människa. För att se vad jag kan göra skriver du { $help }
general-not-sent = Okej, jag skickar det inte.
general-incomplete = Det saknas något. Skriv så här: { $usage }
general-too-much = Jag förstod inte allt som stod där. Skriv så här: { $usage }

## Det som inte är tillåtet, eller inte här

general-stranger = Du är inte med i något mentorskapsprogram här än. Om du har fått en kod av en programledare skriver du { $join } till mig i ett direktmeddelande, aldrig i en kanal.
general-leaders-only = Det kan bara programledare göra.
general-pairs-only = Det kan bara mentorer och adepter i ett mentorpar göra.
general-in-private = Det tar vi bäst mellan dig och mig. Skriv det till mig i ett direktmeddelande.
general-written-directly = Det tar vi mellan dig och mig. Jag har skrivit till dig i ett direktmeddelande.
general-not-yours = Den frågan är till någon annan, så du kan inte svara på den.
general-outdated = Den frågan gäller inte längre. Antingen är den besvarad eller så har något ändrats.

## Vilken av dem

general-nothing-asked = Jag väntar inte på något svar från dig just nu. Skriv { $help } för att se vad jag kan göra.
general-no-such-answer =
    Det är inte ett av svaren. Du kan välja mellan:

    { $lines }
general-answer = **{ $number }** { $label }
general-which-one = Det finns flera som passar: { $names }. Vilken menar du?
general-which-question =
    Flera frågor väntar på ditt svar. Vilken svarar du på?

    { $questions }
# $slug: programmets korta namn.
general-not-led = Du leder inget program som heter { $slug }. Skriv `mina program` för att se dina program.
general-not-in = Du är inte med i något program som heter { $slug }. Utelämna # och namnet, så tar jag det som du är med i.
# $ids: vad var och en heter i listan med deltagare.
general-several-people = Flera heter ”{ $name }”, så jag har inte gjort något. De har id:t { $ids }. Skriv det id som du menar.
general-no-such-person = Jag hittar ingen som heter ”{ $name }”. Kontrollera namnet och skriv det igen.
general-no-such-person-but = Jag hittar ingen som heter ”{ $name }”. Menade du { $nearest }?
general-no-such-programme = Jag hittar inget program som heter ”{ $name }”. Kontrollera namnet och skriv det igen.

## Meddelanden och filer som inte går att använda

general-unreadable = Jag kunde inte läsa ditt senaste meddelande, eftersom en del av det inte har kommit fram till mig. Skicka det gärna igen.
general-broken = Något är fel hos mig, så jag kunde inte göra det. Säg det gärna till en programledare eller till den som sköter mig.
general-words-only = Jag förstår bara text, inte bilder, röstmeddelanden och liknande. Programledare kan också skicka filer till mig. Skriv { $help } för att se vad jag kan göra.
general-correction = Jag kan inte följa ändringar i meddelanden som redan är skickade. Om du vill ändra något får du gärna skriva det i ett nytt meddelande.
general-file-too-large = Filen är för stor. Den får vara högst { $megabytes } MB.
general-unknown-file = Jag vet inte vad jag ska göra med { $name }. Jag kan använda listor med deltagare (CSV) och programfiler (TOML).
general-too-long = { $most ->
        [one] Det är för långt. Skriv högst ett tecken.
       *[other] Det är för långt. Skriv högst { $most } tecken.
    }

## Hur det står till, för en mentor eller en adept

general-status =
    Så här ser det ut:

    { $lines }
general-status-pair = **{ $with }** i { $programme }
general-status-meeting = Nästa träff: { $at }
general-status-meeting-sometime = Er nästa träff är bokad, men jag vet inte tiden.
general-status-no-meeting = Er nästa träff är inte bokad. För att boka den skriver du { $command }
general-status-held = Träffar som har varit: { $held } av { $wanted }
general-status-waiting = Jag väntar på ditt svar på en fråga.
general-status-paused = Du har paus. För att börja igen skriver du { $command }
general-status-programme-paused = Programledaren har pausat { $programme }, så jag påminner er inte just nu.
general-status-stopped = Ert mentorpar är pausat, så jag påminner er inte just nu.
general-status-not-started = { $programme } börjar { $on }.
# $on: den sista dagen.
general-status-over = { $programme } är slut. Sista dagen var { $on }.
general-status-unpaired = Du har ingen mentor eller adept i { $programme } än. Jag skriver till dig när du har fått en.

# Knappar när flera frågor väntar: vad en fråga gäller.
general-about-meeting = Träffen { $on } med { $with }
general-about-next-meeting = Nästa träff med { $with }
general-about-pair = { $mentor } och { $adept }
general-about-proposal = Om att bli mentorpar med { $with }
general-plain = { $words }

## När boten kommer till en server

general-arrived =
    Hej! Jag hjälper mentorer och adepter i mentorskapsprogram att träffas regelbundet.

    Jag har allt jag behöver här. Ska du leda ett program? Skriv { $create } till mig i ett direktmeddelande. Har du fått en kod av en programledare skriver du { $join }
general-lacks-channels = Hej! Varje mentorpar får en egen plats att prata på, och för det behöver jag få se minst en textkanal. Behörigheten heter **Visa kanaler** (View Channels) och ges i serverns inställningar, under Roller. Jag hör av mig när den finns.
general-lacks-threads = Varje mentorpar får en egen plats att prata på, och för det behöver jag få skapa privata trådar i minst en textkanal. Behörigheten heter **Skapa privata trådar** (Create Private Threads) och ges i serverns inställningar, under Roller. Jag hör av mig när den finns.
general-lacks-writing = För att kunna skriva till ett mentorpar i deras tråd behöver jag behörigheten **Skicka meddelanden i trådar** (Send Messages in Threads). Den ges i serverns inställningar, under Roller. Jag hör av mig när den finns.
general-lacks-history = För att se vad jag redan har sagt, så att inget sägs två gånger, behöver jag behörigheten **Läs meddelandehistorik** (Read Message History). Den ges i serverns inställningar, under Roller. Jag hör av mig när den finns.
