import ESSIndicators
import Foundation

/// The reference files of the territories study, read where the folder exists.
enum TerritoryReference {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/reference/territories").standardizedFileURL.path()

  static let isPresent = FileManager.default.fileExists(atPath: folder + "/tai_72.csv")

  static func table(_ name: String) throws -> CSVTable {
    try CSVTable(path: folder + "/" + name)
  }

  /// Row-standardised or binary weights from a file of edges between the values of two columns.
  static func weights(
    _ name: String, columns: (String, String), territories: [String], standardised: Bool
  ) throws -> SpatialWeights {
    let table = try table(name)
    let pairs = zip(try table.texts(columns.0), try table.texts(columns.1)).map { ($0, $1) }
    let weights = try SpatialWeights(edges: pairs, territories: territories) { edge, message in
      table.problem(row: edge, column: nil, message)
    }
    return standardised ? weights.rowStandardised : weights
  }

  static func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= tolerance * max(abs(expected), 1e-12)
  }
}
