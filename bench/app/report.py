"""The figures, printed as they are found and written down as a document."""

import os
import pathlib
import platform
import re

# What others have published about programs that do parts of the same: none of it was measured here.
PEERS = [
    ("OpenProject", "start page of a large instance, after its makers' improvement", 270, "github.com/opf/openproject/pull/19876"),
    ("Redmine", "Gantt chart of 3 000 issues, mean", 1_900, "farend.co.jp/blog/2025/05/optimize-gantt-performance"),
    ("Odoo", "list of 80 projects, time to draw", 1_000, "github.com/odoo/odoo/pull/260752"),
    ("CISO Assistant", "list of 15 audits", 8_260, "github.com/intuitem/ciso-assistant-community/issues/3467"),
    ("Leantime", "start page with 2 851 tickets, more than", 10_000, "github.com/Leantime/leantime/issues/2764"),
]


class Figures:
    """What was found, in the order it was found."""

    def __init__(self):
        self.requests, self.others = [], []
        self.list_wait = None

    def request(self, name, cost, median, slow, target):
        """A kind of request: processor, median wait and the wait of the slowest hundredth, in ms."""
        self.requests.append((name, cost, median, slow, target))
        if "list of" in name:
            self.list_wait = name, median
        print(f"{name:<58}{cost:>9.2f} ms CPU {ratio(cost, target):<28} wait {median:.2f} ms, p99 {slow:.2f} ms", flush=True)

    def note(self, name, value, unit, target=None):
        """Any other figure; less is better where it has a target."""
        self.others.append((name, f"{shown(value)} {unit}", f"{shown(target)} {unit}" if target else "", ratio(value, target)))
        print(f"{name:<58}{shown(value):>9} {unit} {ratio(value, target)}", flush=True)

    def durable(self, people, acts, syncs):
        """Durable acts a second beside the disk's own syncs; more is better, and 0.8 is demanded of a crowd."""
        share = acts / syncs
        verdict = "" if people == 1 else f"{share / 0.8:.1f} × the target" + ("" if share >= 0.8 else ": missed")
        name = f"durable acts by {people} at once, beside syncs of 4 KiB"
        value = f"{acts:.0f} /s beside {syncs:.0f} /s: {share:.2f}"
        self.others.append((name, value, "" if people == 1 else "0.80", verdict))
        print(f"{name:<58}{value} {verdict}", flush=True)


def shown(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def ratio(value, target):
    if not target:
        return ""
    return f"{value / target:.2f} of the target of {target:g}" + ("" if value <= target else ": missed")


def document(figures, date):
    """The whole document, in Markdown."""
    missed = [name for name, cost, _, _, target in figures.requests if target and cost > target]
    missed += [name for name, _, _, verdict in figures.others if verdict.endswith("missed")]
    lines = [
        "# Performance",
        "",
        f"Measured {date} by `make bench` (`bench/run`), which wrote this page. It says what was found on one machine on one day;",
        "it promises nothing about another.",
        "",
        *machine(),
        "",
        "Processor time is the server's own, user and system, over many requests one after another on one connection, by",
        "somebody signed in who may see everything. Wait is what a client on the same machine, written in Python, waited.",
        "Each kind of request was measured in three rounds, and the round that took least counts.",
        "Ten times the demo is the demo's acts copied with identities of their own; the long ledger holds twenty copies",
        "and each idea's text saved over and over, as the page does while one writes. Both were read in through the same",
        "rules as everybody's acts. Files were in the operating system's cache when programs started. The slowest pages are",
        "found by following links, up to three pages of each kind; each was asked for seven times, and its quickest wait counts.",
        "",
        "## Requests",
        "",
        "| what | processor, ms | target, ms | of the target | wait, median ms | wait, p99 ms |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, cost, median, slow, target in figures.requests:
        aim, part = (f"{target:g}", f"{cost / target:.2f}") if target else ("", "")
        lines.append(f"| {name} | {cost:.2f} | {aim} | {part} | {median:.2f} | {slow:.2f} |")
    lines += ["", "## Slowest pages, start, memory, durability, the past", "", "| what | found | target | |", "| --- | ---: | ---: | --- |"]
    lines += [f"| {name} | {value} | {target} | {verdict} |" for name, value, target, verdict in figures.others]
    lines += ["", "## Reached and missed", ""]
    lines += [f"- Missed: {name}." for name in missed] or ["Every figure above that has a target reaches it."]
    if missed:
        lines.append("- Every other figure above that has a target reaches it.")
    lines += peers(figures)
    return "\n".join(lines) + "\n"


def machine():
    """The machine, as far as it matters."""
    cpu = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", cpu)
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1024 / 1024
    busy = os.getloadavg()[2]
    yield f"The machine: {os.cpu_count()} processors ({model[1] if model else platform.machine()}), {memory:.0f} GB of memory, Linux"
    yield f"{platform.release().split('-')[0]}; load average over the last quarter of an hour {busy:.1f}, so others may have used it too."


def peers(figures):
    """Others' published figures beside the longest list measured here."""
    name, wait = figures.list_wait
    yield ""
    yield "## Beside others"
    yield ""
    yield f"Published by others, on their machines and with their data; **not measured here**. The last column divides by our {name}"
    yield f"(median wait {wait:.1f} ms): it tells the order of magnitude, and no more."
    yield ""
    yield "| program | what | published, ms | times ours | where |"
    yield "| --- | --- | ---: | ---: | --- |"
    for program, what, published, where in PEERS:
        yield f"| {program} | {what} | {published} | {published / wait:.0f} | {where} |"
