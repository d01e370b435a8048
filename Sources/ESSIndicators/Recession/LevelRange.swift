internal import ESSData

/// The periods in which a variable of levels has values.
struct LevelRange {
  let variable: String
  let first: Period
  let last: Period

  /// Refuses periods of another frequency or outside the values, and a reference that nothing follows.
  func check(_ periods: [Period], reference: Period, until: Period?) throws(DataError) {
    for period in periods where period.frequency != first.frequency {
      throw .notIdentified("the data have periods such as \(first), which \(period) is not")
    }
    let values =
      "'\(variable)' has values "
      + (first < last ? "for \(first) to \(last)" : "for \(first) alone")
    guard reference != last else {
      throw .notIdentified("\(values), and no period follows the reference \(reference)")
    }
    if let outside = ([reference] + periods).first(where: { $0 < first || $0 > last }) {
      throw .notIdentified("\(values), none for \(outside)")
    }
    if let until, until <= reference {
      throw .notIdentified(
        "the sample ends in \(until), with no period after the reference \(reference)")
    }
  }
}

extension Panel {
  /// The periods in which a variable has values; throws if there are none.
  func range(of variable: String) throws(DataError) -> LevelRange {
    let known = periods(of: variable)
    guard let first = known.first, let last = known.last else {
      throw .notIdentified("the variable '\(variable)' has no value")
    }
    return LevelRange(variable: variable, first: first, last: last)
  }
}
