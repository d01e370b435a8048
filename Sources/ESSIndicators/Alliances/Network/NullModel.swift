public import ESSNumerics

/// Indices of a network beside what they are in random memberships with the same margins (curveball draws).
///
/// Numbers of memberships and of members are the same in every draw, and with them density, degrees, their Gini index and the share of
/// organisations in several alliances: such indices have no distribution here. Draws have no weights of memberships.
public struct NullModel: Sendable {
  /// One index.
  public struct Index: Sendable {
    /// Its indicator.
    public let indicator: String
    /// What part of it.
    public let component: String
    /// The index beside the draws; `nil` where it is defined in fewer than two.
    public let comparison: NullComparison?
  }

  /// The indices; empty without draws, or where the memberships have weights.
  public let indices: [Index]
  /// Number of draws.
  public let draws: Int
  /// Their seed.
  public let seed: UInt64
  /// How the draws are made.
  public let kind: Kind

  /// How random networks are made.
  public enum Kind: String, Sendable {
    /// Memberships: organisations trade alliances.
    case curveball
    /// Ties of one kind of node: pairs of ties exchange their ends.
    case switching
  }

  /// The comparison of some indices, as `measure` gives them in the order of their names; memory: 16 bytes an index and draw.
  public init(
    _ memberships: IncidenceGraph, _ names: [(indicator: String, component: String)], draws: Int,
    seed: UInt64, measure: @Sendable (IncidenceGraph) -> [Double?]
  ) {
    let isDrawn = draws > 0 && memberships.weights == nil
    let indices =
      isDrawn
      ? Self.indices(
        names, measure(memberships), Curveball(memberships, seed: seed).map(draws: draws, measure))
      : []
    self.init(indices, draws: draws, seed: seed, kind: .curveball)
  }

  /// The same for ties of one kind of node, in random graphs where every node has as many.
  public init(
    ties graph: Graph, _ names: [(indicator: String, component: String)], draws: Int, seed: UInt64,
    measure: @Sendable (Graph) -> [Double?]
  ) {
    let indices =
      draws > 0
      ? Self.indices(
        names, measure(graph), TieSwitching(graph, seed: seed).map(draws: draws, measure))
      : []
    self.init(indices, draws: draws, seed: seed, kind: .switching)
  }

  private init(_ indices: [Index], draws: Int, seed: UInt64, kind: Kind) {
    self.indices = indices
    self.draws = draws
    self.seed = seed
    self.kind = kind
  }

  private static func indices(
    _ names: [(indicator: String, component: String)], _ observed: [Double?], _ drawn: [[Double?]]
  ) -> [Index] {
    names.enumerated().map { k, name in
      Index(
        indicator: name.indicator, component: name.component,
        comparison: NullComparison(observed: observed[k], draws: drawn.map { $0[k] }))
    }
  }

  /// The same with other components.
  func renamed(_ component: (String) -> String) -> NullModel {
    NullModel(
      indices.map {
        Index(
          indicator: $0.indicator, component: component($0.component), comparison: $0.comparison)
      }, draws: draws, seed: seed, kind: kind)
  }

  /// The convention behind its rows.
  var method: String { "null=\(kind.rawValue),draws=\(draws),seed=\(seed)" }
}

extension NetworkRows {
  /// Mean, standard deviation, z and p of every index of a null model.
  mutating func add(_ model: NullModel) {
    for index in model.indices {
      add(index.comparison, of: index.indicator, index.component, method: model.method)
    }
  }
}
