internal import ESSData

/// The labels of a stream: what periods, domains, strata and PSUs there are, and which of them occur together.
struct StreamedLabels: Sendable {
  /// The columns of labels: the period, the domains, the stratum, the PSU, those that there are.
  let names: [String]
  /// For each column its texts, by code.
  private(set) var texts: [[String]]
  /// For each unit (a combination of labels) the first record, and its sampling fraction or number of PSUs.
  private(set) var firstRecord: [Int] = []
  private(set) var fpc: [Double] = []

  private let domainColumns: Range<Int>
  private let hasPeriod: Bool
  private let hasStratum: Bool
  private let hasPSU: Bool
  private let hasFPC: Bool
  private var table: CombinationTable
  private var codes: [[String: Int32]]

  init(_ columns: SurveyColumns) {
    hasPeriod = columns.period != nil
    hasStratum = columns.stratum != nil
    hasPSU = columns.psu != nil
    hasFPC = columns.fpc != nil
    let beginning = [columns.period].compactMap(\.self)
    domainColumns = beginning.count..<(beginning.count + columns.by.count)
    names = beginning + columns.by + [columns.stratum, columns.psu].compactMap(\.self)
    texts = Array(repeating: [], count: names.count)
    codes = Array(repeating: [:], count: names.count)
    table = CombinationTable(width: names.count)
  }

  /// Number of units.
  var unitCount: Int { table.count }

  /// For each record the number of its unit; `columns` holds codes column by column.
  ///
  /// Records of no domain are in a unit of their PSU alone. Throws where a PSU has several fractions.
  mutating func units(
    of columns: [[Int32]], _ records: PassingRecords, firstRecord first: Int,
    _ place: (Int, String) -> DataProblem
  ) throws(DataError) -> [Int32] {
    var columns = columns
    if let hasDomain = records.hasDomain {
      for column in domainColumns {
        for row in 0..<records.count where !hasDomain[row] { columns[column][row] = -1 }
      }
    }
    let units = table.numbers(of: columns, count: records.count)
    if firstRecord.count < table.count {
      for (row, unit) in units.enumerated() where Int(unit) >= firstRecord.count {
        firstRecord.append(first + row)
        fpc.append(records.fpc?[row] ?? 0)
      }
    }
    if let given = records.fpc {
      for (row, unit) in units.enumerated() where given[row] != fpc[Int(unit)] {
        throw .invalid([place(row, "another value than the PSU had before")], omitted: 0)
      }
    }
    return units
  }

  /// The codes of labels as they come with some records.
  mutating func codes(of columns: [CodedColumn]) -> [[Int32]] {
    var result: [[Int32]] = []
    for (place, column) in columns.enumerated() {
      let recoded = column.values.map { code(of: $0, in: place) }
      result.append(column.codes.map { recoded[Int($0)] })
    }
    return result
  }

  private mutating func code(of text: String, in column: Int) -> Int32 {
    if let known = codes[column][text] { return known }
    let code = Int32(texts[column].count)
    codes[column][text] = code
    texts[column].append(text)
    return code
  }

  /// Names the codes that were used so far.
  mutating func name(_ texts: [[String]]) {
    self.texts = texts
    codes = texts.map { Dictionary(uniqueKeysWithValues: $0.enumerated().map { ($1, Int32($0)) }) }
  }

  /// Takes in the units of another stream of the same columns; for each of them its number here.
  mutating func merge(_ other: StreamedLabels) throws(DataError) -> [Int32] {
    var recoded: [[Int32]] = []
    for (place, texts) in other.texts.enumerated() {
      recoded.append(texts.map { code(of: $0, in: place) })
    }
    let columns = other.table.columns.enumerated().map { place, codes in
      codes.map { $0 < 0 ? $0 : recoded[place][Int($0)] }
    }
    let units = table.numbers(of: columns, count: other.unitCount)
    for (unit, here) in units.enumerated() {
      if Int(here) == firstRecord.count {
        firstRecord.append(other.firstRecord[unit])
        fpc.append(other.fpc[unit])
      } else {
        if fpc[Int(here)] != other.fpc[unit] { throw Self.severalFractions }
        firstRecord[Int(here)] = min(firstRecord[Int(here)], other.firstRecord[unit])
      }
    }
    return units
  }

  private static let severalFractions = DataError.notIdentified(
    "a PSU has several sampling fractions, or numbers of PSUs in the population")

  /// The domains and PSUs behind the units.
  struct Arranged {
    /// The domains in their periods, in the order of their first record.
    let cells: [SurveyCell]
    /// For each of them its units.
    let units: [[Int]]
    /// For each unit the number of its PSU.
    let psuOfUnit: [Int]
    /// One record for each PSU.
    let psus: SurveyRecords
  }

  /// Finds the domains and PSUs behind the units.
  func arranged() throws(DataError) -> Arranged {
    let order = firstRecord.indices.sorted { firstRecord[$0] < firstRecord[$1] }
    let columns = table.columns.map { codes in order.map { codes[$0] } }
    let design = (hasPeriod ? [columns[0]] : []) + columns[domainColumns.upperBound...]
    var psuTable = CombinationTable(width: design.count)
    let psus = psuTable.numbers(of: design, count: order.count)
    var psuOfUnit = [Int](repeating: 0, count: order.count)
    var psuFPC: [Double] = []
    for (unit, psu) in zip(order, psus.map(Int.init)) {
      psuOfUnit[unit] = psu
      if psu == psuFPC.count { psuFPC.append(fpc[unit]) }
      if fpc[unit] != psuFPC[psu] { throw Self.severalFractions }
    }
    // Units of no domain are in the design only.
    let placed = order.indices.filter { at in domainColumns.allSatisfy { columns[$0][at] >= 0 } }
    let labels = columns[..<domainColumns.upperBound].map { codes in placed.map { codes[$0] } }
    var cellTable = CombinationTable(width: labels.count)
    let cellOfUnit = cellTable.numbers(of: labels, count: placed.count)
    let cells = (0..<cellTable.count).map { cell in
      let words = labels.indices.map { texts[$0][Int(cellTable.columns[$0][cell])] }
      return SurveyCell(period: hasPeriod ? words[0] : "", domain: Array(words[domainColumns]))
    }
    var units = [[Int]](repeating: [], count: cells.count)
    for (at, cell) in zip(placed, cellOfUnit) { units[Int(cell)].append(order[at]) }
    return Arranged(
      cells: cells, units: units, psuOfUnit: psuOfUnit, psus: records(psuTable, psuFPC))
  }

  /// One record for each PSU; the columns of the table are the period, stratum and PSU, those that there are.
  private func records(_ psus: CombinationTable, _ fpc: [Double]) -> SurveyRecords {
    var records = SurveyRecords(count: psus.count)
    records.weight = Array(repeating: 1, count: psus.count)
    if hasFPC { records.fpc = fpc }
    let places = (hasPeriod ? [0] : []) + Array(domainColumns.upperBound..<names.count)
    var columns = zip(places, psus.columns).map { place, codes in
      CodedColumn(distinct: texts[place], codes: codes)
    }
    if hasPeriod { records.period = columns.removeFirst() }
    if hasStratum { records.stratum = columns.removeFirst() }
    if hasPSU { records.psu = columns.removeFirst() }
    return records
  }
}
