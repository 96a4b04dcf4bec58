### Who suits whom, and why.
###
### $mentor, $adept, $name: names. $programme: the programme's name.

## Why two suit each other
## A sentence each, below the names of the two.

# The list of people, or the leader, had already put the two together.
matching-reason-fixed = This was decided beforehand.
# $topics: what it is, in the adept's own words.
matching-reason-offers = The mentor offers what the adept wants more of: { $topics }.
# $city: where.
matching-reason-city = Both live in { $city }.
# $languages: which.
matching-reason-languages = Both speak { $languages }.
matching-reason-none = Nothing in particular brings them together, and nothing speaks against it.

## Why somebody is left without anybody
## A sentence each, after the person's name.

matching-why-no-room = Takes no adepts this time.
matching-why-no-adepts = There is no adept to be matched with.
matching-why-no-mentors = There is no mentor who has room for an adept.
# $possible: how many would have suited.
matching-why-adepts-taken = { $possible ->
        [one] One adept would have been possible, and has another mentor now.
       *[other] { $possible } adepts would have been possible, and have other mentors now.
    }
matching-why-mentors-taken = { $possible ->
        [one] One mentor would have been possible, and has no room left.
       *[other] { $possible } mentors would have been possible, and have no room left.
    }
# $of: how many there are. $bars: what stands in the way, of which the following are the parts.
matching-why-no-adept-fits = { $of ->
        [one] The only adept isn't possible. { $bars }
       *[other] None of the { $of } adepts is possible. { $bars }
    }
matching-why-no-mentor-fits = { $of ->
        [one] The only mentor isn't possible. { $bars }
       *[other] None of the { $of } mentors is possible. { $bars }
    }
# $count: how many there are of this sort. Nobody is to learn who ruled out whom.
matching-bar-ruled-out = Ruled out beforehand: { $count }.
matching-bar-organisation = From the same organisation: { $count }.
matching-bar-language = No language in common: { $count }.
