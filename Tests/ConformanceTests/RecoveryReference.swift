import ESSIndicators
import Foundation

/// The published and simulated panels of the recovery study, where they are at hand.
enum RecoveryReference {
  static let folder: URL = {
    if let given = ProcessInfo.processInfo.environment["ESS_REFERENCE"] {
      return URL(filePath: given).appending(path: "recovery")
    }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared/reference/recovery")
  }()

  static func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  static func sample(
    _ file: String, unit: String, time: String, _ numbers: [String]
  ) throws -> PanelSample {
    var columns = PanelColumns()
    columns.territory = unit
    columns.period = time
    return try PanelSample(
      CSVTable(path: folder.appending(path: file).path), columns: columns, numbers: numbers)
  }

  static func table(_ file: String) throws -> CSVTable {
    try CSVTable(path: folder.appending(path: file).path)
  }
}

/// Whether two numbers differ by at most a tolerance.
func isNear(_ left: Double?, _ right: Double, _ tolerance: Double) -> Bool {
  left.map { abs($0 - right) <= tolerance } ?? false
}
