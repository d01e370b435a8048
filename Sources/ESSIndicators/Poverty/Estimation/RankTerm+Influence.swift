extension RankTerm {
  /// The derivative of the number with respect to the weight of each record.
  ///
  /// `value` is the number itself, `bandwidth` that of the density at a quantile.
  func influence(
    _ cell: RankedCell, value: Double, bandwidth: DensityBandwidth
  ) -> [Double] {
    switch self {
    case .gini: return Self.giniInfluence(cell, value)
    case .quantile(let share, _):
      let density = WelfareDensity(cell, bandwidth).total(at: value)
      guard density > 0 else { return Array(repeating: 0, count: cell.count) }
      return cell.values.map { ((value < $0 ? 0 : 1) - share) / -density }
    case .lorenz(let share):
      return Self.partialInfluence(cell, share) { $0 }
    case .gaps(let share, let line):
      return Self.partialInfluence(cell, share) { Self.gap($0, line) }
    case .poorDistance(let line): return Self.distanceInfluence(cell, line)
    case .largerGap(let line): return Self.gapInfluence(cell, line)
    // What a shift of the quantile moves is the mean welfare around it times the density, and the density cancels.
    case .below(let share, let rule):
      let cut = RankTerm.quantile(share, rule).value(cell)
      let moved = WelfareDensity(cell, bandwidth).mean(at: cut)
      return cell.values.map { $0 <= cut ? $0 - moved * (1 - share) : moved * share }
    case .above(let share, let rule):
      let cut = RankTerm.quantile(share, rule).value(cell)
      let moved = WelfareDensity(cell, bandwidth).mean(at: cut)
      return cell.values.map { $0 > cut ? $0 - moved * share : moved * (1 - share) }
    }
  }

  /// The derivative with respect to the line; `density` is that at the line times the sum of weights.
  func slope(_ cell: RankedCell, density: Double) -> Double {
    let (values, weights) = (cell.values.span, cell.weights.span)
    switch self {
    case .gaps(let share, let line):
      return Self.partial(cell, share) { line.isPoor($0) ? $0 / (line.z * line.z) : 0 }.sum
    case .poorDistance(let line):
      return density * Self.sum(cell) { line.isPoor($0) ? line.z - $0 : 0 }
    case .largerGap(let line):
      var total = 0.0
      for i in 0..<cell.count { total += weights[i] }
      var (people, sum) = (0.0, 0.0)
      for i in 0..<cell.lowerCount(where: line.isPoor) {
        people += weights[i]
        sum +=
          weights[i] * (2 * (total - people) + weights[i]) * values[i] / (line.z * line.z)
      }
      return sum
    default: return 0
    }
  }

  /// z_k = sum_j w_j |y_k - y_j| / (W S) - G (1 / W + y_k / S).
  private static func giniInfluence(_ cell: RankedCell, _ gini: Double) -> [Double] {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var (total, welfare) = (0.0, 0.0)
    for i in 0..<cell.count {
      total += weights[i]
      welfare += weights[i] * values[i]
    }
    var (people, below) = (0.0, 0.0)
    return (0..<cell.count).map { i in
      people += weights[i]
      below += weights[i] * values[i]
      let distance = values[i] * (2 * people - total) + welfare - 2 * below
      return distance / (total * welfare) - gini * (1 / total + values[i] / welfare)
    }
  }

  private static func partialInfluence(
    _ cell: RankedCell, _ share: Double, _ function: (Double) -> Double
  ) -> [Double] {
    let (_, cut, atCut) = partial(cell, share, function)
    var index = 0
    return cell.values.map { y in
      defer { index += 1 }
      return share * atCut + (index < cut ? function(y) - atCut : 0)
    }
  }

  private static func distanceInfluence(_ cell: RankedCell, _ line: FixedLine) -> [Double] {
    let (values, weights) = (cell.values.span, cell.weights.span)
    let poor = cell.lowerCount(where: line.isPoor)
    var (total, welfare) = (0.0, 0.0)
    for i in 0..<poor {
      total += weights[i]
      welfare += weights[i] * values[i]
    }
    var (people, below) = (0.0, 0.0)
    var influence = [Double](repeating: 0, count: cell.count)
    for i in 0..<poor {
      people += weights[i]
      below += weights[i] * values[i]
      influence[i] = values[i] * (2 * people - total) + welfare - 2 * below
    }
    return influence
  }

  private static func gapInfluence(_ cell: RankedCell, _ line: FixedLine) -> [Double] {
    let (values, weights) = (cell.values.span, cell.weights.span)
    var total = 0.0
    for i in 0..<cell.count { total += weights[i] }
    var (people, gaps) = (0.0, 0.0)
    return (0..<cell.count).map { i in
      let gap = Self.gap(values[i], line)
      people += weights[i]
      gaps += weights[i] * gap
      return 2 * (gaps + gap * (total - people))
    }
  }
}
