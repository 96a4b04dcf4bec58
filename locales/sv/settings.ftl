### Hur en person vill bli tilltalad, och när.

settings-show =
    Dina inställningar:

    - Språk: { $language }. För att ändra det skriver du { $change-language }
    - Tidszon: { $zone }. För att ändra den skriver du { $change-zone }
    - Jag skriver till dig mellan { $from } och { $until }. För att ändra det skriver du { $change-hours }
    - Påminnelser om bokade träffar: { $reminders }. För att ändra det skriver du { $change-reminders }
# $reminders: en av settings-reminders-…
settings-ask-reminders =
    När vill du bli påmind om bokade träffar? Din inställning nu: { $reminders }.
    .both = En dag och en timme före
    .day = En dag före
    .hour = En timme före
    .never = Aldrig
settings-reminders-changed = Ändrat. Påminnelser om bokade träffar: { $reminders }.
settings-reminders-both = en dag och en timme före
settings-reminders-day = en dag före
settings-reminders-hour = en timme före
settings-reminders-never = aldrig
# Vad språket kallar sig självt, mitt i en mening och på en knapp.
settings-language = svenska
settings-language-changed = Från och med nu skriver jag till dig på svenska.
settings-no-such-language = Jag kan inte språket ”{ $said }”. Jag kan { $known }.
settings-zone-changed = Din tidszon är nu { $zone }. Där är det { $now }.
settings-no-such-zone = Jag känner inte till tidszonen ”{ $said }”. Du kan till exempel skriva { $nearest }
settings-hours-changed = Från och med nu skriver jag till dig mellan { $from } och { $until }. Jag svarar ändå direkt när du skriver till mig.
settings-bad-hours = Jag förstod inte från när till när du menar. Skriv först när jag får börja och sedan en senare tid då jag slutar, till exempel { $example }

settings-paused-until = Du har paus till { $on }. Om du vill börja igen tidigare skriver du { $resume }
settings-paused = Du har paus. När du vill börja igen skriver du { $resume }
settings-pair-paused = Då låter jag er vara i fred. När ni vill börja igen kan någon av er skriva { $resume }
settings-paused-between = Du har paus från { $from } till { $until }. Om det ändrar sig skriver du { $resume }
settings-paused-from = Du har paus från och med { $from }. Om det ändrar sig, eller när du vill börja igen, skriver du { $resume }
settings-plan-dropped = Då blir det ingen paus. Allt fortsätter som vanligt.
settings-pause-backwards = Pausen måste sluta en senare dag än den börjar, och du skrev { $from } till { $until }. Skriv dagarna igen.
settings-resumed = Välkommen tillbaka! Nu är allt i gång igen.
# $lines: det som har hänt under tiden.
settings-resumed-missed =
    Välkommen tillbaka! Nu är allt i gång igen. Här är det som hände under tiden och det som kommer:

    { $lines }
settings-not-paused = Du har ingen paus just nu.
settings-programme-paused = Programledaren har pausat { $programme }, så jag påminner dig inte just nu. När programmet är i gång igen fortsätter allt av sig självt.
settings-pause-in-past = Pausen måste sluta en senare dag än i dag, och du skrev { $on }. Skriv en annan dag.
settings-nothing-to-pause = Du är inte med i något program som pågår, så det finns inget att pausa.
