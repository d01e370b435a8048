public import ESSData

/// Poverty and inequality from grouped data: a Lorenz curve fitted to each distribution, and the measures of the curve.
public struct GroupedPoverty: Sendable {
  /// What to compute.
  public struct Options: Sendable {
    /// Poverty lines in the unit of the mean.
    public var lines: [Double]
    /// Mean welfare of every distribution; `nil` for each one's own.
    public var mean: Double?
    /// Which curve to use.
    public var choice: LorenzSelection.Choice
    /// Whether a curve that breaks the conditions of a Lorenz curve may be used.
    public var allowsInvalid: Bool
    /// Number of groups of equal size whose shares are given.
    public var groups: Int

    /// The options of one run.
    public init(
      lines: [Double], mean: Double? = nil, choice: LorenzSelection.Choice = .auto,
      allowsInvalid: Bool = false, groups: Int = 10
    ) {
      self.lines = lines
      self.mean = mean
      self.choice = choice
      self.allowsInvalid = allowsInvalid
      self.groups = groups
    }
  }

  /// Poverty on one line.
  public struct Line: Sendable {
    /// The line.
    public let line: Double
    /// The curve used; `nil` if none is valid.
    public let fit: LorenzFit?
    /// The measures; `nil` if no curve is valid.
    public let poverty: LorenzPoverty?
  }

  /// The answer for one distribution.
  public struct Row: Sendable {
    /// Its territory, or an empty text.
    public let territory: String
    /// Its period, or an empty text.
    public let period: String
    /// Its mean; `nil` if none is known.
    public let mean: Double?
    /// The two fits.
    public let selection: LorenzSelection
    /// The curve for inequality; `nil` if none is valid.
    public let fit: LorenzFit?
    /// Poverty, line by line; empty without a mean.
    public let lines: [Line]
  }

  /// The options.
  public let options: Options
  /// One row for each distribution, in table order.
  public let rows: [Row]

  /// Fits and measures each distribution.
  ///
  /// - Throws: `DataError.notIdentified` for a line or mean that is not positive, lines without a mean, or if no distribution has a
  ///   valid curve.
  public init(_ table: GroupedTable, _ options: Options) throws(DataError) {
    self.options = options
    for line in options.lines where !(line > 0) {
      throw .notIdentified("the line \(NumberText.shortest(line)) is not above zero")
    }
    var rows: [Row] = []
    for entry in table.entries {
      let mean = options.mean ?? entry.mean
      if let mean, !(mean > 0) {
        throw .notIdentified("the mean \(NumberText.shortest(mean)) is not above zero")
      }
      if mean == nil, !options.lines.isEmpty {
        throw .notIdentified(
          "shares say nothing of levels: poverty on a line needs the mean welfare (--mean)")
      }
      let selection = LorenzSelection(entry.distribution, choice: options.choice)
      let lines = options.lines.map { line -> Line in
        let fit = selection.forPoverty(
          mean: mean ?? .nan, line: line, allowInvalid: options.allowsInvalid)
        return Line(
          line: line, fit: fit,
          poverty: fit.flatMap { fit in
            mean.map { fit.curve.poverty(mean: $0, line: line) }
          })
      }
      rows.append(
        Row(
          territory: entry.territory, period: entry.period, mean: mean, selection: selection,
          fit: selection.forInequality(allowInvalid: options.allowsInvalid), lines: lines))
    }
    self.rows = rows
    guard rows.contains(where: { $0.fit != nil || $0.lines.contains { $0.fit != nil } }) else {
      throw .notIdentified(
        "no valid Lorenz curve (\(rows.first?.selection.reasons ?? "")); --allow-invalid uses the "
          + "closest one nevertheless")
    }
  }
}
