internal import ESSData

extension Catalogue {
  private static let silhouettes =
    "Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53-65"
  private static let trees =
    "Murtagh and Legendre (2014), Journal of Classification 31, 274-295"

  /// What `indicators territories peers` and `clusters` compute.
  static let territoryGroups: [IndicatorDefinition] = [
    territories(
      "peer_distance", "peers", unit: "statistic", range: "0 or more",
      formula: "root of sum (z_i - z_j)^2, or as the method says",
      reference: "Gower (1971), Biometrics 27, 857-871",
      name: Translated(
        en: "Distance of a peer", fr: "Distance d'un pair", es: "Distancia de un par"),
      definition: Translated(
        en: "How far a territory is from another in several indicators on a common scale.",
        fr: "Éloignement de deux territoires selon plusieurs indicateurs à une échelle commune.",
        es: "Lejanía de dos territorios en varios indicadores en una escala común.")),
    territories(
      "peer_share", "peers", unit: "ratio", range: "0 to 1",
      formula: "the indicator's term over the sum of the terms of the (squared) distance",
      reference:
        "Garthwaite and Koch (2016), Australian and New Zealand Journal of Statistics 58, 99-119",
      name: Translated(
        en: "Share in the distance", fr: "Part de la distance", es: "Parte de la distancia"),
      definition: Translated(
        en: "What an indicator adds to the (squared) distance of two territories: the driver.",
        fr: "Ce qu'un indicateur ajoute à la distance (au carré) de deux territoires.",
        es: "Lo que un indicador aporta a la distancia (al cuadrado) de dos territorios.")),
    territories(
      "cluster", "clusters", unit: "number", range: "1 or more",
      formula: "cluster of the territory, numbered by first territories", reference: trees,
      name: Translated(
        en: "Cluster of a territory", fr: "Groupe d'un territoire", es: "Grupo de un territorio"),
      definition: Translated(
        en: "The group of similar territories that a territory falls into.",
        fr: "Le groupe de territoires semblables auquel appartient un territoire.",
        es: "El grupo de territorios similares al que pertenece un territorio.")),
    territories(
      "cluster_count", "clusters", unit: "number", range: "2 or more",
      formula: "argmax over k of the mean silhouette", reference: silhouettes,
      name: Translated(
        en: "Suggested number of clusters", fr: "Nombre de groupes suggéré",
        es: "Número de grupos sugerido"),
      definition: Translated(
        en: "The number of clusters with the largest mean silhouette among those tried.",
        fr:
          "Le nombre de groupes dont la silhouette moyenne est la plus grande parmi ceux essayés.",
        es: "El número de grupos con la mayor silueta media entre los probados.")),
    territories(
      "cluster_silhouette", "clusters", unit: "correlation", range: "-1 to 1",
      formula: "(b - a) / max(a, b)", reference: silhouettes,
      name: Translated(en: "Silhouette", fr: "Silhouette", es: "Silueta"),
      definition: Translated(
        en:
          "How much nearer a territory is to its own cluster than to the next; for a number of clusters the mean.",
        fr:
          "De combien un territoire est plus proche de son groupe que du suivant ; la moyenne pour un nombre de groupes.",
        es:
          "Cuánto más cerca está un territorio de su grupo que del siguiente; la media para un número de grupos."
      )),
    territories(
      "cluster_inertia", "clusters", unit: "statistic", range: "0 or more",
      formula: "sum of squared distances to the means of the clusters",
      reference: "Hartigan and Wong (1979), Applied Statistics 28, 100-108",
      name: Translated(
        en: "Inertia of the clusters", fr: "Inertie des groupes", es: "Inercia de los grupos"),
      definition: Translated(
        en: "Sum of squared distances of the territories to the means of their clusters.",
        fr: "Somme des carrés des distances des territoires aux moyennes de leurs groupes.",
        es: "Suma de los cuadrados de las distancias de los territorios a las medias de sus grupos."
      )),
    territories(
      "cluster_mean", "clusters", unit: "level", range: "any",
      formula: "mean of the indicator over the cluster's territories",
      reference: "Hartigan and Wong (1979), Applied Statistics 28, 100-108",
      name: Translated(
        en: "Mean of a cluster", fr: "Moyenne d'un groupe", es: "Media de un grupo"),
      definition: Translated(
        en: "Mean of an indicator over the territories of a cluster, in its own unit.",
        fr: "Moyenne d'un indicateur sur les territoires d'un groupe, dans son unité.",
        es: "Media de un indicador sobre los territorios de un grupo, en su unidad.")),
    territories(
      "cluster_height", "clusters", unit: "statistic", range: "0 or more",
      formula: "root of 2 n_a n_b / (n_a + n_b) times the distance of the means squared",
      reference: trees,
      name: Translated(
        en: "Height of a merge", fr: "Hauteur d'une fusion", es: "Altura de una fusión"),
      definition: Translated(
        en: "Height at which two clusters join in Ward's tree (ward.D2).",
        fr: "Hauteur à laquelle deux groupes se rejoignent dans l'arbre de Ward (ward.D2).",
        es: "Altura a la que dos grupos se unen en el árbol de Ward (ward.D2).")),
  ]
}
