import ESSNumerics
import Testing

/// Cases N2, N7, N10 and N12 of the network study: communities, brokers, backbones, removals.
@Suite struct NetworkGroupTests {
  typealias Reference = ReferenceNetworks

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  // N2: the two factions.
  @Test func factions() {
    let groups = Reference.karateFactions
    let numbers = groups.map(Int32.init)
    #expect(near(Communities.modularity(Reference.karate, groups: numbers), 0.3582347140))
    #expect(near(Communities.modularity(Reference.karateWeighted, groups: numbers), 0.3914375668))
    let mixing = Mixing(Reference.karate, groups: groups, count: 2)
    #expect(mixing.external == 11 && mixing.inner == 67)
    #expect(mixing.matrix[0, 0] == 70 && mixing.matrix[1, 1] == 64)
    #expect(near(mixing.externalInternal, -0.7179487179))
    #expect(near(mixing.assortativity, 0.7175308642))
    // Two groups of 17: a pair is inside one with probability 2 x 17 x 16 / (34 x 33).
    #expect(near(mixing.expectedExternalInternal, 1 - 2 * 544 / 1122.0))
  }

  // N2: the optima are proven by integer programme.
  @Test(arguments: [Communities.Method.leiden, .louvain])
  func optimalModularity(_ method: Communities.Method) {
    let plain = Communities(Reference.karate, method: method, runs: 20, seed: 1)
    let weighted = Communities(Reference.karateWeighted, method: method, runs: 20, seed: 1)
    #expect(plain.runs.allSatisfy { $0 <= 0.4197896121 + 1e-9 })
    #expect(weighted.runs.allSatisfy { $0 <= 0.4449035813 + 1e-9 })
    guard method == .leiden else { return }
    #expect(near(plain.modularity, 0.4197896121) && plain.sizes.count == 4)
    #expect(near(weighted.modularity, 0.4449035813) && weighted.sizes.count == 4)
    #expect(plain.sizes == plain.sizes.sorted(by: >))
    #expect(plain == Communities(Reference.karate, runs: 20, seed: 1))
  }

  // Found by the fuzzer: ties there and back count twice, also where all weights are 1. By hand: of five ties two each are inside {0, 1} and
  // {2, 3}, which send 3 and 2 and receive 2 and 3: Q = (4 - (3 x 2 + 2 x 3) / 5) / 5 (Leicht and Newman 2008). Node 0 of 0 <-> 1 and 0 -> 2
  // has two thirds and one third of its ties with contacts that are not tied: its constraint is 4/9 + 1/9 (Burt 1992).
  @Test func tiesThereAndBack() {
    let graph = Graph(
      nodes: 4, sources: [0, 1, 2, 3, 1], targets: [1, 0, 3, 2, 2], isDirected: true)
    #expect(near(Communities.modularity(graph, groups: [0, 0, 1, 1]), 0.32))
    let found = Communities(graph, runs: 5, seed: 1)
    #expect(found.groups == [0, 0, 1, 1] && near(found.modularity, 0.32))
    let star = Graph(nodes: 3, sources: [0, 1, 0], targets: [1, 0, 2], isDirected: true)
    #expect(near(StructuralHoles(star).constraint[0], 5 / 9.0))
    #expect(star.undirected.weight(from: 0, to: 1) == 2)
  }

  // Found by the fuzzer: 1, 2 and 3 send to 0 and 0 sends to 4. Neither of 1 and 2 loses by staying with the other after 0 has left them:
  // no division is better than single nodes, whose modularity is 0, but groups of Leiden's are connected (Traag and others 2019).
  @Test func groupsOfLeidenAreConnected() {
    let graph = Graph(nodes: 6, sources: [1, 2, 0, 3], targets: [0, 0, 4, 0], isDirected: true)
    for seed in 1...6 {
      let found = Communities(graph, runs: 2, seed: UInt64(seed))
      #expect(found.modularity == 0)
      for group in found.sizes.indices where found.sizes[group] > 1 {
        #expect(found.groups[0] == Int32(group), "all ties are of node 0")
      }
    }
  }

  // Hubert and Arabie: identical divisions agree fully, one group against single nodes not at all.
  @Test func agreement() {
    let same = PartitionAgreement([0, 0, 1, 1], [1, 1, 0, 0])
    #expect(near(same.normalisedMutualInformation, 1) && same.adjustedRand == 1)
    let none = PartitionAgreement([0, 0, 1, 1], [0, 1, 0, 1])
    #expect(near(none.normalisedMutualInformation, 0) && near(none.adjustedRand, -0.5))
  }

  // N7: Gould and Fernandez, groups by wealth up to 27, 28 to 48, from 49.
  @Test func brokers() throws {
    let groups = Reference.wealth.map { $0 <= 27 ? 0 : $0 <= 48 ? 1 : 2 }
    let roles = BrokerageRoles(Reference.marriage, groups: groups)
    let rows: [(String, [Int])] = [
      ("Medici", [0, 8, 5, 5, 10, 28]), ("Guadagni", [0, 12, 0, 0, 0, 12]),
      ("Strozzi", [0, 2, 1, 1, 4, 8]), ("Albizzi", [0, 0, 2, 2, 2, 6]),
      ("Bischeri", [0, 0, 0, 0, 4, 4]), ("Castellani", [0, 4, 0, 0, 0, 4]),
    ]
    for (name, counts) in rows {
      let node = try #require(Reference.familyNames.firstIndex(of: name))
      #expect(roles.nodes[node].map(\.value) == counts)
    }
    #expect(roles.network.map(\.value) == [0, 30, 9, 9, 28, 76])
    let expected = [6.1111111111, 17.2222222222, 17.2222222222, 17.2222222222, 20, 77.7777777778]
    #expect(zip(roles.network, expected).allSatisfy { near($0.expected, $1) })
    // Exact under independent ties, by covariance enumeration; those of R's sna differ in four of the six.
    let deviations = [
      3.6823458260, 7.0239888776, 6.3043929423, 6.3043929423, 7.4659721899, 21.6690407056,
    ]
    #expect(zip(roles.network, deviations).allSatisfy { near($0.deviation, $1, 1e-8) })
    let z = [
      -1.6595701219, 1.8191625870, -1.3042052260, -1.3042052260, 1.0715282346, -0.0820422926,
    ]
    #expect(zip(roles.network, z).allSatisfy { near($0.z, $1, 1e-8) })
    let medici = try #require(Reference.familyNames.firstIndex(of: "Medici"))
    #expect(near(roles.nodes[medici][5].z, 5.2565406412))
  }

  // N7: directed as listed, two groups; a liaison is impossible and has no z.
  @Test func brokersDirected() throws {
    let graph = Reference.graph(
      Reference.marriageTies, nodes: Reference.familyNames, isDirected: true)
    let roles = BrokerageRoles(graph, groups: Reference.wealth.map { $0 < 36 ? 0 : 1 })
    let medici = try #require(Reference.familyNames.firstIndex(of: "Medici"))
    let guadagni = try #require(Reference.familyNames.firstIndex(of: "Guadagni"))
    #expect(roles.nodes[medici].map(\.value) == [2, 2, 4, 1, 0, 9])
    #expect(roles.nodes[guadagni].map(\.value) == [0, 4, 0, 0, 0, 4])
    #expect(roles.network.map(\.value) == [2, 9, 4, 1, 0, 16])
    #expect(roles.network[4].z == nil)
  }

  // N10: the disparity filter and how many ties it keeps.
  @Test func disparity() {
    let filter = DisparityFilter(Reference.karateWeighted)
    let rows: [(Int, Int, Double)] = [
      (26, 32, 0.25), (32, 26, 0.1316872428), (33, 34, 0.2118525890), (34, 33, 0.1720423996),
      (1, 2, 0.2228510031), (2, 1, 0.3050254568),
    ]
    for (i, j, alpha) in rows { #expect(near(filter.alpha(from: i - 1, to: j - 1), alpha)) }
    let alphas = filter.perTie()
    #expect([0.05, 0.1, 0.2, 0.3].map { level in alphas.count { $0 < level } } == [0, 0, 4, 18])
    #expect(near(alphas.min(), 0.1316872428))
  }

  // N12: removal by degree and by betweenness, at the start.
  @Test func removals() {
    let graph = Reference.karate
    let degree = RemovalCurve(
      graph, order: RemovalCurve.order(byFalling: graph.degrees.map(Double.init)))
    #expect(degree.order.prefix(6).map { $0 + 1 } == [34, 1, 33, 3, 2, 4])
    let byDegree = [
      0.9705882353, 0.7647058824, 0.5882352941, 0.2941176471, 0.2352941176, 0.2352941176,
    ]
    #expect(zip(degree.shares, byDegree).allSatisfy { near($0, $1) })
    #expect(near(degree.mean, 0.1418685121))
    let between = RemovalCurve(
      graph, order: RemovalCurve.order(byFalling: PathCentrality(graph).betweenness))
    #expect(between.order.prefix(6).map { $0 + 1 } == [1, 34, 33, 3, 32, 9])
    let byBetweenness = [
      0.7941176471, 0.7647058824, 0.5882352941, 0.2941176471, 0.2941176471, 0.2647058824,
    ]
    #expect(zip(between.shares, byBetweenness).allSatisfy { near($0, $1) })
    #expect(near(between.mean, 0.1453287197))
  }

  // N12: sets of key players.
  @Test func keyPlayers() {
    let graph = Reference.karate
    #expect(near(KeyPlayers.fragmentation(graph, without: [0]), 0.3162878788))
    #expect(near(KeyPlayers.fragmentation(graph, without: [0, 1]), 0.4233870968))
    #expect(near(KeyPlayers.fragmentation(graph, without: [0, 32, 33]), 0.5698924731))
    #expect(near(KeyPlayers.distanceFragmentation(graph, without: [0]), 0.6415404040))
    #expect(near(KeyPlayers.distanceFragmentation(graph, without: [0, 1]), 0.6844086022))
    #expect(near(KeyPlayers.reach(graph, from: [33]).sum, 23.25))
    let two = KeyPlayers.best(of: 34, size: 2) { KeyPlayers.reach(graph, from: $0).sum }
    #expect(two.nodes == [0, 33] && near(two.score, 30.5) && two.isExact)
    #expect(KeyPlayers.reach(graph, from: [0, 33]).neighbours == 29)
  }
}
