import Foundation
import Testing

@testable import ESSIndicators

@Suite struct StreamedPovertyTests {
  private static let columns = SurveyColumns(
    weight: "w", line: "z", stratum: "h", psu: "psu", period: "t", by: ["d"], missing: .drop)
  private static let measures: [PovertyMeasure] = [
    .headcount, .gap, .squaredGap, .fgt(1.5), .watts, .incomeGapRatio, .mean, .numberOfPoor,
    .population,
  ]

  /// Records whose sums need rounding, in no order, some without weight, welfare or domain.
  private func records(_ range: Range<Int>) -> SurveyRecords {
    var records = SurveyRecords(count: range.count)
    records.welfare = range.map { $0 % 41 == 7 ? .nan : 3 + 0.1 * Double(7 * $0 % 311) }
    records.weight = range.map { $0 % 23 == 0 ? 0 : 1 + 0.1 * Double($0 % 7) }
    records.line = range.map { 10 + 0.3 * Double($0 % 5) }
    records.stratum = CodedColumn(range.map { "\($0 % 3)" })
    records.psu = CodedColumn(range.map { "\($0 % 12)" })
    records.period = CodedColumn(range.map { $0 / 12 % 2 == 0 ? "2019" : "2020" })
    records.by = [CodedColumn(range.map { $0 % 97 == 5 ? "" : $0 % 5 < 2 ? "a" : "b" })]
    return records
  }

  private func streamed(_ size: Int, _ options: PovertyMeasures.Options) throws -> [Observation] {
    var parts = [
      try StreamedPoverty(columns: Self.columns, options: options),
      try StreamedPoverty(columns: Self.columns, options: options),
    ]
    for start in stride(from: 0, to: 600, by: size) {
      try parts[start / size % 2].add(records(start..<min(start + size, 600)))
    }
    try parts[1].merge(parts[0])
    return try parts[1].result().observations
  }

  // The same bits as with all records in memory, however the stream is cut and in whatever order its parts are added.
  @Test(arguments: [
    VarianceMethod.none, .taylor, .jackknife, .bootstrap(replicates: 30, seed: 4),
  ])
  func isTheSample(_ method: VarianceMethod) throws {
    let options = PovertyMeasures.Options(
      measures: Self.measures, lines: [.absolute(12), .absolute(1), .perRecord],
      decomposes: true, variance: .init(method: method))
    let whole = try PovertyMeasures(
      SurveySample(records(0..<600), columns: Self.columns), options
    ).observations
    func sorted(_ list: [Observation]) -> [Observation] {
      list.sorted {
        ($0.indicator, $0.component, $0.territory, $0.period)
          < ($1.indicator, $1.component, $1.territory, $1.period)
      }
    }
    // The parts of the stream came in another order, and rows follow the first record.
    for size in [7, 250, 600] {
      #expect(try sorted(streamed(size, options)) == sorted(whole), "\(size)")
    }
  }

  // From a file, by any number of threads: rows in the order of the file, and what was dropped is told.
  @Test func readsFiles() throws {
    let options = PovertyMeasures.Options(measures: Self.measures, lines: [.absolute(12)])
    // Several pieces of the reader.
    let records = records(0..<20_000)
    var text = "welfare,w,z,h,psu,t,d\n"
    for row in 0..<20_000 {
      let numbers = [records.welfare, records.weight, records.line].compactMap { $0?[row] }
      let labels = [records.stratum, records.psu, records.period, records.by[0]]
      text += numbers.map { $0.isNaN ? "NA" : "\($0)" }.joined(separator: ",") + ","
      text += labels.compactMap { $0?[row] }.joined(separator: ",") + "\n"
    }
    let path = FileManager.default.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
      .path(percentEncoded: false)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sample = try SurveySample(
      TypedTable.read(path: path, columns: Self.columns.typed), Self.columns)
    let whole = try PovertyMeasures(sample, options).observations
    for threads in [1, 2, 3] {
      let stream = try StreamedPoverty.reading(
        TypedBatches(
          path: path, columns: Self.columns.typed, options: ReadingOptions(threads: threads)),
        columns: Self.columns, options: options)
      #expect(try stream.result().observations == whole)
      #expect(stream.report.sentences == sample.report.sentences)
    }
  }

  @Test func refusals() throws {
    let cases: [(SurveyColumns, PovertyMeasures.Options)] = [
      (Self.columns, .init(measures: [.sen], lines: [.absolute(1)])),
      (Self.columns, .init(measures: [.fgt(-1)], lines: [.absolute(1)])),
      (Self.columns, .init(lines: [.relative(.median, share: 0.6)])),
      (Self.columns, .init(lines: [.absolute(0)])),
      (SurveyColumns(), .init(lines: [.absolute(1)])),
      (SurveyColumns(psu: "psu"), .init(lines: [.perRecord])),
      (SurveyColumns(welfare: nil, psu: "psu"), .init(lines: [.absolute(1)])),
    ]
    for (columns, options) in cases {
      #expect(throws: DataError.self) { try StreamedPoverty(columns: columns, options: options) }
    }
    let options = PovertyMeasures.Options(lines: [.absolute(1)])
    var stream = try StreamedPoverty(columns: Self.columns, options: options)
    #expect(throws: DataError.self) { try stream.result() }
    // A PSU with two sampling fractions, in two records of one domain or of two.
    var columns = SurveyColumns(psu: "psu", fpc: "f", by: ["d"])
    columns.welfare = "y"
    for domains in [["a", "a"], ["a", "b"]] {
      stream = try StreamedPoverty(columns: columns, options: options)
      var records = SurveyRecords(count: 2)
      records.welfare = [1, 2]
      records.psu = CodedColumn(["p", "p"])
      records.fpc = [0.5, 0.25]
      records.by = [CodedColumn(domains)]
      #expect(throws: DataError.self) {
        try stream.add(records)
        _ = try stream.result()
      }
    }
  }
}
