import CommandLineKit
import ESSIndicators

/// The parts of the report; the commands of a part share what they measure.
///
/// Parts depend on nothing but the input, so that they are measured, and set as text and as CSV, on as many threads as there are.
struct ReportParts: Sendable {
  /// One of the commands that a report is made of, with what it says.
  struct Section: Sendable {
    /// What the command was asked; alone it writes the same file.
    let arguments: Arguments
    /// Whose defaults of the dataset the command takes.
    let nouns: [String]
    /// The tables as text.
    let text: String
    /// What its file holds; empty if no files are written.
    let bytes: [UInt8]
  }

  /// The sections of a part, and what the headline takes from it.
  struct Part: Sendable {
    var sections: [Section]
    var poverty: PovertyChangeCommand.Parts?
    var outlook: OutlookComparison?
  }

  let arguments: Arguments
  let input: Input
  let dataset: Dataset
  let context: DisplayContext

  /// Every part that the dataset has the tables for, in the order of the report.
  func measured() throws -> [Part] {
    _ = try input.territories()
    var parts: [@Sendable () throws -> Part] = [poverty, impact]
    if dataset.has("outlook") { parts.append(outlook) }
    parts += [gap, regression]
    if dataset.has("score_indicators") { parts.append(territories) }
    if dataset.has("memberships") { parts.append(alliances) }
    // The panel is read while the part that takes longest, the alliances, reads its own tables; the others need the panel.
    parts.append {
      _ = try input.panel()
      return Part(sections: [])
    }
    let ordered = parts
    // Last first.
    return try Parallel.map(ordered.count) { piece in
      Result { try ordered[ordered.count - 1 - piece]() }
    }.reversed().map { try $0.get() }
  }

  /// What a command of a noun is asked, some words among it.
  private func call(
    _ noun: String, _ command: Command, _ words: String...
  ) throws -> Arguments {
    try command.arguments(
      path: ["indicators", noun, command.name],
      words: words + ["--format", "csv", "--", input.name])
  }

  private func section(
    _ own: Arguments, nouns: [String], _ observations: [Observation], _ displays: [Display]
  ) -> Section {
    Section(
      arguments: own, nouns: nouns,
      text: Output.text(
        displays, format: arguments.text("format") ?? "table", arguments.language),
      bytes: arguments.isGiven("output")
        ? ObservationWriter(format: .csv).bytes(observations) : [])
  }

  private func poverty() throws -> Part {
    let own = try call("poverty", PovertyChangeCommand.command)
    let poverty = try PovertyChangeCommand.parts(own, input)
    let displays =
      (poverty.vintages.map { [$0.display(context, groupsOnly: true)] } ?? [])
      + poverty.panel.map { $0.display(context) }
    return Part(
      sections: [section(own, nouns: ["poverty"], poverty.observations, displays)],
      poverty: poverty)
  }

  private func impact() throws -> Part {
    let own = try call("recession", RecessionImpactCommand.command)
    let (impact, _) = try RecessionImpactCommand.measure(own, input)
    return Part(sections: [
      section(own, nouns: ["recession"], impact.observations, [impact.display(context)])
    ])
  }

  private func outlook() throws -> Part {
    let own = try call("recession", RecessionOutlookCommand.command)
    let (outlook, _) = try RecessionOutlookCommand.compare(own, input)
    return Part(
      sections: [
        section(
          own, nouns: ["outlook"], outlook.observations,
          [outlook.groupDisplay(context, publishedOnly: true)])
      ], outlook: outlook)
  }

  private func gap() throws -> Part {
    let own = try call("recession", RecessionGapCommand.command)
    let (gaps, _) = try RecessionGapCommand.measure(own, input)
    let hasGroups = gaps.rows.contains { $0.members != nil }
    return Part(sections: [
      section(
        own, nouns: ["recession"], gaps.observations,
        [gaps.display(context, groupsOnly: hasGroups)])
    ])
  }

  private func regression() throws -> Part {
    // Thirty-odd territories: the errors that suit few groups.
    let own = try call("recovery", RecoveryRegressCommand.command, "--vcov", "cr2")
    let (regression, _) = try RecoveryRegressCommand.fit(own, input)
    return Part(sections: [
      section(
        own, nouns: ["recovery"], regression.observations, [regression.display(context)])
    ])
  }

  private func territories() throws -> Part {
    let own = try call("territories", TerritoriesStressCommand.command)
    let stress = try TerritoriesStressCommand.measure(own, input)
    return Part(sections: [
      section(own, nouns: ["score"], stress.observations, [stress.display(context)])
    ])
  }

  private func alliances() throws -> Part {
    let own = try call(
      "alliances", AlliancesCoverageCommand.command, "--contributions", "none", "--no-years")
    let opened = try input.allianceView(own)
    let coverage = try AlliancesCoverageCommand.measure(own, opened.view)
    let asked = try call("alliances", AlliancesQuestionsCommand.command)
    let questions = try AlliancesQuestionsCommand.measure(asked, input, opened.view)
    let nouns = ["alliances", "recession"]
    return Part(sections: [
      section(
        own, nouns: nouns, coverage.observations,
        [coverage.scopeDisplay(context), coverage.greedyDisplay(context)]),
      section(asked, nouns: nouns, questions.observations, [questions.summary(context)]),
    ])
  }
}
