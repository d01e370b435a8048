public import ESSData

/// The territories nearest to a given one, with the indicators that keep them apart.
public struct TerritoryPeers: Sendable {
  /// A neighbour in the space of the indicators.
  public struct Peer: Sendable, Equatable {
    /// Its position in the table of the distance.
    public let territory: Int
    /// How far it is, and why.
    public let separation: TerritoryDistance.Separation
  }

  /// The territory asked about, by position in the table of the distance.
  public let territory: Int
  /// The nearest, the nearest first; equal distances in table order.
  public let peers: [Peer]
  /// The distance.
  public let distance: TerritoryDistance

  /// Finds the `count` territories that are nearest to one.
  ///
  /// - Throws: `DataError` for a territory that the table does not have or that lacks values, and for more peers than there are territories.
  public init(
    of territory: String, count: Int, _ distance: TerritoryDistance
  ) throws(DataError) {
    guard let own = distance.table.territories.firstIndex(of: territory) else {
      if distance.dropped.contains(territory) {
        throw .notIdentified("\(territory) lacks values of the indicators")
      }
      throw .unknownName(
        kind: "territory", name: territory, known: distance.table.territories)
    }
    let others = distance.table.territories.indices.filter { $0 != own }
    guard count <= others.count else {
      throw .notIdentified(
        "\(count) peers of \(territory) were asked for; there are \(others.count) other territories with values"
      )
    }
    let found = others.compactMap { other in
      distance.between(own, other).map { Peer(territory: other, separation: $0) }
    }
    guard count <= found.count else {
      throw .notIdentified(
        "\(territory) has an indicator in common with \(found.count) territories only; \(count) peers were asked for"
      )
    }
    self.territory = own
    self.distance = distance
    peers = Array(
      found.sorted {
        ($0.separation.distance, $0.territory) < ($1.separation.distance, $1.territory)
      }.prefix(count))
  }

  /// The rows of the result: each peer's distance, then the shares of the indicators in it.
  public var observations: [Observation] {
    let table = distance.table
    func row(
      _ id: String, _ peer: Peer, _ part: String, _ value: Double?, _ unit: String,
      note: String = ""
    ) -> Observation {
      Observation(
        territory: table.territories[territory], period: table.period,
        indicator: "territories." + id,
        component: table.territories[peer.territory] + (part.isEmpty ? "" : "/" + part),
        value: value, unit: unit, count: peer.separation.compared,
        status: max(table.status[territory], table.status[peer.territory]),
        method: distance.method, sources: table.sources.flatMap(\.self).distinct, note: note)
    }
    return peers.flatMap { peer in
      [
        row(
          "peer_distance", peer, "", peer.separation.distance, "statistic", note: distance.leftOut)
      ]
        + zip(distance.names, peer.separation.shares).map { name, share in
          row(
            "peer_share", peer, name, share, "ratio",
            note: share == nil ? "a cell is missing" : "")
        }
    }
  }
}
