public import ESSData
internal import ESSNumerics

/// What becomes of the ranks when one indicator is taken out of a framework and the score made anew, weights from data included.
public struct IndicatorRemoval: Sendable {
  /// Code of the indicator.
  public let indicator: String
  /// The rank of each unit of the full score among those that both scores have; `nil` for a unit that the other does not score.
  public let ranks: [Int?]
  /// Mean over units of how far their rank moves.
  public let meanShift: Double
  /// The unit whose rank moves most, the first of equals, and by how many places (above 0 for the worse).
  public let largest: (unit: Int, places: Int)
  /// The units that are first without the indicator.
  public let winners: [Int]

  /// Takes out every indicator in turn; none of a framework of one.
  ///
  /// - Parameters:
  ///   - table: Units and indicators.
  ///   - board: The full score.
  /// - Returns: One removal an indicator, in their order.
  /// - Throws: `DataError` naming the indicator without which the recipe gives no score.
  public static func all(
    _ table: IndicatorTable, _ board: Scoreboard
  ) throws(DataError) -> [IndicatorRemoval] {
    let count = table.framework.indicatorCount
    guard count > 1 else { return [] }
    let results = Parallel.map(count) { position -> Result<IndicatorRemoval, DataError> in
      do throws(DataError) {
        return .success(try IndicatorRemoval(table, board, position))
      } catch {
        return .failure(error)
      }
    }
    var removals: [IndicatorRemoval] = []
    for result in results { removals.append(try result.get()) }
    return removals
  }

  private init(
    _ table: IndicatorTable, _ board: Scoreboard, _ position: Int
  ) throws(DataError) {
    indicator = table.framework.nodes[position].code
    let other = try Self.board(table, without: position, board.recipe)
    let place = Dictionary(uniqueKeysWithValues: other.units.enumerated().map { ($1, $0) })
    let rows = board.units.map { place[$0] }
    func ranks(_ score: (Int) -> Double) -> [Int?] {
      let scores = rows.indices.map { rows[$0] == nil ? Double.nan : score($0) }
      return TieRule.minimum.ranks(scores.map { -$0 }).map { $0.isNaN ? nil : Int($0) }
    }
    let before = ranks { board.scores[$0, board.framework.root] }
    let after = ranks { rows[$0].map { other.scores[$0, other.framework.root] } ?? .nan }
    var (sum, common, largest) = (0, 0, (unit: 0, places: 0))
    for unit in rows.indices {
      guard let old = before[unit], let new = after[unit] else { continue }
      common += 1
      sum += abs(new - old)
      if abs(new - old) > abs(largest.places) { largest = (unit, new - old) }
    }
    self.ranks = after
    self.largest = largest
    meanShift = common > 0 ? Double(sum) / Double(common) : 0
    winners = after.indices.filter { after[$0] == 1 }
  }

  private static func board(
    _ table: IndicatorTable, without position: Int, _ recipe: Recipe
  ) throws(DataError) -> Scoreboard {
    let nodes = table.framework.nodes
    var gone: Set = [position]
    // A group that has lost all its parts goes too.
    for group in table.framework.groups where nodes[group].children.allSatisfy(gone.contains) {
      gone.insert(group)
    }
    let kept = nodes.indices.filter { !gone.contains($0) }
    let columns = kept.filter { $0 < table.framework.indicatorCount }
    do throws(DataError) {
      let framework = try IndicatorFramework(
        kept.map { node in
          var metadata = nodes[node].metadata
          // The whole may be implied; here it stands among the rows.
          metadata.parent = nodes[node].parent.map { nodes[$0].code }
          return metadata
        })
      return try recipe.build(
        IndicatorTable(
          units: table.units, framework: framework,
          values: table.values.selecting(columns: columns), denominators: table.denominators,
          groups: table.groups, status: table.status, sources: table.sources,
          period: table.period))
    } catch {
      guard case .notIdentified(let reason) = error else { throw error }
      throw .notIdentified("without '\(nodes[position].code)': \(reason)")
    }
  }
}
