internal import ESSData

extension Catalogue {
  private static let command = "indicators poverty change"
  private static let shapley =
    "Shorrocks (2013), Journal of Economic Inequality 11, 99-126, equation 5"
  private static let strictly = Translated(
    en:
      "Poor is strictly below the line. A group takes the members that have every cell at both ends, with its data share beside it.",
    fr:
      "Pauvre signifie strictement sous le seuil. Un groupe retient les membres ayant toutes les données aux deux dates, "
      + "avec la part couverte à côté.",
    es:
      "Pobre es estrictamente por debajo de la línea. Un grupo toma los miembros con todos los datos en ambas fechas, "
      + "con la parte cubierta al lado.")
  private static let oneVintage = Translated(
    en:
      "Both ends are of one line, one vintage and one list of members; population is that of the same vintage.",
    fr:
      "Les deux dates sont d'un même seuil, d'un même millésime et d'une même liste de membres ; la population est du même "
      + "millésime.",
    es:
      "Ambas fechas son de una misma línea, edición y lista de miembros; la población es de la misma edición."
  )
  private static let shapleyParts = Translated(
    en:
      "Each part is the mean over all orders of changing one thing at a time (Shapley), so none is a residual.",
    fr:
      "Chaque part est la moyenne sur tous les ordres de changement (Shapley) ; aucune n'est un résidu.",
    es: "Cada parte es la media sobre todos los órdenes de cambio (Shapley); ninguna es un residuo."
  )
  private static let pairing = Translated(
    en:
      "A poverty figure is paired with the growth figure of its own exercise unless another vintage is asked for, and then warned of.",
    fr:
      "Un chiffre de pauvreté est associé à la croissance de son propre exercice, sauf demande d'un autre millésime, alors signalée.",
    es:
      "Una cifra de pobreza se asocia al crecimiento de su propio ejercicio, salvo que se pida otra edición, y entonces se advierte."
  )

  static let poverty: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "poverty.headcount",
      name: Translated(
        en: "Poverty headcount ratio", fr: "Taux de pauvreté", es: "Tasa de pobreza"),
      definition: Translated(
        en: "Share of the population living in households strictly below the poverty line.",
        fr: "Part de la population vivant dans un ménage strictement sous le seuil de pauvreté.",
        es: "Parte de la población en hogares estrictamente por debajo de la línea de pobreza."),
      unit: "percent", range: "0 to 100",
      formula: "100 h; a group: sum(h P) / sum(P), matched cells",
      convention: strictly,
      reference: "Foster, Greer and Thorbecke (1984), Econometrica 52, 761-766 (alpha = 0)",
      command: command),
    IndicatorDefinition(
      id: "poverty.number_of_poor",
      name: Translated(
        en: "Number of poor", fr: "Nombre de pauvres", es: "Número de personas pobres"),
      definition: Translated(
        en: "Headcount ratio times population; published head counts stand beside it.",
        fr: "Taux de pauvreté multiplié par la population, à côté des effectifs publiés.",
        es: "Tasa de pobreza por la población, junto a las cifras publicadas."),
      unit: "persons", range: "0 to the population", formula: "N = h P",
      convention: oneVintage,
      reference: "Foster, Greer and Thorbecke (1984), Econometrica 52, 761-766", command: command),
    IndicatorDefinition(
      id: "poverty.headcount_change",
      name: Translated(
        en: "Change of the headcount ratio", fr: "Variation du taux de pauvreté",
        es: "Variación de la tasa de pobreza"),
      definition: Translated(
        en: "Headcount ratio at the end less at the start, on one line and one vintage.",
        fr: "Taux final moins taux initial, sur un même seuil et un même millésime.",
        es: "Tasa final menos tasa inicial, con una misma línea y una misma edición."),
      unit: "percentage_points", range: "-100 to 100", formula: "100 (h1 - h0)",
      convention: oneVintage, reference: "difference of headcount ratios", command: command),
    IndicatorDefinition(
      id: "poverty.number_change",
      name: Translated(
        en: "Change of the number of poor", fr: "Variation du nombre de pauvres",
        es: "Variación del número de personas pobres"),
      definition: Translated(
        en: "More poor people, and what moved them: rate (poverty within territories), population "
          + "(growth) and mix (people in poorer territories). The parts add up exactly.",
        fr: "Variation et ses composantes : rate (pauvreté dans les territoires), population "
          + "(croissance) et mix (répartition entre territoires). Leur somme est exacte.",
        es: "Variación y sus partes: rate (pobreza en los territorios), population (crecimiento) "
          + "y mix (reparto entre territorios). La suma es exacta."),
      unit: "persons", range: "any", formula: "N1 - N0 = rate + population + mix, Shapley values",
      convention: shapleyParts, reference: shapley, command: command),
    IndicatorDefinition(
      id: "poverty.data_share",
      name: Translated(
        en: "Population covered by the data", fr: "Population couverte par les données",
        es: "Población cubierta por los datos"),
      definition: Translated(
        en: "Share of the group's population in members with every cell at both ends.",
        fr: "Part de la population du groupe dans les membres ayant toutes les données.",
        es: "Parte de la población del grupo en miembros con todos los datos."),
      unit: "percent", range: "0 to 100", formula: "100 sum(P0, matched) / sum(P0)",
      convention: strictly, reference: "coverage of the aggregate", command: command),
    IndicatorDefinition(
      id: "poverty.growth_paired",
      name: Translated(
        en: "Growth figure of the exercise", fr: "Croissance du même exercice",
        es: "Crecimiento del mismo ejercicio"),
      definition: Translated(
        en: "Regional growth that stands beside a poverty figure; the note says whether both are "
          + "of one exercise.",
        fr: "Croissance régionale associée au chiffre de pauvreté ; la note dit si les deux sont "
          + "du même exercice.",
        es: "Crecimiento regional junto a la cifra de pobreza; la nota dice si ambos son del "
          + "mismo ejercicio."),
      unit: "percent", range: "any", formula: "published", convention: pairing,
      reference: "ECLAC, by vintage",
      command: command),
  ]
}
