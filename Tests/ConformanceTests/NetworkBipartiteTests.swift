import ESSNumerics
import Testing

/// Cases N8 and N11 of the network study: the Southern women, and draws with given margins.
@Suite struct NetworkBipartiteTests {
  private let davis = ReferenceNetworks.davis

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  private func woman(_ name: String) throws -> Int {
    try #require(ReferenceNetworks.women.firstIndex(of: name))
  }

  @Test func margins() {
    #expect(davis.tieCount == 89)
    #expect(Array(davis.rowDegrees.prefix(8)) == [8, 7, 8, 7, 4, 4, 4, 3])
    #expect(davis.columnDegrees == [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3])
  }

  // N8: the largest singular values of the incidence; the sum of their squares is the number of ties.
  @Test func singularValues() throws {
    let values = try #require(SingularValues(davis.matrix)).values
    for (value, expected) in zip(values, [6.7419081249, 4.3800982969, 2.4472608443]) {
      #expect(near(value, expected))
    }
    #expect(near(values.reduce(0) { $0 + $1 * $1 }, 89))
  }

  // vegan 2.6-4 for NODF; NetworkX 3.6.1 for the clustering coefficients.
  @Test func structure() {
    let structure = BipartiteStructure(davis)
    #expect(near(structure.density, 0.3531746032))
    #expect(near(structure.robinsAlexander, 0.4677640604))
    #expect(near(structure.latapyRows, 0.3171399238))
    #expect(near(structure.nestedness.rows, 48.2057267351))
    #expect(near(structure.nestedness.columns, 49.2124542125))
    #expect(near(structure.nestedness.total, 48.5811865730))
    #expect(BipartiteStructure(davis.transposed).nestedness.rows == structure.nestedness.columns)
  }

  @Test func projections() throws {
    let women = Projection(davis)
    #expect(women.pairCount == 139 && women.totalWeight == 322 && women.graph.tieCount == 139)
    #expect(PairStatistics(davis).pairsByShared.dropFirst() == [44, 49, 22, 15, 1, 7, 1, 0])
    let events = Projection(davis.transposed)
    #expect(events.pairCount == 66 && events.totalWeight == 214)
    for (least, ties) in zip(1...7, [139, 95, 46, 24, 9, 8, 1]) {
      let kept = Projection(davis, .init(minimum: Double(least)))
      #expect(kept.graph.tieCount == ties && kept.pairCount == 139)
    }
    let newman = Projection(davis, .init(weighting: .newman)).graph
    let jaccard = Projection(davis, .init(weighting: .jaccard)).graph
    let configuration = try #require(BipartiteConfiguration(davis))
    let rows: [(String, String, [Double])] = [
      ("Evelyn", "Theresa", [7, 1.4868797869, 0.7777777778, 0.0163170163, 0.1866880686]),
      ("Evelyn", "Laura", [6, 1.5626373626, 0.6666666667, 0.0512820513, 0.2682000551]),
      ("Sylvia", "Katherina", [6, 1.6178321678, 0.8571428571, 0.0023310023, 0.0935130146]),
      ("Olivia", "Flora", [2, 0.4242424242, 1, 0.0109890110, 0.0883723462]),
    ]
    for (one, other, row) in rows {
      let (i, j) = (try woman(one), try woman(other))
      #expect(women.graph.weight(from: i, to: j) == row[0])
      #expect(near(newman.weight(from: i, to: j), row[1]))
      #expect(near(jaccard.weight(from: i, to: j), row[2]))
      #expect(near(davis.hypergeometricTail(i, j), row[3]))
      #expect(near(configuration.upperTail(i, j, shared: Int(row[0])), row[4]))
    }
    let evelyn = try woman("Evelyn")
    #expect(near(configuration.probability(row: evelyn, column: 7), 0.9333824926))
    #expect(near(configuration.probability(row: try woman("Olivia"), column: 8), 0.3627940907))
  }

  // The heaviest ties of each row, kept if either end keeps them: all of those that one of 18 rows has.
  @Test func heaviestTies() throws {
    let all = Projection(davis).graph
    let kept = Projection(davis, .init(mostPerRow: 2)).graph
    for row in 0..<18 {
      let heaviest = all.ties(of: row).map { (all.weight(at: $0), -Int(all.neighbours[$0])) }
        .sorted(by: >).prefix(2)
      for (weight, other) in heaviest {
        #expect(kept.weight(from: row, to: -other) == weight)
        #expect(kept.weight(from: -other, to: row) == weight)
      }
    }
    #expect(kept.tieCount <= 36)
    #expect(Projection(davis, .init(mostPerRow: 2)).totalWeight == 322)
  }

  // Any diagonal: with 1/(s-1) it is Newman's, with 1 the count, with the weights of the graph their product.
  @Test func diagonals() {
    let newman = Projection(davis, .init(weighting: .newman))
    let diagonal = davis.columnDegrees.map { 1 / Double($0 - 1) }
    #expect(Projection(davis, .init(weighting: .diagonal(diagonal))).graph == newman.graph)
    let ones = [Double](repeating: 1, count: 14)
    #expect(Projection(davis, .init(weighting: .diagonal(ones))).graph == Projection(davis).graph)
    // Newman's row sums are the numbers of columns with two rows or more.
    let sums = newman.graph.strengths
    #expect(zip(sums, davis.rowDegrees).allSatisfy { abs($0 - Double($1)) < 1e-12 })
    let weighted = IncidenceGraph(
      rows: 2, columns: 2, rowIndices: [0, 0, 1, 1], columnIndices: [0, 1, 0, 1],
      weights: [0.5, 1, 3, 4])
    #expect(Projection(weighted).graph.weight(from: 0, to: 1) == 5.5)
    #expect(Projection(weighted, .init(weighting: .cosine)).graph.weight(from: 0, to: 1) == 1)
    #expect(Projection(weighted, .init(weighting: .overlap)).graph.weight(from: 0, to: 1) == 1)
  }

  // Pairs below a level by what is held fixed: the contrast that the study asks to publish.
  @Test func significance() throws {
    let configuration = try #require(BipartiteConfiguration(davis))
    var hypergeometric: [Double] = []
    var independent: [Double] = []
    let shared = Projection(davis).graph
    for i in 0..<18 {
      for j in (i + 1)..<18 {
        hypergeometric.append(davis.hypergeometricTail(i, j))
        independent.append(
          configuration.upperTail(i, j, shared: Int(shared.weight(from: i, to: j))))
      }
    }
    #expect(hypergeometric.count { $0 < 0.05 } == 17 && independent.count { $0 < 0.05 } == 0)
    #expect(hypergeometric.count { $0 < 0.10 } == 32 && independent.count { $0 < 0.10 } == 2)
  }

  // Borgatti and Everett's normalisations, NetworkX 3.6.1.
  @Test func normalisedCentralities() throws {
    let paths = PathCentrality(Graph(davis))
    let women = BipartiteNormalisation(own: 18, other: 14)
    let events = BipartiteNormalisation(own: 14, other: 18)
    let evelyn = try woman("Evelyn")
    #expect(near(women.degree(Double(davis.rowDegrees[evelyn])), 0.5714285714))
    #expect(
      near(
        women.closeness(farness: paths.farness[evelyn], reached: paths.reached[evelyn]), 0.8))
    #expect(near(women.betweenness(paths.betweenness[evelyn]), 0.0965847211))
    #expect(near(events.betweenness(paths.betweenness[18 + 7]), 0.2438194623))
    #expect(near(women.betweenness(paths.betweenness[try woman("Nora")]), 0.1134613620))
  }

  @Test func barberModularity() {
    let groups = (0..<32).map { $0 < 9 || (18..<26).contains($0) ? Int32(0) : 1 }
    #expect(near(Communities.modularity(bipartite: davis, groups: groups), 0.3183941422))
    let found = Communities(bipartite: davis, runs: 5, seed: 1)
    #expect(found.modularity >= 0.3183941422 - 1e-9)
    #expect(found.modularity == Communities.modularity(bipartite: davis, groups: found.groups))
  }

  @Test func maximumCoverage() throws {
    let ones = [Double](repeating: 1, count: 18)
    for (size, covered) in [(1, 14.0), (2, 17), (3, 18)] {
      let best = try #require(MaximumCoverage(exact: davis, weights: ones, size: size))
      #expect(best.weight == covered)
      let greedy = MaximumCoverage(greedy: davis, weights: ones, size: size)
      #expect(greedy.columns == Array([7, 8, 2].prefix(size)) && greedy.weight == covered)
      #expect(greedy.bound >= best.weight)
    }
  }

  // N15: greedy takes C and then A, the best choice is A and B.
  @Test func greedyIsNotOptimal() throws {
    let graph = IncidenceGraph(
      rows: 6, columns: 3, rowIndices: [0, 1, 4, 2, 3, 5, 0, 1, 2, 3],
      columnIndices: [0, 0, 0, 1, 1, 1, 2, 2, 2, 2])
    let weights: [Double] = [5, 5, 5, 5, 4, 4]
    let greedy = MaximumCoverage(greedy: graph, weights: weights, size: 2)
    #expect(greedy.columns == [2, 0] && greedy.weight == 24)
    let best = try #require(MaximumCoverage(exact: graph, weights: weights, size: 2))
    #expect(best.columns == [0, 1] && best.weight == 28 && best.optimalCount == 1)
    #expect(near(greedy.weight / best.weight, 0.8571428571))
    #expect(greedy.bound == 28)
  }

  // N11: 90 tables of 4 x 4 with all margins 2; the draws must not differ from equal shares at p = 0.001 (89 degrees of freedom: 135.98).
  @Test func drawsAreUniform() {
    let cells: [(Int32, Int32)] = (0..<4).flatMap { i in [0, 1].map { (i, (i + $0) % 4) } }
    let graph = IncidenceGraph(
      rows: 4, columns: 4, rowIndices: cells.map { $0.0 }, columnIndices: cells.map { $0.1 })
    let draws = Curveball(graph, tradesPerRow: 8, seed: 7).map(draws: 9_000) { $0.rowColumns }
    var counts: [[Int32]: Int] = [:]
    for draw in draws { counts[draw, default: 0] += 1 }
    #expect(counts.count == 90)
    let square = counts.values.reduce(0.0) { $0 + (Double($1) - 100) * (Double($1) - 100) / 100 }
    #expect(square < 135.98)
  }

  // N11: 117 tables; means over all of them by enumeration, held to four standard errors of the draws.
  @Test func drawsHaveTheMeansOfAllTables() {
    let rows: [Int32] = [0, 0, 0, 1, 1, 2, 2, 3]
    let graph = IncidenceGraph(
      rows: 4, columns: 5, rowIndices: rows, columnIndices: [0, 1, 2, 0, 1, 2, 3, 4])
    #expect(graph.rowDegrees == [3, 2, 2, 1] && graph.columnDegrees == [2, 2, 2, 1, 1])
    let values = Curveball(graph, seed: 3).map(draws: 4_000) { draw -> [Double] in
      let first = Set(draw.columns(ofRow: 0))
      let overlap = draw.columns(ofRow: 1).count { first.contains($0) }
      return [
        Double(overlap), overlap >= 2 ? 1 : 0, BipartiteStructure(draw).nestedness.total ?? 0,
      ]
    }
    for (k, expected) in [0.8717948718, 0.1282051282, 24.8397435897].enumerated() {
      let column = values.map { $0[k] }
      let mean = column.reduce(0, +) / 4_000
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3_999
      #expect(abs(mean - expected) < 4 * (variance / 4_000).squareRoot())
    }
  }
}
