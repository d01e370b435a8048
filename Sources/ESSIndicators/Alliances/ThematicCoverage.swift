internal import ESSData
internal import ESSNumerics

/// What alliances are about: how many territories each theme reaches, and how many themes there are in effect.
public struct ThematicCoverage: Sendable {
  /// A theme.
  public struct Theme: Sendable, Equatable {
    /// Its name in the table.
    public let name: String
    /// Relations of the network that count.
    public let relations: Int
    /// Territories of the frame present in an alliance of the theme.
    public let territories: Int
  }

  /// The themes of the table, those that reach most territories first, then by name.
  public let themes: [Theme]
  /// exp(Shannon entropy) of the relations over themes: the Hill number of order 1 (Hill 1973); `nil` without a relation.
  public let effectiveThemes: Double?
  /// Mean number of themes present in a territory of the frame.
  public let meanThemes: Double

  /// Measures a network; O(relations + presences).
  public init(_ view: AllianceView) {
    let names = view.network.alliances.map(\.theme).distinct.filter { !$0.isEmpty }
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let themeOf = view.network.alliances.map { index[$0.theme] ?? -1 }
    var relations = [Int](repeating: 0, count: names.count)
    for row in view.relations.rows {
      let theme = themeOf[view.table.alliance(row)]
      if theme >= 0 { relations[theme] += 1 }
    }
    var territories = [Int](repeating: 0, count: names.count)
    var seenIn = [Int](repeating: -1, count: names.count)
    let pattern = view.direct.pattern
    for territory in 0..<pattern.rows {
      for alliance in pattern.columns(ofRow: territory) {
        let theme = themeOf[Int(alliance)]
        guard theme >= 0, seenIn[theme] != territory else { continue }
        seenIn[theme] = territory
        territories[theme] += 1
      }
    }
    themes = names.indices.map {
      Theme(name: names[$0], relations: relations[$0], territories: territories[$0])
    }.sorted { (-$0.territories, $0.name) < (-$1.territories, $1.name) }
    effectiveThemes = CountInequality(relations).hill[1]
    meanThemes = Double(territories.reduce(0, +)) / Double(max(pattern.rows, 1))
  }

  /// Themes with a relation.
  public var used: Int { themes.count { $0.relations > 0 } }
}
