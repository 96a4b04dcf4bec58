### Vad man skriver till boten, och hur hjälpen förklarar det.
###
### Ett kommando är en lista med uttryck, åtskilda av |. Det första är så som boten själv säger; de
### andra förstår den också. Ta med båda ordföljderna (`boka träff`, `träff boka`). Stora och små
### bokstäver spelar ingen roll, och å, ä och ö får skrivas a, a och o. Högst fem ord var.
### Alla språk läses samtidigt, så inget uttryck får stå för två kommandon, oavsett språk.
###
### .verb: det första uttrycket igen, för när boten själv sätter ihop ett kommando.
### .slash: detsamma i en meny med kommandon, där man väljer orden i stället för att skriva dem: ett
### ord, eller två där det första är detsamma för alla kommandon om samma sak. Små bokstäver, och
### bindestreck där ett ord är flera. Skrivet utan bindestreck ska det betyda samma kommando.
### .usage: vad man skriver. Ord med stora bokstäver byts ut, och det inom hakparentes får
### utelämnas. .what: vad det gör, utan stor bokstav och utan punkt. .example: ett helt exempel.

## För alla

command-help = hjälp | hjälp mig | vad kan du | vad kan du göra | kommandon | hej | hejsan | hallå
    .verb = hjälp
    .slash = hjälp
    .usage = hjälp
    .what = se vad jag kan göra
    .example = hjälp
command-status = status | min status
    .verb = status
    .slash = status
    .usage = status
    .what = se din mentor eller adept och nästa träff
    .example = status
command-join = gå med | gå med med kod
    .verb = gå med
    .slash = gå-med
    .usage = gå med KOD
    .what = använd koden från din programledare
    .example = gå med ABCD-2345

command-apply = ansök till | ansök | jag vill ansöka | jag vill ansöka till | ansökan
    .verb = ansök till
    .slash = ansök
    .usage = ansök till [PROGRAM]
    .what = ansök till ett program, eller fortsätt med din ansökan
    .example = ansök till trainees-2026
command-withdraw = dra tillbaka ansökan | dra tillbaka | dra tillbaka min ansökan
    .verb = dra tillbaka ansökan
    .slash = dra-tillbaka-ansökan
    .usage = dra tillbaka ansökan [PROGRAM]
    .what = dra tillbaka din ansökan
    .example = dra tillbaka ansökan

## Träffar

command-meeting-book = boka träff | träff boka | boka en träff | boka träffen | boka | boka tid | ny träff | träff ny
    .verb = boka träff
    .slash = träff boka
    .usage = boka träff NÄR [VAR]
    .what = boka en träff
    .example = boka träff torsdag kl. 13.30 Biblioteket
command-meeting-propose = föreslå tid | tid föreslå | föreslå en tid | föreslå träff | träff föreslå | föreslå en träff | föreslå
    .verb = föreslå tid
    .slash = träff föreslå
    .usage = föreslå tid NÄR [VAR]
    .what = föreslå en tid för din mentor eller adept
    .example = föreslå tid torsdag kl. 13.30
command-meeting-list = mina träffar | träff lista | träffar lista | lista träffar | visa träffar | våra träffar | träffar
    .verb = mina träffar
    .slash = träff lista
    .usage = mina träffar
    .what = se dina träffar
    .example = mina träffar
command-meeting-move = flytta träff | träff flytta | flytta träffen | flytta | ändra träff | träff ändra | boka om träff | träff boka om
    .verb = flytta träff
    .slash = träff flytta
    .usage = flytta träff [N] NÄR
    .what = flytta en träff till en annan tid
    .example = flytta träff 2 fredag kl. 10
command-meeting-cancel = avboka träff | träff avboka | avboka träffen | avboka | ställ in träff | träff ställ in | ställ in träffen
    .verb = avboka träff
    .slash = träff avboka
    .usage = avboka träff [N]
    .what = avboka en träff
    .example = avboka träff 2
command-meeting-met = vi har träffats | vi träffades | vi har setts | vi sågs | träff har varit | träffen har varit
    .verb = vi har träffats
    .slash = träff har-varit
    .usage = vi har träffats [N]
    .what = berätta att ni har träffats
    .example = vi har träffats 2

## Pauser och inställningar

command-later = senare | påminn mig senare | fråga mig senare | fråga senare | inte nu
    .verb = senare
    .slash = senare
    .usage = senare
    .what = skjut upp en fråga
    .example = senare
command-pause = pausa | paus | ta paus | ta en paus
    .verb = pausa
    .slash = pausa
    .usage = pausa [från DATUM] [till DATUM]
    .what = ta en paus från påminnelser
    .example = pausa till 3 mars
command-resume = fortsätt | återuppta | börja igen | avsluta paus | paus avsluta | avsluta pausen
    .verb = fortsätt
    .slash = fortsätt
    .usage = fortsätt
    .what = avsluta pausen
    .example = fortsätt
command-settings = inställningar | mina inställningar | visa inställningar | inställningar visa
    .verb = inställningar
    .slash = inställningar visa
    .usage = inställningar
    .what = se hur och när jag skriver till dig
    .example = inställningar
command-settings-language = byt språk | språk byt | ändra språk | språk ändra | inställningar språk | språk
    .verb = byt språk
    .slash = inställningar språk
    .usage = byt språk SPRÅK
    .what = byt språk
    .example = byt språk engelska
command-settings-zone = byt tidszon | tidszon byt | ändra tidszon | tidszon ändra | inställningar tidszon | tidszon
    .verb = byt tidszon
    .slash = inställningar tidszon
    .usage = byt tidszon TIDSZON
    .what = byt tidszon
    .example = byt tidszon Europe/Stockholm
command-settings-hours = ändra tider | tider ändra | byt tider | tider byt | inställningar tider | tider
    .verb = ändra tider
    .slash = inställningar tider
    .usage = ändra tider FRÅN–TILL
    .what = välj mellan vilka tider jag skriver till dig
    .example = ändra tider 09.00–16.00

## För programledare

command-attention = följ upp | uppföljning | att följa upp
    .verb = följ upp
    .slash = följ-upp
    .usage = följ upp
    .what = se vad som behöver dig, det viktigaste först
    .example = följ upp
command-programme-list = mina program | program lista | lista program | alla program
    .verb = mina program
    .slash = program lista
    .usage = mina program
    .what = se dina program
    .example = mina program
command-programme-create = skapa program | program skapa | skapa ett program | nytt program | program nytt
    .verb = skapa program
    .slash = program skapa
    .usage = skapa program
    .what = skapa ett program med några frågor
    .example = skapa program
command-programme-show = visa program | program visa | visa programmet | programfil | visa programfil
    .verb = visa program
    .slash = program visa
    .usage = visa program [#PROGRAM]
    .what = få filen till programmet
    .example = visa program #trainee
command-programme-status = programstatus | program status | status program | status för program | programmet status
    .verb = programstatus
    .slash = program status
    .usage = programstatus [#PROGRAM]
    .what = se hur det går i programmet
    .example = programstatus
command-programme-start = starta program | program starta | starta programmet
    .verb = starta program
    .slash = program starta
    .usage = starta program [#PROGRAM]
    .what = starta programmet
    .example = starta program
command-programme-pause = pausa program | program pausa | pausa programmet | program paus
    .verb = pausa program
    .slash = program pausa
    .usage = pausa program [#PROGRAM]
    .what = pausa programmet för alla
    .example = pausa program
command-programme-resume = återuppta program | program återuppta | återuppta programmet | fortsätt program | program fortsätt | fortsätt programmet
    .verb = återuppta program
    .slash = program återuppta
    .usage = återuppta program [#PROGRAM]
    .what = sätt i gång ett pausat program igen
    .example = återuppta program
command-programme-recruit-open = öppna ansökan | ansökan öppna | program ansökan | program ansökan öppna | program öppna ansökan
    .verb = öppna ansökan
    .slash = program öppna-ansökan
    .usage = öppna ansökan [#PROGRAM]
    .what = låt folk ansöka till programmet
    .example = öppna ansökan
command-programme-recruit-close = stäng ansökan | ansökan stäng | program ansökan stäng | program stäng ansökan
    .verb = stäng ansökan
    .slash = program stäng-ansökan
    .usage = stäng ansökan [#PROGRAM]
    .what = ta inte emot fler ansökningar
    .example = stäng ansökan
command-people-import = importera deltagare | deltagare importera | läs in deltagare | deltagare läs in
    .verb = importera deltagare
    .slash = deltagare importera
    .usage = importera deltagare [#PROGRAM]
    .what = lägg till deltagare från en bifogad CSV-fil
    .example = importera deltagare
command-people-invite = bjud in deltagare | deltagare bjud in | bjud in alla | bjud in | inbjudningar
    .verb = bjud in deltagare
    .slash = deltagare bjud-in
    .usage = bjud in deltagare [#PROGRAM]
    .what = få koder och brev till dem som inte har gått med
    .example = bjud in deltagare
command-people-add = lägg till deltagare | deltagare lägg till | ny deltagare | deltagare ny | lägg till person
    .verb = lägg till deltagare
    .slash = deltagare lägg-till
    .usage = lägg till deltagare NAMN ROLL [KONTO]
    .what = lägg till en person
    .example = lägg till deltagare Anna Ek, adept
command-people-list = lista deltagare | deltagare lista | visa deltagare | deltagare visa | alla deltagare | deltagare
    .verb = lista deltagare
    .slash = deltagare lista
    .usage = lista deltagare [#PROGRAM]
    .what = se alla i programmet
    .example = lista deltagare
command-pair-add = nytt mentorpar | mentorpar nytt | skapa mentorpar | mentorpar skapa | lägg till mentorpar | mentorpar lägg till
    .verb = nytt mentorpar
    .slash = mentorpar skapa
    .usage = nytt mentorpar MENTOR ADEPT
    .what = sätt ihop ett mentorpar
    .example = nytt mentorpar anna och bo
command-pair-list = lista mentorpar | mentorpar lista | alla mentorpar | mentorpar
    .verb = lista mentorpar
    .slash = mentorpar lista
    .usage = lista mentorpar [#PROGRAM]
    .what = se alla mentorpar
    .example = lista mentorpar
command-pair-show = visa mentorpar | mentorpar visa | visa mentorparet
    .verb = visa mentorpar
    .slash = mentorpar visa
    .usage = visa mentorpar N
    .what = se ett mentorpar och dess träffar
    .example = visa mentorpar 3
command-pair-remind = påminn mentorpar | mentorpar påminn | påminn mentorparet
    .verb = påminn mentorpar
    .slash = mentorpar påminn
    .usage = påminn mentorpar N
    .what = be ett mentorpar att boka nu
    .example = påminn mentorpar 3
command-match-propose = matchning föreslå | föreslå matchning | matcha | matchning | matcha deltagare
    .verb = matchning föreslå
    .slash = matchning föreslå
    .usage = matchning föreslå [#PROGRAM]
    .what = sätt ihop mentorer och adepter, så att du kan se efter
    .example = matchning föreslå
command-match-show = matchning visa | visa matchning | visa matchningen | visa förslag
    .verb = matchning visa
    .slash = matchning visa
    .usage = matchning visa [#PROGRAM]
    .what = se vilka som är ihopsatta och vad de svarar
    .example = matchning visa
command-match-lock = matchning lås | lås matchning | lås
    .verb = matchning lås
    .slash = matchning lås
    .usage = matchning lås MENTOR ADEPT
    .what = håll ihop två personer
    .example = matchning lås bo anna
command-match-avoid = matchning undvik | undvik matchning | undvik
    .verb = matchning undvik
    .slash = matchning undvik
    .usage = matchning undvik MENTOR ADEPT
    .what = håll isär två personer
    .example = matchning undvik bo anna
command-match-allow = matchning tillåt | tillåt matchning | tillåt
    .verb = matchning tillåt
    .slash = matchning tillåt
    .usage = matchning tillåt MENTOR ADEPT
    .what = låt två personer sättas ihop igen
    .example = matchning tillåt bo anna
command-match-swap = matchning byt | byt matchning | byt plats
    .verb = matchning byt
    .slash = matchning byt
    .usage = matchning byt EN ANNAN
    .what = låt två mentorer eller två adepter byta plats
    .example = matchning byt anna grace
command-match-publish = matchning skicka ut | skicka ut matchning | skicka ut matchningen | skicka matchning
    .verb = matchning skicka ut
    .slash = matchning skicka-ut
    .usage = matchning skicka ut [#PROGRAM]
    .what = fråga dem som du har satt ihop
    .example = matchning skicka ut
command-leader-add = lägg till programledare | programledare lägg till | ny programledare | programledare ny
    .verb = lägg till programledare
    .slash = programledare lägg-till
    .usage = lägg till programledare KONTO
    .what = låt någon mer leda programmet
    .example = lägg till programledare matrix:@lotta:example.org
command-leader-remove = ta bort programledare | programledare ta bort
    .verb = ta bort programledare
    .slash = programledare ta-bort
    .usage = ta bort programledare KONTO
    .what = låt någon inte längre leda programmet
    .example = ta bort programledare matrix:@lotta:example.org
command-announce = meddela alla | alla meddela | skriv till alla | meddelande till alla
    .verb = meddela alla
    .slash = meddela-alla
    .usage = meddela alla TEXT
    .what = skriv till alla i programmet
    .example = meddela alla Den första programträffen är den 3 mars.
command-outbox = utkorg | visa utkorg | utkorgen | visa utkorgen | utkorg visa | utkorg lista | lista utkorg
    .verb = utkorg
    .slash = utkorg lista
    .usage = utkorg [#PROGRAM]
    .what = se vilka meddelanden som väntar eller inte är skickade
    .example = utkorg
command-outbox-retry = skicka igen | utkorg skicka igen | försök igen | utkorg försök igen
    .verb = skicka igen
    .slash = utkorg skicka-igen
    .usage = skicka igen N
    .what = försök skicka ett meddelande igen
    .example = skicka igen 12
command-outbox-cancel = ta tillbaka | utkorg ta tillbaka | ta tillbaka meddelande | utkorg avbryt | avbryt utkorg
    .verb = ta tillbaka
    .slash = utkorg ta-tillbaka
    .usage = ta tillbaka N
    .what = ta tillbaka ett meddelande som väntar
    .example = ta tillbaka 12

## Småord. De läses bara; ta med korta och vardagliga.

# Roller, sist efter ett namn. Ett ord var.
role-mentor = mentor | mentorn | mentorer
role-adept = adept | adepten | adepter
role-leader = programledare | programledaren | ledare
# Mellan två namn: ”Anna och Bo”.
words-and = och | med
# Före dagen då något börjar: ”från 3 mars”.
words-from = från | från och med | fr.o.m.
# Före en plats: ”fredag kl. 10 på biblioteket”. Bara ord som kan utelämnas utan att platsen blir
# en annan.
words-at = på | i
# Vad språket heter, på språket självt och på andra. Ett ord var.
language-names = Svenska | Swedish
# Ett tack, och hela meddelandet.
words-thanks = tack | tack så mycket | tack ska du ha | stort tack | tusen tack | tack tack | tack för hjälpen | tackar | 👍 | 🙏 | ❤️
# Ett rop på en människa, och hela meddelandet.
words-human = programledare | programledaren | min programledare | kontakta programledare | kontakta programledaren | prata med programledaren | prata med en människa | jag behöver hjälp | behöver hjälp | jag vill prata med någon | jag vill prata med programledaren | jag vill prata med en människa | vem leder programmet
# Svar på en fråga.
yes = ja | j | japp | jajamän | jo | jadå | ja tack | gärna | absolut | visst | ok | okej | 👍
no = nej | avbryt | nä | näe | nej tack | nejdå
