internal import ESSData
internal import ESSNumerics

/// What a group of alliances, such as those for research, adds to how organisations hang together.
public struct NetworkGain: Sendable {
  /// A group of alliances by what they are about.
  public enum Group: String, Sendable, CaseIterable {
    /// Research and knowledge transfer.
    case knowledge
    /// Cooperatives among themselves: their representation, and those of workers.
    case intercooperation

    /// The themes of its alliances.
    public var themes: Set<String> {
      switch self {
      case .knowledge: ["research", "knowledge_transfer"]
      case .intercooperation: ["worker_cooperatives", "cooperative_representation"]
      }
    }
  }

  /// The group.
  public let group: Group
  /// Its alliances that have a member, by position.
  public let alliances: [Int]
  /// Organisations in any of them.
  public let organisations: Int
  /// Territories of the frame present in any of them, by position.
  public let territories: [Int]
  /// Rise of fragmentation without them, on the same organisations: never below zero; `nil` for fewer than two organisations.
  public let gain: Double?
  /// Share of the pairs that share one of them and no other alliance; `nil` where none shares one, or there are too many pairs.
  public let bridging: Double?

  /// Measures a group; O(relations) and the pairs in the same alliance.
  public init(_ view: AllianceView, _ figures: AllianceFigures, group: Group) {
    self.group = group
    let members = figures.alliances.filter {
      group.themes.contains(view.network.alliances[$0].theme)
    }
    let isMember = Set(members)
    alliances = members
    let incidence = figures.incidence
    organisations = (0..<incidence.rows).count { row in
      incidence.columns(ofRow: row).contains { isMember.contains(Int($0)) }
    }
    let pattern = view.direct.pattern
    territories = (0..<pattern.rows).filter { row in
      pattern.columns(ofRow: row).contains { isMember.contains(Int($0)) }
    }
    gain = figures.fragmentation.flatMap { whole in
      figures.fragmentation(without: isMember).map { $0 - whole }
    }
    bridging = Self.bridging(incidence, isMember)
  }

  private static func bridging(_ incidence: IncidenceGraph, _ isMember: Set<Int>) -> Double? {
    let visits = incidence.columnDegrees.reduce(0) { $0 + $1 * $1 }
    guard visits <= MeetingPairs.most else { return nil }
    var inside = [Int32](repeating: -1, count: incidence.rows)
    var outside = [Int32](repeating: -1, count: incidence.rows)
    var joined = 0
    var both = 0
    for first in 0..<incidence.rows {
      let mark = Int32(first)
      for alliance in incidence.columns(ofRow: first) {
        let isInside = isMember.contains(Int(alliance))
        for second in incidence.rows(ofColumn: Int(alliance)) where second > mark {
          let other = Int(second)
          let wasBoth = inside[other] == mark && outside[other] == mark
          if isInside, inside[other] != mark {
            inside[other] = mark
            joined += 1
          } else if !isInside {
            outside[other] = mark
          }
          if !wasBoth, inside[other] == mark, outside[other] == mark { both += 1 }
        }
      }
    }
    return joined > 0 ? Double(joined - both) / Double(joined) : nil
  }
}
