internal import ESSNumerics

/// CR2 and CR3: cluster covariances whose residuals are straightened by the leverage of each group.
///
/// Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), JBES 36, 672-683. With M the inverse Gram
/// matrix, LL' = M and G the Gram matrix of a group's rows X_g, I - X_g M X_g' has the eigenvalues 1 - a for those a of
/// L'GL = V a V', so that no matrix is larger than the number of columns. Cost: n k^2, and k^3 a group and a column.
struct BiasReducedCovariance {
  private let fit: LinearFit
  private let groups: ClusterGrouping
  private let grams: [Matrix]
  private let spectra: [(vectors: Matrix, values: [Double])]
  private let root: Matrix

  init(_ fit: LinearFit, _ groups: ClusterGrouping) {
    self.fit = fit
    self.groups = groups
    let k = fit.columns.count
    let grams = Self.grams(fit.columns, groups)
    let root = Cholesky(fit.inverseGram)?.lower ?? Matrix(rows: k, columns: k, repeating: .nan)
    self.grams = grams
    self.root = root
    spectra = grams.map { gram in
      let inner = root.transposedProduct(gram * root)
      guard let eigen = SymmetricEigen(inner) else {
        return (Matrix(rows: k, columns: k), [Double](repeating: .nan, count: k))
      }
      return (eigen.vectors, eigen.values)
    }
  }

  /// The Gram matrix of each group's rows.
  private static func grams(_ columns: [[Double]], _ groups: ClusterGrouping) -> [Matrix] {
    let k = columns.count
    var elements = Array(
      repeating: [Double](repeating: 0, count: k * k), count: groups.count)
    for a in 0..<k {
      for b in 0...a {
        let products = zip(columns[a], columns[b]).map { $0 * $1 }
        let sums = GroupSums.of(
          products, weights: nil, codes: groups.codes, count: groups.count)
        for (group, sum) in sums.enumerated() {
          elements[group][a + b * k] = sum
          elements[group][b + a * k] = sum
        }
      }
    }
    return elements.map { Matrix(rows: k, columns: k, elements: $0) }
  }

  func covariance(_ type: Covariance.ClusterType) -> Matrix {
    let sums = groups.sums(of: fit.scores)
    let k = fit.columns.count
    var straight: [Double] = []
    for group in 0..<groups.count {
      let (vectors, values) = spectra[group]
      let sum = sums.row(group)
      let turned = vectors.transposedProduct(root.transposedProduct(sum))
      let scaled = zip(turned, values).map { $0 * Self.factor($1, type) }
      let added = grams[group] * (root * (vectors * scaled))
      straight += zip(sum, added).map { $0 + $1 }
    }
    let rows = Matrix(rows: k, columns: groups.count, elements: straight)
    return fit.sandwich(rows.productTransposed(rows))
  }

  /// ((1 - a)^(-1/2) - 1) / a or ((1 - a)^-1 - 1) / a; a group that is fitted exactly takes no part, as with the pseudo-inverse.
  private static func factor(_ a: Double, _ type: Covariance.ClusterType) -> Double {
    let room = 1 - a
    guard room > smallestRoom else { return -1 / a }
    if type == .cr3 { return 1 / room }
    let root = room.squareRoot()
    return 1 / (root * (1 + root))
  }

  /// What is left of a direction that a group fits exactly, but for rounding.
  private static let smallestRoom = 1e-9

  /// For each coefficient the degrees of freedom of its CR2 t statistic under independent errors of one variance.
  ///
  /// With D the a / (1 - a)^(1/2) of a group and q a column of V'L', the straightened contrast is V D q.
  var satterthwaite: [Double] {
    let k = fit.columns.count
    var traces = [Double](repeating: 0, count: k)
    var squares = [Double](repeating: 0, count: k)
    // The contrasts of a coefficient, a column a group.
    var contrasts = [[Double]](repeating: [], count: k)
    for (vectors, values) in spectra {
      let turned = vectors.transposedProduct(root.transposed).elements
      var scaled = turned
      for column in 0..<k {
        var own = 0.0
        var shared = 0.0
        for (row, a) in values.enumerated() {
          let index = row + column * k
          let room = 1 - a
          guard room > Self.smallestRoom else {
            scaled[index] = 0
            continue
          }
          let square = turned[index] * turned[index] / room
          own += a * square
          shared += a * a * square
          scaled[index] = turned[index] * a / room.squareRoot()
        }
        traces[column] += own - shared
        squares[column] += own * own - 2 * own * shared
      }
      let straight = vectors * Matrix(rows: k, columns: k, elements: scaled)
      for column in 0..<k { contrasts[column] += straight.column(column) }
    }
    return (0..<k).map { column in
      let own = Matrix(rows: k, columns: groups.count, elements: contrasts[column])
      let crossed = own.productTransposed(own).elements.reduce(0) { $0 + $1 * $1 }
      return traces[column] * traces[column] / (squares[column] + crossed)
    }
  }
}
