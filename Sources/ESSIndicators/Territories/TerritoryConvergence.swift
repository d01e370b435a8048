public import ESSData
internal import ESSNumerics

/// Whether territories become more alike: spread, catching up, clubs, moves between classes and ranks, in one study of a series.
public struct TerritoryConvergence: Sendable {
  /// The parts of a study.
  public enum Method: String, Sendable, CaseIterable {
    /// Growth on the initial level.
    case beta
    /// Spread by period.
    case sigma
    /// The log t test and clubs.
    case logT = "logt"
    /// A Markov chain between quantile classes.
    case markov
    /// Rank mobility.
    case ranks
  }

  /// What to compute.
  public struct Options: Sendable {
    /// The parts.
    public var methods = Method.allCases
    /// Number of classes of the Markov chain.
    public var classes = 5
    /// Whether cuts are those of all periods together.
    public var isPooled = false
    /// Share of the first periods that the log t regression leaves out.
    public var trim = 1.0 / 3
    /// Form of the log t standard error.
    public var bandwidth = LogTConvergence.Bandwidth.fixed
    /// Confidence level.
    public var level = 0.95
    /// Regions, for cohesion; one for each territory of the series.
    public var blocks: [String]?
    /// Neighbours, for the spatial Markov chain.
    public var neighbours: SpatialWeights?
    /// Further columns of the growth regression, one value for each territory.
    public var controls: [(name: String, values: [Double])] = []
    /// What the series is, for `method`.
    public var name = "value"

    /// All parts with the usual conventions.
    public init() {}
  }

  /// The series.
  public let series: TerritorySeries
  /// The options.
  public let options: Options
  /// Growth regression, or why there is none.
  public let beta: Result<BetaConvergence, DataError>?
  /// Spread by period.
  public let sigma: SigmaConvergence?
  /// Log t test of all territories; `nil` where it is not defined.
  public let logT: LogTConvergence?
  /// Clubs.
  public let clubs: ConvergenceClubs?
  /// Markov chain.
  public let chain: MarkovMobility?
  /// Chains by the class of the neighbours.
  public let spatialChains: [MarkovMobility]
  /// Test that those chains are one: statistic and degrees of freedom.
  public let homogeneity: (statistic: Double, degreesOfFreedom: Int)?
  /// Rank mobility from the first to the last period.
  public let mobility: RankMobility?

  /// Studies a series of at least two territories and two periods.
  public init(_ series: TerritorySeries, _ options: Options) throws(DataError) {
    guard series.territories.count > 1, series.periods.count > 1 else {
      throw .notIdentified(
        "convergence needs two territories and two periods; there are "
          + "\(series.territories.count) and \(series.periods.count)")
    }
    self.series = series
    self.options = options
    let last = series.periods.count - 1
    let (first, end) = (series.crossSection(0), series.crossSection(last))
    let wanted = Set(options.methods)
    if wanted.contains(.beta) {
      do throws(DataError) {
        beta = .success(
          try BetaConvergence(
            start: first, end: end, years: series.years(from: 0, to: last),
            controls: options.controls))
      } catch {
        beta = .failure(error)
      }
    } else {
      beta = nil
    }
    sigma = wanted.contains(.sigma) ? SigmaConvergence(series) : nil
    let isPositive = series.values.elements.allSatisfy { $0 > 0 }
    if wanted.contains(.logT), isPositive {
      let logs = series.values.map { SpecialFunctions.log($0) }
      logT = LogTConvergence(logs: logs, trim: options.trim, bandwidth: options.bandwidth)
      clubs = logT == nil ? nil : ConvergenceClubs(logs: logs, trim: options.trim)
    } else {
      (logT, clubs) = (nil, nil)
    }
    if wanted.contains(.markov) {
      let classes = MarkovMobility.quantileClasses(
        series, classes: options.classes, pooled: options.isPooled
      ).classOf
      chain = MarkovMobility(classOf: classes, classes: options.classes)
      if let weights = options.neighbours {
        let spatial = MarkovMobility.spatial(
          series, weights, classes: options.classes, pooled: options.isPooled)
        spatialChains = spatial.chains
        homogeneity = (spatial.likelihoodRatio, spatial.degreesOfFreedom)
      } else {
        (spatialChains, homogeneity) = ([], nil)
      }
    } else {
      (chain, spatialChains, homogeneity) = (nil, [], nil)
    }
    mobility = wanted.contains(.ranks) ? RankMobility(first, end, blocks: options.blocks) : nil
  }
}
