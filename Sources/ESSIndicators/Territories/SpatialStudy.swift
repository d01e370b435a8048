public import ESSData
internal import ESSNumerics

/// Spatial association of a column of a table: global and local measures, with permutations.
public struct SpatialStudy: Sendable {
  /// A global measure.
  public enum Statistic: String, Sendable, CaseIterable {
    /// Moran's I.
    case moran
    /// Geary's C.
    case geary
    /// Getis and Ord's G, with binary weights.
    case getisOrd = "getis-ord"
    /// Local Moran values.
    case localMoran = "local-moran"
    /// Local G.
    case localG = "local-g"
    /// Local G*, with the territory itself.
    case localGStar = "local-g-star"
    /// Pairs of neighbours of the same and of different colours, with binary weights.
    case joinCounts = "join-counts"
    /// Rates of events drawn towards a mean by empirical Bayes.
    case smoothedRates = "eb-rates"
    /// Moran's I of standardised rates.
    case ratesMoran = "eb-moran"
    /// Tests of the residuals of a regression.
    case regression
  }

  /// What to compute.
  public struct Options: Sendable {
    /// Column of values.
    public var value: String
    /// Second column, for the association with the neighbours' values of it.
    public var other: String?
    /// The measures.
    public var statistics: [Statistic] = [.moran, .geary, .localMoran]
    /// Whether rows of weights add up to 1.
    public var isRowStandardised = true
    /// Permutations; 0 for none.
    public var permutations = 999
    /// Seed.
    public var seed: UInt64 = 1
    /// Side of the permutation tests.
    public var alternative = Alternative.twoSided
    /// Scale of local Moran values.
    public var scale = LocalAssociation.Scale.sample
    /// Share of false discoveries among local clusters.
    public var discoveryRate = 0.05
    /// For join counts: values above it are black; `nil` for values of 0 and 1.
    public var threshold: Double?
    /// The chance model of join counts.
    public var sampling = JoinCounts.Sampling.nonFree
    /// For rates: column of the populations in which the values are events.
    public var population: String?
    /// For a regression: columns of regressors.
    public var regressors: [String] = []

    /// Options for a column of values.
    public init(value: String) { self.value = value }
  }

  /// The table, rows with a value only: a missing value never touches the neighbours.
  public let table: TerritoryTable
  /// Territories without a value.
  public let dropped: [String]
  /// The weights among the rows that are left.
  public let weights: SpatialWeights
  /// The same before rows were standardised, for measures that need binary weights.
  public let neighbours: SpatialWeights
  /// The options.
  public let options: Options
  /// Global measures, in the order asked for.
  public let global: [(Statistic, SpatialAutocorrelation)]
  /// Association with a second column.
  public let bivariate: SpatialAutocorrelation?
  /// Local measures.
  public let local: [(Statistic, LocalAssociation)]
  /// Join counts.
  public let joinCounts: JoinCounts?
  /// Rates drawn towards a mean.
  public let rates: RateSmoothing?
  /// Tests of the residuals of a regression.
  public let diagnostics: SpatialDiagnostics?

  /// Measures a table; weights are those of its territories, before standardisation.
  public init(
    _ table: TerritoryTable, _ weights: SpatialWeights, _ options: Options
  ) throws(DataError) {
    let needed =
      [options.value] + [options.other, options.population].compactMap(\.self)
      + options.regressors
    let (complete, dropped) = try table.complete(needed.distinct)
    self.table = complete
    self.dropped = dropped
    self.options = options
    let remaining = Set(complete.territories)
    let kept = table.territories.indices.filter { remaining.contains(table.territories[$0]) }
    let binary = weights.selecting(kept)
    neighbours = binary
    let used = options.isRowStandardised ? binary.rowStandardised : binary
    self.weights = used
    let values = try complete.column(options.value)
    guard values.count > 3 else {
      throw .notIdentified("\(values.count) territories with a value are too few; four are needed")
    }
    guard (WeightedMoments(values)?.squares ?? 0) > 0 else {
      throw .notIdentified("\(options.value) is the same everywhere; association is not defined")
    }
    guard binary.linkCount > 0 else {
      throw .notIdentified("no two territories with a value are neighbours")
    }
    let asksForRates = options.statistics.contains { [.smoothedRates, .ratesMoran].contains($0) }
    let rates = asksForRates ? try Self.rates(complete, binary, options) : nil
    self.rates = rates
    joinCounts =
      options.statistics.contains(.joinCounts)
      ? try Self.joinCounts(complete, binary, options) : nil
    diagnostics =
      options.statistics.contains(.regression)
      ? try Self.diagnostics(complete, used, options) : nil
    var global: [(Statistic, SpatialAutocorrelation)] = []
    var local: [(Statistic, LocalAssociation)] = []
    let (permutations, seed) = (options.permutations, options.seed)
    for statistic in options.statistics {
      let measure: SpatialAutocorrelation?
      switch statistic {
      case .moran:
        measure = .moran(values, used, permutations: permutations, seed: seed)
      case .geary:
        measure = .geary(values, used, permutations: permutations, seed: seed)
      case .getisOrd:
        guard values.allSatisfy({ $0 > 0 }) else {
          throw .notIdentified("Getis and Ord's G needs values above 0")
        }
        measure = .getisOrd(values, binary, permutations: permutations, seed: seed)
      case .ratesMoran:
        measure = rates.flatMap {
          .moran($0.standardised, used, permutations: permutations, seed: seed)
        }
      case .localMoran:
        measure = nil
        LocalAssociation.moran(
          values, used, scale: options.scale, permutations: permutations, seed: seed
        ).map { local.append((statistic, $0)) }
      case .localG, .localGStar:
        measure = nil
        LocalAssociation.getisOrd(values, binary, includesSelf: statistic == .localGStar)
          .map { local.append((statistic, $0)) }
      case .joinCounts, .smoothedRates, .regression:
        measure = nil
      }
      if let measure { global.append((statistic, measure)) }
    }
    self.global = global
    self.local = local
    bivariate = try options.other.flatMap { name throws(DataError) in
      SpatialAutocorrelation.bivariateMoran(
        values, try complete.column(name), used, permutations: permutations, seed: seed)
    }
  }

  private static func joinCounts(
    _ table: TerritoryTable, _ weights: SpatialWeights, _ options: Options
  ) throws(DataError) -> JoinCounts {
    let values = try table.column(options.value)
    if options.threshold == nil, let row = values.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      throw .notIdentified(
        "\(table.territories[row]): \(options.value) is \(NumberText.shortest(values[row])); join counts need 0 and 1, or a threshold"
      )
    }
    let isBlack = values.map { $0 > (options.threshold ?? 0.5) }
    guard
      let counts = JoinCounts(
        isBlack: isBlack, weights, sampling: options.sampling, permutations: options.permutations,
        seed: options.seed)
    else {
      throw .notIdentified(
        "no value of \(options.value), or every one, is above the threshold; join counts need both colours"
      )
    }
    return counts
  }

  private static func rates(
    _ table: TerritoryTable, _ weights: SpatialWeights, _ options: Options
  ) throws(DataError) -> RateSmoothing {
    guard let name = options.population else {
      throw .notIdentified("rates need the population in which the events were counted")
    }
    let (events, people) = (try table.column(options.value), try table.column(name))
    if let row = people.firstIndex(where: { $0 <= 0 }) {
      throw .notIdentified("\(table.territories[row]): \(name) is not above 0")
    }
    if let row = events.firstIndex(where: { $0 < 0 }) {
      throw .notIdentified("\(table.territories[row]): \(options.value) is below 0")
    }
    guard let rates = RateSmoothing(events: events, populations: people, weights) else {
      throw .notIdentified("\(options.value): there are no events")
    }
    return rates
  }

  private static func diagnostics(
    _ table: TerritoryTable, _ weights: SpatialWeights, _ options: Options
  ) throws(DataError) -> SpatialDiagnostics {
    guard !options.regressors.isEmpty else {
      throw .notIdentified("a regression needs regressors")
    }
    var regressors: [(name: String, values: [Double])] = []
    for name in options.regressors { regressors.append((name, try table.column(name))) }
    let response = try table.column(options.value)
    do {
      return try SpatialDiagnostics(response: response, regressors: regressors, weights)
    } catch {
      throw .notIdentified(
        "the regressors are too many for \(table.territories.count) territories, or combinations of others: \(error.names.joined(separator: ", "))"
      )
    }
  }
}
