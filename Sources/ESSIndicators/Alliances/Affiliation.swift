internal import ESSNumerics

/// How many of the organisations that the input lists are in an alliance that counts.
public struct Affiliation: Sendable, Equatable {
  /// Organisations listed in each territory of the frame.
  public let listed: [Int]
  /// Those of them that are in an alliance.
  public let affiliated: [Int]
  /// All organisations listed, in the frame or not.
  public let organisations: Int
  /// Those of them that are in an alliance.
  public let members: Int
  /// Organisations by the number of levels of their alliances, from none to four.
  public let byLevels: [Int]

  /// Counts; O(relations + organisations).
  public init(_ view: AllianceView) {
    let network = view.network
    let bits = network.alliances.map { AllianceLevel(word: $0.level)?.bit ?? 0 }
    var isMember = [Bool](repeating: false, count: network.organisations.count)
    var levels = [UInt8](repeating: 0, count: network.organisations.count)
    for row in view.relations.rows {
      let organisation = view.table.organisation(row)
      isMember[organisation] = true
      levels[organisation] |= bits[view.table.alliance(row)]
    }
    var listed = [Int](repeating: 0, count: view.frame.territories.count)
    var affiliated = listed
    for (organisation, territory) in view.places.territory.enumerated() where territory >= 0 {
      listed[Int(territory)] += 1
      if isMember[organisation] { affiliated[Int(territory)] += 1 }
    }
    self.listed = listed
    self.affiliated = affiliated
    organisations = isMember.count
    members = isMember.count { $0 }
    var byLevels = [Int](repeating: 0, count: AllianceLevel.allCases.count + 1)
    for set in levels { byLevels[set.nonzeroBitCount] += 1 }
    self.byLevels = byLevels
  }

  /// Share of a territory's organisations that are in an alliance; `nil`, not 0, where none is listed.
  public func penetration(_ territory: Int) -> Double? {
    listed[territory] > 0 ? Double(affiliated[territory]) / Double(listed[territory]) : nil
  }

  /// The same over several territories together.
  public func penetration(of territories: [Int]) -> Double? {
    let all = territories.reduce(0) { $0 + listed[$1] }
    return all > 0 ? Double(territories.reduce(0) { $0 + affiliated[$1] }) / Double(all) : nil
  }

  /// Share of all organisations that are in an alliance; `nil` where none is listed.
  public var share: Double? {
    organisations > 0 ? Double(members) / Double(organisations) : nil
  }
}
