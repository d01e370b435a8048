/// The comparisons of two groups that a static two-way coefficient is the weighted mean of.
///
/// Goodman-Bacon (2021), *Journal of Econometrics* 225, 254-277, theorem 1, for a balanced panel.
public struct BaconDecomposition: Sendable {
  /// What kind of comparison.
  public enum Kind: String, Sendable, CaseIterable {
    /// A treated group against units never treated.
    case treatedVersusNever = "treated-vs-never"
    /// A group against one not treated yet.
    case earlierVersusLater = "earlier-vs-later"
    /// A group against one treated already: biased where effects change over time.
    case laterVersusEarlier = "later-vs-earlier"
    /// A group against units treated throughout.
    case treatedVersusAlways = "treated-vs-always"
  }

  /// A comparison.
  public struct Comparison: Sendable {
    /// First period of treatment of the group whose effect it estimates.
    public let treated: String
    /// First period of treatment of the group in the place of the control, or `never`.
    public let control: String
    /// What kind.
    public let kind: Kind
    /// Its difference in differences.
    public let effect: Double
    /// Its weight; all add up to 1.
    public let weight: Double
  }

  /// The comparisons, by group.
  public let comparisons: [Comparison]

  /// Their weighted mean: the static coefficient.
  public var effect: Double { comparisons.reduce(0) { $0 + $1.weight * $1.effect } }

  /// Weight and mean effect of one kind.
  public func total(_ kind: Kind) -> (weight: Double, effect: Double?) {
    let found = comparisons.filter { $0.kind == kind }
    let weight = found.reduce(0) { $0 + $1.weight }
    let sum = found.reduce(0) { $0 + $1.weight * $1.effect }
    return (weight, weight > 0 ? sum / weight : nil)
  }

  /// `nil` for a panel that is not balanced, or has no two groups; `timing` is the place on the axis of a unit's first treatment.
  init?(_ grid: OutcomeGrid, timing: (String) -> Int?) {
    guard !grid.values.contains(where: \.isNaN) else { return nil }
    let width = grid.periods.count
    var members: [Int: [Int]] = [:]
    for (position, unit) in grid.units.enumerated() {
      let ordinal = timing(unit) ?? .max
      let first = grid.axis.ordinals.firstIndex { $0 >= ordinal } ?? width
      members[first, default: []].append(position)
    }
    let groups = members.keys.sorted()
    guard groups.count > 1 else { return nil }
    let means = groups.map { group -> [Double] in
      let units = members[group] ?? []
      return (0..<width).map { t in
        units.reduce(0.0) { $0 + grid[$1, t] } / Double(units.count)
      }
    }
    let shares = groups.map { Double(members[$0]?.count ?? 0) / Double(grid.units.count) }
    let treatedShares = groups.map { Double(width - $0) / Double(width) }
    func mean(_ series: [Double], _ range: Range<Int>) -> Double {
      range.reduce(0) { $0 + series[$1] } / Double(range.count)
    }
    func difference(_ series: [Double], _ before: Range<Int>, _ after: Range<Int>) -> Double {
      mean(series, after) - mean(series, before)
    }
    func label(_ group: Int) -> String { group < width ? grid.periods[group] : "never" }
    var list: [Comparison] = []
    for early in groups.indices {
      for late in groups.indices where late > early {
        let (k, l) = (groups[early], groups[late])
        let (dk, dl) = (treatedShares[early], treatedShares[late])
        let both = shares[early] + shares[late]
        let part = shares[early] / both
        if k > 0 {
          let weight =
            both * (1 - dl) * both * (1 - dl) * part * (1 - part) * (dk - dl) / (1 - dl)
            * (1 - dk) / (1 - dl)
          list.append(
            Comparison(
              treated: label(k), control: label(l),
              kind: l == width ? .treatedVersusNever : .earlierVersusLater,
              effect: difference(means[early], 0..<k, k..<l)
                - difference(means[late], 0..<k, k..<l), weight: weight))
        }
        if l < width {
          let weight =
            both * dk * both * dk * part * (1 - part) * dl / dk * (dk - dl) / dk
          list.append(
            Comparison(
              treated: label(l), control: label(k),
              kind: k == 0 ? .treatedVersusAlways : .laterVersusEarlier,
              effect: difference(means[late], k..<l, l..<width)
                - difference(means[early], k..<l, l..<width), weight: weight))
        }
      }
    }
    // The weights are shares of the variance of treatment within units and periods, which is their sum.
    let variance = list.reduce(0) { $0 + $1.weight }
    guard variance > 0 else { return nil }
    comparisons = list.map {
      Comparison(
        treated: $0.treated, control: $0.control, kind: $0.kind, effect: $0.effect,
        weight: $0.weight / variance)
    }
  }
}
