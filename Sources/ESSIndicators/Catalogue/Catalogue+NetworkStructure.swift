internal import ESSData

extension Catalogue {
  static let networkStructure: [IndicatorDefinition] = [
    network(
      "nodes", "structure", unit: "count", range: "0 or more",
      formula: "n, m",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Nodes",
        fr: "Nœuds",
        es: "Nodos"),
      definition: Translated(
        en: "Organisations or alliances in the network.",
        fr: "Organisations ou alliances du réseau.",
        es: "Organizaciones o alianzas de la red.")),
    network(
      "ties", "structure", unit: "count", range: "0 or more",
      formula: "nnz(B), or ties of a graph",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Ties",
        fr: "Liens",
        es: "Vínculos"),
      definition: Translated(
        en: "Memberships that count, or ties of one kind of node.",
        fr: "Adhésions comptées, ou liens entre nœuds d'un même type.",
        es: "Adhesiones que cuentan, o vínculos entre nodos de un mismo tipo.")),
    network(
      "density", "structure", unit: "ratio", range: "0 to 1",
      formula: "nnz(B) / (n m); ties / pairs for one kind of node",
      reference: "Borgatti and Everett (1997), Social Networks 19, 243-269",
      name: Translated(
        en: "Density",
        fr: "Densité",
        es: "Densidad"),
      definition: Translated(
        en: "Ties per possible tie. It depends on which alliances are listed.",
        fr: "Liens par lien possible. Dépend des alliances recensées.",
        es: "Vínculos por vínculo posible. Depende de las alianzas registradas.")),
    network(
      "mean_degree", "structure", unit: "count", range: "0 or more",
      formula: "mean of d or s",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Mean degree",
        fr: "Degré moyen",
        es: "Grado medio"),
      definition: Translated(
        en: "Alliances per organisation, or organisations per alliance.",
        fr: "Alliances par organisation, ou organisations par alliance.",
        es: "Alianzas por organización, u organizaciones por alianza.")),
    network(
      "degree_gini", "structure", unit: "ratio", range: "0 to 1",
      formula: "sum (2i - n - 1) d_i / (n sum d), d ascending",
      reference: "Gini (1912), Variabilità e mutabilità",
      name: Translated(
        en: "Inequality of degrees",
        fr: "Inégalité des degrés",
        es: "Desigualdad de grados"),
      definition: Translated(
        en: "Gini coefficient of the degrees of one side.",
        fr: "Coefficient de Gini des degrés d'un côté.",
        es: "Coeficiente de Gini de los grados de un lado.")),
    network(
      "hill_number", "structure", unit: "count", range: "0 or more",
      formula: "q = 0: count; q = 1: exp(Shannon); q = 2: 1 / Simpson",
      reference: "Hill (1973), Ecology 54, 427-432",
      name: Translated(
        en: "Effective number",
        fr: "Nombre effectif",
        es: "Número efectivo"),
      definition: Translated(
        en: "Number of equal nodes that would be as diverse as the shares of the degrees.",
        fr: "Nombre de nœuds égaux aussi divers que les parts des degrés.",
        es: "Número de nodos iguales tan diversos como las partes de los grados.")),
    network(
      "degree_count", "structure", unit: "count", range: "0 or more",
      formula: "number of nodes with d = k",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Degree distribution",
        fr: "Distribution des degrés",
        es: "Distribución de grados"),
      definition: Translated(
        en: "Number of nodes with the degree that the component names.",
        fr: "Nombre de nœuds ayant le degré que nomme le composant.",
        es: "Número de nodos con el grado que nombra el componente.")),
    network(
      "multi_membership", "structure", unit: "ratio", range: "0 to 1",
      formula: "share of active organisations with d >= 2",
      reference: "definition of this project",
      name: Translated(
        en: "Multiple membership",
        fr: "Adhésions multiples",
        es: "Adhesión múltiple"),
      definition: Translated(
        en: "Share of organisations that are in two alliances or more.",
        fr: "Part des organisations membres de deux alliances ou plus.",
        es: "Parte de las organizaciones que están en dos alianzas o más.")),
    network(
      "tied_pairs", "structure", unit: "count", range: "0 or more",
      formula: "pairs with C_ij > 0, C = B B'",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Pairs that share",
        fr: "Paires liées",
        es: "Pares que comparten"),
      definition: Translated(
        en: "Pairs of nodes that share at least one neighbour of the other side.",
        fr: "Paires de nœuds partageant au moins un voisin de l'autre côté.",
        es: "Pares de nodos que comparten al menos un vecino del otro lado.")),
    network(
      "tied_pair_share", "structure", unit: "ratio", range: "0 to 1",
      formula: "tied pairs / (n (n-1) / 2)",
      reference: "Breiger (1974), Social Forces 53, 181-190",
      name: Translated(
        en: "Projected density",
        fr: "Densité projetée",
        es: "Densidad proyectada"),
      definition: Translated(
        en: "Share of pairs that share at least one neighbour of the other side.",
        fr: "Part des paires partageant au moins un voisin de l'autre côté.",
        es: "Parte de los pares que comparten al menos un vecino del otro lado.")),
    network(
      "components", "structure", unit: "count", range: "0 or more",
      formula: "number of connected components",
      reference: "Wasserman and Faust (1994), Social Network Analysis",
      name: Translated(
        en: "Parts",
        fr: "Composantes",
        es: "Componentes"),
      definition: Translated(
        en: "Parts of the network that no tie joins.",
        fr: "Parties du réseau qu'aucun lien ne relie.",
        es: "Partes de la red que ningún vínculo une.")),
    network(
      "largest_component", "structure", unit: "ratio", range: "0 to 1",
      formula: "largest component / n",
      reference: "Wasserman and Faust (1994), Social Network Analysis",
      name: Translated(
        en: "Largest part",
        fr: "Plus grande composante",
        es: "Componente mayor"),
      definition: Translated(
        en: "Share of the nodes in the largest part.",
        fr: "Part des nœuds dans la plus grande composante.",
        es: "Parte de los nodos en el componente mayor.")),
    network(
      "component_size", "structure", unit: "count", range: "1 or more",
      formula: "organisations in a component",
      reference: "Wasserman and Faust (1994), Social Network Analysis",
      name: Translated(
        en: "Size of a part",
        fr: "Taille d'une composante",
        es: "Tamaño de un componente"),
      definition: Translated(
        en: "Organisations in a part, the largest part first.",
        fr: "Organisations d'une composante, la plus grande d'abord.",
        es: "Organizaciones de un componente, primero el mayor.")),
    network(
      "fragmentation", "structure", unit: "ratio", range: "0 to 1",
      formula: "F = 1 - sum c(c-1) / (n(n-1))",
      reference: "Borgatti (2006), Computational and Mathematical Organization Theory 12, 21-34",
      name: Translated(
        en: "Fragmentation",
        fr: "Fragmentation",
        es: "Fragmentación"),
      definition: Translated(
        en: "Share of pairs that no path joins.",
        fr: "Part des paires qu'aucun chemin ne relie.",
        es: "Parte de los pares que ningún camino une.")),
    network(
      "nestedness", "structure", unit: "percent", range: "0 to 100",
      formula: "mean paired overlap of nodes of falling degree",
      reference: "Almeida-Neto et al. (2008), Oikos 117, 1227-1239",
      name: Translated(
        en: "Nestedness (NODF)",
        fr: "Emboîtement (NODF)",
        es: "Anidamiento (NODF)"),
      definition: Translated(
        en: "How far the alliances of those with few are among the alliances of those with more.",
        fr: "Mesure dans laquelle les alliances de ceux qui en ont peu sont parmi celles de "
          + "ceux qui en ont plus.",
        es: "En qué medida las alianzas de quienes tienen pocas están entre las de quienes "
          + "tienen más.")),
    network(
      "robins_alexander", "structure", unit: "ratio", range: "0 to 1",
      formula: "4 C4 / L3",
      reference:
        "Robins and Alexander (2004), Computational and Mathematical Organization Theory 10, "
        + "69-94",
      name: Translated(
        en: "Bipartite clustering",
        fr: "Regroupement biparti",
        es: "Agrupamiento bipartito"),
      definition: Translated(
        en: "Share of three-tie paths that close: two organisations that share one alliance "
          + "share a second.",
        fr: "Part des chemins de trois liens qui se referment : deux organisations partageant "
          + "une alliance en partagent une seconde.",
        es: "Parte de los caminos de tres vínculos que se cierran: dos organizaciones que "
          + "comparten una alianza comparten otra.")),
    network(
      "latapy", "structure", unit: "ratio", range: "0 to 1",
      formula: "mean over nodes of mean Jaccard with nodes at distance two",
      reference: "Latapy, Magnien and Del Vecchio (2008), Social Networks 30, 31-48",
      name: Translated(
        en: "Overlap clustering",
        fr: "Regroupement par recouvrement",
        es: "Agrupamiento por solapamiento"),
      definition: Translated(
        en: "How similar nodes are, on average, to those with which they share anything.",
        fr: "Similarité moyenne des nœuds avec ceux qui partagent quelque chose avec eux.",
        es: "Cuán similares son, en promedio, los nodos a aquellos con los que comparten algo.")),
    network(
      "transitivity", "structure", unit: "ratio", range: "0 to 1",
      formula: "3 triangles / pairs of ties that meet",
      reference: "Wasserman and Faust (1994), Social Network Analysis",
      name: Translated(
        en: "Transitivity",
        fr: "Transitivité",
        es: "Transitividad"),
      definition: Translated(
        en: "Share of pairs of ties at a node whose other ends are tied.",
        fr: "Part des paires de liens d'un nœud dont les autres bouts sont liés.",
        es: "Parte de los pares de vínculos de un nodo cuyos otros extremos están unidos.")),
    network(
      "local_clustering", "structure", unit: "ratio", range: "0 to 1",
      formula: "mean of tied pairs of neighbours / pairs; 0 below two",
      reference: "Watts and Strogatz (1998), Nature 393, 440-442",
      name: Translated(
        en: "Mean local clustering",
        fr: "Regroupement local moyen",
        es: "Agrupamiento local medio"),
      definition: Translated(
        en: "Mean share of a node's neighbours that are tied to each other.",
        fr: "Part moyenne des voisins d'un nœud liés entre eux.",
        es: "Parte media de los vecinos de un nodo unidos entre sí.")),
    network(
      "triangles", "structure", unit: "count", range: "0 or more",
      formula: "sets of three nodes all tied",
      reference: "Wasserman and Faust (1994), Social Network Analysis",
      name: Translated(
        en: "Triangles",
        fr: "Triangles (trios liés)",
        es: "Triángulos"),
      definition: Translated(
        en: "Sets of three nodes that are all tied to each other.",
        fr: "Ensembles de trois nœuds tous liés entre eux.",
        es: "Conjuntos de tres nodos todos unidos entre sí.")),
    network(
      "main_core", "structure", unit: "count", range: "0 or more",
      formula: "largest k with a non-empty k-core, and its members",
      reference: "Seidman (1983), Social Networks 5, 269-287",
      name: Translated(
        en: "Main core",
        fr: "Noyau principal",
        es: "Núcleo principal"),
      definition: Translated(
        en: "The largest k of a group in which all have k ties to each other, and its members.",
        fr: "Le plus grand k d'un groupe où chacun a k liens internes, et ses membres.",
        es: "El mayor k de un grupo donde todos tienen k vínculos internos, y sus miembros.")),
    network(
      "degree_centralisation", "structure", unit: "ratio", range: "0 to 1",
      formula: "sum (max d - d) / ((n-1)(n-2))",
      reference: "Freeman (1979), Social Networks 1, 215-239",
      name: Translated(
        en: "Degree centralisation",
        fr: "Centralisation des degrés",
        es: "Centralización de grado"),
      definition: Translated(
        en: "How far one node has more ties than the rest; 1 for a star.",
        fr: "Mesure dans laquelle un nœud a plus de liens que les autres ; 1 pour une étoile.",
        es: "En qué medida un nodo tiene más vínculos que el resto; 1 para una estrella.")),
    network(
      "null_mean", "structure", unit: "number", range: "any",
      formula: "mean over draws",
      reference: "Strona et al. (2014), Nature Communications 5, 4114",
      name: Translated(
        en: "Mean of the null model",
        fr: "Moyenne du modèle nul",
        es: "Media del modelo nulo"),
      definition: Translated(
        en: "Mean of the index over random networks with the same margins, or random groups.",
        fr: "Moyenne de l'indice sur des réseaux aléatoires de mêmes marges, ou des groupes "
          + "aléatoires.",
        es: "Media del índice en redes aleatorias con los mismos márgenes, o grupos aleatorios.")),
    network(
      "null_sd", "structure", unit: "number", range: "0 or more",
      formula: "standard deviation over draws",
      reference: "Strona et al. (2014), Nature Communications 5, 4114",
      name: Translated(
        en: "Spread of the null model",
        fr: "Dispersion du modèle nul",
        es: "Dispersión del modelo nulo"),
      definition: Translated(
        en: "Standard deviation of the index over the draws.",
        fr: "Écart type de l'indice sur les tirages.",
        es: "Desviación típica del índice en los sorteos.")),
    network(
      "null_z", "structure", unit: "number", range: "any",
      formula: "(observed - mean) / sd",
      reference: "Strona et al. (2014), Nature Communications 5, 4114",
      name: Translated(
        en: "Distance from the null model",
        fr: "Écart au modèle nul",
        es: "Distancia al modelo nulo"),
      definition: Translated(
        en: "The index in standard deviations from the mean of the draws.",
        fr: "L'indice en écarts types de la moyenne des tirages.",
        es: "El índice en desviaciones típicas de la media de los sorteos.")),
    network(
      "null_p", "structure", unit: "ratio", range: "0 to 1",
      formula: "2 min(greater, less), (b+1)/(n+1) each",
      reference: "Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular "
        + "Biology 9, 39",
      name: Translated(
        en: "p of the null model",
        fr: "p du modèle nul",
        es: "p del modelo nulo"),
      definition: Translated(
        en: "Two-sided share of draws at least as far out, the network itself counted.",
        fr: "Part bilatérale des tirages au moins aussi extrêmes, le réseau compris.",
        es: "Parte bilateral de los sorteos al menos tan extremos, contada la red misma.")),
    network(
      "cliques", "structure", unit: "count", range: "0 or more",
      formula: "sets of nodes all tied to each other that no node can join",
      reference: "Bron and Kerbosch (1973), Communications of the ACM 16, 575-577",
      name: Translated(
        en: "Maximal cliques",
        fr: "Cliques maximales",
        es: "Cliques maximales"),
      definition: Translated(
        en: "Circles in which all are tied to each other and that cannot grow; by size where the "
          + "component says.",
        fr: "Cercles où tous sont liés entre eux et qui ne peuvent grandir ; par taille si le "
          + "composant le dit.",
        es: "Círculos donde todos están unidos entre sí y que no pueden crecer; por tamaño si el "
          + "componente lo dice.")),
    network(
      "largest_clique", "structure", unit: "count", range: "0 or more",
      formula: "nodes of a largest clique; n is the number of such cliques",
      reference: "Luce and Perry (1949), Psychometrika 14, 95-116",
      name: Translated(
        en: "Largest clique",
        fr: "Plus grande clique",
        es: "Clique mayor"),
      definition: Translated(
        en: "Nodes of the largest circle in which all are tied to each other; the note names one.",
        fr: "Nœuds du plus grand cercle où tous sont liés entre eux ; la note en nomme un.",
        es: "Nodos del mayor círculo donde todos están unidos entre sí; la nota nombra uno.")),
  ]
}
