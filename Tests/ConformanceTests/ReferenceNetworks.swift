import ESSNumerics

/// The reference networks of the study, as published: factual tables that textbooks reproduce.
enum ReferenceNetworks {
  /// Words between spaces, each split at colons.
  static func fields(_ text: String) -> [[String]] {
    text.split { $0 == " " || $0 == "\n" }.map {
      $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A graph of ties `source:target` or `source:target:weight`; nodes in order of the given names.
  static func graph(
    _ ties: [[String]], nodes: [String], isDirected: Bool = false, isWeighted: Bool = false
  ) -> Graph {
    let at = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, Int32($0)) })
    return Graph(
      nodes: nodes.count, sources: ties.compactMap { at[$0[0]] },
      targets: ties.compactMap { at[$0[1]] },
      weights: isWeighted ? ties.compactMap { Double($0[2]) } : nil, isDirected: isDirected)
  }

  /// Zachary (1977): ties with the number of contexts.
  static let karateTies = fields(
    """
    1:2:4 1:3:5 1:4:3 1:5:3 1:6:3 1:7:3 1:8:2 1:9:2 1:11:2 1:12:3 1:13:1 1:14:3 1:18:2
    1:20:2 1:22:2 1:32:2 2:3:6 2:4:3 2:8:4 2:14:5 2:18:1 2:20:2 2:22:2 2:31:2 3:4:3 3:8:4
    3:9:5 3:10:1 3:14:3 3:28:2 3:29:2 3:33:2 4:8:3 4:13:3 4:14:3 5:7:2 5:11:3 6:7:5 6:11:3
    6:17:3 7:17:3 9:31:3 9:33:3 9:34:4 10:34:2 14:34:3 15:33:3 15:34:2 16:33:3 16:34:4
    19:33:1 19:34:2 20:34:1 21:33:3 21:34:1 23:33:2 23:34:3 24:26:5 24:28:4 24:30:3 24:33:5
    24:34:4 25:26:2 25:28:3 25:32:2 26:32:7 27:30:4 27:34:2 28:34:4 29:32:2 29:34:2 30:33:4
    30:34:2 31:33:3 31:34:3 32:33:4 32:34:4 33:34:5
    """)

  /// The members who stayed with the instructor, by number from 1.
  static let karateFirstFaction: Set<Int> = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22,
  ]

  static let karateNodes = (1...34).map(String.init)
  static let karate = graph(karateTies, nodes: karateNodes)
  static let karateWeighted = graph(karateTies, nodes: karateNodes, isWeighted: true)
  static let karateFactions = (1...34).map { karateFirstFaction.contains($0) ? 0 : 1 }

  /// Krackhardt (1990).
  static let kiteNodes = fields("Andre Beverly Carol Diane Ed Fernando Garth Heather Ike Jane").map
  { $0[0] }
  static let kite = graph(
    fields(
      """
      Andre:Beverly Andre:Carol Andre:Diane Andre:Fernando Beverly:Diane Beverly:Ed
      Beverly:Garth Carol:Diane Carol:Fernando Diane:Ed Diane:Fernando Diane:Garth Ed:Garth
      Fernando:Garth Fernando:Heather Garth:Heather Heather:Ike Ike:Jane
      """), nodes: kiteNodes)

  /// Padgett; Breiger and Pattison (1986): families with their wealth.
  static let families = fields(
    """
    Acciaiuoli:10 Albizzi:36 Barbadori:55 Bischeri:44 Castellani:20 Ginori:32 Guadagni:8
    Lamberteschi:42 Medici:103 Pazzi:48 Peruzzi:49 Pucci:3 Ridolfi:27 Salviati:10
    Strozzi:146 Tornabuoni:48
    """)
  static let familyNames = families.map { $0[0] }
  static let wealth = families.compactMap { Double($0[1]) }
  static let marriageTies = fields(
    """
    Acciaiuoli:Medici Albizzi:Ginori Albizzi:Guadagni Albizzi:Medici Barbadori:Castellani
    Barbadori:Medici Bischeri:Guadagni Bischeri:Peruzzi Bischeri:Strozzi Castellani:Peruzzi
    Castellani:Strozzi Guadagni:Lamberteschi Guadagni:Tornabuoni Medici:Ridolfi
    Medici:Salviati Medici:Tornabuoni Pazzi:Salviati Peruzzi:Strozzi Ridolfi:Strozzi
    Ridolfi:Tornabuoni
    """)
  static let businessTies = fields(
    """
    Barbadori:Castellani Barbadori:Ginori Barbadori:Medici Barbadori:Peruzzi
    Bischeri:Guadagni Bischeri:Lamberteschi Bischeri:Peruzzi Castellani:Lamberteschi
    Castellani:Peruzzi Ginori:Medici Guadagni:Lamberteschi Lamberteschi:Peruzzi
    Medici:Pazzi Medici:Salviati Medici:Tornabuoni
    """)
  static let marriage = graph(marriageTies, nodes: familyNames)
  static let business = graph(businessTies, nodes: familyNames)

  /// rigraph issue 314: ties with lengths, some paths equally long.
  static let lengthTies = fields(
    """
    1:4:1.9617537 2:3:0.9060834 3:6:2.2165446 3:4:1.6251956 3:5:2.4473929 4:6:0.5913490
    6:7:8.7093236 7:8:2.8387330 2:9:6.1225042 9:10:20.7217776 5:11:6.8027218
    7:12:16.3147479 9:13:5.2605598 9:14:6.6816853 5:15:4.9482123 8:16:1.8989790
    """)

  /// Davis, Gardner and Gardner (1941): women with the events that they attended.
  static let davisRows = fields(
    """
    Evelyn:1,2,3,4,5,6,8,9 Laura:1,2,3,5,6,7,8 Theresa:2,3,4,5,6,7,8,9 Brenda:1,3,4,5,6,7,8
    Charlotte:3,4,5,7 Frances:3,5,6,8 Eleanor:5,6,7,8 Pearl:6,8,9 Ruth:5,7,8,9
    Verne:7,8,9,12 Myra:8,9,10,12 Katherina:8,9,10,12,13,14 Sylvia:7,8,9,10,12,13,14
    Nora:6,7,9,10,11,12,13,14 Helen:7,8,10,11,12 Dorothy:8,9 Olivia:9,11 Flora:9,11
    """)
  static let women = davisRows.map { $0[0] }
  static let davis: IncidenceGraph = {
    var rows: [Int32] = []
    var columns: [Int32] = []
    for (row, entry) in davisRows.enumerated() {
      for event in entry[1].split(separator: ",").compactMap({ Int32($0) }) {
        rows.append(Int32(row))
        columns.append(event - 1)
      }
    }
    return IncidenceGraph(rows: women.count, columns: 14, rowIndices: rows, columnIndices: columns)
  }()

  /// The register of the study: constructed, 24 organisations in 8 alliances.
  static let registerMemberships = fields(
    """
    O07:A1 O15:A1 O01:A2 O03:A2 O04:A2 O10:A2 O13:A2 O02:A3 O07:A3 O03:A4 O08:A4 O17:A4
    O18:A4 O01:A5 O03:A5 O10:A5 O11:A5 O01:A6 O04:A6 O05:A6 O08:A6 O23:A6 O03:A7 O18:A7
    O05:A8 O07:A8 O14:A8 O15:A8 O17:A8 O24:A8
    """)
  static let registerOrganisations = fields(
    """
    O01:T2:agri O02:T5:agri O03:T4:agri O04:T6:agri O05:T5:care O06:T2:care O07:T1:agri
    O08:T4:housing O09:T3:finance O10:T2:housing O11:T1:care O12:T5:care O13:T6:finance
    O14:T6:housing O15:T1:agri O16:T5:agri O17:T4:housing O18:T4:finance O19:T6:housing
    O20:T6:agri O21:T5:finance O22:T6:finance O23:T2:care O24:T5:finance
    """)
  static let registerAlliances = fields(
    "A1:local A2:national A3:international A4:local A5:national A6:international A7:local A8:national"
  )
  static let registerTerritories = fields(
    "T1:251000 T2:306000 T3:258000 T4:251000 T5:280000 T6:320000 T7:117000")
}

extension IncidenceGraph {
  /// The graph as a table of ones and zeros.
  var matrix: Matrix {
    Matrix(rows: rows, columns: columns) { contains(row: $0, column: $1) ? 1 : 0 }
  }
}
