import CKernels
import Testing

/// The kernels that read fields, one column at a time.
struct RowKernelTests {
  // The standard library's reading of the same text is the judge; a form that the kernel leaves to others is known by its rule alone. Both
  // forms are tried, since a processor takes only one of them.
  @Test func numbersOfAnyProcessor() {
    let texts = [
      "0", "7", "-7", "-0", "12345678", "123456789012345", "1234567890123456", "0.1", "-0.25", ".5",
      "5.",
      "123.456", "99999999.9999999", "999999999999.999", "0.000000000000001", "00012.50", "1.2.3",
      ".", "-", "--1", "+1", "", " 1", "1 ", "1e3", "nan", "12a", "1/2", "1:2", "-.5",
      "12345.6789012345",
    ]
    for text in texts {
      for isLast in [false, true] {
        for isPortable in [false, true] {
          // Five rows: short numbers are read in fours.
          let rows = Array(repeating: text, count: 5)
          let (count, values) = read(rows, isLast: isLast, isPortable: isPortable)
          #expect(count == (isPlain(text) ? 5 : 0), "'\(text)'")
          for value in values.prefix(count) {
            #expect(value.bitPattern == Double(text)?.bitPattern, "'\(text)'")
          }
        }
      }
    }
  }

  // Columns in which forms alternate, up to the first text that is left to others, wherever it stands.
  @Test func columnsOfMixedNumbers() {
    let plain = [
      "7", "123.456", "-7", "12345678", "123456789012345", ".5", "5.", "0.25", "1", "2", "3",
    ]
    for length in 0..<60 {
      let rows = (0..<length).map { plain[($0 * $0 + length) % plain.count] }
      for isPortable in [false, true] {
        let (count, values) = read(rows + ["12a", "4"], isLast: false, isPortable: isPortable)
        #expect(count == length)
        #expect(values.prefix(count).map(\.bitPattern) == rows.map { Double($0)?.bitPattern })
      }
    }
  }

  private func isPlain(_ text: String) -> Bool {
    let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    return (1...15).contains(digits) && text.utf8.count { $0 == 0x2E } <= 1
      && text.drop { $0 == "-" }.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
      && text.utf8.count { $0 == 0x2D } <= 1
  }

  /// How many rows a kernel reads of a table of a letter and a number, and what.
  private func read(
    _ texts: [String], isLast: Bool, isPortable: Bool
  ) -> (count: Int, values: [Double]) {
    var bytes: [UInt8] = []
    var places: [UInt32] = [UInt32.max]
    for text in texts {
      bytes += Array("x,".utf8)
      places.append(UInt32(bytes.count - 1))
      bytes += Array((text + (isLast ? "\r" : "")).utf8)
      places.append(UInt32(bytes.count))
      bytes += Array((isLast ? "\n" : ",").utf8)
    }
    bytes += [UInt8](repeating: 0x39, count: 64)
    var values = [Double](repeating: .nan, count: texts.count)
    let kernel = unsafe isPortable ? ess_numbers_portable : ess_numbers
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe values.withUnsafeMutableBufferPointer { values in
          unsafe kernel(
            bytes.baseAddress, places.baseAddress.map { unsafe $0 + 2 }, 2,
            Int32(isLast ? ESS_LAST : 0) | Int32(ESS_QUOTED), texts.count, values.baseAddress)
        }
      }
    }
    return (count, values)
  }

  // What stands in quotes is read as if it did not.
  @Test func numbersInQuotes() {
    for isPortable in [false, true] {
      let texts = ["1.5", "\"1.5\"", "\"-2\"", "3", "\"123456789.25\"", "\"7\"", "8"]
      let (count, values) = read(texts, isLast: true, isPortable: isPortable)
      #expect(count == 7 && values == [1.5, 1.5, -2, 3, 123_456_789.25, 7, 8])
      // An empty text, and a quote alone.
      #expect(read(["\"\""], isLast: false, isPortable: isPortable).count == 0)
      #expect(read(["\""], isLast: false, isPortable: isPortable).count == 0)
    }
  }

  // Each row but the last has a quote that is not one of two around a field.
  @Test(arguments: [
    "a,\"b", "a,b\"", "a,\"b\"c", "a,\"b\"\"c\"", "a\"\",b", "\",a\"", "\"a,b\"", "a,\"",
    "\"a\",\"b\"\"",
  ])
  func quotesThatAreNotAroundAField(_ row: String) {
    #expect(plainRows("\"x\",y\n\"\",\"y\"\r\n\(row)\nc,d\n", hasQuote: true) == 2)
  }

  private func plainRows(_ text: String, hasQuote: Bool) -> Int {
    let bytes = Array(text.utf8)
    var places: [UInt32] = [UInt32.max]
    for (place, byte) in bytes.enumerated() where byte == 0x2C || byte == 0x0A {
      places.append(UInt32(place))
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe ess_plain_rows(
          bytes.baseAddress, places.baseAddress.map { unsafe $0 + 1 }, 2, (places.count - 1) / 2,
          hasQuote ? 1 : 0)
      }
    }
  }

  // Rows of two fields: the third has a quote that is not closed, the fifth three fields.
  @Test func plainRowsEndAtAQuoteAndAtAnotherWidth() {
    #expect(plainRows("a,b\nc,d\n\"e,f\ng,h\n", hasQuote: true) == 2)
    #expect(plainRows("a,b\nc,d\n\"e,f\ng,h\n", hasQuote: false) == 4)
    #expect(plainRows("a,b\n\"c\",d\ni,j,k\nl\n", hasQuote: true) == 2)
  }
}
