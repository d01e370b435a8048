internal import ESSData
internal import ESSNumerics

/// How alliances bring actors of different kinds together: of the SSE and outside it, of different types, governments and others.
public struct SectorMixing: Sendable {
  /// Pairs in the same alliance counted by alliance: one of the SSE and one outside it.
  public let external: Int
  /// Pairs in the same alliance counted by alliance: both of the SSE or both outside it.
  public let inner: Int
  /// The E-I index expected where membership in the SSE is given to the organisations at random; `nil` for fewer than two.
  public let expectedExternalInternal: Double?
  /// For each alliance with at least two members the probability that two draws are of different types, 1 - sum q^2.
  public let blau: [(alliance: Int, value: Double)]
  /// Share of pairs without a government that meet one, each alliance counting 1 / (members - 1); `nil` without such pairs.
  public let weightedConvening: Double?
  /// Pairs of organisations that share an alliance, each once; `nil` where they are too many to go through.
  public let pairs: PairCounts?

  /// Pairs of organisations that share an alliance, each counted once.
  public struct PairCounts: Sendable, Equatable {
    /// All.
    public let all: Int
    /// Of different types of actor.
    public let acrossTypes: Int
    /// Without a government.
    public let withoutGovernment: Int
    /// Of these, pairs that share an alliance in which a government is.
    public let convened: Int

    /// Counts.
    public init(all: Int, acrossTypes: Int, withoutGovernment: Int, convened: Int) {
      self.all = all
      self.acrossTypes = acrossTypes
      self.withoutGovernment = withoutGovernment
      self.convened = convened
    }
  }

  /// Members counted by pairs at most.
  public static let largestProjection = 1_000_000_000

  private static let governments: Set<String> = [
    "local_government", "regional_government", "national_government",
  ]

  /// Measures a network; O(relations), and the pairs in the same alliance for what counts each pair once.
  public init(_ view: AllianceView, _ figures: AllianceFigures) {
    let organisations = figures.organisations.map { view.network.organisations[$0] }
    let incidence = figures.incidence
    let types = organisations.map(\.actorType).distinct
    let typeOf = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
    let type = organisations.map { typeOf[$0.actorType] ?? 0 }
    let isGovernment = organisations.map { Self.governments.contains($0.actorType) }
    var external = 0
    var inner = 0
    var blau: [(alliance: Int, value: Double)] = []
    var isConvened = [Bool](repeating: false, count: incidence.columns)
    var weighted = (all: 0.0, convened: 0.0)
    for alliance in 0..<incidence.columns {
      let members = incidence.rows(ofColumn: alliance)
      let inside = members.count { organisations[Int($0)].isSSE }
      let outside = members.count - inside
      external += inside * outside
      inner += inside * (inside - 1) / 2 + outside * (outside - 1) / 2
      isConvened[alliance] = members.contains { isGovernment[Int($0)] }
      guard members.count >= 2 else { continue }
      let others = Double(members.count { !isGovernment[Int($0)] })
      let weight = others * (others - 1) / 2 / Double(members.count - 1)
      weighted.all += weight
      if isConvened[alliance] { weighted.convened += weight }
      var counts = [Int](repeating: 0, count: types.count)
      for member in members { counts[type[Int(member)]] += 1 }
      let squares = counts.reduce(0) { $0 + $1 * $1 }
      blau.append((alliance, 1 - Double(squares) / Double(members.count * members.count)))
    }
    self.external = external
    self.inner = inner
    self.blau = blau
    weightedConvening = weighted.all > 0 ? weighted.convened / weighted.all : nil
    let n = Double(organisations.count)
    let sse = Double(organisations.count(where: \.isSSE))
    let across = n > 1 ? 2 * sse * (n - sse) / (n * (n - 1)) : 0
    expectedExternalInternal = n > 1 ? 2 * across - 1 : nil
    pairs = Self.pairs(incidence, type, isGovernment, isConvened)
  }

  /// (E - I) / (E + I), from -1 for pairs inside their own side only to 1 (Krackhardt and Stern 1988); `nil` without pairs.
  public var externalInternal: Double? {
    external + inner > 0 ? Double(external - inner) / Double(external + inner) : nil
  }

  /// Mean Blau index of the alliances that have two members or more.
  public var meanBlau: Double? {
    blau.isEmpty ? nil : blau.reduce(0) { $0 + $1.value } / Double(blau.count)
  }

  /// Each organisation marks those after it with whom it shares an alliance: memory of one mark for each organisation.
  private static func pairs(
    _ incidence: IncidenceGraph, _ type: [Int], _ isGovernment: [Bool], _ isConvened: [Bool]
  ) -> PairCounts? {
    let visits = incidence.columnDegrees.reduce(0) { $0 + $1 * $1 }
    guard visits <= largestProjection else { return nil }
    var seen = [Int32](repeating: -1, count: incidence.rows)
    var convenedBy = [Int32](repeating: -1, count: incidence.rows)
    var all = 0
    var acrossTypes = 0
    var withoutGovernment = 0
    var convened = 0
    for first in 0..<incidence.rows {
      let mark = Int32(first)
      for alliance in incidence.columns(ofRow: first) {
        for second in incidence.rows(ofColumn: Int(alliance)) where second > mark {
          let other = Int(second)
          let isFree = !isGovernment[first] && !isGovernment[other]
          if seen[other] != mark {
            seen[other] = mark
            all += 1
            if type[first] != type[other] { acrossTypes += 1 }
            if isFree { withoutGovernment += 1 }
          }
          if isFree, isConvened[Int(alliance)], convenedBy[other] != mark {
            convenedBy[other] = mark
            convened += 1
          }
        }
      }
    }
    return PairCounts(
      all: all, acrossTypes: acrossTypes, withoutGovernment: withoutGovernment, convened: convened)
  }
}

extension SectorMixing.PairCounts {
  /// Share of the pairs without a government that share an alliance in which one is; `nil` without such pairs.
  public var convening: Double? {
    withoutGovernment > 0 ? Double(convened) / Double(withoutGovernment) : nil
  }

  /// Share of pairs of different types; `nil` without pairs.
  public var acrossTypesShare: Double? { all > 0 ? Double(acrossTypes) / Double(all) : nil }
}
