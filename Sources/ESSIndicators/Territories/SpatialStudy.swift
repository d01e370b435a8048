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

    /// Options for a column of values.
    public init(value: String) { self.value = value }
  }

  /// The table, rows with a value only: a missing value never touches the neighbours.
  public let table: TerritoryTable
  /// Territories without a value.
  public let dropped: [String]
  /// The weights among the rows that are left.
  public let weights: SpatialWeights
  /// The options.
  public let options: Options
  /// Global measures, in the order asked for.
  public let global: [(Statistic, SpatialAutocorrelation)]
  /// Association with a second column.
  public let bivariate: SpatialAutocorrelation?
  /// Local measures.
  public let local: [(Statistic, LocalAssociation)]

  /// Measures a table; weights are those of its territories, before standardisation.
  public init(
    _ table: TerritoryTable, _ weights: SpatialWeights, _ options: Options
  ) throws(DataError) {
    let needed = [options.value] + [options.other].compactMap(\.self)
    let all = try table.column(options.value)
    let (complete, dropped) = try table.complete(needed)
    self.table = complete
    self.dropped = dropped
    self.options = options
    let kept = all.indices.filter { row in
      complete.territories.contains(table.territories[row])
    }
    let binary = weights.selecting(kept)
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
    var global: [(Statistic, SpatialAutocorrelation)] = []
    var local: [(Statistic, LocalAssociation)] = []
    for statistic in options.statistics {
      switch statistic {
      case .moran:
        SpatialAutocorrelation.moran(
          values, used, permutations: options.permutations, seed: options.seed
        ).map { global.append((statistic, $0)) }
      case .geary:
        SpatialAutocorrelation.geary(
          values, used, permutations: options.permutations, seed: options.seed
        ).map { global.append((statistic, $0)) }
      case .getisOrd:
        guard values.allSatisfy({ $0 > 0 }) else {
          throw .notIdentified("Getis and Ord's G needs values above 0")
        }
        SpatialAutocorrelation.getisOrd(
          values, binary, permutations: options.permutations, seed: options.seed
        ).map { global.append((statistic, $0)) }
      case .localMoran:
        LocalAssociation.moran(
          values, used, scale: options.scale, permutations: options.permutations,
          seed: options.seed
        ).map { local.append((statistic, $0)) }
      case .localG, .localGStar:
        LocalAssociation.getisOrd(values, binary, includesSelf: statistic == .localGStar)
          .map { local.append((statistic, $0)) }
      }
    }
    self.global = global
    self.local = local
    bivariate = try options.other.flatMap { name throws(DataError) in
      SpatialAutocorrelation.bivariateMoran(
        values, try complete.column(name), used, permutations: options.permutations,
        seed: options.seed)
    }
  }
}

extension SpatialStudy {
  /// The rows of the result: global measures, then the local ones by territory.
  public var observations: [Observation] {
    let links = "\(weights.method),links=\(weights.linkCount)"
    let isles = weights.islands
    let notes = [
      isles.isEmpty ? "" : "without a neighbour: \(isles.joined(separator: ", "))",
      dropped.isEmpty ? "" : "left out for want of a value: \(dropped.joined(separator: ", "))",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
    let sources = zip(table.variables, table.sources).filter { $0.0 == options.value }
      .flatMap(\.1).distinct
    func row(
      _ indicator: String, _ component: String, _ value: Double?, unit: String, method: String,
      territory: String = "", note: String = ""
    ) -> Observation {
      Observation(
        territory: territory, period: table.period, indicator: indicator, component: component,
        value: value, unit: unit, count: table.territories.count, status: table.status.worst,
        method: method, sources: sources, note: note)
    }
    func block(_ name: String, _ measure: SpatialAutocorrelation) -> [Observation] {
      let method = "\(name)(value=\(options.value),\(links))"
      var rows = [
        row(
          "territories.spatial", name, measure.value, unit: "ratio_any", method: method,
          note: notes)
      ]
      if measure.randomisationVariance.isFinite, name != "bivariate-moran" {
        rows.append(
          row(
            "territories.spatial_expected", name, measure.expectation, unit: "ratio_any",
            method: method))
        if let score = measure.normalScore {
          rows.append(
            row(
              "territories.spatial_z", "\(name)/normality", score, unit: "statistic",
              method: method))
        }
        rows.append(
          row(
            "territories.spatial_z", "\(name)/randomisation", measure.randomisationScore,
            unit: "statistic", method: method))
      }
      if let test = measure.permutation {
        rows.append(
          row(
            "territories.spatial_p", name, test.pValue(options.alternative), unit: "probability",
            method: permutationMethod(test)))
      }
      return rows
    }
    var rows = global.flatMap { block($0.0.rawValue, $0.1) }
    if let bivariate { rows += block("bivariate-moran", bivariate) }
    for (statistic, result) in local {
      rows += localRows(
        statistic, result, method: "\(statistic.rawValue)(value=\(options.value),\(links)", row)
    }
    return rows
  }

  private func permutationMethod(_ test: PermutationTest) -> String {
    "permutation(alternative=\(options.alternative.rawValue),permutations=\(test.permutations),seed=\(options.seed))"
  }

  private func localRows(
    _ statistic: Statistic, _ result: LocalAssociation, method: String,
    _ row: (String, String, Double?, String, String, String, String) -> Observation
  ) -> [Observation] {
    let name = statistic.rawValue
    let p = result.rows.map { $0.permutation?.pValue(options.alternative) }
    let known = p.compactMap(\.self)
    var adjusted = FalseDiscovery.adjusted(known)[...]
    return zip(table.territories, zip(result.rows, p)).flatMap {
      territory, entry -> [Observation] in
      let (own, p) = entry
      let scale =
        statistic == .localMoran ? ",scale=\(options.scale.rawValue))" : ",weights=binary)"
      var rows = [
        row(
          "territories.spatial_local", name, own.value,
          statistic == .localMoran ? "ratio_any" : "statistic", method + scale, territory,
          own.value == nil ? "no neighbour" : own.quadrant.rawValue)
      ]
      guard let p, let test = own.permutation, let q = adjusted.popFirst() else { return rows }
      rows.append(
        row(
          "territories.spatial_local_p", name, p, "probability", permutationMethod(test), territory,
          ""))
      rows.append(
        row(
          "territories.spatial_local_fdr", name, q, "probability", "benjamini_hochberg", territory,
          q <= options.discoveryRate ? "cluster \(own.quadrant.rawValue)" : ""))
      return rows
    }
  }
}
