"""A calendar that isn't ours: takes in files in the order of their names, as a calendar program would,
and says after each what stands in it.

    calendar_check.py FOLDER
"""

import sys
from pathlib import Path

import icalendar

calendar = {}
for path in sorted(Path(sys.argv[1]).glob("*.ics")):
    raw = path.read_bytes()
    assert b"\n" not in raw.replace(b"\r\n", b""), f"{path.name}: a line ends without CRLF"
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{path.name}: a line isn't folded"
    parsed = icalendar.Calendar.from_ical(raw)
    assert not parsed.errors, f"{path.name}: {parsed.errors}"
    for needed in ("VERSION", "PRODID", "METHOD"):
        assert needed in parsed, f"{path.name}: no {needed}"
    events = parsed.walk("VEVENT")
    assert len(events) == 1, f"{path.name}: {len(events)} events"
    for event in events:
        assert not event.errors, f"{path.name}: {event.errors}"
        uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
        assert event["DTSTAMP"].dt.tzinfo is not None, f"{path.name}: a time without a zone"
        known = calendar.get(uid)
        if known is not None:
            assert sequence > int(known["SEQUENCE"]), f"{path.name}: an old sequence"
        if str(parsed["METHOD"]) == "CANCEL":
            assert str(event["STATUS"]) == "CANCELLED", f"{path.name}: it isn't cancelled"
            calendar.pop(uid, None)
        else:
            calendar[uid] = event
    shown = [
        f"{event.start:%Y-%m-%d %H:%M}–{event.end:%H:%M %Z} {event['SUMMARY']} ({event.get('LOCATION', '')})"
        for event in sorted(calendar.values(), key=lambda event: event.start)
    ]
    print(f"{path.name}: {'; '.join(shown) or 'empty'}")
