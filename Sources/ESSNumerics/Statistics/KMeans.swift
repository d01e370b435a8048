/// Clusters that minimise the sum of squared distances to their means, as the best of several starts.
///
/// Starts are drawn by k-means++ (Arthur and Vassilvitskii 2007), each with its own stream of the seed. The optimum is not proved: more starts find a lower
/// inertia or the same. Cost of a pass: n k d for n points in d dimensions.
public struct KMeans: Sendable {
  /// How a start is improved.
  public enum Algorithm: String, Sendable, CaseIterable {
    /// Assign all points to the nearest mean, then move the means, until nothing changes (Lloyd 1982).
    case lloyd
    /// Lloyd's passes, then single points move as long as a move lowers the inertia, the means following each (Hartigan and Wong 1979).
    case hartigan
  }

  /// The cluster of each point, numbered by their first points.
  public let labels: [Int]
  /// Sum of squared distances to the means.
  public let inertia: Double
  /// The inertia of each start.
  public let startInertias: [Double]

  /// Clusters the rows of a points x dimensions matrix; `nil` for fewer distinct points than clusters.
  public init?(
    _ points: Matrix, clusters: Int, starts: Int = 20, algorithm: Algorithm = .hartigan,
    seed: UInt64 = 1
  ) {
    precondition(clusters > 0 && starts > 0, "a start has at least one cluster")
    guard points.rows >= clusters else { return nil }
    let flat = PairwiseDistance.byPoint(points)
    let random = KeyedRandom(seed: seed)
    let found = Parallel.map(starts) { start -> KMeansStart? in
      guard
        var search = KMeansStart(
          flat, points.columns, clusters, random.stream(UInt64(start)).generator())
      else { return nil }
      search.run(algorithm)
      return search
    }.compactMap(\.self)
    let inertias = found.map(\.inertia)
    guard let best = inertias.indices.min(by: { (inertias[$0], $0) < (inertias[$1], $1) }) else {
      return nil
    }
    startInertias = inertias
    inertia = inertias[best]
    var names: [Int: Int] = [:]
    labels = found[best].labels.map { label in
      if let name = names[label] { return name }
      names[label] = names.count
      return names.count - 1
    }
  }
}

/// One start of k-means.
private struct KMeansStart: Sendable {
  private static let mostPasses = 300
  let points: [Double]
  let dimensions: Int
  let clusters: Int
  var means: [Double]
  var labels: [Int]
  var sizes: [Int]

  var count: Int { labels.count }

  /// Means drawn by k-means++: each new one with a chance proportional to its squared distance from the nearest drawn before; `nil` for fewer distinct
  /// points than clusters.
  init?(
    _ points: [Double], _ dimensions: Int, _ clusters: Int, _ generator: KeyedRandom.Generator
  ) {
    var generator = generator
    let count = dimensions == 0 ? 0 : points.count / dimensions
    self.points = points
    self.dimensions = dimensions
    self.clusters = clusters
    labels = Array(repeating: 0, count: count)
    sizes = Array(repeating: 0, count: clusters)
    means = []
    guard count > 0 else { return nil }
    var least = [Double](repeating: .infinity, count: count)
    var chosen = generator.below(count)
    for number in 0..<clusters {
      means += points[(chosen * dimensions)..<((chosen + 1) * dimensions)]
      guard number + 1 < clusters else { break }
      for i in 0..<count { least[i] = min(least[i], square(i, number)) }
      let total = least.reduce(0, +)
      guard total > 0 else { return nil }
      let draw = generator.uniform() * total
      var cumulated = 0.0
      chosen = least.lastIndex { $0 > 0 } ?? 0
      for i in 0..<count {
        cumulated += least[i]
        if cumulated > draw {
          chosen = i
          break
        }
      }
    }
  }

  mutating func run(_ algorithm: KMeans.Algorithm) {
    lloyd()
    if algorithm == .hartigan { moveSingles() }
  }

  /// Squared distance of a point from a mean.
  private func square(_ point: Int, _ cluster: Int) -> Double {
    var sum = 0.0
    unsafe points.withUnsafeBufferPointer { points in
      unsafe means.withUnsafeBufferPointer { means in
        let (p, m) = (point * dimensions, cluster * dimensions)
        for k in 0..<dimensions {
          let difference = unsafe points[p + k] - means[m + k]
          sum += difference * difference
        }
      }
    }
    return sum
  }

  private mutating func lloyd() {
    for pass in 0..<Self.mostPasses {
      var hasChanged = pass == 0
      for i in labels.indices {
        var (nearest, least) = (labels[i], square(i, labels[i]))
        for cluster in 0..<clusters where cluster != nearest {
          let distance = square(i, cluster)
          if distance < least || (distance == least && cluster < nearest) {
            (nearest, least) = (cluster, distance)
          }
        }
        if nearest != labels[i] {
          labels[i] = nearest
          hasChanged = true
        }
      }
      if !hasChanged { return }
      count(andFill: true)
      moveMeans()
    }
  }

  /// Counts the clusters; an empty one takes the point that is furthest from its mean in a cluster of several.
  private mutating func count(andFill: Bool) {
    sizes = Array(repeating: 0, count: clusters)
    for label in labels { sizes[label] += 1 }
    for cluster in 0..<clusters where andFill && sizes[cluster] == 0 {
      var (furthest, most) = (-1, -1.0)
      for i in labels.indices where sizes[labels[i]] > 1 {
        let distance = square(i, labels[i])
        if distance > most { (furthest, most) = (i, distance) }
      }
      guard furthest >= 0 else { continue }
      sizes[labels[furthest]] -= 1
      sizes[cluster] = 1
      labels[furthest] = cluster
    }
  }

  private mutating func moveMeans() {
    means = Array(repeating: 0, count: clusters * dimensions)
    for i in labels.indices {
      for k in 0..<dimensions { means[labels[i] * dimensions + k] += points[i * dimensions + k] }
    }
    for cluster in 0..<clusters where sizes[cluster] > 0 {
      for k in 0..<dimensions { means[cluster * dimensions + k] /= Double(sizes[cluster]) }
    }
  }

  /// Moves points one at a time where the inertia falls: leaving a cluster of n saves n/(n-1) of the squared distance, joining one costs n/(n+1).
  private mutating func moveSingles() {
    for _ in 0..<Self.mostPasses {
      var hasMoved = false
      for i in labels.indices where sizes[labels[i]] > 1 {
        let own = labels[i]
        let size = Double(sizes[own])
        let saved = size / (size - 1) * square(i, own)
        var (best, cost) = (own, saved)
        for cluster in 0..<clusters where cluster != own {
          let other = Double(sizes[cluster])
          let added = other / (other + 1) * square(i, cluster)
          if added < cost { (best, cost) = (cluster, added) }
        }
        // A gain within rounding is none, or points would move for ever.
        guard best != own, saved - cost > 1e-12 * saved else { continue }
        move(i, from: own, to: best)
        hasMoved = true
      }
      if !hasMoved { return }
      moveMeans()
    }
  }

  private mutating func move(_ point: Int, from old: Int, to new: Int) {
    let (left, joined) = (Double(sizes[old]), Double(sizes[new]))
    for k in 0..<dimensions {
      let x = points[point * dimensions + k]
      means[old * dimensions + k] += (means[old * dimensions + k] - x) / (left - 1)
      means[new * dimensions + k] += (x - means[new * dimensions + k]) / (joined + 1)
    }
    sizes[old] -= 1
    sizes[new] += 1
    labels[point] = new
  }

  /// The sum of squared distances, from means computed anew.
  var inertia: Double {
    var exact = self
    exact.count(andFill: false)
    exact.moveMeans()
    return ExactSum(labels.indices.map { exact.square($0, labels[$0]) }).value
  }
}
