/// A column of texts, each distinct one stored once.
public struct CodedColumn: Sendable {
  /// The distinct texts, in the order of their first row.
  public let values: [String]
  /// For each row the position of its text in `values`.
  public let codes: [Int32]

  /// The text of a row.
  public subscript(row: Int) -> String { values[Int(codes[row])] }
}
