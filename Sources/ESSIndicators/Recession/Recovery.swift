public import ESSData

/// When a series came back to a target after falling below it.
public enum Recovery: Sendable, Equatable {
  /// A first touch, and whether it held.
  public struct Regained: Sendable, Equatable {
    /// First period, after the first one below the target, that is not below.
    public let period: Period
    /// Years from the reference to that period.
    public let years: Double
    /// The same with the crossing placed linearly between the last period below and the first not below.
    public let interpolatedYears: Double
    /// The first such period from which the target holds for the number of periods asked; `nil` if the
    /// sample ends before one is seen.
    public let sustained: Period?
    /// Where that is not seen: the sustained recovery comes no earlier than this many years after the reference.
    public let sustainedAtLeastYears: Double
  }

  /// The series never fell below the target.
  case noDownturn
  /// It fell and came back.
  case regained(Regained)
  /// It fell and had not come back when the sample ended, so many years after the reference.
  case notWithinSample(atLeastYears: Double)

  /// Looks for the way back in the gaps (actual less target) of consecutive periods after the reference.
  init(gaps: [Double], reference: Period, sustain: Int) {
    let perYear = Double(reference.frequency.rawValue)
    guard let fall = gaps.firstIndex(where: { $0 < 0 }) else {
      self = .noDownturn
      return
    }
    guard let touch = gaps[fall...].firstIndex(where: { $0 >= 0 }) else {
      self = .notWithinSample(atLeastYears: Double(gaps.count) / perYear)
      return
    }
    let fraction = -gaps[touch - 1] / (gaps[touch] - gaps[touch - 1])
    let held = gaps.indices.first { start in
      start >= touch && start + sustain <= gaps.count
        && gaps[start..<(start + sustain)].allSatisfy { $0 >= 0 }
    }
    // A run that the end of the sample cuts may turn out to be the one.
    let lastBelow = gaps.lastIndex { $0 < 0 } ?? -1
    self = .regained(
      Regained(
        period: reference.advanced(by: touch + 1), years: Double(touch + 1) / perYear,
        interpolatedYears: (Double(touch) + fraction) / perYear,
        sustained: held.map { reference.advanced(by: $0 + 1) },
        sustainedAtLeastYears: Double(min((held ?? lastBelow + 1) + 1, gaps.count)) / perYear))
  }
}
