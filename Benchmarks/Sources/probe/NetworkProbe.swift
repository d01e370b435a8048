import ESSIndicators

/// Parts of the network verbs on a memberships file, timed from within: one line a task, tab-separated, for the suite that times the peers.
enum NetworkProbe {
  /// `probe network FILE THREADS`: FILE is a CSV table of memberships.
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let threads = Int(arguments[1]) else {
      print("usage: probe network MEMBERSHIPS.csv THREADS")
      return
    }
    Parallel.setThreads(threads)
    var read: AllianceNetwork?
    report(
      "read CSV",
      try Timing.measure {
        read = try AllianceTables(memberships: CSVTable(path: arguments[0])).network()
      }, "")
    guard let network = read else { return }
    let rows = network.memberships.map { Int32($0.organisation) }
    let columns = network.memberships.map { Int32($0.alliance) }
    func incidence() -> IncidenceGraph {
      IncidenceGraph(
        rows: network.organisations.count, columns: network.alliances.count, rowIndices: rows,
        columnIndices: columns)
    }
    let graph = incidence()
    let build = Timing.compare(rounds: 5, [{ _ = incidence() }])
    report("build incidence", build[0], "\(graph.tieCount) ties")
    let turned = graph.transposed
    var alliances = Projection(turned)
    let counts = Timing.compare(rounds: 5, [{ alliances = Projection(turned) }])
    report("alliance counts", counts[0], "\(alliances.graph.tieCount) ties")
    var organisations: Projection?
    let options = Projection.Options(minimum: 2)
    let streamed = Timing.compare(rounds: 3, [{ organisations = Projection(graph, options) }])
    report("organisations, weight 2", streamed[0], "\(organisations?.graph.tieCount ?? 0) ties")
    let dense = Projection(turned, .init(minimum: 3)).graph
    var paths: PathCentrality?
    report(
      "betweenness", Timing.measure { paths = PathCentrality(dense.unweighted) },
      "\(dense.tieCount) ties, first \(paths?.betweenness[0] ?? 0)")
    // Runs of one seed differ by more than libraries do: the mean of twenty.
    var qualities: [Double] = []
    let leiden = Timing.measure {
      qualities = (1...20 as ClosedRange<UInt64>).map {
        Communities(dense, runs: 1, seed: $0).modularity
      }
    }
    report(
      "Leiden, a run of 20", (wall: leiden.wall / 20, cpu: leiden.cpu / 20),
      "modularity mean \(qualities.reduce(0, +) / 20), best \(qualities.max() ?? 0)")
    let curveball = Curveball(graph, seed: 1)
    report(
      "20 curveball draws", Timing.measure { _ = curveball.map(draws: 20) { $0.tieCount } }, "")
  }

  private static func report(
    _ task: String, _ time: (wall: Double, cpu: Double), _ note: String
  ) {
    print("\(task)\t\(time.wall)\t\(time.cpu)\t\(note)")
  }

  private static func report(
    _ task: String, _ time: (least: Double, median: Double), _ note: String
  ) {
    print("\(task)\t\(time.least)\t\(time.median)\t\(note)")
  }
}
