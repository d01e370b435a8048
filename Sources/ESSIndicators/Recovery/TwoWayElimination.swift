internal import ESSNumerics

/// Two crossed effects solved exactly: the one with more levels is eliminated, and the normal equations of the other are factored.
///
/// Cost: once the sum over the levels of the larger effect of (rows in the level)^2, and m^3 / 3 for m levels of the smaller; then a few
/// passes over each column.
struct TwoWayElimination: Sendable {
  private let large: AbsorbedEffects.Effect
  private let small: AbsorbedEffects.Effect
  private let isSwapped: Bool
  private let weights: [Double]?
  private let totals: [Double]
  /// Rows in the order of the larger effect; `nil` if they are so already.
  private let order: [Int32]?
  /// For each level of the smaller effect its place in the factored system, -1 for the reference of each connected part.
  private let places: [Int]
  private let factor: Cholesky

  /// `nil` where the system would be too large to be worth it, or is not positive definite.
  init?(
    _ first: AbsorbedEffects.Effect, _ second: AbsorbedEffects.Effect, weights: [Double]?
  ) {
    isSwapped = first.count < second.count
    large = isSwapped ? second : first
    small = isSwapped ? first : second
    self.weights = weights
    guard small.count <= 1024 else { return nil }
    let large = large
    let counts = GroupSums.of(nil, codes: large.codes, count: large.count)
    let pairs = counts.reduce(0) { $0 + $1 * $1 }
    guard pairs <= 200 * Double(large.codes.count) + 1e7 else { return nil }
    totals = GroupSums.of(weights, codes: large.codes, count: large.count)
    let isSorted = large.codes.indices.dropFirst().allSatisfy {
      large.codes[$0 - 1] <= large.codes[$0]
    }
    order = isSorted ? nil : Self.order(large)
    let parts = EffectComponents.labels(large, small)
    var references: Set<Int32> = []
    var kept = 0
    places = (0..<small.count).map { level in
      if references.insert(parts[large.count + level]).inserted { return -1 }
      kept += 1
      return kept - 1
    }
    let system = Self.system(large, small, weights, totals, order, places, kept)
    guard let factor = Cholesky(system) else { return nil }
    self.factor = factor
  }

  private static func order(_ effect: AbsorbedEffects.Effect) -> [Int32] {
    var next = [Int](repeating: 0, count: effect.count + 1)
    for code in effect.codes { next[Int(code) + 1] += 1 }
    for code in 0..<effect.count { next[code + 1] += next[code] }
    var order = [Int32](repeating: 0, count: effect.codes.count)
    for row in effect.codes.indices {
      let code = Int(effect.codes[row])
      order[next[code]] = Int32(row)
      next[code] += 1
    }
    return order
  }

  /// D_s'(W - W D_l (D_l'W D_l)^-1 D_l'W) D_s, without the reference levels.
  private static func system(
    _ large: AbsorbedEffects.Effect, _ small: AbsorbedEffects.Effect, _ weights: [Double]?,
    _ totals: [Double], _ order: [Int32]?, _ places: [Int], _ size: Int
  ) -> Matrix {
    var elements = [Double](repeating: 0, count: size * size)
    var start = 0
    let rows = large.codes.count
    func row(_ position: Int) -> Int { order.map { Int($0[position]) } ?? position }
    var places32: [Int] = []
    var rowWeights: [Double] = []
    while start < rows {
      let level = large.codes[row(start)]
      places32.removeAll(keepingCapacity: true)
      rowWeights.removeAll(keepingCapacity: true)
      var end = start
      while end < rows, large.codes[row(end)] == level {
        let place = places[Int(small.codes[row(end)])]
        if place >= 0 {
          places32.append(place)
          rowWeights.append(weights?[row(end)] ?? 1)
        }
        end += 1
      }
      let total = totals[Int(level)]
      for a in places32.indices {
        elements[places32[a] * (size + 1)] += rowWeights[a]
        let share = rowWeights[a] / total
        for b in places32.indices {
          elements[places32[a] + size * places32[b]] -= share * rowWeights[b]
        }
      }
      start = end
    }
    return Matrix(rows: size, columns: size, elements: elements)
  }

  /// The effects of a column: those of the first and of the second effect given.
  func solve(_ column: [Double]) -> (first: [Double], second: [Double]) {
    var means = GroupSums.of(column, weights: weights, codes: large.codes, count: large.count)
    for level in means.indices { means[level] /= totals[level] }
    var right = [Double](repeating: 0, count: places.count)
    if let weights {
      for row in column.indices {
        right[Int(small.codes[row])] += weights[row] * (column[row] - means[Int(large.codes[row])])
      }
    } else {
      for row in column.indices {
        right[Int(small.codes[row])] += column[row] - means[Int(large.codes[row])]
      }
    }
    var reduced = [Double](repeating: 0, count: factor.order)
    for (level, place) in places.enumerated() where place >= 0 { reduced[place] = right[level] }
    let solution = factor.solve(reduced)
    let smaller = places.map { $0 < 0 ? 0 : solution[$0] }
    var shifts = [Double](repeating: 0, count: large.count)
    for row in column.indices {
      shifts[Int(large.codes[row])] += (weights?[row] ?? 1) * smaller[Int(small.codes[row])]
    }
    let larger = means.indices.map { means[$0] - shifts[$0] / totals[$0] }
    return isSwapped ? (smaller, larger) : (larger, smaller)
  }

  /// Takes solved effects from a column.
  func subtract(_ first: [Double], _ second: [Double], from values: inout [Double]) {
    let (larger, smaller) = isSwapped ? (second, first) : (first, second)
    for row in values.indices {
      values[row] -= larger[Int(large.codes[row])] + smaller[Int(small.codes[row])]
    }
  }
}
