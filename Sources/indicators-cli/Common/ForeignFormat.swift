import CommandLineKit

/// File formats that this program knows by their first bytes and has no reader for: better named than refused as broken text.
enum ForeignFormat {
  private static let marks: [(bytes: [UInt8], name: String, advice: String)] = [
    (Array("PAR1".utf8), "a Parquet file", exported),
    (Array("ARROW1".utf8), "an Arrow file", exported),
    (Array("SQLite format 3".utf8), "an SQLite database", exported),
    (Array("<stata_dta>".utf8), "a Stata file", exported),
    (Array("$FL2".utf8), "an SPSS file", exported),
    ([0xD0, 0xCF, 0x11, 0xE0], "an Excel workbook", exported),
    (Array("PK\u{3}\u{4}".utf8), "a zip archive or an Excel workbook", exported),
    (Array("BZh".utf8), "a bzip2 file", unpacked),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file", unpacked),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file", unpacked),
  ]

  private static let exported = "save it as CSV"
  private static let unpacked = "unpack it, or pipe the unpacked text to '-'"

  /// Refuses bytes that begin as one of the formats do.
  static func refuse(_ bytes: [UInt8], file: String) throws(Failure) {
    guard let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return }
    throw Failure(
      status: .unavailable,
      problems: [
        Failure.Problem(
          message:
            "\(file): this is \(mark.name), and there is no driver for it here; \(mark.advice)",
          file: file)
      ])
  }
}
