import ESSNumerics
import Testing

/// Ward's tree, k-means and silhouettes on Fisher's irises (Fisher 1936, Annals of Eugenics 7, 179-188).
@Suite struct ClusterTests {
  // Sepal length and width, petal length and width of 150 flowers, in millimetres.
  private static let millimetres = """
    51 35 14 2 49 30 14 2 47 32 13 2 46 31 15 2 50 36 14 2 54 39 17 4 46 34 14 3 50 34 15 2 44 29 14 2 49 31 15 1
    54 37 15 2 48 34 16 2 48 30 14 1 43 30 11 1 58 40 12 2 57 44 15 4 54 39 13 4 51 35 14 3 57 38 17 3 51 38 15 3
    54 34 17 2 51 37 15 4 46 36 10 2 51 33 17 5 48 34 19 2 50 30 16 2 50 34 16 4 52 35 15 2 52 34 14 2 47 32 16 2
    48 31 16 2 54 34 15 4 52 41 15 1 55 42 14 2 49 31 15 2 50 32 12 2 55 35 13 2 49 36 14 1 44 30 13 2 51 34 15 2
    50 35 13 3 45 23 13 3 44 32 13 2 50 35 16 6 51 38 19 4 48 30 14 3 51 38 16 2 46 32 14 2 53 37 15 2 50 33 14 2
    70 32 47 14 64 32 45 15 69 31 49 15 55 23 40 13 65 28 46 15 57 28 45 13 63 33 47 16 49 24 33 10 66 29 46 13 52 27 39 14
    50 20 35 10 59 30 42 15 60 22 40 10 61 29 47 14 56 29 36 13 67 31 44 14 56 30 45 15 58 27 41 10 62 22 45 15 56 25 39 11
    59 32 48 18 61 28 40 13 63 25 49 15 61 28 47 12 64 29 43 13 66 30 44 14 68 28 48 14 67 30 50 17 60 29 45 15 57 26 35 10
    55 24 38 11 55 24 37 10 58 27 39 12 60 27 51 16 54 30 45 15 60 34 45 16 67 31 47 15 63 23 44 13 56 30 41 13 55 25 40 13
    55 26 44 12 61 30 46 14 58 26 40 12 50 23 33 10 56 27 42 13 57 30 42 12 57 29 42 13 62 29 43 13 51 25 30 11 57 28 41 13
    63 33 60 25 58 27 51 19 71 30 59 21 63 29 56 18 65 30 58 22 76 30 66 21 49 25 45 17 73 29 63 18 67 25 58 18 72 36 61 25
    65 32 51 20 64 27 53 19 68 30 55 21 57 25 50 20 58 28 51 24 64 32 53 23 65 30 55 18 77 38 67 22 77 26 69 23 60 22 50 15
    69 32 57 23 56 28 49 20 77 28 67 20 63 27 49 18 67 33 57 21 72 32 60 18 62 28 48 18 61 30 49 18 64 28 56 21 72 30 58 16
    74 28 61 19 79 38 64 20 64 28 56 22 63 28 51 15 61 26 56 14 77 30 61 23 63 34 56 24 64 31 55 18 60 30 48 18 69 31 54 21
    67 31 56 24 69 31 51 23 58 27 51 19 68 32 59 23 67 33 57 25 67 30 52 23 63 25 50 19 65 30 52 20 62 34 54 23 59 30 51 18
    """

  private static let flowers: Matrix = {
    let numbers = millimetres.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
    return Matrix(rows: 150, columns: 4) { numbers[$0 * 4 + $1] / 10 }
  }()

  private static func isNear(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(value - expected) <= tolerance * abs(expected)
  }

  private static func sizes(_ labels: [Int]) -> [Int] {
    Dictionary(grouping: labels, by: \.self).values.map(\.count).sorted()
  }

  // The optima are those of du Merle, Hansen, Jaumard and Mladenovic (2000, SIAM Journal on Scientific Computing 21, 1485-1505), table of
  // Fisher's irises: 152.348, 78.8514, 57.2285 (57.2284 there, on a file with two other typing errors), 46.4462; all digits from
  // scikit-learn 1.9.1, KMeans(n_init=200), with silhouette_score beside them.
  @Test(arguments: [
    (2, 152.3479517603579, 0.6810461692117462), (3, 78.851441426146, 0.5528190123564095),
    (4, 57.22847321428572, 0.49805050499728737), (5, 46.446182051282065, 0.4887488870931056),
  ])
  func means(_ clusters: Int, _ inertia: Double, _ silhouette: Double) throws {
    let flowers = Self.flowers
    let found = try #require(KMeans(flowers, clusters: clusters, starts: 30, seed: 3))
    #expect(Self.isNear(found.inertia, inertia, 1e-12))
    #expect(found.startInertias.allSatisfy { $0 >= found.inertia })
    let distances = PairwiseDistance.squares(flowers).map { $0.squareRoot() }
    let own = try #require(Silhouette(distances: distances, labels: found.labels))
    #expect(Self.isNear(own.mean, silhouette, 1e-12))
    if clusters == 3 {
      #expect(Self.sizes(found.labels) == [38, 50, 62])
      for (flower, value) in [
        (0, 0.8529550597419), (50, 0.02672203191285), (100, 0.49927538492433),
      ] {
        #expect(Self.isNear(own.values[flower], value, 1e-10))
      }
      let lloyd = try #require(
        KMeans(flowers, clusters: 3, starts: 30, algorithm: .lloyd, seed: 3))
      #expect(Self.isNear(lloyd.inertia, inertia, 1e-12))
    }
  }

  // scipy.cluster.hierarchy.linkage(method="ward") and fcluster, SciPy 1.17.1.
  @Test func ward() throws {
    let tree = WardLinkage(Self.flowers)
    let heights = tree.merges.map(\.height)
    let last = [
      3.82805262029024, 4.84770850792184, 6.39940681951854, 12.30039605279259, 32.44760699959244,
    ]
    for (height, expected) in zip(heights.suffix(5), last) {
      #expect(Self.isNear(height, expected, 1e-12))
    }
    #expect(Self.isNear(heights.reduce(0, +), 138.16224196388305, 1e-12))
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
    let labels = tree.labels(3)
    #expect(Self.sizes(labels) == [36, 50, 64])
    let distances = PairwiseDistance.squares(Self.flowers).map { $0.squareRoot() }
    let silhouette = try #require(Silhouette(distances: distances, labels: labels))
    #expect(Self.isNear(silhouette.mean, 0.5543236611296419, 1e-12))
  }

  // By hand: points 0, 1 and 5 on a line. 0 and 1 join at 1; the pair's mean 0.5 is 4.5 from 5, and the height is the root of
  // 2 * 2 * 1 / 3 * 4.5^2 = 27.
  @Test func wardByHand() {
    let tree = WardLinkage(Matrix(column: [0, 1, 5]))
    #expect(tree.merges.map(\.left) == [0, 2] && tree.merges.map(\.right) == [1, 3])
    #expect(tree.merges[0].height == 1)
    #expect(Self.isNear(tree.merges[1].height, 27.0.squareRoot(), 1e-15))
    #expect(
      tree.labels(1) == [0, 0, 0] && tree.labels(2) == [0, 0, 1] && tree.labels(3) == [0, 1, 2])
  }

  @Test func limits() throws {
    // Fewer distinct points than clusters, and a cluster of one.
    #expect(KMeans(Matrix(column: [1, 1, 1]), clusters: 2) == nil)
    #expect(KMeans(Matrix(column: [1]), clusters: 2) == nil)
    let found = try #require(KMeans(Matrix(column: [0, 0, 9]), clusters: 2))
    #expect(found.labels == [0, 0, 1] && found.inertia == 0)
    let distances: [Double] = [0, 0, 9, 0, 0, 9, 9, 9, 0]
    #expect(Silhouette(distances: distances, labels: found.labels)?.values == [1, 1, 0])
    #expect(Silhouette(distances: distances, labels: [0, 1, 2]) == nil)
    #expect(Silhouette(distances: distances, labels: [0, 0, 0]) == nil)
  }
}
