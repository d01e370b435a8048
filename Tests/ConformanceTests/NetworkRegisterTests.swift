import ESSIndicators
import Testing

/// Case N14 of the network study, and section 5 of the alliance study by the network verbs.
@Suite struct NetworkRegisterTests {
  typealias Reference = ReferenceNetworks

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  private func table(_ header: String, _ rows: [[String]], _ name: String) throws -> CSVTable {
    let text = ([header] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n") + "\n"
    return try CSVTable(bytes: Array(text.utf8), file: name)
  }

  private func register(isolates: Bool = true) throws -> AllianceIncidence {
    let network = try AllianceTables(
      memberships: table("organisation,alliance", Reference.registerMemberships, "m.csv"),
      organisations: table(
        "organisation,territory,sector", Reference.registerOrganisations, "o.csv"),
      alliances: table("alliance,level", Reference.registerAlliances, "a.csv")
    ).network()
    return try AllianceIncidence(
      network, .init(selection: .init(scope: .all), keepsIsolates: isolates))
  }

  @Test func ties() throws {
    let incidence = try register()
    #expect(incidence.graph.rows == 24 && incidence.graph.columns == 8)
    #expect(incidence.graph.rowDegrees.count { $0 > 0 } == 16)
    let projection = Projection(incidence.graph)
    #expect(projection.graph.tieCount == 44 && projection.totalWeight == 50)
    let network = ActorNetwork(incidence, .organisations)
    let sector = try NetworkMixing(network, .init(attribute: "sector", permutations: 0))
    #expect(near(sector.unweighted.externalInternal, 0.6363636364))
    #expect(near(sector.mixing.externalInternal, 0.56))
    #expect(near(sector.unweighted.assortativity, -0.1532580997))
    let territory = try NetworkMixing(network, .init(attribute: "territory", permutations: 0))
    #expect(near(territory.unweighted.externalInternal, 0.5))
    #expect(near(territory.unweighted.assortativity, 0.0481809243))
  }

  @Test func bestCoverage() throws {
    let territories = Reference.registerTerritories
    let cover = NetworkKeyActors.Cover(
      territories: territories.map { $0[0] }, weights: territories.compactMap { Double($0[1]) },
      name: "population")
    let key = try NetworkKeyActors(
      register(), .init(mode: .alliances, size: 2, cover: cover, draws: 5))
    let one = try #require(key.coverage[0].exact)
    #expect(key.alliances[one.columns[0]].id == "A6" && one.optimalCount == 1)
    #expect(near(one.weight / key.coverable, 0.6489063376))
    let two = try #require(key.coverage[1].exact)
    #expect(two.optimalCount == 7 && near(two.weight / key.coverable, 0.7896803141))
    // Losing any one alliance costs nothing.
    let unique = try #require(key.places[.uniqueCoverage])
    #expect(unique.allSatisfy { $0.value == 0 && $0.rank == 1 })
  }

  /// Section 5 of the alliance study: 8 organisations, 5 alliances.
  private static let subset = IncidenceGraph(
    rows: 8, columns: 5, rowIndices: [0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 5, 6, 7],
    columnIndices: [0, 1, 0, 1, 1, 2, 2, 3, 4, 0, 3, 4, 3, 3])

  // Tests 1 and 2 (the study prints s = 3, 2, 2, 4, 2, which adds up to 13: CITIES has three members, as its Hill numbers and P say): margins, overlaps, co-membership C, and Newman's weights, whose row sums are d and whose total is 7.
  @Test func smallMatrices() {
    let subset = Self.subset
    #expect(subset.tieCount == 14)
    #expect(subset.rowDegrees == [2, 2, 2, 1, 2, 3, 1, 1])
    #expect(subset.columnDegrees == [3, 3, 2, 4, 2])
    let overlaps = Projection(subset.transposed).graph
    #expect((1..<5).map { overlaps.weight(from: 0, to: $0) } == [2, 0, 1, 1])
    let shared = Projection(subset)
    #expect(shared.pairCount == 12 && shared.totalWeight == 14)
    #expect(near(Double(shared.pairCount) / 28, 0.428571, 5e-7))
    let newman = Projection(subset, .init(weighting: .newman))
    #expect(zip(newman.graph.strengths, subset.rowDegrees).allSatisfy { near($0, Double($1)) })
    #expect(near(newman.totalWeight, 7))
  }

  // Test 3: singular values of B, eigenvalues of the Laplacian of A.
  @Test func smallSpectra() throws {
    let values = try #require(SingularValues(Self.subset.matrix)).values
    let singular = [2.497866, 2.109729, 1.449729, 0.917343, 0.605371]
    #expect(zip(values, singular).allSatisfy { near($0, $1, 5e-7) })
    #expect(near(values.reduce(0) { $0 + $1 * $1 }, 14))
    let graph = Projection(Self.subset).graph.unweighted
    let degrees = graph.degrees
    let laplacian = Matrix(rows: 8, columns: 8) { i, j in
      i == j ? Double(degrees[i]) : -graph.weight(from: i, to: j)
    }
    let eigenvalues = try #require(SymmetricEigen(laplacian)).values.sorted()
    let expected = [0, 0.474572, 1.369102, 4, 4, 4, 4, 6.156325]
    #expect(zip(eigenvalues, expected).allSatisfy { near($0, $1, 5e-7) })
  }

  @Test func smallSubset() throws {
    let graph = Projection(Self.subset).graph
    #expect(graph.tieCount == 12 && graph.totalWeight == 14)
    #expect(near(SpectralCentrality.spectralRadius(graph.unweighted), 3.365086, 5e-7))
    let vector = try #require(SpectralCentrality.eigenvector(graph.unweighted)).values
    let largest = try #require(vector.max())
    let expected = [0.583711, 0.583711, 0.380526, 0.113081, 0.732555, 1, 0.732555, 0.732555]
    #expect(zip(vector, expected).allSatisfy { near($0 / largest, $1, 5e-7) })
    let removal = NodeRemoval(graph).fragmentation
    let losses = [0, 0, 0.285714, 0, 0, 0.571429, 0, 0]
    #expect(zip(removal, losses).allSatisfy { near($0, $1, 5e-7) })
    for node in 0..<8 {
      #expect(near(removal[node], KeyPlayers.fragmentation(graph, without: [node]) ?? -1, 1e-12))
      let both = Graph(Self.subset)
      #expect(
        near(
          KeyPlayers.fragmentation(both, without: [node], counted: 0..<8),
          KeyPlayers.fragmentation(graph, without: [node]) ?? -1, 1e-12))
      #expect(
        near(
          KeyPlayers.reach(both, from: [node], counted: 0..<8).sum,
          KeyPlayers.reach(graph, from: [node]).sum, 1e-12))
    }
    // Removals counted by organisations, of alliances too, as taking each out gives them.
    let both = Graph(Self.subset)
    let counted = NodeRemoval(both, counted: 0..<8).fragmentation
    for node in 0..<13 {
      let without = KeyPlayers.fragmentation(both, without: [node], counted: 0..<8)
      #expect(near(counted[node], without ?? -1, 1e-15))
    }
    let inequality = CountInequality(Self.subset.rowDegrees)
    #expect(near(inequality.gini, 0.196429, 5e-7))
    let sizes = CountInequality(Self.subset.columnDegrees)
    #expect(near(sizes.hill[1], 4.826383, 5e-7) && near(sizes.hill[2], 14 / 3.0, 1e-12))
    let mixing = Mixing(graph, groups: [0, 0, 0, 0, 1, 1, 0, 0], count: 2)
    #expect(mixing.external == 6 && mixing.inner == 8)
    // Pairs of RIPESS and ICA share two alliances; of UNTFSSE's six pairs five share nothing else.
    #expect(Bridging(Self.subset).onlyHere == [2, 2, 1, 5, 0])
    #expect(Bridging(Self.subset).share(4) == 0)
  }

  /// Section 4 on the embedded data: every theme, tiers A and B.
  @Test func embeddedData() throws {
    let network = try Dataset("lac-covid").allianceNetwork()
    let options = AllianceIncidence.Options(selection: .init(scope: .all))
    let structure = try NetworkStructure(network, options, draws: 0, seed: 1)
    let direct = structure.sides[0]
    let federated = structure.sides[1]
    #expect(direct.incidence.graph.rows == 594 && direct.incidence.graph.columns == 70)
    #expect(near(direct.bipartite.density, 0.0161, 5e-5))
    let inequality = CountInequality(direct.incidence.graph.rowDegrees)
    #expect(near(inequality.gini, 0.1051, 5e-5))
    let sizes = [
      402, 38, 19, 19, 16, 16, 15, 13, 8, 7, 6, 6, 6, 6, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1,
    ]
    #expect(direct.components == sizes)
    #expect(
      federated.components == [500, 19, 16, 13, 8, 7, 6, 6, 6, 4, 3, 2, 1, 1, 1, 1])
    #expect(near(direct.fragmentation, 0.5334, 5e-5))
    #expect(near(federated.fragmentation, 0.2890, 5e-5))
    #expect(direct.bipartite.tiedPairs == 6912)
    let actors = ActorNetwork(direct.incidence, .organisations)
    let types = try NetworkMixing(
      actors, .init(attribute: "actor_type", permutations: 0))
    #expect(types.unweighted.external == 1521 && types.unweighted.inner == 6912 - 1521)
    #expect(types.convening?.convened == 1420 && types.convening?.pairs == 4103)
    // The same numbers without the ties.
    let view = try AllianceStudyTests.view(AllianceSelection(scope: .all))
    let sectors = SectorMixing(view, AllianceFigures(view))
    #expect(sectors.pairs?.convening == types.convening?.share)
    #expect(sectors.weightedConvening == types.convening?.weightedShare)
    let mixed = types.blau.compactMap(\.value)
    #expect(near(mixed.reduce(0, +) / Double(mixed.count), 0.1401, 5e-5))
    let sse = try NetworkMixing(actors, .init(attribute: "in_sse", permutations: 0))
    #expect(sse.mixing.external == 840 && sse.mixing.inner == 6108)
    let removal = NodeRemoval(actors.graph).fragmentation
    let whole = try #require(direct.fragmentation)
    let losses = zip(actors.ids, removal).map { ($0, ($1 ?? 0) - whole) }.sorted { $0.1 > $1.1 }
    let expected = [0.0937, 0.0699, 0.0444, 0.0400, 0.0379, 0.0358]
    #expect(zip(losses, expected).allSatisfy { near($0.1, $1, 5e-5) })
  }

  // The draws behind an index are the same whatever the number of threads.
  @Test func threadsDoNotMatter() throws {
    let incidence = try register()
    func rows() throws -> [Observation] {
      let actors = ActorNetwork(incidence, .organisations)
      return try NetworkStructure(
        incidence.network, .init(selection: .init(scope: .all)), draws: 12, seed: 5
      ).observations + NetworkCentrality(actors).observations
        + NetworkCommunities(actors, .init(runs: 4, seed: 2)).observations
        + NetworkMixing(actors, .init(attribute: "sector", permutations: 6, draws: 6)).observations
        + NetworkBrokerage(actors, by: "sector", draws: 6).observations
        + NetworkRobustness(actors, draws: 6, nullDraws: 6, seed: 3).observations
        + TieStructure(actors, draws: 6).observations
    }
    Parallel.setThreads(1)
    let one = try rows()
    Parallel.setThreads(3)
    let three = try rows()
    #expect(one == three)
    #expect(one.allSatisfy { Catalogue[$0.indicator] != nil })
  }

  @Test func refusals() throws {
    let incidence = try register()
    let actors = ActorNetwork(incidence, .organisations)
    #expect(throws: DataError.self) { try NetworkCentrality(actors, .init(alpha: 1)) }
    #expect(throws: DataError.self) { try actors.groups(by: "colour") }
    #expect(throws: DataError.self) { try NetworkAssociation.Term("triangle", of: actors) }
    #expect(throws: DataError.self) {
      try NetworkBackbone(actors, side: nil, .init(methods: [.sdsm]))
    }
    #expect(throws: DataError.self) {
      try NetworkKeyActors(incidence, .init(size: 25, draws: 0))
    }
  }
}
