import ESSData
import Foundation
import Testing

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "Fixtures").path(percentEncoded: false)

private let hasReadStat =
  (try? SurveyFile(path: fixtures + "/survey.dta", format: .stata)) != nil

/// Files written by ReadStat's own writers (Fixtures/make.c).
@Suite(.enabled(if: hasReadStat, "ReadStat is not installed"))
struct SurveyFileTests {
  private func file(_ name: String) throws -> SurveyFile {
    let format = try #require(SurveyFile.Format(path: name))
    return try SurveyFile(path: fixtures + "/" + name, format: format)
  }

  @Test(arguments: ["survey.dta", "survey.sav", "survey.sas7bdat"])
  func valuesLabelsAndMissingCodes(_ name: String) throws {
    let file = try file(name)
    #expect(file.columns == ["welfare", "weight", "size", "territory", "unused", "psu"])
    #expect(file.variables[0].label == "Income per head")
    #expect(file.variables.map(\.isText) == [false, false, false, false, false, true])
    let values = try file.values(of: ["territory", "welfare", "psu"])
    #expect(values.rowCount == 6)
    // Only the columns asked for are read.
    #expect(Set(values.numbers.keys) == ["territory", "welfare"])
    let welfare = try #require(values.numbers["welfare"])
    #expect(welfare[..<3] == [50, 80.5, 120] && welfare[5] == 95)
    #expect(welfare[3].isNaN && welfare[4].isNaN)
    #expect(values.missing["welfare"]?[3] == .system)
    // A tagged missing value of Stata and SAS, a value declared missing in SPSS: never a number.
    let code: SurveyFile.Missing =
      name == "survey.sav" ? .value(-99) : .code(name == "survey.dta" ? "b" : "B")
    #expect(values.missing["welfare"]?[4] == code)
    #expect(values.texts["psu"] == ["a1", "a2", "é1", "b2", "b2", "a1"])
    // SAS keeps labels in another file.
    let places = name == "survey.sas7bdat" ? ["1", "2", "3"] : ["North", "Centre", "3"]
    #expect(values.coded("territory").values == places)
    #expect(values.coded("territory").codes == [0, 0, 1, 1, 2, 0])
  }

  @Test func aSampleDropsWhatIsMissing() throws {
    var columns = SurveyColumns(
      welfare: "welfare", weight: "weight", size: "size", psu: "psu", by: ["territory"])
    columns.missing = .drop
    let sample = try SurveySample(file("survey.dta"), columns)
    #expect(sample.weight == [40, 24, 24, 0, 0, 22])
    #expect(sample.domain.labels == [["North"], ["Centre"], ["3"]])
    #expect(sample.report.changes.first?.count == 2)
    columns.missing = .fail
    #expect {
      try SurveySample(self.file("survey.sav"), columns)
    } throws: { error in
      "\(error)".contains("record 4: no value, the first of 2 such records")
        && "\(error)".contains("-99 1 times, . 1 times")
    }
    columns.welfare = "psu"
    #expect(throws: DataError.self) { try SurveySample(file("survey.dta"), columns) }
  }

  private func read(_ bytes: Data, _ name: String) throws -> Result<SurveyFileValues, DataError> {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "ess-\(UUID().uuidString)-\(name)")
    defer { try? FileManager.default.removeItem(at: place) }
    try bytes.write(to: place)
    let format = try #require(SurveyFile.Format(path: name))
    do throws(DataError) {
      let file = try SurveyFile(path: place.path(percentEncoded: false), format: format)
      return .success(try file.values(of: file.columns))
    } catch {
      return .failure(error)
    }
  }

  // A file that was cut is an error, whatever ReadStat does with it; a whole one is not.
  @Test(arguments: ["survey.dta", "survey.sav", "survey.sas7bdat"])
  func cutFilesAreErrors(_ name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: fixtures + "/" + name))
    var refused = 0
    for cut in stride(from: 0, to: bytes.count, by: bytes.count / 12) {
      if case .failure(.invalid) = try read(bytes.prefix(cut), name) { refused += 1 }
    }
    #expect(refused >= 8)
    #expect(throws: Never.self) { try read(bytes, name).get() }
    #expect(throws: DataError.self) { try SurveyFile(path: "/nowhere/x.dta", format: .stata) }
  }

  // Bytes that were changed give an error or other values, never a crash: every part of the file in turn, first of all its header.
  @Test(arguments: ["survey.dta", "survey.sav", "survey.sas7bdat"])
  func corruptFilesDoNotCrash(_ name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: fixtures + "/" + name))
    var refused = 0
    let places = Array(0..<16) + Array(stride(from: 16, to: bytes.count, by: bytes.count / 24))
    for (round, place) in places.enumerated() {
      var damaged = bytes
      for at in place..<min(place + 4, bytes.count) {
        damaged[at] = [0xFF, 0x00, damaged[at] ^ 0x80][round % 3]
      }
      switch try read(damaged, name) {
      case .success(let values): #expect(values.rowCount >= 0)
      case .failure(let error):
        refused += 1
        #expect("\(error)".contains(name) || "\(error)".contains("record"))
      }
    }
    #expect(refused > 0)
  }
}
