internal import ESSData

extension Catalogue {
  static let stress: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.stress_rank",
      name: Translated(
        en: "Rank under uncertainty", fr: "Rang sous incertitude", es: "Rango bajo incertidumbre"),
      definition: Translated(
        en:
          "Rank by the recipe, and its median with interval and mean when weights, data and choices of the recipe are drawn anew.",
        fr:
          "Rang selon la recette, puis sa médiane avec intervalle et sa moyenne quand poids, données et choix de la recette sont tirés à nouveau.",
        es:
          "Rango según la receta, y su mediana con intervalo y media cuando pesos, datos y decisiones de la receta se sortean de nuevo."
      ),
      unit: "place", range: "1 or more",
      formula:
        "quantiles of 1 + number of units with a higher score, over replications",
      convention: Translated(
        en:
          "The interval holds the sources that method names, and no others; quantiles are ranks that occurred (inverse distribution function).",
        fr:
          "L'intervalle contient les sources que nomme method, et nulle autre ; les quantiles sont des rangs observés (fonction de répartition inverse).",
        es:
          "El intervalo contiene las fuentes que nombra method, y ninguna otra; los cuantiles son rangos que ocurrieron (función de distribución inversa)."
      ),
      reference:
        "Saisana, Saltelli and Tarantola (2005), Journal of the Royal Statistical Society A 168, 307-323",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.stress_top",
      name: Translated(
        en: "Share among the first", fr: "Part parmi les premiers",
        es: "Parte entre los primeros"),
      definition: Translated(
        en: "Share of replications in which the unit is among the first so many.",
        fr: "Part des réplications où l'unité est parmi les premières, en tel nombre.",
        es: "Parte de las réplicas en que la unidad está entre las primeras, en tal número."),
      unit: "probability", range: "0 to 1",
      formula: "number of replications with rank at most k / replications",
      reference: "Lahdelma and Salminen (2001), Operations Research 49, 444-454",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.stress_shift",
      name: Translated(
        en: "Mean shift of ranks", fr: "Déplacement moyen des rangs",
        es: "Desplazamiento medio de los rangos"),
      definition: Translated(
        en: "Mean over units and replications of the distance of ranks from the recipe's.",
        fr: "Moyenne, sur unités et réplications, de l'écart des rangs à ceux de la recette.",
        es: "Media, sobre unidades y réplicas, de la distancia de los rangos a los de la receta."),
      unit: "place", range: "0 or more",
      formula: "mean of |rank - rank of the recipe|",
      reference: "OECD and JRC (2008), Handbook on Constructing Composite Indicators, equation 38",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.stress_acceptability",
      name: Translated(
        en: "Rank acceptability", fr: "Acceptabilité du rang", es: "Aceptabilidad del rango"),
      definition: Translated(
        en:
          "Share of replications in which the unit has a rank; ranks that it never has are left out.",
        fr:
          "Part des réplications où l'unité a un rang ; les rangs qu'elle n'a jamais sont omis.",
        es:
          "Parte de las réplicas en que la unidad tiene un rango; los rangos que nunca tiene se omiten."
      ),
      unit: "probability", range: "0 to 1",
      formula: "number of replications with the rank / replications",
      reference: "Lahdelma and Salminen (2001), Operations Research 49, 444-454",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.stress_central_weight",
      name: Translated(
        en: "Central weight", fr: "Poids central", es: "Peso central"),
      definition: Translated(
        en:
          "Mean weight of an indicator over the replications in which the unit is first: the preferences that speak for it.",
        fr:
          "Poids moyen d'un indicateur dans les réplications où l'unité est première : les préférences qui parlent pour elle.",
        es:
          "Peso medio de un indicador en las réplicas en que la unidad es primera: las preferencias que hablan por ella."
      ),
      unit: "ratio", range: "0 to 1",
      formula: "mean of the weight in the whole, given rank 1",
      reference: "Lahdelma and Salminen (2001), Operations Research 49, 444-454",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.stress_confidence",
      name: Translated(
        en: "Confidence factor", fr: "Facteur de confiance", es: "Factor de confianza"),
      definition: Translated(
        en:
          "Share of replications in which the unit is first with its central weights, everything else drawn.",
        fr:
          "Part des réplications où l'unité est première avec ses poids centraux, tout le reste étant tiré.",
        es:
          "Parte de las réplicas en que la unidad es primera con sus pesos centrales, sorteado todo lo demás."
      ),
      unit: "probability", range: "0 to 1",
      formula: "number of replications with rank 1 at the central weights / replications",
      reference: "Lahdelma and Salminen (2001), Operations Research 49, 444-454",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.sobol_first",
      name: Translated(
        en: "First-order sensitivity", fr: "Sensibilité de premier ordre",
        es: "Sensibilidad de primer orden"),
      definition: Translated(
        en:
          "Share of the variance of a rank (without territory: of the mean shift of ranks) that a source explains by itself.",
        fr:
          "Part de la variance d'un rang (sans territoire : du déplacement moyen des rangs) qu'une source explique à elle seule.",
        es:
          "Parte de la varianza de un rango (sin territorio: del desplazamiento medio de los rangos) que una fuente explica por sí sola."
      ),
      unit: "ratio_any", range: "any",
      formula: "V(E(y | factor)) / V(y)",
      convention: Translated(
        en: "An estimate of a small index can be below 0.",
        fr: "L'estimation d'un petit indice peut être négative.",
        es: "La estimación de un índice pequeño puede ser negativa."),
      reference:
        "Saltelli and others (2010), Computer Physics Communications 181, 259-270",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.sobol_total",
      name: Translated(
        en: "Total sensitivity", fr: "Sensibilité totale", es: "Sensibilidad total"),
      definition: Translated(
        en:
          "Share of the variance that would remain if all sources but this one were known, interactions included.",
        fr:
          "Part de la variance qui resterait si toutes les sources sauf celle-ci étaient connues, interactions comprises.",
        es:
          "Parte de la varianza que quedaría si se conocieran todas las fuentes menos esta, con sus interacciones."
      ),
      unit: "ratio_any", range: "0 or more",
      formula: "E(V(y | all other factors)) / V(y), Jansen's estimator",
      reference: "Jansen (1999), Computer Physics Communications 117, 35-43",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.removal_shift",
      name: Translated(
        en: "Shift without an indicator", fr: "Déplacement sans un indicateur",
        es: "Desplazamiento sin un indicador"),
      definition: Translated(
        en:
          "Mean distance that ranks move when an indicator is left out; the note says who is first then.",
        fr:
          "Distance moyenne dont les rangs bougent quand un indicateur est écarté ; la note dit qui est alors premier.",
        es:
          "Distancia media que se mueven los rangos cuando se excluye un indicador; la nota dice quién es entonces el primero."
      ),
      unit: "place", range: "0 or more",
      formula: "mean of |rank without the indicator - rank|",
      reference: "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 7",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.removal_largest",
      name: Translated(
        en: "Largest move without an indicator", fr: "Plus grand mouvement sans un indicateur",
        es: "Mayor movimiento sin un indicador"),
      definition: Translated(
        en:
          "The territory whose rank moves most when an indicator is left out, and by how many places.",
        fr:
          "Le territoire dont le rang bouge le plus quand un indicateur est écarté, et de combien de places.",
        es:
          "El territorio cuyo rango se mueve más cuando se excluye un indicador, y cuántos puestos."
      ),
      unit: "place", range: "any",
      formula: "rank without the indicator - rank; above 0 for the worse",
      reference: "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 7",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.winner_change",
      name: Translated(
        en: "Weight to move for the first place", fr: "Poids à déplacer pour la première place",
        es: "Peso que mover para el primer puesto"),
      definition: Translated(
        en:
          "The least weight to take from some parts and give to others for this territory to have none above it.",
        fr:
          "Le moindre poids à prendre à certaines parties et à donner à d'autres pour que ce territoire n'en ait aucun au-dessus.",
        es:
          "El menor peso que quitar a unas partes y dar a otras para que este territorio no tenga ninguno por encima."
      ),
      unit: "ratio", range: "0 to 1",
      formula:
        "min of sum |w' - w| / 2 over weights w' with the unit's score at least every other's",
      convention: Translated(
        en:
          "Exact for arithmetic means, all weights of other groups as they are; empty where no weights put the territory first.",
        fr:
          "Exact pour les moyennes arithmétiques, les poids des autres groupes restant tels quels ; vide si aucun poids ne met le territoire en tête.",
        es:
          "Exacto para medias aritméticas, con los pesos de los demás grupos sin cambio; vacío si ningún peso pone primero al territorio."
      ),
      reference: "definition of this project",
      command: "indicators territories stress"),
    IndicatorDefinition(
      id: "territories.winner_weight",
      name: Translated(
        en: "Weights that change the winner", fr: "Poids qui changent le premier",
        es: "Pesos que cambian al primero"),
      definition: Translated(
        en:
          "The weights after the smallest change that puts another territory first; the note has the weight before.",
        fr:
          "Les poids après le plus petit changement qui met un autre territoire en tête ; la note donne le poids d'avant.",
        es:
          "Los pesos tras el menor cambio que pone primero a otro territorio; la nota da el peso de antes."
      ),
      unit: "ratio", range: "0 to 1",
      formula: "the weights w' of the smallest change",
      reference: "definition of this project",
      command: "indicators territories stress"),
  ]
}
