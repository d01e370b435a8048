import CommandLineKit
import ESSIndicators

/// The parts of the report; the commands of a part share what they measure.
///
/// Parts depend on nothing but the input, so that they are measured, and set as text and as CSV, on as many threads as there are.
struct ReportParts: Sendable {
  /// One of the commands that a report is made of, with what it says.
  struct Section: Sendable {
    let command: [String]
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

  private func section(
    _ command: [String], nouns: [String], _ observations: [Observation], _ displays: [Display]
  ) -> Section {
    Section(
      command: command, nouns: nouns,
      text: Output.text(
        displays, format: arguments.text("format") ?? "table", arguments.language),
      bytes: arguments.isGiven("output")
        ? ObservationWriter(format: .csv).bytes(observations) : [])
  }

  private func poverty() throws -> Part {
    let poverty = try PovertyChangeCommand.parts(arguments, input)
    let displays =
      (poverty.vintages.map { [$0.display(context, groupsOnly: true)] } ?? [])
      + poverty.panel.map { $0.display(context) }
    return Part(
      sections: [
        section(["poverty", "change"], nouns: ["poverty"], poverty.observations, displays)
      ], poverty: poverty)
  }

  private func impact() throws -> Part {
    let (impact, _) = try RecessionImpactCommand.measure(arguments, input)
    return Part(sections: [
      section(
        ["recession", "impact"], nouns: ["recession"], impact.observations,
        [impact.display(context)])
    ])
  }

  private func outlook() throws -> Part {
    let (outlook, _) = try RecessionOutlookCommand.compare(arguments, input)
    return Part(
      sections: [
        section(
          ["recession", "outlook"], nouns: ["outlook"], outlook.observations,
          [outlook.groupDisplay(context, publishedOnly: true)])
      ], outlook: outlook)
  }

  private func gap() throws -> Part {
    let (gaps, _) = try RecessionGapCommand.measure(arguments, input)
    let hasGroups = gaps.rows.contains { $0.members != nil }
    return Part(sections: [
      section(
        ["recession", "gap"], nouns: ["recession"], gaps.observations,
        [gaps.display(context, groupsOnly: hasGroups)])
    ])
  }

  private func regression() throws -> Part {
    // Thirty-odd territories: the errors that suit few groups.
    let (regression, _) = try RecoveryRegressCommand.fit(
      arguments, input, usual: .cluster(["unit"], .cr2, .none))
    return Part(sections: [
      section(
        ["recovery", "regress"], nouns: ["recovery"], regression.observations,
        [regression.display(context)])
    ])
  }

  private func territories() throws -> Part {
    let stress = try TerritoriesStressCommand.measure(arguments, input)
    return Part(sections: [
      section(
        ["territories", "stress"], nouns: ["score"], stress.observations,
        [stress.display(context)])
    ])
  }

  private func alliances() throws -> Part {
    let opened = try input.allianceView(arguments)
    let coverage = try AlliancesCoverageCommand.measure(arguments, opened.view)
    let questions = try AlliancesQuestionsCommand.measure(arguments, input, opened.view)
    let nouns = ["alliances", "recession"]
    return Part(sections: [
      section(
        ["alliances", "coverage"], nouns: nouns, coverage.observations,
        [coverage.scopeDisplay(context), coverage.greedyDisplay(context)]),
      section(
        ["alliances", "questions"], nouns: nouns, questions.observations,
        [questions.summary(context)]),
    ])
  }
}
