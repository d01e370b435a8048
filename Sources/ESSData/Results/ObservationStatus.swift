/// The status of an observed or computed value, by its SDMX code (code list CL_OBS_STATUS).
///
/// Ordered from the best to the worst, so that the status of a result is the largest of its inputs'.
public enum ObservationStatus: String, Sendable, CaseIterable, Comparable {
  /// Actual: published as observed.
  case actual = "A"
  /// Provisional: published, to be revised.
  case provisional = "P"
  /// Estimated, or derived from published figures.
  case estimated = "E"
  /// Forecast: a projection made before the period was over.
  case forecast = "F"
  /// Imputed: filled in for a missing cell.
  case imputed = "I"
  /// Low reliability.
  case lowReliability = "U"
  /// Missing.
  case missing = "O"

  private var severity: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the left status is better than the right one.
  public static func < (left: ObservationStatus, right: ObservationStatus) -> Bool {
    left.severity < right.severity
  }
}

extension Sequence where Element == ObservationStatus {
  /// The worst status of a sequence, `actual` for an empty one.
  public var worst: ObservationStatus { self.max() ?? .actual }
}
