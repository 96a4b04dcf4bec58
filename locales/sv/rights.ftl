### Det som boten har sparat om en person, och vad programledare har gjort.
###
### $programme: programmets namn. $with: den andras namn. $words: det som står i listan.

rights-my-data =
    Här är allt som jag har sparat om dig, för dig att läsa. Det som andra har sagt i förtroende är inte med.

    Filen är din. Skicka den inte vidare om du inte vill att någon annan ska läsa den.
rights-my-data-for-programs = Det här är samma uppgifter i ett format för datorprogram. Vill du få dem raderade skriver du `radera mina uppgifter`.
rights-nothing-kept = Jag vet inte vem du är och har inget sparat om dig, mer än adressen hit. Den glömmer jag när det har varit tyst här i ett dygn.

rights-erase-sure =
    Ska jag radera allt som jag har sparat om dig? Det går inte att ångra.
    .erase = Radera allt
    .keep = Nej, behåll det
# $lines: vad det leder till.
rights-erase-sure-with =
    Det här händer om jag raderar allt som jag har sparat om dig:

    { $lines }

    Det går inte att ångra. Ska jag göra det?
    .erase = Radera allt
    .keep = Nej, behåll det
rights-ends-pair = du och { $with } är inte längre ett mentorpar i { $programme }, och { $with } får veta att du har slutat men inte varför
rights-ends-leading = du leder inte längre { $programme }
rights-ends-application = din ansökan till { $programme } dras tillbaka
rights-leads-alone = Du leder { $programme } ensam, och då skulle ingen kunna hjälpa dem som är med. Lägg till en programledare till först: { $add }
# Den som har rollen på servern blir programledare igen så fort hen skriver.
rights-leads-by-role = Du leder { $programme } genom en roll på servern. Be den som sköter servern att ta bort rollen från dig först, och skriv sedan till mig igen.
rights-erased = Nu är allt som jag hade sparat om dig raderat. Hur många träffar som har varit räknas fortfarande, men utan namn. Det som redan står här i chatten kan bara du eller chattjänsten ta bort.

# Till den andra i ett mentorpar: neutralt, och utan namn.
rights-partner-gone = Den du var i mentorpar med i { $programme } deltar inte längre. Du behöver inte göra något. Programledaren hör av sig om hur det blir för dig.
# Till någon som har fått frågan om den som slutar.
rights-proposal-gone = Den som jag föreslog för dig i { $programme } är inte med längre. Du behöver inte göra något. Jag skriver om det blir ett nytt förslag.
# $number: mentorparets nummer.
rights-pair-ended = Mentorpar { $number } i { $programme } är avslutat, för en av de två har bett mig radera sina uppgifter. Hör gärna av dig till den som är kvar, som har fått veta att du gör det.
rights-somebody-gone = En person i { $programme } deltar inte längre och har bett mig radera sina uppgifter.
# Står i stället för namnet på den som är raderad.
rights-somebody-erased = (raderad)

## Vad programledare har gjort. $at: dag och tid. $by: programledarens namn. $what: vad det gällde.

# $lines: det senaste först.
rights-acts =
    Det här har programledare gjort och tittat på i { $programme } den senaste tiden:

    { $lines }
# $count: hur många händelser det är i filen.
rights-acts-file =
    Det här har programledare gjort och tittat på i { $programme } den senaste tiden. Alla { $count } händelser står i filen.

    { $lines }
rights-no-acts = Ingen programledare har gjort något i { $programme } än.
rights-act = { $at }: { $by } { $what }
# $about: den som det gällde.
rights-act-about = { $at }: { $by } { $what } ({ $about })

## Filen med allt som är sparat om en person

# $name: personens namn.
rights-title = Allt som Mentorskap har sparat om { $name }, { $at }
rights-head-settings = Dina inställningar
rights-head-accounts = Dina konton
# $role: mentor, adept eller programledare.
rights-head-part = Din plats i { $programme }: { $role }
rights-head-application = Din ansökan till { $programme }
rights-head-pair = Ditt mentorpar med { $with } i { $programme }
# $version: vilken i ordningen.
rights-head-agreement = Överenskommelsen, version { $version }:
rights-head-letters = Det som boten har skrivit till dig, det senaste först
rights-head-acts = Det som programledare har gjort och tittat på som rör dig
rights-rest = Allt som rör tekniken, till exempel när ett meddelande skickades och med vilken nyckel, står i den andra filen.
rights-account = { $account }
# $version: vilken version. $state: beslutet, till exempel ”antagen, har fått besked”.
rights-accepted-notice = Du har godkänt hur uppgifterna hanteras, version { $version }
rights-decision = Beslut: { $state }
rights-handle = I listan: { $words }
rights-contact = Kontakt: { $words }
rights-manager = Chef: { $words }
rights-organisation = Organisation: { $words }
rights-city = Ort: { $words }
rights-languages = Språk: { $words }
rights-wants = Vill ha mer av: { $words }
rights-offers = Kan bidra med: { $words }
# $count: hur många adepter.
rights-capacity = Antal adepter: { $count }
rights-letter =
    { $at }

    { $words }
