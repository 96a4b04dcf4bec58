### Deltagarna i ett program.
###
### $name: en persons namn. $programme: programmets namn. $role: en av rollerna nedan.

## Listor, till programledare

people-imported =
    Listan är inläst i { $programme }.

    - Nya: { $added }
    - Ändrade: { $changed }
    - Har inte gått med än: { $waiting }
people-nothing-new = Alla i listan är redan med i { $programme }, och inget har ändrats.
people-faulty =
    { $count ->
        [one] Det finns ett fel i { $file }, så jag har inte lagt till någon.
       *[other] Det finns { $count } fel i { $file }, så jag har inte lagt till någon.
    }

    { $lines }

    Rätta filen och skicka den igen.
people-attach-csv = Bifoga listan som en CSV-fil. På första raden måste kolumnerna { $columns } finnas. De andra är frivilliga, till exempel `account`, `contact`, `locale` och `capacity`.
people-added = { $name } är nu med i programmet som { $role }.
people-already-there = { $name } är redan med i programmet.
people-list =
    { $count ->
        [one] En person
       *[other] { $count } personer
    } i { $programme }:

    { $lines }
people-nobody = Ingen är med i { $programme } än.
people-item = { $id } { $name }, { $role }
people-item-by-role = { $id } { $name }, programledare genom rollen { $role }
people-item-role = Alla med rollen { $role }: programledare
people-item-waiting = { $id } { $name }, { $role } (har inte gått med än)

# Roller, mitt i en mening.
people-mentor = mentor
people-adept = adept
people-leader = programledare

## Inbjudningar

people-invitations = { $count ->
        [one] En person har inte gått med än. Den bifogade filen innehåller en kod och ett brev som är färdigt att skicka. Koden är personlig.
       *[other] { $count } personer har inte gått med än. Den bifogade filen innehåller en kod och ett färdigt brev till var och en. Varje kod är personlig.
    }
people-nobody-to-invite = Alla i { $programme } har gått med.
people-letter-subject = Välkommen till { $programme }
people-letter =
    Hej { $name }!

    Välkommen till { $programme }! För att komma i gång öppnar du ett direktmeddelande till mentorskapsboten i vår chatt och skriver:

    { $command }

    Koden är bara din och fungerar en gång. Ge den inte till någon annan, och skriv den aldrig i en kanal. Om den inte fungerar svarar du på det här mejlet, så hjälper jag dig.

    Vänliga hälsningar

    din programledare

## Att gå med

people-joined = Välkommen, { $name }! Nu är du med i { $programme }. Skriv `hjälp` för att se vad jag kan göra.
people-already-joined = Det här kontot är redan med i { $programme }, så du behöver inte koden.
people-bad-code = Den koden fungerar inte. Kontrollera att du har skrivit den rätt, eller be din programledare om en ny.
people-too-many-codes = Det har varit för många försök. Vänta en stund och försök igen, eller be din programledare om hjälp.

## Programledare

people-leader-added = { $name } leder nu { $programme }.
# $role: vad rollen heter på servern.
people-role-added = Alla som har rollen { $role } leder nu { $programme }. De blir programledare när de skriver till mig första gången.
people-role-removed = Rollen { $role } leder inte längre { $programme }.
people-role-already-there = Rollen { $role } leder redan { $programme }.
people-role-of-everybody = Den rollen har alla på servern. Välj en roll som bara programledarna har.
people-leads-by-role = { $name } är programledare genom rollen { $role }. Ta bort rollen från { $name } på servern, eller låt hela rollen sluta leda programmet.
people-leader-removed = { $name } leder inte längre { $programme }.
people-last-leader = { $programme } måste ha minst en programledare. Lägg först till en till.
people-no-such-leader = { $account } är inte programledare här.
people-bad-account = Jag förstod inte ”{ $said }” som ett konto. Skriv så här: { $example }
people-bad-role = Jag känner inte till rollen ”{ $said }”. Skriv `mentor`, `adept` eller `programledare`.
