internal import ESSData
internal import ESSNumerics

/// Writes a network in the forms that other programs read.
public enum NetworkExport: String, Sendable, CaseIterable {
  /// GraphML, which Gephi, igraph, NetworkX and Cytoscape read.
  case graphml
  /// Pajek's network file.
  case pajek
  /// A CSV table of ties: source, target, weight.
  case ties

  /// The bytes of the file; only ties that the network has are visited.
  public func bytes(_ network: ActorNetwork) -> [UInt8] {
    switch self {
    case .graphml: Self.graphML(network)
    case .pajek: Self.pajek(network)
    case .ties: Self.table(network)
    }
  }

  private static func table(_ network: ActorNetwork) -> [UInt8] {
    var text = DelimitedText()
    text.add([.text("source"), .text("target"), .text("weight")])
    forEachTie(network) { source, target, weight in
      text.add([
        .text(network.ids[source]), .text(network.ids[target]),
        .number(NumberText.shortest(weight)),
      ])
    }
    return text.bytes
  }

  private static func pajek(_ network: ActorNetwork) -> [UInt8] {
    let count = network.ids.count
    let sides = network.firstSide.map { " \($0)" } ?? ""
    var bytes = Array("*Vertices \(count)\(sides)\n".utf8)
    for (node, id) in network.ids.enumerated() {
      // A quotation mark would end the label, and Pajek has no escape for it.
      let label = String(id.map { $0 == "\"" ? "'" : $0.isNewline ? " " : $0 })
      bytes += "\(node + 1) \"\(label)\"\n".utf8
    }
    bytes += (network.graph.isDirected ? "*Arcs\n" : "*Edges\n").utf8
    forEachTie(network) { source, target, weight in
      bytes += "\(source + 1) \(target + 1) \(NumberText.shortest(weight))\n".utf8
    }
    return bytes
  }

  private static func graphML(_ network: ActorNetwork) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="double"/>

      """
    let attributes = network.attributes.keys.sorted()
    for (k, attribute) in attributes.enumerated() {
      text +=
        "  <key id=\"a\(k)\" for=\"node\" attr.name=\"\(escaped(attribute))\" attr.type=\"string\"/>\n"
    }
    if network.firstSide != nil {
      text += "  <key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"boolean\"/>\n"
    }
    let direction = network.graph.isDirected ? "directed" : "undirected"
    text += "  <graph edgedefault=\"\(direction)\">\n"
    var bytes = Array(text.utf8)
    let ids = network.ids.map(escaped)
    for node in ids.indices {
      var entry = "    <node id=\"\(ids[node])\">\n"
      entry += "      <data key=\"name\">\(escaped(network.names[node]))</data>\n"
      for (k, attribute) in attributes.enumerated() {
        guard let value = network.attributes[attribute]?[node], !value.isEmpty else { continue }
        entry += "      <data key=\"a\(k)\">\(escaped(value))</data>\n"
      }
      if let first = network.firstSide {
        entry += "      <data key=\"type\">\(node < first ? "false" : "true")</data>\n"
      }
      bytes += (entry + "    </node>\n").utf8
    }
    forEachTie(network) { source, target, weight in
      bytes +=
        ("    <edge source=\"\(ids[source])\" target=\"\(ids[target])\"><data key=\"weight\">"
        + "\(NumberText.shortest(weight))</data></edge>\n").utf8
    }
    bytes += "  </graph>\n</graphml>\n".utf8
    return bytes
  }

  private static func forEachTie(
    _ network: ActorNetwork, _ body: (_ source: Int, _ target: Int, _ weight: Double) -> Void
  ) {
    let graph = network.graph
    for node in 0..<graph.nodeCount {
      for tie in graph.ties(of: node)
      where graph.isDirected || Int(graph.neighbours[tie]) > node {
        body(node, Int(graph.neighbours[tie]), graph.weight(at: tie))
      }
    }
  }

  /// Text for XML; characters that XML 1.0 does not allow become a replacement character.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}
