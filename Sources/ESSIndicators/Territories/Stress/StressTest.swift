public import ESSData
internal import ESSNumerics

/// How firm the ranks of a score are when its weights, its data and the choices of its recipe are uncertain, all at once (Saisana, Saltelli and
/// Tarantola 2005, Journal of the Royal Statistical Society A 168, 307-323).
///
/// Replications are functions of seed and number, spread over the cores in fixed blocks: no rank depends on the number of threads. Memory: 4 bytes a
/// unit and replication.
public struct StressTest: Sendable {
  /// The score as the recipe has it; if other aggregations are tested, on a scale above 0.
  public let board: Scoreboard
  /// What is uncertain.
  public let sources: [String]
  /// Replications.
  public let replications: Int
  /// The seed.
  public let seed: UInt64
  /// The ranks over replications.
  public let ranks: RankDistribution
  /// For each unit the mean weights of the indicators over the replications in which it was first: SMAA's central weights; `nil` for a
  /// unit that never was.
  public let centralWeights: [[Double]?]
  /// The mean over units and replications of how far ranks are from the recipe's.
  public let meanShift: Double
  let model: StressModel
  /// More units would need more than 400 MB for the counts of all ranks.
  private static let most = 10_000

  /// The rank of each unit as the recipe has it; equal scores share the best.
  public var nominalRanks: [Int] { Self.ranks(board) }

  static func ranks(_ board: Scoreboard) -> [Int] {
    let scores = board.scores.column(board.framework.root).map { $0.isNaN ? -.infinity : $0 }
    return TieRule.minimum.ranks(scores.map { -$0 }).map { Int($0) }
  }

  /// Runs the test.
  ///
  /// - Parameters:
  ///   - table: Units and indicators.
  ///   - recipe: The score that is tested.
  ///   - space: What is uncertain.
  ///   - replications: How many scores are made.
  ///   - seed: Seed of all draws.
  /// - Throws: `DataError` for what the recipe or one of the alternatives cannot do, with unit or indicator; and for a space
  ///   without uncertainty.
  public init(
    _ table: IndicatorTable, _ recipe: Recipe, _ space: StressSpace, replications: Int,
    seed: UInt64 = 1
  ) throws(DataError) {
    precondition(replications > 0, "a stress test has at least one replication")
    let model = try StressModel(table, recipe, space, seed: seed)
    guard !model.factors.isEmpty else {
      throw .notIdentified(
        "nothing is uncertain: neither weights nor data are drawn, and the recipe has no alternative"
      )
    }
    self.model = model
    board = model.board
    sources = model.sources
    self.replications = replications
    self.seed = seed
    let units = board.units.count
    guard units <= Self.most else {
      throw .notIdentified(
        "\(units) units are too many to count how often each has every rank; at most \(Self.most)")
    }
    let blocks = try Self.run(model, replications) { model, replication in
      let draw = model.draw(replication: replication)
      return (draw, model.weights(of: draw))
    }
    let ranks = RankDistribution(units: units, ranks: blocks.map(\.ranks))
    self.ranks = ranks
    let nominal = Self.ranks(board)
    var shift = 0.0
    var sums = [[Double]?](repeating: nil, count: units)
    for block in blocks {
      for (position, rank) in block.ranks.enumerated() {
        shift += Double(abs(Int(rank) - nominal[position % units]))
      }
      for (unit, weights) in block.winners {
        sums[unit] = sums[unit].map { zip($0, weights).map { $0 + $1 } } ?? weights
      }
    }
    meanShift = shift / Double(units * replications)
    centralWeights = sums.enumerated().map { unit, sum in
      sum.map { sum in
        let count = ranks.acceptability(of: unit, rank: 1) * Double(replications)
        return sum.map { $0 / count }
      }
    }
  }

  /// Ranks and winners of a block of replications.
  private struct Block: Sendable {
    var ranks: [Int32] = []
    var winners: [(unit: Int, weights: [Double])] = []
  }

  private static func run(
    _ model: StressModel, _ replications: Int,
    _ made: @escaping @Sendable (StressModel, Int) -> (StressDraw, [Double])
  ) throws(DataError) -> [Block] {
    let units = model.board.units.count
    let ranges = Parallel.blocks(of: 32, in: replications)
    let results = Parallel.map(ranges.count) { index -> Result<Block, DataError> in
      var block = Block()
      var ranking = Ranking(count: units)
      block.ranks.reserveCapacity(ranges[index].count * units)
      for replication in ranges[index] {
        let (draw, weights) = made(model, replication)
        do throws(DataError) {
          let first = block.ranks.count
          ranking.append(try model.scores(draw, weights: weights), to: &block.ranks)
          let own = model.board.indicatorWeights(weights)
          for unit in 0..<units where block.ranks[first + unit] == 1 {
            block.winners.append((unit, own))
          }
        } catch { return .failure(error) }
      }
      return .success(block)
    }
    var blocks: [Block] = []
    for result in results { blocks.append(try result.get()) }
    return blocks
  }

  /// For each unit the share of replications in which it is first with its central weights, everything else drawn as before: SMAA's
  /// confidence factor; `nil` without central weights, or where no weights are drawn.
  ///
  /// Cost: as many scores again as the test took for every unit that was ever first.
  ///
  /// - Throws: `DataError` for what an alternative cannot do with these weights.
  public func confidence() throws(DataError) -> [Double?] {
    guard model.drawsWeights else { return centralWeights.map { _ in nil } }
    var result: [Double?] = []
    for (unit, weights) in centralWeights.enumerated() {
      guard let weights else {
        result.append(nil)
        continue
      }
      let nodes = model.nodeWeights(weights)
      // With nothing else drawn every replication is the same.
      let count = model.factors.count == 1 ? 1 : replications
      let blocks = try Self.run(model, count) { model, replication in
        (model.draw(replication: replication), nodes)
      }
      let wins = blocks.reduce(0) { $0 + $1.winners.count { $0.unit == unit } }
      result.append(Double(wins) / Double(count))
    }
    return result
  }
}
