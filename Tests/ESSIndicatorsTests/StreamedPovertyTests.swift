import Testing

@testable import ESSIndicators

@Suite struct StreamedPovertyTests {
  private static let columns = SurveyColumns(
    weight: "w", stratum: "h", psu: "psu", period: "t", by: ["d"])

  private func records(_ range: Range<Int>) -> SurveyRecords {
    var records = SurveyRecords(count: range.count)
    records.welfare = range.map { Double(3 + 7 * $0 % 31) }
    records.weight = range.map { 1 + 0.1 * Double($0 % 7) }
    records.stratum = CodedColumn(range.map { "\($0 % 3)" })
    records.psu = CodedColumn(range.map { "\($0 % 12)" })
    records.period = CodedColumn(range.map { $0 % 2 == 0 ? "2019" : "2020" })
    records.by = [CodedColumn(range.map { $0 % 5 < 2 ? "a" : "b" })]
    return records
  }

  private func streamed(_ size: Int, _ options: PovertyMeasures.Options) throws -> PovertyMeasures {
    var stream = try StreamedPoverty(columns: Self.columns, options: options)
    for start in stride(from: 0, to: 120, by: size) {
      try stream.add(records(start..<min(start + size, 120)))
    }
    return try stream.result()
  }

  // The same numbers as with all records in memory, and the same bytes however the stream is cut.
  @Test(arguments: [
    VarianceMethod.none, .taylor, .jackknife, .bootstrap(replicates: 30, seed: 4),
  ])
  func agreesWithTheSample(_ method: VarianceMethod) throws {
    let options = PovertyMeasures.Options(
      measures: [.headcount, .gap, .squaredGap, .fgt(1.5), .watts, .incomeGapRatio, .mean],
      lines: [.absolute(12), .absolute(20)], variance: .init(method: method))
    let whole = try PovertyMeasures(
      SurveySample(records(0..<120), columns: Self.columns), options
    ).observations
    let stream = try streamed(7, options).observations
    #expect(stream == (try streamed(50, options).observations))
    #expect(whole.count == stream.count)
    for (left, right) in zip(whole, stream) {
      #expect(left.territory == right.territory && left.component == right.component)
      #expect(left.count == right.count && left.method == right.method)
      let (a, b) = (left.value ?? -1, right.value ?? -1)
      #expect(abs(a - b) <= 1e-11 * max(1, abs(a)))
      let (e, f) = (left.standardError ?? -1, right.standardError ?? -1)
      #expect(abs(e - f) <= 1e-10 * max(1, abs(e)), "\(left.indicator)")
    }
  }

  @Test func refusals() throws {
    let cases: [(SurveyColumns, PovertyMeasures.Options)] = [
      (Self.columns, .init(measures: [.sen], lines: [.absolute(1)])),
      (Self.columns, .init(lines: [.relative(.median, share: 0.6)])),
      (SurveyColumns(), .init(lines: [.absolute(1)])),
    ]
    for (columns, options) in cases {
      #expect(throws: DataError.self) { try StreamedPoverty(columns: columns, options: options) }
    }
    let empty = try StreamedPoverty(
      columns: Self.columns, options: .init(lines: [.absolute(1)]))
    #expect(throws: DataError.self) { try empty.result() }
  }
}
