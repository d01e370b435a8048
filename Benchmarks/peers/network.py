"""The tasks of `probe network` in igraph and SciPy: one line a task, tab-separated (task, seconds, note)."""

import sys
import time

import igraph
import numpy as np
import scipy.sparse as sparse


def timed(task, work):
    start = time.perf_counter()
    result, note = work()
    print(f"{task}\t{time.perf_counter() - start:.4f}\t{note}", flush=True)
    return result


# Numbered as the probe does, in order of first row, so that node 0 is the same one.
rows, columns, organisations, alliances = [], [], {}, {}
with open(sys.argv[1]) as file:
    next(file)
    for line in file:
        r, c = line.rstrip("\n").split(",")
        rows.append(organisations.setdefault(r, len(organisations)))
        columns.append(alliances.setdefault(c, len(alliances)))
n, m = len(organisations), len(alliances)
matrix = sparse.csr_matrix((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=(n, m))


def scipy_counts():
    counts = sparse.triu(matrix.T @ matrix, k=1).tocoo()
    return counts, f"{counts.nnz} ties"


counts = timed("scipy: alliance counts", scipy_counts)
kinds = [False] * n + [True] * m
bipartite = igraph.Graph.Bipartite(kinds, list(zip(rows, (c + n for c in columns))))


def igraph_counts():
    graph = bipartite.bipartite_projection(which=1)
    return graph, f"{graph.ecount()} ties"


timed("igraph: alliance counts", igraph_counts)
kept = counts.data >= 3
dense = igraph.Graph(m, list(zip(counts.row[kept].tolist(), counts.col[kept].tolist())))
weights = counts.data[kept].astype(float).tolist()


def betweenness():
    values = dense.betweenness()
    return values, f"{dense.ecount()} ties, first {values[0]}"


timed("igraph: betweenness", betweenness)
# Runs differ by more than libraries do: the mean of twenty.
qualities = []
wall, processor = time.perf_counter(), time.process_time()
for _ in range(20):
    groups = dense.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1)
    qualities.append(dense.modularity(groups.membership, weights=weights))
wall, processor = (time.perf_counter() - wall) / 20, (time.process_time() - processor) / 20
print(f"igraph: Leiden, a run of 20\t{wall:.4f}\t{processor:.4f}\tmodularity mean {np.mean(qualities)}, best {max(qualities)}")
if "--organisations" in sys.argv:
    def igraph_organisations():
        graph = bipartite.bipartite_projection(which=0)
        return graph, f"{graph.ecount()} ties, all weights"

    timed("igraph: organisations, all ties", igraph_organisations)
