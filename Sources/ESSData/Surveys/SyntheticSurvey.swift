internal import ESSNumerics

/// A household survey that nobody answered: a seeded sample whose rates follow published ones, to try every survey command on.
///
/// For each territory and period log welfare is m + a(stratum) + t b(PSU) + w e(household), with b and e standard normal. The total
/// variance is that of a log-normal distribution with the published Gini index; m makes the headcount ratio on the line equal to the
/// published one. PSU effects take a tenth of the variance within strata and are the same in both periods. A deprivation is what is
/// below its published rate in a normal score that correlates with welfare by 0.5. Normal scores are those of the ranks of random numbers
/// in cumulated person weight, so that rates are met closely in small samples too. Design weights vary
/// at random by a factor of up to 7 / 3 and add up to the population. Every number is a function of (seed, territory, period, stratum,
/// household). Cost: linear in the number of households.
public struct SyntheticSurvey: Sendable {
  /// What a territory must look like in a period.
  public struct Target: Sendable {
    /// Territory.
    public let territory: String
    /// Period.
    public let period: String
    /// Share of persons below the line.
    public let headcount: Double
    /// Gini index, between 0 and 1.
    public let gini: Double
    /// Persons.
    public let population: Double
    /// Share of persons with each deprivation, in the order of `deprivations`.
    public let deprivation: [Double]

    /// A target.
    public init(
      territory: String, period: String, headcount: Double, gini: Double, population: Double,
      deprivation: [Double]
    ) {
      self.territory = territory
      self.period = period
      self.headcount = headcount
      self.gini = gini
      self.population = population
      self.deprivation = deprivation
    }
  }

  /// The deprivations, each a column of zeros and ones.
  public static let deprivations = [
    "education", "health", "social_security", "housing", "services", "food",
  ]

  /// The columns of the table.
  public static let columns =
    ["household", "territory", "period", "stratum", "psu", "weight", "size", "welfare"]
    + deprivations

  /// The poverty line that the headcount ratios are on, dollars a day at 2021 purchasing power.
  public static let line = 8.30

  // Strata: share of persons, share of households, shift of log welfare. The shifts have mean zero.
  private static let strata: [(name: String, persons: Double, households: Double, shift: Double)] =
    [("urban", 0.7, 0.6, 0.15), ("rural", 0.3, 0.4, -0.35)]
  private static let between = strata.reduce(0) { $0 + $1.persons * $1.shift * $1.shift }
  /// Shares of households with 1 to 7 persons.
  private static let sizes = [0.15, 0.2, 0.22, 0.2, 0.12, 0.07, 0.04]
  private static let householdsOfPSU = 10

  private let targets: [Target]
  private let households: Int
  private let random: KeyedRandom

  /// A survey of some households; at least 4 in every stratum, so that each has two PSUs of two.
  public init(households: Int, seed: UInt64, targets: [Target]) throws(DataError) {
    let fewest = targets.count * 10
    guard households >= fewest else {
      throw .notIdentified(
        "\(households) households are too few: \(targets.count) territories and periods need at least "
          + "\(fewest)")
    }
    self.households = households
    self.targets = targets
    random = KeyedRandom(seed: seed)
  }

  /// What the shipped packages publish: on the 8.30-dollar line every territory with a headcount ratio, Gini index and population in both
  /// 2019 and 2020; deprivation rates of Mexico in 2018 and 2020, which stand for all territories.
  public static func publishedTargets() throws(DataError) -> [Target] {
    let panel = try Dataset("lac-covid").panel()
    let mexico = try Dataset("mexico-states").panel()
    let names = ["education", "health", "social_security", "housing", "basic_services", "food"]
    var targets: [Target] = []
    for (period, surveyed) in [("2019", "2018"), ("2020", "2020")] {
      let rates = names.compactMap { name in
        Period(surveyed).flatMap { mexico.cell("deprivation_\(name)_pct", "MEX", $0)?.value }
      }
      guard rates.count == names.count else {
        throw .notIdentified("mexico-states has no deprivation rates for \(surveyed)")
      }
      for territory in panel.territories.sorted() {
        func value(_ variable: String, _ period: String) -> Double? {
          Period(period).flatMap { panel.cell(variable, territory, $0)?.value }
        }
        guard
          let other = value("poverty_headcount_830_pct", period == "2019" ? "2020" : "2019"),
          value("gini_index", period == "2019" ? "2020" : "2019") != nil, other > 0,
          let headcount = value("poverty_headcount_830_pct", period),
          let gini = value("gini_index", period), let population = value("population", period)
        else { continue }
        targets.append(
          Target(
            territory: territory, period: period, headcount: headcount / 100, gini: gini / 100,
            population: population, deprivation: rates.map { $0 / 100 }))
      }
    }
    return targets
  }

  /// The survey as CSV: periods, territories, strata and PSUs in order.
  public func csv() -> [UInt8] {
    var bytes = Array((Self.columns.joined(separator: ",") + "\n").utf8)
    bytes.reserveCapacity(households * 72)
    var number = 0
    for (index, target) in targets.enumerated() {
      let count = households / targets.count + (index < households % targets.count ? 1 : 0)
      let urban = Int((Self.strata[0].households * Double(count)).rounded())
      for (h, households) in [urban, count - urban].enumerated() {
        let cell = Cell(target, stratum: h, households: households, random: random)
        cell.write(to: &bytes, firstNumber: number + 1)
        number += households
      }
    }
    return bytes
  }

  /// One stratum of a territory in a period.
  private struct Cell {
    let target: Target
    let stratum: Int
    let households: Int
    let random: KeyedRandom
    let psuRandom: KeyedRandom

    init(_ target: Target, stratum: Int, households: Int, random: KeyedRandom) {
      self.target = target
      self.stratum = stratum
      self.households = households
      let name = target.territory.utf8.reduce(0 as UInt64) { $0 &* 31 &+ UInt64($1) }
      let period = target.period.utf8.reduce(0 as UInt64) { $0 &* 31 &+ UInt64($1) }
      let place = random.stream(name).stream(UInt64(stratum))
      psuRandom = place.stream(0)
      self.random = place.stream(1 + period)
    }

    /// Mean of log welfare at which the expected headcount ratio over both strata is the published one.
    private func centre(_ spread: Double) -> Double {
      let line = SpecialFunctions.log(SyntheticSurvey.line)
      func excess(_ centre: Double) -> Double {
        SyntheticSurvey.strata.reduce(-target.headcount) { sum, stratum in
          sum + stratum.persons * Normal().cumulative((line - centre - stratum.shift) / spread)
        }
      }
      return RootFinding.root(in: (line - 20)...(line + 20), excess) ?? line
    }

    /// The standard normal scores of some numbers: each at the middle half of its own step of cumulated person weight.
    private static func scores(
      _ values: [Double], weights: [Double], _ random: KeyedRandom
    ) -> [Double] {
      let total = weights.reduce(0, +)
      var scores = [Double](repeating: 0, count: values.count)
      var sum = 0.0
      for i in SortOrder.ascending(of: values).map(Int.init) {
        let within = 0.25 + random.uniform(at: i) / 2
        scores[i] = Normal().quantile((sum + within * weights[i]) / total)
        sum += weights[i]
      }
      return scores
    }

    private func normals(_ count: Int, _ random: KeyedRandom) -> [Double] {
      (0..<count).map { random.normal(at: $0) }
    }

    func write(to bytes: inout [UInt8], firstNumber: Int) {
      let sigma = 2.0.squareRoot() * Normal().quantile((1 + target.gini) / 2)
      // A society so equal that its strata alone would be more unequal has some spread within them nevertheless.
      let spread = max(sigma * sigma - SyntheticSurvey.between, 0.01).squareRoot()
      let centre = centre(spread)
      let psus = max(2, households / SyntheticSurvey.householdsOfPSU)
      let draws = random.stream(100)
      var sizes: [Int] = []
      var raw: [Double] = []
      var persons: [Double] = []
      for i in 0..<households {
        var rest = draws.uniform(at: 2 * i)
        let size =
          (SyntheticSurvey.sizes.firstIndex { share in
            rest -= share
            return rest < 0
          } ?? 6) + 1
        sizes.append(size)
        raw.append(0.6 + 0.8 * draws.uniform(at: 2 * i + 1))
        persons.append(raw[i] * Double(size))
      }
      let clusters = normals(psus, psuRandom)
      let psu = (0..<households).map { $0 * psus / households }
      let own = normals(households, random.stream(0))
      let mixed = own.indices.map {
        0.1.squareRoot() * clusters[psu[$0]] + 0.9.squareRoot() * own[$0]
      }
      let scores = Self.scores(mixed, weights: persons, random.stream(101))
      let others = (0..<SyntheticSurvey.deprivations.count).map { number in
        let stream = random.stream(UInt64(1 + number))
        return Self.scores(
          normals(households, stream), weights: persons, stream.stream(0))
      }
      let scale = target.population * SyntheticSurvey.strata[stratum].persons / persons.reduce(0, +)
      let thresholds = target.deprivation.map { Normal().quantile($0) }
      let shift = SyntheticSurvey.strata[stratum].shift
      let name = "\(target.territory)-\(SyntheticSurvey.strata[stratum].name)"
      for i in 0..<households {
        let deviation = shift + spread * scores[i]
        let welfare = SpecialFunctions.exp(centre + deviation)
        let score = deviation / sigma
        var text =
          "\(firstNumber + i),\(target.territory),\(target.period),\(name),\(name)-\(psu[i] + 1),"
          + "\(NumberText.fixed(raw[i] * scale, decimals: 3)),\(sizes[i]),"
          + NumberText.fixed(welfare, decimals: 2)
        for (j, threshold) in thresholds.enumerated() {
          text += 0.5 * score + 0.75.squareRoot() * others[j][i] < threshold ? ",1" : ",0"
        }
        bytes += Array((text + "\n").utf8)
      }
    }
  }
}
