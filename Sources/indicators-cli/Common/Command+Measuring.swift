import CommandLineKit
import ESSIndicators

extension Command {
  /// A verb that measures: it opens its input, computes, and writes rows and tables where and as the options say.
  ///
  /// - Parameters:
  ///   - name: The verb.
  ///   - summary: What it does, in one line.
  ///   - discussion: More about it.
  ///   - operand: What it reads.
  ///   - options: Its own options, in any order; those of every result come on top.
  ///   - columns: Options that map the columns of a CSV file, if it reads one.
  ///   - examples: Command lines that run.
  ///   - nouns: Whose defaults of a dataset stand behind options that are not given; a manifest records them.
  ///   - result: The measure.
  /// - Returns: The verb, for the table of commands.
  static func measuring(
    _ name: String, summary: String, discussion: String, operand: Operand = CommonOptions.input,
    options: [Option], columns: [Option] = CommonOptions.columns, examples: [Example],
    defaultsOf nouns: [String],
    result: @escaping @Sendable (Arguments, Input) throws -> CommandResult
  ) -> Command {
    Command(
      name: name, summary: summary, discussion: discussion, operands: [operand],
      options: options.sorted { $0.long < $1.long } + columns.sorted { $0.long < $1.long }
        + CommonOptions.results,
      examples: examples,
      run: { arguments in
        try ErrorMessages.translating {
          let input = try Input(arguments)
          Progress.step("measuring \(input.name)")
          try Output.write(result(arguments, input), arguments, input, nouns: nouns)
        }
      })
  }

  /// A verb that reads one survey and writes its result; options are sorted here.
  static func surveying(
    _ name: String, summary: String, discussion: String, options: [Option],
    columns: [Option] = SurveyOptions.columns, variance: [Option] = SurveyOptions.variance,
    examples: [Example],
    result: @escaping @Sendable (Arguments, Input) throws -> CommandResult
  ) -> Command {
    Command(
      name: name, summary: summary, discussion: discussion, operands: [SurveyOptions.input],
      options: options.sorted { $0.long < $1.long } + columns + variance
        + CommonOptions.results,
      examples: examples,
      run: { arguments in
        try ErrorMessages.translating {
          let input = try Input(
            arguments, default: Input.surveyDataset, mapsColumns: true,
            readsFile: !arguments.flag("stream"))
          Progress.step("measuring \(input.name)")
          try ErrorMessages.naming(input) {
            try Output.write(result(arguments, input), arguments, input, nouns: ["survey"])
          }
        }
      })
  }
}
