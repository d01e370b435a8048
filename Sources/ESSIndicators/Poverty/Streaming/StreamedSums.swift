internal import ESSData
internal import ESSNumerics

/// What a stream keeps of each unit: exact sums, and how many records there were.
struct StreamedSums: Sendable {
  /// How many records of a unit have weight.
  struct Counts: Sendable {
    var records = 0
    var negatives = 0
    var nonpositives = 0

    static func + (a: Counts, b: Counts) -> Counts {
      Counts(
        records: a.records + b.records, negatives: a.negatives + b.negatives,
        nonpositives: a.nonpositives + b.nonpositives)
    }
  }

  private let terms: StreamedTerms
  /// The sums of a unit are `terms.count` ones in a row.
  private var sums: [CompactSum] = []
  private(set) var counts: [Counts] = []

  init(_ terms: StreamedTerms) { self.terms = terms }

  private mutating func makeRoom(for units: Int) {
    if counts.count >= units { return }
    sums += repeatElement(CompactSum(), count: (units - counts.count) * terms.count)
    counts += repeatElement(Counts(), count: units - counts.count)
  }

  /// Adds records; `units` holds the unit of each, `unitCount` how many there are.
  mutating func add(_ records: PassingRecords, units: [Int32], unitCount: Int) {
    makeRoom(for: unitCount)
    let (welfare, weight) = (records.welfare.span, records.weight.span)
    for row in weight.indices where weight[row] > 0 {
      let unit = Int(units[row])
      counts[unit].records &+= 1
      if welfare[row] <= 0 {
        counts[unit].nonpositives &+= 1
        if welfare[row] < 0 { counts[unit].negatives &+= 1 }
      }
    }
    let terms = terms
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe terms.add(records, units: units, to: sums)
    }
  }

  /// Adds the sums of other units; `units` holds for each of them its number here.
  mutating func merge(_ other: StreamedSums, units: [Int32], unitCount: Int) {
    makeRoom(for: unitCount)
    for (unit, here) in units.enumerated() where unit < other.counts.count {
      counts[Int(here)] = counts[Int(here)] + other.counts[unit]
      for slot in 0..<terms.count {
        sums[Int(here) * terms.count + slot].merge(other.sums[unit * terms.count + slot])
      }
    }
  }

  /// A total of some units, over all and by unit.
  func total(_ slot: Int, of units: [Int]) -> KnownTotal {
    var whole = CompactSum()
    let each = units.map { unit -> Double in
      let sum = sums[unit * terms.count + slot]
      whole.merge(sum)
      return sum.value
    }
    return KnownTotal(whole: whole.value, units: each)
  }
}
