internal import ESSData

/// The variance of an estimated total under a stratified design of PSUs drawn with replacement, or with a fraction of each stratum.
struct DesignVariance: Sendable {
  let design: SurveyDesign
  let rule: SinglePSU
  private let stratum: [Int32]

  init(_ design: SurveyDesign, _ rule: SinglePSU) {
    self.design = design
    self.rule = rule
    stratum = design.stratumOfPSU
  }

  /// PSUs less strata, over the strata that hold a unit (Stata's rule for domains).
  func degreesOfFreedom(of support: Support) -> Double {
    var freedom = 0
    var last: Int32 = -1
    for unit in support.units {
      let h = stratum[Int(unit)]
      guard h != last else { continue }
      last = h
      freedom += design.starts[Int(h) + 1] - design.starts[Int(h)] - 1
    }
    return Double(freedom)
  }

  /// The variance of the total of linearised unit totals; PSUs of a stratum that are not listed have total zero.
  func variance(_ support: Support, _ totals: [Double]) throws(DataError) -> Double {
    var variance = 0.0
    var (strata, usable) = (0, 0)
    var singles: [String] = []
    let mean = rule == .centre ? totals.reduce(0, +) / Double(design.psuCount) : 0
    var first = 0
    while first < totals.count {
      let h = Int(stratum[Int(support.units[first])])
      var end = first
      var sum = 0.0
      while end < totals.count, Int(support.units[end]) < design.starts[h + 1] {
        sum += totals[end]
        end += 1
      }
      let size = design.starts[h + 1] - design.starts[h]
      let remaining = 1 - design.fractions[h]
      strata += 1
      if size > 1 {
        usable += 1
        let centre = sum / Double(size)
        var squares = Double(size - (end - first)) * centre * centre
        for at in first..<end { squares += (totals[at] - centre) * (totals[at] - centre) }
        variance += remaining * squares * Double(size) / Double(size - 1)
      } else if remaining > 0 {
        singles.append(design.strata[h])
        if rule == .centre { variance += remaining * (sum - mean) * (sum - mean) }
      } else {
        usable += 1
      }
      first = end
    }
    if !singles.isEmpty, rule == .fail || rule == .collapse { throw Self.single(singles) }
    if rule == .average, usable < strata {
      guard usable > 0 else { throw Self.single(singles) }
      variance *= Double(strata) / Double(usable)
    }
    return variance
  }

  /// The refusal of strata with a single PSU.
  static func single(_ strata: [String]) -> DataError {
    let named = strata.prefix(3).map { "'\(excerpt($0))'" }.joined(separator: ", ")
    let more = strata.count > 3 ? " and \(strata.count - 3) more" : ""
    let subject = strata.count == 1 ? "stratum \(named) has" : "strata \(named)\(more) have"
    return .notIdentified(
      "\(subject) a single PSU, so that its variance is not identified; choose what it adds with "
        + "--lonely-psu certainty, centre, average or collapse")
  }
}
