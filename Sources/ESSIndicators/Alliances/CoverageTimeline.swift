internal import ESSData

/// Coverage year by year, from when relations began and ended.
///
/// A relation holds from its first year or, where that is unknown, from the year that its source describes, until its last year if it
/// has one; one without any year holds throughout. Cost: O(relations + years x territories).
public struct CoverageTimeline: Sendable {
  /// One year.
  public struct Entry: Sendable {
    /// The year.
    public let year: Int
    /// Relations that held.
    public let relations: Int
    /// Those of them whose first year is known.
    public let dated: Int
    /// Alliances with a relation.
    public let alliances: Int
    /// Number of alliances present in each territory of the frame.
    public let depth: [Double]
    /// Weighted share of the frame that is covered.
    public let coverage: [CoverageWeight: Double]
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// The years in order; empty where no relation has a year.
  public let entries: [Entry]

  /// The years given, or those of the relations that count, the last thirty of them at most.
  ///
  /// The selection's own year is not looked at.
  public init(_ view: AllianceView, years: ClosedRange<Int>? = nil) {
    self.view = view
    var selection = view.selection
    selection.year = nil
    let relations = view.table.selected(by: selection)
    guard let known = Self.years(of: relations) else {
      entries = []
      return
    }
    let spans = relations.rows.map { row -> RelationSpan in
      let membership = view.network.memberships[Int(row)]
      let organisation = membership.organisation
      return RelationSpan(
        territory: view.places.territory[organisation], alliance: Int32(membership.alliance),
        start: membership.since ?? membership.asOf, end: membership.until,
        isDated: membership.since != nil)
    }
    let range = years ?? max(known.lowerBound, known.upperBound - 29)...known.upperBound
    entries = Self.entries(view, spans, range)
  }

  /// The years that relations name, from the first to the last; `nil` where there is none.
  private static func years(of relations: SelectedRelations) -> ClosedRange<Int>? {
    var low = Int.max
    var high = Int.min
    for row in relations.rows {
      let membership = relations.network.memberships[Int(row)]
      if let start = membership.since ?? membership.asOf {
        low = min(low, start)
        high = max(high, start)
      }
      if let end = membership.until {
        low = min(low, end)
        high = max(high, end)
      }
    }
    return low <= high ? low...high : nil
  }

  private static func entries(
    _ view: AllianceView, _ spans: [RelationSpan], _ years: ClosedRange<Int>
  ) -> [Entry] {
    let count = years.count
    let territories = view.frame.territories.count
    // Changes from year to year, added up at the end.
    var relations = [Int](repeating: 0, count: count + 1)
    var dated = [Int](repeating: 0, count: count + 1)
    for span in spans {
      guard let clipped = span.positions(in: years) else { continue }
      relations[clipped.lowerBound] += 1
      relations[clipped.upperBound] -= 1
      if span.isDated {
        dated[clipped.lowerBound] += 1
        dated[clipped.upperBound] -= 1
      }
    }
    var depth = [Int](repeating: 0, count: territories * (count + 1))
    for (territory, unions) in SpanUnion.byTerritory(spans, years, territories: territories) {
      for part in unions {
        depth[territory * (count + 1) + part.lowerBound] += 1
        depth[territory * (count + 1) + part.upperBound] -= 1
      }
    }
    var alliances = [Int](repeating: 0, count: count + 1)
    for (_, unions) in SpanUnion.byAlliance(
      spans, years, alliances: view.network.alliances.count)
    {
      for part in unions {
        alliances[part.lowerBound] += 1
        alliances[part.upperBound] -= 1
      }
    }
    var state = (relations: 0, dated: 0, alliances: 0)
    var depths = [Int](repeating: 0, count: territories)
    return (0..<count).map { k in
      state.relations += relations[k]
      state.dated += dated[k]
      state.alliances += alliances[k]
      for territory in 0..<territories { depths[territory] += depth[territory * (count + 1) + k] }
      let covered = depths.indices.filter { depths[$0] > 0 }
      return Entry(
        year: years.lowerBound + k, relations: state.relations, dated: state.dated,
        alliances: state.alliances, depth: depths.map(Double.init),
        coverage: view.weights.kinds.reduce(into: [:]) {
          $0[$1] =
            view.weights.sum($1, of: covered)
            / view.weights.sum($1, of: view.frame.territories.indices)
        })
    }
  }
}

/// When a relation held.
private struct RelationSpan {
  let territory: Int32
  let alliance: Int32
  let start: Int?
  let end: Int?
  let isDated: Bool

  /// Its years as positions in a range, the end not included; `nil` where it held in none of them.
  func positions(in years: ClosedRange<Int>) -> Range<Int>? {
    let from = max(start ?? years.lowerBound, years.lowerBound)
    let to = min(end ?? years.upperBound, years.upperBound)
    return from <= to ? (from - years.lowerBound)..<(to - years.lowerBound + 1) : nil
  }
}

/// The years in which any of several relations held, as ranges that do not meet.
private enum SpanUnion {
  /// For each territory the ranges of each alliance that is present.
  static func byTerritory(
    _ spans: [RelationSpan], _ years: ClosedRange<Int>, territories: Int
  ) -> [(territory: Int, ranges: [Range<Int>])] {
    grouped(spans, into: territories) { Int($0.territory) }.map { territory, group in
      let sorted = group.sorted { $0.alliance < $1.alliance }
      var ranges: [Range<Int>] = []
      var start = 0
      while start < sorted.count {
        var end = start + 1
        while end < sorted.count, sorted[end].alliance == sorted[start].alliance { end += 1 }
        ranges += union(sorted[start..<end], years)
        start = end
      }
      return (territory, ranges)
    }
  }

  static func byAlliance(
    _ spans: [RelationSpan], _ years: ClosedRange<Int>, alliances: Int
  ) -> [(alliance: Int, ranges: [Range<Int>])] {
    grouped(spans, into: alliances) { Int($0.alliance) }.map { ($0, union($1[...], years)) }
  }

  private static func grouped(
    _ spans: [RelationSpan], into count: Int, _ key: (RelationSpan) -> Int
  ) -> [(Int, [RelationSpan])] {
    var groups = [[RelationSpan]](repeating: [], count: count)
    for span in spans {
      let group = key(span)
      if group >= 0 { groups[group].append(span) }
    }
    return groups.enumerated().filter { !$1.isEmpty }
  }

  private static func union(
    _ spans: ArraySlice<RelationSpan>, _ years: ClosedRange<Int>
  ) -> [Range<Int>] {
    let parts = spans.compactMap { $0.positions(in: years) }.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var result: [Range<Int>] = []
    for part in parts {
      if let last = result.last, part.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        result.append(part)
      }
    }
    return result
  }
}
