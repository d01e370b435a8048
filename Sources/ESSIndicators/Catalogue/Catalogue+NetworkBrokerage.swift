internal import ESSData

extension Catalogue {
  static let networkBrokerage: [IndicatorDefinition] = [
    network(
      "constraint", "brokerage", unit: "number", range: "0 or more",
      formula: "sum over contacts of (p_ij + sum p_iq p_qj)^2",
      reference: "Burt (1992), Structural Holes",
      name: Translated(
        en: "Constraint",
        fr: "Contrainte",
        es: "Restricción"),
      definition: Translated(
        en: "How far a node's contacts are tied to each other; low for brokers.",
        fr: "Mesure dans laquelle les contacts d'un nœud sont liés entre eux ; faible pour les "
          + "courtiers.",
        es: "En qué medida los contactos de un nodo están unidos entre sí; bajo para "
          + "intermediarios.")),
    network(
      "effective_size", "brokerage", unit: "number", range: "0 or more",
      formula: "sum over contacts of 1 - sum p_iq m_jq",
      reference: "Burt (1992), Structural Holes",
      name: Translated(
        en: "Effective size",
        fr: "Taille effective",
        es: "Tamaño efectivo"),
      definition: Translated(
        en: "Contacts less their redundancy.",
        fr: "Contacts moins leur redondance.",
        es: "Contactos menos su redundancia.")),
    network(
      "efficiency", "brokerage", unit: "ratio", range: "0 to 1",
      formula: "effective size / contacts",
      reference: "Burt (1992), Structural Holes",
      name: Translated(
        en: "Efficiency",
        fr: "Efficacité",
        es: "Eficiencia"),
      definition: Translated(
        en: "Effective size per contact.",
        fr: "Taille effective par contact.",
        es: "Tamaño efectivo por contacto.")),
    network(
      "hierarchy", "brokerage", unit: "ratio", range: "0 to 1",
      formula: "sum r ln r / (N ln N), r = c_ij / mean",
      reference: "Burt (1992), Structural Holes",
      name: Translated(
        en: "Hierarchy",
        fr: "Hiérarchie",
        es: "Jerarquía"),
      definition: Translated(
        en: "How far the constraint comes from a single contact.",
        fr: "Mesure dans laquelle la contrainte vient d'un seul contact.",
        es: "En qué medida la restricción viene de un solo contacto.")),
    network(
      "brokerage", "brokerage", unit: "count", range: "0 or more",
      formula: "paths a - v - c with no tie a - c, by groups of the three",
      reference: "Gould and Fernandez (1989), Sociological Methodology 19, 89-126",
      name: Translated(
        en: "Brokerage",
        fr: "Courtage",
        es: "Intermediación entre grupos"),
      definition: Translated(
        en: "Times that a node stands between two that are not tied, by role; an undirected "
          + "pair counts twice.",
        fr: "Fois où un nœud est entre deux non liés, par rôle ; une paire non orientée compte "
          + "deux fois.",
        es: "Veces que un nodo está entre dos no unidos, por papel; un par no dirigido cuenta "
          + "dos veces.")),
    network(
      "brokerage_expected", "brokerage", unit: "number", range: "0 or more",
      formula: "N p^2 (1-p), p the density",
      reference: "Gould and Fernandez (1989), Sociological Methodology 19, 89-126",
      name: Translated(
        en: "Brokerage expected",
        fr: "Courtage attendu",
        es: "Intermediación esperada"),
      definition: Translated(
        en: "The count expected of ties drawn independently, groups given.",
        fr: "Le compte attendu de liens tirés indépendamment, groupes donnés.",
        es: "La cuenta esperada de vínculos sorteados independientemente, dados los grupos.")),
    network(
      "brokerage_z", "brokerage", unit: "number", range: "any",
      formula: "(count - expected) / sd, exact under independent ties",
      reference: "Gould and Fernandez (1989), Sociological Methodology 19, 89-126",
      name: Translated(
        en: "Brokerage, distance",
        fr: "Courtage, écart",
        es: "Intermediación, distancia"),
      definition: Translated(
        en: "The count in standard deviations from what is expected.",
        fr: "Le compte en écarts types de l'attendu.",
        es: "La cuenta en desviaciones típicas de lo esperado.")),
    network(
      "bridging", "brokerage", unit: "ratio", range: "0 to 1",
      formula: "pairs of members that share no other alliance / pairs",
      reference: "definition of this project",
      name: Translated(
        en: "Bridging share",
        fr: "Part de liaison",
        es: "Parte de enlace"),
      definition: Translated(
        en: "Share of the pairs that an alliance joins which nothing else joins.",
        fr: "Part des paires jointes par une alliance que rien d'autre ne joint.",
        es: "Parte de los pares que una alianza une y que nada más une.")),
  ]
}
