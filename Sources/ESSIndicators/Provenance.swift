internal import ESSData

/// The worst status and the sources of the cells that a number was computed from.
struct Provenance: Sendable {
  private(set) var status = ObservationStatus.actual
  private var list = SourceList()

  init(_ cells: [Panel.Cell] = []) {
    for cell in cells {
      status = max(status, cell.status)
      list.add(cell.source)
    }
  }

  /// That of numbers from the cells of all of these.
  init(_ parts: [Provenance]) {
    for part in parts {
      status = max(status, part.status)
      list.add(part.sources)
    }
  }

  /// Source keys, each once, in the order met.
  var sources: [String] { list.keys }
}
