internal import ESSData

extension Catalogue {
  static let networkProjection: [IndicatorDefinition] = [
    network(
      "total_weight", "project", unit: "number", range: "0 or more",
      formula: "sum over pairs of the weight",
      reference: "Newman (2001), Physical Review E 64, 016132",
      name: Translated(
        en: "Total weight",
        fr: "Poids total",
        es: "Peso total"),
      definition: Translated(
        en: "Sum of the weights of all pairs that share anything, kept or not.",
        fr: "Somme des poids de toutes les paires liées, gardées ou non.",
        es: "Suma de los pesos de todos los pares que comparten algo, conservados o no.")),
    network(
      "ties_kept", "project", unit: "count", range: "0 or more",
      formula: "pairs with weight >= minimum, or among the heaviest of an end",
      reference: "definition of this project",
      name: Translated(
        en: "Ties kept",
        fr: "Liens gardés",
        es: "Vínculos conservados"),
      definition: Translated(
        en: "Ties that the minimum weight and the number per node leave.",
        fr: "Liens que laissent le poids minimal et le nombre par nœud.",
        es: "Vínculos que dejan el peso mínimo y el número por nodo.")),
    network(
      "tie_weight", "project", unit: "number", range: "0 or more",
      formula: "count, 1/(s-1), c/(di+dj-c), c/min, c/sqrt(di dj), -ln p",
      reference: "Newman (2001), Physical Review E 64, 016132",
      name: Translated(
        en: "Weight of a tie",
        fr: "Poids d'un lien",
        es: "Peso de un vínculo"),
      definition: Translated(
        en: "How much two nodes share, by the weighting that the method names.",
        fr: "Ce que deux nœuds partagent, selon la pondération que nomme la méthode.",
        es: "Cuánto comparten dos nodos, según la ponderación que nombra el método.")),
    network(
      "adamic_adar", "project", unit: "number", range: "0 or more",
      formula: "sum over shared neighbours of 1 / ln(degree)",
      reference: "Adamic and Adar (2003), Social Networks 25, 211-230",
      name: Translated(
        en: "Likely tie (Adamic-Adar)",
        fr: "Lien probable (Adamic-Adar)",
        es: "Vínculo probable (Adamic-Adar)"),
      definition: Translated(
        en: "How likely a pair without a tie is to form one, by the neighbours that it shares.",
        fr: "Probabilité relative qu'une paire sans lien en forme un, par ses voisins communs.",
        es: "Cuán probable es que un par sin vínculo forme uno, por los vecinos que comparte.")),
    network(
      "resource_allocation", "project", unit: "number", range: "0 or more",
      formula: "sum over shared neighbours of 1 / degree",
      reference: "Zhou, Lü and Zhang (2009), European Physical Journal B 71, 623-630",
      name: Translated(
        en: "Likely tie (resource allocation)",
        fr: "Lien probable (allocation)",
        es: "Vínculo probable (asignación)"),
      definition: Translated(
        en: "The same with each shared neighbour counting 1 / its degree.",
        fr: "De même, chaque voisin commun comptant 1 / son degré.",
        es: "Lo mismo, contando cada vecino común 1 / su grado.")),
    network(
      "neighbour_jaccard", "project", unit: "ratio", range: "0 to 1",
      formula: "shared neighbours / neighbours of either",
      reference:
        "Jaccard (1901), Bulletin de la Société vaudoise des sciences naturelles 37, 547-579",
      name: Translated(
        en: "Likely tie (Jaccard)",
        fr: "Lien probable (Jaccard)",
        es: "Vínculo probable (Jaccard)"),
      definition: Translated(
        en: "Neighbours of both over neighbours of either.",
        fr: "Voisins des deux sur voisins de l'un ou l'autre.",
        es: "Vecinos de ambos sobre vecinos de cualquiera.")),
  ]
}
