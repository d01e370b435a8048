public import ESSData
public import ESSNumerics

/// The quantity model of a table: what has to be produced for a final demand, and what falls with it.
///
/// Leontief (1936); Miller and Blair (2009), Input-Output Analysis, chapters 2, 6 and 12; Ghosh (1958), Economica 25, 58-64; Haimes and Jiang (2001), Journal of
/// Infrastructure Systems 7(1), 1-12. Coefficients are deliveries over the output of the buying sector (of the selling one for Ghosh). Cost: 2 n^3 for the inverse.
public struct LeontiefModel: Sendable {
  /// The table.
  public let table: InputOutputTable
  /// Input coefficients: deliveries of the row for a unit of output of the column.
  public let coefficients: Matrix
  /// The Leontief inverse (I - A)^-1.
  public let inverse: Matrix
  /// Sectors without output, whose coefficients are 0.
  public let idle: [String]
  /// Sectors that buy at least as much as they produce.
  public let overspending: [String]

  /// Builds the model.
  ///
  /// - Throws: If the table is not productive (Hawkins and Simon 1949), naming the sector at which the condition fails.
  public init(_ table: InputOutputTable) throws(DataError) {
    self.table = table
    let n = table.sectors.count
    idle = zip(table.sectors, table.output).filter { $0.1 == 0 }.map(\.0)
    let (shares, system) = Self.shares(table)
    let coefficients = Matrix(rows: n, columns: n, elements: shares)
    self.coefficients = coefficients
    overspending = table.sectors.indices.filter {
      coefficients.column($0).reduce(0, +) >= 1
    }.map { table.sectors[$0] }
    guard let inverse = LUFactorisation.inverse(of: Matrix(rows: n, columns: n, elements: system))
    else {
      throw Self.unproductive(coefficients, table.sectors)
    }
    self.inverse = inverse
    // Of a table without negative deliveries the condition holds exactly if its inverse has no negative element (Nikaido 1968).
    if Self.least(inverse.elements) < -1e-9, Self.least(shares) >= 0 {
      throw Self.unproductive(coefficients, table.sectors)
    }
  }

  /// The input coefficients A and the system I - A, column by column; both in one pass over the table.
  private static func shares(_ table: InputOutputTable) -> (shares: [Double], system: [Double]) {
    let n = table.sectors.count
    var shares = table.flows.elements
    let system = unsafe [Double](unsafeUninitializedCapacity: n * n) { system, count in
      for column in 0..<n {
        let output = table.output[column]
        for k in (column * n)..<((column + 1) * n) {
          let share = output > 0 ? shares[k] / output : 0
          shares[k] = share
          unsafe system[k] = -share
        }
        unsafe system[column * (n + 1)] += 1
      }
      count = n * n
    }
    return (shares, system)
  }

  /// The least of some numbers, in eight lanes; 0 of none.
  private static func least(_ values: [Double]) -> Double {
    guard let first = values.first else { return 0 }
    var lanes = SIMD8<Double>(repeating: first)
    var index = 0
    while index + 8 <= values.count {
      var next = SIMD8<Double>()
      for lane in 0..<8 { next[lane] = values[index + lane] }
      lanes = pointwiseMin(lanes, next)
      index += 8
    }
    return min(lanes.min(), values[index...].min() ?? first)
  }

  /// Names the sector whose leading minor of I - A is the first that is not positive.
  private static func unproductive(_ coefficients: Matrix, _ sectors: [String]) -> DataError {
    let n = sectors.count
    let system = Matrix.identity(n) - coefficients
    var rows = (0..<n).map { system.row($0) }
    for step in 0..<n {
      guard rows[step][step] > 1e-12 else {
        return .notIdentified(
          "the table is not productive (Hawkins-Simon): with '\(sectors[step])' the sectors up to it use up all they produce"
        )
      }
      for row in (step + 1)..<max(n, step + 1) {
        let share = rows[row][step] / rows[step][step]
        for column in step..<n { rows[row][column] -= share * rows[step][column] }
      }
    }
    return .notIdentified("the table is not productive (Hawkins-Simon)")
  }

  // MARK: Multipliers and linkages

  /// Output needed in all sectors for a unit of final demand of each: the column sums of the inverse, also the backward linkages.
  public var outputMultipliers: [Double] {
    table.sectors.indices.map { inverse.column($0).reduce(0, +) }
  }

  /// Something used in production, such as value added or jobs, needed in all sectors for a unit of final demand of each.
  public func multipliers(of input: [Double]) -> [Double] {
    inverse.transposedProduct(perOutput(input))
  }

  /// Amounts per unit of output, 0 for idle sectors.
  private func perOutput(_ amounts: [Double]) -> [Double] {
    zip(amounts, table.output).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// Row sums of the inverse: output of each sector if every final demand rises by one.
  public var rowSums: [Double] { table.sectors.indices.map { inverse.row($0).reduce(0, +) } }

  /// Ghosh's inverse (I - B)^-1 with allocation coefficients, deliveries over the output of the selling sector.
  ///
  /// Similar to the Leontief inverse: element (i, j) times x_j over x_i. Rows and columns of idle sectors are those of the identity.
  public var ghoshInverse: Matrix {
    let x = table.output
    return Matrix(rows: x.count, columns: x.count) { i, j in
      x[i] > 0 && x[j] > 0 ? inverse[i, j] * x[j] / x[i] : i == j ? 1 : 0
    }
  }

  /// Forward linkages: row sums of Ghosh's inverse.
  public var forwardLinkages: [Double] {
    let ghosh = ghoshInverse
    return table.sectors.indices.map { ghosh.row($0).reduce(0, +) }
  }

  /// Linkages over their mean (Rasmussen 1956): above 1 is more than usual.
  public static func normalised(_ linkages: [Double]) -> [Double] {
    let mean = linkages.reduce(0, +) / Double(max(linkages.count, 1))
    return linkages.map { $0 / mean }
  }

  // MARK: Shocks

  /// Final demand that the outputs leave: output less deliveries to sectors.
  public var finalDemand: [Double] {
    zip(table.output, table.flows * Array(repeating: 1.0, count: table.sectors.count)).map {
      $0 - $1
    }
  }

  /// Change of output of each sector for a change of final demand.
  public func outputChange(demandChange: [Double]) -> [Double] { inverse * demandChange }

  /// Change of an input, such as jobs, in each sector for a change of outputs.
  public func inputChange(_ input: [Double], outputChange: [Double]) -> [Double] {
    zip(perOutput(input), outputChange).map { $0 * $1 }
  }

  /// Inoperability of each sector: the share of its output that a fall of final demand takes, (I - A*)^-1 c* with A* = x^-1 A x.
  public func inoperability(demandChange: [Double]) -> [Double] {
    perOutput(outputChange(demandChange: demandChange)).map { $0 == 0 ? 0 : -$0 }
  }

  /// Change of output of each sector if some sectors neither buy, sell nor serve final demand: hypothetical extraction (Dietzenbacher and Lahr 2013).
  ///
  /// `share` of a sector is what is extracted of it, 1 for all.
  public func extraction(_ share: [Double]) throws(DataError) -> [Double] {
    let n = table.sectors.count
    let keep = share.map { 1 - $0 }
    let rest =
      Matrix.identity(n)
      - Matrix(rows: n, columns: n) { coefficients[$0, $1] * keep[$0] * keep[$1] }
    guard let factor = LUFactorisation(rest) else {
      throw .notIdentified("the rest of the table is not productive")
    }
    let left = factor.solve(zip(finalDemand, keep).map { $0 * $1 })
    return zip(left, table.output).map { $0 - $1 }
  }

  /// What rests on a part of each sector, such as its social economy: output that the part's own final demand needs in all sectors.
  public func output(dependingOn share: [Double]) -> [Double] {
    inverse * zip(finalDemand, share).map { $0 * $1 }
  }
}
