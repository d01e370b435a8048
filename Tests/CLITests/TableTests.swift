import CommandLineKit
import Foundation
import Testing

@testable import ESSIndicators
@testable import indicators_cli

/// Promises of the table of commands, and of the documentation that is made from it or beside it.
@Suite struct TableTests {
  private static let tool = Tool(
    name: "indicators", version: "indicators", verboseVersion: { "" }, summary: "x",
    commands: Registry.commands)

  static let leaves = tool.commands.flatMap { $0.subcommands.isEmpty ? [$0] : $0.subcommands }

  @Test func theTableIsInOrder() { #expect(Self.tool.tableProblems() == []) }

  @Test func everyExampleRuns() throws {
    for example in Self.leaves.flatMap(\.examples) {
      let outcome = try Program.run(example.command)
      #expect(outcome.status == 0, "\(example.command): \(outcome.errors)")
      // A command that writes to a file has nothing to print.
      #expect(
        !outcome.output.isEmpty || example.command.contains(" -o ")
          || example.command.contains("--output"), "\(example.command)")
    }
  }

  // What is said to hold for every command has to be in every command's table.
  @Test func everyCommandHasTheCommonOptions() {
    let results = Set(CommonOptions.results.map(\.long))
    for noun in Registry.commands {
      for command in noun.subcommands.isEmpty ? [noun] : noun.subcommands {
        let names = Set(command.options.map(\.long))
        #expect(names.contains("messages"), "\(noun.name) \(command.name)")
        // A command that writes observations has all options of results.
        if names.contains("wide") {
          #expect(names.isSuperset(of: results), "\(noun.name) \(command.name)")
        }
      }
    }
  }

  @Test func everyCommandHasHelp() throws {
    for command in Self.tool.commands {
      for path in [command.name] + command.subcommands.map({ "\(command.name) \($0.name)" }) {
        let outcome = try Program.run("indicators \(path) --help")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Usage: indicators \(path)"))
        #expect(outcome.errors.isEmpty)
      }
    }
  }

  /// The pages whose examples have to run: the README, and the documentation's.
  static let pages: [String] = {
    let folder = "Sources/ESSIndicators/ESSIndicators.docc"
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Program.root.appending(path: folder).path(percentEncoded: false))
    return ["README.md"]
      + (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }()

  /// The console blocks of a page that call the program.
  private func blocks(of page: String) throws -> [String] {
    let text = try String(contentsOf: Program.root.appending(path: page), encoding: .utf8)
    var blocks: [String] = []
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```sh" {
        block = []
      } else if line.hasPrefix("```"), let lines = block {
        blocks.append(lines.joined(separator: "\n"))
        block = nil
      } else {
        block?.append(line)
      }
    }
    return blocks.filter { $0.contains("indicators ") }
  }

  // A block is a script that starts in an empty folder: what it reads it has made, or it ships with the program.
  @Test(arguments: pages)
  func everyExampleOfAPageRuns(_ page: String) throws {
    let blocks = try blocks(of: page)
    #expect(page != "README.md" || blocks.count >= 6)
    for block in blocks {
      let outcome = try Program.run("set -e\n" + block)
      #expect(outcome.status == 0, "\(block)\n\(outcome.errors)")
    }
  }

  @Test func theCatalogueIsWhole() {
    #expect(Set(Catalogue.all.map(\.id)).count == Catalogue.all.count)
    for entry in Catalogue.all {
      #expect(Catalogue.units[entry.unit] != nil, "\(entry.unit)")
      for language in Language.allCases {
        #expect(!entry.name[language].isEmpty && !entry.definition[language].isEmpty)
      }
      for language in [Language.french, .spanish] {
        // Numbers and signs alone are the same in every language.
        let hasWords = entry.range.contains { $0.isLetter }
        #expect(
          !hasWords || Catalogue.range(entry.range, in: language) != entry.range,
          "\(entry.id): Catalogue+Words does not know the range '\(entry.range)'")
        if let convention = entry.convention {
          #expect(convention[language] != convention[.english], "\(entry.id)")
        }
      }
      #expect(!entry.formula.isEmpty && !entry.reference.isEmpty && !entry.command.isEmpty)
      #expect(entry.definition[.french] != entry.definition[.english])
      #expect(entry.definition[.spanish] != entry.definition[.english])
    }
  }

  // Every indicator that the report writes is defined, with the unit that the catalogue gives.
  @Test(arguments: ["lac-covid", "mexico-states"])
  func theCatalogueDefinesTheReport(_ dataset: String) throws {
    let outcome = try Program.run("indicators report \(dataset) -q -o r > table && cat r/*.csv")
    #expect(outcome.status == 0)
    var seen: Set<String> = []
    for block in outcome.output.components(separatedBy: "territory,period,").dropFirst() {
      let table = try CSVTable(bytes: Array(("territory,period," + block).utf8), file: "report")
      #expect(table.columns == ObservationWriter.columns)
      let indicators = try table.coded("indicator")
      let units = try table.coded("unit")
      for row in 0..<table.rowCount {
        #expect(Catalogue[indicators[row]]?.unit == units[row], "\(indicators[row]) \(units[row])")
        seen.insert(indicators[row])
      }
      // (territory, period, indicator, component) names a row; an empty value says why.
      let keys = try ["territory", "period", "indicator", "component"].map { try table.texts($0) }
      #expect(Set((0..<table.rowCount).map { row in keys.map { $0[row] } }).count == table.rowCount)
      let (values, notes, statuses) = try (
        table.texts("value"), table.texts("note"), table.texts("status")
      )
      for row in values.indices where values[row].isEmpty {
        #expect(!notes[row].isEmpty, "no reason for \(keys.map { $0[row] })")
        #expect(statuses[row] == "O")
      }
    }
    #expect(seen.count > (dataset == "lac-covid" ? 30 : 20))
  }

  // The parts of the report are measured side by side; text and files have the same bytes on one thread.
  @Test func threadsLeaveTheReportAsItIs() throws {
    let outcome = try Program.run(
      "for n in 1 2; do indicators report -q -o r$n --threads $n > text; "
        + "(cat text; cd r$n && sha256sum *.csv) > all$n; done; cmp all1 all2 && wc -l < all1")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect((Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 50)
  }

  // The manifest names every input and output with its digest, and the options after defaults.
  @Test func theManifestIsTrue() throws {
    let outcome = try Program.run(
      "indicators report -q -o r > table && cd r && sha256sum *.csv && cat manifest.json")
    #expect(outcome.status == 0)
    let digests = outcome.output.split(separator: "\n").prefix(4).map { $0.prefix(64) }
    #expect(digests.count == 4)
    for digest in digests { #expect(outcome.output.contains("\"sha256\" : \"\(digest)\"")) }
    for part in ["lac-covid/panel.csv", "\"option\" : \"reference\"", "\"value\" : \"2019\""] {
      #expect(outcome.output.contains(part))
    }
  }
}
