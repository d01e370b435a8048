internal import ESSNumerics

/// A cooperative game: what each coalition of players is worth.
///
/// A value of the type is the state of one coalition; a game starts with nobody in it and is worth nothing then.
public protocol CoalitionGame: Sendable {
  /// Number of players.
  var playerCount: Int { get }
  /// What the players that were added are worth together.
  var value: Double { get }
  /// Adds a player who is not in the coalition.
  mutating func add(_ player: Int)
}

/// What each player of a game contributes, on average over the orders in which they could join (Shapley 1953).
public struct ShapleyValue: Sendable, Equatable {
  /// Up to so many players every coalition is looked at.
  public static let largestExact = 20

  /// For each player the contribution; their sum is what all players are worth together.
  public let values: [Double]
  /// For each player the standard error of a sampled contribution; `nil` where it is exact.
  public let standardErrors: [Double]?
  /// Number of orders sampled; `nil` where the values are exact.
  public let orders: Int?

  /// Exact over all 2^n coalitions up to `largestExact` players; otherwise the mean over random orders.
  ///
  /// The k-th order is drawn from (seed, k) alone. The sum of sampled values is exact too, since every order shares out the
  /// whole. Cost: 2^n additions and n 2^n terms, or orders x n additions.
  public init(of game: some CoalitionGame, orders: Int = 1000, seed: UInt64 = 1) {
    if game.playerCount <= Self.largestExact {
      values = Self.exact(game)
      standardErrors = nil
      self.orders = nil
    } else {
      (values, standardErrors) = Self.sampled(game, orders, seed)
      self.orders = orders
    }
  }

  private static func exact(_ game: some CoalitionGame) -> [Double] {
    let n = game.playerCount
    guard n > 0 else { return [] }
    var worth = [Double](repeating: 0, count: 1 << n)
    fill(&worth, game, members: 0, from: 0)
    // By the size s of the coalition that a player joins: s! (n - s - 1)! / n!.
    var weights = [1 / Double(n)]
    for size in 1..<max(n, 1) {
      weights.append(weights[size - 1] * Double(size) / Double(n - size))
    }
    return (0..<n).map { player in
      var sum = 0.0
      for coalition in 0..<(1 << n) where coalition & (1 << player) == 0 {
        let joined = worth[coalition | (1 << player)]
        sum += weights[coalition.nonzeroBitCount] * (joined - worth[coalition])
      }
      return sum
    }
  }

  /// Visits each coalition once, by adding players in ascending order.
  private static func fill(
    _ worth: inout [Double], _ state: some CoalitionGame, members: Int, from first: Int
  ) {
    worth[members] = state.value
    for player in first..<max(first, state.playerCount) {
      var next = state
      next.add(player)
      fill(&worth, next, members: members | (1 << player), from: player + 1)
    }
  }

  private static func sampled(
    _ game: some CoalitionGame, _ orders: Int, _ seed: UInt64
  ) -> ([Double], [Double]) {
    let n = game.playerCount
    var mean = [Double](repeating: 0, count: n)
    var squares = [Double](repeating: 0, count: n)
    for k in 0..<orders {
      let order = KeyedRandom(seed: seed, stream: UInt64(k)).permutation(n)
      var state = game
      var before = state.value
      for player in order {
        state.add(player)
        let gain = state.value - before
        before = state.value
        let distance = gain - mean[player]
        mean[player] += distance / Double(k + 1)
        squares[player] += distance * (gain - mean[player])
      }
    }
    let m = Double(orders)
    return (mean, squares.map { orders > 1 ? ($0 / (m - 1) / m).squareRoot() : 0 })
  }
}
