public import ESSData
internal import Glibc

/// What is known of an indicator, or of a group of indicators, before any number is read.
public struct IndicatorMetadata: Sendable, Equatable {
  /// Which values are good.
  public enum Direction: String, Codable, Sendable, CaseIterable {
    /// The higher the better.
    case higher
    /// The lower the better.
    case lower

    /// 1, or -1 where lower is better.
    public var sign: Double { self == .higher ? 1 : -1 }
  }

  /// The bounds between which an indicator moves, in the units of its data after denomination.
  public struct Goalposts: Sendable, Equatable {
    /// The lower bound.
    public var lower: Double
    /// The upper bound.
    public var upper: Double

    /// Bounds; whether they are in order is judged with the framework.
    public init(lower: Double, upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// The name of its column, or of the group.
  public var code: String
  /// Its name for people, in each language.
  public var name: Translated
  /// Unit of the data.
  public var unit: String
  /// Which values are good; for a group which scores are.
  public var direction: Direction
  /// The group that it is part of.
  public var parent: String?
  /// Its weight in the group, on any scale.
  public var weight: Double
  /// Its bounds.
  public var goalposts: Goalposts?
  /// The value to reach, in the units of the goalposts.
  public var target: Double?
  /// The column that its values are divided by.
  public var denominator: String?
  /// What is done to the values, goalposts and target before anything is compared.
  public var transformation: Transformation
  /// What a reader must know of it, such as what it leaves out; `nil` if nothing.
  public var note: Translated?

  /// Metadata of an indicator or a group.
  public init(
    code: String, name: Translated? = nil, unit: String = "",
    direction: Direction = .higher, parent: String? = nil, weight: Double = 1,
    goalposts: Goalposts? = nil, target: Double? = nil, denominator: String? = nil,
    transformation: Transformation = .none, note: Translated? = nil
  ) {
    self.code = code
    self.name = name ?? Translated(en: code, fr: code, es: code)
    self.unit = unit
    self.direction = direction
    self.parent = parent
    self.weight = weight
    self.goalposts = goalposts
    self.target = target
    self.denominator = denominator
    self.transformation = transformation
    self.note = note
  }
}

/// A fixed function of an indicator's values.
public enum Transformation: RecipeChoice {
  /// The values as they are.
  case none
  /// The natural logarithm.
  case ln
  /// The logarithm to base 10.
  case log10
  /// Box and Cox's power: (x^lambda - 1) / lambda, the natural logarithm for 0.
  case boxCox(lambda: Double)

  /// The transformation that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    switch method.name {
    case "none": self = .none
    case "ln": self = .ln
    case "log10": self = .log10
    case "box-cox":
      try method.check("lambda")
      self = .boxCox(lambda: try method.number("lambda", default: 0, in: -10...10))
      return
    default:
      throw .unknownName(
        kind: "transformation", name: method.name, known: ["none", "ln", "log10", "box-cox"])
    }
    try method.check()
  }

  /// The transformation as text.
  public var text: MethodText {
    switch self {
    case .none: MethodText("none")
    case .ln: MethodText("ln")
    case .log10: MethodText("log10")
    case .boxCox(let lambda): MethodText("box-cox", [("lambda", NumberText.shortest(lambda))])
    }
  }

  /// The function's value; NaN outside its domain.
  func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .none: value
    case .ln: value > 0 ? Glibc.log(value) : .nan
    case .log10: value > 0 ? Glibc.log10(value) : .nan
    case .boxCox(let lambda): value > 0 ? Self.boxCox(value, lambda) : .nan
    }
  }

  /// Box and Cox's power of a positive number.
  static func boxCox(_ value: Double, _ lambda: Double) -> Double {
    lambda == 0 ? Glibc.log(value) : (Glibc.pow(value, lambda) - 1) / lambda
  }
}
