import ESSIndicators
import Foundation
import Testing

/// Section 3.8 of the recovery study: hand cases, and the United States in 2020 on quarterly data.
@Suite struct RecessionEpisodeTests {
  private func yearly(_ values: [Double?]) throws -> Series {
    Series(start: try #require(Period(year: 2018)), values: values)
  }

  private func reference() throws -> Period { try #require(Period(year: 2019)) }

  // Hand case A: 100, 102, 95, 98, 101, 104, 106.
  @Test func regained() throws {
    let series = try yearly([100, 102, 95, 98, 101, 104, 106])
    let episode = try RecessionEpisode(series, reference: try reference())
    #expect(abs(episode.depth - -6.862_745_098_0) <= 1e-9)
    #expect(episode.trough == Period(year: 2020))
    #expect(episode.duration == 1)
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period(year: 2023))
    #expect(regained.years == 4)
    #expect(abs(regained.interpolatedYears - 10.0 / 3) <= 1e-12)
    #expect(regained.sustained == Period(year: 2023))
    #expect(abs(episode.loss - 11.764_705_882_4) <= 1e-9)
  }

  // Hand case B: 100, 102, 95, 96, 97: more than three years, not NaN, not 0.
  @Test func notRegained() throws {
    let episode = try RecessionEpisode(
      try yearly([100, 102, 95, 96, 97]), reference: try reference())
    #expect(episode.recovery == .notWithinSample(atLeastYears: 3))
    #expect(episode.trough == Period(year: 2020))
  }

  // Hand case C: 100, 102, 103, 105: no downturn, depth 0, no trough.
  @Test func noDownturn() throws {
    let episode = try RecessionEpisode(
      try yearly([100, 102, 103, 105]), reference: try reference())
    #expect(episode.recovery == .noDownturn)
    #expect(episode.depth == 0)
    #expect(episode.trough == nil)
    #expect(episode.loss == 0)
    #expect(episode.duration == 0)
  }

  // A double dip: the first touch is 2021, but the fall of 2022 is deeper and the recovery holds only from 2024.
  @Test func doubleDip() throws {
    let episode = try RecessionEpisode(
      try yearly([99, 100, 95, 100, 90, 97, 101, 103]), reference: try reference())
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period(year: 2021))
    #expect(regained.sustained == Period(year: 2024))
    #expect(episode.trough == Period(year: 2022))
    #expect(abs(episode.depth + 10) <= 1e-12)
  }

  // Regained only in the last two periods: with three in a row asked, the open run may still become the recovery, so that the
  // bound is its start and not the end of the sample.
  @Test func openRun() throws {
    let episode = try RecessionEpisode(
      try yearly([99, 100, 95, 97, 101, 102]), reference: try reference(), sustain: 3)
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.sustained == nil)
    #expect(regained.sustainedAtLeastYears == 3)
  }

  // A fall that comes late: the years above the reference before it are no part of the loss.
  @Test func lateFall() throws {
    let episode = try RecessionEpisode(
      try yearly([99, 100, 104, 98, 101, 103]), reference: try reference())
    #expect(abs(episode.loss - 2) <= 1e-12)
    #expect(episode.trough == Period(year: 2021))
    #expect(episode.duration == 2)
  }

  @Test func refusals() throws {
    let reference = try reference()
    #expect(throws: RecessionEpisode.Failure.missing(reference)) {
      try RecessionEpisode(try yearly([100, nil, 95]), reference: reference)
    }
    #expect(throws: RecessionEpisode.Failure.missing(reference.advanced(by: 1))) {
      try RecessionEpisode(try yearly([100, 102, nil, 98]), reference: reference)
    }
    #expect(throws: RecessionEpisode.Failure.nothingAfter(reference)) {
      try RecessionEpisode(try yearly([100, 102]), reference: reference)
    }
    #expect(throws: RecessionEpisode.Failure.notPositive(reference.advanced(by: 1))) {
      try RecessionEpisode(try yearly([100, 102, -1]), reference: reference)
    }
    #expect(throws: RecessionEpisode.Failure.shortTrend(from: reference.advanced(by: -1))) {
      try RecessionEpisode(
        try yearly([100, 102, 95]), reference: reference, trendStart: reference.advanced(by: -1))
    }
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/reference/recovery")
    .standardizedFileURL.path(percentEncoded: false)

  private static let quarterly = folder + "/us_real_gdp_gdpc1.csv"

  // US GDPC1: peak 2019-Q4, trough 2020-Q2, depth -9.1912786422 %, level regained 2021-Q1, loss 3.4207668571 % of annual output;
  // trend on the last 20 quarters: slope and intercept, first touch 2021-Q4, net loss to then 1165.558635.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: quarterly), "needs shared/reference"))
  func unitedStates2020() throws {
    var columns = PanelColumns()
    columns.period = "date"
    columns.frequency = .quarter
    let panel = try Panel(CSVTable(path: Self.quarterly), columns: columns)
    let reference = try #require(Period("2019-Q4"))
    let start = try #require(Period("2015-Q1"))
    let series = panel.series("value", "", start...(try #require(Period("2021-Q4"))))
    let episode = try RecessionEpisode(series, reference: reference, trendStart: start, sustain: 1)
    #expect(episode.levels[0] == 20985.448)
    #expect(episode.trough == Period("2020-Q2"))
    #expect(abs(episode.depth - -9.191_278_642_2) <= 1e-9)
    #expect(episode.duration == 0.5)
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period("2021-Q1"))
    #expect(regained.years == 1.25)
    #expect(abs(episode.loss - 3.420_766_857_1) <= 1e-9)
    let trend = try #require(episode.trend)
    #expect(abs(trend.fit.slope - 0.006_191_319_421) <= 1e-11)
    #expect(abs(trend.fit.intercept - 9.828_534_405_548) <= 1e-11)
    guard case .regained(let touched) = trend.recovery else {
      Issue.record("trend not regained")
      return
    }
    #expect(touched.period == Period("2021-Q4"))
    // The study gives the sum in annual-rate dollars over four.
    #expect(abs(trend.loss / 100 * episode.levels[0] - 1165.558_635) <= 1e-5)
  }

  // 1973 and 1981 episodes of the same file.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: quarterly), "needs shared/reference"),
    arguments: [
      ("1973-Q4", "1975-Q1", -3.139_705_479_4, "1975-Q4"),
      ("1981-Q3", "1982-Q1", -2.626_312_912_9, "1983-Q2"),
    ])
  func earlierEpisodes(_ peak: String, _ trough: String, _ depth: Double, _ back: String) throws {
    var columns = PanelColumns()
    columns.period = "date"
    columns.frequency = .quarter
    let panel = try Panel(CSVTable(path: Self.quarterly), columns: columns)
    let reference = try #require(Period(peak))
    let series = panel.series("value", "", reference...reference.advanced(by: 12))
    let episode = try RecessionEpisode(series, reference: reference)
    #expect(episode.trough == Period(trough))
    #expect(abs(episode.depth - depth) <= 1e-9)
    guard case .regained(let regained) = episode.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period(back))
  }
}
