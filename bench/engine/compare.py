"""The engine beside HiGHS and CP-SAT: same instances, in turn, CPU seconds.

    compare.py [--engine MEASURE] [--python PYTHON] [--seeds K] [--first S] [--seconds T]
               [--peers highs,cpsat] N [generator flags]

Builds the engine's example and an environment with the peers where none are named.
Prints one line per seed and the geometric means with their ratios. Every solver runs
on one thread, seed by seed in turn, so that whatever else the machine does falls on
all alike. A run that is not proven counts at the time it was given, and says so.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
target = here.parent.parent / "target"
PEERS = ["highspy==1.16.0", "ortools==9.15.6755"]


def built():
    """The engine's example, built for measuring; nothing else is built as a release."""
    subprocess.run(["cargo", "build", "--release", "--locked", "-p", "styrbord-engine", "--example", "measure"],
                   cwd=here, check=True)
    return str(target / "release/examples/measure")


def environment():
    """A Python with the peers in it, made once."""
    place = target / "bench-peers"
    python = place / "bin/python"
    if subprocess.run([python, "-c", "import highspy"], capture_output=True).returncode if python.exists() else True:
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def said(command):
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return json.loads([line for line in lines if line.startswith("{")][-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine")
    parser.add_argument("--python")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first", type=int, default=101)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--peers", default="highs,cpsat")
    parser.add_argument("n", type=int)
    given, flags = parser.parse_known_args()
    engine = given.engine or built()
    python = given.python or environment()
    solvers = ["engine"] + [p for p in given.peers.split(",") if p]
    times, gaps, open_runs = ({s: [] for s in solvers} for _ in range(3))
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(given.first, given.first + given.seeds):
            file = pathlib.Path(folder, f"{seed}.json")
            made = subprocess.run([sys.executable, here / "generate.py", str(given.n), str(seed), *flags],
                                  capture_output=True, check=True).stdout
            file.write_bytes(made)
            values = {}
            for solver in solvers:
                command = [engine, str(file), str(given.seconds)] if solver == "engine" else \
                    [python, here / "peers.py", solver, str(given.seconds), str(file)]
                answer = said(command)
                value, bound = answer["value"] or 0, answer["bound"]
                gap = max(0.0, (bound - value) / max(1, abs(value)))
                times[solver].append(max(answer["cpu"], 1e-4))
                gaps[solver].append(gap)
                open_runs[solver].append(gap > 1e-9)
                values[solver] = value
            shown = "  ".join(f"{s} {times[s][-1]:8.3f} s {gaps[s][-1]:8.3%} {values[s]}" for s in solvers)
            print(f"seed {seed}: {shown}", flush=True)
    mean = {s: math.exp(sum(map(math.log, times[s])) / len(times[s])) for s in solvers}
    for solver in solvers:
        print(f"{solver:7} geometric mean {mean[solver]:8.3f} CPU s, {mean[solver] / mean['engine']:6.2f} times the engine's, "
              f"mean gap {sum(gaps[solver]) / len(gaps[solver]):.3%}, {sum(open_runs[solver])} not proven")


if __name__ == "__main__":
    main()
