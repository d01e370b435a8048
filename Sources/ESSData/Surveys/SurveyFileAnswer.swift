/// The bytes that the reading process sends, taken apart in order (see CSurveyFiles.h).
struct SurveyFileAnswer {
  private let bytes: [UInt8]
  private var position = 0
  let rows: Int
  private(set) var variables: [SurveyFile.Variable] = []
  private(set) var labels: [String: [String: String]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    rows = bytes.count < 8 ? 0 : Int(Self.load(bytes, 0, Int64.self))
    position = 8
    let count = Int(take(Int32.self))
    for _ in 0..<count {
      let isText = take(UInt8.self) == 1
      let (name, label, set) = (text(), text(), text())
      variables.append(.init(name: name, label: label, isText: isText, labelSet: set))
    }
    for _ in 0..<Int(take(Int32.self)) {
      let set = text()
      let kind = take(UInt8.self)
      let number = Double(bitPattern: take(UInt64.self))
      let (value, label) = (text(), text())
      let key =
        switch kind {
        case 0: NumberText.shortest(number)
        case 1: value
        default: SurveyFile.Missing.code(Self.letter(UInt8(number))).text
        }
      labels[set, default: [:]][key] = label
    }
  }

  private static func letter(_ code: UInt8) -> Character { Character(UnicodeScalar(code)) }

  private static func load<Number: FixedWidthInteger>(
    _ bytes: [UInt8], _ at: Int, _ type: Number.Type
  ) -> Number {
    var value: Number = 0
    // The process has the byte order of this one: little-endian on every platform of the project.
    for k in (0..<(Number.bitWidth / 8)).reversed() {
      value =
        Number(truncatingIfNeeded: UInt64(truncatingIfNeeded: value) << 8)
        | Number(truncatingIfNeeded: bytes[at + k])
    }
    return value
  }

  private mutating func take<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
    defer { position += Number.bitWidth / 8 }
    return Self.load(bytes, position, type)
  }

  private mutating func text() -> String {
    let length = Int(take(UInt32.self))
    defer { position += length }
    return String(decoding: bytes[position..<(position + length)], as: UTF8.self)
  }

  /// The columns behind the description.
  mutating func values(file: SurveyFile) -> SurveyFileValues {
    var values = SurveyFileValues(file: file, rowCount: rows)
    while position < bytes.count {
      let variable = variables[Int(take(Int32.self))]
      if variable.isText {
        values.texts[variable.name] = (0..<rows).map { _ in text() }
        continue
      }
      var numbers: [Double] = []
      numbers.reserveCapacity(rows)
      for _ in 0..<rows { numbers.append(Double(bitPattern: take(UInt64.self))) }
      var missing: [Int: SurveyFile.Missing] = [:]
      for row in 0..<rows {
        let code = take(UInt8.self)
        if code == 0 { continue }
        missing[row] =
          code == 1 ? .system : code == 2 ? .value(numbers[row]) : .code(Self.letter(code))
        numbers[row] = .nan
      }
      values.numbers[variable.name] = numbers
      if !missing.isEmpty { values.missing[variable.name] = missing }
    }
    return values
  }
}

/// The values of some columns of a statistics package's file.
public struct SurveyFileValues: Sendable {
  /// The file.
  public let file: SurveyFile
  /// Number of records.
  public let rowCount: Int
  /// Columns of numbers by name; a missing one is NaN.
  public internal(set) var numbers: [String: [Double]] = [:]
  /// Columns of texts by name.
  public internal(set) var texts: [String: [String]] = [:]
  /// Why numbers are missing, by column and record.
  public internal(set) var missing: [String: [Int: SurveyFile.Missing]] = [:]

  init(file: SurveyFile, rowCount: Int) {
    self.file = file
    self.rowCount = rowCount
  }

  /// A column as distinct texts: labels where the file has them, else numbers; missing values as an empty text.
  public func coded(_ name: String) -> CodedColumn {
    if let texts = texts[name] { return CodedColumn(texts) }
    let set = file.variables.first { $0.name == name }?.labelSet ?? ""
    let labels = file.labels[set] ?? [:]
    var known: [UInt64: Int32] = [:]
    var positions: [String: Int32] = [:]
    var values: [String] = []
    func code(_ text: String) -> Int32 {
      if let position = positions[text] { return position }
      positions[text] = Int32(values.count)
      values.append(text)
      return Int32(values.count - 1)
    }
    let codes = (numbers[name] ?? []).map { number -> Int32 in
      // No value stays no value, whatever the reason.
      if number.isNaN { return code("") }
      if let position = known[number.bitPattern] { return position }
      let text = NumberText.shortest(number)
      let position = code(labels[text] ?? text)
      known[number.bitPattern] = position
      return position
    }
    return CodedColumn(values: values, codes: codes)
  }

  /// How many values of a column are missing for each reason, the most frequent first.
  public func reasons(_ name: String) -> [(missing: SurveyFile.Missing, count: Int)] {
    var counts: [SurveyFile.Missing: Int] = [:]
    for reason in (missing[name] ?? [:]).values { counts[reason, default: 0] += 1 }
    return counts.map { (missing: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.missing.text) < ($0.count, $1.missing.text) }
  }
}
