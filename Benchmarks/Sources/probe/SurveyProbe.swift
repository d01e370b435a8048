import ESSIndicators
import Glibc

/// Poverty and inequality of surveys in memory; the records are written for the peers, so that all see the same ones.
enum SurveyProbe {
  private static let territories = 33
  private static let line = 800.0

  private static func write(_ bytes: UnsafeRawBufferPointer, _ path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes.baseAddress, 1, bytes.count, file)
    fclose(file)
  }

  private static func write<Number>(_ numbers: [Number], _ path: String) {
    numbers.withUnsafeBytes { write($0, path) }
  }

  /// Ten million unsorted records of 33 territories: FGT0 to 2 and Gini of each.
  static func byTerritory(_ place: String) throws {
    let count = 10_000_000
    let random = KeyedRandom(seed: 20_211_001)
    let code = (0..<count).map { Int32(random.below(territories, at: 3 * $0)) }
    let welfare = (0..<count).map { row in
      SpecialFunctions.exp(7.4 + 0.8 * random.normal(at: 3 * row + 1) + 0.01 * Double(code[row]))
    }
    let weight = (0..<count).map { 50 + 300 * random.uniform(at: 3 * $0 + 2) }
    write(code, place + "/code")
    write(welfare, place + "/welfare")
    write(weight, place + "/weight")
    var records = SurveyRecords(count: count)
    records.welfare = welfare
    records.weight = weight
    records.by = [CodedColumn(distinct: (0..<territories).map(String.init), codes: code)]
    let sample = try SurveySample(records, columns: SurveyColumns(by: ["territory"]))
    var answers: [[Double?]] = []
    for threads in [2, 1] {
      Parallel.setThreads(threads)
      var times: [(wall: Double, cpu: Double)] = []
      var answer: [Double?] = []
      for _ in 0..<5 {
        times.append(
          try Timing.measure {
            let ranked = try RankedSurvey(sample, VarianceOptions(method: .none))
            let poverty = try PovertyMeasures(
              ranked, .init(measures: [.headcount, .gap, .squaredGap], lines: [.absolute(line)]))
            let inequality = try InequalityMeasures(ranked, .init(measures: [.gini()]))
            answer =
              poverty.rows.flatMap { $0.estimates.map(\.value) }
              + inequality.rows.flatMap { $0.estimates.map(\.value) }
          })
      }
      answers.append(answer)
      let least = times.min { $0.wall < $1.wall } ?? (0, 0)
      let median = times.map(\.wall).sorted()[2]
      print(
        "ours \(threads) threads: least \(least.wall) s wall, \(least.cpu) s cpu; median \(median) s"
      )
    }
    print("same bits at 1 and 2 threads: \(answers[0] == answers[1])")
    print("territory 0: \(answers[0].prefix(3).map { $0 ?? .nan }) \(answers[0][99] ?? .nan)")
  }

  /// A million households of 6,600 PSUs: 200 replicates of seven statistics, of the additive ones alone, and Taylor's headcount.
  static func replicates(_ place: String) throws {
    let (strata, perStratum, count) = (4, 50, 1_000_000)
    let psuCount = territories * strata * perStratum
    let random = KeyedRandom(seed: 20_211_001)
    let psu = (0..<count).map { Int32(random.below(psuCount, at: 3 * $0)) }
    let effect = (0..<psuCount).map { 0.3 * random.stream(1).normal(at: $0) }
    let welfare = (0..<count).map { row -> Double in
      let unit = Int(psu[row])
      let mean = 7.2 + 0.02 * Double(unit / (strata * perStratum)) + effect[unit]
      return (100 * SpecialFunctions.exp(mean + 0.7 * random.normal(at: 3 * row + 1))).rounded()
        / 100
    }
    let weight = (0..<count).map {
      (50_000 + 300_000 * random.uniform(at: 3 * $0 + 2)).rounded() / 1000
    }
    write(psu, place + "/psu")
    write(welfare, place + "/welfare")
    write(weight, place + "/weight")
    var records = SurveyRecords(count: count)
    records.welfare = welfare
    records.weight = weight
    records.by = [coded(psu, per: strata * perStratum, territories)]
    records.stratum = coded(psu, per: perStratum, territories * strata)
    records.psu = CodedColumn(distinct: (0..<psuCount).map(String.init), codes: psu)
    let sample = try SurveySample(records, columns: SurveyColumns(by: ["territory"]))
    Parallel.setThreads(1)
    let bootstrap = VarianceOptions(method: .bootstrap(replicates: 200, seed: 1))
    let additive: [PovertyMeasure] = [.headcount, .gap, .squaredGap]
    var errors: [Double?] = []
    try time("200 Rao-Wu replicates, FGT0-2, Gini, p10, p50, p90, with the sort") {
      let ranked = try RankedSurvey(sample, bootstrap)
      let poverty = try PovertyMeasures(
        ranked, .init(measures: additive, lines: [.absolute(line)]))
      let inequality = try InequalityMeasures(ranked, .init(measures: [.gini()]))
      let quantiles = try WelfareQuantiles(ranked, .init(shares: [0.1, 0.5, 0.9]))
      errors =
        poverty.rows[0].estimates.map(\.standardError)
        + inequality.rows[0].estimates.map(\.standardError)
        + quantiles.rows[0].estimates.map(\.standardError)
    }
    print("standard errors of the first territory: \(errors.map { $0 ?? .nan })")
    let ranked = try RankedSurvey(sample, bootstrap)
    try time("200 Rao-Wu replicates, FGT0-2 alone, after the sort") {
      _ = try PovertyMeasures(ranked, .init(measures: additive, lines: [.absolute(line)]))
    }
    try time("Taylor standard errors of the headcount by territory, with the sort") {
      _ = try PovertyMeasures(sample, .init(measures: [.headcount], lines: [.absolute(line)]))
    }
  }

  private static func coded(_ psu: [Int32], per size: Int, _ count: Int) -> CodedColumn {
    CodedColumn(distinct: (0..<count).map(String.init), codes: psu.map { $0 / Int32(size) })
  }

  private static func time(_ name: String, _ work: () throws -> Void) rethrows {
    var times: [Double] = []
    for _ in 0..<5 { times.append(try Timing.measure(work).cpu) }
    times.sort()
    print("ours: \(name): least \(times[0]) s cpu, median \(times[2]) s cpu")
  }
}
