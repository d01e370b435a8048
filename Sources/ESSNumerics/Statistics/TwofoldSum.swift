/// A sum kept as a value and its rounding error: the result is as if computed in twice the working precision and then rounded.
///
/// Ogita, Rump and Oishi (2005), SIAM Journal on Scientific Computing 26, 1955-1988, algorithms Sum2 and Dot2.
public struct TwofoldSum: Sendable {
  private var sum: Double
  private var error = 0.0

  /// A sum of one term.
  public init(_ first: Double = 0) { sum = first }

  /// Adds a number.
  public mutating func add(_ value: Double) {
    let total = sum + value
    let back = total - sum
    error += (sum - (total - back)) + (value - back)
    sum = total
  }

  /// Adds the product of two numbers with its rounding error.
  public mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    add(product)
    error += (-product).addingProduct(left, right)
  }

  /// The sum, rounded.
  public var value: Double { sum + error }
}
