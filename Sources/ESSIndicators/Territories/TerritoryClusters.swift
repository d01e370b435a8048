public import ESSData
public import ESSNumerics

/// Territories in clusters by several indicators, with their silhouette.
public struct TerritoryClusters: Sendable {
  /// How clusters are made.
  public enum Method: String, Sendable, CaseIterable {
    /// By Ward's tree.
    case ward
    /// By means, the best of several starts.
    case kMeans = "k-means"
  }

  /// The scale of the indicators.
  public enum Scale: String, Sendable, CaseIterable {
    /// z scores with n - 1.
    case z
    /// Median and 1.4826 times the median absolute deviation.
    case robust
    /// As they are.
    case none
  }

  /// What to compute.
  public struct Options: Sendable {
    /// Columns of indicators.
    public var variables: [String]
    /// How clusters are made.
    public var method = Method.ward
    /// The scale of the indicators.
    public var scale = Scale.z
    /// What becomes of missing cells: territories left out, or medians.
    public var missing = TerritoryDistance.MissingRule.complete
    /// Number of clusters; `nil` for the one with the largest mean silhouette.
    public var count: Int?
    /// The most clusters that are tried.
    public var most = 8
    /// Starts of k-means.
    public var starts = 20
    /// How a start of k-means is improved.
    public var algorithm = KMeans.Algorithm.hartigan
    /// Seed of the starts.
    public var seed: UInt64 = 1

    /// Options for some indicators.
    public init(variables: [String]) { self.variables = variables }
  }

  /// One number of clusters.
  public struct Cut: Sendable {
    /// Number of clusters.
    public let count: Int
    /// The cluster of each territory, from 0, numbered by their first territories.
    public let labels: [Int]
    /// Sum of squared distances to the clusters' means, on the scale of the distance.
    public let inertia: Double
    /// The silhouette; `nil` where it is not defined.
    public let silhouette: Silhouette?
    /// Starts of k-means that reached the least inertia.
    public let agreeing: Int?
  }

  /// As many need about 3 GB, nearly all of it for the distances of all pairs.
  private static let most = 10_000

  /// The table that was clustered.
  public let table: TerritoryTable
  /// Territories left out.
  public let dropped: [String]
  /// Cells that a median stands for.
  public let imputed: Int
  /// The options.
  public let options: Options
  /// The tree; `nil` for k-means.
  public let tree: WardLinkage?
  /// The numbers of clusters that were tried, ascending.
  public let cuts: [Cut]
  /// The cut asked for, or suggested.
  public let chosen: Cut

  /// Clusters the territories of a table.
  ///
  /// - Throws: `DataError` for an unknown column, a constant indicator, too few or too many territories, or more clusters than distinct territories.
  public init(_ table: TerritoryTable, _ options: Options) throws(DataError) {
    let missing =
      options.missing == .available ? TerritoryDistance.MissingRule.complete : options.missing
    let distance = try TerritoryDistance(
      table, variables: options.variables, kind: options.scale == .robust ? .robust : .euclidean,
      missing: missing)
    let used = distance.table
    self.table = used
    dropped = distance.dropped
    imputed = distance.imputed
    self.options = options
    let count = used.territories.count
    guard count <= Self.most else {
      throw .notIdentified(
        "\(count) territories are too many for distances of all pairs; at most \(Self.most)")
    }
    var columns = distance.coordinates
    if options.scale == .none {
      guard distance.imputed == 0 else {
        throw .notIdentified("medians for missing cells need a scale: z or robust")
      }
      columns = try options.variables.map { name throws(DataError) in try used.column(name) }
    }
    let points = Matrix(rows: count, columns: columns.count, elements: columns.flatMap(\.self))
    let squares = PairwiseDistance.squares(points)
    let distinct = Set((0..<count).map { points.row($0) }).count
    guard distinct > 2 else {
      throw .notIdentified("clusters need three territories that differ; there are \(distinct)")
    }
    if let asked = options.count, asked > distinct - 1 {
      throw .notIdentified(
        "\(asked) clusters of \(distinct) different territories were asked for; at most \(distinct - 1)"
      )
    }
    let distances = squares.map { $0.squareRoot() }
    let tree = options.method == .ward ? WardLinkage(points) : nil
    self.tree = tree
    // A number beyond those that are compared is cut by itself, without all between.
    let compared = Array(2...max(2, min(options.most, distinct - 1)))
    let beyond = [options.count].compactMap(\.self).filter { !compared.contains($0) }
    var cuts: [Cut] = []
    for clusters in compared + beyond {
      let labels: [Int]
      var agreeing: Int?
      if let tree {
        labels = tree.labels(clusters)
      } else {
        guard
          let found = KMeans(
            points, clusters: clusters, starts: options.starts, algorithm: options.algorithm,
            seed: options.seed)
        else { continue }
        labels = found.labels
        agreeing = found.startInertias.count { $0 <= found.inertia * (1 + 1e-9) }
      }
      cuts.append(
        Cut(
          count: clusters, labels: labels, inertia: Self.inertia(points, labels, clusters),
          silhouette: Silhouette(distances: distances, labels: labels), agreeing: agreeing))
    }
    self.cuts = cuts
    let best = cuts.indices.max {
      (cuts[$0].silhouette?.mean ?? -2, -$0) < (cuts[$1].silhouette?.mean ?? -2, -$1)
    }
    guard let chosen = cuts.first(where: { $0.count == options.count }) ?? best.map({ cuts[$0] })
    else { throw .notIdentified("no clusters were found") }
    self.chosen = chosen
  }

  /// The number of clusters with the largest mean silhouette among those tried; the smallest of equals.
  public var suggested: Int {
    cuts.max {
      ($0.silhouette?.mean ?? -2, -$0.count) < ($1.silhouette?.mean ?? -2, -$1.count)
    }?.count ?? chosen.count
  }

  private static func inertia(_ points: Matrix, _ labels: [Int], _ clusters: Int) -> Double {
    var sum = ExactSum()
    for k in 0..<points.columns {
      let column = points.column(k)
      for cluster in 0..<clusters {
        let members = zip(column, labels).filter { $0.1 == cluster }.map(\.0)
        sum.add(WeightedMoments(members)?.squares ?? 0)
      }
    }
    return sum.value
  }
}
