internal import ESSData
internal import ESSNumerics

/// How fast memberships whose first year is known became more or fewer: g = (N2 / N1)^(1 / years) - 1.
///
/// Only dated ones are counted, since others appear in the year that their source describes, so that their growth would be that of the
/// record. What ended is under-recorded: most memberships have no last year.
public struct MembershipGrowth: Sendable, Equatable {
  /// The first year.
  public let from: Int
  /// The last year.
  public let to: Int
  /// Dated memberships that held in the first year.
  public let before: Int
  /// Dated memberships that held in the last year.
  public let after: Int
  /// Memberships that count and whose first year is known.
  public let dated: Int
  /// Memberships that count.
  public let total: Int

  /// Growth of dated memberships between two years.
  public init(_ view: AllianceView, from: Int, to: Int) {
    let spans = DatedSpans(view)
    self.init(spans, from: from, to: to)
  }

  /// Growth over ten years, or as many as there are, up to the year of the selection or else the last one that a dated membership names.
  ///
  /// `nil` where no membership that counts has a first year.
  public init?(_ view: AllianceView) {
    let spans = DatedSpans(view)
    let named = spans.years.flatMap { [$0.start, $0.end].compactMap { $0 } }
    guard let first = spans.years.map(\.start).min(), let last = named.max() else { return nil }
    let to = view.selection.year ?? last
    self.init(spans, from: min(max(first, to - 10), to), to: to)
  }

  private init(_ spans: DatedSpans, from: Int, to: Int) {
    self.from = from
    self.to = to
    before = spans.holding(in: from)
    after = spans.holding(in: to)
    dated = spans.years.count
    total = spans.total
  }

  /// Growth a year; `nil` where nothing held at the start, or the years are the same.
  public var rate: Double? {
    Self.rate(from: Double(before), to: Double(after), years: Double(to - from))
  }

  /// The yearly growth that leads from one number to another; `nil` from zero, or over no time.
  public static func rate(from before: Double, to after: Double, years: Double) -> Double? {
    guard before > 0, after >= 0, years > 0 else { return nil }
    return SpecialFunctions.power(after / before, 1 / years) - 1
  }
}

/// When the memberships of a view held, whatever year it selects.
private struct DatedSpans {
  let years: [(start: Int, end: Int?)]
  let total: Int

  init(_ view: AllianceView) {
    var selection = view.selection
    selection.year = nil
    let rows = view.table.selected(by: selection).rows
    total = rows.count
    years = rows.compactMap { row in
      let membership = view.network.memberships[Int(row)]
      return membership.since.map { (start: $0, end: membership.until) }
    }
  }

  func holding(in year: Int) -> Int {
    years.count { $0.start <= year && $0.end ?? year >= year }
  }
}
