internal import ESSNumerics
internal import Glibc

/// The density of welfare in a cell, by one of the conventions.
enum WelfareDensity {
  case kernel(KernelDensity)
  case window(RankWindowDensity)

  init(_ cell: RankedCell, _ bandwidth: DensityBandwidth) {
    self =
      bandwidth == .ranks
      ? .window(RankWindowDensity(cell)) : .kernel(KernelDensity(cell, bandwidth))
  }

  /// The density at a point times the sum of weights; 0 where all welfare is the same.
  func total(at z: Double) -> Double {
    switch self {
    case .kernel(let kernel): kernel.total(at: z)
    case .window(let window): window.total(at: z)
    }
  }

  /// What a quantile at a point adds to the welfare below it when it moves, for each person.
  func mean(at z: Double) -> Double {
    switch self {
    case .kernel(let kernel): kernel.mean(at: z)
    case .window: z
    }
  }
}

/// The density as the slope of the distribution function over a window of ranks (Hall and Sheather 1988, Journal of the Royal Statistical
/// Society B 50, 381-391, for intervals of 95 %).
///
/// Half the window is n^(-1/3) z^(2/3) (1.5 d^2 / (2 q^2 + 1))^(1/3) with the normal quantile q of the rank, its density d, and z = 1.96. It is as
/// narrow in welfare as records are close, so that a long upper tail does not smooth the lower one.
struct RankWindowDensity {
  private let cell: RankedCell
  private let cumulated: [Double]

  init(_ cell: RankedCell) {
    self.cell = cell
    var total = 0.0
    cumulated = cell.weights.map { weight in
      total += weight
      return total
    }
  }

  func total(at z: Double) -> Double {
    guard let lowest = cell.values.first, let highest = cell.values.last,
      let total = cumulated.last,
      total > 0, total.isFinite, lowest < highest, z >= lowest, z <= highest
    else { return 0 }
    let n = Double(cell.count)
    let below = cell.lowerCount { $0 <= z }
    let rank = below > 0 ? cumulated[below - 1] / total : 0
    let quantile = Normal().quantile(min(max(rank, 0.5 / n), 1 - 0.5 / n))
    let height = Normal().density(quantile)
    let critical = Normal().quantile(0.975)
    var half =
      cbrt(critical * critical / n * 1.5 * height * height / (2 * quantile * quantile + 1))
    // Where many have the same welfare the window grows until it holds two values, or everybody.
    while half < 1 {
      let (first, last) = (max(rank - half, 0), min(rank + half, 1))
      let width = value(at: last * total) - value(at: first * total)
      if width > 0 { return (last - first) * total / width }
      half *= 2
    }
    return total / (highest - lowest)
  }

  /// The welfare at a cumulated weight.
  private func value(at weight: Double) -> Double {
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < weight { low = middle + 1 } else { high = middle }
    }
    return cell.values[cell.values.startIndex + low]
  }
}

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
