internal import ESSData

/// The marks of every territory of a frame under one selection and reach.
public struct CoverageMarks: Sendable {
  /// What was selected.
  public let selection: AllianceSelection
  /// How far membership reaches.
  public let reach: AlliancePresence.Reach
  /// 1 where any alliance is present.
  public let covered: [Double]
  /// Number of alliances present.
  public let depth: [Double]
  /// 1 where a local or regional organisation is in any alliance.
  public let localAnchor: [Double]
  /// 1 where an alliance of national level is present.
  public let national: [Double]
  /// 1 where an alliance of continental or international level is present.
  public let supranational: [Double]
  /// 1 where an alliance of the level is present, in the order of `AllianceLevel`.
  public let byLevel: [[Double]]

  init(
    _ presence: AlliancePresence, _ selection: AllianceSelection,
    _ reach: AlliancePresence.Reach
  ) {
    self.selection = selection
    self.reach = reach
    let bits = presence.levels.map { AllianceLevel(word: $0)?.bit ?? 0 }
    let pattern = presence.pattern
    // For each territory the set of the levels present.
    let found = (0..<pattern.rows).map { territory in
      pattern.columns(ofRow: territory).reduce(UInt8(0)) { $0 | bits[Int($1)] }
    }
    func marks(_ levels: [AllianceLevel]) -> [Double] {
      let wanted = levels.reduce(0) { $0 | $1.bit }
      return found.map { $0 & wanted == 0 ? 0 : 1 }
    }
    depth = presence.depth
    covered = depth.map { $0 > 0 ? 1 : 0 }
    localAnchor = presence.hasLocalOrganisation.map { $0 ? 1 : 0 }
    national = marks([.national])
    supranational = marks([.continental, .international])
    byLevel = AllianceLevel.allCases.map { marks([$0]) }
  }

  /// `scope/reach`, the first parts of components.
  public var name: String { "\(selection.name)/\(reach.rawValue)" }

  /// Mean of the three marks of each territory.
  public var breadth: [Double] {
    covered.indices.map { (localAnchor[$0] + national[$0] + supranational[$0]) / 3 }
  }

  /// 1 where all three marks are there.
  public var levelComplete: [Double] {
    covered.indices.map { localAnchor[$0] * national[$0] * supranational[$0] }
  }

  /// 1 where a local organisation and an alliance beyond the country are both there.
  public var localAndSupranational: [Double] {
    covered.indices.map { localAnchor[$0] * supranational[$0] }
  }

  /// The probability that at least one alliance is left in each territory if each fails with the same probability,
  /// independently: 1 - q^depth, 0 without an alliance.
  public func survival(failure: Double) -> [Double] {
    depth.map { depth in
      var lost = 1.0
      for _ in 0..<Int(depth) {
        lost *= failure
        if lost == 0 { break }
      }
      return depth > 0 ? 1 - lost : 0
    }
  }
}
