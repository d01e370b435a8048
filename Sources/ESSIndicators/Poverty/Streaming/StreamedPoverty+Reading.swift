public import ESSData

extension StreamedPoverty {
  /// Reads all rows that are left of a text, with several threads; the result does not depend on how many.
  ///
  /// Throws the problems of the first batch of rows that has any.
  public static func reading(
    _ batches: TypedBatches, columns: SurveyColumns, options: PovertyMeasures.Options
  ) throws(DataError) -> StreamedPoverty {
    let empty = try StreamedPoverty(columns: columns, options: options)
    let names = empty.labels.names
    let parts = try batches.fold(empty) { stream, batch throws(DataError) in
      var codes: [[Int32]] = []
      for name in names { codes.append(try batch.rows.codes(name)) }
      let records = try PassingRecords(batch, columns)
      try stream.add(records, codes, firstRecord: batch.rows.firstRow) { row, message in
        batch.rows.problem(row: row, column: columns.fpc, message)
      }
    }
    var whole: StreamedPoverty?
    for part in parts {
      var stream = part.state
      stream.name(names.map { part.texts[$0] ?? [] })
      if whole == nil { whole = stream } else { try whole?.merge(stream) }
    }
    return whole ?? empty
  }
}
