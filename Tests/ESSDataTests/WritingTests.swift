import Foundation
import Testing

@testable import ESSData

/// A failure is injected at the k-th system call of a write, for every k until none is left that triggers it (the method of SQLite's
/// tests of input/output errors): the target is wholly old or wholly new, and nothing is left beside it.
@Suite struct WritingTests {
  private static let old: [UInt8] = Array("old".utf8)
  private static let new: [UInt8] = Array("new text".utf8)

  @Test(arguments: [ENOSPC, EIO, EINTR], [true, false])
  func everyCallCanFail(_ number: Int32, _ existsBefore: Bool) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "ess-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let path = folder.appending(path: "out").path(percentEncoded: false)
    // Unnamed temporary files, and what systems without them do.
    for hasUnnamedFiles in [true, false] {
      var failures = 0
      for k in 0..<100 {
        try? manager.removeItem(atPath: path)
        if existsBefore { try Data(Self.old).write(to: URL(filePath: path)) }
        var calls = 0
        var isFatal = false
        var failure: DataError?
        do throws(DataError) {
          try Files.write(Self.new, to: path, inPiecesOf: 1) { call in
            if case .openUnnamed = call, !hasUnnamedFiles { return EOPNOTSUPP }
            defer { calls += 1 }
            guard calls == k else { return 0 }
            // An interrupted write is repeated; a refused unnamed file is replaced by a named one.
            switch call {
            case .write: isFatal = number != EINTR
            case .openUnnamed: isFatal = false
            default: isFatal = true
            }
            return number
          }
        } catch {
          failure = error
        }
        let found = manager.contents(atPath: path).map { [UInt8]($0) }
        let left = try manager.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        if failure == nil {
          #expect(found == Self.new, "call \(k)")
        } else {
          failures += 1
          #expect(found == (existsBefore ? Self.old : nil), "call \(k)")
        }
        #expect((failure != nil) == isFatal, "call \(k)")
        #expect(left.filter { $0 != "out" }.isEmpty, "call \(k) left \(left)")
        if calls <= k { break }
        #expect(k < 99)
      }
      #expect(failures >= (number == EINTR ? 1 : Self.new.count))
    }
  }
}
