internal import ESSData
public import ESSNumerics

/// Figures of a network as a whole, over the organisations and alliances that have a relation which counts.
public struct AllianceFigures: Sendable {
  /// Organisations with a relation.
  public let organisations: [Int]
  /// Alliances with a relation.
  public let alliances: [Int]
  /// Pairs of an organisation and an alliance.
  public let memberships: Int
  /// Share of the possible memberships that there are; `nil` without any.
  public let density: Double?
  /// Share of organisations that are in more than one alliance.
  public let multiMembership: Double?
  /// Gini index of the number of alliances of an organisation.
  public let inequality: Double?
  /// Share of pairs of organisations that no path of shared alliances joins.
  public let fragmentation: Double?
  /// The same through alliances that belong to alliances.
  public let federatedFragmentation: Double?
  /// Organisations in each component, largest first.
  public let components: [Int]
  /// For each of `organisations` how far fragmentation rises without it (KPP-NEG of Borgatti 2006); `nil` for fewer than three.
  public let removal: [Double]?
  /// Which alliances they are in: `organisations` x all alliances.
  public let incidence: IncidenceGraph

  /// Measures a network; O(relations), and the ones of the closure for the federated part.
  public init(_ view: AllianceView) {
    let whole = view.relations.incidence
    organisations = (0..<whole.rows).filter { !whole.columns(ofRow: $0).isEmpty }
    alliances = view.relations.activeAlliances
    incidence = IncidenceGraph(
      columns: whole.columns, lists: organisations.map { Array(whole.columns(ofRow: $0)) })
    memberships = incidence.tieCount
    let degrees = incidence.rowDegrees
    let size = organisations.count * alliances.count
    density = size > 0 ? Double(memberships) / Double(size) : nil
    multiMembership =
      organisations.isEmpty
      ? nil : Double(degrees.count { $0 >= 2 }) / Double(organisations.count)
    inequality = CountInequality(degrees).gini
    let direct = MemberConnectivity(incidence)
    fragmentation = direct.fragmentation
    components = direct.sizes
    removal =
      incidence.rows > 2 ? direct.rises.organisations.compactMap(\.self) : nil
    federatedFragmentation =
      view.nesting.isTrivial
      ? fragmentation
      : MemberConnectivity(incidence.booleanProduct(view.nesting.closure)).fragmentation
  }

  /// Mean number of alliances of an organisation.
  public var meanMemberships: Double? {
    organisations.isEmpty ? nil : Double(memberships) / Double(organisations.count)
  }

  /// The organisation whose loss divides the others most, the first in the table on ties.
  public var mostDividing: (organisation: Int, rise: Double)? {
    guard let removal, let most = removal.max(), let at = removal.firstIndex(of: most) else {
      return nil
    }
    return (organisations[at], most)
  }

  /// Fragmentation without some alliances, on the same organisations.
  func fragmentation(without removed: Set<Int>) -> Double? {
    let lists = organisations.indices.map { row in
      incidence.columns(ofRow: row).filter { !removed.contains(Int($0)) }
    }
    return MemberConnectivity(IncidenceGraph(columns: incidence.columns, lists: lists))
      .fragmentation
  }
}
