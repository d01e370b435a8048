public import ESSData
internal import ESSNumerics

/// A table of ties between actors, read: `source,target` and, where there are such columns, `weight` and `length`.
public struct TieTable: Sendable {
  /// The fields that are read, which are the default names of their columns; `node` is of the table of nodes.
  public static let fields = ["source", "target", "weight", "length", "node"]

  private let table: CSVTable
  private let nodes: CSVTable?
  private let isDirected: Bool
  private let duplicates: DuplicateRule
  private let names: [String: String]

  /// The tables.
  ///
  /// - Parameters:
  ///   - table: The ties.
  ///   - nodes: One row for each node with its attributes; without it the nodes are those of the ties, in order of their first row.
  ///   - isDirected: Whether a tie runs from source to target only.
  ///   - duplicates: What to do with a pair that occurs more than once.
  ///   - mapping: What fields are called, as `field=column`.
  /// - Throws: `DataError.unknownName` for a field that is none.
  public init(
    _ table: CSVTable, nodes: CSVTable? = nil, isDirected: Bool = false,
    duplicates: DuplicateRule = .fail, mapping: [String] = []
  ) throws(DataError) {
    var names: [String: String] = [:]
    for text in mapping {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, Self.fields.contains(parts[0]) else {
        throw .unknownName(kind: "field", name: parts.first ?? text, known: Self.fields)
      }
      names[parts[0]] = parts[1]
    }
    self.table = table
    self.nodes = nodes
    self.isDirected = isDirected
    self.duplicates = duplicates
    self.names = names
  }

  private func column(_ field: String) -> String { names[field] ?? field }

  /// The network.
  ///
  /// Throws all problems of the table. Ties have the weights of the table if `isWeighted`; otherwise all count the same.
  public func network(isWeighted: Bool = true) throws(DataError) -> ActorNetwork {
    let sources = try table.coded(column("source"))
    let targets = try table.coded(column("target"))
    var ids: [String] = []
    var attributes: [String: [String]] = [:]
    if let nodes {
      ids = try nodes.texts(column("node"))
      let repeated = try nodes.duplicates(of: [column("node")])
      if !repeated.isEmpty {
        throw .invalid(Array(repeated.prefix(20)), omitted: max(0, repeated.count - 20))
      }
      for name in nodes.columns where name != column("node") {
        attributes[name] = try nodes.texts(name)
      }
    } else {
      for row in 0..<table.rowCount { ids += [sources[row], targets[row]] }
      ids = ids.distinct
    }
    let place = Dictionary(ids.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    let from = sources.values.map { place[$0] ?? -1 }
    let to = targets.values.map { place[$0] ?? -1 }
    let weights = try numbers("weight")
    let lengths = try numbers("length")
    try check(sources, targets, from, to, weights, lengths)
    let (starts, ends) = (
      sources.codes.map { from[Int($0)] }, targets.codes.map { to[Int($0)] }
    )
    let merged = merged(starts, ends, weights, lengths)
    if let weights, weights.allSatisfy({ $0 == 0 }) {
      throw .notIdentified("all weights of \(table.file) are zero")
    }
    let graph = Graph(
      nodes: ids.count, sources: merged.starts, targets: merged.ends,
      weights: isWeighted ? merged.weights : nil, isDirected: isDirected)
    let longest = merged.lengths.map {
      Graph(
        nodes: ids.count, sources: merged.starts, targets: merged.ends, weights: $0,
        isDirected: isDirected)
    }
    return ActorNetwork(
      ids: ids, names: ids, graph: graph,
      lengths: longest.map { $0.weights ?? $0.neighbours.map { _ in 1 } }, attributes: attributes,
      conventions: "network=ties,directed=\(isDirected ? "yes" : "no"),weights="
        + (isWeighted && weights != nil ? "table" : "none"))
  }

  private func numbers(_ field: String) throws(DataError) -> [Double]? {
    table.has(column(field)) ? try table.numbers(column(field)) : nil
  }

  private func check(
    _ sources: CodedColumn, _ targets: CodedColumn, _ from: [Int32], _ to: [Int32],
    _ weights: [Double]?, _ lengths: [Double]?
  ) throws(DataError) {
    var problems: [DataProblem] = []
    var omitted = 0
    func add(_ row: Int, _ field: String?, _ message: String) {
      guard problems.count < 20 else {
        omitted += 1
        return
      }
      problems.append(table.problem(row: row, column: field.map(column), message))
    }
    var firstRow: [Int64: Int] = [:]
    for row in 0..<table.rowCount {
      let (a, b) = (from[Int(sources.codes[row])], to[Int(targets.codes[row])])
      if a < 0 || b < 0 {
        let isSource = a < 0
        add(
          row, isSource ? "source" : "target",
          "'\(excerpt(isSource ? sources[row] : targets[row]))' is not in the table of nodes")
        continue
      }
      if a == b { add(row, nil, "'\(excerpt(sources[row]))' is tied to itself") }
      if let weight = weights?[row], !(weight >= 0) {
        add(row, "weight", weight.isNaN ? "the weight is missing" : "the weight is below zero")
      }
      if let length = lengths?[row], !(length > 0) {
        add(row, "length", length.isNaN ? "the length is missing" : "a length must be above zero")
      }
      guard duplicates == .fail else { continue }
      let (low, high) = isDirected ? (a, b) : (min(a, b), max(a, b))
      if let first = firstRow.updateValue(row, forKey: Int64(low) << 32 | Int64(high)) {
        add(
          row, nil,
          "the tie is given a second time; the first is on line \(table.line(ofRow: first))")
      }
    }
    if !problems.isEmpty { throw .invalid(problems, omitted: omitted) }
  }

  /// One tie for each pair, by the rule for duplicates.
  ///
  /// Ties of weight zero are no ties; of the lengths of a pair the shortest counts.
  private func merged(
    _ starts: [Int32], _ ends: [Int32], _ weights: [Double]?, _ lengths: [Double]?
  ) -> (starts: [Int32], ends: [Int32], weights: [Double]?, lengths: [Double]?) {
    var at: [Int64: Int] = [:]
    var (keptStarts, keptEnds): ([Int32], [Int32]) = ([], [])
    var keptWeights: [Double] = []
    var keptLengths: [Double] = []
    for row in starts.indices {
      let weight = weights?[row] ?? 1
      if weight == 0 { continue }
      let (low, high) =
        isDirected
        ? (starts[row], ends[row]) : (min(starts[row], ends[row]), max(starts[row], ends[row]))
      let key = Int64(low) << 32 | Int64(high)
      guard let known = at[key] else {
        at[key] = keptStarts.count
        keptStarts.append(low)
        keptEnds.append(high)
        keptWeights.append(weight)
        keptLengths.append(lengths?[row] ?? 1)
        continue
      }
      switch duplicates {
      case .sum: keptWeights[known] += weight
      case .max: keptWeights[known] = max(keptWeights[known], weight)
      case .first, .fail: continue
      }
      keptLengths[known] = min(keptLengths[known], lengths?[row] ?? 1)
    }
    return (
      keptStarts, keptEnds, weights == nil && duplicates != .sum ? nil : keptWeights,
      lengths == nil ? nil : keptLengths
    )
  }
}
