internal import Glibc

extension KeyedRandom {
  /// Fills a buffer with standard normal numbers at consecutive indices, several times as fast as `normal(at:)`, whose draws are others.
  ///
  /// The ziggurat of Marsaglia and Tsang (2000, Journal of Statistical Software 5, 8) in 256 layers, in Doornik's (2005) form: layer and
  /// place in it come from different bits of one draw. What a rejection needs is mixed from the draw itself, so that each number is a
  /// function of (seed, stream, index) alone.
  public func fillNormals(_ buffer: UnsafeMutableBufferPointer<Double>, at first: Int = 0) {
    unsafe Ziggurat.edges.withUnsafeBufferPointer { edges in
      unsafe Ziggurat.ratios.withUnsafeBufferPointer { ratios in
        for i in 0..<buffer.count {
          let draw = bits(at: first &+ i)
          let layer = Int(truncatingIfNeeded: draw & 255)
          // From -1 to 1, off zero by half a step.
          let place = (Double(Int64(bitPattern: draw) >> 11) + 0.5) * 0x1p-52
          let value = unsafe place * edges[layer]
          unsafe buffer[i] =
            unsafe abs(place) < ratios[layer] ? value : Ziggurat.rest(draw, layer, value)
        }
      }
    }
  }
}

extension KeyedRandom.Generator {
  /// The next number of a gamma distribution with scale 1 (Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26,
  /// 363-372).
  public mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0, "a gamma distribution has a shape above 0")
    // A smaller shape is a larger one times a power of a uniform number.
    if shape < 1 {
      let power = pow(1 - uniform(), 1 / shape)
      return gamma(shape: shape + 1) * power
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(1 - uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }
}

/// The layers under the bell curve, and what happens outside their inner rectangles.
private enum Ziggurat {
  private static let start = 3.6541528853610088
  private static let area = 0.00492867323399

  /// Right ends of the layers, the base first: the base is as wide as its area over its height.
  static let edges: [Double] = {
    func height(_ x: Double) -> Double { exp(-0.5 * x * x) }
    var edges = [area / height(start), start]
    for _ in 2..<256 {
      let last = edges[edges.count - 1]
      edges.append((-2 * log(area / last + height(last))).squareRoot())
    }
    return edges + [0]
  }()

  /// The share of each layer that lies under the curve for certain.
  static let ratios: [Double] = (0..<256).map { edges[$0 + 1] / edges[$0] }

  /// The number where the first try was not for certain under the curve.
  static func rest(_ draw: UInt64, _ layer: Int, _ value: Double) -> Double {
    var more = KeyedRandom(seed: draw).generator()
    if layer == 0 { return tail(&more, isNegative: value < 0) }
    if isUnder(&more, layer, value) { return value }
    while true {
      let next = more.next()
      let layer = Int(truncatingIfNeeded: next & 255)
      let place = (Double(Int64(bitPattern: next) >> 11) + 0.5) * 0x1p-52
      let value = place * edges[layer]
      if abs(place) < ratios[layer] { return value }
      if layer == 0 { return tail(&more, isNegative: value < 0) }
      if isUnder(&more, layer, value) { return value }
    }
  }

  private static func isUnder(
    _ more: inout KeyedRandom.Generator, _ layer: Int, _ value: Double
  ) -> Bool {
    let outer = exp(-0.5 * (edges[layer] * edges[layer] - value * value))
    let inner = exp(-0.5 * (edges[layer + 1] * edges[layer + 1] - value * value))
    return outer + more.uniform() * (inner - outer) < 1
  }

  private static func tail(
    _ more: inout KeyedRandom.Generator, isNegative: Bool
  ) -> Double {
    while true {
      let x = -log(1 - more.uniform()) / start
      let y = -log(1 - more.uniform())
      if 2 * y > x * x { return isNegative ? -start - x : start + x }
    }
  }
}
