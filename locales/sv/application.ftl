### Att ansöka till ett program, i ett samtal med boten.
###
### $programme: programmets namn. $apply, $withdraw, $show, $close: vad man skriver.

## Före den första frågan

# $lines: programmen.
application-which-programme =
    Vilket program menar du?

    { $lines }
# En rad i listan.
application-open-item = **{ $programme }**: skriv { $apply }
# Sägs till den som inte är med i något och ber om hjälp. $lines: programmen.
application-can-apply =
    Här kan du ansöka:

    { $lines }
application-none-open = Det finns inget program att ansöka till här just nu. Fråga den som leder programmet om du har hört något annat.
application-not-open = Det går inte att ansöka till { $programme } just nu, så jag har inte ändrat något. Fråga den som leder programmet om det förvånar dig.
application-takes-part = Du är redan med i { $programme } och behöver inte ansöka.
# Sägs där andra hör.
application-in-direct = Jag har skrivit till dig i ett direktmeddelande, där ingen annan läser.

## Frågorna

application-ask-role =
    Vad roligt att du vill ansöka till { $programme }! Jag ställer en fråga i taget. Du kan sluta när du vill och komma tillbaka. Jag sparar det du har svarat.

    Vad vill du vara i programmet?
    .adept = Adept
    .mentor = Mentor
# $purpose: vad programmet är till för, med arrangörens ord.
application-ask-role-for =
    Vad roligt att du vill ansöka till { $programme }!

    { $purpose }

    Jag ställer en fråga i taget. Du kan sluta när du vill och komma tillbaka. Jag sparar det du har svarat.

    Vad vill du vara i programmet?
    .adept = Adept
    .mentor = Mentor
# Där adepterna är minderåriga. $leaders: vilka som leder programmet. $number: ansökans nummer.
application-ask-consent =
    Adepterna i { $programme } är under 18 år. Därför behöver en vårdnadshavare säga ja innan jag frågar dig något mer.

    Be en vårdnadshavare att höra av sig till { $leaders } och säga att det gäller ansökan nummer { $number }. Jag skriver till dig när det är klart.
    .back = Tillbaka
application-consent-given = Nu är det klart med din vårdnadshavare. Skriv { $apply } så fortsätter vi med din ansökan till { $programme }.
# Till programledare. $name: vad den sökande heter i chatten. $record: vad man skriver.
application-consent-wanted = { $name } vill ansöka som adept till { $programme } och behöver en vårdnadshavares samtycke. Ansökan har nummer { $number }. När en vårdnadshavare har sagt ja skriver du { $record }
# $words: hur arrangören hanterar det som skrivs. $version: vilken version av texten.
application-ask-notice =
    Innan vi går vidare: så här hanterar arrangören av { $programme } det du skriver (version { $version }):

    { $words }

    De som leder programmet ser ditt namn och dina svar. Den som du föreslås bli mentorpar med får se vad du vill ha mer av eller kan bidra med, var du bor och vilka språk du talar.

    Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Svaren används aldrig i lönesamtal eller rekrytering.

    Godkänner du det?
    .accept = Ja, jag godkänner
    .refuse = Nej, sluta här
    .back = Tillbaka
# $known: namnet som chatten visar.
application-ask-name =
    Vad heter du? Skriv namnet så som din mentor eller adept ska se det, eller behåll **{ $known }**.
    .keep = Behåll
    .back = Tillbaka
# $number: vilken fråga det är. $of: av hur många. $words: frågan, med arrangörens ord.
application-ask-choice =
    Fråga { $number } av { $of }

    { $words }
    .skip = Hoppa över
    .back = Tillbaka
application-ask-choices =
    Fråga { $number } av { $of }

    { $words }

    Du kan välja flera. Tryck på ett i taget, eller skriv numren med komma mellan.
    .skip = Hoppa över
    .back = Tillbaka
# $chosen: vad som är valt hittills.
application-ask-more =
    Fråga { $number } av { $of }

    { $words }

    Valt hittills: { $chosen }. Tryck på ett igen för att ta bort det.
    .done = Det var allt
    .back = Tillbaka
application-ask-text =
    Fråga { $number } av { $of }

    { $words }

    Skriv ditt svar här.
    .skip = Hoppa över
    .back = Tillbaka
# $least, $most: det minsta och det största talet.
application-ask-number =
    Fråga { $number } av { $of }

    { $words }

    Skriv ett tal från { $least } till { $most }.
    .skip = Hoppa över
    .back = Tillbaka
application-ask-topics =
    Fråga { $number } av { $of }

    { $words }

    Skriv några ord för varje, med komma mellan, till exempel: leda andra, ett större nätverk.
    .skip = Hoppa över
    .back = Tillbaka

## Svar som inte är några

application-not-among-them = Det är inget av svaren. Tryck på ett av dem, eller skriv det eller dess nummer.
application-no-number = Där behöver jag ett heltal från { $least } till { $most }.
# $most: hur många som sparas.
application-too-many = Det är fler än jag kan spara. Skriv högst { $most }.
application-nothing = Jag behöver ett svar på den här frågan innan vi går vidare.

## Sammanfattningen

# $role: adept eller mentor. $name: vad den sökande heter. $lines: frågorna med svaren.
application-summary =
    Det här är din ansökan till { $programme }, { $name }, som { $role }:

    { $lines }

    Stämmer allt? Skriv till exempel `ändra 2` om du vill ändra svar 2.
    .send = Skicka ansökan
    .back = Tillbaka
application-summary-sent =
    Du har skickat den här ansökan till { $programme }, { $name }, som { $role }:

    { $lines }

    Skriv till exempel `ändra 2` om du vill ändra svar 2. Skriv { $withdraw } om du vill dra tillbaka ansökan.
# $question: frågan. $answer: svaret.
application-summary-item = **{ $number }.** { $question } – { $answer }
application-summary-skipped = **{ $number }.** { $question } – inget svar
# $number: ansökans nummer. $lines: några av de följande.
application-receipt =
    Tack! Din ansökan till { $programme } har kommit fram. Den har nummer { $number }.

    { $lines }
# $on: den sista dagen.
application-until-then = Du kan ändra dina svar till och med { $on }: skriv { $apply }
# $on: den sista dagen.
application-hears-by = Du får besked senast { $on }
application-can-withdraw = Skriv { $withdraw } om du vill dra tillbaka den
# $lines: några av de föregående. $apply: vad man skriver.
application-with-leaders =
    Din ansökan till { $programme } har kommit fram.

    { $lines }
application-only-begun = Du har börjat på en ansökan till { $programme }. Skriv { $apply } för att fortsätta.
# $question: vilken fråga det var.
application-changed = Jag har ändrat ditt svar på ”{ $question }”.
application-nothing-kept = Det går bra. Jag har inte sparat något av det du skrev. Du är välkommen tillbaka om du ändrar dig.

# Till den som har börjat på en ansökan. $on: den sista dagen. $erased-on: när det som inte skickas raderas.
application-last-day-near = Du har börjat på en ansökan till { $programme } men inte skickat den. Sista dagen är { $on }. Skriv { $apply } om du vill fortsätta. Gör du inte det raderar jag { $erased-on } det du har svarat.
# Till programledare. $count: hur många som har ansökt. $list: vad man skriver. $result-on: när alla har fått besked.
application-last-day-passed = { $count ->
        [0] Sista dagen att ansöka till { $programme } har passerat. Ingen ansökan har kommit in.
        [one] Sista dagen att ansöka till { $programme } har passerat. En ansökan har kommit in. Skriv { $list } för att se den.
       *[other] Sista dagen att ansöka till { $programme } har passerat. { $count } ansökningar har kommit in. Skriv { $list } för att se dem.
    }
application-last-day-passed-until = { $count ->
        [0] Sista dagen att ansöka till { $programme } har passerat. Ingen ansökan har kommit in.
        [one] Sista dagen att ansöka till { $programme } har passerat. En ansökan har kommit in. Skriv { $list } för att se den. Den sökande ska få besked senast { $result-on }.
       *[other] Sista dagen att ansöka till { $programme } har passerat. { $count } ansökningar har kommit in. Skriv { $list } för att se dem. Alla ska få besked senast { $result-on }.
    }

## Att dra tillbaka den

application-withdraw-sure =
    Vill du dra tillbaka din ansökan till { $programme }? Då raderar jag alla dina svar, och det går inte att ångra.
    .withdraw = Dra tillbaka
    .keep = Behåll
application-withdrawn = Din ansökan till { $programme } är tillbakadragen, och allt du hade svarat är raderat.
application-in-pair = Du är i ett mentorpar i { $programme }, så ansökan går inte att bara dra tillbaka. Prata med programledaren, som hjälper er att avsluta på ett bra sätt.
application-nothing-to-withdraw = Du har ingen ansökan här som går att dra tillbaka.

## Till programledare

application-opened = Nu går det att ansöka till { $programme }. Nedan är en inbjudan som du kan lägga där de som ska ansöka ser den. Skriv { $close } för att stänga ansökan.
application-invitation =
    Nu kan du ansöka till **{ $programme }**, som mentor eller adept. Skriv { $apply } till mig i ett direktmeddelande, så ställer jag några frågor.
# $closes-on: den sista dagen.
application-invitation-before =
    Nu kan du ansöka till **{ $programme }**, som mentor eller adept. Sista dagen är { $closes-on }. Skriv { $apply } till mig i ett direktmeddelande, så ställer jag några frågor.
# $purpose: vad programmet är till för, med arrangörens ord.
application-invitation-for =
    Nu kan du ansöka till **{ $programme }**, som mentor eller adept.

    { $purpose }

    Skriv { $apply } till mig i ett direktmeddelande, så ställer jag några frågor.
# $closes-on: den sista dagen.
application-invitation-until =
    Nu kan du ansöka till **{ $programme }**, som mentor eller adept. Sista dagen är { $closes-on }.

    { $purpose }

    Skriv { $apply } till mig i ett direktmeddelande, så ställer jag några frågor.
application-no-questions = Programmets fil säger inte än vad de sökande ska få för frågor. Skriv { $show } för att få filen, fyll i delen `[recruitment]` och skicka tillbaka den till mig.
# $closes-on: den sista dagen.
application-past-last-day = Sista ansökningsdagen var { $closes-on }. Skriv { $show } för att få programmets fil, ändra `closes` i den och skicka tillbaka den till mig.
# $count: hur många som har ansökt.
application-closed = { $count ->
        [0] Nu går det inte längre att ansöka till { $programme }. Ingen ansökan har kommit in.
        [one] Nu går det inte längre att ansöka till { $programme }. En ansökan har kommit in.
       *[other] Nu går det inte längre att ansöka till { $programme }. { $count } ansökningar har kommit in.
    }
application-not-open-anyway = Ansökan till { $programme } är redan stängd.
