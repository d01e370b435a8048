public import ESSNumerics

/// Alliances chosen one after the other so that each adds the most territories.
///
/// The choice covers at least 1 - 1/e of what the best choice of as many alliances does (Nemhauser, Wolsey and Fisher
/// 1978); `bound` is the tighter limit from the data: whatever was chosen after j steps, k alliances cannot add
/// more than the k largest gains that were possible then. Cost: O(ones + steps x (alliances + steps)).
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

  /// The steps, until no alliance adds anything or as many as were asked for.
  public let steps: [Step]

  /// Chooses from the columns of a presence (territories x alliances); the first column wins a tie.
  public init(_ presence: IncidenceGraph, steps limit: Int = .max) {
    var gains = presence.columnDegrees
    let most = min(limit, gains.count { $0 > 0 })
    var isCovered = [Bool](repeating: false, count: presence.rows)
    var covered = 0
    var chosen: [(alliance: Int, covered: Int)] = []
    // For each k the least limit from the states after up to k steps.
    var bounds = [Int](repeating: presence.rows, count: most)
    func tighten() {
      var sum = covered
      for (k, gain) in gains.sorted(by: >).prefix(most).enumerated() {
        sum += gain
        if k + 1 >= chosen.count { bounds[k] = min(bounds[k], sum) }
      }
    }
    while chosen.count < most {
      tighten()
      guard let best = gains.max(), best > 0, let first = gains.firstIndex(of: best) else { break }
      for territory in presence.rows(ofColumn: first) where !isCovered[Int(territory)] {
        isCovered[Int(territory)] = true
        covered += 1
        for alliance in presence.columns(ofRow: Int(territory)) { gains[Int(alliance)] -= 1 }
      }
      chosen.append((first, covered))
    }
    tighten()
    steps = chosen.enumerated().map { index, choice in
      Step(alliance: choice.alliance, covered: choice.covered, bound: bounds[index])
    }
  }
}
