import ESSIndicators
import Testing

/// V10: a design of four strata with two PSUs each; R survey 4.1-1 for Taylor, BRR and JKn.
@Suite struct ReplicateDesignTests {
  private static let text = """
    h,psu,w,y
    1,1,10,50
    1,1,12,80
    1,2,8,120
    1,2,9,200
    2,3,15,30
    2,3,11,95
    2,4,14,110
    2,4,10,160
    3,5,20,75
    3,5,18,140
    3,6,16,90
    3,6,22,210
    4,7,7,60
    4,7,9,100
    4,8,12,130
    4,8,13,300

    """

  private static let columns = SurveyColumns(
    welfare: "y", weight: "w", stratum: "h", psu: "psu")

  private func table() throws -> CSVTable {
    try CSVTable(bytes: Array(Self.text.utf8), file: "design B")
  }

  private func measure(
    _ sample: SurveySample, _ measures: [PovertyMeasure], _ variance: VarianceOptions
  ) throws -> [SurveyEstimate] {
    let result = try PovertyMeasures(
      sample, .init(measures: measures, lines: [.absolute(100)], variance: variance))
    return try #require(result.rows.first).estimates
  }

  @Test func methods() throws {
    let sample = try SurveySample(table(), Self.columns)
    let expected: [(VarianceOptions, [Double])] = [
      (.init(), [22.0075589157886, 0.165262531296279, 0.0667554022043903]),
      (
        .init(method: .balanced(fay: 0)),
        [21.7550593078114, 0.164781662488875, 0.0661548410046523]
      ),
      (.init(method: .jackknife), [22.0389729415928, 0.165372894822917, 0.0667912949775906]),
    ]
    for (variance, errors) in expected {
      let found = try measure(sample, [.mean, .headcount, .gap], variance)
      for (estimate, error) in zip(found, errors) {
        #expect(agrees(estimate.standardError, error, 1e-12), "\(variance.method)")
        #expect(estimate.degreesOfFreedom == 4)
      }
      #expect(agrees(found[0].value, 124.830097087379))
      #expect(agrees(found[1].value, 0.441747572815534))
      #expect(agrees(found[2].value, 0.135194174757282))
    }
    let around = try measure(sample, [.mean], .init(method: .jackknife, centre: .estimate))
    #expect(agrees(around[0].standardError, 22.0395713958876))
    let ratio = try measure(sample, [.incomeGapRatio], .init())
    #expect(agrees(ratio[0].value, 0.306043956043956))
    #expect(agrees(ratio[0].standardError, 0.0428112861190592))
  }

  // Total of y 25715, SE 5069.24304013923 by Taylor, BRR and JKn alike: a total is linear. The generalised Lorenz curve at 1 times the
  // population is the total, so that the number of poor on a line above everyone stands for a linear statistic here.
  @Test func methodsAgreeOnTotals() throws {
    let sample = try SurveySample(table(), Self.columns)
    let methods: [VarianceMethod] = [
      .taylor, .jackknife, .balanced(fay: 0), .balanced(fay: 0.3),
    ]
    for measure in [PovertyMeasure.numberOfPoor, .population] {
      let errors = try methods.map { method in
        try #require(
          try self.measure(sample, [measure], .init(method: method))[0].standardError)
      }
      #expect(errors.allSatisfy { agrees($0, errors[0]) })
    }
    // Weights times y as weights: then the population is the total of y.
    var records = try SurveyRecords(table(), Self.columns)
    records.weight = zip(records.weight ?? [], records.welfare ?? []).map(*)
    let total = try SurveySample(records, columns: Self.columns)
    for method in methods {
      let found = try measure(total, [.population], .init(method: method))[0]
      #expect(found.value == 25715)
      #expect(agrees(found.standardError, 5069.24304013923))
    }
  }

  @Test func withoutTheDesign() throws {
    var columns = Self.columns
    columns.stratum = nil
    columns.psu = nil
    let found = try measure(SurveySample(table(), columns), [.mean], .init())
    #expect(agrees(found[0].standardError, 18.7195092121563))
  }

  // PSUs 1, 3, 4, 5 and 8 as a domain: the others keep their place in the design with total zero.
  @Test func domainByZeroWeight() throws {
    var records = try SurveyRecords(table(), Self.columns)
    let inside: Set<String> = ["1", "3", "4", "5", "8"]
    let psu = try #require(records.psu)
    records.by = [
      CodedColumn((0..<records.count).map { inside.contains(psu[$0]) ? "in" : "out" })
    ]
    let sample = try SurveySample(records, columns: Self.columns)
    let rows = try PovertyMeasures(
      sample, .init(measures: [.mean], lines: [.absolute(100)])
    ).rows
    let domain = try #require(rows.first { $0.cell.domain == ["in"] })
    #expect(agrees(domain.estimates[0].value, 115.37037037037))
    #expect(agrees(domain.estimates[0].standardError, 25.0626617179237))
  }

  // The eight replicates of the Sylvester matrix, given as weights: the same standard errors as BRR makes.
  @Test func givenReplicateWeights() throws {
    let plus: [[Int]] = [[0, 2, 4, 6], [0, 1, 4, 5], [0, 3, 4, 7], [0, 1, 2, 3]]
    var records = try SurveyRecords(table(), Self.columns)
    let weight = try #require(records.weight)
    records.replicateWeights = (0..<8).map { replicate in
      (0..<records.count).map { row in
        let isFirst = (row / 2) % 2 == 0
        let isPlus = plus[row / 4].contains(replicate)
        return isFirst == isPlus ? 2 * weight[row] : 0
      }
    }
    let given = try SurveySample(records, columns: Self.columns)
    let measures: [PovertyMeasure] = [.mean, .headcount, .gap, .sen]
    let found = try measure(given, measures, .init(method: .given(scales: [1.0 / 8])))
    #expect(agrees(found[0].standardError, 21.7550593078114))
    let made = try measure(given, measures, .init(method: .balanced(fay: 0)))
    for (left, right) in zip(found, made) {
      #expect(agrees(left.standardError, try #require(right.standardError), 1e-11))
      #expect(left.degreesOfFreedom == 7)
    }
  }

  // Rao and Wu with all draws the same in expectation: the bootstrap's error of a total tends to Taylor's.
  @Test func bootstrapNearsTaylor() throws {
    let sample = try SurveySample(table(), Self.columns)
    let found = try measure(
      sample, [.mean, .gap], .init(method: .bootstrap(replicates: 4000, seed: 7)))
    let taylor = try measure(sample, [.mean, .gap], .init())
    for (left, right) in zip(found, taylor) {
      let ratio = try #require(left.standardError) / #require(right.standardError)
      #expect(abs(ratio - 1) < 0.08)
    }
  }
}
