public import ESSData
internal import ESSNumerics

/// Inequality between the territories of a table, with its split over nested groups and its uncertainty.
public struct TerritoryInequality: Sendable {
  /// What to measure.
  public struct Options: Sendable {
    /// Column of values, at least 0.
    public var value: String
    /// Column that the values are divided by, if any.
    public var per: String?
    /// Column of weights, usually populations; `nil` for territories that count alike.
    public var weight: String?
    /// The mean that deviations are taken from in Williamson's coefficient.
    public var williamson = RegionalInequality.WilliamsonMean.population
    /// Atkinson's aversions to inequality.
    public var aversions: [Double] = [0.5, 1, 2]
    /// Theil index that is split over the groupings of the table.
    public var decomposed: NestedDecomposition.Index = .theilT
    /// Bootstrap replicates over territories, and permutations of groups and places; 0 for none.
    public var replicates = 0
    /// Seed of both.
    public var seed: UInt64 = 1
    /// Confidence level.
    public var level = 0.95
    /// Neighbours, for the spatial split of the Gini coefficient.
    public var neighbours: SpatialWeights?

    /// Options for a column of values.
    public init(value: String) { self.value = value }
  }

  /// A measure with its uncertainty.
  public struct Estimate: Sendable, Equatable {
    /// The value; `nil` where it is not defined.
    public let value: Double?
    /// Bootstrap standard error.
    public let standardError: Double?
    /// Percentile interval of the bootstrap.
    public let interval: ClosedRange<Double>?
  }

  /// The table that was measured: complete rows only.
  public let table: TerritoryTable
  /// Territories left out because a value is missing.
  public let dropped: [String]
  /// Options as given.
  public let options: Options
  /// Name of each index with its estimate, in the order of the output.
  public let indices: [(name: String, estimate: Estimate)]
  /// The split over groups; `nil` without groupings.
  public let decomposition: NestedDecomposition?
  /// The p-value of the outermost between part under random grouping.
  public let betweenTest: PermutationTest?
  /// The spatial split; `nil` without neighbours.
  public let spatial: SpatialGini?

  /// Measures a table.
  public init(_ table: TerritoryTable, _ options: Options) throws(DataError) {
    let needed = [options.value] + [options.per, options.weight].compactMap(\.self)
    let (complete, dropped) = try table.complete(needed)
    self.table = complete
    self.dropped = dropped
    self.options = options
    var values = try complete.column(options.value)
    if let per = options.per {
      let below = try complete.column(per)
      if let row = below.firstIndex(where: { $0 <= 0 }) {
        throw .notIdentified(
          "\(complete.territories[row]): \(per) is \(NumberText.shortest(below[row])); a value for each needs it above 0"
        )
      }
      values = zip(values, below).map { $0 / $1 }
    }
    let weights = try options.weight.map { name throws(DataError) in try complete.column(name) }
    if let row = values.firstIndex(where: { $0 < 0 }) {
      throw .notIdentified(
        "\(complete.territories[row]): \(options.value) is below 0; inequality indices need values of at least 0"
      )
    }
    if let weights, let row = weights.firstIndex(where: { $0 < 0 }) {
      throw .notIdentified("\(complete.territories[row]): the weight is below 0")
    }
    guard let measure = RegionalInequality(values, weights: weights) else {
      throw .notIdentified(
        values.isEmpty ? "no territory has a value" : "the values or the weights are all 0")
    }
    indices = Self.estimates(values, weights, measure, options)
    if complete.groupings.isEmpty {
      decomposition = nil
      betweenTest = nil
    } else {
      let split = try NestedDecomposition(
        options.decomposed, values, weights: weights, levels: complete.groups)
      decomposition = split
      betweenTest = try Self.groupTest(values, weights, complete.groups[0], split, options)
    }
    spatial = options.neighbours.flatMap { weights in
      let places = complete.territories.compactMap { weights.territories.firstIndex(of: $0) }
      guard places.count == values.count else { return nil }
      return SpatialGini(
        values, weights: weights.selecting(places), permutations: options.replicates,
        seed: options.seed)
    }
  }

  private static func named(
    _ measure: RegionalInequality, _ values: [Double], _ weights: [Double]?, _ options: Options
  ) -> [(String, Double?)] {
    [
      ("gini", measure.gini), ("theil-t", measure.theilT), ("theil-l", measure.theilL),
      ("hoover", measure.hoover), ("cv", measure.coefficientOfVariation),
      ("sd-log", measure.deviationOfLogs),
    ]
      + (weights.map {
        [
          (
            "williamson",
            RegionalInequality.williamson(values, weights: $0, mean: options.williamson)
          )
        ]
      } ?? [])
      + options.aversions.map {
        (
          "atkinson:" + NumberText.shortest($0),
          RegionalInequality.atkinson(values, weights: weights, aversion: $0)
        )
      }
  }

  private static func estimates(
    _ values: [Double], _ weights: [Double]?, _ measure: RegionalInequality, _ options: Options
  ) -> [(name: String, estimate: Estimate)] {
    let point = named(measure, values, weights, options)
    let random = KeyedRandom(seed: options.seed, stream: 1)
    let replicates = Parallel.map(options.replicates) { replicate -> [Double?] in
      let stream = random.stream(UInt64(replicate))
      let rows = values.indices.map { stream.below(values.count, at: $0) }
      let (drawn, drawnWeights) = (
        rows.map { values[$0] }, weights.map { all in rows.map { all[$0] } }
      )
      guard let own = RegionalInequality(drawn, weights: drawnWeights) else {
        return point.map { _ in nil }
      }
      return named(own, drawn, drawnWeights, options).map(\.1)
    }
    return point.enumerated().map { index, entry in
      let draws = replicates.compactMap { $0[index] }
      guard draws.count > 1, entry.1 != nil, let moments = WeightedMoments(draws),
        let quantiles = WeightedQuantiles(draws)
      else { return (entry.0, Estimate(value: entry.1, standardError: nil, interval: nil)) }
      let tail = (1 - options.level) / 2
      return (
        entry.0,
        Estimate(
          value: entry.1, standardError: moments.sampleVariance?.squareRoot(),
          interval: quantiles.quantile(tail)...quantiles.quantile(1 - tail))
      )
    }
  }

  /// The outermost between part under random assignment of territories to groups of the same sizes.
  private static func groupTest(
    _ values: [Double], _ weights: [Double]?, _ groups: [String], _ split: NestedDecomposition,
    _ options: Options
  ) throws(DataError) -> PermutationTest? {
    guard options.replicates > 0 else { return nil }
    let random = KeyedRandom(seed: options.seed, stream: 2)
    var permuted: [Double] = []
    for replicate in 0..<options.replicates {
      let order = random.stream(UInt64(replicate)).permutation(values.count)
      let shuffled = order.map { groups[$0] }
      permuted.append(
        try NestedDecomposition(options.decomposed, values, weights: weights, levels: [shuffled])
          .between[0])
    }
    return PermutationTest(statistic: split.between[0], permuted: permuted)
  }
}

extension TerritoryInequality {
  /// The rows of the result: the indices, then the split by level, the groups' own indices, and the spatial split.
  public var observations: [Observation] {
    let weighting = options.weight.map { "weights=\($0)" } ?? "weights=none"
    let value = options.value + (options.per.map { "/" + $0 } ?? "")
    let base = "value=\(value),\(weighting)"
    let sources = zip(table.variables, table.sources)
      .filter { [options.value, options.per, options.weight].contains($0.0) }.flatMap(\.1).distinct
    let note =
      dropped.isEmpty ? "" : "left out for want of a value: \(dropped.joined(separator: ", "))"
    func row(
      _ indicator: String, _ component: String, _ value: Double?, _ method: String,
      _ estimate: Estimate? = nil, unit: String = "ratio_any", territory: String = "",
      note: String = note
    ) -> Observation {
      Observation(
        territory: territory, period: table.period, indicator: indicator, component: component,
        value: value, unit: unit, standardError: estimate?.standardError,
        interval: estimate?.interval, count: table.territories.count, status: table.status.worst,
        method: method, sources: sources, note: note)
    }
    let bootstrap =
      options.replicates > 0
      ? ",bootstrap=\(options.replicates),seed=\(options.seed),interval=percentile" : ""
    var rows = indices.map { name, estimate in
      let mean = name == "williamson" ? ",mean=\(options.williamson.rawValue)" : ""
      return row(
        "territories.inequality", name, estimate.value, "inequality(\(base)\(mean)\(bootstrap))",
        estimate, note: estimate.value == nil ? "not defined where a value is 0" : note)
    }
    if let decomposition {
      let method = "nested(index=\(options.decomposed.rawValue),\(base))"
      rows.append(
        row("territories.inequality_split", "total", decomposition.total, method))
      for (level, part) in decomposition.between.enumerated() {
        rows.append(
          row(
            "territories.inequality_split", "between/\(table.groupings[level])", part, method))
      }
      rows.append(row("territories.inequality_split", "within", decomposition.within, method))
      if let betweenTest {
        rows.append(
          row(
            "territories.inequality_split_p", "between/\(table.groupings[0])",
            betweenTest.pValue(.greater),
            "permutation(alternative=greater,permutations=\(betweenTest.permutations),seed=\(options.seed))",
            unit: "probability"))
      }
      for group in decomposition.groups {
        rows.append(
          row(
            "territories.inequality_group", "\(table.groupings[group.level])/\(group.name)",
            group.index, method, note: ""))
      }
    }
    if let spatial {
      let method = "spatial_gini(\(base),\(options.neighbours?.method ?? ""))"
      rows.append(row("territories.spatial_gini", "near", spatial.near, method))
      rows.append(row("territories.spatial_gini", "distant", spatial.distant, method))
      if let test = spatial.permutation {
        rows.append(
          row(
            "territories.spatial_gini_p", "distant", test.pValue(.greater),
            "permutation(alternative=greater,permutations=\(test.permutations),seed=\(options.seed))",
            unit: "probability"))
      }
    }
    return rows
  }
}
