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

  /// Every measure of a network by name: of each organisation, of each alliance, and of the whole.
  private struct Measures {
    var nodes: [String: [Double?]] = [:]
    var columns: [String: [Double?]] = [:]
    var whole: [String: Double?] = [:]

    /// Measures of the ties alone; `groups` are those of the nodes.
    init(_ graph: Graph, groups: [Int]) {
      let paths = PathCentrality(graph)
      let holes = StructuralHoles(graph)
      let hits = SpectralCentrality.hits(graph)
      let filter = DisparityFilter(graph)
      let mixing = Mixing(graph, groups: groups, count: 3)
      let roles = BrokerageRoles(graph, groups: groups)
      nodes = [
        "degree": graph.degrees.map(Double.init), "strength": graph.strengths,
        "betweenness": paths.betweenness, "closeness": paths.closeness,
        "harmonic": paths.harmonic, "core": graph.coreNumbers.map(Double.init),
        "eigenvector": SpectralCentrality.eigenvector(graph)?.values ?? [],
        "pagerank": SpectralCentrality.pageRank(graph), "hub": hits?.hubs ?? [],
        "authority": hits?.authorities ?? [],
        "katz": SpectralCentrality.katz(graph.unweighted, alpha: 0.1) ?? [],
        "constraint": holes.constraint, "effective size": holes.effectiveSize,
        "efficiency": holes.efficiency, "hierarchy": holes.hierarchy,
        "kpp negative": NodeRemoval(graph).fragmentation,
        "kpp positive": (0..<graph.nodeCount).map {
          KeyPlayers.reach(graph, from: [$0]).sum
        },
        "brokerage": roles.nodes.map { $0.last.map { Double($0.value) } },
        "disparity": (0..<graph.nodeCount).map { node in
          graph.ties(of: node).reduce(0) { $0 + filter.alphas[$1] }
        },
      ]
      let communities = Communities(graph, runs: 10, seed: 1)
      let components = Components(graph)
      whole = [
        "transitivity": graph.clustering.transitivity, "local": graph.clustering.meanLocal,
        "triangles": Double(graph.clustering.triangles),
        "cliques": MaximalCliques(graph).map { Double($0.count) },
        "degree assortativity": graph.assortativity(of: graph.degrees.map(Double.init)),
        "ties": Double(graph.tieCount), "total weight": graph.totalWeight,
        "modularity": communities.modularity, "fragmentation": components.fragmentation,
        "components": Double(components.sizes.count),
        "degree centralisation": Centralisation.degree(graph),
        "betweenness centralisation": paths.normalisedBetweenness.flatMap(
          Centralisation.betweenness),
        "external internal": mixing.externalInternal, "assortativity": mixing.assortativity,
        "expected external internal": mixing.expectedExternalInternal,
        "brokerage, coordinators": roles.network.first.map { Double($0.value) },
        "gini": CountInequality(graph.degrees).gini,
        "hill": CountInequality(graph.degrees).hill[1],
        "spectral radius": SpectralCentrality.spectralRadius(graph),
        "least disparity": filter.alphas.min(),
        "qap": MatrixPermutation.correlation(
          DyadMatrix(graph),
          DyadMatrix(nodes: graph.nodeCount, isSymmetric: true) {
            groups[$0] == groups[$1] ? 1 : 0
          }, permutations: 1, seed: 1)?.statistic,
      ]
    }

    /// Those of the projection, and of the two sides.
    init(_ incidence: IncidenceGraph, groups: [Int]) {
      self.init(Projection(incidence).graph, groups: groups)
      let structure = BipartiteStructure(incidence)
      let bridging = Bridging(incidence)
      let removal = NodeRemoval(Graph(incidence), counted: 0..<incidence.rows)
      columns = [
        "bridging": (0..<incidence.columns).map(bridging.share),
        "members": incidence.columnDegrees.map(Double.init),
        "fragmentation without": Array(removal.fragmentation.dropFirst(incidence.rows)),
      ]
      let shared = Projection(incidence).graph
      var hypergeometric = 0.0
      var stochastic = 0.0
      let configuration = BipartiteConfiguration(incidence)
      for i in 0..<incidence.rows {
        for j in (i + 1)..<max(incidence.rows, i + 1) {
          hypergeometric += incidence.hypergeometricTail(i, j)
          let count = Int(shared.weight(from: i, to: j))
          stochastic += count > 0 ? configuration?.upperTail(i, j, shared: count) ?? 0 : 0
        }
      }
      let ones = [Double](repeating: 1, count: incidence.rows)
      let weights: [TieWeighting] = [.newman, .jaccard, .overlap, .cosine, .hypergeometric]
      let more: [String: Double?] = [
        "density": structure.density, "robins alexander": structure.robinsAlexander,
        "latapy rows": structure.latapyRows, "latapy columns": structure.latapyColumns,
        "nestedness rows": structure.nestedness.rows,
        "nestedness columns": structure.nestedness.columns,
        "nestedness": structure.nestedness.total, "tied pairs": Double(structure.tiedPairs),
        "barber": Communities(bipartite: incidence, runs: 10, seed: 1).modularity,
        "hypergeometric tails": hypergeometric, "stochastic tails": stochastic,
        "coverage of two": MaximumCoverage(exact: incidence, weights: ones, size: 2)?.weight,
        "largest singular value": SingularValues(incidence.matrix)?.values.first,
      ]
      whole.merge(more) { $1 }
      for weighting in weights {
        whole[weighting.name] = Projection(incidence, .init(weighting: weighting)).totalWeight
      }
    }
  }

  private static let groups = [0, 0, 1, 1, 2, 2, 0]

  /// Names of the measures that differ, those of `except` left out; `back` brings nodes into the order of the first.
  private func differing(
    _ before: Measures, _ after: Measures, except: Set<String> = [],
    back: ([Double?]) -> [Double?] = { $0 }, columns: ([Double?]) -> [Double?] = { $0 }
  ) -> [String] {
    let nodes = before.nodes.filter { !near($0.value, back(after.nodes[$0.key] ?? []), 1e-8) }
    let sides = before.columns.filter {
      !near($0.value, columns(after.columns[$0.key] ?? []), 1e-8)
    }
    let whole = before.whole.filter {
      !near([$0.value], [after.whole[$0.key] ?? nil], 1e-8)
    }
    let names = Array(nodes.keys) + Array(sides.keys) + Array(whole.keys)
    return names.filter { !except.contains($0) }.sorted()
  }

  // The graph is the same, and with it every measure, which is a function of the graph.
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
    let columnOrder = KeyedRandom(seed: 5).permutation(6)
    let renamed = IncidenceGraph(
      rows: 7, columns: 6, rowIndices: Self.rows.map { Int32(order[Int($0)]) },
      columnIndices: Self.columns.map { Int32(columnOrder[Int($0)]) })
    var groups = Self.groups
    for (node, place) in order.enumerated() { groups[place] = Self.groups[node] }
    let before = Measures(Self.graph, groups: Self.groups)
    #expect(before.nodes.count == 19 && before.columns.count == 3 && before.whole.count == 39)
    let found = differing(
      before, Measures(renamed, groups: groups),
      back: { right in order.map { right[$0] } },
      columns: { right in columnOrder.map { right[$0] } })
    #expect(found == [])
  }

  @Test func transposingTwiceIsNothing() {
    let back = Self.graph.transposed.transposed
    #expect(back == Self.graph)
    let weighted = IncidenceGraph(
      rows: 7, columns: 6, rowIndices: Self.rows, columnIndices: Self.columns,
      weights: Self.rows.map { 0.5 + Double($0) })
    #expect(weighted.transposed.transposed == weighted)
  }

  // What divides by the number of nodes or of pairs changes, and the count of parts; nothing else may.
  @Test func anIsolateChangesOnlyWhatDividesByNodes() {
    let more = IncidenceGraph(
      rows: 8, columns: 6, rowIndices: Self.rows, columnIndices: Self.columns)
    let (before, after) = (
      Measures(Self.graph, groups: Self.groups), Measures(more, groups: Self.groups + [1])
    )
    let dividing: Set<String> = [
      "betweenness centralisation", "closeness", "cliques", "components", "degree centralisation",
      "density", "expected external internal", "fragmentation", "fragmentation without", "gini",
      "hypergeometric tails", "katz", "kpp negative", "latapy rows", "local", "nestedness",
      "nestedness rows", "pagerank", "qap",
    ]
    let found = differing(before, after, except: dividing, back: { Array($0.prefix(7)) })
    #expect(found == [])
    // The isolate itself: nothing of what needs ties, 0 of what counts them.
    #expect(after.nodes["constraint"]?.last == .some(nil))
    #expect(after.nodes["degree"]?.last == 0 && after.nodes["betweenness"]?.last == 0)
  }

  // Weights times ten: strengths and sums are ten times as large, nothing else changes.
  @Test func weightsTimesTen() {
    let graph = Projection(Self.graph).graph
    let list = graph.tieList
    let tenfold = Graph(
      nodes: 7, sources: list.sources, targets: list.targets, weights: list.weights.map { $0 * 10 })
    let (before, after) = (
      Measures(graph, groups: Self.groups), Measures(tenfold, groups: Self.groups)
    )
    let scaling: Set<String> = ["strength", "total weight", "spectral radius"]
    #expect(differing(before, after, except: scaling) == [])
    let strengths: [Double] = graph.strengths.map { $0 * 10 }
    #expect(near(tenfold.strengths, strengths) && tenfold.totalWeight == graph.totalWeight * 10)
    let radius = (before.whole["spectral radius"] ?? nil) ?? 0
    #expect(near([after.whole["spectral radius"] ?? nil], [10 * radius]))
    // Weights of memberships: a projection scales with their square, its cosines not at all.
    func memberships(_ factor: Double) -> IncidenceGraph {
      IncidenceGraph(
        rows: 7, columns: 6, rowIndices: Self.rows, columnIndices: Self.columns,
        weights: Self.rows.map { factor * (1 + Double($0)) })
    }
    let (one, ten) = (memberships(1), memberships(10))
    #expect(
      near([Projection(ten).totalWeight], [100 * Projection(one).totalWeight], 1e-6))
    let cosines = [one, ten].map { Projection($0, .init(weighting: .cosine)).totalWeight }
    #expect(near([cosines[0]], [cosines[1]]))
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
