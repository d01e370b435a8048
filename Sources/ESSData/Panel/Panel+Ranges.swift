/// What the values of a variable can be, by what it measures.
public enum ValueRange: Sendable {
  /// A headcount ratio in percent: from 0 to 100.
  case headcountRatio
  /// A population: zero or more.
  case population

  fileprivate func contains(_ value: Double) -> Bool {
    switch self {
    // What a sum of shares is off by is no fault.
    case .headcountRatio: value >= 0 && value <= 100 + 1e-9
    case .population: value >= 0
    }
  }

  fileprivate var words: String {
    switch self {
    case .headcountRatio: "a headcount ratio in percent, which lies between 0 and 100"
    case .population: "a population, which is not below zero"
    }
  }
}

extension Panel {
  /// Refuses values that a variable cannot have, in any territory and period, and names all such cells.
  public func check(_ variables: [(name: String, range: ValueRange)]) throws(DataError) {
    var problems = ProblemList()
    for (name, range) in variables {
      for territory in territories {
        for period in periods {
          guard let cell = cell(name, territory, period), !range.contains(cell.value) else {
            continue
          }
          let place = [territory, period.description].filter { !$0.isEmpty }
          problems.add(
            DataProblem(
              file: file,
              message: "\(place.joined(separator: ", ")): '\(name)' is "
                + "\(NumberText.shortest(cell.value)), but it is \(range.words)"))
        }
      }
    }
    try problems.check()
  }
}
