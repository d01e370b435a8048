internal import ESSData
internal import ESSNumerics

/// Which alliances a territory or an organisation could join, each with a score and the reasons for it.
///
/// The score is how well an alliance fits, from 0 to 1, times how much it adds: fit x (2 + level + theme) / 4. Fit is the mean of
/// - peers: the share of the most similar members' weight that is in the alliance (similarity: Jaccard of alliances; collaborative filtering
///   on a bipartite graph), undefined for a member without an alliance that others are in;
/// - neighbours: the share of its neighbours that are in it (of a territory those of its smallest group, of an organisation those of
///   its territory or kind);
/// - members: only where neither is defined, the share of all members that are in it.
///
/// Level and theme are 1 where the member has no alliance of that level or theme. Federation, 1 where an alliance of its own belongs to it
/// already, is a reason but no part of the score: `RecommendationTrial` finds hidden memberships better without it.
///
/// An alliance within a country is open only to those of a country that has a member in it, a continental one only where the frame has a member.
/// Cost: O(members x memberships).
public struct AllianceRecommendation: Sendable {
  /// Who is recommended to.
  public enum Subject: Sendable, Equatable {
    /// A territory of the frame, by position.
    case territory(Int)
    /// An organisation, by position.
    case organisation(Int)
  }

  /// A reason for an alliance.
  public enum Signal: String, Sendable, CaseIterable {
    /// Similar members are in it.
    case peers
    /// Neighbours are in it.
    case neighbours
    /// Many members are in it.
    case members
    /// An own alliance belongs to it.
    case federation
    /// Its level is missing.
    case level
    /// Its theme is missing.
    case theme
  }

  /// An alliance that could be joined.
  public struct Candidate: Sendable {
    /// Position of the alliance.
    public let alliance: Int
    /// Fit times what is added.
    public let score: Double
    /// Each signal that is defined.
    public let signals: [(signal: Signal, value: Double)]
    /// Similar members that are in it, most similar first, at most three, by position.
    public let peers: [Int]
    /// Neighbours that are in it, and how many neighbours there are.
    public let neighbours: (inside: Int, all: Int)
  }

  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// Who is recommended to.
  public let subject: Subject
  /// The alliances, best first; the earlier in the table on ties.
  public let candidates: [Candidate]

  /// Recommends to a member.
  ///
  /// `neighbours` are those of a territory, by position in the frame; for an organisation they follow from the network.
  public init(_ view: AllianceView, to subject: Subject, neighbours: [Int] = []) {
    self.view = view
    self.subject = subject
    let scorer = AllianceScorer(view, subject, neighbours)
    candidates = scorer.candidates()
  }

  /// The territories of the smallest group of a tree that holds a territory and at least two others of the frame.
  public static func neighbours(
    of territory: Int, in view: AllianceView
  ) -> (group: String, territories: [Int])? {
    let groups = view.groups.filter {
      $0.members.contains(territory) && $0.members.count >= 3
        && $0.members.count < view.frame.territories.count
    }
    guard let smallest = groups.min(by: { $0.members.count < $1.members.count }) else {
      return nil
    }
    return (smallest.code, smallest.members.filter { $0 != territory })
  }
}

/// Scores the alliances that a member is not in.
private struct AllianceScorer {
  let view: AllianceView
  /// Where members are; the members are territories or organisations.
  let pattern: IncidenceGraph
  let member: Int
  let neighbours: [Int]
  /// The territory of the frame that the member stands for, -1 for none.
  let territory: Int
  let own: Set<Int>
  /// Similarity to every member.
  let similarity: [Double]

  init(_ view: AllianceView, _ subject: AllianceRecommendation.Subject, _ near: [Int]) {
    self.view = view
    switch subject {
    case .territory(let position):
      pattern = view.direct.pattern
      member = position
      neighbours = near
      territory = position
    case .organisation(let position):
      pattern = view.relations.incidence
      member = position
      territory = Int(view.places.territory[position])
      neighbours = Self.kin(of: position, view, pattern)
    }
    own = Set(pattern.columns(ofRow: member).map(Int.init))
    similarity = Self.jaccard(pattern, member)
  }

  /// Organisations with an alliance in the same territory; where it has no other, those of the same type.
  private static func kin(
    of position: Int, _ view: AllianceView, _ pattern: IncidenceGraph
  ) -> [Int] {
    let all = view.network.organisations
    let active = all.indices.filter { $0 != position && !pattern.columns(ofRow: $0).isEmpty }
    let near = active.filter {
      !all[position].territory.isEmpty && all[$0].territory == all[position].territory
    }
    if !near.isEmpty { return near }
    return active.filter {
      !all[position].actorType.isEmpty && all[$0].actorType == all[position].actorType
    }
  }

  private static func jaccard(_ pattern: IncidenceGraph, _ member: Int) -> [Double] {
    var shared = [Int](repeating: 0, count: pattern.rows)
    for alliance in pattern.columns(ofRow: member) {
      for other in pattern.rows(ofColumn: Int(alliance)) { shared[Int(other)] += 1 }
    }
    let size = pattern.columns(ofRow: member).count
    return (0..<pattern.rows).map { other in
      guard other != member, shared[other] > 0 else { return 0 }
      return Double(shared[other])
        / Double(size + pattern.columns(ofRow: other).count - shared[other])
    }
  }

  func candidates() -> [AllianceRecommendation.Candidate] {
    let active = view.relations.activeAlliances
    let levels = Set(own.compactMap { AllianceLevel(word: view.network.alliances[$0].level) })
    let themes = Set(own.map { view.network.alliances[$0].theme })
    let hasThemes = view.network.alliances.contains { !$0.theme.isEmpty }
    let reached = own.reduce(into: Set<Int>()) {
      $0.formUnion(view.nesting.closure.columns(ofRow: $1).map(Int.init))
    }
    let total = ExactSum(similarity).value
    let found = active.filter { !own.contains($0) && isOpen($0) }.map { alliance in
      let members = pattern.rows(ofColumn: alliance).map(Int.init)
      let near = Set(members).intersection(neighbours).count
      var signals: [(signal: AllianceRecommendation.Signal, value: Double)] = []
      if total > 0 {
        let weight = ExactSum(members.map { similarity[$0] }).value
        signals.append((.peers, weight / total))
      }
      if !neighbours.isEmpty {
        signals.append((.neighbours, Double(near) / Double(neighbours.count)))
      }
      if signals.isEmpty {
        signals.append((.members, Double(members.count) / Double(pattern.rows)))
      }
      let fit = signals.reduce(0) { $0 + $1.value } / Double(signals.count)
      let description = view.network.alliances[alliance]
      let isNewLevel = AllianceLevel(word: description.level).map { !levels.contains($0) }
      let isNewTheme = hasThemes ? !themes.contains(description.theme) : nil
      let added = [isNewLevel, isNewTheme].count { $0 == true }
      if let isNewLevel { signals.append((.level, isNewLevel ? 1 : 0)) }
      if let isNewTheme { signals.append((.theme, isNewTheme ? 1 : 0)) }
      if !view.nesting.isTrivial {
        signals.append((.federation, reached.contains(alliance) ? 1 : 0))
      }
      let score = fit * Double(2 + added) / 4
      let peers = members.filter { similarity[$0] > 0 }
        .sorted { (-similarity[$0], $0) < (-similarity[$1], $1) }
      return AllianceRecommendation.Candidate(
        alliance: alliance, score: score, signals: signals, peers: Array(peers.prefix(3)),
        neighbours: (near, neighbours.count))
    }
    return found.sorted { (-$0.score, $0.alliance) < (-$1.score, $1.alliance) }
  }

  /// Whether the member could join: a national or narrower alliance must have a member in its territory.
  private func isOpen(_ alliance: Int) -> Bool {
    guard let level = AllianceLevel(word: view.network.alliances[alliance].level) else {
      return true
    }
    switch level {
    case .international: return true
    case .continental: return !view.direct.pattern.rows(ofColumn: alliance).isEmpty
    case .national, .subnational:
      return territory >= 0 && view.direct.pattern.contains(row: territory, column: alliance)
    }
  }
}
