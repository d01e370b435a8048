/// A partition of records into groups, each with the texts that name it.
public struct RecordGroups: Sendable, Equatable {
  /// For each group its texts, one a column; in the order of its first record.
  public let labels: [[String]]
  /// For each record the position of its group in `labels`.
  public let codes: [Int32]

  /// Number of groups.
  public var count: Int { labels.count }

  /// A partition given by its labels and codes; every code must be a position in `labels`.
  public init(labels: [[String]], codes: [Int32]) {
    self.labels = labels
    self.codes = codes
  }

  /// All records in one group without a name.
  public init(whole count: Int) {
    labels = [[]]
    codes = Array(repeating: 0, count: count)
  }

  /// The groups of one column: one a distinct text.
  public init(_ column: CodedColumn) {
    labels = column.values.map { [$0] }
    codes = column.codes
  }

  /// The groups of several columns: one for each combination of texts that occurs.
  public init(_ columns: [CodedColumn], count: Int) {
    guard let first = columns.first else {
      self.init(whole: count)
      return
    }
    self = columns.dropFirst().reduce(RecordGroups(first)) { $0.crossed(with: RecordGroups($1)) }
  }

  /// The combinations of this partition's groups with another's that occur, in the order of their first record.
  public func crossed(with other: RecordGroups) -> RecordGroups {
    precondition(codes.count == other.codes.count, "two partitions of different records")
    var pairs = PairTable(rows: codes.count, left: count, right: other.count)
    var crossed: [Int32] = []
    crossed.reserveCapacity(codes.count)
    for row in codes.indices { crossed.append(pairs.code(codes[row], other.codes[row])) }
    return RecordGroups(
      labels: pairs.pairs.map { labels[Int($0.left)] + other.labels[Int($0.right)] },
      codes: crossed)
  }
}

/// Codes of pairs of codes, in the order of first use.
///
/// A plain table where it is not much larger than the data, else a dictionary.
struct PairTable {
  private(set) var pairs: [(left: Int32, right: Int32)] = []
  private var table: [Int32]
  private var dictionary: [Int: Int32] = [:]
  private let width: Int

  init(rows: Int, left: Int, right: Int) {
    width = right
    let (size, isTooLarge) = left.multipliedReportingOverflow(by: right)
    let fits = !isTooLarge && size <= max(4 * rows, 1 << 16)
    table = fits ? Array(repeating: -1, count: size) : []
  }

  mutating func code(_ left: Int32, _ right: Int32) -> Int32 {
    let key = Int(left) * width + Int(right)
    let known = table.isEmpty ? dictionary[key] ?? -1 : table[key]
    if known >= 0 { return known }
    let code = Int32(pairs.count)
    pairs.append((left, right))
    if table.isEmpty { dictionary[key] = code } else { table[key] = code }
    return code
  }
}

extension CodedColumn {
  /// A column of known distinct texts; every code must be a position in them.
  public init(distinct values: [String], codes: [Int32]) {
    self.init(values: values, codes: codes)
  }

  /// The codes of some texts.
  public init(_ texts: some Sequence<String>) {
    var values: [String] = []
    var known: [String: Int32] = [:]
    let codes = texts.map { text -> Int32 in
      if let code = known[text] { return code }
      let code = Int32(values.count)
      known[text] = code
      values.append(text)
      return code
    }
    self.init(values: values, codes: codes)
  }

  /// For each distinct text its place in the order of the texts, as numbers if all of them are.
  var ranks: [Int32] {
    let numbers = values.map { text in NumberText.parse(text) }
    let order: [Int]
    if numbers.contains(where: { $0 == nil }) {
      order = values.indices.sorted { values[$0] < values[$1] }
    } else {
      let keys = numbers.map { $0 ?? 0 }
      order = values.indices.sorted { (keys[$0], values[$0]) < (keys[$1], values[$1]) }
    }
    var ranks = [Int32](repeating: 0, count: values.count)
    for (rank, position) in order.enumerated() { ranks[position] = Int32(rank) }
    return ranks
  }
}
