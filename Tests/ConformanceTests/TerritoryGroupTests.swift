import ESSIndicators
import Testing

/// Peers and clusters of the 49 neighbourhoods of Columbus by crime, house value and income.
@Suite(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
struct TerritoryGroupTests {
  private typealias Reference = TerritoryReference

  private static let names = ["crime", "hoval", "inc"]

  private static func columbus() throws -> TerritoryTable {
    try TerritoryTable(Reference.table("columbus.csv"), territory: "id", variables: names)
  }

  // The three nearest to unit 1 and the shares of the nearest: numpy, and SciPy's cdist with metrics euclidean, mahalanobis and cityblock.
  @Test func distances() throws {
    let table = try Self.columbus()
    let own = table.territories[0]
    let expected: [(TerritoryDistance.Kind, [(String, Double)], [Double])] = [
      (
        .euclidean,
        [("46", 0.3209760251522916), ("10", 1.7376765098542595), ("9", 1.781848575822521)],
        [0.02244210735181, 0.54284177166502, 0.43471612098317]
      ),
      (
        .robust,
        [("46", 0.3786512711927327), ("10", 1.7790158021381752), ("9", 2.068946386782322)],
        [0.00965581742711, 0.63006765589568, 0.36027652667721]
      ),
      (
        .mahalanobis,
        [("46", 0.3324149271475542), ("24", 1.606539889557878), ("9", 1.6235712179978161)],
        [0.09310192454007, 0.48368468276589, 0.42321339269404]
      ),
      (
        .manhattan,
        [("46", 0.49620162663208744), ("23", 2.315737692946014), ("2", 2.426175431131979)],
        [0.09690500955737, 0.47659671060851, 0.42649827983412]
      ),
      (
        .gower,
        [("46", 0.03757577190035826), ("23", 0.18032286493533944), ("2", 0.18868372405706457)],
        []
      ),
    ]
    for (kind, nearest, shares) in expected {
      let distance = try TerritoryDistance(
        table, variables: Self.names, kind: kind, missing: .complete)
      let peers = try TerritoryPeers(of: own, count: 3, distance).peers
      #expect(peers.map { table.territories[$0.territory] } == nearest.map(\.0), "\(kind)")
      for (peer, value) in zip(peers, nearest) {
        #expect(Reference.isNear(peer.separation.distance, value.1, 1e-10), "\(kind)")
      }
      let own = peers[0].separation.shares.compactMap(\.self)
      for (share, value) in zip(own, shares) { #expect(Reference.isNear(share, value, 1e-9)) }
      #expect(abs(own.reduce(0, +) - 1) < 1e-14)
    }
    // Gower's with a category of three values in turn: numpy.
    let turns = (0..<49).map { ["p", "q", "r"][$0 % 3] }
    let mixed = TerritoryTable(
      territories: table.territories, variables: table.variables, values: table.values,
      groupings: ["kind"], groups: [turns])
    let gower = try TerritoryDistance(
      mixed, variables: Self.names, categories: ["kind"], kind: .gower, missing: .complete)
    let peers = try TerritoryPeers(of: own, count: 3, gower).peers
    #expect(peers.map { table.territories[$0.territory] } == ["46", "40", "10"])
    for (peer, value) in zip(
      peers, [0.028181828925268694, 0.1576950124037071, 0.17300704168541697])
    {
      #expect(Reference.isNear(peer.separation.distance, value, 1e-10))
    }
  }

  @Test func missingCells() throws {
    // z scores of (0, 2, 4) are -1, 0, 1; y of b is missing.
    let table = TerritoryTable(
      territories: ["a", "b", "c"], variables: ["x", "y"],
      values: Matrix(rows: 3, columns: 2, elements: [0, 2, 4, 1, .nan, 3]))
    let complete = try TerritoryDistance(
      table, variables: ["x", "y"], kind: .euclidean, missing: .complete)
    #expect(complete.dropped == ["b"] && complete.table.territories == ["a", "c"])
    // Only x is compared, scaled up to two indicators: the root of 2.
    let available = try TerritoryDistance(
      table, variables: ["x", "y"], kind: .euclidean, missing: .available)
    let pair = try #require(available.between(0, 1))
    #expect(Reference.isNear(pair.distance, 2.0.squareRoot(), 1e-15))
    #expect(pair.shares == [1, nil] && pair.compared == 1)
    let median = try TerritoryDistance(
      table, variables: ["x", "y"], kind: .manhattan, missing: .median)
    #expect(median.imputed == 1)
    #expect(Reference.isNear(median.between(0, 1)?.distance, 2, 1e-15))
    #expect(throws: DataError.self) {
      try TerritoryDistance(table, variables: ["x", "y"], kind: .mahalanobis, missing: .available)
    }
    #expect(throws: DataError.self) { try TerritoryPeers(of: "a", count: 3, available) }
    #expect(throws: DataError.self) { try TerritoryPeers(of: "z", count: 1, available) }
    #expect(throws: DataError.self) { try TerritoryPeers(of: "b", count: 1, complete) }
  }

  // SciPy's linkage(method="ward") of the z scores (n - 1), fcluster and scikit-learn's silhouette_score.
  @Test func wardTree() throws {
    let clusters = try TerritoryClusters(Self.columbus(), .init(variables: Self.names))
    let heights = try #require(clusters.tree).merges.map(\.height)
    let last = [
      2.78111628181337, 3.55692988252724, 4.59923852892958, 5.38693267081226, 5.81437550654186,
      11.91798460749418,
    ]
    for (height, expected) in zip(heights.suffix(6), last) {
      #expect(Reference.isNear(height, expected, 1e-12))
    }
    #expect(Reference.isNear(heights.reduce(0, +), 66.88519831804143, 1e-12))
    let silhouettes = [
      0.417378645584388, 0.36351862540957647, 0.3222367676528947, 0.3496641839363771,
    ]
    for (cut, expected) in zip(clusters.cuts, silhouettes) {
      #expect(Reference.isNear(cut.silhouette?.mean, expected, 1e-12))
    }
    #expect(clusters.suggested == 2 && clusters.chosen.count == 2)
    let first = clusters.chosen.labels.count { $0 == 0 }
    #expect([first, 49 - first].sorted() == [20, 29])
    // Half the squared height of the last merge is what the inertia loses from one cluster to two: 48 * 3 less that.
    let lost = 11.91798460749418 * 11.91798460749418 / 2
    #expect(Reference.isNear(clusters.cuts[0].inertia, 144 - lost, 1e-12))
    // k-means finds no worse clusters than the tree.
    var options = TerritoryClusters.Options(variables: Self.names)
    options.method = .kMeans
    let means = try TerritoryClusters(Self.columbus(), options)
    for (a, b) in zip(means.cuts, clusters.cuts) { #expect(a.inertia <= b.inertia * (1 + 1e-12)) }
    options.count = 60
    #expect(throws: DataError.self) { try TerritoryClusters(Self.columbus(), options) }
  }
}
