public import ESSData

/// The peaks and troughs of a series by the rules of Bry and Boschan as Harding and Pagan write them for quarters (BBQ).
///
/// Harding and Pagan (2002), Journal of Monetary Economics 49, 365-381. A peak exceeds the values of `window` periods on both sides, a
/// trough is below them. Peaks and troughs alternate, the more extreme of two in a row staying. Then, until nothing changes: a first or last
/// turn goes that any value between it and the end of the sample passes; of a cycle shorter than `minimumCycle` the less
/// extreme of its two like turns goes; a phase shorter than `minimumPhase` goes with both its turns.
/// Cost: n times the window.
public struct TurningPoints: Sendable, Equatable {
  /// How short a phase and a cycle may be.
  public struct Rules: Sendable, Equatable {
    /// Periods on both sides that a turn must exceed.
    public var window: Int
    /// The fewest periods from a turn to the next.
    public var minimumPhase: Int
    /// The fewest periods from a peak to the next, and from a trough to the next.
    public var minimumCycle: Int

    /// Rules of one's own.
    public init(window: Int, minimumPhase: Int, minimumCycle: Int) {
      self.window = window
      self.minimumPhase = minimumPhase
      self.minimumCycle = minimumCycle
    }

    /// The usual rules: 2, 2 and 5 quarters; 5, 5 and 15 months (Bry and Boschan 1971); 1, 1 and 2 years.
    public init(_ frequency: Period.Frequency) {
      switch frequency {
      case .year: self.init(window: 1, minimumPhase: 1, minimumCycle: 2)
      case .quarter: self.init(window: 2, minimumPhase: 2, minimumCycle: 5)
      case .month: self.init(window: 5, minimumPhase: 5, minimumCycle: 15)
      }
    }
  }

  /// A turn.
  public struct Turn: Sendable, Equatable {
    /// Its place in the series.
    public let index: Int
    /// Whether it is a peak.
    public let isPeak: Bool
  }

  /// The turns in order; none where the series has no downturn and no upturn that the rules accept.
  public let turns: [Turn]

  /// Finds the turns of complete values.
  public init(_ values: [Double], _ rules: Rules) {
    precondition(rules.window >= 1 && rules.minimumPhase >= 1 && rules.minimumCycle >= 1)
    var search = TurnSearch(values: values)
    search.findCandidates(rules.window)
    while search.removeOne(rules) {}
    turns = search.turns
  }
}

private struct TurnSearch {
  typealias Turn = TurningPoints.Turn

  let values: [Double]
  private(set) var turns: [Turn] = []

  init(values: [Double]) { self.values = values }

  /// Higher is more extreme, for peaks and troughs alike.
  private func extremity(_ turn: Turn) -> Double {
    turn.isPeak ? values[turn.index] : -values[turn.index]
  }

  mutating func findCandidates(_ window: Int) {
    guard values.count > 2 * window else { return }
    for index in window..<(values.count - window) {
      let around = (1...window).flatMap { [values[index - $0], values[index + $0]] }
      let isPeak = around.allSatisfy { $0 < values[index] }
      if isPeak || around.allSatisfy({ $0 > values[index] }) {
        turns.append(Turn(index: index, isPeak: isPeak))
      }
    }
    alternate()
  }

  /// Of two like turns in a row the more extreme stays, the earlier of equals.
  private mutating func alternate() {
    var kept: [Turn] = []
    for turn in turns {
      if let last = kept.last, last.isPeak == turn.isPeak {
        if extremity(turn) > extremity(last) { kept[kept.count - 1] = turn }
      } else {
        kept.append(turn)
      }
    }
    turns = kept
  }

  private func isPassed(_ turn: Turn, by range: Range<Int>) -> Bool {
    range.contains {
      turn.isPeak ? values[$0] > values[turn.index] : values[$0] < values[turn.index]
    }
  }

  /// Applies the first rule that removes something; whether one did.
  mutating func removeOne(_ rules: TurningPoints.Rules) -> Bool {
    if let first = turns.first, isPassed(first, by: 0..<first.index) {
      turns.removeFirst()
      return true
    }
    if let last = turns.last, isPassed(last, by: (last.index + 1)..<values.count) {
      turns.removeLast()
      return true
    }
    for position in turns.indices.dropLast(2) {
      let (first, second) = (turns[position], turns[position + 2])
      guard second.index - first.index < rules.minimumCycle else { continue }
      turns.remove(at: extremity(first) < extremity(second) ? position : position + 2)
      alternate()
      return true
    }
    for position in turns.indices.dropLast()
    where turns[position + 1].index - turns[position].index < rules.minimumPhase {
      turns.removeSubrange(position...(position + 1))
      alternate()
      return true
    }
    return false
  }
}
