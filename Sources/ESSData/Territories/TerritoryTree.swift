/// A territory or a group of territories.
public struct Territory: Sendable {
  /// Where a territory stands in the hierarchy.
  public enum Level: String, Sendable, CaseIterable {
    /// Within a country.
    case local
    /// A country.
    case national
    /// Several countries.
    case regional
    /// The whole that the dataset is about.
    case international
  }

  /// The code by which data and results name it.
  public let code: String
  /// Its level.
  public let level: Level
  /// The table's own word for what it is: `state`, `subregion`, `group`, `reported`, ...
  public let kind: String
  /// The code of the territory that it is part of, if the table says so.
  public let parent: String?
  /// Its name in each language.
  public let name: Translated

  /// A territory or group.
  public init(code: String, level: Level, kind: String, parent: String?, name: Translated) {
    self.code = code
    self.level = level
    self.kind = kind
    self.parent = parent
    self.name = name
  }
}

/// The territories of a dataset: a forest by parent, and plain groups beside it.
public struct TerritoryTree: Sendable {
  /// All entries in table order.
  public let territories: [Territory]
  /// Codes of everything that has members: tree nodes with children and plain groups, in table order.
  public let groups: [String]

  private let index: [String: Int]
  private let members: [String: [String]]

  /// Builds the tree; refuses unknown parents and members, and cycles.
  public init(
    _ territories: [Territory], groupMembers: [(group: String, territory: String)],
    file: String = "territories.csv"
  ) throws(DataError) {
    self.territories = territories
    let index = Dictionary(territories.enumerated().map { ($1.code, $0) }) { first, _ in first }
    self.index = index
    if index.count < territories.count {
      let twice = territories.enumerated().first { index[$1.code] != $0 }
      throw .invalid(file, "the territory '\(twice?.element.code ?? "")' occurs twice")
    }
    var children: [String: [String]] = [:]
    for territory in territories {
      guard let parent = territory.parent else { continue }
      guard index[parent] != nil else {
        throw .invalid(
          file, "'\(territory.code)' has the parent '\(parent)', which is no territory of the table"
        )
      }
      try Self.checkAncestors(of: territory, territories, index, file)
      children[parent, default: []].append(territory.code)
    }
    for (group, territory) in groupMembers {
      guard index[group] != nil, index[territory] != nil else {
        let unknown = index[group] == nil ? group : territory
        throw .invalid(file, "'\(unknown)' of the group table is no territory of the table")
      }
      children[group, default: []].append(territory)
    }
    // Leaves in table order, each once: a plain group may name a node of the tree.
    var members: [String: [String]] = [:]
    for code in children.keys {
      var found: Set<String> = []
      var open = children[code] ?? []
      var visited: Set<String> = [code]
      while let next = open.popLast() {
        guard visited.insert(next).inserted else { continue }
        if let below = children[next] { open += below } else { found.insert(next) }
      }
      members[code] = territories.map(\.code).filter(found.contains)
    }
    self.members = members
    groups = territories.map(\.code).filter { children[$0] != nil }
  }

  private static func checkAncestors(
    of territory: Territory, _ all: [Territory], _ index: [String: Int], _ file: String
  ) throws(DataError) {
    var path = [territory.code]
    var next = territory.parent
    while let code = next, let position = index[code] {
      if path.contains(code) {
        throw .invalid(
          file, "the parents run in a circle: " + (path + [code]).joined(separator: " > "))
      }
      path.append(code)
      next = all[position].parent
    }
  }

  /// The entry with a code.
  public subscript(code: String) -> Territory? {
    index[code].map { territories[$0] }
  }

  /// The name of a territory in a language, its code if it has none.
  public func name(of code: String, in language: Language) -> String {
    guard let name = self[code]?.name[language], !name.isEmpty else { return code }
    return name
  }

  /// The territories below a group that have none below themselves, in table order; a territory itself if it is no group.
  public func leaves(of code: String) -> [String] {
    members[code] ?? (index[code] == nil ? [] : [code])
  }
}
