/// A column asked of a `TypedTable`.
public struct TypedColumn: Sendable {
  /// What its fields are read as.
  public enum Kind: Sendable, Equatable {
    /// Numbers, missing ones as `nan`.
    case numbers
    /// Texts, each distinct one once, and a code for each row.
    case codes
  }

  /// Its name in the header.
  public let name: String
  /// What its fields are read as.
  public let kind: Kind
  /// Whether the table may be without it.
  public let isOptional: Bool

  /// A column of numbers.
  public static func numbers(_ name: String, isOptional: Bool = false) -> TypedColumn {
    TypedColumn(name: name, kind: .numbers, isOptional: isOptional)
  }

  /// A column of texts, as codes.
  public static func codes(_ name: String, isOptional: Bool = false) -> TypedColumn {
    TypedColumn(name: name, kind: .codes, isOptional: isOptional)
  }
}

/// Which fields of a row are kept.
struct ReadingPlan: Sendable {
  /// A column that is kept.
  struct Kept: Sendable {
    /// Its position in the header.
    var position: Int
    var name: String
    var kind: TypedColumn.Kind
  }

  /// Fields of a row.
  let width: Int
  /// The columns that are kept, in header order.
  let kept: [Kept]

  /// A plan for the columns asked for; they must be in the header.
  ///
  /// Asked for in both kinds, a column is read as codes, and its numbers are those of its texts.
  init(header: [String], columns: [TypedColumn]) {
    width = header.count
    var kinds: [String: TypedColumn.Kind] = [:]
    for column in columns where kinds[column.name] != .codes { kinds[column.name] = column.kind }
    kept = header.enumerated().compactMap { position, name in
      kinds[name].map { Kept(position: position, name: name, kind: $0) }
    }
  }
}
