### Frågor som boten ställer av sig själv, till en person i taget. Knapparna står under frågan.
###
### $to: mottagarens förnamn. $with: den andres namn. Efter namn sätts inget genitiv-s.

## Nästa träff. Båda får frågan, och den ska inte låta som en förebråelse.

nudge-book-first =
    Hej { $to }! Det är dags att boka din första träff med { $with }. Boka gärna minst tre träffar på en gång nu i början. Då blir det lättare att ses regelbundet.

    Har ni bokat en tid?
    .booked = Vi har bokat
    .not-yet = Inte än
nudge-book-next =
    Hej { $to }! Det är dags för nästa träff med { $with }.

    Har ni bokat en tid?
    .booked = Vi har bokat
    .not-yet = Inte än
nudge-book-again =
    Hej igen { $to }! Jag känner inte till någon bokad tid för dig och { $with } än.

    Har ni hittat en tid för nästa träff?
    .booked = Vi har bokat
    .not-yet = Inte än
nudge-book-last =
    Hej { $to }! Det här är min sista påminnelse om nästa träff med { $with }. Om den inte blir bokad berättar jag det för programledaren, som kan hjälpa er att hitta en tid.

    Har ni bokat en tid?
    .booked = Vi har bokat
    .not-yet = Inte än
# $with: flera namn. $name: ett av dem.
nudge-book-several =
    Hej { $to }! Det är dags för nästa träff med { $with }.

    Vem har du bokat en tid med? Om du inte har bokat med någon än behöver du inte svara.
    .booked-with = Bokat med { $name }

nudge-book-several-last =
    Hej { $to }! Det här är min sista påminnelse om nästa träff med { $with }. Om träffarna inte blir bokade berättar jag det för programledaren, som kan hjälpa er att hitta tider.

    Vem har du bokat en tid med?
    .booked-with = Bokat med { $name }

## Om träffen blev av. Det sista stycket säger vem som ser svaret.

nudge-did-meet =
    Hej { $to }! Du och { $with } hade bokat en träff. Träffades ni { $on }?

    Programledaren ser ditt svar och ditt namn.
    .held = Ja
    .rebooked = Inte än, men vi har bokat
    .not-held = Nej
    .paused = Vi har pausat
nudge-did-meet-again =
    Hej igen { $to }! Jag vill gärna veta hur det gick för dig och { $with }. Träffades ni { $on }?

    Programledaren ser ditt svar och ditt namn.
    .held = Ja
    .rebooked = Inte än, men vi har bokat
    .not-held = Nej
    .paused = Vi har pausat
nudge-have-met =
    Hej { $to }! Du och { $with } hade bokat en träff, men jag vet inte när den skulle vara. Har ni träffats sedan { $since }?

    Programledaren ser ditt svar och ditt namn.
    .held = Ja
    .rebooked = Inte än, men vi har bokat
    .not-held = Nej
    .paused = Vi har pausat
nudge-have-met-again =
    Hej igen { $to }! Jag vill gärna veta hur det går för dig och { $with }. Har ni träffats sedan { $since }?

    Programledaren ser ditt svar och ditt namn.
    .held = Ja
    .rebooked = Inte än, men vi har bokat
    .not-held = Nej
    .paused = Vi har pausat
# Den andra har sagt att de träffades, innan någon frågade.
nudge-met-too =
    Hej { $to }! { $with } säger att ni träffades { $on }. Stämmer det?

    Programledaren ser ditt svar och ditt namn.
    .held = Ja
    .not-held = Nej
