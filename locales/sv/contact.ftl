### Ett ord till programledarna, i förtroende.
###
### $leader, $leaders, $others: vad de heter som leder programmet.

# $command: vad man skriver för att säga det med egna ord.
contact-ask-adept =
    Vad gäller det? { $leaders } läser ditt svar. Din mentor får inte veta det.

    Du kan också skriva med egna ord: { $command }
    .talk = Jag vill prata med programledaren
    .rematch = Jag vill ha en annan mentor
    .stop = Jag vill sluta
    .silent = Min mentor svarar inte
contact-ask-mentor =
    Vad gäller det? { $leaders } läser ditt svar. Din adept får inte veta det.

    Du kan också skriva med egna ord: { $command }
    .talk = Jag vill prata med programledaren
    .rematch = Jag vill ha en annan adept
    .stop = Jag vill sluta
    .silent = Min adept svarar inte
# $by: dagen då svaret är utlovat.
contact-passed-on = Tack för att du säger till. { $leader } får veta det nu och svarar dig senast { $by }. Ingen annan får veta det.
contact-passed-on-to-all = Tack för att du säger till. { $leader } får veta det nu och svarar dig senast { $by }. Det kan också läsas av { $others }, men inte av någon annan.
# $contact: vem man kan vända sig till.
contact-nobody-but = Det finns ingen annan som leder { $programme } just nu, så jag har inte skickat det vidare. Vänd dig till { $contact }.
contact-nobody = Det finns ingen annan som leder { $programme } just nu, så jag har inte skickat det vidare. Skriv { $help } för att se vad jag kan hjälpa till med.
