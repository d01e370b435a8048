import ESSIndicators
import Testing

/// What must not change, or change in a known way, when a network is written down differently.
@Suite struct NetworkInvarianceTests {
  private static let rows: [Int32] = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6]
  private static let columns: [Int32] = [0, 1, 2, 0, 1, 1, 2, 3, 2, 3, 3, 4, 4, 5]
  private static let graph = IncidenceGraph(
    rows: 7, columns: 6, rowIndices: rows, columnIndices: columns)

  private func near(_ left: [Double?], _ right: [Double?], _ tolerance: Double = 1e-9) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { abs(($0 ?? -1) - ($1 ?? -1)) <= tolerance }
  }

  /// Every number of a projected network, node by node, then of the whole.
  private func measures(
    _ incidence: IncidenceGraph
  ) -> (nodes: [[Double?]], whole: [Double?]) {
    let graph = Projection(incidence).graph
    let paths = PathCentrality(graph)
    let holes = StructuralHoles(graph)
    let structure = BipartiteStructure(incidence)
    return (
      [
        graph.degrees.map(Double.init), graph.strengths, paths.betweenness, paths.harmonic,
        SpectralCentrality.eigenvector(graph)?.values ?? [], holes.constraint,
        holes.effectiveSize, graph.coreNumbers.map(Double.init),
      ],
      [
        structure.robinsAlexander, structure.nestedness.rows, structure.nestedness.columns,
        graph.clustering.transitivity, graph.assortativity(of: graph.degrees.map(Double.init)),
        Double(graph.tieCount), graph.totalWeight,
        Communities(graph, runs: 10, seed: 1).modularity,
      ]
    )
  }

  @Test func orderOfRowsIsNothing() {
    let order = KeyedRandom(seed: 3).permutation(Self.rows.count)
    let shuffled = IncidenceGraph(
      rows: 7, columns: 6, rowIndices: order.map { Self.rows[$0] },
      columnIndices: order.map { Self.columns[$0] })
    #expect(shuffled == Self.graph)
  }

  @Test func aRowGivenTwiceIsNothing() {
    let twice = IncidenceGraph(
      rows: 7, columns: 6, rowIndices: Self.rows + [2, 5], columnIndices: Self.columns + [3, 4])
    #expect(twice == Self.graph)
  }

  @Test func namesAreNothing() {
    let order = KeyedRandom(seed: 4).permutation(7)
    let renamed = IncidenceGraph(
      rows: 7, columns: 6, rowIndices: Self.rows.map { Int32(order[Int($0)]) },
      columnIndices: Self.columns)
    let (before, after) = (measures(Self.graph), measures(renamed))
    #expect(near(before.whole, after.whole))
    for (left, right) in zip(before.nodes, after.nodes) {
      let back: [Double?] = order.map { right[$0] }
      #expect(near(left, back))
    }
  }

  @Test func transposingTwiceIsNothing() {
    let back = Self.graph.transposed.transposed
    #expect(back == Self.graph)
    #expect(near(measures(back).whole, measures(Self.graph).whole))
  }

  // Density, shares of pairs, NODF of rows, closeness and PageRank divide by the number of nodes; nothing else may change.
  @Test func anIsolateChangesOnlyWhatDividesByNodes() {
    let more = IncidenceGraph(
      rows: 8, columns: 6, rowIndices: Self.rows, columnIndices: Self.columns)
    let (before, after) = (measures(Self.graph), measures(more))
    for (left, right) in zip(before.nodes, after.nodes) {
      #expect(near(left, Array(right.prefix(7))))
    }
    let unchanged = [0, 2, 3, 4, 5, 6, 7]
    let left: [Double?] = unchanged.map { before.whole[$0] }
    let right: [Double?] = unchanged.map { after.whole[$0] }
    #expect(near(left, right))
    #expect(after.nodes[5][7] == nil)
  }

  @Test func weightsTimesTen() {
    let graph = Projection(Self.graph).graph
    let list = graph.tieList
    let tenfold = Graph(
      nodes: 7, sources: list.sources, targets: list.targets, weights: list.weights.map { $0 * 10 })
    let strengths: [Double] = graph.strengths.map { $0 * 10 }
    #expect(near(tenfold.strengths, strengths))
    #expect(near(DisparityFilter(tenfold).alphas, DisparityFilter(graph).alphas))
    #expect(near(StructuralHoles(tenfold).constraint, StructuralHoles(graph).constraint))
    #expect(near(StructuralHoles(tenfold).hierarchy, StructuralHoles(graph).hierarchy))
    #expect(
      near(SpectralCentrality.pageRank(tenfold), SpectralCentrality.pageRank(graph), 1e-12))
    let groups: [Int32] = [0, 0, 0, 1, 1, 1, 1]
    let plain = Communities.modularity(graph, groups: groups)
    #expect(abs(Communities.modularity(tenfold, groups: groups) - plain) < 1e-12)
  }

  // Draws keep every margin; a graph that allows no trade stays as it is.
  @Test func drawsKeepMargins() {
    for draw in Curveball(Self.graph, seed: 9).map(draws: 20, { $0 }) {
      #expect(draw.rowDegrees == Self.graph.rowDegrees)
      #expect(draw.columnDegrees == Self.graph.columnDegrees)
    }
    let full = IncidenceGraph(
      rows: 2, columns: 2, rowIndices: [0, 0, 1, 1], columnIndices: [0, 1, 0, 1])
    #expect(Curveball(full, seed: 1).draw(0) == full)
    let empty = IncidenceGraph(rows: 3, columns: 0, rowIndices: [], columnIndices: [])
    #expect(Curveball(empty, seed: 1).draw(0) == empty)
  }

  // Without ties nothing is defined, and nothing stops.
  @Test func emptyNetworks() {
    for count in [0, 1, 3] {
      let graph = Graph(nodes: count, sources: [], targets: [])
      #expect(PathCentrality(graph).betweenness.allSatisfy { $0 == 0 })
      #expect(SpectralCentrality.eigenvector(graph) == nil && SpectralCentrality.hits(graph) == nil)
      #expect(graph.coreNumbers.allSatisfy { $0 == 0 })
      #expect(StructuralHoles(graph).constraint.allSatisfy { $0 == nil })
      #expect(Communities(graph, runs: 2, seed: 1).modularity == 0)
      #expect(graph.clustering.transitivity == nil)
      #expect(Components(graph).sizes.count == count)
    }
    #expect(BipartiteConfiguration(Self.graph) != nil)
  }
}
