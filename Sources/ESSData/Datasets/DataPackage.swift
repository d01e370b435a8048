internal import FoundationEssentials

/// The descriptor of a data package (Data Package standard, version 2).
public struct DataPackage: Sendable, Decodable {
  /// Texts by language code.
  public typealias Texts = [String: String]

  /// A licence.
  public struct License: Sendable, Decodable {
    /// Short name, such as `CC-BY-4.0`.
    public let name: String
    /// Full title.
    public let title: String?
  }

  /// A publisher that the data come from.
  public struct Source: Sendable, Decodable {
    /// Publisher and work.
    public let title: String
    /// Address.
    public let path: String?
  }

  /// A column.
  public struct Field: Sendable, Decodable {
    /// Name in the header row.
    public let name: String
    /// `string`, `integer`, `number`, `boolean`, ...
    public let type: String
    /// Title in each language.
    public let titles: Texts?
    /// Unit of the values.
    public let unit: String?
    /// What every value must meet.
    public let constraints: Constraints?
  }

  /// What every value of a column must meet.
  public struct Constraints: Sendable, Decodable {
    /// Whether a value must be there.
    public let required: Bool?
    /// The only values allowed.
    public let `enum`: [String]?
  }

  /// A column whose values are found in another table.
  public struct ForeignKey: Sendable, Decodable {
    /// Where they are found.
    public struct Reference: Sendable, Decodable {
      /// The table.
      public let resource: String
      /// Its columns.
      public let fields: [String]
    }

    /// The columns.
    public let fields: [String]
    /// Where their values are found.
    public let reference: Reference
  }

  /// The columns and keys of a table.
  public struct Schema: Sendable, Decodable {
    /// Columns in file order.
    public let fields: [Field]
    /// Columns that name a row.
    public let primaryKey: [String]?
    /// Columns whose values are found in other tables.
    public let foreignKeys: [ForeignKey]?
  }

  /// A table.
  public struct Resource: Sendable, Decodable {
    /// Name of the table.
    public let name: String
    /// File in the package's folder.
    public let path: String
    /// Title in each language.
    public let titles: Texts?
    /// Number of rows below the header.
    public let rowCount: Int?
    /// `sha256:` and the digest of the file.
    public let hash: String?
    /// Columns and keys.
    public let schema: Schema?
  }

  private struct Extension: Decodable {
    let defaults: [String: String]?
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case version
    case title
    case titles
    case descriptions
    case licenses
    case sources
    case citation
    case resources
    case own = "essindicators"
  }

  /// Name, by which a shipped package is found.
  public let name: String
  /// Version of the package.
  public let version: String?
  /// Title in each language.
  public let titles: Texts
  /// What the package holds, in each language.
  public let descriptions: Texts
  /// Licences of the compilation.
  public let licenses: [License]
  /// Publishers.
  public let sources: [Source]
  /// How to cite the package.
  public let citation: String?
  /// The tables.
  public let resources: [Resource]
  /// Values of options that suit the package, by `noun.option`.
  public let defaults: [String: String]

  /// Decodes a descriptor; only name and resources are required.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    version = try values.decodeIfPresent(String.self, forKey: .version)
    let title = try values.decodeIfPresent(String.self, forKey: .title)
    titles = try values.decodeIfPresent(Texts.self, forKey: .titles) ?? ["en": title ?? name]
    descriptions = try values.decodeIfPresent(Texts.self, forKey: .descriptions) ?? [:]
    licenses = try values.decodeIfPresent([License].self, forKey: .licenses) ?? []
    sources = try values.decodeIfPresent([Source].self, forKey: .sources) ?? []
    citation = try values.decodeIfPresent(String.self, forKey: .citation)
    resources = try values.decode([Resource].self, forKey: .resources)
    defaults = try values.decodeIfPresent(Extension.self, forKey: .own)?.defaults ?? [:]
  }

  /// Reads a descriptor.
  static func read(_ bytes: [UInt8], file: String) throws(DataError) -> DataPackage {
    do {
      return try JSONDecoder().decode(DataPackage.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .invalid(file, "not a data package: \(describe(error))")
    } catch {
      throw .invalid(file, "not a data package")
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
      return path.isEmpty ? "" : " at \(path.joined(separator: "."))"
    }
    return switch error {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing\(place(context))"
    case .typeMismatch(_, let context): "another type was expected\(place(context))"
    case .valueNotFound(_, let context): "a value is missing\(place(context))"
    default: "it is not JSON"
    }
  }
}
