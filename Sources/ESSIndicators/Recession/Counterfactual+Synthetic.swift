public import ESSData
internal import ESSNumerics

extension Counterfactual {
  /// The scale on which donors stand for a territory.
  public enum SyntheticScale: String, Sendable, CaseIterable {
    /// Every series over its value in the reference, so that growth is matched and donors of any size can carry weight.
    case index
    /// The levels themselves.
    case level
  }

  /// Gaps of placebos: donors fitted as if the shock had been theirs alone.
  struct Placebos: Sendable {
    /// Root of the mean squared gap of the territory before the shock, in levels.
    let fitError: Double
    /// For each period after the reference the placebos' absolute gaps over the root of their own mean squared gap before, ascending.
    let ratios: [[Double]]

    /// How far a gap may go without being larger than chance at a confidence level: the test by placebos, inverted.
    ///
    /// `nil` where there are too few placebos for the level.
    func reach(_ index: Int, confidence: Double) -> Double? {
      let sorted = ratios[index]
      // A hair below, so that 0.95 of 40 is 38 and not 39 by rounding.
      let place = Int((confidence * Double(sorted.count + 1) - 1e-9).rounded(.up))
      guard place >= 1, place <= sorted.count, fitError > 0 else { return nil }
      return fitError * sorted[place - 1]
    }
  }

  /// A weighted mean of donors, fitted on the periods up to the reference (the outcome-only synthetic control of the recovery room).
  ///
  /// The interval inverts the test by placebos: each donor is fitted by the other ones as if it had been hit, and the treated territory's gap in a period is compared with
  /// theirs, each over its own error before the shock (Abadie, Diamond and Hainmueller 2010; Firpo and Possebom 2018, Journal of Causal Inference 6).
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - donors: Codes and series of the donors; those without every value are left out.
  ///   - rule: How the donors were chosen, for the name.
  ///   - from: First period of the fit.
  ///   - reference: The last period before the shock, and the last of the fit.
  ///   - end: The last period.
  ///   - scale: The scale.
  /// - Throws: `Failure`, if a value of the series is missing or no donor is left.
  public init(
    synthetic series: Series, donors: [(code: String, series: Series)], rule: String,
    from: Period, reference: Period, end: Period, scale: SyntheticScale = .index
  ) throws(Failure) {
    let steps = reference.distance(to: end)
    guard steps > 0 else { throw .notIdentified("no period follows \(reference)") }
    guard from < reference else {
      throw .notIdentified("the fit from \(from) does not begin before \(reference)")
    }
    let span = from.distance(to: end)
    let periods = (0...span).map { from.advanced(by: $0) }
    func row(_ series: Series) -> [Double] {
      let base = scale == .level ? 1 : series[reference] ?? .nan
      guard base != 0 else { return periods.map { _ in .nan } }
      return periods.map { (series[$0] ?? .nan) / base }
    }
    if scale == .index, let level = series[reference], level <= 0 {
      throw .notIdentified(
        "the value in \(reference) is not positive, which an index needs; --donor-scale level takes it"
      )
    }
    // Names of donors are theirs; that of the treated one must be none of them.
    let treated = "\u{1F}treated"
    let grid = OutcomeGrid(
      units: [treated] + donors.map(\.code), axis: TimeAxis(periods),
      values: ([row(series)] + donors.map { row($0.series) }).flatMap(\.self))
    if let gap = periods.first(where: { series[$0] == nil }) {
      throw .notIdentified("no value in \(gap)")
    }
    let problem: SyntheticControlProblem
    let study: SyntheticControlStudy
    do throws(DataError) {
      problem = try SyntheticControlProblem(
        grid, treated: treated, post: reference.advanced(by: 1).description)
      study = try SyntheticControlStudy(
        problem, .init(fit: .init(), placebos: problem.donors.count > 1))
    } catch {
      // The territory has every value and the periods are those of the grid: only donors can lack.
      throw .notIdentified("no donor (\(rule)) has every value from \(from) to \(end)")
    }
    let unit = scale == .level ? 1 : series[reference] ?? 1
    let estimate = study.estimate
    let after = problem.firstPost..<problem.periods.count
    let ratios = after.map { t in
      study.placebos.map { abs($0.gaps[t]) / $0.preMSPE.squareRoot() }.sorted()
    }
    let carrying = problem.donors.indices.filter { estimate.weights[$0] > 5e-4 }
      .sorted { (estimate.weights[$1], $0) < (estimate.weights[$0], $1) }
    let weights = carrying.map {
      "\(problem.donors[$0]) \(NumberText.fixed(estimate.weights[$0], decimals: 3))"
    }
    let fitError = unit * estimate.preMSPE.squareRoot()
    self.init(
      name:
        "synthetic(donors=\(rule),n=\(problem.donors.count),fit=\(from)/\(reference),scale=\(scale.rawValue),interval=placebos(n=\(study.placebos.count)))",
      levels: after.map { unit * estimate.synthetic[$0] }, errors: nil, isLog: false,
      degreesOfFreedom: nil,
      note: "weights: \(weights.joined(separator: ", ")); error before the shock "
        + NumberText.shortest((1e6 * fitError).rounded() / 1e6)
        + (estimate.isUnique ? "" : "; other weights fit as well"),
      placebos: Placebos(fitError: fitError, ratios: ratios))
  }
}
