/// How far two divisions of the same nodes agree.
public struct PartitionAgreement: Sendable, Equatable {
  /// Mutual information over the mean entropy of both (1 if both are one group), from 0 to 1.
  public let normalisedMutualInformation: Double
  /// The adjusted Rand index: 1 for the same division, 0 on average for divisions drawn at random (Hubert and Arabie 1985).
  public let adjustedRand: Double

  /// The agreement of two divisions, each a group number for every node.
  public init(_ left: [Int32], _ right: [Int32]) {
    precondition(left.count == right.count, "divisions of the same nodes")
    var joint: [Int64: Int] = [:]
    var rows: [Int32: Int] = [:]
    var columns: [Int32: Int] = [:]
    for (a, b) in zip(left, right) {
      joint[Int64(a) << 32 | Int64(b), default: 0] += 1
      rows[a, default: 0] += 1
      columns[b, default: 0] += 1
    }
    let n = Double(left.count)
    // In order of key, so that sums have the same digits every time.
    func entropy(_ counts: [Int]) -> Double {
      counts.reduce(0) { $0 - Double($1) / n * SpecialFunctions.log(Double($1) / n) }
    }
    func pairs(_ counts: [Int]) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let rowCounts = rows.sorted { $0.key < $1.key }.map(\.value)
    let columnCounts = columns.sorted { $0.key < $1.key }.map(\.value)
    let jointCounts = joint.sorted { $0.key < $1.key }.map(\.value)
    let (h, k) = (entropy(rowCounts), entropy(columnCounts))
    let information = h + k - entropy(jointCounts)
    normalisedMutualInformation = h + k > 0 ? max(0, 2 * information / (h + k)) : 1
    let all = n * (n - 1) / 2
    let expected = all > 0 ? pairs(rowCounts) * pairs(columnCounts) / all : 0
    let most = (pairs(rowCounts) + pairs(columnCounts)) / 2
    adjustedRand = most == expected ? 1 : (pairs(jointCounts) - expected) / (most - expected)
  }

  /// The mean of several agreements; `nil` for none.
  init?(meanOf agreements: [PartitionAgreement]) {
    guard !agreements.isEmpty else { return nil }
    let n = Double(agreements.count)
    normalisedMutualInformation =
      agreements.reduce(0) { $0 + $1.normalisedMutualInformation } / n
    adjustedRand = agreements.reduce(0) { $0 + $1.adjustedRand } / n
  }
}
