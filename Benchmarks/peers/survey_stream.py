"""Times `poverty measure --stream` on a million, ten million and a hundred million rows from a pipe.

    python survey_stream.py PROGRAM [MILLIONS...]
"""
import os
import subprocess
import sys
import threading
import time

import numpy as np

program = sys.argv[1]
sweep = [int(text) for text in sys.argv[2:]] or [1, 10, 100]
MILLION = 1_000_000
random = np.random.default_rng(1)
stratum = random.integers(0, 660, MILLION)
psu = random.integers(0, 10, MILLION)
welfare = np.exp(random.normal(6.6, 0.8, MILLION))
weight = random.uniform(50, 350, MILLION)
size = random.integers(1, 8, MILLION)
# A million rows, written as often as needed: the numbers of 33 territories, 660 strata and 6,600 PSUs.
block = "".join(f"T{h // 20:02d},{w:.3f},{s},{y:.2f},{h},{h}{p}\n"
                for h, p, y, w, s in zip(stratum, psu, welfare, weight, size)).encode()
header = b"territory,weight,size,welfare,stratum,psu\n"
# A small process between: what a child takes is otherwise no less than this script.
command = ["/usr/bin/env", "time", "-f", "%U %S %M", program, "poverty", "measure", "-", "--stream", "--line", "400",
           "--by", "territory", "--format", "csv", "-q"]
print(f"{len(block) / MILLION:.1f} bytes a row, load {os.getloadavg()[0]:.1f}\n")
print("| million rows | wall, s | cpu, s | cpu, ns a row | memory, MiB | headcount of the first territory |")
print("| ---: | ---: | ---: | ---: | ---: | ---: |")
for millions in sweep:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def write(pipe=process.stdin, times=millions):
        pipe.write(header)
        for _ in range(times):
            pipe.write(block)
        pipe.close()

    writer = threading.Thread(target=write)
    writer.start()
    output = process.stdout.read().decode().splitlines()
    writer.join()
    user, system, memory = map(float, process.stderr.read().split()[-3:])
    if process.wait() != 0:
        sys.exit("failed")
    wall, cpu = time.perf_counter() - start, user + system
    print(f"| {millions} | {wall:.2f} | {cpu:.2f} | {1000 * cpu / millions:.0f} | {memory / 1024:.0f} "
          f"| {output[1].split(',')[4]} |", flush=True)
