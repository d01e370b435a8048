public import ESSData
public import ESSNumerics

/// Indicators of territories against a reference: a territory, a group, or all of them.
///
/// The reference is a weighted mean of its members, so that a difference is a contrast c'x of the estimates, with the variance c'Vc; a
/// territory that is part of its reference is compared with a mean that holds it, and its covariance with that mean counts.
public struct TerritoryComparison: Sendable {
  /// What territories are compared with.
  public struct Reference: Sendable, Equatable {
    /// How results name it.
    public var name: String
    /// Its members; `nil` for every territory that has a value.
    public var members: [String]?

    /// A reference.
    public init(name: String, members: [String]?) {
      self.name = name
      self.members = members
    }
  }

  /// Which tests count as one family when p-values are adjusted.
  public enum Family: String, Sendable, CaseIterable {
    /// All tests of the run.
    case run
    /// The tests of each indicator by themselves.
    case indicator
  }

  /// What to compute.
  public struct Options: Sendable {
    /// Columns of indicators.
    public var values: [String]
    /// Column of standard errors of each; empty if there are none.
    public var errors: [String] = []
    /// Covariance of the only indicator's estimates, in the order of the table's rows.
    public var covariance: Matrix?
    /// The reference.
    public var reference: Reference
    /// Column of weights in the mean over the reference's members; `nil` for a mean in which they count alike.
    public var weight: String?
    /// How intervals of ratios are made.
    public var ratio = RatioEstimate.Rule.delta
    /// Adjustment of the p-values.
    public var adjustment = FalseDiscovery.Rule.benjaminiHochberg
    /// The family that it is over.
    public var family = Family.run
    /// Share of false discoveries, or chance of any under Holm's rule, at which a difference is called one.
    public var discoveryRate = 0.05
    /// Confidence level.
    public var level = 0.95

    /// Options for some columns and a reference.
    public init(values: [String], reference: Reference) {
      self.values = values
      self.reference = reference
    }
  }

  /// A number with the variance of its estimate, if known.
  public struct Estimate: Sendable, Equatable {
    /// The number.
    public let value: Double
    /// Its standard error.
    public let standardError: Double?
  }

  /// A territory against the reference in one indicator.
  public struct Row: Sendable {
    /// Position of the territory in the table.
    public let territory: Int
    /// The territory's value less the reference's.
    public let difference: Estimate
    /// The territory's value over the reference's.
    public let ratio: RatioEstimate
    /// The difference over its standard error; `nil` without one.
    public let z: Double?
    /// Its two-sided p-value.
    public let p: Double?
    /// The p-value adjusted for the family.
    public internal(set) var adjusted: Double?
  }

  /// One indicator.
  public struct Indicator: Sendable {
    /// Its column.
    public let name: String
    /// The reference's value.
    public let reference: Estimate
    /// Number of members behind it.
    public let members: Int
    /// The territories, in table order, without a reference that is a single territory.
    public internal(set) var rows: [Row]
    /// Territories without a value or a standard error.
    public let dropped: [String]
    /// Members that the reference's mean is made without, because they have no weight.
    public let unweighted: [String]
  }

  /// The table.
  public let table: TerritoryTable
  /// The options.
  public let options: Options
  /// The indicators in the order asked for.
  public let indicators: [Indicator]
  /// Number of tests in each family, by indicator.
  public let familySizes: [Int]

  /// Compares the territories of a table.
  ///
  /// - Throws: `DataError` for an unknown column or territory, a reference without a value, a standard error or weight below 0.
  public init(_ table: TerritoryTable, _ options: Options) throws(DataError) {
    precondition(options.errors.isEmpty || options.errors.count == options.values.count)
    guard !table.territories.isEmpty else { throw .notIdentified("the table has no rows") }
    self.table = table
    self.options = options
    var indicators: [Indicator] = []
    for index in options.values.indices {
      indicators.append(try Self.indicator(index, table, options))
    }
    var sizes: [Int] = []
    let families: [[Int]] =
      options.family == .run ? [Array(indicators.indices)] : indicators.indices.map { [$0] }
    for family in families {
      let adjusted = FalseDiscovery.adjusted(
        family.flatMap { indicators[$0].rows.compactMap(\.p) }, by: options.adjustment)
      var next = adjusted.makeIterator()
      for index in family {
        sizes.append(adjusted.count)
        for row in indicators[index].rows.indices where indicators[index].rows[row].p != nil {
          indicators[index].rows[row].adjusted = next.next()
        }
      }
    }
    self.indicators = indicators
    familySizes = sizes
  }

  private static func indicator(
    _ index: Int, _ table: TerritoryTable, _ options: Options
  ) throws(DataError) -> Indicator {
    let name = options.values[index]
    let values = try table.column(name)
    let errors =
      options.errors.isEmpty ? nil : try table.column(options.errors[index])
    let weights = try options.weight.map { column throws(DataError) in try table.column(column) }
    for (column, what) in [(errors, "the standard error"), (weights, "the weight")] {
      if let row = column?.firstIndex(where: { $0 < 0 }) {
        throw .notIdentified("\(table.territories[row]): \(what) is below 0")
      }
    }
    let hasValue = values.indices.map { !values[$0].isNaN && !(errors?[$0].isNaN ?? false) }
    let position = Dictionary(
      table.territories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var members: [Int] = []
    var unweighted: [String] = []
    for code in options.reference.members ?? table.territories {
      guard let row = position[code] else {
        throw .unknownName(kind: "territory", name: code, known: table.territories)
      }
      guard hasValue[row] else { continue }
      if weights?[row].isNaN ?? false { unweighted.append(code) } else { members.append(row) }
    }
    let shares = members.map { weights?[$0] ?? 1 }
    let total = shares.reduce(0, +)
    guard total > 0 else {
      let isOne = options.reference.members?.count == 1
      throw .notIdentified(
        "\(name): the reference '\(options.reference.name)' has no "
          + (isOne ? "value" : "member with a value")
          + (errors == nil ? "" : " and standard error") + (weights == nil ? "" : " and weight"))
    }
    let mean = Mean(
      members: members, shares: shares.map { $0 / total }, errors: errors,
      covariance: options.covariance)
    let level = ExactSum(zip(members, mean.shares).map { values[$0] * $1 }).value
    let own = members.count == 1 && options.reference.members != nil ? members[0] : nil
    let rows = values.indices.filter { hasValue[$0] && $0 != own }.map { row in
      Row(row, values[row], level, mean, options)
    }
    return Indicator(
      name: name,
      reference: Estimate(value: level, standardError: mean.variance?.squareRoot()),
      members: members.count, rows: rows,
      dropped: values.indices.filter { !hasValue[$0] }.map { table.territories[$0] },
      unweighted: unweighted)
  }

  /// The mean over the reference's members, and what it has to do with each estimate.
  fileprivate struct Mean {
    let members: [Int]
    let shares: [Double]
    let errors: [Double]?
    let covariance: Matrix?
    let variance: Double?

    init(members: [Int], shares: [Double], errors: [Double]?, covariance: Matrix?) {
      (self.members, self.shares) = (members, shares)
      (self.errors, self.covariance) = (errors, covariance)
      if let covariance {
        var sum = ExactSum()
        for (i, own) in zip(members, shares) {
          for (j, other) in zip(members, shares) { sum.add(own * other, times: covariance[i, j]) }
        }
        variance = max(0, sum.value)
      } else {
        variance = errors.map { errors in
          ExactSum(zip(members, shares).map { errors[$0] * errors[$0] * $1 * $1 }).value
        }
      }
    }

    /// Variance of an estimate, and its covariance with the mean.
    func moments(of row: Int) -> (variance: Double, covariance: Double)? {
      if let covariance {
        return (
          covariance[row, row],
          ExactSum(zip(members, shares).map { covariance[row, $0] * $1 }).value
        )
      }
      guard let errors else { return nil }
      let square = errors[row] * errors[row]
      let share = members.firstIndex(of: row).map { shares[$0] } ?? 0
      return (square, share * square)
    }
  }
}

extension TerritoryComparison.Row {
  fileprivate init(
    _ row: Int, _ value: Double, _ reference: Double, _ mean: TerritoryComparison.Mean,
    _ options: TerritoryComparison.Options
  ) {
    territory = row
    let difference = value - reference
    guard let own = mean.moments(of: row), let common = mean.variance else {
      self.difference = .init(value: difference, standardError: nil)
      ratio = RatioEstimate(
        value, reference, variances: nil, rule: options.ratio, level: options.level)
      (z, p, adjusted) = (nil, nil, nil)
      return
    }
    let error = max(0, own.variance + common - 2 * own.covariance).squareRoot()
    self.difference = .init(value: difference, standardError: error)
    ratio = RatioEstimate(
      value, reference, variances: (own.variance, common, own.covariance), rule: options.ratio,
      level: options.level)
    // Without any sampling error there is nothing to test.
    z = error > 0 ? difference / error : nil
    p = z.map { min(1, 2 * Normal().complement(abs($0))) }
    adjusted = nil
  }
}
