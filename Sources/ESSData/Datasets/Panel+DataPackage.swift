internal import FoundationEssentials

extension Panel {
  /// The files of a data package (Data Package standard, version 2) that holds the panel: `panel.csv`, `variables.csv`, whose
  /// roles and units are left to be filled in, and at the end the descriptor.
  ///
  /// - Parameter name: Name of the package; what a name may not hold becomes a dash.
  /// - Returns: File names and their bytes.
  public func dataPackage(name: String) -> [(file: String, bytes: [UInt8])] {
    let panel = csv(.long, structure: "")
    var table = DelimitedText()
    table.add(
      ["variable", "role", "line", "unit", "name_en", "name_fr", "name_es"].map { .text($0) })
    for variable in variables {
      table.add([variable, "", "", "", variable, variable, variable].map { .text($0) })
    }
    let cellCount = variables.reduce(0) { sum, variable in
      sum
        + territories.reduce(0) { sum, territory in
          sum + periods.count { cell(variable, territory, $0) != nil }
        }
    }
    let columns =
      ["territory", "period", "variable", "value", "status", "source"]
      + (hasFlags ? ["flags"] : [])
    let descriptor = PackageDescriptor(
      name: PackageDescriptor.plain(name),
      resources: [
        PackageDescriptor.Resource(
          name: "panel", bytes: panel, rowCount: cellCount,
          schema: PackageDescriptor.Schema(
            fields: columns.map { column in
              PackageDescriptor.Field(
                name: column, type: column == "value" ? "number" : "string",
                constraints: column == "status"
                  ? .init(enum: ObservationStatus.allCases.map(\.rawValue)) : nil)
            },
            primaryKey: ["variable", "territory", "period"],
            foreignKeys: [
              .init(
                fields: ["variable"],
                reference: .init(resource: "variables", fields: ["variable"]))
            ])),
        PackageDescriptor.Resource(
          name: "variables", bytes: table.bytes, rowCount: variables.count,
          schema: PackageDescriptor.Schema(
            fields: ["variable", "role", "line", "unit", "name_en", "name_fr", "name_es"].map {
              PackageDescriptor.Field(name: $0, type: "string", constraints: nil)
            }, primaryKey: ["variable"], foreignKeys: nil)),
      ])
    return [
      ("panel.csv", panel), ("variables.csv", table.bytes),
      ("datapackage.json", descriptor.json),
    ]
  }
}

/// The descriptor of a package that is written; `DataPackage` is what is read.
private struct PackageDescriptor: Encodable {
  struct Constraints: Encodable {
    let `enum`: [String]
  }

  struct Field: Encodable {
    let name: String
    let type: String
    let constraints: Constraints?
  }

  struct ForeignKey: Encodable {
    struct Reference: Encodable {
      let resource: String
      let fields: [String]
    }

    let fields: [String]
    let reference: Reference
  }

  struct Schema: Encodable {
    let fields: [Field]
    let primaryKey: [String]
    let foreignKeys: [ForeignKey]?
    var missingValues = [""]
  }

  struct Resource: Encodable {
    let name: String
    let path: String
    var type = "table"
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    let bytes: Int
    let hash: String
    let rowCount: Int
    let schema: Schema

    init(name: String, bytes: [UInt8], rowCount: Int, schema: Schema) {
      self.name = name
      path = name + ".csv"
      self.bytes = bytes.count
      hash = "sha256:" + Digest.sha256(bytes)
      self.rowCount = rowCount
      self.schema = schema
    }
  }

  private enum CodingKeys: String, CodingKey {
    case profile = "$schema"
    case name
    case resources
  }

  var profile = "https://datapackage.org/profiles/2.0/datapackage.json"
  let name: String
  let resources: [Resource]

  init(name: String, resources: [Resource]) {
    self.name = name
    self.resources = resources
  }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts, whole numbers and lists of them can always be encoded.
    return ((try? encoder.encode(self)).map(Array.init) ?? []) + [UInt8(ascii: "\n")]
  }

  /// A name as the standard asks for: lower-case letters, digits, and `-`, `_`, `.`.
  static func plain(_ name: String) -> String {
    let text = String(
      name.lowercased().map { character in
        let isPlain =
          character.isASCII
          && (character.isLetter || character.isNumber || "-_.".contains(character))
        return isPlain ? character : "-"
      })
    return text.isEmpty ? "panel" : text
  }
}
