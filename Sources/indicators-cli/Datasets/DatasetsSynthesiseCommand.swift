import CommandLineKit
import ESSIndicators

/// `indicators datasets synthesise`.
enum DatasetsSynthesiseCommand {
  static let command = Command(
    name: "synthesise", summary: "A synthetic household survey of any size",
    discussion: """
      Writes a survey that nobody answered, to try commands and to time them on: ten territories in 2019 and 2020, strata, PSUs, weights, \
      household sizes, welfare (dollars a day), six deprivations. Its headcount ratios on the 8.30-dollar line and its Gini indices follow \
      those published for each territory and year, its deprivations those of Mexico. The same seed gives the same bytes.
      """,
    options: [
      Option(
        long: "households", kind: .integer("N"), help: "Number of households over both years",
        fallback: "2000"),
      Option(
        long: "seed", kind: .integer("S"), help: "Seed of the random numbers",
        fallback: "20211001"),
      CommonOptions.messages,
      Option(
        long: "output", short: "o", kind: .file("FILE"),
        help: "Write to FILE, whole or not at all, instead of standard output",
        group: CommonOptions.group),
      CommonOptions.quiet,
    ],
    examples: [
      Example(
        command: "indicators datasets synthesise --households 5000 --seed 1 -o survey.csv",
        explanation: "A survey of 5,000 households in a file"),
      Example(
        command: "indicators datasets synthesise --households 400",
        explanation: "A small one on standard output"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let households = try arguments.count("households", in: 1...100_000_000, default: 2000)
        let seed = try arguments.integer("seed") ?? 20_211_001
        let survey = try SyntheticSurvey(
          households: households, seed: UInt64(bitPattern: Int64(seed)),
          targets: SyntheticSurvey.publishedTargets())
        let bytes = survey.csv()
        if let path = arguments.text("output") {
          try Files.write(bytes, to: path)
          arguments.diagnostics.note("\(households) synthetic households written to \(path)")
        } else {
          try StandardOutput.write(bytes)
        }
      }
    })
}
