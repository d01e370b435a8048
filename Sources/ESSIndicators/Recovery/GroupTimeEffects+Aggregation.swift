internal import ESSNumerics

extension GroupTimeEffects {
  /// How cells are put together.
  public enum Scheme: String, Sendable, CaseIterable {
    /// The mean over all cells after treatment, weighted by the size of cohorts.
    case simple
    /// By periods since treatment.
    case dynamic
    /// By cohort.
    case group
    /// By period.
    case calendar
  }

  /// Cells put together: an overall effect, and its parts.
  public struct Aggregation: Sendable {
    /// One part.
    public struct Part: Sendable {
      /// The periods since treatment, the cohort or the period.
      public let label: String
      /// Periods since treatment; 0 for other schemes.
      public let event: Int
      /// The effect.
      public let estimate: InfluenceEstimate
      /// Whether the part is the base period alone, 0 by construction.
      public let isBase: Bool
    }

    /// How cells were put together.
    public let scheme: Scheme
    /// The overall effect; `nil` where no cell after treatment is identified.
    public let overall: InfluenceEstimate?
    /// Its parts, in order.
    public let parts: [Part]
    /// For parts by periods since treatment: the test that those before treatment are all zero.
    public let preTest: JointTest?
  }

  /// Puts the identified cells together.
  ///
  /// Weights are the shares of cohorts among the units, and their estimation counts in the standard errors (Callaway and Sant'Anna 2021,
  /// section 4.1; corollary 2).
  public func aggregate(_ scheme: Scheme) -> Aggregation {
    let found = cells.filter { $0.estimate != nil }
    let after = found.filter { $0.periodPosition >= $0.cohortPosition }
    switch scheme {
    case .simple:
      return Aggregation(scheme: scheme, overall: weighted(after), parts: [], preTest: nil)
    case .dynamic:
      let parts = Set(found.map(\.event)).sorted().compactMap { event -> Aggregation.Part? in
        let cells = found.filter { $0.event == event }
        return weighted(cells).map {
          Aggregation.Part(
            label: String(event), event: event, estimate: $0,
            isBase: cells.allSatisfy(\.isBase))
        }
      }
      return Aggregation(
        scheme: scheme, overall: Self.mean(parts.filter { $0.event >= 0 }.map(\.estimate)),
        parts: parts,
        preTest: JointTest(
          parts.filter { $0.event < -options.anticipation && !$0.isBase }.map(\.estimate)))
    case .group:
      let cohorts = Set(after.map(\.cohortPosition)).sorted()
      let parts = cohorts.compactMap { cohort -> (cohort: Int, estimate: InfluenceEstimate)? in
        let cells = after.filter { $0.cohortPosition == cohort }
        return Self.mean(cells.compactMap(\.estimate)).map { (cohort, $0) }
      }
      return Aggregation(
        scheme: scheme,
        overall: weighted(parts.map { ($0.cohort, $0.estimate) }),
        parts: parts.map {
          Aggregation.Part(
            label: data.periods[$0.cohort], event: 0, estimate: $0.estimate, isBase: false)
        }, preTest: nil)
    case .calendar:
      let parts = Set(after.map(\.periodPosition)).sorted().compactMap {
        time -> Aggregation.Part? in
        weighted(after.filter { $0.periodPosition == time }).map {
          Aggregation.Part(
            label: data.periods[time], event: 0, estimate: $0, isBase: false)
        }
      }
      return Aggregation(
        scheme: scheme, overall: Self.mean(parts.map(\.estimate)), parts: parts, preTest: nil)
    }
  }

  private static func mean(_ estimates: [InfluenceEstimate]) -> InfluenceEstimate? {
    InfluenceEstimate.combination(estimates.map { ($0, 1 / Double(estimates.count)) })
  }

  private func weighted(_ cells: [Cell]) -> InfluenceEstimate? {
    weighted(
      cells.compactMap { cell in cell.estimate.map { (cell.cohortPosition, $0) } })
  }

  /// The mean weighted by the cohorts' shares p, with the influence of their estimation:
  /// sum of effect_k ((1[G = k] - p_k) / S - p_k (sum of 1[G = j] - p_j) / S^2).
  private func weighted(
    _ parts: [(cohort: Int, estimate: InfluenceEstimate)]
  ) -> InfluenceEstimate? {
    let shares = parts.map { data.share(of: $0.cohort) }
    let sum = shares.reduce(0, +)
    guard sum > 0,
      let plain = InfluenceEstimate.combination(
        zip(parts, shares).map { ($0.estimate, $1 / sum) })
    else { return nil }
    var influence = plain.influence
    for unit in influence.indices {
      var own = 0.0
      var all = 0.0
      for (part, share) in zip(parts, shares) {
        let isMember = data.cohortOfUnit[unit] == part.cohort
        let difference = data.mass[unit] * ((isMember ? 1 : 0) - share)
        own += part.estimate.value * difference
        all += difference
      }
      influence[unit] += own / sum - plain.value * all / sum
    }
    return InfluenceEstimate(
      value: plain.value, influence: influence, hasError: plain.hasError)
  }
}
