public import ESSNumerics

/// The smallest change of weights that hands the first place of a score to another unit, exactly, where the score is linear in them.
///
/// The change is the weight moved: the sum of what is taken from some parts and given to others (half the sum of absolute changes). For
/// each rival a linear programme finds the least move after which no unit is above it.
public struct WinnerChange: Sendable {
  /// The change that puts a rival first.
  public struct Rival: Sendable, Equatable {
    /// The unit.
    public let unit: Int
    /// The weight moved; `nil` if no weights put it first.
    public let moved: Double?
    /// The weights after the change, which add up to 1; none if there are none.
    public let weights: [Double]
  }

  /// The unit that is first with the given weights; the earliest of equals.
  public let winner: Int
  /// All other units, in their own order.
  public let rivals: [Rival]

  /// The rival for whom least has to be moved; the earliest of equals, `nil` if the winner is first whatever the weights.
  public var nearest: Rival? {
    rivals.filter { $0.moved != nil }.min { ($0.moved ?? 0) < ($1.moved ?? 0) }
  }

  /// Finds the change for every rival.
  ///
  /// - Parameters:
  ///   - parts: Scores of the units in the parts that the weights are of, units x parts.
  ///   - weights: The weights, 0 or more; they add up to 1.
  ///   - constants: What each unit scores outside these parts, in units of the weighted sum.
  public init(parts: Matrix, weights: [Double], constants: [Double]? = nil) {
    precondition(parts.rows > 0 && parts.columns == weights.count)
    let constants = constants ?? Array(repeating: 0, count: parts.rows)
    precondition(constants.count == parts.rows)
    let scores = zip(parts * weights, constants).map { $0 + $1 }
    let first = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    winner = first
    let others = scores.indices.filter { $0 != first }
    let changes = Parallel.map(others.count) { index in
      Self.change(to: others[index], parts, weights, constants, scores)
    }
    rivals = zip(others, changes).map { unit, change in
      Rival(unit: unit, moved: change?.moved, weights: change?.weights ?? [])
    }
  }

  private static func change(
    to rival: Int, _ parts: Matrix, _ weights: [Double], _ constants: [Double],
    _ scores: [Double]
  ) -> (moved: Double, weights: [Double])? {
    let count = weights.count
    let others = scores.indices.filter { $0 != rival }
    if others.allSatisfy({ scores[$0] <= scores[rival] }) { return (0, weights) }
    // Variables: what each part gains, then what each loses.
    let rows = others.count + count + 2
    let constraints = Matrix(rows: rows, columns: 2 * count) { row, column in
      let part = column % count
      let sign: Double = column < count ? 1 : -1
      if row < others.count { return sign * (parts[others[row], part] - parts[rival, part]) }
      if row < others.count + count { return column == row - others.count + count ? 1 : 0 }
      return row == rows - 2 ? sign : -sign
    }
    let bounds = others.map { scores[rival] - scores[$0] } + weights + [0, 0]
    let programme = LinearProgramme(
      objective: (0..<(2 * count)).map { $0 < count ? 0 : -1 }, constraints: constraints,
      bounds: bounds)
    guard case .optimal(let solution) = programme.solve() else { return nil }
    let changed = (0..<count).map {
      max(0, weights[$0] + solution.values[$0] - solution.values[count + $0])
    }
    return (max(0, -solution.objective), changed)
  }
}
