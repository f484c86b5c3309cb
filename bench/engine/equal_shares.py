"""Equal shares by pabutools, the academic reference, for the engine's tests.

    equal_shares.py > engine/tests/references/equal_shares.json

Needs `pip install pabutools`. Seeded ballots of fourteen or fifteen committees; what pabutools buys for
each, with additive cardinal satisfaction and exact fractions; for the first dozen also completed by the add-one
rule: every committee's part is raised by one as long as what is bought costs no more than there is.
(pabutools' own `voter_budget_increment` stops earlier, once nothing more fits, so its plain rule is asked
for each raise.)
"""

import json
import random

from pabutools.election import Additive_Cardinal_Sat, CardinalBallot, CardinalProfile, Instance, Project
from pabutools.rules import method_of_equal_shares


def ballot(seed):
    rng = random.Random(seed)
    voters, projects = rng.choice([3, 14, 15]), rng.randint(4, 18)
    costs = [rng.randint(20, 400) for _ in range(projects)]
    points = [[0 if rng.random() < 0.4 else rng.randint(1, 997) for _ in range(projects)] for _ in range(voters)]
    return {"budget": int(sum(costs) * rng.uniform(0.2, 0.7)), "costs": costs, "points": points}


def bought(made, raised=0):
    projects = [Project(str(k), cost) for k, cost in enumerate(made["costs"])]
    instance = Instance(projects, budget_limit=made["budget"] + raised * len(made["points"]))
    ballots = [CardinalBallot({p: own[k] for k, p in enumerate(projects) if own[k]}) for own in made["points"]]
    profile = CardinalProfile(ballots, instance=instance)
    found = method_of_equal_shares(instance, profile, sat_class=Additive_Cardinal_Sat)
    return sorted(int(p.name) for p in found)


def completed(made):
    best, raised = bought(made), 0
    wanted = [k for k, cost in enumerate(made["costs"]) if cost <= made["budget"] and any(own[k] for own in made["points"])]
    while len(best) < len(wanted):
        raised += 1
        more = bought(made, raised)
        if sum(made["costs"][k] for k in more) > made["budget"]:
            break
        best = more
    return best


if __name__ == "__main__":
    cases = []
    for seed in range(60):
        made = ballot(seed)
        cases.append({**made, "equal_shares": bought(made), "completed": completed(made) if seed < 12 else None})
    print("[" + ",\n ".join(json.dumps(case, separators=(",", ":")) for case in cases) + "]")
