internal import ESSData
internal import ESSNumerics

/// How alliances bring actors of different kinds together: of the SSE and outside it, of different types, governments and others.
///
/// The numbers of `NetworkMixing` by `in_sse` and by `actor_type`, found without making the ties of the organisations.
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
  public let pairs: MeetingPairs?

  /// Measures a network; O(relations), and the pairs in the same alliance for what counts each pair once.
  public init(_ view: AllianceView, _ figures: AllianceFigures) {
    let organisations = figures.organisations.map { view.network.organisations[$0] }
    let incidence = figures.incidence
    let types = organisations.map(\.actorType).distinct
    let typeOf = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
    let type = organisations.map { typeOf[$0.actorType] ?? 0 }
    let isGovernment = organisations.map(\.isGovernment)
    var external = 0
    var inner = 0
    for alliance in 0..<incidence.columns {
      let members = incidence.rows(ofColumn: alliance)
      let inside = members.count { organisations[Int($0)].isSSE }
      let outside = members.count - inside
      external += inside * outside
      inner += inside * (inside - 1) / 2 + outside * (outside - 1) / 2
    }
    self.external = external
    self.inner = inner
    blau = incidence.heterogeneity(of: type, count: types.count).enumerated().compactMap {
      alliance, value in value.map { (alliance, $0) }
    }
    weightedConvening = MeetingPairs.weightedConvening(incidence, isGovernment: isGovernment)
    let n = Double(organisations.count)
    let sse = Double(organisations.count(where: \.isSSE))
    let across = n > 1 ? 2 * sse * (n - sse) / (n * (n - 1)) : 0
    expectedExternalInternal = n > 1 ? 2 * across - 1 : nil
    pairs = MeetingPairs(incidence, types: type, isGovernment: isGovernment)
  }

  /// (E - I) / (E + I), from -1 for pairs inside their own side only to 1 (Krackhardt and Stern 1988); `nil` without pairs.
  public var externalInternal: Double? {
    external + inner > 0 ? Double(external - inner) / Double(external + inner) : nil
  }

  /// Mean Blau index of the alliances that have two members or more.
  public var meanBlau: Double? { blau.map(\.value).meanOfKnown }
}

extension AllianceNetwork.Organisation {
  /// Whether it is a government, local, regional or national.
  var isGovernment: Bool { actorType == "government" || actorType.hasSuffix("_government") }
}
