import ESSIndicators
import Testing

/// What scores refuse, each with the words that a user reads, and the documented answers to odd input.
@Suite struct TerritoryScoreRefusalTests {
  private static func message(_ error: DataError) -> String {
    switch error {
    case .invalid(let problems, _): problems.map(\.description).joined(separator: " | ")
    case .notIdentified(let reason): reason
    case .unknownName(let kind, let name, let known):
      "unknown \(kind) '\(name)' (\(known.joined(separator: ", ")))"
    default: "\(error)"
    }
  }

  private static func refusal(_ body: () throws(DataError) -> Void) -> String {
    do throws(DataError) {
      try body()
      return "accepted"
    } catch {
      return message(error)
    }
  }

  @Test func frameworks() {
    typealias Entry = IndicatorMetadata
    let cases: [(entries: [Entry], words: [String])] = [
      ([Entry(code: "a", parent: "whole")], ["'a'", "parent 'whole' has no row"]),
      (
        [
          Entry(code: "a", parent: "b"), Entry(code: "b", parent: "c"),
          Entry(code: "c", parent: "b"),
        ],
        ["circle: a > b > c > b"]
      ),
      ([Entry(code: "a", parent: "a")], ["circle: a > a"]),
      ([Entry(code: "a", weight: -1)], ["the weight -1 is below zero"]),
      ([Entry(code: "a", weight: .nan)], ["not a finite number"]),
      ([Entry(code: "a", weight: 0), Entry(code: "b", weight: 0)], ["add up to zero"]),
      (
        [Entry(code: "a", goalposts: .init(lower: 8, upper: 2))], ["goalposts 8 to 2 are reversed"]
      ),
      ([Entry(code: "a", goalposts: .init(lower: 2, upper: 2))], ["leave no room"]),
      (
        [Entry(code: "a", goalposts: .init(lower: 0, upper: 2), transformation: .ln)],
        ["have no ln"]
      ),
      ([Entry(code: "a"), Entry(code: "a")], ["'a' occurs twice"]),
      ([Entry(code: "")], ["the code is empty"]),
      ([], ["no indicator"]),
      (
        [
          Entry(code: "a", parent: "x"), Entry(code: "x"), Entry(code: "b", parent: "y"),
          Entry(code: "y"),
        ],
        ["several wholes", "'x', 'y'"]
      ),
      (
        [Entry(code: "a", parent: "x"), Entry(code: "x", direction: .lower)],
        ["'x': a group has no direction"]
      ),
      ([Entry(code: "score")], ["as the whole would be"]),
    ]
    for (entries, words) in cases {
      let message = Self.refusal { () throws(DataError) in _ = try IndicatorFramework(entries) }
      for word in words { #expect(message.contains(word), "\(message)") }
    }
  }

  private static func build(
    _ columns: [[Double]], _ change: (inout Recipe) throws(DataError) -> Void,
    metadata: (Int) -> IndicatorMetadata = { IndicatorMetadata(code: "i\($0)") }
  ) throws(DataError) -> Scoreboard {
    var recipe = Recipe()
    try change(&recipe)
    let count = columns[0].count
    let framework = try IndicatorFramework(columns.indices.map(metadata))
    return try recipe.build(
      IndicatorTable(
        units: (0..<count).map { "u\($0)" }, framework: framework,
        values: Matrix(rows: count, columns: columns.count, elements: columns.flatMap(\.self)),
        denominators: ["d": Array(repeating: 0, count: count)],
        groups: ["g": (0..<count).map { $0 == 0 ? "alone" : "others" }]))
  }

  @Test(arguments: [
    ("min-max", "'i0': all values are the same, so that min-max has no scale"),
    ("z", "'i0': all values are the same"),
    ("distance(to=max)", "'i0': all values are the same"),
    ("adjusted", "'i0': all values are the same"),
    ("goalposts", "'i0': the metadata have no goalposts"),
    ("distance(to=target)", "'i0': the metadata have no target"),
    ("ratio(unit=u9)", "unknown unit of reference 'u9'"),
    ("ratio(to=best)", "unknown benchmark of ratio 'best'"),
    ("min-max(from=3,to=3)", "from is not below to"),
    ("min-max(from=3", "the bracket is not closed"),
    ("z(sd=population)", "unknown setting of z 'sd'"),
    ("minmax", "unknown normalisation 'minmax'"),
  ])
  func constantIndicator(text: String, words: String) {
    let message = Self.refusal { () throws(DataError) in
      _ = try Self.build([[4, 4, 4], [1, 2, 3]]) { (recipe) throws(DataError) in
        recipe.normalise = try Normalisation(parsing: text)
      }
    }
    #expect(message.contains(words), "\(message)")
  }

  /// COINr gives infinities here.
  @Test func referenceHoldsTheMinimum() {
    let message = Self.refusal { () throws(DataError) in
      _ = try Self.build([[1, 2, 3]]) { (recipe) throws(DataError) in
        recipe.normalise = try Normalisation(parsing: "distance(unit=u0)")
      }
    }
    #expect(
      message
        == "'i0': the reference has the worst value of all, so that a distance to it is not defined"
    )
  }

  @Test func zeroAndNegativeParts() throws {
    func scores(_ method: String, _ columns: [[Double]]) throws(DataError) -> [Double] {
      let board = try Self.build(columns) { (recipe) throws(DataError) in
        recipe.normalise = .none
        recipe.aggregate = [try Aggregation(parsing: method)]
      }
      return Array(board.scores.column(board.framework.root))
    }
    // The documented answer to a zero: nothing compensates for it.
    for method in ["geometric", "harmonic", "power(exponent=-2)"] {
      #expect(try scores(method, [[0, 4], [5, 4]]) == [0, 4], "\(method)")
    }
    for method in ["geometric", "harmonic", "power(exponent=0.5)"] {
      let message = Self.refusal { () throws(DataError) in
        _ = try scores(method, [[-1, 4], [5, 4]])
      }
      #expect(message.contains("'score', u0: 'i0' is -1"), "\(message)")
    }
    let message = Self.refusal { () throws(DataError) in
      _ = try scores("mazziotta-pareto", [[-1, 4], [1, 4]])
    }
    #expect(message.contains("u0: the mean of the parts is not above 0"), "\(message)")
    #expect(
      Self.refusal { () throws(DataError) in _ = try scores("power", [[1, 2]]) }.contains(
        "exponent=NUMBER"))
  }

  @Test func missingValues() throws {
    let nan = Double.nan
    let columns = [[nan, 1, 2, 3], [nan, 4, nan, 8], [nan, 0, 6, 9]]
    // A row without any value is never scored, even where imputation is on.
    let board = try Self.build(columns) { (recipe) in recipe.impute = .mean }
    #expect(board.units == ["u1", "u2", "u3"])
    #expect(board.prepared.excluded.map(\.reason) == ["no indicator has a value"])
    #expect(board.prepared.imputed[1, 1] == 6)
    #expect(board.flags == [.actual, .imputed, .actual])
    // Without imputation the weights are brought to 1 over what is known, if enough is.
    let open = try Self.build(columns) { (recipe) in recipe.normalise = .none }
    #expect(open.scores[1, 3] == 4)
    let strict = try Self.build(columns) { (recipe) in
      recipe.normalise = .none
      recipe.known = 0.7
    }
    #expect(strict.scores[1, 3].isNaN && strict.ranks[1, 3].isNaN)
    let rows = strict.observations([.scores]).filter { $0.component == "score" }
    #expect(rows.map(\.territory) == ["u1", "u2", "u3", "u0"])
    #expect(rows[1].value == nil && rows[1].note.contains("less than 70 %"))
    #expect(rows[3].note == "no indicator has a value")
    #expect(
      Self.refusal { () throws(DataError) in
        _ = try Self.build([[nan, 1, 2], [nan, nan, nan]]) { _ in }
      }.contains("'i1': no unit has a value"))
    #expect(
      Self.refusal { () throws(DataError) in
        _ = try Self.build([[1, 2, 3], [nan, 1, 2]]) { (recipe) in
          recipe.impute = .groupMean(grouping: "g")
        }
      }.contains("'i1': no value in the group 'alone' to impute from"))
    #expect(
      Self.refusal { () throws(DataError) in
        _ = try Self.build([[1, 2], [2, 1]]) { (recipe) in
          recipe.impute = .groupMean(grouping: "region")
        }
      }.contains("unknown grouping of the imputation 'region' (g)"))
    #expect(
      Self.refusal { () throws(DataError) in
        _ = try Self.build([[1, nan, nan], [2, nan, nan]]) { _ in }
      }.contains("at least two units, and 1 of 3"))
  }

  @Test func weightsAndDenominators() {
    func message(
      _ change: (inout Recipe) -> Void, _ metadata: @escaping (Int) -> IndicatorMetadata
    ) -> String {
      Self.refusal { () throws(DataError) in
        _ = try Self.build([[1, 2], [2, 1]], { (recipe) in change(&recipe) }, metadata: metadata)
      }
    }
    let shares = message({ $0.weights = [.shares] }) {
      IndicatorMetadata(code: "i\($0)", weight: 0.4)
    }
    #expect(shares.contains("'score': the weights of its parts add up to 0.8, not to 1 or 100"))
    let zero = message({ _ in }) { IndicatorMetadata(code: "i\($0)", denominator: "d") }
    #expect(zero.contains("denominators must be above 0: u0: 'd' is 0"), "\(zero)")
    let unknown = message({ _ in }) { IndicatorMetadata(code: "i\($0)", denominator: "e") }
    #expect(unknown.contains("unknown denominator of 'i0' 'e' (d)"), "\(unknown)")
    let domain = message({ _ in }) {
      IndicatorMetadata(code: "i\($0)", transformation: .boxCox(lambda: 0.5))
    }
    #expect(domain == "accepted")
    let levels = message({ $0.aggregate = [.arithmetic, .geometric] }) {
      IndicatorMetadata(code: "i\($0)")
    }
    #expect(levels.contains("2 levels of groups are given, and the framework has 1"))
  }

  @Test(arguments: [
    ("{", "it is not JSON"), ("{\"normalize\": \"z\"}", "unknown key of a recipe"),
    ("{\"normalise\": \"zz\"}", "unknown normalisation"), ("{\"known\": 2}", "accepted"),
    ("{\"weights\": \"equal\"}", "another type was expected at weights"),
    ("{\"indicators\": [{\"name\": {}}]}", "'code' is missing"),
    ("{\"ties\": \"first\"}", "none of those there are at ties"),
    (
      "{\"indicators\": [{\"code\": \"a\", \"goalposts\": {\"lower\": 0, \"upper\": 1, \"cap\": \"both\"}}]}",
      "unknown key of goalposts"
    ),
    (
      "{\"indicators\": [{\"code\": \"a\", \"name\": {\"de\": \"eins\"}}]}",
      "unknown language of an indicator"
    ),
  ])
  func recipeFiles(text: String, words: String) {
    let message = Self.refusal { () throws(DataError) in
      _ = try Recipe(json: Array(text.utf8), file: "recipe.json")
    }
    #expect(message.contains(words), "\(message)")
  }

  @Test(arguments: [
    ("name\na\n", "unknown column of meta.csv 'code'"),
    ("code,direction\na,up\n", "meta.csv:2: column 'direction': 'up' is no direction"),
    ("code,lower\na,1\n", "meta.csv:2: column 'lower': goalposts need both"),
    ("code,transformation\na,sqrt\n", "meta.csv:2: column 'transformation': 'sqrt'"),
    ("code,weight\na,heavy\n", "meta.csv:2: column 'weight'"),
    ("code,parent\na,b\nb,\nc,d\n", "meta.csv:4: 'c': the parent 'd' has no row of its own"),
    (
      "code,weight,lower,upper\na,-2,1,2\nb,1,5,4\n",
      "meta.csv:2: 'a': the weight -2 is below zero | meta.csv:3"
    ),
  ])
  func metadataFiles(text: String, words: String) {
    let message = Self.refusal { () throws(DataError) in
      let table = try CSVTable(bytes: Array(text.utf8), file: "meta.csv")
      _ = try IndicatorFramework(table)
    }
    #expect(message.contains(words), "\(message)")
  }
}
