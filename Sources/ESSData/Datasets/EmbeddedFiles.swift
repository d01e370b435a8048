internal import CDatasets

/// The files of the shipped data packages, compiled into the program.
enum EmbeddedFiles {
  private struct Entry: Sendable {
    let package: String
    let name: String
    let index: Int
  }

  private static let entries: [Entry] = (0..<ess_embedded_file_count()).compactMap { index in
    guard let file = unsafe ess_embedded_file_at(index) else { return nil }
    return unsafe Entry(
      package: String(cString: file.pointee.package), name: String(cString: file.pointee.name),
      index: index)
  }

  /// Names of the packages, the default one first.
  static var packages: [String] {
    entries.map(\.package).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The bytes of a file, `nil` if there is no such file.
  static func bytes(package: String, file: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.package == package && $0.name == file }),
      let found = unsafe ess_embedded_file_at(entry.index)
    else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: found.pointee.bytes, count: found.pointee.size))
  }
}
