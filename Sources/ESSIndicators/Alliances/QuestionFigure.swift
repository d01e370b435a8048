public import ESSData

/// One number of an answer, for one selection of relations.
public struct QuestionFigure: Sendable {
  /// Stable id of the indicator.
  public let indicator: String
  /// What part of it.
  public let part: String
  /// Its name for people.
  public let label: Translated
  /// The value; `nil` where it is not available, and then `note` says why.
  public let value: Double?
  /// Unit of the value.
  public let unit: String
  /// Standard error, where one is defined.
  public var standardError: Double?
  /// Confidence interval, where one is defined.
  public var interval: ClosedRange<Double>?
  /// Number of observations behind the value.
  public var count: Int?
  /// What territories are weighted by.
  public var weight: CoverageWeight
  /// Whether the number is of the whole network, not of the frame.
  public var isWholeNetwork: Bool
  /// Conventions beside those of the selection.
  public var conventions: [String]
  /// Who it is about, or why a value is missing.
  public var note: String

  init(
    _ indicator: String, _ part: String = "", _ label: Translated, _ value: Double?,
    unit: String = "ratio", count: Int? = nil, weight: CoverageWeight = .plain,
    isWholeNetwork: Bool = false, conventions: [String] = [], note: String = ""
  ) {
    self.indicator = indicator
    self.part = part
    self.label = label
    self.value = value
    self.unit = unit
    self.count = count
    self.weight = weight
    self.isWholeNetwork = isWholeNetwork
    self.conventions = conventions
    self.note = note
  }

  /// What names the figure within a question.
  var key: String { "\(indicator)/\(part)" }
}

extension Translated {
  /// The same word in every language, such as a name.
  init(_ text: String) { self.init(en: text, fr: text, es: text) }
}
