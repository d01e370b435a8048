import ESSData
import Testing

@Suite struct SeriesTimeTests {
  private let year = Period(year: 2018)

  // By hand: 2018 to 2023 with 2020 and 2021 missing.
  private func series() throws -> Series {
    Series(
      start: try #require(year), values: [100, 110, nil, nil, 121, 60.5], status: .estimated,
      sources: ["s"])
  }

  @Test func changesGoByTime() throws {
    let series = try series()
    let start = try #require(year)
    #expect(series.difference().values == [nil, 10, nil, nil, nil, -60.5])
    #expect(series.difference(over: 3).values == [nil, nil, nil, nil, 11, nil])
    #expect(series.difference(over: 4).values == [nil, nil, nil, nil, 21, -49.5])
    #expect(
      series.growth().values.map { $0.map { $0.rounded() } } == [nil, 10, nil, nil, nil, -50])
    #expect(series.lagged(by: 2)[start.advanced(by: 3)] == 110)
    #expect(series.lagged(by: 2)[start.advanced(by: 4)] == nil)
    #expect(series.lagged(by: -1)[start] == 110)
    #expect(series.difference().status == .estimated && series.lagged(by: 1).sources == ["s"])
  }

  @Test func gapsLieBetweenValues() throws {
    let start = try #require(year)
    #expect(try series().gaps == [start.advanced(by: 2)...start.advanced(by: 3)])
    #expect(Series(start: start, values: [nil, 1, nil]).gaps.isEmpty)
    #expect(Series(start: start, values: [nil, nil]).gaps.isEmpty)
  }
}
