import ESSIndicators
import RawBLAS

/// The Leontief inverse of 2,000 sectors against LAPACK's own factorisation and inversion.
enum LeontiefProbe {
  static func run() throws {
    LinearAlgebraLibrary.start()
    let n = 2000
    let random = KeyedRandom(seed: 3)
    // Deliveries of at most half of a sector's output in all.
    let flows = Matrix(rows: n, columns: n) { random.uniform(at: $0 + $1 * n) / Double(n) }
    let table = InputOutputTable(
      sectors: (0..<n).map(String.init), flows: flows, output: Array(repeating: 1, count: n))
    var kept = 0.0
    var pivots = [Int32](repeating: 0, count: n)
    var work = [Double](repeating: 0, count: n * 64)
    let times = Timing.compare(
      rounds: 5,
      [
        { kept += (try? LeontiefModel(table))?.inverse.elements[0] ?? 0 },
        {
          var system = (Matrix.identity(n) - flows).elements
          let (order, size) = (Int32(n), Int32(n * 64))
          var info: Int32 = 0
          dgetrf_([order], [order], &system, [order], &pivots, &info)
          dgetri_([order], &system, [order], pivots, &work, [size], &info)
          kept += system[0]
        },
      ])
    print(
      "Leontief inverse, 2000 sectors: ours \(times[0].least) s (median \(times[0].median)); LAPACK dgetrf + dgetri "
        + "\(times[1].least) s (median \(times[1].median)); ratio ours/LAPACK \(times[0].least / times[1].least) "
        + "(median \(times[0].median / times[1].median))")
    if kept.isNaN { print("not a number") }
  }
}
