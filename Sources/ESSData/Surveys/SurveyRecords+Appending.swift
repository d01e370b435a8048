extension SurveyRecords {
  /// The records of two surveys, one after the other, with the periods of each named.
  ///
  /// A column that only one of them has is left out, except that a weight or size of 1 is filled in.
  public func appending(_ other: SurveyRecords, periods: (String, String)) -> SurveyRecords {
    var joined = SurveyRecords(count: count + other.count)
    func both(_ left: [Double]?, _ right: [Double]?) -> [Double]? {
      guard let left, let right else { return nil }
      return left + right
    }
    func filled(_ left: [Double]?, _ right: [Double]?) -> [Double]? {
      guard left != nil || right != nil else { return nil }
      return (left ?? Array(repeating: 1, count: count))
        + (right ?? Array(repeating: 1, count: other.count))
    }
    func texts(_ left: CodedColumn?, _ right: CodedColumn?) -> CodedColumn? {
      guard let left, let right else { return nil }
      return left.appending(right)
    }
    joined.welfare = both(welfare, other.welfare)
    joined.weight = filled(weight, other.weight)
    joined.size = filled(size, other.size)
    joined.line = both(line, other.line)
    joined.fpc = both(fpc, other.fpc)
    joined.stratum = texts(stratum, other.stratum)
    joined.psu = texts(psu, other.psu)
    joined.by = zip(by, other.by).map { $0.appending($1) }
    joined.replicateWeights = zip(replicateWeights, other.replicateWeights).map { $0 + $1 }
    joined.attributes = zip(attributes, other.attributes).map { $0 + $1 }
    joined.period = CodedColumn(
      values: [periods.0, periods.1],
      codes: Array(repeating: 0, count: count) + Array(repeating: 1, count: other.count))
    return joined
  }
}

extension CodedColumn {
  /// The rows of two columns, one after the other; a text has one code in both.
  func appending(_ other: CodedColumn) -> CodedColumn {
    var values = values
    var known = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, Int32($0)) })
    let recoded = other.values.map { text -> Int32 in
      if let code = known[text] { return code }
      let code = Int32(values.count)
      known[text] = code
      values.append(text)
      return code
    }
    return CodedColumn(values: values, codes: codes + other.codes.map { recoded[Int($0)] })
  }
}
