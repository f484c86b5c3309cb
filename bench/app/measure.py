#!/usr/bin/env python3
"""Measures Styrbord as a whole: the demo, ten times its data, and a ledger of 300 000 entries.

Started by bench/run. Prints each figure beside its target, and writes them all to a document.
Processor time is the process's own, user and system, as the operating system counts it.
"""

import argparse
import datetime
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import load
import report
import walk
from program import Browser, Program

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Who looks: the head of the digitalisation department, who sees everything.
READER = "mikael-strand"
# The day of a page of two years ago, as the demo reckons, and those before it.
TWO_YEARS_AGO = datetime.date(2022, 3, 18)

# How often each kind of request is measured: the least is what it takes, the rest is what else the machine did.
ROUNDS = 3


class Bench:
    """What is measured on, and what has been found."""

    def __init__(self, asked):
        self.binary, self.place, self.asked = asked.binary, asked.place, asked
        self.figures = report.Figures()

    def start(self, name, *arguments):
        return Program(self.binary, self.place / name, *arguments)

    def fill(self, name, times, entries=0):
        """A municipality of so many times the demo's data; gives how long it took to read in."""
        files = self.place / f"{name}-files"
        command = [sys.executable, ROOT / "bench/app/multiply.py", ROOT / "demo", files, "--times", str(times), "--entries", str(entries)]
        subprocess.run(command, check=True)
        begun = time.perf_counter()
        with self.start(name, "--files", str(files)) as program:
            took = time.perf_counter() - begun
            shutil.rmtree(files)
            return took, program.entries()

    def pages(self, name, of):
        """Processor time and wait for each kind of request."""
        with self.start(name) as program:
            program.settle()
            self.figures.note(f"{of}: idle memory", program.memory(), "MB", 60 if of == "demo" else None)
            reader = Browser(program.address).sign_in(READER)
            for what, path, target in requests(reader, of):
                self.request(f"{of}: {what}", program, lambda path=path: reader.get(path), target)
            count, slow = walk.slowest(reader, 3)
            for nth, (wait, path) in enumerate(slow):
                place = ["slowest", "second", "third"][nth]
                self.figures.note(f"{of}: {place} of {count} pages, {path}", wait, "ms", 5 if of == "demo" else 20)
            self.saving(of, program)
            self.figures.note(f"{of}: memory after these requests", program.memory(), "MB")

    def saving(self, of, program):
        """A writer's idea, saved again and again: one durable act each."""
        writer = Browser(program.address).sign_in("sara-ek")
        status, head, _ = writer.post("/initiatives/new", f"form={writer.mark}&once=bench&title=Mätning&unit=vof&form_of_work=project")
        if status != 303:
            raise SystemExit(f"no idea could be started: {status}")
        idea = next(line.split("location: ")[1].split("?")[0] for line in head.splitlines() if line.startswith("location: "))
        nth = iter(range(1_000_000))

        def save():
            number = next(nth)
            status, head, _ = writer.post(idea, f"form={writer.mark}&once=bench-{number}&problem=Problemet+beskrivet+för+{number}+gången")
            if status != 303:
                raise SystemExit(f"the idea could not be saved: {status}")

        self.request(f"{of}: save a form", program, save, None)

    def request(self, name, program, ask, target):
        for _ in range(20):
            ask()
        cost, waits = min((self.round(program, ask) for _ in range(ROUNDS)), key=lambda found: found[0])
        waits.sort()
        self.figures.request(name, cost, statistics.median(waits) * 1000, waits[len(waits) * 99 // 100] * 1000, target)

    def round(self, program, ask):
        """Processor time for each request in ms, and the waits."""
        waits, cpu = [], program.cpu()
        # Long enough for the clock of the operating system, which counts hundredths of seconds.
        while len(waits) < 200 or (program.cpu() - cpu < 0.6 and sum(waits) < 4):
            begun = time.perf_counter()
            ask()
            waits.append(time.perf_counter() - begun)
        return (program.cpu() - cpu) / len(waits) * 1000, waits

    def start_up(self, name, of, target):
        """From the command to the first healthy answer."""
        found = []
        for _ in range(10):
            with self.start(name) as program:
                Browser(program.address).get("/healthz")
                found.append((time.perf_counter() - program.begun) * 1000)
        self.figures.note(f"{of}: start to the first healthy answer", statistics.median(found), "ms", target)

    def durability(self):
        shutil.copytree(self.place / "demo", self.place / "busy")
        with self.start("busy") as program:
            reader = Browser(program.address).sign_in(READER)
            for people in [1, 8, 64]:
                acts, syncs = load.side_by_side(program, reader, self.place, people)
                self.figures.durable(people, acts, syncs)
            if self.verify("busy")[1] != 0:
                raise SystemExit("the ledger does not hold after the load")
        shutil.rmtree(self.place / "busy")

    def verify(self, name):
        begun = time.perf_counter()
        folder = self.place / name
        command = [self.binary, "verify", "--database", f"sqlite:{folder}/demo.db", "--keys", str(folder)]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        return time.perf_counter() - begun, done.returncode

    def long_ledger(self):
        took, entries = self.fill("long", 20, self.asked.entries)
        of = f"{entries:,} entries".replace(",", " ")
        self.figures.note(f"{of}: acts read in through the rules", entries / took, "/s")
        self.start_up("long", of, None)
        with self.start("long") as program:
            self.figures.note(f"{of}: memory at the first answer", program.memory(), "MB")
            program.settle()
            self.figures.note(f"{of}: idle memory, its past learnt", program.memory(), "MB")
            reader = Browser(program.address).sign_in(READER)
            detail = a_detail(reader)
            self.request(f"{of}: list of initiatives now", program, lambda: reader.get("/initiatives"), None)
            self.request(f"{of}: a detail now", program, lambda: reader.get(detail), None)
            self.as_of(of, reader, "/initiatives")
            self.as_of(of, reader, "/goals")
        took, code = self.verify("long")
        if code != 0:
            raise SystemExit("the long ledger does not hold")
        self.figures.note(f"{of}: verify", took, "s")

    def as_of(self, of, reader, path):
        """A page of two years ago: days nobody asked for before, and the same days again."""
        days = [TWO_YEARS_AGO - datetime.timedelta(days=nth) for nth in range(20)]
        first, again = ([timed(lambda day=day: reader.get(f"{path}?as_of={day}")) for day in days] for _ in range(2))
        name = "Läget" if path == "/" else path
        self.figures.note(f"{of}: {name} two years ago, a day asked for first, median", statistics.median(first), "ms", 50)
        self.figures.note(f"{of}: {name} two years ago, a day asked for first, slowest of 20", max(first), "ms", 50)
        self.figures.note(f"{of}: {name} two years ago, asked for again, median", statistics.median(again), "ms", 50)


def timed(ask):
    begun = time.perf_counter()
    ask()
    return (time.perf_counter() - begun) * 1000


def requests(reader, of):
    """What is asked for, and what it may cost in milliseconds of processor."""
    if reader.has("/"):
        yield "Läget", "/", None
    for rows, target in [(50, 0.7), (500, 3.0)]:
        path = f"/initiatives?rows={rows}"
        # The head and the sum are rows too.
        found = reader.get(path).count("<tr") - 2
        if found > rows / 2:
            yield f"list of {found} with totals", path, target
    yield "detail of an initiative", a_detail(reader), 0.3
    search = "/search?q=bygglov" if reader.has("/search?q=bygglov") else "/initiatives?words=bygglov"
    yield "search", search, None


def a_detail(reader):
    return next(path for path in ["/initiatives/iot-nattillsyn"] if reader.has(path))


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--binary", required=True)
    asked.add_argument("--place", type=pathlib.Path, required=True)
    asked.add_argument("--date", required=True)
    asked.add_argument("--out", type=pathlib.Path)
    asked.add_argument("--entries", type=int, default=300_000)
    asked = asked.parse_args()
    bench = Bench(asked)
    bench.start("demo").stop()
    bench.start_up("demo", "demo", 150)
    bench.pages("demo", "demo")
    bench.durability()
    bench.fill("ten", 10)
    bench.start_up("ten", "ten times the demo", None)
    bench.pages("ten", "ten times the demo")
    if asked.entries:
        bench.long_ledger()
    if asked.out:
        asked.out.write_text(report.document(bench.figures, asked.date))


main()
