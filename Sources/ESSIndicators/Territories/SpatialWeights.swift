public import ESSData
public import ESSNumerics

/// Who is next to whom: a sparse matrix of weights between territories.
///
/// Element (i, j) is the weight that territory j has for territory i; the diagonal is empty.
public struct SpatialWeights: Sendable {
  /// Territories, one for each row and column.
  public let territories: [String]
  /// The weights.
  public let matrix: SparseMatrix
  /// How the weights were made, for the `method` column.
  public let method: String

  /// Weights given as a matrix.
  public init(territories: [String], matrix: SparseMatrix, method: String) {
    precondition(matrix.rows == territories.count && matrix.columns == territories.count)
    self.territories = territories
    self.matrix = matrix
    self.method = method
  }

  /// Territories without a neighbour.
  public var islands: [String] {
    territories.indices.filter { matrix.rowStarts[$0] == matrix.rowStarts[$0 + 1] }
      .map { territories[$0] }
  }

  /// Number of links, each direction counted.
  public var linkCount: Int { matrix.values.count }

  /// Weights of 1 for each pair of an edge list.
  ///
  /// - Parameters:
  ///   - edges: Pairs of territory codes; both directions are set if `symmetric`.
  ///   - weights: A weight for each pair, or `nil` for ones.
  ///   - territories: The territories, in the order of the rows.
  ///   - symmetric: Whether a pair stands for both directions.
  ///   - place: Makes a problem of an edge, counted from 0.
  /// - Throws: `DataError.invalid` for an edge of a territory with itself, or with one that is not listed.
  public init(
    edges: [(String, String)], weights: [Double]? = nil, territories: [String],
    symmetric: Bool = false, place: (_ edge: Int, _ message: String) -> DataProblem
  ) throws(DataError) {
    let index = Dictionary(territories.enumerated().map { ($1, $0) }) { first, _ in first }
    var problems: [DataProblem] = []
    var found: [Int: [Int: Double]] = [:]
    for (number, edge) in edges.enumerated() {
      guard let from = index[edge.0], let to = index[edge.1] else {
        let unknown = index[edge.0] == nil ? edge.0 : edge.1
        problems.append(place(number, "'\(excerpt(unknown))' is no territory of the table"))
        continue
      }
      guard from != to else {
        problems.append(place(number, "'\(excerpt(edge.0))' is its own neighbour"))
        continue
      }
      let weight = weights?[number] ?? 1
      found[from, default: [:]][to] = weight
      if symmetric { found[to, default: [:]][from] = weight }
    }
    if !problems.isEmpty {
      throw .invalid(Array(problems.prefix(20)), omitted: max(0, problems.count - 20))
    }
    let entries = found.flatMap { row, columns in
      columns.map { SparseMatrix.Entry(row: row, column: $0, value: $1) }
    }
    self.init(
      territories: territories,
      matrix: SparseMatrix(rows: territories.count, columns: territories.count, entries: entries),
      method: "edges")
  }

  /// How distances make weights.
  public enum DistanceRule: Sendable, Equatable {
    /// 1 for the k nearest territories.
    case nearest(Int)
    /// 1 for territories at most this far.
    case within(Double)
    /// The distance to the power -p for territories at most so far; none for those at the same place.
    case inverse(power: Double, within: Double)
  }

  /// Weights by distance between points: planar, or along great circles of a sphere of radius 6371 km for degrees of
  /// longitude and latitude.
  ///
  /// Equal distances are taken in the order of the territories. Cost: quadratic in the territories.
  public init(
    x: [Double], y: [Double], isSpherical: Bool, rule: DistanceRule, territories: [String]
  ) {
    precondition(x.count == territories.count && y.count == territories.count)
    @Sendable func distance(_ i: Int, _ j: Int) -> Double {
      isSpherical
        ? Self.greatCircle(x[i], y[i], x[j], y[j])
        : ((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j])).squareRoot()
    }
    let count = territories.count
    @Sendable func others(_ i: Int) -> [(distance: Double, column: Int)] {
      (0..<count).filter { $0 != i }.map { (distance(i, $0), $0) }
    }
    let rows = Parallel.map(count) { i -> [SparseMatrix.Entry] in
      switch rule {
      case .nearest(let k):
        return Self.nearest(k, to: i, of: count, distance).map {
          SparseMatrix.Entry(row: i, column: $0, value: 1)
        }
      case .within(let limit):
        return others(i).filter { $0.distance <= limit }.map {
          SparseMatrix.Entry(row: i, column: $0.column, value: 1)
        }
      case .inverse(let power, let limit):
        return others(i).filter { $0.distance <= limit && $0.distance > 0 }.map {
          SparseMatrix.Entry(
            row: i, column: $0.column, value: SpecialFunctions.power($0.distance, -power))
        }
      }
    }
    let method =
      switch rule {
      case .nearest(let k): "nearest=\(k)"
      case .within(let limit): "within=\(NumberText.shortest(limit))"
      case .inverse(let power, let limit):
        "inverse=\(NumberText.shortest(power))"
          + (limit.isFinite ? ",within=\(NumberText.shortest(limit))" : "")
      }
    self.init(
      territories: territories,
      matrix: SparseMatrix(rows: count, columns: count, entries: rows.flatMap(\.self)),
      method: method)
  }

  /// The k points nearest to one, kept in order while all are passed by.
  private static func nearest(
    _ k: Int, to own: Int, of count: Int, _ distance: (Int, Int) -> Double
  ) -> [Int] {
    var distances: [Double] = []
    var columns: [Int] = []
    for other in 0..<count where other != own {
      let length = distance(own, other)
      if columns.count == k {
        guard length < distances[k - 1] else { continue }
        distances.removeLast()
        columns.removeLast()
      }
      // Behind all that are as near, which come before it in the order of the territories.
      var place = distances.count
      while place > 0, distances[place - 1] > length { place -= 1 }
      distances.insert(length, at: place)
      columns.insert(other, at: place)
    }
    return columns
  }

  /// The length in kilometres of the great circle between two points in degrees, by the haversine formula.
  static func greatCircle(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Double {
    let radians = Double.pi / 180
    func halfSine(_ degrees: Double) -> Double {
      let sine = SpecialFunctions.sine(degrees * radians / 2)
      return sine * sine
    }
    let h =
      halfSine(y2 - y1) + SpecialFunctions.cosine(y1 * radians)
      * SpecialFunctions.cosine(y2 * radians) * halfSine(x2 - x1)
    return 2 * 6371 * SpecialFunctions.arcSine(min(1, h.squareRoot()))
  }

  /// Every row divided by its sum, so that a lag is a mean over neighbours; rows of islands stay empty.
  public var rowStandardised: SpatialWeights {
    var entries: [SparseMatrix.Entry] = []
    for row in territories.indices {
      let range = matrix.rowStarts[row]..<matrix.rowStarts[row + 1]
      let sum = matrix.values[range].reduce(0, +)
      guard sum != 0 else { continue }
      for k in range {
        entries.append(
          .init(row: row, column: Int(matrix.columnIndices[k]), value: matrix.values[k] / sum))
      }
    }
    return SpatialWeights(
      territories: territories,
      matrix: SparseMatrix(rows: territories.count, columns: territories.count, entries: entries),
      method: method + ",rows=standardised")
  }

  /// The weights among some of the territories, given by position.
  public func selecting(_ rows: [Int]) -> SpatialWeights {
    var place = [Int](repeating: -1, count: territories.count)
    for (new, old) in rows.enumerated() { place[old] = new }
    var entries: [SparseMatrix.Entry] = []
    for (new, old) in rows.enumerated() {
      for k in matrix.rowStarts[old]..<matrix.rowStarts[old + 1] {
        let column = place[Int(matrix.columnIndices[k])]
        if column >= 0 {
          entries.append(.init(row: new, column: column, value: matrix.values[k]))
        }
      }
    }
    return SpatialWeights(
      territories: rows.map { territories[$0] },
      matrix: SparseMatrix(rows: rows.count, columns: rows.count, entries: entries), method: method)
  }

  /// The sums that moments of spatial statistics need (Cliff and Ord 1981): S0, S1 and S2.
  var sums: (s0: Double, s1: Double, s2: Double) {
    let transposed = matrix.transposed
    let s0 = ExactSum(matrix.values).value
    var s1 = ExactSum()
    var s2 = ExactSum()
    for i in territories.indices {
      var row = 0.0
      for k in matrix.rowStarts[i]..<matrix.rowStarts[i + 1] {
        let both = matrix.values[k] + matrix[Int(matrix.columnIndices[k]), i]
        // A pair linked in both directions is met twice, one linked in a single direction once.
        let isBoth = matrix[Int(matrix.columnIndices[k]), i] != 0
        s1.add(isBoth ? both * both / 2 : both * both)
        row += matrix.values[k]
      }
      var column = 0.0
      for k in transposed.rowStarts[i]..<transposed.rowStarts[i + 1] {
        column += transposed.values[k]
      }
      s2.add((row + column) * (row + column))
    }
    return (s0, s1.value, s2.value)
  }
}
