"""Holds cpca and JioNLP against the truth of the address evaluation.

usage: compare-addresses.py WORK MAPPINGS GENERATED

WORK holds cases.tsv (set, phenomenon, code, text) and hedui.tsv (code), written by
`hedui-dev address-accuracy`. Names that the two programs give are turned into codes by
mappings/codes/divisions.csv. Right: province, prefecture and county as in the truth. Wrong: one of
them is another one. Undecided: none is another one, and one is left out.
"""

import csv
import datetime
import importlib.metadata
import sys

import cpca
import jionlp

work, mappings, generated = sys.argv[1], sys.argv[2], sys.argv[3]

divisions = list(csv.DictReader(open(f"{mappings}/codes/divisions.csv", encoding="utf-8")))
by_code = {row["code"]: row for row in divisions}


def path(code):
    """Names of province, prefecture and county; empty where there is none."""
    names = {"province": "", "prefecture": "", "county": ""}
    while code in by_code:
        row = by_code[code]
        names[row["level"]] = row["name"]
        code = row["parent_code"]
    return names["province"], names["prefecture"], names["county"]


MUNICIPALITIES = {"北京市", "上海市", "天津市", "重庆市"}


def levels(province, city, county):
    """The three levels as the truth writes them: a municipality has no prefecture."""
    province, city, county = (
        value if isinstance(value, str) else "" for value in (province, city, county)
    )
    if province in MUNICIPALITIES or city in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
        city = ""
    return province, city, "" if county == "市辖区" else county


def verdict(truth, read):
    if all(a == b for a, b in zip(truth, read)):
        return "right"
    return "wrong" if any(b and a != b for a, b in zip(truth, read)) else "undecided"


cases = [line.rstrip("\n").split("\t") for line in open(f"{work}/cases.tsv", encoding="utf-8")]
texts = [case[3] for case in cases]
truths = [path(case[2]) for case in cases]
results = {"hedui": [path(line.strip()) for line in open(f"{work}/hedui.tsv", encoding="utf-8")]}

frame = cpca.transform(texts)
results["cpca"] = [levels(*row) for row in zip(frame["省"], frame["市"], frame["区"])]


def with_jionlp(text):
    try:
        found = jionlp.parse_location(text)
    except Exception:  # some texts raise inside the library
        return "", "", ""
    return levels(found["province"], found["city"], found["county"])


results["jionlp"] = [with_jionlp(text) for text in texts]

versions = {
    "hedui": "", "cpca": importlib.metadata.version("cpca"),
    "jionlp": importlib.metadata.version("jionlp"),
}
names = {"hand": "written by hand", "generated": "generated", "held-out": "generated, held out"}
print(f"<!-- {datetime.date.today()}, Scripts/conformance-addresses {generated} -->")
print("| addresses | number | program | right | wrong | undecided |")
print("| --- | --- | --- | --- | --- | --- |")
for kind, title in names.items():
    chosen = [index for index, case in enumerate(cases) if case[0] == kind]
    for program, read in results.items():
        counts = {"right": 0, "wrong": 0, "undecided": 0}
        for index in chosen:
            counts[verdict(truths[index], read[index])] += 1
        shares = " | ".join(f"{counts[name] / len(chosen):.2%}" for name in counts)
        print(f"| {title} | {len(chosen)} | {program} {versions[program]} | {shares} |")
groups = sorted({case[1] for case in cases if case[0] == "hand"})
print()
print("| phenomenon (by hand) | number | " + " | ".join(f"{p} right" for p in results) + " |")
print("| --- | --- |" + " --- |" * len(results))
for group in groups:
    chosen = [i for i, case in enumerate(cases) if case[0] == "hand" and case[1] == group]
    shares = [
        sum(verdict(truths[i], read[i]) == "right" for i in chosen) / len(chosen)
        for read in results.values()
    ]
    print(f"| {group} | {len(chosen)} | " + " | ".join(f"{share:.1%}" for share in shares) + " |")
