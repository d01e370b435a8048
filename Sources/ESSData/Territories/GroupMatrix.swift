public import ESSNumerics

/// Groups and their members as a matrix of zeros and ones: the sums over groups are one product.
public struct GroupMatrix: Sendable {
  /// The groups, one for each row.
  public let groups: [String]
  /// The territories, one for each column.
  public let territories: [String]
  /// 1 where a territory belongs to a group; groups x territories.
  public let membership: Matrix

  /// The memberships of the given territories in the groups of a tree; groups without any of them are left out.
  public init(_ tree: TerritoryTree, territories: [String]) {
    let position = Dictionary(uniqueKeysWithValues: territories.enumerated().map { ($1, $0) })
    var rows: [(group: String, members: [Int])] = []
    for group in tree.groups {
      let members = tree.leaves(of: group).compactMap { position[$0] }
      if !members.isEmpty { rows.append((group, members)) }
    }
    groups = rows.map(\.group)
    self.territories = territories
    var membership = Matrix(rows: rows.count, columns: territories.count)
    for (row, entry) in rows.enumerated() {
      for member in entry.members { membership[row, member] = 1 }
    }
    self.membership = membership
  }

  /// Positions of the members of a group in `territories`.
  public func members(ofGroup row: Int) -> [Int] {
    territories.indices.filter { membership[row, $0] == 1 }
  }
}

extension Panel {
  /// The panel's territories that have none below themselves, in panel order; all of them where there is no tree.
  public func leaves(of tree: TerritoryTree) -> [String] {
    tree.territories.isEmpty ? territories : territories.filter { tree.leaves(of: $0) == [$0] }
  }
}
