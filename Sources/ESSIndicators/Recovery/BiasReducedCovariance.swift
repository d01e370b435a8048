internal import ESSNumerics

/// CR2 and CR3: cluster covariances whose residuals are straightened by the leverage of each group.
///
/// Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), JBES 36, 672-683. With M the inverse Gram
/// matrix, LL' = M and X_g the rows of a group, I - X_g M X_g' has the eigenvalues 1 - a for a of L'X_g'X_g L, so that no matrix is
/// larger than the number of columns. Cost: n k^2, and k^3 a group.
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
    var products: [[Double]] = []
    for a in 0..<k {
      for b in 0..<k {
        if b < a {
          products.append(products[b * k + a])
        } else {
          products.append(
            GroupSums.of(
              zip(fit.columns[a], fit.columns[b]).map { $0 * $1 }, weights: nil,
              codes: groups.codes, count: groups.count))
        }
      }
    }
    let grams = (0..<groups.count).map { group in
      Matrix(rows: k, columns: k) { products[$0 * k + $1][group] }
    }
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

  /// G + G L V f(a) V' L' G applied on the right of G's own place: the matrix I + G L V f V' L'.
  private func straightening(_ group: Int, _ type: Covariance.ClusterType) -> Matrix {
    let (vectors, values) = spectra[group]
    let k = values.count
    let turned = root * vectors
    let scaled = Matrix(rows: k, columns: k) { turned[$0, $1] * Self.factor(values[$1], type) }
    return Matrix.identity(k) + grams[group] * scaled.productTransposed(turned)
  }

  /// ((1 - a)^(-1/2) - 1) / a or ((1 - a)^-1 - 1) / a; a group that is fitted exactly takes no part, as with the pseudo-inverse.
  private static func factor(_ a: Double, _ type: Covariance.ClusterType) -> Double {
    let room = 1 - a
    guard room > 1e-9 else { return -1 / a }
    if type == .cr3 { return 1 / room }
    let root = room.squareRoot()
    return 1 / (root * (1 + root))
  }

  func covariance(_ type: Covariance.ClusterType) -> Matrix {
    let sums = groups.sums(of: fit.scores)
    let k = fit.columns.count
    var straight = Matrix(rows: groups.count, columns: k)
    for group in 0..<groups.count {
      let score = straightening(group, type) * sums.row(group)
      for column in 0..<k { straight[group, column] = score[column] }
    }
    return fit.sandwich(straight.gram())
  }

  /// For each coefficient the degrees of freedom of its CR2 t statistic under independent errors of one variance.
  var satterthwaite: [Double] {
    let k = fit.columns.count
    let inverse = fit.inverseGram
    let once = (0..<groups.count).map { straightening($0, .cr2) * grams[$0] }
    let twice = (0..<groups.count).map { straightening($0, .cr3) * grams[$0] }
    return (0..<k).map { coefficient in
      let contrast = Array(inverse.column(coefficient))
      var trace = 0.0
      var squares = 0.0
      var gram = Matrix(rows: k, columns: k)
      for group in 0..<groups.count {
        let u = once[group] * contrast
        let own = Self.dot(contrast, twice[group] * contrast)
        let shared = Self.dot(u, inverse * u)
        trace += own - shared
        squares += own * own - 2 * own * shared
        for a in 0..<k {
          for b in 0..<k { gram[a, b] += u[a] * u[b] }
        }
      }
      let crossed = inverse * gram
      squares += (crossed * crossed).trace
      return trace * trace / squares
    }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
