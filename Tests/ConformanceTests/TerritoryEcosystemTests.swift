import ESSIndicators
import Testing

/// The scores that ship with the datasets, against their tables worked out apart from our own code (numpy and scipy 1.16).
@Suite struct TerritoryEcosystemTests {
  private static func board(
    _ name: String, frame: String, period: String, _ change: (inout Recipe) -> Void
  ) throws -> (Scoreboard, EcosystemIndicators) {
    let dataset = try Dataset(name)
    let tree = try dataset.territories()
    let frame = try Frame(group: frame, in: tree)
    let recorded = try EcosystemIndicators(dataset, frame: frame)
    let table = try IndicatorTable(
      dataset.panel(), tree, recorded: recorded,
      IndicatorFramework(dataset.table("score_indicators")), frame: frame,
      period: #require(Period(period)))
    var recipe = Recipe()
    change(&recipe)
    return (try recipe.build(table), recorded)
  }

  @Test func latinAmerica() throws {
    let (board, recorded) = try Self.board("lac-covid", frame: "LAC33", period: "2019") { recipe in
      recipe.screen.share = 0.8
      recipe.treat = .rule(.init())
    }
    let names = [
      "alliances_depth", "alliances_breadth", "organisations", "cooperatives",
      "cooperative_members", "public_bodies", "commitments", "laws_and_institutions",
    ]
    // Paraguay has two figures of members in 2012: the one that its source calls implausible does not count.
    let counts: [(String, [Double])] = [
      ("ARG", [9, 1, 59, 12_970, 9_400_000, 33, 1, 1]),
      ("BRA", [10, 2 / 3, 15, 4693, 23_400_000, 7, 2, 1]),
      ("URY", [6, 2 / 3, 8, 1200, 840_000, 3, 1, 0]),
      ("PRY", [4, 1 / 3, 3, 580, 1_410_313, 3, 0, 0]),
      ("CUB", [0, 0, 0, 10_756, .nan, 1, 0, 0]),
    ]
    let territories = board.units + board.prepared.excluded.map(\.unit)
    #expect(territories.count == 33)
    let frame = try Frame(group: "LAC33", in: Dataset("lac-covid").territories())
    for (name, position) in zip(names, 0...) {
      let column = try #require(recorded.columns.first { $0.name == name })
      for (territory, values) in counts {
        let row = try #require(frame.territories.firstIndex(of: territory))
        let (ours, expected) = (column.values[row], values[position])
        #expect(ours == expected || (ours.isNaN && expected.isNaN), "\(territory) \(name)")
      }
    }
    let scores: [(String, Double)] = [
      ("ARG", 83.36916009363092), ("URY", 64.68594767368847), ("BRA", 51.77391283684683),
      ("CRI", 48.42967544881962), ("COL", 38.625118803481534), ("PRY", 32.287222260613916),
      ("CHL", 27.190892779784825), ("CUB", 25), ("PER", 12.985129822544812),
    ]
    for (territory, score) in scores {
      let row = try #require(board.units.firstIndex(of: territory))
      #expect(abs(board.scores[row, board.framework.root] - score) < 1e-9, "\(territory)")
    }
    #expect(board.prepared.excluded.count == 15)
    #expect(board.prepared.table.unitSources?[0].contains("elpais_2012") == true)
  }

  /// Social rights are 100 less the mean of the six deprivations.
  @Test func mexico() throws {
    let (board, _) = try Self.board("mexico-states", frame: "MEX", period: "2020") { recipe in
      recipe.normalise = .goalposts(0...100, cap: .both)
    }
    #expect(board.units.count == 32)
    for unit in board.units.indices {
      let deprivations = board.prepared.table.values.row(unit)
      let expected = 100 - deprivations.reduce(0, +) / 6
      #expect(abs(board.scores[unit, board.framework.root] - expected) < 1e-11)
    }
  }
}
