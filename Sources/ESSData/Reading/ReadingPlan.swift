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

/// What to do with each field of a row, from the first to the last.
struct ReadingPlan: Sendable {
  /// A column that is kept.
  struct Kept: Sendable {
    /// Its position in the header.
    var position: Int
    var name: String
    var kind: TypedColumn.Kind
  }

  /// A step over one kept field or several that are not.
  struct Step: Sendable {
    enum Action: Sendable { case skip, number, code }
    var action: Action
    /// How many fields are skipped.
    var fields: Int
    /// Which kept column of its kind, by position in the row.
    var slot: Int
    /// Whether the row ends behind it.
    var isLast: Bool
  }

  /// Fields of a row.
  let width: Int
  /// The columns that are kept, in header order, each once for each kind.
  let kept: [Kept]
  let steps: [Step]
  var codeCount: Int { kept.count { $0.kind == .codes } }

  /// A plan for the columns asked for; they must be in the header.
  ///
  /// Asked for in both kinds, a column is read as codes, and its numbers are those of its texts.
  init(header: [String], columns: [TypedColumn]) {
    width = header.count
    kept = header.enumerated().compactMap { position, name in
      let kinds = columns.filter { $0.name == name }.map(\.kind)
      guard let kind = kinds.contains(.codes) ? .codes : kinds.first else { return nil }
      return Kept(position: position, name: name, kind: kind)
    }
    var steps: [Step] = []
    var position = 0
    for (slot, column) in kept.enumerated() {
      if column.position > position {
        steps.append(
          Step(action: .skip, fields: column.position - position, slot: 0, isLast: false))
      }
      position = column.position + 1
      steps.append(
        Step(
          action: column.kind == .numbers ? .number : .code, fields: 1, slot: slot,
          isLast: position == width))
    }
    if position < width {
      steps.append(Step(action: .skip, fields: width - position, slot: 0, isLast: true))
    }
    self.steps = steps
  }
}
