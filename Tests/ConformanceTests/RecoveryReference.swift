import ESSIndicators
import Foundation

/// The reference files of the recovery study, beside the package.
enum RecoveryReference {
  static let folder: String = {
    if let given = ProcessInfo.processInfo.environment["ESS_REFERENCE"] {
      return given + "/recovery"
    }
    return URL(filePath: #filePath)
      .deletingLastPathComponent().appending(path: "../../../shared/reference/recovery")
      .standardizedFileURL.path(percentEncoded: false)
  }()

  static func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + file)
  }

  static func table(_ file: String) throws -> CSVTable {
    try CSVTable(path: folder + "/" + file)
  }

  static func sample(
    _ file: String, unit: String, time: String, numbers: [String]
  ) throws -> PanelSample {
    var columns = PanelColumns()
    columns.territory = unit
    columns.period = time
    return try PanelSample(table(file), columns: columns, numbers: numbers)
  }
}

/// Whether a number is within a share of another; 0 is compared as it is.
func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * (expected == 0 ? 1 : abs(expected))
}

/// Whether two numbers differ by at most a tolerance.
func isNear(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
  value.map { abs($0 - expected) <= tolerance } ?? false
}
