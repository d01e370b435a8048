/// A distribution of welfare known for groups of people only: points of its Lorenz curve.
public struct GroupedDistribution: Sendable, Equatable {
  /// How a table gives its groups, poorest first.
  public enum Form: String, Sendable, CaseIterable {
    /// Cumulative shares of people and of welfare; the last row is (1, 1), or (100, 100).
    case cumulative
    /// Shares of people and of welfare, each adding up to 1 or 100.
    case shares
    /// Shares or numbers of people, and mean welfare of each group.
    case means
  }

  /// What a number of the table is.
  public enum Column: Sendable {
    /// People.
    case population
    /// Welfare.
    case welfare
  }

  /// Cumulative shares of people, ascending; the last is 1.
  public let population: [Double]
  /// Cumulative shares of welfare; the last is 1.
  public let welfare: [Double]
  /// Mean welfare that follows from the groups; `nil` unless their means are given.
  public let groupMean: Double?

  /// Fewest points inside the unit square: one more than a curve has parameters.
  public static let fewestPoints = 4

  /// Points inside the unit square, which a curve is fitted to.
  public var interior: [(population: Double, welfare: Double)] {
    zip(population, welfare).filter { $0.0 > 0 && $0.0 < 1 && $0.1 < 1 }
      .map { (population: $0.0, welfare: $0.1) }
  }

  /// A distribution from the rows of a table.
  ///
  /// Shares that add up to 1 (or 100) but for half a percent, as rounded ones do, are divided by their sum.
  ///
  /// - Parameters:
  ///   - form: What the numbers are.
  ///   - population: Numbers of the people's column; `nil` for groups of equal size.
  ///   - welfare: Numbers of the welfare column.
  ///   - place: Makes a message of a row, a column and what is wrong.
  /// - Throws: `DataError.invalid` with every row that is out of order; `DataError.notIdentified` for too few groups.
  public init(
    _ form: Form, population: [Double]?, welfare: [Double],
    place: (_ row: Int, _ column: Column, _ message: String) -> DataProblem = { row, column, text in
      DataProblem(file: "groups", line: row + 1, column: "\(column)", message: text)
    }
  ) throws(DataError) {
    let people: [Double]
    if let population {
      people = population
    } else {
      let count = Double(welfare.count)
      people = welfare.indices.map { form == .cumulative ? Double($0 + 1) / count : 1 / count }
    }
    var problems = ProblemList()
    for row in welfare.indices {
      if !people[row].isFinite { problems.add(place(row, .population, "a number is needed")) }
      if !welfare[row].isFinite { problems.add(place(row, .welfare, "a number is needed")) }
    }
    try problems.check()
    switch form {
    case .cumulative:
      self.population = try Self.scaled(people, .population, place)
      self.welfare = try Self.scaled(welfare, .welfare, place)
      groupMean = nil
    case .shares:
      self.population = try Self.added(people, .population, place)
      self.welfare = try Self.added(welfare, .welfare, place)
      groupMean = nil
    case .means:
      let total = people.reduce(0, +)
      guard total > 0 else { throw .notIdentified("the groups have no people") }
      self.population = Self.runningSums(people, total: total)
      let amounts = zip(people, welfare).map { $0 * $1 }
      let sum = amounts.reduce(0, +)
      guard sum > 0 else { throw .notIdentified("the mean welfare of the groups is not positive") }
      groupMean = sum / total
      self.welfare = Self.runningSums(amounts, total: sum)
    }
    try checkOrder(place)
    guard interior.count >= Self.fewestPoints else {
      throw .notIdentified(
        "\(interior.count + 1) groups are too few: a Lorenz curve needs at least "
          + "\(Self.fewestPoints + 1)")
    }
  }

  /// Cumulative shares as fractions; the last must be 1 or 100.
  private static func scaled(
    _ values: [Double], _ column: Column,
    _ place: (_ row: Int, _ column: Column, _ message: String) -> DataProblem
  ) throws(DataError) -> [Double] {
    guard let last = values.last else { throw .notIdentified("the table has no groups") }
    for end in [1.0, 100.0] where abs(last - end) <= 1e-6 * end {
      return values.dropLast().map { $0 / end } + [1]
    }
    throw .invalid(
      [
        place(
          values.count - 1, column,
          "the last cumulative share is \(NumberText.shortest(last)); 1 or 100 was expected "
            + "(--form shares for shares that are not cumulative)")
      ], omitted: 0)
  }

  /// Cumulative shares of shares, which must add up to 1 or 100.
  private static func added(
    _ values: [Double], _ column: Column,
    _ place: (_ row: Int, _ column: Column, _ message: String) -> DataProblem
  ) throws(DataError) -> [Double] {
    guard !values.isEmpty else { throw .notIdentified("the table has no groups") }
    let sum = values.reduce(0, +)
    guard [1.0, 100.0].contains(where: { abs(sum - $0) <= 0.005 * $0 }) else {
      throw .invalid(
        [
          place(
            values.count - 1, column,
            "the shares add up to \(NumberText.shortest(sum)); 1 or 100 was expected")
        ], omitted: 0)
    }
    return runningSums(values, total: sum)
  }

  private static func runningSums(_ values: [Double], total: Double) -> [Double] {
    var sum = 0.0
    return values.dropLast().map { value in
      sum += value
      return sum / total
    } + [1]
  }

  /// Groups must be ordered from the poorest to the richest.
  ///
  /// A group may be poorer than the one before by half a percent of the mean, which rounded shares need.
  private func checkOrder(
    _ place: (_ row: Int, _ column: Column, _ message: String) -> DataProblem
  ) throws(DataError) {
    var problems = ProblemList()
    var slope = -Double.infinity
    var (p, l) = (0.0, 0.0)
    for row in population.indices {
      let width = population[row] - p
      if width < 0 || (width == 0 && row > 0) || population[row] > 1 {
        problems.add(
          place(
            row, .population,
            "the cumulative share of people does not rise: \(NumberText.shortest(population[row])) "
              + "after \(NumberText.shortest(p))"))
      } else if width > 0 {
        let own = (welfare[row] - l) / width
        if own < slope - 0.005 {
          problems.add(
            place(
              row, .welfare,
              "the group is poorer than the one before (\(NumberText.fixed(own, decimals: 4)) after "
                + "\(NumberText.fixed(slope, decimals: 4)) times the mean): the groups must be sorted "
                + "from the poorest"))
        }
        slope = max(slope, own)
      } else if welfare[row] != 0 {
        problems.add(
          place(row, .welfare, "nobody has a share of \(NumberText.shortest(welfare[row]))"))
      }
      (p, l) = (population[row], welfare[row])
    }
    try problems.check()
  }
}
