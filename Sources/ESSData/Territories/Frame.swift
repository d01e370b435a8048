/// The fixed list of territories that a coverage is measured against.
///
/// A frame comes from outside the data that it measures: with the territories that happen to occur in the data as the
/// denominator, every coverage would be 1.
public struct Frame: Sendable, Equatable {
  /// The code by which results name the frame.
  public let code: String
  /// The territories, in table order.
  public let territories: [String]

  /// A frame of the given territories, each counted once.
  public init(code: String, territories: [String]) throws(DataError) {
    guard !territories.isEmpty else {
      throw .notIdentified("the frame '\(code)' holds no territory; coverage needs at least one")
    }
    self.code = code
    self.territories = territories.distinct
  }

  /// The territories of a group of the tree.
  public init(group code: String, in tree: TerritoryTree) throws(DataError) {
    guard let territory = tree[code] else {
      throw .unknownName(kind: "group", name: code, known: tree.groups)
    }
    // An aggregate whose members are not known is no list of territories.
    try self.init(
      code: code, territories: territory.kind == "reported" ? [] : tree.leaves(of: code))
  }
}
