"""Solves what `mentorskap match` solved, by another way, and says where the two disagree.

    matching_check.py FOLDER

For each N.csv in FOLDER there is an N.json with what the program answered to

    mentorskap match --people N.csv --scores --format json

The scores are taken from the answer; who may be with whom, who is fixed, and how many adepts a
mentor takes are read from the list again. The rest is two linear programmes for HiGHS: first the
most pairs, then the highest total of so many. Their corners are whole numbers, because mentors and
adepts are the two sides of a graph.
"""

import csv
import json
import pathlib
import sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack


def solve(pairs, scores, rooms):
    """The most pairs and the highest total, of `pairs` of which nobody is beyond their `rooms`."""
    if not pairs:
        return 0, 0
    people = sorted(rooms)
    rows = {person: row for row, person in enumerate(people)}
    entries = [(rows[person], column) for column, pair in enumerate(pairs) for person in pair]
    taken = csr_matrix(
        (numpy.ones(len(entries)), tuple(zip(*entries))), shape=(len(people), len(pairs))
    )
    room = [rooms[person] for person in people]
    most = linprog(-numpy.ones(len(pairs)), A_ub=taken, b_ub=room, bounds=(0, 1))
    assert most.success, most.message
    count = round(-most.fun)
    many = vstack([taken, csr_matrix(-numpy.ones((1, len(pairs))))])
    best = linprog(-numpy.array(scores), A_ub=many, b_ub=room + [-count], bounds=(0, 1))
    assert best.success, best.message
    return count, round(-best.fun)


def faults(people, answer):
    """What is wrong with an answer, in words."""
    listed = lambda row, column: [word for word in row[column].split("|") if word]
    mentors = {row["id"]: int(row["capacity"] or 1) for row in people if row["role"] == "mentor"}
    adepts = {row["id"] for row in people if row["role"] == "adept"}
    never = {frozenset((row["id"], other)) for row in people for other in listed(row, "never_with")}
    tied = {frozenset((row["id"], other)) for row in people for other in listed(row, "fixed_with")}
    scores = {(mentor, adept): score for mentor, adept, score in answer["scores"]}
    pairs = [(pair["mentor"], pair["adept"]) for pair in answer["pairs"]]

    for pair, told in zip(pairs, answer["pairs"]):
        if scores.get(pair) != told["score"]:
            yield f"{pair} has {told['score']} points and should have {scores.get(pair)}"
    for pair in scores:
        if frozenset(pair) in never:
            yield f"{pair} is scored and barred"
    for mentor, room in mentors.items():
        if sum(pair[0] == mentor for pair in pairs) > room:
            yield f"{mentor} has more adepts than {room}"
    for adept in adepts:
        if sum(pair[1] == adept for pair in pairs) > 1:
            yield f"{adept} has several mentors"
    fixed = [pair for pair in scores if frozenset(pair) in tied]
    if len(fixed) != len(tied) or not set(fixed) <= set(pairs):
        yield f"of the fixed {tied} only {fixed} are scored, or not all are pairs"
    alone = {left["id"] for left in answer["unmatched"]}
    everybody = {person for pair in pairs for person in pair} | alone
    if everybody != set(mentors) | adepts or any(pair[1] in alone for pair in pairs):
        yield "somebody is forgotten, or in a pair and left over"

    # The fixed ones are given; the rest is to be the best that there is.
    rooms = {**mentors, **{adept: 1 for adept in adepts}}
    for person in (person for pair in fixed for person in pair):
        rooms[person] -= 1
    free = [pair for pair in scores if pair not in fixed]
    count, total = solve(free, [scores[pair] for pair in free], rooms)
    expected = (count + len(fixed), total + sum(scores[pair] for pair in fixed))
    if (len(pairs), answer["total"]) != expected:
        yield f"{len(pairs)} pairs and {answer['total']} points, where {expected} are possible"


def main(folder):
    lists = sorted(pathlib.Path(folder).glob("*.csv"))
    wrong = 0
    for path in lists:
        with open(path, newline="", encoding="utf-8") as file:
            people = list(csv.DictReader(file))
        answer = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for fault in faults(people, answer):
            wrong += 1
            print(f"{path.name}: {fault}")
    print(f"{len(lists)} cohorts, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
