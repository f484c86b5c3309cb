"""One instance through HiGHS or CP-SAT, on one thread, as a plain model.

    peers.py highs|cpsat SECONDS instance.json [instance.json …]

Prints one JSON line per instance: value, bound, CPU seconds. The model is the
contract's, written out once for both; CP-SAT runs with linearization_level=2,
without which one worker does not get anywhere on these.
"""

import json
import sys
import time


def model(instance):
    """Columns, objective and rows (terms, low, high) of an instance."""
    weights = [c["weight"] for c in instance.get("criteria", [])]
    likely = lambda v: v if isinstance(v, int) else v["likely"]
    picks, objective, names = {}, [], []
    for item in instance["initiatives"]:
        points = sum(w * likely(s) for w, s in zip(weights, item["scores"]))
        for option in item["options"]:
            picks.setdefault(item["id"], []).append(len(objective))
            names.append((item["id"], option))
            objective.append(points * option["value_permille"] // 1000)
    rows = []
    for item in instance["initiatives"]:
        mine = picks[item["id"]]
        rows.append(([(c, 1) for c in mine], 1 if item["mandatory"] else 0, 1))
    for key in ("money", "capacity"):
        for resource in instance.get(key, []):
            for period, there in enumerate(resource["amounts"]):
                terms = {}
                for c, (_, option) in enumerate(names):
                    for name, year, amount in option[key]:
                        if name == resource["id"] and year == period:
                            terms[c] = terms.get(c, 0) + likely(amount)
                rows.append((list(terms.items()), None, there))
    for goal in instance.get("coverage", []):
        terms = [(c, item["coverage"].get(goal["id"], 0))
                 for item in instance["initiatives"] for c in picks[item["id"]]]
        rows.append(([t for t in terms if t[1]], goal["at_least"], None))
    begun = lambda i, start: [c for c in picks[i] if names[c][1]["start"] <= start]
    for rule in instance.get("rules", []):
        if "of" in rule:
            for start in sorted({names[c][1]["start"] for c in picks[rule["of"]]}):
                of = [(c, -1) for c in begun(rule["of"], start)]
                if "needs_any" in rule:
                    rows.append((of + [(c, 1) for n in rule["needs_any"] for c in begun(n, start)], 0, None))
                else:
                    rows += [(of + [(c, 1) for c in begun(n, start)], 0, None) for n in rule["needs_all"]]
        elif "at_most_one" in rule:
            rows.append(([(c, 1) for i in rule["at_most_one"] for c in picks[i]], None, 1))
        else:
            both = len(objective)
            objective.append(rule["extra_value"])
            rows += [([(both, -1)] + [(c, 1) for c in picks[i]], 0, None) for i in rule["together"]]
    return objective, rows


def highs(instance, seconds):
    import highspy
    objective, rows = model(instance)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(objective), len(rows)
    lp.col_cost_ = [float(v) for v in objective]
    lp.col_lower_, lp.col_upper_ = [0.0] * len(objective), [1.0] * len(objective)
    lp.sense_ = highspy.ObjSense.kMaximize
    infinity = solver.getInfinity()
    lp.row_lower_ = [-infinity if low is None else float(low) for _, low, _ in rows]
    lp.row_upper_ = [infinity if high is None else float(high) for _, _, high in rows]
    start, index, value = [0], [], []
    for terms, _, _ in rows:
        merged = {}
        for c, a in terms:
            merged[c] = merged.get(c, 0) + a
        index += list(merged)
        value += [float(a) for a in merged.values()]
        start.append(len(index))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = start, index, value
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(objective)
    solver.passModel(lp)
    solver.run()
    info = solver.getInfo()
    return round(info.objective_function_value), info.mip_dual_bound


def cpsat(instance, seconds):
    from ortools.sat.python import cp_model
    objective, rows = model(instance)
    program = cp_model.CpModel()
    x = [program.new_bool_var(f"x{k}") for k in range(len(objective))]
    for terms, low, high in rows:
        total = sum(a * x[c] for c, a in terms)
        if low is not None:
            program.add(total >= low)
        if high is not None:
            program.add(total <= high)
    program.maximize(sum(v * x[c] for c, v in enumerate(objective)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(program)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return round(solver.objective_value) if found else None, solver.best_objective_bound


if __name__ == "__main__":
    solve = {"highs": highs, "cpsat": cpsat}[sys.argv[1]]
    # What is loaded before the first question is no part of answering it.
    __import__({"highs": "highspy", "cpsat": "ortools.sat.python.cp_model"}[sys.argv[1]])
    for path in sys.argv[3:]:
        with open(path) as file:
            instance = json.load(file)
        began = time.process_time()
        value, bound = solve(instance, float(sys.argv[2]))
        print(json.dumps({"peer": sys.argv[1], "file": path, "value": value, "bound": bound,
                          "cpu": round(time.process_time() - began, 4)}), flush=True)
