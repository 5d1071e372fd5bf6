"""EXT001: the domain of an e-mail address looks mistyped.

A sample of a rule in another language: Python, standard library alone. The contract is
docs/external-validators.md: a line of JSON in, a line of JSON out, and nothing else on
standard output.
"""

import json
import sys

DOMAINS = {
    "qq.com", "163.com", "126.com", "sina.com", "sohu.com", "139.com", "189.cn", "yeah.net",
    "aliyun.com", "foxmail.com", "gmail.com", "outlook.com", "hotmail.com", "icloud.com",
}  # fmt: skip
# Real ones that are a letter away from one of these.
OTHERS = {"mail.com", "email.com", "ymail.com", "hmail.com", "rmail.com"}
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.-"


def mistyped():
    """Every domain that is one wrong, missing, doubled or exchanged letter away from just one
    of DOMAINS, with the one that was meant. Worked out once, so that a record costs a look-up."""
    meant = {}
    for domain in DOMAINS:
        near = set()
        for i in range(len(domain) + 1):
            near.add(domain[:i] + domain[i + 1 :])
            near.add(domain[:i] + domain[i : i + 2][::-1] + domain[i + 2 :])
            for letter in LETTERS:
                near.add(domain[:i] + letter + domain[i + 1 :])
                near.add(domain[:i] + letter + domain[i:])
        for wrong in near - DOMAINS - OTHERS:
            # Many numbers are domains, and short ones are too near to each other.
            if wrong.partition(".")[0].isdigit() or len(wrong) < 6:
                continue
            # Two that it could be: nobody knows.
            meant[wrong] = None if wrong in meant else domain
    return {wrong: domain for wrong, domain in meant.items() if domain}


MEANT = mistyped()


def judge(email):
    """The answer to one record without its number."""
    if not email:
        return ["not_applicable"]
    name, at, domain = email.strip().lower().rpartition("@")
    right = MEANT.get(domain) if at and name else None
    if right is None:
        return ["passed"]
    return [
        "failed",
        {"suggestion": email.strip()[: len(name) + 1] + right, "expected": right, "confidence": 80},
    ]


def main():
    greeting = json.loads(sys.stdin.readline())
    if greeting["hedui"] != 1:
        sys.exit("this program speaks version 1")
    print('{"hedui":1}', flush=True)
    for line in sys.stdin:
        batch = json.loads(line)
        answers = [[number] + judge(email) for number, email in batch["records"]]
        reply = {"batch": batch["batch"], "answers": answers}
        print(json.dumps(reply), flush=True)


main()
