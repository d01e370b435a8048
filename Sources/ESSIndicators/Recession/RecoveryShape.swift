/// The letter that a path after a shock looks like, by rules that are written down.
///
/// On the gaps (percent against the target) of the periods after the reference, with the depth d the lowest of them:
/// - none: no gap is below 0.
/// - W: the gap reaches -d/2 or less twice, with a rise above -d/4 between.
/// - L: the target is not regained in the sample and the last gap is still -d/2 or less.
/// - V: the target is regained after the lowest gap in at most twice the periods that the fall took.
/// - U: everything else that falls.
public struct RecoveryShape: Sendable, Equatable {
  /// The letters.
  public enum Letter: String, Sendable {
    /// No downturn.
    case none
    /// Down and soon up again.
    case v = "V"
    /// Down, and up after a while.
    case u = "U"
    /// Down twice.
    case w = "W"
    /// Down for good, as far as is seen.
    case l = "L"
  }

  /// The letter.
  public let letter: Letter
  /// The rule that fired, with its numbers.
  public let rule: String
  /// Index of the lowest gap.
  public let trough: Int?
  /// Index of the lowest gap before the first regaining, another one than the lowest of all in a double dip.
  public let firstTrough: Int?

  /// Classifies gaps in consecutive periods.
  public init(gaps: [Double]) {
    guard let fall = gaps.firstIndex(where: { $0 < 0 }),
      let trough = gaps.indices.min(by: { gaps[$0] < gaps[$1] })
    else {
      (letter, rule, trough, firstTrough) = (.none, "no gap below 0", nil, nil)
      return
    }
    let depth = -gaps[trough]
    let rebound = gaps[fall...].firstIndex { $0 >= 0 } ?? gaps.count
    firstTrough = gaps[fall..<rebound].indices.min { gaps[$0] < gaps[$1] }
    self.trough = trough
    // The states of a double dip: down to half, up to a quarter, down to half again.
    var stage = 0
    for gap in gaps {
      if stage == 1 {
        if gap > -depth / 4 { stage = 2 }
      } else if gap <= -depth / 2 {
        stage += 1
      }
      if stage == 3 { break }
    }
    let down = trough - fall + 1
    let touch = gaps[trough...].firstIndex { $0 >= 0 }
    if stage == 3 {
      letter = .w
      rule = "fell to half of the depth twice, above a quarter of it between"
    } else if let touch, touch - trough <= 2 * down {
      letter = .v
      rule = "\(down) down, \(touch - trough) up: at most twice as long"
    } else if let touch {
      letter = .u
      rule = "\(down) down, \(touch - trough) up: more than twice as long"
    } else if let last = gaps.last, last <= -depth / 2 {
      letter = .l
      rule = "not regained, the last gap at least half of the depth"
    } else {
      letter = .u
      rule = "not regained, the last gap less than half of the depth"
    }
  }
}
