public import ESSData
public import ESSNumerics

/// What goes with ties: other ties, and what is alike or different in two actors.
///
/// An observational association; nothing here says that one causes the other.
public struct NetworkAssociation: Sendable {
  /// Something known of every pair.
  public struct Term: Sendable {
    /// Its name: `match:sector`, `difference:wealth`, ...
    public let name: String
    /// Its values.
    public let values: DyadMatrix

    /// A term of given values.
    public init(name: String, values: DyadMatrix) {
      self.name = name
      self.values = values
    }

    /// A term from an attribute of the nodes: `match:ATTRIBUTE`, `difference:ATTRIBUTE` or `sum:ATTRIBUTE`.
    ///
    /// Terms that make ties depend on each other are refused: their model needs simulation.
    public init(_ text: String, of network: ActorNetwork) throws(DataError) {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      let dependent = ["triangle", "triangles", "kstar", "gwesp", "gwdegree", "mutual", "gwdsp"]
      if let kind = parts.first, dependent.contains(kind) {
        throw .notIdentified(
          "the term '\(kind)' makes ties depend on each other, which a regression cannot fit; use statnet's "
            + "ergm for it")
      }
      guard parts.count == 2, ["match", "difference", "sum"].contains(parts[0]) else {
        throw .unknownName(
          kind: "term", name: text,
          known: ["match:ATTRIBUTE", "difference:ATTRIBUTE", "sum:ATTRIBUTE"])
      }
      let n = network.ids.count
      if parts[0] == "match" {
        let groups = try network.groups(by: parts[1]).numbers
        self.init(
          name: text,
          values: DyadMatrix(nodes: n, isSymmetric: true) { groups[$0] == groups[$1] ? 1 : 0 })
        return
      }
      let values = try network.numbers(parts[1])
      if let missing = values.firstIndex(where: { $0 == nil }) {
        throw .notIdentified("'\(network.ids[missing])' has no number for '\(parts[1])'")
      }
      let numbers = values.compactMap { $0 }
      let isSum = parts[0] == "sum"
      self.init(
        name: text,
        values: DyadMatrix(nodes: n, isSymmetric: true) {
          isSum ? numbers[$0] + numbers[$1] : abs(numbers[$0] - numbers[$1])
        })
    }

    /// A term from another network, whose nodes are found by id.
    public init(_ name: String, ties other: ActorNetwork, of network: ActorNetwork) {
      let place = Dictionary(other.ids.enumerated().map { ($1, $0) }) { first, _ in first }
      let at = network.ids.map { place[$0] }
      self.init(
        name: "ties:\(name)",
        values: DyadMatrix(nodes: network.ids.count, isSymmetric: !other.graph.isDirected) { i, j in
          guard let a = at[i], let b = at[j] else { return 0 }
          return other.graph.weight(from: a, to: b)
        })
    }
  }

  /// More nodes make a matrix of all pairs too large.
  public static let mostNodes = 3_000

  /// The network whose ties are to be explained.
  public let network: ActorNetwork
  /// What is to explain them.
  public let terms: [Term]
  /// The correlation of ties with each term; `nil` where one does not vary.
  public let correlations: [MatrixPermutation.Test?]
  /// Least squares of tie weights on all terms; `nil` where terms depend on each other.
  public let regression: MatrixPermutation.Regression?
  /// Logistic regression of ties on all terms; `nil` where it has no finite fit.
  public let logit: TieRegression?
  /// Number of renamings asked for.
  public let permutations: Int
  /// Their seed.
  public let seed: UInt64

  /// Relates a network to terms, of which there must be one.
  public init(
    _ network: ActorNetwork, _ terms: [Term], permutations: Int, seed: UInt64
  ) throws(DataError) {
    guard !terms.isEmpty else {
      throw .notIdentified(
        "there is no term to relate ties to; name one with --term, such as match:level, or a table of ties with "
          + "--with")
    }
    let n = network.ids.count
    guard n >= 4, n <= Self.mostNodes else {
      throw .notIdentified(
        "the network has \(n) nodes; between 4 and \(Self.mostNodes) can be related")
    }
    guard network.graph.tieCount > 0 else { throw .notIdentified("the network has no ties") }
    self.network = network
    self.terms = terms
    self.permutations = permutations
    self.seed = seed
    let ties = DyadMatrix(network.graph)
    correlations = terms.map {
      MatrixPermutation.correlation(ties, $0.values, permutations: permutations, seed: seed)
    }
    regression = MatrixPermutation.regression(
      ties, on: terms.map(\.values), permutations: permutations, seed: seed)
    logit = TieRegression(network.graph, terms: terms.map(\.values))
  }

  /// Correlations, regression and logit, term by term.
  public var observations: [Observation] {
    var rows = NetworkRows(
      method: "association(\(network.conventions))")
    for (term, test) in zip(terms, correlations) {
      rows.add(
        "network.qap", term.name, test?.statistic, method: draws(test),
        note: test == nil ? "the term or the ties are the same for all pairs" : "")
      add(test, "network.qap_p", term.name, &rows)
    }
    let names = ["constant"] + terms.map(\.name)
    let dependent = "terms depend on each other, or there are too few pairs"
    for (k, name) in names.enumerated() {
      rows.add(
        "network.mrqap", name, regression?.coefficients[k], count: regression?.pairCount,
        note: regression == nil ? dependent : "")
      rows.add(
        "network.mrqap_t", name, regression?.tValues[k], note: regression == nil ? dependent : "")
      if k > 0 { add(regression?.tests[k - 1], "network.mrqap_p", name, &rows) }
    }
    rows.add(
      "network.mrqap_r_squared", "", regression?.rSquared,
      note: regression == nil ? dependent : "")
    let separated = "no finite fit: terms depend on each other, or tell tied pairs from others"
    for (k, name) in names.enumerated() {
      let value = logit?.coefficients[k]
      let error = logit?.standardErrors[k]
      rows.add(
        "network.logit", name, value, count: logit?.pairCount, standardError: error,
        interval: value.flatMap { value in error.map { value - 1.96 * $0...value + 1.96 * $0 } },
        method: "interval=wald,level=0.95", note: logit == nil ? separated : "")
    }
    for (name, value) in [
      ("log_likelihood", logit?.logLikelihood), ("aic", logit?.aic), ("bic", logit?.bic),
    ] {
      rows.add("network.logit_fit", name, value, note: logit == nil ? separated : "")
    }
    return rows.rows
  }

  private func draws(_ test: MatrixPermutation.Test?) -> String {
    guard let test else { return "" }
    return test.isExact
      ? "renamings=all \(test.count)" : "renamings=\(test.count),seed=\(seed)"
  }

  private func add(
    _ test: MatrixPermutation.Test?, _ indicator: String, _ name: String, _ rows: inout NetworkRows
  ) {
    guard let test else { return }
    for (side, p) in [
      ("greater", test.greater), ("less", test.less), ("two-sided", test.twoSided),
    ] {
      rows.add(indicator, "\(name)/\(side)", p, count: test.count, method: draws(test))
    }
  }
}
