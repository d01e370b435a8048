internal import ESSData

extension TerritoryPeers {
  /// The peers as a table, with the indicators that add most to each distance.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let table = distance.table
    let rows = peers.enumerated().map { rank, peer -> [String] in
      let shares = zip(distance.names, peer.separation.shares).compactMap { name, share in
        share.map { (name: name, share: $0) }
      }
      let drivers = shares.enumerated().filter { $0.element.share > 0 }
        .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.prefix(3)
      return [
        "\(rank + 1)", context.name(table.territories[peer.territory]),
        style.text(peer.separation.distance, decimals: 3), "\(peer.separation.compared)",
        drivers.map { "\($0.element.name) \(style.text(100 * $0.element.share, decimals: 0)) %" }
          .joined(separator: ", "),
      ]
    }
    return Display(
      title: context.words("Peers", "Pairs", "Pares") + ": "
        + context.name(table.territories[territory]),
      columns: [
        Display.Column(context.words("rank", "rang", "rango")), context.territoryColumn(),
        Display.Column(context.words("distance", "distance", "distancia")),
        Display.Column(context.words("indicators", "indicateurs", "indicadores")),
        Display.Column(
          context.words(
            "what keeps them apart", "ce qui les sépare", "lo que los separa"), isNumeric: false),
      ], rows: rows,
      notes: [distance.method + "."]
        + leftOutNote(distance.dropped, context))
  }
}

extension TerritoryClusters {
  /// The clusters as tables: the numbers tried, the clusters with their means, the territories with their silhouettes.
  public func displays(_ context: DisplayContext) -> [Display] {
    [tried(context), profiles(context), members(context)]
  }

  private func tried(_ context: DisplayContext) -> Display {
    let style = context.style
    return Display(
      title: context.words("Number of clusters", "Nombre de groupes", "Número de grupos"),
      columns: [
        Display.Column(context.words("clusters", "groupes", "grupos")),
        Display.Column(context.words("inertia", "inertie", "inercia")),
        Display.Column(
          context.words("mean silhouette", "silhouette moyenne", "silueta media")),
        Display.Column("", isNumeric: false),
      ],
      rows: cuts.map {
        [
          "\($0.count)", style.text($0.inertia, decimals: 2),
          style.text($0.silhouette?.mean, decimals: 3),
          $0.count == suggested
            ? context.words("suggested", "suggéré", "sugerido")
            : $0.count == chosen.count ? context.words("chosen", "choisi", "elegido") : "",
        ]
      }, notes: leftOutNote(dropped, context))
  }

  private func profiles(_ context: DisplayContext) -> Display {
    let groups = (0..<chosen.count).map { cluster in
      table.territories.indices.filter { chosen.labels[$0] == cluster }
    }
    return Display(
      title: context.words("Means by cluster", "Moyennes par groupe", "Medias por grupo"),
      columns: [
        Display.Column(
          context.words("indicator", "indicateur", "indicador"), isNumeric: false)
      ] + groups.indices.map { Display.Column("\($0 + 1)") },
      rows: [
        [context.words("territories", "territoires", "territorios")]
          + groups.map { "\($0.count)" }
      ]
        + options.variables.indices.map { index in
          [options.variables[index]]
            + groups.map { context.style.text(means(of: $0)[index].mean, decimals: 2) }
        })
  }

  private func members(_ context: DisplayContext) -> Display {
    let order = table.territories.indices.sorted {
      let (a, b) = (chosen.silhouette?.values[$0] ?? 0, chosen.silhouette?.values[$1] ?? 0)
      return (chosen.labels[$0], b, $0) < (chosen.labels[$1], a, $1)
    }
    return Display(
      title: context.words("Members", "Membres", "Miembros"),
      columns: [
        Display.Column(context.words("cluster", "groupe", "grupo")), context.territoryColumn(),
        Display.Column(context.words("silhouette", "silhouette", "silueta")),
      ],
      rows: order.map {
        [
          "\(chosen.labels[$0] + 1)", context.name(table.territories[$0]),
          context.style.text(chosen.silhouette?.values[$0], decimals: 3),
        ]
      })
  }
}

private func leftOutNote(_ dropped: [String], _ context: DisplayContext) -> [String] {
  guard !dropped.isEmpty else { return [] }
  let names = context.list(dropped.map(context.name))
  return [
    context.words(
      "Left out for want of values: \(names).", "Écartés faute de valeurs : \(names).",
      "Omitidos por falta de valores: \(names).")
  ]
}
