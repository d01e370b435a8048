internal import ESSData

extension Catalogue {
  static let networkCommunities: [IndicatorDefinition] = [
    network(
      "modularity", "communities", unit: "number", range: "-1 to 1",
      formula: "sum over groups of inside / m - out in / m^2",
      reference: "Newman and Girvan (2004), Physical Review E 69, 026113; Barber (2007), Physical "
        + "Review E 76, 066102",
      name: Translated(
        en: "Modularity",
        fr: "Modularité",
        es: "Modularidad"),
      definition: Translated(
        en: "Share of the ties inside groups less what chance would give.",
        fr: "Part des liens internes aux groupes moins celle du hasard.",
        es: "Parte de los vínculos dentro de los grupos menos la que daría el azar.")),
    network(
      "stability", "communities", unit: "ratio", range: "0 to 1",
      formula: "mean agreement of the other runs with the best",
      reference: "Hubert and Arabie (1985), Journal of Classification 2, 193-218",
      name: Translated(
        en: "Stability of the groups",
        fr: "Stabilité des groupes",
        es: "Estabilidad de los grupos"),
      definition: Translated(
        en: "How far runs from other random orders find the same groups.",
        fr: "Mesure dans laquelle d'autres ordres aléatoires trouvent les mêmes groupes.",
        es: "En qué medida otros órdenes aleatorios encuentran los mismos grupos.")),
    network(
      "communities", "communities", unit: "count", range: "1 or more",
      formula: "number of groups",
      reference: "Traag, Waltman and van Eck (2019), Scientific Reports 9, 5233",
      name: Translated(
        en: "Number of groups",
        fr: "Nombre de groupes",
        es: "Número de grupos"),
      definition: Translated(
        en: "Groups of the best division.",
        fr: "Groupes de la meilleure division.",
        es: "Grupos de la mejor división.")),
    network(
      "community_size", "communities", unit: "count", range: "1 or more",
      formula: "nodes of a group",
      reference: "Traag, Waltman and van Eck (2019), Scientific Reports 9, 5233",
      name: Translated(
        en: "Size of a group found",
        fr: "Taille d'un groupe trouvé",
        es: "Tamaño de un grupo hallado"),
      definition: Translated(
        en: "Nodes of a group; groups are numbered by size.",
        fr: "Nœuds d'un groupe ; groupes numérotés par taille.",
        es: "Nodos de un grupo; grupos numerados por tamaño.")),
    network(
      "community", "communities", unit: "count", range: "1 or more",
      formula: "number of the node's group",
      reference: "Traag, Waltman and van Eck (2019), Scientific Reports 9, 5233",
      name: Translated(
        en: "Group of a node",
        fr: "Groupe d'un nœud",
        es: "Grupo de un nodo"),
      definition: Translated(
        en: "The group that a node is in, 1 being the largest.",
        fr: "Le groupe d'un nœud, 1 étant le plus grand.",
        es: "El grupo de un nodo, siendo 1 el mayor.")),
    network(
      "backbone_ties", "backbone", unit: "count", range: "0 or more",
      formula: "ties with p < level",
      reference: "Neal, Domagalski and Sagan (2021), Scientific Reports 11, 23929",
      name: Translated(
        en: "Ties of the backbone",
        fr: "Liens de l'ossature",
        es: "Vínculos del esqueleto"),
      definition: Translated(
        en: "Ties that chance would seldom give, by what is held fixed.",
        fr: "Liens que le hasard donnerait rarement, selon ce qui est fixé.",
        es: "Vínculos que el azar daría rara vez, según lo que se fija.")),
    network(
      "backbone_smallest", "backbone", unit: "ratio", range: "0 to 1",
      formula: "smallest p",
      reference: "definition of this project",
      name: Translated(
        en: "Smallest p",
        fr: "Plus petit p",
        es: "p mínimo"),
      definition: Translated(
        en: "The level from which there is a tie to keep.",
        fr: "Le seuil à partir duquel un lien est gardé.",
        es: "El nivel a partir del cual hay un vínculo que conservar.")),
    network(
      "backbone_p", "backbone", unit: "ratio", range: "0 to 1",
      formula: "P(at least as much shared), or (1 - w/s)^(k-1)",
      reference:
        "Serrano, Boguñá and Vespignani (2009), PNAS 106, 6483-6488; Saracco et al. (2015), "
        + "Scientific Reports 5, 10595",
      name: Translated(
        en: "p of a tie",
        fr: "p d'un lien",
        es: "p de un vínculo"),
      definition: Translated(
        en: "Chance of a tie at least as heavy, by what is held fixed.",
        fr: "Probabilité d'un lien au moins aussi lourd, selon ce qui est fixé.",
        es: "Probabilidad de un vínculo al menos tan pesado, según lo que se fija.")),
  ]
}
