import CommandLineKit
import ESSIndicators

/// `indicators poverty multidimensional`.
enum PovertyMultidimensionalCommand {
  static let command = Command(
    name: "multidimensional", summary: "Multidimensional poverty of a survey by dual cutoffs",
    discussion: """
      Alkire and Foster's H, A, M0, M1 and M2, censored headcount ratios and contributions, by domain and period, with standard errors. \
      A dimension is a column of zeros and ones (--deprived), or an achievement with a cutoff that the deprived are strictly below \
      (--below). A person is poor from a weighted count of deprivations k on; several k make a sweep.
      """,
    operands: [SurveyOptions.input],
    options: options
      // Welfare has no part in it.
      + SurveyOptions.columns.filter { !["negative", "welfare"].contains($0.long) }
      + SurveyOptions.variance + CommonOptions.results,
    examples: [
      Example(
        command: "indicators poverty multidimensional --k 2,3 --format table",
        explanation: "The synthetic survey, poor with two or three of six deprivations"),
      Example(
        command:
          "indicators poverty multidimensional --deprived housing,food --below welfare:8.3 --k 2 --by territory",
        explanation: "Income as a third dimension, by territory"),
    ],
    run: { arguments in
      try ErrorMessages.translating {
        let input = try Input(arguments, default: Input.surveyDataset, mapsColumns: true)
        try ErrorMessages.naming(input) {
          try Output.write(result(arguments, input), arguments, input, nouns: ["survey"])
        }
      }
    })

  private static let options = [
    Option(
      long: "below", kind: .text("COLUMN:CUTOFF"),
      help: "Column of an achievement and its cutoff, repeated or separated by commas",
      repeats: true, separator: ","),
    Option(
      long: "deprived", kind: .text("COLUMN"),
      help: "Column of zeros and ones, repeated or separated by commas; a dataset has defaults",
      repeats: true, separator: ","),
    Option(
      long: "dimension-weights", kind: .text("COLUMN:WEIGHT"),
      help: "Weights of dimensions other than 1, separated by commas", repeats: true,
      separator: ","),
    Option(
      long: "k", kind: .number("K"),
      help:
        "Poverty cutoffs in units of the weights, separated by commas; all whole numbers if the weights are 1",
      repeats: true, separator: ","),
  ]

  private static func result(_ arguments: Arguments, _ input: Input) throws -> CommandResult {
    let dimensions = try dimensions(arguments, input)
    let cutoffs = try cutoffs(arguments, dimensions)
    let variance = try VarianceOptions(arguments)
    let sample = try input.surveySample(arguments, needsWelfare: false) { columns in
      columns.welfare = nil
      columns.attributes = dimensions.map(\.column)
    }
    let result = try AlkireFoster(
      sample, .init(dimensions: dimensions, cutoffs: cutoffs, variance: variance))
    return try SurveyResult.make(
      result.observations, sample, variance, arguments,
      title: (
        "Multidimensional poverty", "Pauvreté multidimensionnelle", "Pobreza multidimensional"
      ))
  }

  private static func dimensions(
    _ arguments: Arguments, _ input: Input
  ) throws -> [AlkireFoster.Dimension] {
    var dimensions: [AlkireFoster.Dimension] = []
    var flags = arguments.list("deprived") ?? []
    if flags.isEmpty, !arguments.isGiven("below"),
      let fallback = input.dataset?.package.defaults["survey.deprived"]
    {
      flags = fallback.split(separator: ",").map(String.init)
    }
    for column in flags { dimensions.append(.init(column: column, rule: .flag)) }
    for (column, cutoff) in try pairs("below", arguments) {
      dimensions.append(.init(column: column, rule: .below(cutoff)))
    }
    guard !dimensions.isEmpty else {
      throw Failure(
        status: .usage, message: "--deprived or --below is needed: the columns of the dimensions")
    }
    let names = dimensions.map(\.column)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw Failure(status: .usage, message: "'\(twice)' is named as two dimensions")
    }
    for (column, weight) in try pairs("dimension-weights", arguments) {
      guard let at = dimensions.firstIndex(where: { $0.column == column }) else {
        throw DataError.unknownName(
          kind: "dimension", name: column, known: dimensions.map(\.column))
      }
      guard weight > 0 else {
        throw Failure(
          status: .usage,
          message: "--dimension-weights: the weight of '\(column)', "
            + "\(NumberText.shortest(weight)), is not above 0")
      }
      dimensions[at].weight = weight
    }
    return dimensions
  }

  /// The values of an option as names with numbers.
  private static func pairs(
    _ option: String, _ arguments: Arguments
  ) throws -> [(name: String, value: Double)] {
    try (arguments.list(option) ?? []).map { text in
      guard let colon = text.lastIndex(of: ":"),
        let value = NumberText.parse(String(text[text.index(after: colon)...]))
      else {
        throw Failure(
          status: .usage, message: "--\(option): '\(text)' is not a column, a colon and a number")
      }
      return (String(text[..<colon]), value)
    }
  }

  private static func cutoffs(
    _ arguments: Arguments, _ dimensions: [AlkireFoster.Dimension]
  ) throws -> [Double] {
    let total = dimensions.reduce(0) { $0 + $1.weight }
    let expected = "above 0 and at most the sum of the weights, \(NumberText.shortest(total))"
    // Weights such as thirds do not add up exactly.
    let given = try arguments.numbers("k", expected) { $0 > 0 && $0 <= total * (1 + 1e-12) }
    if let given { return given }
    guard dimensions.allSatisfy({ $0.weight == 1 }) else {
      throw Failure(
        status: .usage, message: "--k is needed where dimensions have weights other than 1")
    }
    return (1...dimensions.count).map { Double($0) }
  }
}
