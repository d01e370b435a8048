internal import ESSData
internal import ESSNumerics

extension NetworkProjection {
  /// The whole, and the ties listed.
  public func displays(_ context: DisplayContext) -> [Display] {
    let all = observations
    let isTie = { (row: Observation) in row.indicator == "network.tie_weight" }
    let isPair = { (row: Observation) in
      ["network.adamic_adar", "network.resource_allocation", "network.neighbour_jaccard"]
        .contains(row.indicator)
    }
    let whole = Display.list(
      context.words("Projection", "Projection", "Proyección"),
      all.filter { !isTie($0) && !isPair($0) }, context)
    let ties = Display.list(
      context.words("Heaviest ties", "Liens les plus lourds", "Vínculos más pesados"),
      all.filter(isTie), context)
    let pairs = Display.list(
      context.words("Likely ties", "Liens probables", "Vínculos probables"), all.filter(isPair),
      context)
    return [whole] + (listed.isEmpty ? [] : [ties]) + (predicted.isEmpty ? [] : [pairs])
  }
}

extension NetworkCentrality {
  /// The most central nodes by degree, with every measure.
  public func display(_ context: DisplayContext, most: Int) -> Display {
    var table = NodeTable(
      title: context.words("Centrality", "Centralité", "Centralidad"),
      nodeHeader: context.words("node", "nœud", "nodo"))
    for measure in measures {
      let name = Catalogue[measure.indicator]?.name[context.language] ?? measure.indicator
      let isCount = ["network.degree", "network.in_degree", "network.core"].contains(
        measure.indicator)
      table.columns.append((name, measure.values, isCount ? 0 : 4))
    }
    if sourceCount < network.ids.count {
      table.notes.append(
        context.words(
          "Betweenness estimated from \(sourceCount) sources: with a probability of 0.95 no share is off "
            + "by more than \(NumberText.shortest(options.error)).",
          "Intermédiarité estimée depuis \(sourceCount) sources : avec une probabilité de 0,95 aucune "
            + "part ne s'écarte de plus de \(NumberText.shortest(options.error)).",
          "Intermediación estimada desde \(sourceCount) fuentes: con probabilidad 0,95 ninguna parte se "
            + "desvía más de \(NumberText.shortest(options.error))."))
    }
    return table.display(network, most: most, context)
  }
}

extension NetworkBrokerage {
  /// Structural holes of the nodes that have most, roles, and bridging alliances.
  public func displays(_ context: DisplayContext, most: Int) -> [Display] {
    var table = NodeTable(
      title: context.words("Structural holes", "Trous structurels", "Agujeros estructurales"),
      nodeHeader: context.words("node", "nœud", "nodo"))
    let names = ["effective_size", "constraint", "efficiency", "hierarchy"].map {
      Catalogue["network.\($0)"]?.name[context.language] ?? $0
    }
    table.columns = [
      (names[0], holes.effectiveSize, 4), (names[1], holes.constraint, 4),
      (names[2], holes.efficiency, 4), (names[3], holes.hierarchy, 4),
    ]
    var displays = [table.display(network, most: most, context)]
    if let roles {
      var counts = NodeTable(
        title: context.words("Brokerage roles", "Rôles de courtage", "Papeles de intermediación")
          + ", \(attribute ?? "")", nodeHeader: table.nodeHeader)
      let order = [5] + Array(0..<5)
      counts.columns = order.map { role in
        (Self.roleNames[role], roles.nodes.map { Double($0[role].value) }, 0)
      }
      counts.columns.append(("z", roles.nodes.map { $0[5].z }, 2))
      if !network.graph.isDirected {
        counts.notes = [
          context.words(
            "Ties run both ways, so that each pair of others counts twice.",
            "Les liens vont dans les deux sens : chaque paire d'autres compte deux fois.",
            "Los vínculos van en ambos sentidos: cada par de otros cuenta dos veces.")
        ]
      }
      displays.append(counts.display(network, most: most, context))
    }
    if bridging != nil {
      displays.append(
        .list(
          context.words(
            "Pairs that only one alliance joins", "Paires jointes par une seule alliance",
            "Pares que une sola alianza une"),
          Array(
            observations.filter { $0.indicator == "network.bridging" }
              .sorted { ($1.value ?? -1) < ($0.value ?? -1) }.prefix(most)), context))
    }
    displays += [null.flatMap { Display([$0], context) }].compactMap(\.self)
    return displays
  }
}

extension NetworkKeyActors {
  /// The choices of alliances, and the four ranks side by side.
  public func displays(_ context: DisplayContext, most: Int) -> [Display] {
    let isChoice = { (row: Observation) in
      [
        "network.coverage_choice", "network.greedy_ratio", "network.fragmentation_without",
        "network.reach",
      ].contains(row.indicator)
    }
    let choices = Display.list(
      context.words(
        "Best together", "Les meilleurs ensemble", "Los mejores en conjunto"),
      observations.filter(isChoice), context)
    let ranked = network.ids.indices.sorted { left, right in
      func sum(_ node: Int) -> Int {
        Measure.allCases.reduce(0) { $0 + (places[$1]?[node].rank ?? 0) }
      }
      return (sum(left), left) < (sum(right), right)
    }
    func text(_ place: Place?) -> String {
      guard let place, place.value != nil else { return "-" }
      guard let ranks = place.ranks else { return "\(place.rank)" }
      return "\(place.rank) (\(Int(ranks.lowerBound))-\(Int(ranks.upperBound)))"
    }
    let rows = ranked.prefix(most).map { node -> [String] in
      [network.ids[node]] + Measure.allCases.map { text(places[$0]?[node]) }
    }
    let percent = NumberText.shortest(options.deleted * 100)
    let ranks = Display(
      title: context.words("Ranks side by side", "Rangs côte à côte", "Rangos lado a lado"),
      columns: [Display.Column(context.words("node", "nœud", "nodo"), isNumeric: false)]
        + Measure.allCases.map {
          Display.Column(Catalogue["network.\($0.rawValue)"]?.name[context.language] ?? $0.rawValue)
        }, rows: rows,
      notes: [
        context.words(
          "In brackets the ranks in \(NumberText.shortest(options.level * 100)) % of \(options.draws) "
            + "random deletions of \(percent) % of the relations.",
          "Entre parenthèses les rangs dans \(NumberText.shortest(options.level * 100)) % de "
            + "\(options.draws) suppressions aléatoires de \(percent) % des relations.",
          "Entre paréntesis los rangos en el \(NumberText.shortest(options.level * 100)) % de "
            + "\(options.draws) borrados al azar del \(percent) % de las relaciones.")
      ])
    return [choices, ranks]
  }
}
