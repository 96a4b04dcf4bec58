# What the demo says to whoever plays it in the terminal.
demo-welcome =
    A small mentorship programme, and a clock that you turn. Nothing here is real.

    - `/tour` plays the main story, `/who` shows who is who, `/help` shows what you can type.
    - `leader: pair add bo anna` and then `leader: programme start` is how it begins.
demo-help =
    - `+14d`, `+3h`, `until 2026-03-09 09:00`: let time pass
    - `until anna: [Vi har bokat]`: let time pass until somebody is asked that
    - `anna: text`: somebody writes to the bot
    - `anna: [We've booked]` or `anna: 1`: somebody answers, by button or by number
    - `anna@anna+bo: help`: somebody writes to the bot in the room of the two
    - `/who`: the cast. `/tour`: the main story. `# …`: a comment
    - Ctrl-D ends the demo.
# $help (Code): what to type for help.
demo-unknown = That isn't a line I know. Type { $help } to see what you can write.
demo-bad-time = Write how much time passes, like `+14d`, `+3h` or `until 2026-03-09 09:00`.
demo-backwards = Time doesn't go backwards here.
# $who: the name typed.
demo-nobody = There is nobody called { $who } in the demo. `/who` shows who there is.
