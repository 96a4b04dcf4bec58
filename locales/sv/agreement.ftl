### Överenskommelsen: det som de två i ett mentorpar kommer överens om i början, steg för steg.
###
### $with: den andras förnamn. $agreement: vad man skriver för att se överenskommelsen.

## De sju stegen. Var och en går igenom dem för sig.

agreement-purpose =
    Steg 1 av 7: varför ni ses

    { agreement-text-purpose }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
# $meetings: hur många träffar ett mentorpar ska ha. $months: hur många månader programmet varar.
agreement-extent =
    Steg 2 av 7: hur ofta ni ses

    { agreement-text-extent }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
agreement-roles-mentor =
    Steg 3 av 7: era roller

    { agreement-text-roles-mentor }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
agreement-roles-adept =
    Steg 3 av 7: era roller

    { agreement-text-roles-adept }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
agreement-times =
    Steg 4 av 7: tider

    { agreement-text-times }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
agreement-confidentiality =
    Steg 5 av 7: det som stannar mellan er

    { agreement-text-confidentiality }

    Lovar du det?
    .agree = Jag lovar
    .amend = Lägg till något
agreement-telling =
    Steg 6 av 7: vad andra får veta

    { agreement-text-telling }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
# $ends-on: programmets sista dag.
agreement-end =
    Steg 7 av 7: att se tillbaka

    { agreement-text-end }

    Håller du med om det?
    .agree = Jag håller med
    .amend = Lägg till något
# Visas före ett steg som de två har lagt till något i. $words: med deras egna ord.
agreement-own =
    Det här har ni lagt till i nästa steg:

    { $words }

## Vad stegen säger. De står i stegen ovan, och i överenskommelsen när den är klar.

agreement-text-purpose = Adeptens mål styr vad ni arbetar med. Ni börjar med att lära känna varandra, och målen får växa fram efter de första träffarna.
# $meetings: hur många träffar ett mentorpar ska ha. $months: hur många månader programmet varar.
agreement-text-extent = Ni siktar på { $meetings } träffar under programmets { $months } månader, oftast i början, och bokar minst tre på en gång. Ni bestämmer själva hur långa träffarna är, var ni ses och hur ni hör av er däremellan.
agreement-text-roles-mentor = { $with } driver: väljer vad ni ska prata om och gör sitt arbete mellan träffarna. Du lyssnar, frågar, utmanar och delar med dig, men bestämmer inget åt { $with }. Ni får båda lära er något.
agreement-text-roles-adept = Du driver: väljer vad ni ska prata om och gör ditt arbete mellan träffarna. { $with } lyssnar, frågar, utmanar och delar med sig, men bestämmer inget åt dig. Ni får båda lära er något.
agreement-text-times = Ni förbereder er, kommer i tid och håller det som är bokat. Den som får förhinder säger till så snart det går och föreslår en ny tid.
agreement-text-confidentiality = Det ni säger stannar mellan er, både under programmet och efter. Undantaget är om någon är i fara, eller om lagen kräver det. Det här är ett löfte till varandra, inte tystnadsplikt enligt lag.
agreement-text-telling = Programledaren får veta att ni har träffats, och hur det fungerar om någon av er själv berättar det. Vad ni pratar om får ingen veta. Jag läser inte det ni skriver till varandra.
# $ends-on: programmets sista dag.
agreement-text-end = Halvvägs pratar ni om hur samarbetet går, och ni får ändra överenskommelsen när ni vill. Programmet slutar { $ends-on }. Då berättar ni för varandra vad det har gett, och bestämmer själva om ni vill höras igen.

## Tillägg

# $topic: vad steget handlar om.
agreement-ask-addition =
    Vad vill du lägga till om { $topic }? Skriv det här. { $with } ser det och får ta ställning till det.
    .leave = Inget ändå
agreement-added = Det står i överenskommelsen nu, och { $with } får veta det.
# $topic: vad steget handlar om. $words: vad $with lade till.
agreement-added-by-other =
    { $with } har lagt till något i er överenskommelse, om { $topic }:

    { $words }

    Skriv { $agreement } för att ta ställning till det.

## När en eller båda är klara

agreement-waiting = Tack! Du har gått igenom allt. Jag skriver till er båda när { $with } också är klar.
agreement-your-turn = { $with } har gått igenom er överenskommelse. Nu är det din tur: skriv { $agreement }
# $mentor, $adept: deras förnamn. $version: hur många gånger de har kommit överens.
agreement-agreed = Nu är ni överens, { $mentor } och { $adept }. { $version ->
        [one] Överenskommelsen gäller tills ni ändrar den.
       *[other] Det är version { $version }, och den gäller tills ni ändrar den.
    }
# $version: vilken version. $on: dagen. $lines: stegen.
agreement-show =
    Du och { $with } kom överens { $on } (version { $version }):

    { $lines }

    Vill ni ändra något öppnar du den igen. Då går ni båda igenom den en gång till.
    .reopen = Öppna igen
# $topic: vad steget handlar om. $text: vad det säger. $words: vad de två har lagt till.
agreement-show-step = **{ $topic }:** { $text }
agreement-show-step-own = **{ $topic }:** { $text } Ni har lagt till: { $words }
# $topic: vad steget handlar om.
agreement-show-topic = { $topic }
# $words: vad de två har lagt till.
agreement-show-own = { $topic }: { $words }
agreement-reopened = { $with } vill ändra något i er överenskommelse, så den är öppen igen. Skriv { $agreement } för att gå igenom den.

# Vad ett steg handlar om, mitt i en mening.
agreement-topic-purpose = varför ni ses
agreement-topic-extent = hur ofta ni ses
agreement-topic-roles = era roller
agreement-topic-times = tiderna
agreement-topic-confidentiality = det som stannar mellan er
agreement-topic-telling = vad andra får veta
agreement-topic-end = att se tillbaka
