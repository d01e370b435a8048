internal import ESSNumerics

/// Rates of events in populations, drawn towards a mean by empirical Bayes: the fewer people behind a rate, the more.
public struct RateSmoothing: Sendable, Equatable {
  /// Events over population.
  public let raw: [Double]
  /// Drawn towards the mean over all (Marshall 1991, Applied Statistics 40, 283-294: the global estimator).
  public let global: [Double]
  /// Drawn towards the mean over the territory and its neighbours (Marshall 1991: the local estimator); that of an island is its raw rate.
  public let local: [Double]
  /// The rates in units of their standard deviation under one common rate, whose Moran's I is not moved by unequal populations (Assuncao and Reis 1999,
  /// Statistics in Medicine 18, 2147-2162).
  public let standardised: [Double]

  /// Smooths the rates of events; `nil` unless populations are above 0, events at least 0, and some above.
  ///
  /// A variance between territories that is estimated below 0 is 0, as Marshall has it, so that every rate becomes the mean.
  public init?(events: [Double], populations: [Double], _ weights: SpatialWeights) {
    precondition(events.count == populations.count, "one population for each number of events")
    precondition(events.count == weights.territories.count, "one number for each territory")
    let (allEvents, allPeople) = (ExactSum(events).value, ExactSum(populations).value)
    guard populations.allSatisfy({ $0 > 0 && $0.isFinite }),
      events.allSatisfy({ $0 >= 0 && $0.isFinite }), allEvents > 0
    else { return nil }
    let rates = zip(events, populations).map { $0 / $1 }
    raw = rates
    let everyone = Array(events.indices)
    let mean = allEvents / allPeople
    let between = Self.variance(everyone, rates, populations, mean)
    let spread = max(0, between)
    global = rates.indices.map { Self.drawn(rates[$0], populations[$0], mean, spread) }
    standardised = rates.indices.map { i in
      let variance = between + mean / populations[i]
      return (rates[i] - mean) / (variance < 0 ? mean / populations[i] : variance).squareRoot()
    }
    let matrix = weights.matrix
    local = rates.indices.map { i in
      let links = matrix.rowStarts[i]..<matrix.rowStarts[i + 1]
      let around = links.map { Int(matrix.columnIndices[$0]) } + [i]
      let people = around.reduce(0.0) { $0 + populations[$1] }
      let mean = around.reduce(0.0) { $0 + events[$1] } / people
      guard mean > 0 else { return 0 }
      return Self.drawn(
        rates[i], populations[i], mean, max(0, Self.variance(around, rates, populations, mean)))
    }
  }

  /// The variance between the rates of some territories, by moments: that around their mean less what chance alone would give.
  private static func variance(
    _ members: [Int], _ rates: [Double], _ populations: [Double], _ mean: Double
  ) -> Double {
    let people = ExactSum(members.map { populations[$0] }).value
    let around = ExactSum(
      members.map { populations[$0] * (rates[$0] - mean) * (rates[$0] - mean) }
    ).value
    return around / people - mean / (people / Double(members.count))
  }

  private static func drawn(
    _ rate: Double, _ population: Double, _ mean: Double, _ variance: Double
  ) -> Double {
    mean + (rate - mean) * variance / (variance + mean / population)
  }
}
