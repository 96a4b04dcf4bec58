### Anteckningar som bara den som skrev dem ser.
###
### $with: mentorns eller adeptens förnamn. $number: anteckningens nummer. $on: när den skrevs.

# $list: vad man skriver.
note-kept = Jag har sparat anteckning { $number }. Bara du kan läsa den, och den är krypterad hos mig. Skriv inte namn på andra, och inget om hälsa, religion, politik eller brott. Skriv { $list } för att se dina anteckningar.
note-no-key = Anteckningar är inte påslagna här, så jag har inte sparat något. Den som sköter boten behöver lägga in en nyckel, `notes_key_file`, i inställningarna.
# $commands: ett kommando för varje mentor eller adept.
note-name-whom =
    Vem gäller anteckningen? Jag har inte sparat den än. Skriv den igen med ett av de här sist:

    { $commands }
# $command: vad man skriver.
note-name-item = { $command }
# $most: hur många som sparas. $remove: vad man skriver.
note-too-many = Du har { $most } anteckningar, och fler kan jag inte spara. Skriv { $remove } för att radera en först.
# $count: hur många. $lines: de senaste först. $remove: vad man skriver.
note-list =
    { $count ->
        [one] Din anteckning
       *[other] Dina { $count } anteckningar
    } om träffarna med { $with }, som bara du ser:

    { $lines }

    Skriv { $remove } för att radera en.
# $count: hur många. $lines: de senaste. $remove: vad man skriver.
note-list-file =
    De senaste av dina { $count } anteckningar om träffarna med { $with }. Alla finns i filen. Bara du ser dem.

    { $lines }

    Skriv { $remove } för att radera en.
note-all = Dina egna anteckningar finns i filen. De är krypterade hos mig, och bara du får läsa dem.
# $add: vad man skriver.
note-nothing = Du har inga anteckningar om träffarna med { $with } än. Skriv { $add } för att anteckna något som bara du ser.
note-item = **{ $number }** { $on }: dold
# $words: vad som står i den.
note-item-open = **{ $number }** { $on }: { $words }
note-item-shut = **{ $number }** { $on }: går inte att läsa, för botens nyckel har bytts
# Den senaste anteckningen, före en träff.
note-last = Din senaste anteckning, { $on }: dold
note-last-open = Din senaste anteckning, { $on }: { $words }
note-last-shut = Din senaste anteckning, { $on }, går inte att läsa, för botens nyckel har bytts
note-removed = Anteckning { $number } är raderad.
# $list: vad man skriver.
note-no-such = Du har ingen anteckning med nummer { $number }. Skriv { $list } för att se dem du har.
