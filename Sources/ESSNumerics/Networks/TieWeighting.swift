internal import Glibc

/// How much a tie between two rows of a bipartite graph weighs, by the columns that they share.
public enum TieWeighting: Sendable, Equatable {
  /// The number of columns shared; of a graph with weights, the sum of w_ia w_ja.
  case count
  /// Each column shared counts 1 / (its rows - 1), so that a column gives each of its rows 1 in all (Newman 2001).
  case newman
  /// Columns shared over columns of either.
  case jaccard
  /// Columns shared over the columns of the row that has fewer.
  case overlap
  /// Columns shared over the geometric mean of both numbers.
  case cosine
  /// Minus the natural logarithm of the probability to share as many, were the columns of both drawn at random.
  case hypergeometric
  /// Each column counts as much as its element: B D B'.
  case diagonal([Double])

  /// What a column counts, where it is not 1.
  func columnWeights(_ graph: IncidenceGraph) -> [Double]? {
    switch self {
    case .newman: graph.columnDegrees.map { $0 > 1 ? 1 / Double($0 - 1) : 0 }
    case .diagonal(let weights): weights
    default: nil
    }
  }
}

/// Turns numbers of shared columns into weights.
struct SharedWeights: Sendable {
  let weighting: TieWeighting
  let degrees: [Int32]
  let columns: Int
  private let logFactorials: [Double]

  init(_ weighting: TieWeighting, _ graph: IncidenceGraph) {
    self.weighting = weighting
    degrees = graph.rowDegrees.map(Int32.init)
    columns = graph.columns
    guard weighting == .hypergeometric else {
      logFactorials = []
      return
    }
    var logs: [Double] = [0]
    for k in 1..<(graph.columns + 2) { logs.append(logs[k - 1] + log(Double(k))) }
    logFactorials = logs
  }

  func weight(_ i: Int, _ j: Int, shared: Int) -> Double {
    let c = Double(shared)
    let (di, dj) = (Int(degrees[i]), Int(degrees[j]))
    return switch weighting {
    case .jaccard: c / Double(di + dj - shared)
    case .overlap: c / Double(min(di, dj))
    case .cosine: c / (Double(di) * Double(dj)).squareRoot()
    case .hypergeometric: -log(upperTail(di, dj, shared))
    default: c
    }
  }

  /// P(at least `shared` of the columns of one are among those of the other), both numbers given.
  func upperTail(_ di: Int, _ dj: Int, _ shared: Int) -> Double {
    var sum = 0.0
    for x in max(shared, di + dj - columns)...max(shared, min(di, dj)) {
      sum += exp(
        logChoose(di, x) + logChoose(columns - di, dj - x) - logChoose(columns, dj))
    }
    return min(sum, 1)
  }

  private func logChoose(_ n: Int, _ k: Int) -> Double {
    k < 0 || k > n
      ? -.infinity : logFactorials[n] - logFactorials[k] - logFactorials[n - k]
  }
}

extension IncidenceGraph {
  /// The probability that two rows share at least as many columns as they do, were the columns of both drawn at random with
  /// their numbers given: the upper tail of the hypergeometric distribution.
  public func hypergeometricTail(_ i: Int, _ j: Int) -> Double {
    let mine = Set(columns(ofRow: i))
    let shared = columns(ofRow: j).count { mine.contains($0) }
    return SharedWeights(.hypergeometric, self).upperTail(
      rowStarts.count > 1 ? columns(ofRow: i).count : 0, columns(ofRow: j).count, shared)
  }
}
