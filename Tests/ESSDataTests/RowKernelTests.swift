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
        let line = "x," + text + (isLast ? "\r\n" : ",\n")
        let bytes = Array(line.utf8) + [UInt8](repeating: 0x39, count: 64)
        let end = UInt32(2 + text.utf8.count + (isLast ? 1 : 0))
        let digits = text.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        let isPlain =
          (1...15).contains(digits) && text.utf8.count { $0 == 0x2E } <= 1
          && text.drop { $0 == "-" }.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
          && text.utf8.count { $0 == 0x2D } <= 1
        for isPortable in [false, true] {
          let read = unsafe isPortable ? ess_numbers_portable : ess_numbers
          var value = Double.nan
          let count = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe [1, end].withUnsafeBufferPointer { places in
              unsafe read(
                bytes.baseAddress, places.baseAddress.map { unsafe $0 + 1 }, 2, isLast ? 1 : 0, 1,
                &value)
            }
          }
          #expect(count == (isPlain ? 1 : 0), "'\(text)'")
          if isPlain { #expect(value.bitPattern == Double(text)?.bitPattern, "'\(text)'") }
        }
      }
    }
  }

  // Rows of two fields: the third has a quote, the fifth three fields.
  @Test func plainRowsEndAtAQuoteAndAtAnotherWidth() {
    let bytes = Array("a,b\nc,d\n\"e\",f\ng,h\ni,j,k\n".utf8)
    var places: [UInt32] = [UInt32.max]
    for (place, byte) in bytes.enumerated() where byte == 0x2C || byte == 0x0A {
      places.append(UInt32(place))
    }
    func rows(from first: Int, hasQuote: Bool) -> Int {
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe places.withUnsafeBufferPointer { places in
          unsafe ess_plain_rows(
            bytes.baseAddress, places.baseAddress.map { unsafe $0 + 1 + 2 * first }, 2, 5 - first,
            hasQuote ? 1 : 0)
        }
      }
    }
    #expect(rows(from: 0, hasQuote: true) == 2)
    #expect(rows(from: 2, hasQuote: true) == 0)
    #expect(rows(from: 3, hasQuote: true) == 1)
    #expect(rows(from: 0, hasQuote: false) == 4)
  }
}
