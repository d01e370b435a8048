import CommandLineKit
import Testing

@testable import ESSIndicators
@testable import indicators_cli

/// What every verb on coverage and the questions promises of its rows.
@Suite struct AllianceTableTests {
  private static let runs = [
    "coverage --summary --attenuation 0.5 --replicates 20 --from 2015 --to 2016 "
      + "--contributions alliances,levels,organisations,federated",
    "evolution --from 2018 --to 2020 --step 1", "gaps --scope all", "levels", "questions", "reach",
    "recommend --for CUB,CCU_URY --most 2 --trial", "coverage mexico-states --summary",
    "gaps mexico-states", "questions mexico-states",
  ]

  // Every number is defined in the catalogue with its unit, named once, and says why it is missing.
  @Test(arguments: runs)
  func rowsAreDefined(_ run: String) throws {
    let outcome = try Program.run("indicators alliances \(run) --format csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try ResultRows.expectDefined(outcome.output, of: run)
  }

  // The commands that questions name exist.
  @Test func detailsCanBeHad() {
    for question in ForumQuestion.all {
      let words = question.command.split(separator: " ").dropFirst().map(String.init)
      let noun = Registry.commands.first { $0.name == words[0] }
      #expect(noun?.subcommands.contains { $0.name == words[1] } == true, "\(question.command)")
    }
    #expect(ForumQuestion.all.map(\.number) == Array(1...10))
  }

  // The same bytes whatever the number of threads, and however often it is asked.
  @Test func sampledNumbersRepeat() throws {
    let line =
      "indicators alliances coverage --summary --contributions federated --replicates 30 --seed 5"
    #expect(try Program.run(line).output == Program.run(line).output)
    let other = try Program.run(line.replacing("--seed 5", with: "--seed 6"))
    #expect(try Program.run(line).output != other.output)
  }
}
