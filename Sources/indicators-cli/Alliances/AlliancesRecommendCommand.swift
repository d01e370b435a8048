import CommandLineKit
import ESSIndicators

/// `indicators alliances recommend`.
enum AlliancesRecommendCommand {
  static let command = Command.measuring(
    "recommend", summary: "Alliances that a territory or an organisation could join",
    discussion: """
      Each alliance that is open to a member is scored from 0 to 1 by how well it fits (similar members and neighbours are \
      in it) and what it adds (a level or a theme that is missing), with the reasons in words. --trial hides each \
      membership in turn and says how often the score finds it again.
      """,
    operand: AllianceOptions.input, options: options + AllianceViewOptions.all, columns: [],
    examples: [
      Example(
        command: "indicators alliances recommend --for HTI,CUB --format table",
        explanation: "Two countries with few recorded alliances"),
      Example(
        command:
          "indicators alliances recommend --for CITY_OF_MEXICO_CITY_MEX --scope all --most 5",
        explanation: "An organisation"),
    ],
    defaultsOf: ["alliances", "recession"]
  ) { arguments, input in
    let opened = try input.allianceView(arguments)
    let context = try arguments.displayContext(opened.tree)
    let most = try arguments.count("most", in: 1...100_000, default: 3)
    var result = CommandResult(observations: [], displays: [], warnings: opened.warnings)
    for subject in try subjects(arguments, opened.view, input) {
      let recommendation = recommend(subject, opened.view)
      result.observations += recommendation.observations(most: most)
      result.displays.append(recommendation.display(context, most: most))
    }
    if arguments.flag("trial") {
      let trial = RecommendationTrial(opened.view)
      result.observations += trial.observations(of: opened.view)
      result.displays.append(trial.display(context))
    }
    return result
  }

  private static let options = [
    Option(
      long: "for", kind: .text("CODES"),
      help: "Territories of the frame, or ids of organisations; by default every territory",
      repeats: true, separator: ","),
    Option(
      long: "most", kind: .integer("N"), help: "Alliances for each, at most", fallback: "3"),
    Option(
      long: "trial", kind: .flag,
      help: "Hide each membership in turn and say how often it is found again"),
  ]

  /// Frames up to this size are gone through without being asked for by code.
  private static let largestFrame = 1000

  private static func subjects(
    _ arguments: Arguments, _ view: AllianceView, _ input: Input
  ) throws -> [AllianceRecommendation.Subject] {
    let territories = view.frame.territories
    guard let names = arguments.list("for") else {
      guard territories.count <= largestFrame else {
        throw Failure(
          status: .usage,
          message: "--for is needed: the frame has \(territories.count) territories, more than "
            + "\(largestFrame)")
      }
      return territories.indices.map { .territory($0) }
    }
    return try names.distinct.map { name in
      if let position = territories.firstIndex(of: name) { return .territory(position) }
      let organisations = view.network.organisations
      guard let position = organisations.firstIndex(where: { $0.id == name }) else {
        throw DataError.unknownName(
          kind: "territory of the frame or organisation", name: name,
          known: territories + organisations.map(\.id))
      }
      return .organisation(position)
    }
  }

  private static func recommend(
    _ subject: AllianceRecommendation.Subject, _ view: AllianceView
  ) -> AllianceRecommendation {
    guard case .territory(let position) = subject else {
      return AllianceRecommendation(view, to: subject)
    }
    let near = AllianceRecommendation.neighbours(of: position, in: view)
    return AllianceRecommendation(view, to: subject, neighbours: near?.territories ?? [])
  }
}
