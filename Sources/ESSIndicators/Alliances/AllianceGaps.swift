public import ESSData
internal import ESSNumerics

/// What is missing from a network of alliances: nine gaps from 0 to 1, higher is worse, ranked and never averaged.
///
/// The gaps have different units of harm: the order is a screening device, and the gap of knowledge says how provisional it is.
public struct AllianceGaps: Sendable {
  /// A kind of gap.
  public enum Kind: String, Sendable, CaseIterable {
    /// Territories without an alliance: 1 - coverage.
    case coverage
    /// The same weighted by need.
    case need
    /// Unequal numbers of alliances: their Gini index over the frame.
    case inequality
    /// Pairs of organisations that no path of shared alliances joins.
    case fragmentation
    /// Covered territories that hang on one alliance.
    case dependence
    /// What fragmentation rises by without the organisation that divides most.
    case broker
    /// Ties inside one side of the SSE's border: 1 - (EI + 1) / 2.
    case closure
    /// Members stated and not recorded: 1 - completeness, not below zero.
    case knowledge
    /// Territories without all three levels: 1 - level-complete coverage.
    case levels
  }

  /// One gap.
  public struct Gap: Sendable {
    /// Its kind.
    public let kind: Kind
    /// Its size; `nil` where the input does not say.
    public let value: Double?
    /// Territories or organisations behind it.
    public let count: Int?
    /// Who it is about, or why it is not known.
    public let note: Translated
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// The gaps in the order of `Kind`.
  public let gaps: [Gap]
  /// Figures of the network as a whole.
  public let figures: AllianceFigures
  /// How alliances bring kinds of actors together.
  public let mixing: SectorMixing

  /// The gaps, largest first; equal ones, and then those that are not known, in the order of `Kind`.
  public var ranked: [Gap] {
    gaps.indices.sorted { (-(gaps[$0].value ?? -1), $0) < (-(gaps[$1].value ?? -1), $1) }
      .map { gaps[$0] }
  }

  /// Measures a network; O(relations) and the pairs in the same alliance.
  public init(_ view: AllianceView) {
    self.view = view
    figures = AllianceFigures(view)
    mixing = SectorMixing(view, figures)
    let builder = GapBuilder(view: view, figures: figures, mixing: mixing)
    gaps = Kind.allCases.map(builder.gap)
  }
}

/// Works out one gap after the other.
private struct GapBuilder {
  let view: AllianceView
  let figures: AllianceFigures
  let mixing: SectorMixing
  let marks: CoverageMarks

  init(view: AllianceView, figures: AllianceFigures, mixing: SectorMixing) {
    self.view = view
    self.figures = figures
    self.mixing = mixing
    marks = view.marks(.direct)
  }

  func gap(_ kind: AllianceGaps.Kind) -> AllianceGaps.Gap {
    func make(_ value: Double?, _ count: Int?, _ note: Translated) -> AllianceGaps.Gap {
      AllianceGaps.Gap(kind: kind, value: value, count: count, note: note)
    }
    let size = view.frame.territories.count
    switch kind {
    case .coverage:
      let missing = view.frame.territories.indices.filter { marks.covered[$0] == 0 }
      return make(complement(marks.covered, .plain), size, Translated(codes(missing)))
    case .need:
      let value = complement(marks.covered, .need)
      return make(value, size, value == nil ? QuestionNote.noNeed : QuestionNote.none)
    case .inequality:
      let value = CountInequality(marks.depth.map { Int($0) }).gini
      return make(value, size, value == nil ? QuestionNote.uncovered : QuestionNote.none)
    case .fragmentation:
      return make(
        figures.fragmentation, figures.organisations.count,
        figures.fragmentation == nil ? QuestionNote.tooSmall : QuestionNote.none)
    case .dependence:
      let covered = view.frame.territories.indices.filter { marks.covered[$0] > 0 }
      let single = covered.filter { marks.depth[$0] == 1 }
      return make(
        covered.isEmpty ? nil : Double(single.count) / Double(covered.count), covered.count,
        covered.isEmpty ? QuestionNote.uncovered : Translated(codes(single)))
    case .broker:
      let most = figures.mostDividing
      return make(
        most.map { max(0, $0.rise) }, figures.organisations.count,
        most.map { Translated(view.network.organisations[$0.organisation].id) }
          ?? QuestionNote.tooSmall)
    case .closure: return closure()
    case .knowledge: return knowledge()
    case .levels:
      let isKnown = view.knowsLevels
      return make(
        isKnown ? complement(marks.levelComplete, .plain) : nil, size,
        isKnown ? QuestionNote.none : QuestionNote.noLevels)
    }
  }

  private func complement(_ mark: [Double], _ weight: CoverageWeight) -> Double? {
    view.means(of: mark, by: weight)[0].map { 1 - $0 }
  }

  private func closure() -> AllianceGaps.Gap {
    // Without a mark of the SSE, or with nothing but it, there is no border to be open across.
    let marked = figures.organisations.count { view.network.organisations[$0].isSSE }
    let isKnown = marked > 0 && marked < figures.organisations.count
    let value = isKnown ? mixing.externalInternal.map { 1 - ($0 + 1) / 2 } : nil
    return AllianceGaps.Gap(
      kind: .closure, value: value, count: mixing.external + mixing.inner,
      note: value == nil ? QuestionNote.noSides : QuestionNote.none)
  }

  private func knowledge() -> AllianceGaps.Gap {
    let scope = view.selection.scope.rawValue
    let entries = AllianceCoverage.completeness(view)
    let entry = entries.first { $0.scope == scope } ?? entries.last
    return AllianceGaps.Gap(
      kind: .knowledge, value: entry?.share.map { max(0, 1 - $0) }, count: entry?.recorded,
      note: entry?.share == nil ? QuestionNote.noTotals : QuestionNote.none)
  }

  private func codes(_ territories: [Int]) -> String {
    territories.prefix(40).map { view.frame.territories[$0] }.joined(separator: " ")
  }
}
