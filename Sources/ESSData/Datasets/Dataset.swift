/// A data package: its descriptor and its tables, shipped with the program or in a folder.
public struct Dataset: Sendable {
  /// Where the files are.
  public enum Origin: Sendable, Equatable {
    /// In the program.
    case embedded
    /// In a folder.
    case folder(String)
  }

  /// The descriptor.
  public let package: DataPackage
  /// Where the files are.
  public let origin: Origin

  /// The name of the package that commands use when none is given.
  public static var defaultName: String { shippedNames.first ?? "" }

  /// Names of the packages that ship with the program, the default one first.
  public static var shippedNames: [String] { EmbeddedFiles.packages }

  /// Opens a shipped package by name, or a package by its folder or the path of its descriptor.
  public init(_ nameOrPath: String) throws(DataError) {
    if let bytes = EmbeddedFiles.bytes(package: nameOrPath, file: Self.descriptor) {
      origin = .embedded
      package = try DataPackage.read(bytes, file: "\(nameOrPath)/\(Self.descriptor)")
      return
    }
    var folder = nameOrPath
    if folder.hasSuffix("/" + Self.descriptor) {
      folder.removeLast(Self.descriptor.utf8.count + 1)
    }
    guard Files.isFolder(folder) else {
      throw .unknownName(kind: "dataset", name: nameOrPath, known: Self.shippedNames)
    }
    let path = folder + "/" + Self.descriptor
    package = try DataPackage.read(Files.read(path), file: path)
    origin = .folder(folder)
  }

  private static let descriptor = "datapackage.json"

  /// Whether the package has a table.
  public func has(_ table: String) -> Bool {
    package.resources.contains { $0.name == table }
  }

  /// A table, read; the package must have it.
  public func table(_ name: String) throws(DataError) -> CSVTable {
    let path = try resource(name).path
    return try CSVTable(bytes: bytes(of: path), file: displayName(path))
  }

  /// The table that a panel is made from; the package must have it.
  func table(_ name: String, panel columns: PanelColumns) throws(DataError) -> CSVTable {
    let path = try resource(name).path
    return try CSVTable(bytes: bytes(of: path), file: displayName(path), panel: columns)
  }

  /// Some columns of a table; the package must have it.
  public func table(_ name: String, columns: [TypedColumn]) throws(DataError) -> TypedTable {
    let path = try resource(name).path
    return try TypedTable.read(
      bytes: bytes(of: path), file: displayName(path), columns: columns)
  }

  private func resource(_ name: String) throws(DataError) -> DataPackage.Resource {
    guard let resource = package.resources.first(where: { $0.name == name }) else {
      throw .notIdentified(
        "the dataset '\(package.name)' has no table '\(name)', which this command needs")
    }
    return resource
  }

  /// The names of the files of the package, the descriptor first.
  public var fileNames: [String] { [Self.descriptor] + package.resources.map(\.path) }

  /// The bytes of a file of the package.
  public func bytes(of file: String) throws(DataError) -> [UInt8] {
    switch origin {
    case .embedded:
      guard let bytes = EmbeddedFiles.bytes(package: package.name, file: file) else {
        throw .noInput(path: displayName(file), reason: "it is not in the program")
      }
      return bytes
    case .folder(let folder):
      guard !file.split(separator: "/").contains(".."), !file.hasPrefix("/") else {
        throw .invalid(
          folder + "/" + Self.descriptor, "the path '\(file)' leaves the package's folder")
      }
      return try Files.readText(folder + "/" + file)
    }
  }

  /// The SHA-256 digest of a file of the package.
  ///
  /// For a table compiled into the program the descriptor's, which the tests hold against the bytes; else computed.
  public func digest(of file: String) throws(DataError) -> String {
    let promised = package.resources.first { $0.path == file }?.hash
    if origin == .embedded, let promised, promised.hasPrefix("sha256:") {
      return String(promised.dropFirst("sha256:".utf8.count))
    }
    return Digest.sha256(try bytes(of: file))
  }

  private func displayName(_ file: String) -> String {
    switch origin {
    case .embedded: package.name + "/" + file
    case .folder(let folder): folder + "/" + file
    }
  }
}
