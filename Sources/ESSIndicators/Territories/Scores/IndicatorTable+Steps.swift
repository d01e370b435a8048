internal import ESSData
internal import ESSNumerics

extension IndicatorTable {
  /// The values, divided by their denominators; missing where value or denominator is.
  ///
  /// - Throws: `DataError` that lists every denominator that is not above 0.
  func denominated() throws(DataError) -> Matrix {
    var elements = values.elements
    var faults: [String] = []
    for (column, node) in framework.indicators.enumerated() {
      guard let name = node.metadata.denominator, let divisors = denominators[name] else {
        continue
      }
      for unit in units.indices {
        let place = column * units.count + unit
        if divisors[unit] <= 0, !elements[place].isNaN {
          faults.append(
            "\(units[unit]): '\(name)' is \(NumberText.shortest(divisors[unit])), which '\(node.code)' is divided by"
          )
        }
        elements[place] /= divisors[unit]
      }
    }
    guard faults.isEmpty else {
      throw .notIdentified(
        "denominators must be above 0: " + faults.prefix(8).joined(separator: "; ")
          + (faults.count > 8 ? "; and \(faults.count - 8) more" : ""))
    }
    return Matrix(rows: values.rows, columns: values.columns, elements: elements)
  }

  /// Values after the transformations of the metadata.
  ///
  /// - Throws: `DataError` naming a value outside the domain of its transformation.
  func transformed(_ values: Matrix) throws(DataError) -> Matrix {
    var elements = values.elements
    for (column, node) in framework.indicators.enumerated()
    where node.metadata.transformation != .none {
      for unit in units.indices {
        let place = column * units.count + unit
        if elements[place].isNaN { continue }
        let value = node.metadata.transformation(elements[place])
        guard !value.isNaN else {
          throw .notIdentified(
            "\(units[unit]): '\(node.code)' is \(NumberText.shortest(elements[place])), which has no \(node.metadata.transformation)"
          )
        }
        elements[place] = value
      }
    }
    return Matrix(rows: values.rows, columns: values.columns, elements: elements)
  }
}
