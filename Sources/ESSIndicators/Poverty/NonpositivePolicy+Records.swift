internal import ESSData

extension NonpositivePolicy {
  /// Refuses a sample with records of some welfare unless the policy says what becomes of them; the first is placed.
  func check(
    _ sample: SurveySample, _ measure: String, isRefused: (_ welfare: Double) -> Bool
  ) throws(DataError) {
    guard self == .fail else { return }
    var first: Int?
    var count = 0
    for row in sample.welfare.indices
    where sample.weight[row] > 0 && isRefused(sample.welfare[row]) {
      first = first ?? row
      count += 1
    }
    guard let first else { return }
    let others = count == 1 ? "" : ", the first of \(count) such records"
    throw .invalid(
      [
        sample.place(
          first, sample.columns.welfare,
          "\(NumberText.shortest(sample.welfare[first])), where \(measure) has no value\(others); choose what "
            + "becomes of welfare of zero or below with --nonpositive drop or floor:AMOUNT")
      ], omitted: 0)
  }
}
