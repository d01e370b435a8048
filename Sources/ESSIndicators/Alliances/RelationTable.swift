internal import ESSData
internal import ESSNumerics

/// The relations of a network as small integers, read once, so that every selection of them is one pass that touches no text.
///
/// Memory: 12 bytes a relation, and 4 for each that is selected.
struct RelationTable: Sendable {
  let network: AllianceNetwork
  let tiers: [String]
  private let organisations: [Int32]
  private let alliances: [Int32]
  /// Position in `tiers`.
  private let tierCodes: [Int32]

  init(_ network: AllianceNetwork) {
    self.network = network
    var names: [String] = []
    var organisations: [Int32] = []
    var alliances: [Int32] = []
    var codes: [Int32] = []
    organisations.reserveCapacity(network.memberships.count)
    alliances.reserveCapacity(network.memberships.count)
    codes.reserveCapacity(network.memberships.count)
    for membership in network.memberships {
      organisations.append(Int32(membership.organisation))
      alliances.append(Int32(membership.alliance))
      // A handful of tiers: a scan is cheaper than hashing.
      let code = names.firstIndex(of: membership.tier) ?? names.count
      if code == names.count { names.append(membership.tier) }
      codes.append(Int32(code))
    }
    tiers = names
    self.organisations = organisations
    self.alliances = alliances
    tierCodes = codes
  }

  private init(_ other: RelationTable, alliances: [Int32]) {
    network = other.network
    tiers = other.tiers
    organisations = other.organisations
    self.alliances = alliances
    tierCodes = other.tierCodes
  }

  /// Some relations with the alliances that each organisation has in `memberships`, one after the other, in place of their own.
  ///
  /// Of an organisation with several relations to the same alliance those too many are left out.
  func redrawn(_ rows: [Int32], _ memberships: IncidenceGraph) -> SelectedRelations {
    var alliances = self.alliances
    var next = memberships.rowStarts
    var kept: [Int32] = []
    kept.reserveCapacity(rows.count)
    for row in rows {
      let organisation = self.organisation(row)
      guard next[organisation] < memberships.rowStarts[organisation + 1] else { continue }
      alliances[Int(row)] = memberships.rowColumns[Int(next[organisation])]
      next[organisation] += 1
      kept.append(row)
    }
    return SelectedRelations(table: RelationTable(self, alliances: alliances), rows: kept)
  }

  var count: Int { organisations.count }

  /// The relations that count under a selection.
  func selected(by selection: AllianceSelection) -> SelectedRelations {
    let tierCounts = tiers.map(selection.tiers.contains)
    let allianceCounts = network.alliances.map(selection.includes)
    let organisationCounts = network.organisations.map { !(selection.namedOnly && $0.isGeneric) }
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    for row in 0..<count
    where tierCounts[Int(tierCodes[row])] && allianceCounts[Int(alliances[row])]
      && organisationCounts[Int(organisations[row])]
    {
      rows.append(Int32(row))
    }
    if let year = selection.year {
      rows.removeAll { !network.memberships[Int($0)].isActive(in: year) }
    }
    return SelectedRelations(table: self, rows: rows)
  }

  func organisation(_ row: Int32) -> Int { Int(organisations[Int(row)]) }

  func alliance(_ row: Int32) -> Int { Int(alliances[Int(row)]) }

  func organisationCode(_ row: Int32) -> Int32 { organisations[Int(row)] }

  func allianceCode(_ row: Int32) -> Int32 { alliances[Int(row)] }
}

/// The relations that count under a selection.
struct SelectedRelations: Sendable {
  let table: RelationTable
  /// Their positions in the network, ascending.
  let rows: [Int32]

  var network: AllianceNetwork { table.network }

  init(table: RelationTable, rows: [Int32]) {
    self.table = table
    self.rows = rows
  }

  init(_ network: AllianceNetwork, _ selection: AllianceSelection) {
    self = RelationTable(network).selected(by: selection)
  }

  /// Which alliances each organisation is in.
  var incidence: IncidenceGraph {
    IncidenceGraph(
      rows: network.organisations.count, columns: network.alliances.count,
      rowIndices: rows.map(table.organisationCode), columnIndices: rows.map(table.allianceCode))
  }

  /// Organisations with at least one relation, ascending.
  var activeOrganisations: [Int] {
    let pattern = incidence
    return (0..<pattern.rows).filter { !pattern.columns(ofRow: $0).isEmpty }
  }

  /// Whether any alliance, and any organisation, among them has a level.
  var hasLevels: (alliances: Bool, organisations: Bool) {
    let known = network.alliances.map { AllianceLevel(word: $0.level) != nil }
    let given = network.organisations.map { !$0.level.isEmpty }
    return (
      known.contains(true) && rows.contains { known[table.alliance($0)] },
      given.contains(true) && rows.contains { given[table.organisation($0)] }
    )
  }

  /// Alliances with at least one relation, ascending.
  var activeAlliances: [Int] {
    var isActive = [Bool](repeating: false, count: network.alliances.count)
    for row in rows { isActive[table.alliance(row)] = true }
    return isActive.indices.filter { isActive[$0] }
  }
}
