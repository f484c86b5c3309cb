"""Seeded municipal portfolios in the form styrbord-portfolio/1.

    generate.py N SEED [--modes] [--tight] [--pot] [--triples] > instance.json

Fourteen committees of unequal size with a frame each year, one central pot, six
roles, nine goals, six criteria, seven assessors. About 30 % of the initiatives
are co-financed by two to four committees, 35 % may draw on the pot, 26 % have
prerequisites; some exclude each other, some are worth more together; 5 % are
mandatory. `--modes` gives start years and financing to choose from, `--tight`
makes every role scarce and coverage 97 % of a random plan (else two roles and
85 %), `--pot` leaves one fund with one amount and no roles or goals.
"""

import argparse
import json
import math
import random

PERIODS, COMMITTEES, ROLES, GOALS, CRITERIA, ASSESSORS = 3, 14, 6, 9, 6, 7


def spread(rng, total, first):
    """A total over the years from `first` on, front-loaded."""
    years = min(PERIODS - first, rng.choice([1, 2, 2, 3]))
    parts = [rng.uniform(0.5, 1.0) / (1 + 0.3 * k) for k in range(years)]
    amounts = [int(total * part / sum(parts)) for part in parts]
    return [(first + k, amount) for k, amount in enumerate(amounts) if amount > 0]


def option(rng, name, start, permille, payers, profile, days):
    shift = lambda year: year + start
    money = [[fund, shift(year), max(1, amount * share // 1000)]
             for fund, share in payers for year, amount in profile if shift(year) < PERIODS]
    capacity = [[role, shift(year), amount]
                for role, year, amount in days if shift(year) < PERIODS]
    return {"id": name, "start": start, "value_permille": permille,
            "money": money, "capacity": capacity}


def initiative(rng, i, sizes, args):
    total = int(min(9000, math.exp(rng.gauss(6.8, 0.8))))
    worth = total ** 0.6 / 60
    scores = [0 if rng.random() < 0.3 else int(min(1000, rng.gammavariate(4, 25) * worth)) for _ in range(CRITERIA)]
    served = rng.sample(range(GOALS), rng.choice([1, 1, 2, 3]))
    made = {"id": f"i{i:04}", "mandatory": False, "scores": scores,
            "coverage": {f"g{g}": rng.randint(1, 5) for g in served}}
    if args.pot:
        made["coverage"] = {}
        made["options"] = [option(rng, "now", 0, 1000, [("pott", 1000)], [(0, total)], [])]
        return made
    owners = [rng.choices(range(COMMITTEES), sizes)[0]]
    if rng.random() < 0.30:
        while len(owners) < rng.choice([2, 2, 3, 4]):
            other = rng.choices(range(COMMITTEES), sizes)[0]
            if other not in owners:
                owners.append(other)
    shares = [rng.uniform(0.5, 1.5) for _ in owners]
    pot = rng.random() < 0.35
    profile = spread(rng, total, 0)
    days = []
    for role in rng.sample(range(ROLES), rng.choice([1, 2, 2, 3])):
        days += [(f"r{role}", year, max(1, amount // 40 + rng.randint(0, 10))) for year, amount in profile]

    def payers(pot_share):
        own = 1000 - pot_share
        parts = [(f"n{c:02}", int(own * s / sum(shares))) for c, s in zip(owners, shares)]
        return parts + ([("pott", pot_share)] if pot_share else [])

    share = rng.randint(200, 600) if pot else 0
    made["options"] = [option(rng, "0", 0, 1000, payers(share), profile, days)]
    if args.modes:
        kinds = [("1", 1, rng.randint(850, 950), share)]
        kinds += [("0-own", 0, 1000, 0)] if pot else []
        kinds += [("2", 2, rng.randint(700, 850), share)] if rng.random() < 0.6 else []
        made["options"] += [option(rng, name, start, value, payers(s), profile, days)
                            for name, start, value, s in kinds]
    return made


def rules(rng, n):
    made = []
    for i in range(1, n):
        if rng.random() < 0.26:
            needs = [f"i{j:04}" for j in rng.sample(range(i), min(i, rng.choice([1, 1, 2])))]
            kind = "needs_any" if len(needs) > 1 and rng.random() < 0.4 else "needs_all"
            made.append({kind: needs, "of": f"i{i:04}"})
    for _ in range(max(1, n // 25)):
        made.append({"at_most_one": [f"i{j:04}" for j in rng.sample(range(n), rng.choice([2, 3]))]})
    for _ in range(max(1, n // 12)):
        made.append({"together": [f"i{j:04}" for j in rng.sample(range(n), 2)],
                     "extra_value": rng.randint(5_000, 60_000)})
    return made


def random_plan(rng, items, rule_list, share):
    """A plan that keeps the rules: the first option of a random part."""
    index = {item["id"]: k for k, item in enumerate(items)}
    chosen = {item["id"] for item in items if rng.random() < share}
    changed = True
    while changed:
        changed = False
        for rule in rule_list:
            if "of" in rule and rule["of"] in chosen:
                ready = [need in chosen for need in rule.get("needs_all", rule.get("needs_any"))]
                if not (all(ready) if "needs_all" in rule else any(ready)):
                    chosen.discard(rule["of"])
                    changed = True
            if "at_most_one" in rule:
                for extra in [m for m in rule["at_most_one"] if m in chosen][1:]:
                    chosen.discard(extra)
                    changed = True
    return sorted(chosen, key=index.get)


def generate(n, seed, args):
    rng = random.Random(seed)
    sizes = [rng.uniform(0.5, 2.0) for _ in range(COMMITTEES)]
    items = [initiative(rng, i, sizes, args) for i in range(n)]
    rule_list = rules(rng, n)
    plan = set(random_plan(rng, items, rule_list, 0.45))
    use, demand = {}, {}
    for item in items:
        first = item["options"][0]
        for kind in ("money", "capacity"):
            for name, year, amount in first[kind]:
                demand[name, year] = demand.get((name, year), 0) + amount
                if item["id"] in plan:
                    use[name, year] = use.get((name, year), 0) + amount
    for item in rng.sample(sorted(plan), max(1, n // 20)) if plan else []:
        items[int(item[1:])]["mandatory"] = True
    # Prerequisites of what is mandatory are in the plan too, so the plan holds.
    scarce = range(ROLES) if args.tight else rng.sample(range(ROLES), 2)
    funds = ["pott"] if args.pot else [f"n{c:02}" for c in range(COMMITTEES)] + ["pott"]
    room = lambda name, year, slack: int(max(use.get((name, year), 0) * slack, demand.get((name, year), 0) * 0.25)) + 1
    money = [{"id": f, "amounts": [room(f, y, 1.02) for y in range(1 if args.pot else PERIODS)]} for f in funds]
    capacity = [] if args.pot else [
        {"id": f"r{r}", "amounts": [room(f"r{r}", y, 1.0 if r in scarce else 1.6) for y in range(PERIODS)]}
        for r in range(ROLES)]
    weigh = lambda: [rng.randint(50, 400) for _ in range(CRITERIA)]
    level = 0.97 if args.tight else 0.85
    goals = [] if args.pot else [
        {"id": f"g{g}", "at_least": int(level * sum(i["coverage"].get(f"g{g}", 0) for i in items if i["id"] in plan))}
        for g in range(GOALS)]
    if args.triples:
        for item in items:
            item["scores"] = [{"low": s * 7 // 10, "likely": s, "high": s * 13 // 10} for s in item["scores"]]
    return {"format": "styrbord-portfolio/1",
            "periods": [str(2024 + y) for y in range(1 if args.pot else PERIODS)],
            "money": money, "capacity": capacity,
            "criteria": [{"id": f"c{k}", "weight": w} for k, w in enumerate(weigh())],
            "weight_sets": [{"id": f"a{k}", "weights": weigh()} for k in range(ASSESSORS)],
            "coverage": goals, "initiatives": items, "rules": rule_list}


def arguments(parser):
    for flag in ("--modes", "--tight", "--pot", "--triples"):
        parser.add_argument(flag, action="store_true")
    return parser


if __name__ == "__main__":
    parser = arguments(argparse.ArgumentParser(description=__doc__.splitlines()[0]))
    parser.add_argument("n", type=int)
    parser.add_argument("seed", type=int)
    given = parser.parse_args()
    print(json.dumps(generate(given.n, given.seed, given)))
