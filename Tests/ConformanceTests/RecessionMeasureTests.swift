import ESSIndicators
import Foundation
import Testing

/// Section 3.8 of the recovery study: filters, turning points and the trend gaps of 2020.
@Suite struct FilterTests {
  private static let quarterly = "us_macrodata_1959_2009.csv"
  private static let gdp = "us_real_gdp_gdpc1.csv"

  // HP, lambda 1600, of 100 log realgdp: mFilter 0.1.5 and statsmodels 0.15 at positions 1, 101, 203.
  @Test(.enabled(if: RecoveryReference.has(quarterly), "needs shared/reference"))
  func hodrickPrescott() throws {
    let logs = try RecoveryReference.table(Self.quarterly).numbers("realgdp").map { 100 * log($0) }
    let filter = HodrickPrescott(logs, lambda: 1600)
    let cycle: [(Int, Double)] = [(0, 0.8678365821), (100, 0.3500461626), (202, -2.5899314523)]
    let trend: [(Int, Double)] = [
      (0, 789.6154322051), (100, 876.8065764650), (202, 949.7860674803),
    ]
    for (index, value) in cycle { #expect(abs(filter.cycle[index] - value) <= 1e-8) }
    for (index, value) in trend { #expect(isClose(filter.trend[index], value, 1e-10)) }
    #expect(isClose(Self.deviation(filter.cycle), 1.5439037190, 1e-8))
  }

  // Hamilton, h = 8, p = 4, of the same.
  @Test(.enabled(if: RecoveryReference.has(quarterly), "needs shared/reference"))
  func hamilton() throws {
    let logs = try RecoveryReference.table(Self.quarterly).numbers("realgdp").map { 100 * log($0) }
    let filter = try #require(HamiltonFilter(logs, horizon: 8, lags: 4))
    let beta = [31.477798740189, 1.232191496857, -0.281381986204, -0.261479715699, 0.282094811629]
    for (value, expected) in zip(filter.coefficients, beta) {
      #expect(isClose(value, expected, 1e-9))
    }
    let cycle = filter.cycle.compactMap(\.self)
    #expect(cycle.count == 192)
    #expect(isClose(cycle.first, -1.5141862126, 1e-8))
    #expect(isClose(cycle.last, -6.9832348517, 1e-8))
    #expect(isClose(Self.deviation(cycle), 3.1666136497, 1e-8))
  }

  // 1947-Q1 to 2016-Q1 of GDPC1: Hamilton (2018), table 2, has 3.38 and 3.69 on the vintage of 2016; the divisor n - 5 gives 3.3780192303.
  @Test(.enabled(if: RecoveryReference.has(gdp), "needs shared/reference"))
  func hamiltonTableTwo() throws {
    let values = try RecoveryReference.table(Self.gdp).numbers("value")
    let logs = values[..<277].map { 100 * log($0) }
    let filter = try #require(HamiltonFilter(logs, horizon: 8, lags: 4))
    let beta = [26.514533202459, 1.148053022505, -0.327256749379, -0.133337500133, 0.290054333532]
    for (value, expected) in zip(filter.coefficients, beta) {
      #expect(isClose(value, expected, 1e-9))
    }
    #expect(isClose(Self.deviation(filter.cycle.compactMap(\.self)), 3.3524278069, 1e-8))
    #expect(isClose(filter.variance.squareRoot(), 3.3780192303, 1e-8))
    let walk = logs.indices.dropFirst(8).map { logs[$0] - logs[$0 - 8] }
    #expect(isClose(Self.deviation(walk), 3.6287365153, 1e-8))
  }

  // The dates of BCDating 0.9.8 on the whole file, with the end rule that drops 2021-Q4.
  @Test(.enabled(if: RecoveryReference.has(gdp), "needs shared/reference"))
  func turningPoints() throws {
    let table = try RecoveryReference.table(Self.gdp)
    var columns = PanelColumns()
    columns.period = "date"
    columns.frequency = .quarter
    let panel = try Panel(table, columns: columns)
    let cycles = try BusinessCycles(panel, territories: [""], .init(variable: "value"))
    let cycle = try #require(cycles.rows[0].cycle)
    func dates(_ isPeak: Bool) -> [String] {
      cycle.turns.filter { $0.isPeak == isPeak }.map { cycle.period(of: $0).description }
    }
    let peaks =
      "1948-Q4 1953-Q2 1957-Q3 1960-Q1 1969-Q3 1973-Q4 1980-Q1 1981-Q3 1990-Q3 2008-Q2 2019-Q4"
    let troughs =
      "1947-Q3 1949-Q2 1954-Q1 1958-Q1 1960-Q4 1970-Q4 1975-Q1 1980-Q3 1982-Q1 1991-Q1 2009-Q2 2020-Q2"
    #expect(dates(true).joined(separator: " ") == peaks)
    #expect(dates(false).joined(separator: " ") == troughs)
    // Phase by phase: the amplitude of 2020 is the logarithm of the depth.
    let last = try #require(cycle.phases.last { !$0.isExpansion })
    #expect(last.duration == 2)
    #expect(abs(last.amplitude - 100 * log(1 - 0.091912786422)) <= 1e-8)
  }

  // The log-linear trend of 2015-Q1 to 2019-Q4: gaps from 2020-Q1 to 2022-Q2, first touched in 2021-Q4, not sustained.
  @Test(.enabled(if: RecoveryReference.has(gdp), "needs shared/reference"))
  func gapsOf2020() throws {
    var columns = PanelColumns()
    columns.period = "date"
    columns.frequency = .quarter
    let panel = try Panel(RecoveryReference.table(Self.gdp), columns: columns)
    let reference = try #require(Period("2019-Q4"))
    var options = RecessionGaps.Options(
      variable: "value", reference: reference,
      choice: .method(.logLinear(from: try #require(Period("2015-Q1")))))
    options.until = Period("2022-Q2")
    let tree = try TerritoryTree([], groupMembers: [])
    let gap = try #require(try RecessionGaps(panel, tree, options).rows[0].gap)
    let expected = [
      -0.0146895746, -0.0982179737, -0.0336082121, -0.0291549714, -0.0218304495, -0.0126049903,
      -0.0103303662, 0.0012963736, -0.0074457916, -0.0128797578,
    ]
    for (point, value) in zip(gap.gaps, expected) {
      #expect(abs((point.percent ?? 0) - 100 * value) <= 1e-8)
    }
    guard case .regained(let regained) = gap.recovery else {
      Issue.record("not regained")
      return
    }
    #expect(regained.period == Period("2021-Q4"))
    #expect(regained.sustained == nil)
    let loss = gap.gaps.prefix(8).reduce(0) { $0 + $1.expected - $1.actual } / 4
    #expect(abs(loss - 1165.558635) <= 1e-5)
    #expect(gap.levelShape.letter == .v)
    #expect(gap.shape.letter == .u)
  }

  // b, with three quarters of the people, has no value for 2021: the group is refused at half, and what there is of it is measured below that.
  @Test func groupsWithTooFewDataAreRefused() throws {
    let text = """
      territory,period,y,people
      a,2018,100,10
      a,2019,102,10
      a,2020,90,10
      a,2021,99,10
      b,2018,300,30
      b,2019,303,30
      b,2020,280,30
      """
    let panel = try Panel(bytes: Array(text.utf8), file: "t")
    let tree = try TerritoryTree(
      ["a", "b", "g"].map { code in
        Territory(
          code: code, level: .national, kind: code == "g" ? "group" : "country",
          parent: code == "g" ? nil : "g", name: Translated(en: code, fr: code, es: code))
      }, groupMembers: [])
    let reference = try #require(Period("2019"))
    var options = RecessionGaps.Options(
      variable: "y", reference: reference,
      choice: .peers("a+b"))
    options.population = "people"
    let refused = try #require(try RecessionGaps(panel, tree, options).rows.last)
    #expect(refused.territory == "g" && refused.isRefused && refused.members == 1)
    #expect(
      refused.note
        == "refused: 1 of 2 territories, 25.0 % of the population, less than the 50 % asked")
    options.minimumShare = 25
    let measured = try #require(try RecessionGaps(panel, tree, options).rows.last)
    #expect(measured.note.contains("1 of 2 territories, 25.0 % of the population"))
    #expect(!measured.note.contains("refused"))
    options.population = nil
    options.minimumShare = 50
    let counted = try #require(try RecessionGaps(panel, tree, options).rows.last)
    #expect(counted.note.contains("1 of 2 territories, 50.0 % of the territories"))
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}

/// Section 3.9: shift-share against REAT 3.0.3, and Martin's index.
@Suite struct ShiftShareTests {
  private static let names = ["1", "2", "3", "4"]
  private static let nation: [[Double]] = [[400, 150, 150, 400], [440, 210, 135, 480]]

  private func split(_ start: [Double], _ end: [Double]) throws -> ShiftShare {
    try ShiftShare(
      names: Self.names, regionStart: start, regionEnd: end, nationStart: Self.nation[0],
      nationEnd: Self.nation[1])
  }

  // Farhauer and Kroell: change, national, mix, regional, net.
  @Test(
    arguments: [
      ([90, 20, 10, 60], [100, 40, 10, 55], [25, 27, 1, -3, -2]),
      ([60, 30, 30, 40], [85, 55, 40, 35], [55, 24, -1, 32, 31]),
      ([250, 100, 110, 300], [255, 115, 85, 390], [85, 114, 0, -29, -29]),
    ] as [([Double], [Double], [Double])])
  func farhauerKroell(_ start: [Double], _ end: [Double], _ expected: [Double]) throws {
    let split = try split(start, end)
    let parts = [
      split.end - split.start, split.national, split.mix, split.regional, split.net,
    ]
    for (part, value) in zip(parts, expected) { #expect(abs(part - value) <= 1e-9) }
  }

  @Test func regionA() throws {
    let split = try split([90, 20, 10, 60], [100, 40, 10, 55])
    #expect(abs(split.homothetic - -0.636363636364) <= 1e-11)
    #expect(abs(split.allocation - -2.363636363636) <= 1e-11)
    #expect(isClose(split.mixIndex, 1.004830917874, 1e-11))
    #expect(isClose(split.locationIndex, 0.985576923077, 1e-11))
    #expect(isClose(split.totalIndex, 0.990338164251, 1e-11))
  }

  // Section 3.12 of the territories study: six synthetic territories, five branches, the nation their sum; T5 starts without energy.
  @Test(.enabled(if: TerritoryReference.isPresent, "needs shared/reference"))
  func syntheticTerritories() throws {
    func jobs(_ file: String) throws -> [[Double]] {
      let table = try TerritoryReference.table(file)
      let branches = table.columns.filter { !["territory", "population"].contains($0) }
      let columns = try branches.map { try table.numbers($0) }
      return (0..<table.rowCount).map { row in columns.map { $0[row] } }
    }
    let (start, end) = (try jobs("employment_6x5.csv"), try jobs("employment_6x5_t1.csv"))
    func sum(_ rows: [[Double]]) -> [Double] {
      rows[0].indices.map { branch in rows.reduce(0) { $0 + $1[branch] } }
    }
    func split(_ territory: Int) throws -> ShiftShare {
      try ShiftShare(
        names: ["a", "f", "h", "c", "e"], regionStart: start[territory],
        regionEnd: end[territory], nationStart: sum(start), nationEnd: sum(end))
    }
    let first = try split(0)
    let firstParts = [
      first.national, first.mix, first.regional, first.homothetic, first.allocation,
      first.mixIndex, first.locationIndex, first.totalIndex,
    ]
    let firstExpected = [
      36.82822655525, -21.27437549448, 11.44614893923, 19.76719254727, -8.32104360804,
      0.969901632822, 1.016696206901, 0.986095311158,
    ]
    #expect(zip(firstParts, firstExpected).allSatisfy { isClose($0, $1, 1e-10) }, "\(firstParts)")
    let fourth = try split(3)
    let fourthParts = [
      fourth.national, fourth.mix, fourth.regional, fourth.homothetic, fourth.allocation,
    ]
    let fourthExpected = [
      130.82265552461, 37.93532241598, -29.75797794058, -34.9967561841, 5.2387782435,
    ]
    #expect(
      zip(fourthParts, fourthExpected).allSatisfy { isClose($0, $1, 1e-10) }, "\(fourthParts)")
    #expect(isClose(try split(4).regional, 0.84983883, 1e-7))
  }

  // Region A against the nation: (13.888... - 15) / 15, and the ratio of the rates.
  @Test func resistance() throws {
    let text = """
      territory,period,jobs
      A,2000,180
      A,2001,205
      N,2000,1100
      N,2001,1265

      """
    let panel = try Panel(CSVTable(bytes: Array(text.utf8), file: "jobs.csv"))
    var options = RegionalResilience.Options(
      from: try #require(Period("2000")), to: try #require(Period("2001")), variables: ["jobs"])
    options.nation = "N"
    let result = try RegionalResilience(panel, territories: ["A", "N"], options)
    let comparison = try #require(result.rows[0].comparisons.first)
    #expect(isClose(comparison.index, -0.0740740741, 1e-9))
    #expect(isClose(comparison.ratio, 0.9259259259, 1e-9))
    #expect(result.rows.count == 1)
  }

  @Test(
    .enabled(
      if: RecoveryReference.has("freiburg_shift_share.csv"), "needs shared/reference"))
  func freiburg() throws {
    let table = try RecoveryReference.table("freiburg_shift_share.csv")
    let split = try ShiftShare(
      names: try table.texts("industry"), regionStart: try table.numbers("e_Freiburg2008"),
      regionEnd: try table.numbers("e_Freiburg2014"),
      nationStart: try table.numbers("e_Germany2008"),
      nationEnd: try table.numbers("e_Germany2014"))
    let parts = [
      split.end - split.start, split.national, split.mix, split.regional, split.net,
      split.homothetic, split.allocation, split.mixIndex, split.locationIndex, split.totalIndex,
    ]
    let expected = [
      14373, 9887.27839826, 2501.61187842, 1984.10972332, 4485.72160174, 343.78685141,
      1640.32287191, 1.02275365911, 1.01764517461, 1.04080032601,
    ]
    for (part, value) in zip(parts, expected) { #expect(isClose(part, value, 1e-9)) }
  }

  // A sector absent at the start: the regional part is a level, and the three parts still add up.
  @Test func newSector() throws {
    let split = try split([90, 20, 0, 60], [100, 40, 10, 55])
    #expect(split.sectors[2].isNew)
    #expect(split.sectors[2].regional == 10)
    #expect(split.sectors[2].homothetic == nil)
    #expect(
      abs(split.national + split.mix + split.regional - (split.end - split.start)) <= 1e-9)
  }
}

/// Section 3.10: Miller and Blair's two sectors, and Germany 1995.
@Suite struct InputOutputTests {
  // A = [.15 .25; .20 .05], final demand (600, 1500).
  @Test func millerBlair() throws {
    let table = InputOutputTable(
      sectors: ["a", "b"], flows: Matrix(rows: 2, columns: 2, elements: [150, 200, 500, 100]),
      output: [1000, 2000])
    let model = try LeontiefModel(table)
    let inverse = [1.254125412541, 0.26402640264, 0.3300330033, 1.122112211221]
    for (value, expected) in zip(model.inverse.elements, inverse) {
      #expect(abs(value - expected) <= 1e-9)
    }
    let output = model.outputChange(demandChange: [600, 1500])
    #expect(isClose(output[0], 1247.524752475247, 1e-12))
    #expect(isClose(output[1], 1841.584158415842, 1e-12))
  }

  private static let sectors = [
    "agriculture_group", "industry_group", "construction", "trade_group",
    "business_services_group", "other_services_group",
  ]

  private func germany() throws -> InputOutputTable {
    try InputOutputTable(
      RecoveryReference.table("germany_1995_iot.csv"), label: "iotables_row", output: "output",
      leaving: ["total"])
  }

  private func expect(
    _ values: [Double], _ expected: [Double], in table: InputOutputTable, within tolerance: Double
  ) throws {
    for (name, value) in zip(Self.sectors, expected) {
      #expect(isClose(values[try table.index(of: name)], value, tolerance), "\(name)")
    }
  }

  // Eurostat manual, table 15.4, to 12 digits by iotables' formulas; the published 1.6691 of industry's forward linkage is 1.6910.
  @Test(
    .enabled(if: RecoveryReference.has("germany_1995_iot.csv"), "needs shared/reference"))
  func multipliers() throws {
    let table = try germany()
    #expect(Set(table.sectors) == Set(Self.sectors))
    let model = try LeontiefModel(table)
    try expect(
      model.outputMultipliers,
      [
        1.704838279468, 1.841298808309, 1.813626666348, 1.603518088023, 1.595054069294,
        1.378247243752,
      ], in: table, within: 1e-11)
    try expect(
      model.multipliers(of: try table.primaryInput("employment_domestic_total")),
      [
        0.032626525973, 0.016167059682, 0.020681507496, 0.023732731136, 0.011179125061,
        0.024221508476,
      ], in: table, within: 1e-10)
    try expect(
      model.multipliers(of: try table.primaryInput("gva")),
      [
        0.845015176914, 0.764684848947, 0.861462979945, 0.901913980733, 0.939332939858,
        0.919912636528,
      ], in: table, within: 1e-11)
    try expect(
      model.forwardLinkages,
      [
        2.112605260639, 1.690960694681, 1.355765155436, 1.584849628844, 2.103707680804,
        1.210590552704,
      ], in: table, within: 1e-11)
    let diagonal = try Self.sectors.prefix(3).map { name in
      model.inverse[try table.index(of: name), try table.index(of: name)]
    }
    for (value, published) in zip(diagonal, [1.0339, 1.4292, 1.0289]) {
      #expect(abs(value - published) <= 5e-5)
    }
    // Deliveries and final uses add up to the output exactly; the file's own column of totals is 46 short in industry.
    let rows = try table.rowImbalances(
      finalUses: [
        "exports", "final_consumption_government", "final_consumption_households",
        "gross_capital_formation", "inventory_change",
      ])
    #expect(rows.allSatisfy { $0 == 0 })
    let industry = try table.index(of: "industry_group")
    #expect(try table.finalUse("total_final_use")[industry] - table.output[industry] == -46)
    let columns = try table.columnImbalances(
      primaryInputs: ["imports", "net_tax_products", "gva"])
    #expect(columns.allSatisfy { $0 == 0 })
  }

  // A tenth less of the households' demand for trade.
  @Test(
    .enabled(if: RecoveryReference.has("germany_1995_iot.csv"), "needs shared/reference"))
  func tradeShock() throws {
    let table = try germany()
    var options = DemandShock.Options()
    options.demandChange = ["trade_group": -26966.3]
    let shock = try DemandShock(table, options)
    let change = try #require(shock.outputChange)
    try expect(
      change,
      [
        -137.147635652559, -3828.513288597195, -568.483574290148, -31777.078015392704,
        -6037.227523010091, -892.499780110728,
      ], in: table, within: 1e-11)
    #expect(isClose(change.reduce(0, +), -43240.9498170534, 1e-11))
    let jobs = shock.model.inputChange(
      try table.primaryInput("employment_domestic_total"), outputChange: change)
    #expect(isClose(jobs.reduce(0, +), -639.983947640, 1e-10))
    let demand = table.sectors.map { options.demandChange[$0] ?? 0 }
    try expect(
      shock.model.inoperability(demandChange: demand),
      [
        0.003123380452, 0.003546739057, 0.002314615988, 0.058839576152, 0.008718181746,
        0.001753720207,
      ], in: table, within: 1e-9)
  }

  // Without a sector the others still serve their own demand: by hand for two sectors, x_a = f_a / (1 - .15).
  @Test func extraction() throws {
    let table = InputOutputTable(
      sectors: ["a", "b"], flows: Matrix(rows: 2, columns: 2, elements: [150, 200, 500, 100]),
      output: [1000, 2000])
    let model = try LeontiefModel(table)
    let change = try model.extraction([0, 1])
    #expect(abs(change[0] - (350 / 0.85 - 1000)) <= 1e-9)
    #expect(change[1] == -2000)
    // Half of both sectors' demand supports half of both outputs.
    let half = model.output(dependingOn: [0.5, 0.5])
    #expect(abs(half[0] - 500) <= 1e-9 && abs(half[1] - 1000) <= 1e-9)
  }

  @Test func unproductive() throws {
    let table = InputOutputTable(
      sectors: ["a", "b"], flows: Matrix(rows: 2, columns: 2, elements: [500, 700, 900, 500]),
      output: [1000, 1000])
    #expect(throws: DataError.self) { try LeontiefModel(table) }
    let idle = InputOutputTable(
      sectors: ["a", "b"], flows: Matrix(rows: 2, columns: 2, elements: [100, 0, 0, 0]),
      output: [1000, 0])
    #expect(try LeontiefModel(idle).idle == ["b"])
  }
}

/// Section 3.7: NIST StRD through the least squares of the library, at the digits of its certified values.
@Suite struct StatisticalReferenceTests {
  private func fit(
    _ file: String, _ response: String, powers: ClosedRange<Int>, of regressor: String = "x"
  ) throws -> LeastSquares {
    let table = try RecoveryReference.table(file)
    let x = try table.numbers(regressor)
    let list = Array(powers)
    return LeastSquares(
      design: Matrix(rows: x.count, columns: list.count) { pow(x[$0], Double(list[$1])) },
      response: try table.numbers(response))
  }

  private func deviations(_ fit: LeastSquares, _ count: Int) -> [Double] {
    let inverse = fit.inverseGram
    let variance = fit.residualSumOfSquares / Double(count - fit.rank)
    return fit.coefficients.indices.map { (variance * inverse[$0, $0]).squareRoot() }
  }

  @Test(.enabled(if: RecoveryReference.has("nist_longley.csv"), "needs shared/reference"))
  func longley() throws {
    let table = try RecoveryReference.table("nist_longley.csv")
    let names = ["GNPDEFL", "GNP", "UNEMP", "ARMED", "POP", "YEAR"]
    let columns = try names.map { try table.numbers($0) }
    let response = try table.numbers("TOTEMP")
    let fit = LeastSquares(
      design: Matrix(rows: 16, columns: 7) { $1 == 0 ? 1 : columns[$1 - 1][$0] },
      response: response)
    let certified = [
      -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
      -1.03322686717359, -0.0511041056535807, 1829.15146461355,
    ]
    for (value, expected) in zip(fit.coefficients, certified) {
      #expect(isClose(value, expected, 1e-13))
    }
    #expect(isClose((fit.residualSumOfSquares / 9).squareRoot(), 304.854073561965, 1e-13))
    let mean = response.reduce(0, +) / 16
    let total = response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(isClose(1 - fit.residualSumOfSquares / total, 0.995479004577296, 1e-13))
  }

  @Test(.enabled(if: RecoveryReference.has("nist_pontius.csv"), "needs shared/reference"))
  func pontius() throws {
    let fit = try fit("nist_pontius.csv", "y", powers: 0...2)
    let certified = [0.673565789473684e-03, 0.732059160401003e-06, -0.316081871345029e-14]
    let spread = [0.107938612033077e-03, 0.157817399981659e-09, 0.486652849992036e-16]
    for (value, expected) in zip(fit.coefficients, certified) {
      #expect(isClose(value, expected, 1e-12))
    }
    for (value, expected) in zip(deviations(fit, 40), spread) {
      #expect(isClose(value, expected, 1e-12))
    }
    #expect(isClose(fit.residualSumOfSquares, 0.155761768796992e-05, 1e-12))
  }

  @Test(
    .enabled(if: RecoveryReference.has("nist_wampler_1_2_3.csv"), "needs shared/reference"))
  func wampler() throws {
    let file = "nist_wampler_1_2_3.csv"
    let first = try fit(file, "wampler1", powers: 0...5)
    let second = try fit(file, "wampler2", powers: 0...5)
    let third = try fit(file, "wampler3", powers: 0...5)
    for power in 0...5 {
      #expect(isClose(first.coefficients[power], 1, 1e-12))
      #expect(isClose(second.coefficients[power], pow(10, -Double(power)), 1e-11))
      #expect(isClose(third.coefficients[power], 1, 1e-11))
    }
    #expect(isClose((third.residualSumOfSquares / 15).squareRoot(), 2360.14502379268, 1e-12))
  }

  @Test(.enabled(if: RecoveryReference.has("nist_noint1.csv"), "needs shared/reference"))
  func noIntercept() throws {
    let fit = try fit("nist_noint1.csv", "y", powers: 1...1)
    #expect(isClose(fit.coefficients[0], 2.07438016528926, 1e-13))
    #expect(isClose(deviations(fit, 11)[0], 0.0165289256197, 1e-11))
    let response = try RecoveryReference.table("nist_noint1.csv").numbers("y")
    let total = response.reduce(0) { $0 + $1 * $1 }
    #expect(isClose(1 - fit.residualSumOfSquares / total, 0.999365492298663, 1e-13))
  }
}
