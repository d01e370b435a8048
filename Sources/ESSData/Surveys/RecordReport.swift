/// What a sample left out or changed, and how much that weighs.
public struct RecordReport: Sendable, Equatable {
  /// Why a record was changed.
  public enum Reason: String, Sendable, CaseIterable {
    /// A number was missing.
    case missing
    /// Welfare was negative; the record was dropped.
    case negativeDropped
    /// Welfare was negative and set to zero.
    case negativeSetToZero
  }

  /// Records changed for one reason.
  public struct Change: Sendable, Equatable {
    /// Why.
    public let reason: Reason
    /// The column that was the reason.
    public let column: String
    /// How many records.
    public var count: Int
    /// The sum of their person weights, of those that have one.
    public var weight: Double
  }

  /// Number of records in the table.
  public internal(set) var records = 0
  /// Number of records with weight zero in the table.
  public internal(set) var zeroWeights = 0
  /// Number of records with negative welfare that were kept.
  public internal(set) var negatives = 0
  /// The sum of the person weights of all records, before any was dropped.
  public internal(set) var weight = 0.0
  /// What was changed.
  public private(set) var changes: [Change] = []

  /// An empty report.
  public init() {}

  /// Counts a record as changed.
  mutating func add(_ reason: Reason, _ column: String, weight: Double) {
    let weight = weight.isNaN ? 0 : weight
    if let at = changes.firstIndex(where: { $0.reason == reason && $0.column == column }) {
      changes[at].count += 1
      changes[at].weight += weight
    } else {
      changes.append(Change(reason: reason, column: column, count: 1, weight: weight))
    }
  }

  /// Adds the report of further records.
  public mutating func merge(_ other: RecordReport) {
    records += other.records
    zeroWeights += other.zeroWeights
    negatives += other.negatives
    weight += other.weight
    for change in other.changes {
      if let at = changes.firstIndex(where: {
        $0.reason == change.reason && $0.column == change.column
      }) {
        changes[at].count += change.count
        changes[at].weight += change.weight
      } else {
        changes.append(change)
      }
    }
  }

  /// The report in sentences: what was dropped or changed, how many records, what share of the weight.
  public var sentences: [String] {
    var list = changes.map { change -> String in
      let what =
        switch change.reason {
        case .missing: "no \(change.column): dropped"
        case .negativeDropped: "negative \(change.column): dropped"
        case .negativeSetToZero: "negative \(change.column): set to zero"
        }
      let share = weight > 0 ? 100 * change.weight / weight : 0
      return
        "\(change.count) of \(records) records with \(what) (\(NumberText.fixed(share, decimals: 2)) % of the weight)"
    }
    if zeroWeights > 0 { list.append("\(zeroWeights) of \(records) records with weight zero") }
    if negatives > 0 {
      list.append("\(negatives) of \(records) records with negative welfare: kept")
    }
    return list
  }
}
