/// A regression in a line of text: `poverty ~ coverage:post(2020) + log(gdp) | territory + period`.
///
/// Left of `~` the outcome; right of it terms joined by `+`, a product of variables as `a:b` (`a*b` stands for `a + b + a:b`), `- 1` or `0`
/// for no intercept; behind `|` the columns whose levels are fixed effects. Variables may be wrapped: `log(x)`, `lag(x)`, `lag(x, 2)`,
/// `diff(x)`, `x^2`; `post(2020)` is 1 from that period on, `factor(x)` one dummy for each level but the first. Names that hold other
/// characters stand between backquotes.
public struct RegressionFormula: Sendable, Equatable, CustomStringConvertible {
  /// What a text breaks: a clause for a message.
  public struct SyntaxError: Error, Equatable {
    /// What was found and what was expected.
    public let message: String
  }

  /// Something with a number in every row.
  public indirect enum Expression: Sendable, Hashable, CustomStringConvertible {
    /// A column of numbers.
    case variable(String)
    /// The natural logarithm.
    case log(Expression)
    /// The value of the same unit so many periods earlier.
    case lag(Expression, Int)
    /// The value less that of the period before.
    case difference(Expression)
    /// A whole power.
    case power(Expression, Int)
    /// 1 from a period on, 0 before it.
    case post(String)
    /// One dummy for each level of a column but the first.
    case factor(String)

    /// As in a formula.
    public var description: String {
      switch self {
      case .variable(let name): name
      case .log(let inner): "log(\(inner))"
      case .lag(let inner, let count): count == 1 ? "lag(\(inner))" : "lag(\(inner), \(count))"
      case .difference(let inner): "diff(\(inner))"
      case .power(let inner, let exponent): "\(inner)^\(exponent)"
      case .post(let period): "post(\(period))"
      case .factor(let name): "factor(\(name))"
      }
    }
  }

  /// A product of expressions.
  public struct Term: Sendable, Hashable, CustomStringConvertible {
    /// The factors of the product.
    public let factors: [Expression]

    /// A product.
    public init(_ factors: [Expression]) { self.factors = factors }

    /// As in a formula.
    public var description: String { factors.map(\.description).joined(separator: ":") }
  }

  /// The outcome.
  public let outcome: Expression
  /// The terms, in the order written, each once.
  public let terms: [Term]
  /// Whether there is an intercept (absorbed where there are fixed effects).
  public let hasIntercept: Bool
  /// The columns of the fixed effects.
  public let effects: [String]

  /// A formula from its parts.
  public init(
    outcome: Expression, terms: [Term], hasIntercept: Bool = true, effects: [String] = []
  ) {
    self.outcome = outcome
    self.terms = terms.distinct
    self.hasIntercept = hasIntercept
    self.effects = effects.distinct
  }

  /// Reads a formula.
  public init(_ text: String) throws(SyntaxError) {
    var reader = FormulaReader(text)
    self = try reader.formula()
  }

  /// The formula as text, with `a*b` written out.
  public var description: String {
    var right = terms.map(\.description)
    if right.isEmpty { right = ["1"] }
    return "\(outcome) ~ " + right.joined(separator: " + ") + (hasIntercept ? "" : " - 1")
      + (effects.isEmpty ? "" : " | " + effects.joined(separator: " + "))
  }

  /// The number columns that the formula reads.
  public var variables: [String] {
    ([outcome] + terms.flatMap(\.factors)).compactMap(Self.variable).distinct
  }

  /// The text columns that the formula reads.
  public var groupings: [String] {
    let dummies = terms.flatMap(\.factors).compactMap { factor -> String? in
      if case .factor(let name) = factor { name } else { nil }
    }
    return (effects + dummies).distinct
  }

  private static func variable(_ expression: Expression) -> String? {
    switch expression {
    case .variable(let name): name
    case .log(let inner), .lag(let inner, _), .difference(let inner), .power(let inner, _):
      variable(inner)
    case .post, .factor: nil
    }
  }
}

/// Reads the text of a formula from left to right.
private struct FormulaReader {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  mutating func formula() throws(RegressionFormula.SyntaxError) -> RegressionFormula {
    let outcome = try expression()
    try expect("~")
    var terms: [RegressionFormula.Term] = []
    var hasIntercept = true
    var isFirst = true
    while true {
      let removes = take("-")
      if !isFirst, !removes, !take("+") { break }
      if isFirst { _ = take("+") }
      isFirst = false
      if peek() == "0" || peek() == "1" {
        let isZero = peek() == "0"
        position += 1
        hasIntercept = isZero == removes
      } else if removes {
        throw error("only the intercept can be taken away, as '- 1'")
      } else {
        terms += try product()
      }
    }
    var effects: [String] = []
    if take("|") {
      repeat { effects.append(try name()) } while take("+")
    }
    guard peek() == nil else { throw error("'\(peek() ?? " ")' is unexpected") }
    return RegressionFormula(
      outcome: outcome, terms: terms, hasIntercept: hasIntercept, effects: effects)
  }

  /// `a`, `a:b`, or `a*b` as its three terms.
  private mutating func product() throws(RegressionFormula.SyntaxError) -> [RegressionFormula.Term]
  {
    var terms = [RegressionFormula.Term([try expression()])]
    while true {
      if take(":") {
        let factor = try expression()
        let last = terms.removeLast()
        terms.append(RegressionFormula.Term(last.factors + [factor]))
      } else if take("*") {
        let factor = try expression()
        let crossed = terms.map { RegressionFormula.Term($0.factors + [factor]) }
        terms += [RegressionFormula.Term([factor])] + crossed
      } else {
        return terms
      }
    }
  }

  private mutating func expression() throws(RegressionFormula.SyntaxError)
    -> RegressionFormula.Expression
  {
    let isQuoted = peek() == "`"
    let word = try name()
    var result: RegressionFormula.Expression
    if !isQuoted, take("(") {
      switch word {
      case "log": result = .log(try expression())
      case "diff": result = .difference(try expression())
      case "lag":
        let inner = try expression()
        result = .lag(inner, take(",") ? try wholeNumber() : 1)
      case "post": result = .post(try argument())
      case "factor": result = .factor(try name())
      default:
        throw error("'\(word)' is no function; there are log, lag, diff, post and factor")
      }
      try expect(")")
    } else {
      result = .variable(word)
    }
    while take("^") { result = .power(result, try wholeNumber()) }
    return result
  }

  private mutating func name() throws(RegressionFormula.SyntaxError) -> String {
    if take("`") {
      var name = ""
      while position < characters.count, characters[position] != "`" {
        name.append(characters[position])
        position += 1
      }
      guard position < characters.count, !name.isEmpty else {
        throw error("a name between backquotes has no end")
      }
      position += 1
      return name
    }
    skipSpaces()
    var name = ""
    while position < characters.count, Self.isPartOfName(characters[position]) {
      name.append(characters[position])
      position += 1
    }
    guard let first = name.first, !first.isNumber else {
      let found = peek().map { "'\(name)\(name.isEmpty ? String($0) : "")' was found" }
      throw error("the name of a column was expected, \(found ?? "the text ends")")
    }
    return name
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private mutating func wholeNumber() throws(RegressionFormula.SyntaxError) -> Int {
    skipSpaces()
    var digits = ""
    while position < characters.count, "-0123456789".contains(characters[position]) {
      digits.append(characters[position])
      position += 1
    }
    guard let number = Int(digits), abs(number) <= 1000 else {
      throw error("a whole number was expected")
    }
    return number
  }

  /// Everything up to the closing bracket.
  private mutating func argument() throws(RegressionFormula.SyntaxError) -> String {
    skipSpaces()
    var text = ""
    while position < characters.count, characters[position] != ")" {
      if characters[position] != " " { text.append(characters[position]) }
      position += 1
    }
    guard !text.isEmpty else { throw error("post() needs a period") }
    return text
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private mutating func peek() -> Character? {
    skipSpaces()
    return position < characters.count ? characters[position] : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Character) throws(RegressionFormula.SyntaxError) {
    guard take(character) else { throw error("'\(character)' is missing") }
  }

  private func error(_ message: String) -> RegressionFormula.SyntaxError {
    RegressionFormula.SyntaxError(
      message: "the formula cannot be read at character \(min(position + 1, characters.count)): "
        + message)
  }
}
