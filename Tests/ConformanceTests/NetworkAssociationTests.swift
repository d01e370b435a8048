import ESSIndicators
import Testing

/// Cases N6 and N13 of the network study: associations of the Florentine families' ties, and likely ties of the karate club.
@Suite struct NetworkAssociationTests {
  typealias Reference = ReferenceNetworks

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  private let difference = DyadMatrix(nodes: 16, isSymmetric: true) {
    abs(Reference.wealth[$0] - Reference.wealth[$1])
  }
  private let sum = DyadMatrix(nodes: 16, isSymmetric: true) {
    Reference.wealth[$0] + Reference.wealth[$1]
  }

  // N6: 20 marriages, 15 business ties, 8 of both, 27 of either: Jaccard 0.2962962963.
  @Test func layers() throws {
    func pairs(_ ties: [[String]]) -> Set<Set<String>> { Set(ties.map { Set($0) }) }
    let change = TieChange(
      from: pairs(Reference.marriageTies), to: pairs(Reference.businessTies))
    #expect(change.kept + change.dissolved == 20 && change.kept + change.formed == 15)
    #expect(change.kept == 8 && change.kept + change.formed + change.dissolved == 27)
    #expect(near(change.jaccard, 0.2962962963))
  }

  // N6: 200,000 permutations give p = 0.00064; here 4,000, held to five standard errors of the share.
  @Test func correlation() throws {
    let test = try #require(
      MatrixPermutation.correlation(
        DyadMatrix(Reference.marriage), DyadMatrix(Reference.business), permutations: 4_000,
        seed: 1))
    #expect(near(test.statistic, 0.3718678721))
    let margin: Double = 5 * (0.00064 / 4_000).squareRoot() + 1 / 4_001.0
    #expect(near(test.greater, 0.00064, margin))
    #expect(!test.isExact && test.count == 4_000)
  }

  // N6: R's netlm; p by semi-partialling 0.00014 for business, 0.0022 for wealth at 150,000 permutations.
  @Test func regression() throws {
    let fit = try #require(
      MatrixPermutation.regression(
        DyadMatrix(Reference.marriage), on: [DyadMatrix(Reference.business), difference],
        permutations: 2_000, seed: 1))
    let coefficients = [0.0115567910, 0.4292240761, 0.0026646583]
    let t = [0.2469658004, 4.6124554994, 3.0852487650]
    #expect(zip(fit.coefficients, coefficients).allSatisfy { near($0, $1) })
    #expect(zip(fit.tValues, t).allSatisfy { near($0, $1) })
    #expect(near(fit.rSquared, 0.2031176130))
    #expect(fit.pairCount == 120)
    for (test, p) in zip(fit.tests, [0.00014, 0.0022]) {
      let margin: Double = 5 * (p / 2_000).squareRoot() + 1 / 2_001.0
      #expect(near(test.twoSided, p, margin))
    }
  }

  // Eight nodes or fewer: all orders are tried, and the observed one is among them.
  @Test func allOrders() throws {
    let ties = Graph(nodes: 4, sources: [0, 1, 2], targets: [1, 2, 3])
    let test = try #require(
      MatrixPermutation.correlation(
        DyadMatrix(ties), DyadMatrix(ties), permutations: 10, seed: 1))
    // A path of four nodes is mapped on itself by two of 24 orders.
    #expect(test.isExact && test.count == 24 && near(test.greater, 2 / 24.0, 1e-15))
  }

  // N6: statnet's tutorial prints -2.594929 and 0.010546.
  @Test func logit() throws {
    let one = try #require(TieRegression(Reference.marriage, terms: [sum]))
    #expect(near(one.coefficients[0], -2.5949290318) && near(one.coefficients[1], 0.0105459128))
    #expect(near(one.standardErrors[0], 0.5360560879) && near(one.standardErrors[1], 0.0046742558))
    #expect(near(one.logLikelihood, -51.5542861954) && near(one.aic, 107.1085723908))
    let two = try #require(TieRegression(Reference.marriage, terms: [sum, difference]))
    let expected = [-2.5270909742, 0.0045062181, 0.0111428633]
    #expect(zip(two.coefficients, expected).allSatisfy { near($0, $1) })
    #expect(near(two.logLikelihood, -50.7610235284))
    #expect(TieRegression(Reference.marriage, terms: [sum, sum]) == nil)
    // A term that tells tied pairs from others without error has no finite coefficient.
    #expect(
      TieRegression(Reference.marriage, terms: [DyadMatrix(Reference.marriage)]) == nil)
  }

  // N13.
  @Test func likelyTies() {
    let graph = Reference.karate
    let one = TieSimilarity(graph, 0, 33)
    let other = TieSimilarity(graph, 0, 32)
    #expect(near(one.adamicAdar, 2.7110197223) && near(other.adamicAdar, 1.6137400430))
    #expect(near(one.resourceAllocation, 0.9) && near(other.resourceAllocation, 0.4666666667))
    #expect(near(one.jaccard, 0.1379310345) && near(other.jaccard, 0.12))
  }
}
