import Foundation
import Testing

@testable import ESSData

/// Texts in gzip files, made by the gzip of the system.
@Suite struct CompressedTextTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "ess-gzip-\(UUID().uuidString)")

  private func compressed(_ text: String, by command: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let plain = folder.appending(path: "t.csv").path(percentEncoded: false)
    try text.write(toFile: plain, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return folder.appending(path: "t.csv.gz").path(percentEncoded: false)
  }

  private var text: String {
    "a,b\n" + (0..<3000).map { "k\($0 % 7),\($0)\n" }.joined()
  }

  @Test(arguments: [
    "gzip -n t.csv", "head -n 900 t.csv | gzip > t.csv.gz; tail -n +901 t.csv | gzip >> t.csv.gz",
  ])
  func aCompressedFileIsItsText(_ command: String) throws {
    let path = try compressed(text, by: command)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Files.readText(path) == Array(text.utf8))
    var options = ReadingOptions(threads: 3)
    options.pieceSize = 1000
    let table = try TypedTable.read(
      path: path, columns: [.codes("a"), .numbers("b")], options: options)
    #expect(try table.numbers("b") == (0..<3000).map(Double.init))
    #expect(try table.coded("a").values == (0..<7).map { "k\($0)" })
    #expect(try CSVTable(path: path).rowCount == 3000)
  }

  @Test func aCutOrDamagedFileIsRefused() throws {
    let path = try compressed(text, by: "gzip -n t.csv; truncate -s -9 t.csv.gz")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: DataError.invalid(path, "the compressed file ends too early (cut?)")) {
      try TypedTable.read(path: path, columns: [])
    }
    _ = try compressed(
      text,
      by: "gzip -nf t.csv; printf xxxx | dd of=t.csv.gz bs=1 seek=40 conv=notrunc 2> /dev/null")
    #expect(throws: DataError.invalid(path, "the compressed file is damaged")) {
      try Files.readText(path).count
    }
  }

  @Test func aCompressedTextHasALimit() throws {
    let path = try compressed(text, by: "gzip -n t.csv")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      throws: DataError.invalid(
        path, "the compressed file holds more than 100 bytes of text, too many for this command")
    ) { try Files.readText(path, limit: 100).count }
  }
}
