public import ESSData
internal import ESSNumerics

/// Indicators and the groups that they are aggregated to, checked, as a tree of positions.
///
/// Nodes stand in the order of their levels: first the indicators (level 1) in the order given, then the groups, each after everything
/// below it, the whole last. A group's level is one more than the highest below it.
public struct IndicatorFramework: Sendable, Equatable {
  /// An indicator or a group.
  public struct Node: Sendable, Equatable {
    /// What is known of it.
    public let metadata: IndicatorMetadata
    /// 1 for an indicator.
    public let level: Int
    /// Position of its group; `nil` for the whole.
    public let parent: Int?
    /// Positions of what it is made of; none for an indicator.
    public let children: [Int]
    /// Its code.
    public var code: String { metadata.code }
  }

  /// Name of the whole where the metadata name none.
  public static let impliedRoot = "score"

  /// Indicators, then groups from the lowest level to the whole.
  public let nodes: [Node]
  /// Number of indicators, the first of the nodes.
  public let indicatorCount: Int
  /// 1 for each node, -1 where lower is better.
  let signs: [Double]
  /// Goalposts of the indicators after their transformation; NaN where there are none.
  let goalposts: [(lower: Double, upper: Double)]
  /// Targets of the indicators after their transformation; NaN where there are none.
  let targets: [Double]

  /// Two frameworks are the same if their nodes are.
  public static func == (left: IndicatorFramework, right: IndicatorFramework) -> Bool {
    left.nodes == right.nodes
  }

  /// Checks metadata and builds the tree.
  ///
  /// Rows that others name as parent are groups, all others indicators. Where no row is a group, all indicators make one
  /// whole called `score`.
  ///
  /// - Parameters:
  ///   - metadata: Indicators and groups in any order.
  ///   - place: Where the n-th row stands, for messages.
  /// - Throws: `DataError` that lists every code that occurs twice, unknown parent, weight below zero or group without
  ///   weight, reversed goalposts and bad number; then circles, and several wholes.
  public init(
    _ metadata: [IndicatorMetadata],
    place: (_ row: Int, _ message: String) -> DataProblem = { _, message in
      DataProblem(file: "metadata", message: message)
    }
  ) throws(DataError) {
    var problems: [DataProblem] = []
    var position: [String: Int] = [:]
    for (row, entry) in metadata.enumerated() where !entry.code.isEmpty {
      if position.updateValue(row, forKey: entry.code) != nil {
        problems.append(place(row, "'\(excerpt(entry.code))' occurs twice"))
      }
    }
    for (row, entry) in metadata.enumerated() {
      problems += Self.faults(of: entry).map { place(row, "'\(excerpt(entry.code))': \($0)") }
      if let parent = entry.parent, position[parent] == nil {
        problems.append(
          place(
            row,
            "'\(excerpt(entry.code))': the parent '\(excerpt(parent))' has no row of its own"))
      }
    }
    guard problems.isEmpty else {
      throw .invalid(Array(problems.prefix(20)), omitted: max(problems.count - 20, 0))
    }
    let parents = metadata.map { entry in entry.parent.flatMap { position[$0] } }
    let levels = try Self.levels(parents, metadata, place)
    var entries = metadata
    var parentRows = parents
    var entryLevels = levels
    let roots = metadata.indices.filter { parents[$0] == nil }
    if roots.count > 1 || roots.first.map({ levels[$0] == 1 }) ?? false {
      guard roots.allSatisfy({ levels[$0] == 1 }), roots.count == metadata.count else {
        throw .notIdentified(
          "the framework has several wholes without a parent: "
            + roots.prefix(8).map { "'\(excerpt(metadata[$0].code))'" }.joined(separator: ", "))
      }
      guard position[Self.impliedRoot] == nil else {
        throw .notIdentified(
          "an indicator is called '\(Self.impliedRoot)', as the whole would be; "
            + "add a row for the whole and name it as the parent of all")
      }
      for row in entries.indices { entries[row].parent = Self.impliedRoot }
      entries.append(IndicatorMetadata(code: Self.impliedRoot))
      parentRows = metadata.map { _ in metadata.count } + [nil]
      entryLevels.append(2)
    }
    guard !metadata.isEmpty else { throw .notIdentified("the framework has no indicator") }
    self.init(entries, parents: parentRows, levels: entryLevels)
    try checkGroups(rows: position, place)
  }

  private init(_ entries: [IndicatorMetadata], parents: [Int?], levels: [Int]) {
    let order = entries.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }
    var place = [Int](repeating: 0, count: entries.count)
    for (node, row) in order.enumerated() { place[row] = node }
    var children = [[Int]](repeating: [], count: entries.count)
    for (node, row) in order.enumerated() {
      if let parent = parents[row] { children[place[parent]].append(node) }
    }
    nodes = order.enumerated().map { node, row in
      Node(
        metadata: entries[row], level: levels[row], parent: parents[row].map { place[$0] },
        children: children[node])
    }
    indicatorCount = levels.count { $0 == 1 }
    signs = nodes.map(\.metadata.direction.sign)
    let indicators = nodes.prefix(indicatorCount).map(\.metadata)
    goalposts = indicators.map { entry in
      guard let posts = entry.goalposts else { return (.nan, .nan) }
      return (entry.transformation(posts.lower), entry.transformation(posts.upper))
    }
    targets = indicators.map { entry in entry.target.map { entry.transformation($0) } ?? .nan }
  }

  /// The whole.
  public var root: Int { nodes.count - 1 }
  /// The highest level.
  public var height: Int { nodes.last?.level ?? 1 }
  /// The indicators.
  public var indicators: ArraySlice<Node> { nodes.prefix(indicatorCount) }
  /// Positions of the groups, each after everything below it.
  public var groups: Range<Int> { indicatorCount..<nodes.count }
  /// Metadata of every row, in node order: those that build the same framework again.
  public var metadata: [IndicatorMetadata] { nodes.map(\.metadata) }

  /// The position of a code.
  public func position(of code: String) throws(DataError) -> Int {
    guard let position = nodes.firstIndex(where: { $0.code == code }) else {
      throw .unknownName(kind: "indicator or group", name: code, known: nodes.map(\.code))
    }
    return position
  }
}

extension IndicatorFramework {
  /// What is wrong with one row by itself.
  private static func faults(of entry: IndicatorMetadata) -> [String] {
    var faults: [String] = []
    if entry.code.isEmpty { faults.append("the code is empty") }
    if !entry.weight.isFinite {
      faults.append("the weight is not a finite number")
    } else if entry.weight < 0 {
      faults.append("the weight \(NumberText.shortest(entry.weight)) is below zero")
    }
    if let posts = entry.goalposts {
      let text = "\(NumberText.shortest(posts.lower)) to \(NumberText.shortest(posts.upper))"
      if !(posts.lower.isFinite && posts.upper.isFinite) {
        faults.append("a goalpost is not a finite number")
      } else if posts.lower == posts.upper {
        faults.append("the goalposts \(text) leave no room between them")
      } else if posts.lower > posts.upper {
        faults.append(
          "the goalposts \(text) are reversed; the lower one comes first, and direction says which is better"
        )
      } else if entry.transformation(posts.lower).isNaN {
        faults.append("the goalposts \(text) have no \(entry.transformation)")
      }
    }
    if let target = entry.target, !target.isFinite || entry.transformation(target).isNaN {
      faults.append("the target has no \(entry.transformation)")
    }
    return faults
  }

  /// The level of each row; refuses circles.
  private static func levels(
    _ parents: [Int?], _ metadata: [IndicatorMetadata], _ place: (Int, String) -> DataProblem
  ) throws(DataError) -> [Int] {
    var levels = [Int](repeating: 1, count: parents.count)
    for row in parents.indices {
      var path = [row]
      var next = parents[row]
      while let parent = next {
        if path.contains(parent) {
          let names = (path + [parent]).map { excerpt(metadata[$0].code) }
          throw .invalid(
            [place(row, "the parents run in a circle: " + names.joined(separator: " > "))],
            omitted: 0)
        }
        levels[parent] = max(levels[parent], path.count + 1)
        path.append(parent)
        next = parents[parent]
      }
    }
    return levels
  }

  private func checkGroups(
    rows: [String: Int], _ place: (Int, String) -> DataProblem
  ) throws(DataError) {
    var problems: [DataProblem] = []
    for group in nodes[groups] {
      let row = rows[group.code] ?? 0
      let name = "'\(excerpt(group.code))'"
      if group.children.allSatisfy({ nodes[$0].metadata.weight == 0 }) {
        problems.append(place(row, "\(name): the weights of its parts add up to zero"))
      }
      if group.metadata.direction == .lower {
        problems.append(
          place(row, "\(name): a group has no direction; give it to the indicators below"))
      }
    }
    guard problems.isEmpty else { throw .invalid(problems, omitted: 0) }
  }
}
