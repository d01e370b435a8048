internal import Glibc

/// The Gaussian kernel density of welfare in a cell.
struct KernelDensity {
  private let cell: RankedCell
  private let width: Double

  init(_ cell: RankedCell, _ bandwidth: DensityBandwidth) {
    self.cell = cell
    let (values, weights) = (cell.values.span, cell.weights.span)
    var (total, sum) = (0.0, 0.0)
    for i in 0..<cell.count {
      total += weights[i]
      sum += weights[i] * values[i]
    }
    let mean = sum / total
    var squares = 0.0
    for i in 0..<cell.count { squares += weights[i] * (values[i] - mean) * (values[i] - mean) }
    let size = bandwidth == .weights ? total : Double(cell.count)
    width = (squares / total).squareRoot() * pow(size, -0.2)
  }

  /// The density at a point times the sum of weights; 0 where all welfare is the same.
  func total(at z: Double) -> Double { total(at: z) { _ in 1 } }

  /// The mean welfare around a point, each record as near as the kernel says.
  func mean(at z: Double) -> Double {
    let density = total(at: z)
    return density > 0 ? total(at: z) { $0 } / density : z
  }

  private func total(at z: Double, _ function: (Double) -> Double) -> Double {
    guard width > 0 else { return 0 }
    // Beyond nine bandwidths a kernel is below 1e-17 of its height.
    let first = cell.lowerCount { $0 < z - 9 * width }
    let end = cell.lowerCount { $0 <= z + 9 * width }
    let (values, weights) = (cell.values.span, cell.weights.span)
    var sum = 0.0
    for i in first..<end {
      let distance = (z - values[i]) / width
      sum += weights[i] * function(values[i]) * exp(-distance * distance / 2)
    }
    return sum / (width * (2 * Double.pi).squareRoot())
  }
}
