import ESSData
import Foundation
import Testing

@Suite struct DatasetTests {
  // The descriptor's promises: every hash, size, row count and key of the shipped packages.
  @Test(arguments: ["lac-covid", "mexico-states"])
  func shippedPackagesKeepTheirPromises(_ name: String) throws {
    let dataset = try Dataset(name)
    #expect(dataset.origin == .embedded)
    #expect(dataset.package.name == name)
    for language in ["en", "fr", "es"] { #expect(dataset.package.titles[language] != nil) }
    for resource in dataset.package.resources {
      let bytes = try dataset.bytes(of: resource.path)
      #expect(resource.hash == "sha256:" + Digest.sha256(bytes))
      let table = try dataset.table(resource.name)
      #expect(table.rowCount == resource.rowCount)
      let schema = try #require(resource.schema)
      #expect(table.columns == schema.fields.map(\.name))
      let key = try #require(schema.primaryKey).map { try table.texts($0) }
      let keys = (0..<table.rowCount).map { row in key.map { $0[row] } }
      #expect(Set(keys).count == keys.count, "the key of \(resource.name) repeats")
      for field in schema.fields where field.type != "string" {
        #expect(throws: Never.self) { try table.numbers(field.name) }
      }
    }
  }

  @Test func everySourceIsKnown() throws {
    for name in Dataset.shippedNames {
      let dataset = try Dataset(name)
      // The synthetic survey has no source: nobody was asked.
      guard dataset.has("sources") else {
        #expect(name == "synthetic-survey")
        continue
      }
      let known = Set(try dataset.table("sources").texts("source"))
      for resource in dataset.package.resources where resource.name != "sources" {
        let table = try dataset.table(resource.name)
        guard table.has("source") else { continue }
        for cell in Set(try table.texts("source")) where !cell.isEmpty {
          #expect(cell.split(separator: ";").allSatisfy { known.contains(String($0)) })
        }
      }
    }
  }

  @Test func aFolderIsADatasetToo() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    try Files.makeFolder(path)
    let shipped = try Dataset("mexico-states")
    for name in shipped.fileNames {
      try Files.write(shipped.bytes(of: name), to: "\(path)/\(name)")
    }
    let dataset = try Dataset(path)
    #expect(dataset.origin == .folder(path))
    #expect(try dataset.panel().variables == (try shipped.panel().variables))
    #expect(try Dataset(path + "/datapackage.json").package.name == "mexico-states")
  }

  @Test(
    arguments: [
      ("{", "not a data package: it is not JSON"),
      ("{\"resources\": []}", "not a data package: 'name' is missing"),
      ("{\"name\": 3, \"resources\": []}", "not a data package: another type was expected at name"),
    ])
  func badDescriptors(_ text: String, _ message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    try Files.makeFolder(path)
    try Files.write(Array(text.utf8), to: path + "/datapackage.json")
    #expect(throws: DataError.invalid(path + "/datapackage.json", message)) { try Dataset(path) }
  }

  @Test func filesAreWholeOrAbsent() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    try Files.makeFolder(path)
    try Files.write([1, 2, 3], to: path + "/f")
    try Files.write([4], to: path + "/f")
    #expect(try Files.read(path + "/f") == [4])
    #expect(throws: DataError.self) { try Files.write([5], to: path) }
    #expect(throws: DataError.self) { try Files.write([5], to: path + "/none/f") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["f"])
    #expect(throws: DataError.self) { try Files.read(path) }
  }
}
