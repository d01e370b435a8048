import ESSIndicators

/// Permutation tests of spatial association, timed from within: one line a task, tab-separated, for the suite that times the peers.
enum TerritoryProbe {
  /// `probe territories-space FILE THREADS`: FILE has the columns x, y and value; neighbours are the six nearest, rows standardised.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let threads = Int(arguments[1]) else {
      print("usage: probe territories-space POINTS.csv THREADS")
      return
    }
    Parallel.setThreads(threads)
    let table = try CSVTable(path: arguments[0])
    let (x, y) = (try table.numbers("x"), try table.numbers("y"))
    let values = try table.numbers("value")
    var found: SpatialWeights?
    report(
      "6 nearest neighbours",
      Timing.measure {
        found = SpatialWeights(
          x: x, y: y, isSpherical: false, rule: .nearest(6),
          territories: x.indices.map(String.init))
      }, "")
    guard let weights = found?.rowStandardised else { return }
    var moran: SpatialAutocorrelation?
    for _ in 0..<3 {
      report(
        "Moran, 9999 permutations",
        Timing.measure {
          moran = .moran(values, weights, permutations: 9999, seed: 1)
        }, "I \(moran?.value ?? 0), sd \(moran?.permutation?.deviation ?? 0)")
    }
    var local: LocalAssociation?
    for permutations in [999, 9999] {
      for _ in 0..<3 {
        report(
          "LISA, \(permutations) permutations",
          Timing.measure {
            local = .moran(values, weights, permutations: permutations, seed: 1)
          },
          "below 0.05 \(local?.rows.count { ($0.permutation?.pValue(.folded) ?? 1) < 0.05 } ?? 0)")
      }
    }
  }

  private static func report(
    _ task: String, _ time: (wall: Double, cpu: Double), _ note: String
  ) {
    print("\(task)\t\(time.wall)\t\(time.cpu)\t\(note)")
  }
}
