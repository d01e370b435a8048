import CommandLineKit
import ESSIndicators

/// The options by which the network verbs find nodes and ties.
enum NetworkOptions {
  private static let tieGroup = "A table of ties in place of memberships"

  /// A network of nodes and ties: selection and tables of memberships, projection, or a table of ties.
  ///
  /// The first mode is the verb's default; `weights` is the weighting that it takes if none is given.
  static func network(modes: [ActorNetwork.Mode], weights: String) -> [Option] {
    incidence + projection(modes: modes, weights: weights) + ties
  }

  /// Memberships: which count, how far they reach, and the tables that they are in.
  static let incidence: [Option] =
    AllianceOptions.selection + AllianceOptions.tables.filter { $0.long != "territories" } + [
      Option(
        long: "isolates", kind: .choice(["drop", "keep"]),
        help: "What to do with organisations and alliances without a relation that counts",
        fallback: "drop"),
      Option(
        long: "reach", kind: .choice(AlliancePresence.Reach.allCases.map(\.rawValue)),
        help: "Own alliances, or also those that these belong to", fallback: "direct"),
      Option(
        long: "weighted", kind: .flag, help: "Relations have the weights of their table"),
    ]

  /// Which ties a projection has and what they weigh.
  static func projection(modes: [ActorNetwork.Mode], weights: String) -> [Option] {
    [
      Option(
        long: "mode", kind: .choice(modes.map(\.rawValue)),
        help: "Nodes: organisations, alliances, or both sides", fallback: modes[0].rawValue),
      Option(
        long: "min-weight", kind: .number("X"), help: "Keep ties of at least this weight",
        fallback: "0"),
      Option(
        long: "most", kind: .integer("K"),
        help: "Keep the K heaviest ties of each node; a tie stays if either end keeps it"),
      Option(
        long: "weights",
        kind: .choice([
          "count", "newman", "jaccard", "overlap", "cosine", "hypergeometric", "none",
        ]), help: "What a tie weighs, by what both share; none for the same weight",
        fallback: weights),
      Option(
        long: "diagonal", kind: .file("FILE"),
        help: "What each shared node counts: a table with its id and a column weight"),
    ]
  }

  /// A table of ties in place of memberships.
  static let ties: [Option] = [
    Option(
      long: "ties", kind: .flag,
      help: "INPUT has columns source, target and, if any, weight, length",
      group: tieGroup),
    Option(
      long: "directed", kind: .flag, help: "Ties run from source to target only",
      group: tieGroup),
    Option(
      long: "nodes", kind: .file("FILE"), help: "Table of nodes: node and its attributes",
      group: tieGroup),
  ]

  static let top = Option(
    long: "top", kind: .integer("N"), help: "Nodes shown in tables; data formats have all",
    fallback: "20")

  static func draws(_ count: Int, _ what: String) -> Option {
    Option(long: "draws", kind: .integer("N"), help: what, fallback: "\(count)")
  }

  /// Draws of a null model, where `--draws` counts something else.
  static let nullDraws = Option(
    long: "null-draws", kind: .integer("N"),
    help: "Random memberships for the null model, 0 for none; fewer by default if they take long",
    fallback: "100")
}

/// How many random networks a null model has.
struct NullDraws {
  /// Steps that all draws together take by default at most: some seconds.
  static let mostSteps = 3e9
  /// Fewer say nothing at the usual levels.
  static let fewest = 20

  let count: Int
  /// What to tell of draws left out.
  let warnings: [String]

  /// As many as are asked for by `option`, or else `usual`, fewer or none where a draw takes many steps.
  init(
    _ arguments: Arguments, option: String = "draws", usual: Int = 100, steps: Double
  ) throws(Failure) {
    if arguments.isGiven(option) {
      count = try arguments.count(option, in: 0...1_000_000, default: usual)
      warnings = []
      return
    }
    let affordable = Int(min(Double(usual), Self.mostSteps / max(steps, 1)))
    count = affordable >= min(usual, Self.fewest) ? affordable : 0
    warnings =
      count == usual
      ? []
      : [
        count == 0
          ? "the network is large: no random networks beside it; --\(option) N draws N of them"
          : "the network is large: \(count) random networks beside it in place of \(usual); --\(option) N "
            + "draws N of them"
      ]
  }
}

extension ActorNetwork {
  /// Steps of making the network of other memberships again; 0 for a table of ties.
  var stepsOfRedrawing: Double {
    guard let origin else { return 0 }
    let graph = origin.incidence.graph
    let shared = origin.mode == .alliances ? graph.rowDegrees : graph.columnDegrees
    return shared.reduce(0) { $0 + Double($1) * Double($1) } + Double(graph.tieCount)
  }

  /// Ties stored at the ends.
  var storedTies: Double { Double(graph.neighbours.count) }
}

extension Arguments {
  func draws(default count: Int) throws(Failure) -> Int {
    try self.count("draws", in: 0...1_000_000, default: count)
  }

  func top() throws(Failure) -> Int { try count("top", in: 1...1_000_000, default: 20) }
}

extension Input {
  /// A projection of more pairs is not kept whole: it would take gigabytes.
  static let mostPairs = 50_000_000

  /// The relations that count, with the tiers that the input knows where none are asked for.
  func incidenceOptions(
    _ network: AllianceNetwork, _ arguments: Arguments
  ) throws -> AllianceIncidence.Options {
    var selection = try arguments.allianceSelection()
    if !arguments.isGiven("tiers"), dataset == nil,
      !selection.tiers.contains(where: network.tiers.contains)
    {
      selection.tiers = network.tiers
    }
    for tier in selection.tiers where arguments.isGiven("tiers") && !network.tiers.contains(tier) {
      throw DataError.unknownName(kind: "tier", name: tier, known: network.tiers)
    }
    return AllianceIncidence.Options(
      selection: selection, reach: arguments.choice("reach", default: .direct),
      keepsIsolates: arguments.text("isolates") == "keep", isWeighted: arguments.flag("weighted"))
  }

  /// The memberships that the options ask for.
  func incidence(_ arguments: Arguments) throws -> AllianceIncidence {
    if let option = ["ties", "directed", "nodes"].first(where: arguments.isGiven) {
      throw Failure(status: .usage, message: "--\(option): this verb is about memberships")
    }
    let network = try allianceTables(arguments).network()
    return try AllianceIncidence(network, incidenceOptions(network, arguments))
  }

  /// The network that the options ask for: a projection of memberships, both sides, or a table of ties.
  func actorNetwork(
    _ arguments: Arguments, mode: ActorNetwork.Mode, weights: String
  ) throws -> ActorNetwork {
    let weights = arguments.text("weights") ?? weights
    if arguments.flag("ties") {
      return try tieNetwork(arguments, isWeighted: weights != "none")
    }
    if let option = ["directed", "nodes"].first(where: arguments.isGiven) {
      throw Failure(status: .usage, message: "--\(option) goes with --ties")
    }
    let incidence = try self.incidence(arguments)
    let mode = arguments.choice("mode", default: mode)
    let options = try projection(arguments, incidence, mode, weights: weights)
    if mode != .both, options.minimum == 0, options.mostPerRow == nil {
      let shared =
        mode == .organisations ? incidence.graph.columnDegrees : incidence.graph.rowDegrees
      let pairs = shared.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      guard pairs <= Self.mostPairs else {
        throw DataError.notIdentified(
          "up to \(pairs) pairs of \(mode.rawValue) share something, too many to keep; give --min-weight or "
            + "--most, or look at --mode both")
      }
    }
    return ActorNetwork(incidence, mode, projection: options, isWeighted: weights != "none")
  }

  private func tieNetwork(_ arguments: Arguments, isWeighted: Bool) throws -> ActorNetwork {
    let options =
      AllianceOptions.selection.map(\.long)
      + [
        "alliances", "organisations", "isolates", "reach", "mode", "most", "diagonal", "min-weight",
        "weighted",
      ]
    if let option = options.first(where: arguments.isGiven) {
      throw Failure(status: .usage, message: "--\(option) is for memberships, not for --ties")
    }
    return try TieTable(
      table(), nodes: table(option: "nodes", arguments), isDirected: arguments.flag("directed"),
      duplicates: arguments.choice("duplicates", default: .fail),
      mapping: arguments.list("columns") ?? []
    ).network(isWeighted: isWeighted)
  }

  /// Which ties a projection keeps and what they weigh.
  func projection(
    _ arguments: Arguments, _ incidence: AllianceIncidence, _ mode: ActorNetwork.Mode,
    weights: String
  ) throws -> Projection.Options {
    var weighting: TieWeighting =
      switch weights {
      case "newman": .newman
      case "jaccard": .jaccard
      case "overlap": .overlap
      case "cosine": .cosine
      case "hypergeometric": .hypergeometric
      default: .count
      }
    if let table = try table(option: "diagonal", arguments) {
      if arguments.isGiven("weights") {
        throw Failure(status: .usage, message: "--diagonal and --weights both say what ties weigh")
      }
      weighting = .diagonal(try diagonal(table, incidence, mode))
    }
    let most =
      try arguments.isGiven("most")
      ? arguments.count("most", in: 1...1_000_000, default: 1) : nil
    return Projection.Options(
      weighting: weighting,
      minimum: try arguments.number("min-weight", in: 0...1e300, default: 0), mostPerRow: most)
  }

  private func diagonal(
    _ table: CSVTable, _ incidence: AllianceIncidence, _ mode: ActorNetwork.Mode
  ) throws -> [Double] {
    let isAlliances = mode != .alliances
    let ids = try table.texts(isAlliances ? "alliance" : "organisation")
    let values = try table.numbers("weight")
    let weightOf = Dictionary(zip(ids, values)) { first, _ in first }
    let needed =
      isAlliances
      ? incidence.alliances.map { incidence.network.alliances[$0].id }
      : incidence.organisations.map { incidence.network.organisations[$0].id }
    return try needed.map { id in
      guard let weight = weightOf[id], weight >= 0 else {
        throw DataError.notIdentified("\(table.file) has no weight of at least zero for '\(id)'")
      }
      return weight
    }
  }
}
