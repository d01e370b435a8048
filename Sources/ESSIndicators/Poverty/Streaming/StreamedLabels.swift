internal import ESSData

/// The domains and PSUs of a stream, numbered as they come.
struct StreamedLabels: Sendable {
  /// A domain in a period, and the pairs of it and a PSU.
  struct Cell: Sendable {
    let cell: SurveyCell
    var units: [Int]
  }

  private(set) var cells: [Cell] = []
  /// For each pair of cell and PSU the PSU.
  private(set) var psuOfUnit: [Int] = []
  private var cellOf: [SurveyCell: Int] = [:]
  private var psus: [PSU] = []
  private var psuOf: [[String]: Int] = [:]
  private var unitOf: [Pair: Int32] = [:]

  private struct PSU: Sendable {
    let period: String
    let stratum: String
    let label: String
    let fpc: Double
  }

  private struct Pair: Hashable {
    let cell: Int32
    let psu: Int32
  }

  /// Number of pairs of cell and PSU.
  var unitCount: Int { psuOfUnit.count }

  /// For each record the number of its pair of cell and PSU.
  mutating func units(
    _ records: SurveyRecords, _ columns: SurveyColumns,
    _ place: (Int, String?, String) -> DataProblem
  ) throws(DataError) -> [Int32] {
    let period = records.period.map { RecordGroups($0) } ?? RecordGroups(whole: records.count)
    let domain = RecordGroups(records.by, count: records.count)
    let cellGroups = period.crossed(with: domain)
    let cellNumbers = cellGroups.labels.map { label in
      let hasPeriod = records.period != nil
      return cell(
        SurveyCell(
          period: hasPeriod ? label[0] : "", domain: Array(hasPeriod ? label[1...] : label[...])))
    }
    let psuColumns = [records.period, records.stratum, records.psu].compactMap(\.self)
    let psuGroups = RecordGroups(psuColumns, count: records.count)
    var first = [Int](repeating: -1, count: psuGroups.count)
    for row in psuGroups.codes.indices where first[Int(psuGroups.codes[row])] < 0 {
      first[Int(psuGroups.codes[row])] = row
    }
    var psuNumbers: [Int32] = []
    for (group, row) in first.enumerated() {
      let found = PSU(
        period: records.period?[row] ?? "", stratum: records.stratum?[row] ?? "",
        label: records.psu?[row] ?? "", fpc: records.fpc?[row] ?? 0)
      let number = psu(found, psuGroups.labels[group])
      if psus[number].fpc != found.fpc {
        throw .invalid(
          [place(row, columns.fpc, "another value than the PSU had before")], omitted: 0)
      }
      psuNumbers.append(Int32(number))
    }
    let pairs = cellGroups.crossedCodes(with: psuGroups)
    let unitNumbers = pairs.pairs.map { pair in
      unit(Pair(cell: cellNumbers[Int(pair.left)], psu: psuNumbers[Int(pair.right)]))
    }
    return pairs.codes.map { unitNumbers[Int($0)] }
  }

  private mutating func cell(_ cell: SurveyCell) -> Int32 {
    if let known = cellOf[cell] { return Int32(known) }
    cellOf[cell] = cells.count
    cells.append(Cell(cell: cell, units: []))
    return Int32(cells.count - 1)
  }

  private mutating func psu(_ psu: PSU, _ labels: [String]) -> Int {
    if let known = psuOf[labels] { return known }
    psuOf[labels] = psus.count
    psus.append(psu)
    return psus.count - 1
  }

  private mutating func unit(_ pair: Pair) -> Int32 {
    if let known = unitOf[pair] { return known }
    let number = Int32(psuOfUnit.count)
    unitOf[pair] = number
    psuOfUnit.append(Int(pair.psu))
    cells[Int(pair.cell)].units.append(Int(number))
    return number
  }

  /// A sample with one record a PSU, which has the stream's design.
  func sample(_ columns: SurveyColumns) throws(DataError) -> SurveySample {
    var records = SurveyRecords(count: psus.count)
    records.weight = Array(repeating: 1, count: psus.count)
    if columns.period != nil { records.period = CodedColumn(psus.map(\.period)) }
    if columns.stratum != nil { records.stratum = CodedColumn(psus.map(\.stratum)) }
    if columns.psu != nil { records.psu = CodedColumn(psus.map(\.label)) }
    if columns.fpc != nil { records.fpc = psus.map(\.fpc) }
    var columns = columns
    columns.by = []
    return try SurveySample(records, columns: columns)
  }
}
