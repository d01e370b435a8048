public import ESSData

/// Which units have enough known values to be scored.
public struct Screening: RecipeChoice {
  /// Which values count as known.
  public enum Basis: String, Sendable, CaseIterable {
    /// Those of the input.
    case reported
    /// Those there are after imputation.
    case imputed
  }

  /// The least share of the indicators that must be known, 0 to 1.
  public var share: Double
  /// Which values count as known.
  public var basis: Basis

  /// A rule; a share of 0 keeps every unit with any reported value.
  public init(share: Double = 0, basis: Basis = .reported) {
    self.share = share
    self.basis = basis
  }

  /// The rule that a text stands for.
  public init(_ method: MethodText) throws(DataError) {
    guard method.name == "known" else {
      throw .unknownName(kind: "screening", name: method.name, known: ["known"])
    }
    try method.check("share", "basis")
    self.init(
      share: try method.number("share", default: 0, in: 0...1),
      basis: try method.choice("basis", default: Basis.reported))
  }

  /// The rule as text.
  public var text: MethodText {
    MethodText("known", [("share", NumberText.shortest(share)), ("basis", basis.rawValue)])
  }
}
