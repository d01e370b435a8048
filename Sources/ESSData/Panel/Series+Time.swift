/// Lags, differences and gaps go by time and never by row: a missing period is missing on both sides of it.
extension Series {
  /// The series whose value in each period is that of so many periods before (after, if negative).
  public func lagged(by count: Int) -> Series {
    Series(start: start.advanced(by: count), values: values, status: status, sources: sources)
  }

  /// The change over a number of periods; `nil` where either end has no value.
  public func difference(over count: Int = 1) -> Series {
    precondition(count > 0, "a change goes over at least one period")
    return combined(over: count) { $1 - $0 }
  }

  /// The relative change over a number of periods in percent; `nil` where either end has no value or the first is not above zero.
  public func growth(over count: Int = 1) -> Series {
    precondition(count > 0, "a change goes over at least one period")
    return combined(over: count) { $0 > 0 ? 100 * ($1 / $0 - 1) : nil }
  }

  private func combined(
    over count: Int, _ change: (_ before: Double, _ now: Double) -> Double?
  ) -> Series {
    let changes = values.indices.map { index -> Double? in
      guard index >= count, let before = values[index - count], let now = values[index] else {
        return nil
      }
      return change(before, now)
    }
    return Series(start: start, values: changes, status: status, sources: sources)
  }

  /// The stretches without a value between the first value and the last one.
  public var gaps: [ClosedRange<Period>] {
    guard let first = values.firstIndex(where: { $0 != nil }),
      let last = values.lastIndex(where: { $0 != nil })
    else { return [] }
    var gaps: [ClosedRange<Period>] = []
    var open: Int?
    for index in first...last {
      if values[index] == nil {
        open = open ?? index
      } else if let begin = open {
        gaps.append(start.advanced(by: begin)...start.advanced(by: index - 1))
        open = nil
      }
    }
    return gaps
  }
}
