/// What the columns of the tables of an alliance network are called.
///
/// A field stands for the same thing in every table that has a column of that name; only `organisation` and `alliance` of
/// the memberships are required.
public struct AllianceColumns: Sendable, Equatable {
  /// The fields that are read, which are the default names of their columns.
  public static let fields = [
    "organisation", "alliance", "relation", "tier", "weight", "since", "until", "as_of", "source",
    "name", "actor_type", "in_sse", "level", "territory", "generic", "alliance_alias", "theme",
    "members_stated", "population", "need", "shock",
  ]

  private var names: [String: String] = [:]

  /// The default names.
  public init() {}

  /// The names given as `field=column`; throws where a field is not known.
  public init(mapping texts: [String]) throws(DataError) {
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else {
        throw .unknownName(
          kind: "column mapping (written field=column)", name: text, known: Self.fields)
      }
      let field = String(parts[0])
      guard Self.fields.contains(field) else {
        throw .unknownName(kind: "field", name: field, known: Self.fields)
      }
      names[field] = String(parts[1])
    }
  }

  /// The column that holds a field.
  public subscript(field: String) -> String { names[field] ?? field }

  /// The columns that were named and that none of the tables has.
  func missing(in tables: [CSVTable]) -> [String] {
    names.values.filter { name in !tables.contains { $0.has(name) } }.sorted()
  }
}

/// What to do with a pair of organisation and alliance that occurs more than once.
public enum DuplicateRule: String, Sendable, CaseIterable {
  /// Refuse the table.
  case fail
  /// Keep the first row.
  case first
  /// One relation with the sum of the weights, from the earliest start to the latest end.
  case sum
  /// One relation with the largest weight, from the earliest start to the latest end.
  case max
}
