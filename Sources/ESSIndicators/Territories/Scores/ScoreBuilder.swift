internal import ESSData
internal import ESSNumerics

/// Scores of nodes while groups are added from the lowest level up.
struct ScoreBuilder {
  private let framework: IndicatorFramework
  private let rows: Int
  private var elements: [Double]

  init(_ framework: IndicatorFramework, _ normalised: Matrix) {
    self.framework = framework
    rows = normalised.rows
    elements = normalised.elements
    elements.reserveCapacity(rows * framework.nodes.count)
  }

  /// Adds the next group, whose parts are there; `judging` are the weights that the known share is one of, if they are others.
  mutating func add(
    _ group: Int, _ aggregation: Aggregation, _ weights: [Double], _ known: Double,
    judging: [Double]? = nil, units: [String]
  ) throws(DataError) {
    let children = framework.nodes[group].children
    do throws(AggregationFault) {
      elements += try aggregation.scores(
        GroupParts(
          elements: elements, rows: rows, columns: children, nodes: framework.nodes,
          weights: weights, minimumShare: known, judging: judging))
    } catch {
      let name = "'\(framework.nodes[group].code)'"
      switch error {
      case .negative(let part, let unit, let value):
        throw .notIdentified(
          "\(name), \(units[unit]): '\(framework.nodes[children[part]].code)' is "
            + "\(NumberText.shortest(value)), and a \(aggregation.text.name) mean needs parts of at least 0; "
            + "choose a normalisation such as min-max")
      case .meanNotPositive(let unit):
        throw .notIdentified(
          "\(name), \(units[unit]): the mean of the parts is not above 0, which \(aggregation.text.name) divides by; "
            + "choose a normalisation such as z(mean=100,deviation=10)")
      case .comparison(let reason): throw reason.within(name)
      }
    }
  }

  /// Scores of a group's parts, which are there; units x parts.
  func parts(of group: Int) -> Matrix {
    Matrix(
      rows: rows, columns: framework.nodes[group].children.count,
      elements: framework.nodes[group].children.flatMap {
        elements[($0 * rows)..<(($0 + 1) * rows)]
      })
  }

  /// Scores of the nodes added so far; units x nodes.
  var matrix: Matrix {
    Matrix(rows: rows, columns: elements.count / max(rows, 1), elements: elements)
  }
}
