internal import ESSData

extension Catalogue {
  static let networkKeyActors: [IndicatorDefinition] = [
    network(
      "coverage_choice", "key", unit: "ratio", range: "0 to 1",
      formula: "largest weight covered by k alliances / total weight",
      reference:
        "Church and ReVelle (1974), Papers of the Regional Science Association 32, 101-118",
      name: Translated(
        en: "Best k alliances",
        fr: "Meilleures k alliances",
        es: "Mejores k alianzas"),
      definition: Translated(
        en: "Share covered by k alliances: chosen greedily, at most possible, and the best "
          + "choice.",
        fr: "Part couverte par k alliances : choix glouton, maximum possible, meilleur choix.",
        es: "Parte cubierta por k alianzas: elección voraz, máximo posible y mejor elección.")),
    network(
      "greedy_ratio", "key", unit: "ratio", range: "0 to 1",
      formula: "greedy / best, at least 1 - (1 - 1/k)^k",
      reference: "Nemhauser, Wolsey and Fisher (1978), Mathematical Programming 14, 265-294",
      name: Translated(
        en: "Greedy against best",
        fr: "Glouton contre meilleur",
        es: "Voraz frente a mejor"),
      definition: Translated(
        en: "What the greedy choice covers, as a share of the best one.",
        fr: "Ce que couvre le choix glouton, en part du meilleur.",
        es: "Lo que cubre la elección voraz, como parte de la mejor.")),
    network(
      "fragmentation_without", "key", unit: "ratio", range: "0 to 1",
      formula: "max over sets of F without the set",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Fragmentation without a set",
        fr: "Fragmentation sans un ensemble",
        es: "Fragmentación sin un conjunto"),
      definition: Translated(
        en: "Fragmentation of the others without the set that holds most together.",
        fr: "Fragmentation des autres sans l'ensemble qui relie le plus.",
        es: "Fragmentación de los demás sin el conjunto que más une.")),
    network(
      "reach", "key", unit: "number", range: "0 or more",
      formula: "max over sets of sum 1 / distance to the set",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Reach of a set",
        fr: "Portée d'un ensemble",
        es: "Alcance de un conjunto"),
      definition: Translated(
        en: "Sum of the reciprocal distances of the others to the set that reaches most.",
        fr: "Somme des inverses des distances des autres à l'ensemble qui atteint le plus.",
        es: "Suma de las distancias inversas de los demás al conjunto que más alcanza.")),
    network(
      "kpp_negative", "key", unit: "number", range: "-1 to 1",
      formula: "F(without the node) - F",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Loss without the node",
        fr: "Perte sans le nœud",
        es: "Pérdida sin el nodo"),
      definition: Translated(
        en: "By how much fragmentation rises when the node leaves.",
        fr: "Hausse de la fragmentation quand le nœud part.",
        es: "Cuánto sube la fragmentación cuando el nodo se va.")),
    network(
      "kpp_positive", "key", unit: "ratio", range: "0 to 1",
      formula: "sum 1 / distance / (n-1)",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Reach of the node",
        fr: "Portée du nœud",
        es: "Alcance del nodo"),
      definition: Translated(
        en: "Mean reciprocal distance of the node to the others.",
        fr: "Moyenne des inverses des distances du nœud aux autres.",
        es: "Media de las distancias inversas del nodo a los demás.")),
    network(
      "unique_coverage", "key", unit: "number", range: "0 or more",
      formula: "weight of what is covered only through the node",
      reference:
        "Church and ReVelle (1974), Papers of the Regional Science Association 32, 101-118",
      name: Translated(
        en: "Unique coverage",
        fr: "Couverture unique",
        es: "Cobertura única"),
      definition: Translated(
        en: "Territories, or organisations, that are covered only through the node.",
        fr: "Territoires, ou organisations, couverts seulement par le nœud.",
        es: "Territorios, u organizaciones, cubiertos solo por el nodo.")),
    network(
      "rank", "key", unit: "count", range: "1 or more",
      formula: "1 + nodes with a larger value; interval over random deletions of relations",
      reference: "Borgatti, Carley and Krackhardt (2006), Social Networks 28, 124-136",
      name: Translated(
        en: "Rank",
        fr: "Rang",
        es: "Rango"),
      definition: Translated(
        en: "Rank by a measure, with the ranks under random deletion of relations.",
        fr: "Rang selon une mesure, avec les rangs sous suppression aléatoire de relations.",
        es: "Rango según una medida, con los rangos al borrar relaciones al azar.")),
    network(
      "robustness", "robustness", unit: "ratio", range: "0 to 0.5",
      formula: "mean share of the largest component over all removals",
      reference: "Schneider et al. (2011), PNAS 108, 3838-3841",
      name: Translated(
        en: "Robustness",
        fr: "Robustesse",
        es: "Robustez"),
      definition: Translated(
        en: "Mean share of the nodes in the largest part as all are removed one by one.",
        fr: "Part moyenne des nœuds dans la plus grande composante pendant le retrait de tous.",
        es: "Parte media de los nodos en el componente mayor al retirarlos todos uno a uno.")),
    network(
      "share_left", "robustness", unit: "ratio", range: "0 to 1",
      formula: "largest component after k removals / n",
      reference: "Albert, Jeong and Barabási (2000), Nature 406, 378-382",
      name: Translated(
        en: "Largest part after removals",
        fr: "Plus grande composante après retraits",
        es: "Componente mayor tras retiradas"),
      definition: Translated(
        en: "Share of the nodes in the largest part after so many removals.",
        fr: "Part des nœuds dans la plus grande composante après tant de retraits.",
        es: "Parte de los nodos en el componente mayor tras tantas retiradas.")),
    network(
      "only_here", "robustness", unit: "count", range: "0 or more",
      formula: "members with no other alliance",
      reference: "definition of this project",
      name: Translated(
        en: "Members with no other alliance",
        fr: "Membres sans autre alliance",
        es: "Miembros sin otra alianza"),
      definition: Translated(
        en: "Organisations that would be in no alliance without this one.",
        fr: "Organisations qui ne seraient dans aucune alliance sans celle-ci.",
        es: "Organizaciones que no estarían en ninguna alianza sin esta.")),
    network(
      "fragmentation_rise", "robustness", unit: "number", range: "0 or more",
      formula: "F without the alliance - F",
      reference: "definition of this project",
      name: Translated(
        en: "Fragmentation without an alliance",
        fr: "Fragmentation sans une alliance",
        es: "Fragmentación sin una alianza"),
      definition: Translated(
        en: "By how much fragmentation rises when the alliance leaves.",
        fr: "Hausse de la fragmentation quand l'alliance part.",
        es: "Cuánto sube la fragmentación cuando la alianza se va.")),
    network(
      "single_membership", "robustness", unit: "ratio", range: "0 to 1",
      formula: "share of active organisations with d = 1",
      reference: "definition of this project",
      name: Translated(
        en: "Single membership",
        fr: "Adhésion unique",
        es: "Adhesión única"),
      definition: Translated(
        en: "Share of organisations that hang on a single alliance.",
        fr: "Part des organisations qui tiennent à une seule alliance.",
        es: "Parte de las organizaciones que dependen de una sola alianza.")),
  ]
}
