#!/usr/bin/env python3
"""Writes the demo's files many times over, for measuring.

    multiply.py FROM TO --times N [--entries M]

Everything but the organisation and the audits is copied with identities of its own,
at the same times and by the same people. `--entries` goes on with texts saved again
and again while an idea is written, as the page does by itself, until there are about
so many acts. Every act goes through the same rules as the demo's own when it is read.
"""

import argparse
import json
import pathlib
import tomllib

# What there is one of, whatever the size of the municipality.
ONCE = ["organisation", "audit"]
# Acts of which a municipality has one: a copy would be refused, or change what there is.
SINGLE = {"forums.delegation.grant", "forums.decision.report", "forums.meetings.plan", "money.frames.enter"}
# Acts that are left out where there are copies: with the demands in force every idea would be asked about
# its own copies, which are all much like it.
LEFT_OUT = {"forums.demands.adopt"}


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("source", type=pathlib.Path)
    asked.add_argument("target", type=pathlib.Path)
    asked.add_argument("--times", type=int, required=True)
    asked.add_argument("--entries", type=int, default=0)
    asked = asked.parse_args()
    asked.target.mkdir(parents=True, exist_ok=True)
    files = {path.stem: path.read_text() for path in sorted(asked.source.glob("*.toml"))}
    (asked.target / "people.toml").write_text(files.pop("people"))
    acts = {name: tomllib.loads(text).get("act", []) for name, text in files.items()}
    copied = [act for name in acts if name not in ONCE for act in acts[name] if is_copied(act)]
    ours = {identity for act in copied for identity in identities(act)}
    for name, originals in acts.items():
        if name not in ONCE:
            acts[name] = [copy(act, ours, nth) for nth in range(asked.times) for act in originals if is_kept(act, nth, asked.times)]
    lacking = asked.entries - sum(map(len, acts.values()))
    if lacking > 0:
        acts["initiatives"] = list(saved_again(acts["initiatives"], lacking))
    for name, all_of_it in acts.items():
        (asked.target / f"{name}.toml").write_text("".join(map(table, all_of_it)))
    print(sum(map(len, acts.values())), "acts")


def identities(act):
    """What an act brings into the world: the thing itself, and the benefits of a business case."""
    if "id" in act:
        yield act["id"]
    for benefit in act.get("benefits", []):
        yield benefit["id"]


def is_kept(act, nth, times):
    if times > 1 and act["act"] in LEFT_OUT:
        return False
    return nth == 0 or is_copied(act)


def is_copied(act):
    return act["act"] not in SINGLE and not act["act"].startswith("audit.")


def copy(value, ours, nth):
    """The nth copy of an act, or of a part of one: it names the nth copies of things."""
    if nth == 0:
        return value
    if isinstance(value, dict):
        return {key: copy(part, ours, nth) for key, part in value.items()}
    if isinstance(value, list):
        return [copy(part, ours, nth) for part in value]
    if isinstance(value, str):
        kind, slash, identity = value.rpartition("/")
        return f"{kind}{slash}{identity}-{nth}" if identity in ours else value
    return value


def saved_again(acts, lacking):
    """Every saving of an idea's text as many more times as are lacking, each a sentence longer."""
    savings = sum(act["act"] == "initiatives.idea.write" for act in acts)
    done = 0
    for act in acts:
        if act["act"] == "initiatives.idea.write":
            done += 1
            more = lacking * done // savings - lacking * (done - 1) // savings
            for nth in range(more):
                area, text = next(iter(act["areas"].items()))
                yield act | {"areas": {area: f"{text} Utkast {nth + 1}."}}
        yield act


def table(act):
    return "[[act]]\n" + "".join(f"{key} = {inline(value)}\n" for key, value in act.items()) + "\n"


def inline(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {inline(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


main()
