internal import ESSData

extension Catalogue {
  static let networkMixing: [IndicatorDefinition] = [
    network(
      "external_internal", "mixing", unit: "number", range: "-1 to 1",
      formula: "(E - I) / (E + I)",
      reference: "Krackhardt and Stern (1988), Social Psychology Quarterly 51, 123-140",
      name: Translated(
        en: "E-I index",
        fr: "Indice E-I",
        es: "Índice E-I"),
      definition: Translated(
        en: "Ties between groups less ties inside groups, per tie; -1 is only inside.",
        fr: "Liens entre groupes moins liens internes, par lien ; -1 : internes seulement.",
        es: "Vínculos entre grupos menos internos, por vínculo; -1: solo internos.")),
    network(
      "external_internal_expected", "mixing", unit: "number", range: "-1 to 1",
      formula: "1 - 2 sum n_g (n_g - 1) / (n (n-1))",
      reference: "Krackhardt and Stern (1988), Social Psychology Quarterly 51, 123-140",
      name: Translated(
        en: "E-I index expected",
        fr: "Indice E-I attendu",
        es: "Índice E-I esperado"),
      definition: Translated(
        en: "The E-I index expected if groups were given to nodes at random.",
        fr: "L'indice E-I attendu si les groupes étaient donnés au hasard.",
        es: "El índice E-I esperado si los grupos se dieran al azar.")),
    network(
      "external_share", "mixing", unit: "ratio", range: "0 to 1",
      formula: "E / (E + I)",
      reference: "definition of this project",
      name: Translated(
        en: "Ties between groups",
        fr: "Liens entre groupes",
        es: "Vínculos entre grupos"),
      definition: Translated(
        en: "Share of the ties that join different groups.",
        fr: "Part des liens qui joignent des groupes différents.",
        es: "Parte de los vínculos que unen grupos distintos.")),
    network(
      "assortativity", "mixing", unit: "number", range: "-1 to 1",
      formula: "(sum e_ii - sum a_i b_i) / (1 - sum a_i b_i)",
      reference: "Newman (2003), Physical Review E 67, 026126",
      name: Translated(
        en: "Assortativity",
        fr: "Assortativité",
        es: "Asortatividad"),
      definition: Translated(
        en: "How far ties stay inside groups beyond chance; 1 is always.",
        fr: "Mesure dans laquelle les liens restent internes au-delà du hasard ; 1 : toujours.",
        es: "En qué medida los vínculos quedan dentro de los grupos más allá del azar; 1: "
          + "siempre.")),
    network(
      "numeric_assortativity", "mixing", unit: "number", range: "-1 to 1",
      formula: "correlation over ties of the values at both ends",
      reference: "Newman (2003), Physical Review E 67, 026126",
      name: Translated(
        en: "Numeric assortativity",
        fr: "Assortativité numérique",
        es: "Asortatividad numérica"),
      definition: Translated(
        en: "Correlation of a number, such as degree, at the two ends of a tie.",
        fr: "Corrélation d'un nombre, comme le degré, aux deux bouts d'un lien.",
        es: "Correlación de un número, como el grado, en los dos extremos de un vínculo.")),
    network(
      "group_size", "mixing", unit: "count", range: "0 or more",
      formula: "nodes of a group",
      reference: "definition of this project",
      name: Translated(
        en: "Size of a group",
        fr: "Taille d'un groupe",
        es: "Tamaño de un grupo"),
      definition: Translated(
        en: "Nodes of a group.",
        fr: "Nœuds d'un groupe.",
        es: "Nodos de un grupo.")),
    network(
      "mixing", "mixing", unit: "number", range: "0 or more",
      formula: "weight of the ties from group to group",
      reference: "Newman (2003), Physical Review E 67, 026126",
      name: Translated(
        en: "Mixing matrix",
        fr: "Matrice de mélange",
        es: "Matriz de mezcla"),
      definition: Translated(
        en: "Weight of the ties between two groups.",
        fr: "Poids des liens entre deux groupes.",
        es: "Peso de los vínculos entre dos grupos.")),
    network(
      "blau", "mixing", unit: "ratio", range: "0 to 1",
      formula: "1 - sum q_k^2 over the members of an alliance",
      reference: "Blau (1977), Inequality and Heterogeneity",
      name: Translated(
        en: "Heterogeneity of an alliance",
        fr: "Hétérogénéité d'une alliance",
        es: "Heterogeneidad de una alianza"),
      definition: Translated(
        en: "Chance that two members drawn with replacement are of different groups; without "
          + "component the mean.",
        fr: "Probabilité que deux membres tirés avec remise soient de groupes différents ; "
          + "sans composant, la moyenne.",
        es: "Probabilidad de que dos miembros sorteados con reemplazo sean de grupos "
          + "distintos; sin componente, la media.")),
    network(
      "convening", "mixing", unit: "ratio", range: "0 to 1",
      formula: "pairs sharing an alliance with a government / pairs sharing any",
      reference: "definition of this project",
      name: Translated(
        en: "Convening share of governments",
        fr: "Part de rassemblement des gouvernements",
        es: "Parte convocante de los gobiernos"),
      definition: Translated(
        en: "Share of the pairs of other actors in a common alliance that has a government in it.",
        fr: "Part des paires d'autres acteurs dans une alliance commune comptant un gouvernement.",
        es: "Parte de los pares de otros actores en una alianza común con un gobierno dentro.")),
  ]
}
