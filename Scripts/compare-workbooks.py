"""Holds the sheets of a run's workbooks, as LibreOffice wrote them, against findings.csv.

    python3 Scripts/compare-workbooks.py OUT CSV

OUT is what `hedui run` left, CSV the folder with one file a sheet, `<workbook>-<sheet>.csv`.
Every finding that asks for something stands in exactly one sheet, once, with the texts of
findings.csv. Prints what differs, without the values, and ends with 1.
"""

import csv
import glob
import json
import os
import re
import sys
import unicodedata

SHEET = re.compile(r"-(清单|List)\d*\.csv$")
COLUMNS = {  # heading in the workbook: column of findings.csv
    "客户编号/账号": "record_key", "Customer or account": "record_key",
    "客户经理": "owner", "Customer manager": "owner",
    "现值": "value", "Current value": "value",
    "应为": "expected", "Expected": "expected",
    "建议值": "suggestion", "Suggested value": "suggestion",
    "置信度(%)": "confidence", "Confidence (%)": "confidence",
    "依据": "evidence", "Evidence": "evidence",
    "问题编号（勿改）": "finding_id", "Finding (leave as is)": "finding_id",
}
ANSWERS = {"反馈结果", "更正后的值", "备注", "Answer", "Corrected value", "Remarks"}
LONGEST = 32767  # characters of a cell, in UTF-16


def cell(text):
    """A text as a sheet and a CSV file can hold it: cut, line ends alike, no controls."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) // 2 > LONGEST:
        text = units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip("\n")


def masked(text, shown):
    """Whether `shown` is `text` with its middle hidden."""
    if "*" not in shown or len(text) != len(shown):
        return False
    return all(b in ("*", a) for a, b in zip(text, shown))


def findings(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {k: v[1:] if v.startswith("'") else v for k, v in row.items()}


def main(out, folder):
    csv.field_size_limit(1 << 30)
    held = set()
    if os.path.exists(os.path.join(out, "summary.json")):
        with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
            rules = json.load(file)["rules"]
        held = {rule["id"] for rule in rules if not rule["reaches_branches"]}
    faults = []
    listed = {}
    sheets = 0
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "*.csv"))):
        if not SHEET.search(path):
            continue
        sheets += 1
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            heading = next(reader)
            missing = set(COLUMNS.values()) - {COLUMNS.get(name) for name in heading}
            if missing:
                faults.append(f"{path}:1: no column for {', '.join(sorted(missing))}")
                continue
            for number, row in enumerate(reader, 2):
                place = f"{path}: row {number}"
                texts = dict(zip(heading, row))
                shown = {COLUMNS[name]: text for name, text in texts.items() if name in COLUMNS}
                if any(texts.get(name) for name in ANSWERS):
                    faults.append(f"{place}: an answer is filled in")
                listed.setdefault(shown["finding_id"], []).append((place, shown))
    wanted = 0
    for number, row in enumerate(findings(os.path.join(out, "findings.csv")), 1):
        if row["action"] == "auto" or row["rule_id"] in held:
            continue
        wanted += 1
        key = row["finding_id"]
        # Records with one number, and findings with one identity, stand as often as they are.
        places = listed.get(key, [])
        texts = {name: cell(row[name]) for name in set(COLUMNS.values())}
        for index, (place, shown) in enumerate(places):
            wrong = [
                name for name, text in texts.items()
                if cell(shown[name]) != text
                and not (name in ("value", "suggestion") and masked(text, cell(shown[name])))
            ]
            if not wrong:
                del places[index]
                break
        else:
            if places:
                faults.append(f"{places[0][0]}: differs from finding {key} in {', '.join(wrong)}")
                del places[0]
            else:
                faults.append(f"findings.csv: finding {number} ({key}) stands in no workbook")
    for places in listed.values():
        faults += [f"{place}: no such finding" for place, _ in places]
    for fault in faults[:50]:
        print(fault, file=sys.stderr)
    if len(faults) > 50:
        print(f"and {len(faults) - 50} more", file=sys.stderr)
    print(f"{sheets} sheets, {wanted} findings compared, {len(faults)} differences")
    return 1 if faults or not sheets else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
