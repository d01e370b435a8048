extension SurveyRecords {
  /// Some of the records, by their numbers.
  ///
  /// What the others alone were labelled with is no label of the result. Cost: O(n) for each column.
  public func selecting(_ rows: [Int]) -> SurveyRecords {
    func numbers(_ values: [Double]) -> [Double] { rows.map { values[$0] } }
    func texts(_ column: CodedColumn) -> CodedColumn { column.selecting(rows) }
    var selected = SurveyRecords(count: rows.count)
    selected.welfare = welfare.map(numbers)
    selected.weight = weight.map(numbers)
    selected.size = size.map(numbers)
    selected.line = line.map(numbers)
    selected.stratum = stratum.map(texts)
    selected.psu = psu.map(texts)
    selected.fpc = fpc.map(numbers)
    selected.period = period.map(texts)
    selected.by = by.map(texts)
    selected.replicateWeights = replicateWeights.map(numbers)
    selected.attributes = attributes.map(numbers)
    return selected
  }
}

extension CodedColumn {
  /// Some of the rows, with the texts that occur in them.
  func selecting(_ rows: [Int]) -> CodedColumn {
    var recoded = [Int32](repeating: -1, count: values.count)
    var kept: [String] = []
    let codes = rows.map { row -> Int32 in
      let code = Int(self.codes[row])
      if recoded[code] < 0 {
        recoded[code] = Int32(kept.count)
        kept.append(values[code])
      }
      return recoded[code]
    }
    return CodedColumn(values: kept, codes: codes)
  }
}
