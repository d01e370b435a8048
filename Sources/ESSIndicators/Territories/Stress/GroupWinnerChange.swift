internal import ESSData
internal import ESSNumerics

/// For each group of a framework the smallest change of the weights of its parts that puts another unit first, all other weights as they are.
///
/// Exact where the whole is linear in those weights: the group and all above it are arithmetic means, and no part of it is missing.
public struct GroupWinnerChange: Sendable {
  /// Position of the group in the framework; `nil` for the weights of all indicators in the whole, where every group is an arithmetic mean.
  public let group: Int?
  /// Positions of the parts that the weights are of.
  public let parts: [Int]
  /// The change; `nil` where the whole is not linear in the weights.
  public let change: WinnerChange?
  /// Why there is no change.
  public let reason: String

  /// The changes for the whole and for every group of several parts, from the top down.
  public static func all(_ board: Scoreboard) -> [GroupWinnerChange] {
    let framework = board.framework
    let groups = framework.groups.reversed().filter { framework.nodes[$0].children.count > 1 }
    let ofGroups = groups.map { GroupWinnerChange(board, group: $0) }
    // With one group the whole and it are the same.
    return framework.groups.count > 1 ? [GroupWinnerChange(all: board)] + ofGroups : ofGroups
  }

  private init(_ board: Scoreboard, group: Int) {
    let framework = board.framework
    self.group = group
    parts = framework.nodes[group].children
    var path = [group]
    while let parent = framework.nodes[path[path.count - 1]].parent { path.append(parent) }
    if let fault = Self.fault(board, groups: path) {
      (change, reason) = (nil, fault)
      return
    }
    let reach = path.reduce(1) { $0 * board.weights.shared[$1] }
    guard reach > 0 else {
      (change, reason) = (nil, "the group has no weight in the whole")
      return
    }
    let scores = board.scores
    let constants = (0..<scores.rows).map { unit in
      scores[unit, framework.root] / reach - scores[unit, group]
    }
    change = WinnerChange(
      parts: scores.selecting(columns: parts), weights: parts.map { board.weights.shared[$0] },
      constants: constants)
    reason = ""
  }

  private init(all board: Scoreboard) {
    let framework = board.framework
    group = nil
    parts = Array(0..<framework.indicatorCount)
    if let fault = Self.fault(board, groups: Array(framework.groups)) {
      (change, reason) = (nil, fault)
      return
    }
    change = WinnerChange(
      parts: board.normalised, weights: board.indicatorWeights(board.weights.shared))
    reason = ""
  }

  private static func fault(_ board: Scoreboard, groups: [Int]) -> String? {
    for group in groups {
      let node = board.framework.nodes[group]
      if board.recipe.aggregation(level: node.level) != .arithmetic {
        return "'\(node.code)' is no arithmetic mean, so that ranks are not linear in weights"
      }
      if board.weights.byUnit[group] != nil {
        return "'\(node.code)' has weights that differ from unit to unit"
      }
      for part in node.children where board.scores.column(part).contains(where: \.isNaN) {
        return "'\(board.framework.nodes[part].code)' is missing for some units"
      }
    }
    return nil
  }
}
