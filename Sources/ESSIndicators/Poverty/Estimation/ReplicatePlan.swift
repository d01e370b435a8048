internal import ESSData
internal import ESSNumerics

/// The replicates of a sample: a factor for the weights of each sampling unit in each of them, made when it is asked for.
///
/// No weight is ever made for every record and replicate.
struct ReplicatePlan: Sendable {
  private enum Kind: Sendable {
    case jackknife(deleted: [Int32])
    case balanced(fay: Double)
    case bootstrap(KeyedRandom, keys: [UInt64])
    case given([[Double]])
  }

  /// Number of replicates.
  let count: Int
  /// The variance is the sum of squares, each times its scale.
  let scales: [Double]
  /// Whether the scales share out a mean, so that skipped replicates raise the others'.
  let isMean: Bool
  private let kind: Kind
  private let design: SurveyDesign
  private let stratum: [Int32]

  init?(
    _ sample: SurveySample, _ design: SurveyDesign, _ options: VarianceOptions
  ) throws(DataError) {
    self.design = design
    let sizes = design.strata.indices.map { design.starts[$0 + 1] - design.starts[$0] }
    let stratum = design.stratumOfPSU
    self.stratum = stratum
    switch options.method {
    case .none, .taylor: return nil
    case .given(let given):
      let weights = sample.replicateWeights
      guard weights.count > 1 else {
        throw .notIdentified("the sample has no replicate weights; name their columns")
      }
      guard given.count == 1 || given.count == weights.count else {
        throw .notIdentified(
          "\(given.count) scales for \(weights.count) replicates; one for all, or one for each")
      }
      count = weights.count
      scales = given.count == 1 ? Array(repeating: given[0], count: weights.count) : given
      isMean = given.count == 1
      kind = .given(weights)
      return
    case .jackknife:
      let deleted = stratum.indices.filter { sizes[Int(stratum[$0])] > 1 }
      guard !deleted.isEmpty else { throw Self.noReplicates }
      kind = .jackknife(deleted: deleted.map(Int32.init))
      count = deleted.count
      scales = deleted.map { unit in
        let h = Int(stratum[unit])
        return (1 - design.fractions[h]) * Double(sizes[h] - 1) / Double(sizes[h])
      }
      isMean = false
    case .balanced(let fay):
      if let h = sizes.firstIndex(where: { $0 != 2 }) {
        throw .notIdentified(
          "balanced repeated replication needs two PSUs in every stratum; "
            + "'\(excerpt(design.strata[h]))' has \(sizes[h])")
      }
      var order = 2
      while order <= sizes.count { order *= 2 }
      count = order
      scales = Array(repeating: 1 / (Double(order) * (1 - fay) * (1 - fay)), count: order)
      isMean = true
      kind = .balanced(fay: fay)
    case .bootstrap(let replicates, let seed):
      count = replicates
      scales = Array(repeating: 1 / Double(replicates - 1), count: replicates)
      isMean = true
      kind = .bootstrap(KeyedRandom(seed: seed), keys: design.strata.map(Self.key))
    }
    try Self.checkSingles(design, sizes, options.singlePSU)
  }

  private static let noReplicates = DataError.notIdentified(
    "no stratum has two PSUs, so that there is no replicate")

  private static func checkSingles(
    _ design: SurveyDesign, _ sizes: [Int], _ rule: SinglePSU
  ) throws(DataError) {
    let singles = sizes.indices.filter { sizes[$0] == 1 && design.fractions[$0] < 1 }
    guard !singles.isEmpty else { return }
    if rule == .fail { throw DesignVariance.single(singles.map { design.strata[$0] }) }
    if rule == .centre || rule == .average {
      throw .notIdentified(
        "'\(rule.rawValue)' for strata with a single PSU is defined for Taylor linearisation; "
          + "replicates know certainty and collapse")
    }
  }

  /// A number that follows from a stratum's name alone.
  private static func key(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// Whether the units are records, weighted by their replicate weights alone.
  var isByRecord: Bool { if case .given = kind { true } else { false } }

  /// The replicates of the samples that some units are of: those of other periods tell nothing.
  func replicates(ofSamplesOf units: [Int32]) -> [Int] {
    guard case .jackknife(let deleted) = kind, let last = design.samples.max(), last > 0 else {
      return Array(0..<count)
    }
    var touched = [Bool](repeating: false, count: Int(last) + 1)
    for unit in units { touched[Int(design.samples[Int(stratum[Int(unit)])])] = true }
    return deleted.indices.filter { r in
      touched[Int(design.samples[Int(stratum[Int(deleted[r])])])]
    }
  }

  /// The replicates that touch some units: in the others every factor is 1.
  func active(for support: Support) -> [Int] {
    guard case .jackknife(let deleted) = kind else { return Array(0..<count) }
    var touched = [Bool](repeating: false, count: design.strata.count)
    for unit in support.units { touched[Int(stratum[Int(unit)])] = true }
    return deleted.indices.filter { touched[Int(stratum[Int(deleted[$0])])] }
  }

  /// The factors of some replicates (rows) for some units (columns).
  func factors(for support: Support, replicates: ArraySlice<Int>) -> Matrix {
    let (rows, units) = (replicates.count, support.units)
    var elements = [Double](repeating: 1, count: rows * units.count)
    let list = Array(replicates)
    switch kind {
    case .given(let weights):
      for (column, unit) in units.enumerated() {
        for (row, r) in list.enumerated() {
          elements[column * rows + row] = weights[r][Int(unit)]
        }
      }
    case .balanced(let fay):
      for (column, unit) in units.enumerated() {
        let h = Int(stratum[Int(unit)])
        let step = (1 - fay) * (1 - design.fractions[h]).squareRoot()
        let isFirst = Int(unit) == design.starts[h]
        for (row, r) in list.enumerated() {
          // Sylvester's Hadamard matrix, one column a stratum, the constant first column left out.
          let isPlus = (r & (h + 1)).nonzeroBitCount % 2 == 0
          elements[column * rows + row] = isPlus == isFirst ? 1 + step : 1 - step
        }
      }
    case .jackknife(let deleted):
      for (row, r) in list.enumerated() {
        let gone = deleted[r]
        let h = stratum[Int(gone)]
        let size = Double(design.starts[Int(h) + 1] - design.starts[Int(h)])
        let first = units.partitionPoint { $0 < design.starts[Int(h)] }
        for column in first..<units.count where units[column] < design.starts[Int(h) + 1] {
          elements[column * rows + row] = units[column] == gone ? 0 : size / (size - 1)
        }
      }
    case .bootstrap(let random, let keys):
      var first = 0
      while first < units.count {
        let h = Int(stratum[Int(units[first])])
        let end = units.partitionPoint { $0 < design.starts[h + 1] }
        draw(random.stream(keys[h]), h, list, first..<end, units, into: &elements)
        first = end
      }
    }
    return Matrix(rows: rows, columns: units.count, elements: elements)
  }

  /// Rao and Wu's factors of one stratum: n - 1 draws of its n PSUs, rescaled so that the fraction drawn counts.
  private func draw(
    _ random: KeyedRandom, _ h: Int, _ replicates: [Int], _ columns: Range<Int>, _ units: [Int32],
    into elements: inout [Double]
  ) {
    let start = design.starts[h]
    let size = design.starts[h + 1] - start
    guard size > 1 else { return }
    let weight = (1 - design.fractions[h]).squareRoot()
    let step = weight * Double(size) / Double(size - 1)
    var drawn = [Int32](repeating: 0, count: size)
    for (row, r) in replicates.enumerated() {
      let stream = random.stream(UInt64(r))
      for unit in 0..<size { drawn[unit] = 0 }
      for draw in 0..<(size - 1) { drawn[stream.below(size, at: draw)] += 1 }
      for column in columns {
        let times = Double(drawn[Int(units[column]) - start])
        elements[column * replicates.count + row] = 1 - weight + step * times
      }
    }
  }
}

extension Array {
  /// The first position at which a condition that holds for a beginning of the array no longer does.
  func partitionPoint(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
