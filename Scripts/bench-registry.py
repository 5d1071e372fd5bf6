"""Joins organisations and a registry in DuckDB, as one would by hand, and prints what it took.

Compares nine fields by equality where `hedui run` grades them, and writes the differences as
CSV. The files are those of `hedui-dev registry-bench`.
"""

import argparse
import resource
import time

import duckdb

parser = argparse.ArgumentParser()
parser.add_argument("--organisations", type=int, default=170_000)
parser.add_argument("--rows", type=int, default=3_000_000)
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--folder", default="build/bench/registry")
parser.add_argument("--memory", default=None, help="unused; an option of hedui-dev registry-bench")
options = parser.parse_args()

folder = f"{options.folder}/{options.organisations}-{options.rows}"
FIELDS = [
    ("REG004", "客户名称", "企业名称"),
    ("REG005", "法定代表人", "法定代表人"),
    ("REG006", "注册地址", "住所"),
    ("REG007", "注册资本", "注册资本（元）"),
    ("REG008", "执照到期日", "营业期限至"),
    ("REG009", "经营范围", "经营范围"),
    ("REG010", "登记注册类型", "企业类型"),
    ("REG011", "行业代码", "行业代码"),
]


def query():
    parts = [
        "SELECT 'REG001' AS rule, o.客户号 AS key, o.统一社会信用代码 AS ours, '' AS theirs "
        "FROM o LEFT JOIN r ON upper(o.统一社会信用代码) = r.统一社会信用代码 "
        "WHERE r.统一社会信用代码 IS NULL AND o.统一社会信用代码 <> ''",
        "SELECT CASE WHEN 登记状态 LIKE '%吊销%' THEN 'REG003' WHEN 登记状态 LIKE '%迁出%' THEN "
        "'REG013' ELSE 'REG002' END, key, '', 登记状态 FROM j WHERE 登记状态 LIKE '%注销%' "
        "OR 登记状态 LIKE '%吊销%' OR 登记状态 LIKE '%迁出%'",
    ]
    for number, (rule, ours, theirs) in enumerate(FIELDS):
        parts.append(
            f"SELECT '{rule}', key, o{number}, r{number} FROM j "
            f"WHERE o{number} <> '' AND r{number} <> '' AND o{number} <> r{number}"
        )
    columns = ", ".join(
        f"o.{ours} AS o{number}, r.{theirs} AS r{number}".replace("r.注册资本（元）", 'r."注册资本（元）"')
        for number, (_, ours, theirs) in enumerate(FIELDS)
    )
    read = "read_csv('{}', all_varchar = true, header = true, quote = '\"', delim = ',')"
    return (
        f"COPY (WITH o AS MATERIALIZED (SELECT * FROM {read.format(folder + '/organisations.csv')}), "
        f"r AS (SELECT * FROM {read.format(folder + '/registry.csv')}), "
        "j AS MATERIALIZED (SELECT o.客户号 AS key, r.登记状态, "
        f"{columns} FROM o JOIN r ON upper(o.统一社会信用代码) = r.统一社会信用代码), "
        f"f AS ({' UNION ALL '.join(parts)}) SELECT * FROM f ORDER BY key, rule) "
        f"TO '{folder}/duckdb.csv' (HEADER)"
    )


best = float("inf")
for run in range(options.runs + 1):
    start = time.perf_counter()
    duckdb.connect().execute(query())
    if run > 0:
        best = min(best, time.perf_counter() - start)
with open(f"{folder}/duckdb.csv", encoding="utf-8") as file:
    found = sum(1 for _ in file) - 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(
    f"DuckDB  {best:6.2f} s   {options.rows / best / 1e6:.2f} million registry rows/s   "
    f"peak {peak:.0f} MB   {found} differences by equality   (DuckDB {duckdb.__version__})"
)
