/// Numbers as text: strict reading and shortest writing.
public enum NumberText {
  private static let powersOfTen: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Reads a decimal number: optional sign, digits with at most one point, optional exponent; nothing else.
  ///
  /// Correctly rounded. `nil` for any other text, and for one beyond the range of a double.
  public static func parse(_ bytes: Span<UInt8>) -> Double? {
    var at = 0
    let end = bytes.count
    guard at < end else { return nil }
    var isNegative = false
    if bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while at < end {
      let byte = bytes[at]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if digits <= 19 { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    var exponent = 0
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      var isBelowOne = false
      if at < end, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
        isBelowOne = bytes[at] == UInt8(ascii: "-")
        at += 1
      }
      guard at < end else { return nil }
      while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39 {
        exponent = min(exponent * 10 + Int(bytes[at] - 0x30), 100_000)
        at += 1
      }
      if isBelowOne { exponent = -exponent }
    }
    guard at == end else { return nil }
    let scale = exponent - decimals
    if digits <= 15, abs(scale) <= 22 {
      // Both factors are exact doubles, so that one operation rounds once (Clinger 1990).
      let value = Double(mantissa)
      let magnitude = scale < 0 ? value / powersOfTen[-scale] : value * powersOfTen[scale]
      return isNegative ? -magnitude : magnitude
    }
    let text = String(decoding: (0..<end).map { bytes[$0] }, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Reads a decimal number; see `parse(_:)` for bytes.
  public static func parse(_ text: String) -> Double? {
    parse(Array(text.utf8).span)
  }

  /// The shortest text that reads back to the same double, without a point for whole numbers.
  public static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The value rounded to a number of decimals (half away from zero on the decimal digits), padded with zeros.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    precondition((0...15).contains(decimals))
    let scaled = abs(value) * powersOfTen[decimals]
    guard scaled < 9e15 else { return shortest(value) }
    let units = UInt64(scaled.rounded())
    let isNegative = value < 0 && units > 0
    var digits = Array(String(units).utf8)
    if decimals > 0 {
      while digits.count <= decimals { digits.insert(UInt8(ascii: "0"), at: 0) }
      digits.insert(UInt8(ascii: "."), at: digits.count - decimals)
    }
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
