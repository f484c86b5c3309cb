#!/usr/bin/env python3
"""Recomputes every figure of business cases from their lines, knowing nothing of Styrbord but its description.

Usage: recompute.py FILE, where FILE is a list of what GET /api/v1/initiatives/NAME/calculation answers.
Fractions are exact, so that nothing but the rounding of each answer (half away from nought) can differ.
"""
import json
import math
import sys
from fractions import Fraction

MASK = (1 << 64) - 1
WHOLE = 1 << 32
BINS = 24
AMOUNTS = ("low", "likely", "high")


def rounded(value):
    """The nearest whole number, halves away from nought."""
    size = abs(Fraction(value))
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return whole if value >= 0 else -whole


def years_of(line, amount):
    """What a line comes to each year: {year: öre}."""
    years = {}
    for span in line["spans"]:
        for year in range(span["from"], span["to"] + 1):
            years[year] = years.get(year, 0) + span["yearly"][amount]
    return years


class Case:
    def __init__(self, told):
        self.told = told
        self.lines = told["lines"]
        self.factor = 1 + Fraction(told["premises"]["rate"], 10_000)
        every = [year for line in self.lines for year in years_of(line, "likely")]
        self.first, self.last = min(every), max(every)

    def exact(self, years):
        return sum((Fraction(ore) / self.factor ** (year - self.first) for year, ore in years.items()), Fraction(0))

    def flow(self, benefit_classes, costs, benefits):
        """Year by year: benefits of some classes less costs, each at low, likely or high."""
        flow = dict.fromkeys(range(self.first, self.last + 1), 0)
        for line in self.lines:
            if line["class"] == "cost":
                sign, amount = -1, costs
            elif line["class"] in benefit_classes:
                sign, amount = 1, benefits
            else:
                continue
            for year, ore in years_of(line, amount).items():
                flow[year] += sign * ore
        return flow

    def worth(self, classes):
        pairs = {"low": ("high", "low"), "likely": ("likely", "likely"), "high": ("low", "high")}
        return {name: rounded(self.exact(self.flow(classes, *pair))) for name, pair in pairs.items()}

    def payback(self, factor):
        flow = self.flow(("green", "yellow"), "likely", "likely")
        total = Fraction(flow[self.first])
        if total >= 0:
            return 0
        for after in range(1, self.last - self.first + 1):
            year = Fraction(flow[self.first + after]) / factor**after
            if total + year >= 0:
                return (after - 1) * 1000 + rounded(-total * 1000 / year)
            total += year
        return None

    def signed(self, line):
        """What a line is worth today as it comes into the worth of the whole: each amount to the öre."""
        worth = {amount: rounded(self.exact(years_of(line, amount))) for amount in AMOUNTS}
        if line["class"] == "cost":
            return {"low": -worth["high"], "likely": -worth["likely"], "high": -worth["low"]}
        return worth

    def figures(self):
        cost = rounded(-self.exact(self.flow((), "likely", "likely")))
        both = self.worth(("green", "yellow"))
        uplift = rounded(Fraction(cost * self.told["premises"]["uplift"], 1000))
        return {
            "cost": cost,
            "green": self.worth(("green",)),
            "both": both,
            "uplift": uplift,
            "uplifted": both["likely"] - uplift,
            "ratio": rounded(Fraction(both["likely"] * 100_000, cost)) if cost > 0 else None,
            "payback": self.payback(Fraction(1)),
            "discounted_payback": self.payback(self.factor),
        }

    def sensitivity(self):
        base = self.worth(("green", "yellow"))["likely"]
        swings = []
        for line in self.lines:
            own = self.signed(line)
            worst, best = base + own["low"] - own["likely"], base + own["high"] - own["likely"]
            if best > worst:
                swings.append({"key": line["key"], "worst": worst, "best": best})
        return sorted(swings, key=lambda swing: (swing["worst"] - swing["best"], swing["key"]))

    def spread(self):
        draws = self.told["draws"]
        worths = [0] * draws
        for line in self.lines:
            own, stream = self.signed(line), shares(self.told["seed"] ^ hashed(line["key"]))
            for place in range(draws):
                worths[place] += drawn(own, next(stream))
        worths.sort()
        low, high = worths[0], worths[-1]
        bins = [0] * BINS
        for worth in worths:
            bins[(worth - low) * BINS // (high - low + 1)] += 1
        return {
            "p10": worths[draws * 10 // 100],
            "p50": worths[draws * 50 // 100],
            "p90": worths[draws * 90 // 100],
            "low": low,
            "high": high,
            "bins": bins,
            "loss": sum(worth < 0 for worth in worths) * 1000 // draws,
        }


def hashed(name):
    """FNV-1a in 64 bits."""
    found = 0xCBF29CE484222325
    for byte in name.encode():
        found = ((found ^ byte) * 0x100000001B3) & MASK
    return found


def shares(state):
    """SplitMix64, its upper half: shares of 2^32."""
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        yield (mixed ^ (mixed >> 31)) >> 32


def drawn(between, share):
    """The inverse of the triangle's distribution, in whole öre."""
    low, likely, high = (between[amount] for amount in AMOUNTS)
    wide, left, right = high - low, likely - low, high - likely
    if wide == 0:
        return low
    if share * wide < left * WHOLE:
        return low + math.isqrt(wide * left * share // WHOLE)
    return high - math.isqrt(wide * right * (WHOLE - share) // WHOLE)


def faults(told):
    if not told["lines"]:
        return [] if told["worth"] is None else ["a worth without lines"]
    case, found = Case(told), []
    for name, own in (("worth", case.figures()), ("sensitivity", case.sensitivity()), ("spread", case.spread())):
        if own != told[name]:
            found.append(f"{name}: recomputed {own}, told {told[name]}")
    for line in told["lines"]:
        if line.get("time"):
            time = line["time"]
            worth = rounded(Fraction(time["hours"] * time["hourly_cost"] * time["share"], 1000))
            for span in line["spans"]:
                if abs(span["yearly"]["likely"] - worth) > 100_000:
                    found.append(f"{line['key']}: {time} comes to {worth}, told {span['yearly']['likely']}")
    return found


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        told = json.load(file)
    wrong = [f"{case['initiative']}: {fault}" for case in told for fault in faults(case)]
    print("\n".join(wrong) if wrong else f"{len(told)} cases recomputed, all figures alike")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
