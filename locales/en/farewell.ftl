### The end of a programme: thanks, a certificate, and the question whether two want to stay in touch.
###
### $programme: the programme's name. $with: the other of the mentor pair. $on: a day. $count: how many.

# $name: the first name. $met: how many meetings. $gatherings: how many group sessions. $erased-on: the day
# on which the data is erased. $mine: what one types to see it.
farewell-thank-you =
    Thank you, { $name }! { $programme } is over now. { $met ->
        [0] I have no meetings on record for you
        [one] You have had one meeting
       *[other] You have had { $met } meetings
    }{ $gatherings ->
        [0] { "" }
        [one] { " " }and came to one group session
       *[other] { " " }and came to { $gatherings } group sessions
    }.

    Your data is erased on { $erased-on }. Write { $mine } if you'd like to see or save it before then.

    You'll get a certificate. Should it say how many meetings you have had?
    .with = Yes, include the numbers
    .without = No, just name and dates
farewell-ask-figures = Here you can get your certificate for { $programme }. Shall it say that you have had { $met ->
        [0] no meetings
        [one] one meeting
       *[other] { $met } meetings
    }{ $gatherings ->
        [0] { "" }
        [one] { " " }and came to one group session
       *[other] { " " }and came to { $gatherings } group sessions
    }?
    .with = Yes, include the numbers
    .without = No, just name and dates
# $again: what one types to get it again.
farewell-certificate = Here's your certificate. Write { $again } if you'd like it again.
farewell-not-yet = You'll get your certificate when { $programme } is over for you, after { $on }.
farewell-none-for-you = I have no certificate for you in { $programme }, because you have no mentor pair there that is still going or went on to the end. Do write to the programme leader if you need one.
# $report: what one types.
farewell-none-for-leaders = Certificates are for mentors and adepts. Write { $report } if you'd like the evaluation of a programme that you lead.
# $letter: the letter.
farewell-no-letter = I can't write “{ $letter }” on the certificate, because my typeface doesn't have that letter. Please ask the programme leader for a certificate, or for your name to be spelt with other letters.
farewell-ask-touch = Would you like to stay in touch with { $with }? I'll only say so if you both say yes.
    .yes = Yes
    .no = No
    .unsaid = Rather not say
farewell-touch-yes = Thank you! I'll tell you both if { $with } would like to as well. Otherwise I'll say nothing.
farewell-touch-kept = Thank you for your answer. It stays between us, and { $with } won't learn what you said.
farewell-touch-both = You and { $with } would both like to stay in touch. How nice! Do agree now on how to reach each other, because I won't remind you any longer.
# $mine: what one types.
farewell-erased-otherwise = { $programme } ends on another day than was planned, so the day on which your data is erased is now { $erased-on }. Write { $mine } if you'd like to see or save it before then.
# $mine: what one types.
farewell-not-held = { $programme } won't take place. Your data is erased on { $erased-on }. Write { $mine } if you'd like to see or save it before then.
farewell-close-sure =
    { $programme } was to end after { $on }. If I end it now, everybody who is in a mentor pair now is thanked and gets a certificate, and { $count ->
        [one] one mentor pair gets
       *[other] { $count } mentor pairs get
    } no more reminders. Group sessions still to come are cancelled. Questions that haven't been asked, such as those for the evaluation, won't be. This can't be undone.

    Shall I end the programme?
    .yes = Yes, end it
    .no = No
farewell-closed = { $programme } has ended. Everybody who was in a mentor pair will be told, and you'll get the final report.
farewell-closed-before = { $programme } is over already.
# $erased-on: the day on which the data is erased. $report: what one types.
farewell-over = { $programme } is over. { $count ->
        [0] There was nobody left to thank.
        [one] One participant is thanked and can get a certificate.
       *[other] { $count } participants are thanked and can get their certificates.
    } Here's the final report. Write { $report } to get it again. Participants' data is erased on { $erased-on }.

## On the certificate

farewell-paper-heading = Certificate
farewell-paper-mentor = has been a mentor in the mentoring programme { $programme }
farewell-paper-adept = has been an adept in the mentoring programme { $programme }
# $starts-on, $ends-on: the first and the last day.
farewell-paper-period = from { $starts-on } to { $ends-on }.
farewell-paper-met = { $count ->
        [0] No meetings have been recorded.
        [one] One meeting has been held.
       *[other] { $count } meetings have been held.
    }
farewell-paper-gatherings = { $count ->
        [one] Attended one group session.
       *[other] Attended { $count } group sessions.
    }
# $name: the programme leader's name.
farewell-paper-leader = { $name }, programme leader
farewell-paper-day = { $on }
farewell-paper-file = certificate
