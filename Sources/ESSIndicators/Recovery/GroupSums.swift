/// Sums of a column by group; the loops that fixed effects and clusters spend their time in.
enum GroupSums {
  /// Sums of weights, or numbers of rows, by group.
  static func of(_ weights: [Double]?, codes: [Int32], count: Int) -> [Double] {
    if let weights { return of(weights, weights: nil, codes: codes, count: count) }
    var sums = [Double](repeating: 0, count: count)
    for code in codes { sums[Int(code)] += 1 }
    return sums
  }

  /// Sums of (weighted) values by group; codes must lie in 0 ..< count.
  static func of(
    _ values: [Double], weights: [Double]?, codes: [Int32], count: Int
  ) -> [Double] {
    precondition(values.count == codes.count && weights?.count ?? codes.count == codes.count)
    var sums = [Double](repeating: 0, count: count)
    if let weights {
      for row in values.indices { sums[Int(codes[row])] += weights[row] * values[row] }
    } else {
      for row in values.indices { sums[Int(codes[row])] += values[row] }
    }
    return sums
  }

  /// Takes the number of its group from every value.
  static func subtract(_ numbers: [Double], codes: [Int32], from values: inout [Double]) {
    precondition(values.count == codes.count)
    for row in values.indices { values[row] -= numbers[Int(codes[row])] }
  }
}
