public import ESSData
public import ESSNumerics

/// How memberships changed over years: ties formed, dissolved and kept, alliances that lasted, and communities carried along.
///
/// A relation holds in a year as in `AllianceNetwork.Membership.isActive(in:)`. Most recorded relations have no last year, so that
/// what ended is under-recorded.
public struct AllianceEvolution: Sendable {
  /// The change from one year to a later one.
  public struct Step: Sendable {
    /// The first year.
    public let from: Int
    /// The second year.
    public let to: Int
    /// Ties of organisations to alliances.
    public let memberships: TieChange
    /// Growth of the memberships whose first year is known.
    public let growth: MembershipGrowth
    /// Ties of organisations that share an alliance; `nil` where there are more than `largestProjection` pairs.
    public let coMemberships: TieChange?
    /// Alliances with a member in the first year.
    public let alliances: Int
    /// Those of them with a member in the second year.
    public let surviving: Int
    /// Alliances with a member in the second year alone, by position.
    public let founded: [Int]
    /// Alliances with a member in the first year alone, by position.
    public let ended: [Int]
    /// Communities of organisations carried from the first year to the second; `nil` without a method that finds them.
    public let communities: CommunityAlignment?
  }

  /// Up to so many pairs of organisations in the same alliance, ties of organisations are compared.
  public static let largestProjection = 10_000_000

  /// Finds communities: for each organisation a number, or `nil` for one outside the ties given.
  public typealias CommunityMethod = @Sendable (_ incidence: IncidenceGraph) -> [Int?]

  /// Groups of organisations and alliances by Barber's modularity, the best of several runs of Leiden.
  public static func leiden(runs: Int, seed: UInt64) -> CommunityMethod {
    { incidence in
      let active = (0..<incidence.rows).filter { !incidence.columns(ofRow: $0).isEmpty }
      var labels = [Int?](repeating: nil, count: incidence.rows)
      guard !active.isEmpty else { return labels }
      let ties = IncidenceGraph(
        columns: incidence.columns, lists: active.map { Array(incidence.columns(ofRow: $0)) })
      let found = Communities(bipartite: ties, runs: runs, seed: seed)
      for (row, organisation) in active.enumerated() {
        labels[organisation] = Int(found.groups[row])
      }
      return labels
    }
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// The changes from each year to the next one asked for.
  public let steps: [Step]
  /// Share of the relations that count whose first year is known.
  public let datedShare: Double?

  /// Compares the given years one after the other; throws unless there are two, ascending.
  ///
  /// Cost of each year: O(relations + pairs of organisations that share an alliance).
  public init(
    _ view: AllianceView, years: [Int], communities: CommunityMethod? = nil
  ) throws(DataError) {
    guard years.count >= 2, zip(years, years.dropFirst()).allSatisfy(<) else {
      throw .notIdentified("a change needs two years, the earlier one first")
    }
    self.view = view
    let states = years.map { State(view, year: $0) }
    var steps: [Step] = []
    var labels = communities.map { $0(states[0].incidence) }
    var next = (labels?.compactMap { $0 }.max() ?? -1) + 1
    for (before, after) in zip(states, states.dropFirst()) {
      var alignment: CommunityAlignment?
      if let communities, let earlier = labels {
        let aligned = CommunityAlignment(
          from: earlier, to: communities(after.incidence), nextLabel: next)
        next += aligned.appeared.count
        labels = aligned.labels
        alignment = aligned
      }
      steps.append(
        Step(
          from: before.year, to: after.year,
          memberships: TieChange(from: before.memberships, to: after.memberships),
          growth: MembershipGrowth(view, from: before.year, to: after.year),
          coMemberships: before.coMemberships.flatMap { earlier in
            after.coMemberships.map { TieChange(from: earlier, to: $0) }
          },
          alliances: before.alliances.count,
          surviving: before.alliances.intersection(after.alliances).count,
          founded: after.alliances.subtracting(before.alliances).sorted(),
          ended: before.alliances.subtracting(after.alliances).sorted(), communities: alignment))
    }
    self.steps = steps
    var selection = view.selection
    selection.year = nil
    let all = view.table.selected(by: selection).rows
    let dated = all.count { view.network.memberships[Int($0)].since != nil }
    datedShare = all.isEmpty ? nil : Double(dated) / Double(all.count)
  }

  /// The ties of one year.
  private struct State {
    struct Tie: Hashable {
      let first: Int32
      let second: Int32
    }

    let year: Int
    let incidence: IncidenceGraph
    let memberships: Set<Tie>
    let coMemberships: Set<Tie>?
    let alliances: Set<Int>

    init(_ view: AllianceView, year: Int) {
      self.year = year
      var selection = view.selection
      selection.year = year
      let relations = view.table.selected(by: selection)
      let incidence = relations.incidence
      self.incidence = incidence
      var memberships: Set<Tie> = []
      for organisation in 0..<incidence.rows {
        for alliance in incidence.columns(ofRow: organisation) {
          memberships.insert(Tie(first: Int32(organisation), second: alliance))
        }
      }
      self.memberships = memberships
      coMemberships = Self.projection(incidence.transposed)
      alliances = Set(relations.activeAlliances)
    }

    private static func projection(_ members: IncidenceGraph) -> Set<Tie>? {
      let pairs = members.rowDegrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      guard pairs <= largestProjection else { return nil }
      var shared: Set<Tie> = []
      for alliance in 0..<members.rows {
        let row = Array(members.columns(ofRow: alliance))
        for (index, first) in row.enumerated() {
          for second in row[(index + 1)...] { shared.insert(Tie(first: first, second: second)) }
        }
      }
      return shared
    }
  }
}
