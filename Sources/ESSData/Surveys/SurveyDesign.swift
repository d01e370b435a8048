/// How the records of a survey were drawn: strata, primary sampling units (PSUs), sampling fractions.
///
/// PSUs are numbered stratum by stratum, in the order of their labels, so that nothing depends on the order of the records. A PSU
/// label that occurs in several strata names several PSUs.
public struct SurveyDesign: Sendable {
  /// For each record the number of its PSU.
  public let psu: [Int32]
  /// The PSUs of stratum h are `starts[h]..<starts[h + 1]`.
  public let starts: [Int]
  /// For each stratum the text that names it.
  public let strata: [String]
  /// For each stratum the fraction of its PSUs that were drawn; 0 for an infinite population.
  public let fractions: [Double]
  /// For each stratum the number of the sample that it is of: periods drawn independently are samples of their own.
  public let samples: [Int32]
  /// Whether strata were named, and PSUs.
  public let hasStrata: Bool
  /// Whether PSUs were named; else every record is one.
  public let hasPSUs: Bool
  /// PSU labels found in several strata of one sample.
  public let repeatedLabels: Int

  /// Number of PSUs.
  public var psuCount: Int { starts.last ?? 0 }

  /// Degrees of freedom of the whole design: PSUs less strata.
  public var degreesOfFreedom: Int { psuCount - strata.count }

  /// For each PSU its stratum.
  public var stratumOfPSU: [Int32] {
    var strata: [Int32] = []
    strata.reserveCapacity(psuCount)
    for h in fractions.indices {
      strata += repeatElement(Int32(h), count: starts[h + 1] - starts[h])
    }
    return strata
  }

  /// A design from columns of labels.
  ///
  /// `named` are the strata as the table names them, where `stratum` tells periods apart too; `samples` holds the number of the period of each
  /// of its texts. `fpc` is for each record the sampling fraction of its stratum (at most 1), or the stratum's number of PSUs in the population
  /// (above 1). `place` places a message about `fpc` at a record.
  init(
    stratum: CodedColumn?, named: CodedColumn?, samples: [Int32]? = nil, psu: CodedColumn?,
    fpc: [Double]?, count: Int,
    place: (_ record: Int, _ message: String) -> DataProblem
  ) throws(DataError) {
    let strata = stratum ?? CodedColumn(values: [""], codes: Array(repeating: 0, count: count))
    hasStrata = stratum != nil
    hasPSUs = psu != nil
    let order = Self.inverse(strata.ranks)
    let rank = strata.ranks
    self.strata = order.map { strata.values[$0] }
    self.samples = order.map { samples?[$0] ?? 0 }
    if let psu {
      var pairs = PairTable(rows: count, left: strata.values.count, right: psu.values.count)
      var codes: [Int32] = []
      codes.reserveCapacity(count)
      for row in 0..<count { codes.append(pairs.code(strata.codes[row], psu.codes[row])) }
      let labelRank = psu.ranks
      let keys = pairs.pairs.map { (rank[Int($0.left)], labelRank[Int($0.right)]) }
      let sorted = keys.indices.sorted { keys[$0] < keys[$1] }
      let number = Self.ranks(sorted)
      self.psu = codes.map { number[Int($0)] }
      repeatedLabels =
        named == nil ? 0 : Self.repeated(pairs.pairs, samples, labels: psu.values.count)
      starts = Self.starts(pairs.pairs.map { rank[Int($0.left)] }, strata: order.count)
    } else {
      repeatedLabels = 0
      starts = Self.starts(strata.codes.map { rank[Int($0)] }, strata: order.count)
      var next = starts
      self.psu = strata.codes.map { code in
        let h = Int(rank[Int(code)])
        defer { next[h] += 1 }
        return Int32(next[h])
      }
    }
    fractions = try Self.fractions(
      fpc, strata.codes.map { rank[Int($0)] }, starts: starts, strata: self.strata, place: place)
  }

  /// How many labels occur in several strata of one sample; in several samples they are those of one sample drawn again.
  private static func repeated(
    _ psus: [(left: Int32, right: Int32)], _ samples: [Int32]?, labels: Int
  ) -> Int {
    let sampleCount = Int(samples?.max() ?? 0) + 1
    var known = PairTable(rows: psus.count, left: sampleCount, right: labels)
    var isRepeated = [Bool](repeating: false, count: labels)
    for (stratum, label) in psus {
      let before = known.pairs.count
      _ = known.code(samples?[Int(stratum)] ?? 0, label)
      if known.pairs.count == before { isRepeated[Int(label)] = true }
    }
    return isRepeated.count { $0 }
  }

  private init(
    _ design: SurveyDesign, starts: [Int], strata: [String], fractions: [Double], samples: [Int32]
  ) {
    psu = design.psu
    self.samples = samples
    hasStrata = design.hasStrata
    hasPSUs = design.hasPSUs
    repeatedLabels = design.repeatedLabels
    self.starts = starts
    self.strata = strata
    self.fractions = fractions
  }

  /// The design with every stratum of one PSU joined to the next one in the order of labels, the last to the one before.
  public func collapsed() -> SurveyDesign {
    var starts = [0]
    var names: [String] = []
    var fractions: [Double] = []
    var samples: [Int32] = []
    var pending: [Int] = []
    for h in strata.indices {
      pending.append(h)
      let size = self.starts[h + 1] - (starts.last ?? 0)
      let isLast = h == strata.count - 1
      if size < 2, !isLast { continue }
      if size < 2, isLast, !names.isEmpty {
        // Nothing follows: the last stratum made takes it in.
        starts[starts.count - 1] = self.starts[h + 1]
        names[names.count - 1] += "+" + strata[h]
        continue
      }
      starts.append(self.starts[h + 1])
      names.append(pending.map { strata[$0] }.joined(separator: "+"))
      samples.append(self.samples[h])
      let population = pending.reduce(0.0) {
        $0 + Double(self.starts[$1 + 1] - self.starts[$1]) / self.fractions[$1]
      }
      fractions.append(population.isFinite ? Double(size) / population : 0)
      pending = []
    }
    return SurveyDesign(
      self, starts: starts, strata: names, fractions: fractions, samples: samples)
  }

  private static func inverse(_ ranks: [Int32]) -> [Int] {
    var order = [Int](repeating: 0, count: ranks.count)
    for (position, rank) in ranks.enumerated() { order[Int(rank)] = position }
    return order
  }

  private static func ranks(_ order: [Int]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, position) in order.enumerated() { ranks[position] = Int32(rank) }
    return ranks
  }

  private static func starts(_ stratum: [Int32], strata: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: strata + 1)
    for h in stratum { starts[Int(h) + 1] += 1 }
    for h in 0..<strata { starts[h + 1] += starts[h] }
    return starts
  }

  private static func fractions(
    _ fpc: [Double]?, _ stratum: [Int32], starts: [Int], strata: [String],
    place: (_ record: Int, _ message: String) -> DataProblem
  ) throws(DataError) -> [Double] {
    guard let fpc else { return Array(repeating: 0, count: strata.count) }
    var given = [Double](repeating: .nan, count: strata.count)
    var problems = ProblemList()
    for (row, value) in fpc.enumerated() {
      let h = Int(stratum[row])
      if given[h].isNaN {
        given[h] = value
        let drawn = starts[h + 1] - starts[h]
        if !(value > 0) || (value > 1 && value < Double(drawn)) {
          problems.add(
            place(
              row,
              "\(NumberText.shortest(value)) is neither a sampling fraction (above 0, at most 1) nor a number of "
                + "PSUs in the population of at least the \(drawn) drawn"))
        }
      } else if given[h] != value {
        problems.add(
          place(
            row,
            "\(NumberText.shortest(value)) where stratum '\(excerpt(strata[h]))' had \(NumberText.shortest(given[h])) before"
          ))
      }
    }
    try problems.check()
    return given.indices.map { h in
      given[h] <= 1 ? given[h] : Double(starts[h + 1] - starts[h]) / given[h]
    }
  }
}
