internal import ESSData
internal import ESSNumerics

/// How well recommendations find memberships that are there: each is hidden in turn, and its alliance ranked among those that the member
/// is not in.
///
/// The share of pairs of a hidden alliance and another one in which the hidden one scores higher, ties counting half: 0.5 is
/// chance. Beside it the same for the plain number of members, which any recommendation should beat.
public struct RecommendationTrial: Sendable {
  /// Memberships hidden.
  public let count: Int
  /// Mean share in which the hidden alliance scores higher; `nil` where nothing could be hidden.
  public let score: Double?
  /// Its standard error over hidden memberships.
  public let standardError: Double?
  /// The same share for the number of members.
  public let popularity: Double?

  /// Tries every presence of a territory of the frame that has another one; O(presences x territories x presences).
  public init(_ view: AllianceView) {
    let pattern = view.direct.pattern
    var scores: [Double] = []
    var popular: [Double] = []
    for territory in 0..<pattern.rows {
      let own = pattern.columns(ofRow: territory)
      guard own.count >= 2 else { continue }
      let near = AllianceRecommendation.neighbours(of: territory, in: view)?.territories ?? []
      for hidden in own {
        let trial = view.hiding(territory: territory, alliance: Int(hidden))
        let candidates = AllianceRecommendation(
          trial, to: .territory(territory), neighbours: near
        ).candidates
        guard let found = candidates.first(where: { $0.alliance == Int(hidden) }),
          candidates.count >= 2
        else { continue }
        let sizes = trial.direct.pattern.columnDegrees
        scores.append(Self.rank(of: found.score, among: candidates.map(\.score)))
        popular.append(
          Self.rank(
            of: Double(sizes[Int(hidden)]), among: candidates.map { Double(sizes[$0.alliance]) }))
      }
    }
    count = scores.count
    let n = Double(scores.count)
    let mean = scores.isEmpty ? nil : ExactSum(scores).value / n
    score = mean
    popularity = popular.isEmpty ? nil : ExactSum(popular).value / n
    standardError = mean.flatMap { mean in
      guard n >= 2 else { return nil }
      return (ExactSum(scores.map { ($0 - mean) * ($0 - mean) }).value / (n - 1) / n).squareRoot()
    }
  }

  /// The share of the others that a value is above, ties counting half; the value itself is among them once.
  private static func rank(of value: Double, among values: [Double]) -> Double {
    let below = values.count { $0 < value }
    let equal = values.count { $0 == value } - 1
    return (Double(below) + Double(equal) / 2) / Double(values.count - 1)
  }
}
