import ESSNumerics
import Testing

@Suite struct LinearProgrammeTests {
  private func solve(
    _ objective: [Double], _ rows: [[Double]], _ bounds: [Double]
  ) -> LinearProgramme.Outcome {
    LinearProgramme(
      objective: objective,
      constraints: Matrix(rows: rows.count, columns: objective.count) { rows[$0][$1] },
      bounds: bounds
    ).solve()
  }

  private func solution(
    _ objective: [Double], _ rows: [[Double]], _ bounds: [Double]
  ) throws -> LinearProgramme.Solution {
    guard case .optimal(let found) = solve(objective, rows, bounds) else {
      throw Missing()
    }
    return found
  }

  private struct Missing: Error {}

  // Cormen, Leiserson, Rivest and Stein (2009), Introduction to Algorithms, 3rd edition, sections 29.3 and 29.5: optimum 28 at
  // (8, 4, 0) with prices (0, 1/6, 2/3), and a programme whose origin is not feasible, optimum 2 at (14/9, 10/9).
  @Test func textbook() throws {
    let first = try solution([3, 1, 2], [[1, 1, 3], [2, 2, 5], [4, 1, 2]], [30, 24, 36])
    #expect(abs(first.objective - 28) < 1e-12 && first.isUnique && first.violation < 1e-12)
    #expect(zip(first.values, [8.0, 4, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(first.prices, [0, 1.0 / 6, 2.0 / 3]).allSatisfy { abs($0 - $1) < 1e-12 })
    let second = try solution([2, -1], [[2, -1], [1, -5]], [2, -4])
    #expect(abs(second.objective - 2) < 1e-12 && second.violation < 1e-12)
    #expect(zip(second.values, [14.0 / 9, 10.0 / 9]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  // Beale (1955): largest-gain pivoting cycles on it for ever; the optimum is 1/20 at (1/25, 0, 1, 0).
  @Test func beale() throws {
    let found = try solution(
      [0.75, -150, 0.02, -6], [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]],
      [0, 0, 1])
    #expect(abs(found.objective - 0.05) < 1e-14)
    #expect(zip(found.values, [0.04, 0, 1, 0]).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  // Klee and Minty (1972): the optimum of n variables is 5^n in the last alone.
  @Test(arguments: [3, 6, 9]) func kleeMinty(_ n: Int) throws {
    func power(_ base: Double, _ exponent: Int) -> Double {
      (0..<exponent).reduce(1) { product, _ in product * base }
    }
    let rows = (0..<n).map { i in
      (0..<n).map { j -> Double in j < i ? power(2, i - j + 1) : j == i ? 1 : 0 }
    }
    let found = try solution(
      (0..<n).map { power(2, n - 1 - $0) }, rows, (0..<n).map { power(5, $0 + 1) })
    #expect(abs(found.objective / power(5, n) - 1) < 1e-12)
    #expect(abs(found.values[n - 1] / power(5, n) - 1) < 1e-12)
  }

  @Test func withoutOptimum() {
    // x <= 1 and x >= 2; x + y = 2 with both at most 1/2.
    #expect(solve([1], [[1], [-1]], [1, -2]) == .infeasible)
    #expect(
      solve([1, 0], [[1, 1], [-1, -1], [1, 0], [0, 1]], [2, -2, 0.5, 0.5]) == .infeasible)
    #expect(solve([1, 1], [[1, -1]], [1]) == .unbounded)
    #expect(solve([1, 1], [[-1, -1]], [-3]) == .unbounded)
  }

  @Test func ties() throws {
    // Every point of the edge x + y = 1 is as good.
    let edge = try solution([1, 1], [[1, 1]], [1])
    #expect(abs(edge.objective - 1) < 1e-15 && !edge.isUnique)
    // An equation as two inequalities: the point (1, 1) of x + y = 2, x - y = 0.
    let point = try solution([1, 2], [[1, 1], [-1, -1], [1, -1], [-1, 1]], [2, -2, 0, 0])
    #expect(zip(point.values, [1.0, 1]).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  /// The best of all vertices of x >= 0, A x <= b in two variables.
  private func byVertices(_ c: [Double], _ rows: [[Double]], _ bounds: [Double]) -> Double {
    let lines = rows + [[-1, 0], [0, -1]]
    let ends = bounds + [0, 0]
    var best = -Double.infinity
    for i in lines.indices {
      for j in 0..<i {
        let determinant = lines[i][0] * lines[j][1] - lines[i][1] * lines[j][0]
        guard abs(determinant) > 1e-12 else { continue }
        let x = (ends[i] * lines[j][1] - lines[i][1] * ends[j]) / determinant
        let y = (lines[i][0] * ends[j] - ends[i] * lines[j][0]) / determinant
        let isFeasible = lines.indices.allSatisfy {
          lines[$0][0] * x + lines[$0][1] * y <= ends[$0] + 1e-9
        }
        if isFeasible { best = max(best, c[0] * x + c[1] * y) }
      }
    }
    return best
  }

  @Test func againstEveryVertex() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let random = KeyedRandom(seed: seed)
      var rows = (0..<8).map { i in (0..<2).map { random.normal(at: 2 * i + $0) } }
      rows.append([1, 1])
      let bounds = (0..<8).map { 0.3 + random.uniform(at: 100 + $0) } + [5]
      let c = [random.normal(at: 200), random.normal(at: 201)]
      let found = try solution(c, rows, bounds)
      #expect(abs(found.objective - byVertices(c, rows, bounds)) < 1e-10)
      #expect(found.violation < 1e-12)
    }
  }
}
