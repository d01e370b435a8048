import ESSNumerics
import Testing

@Suite struct SimplexProgramTests {
  /// A positive semidefinite matrix of the given rank, from keyed random numbers.
  private func matrix(_ n: Int, rank: Int, seed: UInt64) -> Matrix {
    let random = KeyedRandom(seed: seed)
    let root = Matrix(rows: rank, columns: n) { random.normal(at: $0 * n + $1) }
    return root.transposedProduct(root)
  }

  /// The least objective over all faces of the simplex, each solved by its stationarity conditions.
  private func byEnumeration(_ q: Matrix, _ c: [Double]) -> Double {
    var best = Double.infinity
    for mask in 1..<(1 << q.rows) {
      let members = (0..<q.rows).filter { mask >> $0 & 1 == 1 }
      let size = members.count
      let system = Matrix(rows: size + 1, columns: size + 1) { i, j in
        i < size && j < size ? q[members[i], members[j]] : i == size && j == size ? 0 : 1
      }
      guard let factor = LUFactorisation(system) else { continue }
      let solution = factor.solve(members.map { c[$0] } + [1])
      guard solution.prefix(size).allSatisfy({ $0 >= -1e-12 }) else { continue }
      var value = 0.0
      for i in 0..<size {
        value -= c[members[i]] * solution[i]
        for j in 0..<size {
          value += 0.5 * solution[i] * q[members[i], members[j]] * solution[j]
        }
      }
      best = min(best, value)
    }
    return best
  }

  @Test func againstEveryFace() {
    for seed in 1...12 as ClosedRange<UInt64> {
      let q = matrix(6, rank: 6, seed: seed)
      let random = KeyedRandom(seed: seed, stream: 1)
      let c = (0..<6).map { random.normal(at: $0) }
      let solution = SimplexQuadraticProgram(quadratic: q, linear: c).solve()
      #expect(abs(solution.objective - byEnumeration(q, c)) <= 1e-10)
      #expect(solution.hasConverged && solution.violation <= 1e-11)
      #expect(abs(solution.weights.reduce(0, +) - 1) <= 1e-12)
    }
  }

  // Points 0, 1 and 2 on a line, target 1: the mean of the ends, the middle, and everything between fit exactly.
  @Test func leastNormAmongTies() {
    let program = SimplexQuadraticProgram(
      design: Matrix(rows: 1, columns: 3) { Double($1) }, target: [1])
    let solution = program.solve()
    #expect(abs(solution.objective) <= 1e-15)
    let face = SimplexOptimalFace(program, solution)
    #expect(!face.isUnique)
    #expect(face.dimension == 1)
    // 2 a^2 + b^2 over 2 a + b = 1 is least at a = b = 1/3.
    for weight in face.minimumNorm { #expect(abs(weight - 1.0 / 3) <= 1e-9) }
    let range = face.range(of: [0, 0, 1])
    #expect(abs(range.lowerBound) <= 1e-9 && abs(range.upperBound - 0.5) <= 1e-9)
    let middle = face.range(of: [0, 1, 0])
    #expect(abs(middle.lowerBound) <= 1e-9 && abs(middle.upperBound - 1) <= 1e-9)
  }

  // A square: four corners around the target, of which opposite pairs fit; and a fifth point far off that never carries weight.
  @Test func tiesInTwoDimensions() {
    let x: [Double] = [1, -1, -1, 1, 9]
    let y: [Double] = [1, 1, -1, -1, 9]
    let program = SimplexQuadraticProgram(
      design: Matrix(rows: 2, columns: 5) { $0 == 0 ? x[$1] : y[$1] }, target: [0, 0])
    let face = SimplexOptimalFace(program, program.solve())
    #expect(!face.isUnique)
    for k in 0..<4 { #expect(abs(face.minimumNorm[k] - 0.25) <= 0.03) }
    let square = face.minimumNorm.reduce(0) { $0 + $1 * $1 }
    #expect(square <= 0.25 + 1e-9)
  }

  @Test func uniqueSolutionsAreSaidToBe() {
    let program = SimplexQuadraticProgram(quadratic: matrix(8, rank: 8, seed: 3))
    let solution = program.solve()
    let face = SimplexOptimalFace(program, solution)
    #expect(face.isUnique)
    #expect(face.minimumNorm == solution.weights)
    let range = face.range(of: (0..<8).map { Double($0) })
    #expect(range.upperBound - range.lowerBound <= 1e-9)
  }

  @Test func extremes() {
    let one = SimplexQuadraticProgram(quadratic: Matrix(rows: 1, columns: 1)).solve()
    #expect(one.weights == [1])
    // Without any curvature every point is a solution; the least norm is the centre.
    let flat = SimplexQuadraticProgram(quadratic: Matrix(rows: 4, columns: 4))
    let face = SimplexOptimalFace(flat, flat.solve())
    for weight in face.minimumNorm { #expect(abs(weight - 0.25) <= 1e-9) }
  }

  // Rosenbrock's (1960) valley, least at (1, 1).
  @Test func simplexSearch() {
    let result = NelderMead(evaluations: 2000).minimise(from: [-1.2, 1]) { p in
      100 * (p[1] - p[0] * p[0]) * (p[1] - p[0] * p[0]) + (1 - p[0]) * (1 - p[0])
    }
    #expect(abs(result.point[0] - 1) <= 1e-4 && abs(result.point[1] - 1) <= 1e-4)
    #expect(result.evaluations <= 2000)
  }
}
