internal import ESSData

extension Catalogue {
  static let allianceQuestions: [IndicatorDefinition] = [
    alliance(
      "federation_share", "questions", unit: "ratio", range: "0 to 1",
      formula: "F(B) - F(B*)",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Connected by federations alone", fr: "Reliées par les seules fédérations",
        es: "Conectadas solo por federaciones"),
      definition: Translated(
        en: "Share of pairs of organisations that only alliances of alliances connect.",
        fr: "Part des paires d'organisations que seules des alliances d'alliances relient.",
        es: "Parte de los pares de organizaciones que solo alianzas de alianzas conectan.")),
    alliance(
      "group_organisations", "questions", unit: "count", range: "0 or more",
      formula: "organisations in an alliance of the group",
      reference: "definition of this project",
      name: Translated(
        en: "Organisations in a group of alliances", fr: "Organisations d'un groupe d'alliances",
        es: "Organizaciones de un grupo de alianzas"),
      definition: Translated(
        en: "Organisations in an alliance for research and knowledge, or for "
          + "inter-cooperation.",
        fr: "Organisations dans une alliance de recherche et savoirs, ou "
          + "d'intercoopération.",
        es: "Organizaciones en una alianza de investigación y saberes, o de "
          + "intercooperación.")),
    alliance(
      "group_territories", "questions", unit: "count", range: "0 to the frame",
      formula: "territories in an alliance of the group",
      reference: "definition of this project",
      name: Translated(
        en: "Territories in a group of alliances", fr: "Territoires d'un groupe d'alliances",
        es: "Territorios de un grupo de alianzas"),
      definition: Translated(
        en: "Territories of the frame in an alliance for research and knowledge, or for "
          + "inter-cooperation.",
        fr: "Territoires du cadre dans une alliance de recherche et savoirs, ou "
          + "d'intercoopération.",
        es: "Territorios del marco en una alianza de investigación y saberes, o de "
          + "intercooperación.")),
    alliance(
      "network_gain", "questions", unit: "ratio", range: "0 to 1",
      formula: "F(B without the group) - F(B)",
      reference: "Huggins and Thompson (2014), Journal of Economic Geography 14, 511-543",
      name: Translated(
        en: "Network gain", fr: "Gain de réseau", es: "Ganancia de red"),
      definition: Translated(
        en: "Rise of the share of pairs not connected without a group of alliances.",
        fr: "Hausse de la part de paires non reliées sans un groupe d'alliances.",
        es: "Aumento de la parte de pares no conectados sin un grupo de alianzas.")),
    alliance(
      "group_bridging", "questions", unit: "ratio", range: "0 to 1",
      formula: "pairs joined by the group and nothing else / pairs that it joins",
      reference: "Burt (1992), Structural Holes",
      name: Translated(
        en: "Pairs joined by a group alone", fr: "Paires reliées par un groupe seul",
        es: "Pares unidos solo por un grupo"),
      definition: Translated(
        en: "Among the pairs that share an alliance of a group, those that share no other.",
        fr: "Parmi les paires qui partagent une alliance d'un groupe, celles qui n'en "
          + "partagent aucune autre.",
        es: "Entre los pares que comparten una alianza de un grupo, los que no "
          + "comparten otra.")),
    alliance(
      "recovery_slope", "questions", unit: "percentage_points", range: "any",
      formula: "least squares slope, HC1, t(n - 2)",
      reference: "MacKinnon and White (1985), Journal of Econometrics 29, 305-325",
      name: Translated(
        en: "Recovery for one alliance more", fr: "Reprise par alliance de plus",
        es: "Recuperación por alianza más"),
      definition: Translated(
        en: "Output two periods after the reference, in percent of it, for one alliance "
          + "more: an association, not an effect.",
        fr: "Production deux périodes après la référence, en pour cent de celle-ci, par "
          + "alliance de plus : une association, pas un effet.",
        es: "Producción dos períodos después de la referencia, en por ciento de ella, "
          + "por alianza más: una asociación, no un efecto.")),
    alliance(
      "government_share", "questions", unit: "ratio", range: "0 to 1",
      formula: "governments / organisations",
      reference: "definition of this project",
      name: Translated(
        en: "Governments among organisations", fr: "Gouvernements parmi les organisations",
        es: "Gobiernos entre las organizaciones"),
      definition: Translated(
        en: "Share of the organisations in alliances that are local, regional or "
          + "national governments.",
        fr: "Part des organisations des alliances qui sont des gouvernements locaux, "
          + "régionaux ou nationaux.",
        es: "Parte de las organizaciones de las alianzas que son gobiernos locales, "
          + "regionales o nacionales.")),
    alliance(
      "convening_weighted", "questions", unit: "ratio", range: "0 to 1",
      formula: "convening share with pairs weighted 1 / (s - 1)",
      reference: "Newman (2001), Physical Review E 64, 016132",
      name: Translated(
        en: "Convening share, weighted", fr: "Part convoquée, pondérée",
        es: "Parte convocada, ponderada"),
      definition: Translated(
        en: "Share of the pairs of other organisations that meet a government, large "
          + "alliances counting less.",
        fr: "Part des paires d'autres organisations qui rencontrent un gouvernement, "
          + "les grandes alliances comptant moins.",
        es: "Parte de los pares de otras organizaciones que encuentran un gobierno, con "
          + "menos peso de las grandes alianzas.")),
    alliance(
      "across_types", "questions", unit: "ratio", range: "0 to 1",
      formula: "pairs of different types / pairs that share an alliance",
      reference: "definition of this project",
      name: Translated(
        en: "Pairs of different types of actor", fr: "Paires d'acteurs de types différents",
        es: "Pares de actores de tipos distintos"),
      definition: Translated(
        en: "Share of the pairs that share an alliance whose types of actor differ.",
        fr: "Part des paires partageant une alliance dont les types d'acteur diffèrent.",
        es: "Parte de los pares que comparten una alianza cuyos tipos de actor difieren.")),
    alliance(
      "effective_themes", "questions", unit: "count", range: "1 or more",
      formula: "exp(-sum p ln p)",
      reference: "Hill (1973), Ecology 54, 427-432",
      name: Translated(
        en: "Effective number of themes", fr: "Nombre effectif de thèmes",
        es: "Número efectivo de temas"),
      definition: Translated(
        en: "Number of equally common themes that would be as diverse as the relations "
          + "over themes.",
        fr: "Nombre de thèmes également fréquents qui seraient aussi divers que les "
          + "relations par thème.",
        es: "Número de temas igualmente frecuentes que serían tan diversos como las "
          + "relaciones por tema.")),
    alliance(
      "mean_themes", "questions", unit: "count", range: "0 or more",
      formula: "mean over the frame of themes present",
      reference: "definition of this project",
      name: Translated(
        en: "Themes of a territory", fr: "Thèmes d'un territoire", es: "Temas de un territorio"),
      definition: Translated(
        en: "Mean number of themes of the alliances present in a territory.",
        fr: "Nombre moyen de thèmes des alliances présentes dans un territoire.",
        es: "Número medio de temas de las alianzas presentes en un territorio.")),
    alliance(
      "theme_coverage", "questions", unit: "ratio", range: "0 to 1",
      formula: "mean of 1[(G'BH) > 0] over the frame",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Coverage by theme", fr: "Couverture par thème", es: "Cobertura por tema"),
      definition: Translated(
        en: "Share of the frame with an alliance of a theme.",
        fr: "Part du cadre ayant une alliance d'un thème.",
        es: "Parte del marco con una alianza de un tema.")),
    alliance(
      "mean_blau", "questions", unit: "ratio", range: "0 to 1",
      formula: "mean of 1 - sum(q^2) over alliances of two or more",
      reference: "Blau (1977), Inequality and Heterogeneity",
      name: Translated(
        en: "Mix of actors in an alliance", fr: "Mélange d'acteurs d'une alliance",
        es: "Mezcla de actores de una alianza"),
      definition: Translated(
        en: "Mean probability that two members drawn from an alliance are of different "
          + "types.",
        fr: "Probabilité moyenne que deux membres tirés d'une alliance soient de types "
          + "différents.",
        es: "Probabilidad media de que dos miembros de una alianza sean de tipos distintos.")),
  ]
}
