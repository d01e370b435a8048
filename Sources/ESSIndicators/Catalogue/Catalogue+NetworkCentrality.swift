internal import ESSData

extension Catalogue {
  static let networkCentrality: [IndicatorDefinition] = [
    network(
      "degree", "centrality", unit: "count", range: "0 or more",
      formula: "number of ties",
      reference: "Freeman (1979), Social Networks 1, 215-239",
      name: Translated(
        en: "Degree",
        fr: "Degré",
        es: "Grado"),
      definition: Translated(
        en: "Number of ties of a node; of a directed network those that leave it.",
        fr: "Nombre de liens d'un nœud ; sortants si le réseau est orienté.",
        es: "Número de vínculos de un nodo; salientes si la red es dirigida.")),
    network(
      "in_degree", "centrality", unit: "count", range: "0 or more",
      formula: "number of ties that arrive",
      reference: "Freeman (1979), Social Networks 1, 215-239",
      name: Translated(
        en: "In-degree",
        fr: "Degré entrant",
        es: "Grado de entrada"),
      definition: Translated(
        en: "Number of ties that point to a node.",
        fr: "Nombre de liens dirigés vers un nœud.",
        es: "Número de vínculos que apuntan a un nodo.")),
    network(
      "strength", "centrality", unit: "number", range: "0 or more",
      formula: "sum of tie weights",
      reference: "Barrat et al. (2004), PNAS 101, 3747-3752",
      name: Translated(
        en: "Strength",
        fr: "Force",
        es: "Fuerza"),
      definition: Translated(
        en: "Sum of the weights of a node's ties.",
        fr: "Somme des poids des liens d'un nœud.",
        es: "Suma de los pesos de los vínculos de un nodo.")),
    network(
      "betweenness", "centrality", unit: "number", range: "0 or more",
      formula: "sum over pairs of the share of shortest paths through the node",
      reference: "Freeman (1977), Sociometry 40, 35-41; Brandes (2001), Journal of Mathematical "
        + "Sociology 25, 163-177",
      name: Translated(
        en: "Betweenness",
        fr: "Intermédiarité",
        es: "Intermediación"),
      definition: Translated(
        en: "Pairs of others whose shortest paths run through the node, by their share.",
        fr: "Paires d'autres nœuds dont les plus courts chemins passent par le nœud, selon "
          + "leur part.",
        es: "Pares de otros cuyos caminos más cortos pasan por el nodo, según su parte.")),
    network(
      "betweenness_share", "centrality", unit: "ratio", range: "0 to 1",
      formula: "betweenness / pairs of other nodes",
      reference: "Freeman (1977), Sociometry 40, 35-41",
      name: Translated(
        en: "Betweenness, share of pairs",
        fr: "Intermédiarité, part des paires",
        es: "Intermediación, parte de los pares"),
      definition: Translated(
        en: "Betweenness as a share of the pairs of other nodes.",
        fr: "Intermédiarité en part des paires d'autres nœuds.",
        es: "Intermediación como parte de los pares de otros nodos.")),
    network(
      "closeness", "centrality", unit: "ratio", range: "0 to 1",
      formula: "(r / f) (r / (n-1)), r reached, f their distances",
      reference: "Wasserman and Faust (1994), Social Network Analysis, eq. 5.8",
      name: Translated(
        en: "Closeness",
        fr: "Proximité",
        es: "Cercanía"),
      definition: Translated(
        en: "How near a node is to those that it reaches, times the share that it reaches.",
        fr: "Proximité d'un nœud à ceux qu'il atteint, multipliée par la part atteinte.",
        es: "Cuán cerca está un nodo de los que alcanza, por la parte que alcanza.")),
    network(
      "harmonic", "centrality", unit: "number", range: "0 or more",
      formula: "sum of 1 / distance",
      reference: "Marchiori and Latora (2000), Physica A 285, 539-546",
      name: Translated(
        en: "Harmonic closeness",
        fr: "Proximité harmonique",
        es: "Cercanía armónica"),
      definition: Translated(
        en: "Sum of the reciprocal distances; those out of reach count 0.",
        fr: "Somme des inverses des distances ; les inaccessibles comptent 0.",
        es: "Suma de las distancias inversas; los inalcanzables cuentan 0.")),
    network(
      "eigenvector", "centrality", unit: "ratio", range: "0 to 1",
      formula: "A x = lambda x, length 1, largest component",
      reference: "Bonacich (1972), Journal of Mathematical Sociology 2, 113-120",
      name: Translated(
        en: "Eigenvector centrality",
        fr: "Centralité de vecteur propre",
        es: "Centralidad de vector propio"),
      definition: Translated(
        en: "A node counts by how much its neighbours count; 0 outside the largest part.",
        fr: "Un nœud compte selon ce que comptent ses voisins ; 0 hors de la plus grande "
          + "composante.",
        es: "Un nodo cuenta según lo que cuentan sus vecinos; 0 fuera del componente mayor.")),
    network(
      "pagerank", "centrality", unit: "ratio", range: "0 to 1",
      formula: "r = (1-d)/n + d sum r_j w_ji / s_j",
      reference: "Brin and Page (1998), Computer Networks 30, 107-117",
      name: Translated(
        en: "PageRank",
        fr: "PageRank (part du temps)",
        es: "PageRank (parte del tiempo)"),
      definition: Translated(
        en: "Share of the time that a random walk with restarts is at the node.",
        fr: "Part du temps qu'une marche aléatoire avec reprises passe au nœud.",
        es: "Parte del tiempo que un paseo aleatorio con reinicios pasa en el nodo.")),
    network(
      "hub", "centrality", unit: "ratio", range: "0 to 1",
      formula: "h = A a, length 1",
      reference: "Kleinberg (1999), Journal of the ACM 46, 604-632",
      name: Translated(
        en: "Hub",
        fr: "Pivot",
        es: "Concentrador"),
      definition: Translated(
        en: "A node counts by the authorities that it points to.",
        fr: "Un nœud compte par les autorités qu'il désigne.",
        es: "Un nodo cuenta por las autoridades a las que apunta.")),
    network(
      "authority", "centrality", unit: "ratio", range: "0 to 1",
      formula: "a = A' h, length 1",
      reference: "Kleinberg (1999), Journal of the ACM 46, 604-632",
      name: Translated(
        en: "Authority",
        fr: "Autorité",
        es: "Autoridad"),
      definition: Translated(
        en: "A node counts by the hubs that point to it.",
        fr: "Un nœud compte par les pivots qui le désignent.",
        es: "Un nodo cuenta por los concentradores que apuntan a él.")),
    network(
      "core", "centrality", unit: "count", range: "0 or more",
      formula: "largest k such that the node is in the k-core",
      reference: "Seidman (1983), Social Networks 5, 269-287",
      name: Translated(
        en: "Core number",
        fr: "Numéro de noyau",
        es: "Número de núcleo"),
      definition: Translated(
        en: "The largest k of a group with the node in which all have k ties to each other.",
        fr: "Le plus grand k d'un groupe avec le nœud où chacun a k liens internes.",
        es: "El mayor k de un grupo con el nodo donde todos tienen k vínculos internos.")),
    network(
      "katz", "centrality", unit: "ratio", range: "0 to 1",
      formula: "x = alpha A' x + 1, length 1, alpha < 1 / lambda",
      reference: "Katz (1953), Psychometrika 18, 39-43",
      name: Translated(
        en: "Katz centrality",
        fr: "Centralité de Katz",
        es: "Centralidad de Katz"),
      definition: Translated(
        en: "Walks that end at the node, each step counting alpha times less.",
        fr: "Marches finissant au nœud, chaque pas comptant alpha fois moins.",
        es: "Caminos que terminan en el nodo, cada paso contando alfa veces menos.")),
    network(
      "bipartite_degree", "centrality", unit: "ratio", range: "0 to 1",
      formula: "degree / other side",
      reference: "Borgatti and Everett (1997), Social Networks 19, 243-269",
      name: Translated(
        en: "Degree, share of the other side",
        fr: "Degré, part de l'autre côté",
        es: "Grado, parte del otro lado"),
      definition: Translated(
        en: "Degree as a share of the nodes of the other side.",
        fr: "Degré en part des nœuds de l'autre côté.",
        es: "Grado como parte de los nodos del otro lado.")),
    network(
      "bipartite_closeness", "centrality", unit: "ratio", range: "0 to 1",
      formula: "(other + 2 (own - 1)) / farness, times the share reached",
      reference: "Borgatti and Everett (1997), Social Networks 19, 243-269",
      name: Translated(
        en: "Closeness, share of the largest",
        fr: "Proximité, part du maximum",
        es: "Cercanía, parte del máximo"),
      definition: Translated(
        en: "Closeness as a share of the largest possible in a network of two sides.",
        fr: "Proximité en part du maximum possible dans un réseau à deux côtés.",
        es: "Cercanía como parte del máximo posible en una red de dos lados.")),
    network(
      "bipartite_betweenness", "centrality", unit: "ratio", range: "0 to 1",
      formula: "betweenness / largest possible of the side",
      reference: "Borgatti and Everett (1997), Social Networks 19, 243-269",
      name: Translated(
        en: "Betweenness, share of the largest",
        fr: "Intermédiarité, part du maximum",
        es: "Intermediación, parte del máximo"),
      definition: Translated(
        en: "Betweenness as a share of the largest possible in a network of two sides.",
        fr: "Intermédiarité en part du maximum possible dans un réseau à deux côtés.",
        es: "Intermediación como parte del máximo posible en una red de dos lados.")),
    network(
      "betweenness_centralisation", "centrality", unit: "ratio", range: "0 to 1",
      formula: "sum (max b - b) / (n-1)",
      reference: "Freeman (1979), Social Networks 1, 215-239",
      name: Translated(
        en: "Betweenness centralisation",
        fr: "Centralisation d'intermédiarité",
        es: "Centralización de intermediación"),
      definition: Translated(
        en: "How far one node is between more pairs than the rest; 1 for a star.",
        fr: "Mesure dans laquelle un nœud est entre plus de paires que les autres ; 1 pour une "
          + "étoile.",
        es: "En qué medida un nodo está entre más pares que el resto; 1 para una estrella.")),
    network(
      "eigenvalue", "centrality", unit: "number", range: "0 or more",
      formula: "largest eigenvalue of A, largest component",
      reference: "Bonacich (1972), Journal of Mathematical Sociology 2, 113-120",
      name: Translated(
        en: "Largest eigenvalue",
        fr: "Plus grande valeur propre",
        es: "Mayor valor propio"),
      definition: Translated(
        en: "Growth of the number of walks with each step in the largest part.",
        fr: "Croissance du nombre de marches à chaque pas dans la plus grande composante.",
        es: "Crecimiento del número de caminos con cada paso en el componente mayor.")),
  ]
}
