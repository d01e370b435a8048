import Foundation
import Testing

/// What the report promises of its files.
@Suite struct ReportTests {
  private struct Manifest: Decodable {
    struct Setting: Decodable {
      let option: String
      let value: String
    }

    struct Run: Decodable {
      let command: String
      let options: [Setting]
      let file: String
    }

    let results: [Run]
  }

  // Each command alone writes the file that the report has of it, with the options of the manifest that are not its own defaults.
  @Test func everyFileIsThatOfItsCommand() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Program.run("indicators report -q -o \(folder.path())").status == 0)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    #expect(manifest.results.count == 8)
    let chosen = ["vcov", "contributions", "no-years"]
    for run in manifest.results {
      #expect(run.options.contains { $0.option == "format" && $0.value == "csv" })
      let options = run.options.filter { chosen.contains($0.option) }.map {
        $0.value == "yes" ? "--\($0.option)" : "--\($0.option) \($0.value)"
      }
      let alone = try Program.run(
        ([run.command] + options + ["--format csv -q"]).joined(separator: " "))
      let file = try String(contentsOf: folder.appending(path: run.file), encoding: .utf8)
      #expect(alone.output == file, "\(run.command)")
    }
    // A dataset's default stands before the option's own.
    let stress = manifest.results.first { $0.command.hasSuffix("stress") }
    #expect(
      stress?.options.first { $0.option == "screen" }?.value == "known(share=0.8,basis=reported)")
  }
}
