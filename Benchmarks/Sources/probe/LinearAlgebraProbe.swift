import ESSIndicators
import RawBLAS

/// Products through `Matrix` against the raw calls of OpenBLAS in one run.
enum LinearAlgebraProbe {
  static func run() {
    LinearAlgebraLibrary.start()
    print("kernel \(LinearAlgebraLibrary.coreName)")
    Parallel.setThreads(1)
    let n = 2000
    let numbers = KeyedRandom(seed: 1)
    let a = Matrix(rows: n, columns: n) { numbers.uniform(at: $0 + $1 * n) }
    var c = [Double](repeating: 0, count: n * n)
    var kept = 0.0
    let products = Timing.compare(
      rounds: 9,
      [
        { kept += (a * a).elements[0] },
        {
          cblas_dgemm(
            CblasColMajor, CblasNoTrans, CblasNoTrans, Int32(n), Int32(n), Int32(n), 1, a.elements,
            Int32(n), a.elements, Int32(n), 0, &c, Int32(n))
        },
        { kept += a.gram().elements[0] },
        {
          cblas_dsyrk(
            CblasColMajor, CblasLower, CblasTrans, Int32(n), Int32(n), 1, a.elements, Int32(n), 0,
            &c, Int32(n))
        },
      ])
    report("gemm 2000, one thread", products[0], products[1], flops: 2 * Double(n * n * n))
    report("syrk 2000, one thread", products[2], products[3], flops: Double(n * n * n))

    let (rows, columns) = (1_000_000, 12)
    let tall = Matrix(rows: rows, columns: columns) { numbers.uniform(at: $0 + $1 * rows) }
    var g = [Double](repeating: 0, count: columns * columns)
    let syrk = {
      cblas_dsyrk(
        CblasColMajor, CblasLower, CblasTrans, Int32(columns), Int32(rows), 1, tall.elements,
        Int32(rows), 0, &g, Int32(columns))
    }
    let flops = Double(rows * columns * (columns + 1))
    var grams = Timing.compare(rounds: 15, [{ kept += tall.gram().elements[0] }, syrk])
    report("Gram 1e6 x 12, one thread", grams[0], grams[1], flops: flops)
    Parallel.setThreads(2)
    grams = Timing.compare(rounds: 15, [{ kept += tall.gram().elements[0] }, syrk])
    report("Gram 1e6 x 12, two threads", grams[0], grams[1], flops: flops)
    let wide = Timing.compare(rounds: 5, [{ kept += (a * a).elements[0] }])
    print("gemm 2000, two threads: \(2 * Double(n * n * n) / wide[0].least / 1e9) GF/s")
    if kept.isNaN { print("not a number") }
  }

  private static func report(
    _ name: String, _ ours: (least: Double, median: Double),
    _ raw: (least: Double, median: Double), flops: Double
  ) {
    print(
      "\(name): ours \(ours.least * 1e3) ms (median \(ours.median * 1e3)), "
        + "\(flops / ours.least / 1e9) GF/s; raw call \(raw.least * 1e3) ms (median \(raw.median * 1e3)); "
        + "ratio raw/ours \(raw.least / ours.least) (median \(raw.median / ours.median))")
  }
}
