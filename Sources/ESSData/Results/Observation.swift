/// One number of a result: a row of the public result table.
///
/// The columns and their order are a contract with the users of the CSV output.
public struct Observation: Sendable, Equatable {
  /// Code of the territory or group; empty for a whole-table result.
  public var territory: String
  /// `2020`, `2020-Q1`, or `2019/2020` for a change; empty where there is none.
  public var period: String
  /// Stable dotted id of the catalogue.
  public var indicator: String
  /// What part of the indicator, as a path with `/`; empty for the whole.
  public var component: String
  /// The value; `nil` where it is not available, and then `note` says why.
  public var value: Double?
  /// Unit of the value.
  public var unit: String
  /// Standard error, where one is defined.
  public var standardError: Double?
  /// Confidence interval, where one is defined.
  public var interval: ClosedRange<Double>?
  /// Number of observations behind the value.
  public var count: Int?
  /// The worst status of the inputs.
  public var status: ObservationStatus
  /// The conventions that change the number, as `name(key=value,...)`.
  public var method: String
  /// Keys of the dataset's source table.
  public var sources: [String]
  /// Why a value is missing, or what a reader should know of it.
  public var note: String

  /// A row; everything that a plain result does not have is left out.
  ///
  /// A value that is not finite is not available: the table never holds NaN or infinities.
  public init(
    territory: String, period: String, indicator: String, component: String = "", value: Double?,
    unit: String, standardError: Double? = nil, interval: ClosedRange<Double>? = nil,
    count: Int? = nil, status: ObservationStatus = .actual, method: String,
    sources: [String] = [], note: String = ""
  ) {
    self.territory = territory
    self.period = period
    self.indicator = indicator
    self.component = component
    let isFinite = value?.isFinite ?? true
    self.value = isFinite ? value : nil
    self.unit = unit
    self.standardError = standardError
    self.interval = interval
    self.count = count
    self.status = self.value == nil ? .missing : status
    self.method = method
    self.sources = sources
    self.note =
      isFinite
      ? note : [note, "not a finite number"].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
