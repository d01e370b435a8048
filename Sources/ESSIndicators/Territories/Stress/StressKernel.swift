internal import ESSNumerics

/// Scores of replications with complete data in which every group is an arithmetic mean, so that the whole is one weighted sum of columns: the
/// inner loops of a stress test.
enum StressKernel {
  /// The weighted sum of columns, for each row.
  static func sum(_ columns: Matrix, weights: [Double]) -> [Double] {
    let rows = columns.rows
    var sums = [Double](repeating: 0, count: rows)
    unsafe columns.elements.withUnsafeBufferPointer { cells in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        for (column, weight) in weights.enumerated() where weight != 0 {
          let start = column * rows
          for i in 0..<rows { unsafe sums[i] += weight * cells[start + i] }
        }
      }
    }
    return sums
  }

  /// What is done to a column with errors before it is added, where that takes no more than a few passes.
  struct Steps {
    private let cut: (lower: Double, upper: Double)?
    private let normalisation: Normalisation

    /// `nil` for steps that the general way has to do.
    init?(_ treatment: OutlierTreatment, _ normalisation: Normalisation, rows: Int) {
      switch treatment {
      case .none: cut = nil
      case .clamp(let lower, let upper):
        // Tails longer than this are found faster by sorting.
        guard max(lower, 1 - upper) * Double(rows) < 48 else { return nil }
        cut = (lower, upper)
      case .rule: return nil
      }
      switch normalisation {
      case .minMax, .zScore, .goalposts(_, cap: .both): self.normalisation = normalisation
      default: return nil
      }
    }

    /// The weighted sum of columns with errors; `nil` if one of them has no scale.
    ///
    /// - Parameters:
    ///   - values: Rows x columns, all finite.
    ///   - errors: Standard deviations of the errors.
    ///   - stream: The stream of the errors, by cell.
    ///   - framework: Direction and goalposts of the columns.
    ///   - weights: Weights of the columns.
    /// - Returns: One sum a row.
    func sum(
      _ values: Matrix, errors: [Double], _ stream: KeyedRandom, _ framework: IndicatorFramework,
      weights: [Double]
    ) -> [Double]? {
      let rows = values.rows
      var sums = [Double](repeating: 0, count: rows)
      var hasScales = true
      unsafe values.elements.withUnsafeBufferPointer { cells in
        unsafe errors.withUnsafeBufferPointer { errors in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: rows) { x in
              for (column, weight) in weights.enumerated() where weight != 0 && hasScales {
                let start = column * rows
                unsafe stream.fillNormals(x, at: start)
                for i in 0..<rows { unsafe x[i] = cells[start + i] + errors[start + i] * x[i] }
                if let cut { unsafe Self.cut(x, cut.lower, cut.upper) }
                guard
                  let fitted = unsafe scale(
                    x, framework.signs[column], framework.goalposts[column])
                else {
                  hasScales = false
                  break
                }
                let (slope, offset) = (weight * fitted.slope, weight * fitted.base)
                for i in 0..<rows { unsafe sums[i] += offset + slope * (x[i] - fitted.centre) }
              }
            }
          }
        }
      }
      return hasScales ? sums : nil
    }

    /// The scale of a column: base + slope (x - centre).
    private func scale(
      _ x: UnsafeMutableBufferPointer<Double>, _ sign: Double,
      _ posts: (lower: Double, upper: Double)
    ) -> (base: Double, slope: Double, centre: Double)? {
      var (low, high, sum) = (Double.infinity, -Double.infinity, 0.0)
      for i in 0..<x.count {
        let value = unsafe x[i]
        low = value < low ? value : low
        high = value > high ? value : high
        sum += value
      }
      switch normalisation {
      case .minMax(let range):
        guard high > low else { return nil }
        let (worst, best) = sign > 0 ? (low, high) : (high, low)
        let width = range.upperBound - range.lowerBound
        return (range.lowerBound, width / (best - worst), worst)
      case .goalposts(let range, _):
        guard posts.upper > posts.lower else { return nil }
        for i in 0..<x.count { unsafe x[i] = min(max(x[i], posts.lower), posts.upper) }
        let (worst, best) = sign > 0 ? (posts.lower, posts.upper) : (posts.upper, posts.lower)
        let width = range.upperBound - range.lowerBound
        return (range.lowerBound, width / (best - worst), worst)
      case .zScore(let mean, let deviation, let estimator):
        guard high > low else { return nil }
        let centre = sum / Double(x.count)
        var squares = 0.0
        for i in 0..<x.count { unsafe squares += (x[i] - centre) * (x[i] - centre) }
        let divisor = Double(estimator == .sample ? x.count - 1 : x.count)
        return (mean, sign * deviation / (squares / divisor).squareRoot(), centre)
      default: return nil
      }
    }

    /// Sets what lies beyond two quantiles (linear between order statistics, rule 7 of Hyndman and Fan) to them.
    private static func cut(
      _ x: UnsafeMutableBufferPointer<Double>, _ lower: Double, _ upper: Double
    ) {
      let low = unsafe tail(x, sign: 1, share: lower)
      let high = unsafe tail(x, sign: -1, share: 1 - upper)
      for i in 0..<x.count { unsafe x[i] = min(max(x[i], low), high) }
    }

    /// The quantile of a small share, from the least of the numbers kept in order; with sign -1 from the other end.
    private static func tail(
      _ x: UnsafeMutableBufferPointer<Double>, sign: Double, share: Double
    ) -> Double {
      let place = Double(x.count - 1) * share
      let below = min(Int(place), x.count - 1)
      let wanted = min(below + 2, x.count)
      return unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: wanted) { least in
        var count = 0
        for i in 0..<x.count {
          let value = unsafe sign * x[i]
          if unsafe count == wanted && value >= least[wanted - 1] { continue }
          var position = count < wanted ? count : wanted - 1
          while unsafe position > 0 && least[position - 1] > value {
            unsafe least[position] = least[position - 1]
            position -= 1
          }
          unsafe least[position] = value
          if count < wanted { count += 1 }
        }
        let (from, to) = unsafe (least[below], least[wanted - 1])
        return sign * (from + (place - Double(below)) * (to - from))
      }
    }
  }
}
