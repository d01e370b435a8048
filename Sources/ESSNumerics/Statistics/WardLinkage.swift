/// Hierarchical clusters by Ward's criterion on squared Euclidean distances (Ward 1963, Journal of the American Statistical Association 58,
/// 236-244), with the update of Lance and Williams (1967).
///
/// The convention is `ward.D2` of R and `ward` of SciPy: distances are squared before the update, and a height is the root of the updated square, so
/// that half its square is the growth of the within sum of squares (Murtagh and Legendre 2014, Journal of Classification 31, 274-295). By chains of
/// nearest neighbours: cost quadratic in the points, memory 8 n^2 bytes.
public struct WardLinkage: Sendable {
  /// One merge.
  public struct Merge: Sendable, Equatable {
    /// The clusters that were joined, the lower first: 0 ..< n are the points, n + m is the result of merge m.
    public let left: Int
    /// The other one.
    public let right: Int
    /// The height in the dendrogram.
    public let height: Double
    /// Points in the result.
    public let size: Int
  }

  /// Number of points.
  public let count: Int
  /// The n - 1 merges by height; equal heights in the order in which they were found.
  public let merges: [Merge]

  /// Joins points given row by row in a points x dimensions matrix; equal distances are taken in the order of the points.
  public init(_ points: Matrix) {
    count = points.rows
    let n = points.rows
    var squares = PairwiseDistance.squares(points)
    var sizes = [Double](repeating: 1, count: n)
    var isActive = [Bool](repeating: true, count: n)
    var found: [(a: Int, b: Int, square: Double)] = []
    found.reserveCapacity(max(0, n - 1))
    var chain: [Int] = []
    unsafe squares.withUnsafeMutableBufferPointer { d in
      while found.count < n - 1 {
        if chain.isEmpty { chain.append(isActive.firstIndex(of: true) ?? 0) }
        let tip = chain[chain.count - 1]
        // The cluster before the tip wins a tie, or the chain would run in circles.
        var nearest = chain.count > 1 ? chain[chain.count - 2] : -1
        var least = unsafe nearest >= 0 ? d[tip * n + nearest] : .infinity
        for other in 0..<n where isActive[other] && other != tip {
          let square = unsafe d[tip * n + other]
          if square < least { (nearest, least) = (other, square) }
        }
        guard chain.count > 1, nearest == chain[chain.count - 2] else {
          chain.append(nearest)
          continue
        }
        chain.removeLast(2)
        let (a, b) = (min(tip, nearest), max(tip, nearest))
        found.append((a, b, least))
        isActive[a] = false
        let both = sizes[a] + sizes[b]
        for k in 0..<n where isActive[k] && k != b {
          let (toA, toB) = unsafe (d[a * n + k], d[b * n + k])
          let grown = (sizes[a] + sizes[k]) * toA + (sizes[b] + sizes[k]) * toB
          let square = (grown - sizes[k] * least) / (both + sizes[k])
          unsafe d[b * n + k] = square
          unsafe d[k * n + b] = square
        }
        sizes[b] = both
      }
    }
    merges = Self.labelled(found, n)
  }

  /// The merges in order of height, with the names of the clusters that they join.
  private static func labelled(_ found: [(a: Int, b: Int, square: Double)], _ n: Int) -> [Merge] {
    let order = found.indices.sorted { (found[$0].square, $0) < (found[$1].square, $1) }
    var parent = Array(0..<n)
    var label = Array(0..<n)
    var size = [Int](repeating: 1, count: n)
    func root(_ point: Int) -> Int {
      var at = point
      while parent[at] != at {
        parent[at] = parent[parent[at]]
        at = parent[at]
      }
      return at
    }
    return order.enumerated().map { step, index in
      let (a, b) = (root(found[index].a), root(found[index].b))
      let (left, right) = (min(label[a], label[b]), max(label[a], label[b]))
      parent[a] = b
      size[b] += size[a]
      label[b] = n + step
      return Merge(
        left: left, right: right, height: max(0, found[index].square).squareRoot(), size: size[b])
    }
  }

  /// The cluster of each point when the tree is cut into so many, numbered by their first points.
  public func labels(_ clusters: Int) -> [Int] {
    precondition(clusters > 0 && clusters <= max(1, count), "a cut has from one to n clusters")
    var parent = Array(0..<(count + merges.count))
    for (step, merge) in merges.prefix(count - clusters).enumerated() {
      parent[merge.left] = count + step
      parent[merge.right] = count + step
    }
    var names: [Int: Int] = [:]
    return (0..<count).map { point in
      var at = point
      while parent[at] != at { at = parent[at] }
      if let name = names[at] { return name }
      names[at] = names.count
      return names.count - 1
    }
  }
}
