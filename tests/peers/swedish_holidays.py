#!/usr/bin/env python3
"""Prints the Swedish days off as somebody else has worked them out, to compare ours with.

  swedish_holidays.py [FIRST_YEAR] [LAST_YEAR]       2026 and 2030 if not given

Needs the package `holidays` (pip install holidays). One JSON object a line, in order of date:

  {"on": "2026-04-03", "kind": "red_day", "name": "good_friday", "category": "public"}

`kind` is red_day, free_eve, half_day_eve or bridge_day, `name` is spelt as `RedDay` and `Eve` are
stored (null for a bridge day), `category` is the package's own, which tells how it knows:

- public: by law. Sundays are left out, for they are weekends.
- de_facto: off by custom. The package has no påskafton there, because it is a Saturday.
- optional: påskafton, the half days and the Friday after Ascension Day. The package knows no other
  bridge day, so that its list of them is a part of ours.
"""

import json
import sys

import holidays

RED_DAYS = {
    "Nyårsdagen": "new_years_day",
    "Trettondedag jul": "epiphany",
    "Långfredagen": "good_friday",
    "Påskdagen": "easter_day",
    "Annandag påsk": "easter_monday",
    "Första maj": "first_of_may",
    "Kristi himmelsfärdsdag": "ascension_day",
    "Pingstdagen": "whit_sunday",
    "Nationaldagen": "national_day",
    "Midsommardagen": "midsummers_day",
    "Alla helgons dag": "all_saints_day",
    "Juldagen": "christmas_day",
    "Annandag jul": "second_day_of_christmas",
}
FREE_EVES = {
    "Påskafton": "easter_eve",
    "Midsommarafton": "midsummers_eve",
    "Julafton": "christmas_eve",
    "Nyårsafton": "new_years_eve",
}
HALF_DAY_EVES = {
    "Trettondagsafton": "epiphany_eve",
    "Skärtorsdagen": "maundy_thursday",
    "Valborgsmässoafton": "walpurgis_night",
    "Allahelgonsafton": "all_saints_eve",
}
# A Saturday before a Sunday that is red: nobody is sent anything anyway.
IGNORED = {"Pingstafton"}


def meaning(name):
    """What a name of the package is to us: kind and name, or None for what is ignored."""
    plain = name.split(" (")[0]
    for kind, names in (
        ("red_day", RED_DAYS),
        ("free_eve", FREE_EVES),
        ("half_day_eve", HALF_DAY_EVES),
    ):
        if plain in names:
            return kind, names[plain]
    if plain == "Klämdag":
        return "bridge_day", None
    if plain in IGNORED:
        return None
    # A day that neither list knows may be a new red day: better to stop than to miss it.
    sys.exit(f"the package names a day that this script doesn't know: {name!r}")


def main():
    first, last = (int(year) for year in (sys.argv[1:] + ["2026", "2030"][len(sys.argv) - 1 :])[:2])
    lines = []
    for category in ("public", "de_facto", "optional"):
        days = holidays.SE(
            years=range(first, last + 1),
            include_sundays=False,
            language="sv",
            categories=(category,),
        )
        for on in days:
            for name in days.get_list(on):
                if (meant := meaning(name)) is not None:
                    kind, ours = meant
                    lines.append({"on": str(on), "kind": kind, "name": ours, "category": category})
    for line in sorted(lines, key=lambda line: (line["on"], line["kind"])):
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
