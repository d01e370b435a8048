internal import ESSData
internal import ESSNumerics
internal import Glibc

/// Conley's covariance in space, and in space and time.
///
/// Conley (1999), Journal of Econometrics 92, 1-45; Hsiang (2010), PNAS 107(35), supporting information. Pairs of rows of one period
/// count by their great-circle distance, pairs of rows of one unit by their distance in time. Cost: the square of the rows in a period.
struct SpatialCovariance {
  private let fit: LinearFit
  private let sample: PanelSample
  private let conley: Covariance.Conley
  private let latitudes: [Double]
  private let longitudes: [Double]

  /// The mean radius of the Earth (IUGG), in km.
  static let radius = 6371.0088

  init(
    _ fit: LinearFit, _ sample: PanelSample, _ conley: Covariance.Conley
  ) throws(DataError) {
    self.fit = fit
    self.sample = sample
    self.conley = conley
    latitudes = try sample.column(conley.latitude)
    longitudes = try sample.column(conley.longitude)
    for row in latitudes.indices
    where abs(latitudes[row]) > 90 || abs(longitudes[row]) > 360 {
      throw .notIdentified(
        "\(NumberText.shortest(latitudes[row])), \(NumberText.shortest(longitudes[row])) in "
          + "\(sample.units[Int(sample.unitCodes[row])]) is no latitude and longitude in degrees")
    }
  }

  func estimate() throws(DataError) -> CovarianceEstimate {
    guard conley.cutoff > 0 else { throw .notIdentified("the cut-off distance must be above 0") }
    let k = fit.columns.count
    let scores = Matrix(rows: fit.rowCount, columns: k, elements: fit.scores.flatMap(\.self))
    var rowsOfTimes = [[Int]](repeating: [], count: sample.axis.labels.count)
    for row in sample.timeCodes.indices { rowsOfTimes[Int(sample.timeCodes[row])].append(row) }
    let ofPeriods = rowsOfTimes
    let parts = Parallel.map(ofPeriods.count) { contemporaneous(ofPeriods[$0], scores) }
    var meat = parts.reduce(Matrix(rows: k, columns: k)) { $0 + $1 }
    if conley.lag > 0 {
      guard sample.axis.hasDistances else {
        throw .notIdentified("conley with a lag needs periods or whole numbers as times")
      }
      let estimator = CovarianceEstimator(fit: fit, sample: sample)
      for distance in 1...conley.lag {
        meat = meat + estimator.serial(scores, distance, conley.lag)
      }
    }
    var result = CovarianceEstimate(
      matrix: fit.sandwich(meat),
      degreesOfFreedom: Array(repeating: Double(fit.degreesOfFreedom), count: k), lag: conley.lag)
    result.makePositive("conley")
    return result
  }

  /// The sum over all pairs of rows of a period.
  private func contemporaneous(_ rows: [Int], _ scores: Matrix) -> Matrix {
    let k = scores.columns
    // Rows further apart in latitude alone than the cut-off are not looked at.
    let ordered = rows.sorted { (latitudes[$0], $0) < (latitudes[$1], $1) }
    let reach = conley.cutoff / Self.radius * 180 / .pi * (1 + 1e-12)
    var sum = Matrix(rows: k, columns: k)
    for (position, row) in ordered.enumerated() {
      // Half of its own, since the sum is added to its transpose at the end.
      var neighbours = (0..<k).map { scores[row, $0] / 2 }
      for other in ordered[(position + 1)...] {
        if latitudes[other] - latitudes[row] > reach { break }
        let weight = self.weight(distance(row, other))
        if weight > 0 {
          for column in 0..<k { neighbours[column] += weight * scores[other, column] }
        }
      }
      for a in 0..<k {
        for b in 0..<k { sum[a, b] += scores[row, a] * neighbours[b] }
      }
    }
    return sum + sum.transposed
  }

  private func weight(_ distance: Double) -> Double {
    guard distance <= conley.cutoff else { return 0 }
    return conley.kernel == .uniform ? 1 : 1 - distance / conley.cutoff
  }

  /// The haversine formula.
  private func distance(_ a: Int, _ b: Int) -> Double {
    let degree = Double.pi / 180
    let across = sin((latitudes[b] - latitudes[a]) * degree / 2)
    let along = sin((longitudes[b] - longitudes[a]) * degree / 2)
    let square =
      across * across
      + cos(latitudes[a] * degree) * cos(latitudes[b] * degree) * along * along
    return 2 * Self.radius * asin(min(1, square.squareRoot()))
  }
}
