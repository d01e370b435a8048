internal import ESSData
internal import ESSNumerics

/// The totals that a stream keeps for each domain and PSU, and what a record adds to them.
struct StreamedTerms: Sendable {
  /// A total over the poor on a line.
  private enum Part: Sendable {
    case poor
    case gap
    case squaredGap
    case other(AdditiveTerm)
  }

  /// A line, and the totals over the poor on it.
  private struct Line: Sendable {
    let fixed: FixedLine
    /// Whether welfare is divided by the record's own line first.
    let isColumn: Bool
    var parts: [(slot: Int, part: Part)] = []
    /// Where mean welfare is asked for: its total, over all.
    var welfare: Int?
  }

  /// For each total its line, if it depends on one, and its term; the first is the population.
  private var terms: [(line: Int?, term: AdditiveTerm)] = [(nil, .weight)]
  private var lines: [Line] = []

  /// Number of totals.
  var count: Int { terms.count }

  init(_ options: PovertyMeasures.Options) {
    for (number, line) in options.lines.enumerated() {
      let isColumn = line == .perRecord
      let fixed = FixedLine(Self.height(line), options.tie)
      var kept = Line(fixed: fixed, isColumn: isColumn)
      for term in options.measures.flatMap({ $0.terms(fixed, options.nonpositive) }).distinct {
        let slot = terms.count
        terms.append((number, term))
        switch term {
        case .welfare: kept.welfare = slot
        case .poor: kept.parts.append((slot, .poor))
        case .gap(1, _): kept.parts.append((slot, .gap))
        case .gap(2, _): kept.parts.append((slot, .squaredGap))
        default: kept.parts.append((slot, .other(term)))
        }
      }
      lines.append(kept)
    }
  }

  /// The height of a line; 1 for a line a record, which welfare is divided by.
  static func height(_ line: PovertyLine) -> Double {
    if case .absolute(let z) = line { z } else { 1 }
  }

  /// A poor record: where the totals of its unit begin, its weight and welfare.
  private struct Poor {
    var start: Int
    var weight: Double
    var welfare: Double
  }

  /// Adds records to the totals of their units; records without weight add nothing.
  func add(
    _ records: PassingRecords, units: [Int32], to sums: UnsafeMutableBufferPointer<CompactSum>
  ) {
    let weights = records.weight.span
    for row in weights.indices where weights[row] > 0 {
      unsafe sums[Int(units[row]) &* count].add(weights[row])
    }
    for line in lines {
      let own = line.isColumn ? records.line : nil
      let welfare =
        own.map { own in zip(records.welfare, own).map { $0 / $1 } } ?? records.welfare
      if let slot = line.welfare {
        for row in weights.indices where weights[row] > 0 {
          unsafe sums[Int(units[row]) &* count &+ slot].add(weights[row] * welfare[row])
        }
      }
      if line.parts.isEmpty { continue }
      unsafe withUnsafeTemporaryAllocation(of: Poor.self, capacity: welfare.count + 1) { poor in
        let found = unsafe collect(line.fixed, welfare, records.weight, units, into: poor)
        for (slot, part) in line.parts {
          unsafe Self.add(
            part, line.fixed, UnsafeBufferPointer(rebasing: poor[..<found]).span, slot, to: sums)
        }
      }
    }
  }

  /// Writes the poor records with weight, without a branch, which random welfare would mislead; returns how many.
  private func collect(
    _ line: FixedLine, _ welfare: [Double], _ weights: [Double], _ units: [Int32],
    into poor: UnsafeMutableBufferPointer<Poor>
  ) -> Int {
    var found = 0
    for row in welfare.indices {
      let (y, weight) = (welfare[row], weights[row])
      unsafe poor[found] = Poor(
        start: Int(units[row]) &* count, weight: weight, welfare: y)
      found &+= (line.isPoor(y) ? 1 : 0) & (weight > 0 ? 1 : 0)
    }
    return found
  }

  private static func add(
    _ part: Part, _ line: FixedLine, _ poor: Span<Poor>, _ slot: Int,
    to sums: UnsafeMutableBufferPointer<CompactSum>
  ) {
    switch part {
    case .poor:
      for i in poor.indices { unsafe sums[poor[i].start &+ slot].add(poor[i].weight) }
    case .gap:
      for i in poor.indices {
        unsafe sums[poor[i].start &+ slot].add(poor[i].weight * line.gap(poor[i].welfare))
      }
    case .squaredGap:
      for i in poor.indices {
        let gap = line.gap(poor[i].welfare)
        unsafe sums[poor[i].start &+ slot].add(poor[i].weight * (gap * gap))
      }
    case .other(let term):
      for i in poor.indices {
        unsafe sums[poor[i].start &+ slot].add(poor[i].weight * term.function(poor[i].welfare))
      }
    }
  }

  /// The totals on a line, of the population and of what depends on the line; `total` tells those of a slot.
  func known(
    line: Int, _ total: (_ slot: Int) -> KnownTotal
  ) -> [AdditiveTerm: KnownTotal] {
    var known: [AdditiveTerm: KnownTotal] = [:]
    for (slot, kept) in terms.enumerated() where kept.line == nil || kept.line == line {
      known[kept.term] = total(slot)
    }
    return known
  }
}
