import ESSIndicators
import Foundation
import Testing

/// V8 and V9: samples that ship with R packages under the GPL and are not copied here.
///
/// `make test` takes them from Debian's `r-cran-laeken` and `r-cran-survey` (`scripts/export-surveys`); skipped where it did not run.
@Suite struct ReferenceSurveyTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/surveys")

  static func path(_ name: String) -> String { folder.appending(path: name).path() }

  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  private func sample(_ name: String, _ columns: SurveyColumns) throws -> SurveySample {
    let table = try CSVTable(path: Self.path(name))
    return try SurveySample(SurveyRecords(table, columns), columns: columns)
  }

  private func eusilc(by: [String] = []) throws -> SurveySample {
    try sample(
      "eusilc.csv",
      SurveyColumns(welfare: "eqIncome", weight: "rb050", stratum: "db040", by: by))
  }

  // laeken 0.5.2 and survey/convey; design: every record a PSU, strata db040.
  @Test(.enabled(if: has("eusilc.csv"), ".build/surveys/eusilc.csv is not there"))
  func eusilcPoverty() throws {
    let sample = try eusilc()
    #expect(sample.count == 14827)
    let variance = VarianceOptions(bandwidth: .weights)
    let absolute = try PovertyMeasures(
      sample,
      .init(
        measures: [.headcount, .gap, .squaredGap, .mean], lines: [.absolute(10000)],
        variance: variance)
    ).rows[0].estimates
    let expected: [[Double]] = [
      [0.114440129198526, 0.00267678716346154], [0.0320854179632806, 0.00105019040873712],
      [0.0161893529592889, 0.000735424342526078], [19890.8069312955, 86.8294834305596],
    ]
    for (estimate, numbers) in zip(absolute, expected) {
      #expect(agrees(estimate.value, numbers[0]))
      #expect(agrees(estimate.standardError, numbers[1], 1e-11))
    }
    let shares: [(Double, Double)] = [
      (0.4, 4.76688518841206), (0.5, 7.98813367806842), (0.6, 14.4442181675336),
      (0.7, 21.856378832107),
    ]
    let relative = try PovertyMeasures(
      sample,
      .init(
        measures: [.headcount], lines: shares.map { .relative(.median, share: $0.0) },
        variance: variance)
    ).rows
    for (row, share) in zip(relative, shares) {
      #expect(agrees(row.estimates[0].value, share.1 / 100))
    }
    #expect(agrees(relative[2].height.value, 10859.236))
    #expect(agrees(relative[2].height.standardError, 50.6362219129732, 1e-10))
    #expect(agrees(relative[2].estimates[0].standardError, 0.00275676948428196, 1e-10))
  }

  @Test(.enabled(if: has("eusilc.csv"), ".build/surveys/eusilc.csv is not there"))
  func eusilcInequality() throws {
    let found = try InequalityMeasures(
      eusilc(),
      .init(
        measures: [
          .gini(), .quintileRatio(.quantiles), .meanLogDeviation, .theil, .generalisedEntropy(2),
        ], nonpositive: .drop, variance: VarianceOptions(bandwidth: .weights))
    ).rows[0].estimates
    // The Gini index is laeken's and exact; convey's 0.264965166 is 6.9e-5 too high.
    #expect(agrees(found[0].value, 0.264896192113229))
    let expected: [[Double]] = [
      [3.97000432603667, 0.042550410487519], [0.131369230476709, 0.00243379121994013],
      [0.120526920613085, 0.00208780770100372], [0.136749562656187, 0.00346413617681189],
    ]
    for (estimate, numbers) in zip(found.dropFirst(), expected) {
      #expect(agrees(estimate.value, numbers[0], 1e-11))
      #expect(agrees(estimate.standardError, numbers[1], 1e-8))
    }
    let quantiles = try WelfareQuantiles(
      eusilc(), .init(shares: [0.1, 0.2, 0.25, 0.5, 0.75, 0.8, 0.9])
    ).rows[0].estimates
    let values: [Double] = [
      9653.39230769231, 12212.6043478261, 13356.7523809524, 18098.7266666667, 24211.0217391304,
      25997.6533333333, 31835.28,
    ]
    #expect(zip(quantiles, values).allSatisfy { agrees($0.value, $1, 1e-11) })
  }

  @Test(.enabled(if: has("eusilc.csv"), ".build/surveys/eusilc.csv is not there"))
  func eusilcByProvince() throws {
    let published: [String: Double] = [
      "Burgenland": 19.5398365082784, "Carinthia": 13.0862677498876,
      "Lower Austria": 13.8436228136595, "Salzburg": 13.7873432075093,
      "Styria": 14.3746372814337, "Tyrol": 15.3081904896242, "Upper Austria": 10.8897733877374,
      "Vienna": 17.2346832119566, "Vorarlberg": 16.5373101670887,
    ]
    let rows = try PovertyMeasures(
      eusilc(by: ["db040"]),
      .init(measures: [.headcount], lines: [.relative(.median, share: 0.6)])
    ).rows
    #expect(rows.count == 9)
    for row in rows {
      let expected = try #require(published[row.cell.territory])
      #expect(agrees(row.estimates[0].value, expected / 100, 1e-11))
    }
  }

  // The survey package's manual: mean 662.29, SE 9.4089, quartiles with Woodruff intervals.
  @Test(.enabled(if: has("apistrat.csv"), ".build/surveys/apistrat.csv is not there"))
  func apistrat() throws {
    var columns = SurveyColumns(welfare: "api00", weight: "pw", stratum: "stype", fpc: "fpc")
    let sample = try sample("apistrat.csv", columns)
    let mean = try PovertyMeasures(
      sample,
      .init(
        measures: [.mean], lines: [.absolute(1)],
        variance: .init(designEffect: .withoutReplacement))
    ).rows[0].estimates[0]
    #expect(agrees(mean.value, 662.287363159321))
    #expect(agrees(mean.standardError, 9.40894080278458))
    #expect(agrees(mean.designEffect, 1.20445726853772))
    let quartiles = try WelfareQuantiles(
      sample, .init(shares: [0.25, 0.5, 0.75], rule: .inverse)
    ).rows[0].estimates
    #expect(quartiles.map(\.value) == [565, 668, 756])
    #expect(quartiles.map(\.interval) == [535...597, 642...694, 726...778])
    // The total of enrolment with its design effect, and that of the number of schools below 600, by R survey 4.1-1.
    columns.welfare = "enroll"
    let total = try PovertyMeasures(
      self.sample("apistrat.csv", columns),
      .init(
        measures: [.total], lines: [.absolute(1)],
        variance: .init(designEffect: .withoutReplacement))
    ).rows[0].estimates[0]
    #expect(agrees(total.value, 3_687_177.53243828))
    #expect(agrees(total.standardError, 114641.71610078))
    #expect(agrees(total.designEffect, 0.362018122363404))
    let low = try PovertyMeasures(
      sample,
      .init(
        measures: [.numberOfPoor], lines: [.absolute(600)],
        variance: .init(designEffect: .withoutReplacement))
    ).rows[0].estimates[0]
    #expect(agrees(low.designEffect, 1.18091987367229))
  }
}
