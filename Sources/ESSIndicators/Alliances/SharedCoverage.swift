internal import ESSNumerics

/// How a territory's coverage is shared among those who bring it.
///
/// A territory is covered as soon as one player is there, so that in the Shapley value all who are there share it equally: exact for any
/// number of players. A territory is complete when three marks are there, which players bring together:
/// v(S) = product over marks j of (1 - 1[S has nobody with j]) = sum over sets J of marks of (-1)^|J| 1[S has nobody with any mark of J], and
/// in each term those with a mark of J share equally. Cost: O(ones).
struct SharedCoverage {
  /// Where players are present; territories x players.
  let pattern: IncidenceGraph
  /// The marks that a player brings to a territory, as bits 1 (local), 2 (national) and 4 (supranational).
  let marks: (_ territory: Int, _ player: Int) -> UInt8

  /// Territories in which a player is alone.
  var unique: [[Int]] {
    var result = [[Int]](repeating: [], count: pattern.columns)
    for territory in 0..<pattern.rows {
      let players = pattern.columns(ofRow: territory)
      if players.count == 1, let only = players.first { result[Int(only)].append(territory) }
    }
    return result
  }

  /// Shapley values of the weighted number of covered territories.
  func coverage(_ weight: (Int) -> Double) -> [Double] {
    var values = [Double](repeating: 0, count: pattern.columns)
    for territory in 0..<pattern.rows {
      let players = pattern.columns(ofRow: territory)
      let share = weight(territory) / Double(players.count)
      for player in players { values[Int(player)] += share }
    }
    return values
  }

  /// Shapley values of the weighted number of territories that have all three marks.
  func completeness(_ weight: (Int) -> Double) -> [Double] {
    var values = [Double](repeating: 0, count: pattern.columns)
    for territory in 0..<pattern.rows {
      let players = pattern.columns(ofRow: territory)
      let bits = players.map { marks(territory, Int($0)) }
      guard bits.reduce(0, |) == 7 else { continue }
      for set in UInt8(1)...7 {
        let holders = bits.count { $0 & set != 0 }
        let sign = set.nonzeroBitCount % 2 == 1 ? 1.0 : -1
        let share = sign * weight(territory) / Double(holders)
        for (player, own) in zip(players, bits) where own & set != 0 {
          values[Int(player)] += share
        }
      }
    }
    return values
  }

  /// For each player the territories that are complete and would not be without it.
  var decisive: [[Int]] {
    var result = [[Int]](repeating: [], count: pattern.columns)
    for territory in 0..<pattern.rows {
      let players = pattern.columns(ofRow: territory)
      let bits = players.map { marks(territory, Int($0)) }
      guard bits.reduce(0, |) == 7 else { continue }
      let alone = [UInt8(1), 2, 4].filter { mark in bits.count { $0 & mark != 0 } == 1 }
      for (player, own) in zip(players, bits) where alone.contains(where: { own & $0 != 0 }) {
        result[Int(player)].append(territory)
      }
    }
    return result
  }
}
