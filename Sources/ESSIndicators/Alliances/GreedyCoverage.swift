public import ESSNumerics

/// Alliances chosen one after the other so that each adds the most territories.
///
/// The choice covers at least 1 - 1/e of what the best choice of as many alliances does (Nemhauser, Wolsey and Fisher
/// 1978); `bound` is the tighter limit from the data: whatever was chosen after j steps, k alliances cannot add
/// more than the k largest gains that were possible then. Cost: O(steps x territories x alliances).
public struct GreedyCoverage: Sendable, Equatable {
  /// One step.
  public struct Step: Sendable, Equatable {
    /// Position of the alliance chosen.
    public let alliance: Int
    /// Territories covered by all alliances chosen so far.
    public let covered: Int
    /// No choice of as many alliances covers more than this.
    public let bound: Int
  }

  /// The steps, until no alliance adds anything.
  public let steps: [Step]

  /// Chooses from the columns of a presence matrix (territories x alliances); the first column wins a tie.
  public init(_ presence: Matrix) {
    var isCovered = [Bool](repeating: false, count: presence.rows)
    var chosen: [(alliance: Int, covered: Int)] = []
    // Before each step: territories covered, and the gains possible then, largest first.
    var states: [(covered: Int, gains: [Int])] = []
    while true {
      let gains = (0..<presence.columns).map { alliance in
        zip(presence.column(alliance), isCovered).count { $0 > 0 && !$1 }
      }
      let covered = isCovered.count { $0 }
      states.append((covered, gains.sorted(by: >)))
      guard let most = gains.max(), most > 0, let first = gains.firstIndex(of: most) else { break }
      for (territory, mark) in presence.column(first).enumerated() where mark > 0 {
        isCovered[territory] = true
      }
      chosen.append((first, covered + most))
    }
    steps = chosen.enumerated().map { index, choice in
      let bound = states[...(index + 1)].map { state in
        state.covered + state.gains.prefix(index + 1).reduce(0, +)
      }.min()
      return Step(
        alliance: choice.alliance, covered: choice.covered,
        bound: min(bound ?? presence.rows, presence.rows))
    }
  }
}
