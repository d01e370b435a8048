internal import ESSData

/// Whose memberships carry federated reach: the mean number of alliances that territories reach, directly or through alliances that
/// belong to alliances, by the memberships of the players alone.
///
/// A path needs all who hold its parts, so that this game has no closed form. Memory of a state: a byte for each territory and alliance.
struct FederatedDepthGame: CoalitionGame {
  /// What a player brings: presences of territories in alliances, and alliances' memberships in alliances.
  struct Player: Sendable {
    var presences: [(territory: Int32, alliance: Int32)] = []
    var ties: [(member: Int32, alliance: Int32)] = []
  }

  private let players: [Player]
  private let territories: Int
  private let alliances: Int
  private var isReached: [Bool]
  /// For each alliance those that it belongs to by the players' ties.
  private var above: [[Int32]]
  private var reached = 0

  init(_ players: [Player], territories: Int, alliances: Int) {
    self.players = players
    self.territories = territories
    self.alliances = alliances
    isReached = Array(repeating: false, count: territories * alliances)
    above = Array(repeating: [], count: alliances)
  }

  var playerCount: Int { players.count }

  var value: Double { territories == 0 ? 0 : Double(reached) / Double(territories) }

  mutating func add(_ player: Int) {
    for (territory, alliance) in players[player].presences { reach(Int(territory), Int(alliance)) }
    for (member, alliance) in players[player].ties {
      above[Int(member)].append(alliance)
      for territory in 0..<territories where isReached[territory * alliances + Int(member)] {
        reach(territory, Int(alliance))
      }
    }
  }

  private mutating func reach(_ territory: Int, _ alliance: Int) {
    var open = [alliance]
    while let next = open.popLast() {
      guard !isReached[territory * alliances + next] else { continue }
      isReached[territory * alliances + next] = true
      reached += 1
      open += above[next].map(Int.init)
    }
  }
}

extension AllianceView {
  /// The organisations that bring a presence or a tie, and what they bring.
  func federationPlayers() -> (organisations: [Int], players: [FederatedDepthGame.Player]) {
    var players = [FederatedDepthGame.Player?](repeating: nil, count: network.organisations.count)
    let embodied = AllianceNesting.embodied(network)
    for row in relations.rows {
      let organisation = table.organisation(row)
      let alliance = Int32(table.alliance(row))
      let territory = places.territory[organisation]
      let member = embodied[organisation]
      let isTie =
        member >= 0 && AllianceNesting.relations.contains(network.memberships[Int(row)].relation)
      guard territory >= 0 || isTie else { continue }
      var player = players[organisation] ?? FederatedDepthGame.Player()
      if territory >= 0 { player.presences.append((territory, alliance)) }
      if isTie { player.ties.append((member, alliance)) }
      players[organisation] = player
    }
    let organisations = players.indices.filter { players[$0] != nil }
    return (organisations, organisations.compactMap { players[$0] })
  }
}
