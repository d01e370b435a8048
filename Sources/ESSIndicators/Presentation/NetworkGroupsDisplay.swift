internal import ESSData
internal import ESSNumerics

extension NetworkMixing {
  /// The indices, the matrix, and the most mixed alliances.
  public func displays(_ context: DisplayContext, most: Int) -> [Display] {
    let all = observations
    let listed = ["network.mixing", "network.blau", "network.group_size"]
    let isOfDraws = { (row: Observation) in
      row.indicator.hasPrefix("network.null_") && row.method.contains("null=curveball")
    }
    let indices = Display.list(
      context.words("Mixing", "Mélange", "Mezcla") + ", \(options.attribute)",
      all.filter {
        !isOfDraws($0)
          && (!listed.contains($0.indicator) || ($0.indicator == listed[1] && $0.component.isEmpty))
      },
      context)
    let matrix = Display(
      title: context.words(
        "Ties between groups", "Liens entre groupes", "Vínculos entre grupos"),
      columns: [Display.Column("", isNumeric: false)] + labels.map { Display.Column($0) },
      rows: labels.indices.map { i in
        [labels[i]]
          + labels.indices.map { j in
            let value = mixing.matrix[i, j]
            let once = i == j && !network.graph.isDirected ? value / 2 : value
            return NumberText.fixed(once, decimals: once == once.rounded() ? 0 : 2)
          }
      })
    let mixed = blau.filter { $0.value != nil }.sorted { ($1.value ?? 0) < ($0.value ?? 0) }
    let alliances = Display(
      title: context.words(
        "Most mixed alliances", "Alliances les plus mélangées", "Alianzas más mezcladas"),
      columns: [
        Display.Column(context.words("alliance", "alliance", "alianza"), isNumeric: false),
        Display.Column("Blau"),
        Display.Column(context.words("members", "membres", "miembros")),
      ],
      rows: mixed.prefix(most).map {
        [$0.alliance.name, context.style.text($0.value, decimals: 4), "\($0.members)"]
      })
    return [indices, matrix] + (blau.isEmpty ? [] : [alliances])
      + [null.flatMap { Display([$0], context) }].compactMap(\.self)
  }
}

extension NetworkCommunities {
  /// Quality, and the groups with their first members.
  public func displays(_ context: DisplayContext) -> [Display] {
    let quality = Display.list(
      context.words("Communities", "Communautés", "Comunidades"),
      observations.filter {
        !["network.community", "network.community_size"].contains($0.indicator)
      }, context)
    let groups = Display(
      title: context.words("Groups", "Groupes", "Grupos"),
      columns: [
        Display.Column(context.words("group", "groupe", "grupo")),
        Display.Column(context.words("nodes", "nœuds", "nodos")),
        Display.Column(context.words("members", "membres", "miembros"), isNumeric: false),
      ],
      rows: communities.sizes.enumerated().prefix(40).map { group, size in
        let members = network.ids.indices.lazy
          .filter { Int(communities.groups[$0]) == group }.map { network.ids[$0] }
        return ["\(group + 1)", "\(size)", context.list(Array(members), most: 6)]
      })
    return [quality, groups]
  }
}

extension NetworkBackbone {
  /// The methods side by side: what they hold fixed, and what they keep.
  public func display(_ context: DisplayContext) -> Display {
    Display(
      title: context.words("Backbone", "Ossature", "Esqueleto"),
      columns: [
        Display.Column(context.words("method", "méthode", "método"), isNumeric: false),
        Display.Column(context.words("held fixed", "fixé", "fijo"), isNumeric: false),
        Display.Column(context.words("ties", "liens", "vínculos")),
        Display.Column(context.words("kept", "gardés", "conservados")),
        Display.Column(context.words("smallest p", "plus petit p", "p mínimo")),
      ],
      rows: parts.map { part in
        [
          part.method.rawValue, part.method.conditions, "\(part.p.count)", "\(part.kept)",
          context.style.text(part.smallest, decimals: 6),
        ]
      },
      notes: [
        context.words(
          "Kept: p below \(NumberText.shortest(options.level)), correction "
            + "\(options.correction.rawValue). The same tie may be beyond chance or not, by what is held "
            + "fixed.",
          "Gardés : p sous \(NumberText.shortest(options.level)), correction "
            + "\(options.correction.rawValue). Un même lien dépasse le hasard ou non, selon ce qui est fixé.",
          "Conservados: p bajo \(NumberText.shortest(options.level)), corrección "
            + "\(options.correction.rawValue). Un mismo vínculo supera el azar o no, según lo que se fija."
        )
      ])
  }
}

extension NetworkRobustness {
  /// Robustness by strategy, the first removals, and the alliances that most hangs on.
  public func displays(_ context: DisplayContext, most: Int) -> [Display] {
    let means = Display.list(
      context.words("Robustness", "Robustesse", "Robustez"),
      observations.filter {
        ["network.robustness", "network.single_membership"].contains($0.indicator)
      }, context)
    let shares = randomShares
    let steps = min(most, network.ids.count)
    let curves = Display(
      title: context.words(
        "Largest part after removals", "Plus grande composante après retraits",
        "Componente mayor tras retiradas"),
      columns: [Display.Column("k")]
        + targeted.flatMap {
          [Display.Column($0.name), Display.Column("", isNumeric: false)]
        } + [Display.Column(context.words("random", "hasard", "azar"))],
      rows: (0..<steps).map { step in
        ["\(step + 1)"]
          + targeted.flatMap { entry in
            [
              context.style.text(entry.curve.shares[step], decimals: 4),
              network.ids[entry.curve.order[step]],
            ]
          }
          + [context.style.text(shares.isEmpty ? nil : shares[step].mean, decimals: 4)]
      })
    let heavy = dependence.sorted {
      ($1.fragmentationRise ?? 0, $1.onlyHere) < ($0.fragmentationRise ?? 0, $0.onlyHere)
    }
    let alliances = Display(
      title: context.words(
        "What hangs on one alliance", "Ce qui tient à une alliance",
        "Lo que depende de una alianza"),
      columns: [
        Display.Column(context.words("alliance", "alliance", "alianza"), isNumeric: false),
        Display.Column(context.words("members", "membres", "miembros")),
        Display.Column(context.words("only here", "ici seulement", "solo aquí")),
        Display.Column(context.words("fragmentation", "fragmentation", "fragmentación")),
      ],
      rows: heavy.prefix(most).map {
        [
          $0.alliance.id, "\($0.members)", "\($0.onlyHere)",
          context.style.signed($0.fragmentationRise, decimals: 4),
        ]
      })
    return [means, curves] + (dependence.isEmpty ? [] : [alliances])
      + [null.flatMap { Display([$0], context) }].compactMap(\.self)
  }
}

extension NetworkAssociation {
  /// The three analyses, term by term.
  public func displays(_ context: DisplayContext) -> [Display] {
    func list(_ title: String, _ ids: [String]) -> Display {
      .list(title, observations.filter { ids.contains($0.indicator) }, context, decimals: 6)
    }
    return [
      list("QAP", ["network.qap", "network.qap_p"]),
      list(
        "MRQAP", ["network.mrqap", "network.mrqap_t", "network.mrqap_p", "network.mrqap_r_squared"]),
      list(
        context.words("Log odds", "Log-cotes", "Log-momios"),
        ["network.logit", "network.logit_fit"]),
    ]
  }
}
