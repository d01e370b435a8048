internal import ESSData
internal import ESSNumerics

/// What a relative poverty line is a share of.
public enum LineStatistic: String, Sendable, CaseIterable {
  /// The median of welfare.
  case median
  /// The mean of welfare.
  case mean
}

/// Whose median or mean a relative line follows.
public enum LineReference: String, Sendable, CaseIterable {
  /// That of all records of the period.
  case sample
  /// That of the domain's own records.
  case domain
}

/// A poverty line, in the units of welfare.
public enum PovertyLine: Sendable, Equatable {
  /// A fixed amount.
  case absolute(Double)
  /// Each record's own, from a column of the sample.
  case perRecord
  /// A share of the median or mean; its sampling error is in that of every measure on it.
  case relative(LineStatistic, share: Double, reference: LineReference = .sample)

  /// Its name in components: `120`, `median:0.6`.
  public var name: String {
    switch self {
    case .absolute(let z): NumberText.shortest(z)
    case .perRecord: "column"
    case .relative(let statistic, let share, _):
      "\(statistic.rawValue):\(NumberText.shortest(share))"
    }
  }

  /// Its conventions in `method`.
  var description: String {
    if case .relative(_, _, let reference) = self { return "\(name)@\(reference.rawValue)" }
    return name
  }

  /// Refuses a line that cannot be one; `hasLines` says whether records have lines of their own.
  func check(hasLines: Bool) throws(DataError) {
    switch self {
    case .absolute(let z):
      guard z > 0, z.isFinite else {
        throw .notIdentified("a poverty line of \(NumberText.shortest(z)); it must be above zero")
      }
    case .perRecord:
      guard hasLines else {
        throw .notIdentified("the sample has no line for each record; name the column of lines")
      }
    case .relative(_, let share, _):
      guard share > 0, share.isFinite else {
        throw .notIdentified(
          "a line at \(NumberText.shortest(share)) of the median or mean; the share must be above zero"
        )
      }
    }
  }

  /// The line from the records that it refers to.
  func height(_ reference: CellEvaluator, rule: QuantileRule) -> Varying {
    switch self {
    case .absolute(let z): Varying(z)
    case .perRecord: Varying(1)
    case .relative(.median, let share, _): share * reference.rank(.quantile(0.5, rule))
    case .relative(.mean, let share, _): share * reference.mean
    }
  }
}

/// What becomes of records with welfare of zero or below in measures that take its logarithm or a negative power.
public enum NonpositivePolicy: Sendable, Equatable {
  /// The measure is refused.
  case fail
  /// They are left out: of Watts's sum, but not of the population it is divided by; of an inequality measure altogether.
  case drop
  /// They are raised to an amount.
  case floor(Double)

  /// Its name in `method`.
  var name: String {
    switch self {
    case .fail: "fail"
    case .drop: "drop"
    case .floor(let value): "floor:\(NumberText.shortest(value))"
    }
  }

  /// What they are raised to; 0 if they are not.
  var floor: Double { if case .floor(let value) = self { value } else { 0 } }

  /// What became of `count` such records.
  func notes(_ count: Int) -> [String] {
    guard count > 0, self != .fail else { return [] }
    return ["\(count) record\(count == 1 ? "" : "s") of zero or below: \(name)"]
  }

  /// Refuses `count` such records unless the policy says what becomes of them.
  func check(_ count: Int, _ measure: String) throws(DataError) {
    guard count > 0, self == .fail else { return }
    let records = count == 1 ? "1 record has" : "\(count) records have"
    throw .notIdentified(
      "\(records) welfare of zero or below, where \(measure) has no value; choose what becomes of "
        + "them with --nonpositive drop or floor:AMOUNT")
  }
}
