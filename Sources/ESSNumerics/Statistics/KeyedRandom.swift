/// Random numbers that are a function of (seed, stream, index): none depends on which were drawn before, or on which thread.
///
/// A 64-bit mix of a counter (the finaliser of SplitMix64: Steele, Lea and Flood 2014, OOPSLA, 453-472) whose start is a mix of seed and
/// stream. Streams name uses of a seed, such as replicates; indices name draws.
public struct KeyedRandom: Sendable {
  private let key: UInt64

  /// The stream of a seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    key = Self.mix(Self.mix(seed) ^ (stream &* 0xD1B5_4A32_D192_ED03 &+ 0x8CB9_2BA7_2F3D_8DD7))
  }

  /// A stream of this stream.
  public func stream(_ number: UInt64) -> KeyedRandom { KeyedRandom(seed: key, stream: number) }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 64 random bits.
  public func bits(at index: Int) -> UInt64 {
    Self.mix(key &+ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A multiple of 2^-53, at least 0 and below 1.
  public func uniform(at index: Int) -> Double { Double(bits(at: index) >> 11) * 0x1p-53 }

  /// A whole number from 0 to `bound` - 1, each equally likely (Lemire 2019, ACM Transactions on Modeling and Computer
  /// Simulation 29, 3).
  public func below(_ bound: Int, at index: Int) -> Int {
    precondition(bound > 0, "the range is empty")
    let range = UInt64(bound)
    var draw = bits(at: index)
    var product = draw.multipliedFullWidth(by: range)
    if product.low < range {
      let limit = (0 &- range) % range
      while product.low < limit {
        draw = Self.mix(draw)
        product = draw.multipliedFullWidth(by: range)
      }
    }
    return Int(product.high)
  }

  /// A standard normal number, by inversion of one uniform number.
  public func normal(at index: Int) -> Double {
    Normal().quantile((Double(bits(at: index) >> 12) + 0.5) * 0x1p-52)
  }

  /// Whether an event of the given probability happens.
  public func chance(_ probability: Double, at index: Int) -> Bool {
    uniform(at: index) < probability
  }

  /// 0 ..< count in random order, all orders equally likely (Fisher and Yates), from draws at the indices 0 to count - 2.
  public func permutation(_ count: Int) -> [Int] {
    var result = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1, at: count - 1 - last))
    }
    return result
  }

  /// The stream as a generator that gives one draw after the other.
  public func generator() -> Generator { Generator(random: self) }

  /// Draws of a stream one after the other, for what takes as many as it needs.
  public struct Generator: RandomNumberGenerator, Sendable {
    private let random: KeyedRandom
    private var index = 0

    init(random: KeyedRandom) { self.random = random }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
      defer { index += 1 }
      return random.bits(at: index)
    }

    /// The next number from 0 to below 1.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// The next whole number from 0 to `bound` - 1.
    public mutating func below(_ bound: Int) -> Int {
      defer { index += 1 }
      return random.below(bound, at: index)
    }

    /// The next standard normal number.
    public mutating func normal() -> Double {
      defer { index += 1 }
      return random.normal(at: index)
    }
  }
}
