### Ord för dagar och klockslag, så som människor skriver dem till boten. De läses bara; boten
### skriver själv datum på annat sätt. Skilj orden åt med | och ta med korta former, bestämda
### former och vanliga felskrivningar. Stora och små bokstäver, accenter och punkter spelar ingen
### roll: "Kl." och "kl" är samma ord, och "sön" förstås även som "son".
### Alla språk läses samtidigt. Ett ord får därför inte betyda olika saker i två listor som står
### på samma plats i en mening; en vecka får till exempel inte heta som en månad.

## Veckodagar, måndag först

times-weekday-1 = måndag | måndagen | mån
times-weekday-2 = tisdag | tisdagen | tis
times-weekday-3 = onsdag | onsdagen | ons
times-weekday-4 = torsdag | torsdagen | tors | tor
times-weekday-5 = fredag | fredagen | fre
times-weekday-6 = lördag | lördagen | lör
times-weekday-7 = söndag | söndagen | sön

## Månader

times-month-1 = januari | jan
times-month-2 = februari | feb | febr
times-month-3 = mars | mar
times-month-4 = april | apr
times-month-5 = maj
times-month-6 = juni | jun
times-month-7 = juli
times-month-8 = augusti | aug
times-month-9 = september | sept | sep
times-month-10 = oktober | okt
times-month-11 = november | nov
times-month-12 = december | dec

## Helger, så som de heter. Ordet får inte vara ett annat ord i de här listorna.

times-feast-new-years-day = nyårsdagen | nyårsdag
times-feast-epiphany-eve = trettondagsafton | trettondagsaftonen
times-feast-epiphany = trettondedag jul | trettondedagen | trettondagen
times-feast-maundy-thursday = skärtorsdag | skärtorsdagen
times-feast-good-friday = långfredag | långfredagen
times-feast-easter-eve = påskafton | påskaftonen
times-feast-easter-day = påskdagen | påskdag
times-feast-easter-monday = annandag påsk | annandagen påsk
times-feast-walpurgis-night = valborgsmässoafton | valborg | valborgsmässoaftonen
times-feast-first-of-may = första maj
times-feast-ascension-day = kristi himmelsfärdsdag | kristi himmelsfärd | kristi himmelsfärdsdagen
times-feast-whit-sunday = pingstdagen | pingstdag
times-feast-national-day = nationaldagen | sveriges nationaldag
times-feast-midsummers-eve = midsommarafton | midsommaraftonen
times-feast-midsummers-day = midsommardagen | midsommardag
times-feast-all-saints-eve = allhelgonaafton | alla helgons afton
times-feast-all-saints-day = alla helgons dag | allhelgonadagen
times-feast-christmas-eve = julafton | julaftonen
times-feast-christmas-day = juldagen | juldag
times-feast-second-day-of-christmas = annandag jul | annandagen jul
times-feast-new-years-eve = nyårsafton | nyårsaftonen

## Dagar räknade från i dag

times-today = i dag | idag
# Senare samma dag: klockslag fram till tolv menas efter tolv.
times-this-evening = i kväll | ikväll | i eftermiddag
times-yesterday = i går | igår
times-tomorrow = i morgon | imorgon | i morron | imorron
times-day-after-tomorrow = i övermorgon | iövermorgon | övermorgon
# "om 3 dagar", "om en vecka"
times-in = om
times-one = en | ett
times-days = dag | dagar
times-weeks = vecka | veckor

## Veckor: "v. 11", "nästa vecka", "den här veckan"

times-week = v | vecka | veckan
times-next = nästa | nästkommande
times-this = denna | den här | nu på

## Klockslag

# Före ett klockslag: "kl 13", "från 13 till 14".
times-clock = kl | klockan | från
# Efter en timme.
times-hour-mark = h
# Före tolv och efter tolv: "kl 9 på morgonen", "torsdag kväll kl 7".
times-am = fm | förmiddag | på förmiddagen | morgon | på morgonen | bitti | natt | på natten
times-pm = em | eftermiddag | på eftermiddagen | kväll | på kvällen
times-noon = mitt på dagen

# Före en hel timme: "halv tre" är 2.30, och "en halvtimme över två" också.
times-half-before = halv
times-half-past = halvtimme över | en halvtimme över
times-quarter-to = kvart i | en kvart i
times-quarter-past = kvart över | en kvart över
# Timmarna efter dem; ett står ovan.
times-two = två
times-three = tre
times-four = fyra
times-five = fem
times-six = sex
times-seven = sju
times-eight = åtta
times-nine = nio
times-ten = tio
times-eleven = elva
times-twelve = tolv

## Småord

# Före en dag eller en vecka: "på torsdag", "i vecka 11".
times-on = på | i
# Före dagen i en månad: "den 3 mars".
times-the = den
# Gör ett tal till en dag i en månad, som i "3:e".
times-ordinal = e | a
# Före ett slut: "pausa till 3 mars", "13 till 14.30".
times-until = till | fram till | till och med | t.o.m. | tills
