internal import ESSData

extension Catalogue {
  /// A definition of the Alliances room, by the verb that computes it.
  static func alliance(
    _ id: String, _ verb: String, unit: String, range: String, formula: String, reference: String,
    name: Translated, definition: Translated
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id: "alliances.\(id)", name: name, definition: definition, unit: unit, range: range,
      formula: formula, convention: allianceConventions[verb], reference: reference,
      command: "indicators alliances \(verb)")
  }

  static let allianceCoverage: [IndicatorDefinition] = [
    alliance(
      "pairing", "coverage", unit: "ratio", range: "0 to 1",
      formula: "mean of R1 R3 over the frame",
      reference: "definition of this project",
      name: Translated(
        en: "Local and supranational at once", fr: "Local et supranational à la fois",
        es: "Local y supranacional a la vez"),
      definition: Translated(
        en: "Share of the frame with a local organisation in an alliance and an "
          + "alliance beyond the country.",
        fr: "Part du cadre ayant une organisation locale dans une alliance et une "
          + "alliance au-delà du pays.",
        es: "Parte del marco con una organización local en una alianza y una alianza "
          + "más allá del país.")),
    alliance(
      "survival", "coverage", unit: "ratio", range: "0 to 1",
      formula: "mean of 1 - q^d over the frame, 0 where d = 0",
      reference: "Albert, Jeong and Barabasi (2000), Nature 406, 378-382",
      name: Translated(
        en: "Survival of coverage", fr: "Survie de la couverture",
        es: "Supervivencia de la cobertura"),
      definition: Translated(
        en: "Expected share of the frame still covered if each alliance fails with "
          + "probability q, independently.",
        fr: "Part attendue du cadre encore couverte si chaque alliance échoue avec la "
          + "probabilité q, indépendamment.",
        es: "Parte esperada del marco aún cubierta si cada alianza falla con "
          + "probabilidad q, de forma independiente.")),
    alliance(
      "depth_by_tier", "coverage", unit: "count", range: "0 or more",
      formula: "mean of d over the frame",
      reference: "definition of this project",
      name: Translated(
        en: "Alliances present by tier", fr: "Alliances présentes par niveau de preuve",
        es: "Alianzas presentes por nivel de evidencia"),
      definition: Translated(
        en: "Mean number of alliances with relations stated (A), also implied by a seat "
          + "(B), also commitments (C).",
        fr: "Nombre moyen d'alliances par relations déclarées (A), aussi par siège (B), "
          + "aussi engagements (C).",
        es: "Número medio de alianzas con relaciones declaradas (A), también por puesto "
          + "(B), también compromisos (C).")),
    alliance(
      "concentration", "coverage", unit: "ratio", range: "-1 to 1",
      formula: "2 cov(y, rank of the shock) / mean(y)",
      reference: "Wagstaff, Paci and van Doorslaer (1991), Social Science and Medicine 33, "
        + "545-557",
      name: Translated(
        en: "Concentration on the hardest hit", fr: "Concentration sur les plus touchés",
        es: "Concentración en los más golpeados"),
      definition: Translated(
        en: "Whether breadth or depth is greater where the shock was worse (above 0) or "
          + "milder (below 0).",
        fr: "Si l'étendue ou la profondeur est plus grande là où le choc fut plus fort "
          + "(> 0) ou plus faible (< 0).",
        es: "Si la amplitud o la profundidad es mayor donde el choque fue peor (> 0) o "
          + "más leve (< 0).")),
    alliance(
      "attenuated_depth", "coverage", unit: "count", range: "0 or more",
      formula: "sum over alliances of min(1, X (I - alpha N)^-1)",
      reference: "Katz (1953), Psychometrika 18, 39-43",
      name: Translated(
        en: "Attenuated number of alliances", fr: "Nombre atténué d'alliances",
        es: "Número atenuado de alianzas"),
      definition: Translated(
        en: "Alliances reached, each counting alpha to the power of its removes.",
        fr: "Alliances touchées, chacune comptant alpha à la puissance de sa distance.",
        es: "Alianzas alcanzadas, cada una cuenta alfa elevado a su distancia.")),
    alliance(
      "reach", "coverage", unit: "count", range: "0 to the frame",
      formula: "territories t with X_ta > 0",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Territories reached", fr: "Territoires touchés", es: "Territorios alcanzados"),
      definition: Translated(
        en: "Territories of the frame in which an alliance, a level or an organisation "
          + "is present.",
        fr: "Territoires du cadre où une alliance, une échelle ou une organisation est "
          + "présente.",
        es: "Territorios del marco donde está presente una alianza, una escala o una "
          + "organización.")),
    alliance(
      "unique", "coverage", unit: "count", range: "0 to the frame",
      formula: "v(all) - v(all but one)",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Covered by it alone", fr: "Couverts par elle seule", es: "Cubiertos solo por ella"),
      definition: Translated(
        en: "Territories of the frame that nothing else covers.",
        fr: "Territoires du cadre que rien d'autre ne couvre.",
        es: "Territorios del marco que nada más cubre.")),
    alliance(
      "loss", "coverage", unit: "ratio", range: "0 to 1",
      formula: "AC - AC without it",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Coverage lost when it leaves", fr: "Couverture perdue à son départ",
        es: "Cobertura perdida si se va"),
      definition: Translated(
        en: "Fall of coverage without an alliance, a level or an organisation; plain, "
          + "by population or by need.",
        fr: "Baisse de la couverture sans une alliance, une échelle ou une organisation "
          + "; simple, par population ou par besoin.",
        es: "Caída de la cobertura sin una alianza, una escala o una organización; "
          + "simple, por población o por necesidad.")),
    alliance(
      "depth_loss", "coverage", unit: "count", range: "0 or more",
      formula: "mean d - mean d without it",
      reference: "definition of this project",
      name: Translated(
        en: "Depth lost when it leaves", fr: "Profondeur perdue à son départ",
        es: "Profundidad perdida si se va"),
      definition: Translated(
        en: "Fall of the mean number of alliances of a territory without it, directly "
          + "or through federations.",
        fr: "Baisse du nombre moyen d'alliances d'un territoire sans elle, directement "
          + "ou par des fédérations.",
        es: "Caída del número medio de alianzas de un territorio sin ella, directamente "
          + "o por federaciones.")),
    alliance(
      "level_complete_loss", "coverage", unit: "count", range: "0 to the frame",
      formula: "complete territories - those without it",
      reference: "definition of this project",
      name: Translated(
        en: "Complete territories lost", fr: "Territoires complets perdus",
        es: "Territorios completos perdidos"),
      definition: Translated(
        en: "Territories with all three levels that would not have them without it.",
        fr: "Territoires aux trois échelles qui ne les auraient pas sans elle.",
        es: "Territorios con las tres escalas que no las tendrían sin ella.")),
    alliance(
      "shapley", "coverage", unit: "count", range: "0 to the frame",
      formula: "sum over its territories of 1 / players present",
      reference: "Shapley (1953), Contributions to the Theory of Games II, 307-317",
      name: Translated(
        en: "Contribution to coverage", fr: "Apport à la couverture", es: "Aporte a la cobertura"),
      definition: Translated(
        en: "Shapley value of the number of covered territories: exact, since all who "
          + "are present share a territory equally.",
        fr: "Valeur de Shapley du nombre de territoires couverts : exacte, car tous les "
          + "présents partagent un territoire également.",
        es: "Valor de Shapley del número de territorios cubiertos: exacto, pues todos "
          + "los presentes comparten un territorio por igual.")),
    alliance(
      "shapley_share", "coverage", unit: "ratio", range: "0 to 1",
      formula: "sum over its territories of w / players present / sum(w)",
      reference: "Shapley (1953), Contributions to the Theory of Games II, 307-317",
      name: Translated(
        en: "Contribution to coverage, share", fr: "Apport à la couverture, part",
        es: "Aporte a la cobertura, parte"),
      definition: Translated(
        en: "Shapley value of coverage, plain, by population or by need.",
        fr: "Valeur de Shapley de la couverture, simple, par population ou par besoin.",
        es: "Valor de Shapley de la cobertura, simple, por población o por necesidad.")),
    alliance(
      "shapley_level_complete", "coverage", unit: "count", range: "0 to the frame",
      formula: "sum over sets J of marks of (-1)^(|J|+1) / holders of a mark of J",
      reference: "Shapley (1953), Contributions to the Theory of Games II, 307-317",
      name: Translated(
        en: "Contribution to complete territories", fr: "Apport aux territoires complets",
        es: "Aporte a los territorios completos"),
      definition: Translated(
        en: "Shapley value of the number of territories with all three levels; exact.",
        fr: "Valeur de Shapley du nombre de territoires aux trois échelles ; exacte.",
        es: "Valor de Shapley del número de territorios con las tres escalas; exacto.")),
    alliance(
      "shapley_federated_depth", "coverage", unit: "count", range: "0 or more",
      formula: "mean gain over orders of joining",
      reference: "Shapley (1953), Contributions to the Theory of Games II, 307-317",
      name: Translated(
        en: "Contribution to federated reach", fr: "Apport à la portée fédérée",
        es: "Aporte al alcance federado"),
      definition: Translated(
        en: "Shapley value of the mean number of alliances reached, by an "
          + "organisation's memberships and those of the alliance it is.",
        fr: "Valeur de Shapley du nombre moyen d'alliances touchées, par les adhésions "
          + "d'une organisation et de l'alliance qu'elle est.",
        es: "Valor de Shapley del número medio de alianzas alcanzadas, por las "
          + "membresías de una organización y de la alianza que es.")),
    alliance(
      "coverage_by_year", "coverage", unit: "ratio", range: "0 to 1",
      formula: "sum(w c) / sum(w) of relations that held in the year",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Coverage by year", fr: "Couverture par année", es: "Cobertura por año"),
      definition: Translated(
        en: "Coverage by the relations that held in a year.",
        fr: "Couverture par les relations en vigueur dans l'année.",
        es: "Cobertura por las relaciones vigentes en el año.")),
    alliance(
      "depth_by_year", "coverage", unit: "count", range: "0 or more",
      formula: "mean of d of the year",
      reference: "definition of this project",
      name: Translated(
        en: "Alliances present by year", fr: "Alliances présentes par année",
        es: "Alianzas presentes por año"),
      definition: Translated(
        en: "Mean number of alliances of a territory by the relations that held in a year.",
        fr: "Nombre moyen d'alliances d'un territoire par les relations en vigueur dans "
          + "l'année.",
        es: "Número medio de alianzas de un territorio por las relaciones vigentes en "
          + "el año.")),
    alliance(
      "alliances_by_year", "coverage", unit: "count", range: "0 or more",
      formula: "alliances with a relation in the year",
      reference: "definition of this project",
      name: Translated(
        en: "Alliances by year", fr: "Alliances par année", es: "Alianzas por año"),
      definition: Translated(
        en: "Alliances with a relation that held in a year.",
        fr: "Alliances ayant une relation en vigueur dans l'année.",
        es: "Alianzas con una relación vigente en el año.")),
    alliance(
      "relations_by_year", "coverage", unit: "count", range: "0 or more",
      formula: "relations that held in the year",
      reference: "definition of this project",
      name: Translated(
        en: "Relations by year", fr: "Relations par année", es: "Relaciones por año"),
      definition: Translated(
        en: "Recorded relations that held in a year.",
        fr: "Relations recensées en vigueur dans l'année.",
        es: "Relaciones registradas vigentes en el año.")),
    alliance(
      "dated_share", "coverage", unit: "ratio", range: "0 to 1",
      formula: "relations with a first year / relations",
      reference: "definition of this project",
      name: Translated(
        en: "Share of relations dated", fr: "Part des relations datées",
        es: "Parte de relaciones fechadas"),
      definition: Translated(
        en: "Relations whose first year is known, among those that count.",
        fr: "Relations dont la première année est connue, parmi celles qui comptent.",
        es: "Relaciones cuyo primer año se conoce, entre las que cuentan.")),
    alliance(
      "penetration", "coverage", unit: "ratio", range: "0 to 1",
      formula: "organisations of the territory in an alliance / organisations listed",
      reference: "definition of this project",
      name: Translated(
        en: "Penetration", fr: "Pénétration", es: "Penetración"),
      definition: Translated(
        en: "Share of a territory's organisations that are in an alliance; undefined, not 0, "
          + "where none is listed.",
        fr: "Part des organisations d'un territoire dans une alliance ; non définie, et non 0, si "
          + "aucune n'est recensée.",
        es: "Parte de las organizaciones de un territorio en una alianza; no definida, y no 0, si "
          + "ninguna consta.")),
    alliance(
      "affiliated", "coverage", unit: "ratio", range: "0 to 1",
      formula: "organisations in an alliance / organisations listed",
      reference: "definition of this project",
      name: Translated(
        en: "Affiliated organisations", fr: "Organisations affiliées",
        es: "Organizaciones afiliadas"),
      definition: Translated(
        en: "Share of all organisations listed that are in an alliance that counts.",
        fr: "Part de toutes les organisations recensées dans une alliance qui compte.",
        es: "Parte de todas las organizaciones que constan en una alianza que cuenta.")),
    alliance(
      "shock_by_depth", "coverage", unit: "number", range: "any",
      formula: "mean of the shock where d >= median(d), and where d < median(d)",
      reference: "definition of this project",
      name: Translated(
        en: "Shock by number of alliances", fr: "Choc selon le nombre d'alliances",
        es: "Choque según el número de alianzas"),
      definition: Translated(
        en: "Mean shock, by default the rate of the output lost, of territories with at least the "
          + "median number of alliances, and of the others.",
        fr:
          "Choc moyen, par défaut le taux de production perdue, des territoires ayant au moins le "
          + "nombre médian d'alliances, et des autres.",
        es: "Choque medio, por defecto la tasa de producción perdida, de los territorios con al "
          + "menos el número mediano de alianzas, y de los demás.")),
  ]
}
