# Det demon säger till den som spelar den i terminalen.
demo-welcome =
    Ett litet mentorskapsprogram och en klocka som du vrider på. Inget här är på riktigt.

    - `/tour` spelar huvudberättelsen, `/who` visar vilka som är med, `/help` visar vad du kan skriva.
    - Så här börjar det: `leader: nytt mentorpar bo anna` och sedan `leader: starta program`.
demo-help =
    - `+14d`, `+3h`, `until 2026-03-09 09:00`: låt tiden gå
    - `until anna: [Vi har bokat]`: låt tiden gå tills någon får frågan
    - `anna: text`: någon skriver till boten
    - `anna: [Vi har bokat]` eller `anna: 1`: någon svarar, med knapp eller siffra
    - `anna@anna+bo: hjälp`: någon skriver till boten i de tvås rum
    - `/who`: rollerna. `/tour`: huvudberättelsen. `# …`: en kommentar
    - Ctrl-D avslutar demon.
demo-unknown = Den raden känner jag inte igen. Skriv { $help } för att se vad du kan skriva.
demo-bad-time = Skriv hur lång tid som går, till exempel `+14d`, `+3h` eller `until 2026-03-09 09:00`.
demo-backwards = Tiden går inte bakåt här.
demo-nobody = Det finns ingen som heter { $who } i demon. `/who` visar vilka som är med.
