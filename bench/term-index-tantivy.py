"""tantivy for bench/term-index.ts: lines of terms on standard input, then the queries of DIRECTORY.

Usage: python term-index-tantivy.py DIRECTORY (with `pip install tantivy`; bm25, any of the terms).
"""

import json
import os
import resource
import sys
import time

import tantivy

directory = sys.argv[1]
path = os.path.join(directory, "tantivy")
os.makedirs(path, exist_ok=True)
builder = tantivy.SchemaBuilder()
builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
builder.add_integer_field("seq", stored=True)
schema = builder.build()
index = tantivy.Index(schema, path=path)

writer = index.writer(128_000_000, 1)
count = 0
spent = 0.0
for line in sys.stdin:
    start = time.perf_counter()
    document = tantivy.Document()
    document.add_text("terms", line)
    document.add_integer("seq", count)
    writer.add_document(document)
    count += 1
    spent += time.perf_counter() - start
start = time.perf_counter()
writer.commit()
writer.wait_merging_threads()
spent += time.perf_counter() - start

index.reload()
searcher = index.searcher()
times = []
cpu = []
with open(os.path.join(directory, "queries.json"), encoding="utf-8") as file:
    queries = json.load(file)
for terms in queries:
    start, start_cpu = time.perf_counter(), time.process_time()
    parts = [
        (tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", term, "freq"))
        for term in terms
    ]
    hits = searcher.search(tantivy.Query.boolean_query(parts), 20, count=False).hits
    [searcher.doc(address)["seq"] for _, address in hits]
    times.append((time.perf_counter() - start) * 1000)
    cpu.append((time.process_time() - start_cpu) * 1000)


def spread(name, values):
    values = sorted(values[100:])
    return {
        f"{name}MedianMs": round(values[len(values) // 2], 2),
        f"{name}P99Ms": round(values[int(len(values) * 0.99)], 2),
    }


size = sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
print(
    json.dumps(
        {
            "perSecondInOneCommit": round(count / spent),
            **spread("query", times),
            **spread("queryCpu", cpu),
            "lastHits": len(hits),
            "mb": round(size / 2**20),
            "segments": searcher.num_segments,
            "rssMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
