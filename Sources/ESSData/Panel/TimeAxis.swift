/// The points in time of a sample, in order, with their distances.
///
/// Years, quarters, months and dates count in periods; whole numbers such as waves count as they are. Any other texts have names but
/// no distances, so that nothing can be lagged over them.
public struct TimeAxis: Sendable, Equatable {
  /// The points, in order; by first appearance if they have no distances.
  public let labels: [String]
  /// For each point its place on the axis: one unit is one period.
  public let ordinals: [Int]
  /// How many periods make a year; `nil` for whole numbers and for texts.
  public let periodsPerYear: Int?
  /// Whether distances between points mean anything.
  public let hasDistances: Bool

  /// An axis of consecutive periods.
  public init(_ periods: [Period]) {
    labels = periods.map(\.description)
    ordinals = periods.map(\.ordinal)
    periodsPerYear = periods.first?.frequency.rawValue
    hasDistances = true
  }

  private init(labels: [String], ordinals: [Int], periodsPerYear: Int?, hasDistances: Bool) {
    self.labels = labels
    self.ordinals = ordinals
    self.periodsPerYear = periodsPerYear
    self.hasDistances = hasDistances
  }

  /// Orders distinct texts; returns the axis and for each text its position on it, two texts of one point sharing theirs.
  static func ordering(
    _ texts: [String], frequency: Period.Frequency?
  ) -> (axis: TimeAxis, positions: [Int32]) {
    let periods = texts.compactMap { Period($0, frequency: frequency) }
    if periods.count == texts.count, Set(periods.map(\.frequency)).count <= 1 {
      return ordering(periods.map { ($0.ordinal, $0.description) }, periods.first?.frequency)
    }
    let whole = texts.compactMap(wholeNumber)
    if whole.count == texts.count {
      return ordering(whole.map { ($0, String($0)) }, nil)
    }
    let axis = TimeAxis(
      labels: texts, ordinals: Array(texts.indices), periodsPerYear: nil, hasDistances: false)
    return (axis, texts.indices.map(Int32.init))
  }

  private static func ordering(
    _ points: [(ordinal: Int, label: String)], _ frequency: Period.Frequency?
  ) -> (axis: TimeAxis, positions: [Int32]) {
    var labels: [Int: String] = [:]
    for point in points { labels[point.ordinal] = point.label }
    let ordinals = labels.keys.sorted()
    var position: [Int: Int32] = [:]
    for (index, ordinal) in ordinals.enumerated() { position[ordinal] = Int32(index) }
    let axis = TimeAxis(
      labels: ordinals.map { labels[$0] ?? "" }, ordinals: ordinals,
      periodsPerYear: frequency?.rawValue, hasDistances: true)
    return (axis, points.map { position[$0.ordinal] ?? 0 })
  }

  /// `12` or `12.0`: tables that went through floating point write years so.
  private static func wholeNumber(_ text: String) -> Int? {
    guard let value = NumberText.parse(text), value == value.rounded(),
      abs(value) < 1e9
    else { return nil }
    return Int(value)
  }

  /// The position of a point named in any of the ways the axis understands; `nil` if it is not on the axis.
  public func position(of text: String) -> Int? {
    if let exact = labels.firstIndex(of: text) { return exact }
    return ordinal(of: text).flatMap { ordinals.firstIndex(of: $0) }
  }

  /// The place of a text on the axis, also between or beyond its points; `nil` if it is no such time.
  public func ordinal(of text: String) -> Int? {
    if let exact = labels.firstIndex(of: text) { return ordinals[exact] }
    guard hasDistances else { return nil }
    guard let periodsPerYear else { return Self.wholeNumber(text) }
    let frequency = Period.Frequency(rawValue: periodsPerYear)
    return Period(text, frequency: frequency)?.ordinal
  }

  /// The axis of the points at some positions, given in order.
  func subset(_ positions: [Int]) -> TimeAxis {
    TimeAxis(
      labels: positions.map { labels[$0] }, ordinals: positions.map { ordinals[$0] },
      periodsPerYear: periodsPerYear, hasDistances: hasDistances)
  }
}
