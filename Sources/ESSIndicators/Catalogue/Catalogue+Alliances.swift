internal import ESSData

extension Catalogue {
  private static let command = "indicators alliances coverage"
  private static let covering =
    "Church and ReVelle (1974), Papers of the Regional Science Association 32, 101-118"
  private static let frame = Translated(
    en:
      "The list of territories is given from outside the data. By default the SSE core, tiers A and B; not recorded is never read "
      + "as not a member.",
    fr:
      "La liste des territoires vient d'ailleurs que des données. Par défaut le noyau de l'ESS, preuves A et B ; non recensé ne "
      + "signifie jamais non membre.",
    es:
      "La lista de territorios viene de fuera de los datos. Por defecto el núcleo de la ESS, evidencia A y B; no registrado nunca "
      + "significa no miembro.")
  private static let direct = Translated(
    en:
      "Direct: an organisation of the territory is a member. Federated: also through alliances that belong to alliances.",
    fr:
      "Direct : une organisation du territoire est membre. Fédéré : aussi par les alliances membres d'alliances.",
    es:
      "Directo: una organización del territorio es miembro. Federado: también por alianzas miembros de alianzas."
  )
  private static let greedy = Translated(
    en:
      "Ties go to the alliance that stands first in the file; the choice covers at least 1 - 1/e of the best one of its size.",
    fr:
      "À égalité, l'alliance la première dans le fichier ; le choix couvre au moins 1 - 1/e du meilleur de sa taille.",
    es:
      "En empate, la alianza que está primero en el archivo; la elección cubre al menos 1 - 1/e de la mejor de su tamaño."
  )

  static let alliances: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "alliances.covered",
      name: Translated(en: "Covered", fr: "Couvert", es: "Cubierto"),
      definition: Translated(
        en:
          "1 if an organisation of the territory is recorded in an alliance; 0 means not recorded.",
        fr: "1 si une organisation du territoire est recensée dans une alliance ; 0 signifie non "
          + "recensée.",
        es: "1 si una organización del territorio consta en una alianza; 0 significa que no consta."
      ),
      unit: "ratio", range: "0 or 1", formula: "c = 1[X > 0], X = G'B", convention: frame,
      reference: covering,
      command: command),
    IndicatorDefinition(
      id: "alliances.coverage",
      name: Translated(
        en: "Alliance coverage", fr: "Couverture par les alliances", es: "Cobertura de alianzas"),
      definition: Translated(
        en:
          "Share of a fixed list of territories that alliances reach; plain, by population, or by "
          + "need (output lost).",
        fr: "Part d'une liste fixe de territoires touchée par des alliances ; simple, par "
          + "population ou par besoin (production perdue).",
        es: "Parte de una lista fija de territorios que las alianzas alcanzan; simple, por "
          + "población o por necesidad (producción perdida)."),
      unit: "ratio", range: "0 to 1", formula: "sum(w c) / sum(w) over the frame",
      convention: frame, reference: covering, command: command),
    IndicatorDefinition(
      id: "alliances.coverage_by_tier",
      name: Translated(
        en: "Coverage by tier", fr: "Couverture par niveau de preuve",
        es: "Cobertura por nivel de evidencia"),
      definition: Translated(
        en: "Coverage with relations stated (A), also implied by a seat (B), also commitments (C).",
        fr: "Couverture par relations déclarées (A), aussi par siège (B), aussi engagements (C).",
        es: "Cobertura con relaciones declaradas (A), también por puesto (B), también compromisos "
          + "(C)."),
      unit: "ratio", range: "0 to 1", formula: "mean of c over the frame", convention: frame,
      reference: covering,
      command: command),
    IndicatorDefinition(
      id: "alliances.coverage_by_level",
      name: Translated(
        en: "Coverage by alliance level", fr: "Couverture par échelle d'alliance",
        es: "Cobertura por escala de alianza"),
      definition: Translated(
        en: "Coverage by subnational, national, continental or international alliances alone.",
        fr: "Couverture par les seules alliances infranationales, nationales, continentales ou "
          + "internationales.",
        es: "Cobertura solo por alianzas subnacionales, nacionales, continentales o "
          + "internacionales."),
      unit: "ratio", range: "0 to 1", formula: "mean of 1[(G'BL) > 0] over the frame",
      convention: direct, reference: covering, command: command),
    IndicatorDefinition(
      id: "alliances.depth",
      name: Translated(
        en: "Alliances present", fr: "Alliances présentes", es: "Alianzas presentes"),
      definition: Translated(
        en: "Number of alliances present in a territory; for a group the mean.",
        fr: "Nombre d'alliances présentes dans un territoire ; pour un groupe, la moyenne.",
        es: "Número de alianzas presentes en un territorio; para un grupo, la media."),
      unit: "count", range: "0 or more", formula: "d = 1[X > 0] 1",
      convention: direct, reference: "Breiger (1974), Social Forces 53, 181-190", command: command),
    IndicatorDefinition(
      id: "alliances.k_coverage",
      name: Translated(
        en: "Coverage by at least k alliances", fr: "Couverture par au moins k alliances",
        es: "Cobertura por al menos k alianzas"),
      definition: Translated(
        en: "Share of the frame with at least k alliances.",
        fr: "Part du cadre ayant au moins k alliances.",
        es: "Parte del marco con al menos k alianzas."),
      unit: "ratio", range: "0 to 1", formula: "mean of 1[d >= k] over the frame",
      convention: direct, reference: covering, command: command),
    IndicatorDefinition(
      id: "alliances.breadth",
      name: Translated(
        en: "Breadth over three levels", fr: "Étendue sur trois échelles",
        es: "Amplitud en tres escalas"),
      definition: Translated(
        en: "Mean of three marks: a local organisation in an alliance, a national alliance, a "
          + "continental or international one.",
        fr: "Moyenne de trois marques : une organisation locale dans une alliance, une alliance "
          + "nationale, une continentale ou internationale.",
        es: "Media de tres marcas: una organización local en una alianza, una alianza nacional, "
          + "una continental o internacional."),
      unit: "ratio", range: "0 to 1", formula: "mean of R over frame x 3",
      convention: direct, reference: "definition of this project", command: command),
    IndicatorDefinition(
      id: "alliances.level_complete",
      name: Translated(
        en: "All three levels present", fr: "Trois échelles présentes",
        es: "Tres escalas presentes"),
      definition: Translated(
        en: "Share of the frame with local, national and supranational presence.",
        fr: "Part du cadre ayant une présence locale, nationale et supranationale.",
        es: "Parte del marco con presencia local, nacional y supranacional."),
      unit: "ratio", range: "0 to 1", formula: "mean of R1 R2 R3 over the frame",
      convention: direct, reference: "definition of this project", command: command),
    IndicatorDefinition(
      id: "alliances.completeness",
      name: Translated(
        en: "Completeness of the sources", fr: "Exhaustivité des sources",
        es: "Exhaustividad de las fuentes"),
      definition: Translated(
        en: "Members recorded per member stated, where alliances state a total. Unrecorded "
          + "membership biases coverage downwards.",
        fr: "Membres recensés par membre déclaré, là où un total est déclaré. Les adhésions non "
          + "recensées biaisent la couverture vers le bas.",
        es: "Miembros registrados por miembro declarado, donde hay un total. Lo no registrado "
          + "sesga la cobertura a la baja."),
      unit: "ratio", range: "0 or more", formula: "sum(recorded) / sum(stated)",
      convention: frame, reference: "definition of this project", command: command),
    IndicatorDefinition(
      id: "alliances.greedy_coverage",
      name: Translated(
        en: "Territories covered by a greedy choice", fr: "Territoires couverts, choix glouton",
        es: "Territorios cubiertos, elección voraz"),
      definition: Translated(
        en: "Territories covered by the first k alliances, each chosen to add most.",
        fr: "Territoires couverts par les k premières alliances, chacune ajoutant le plus.",
        es: "Territorios cubiertos por las primeras k alianzas, cada una la que más añade."),
      unit: "count", range: "0 to the frame", formula: "greedy maximum coverage, first on ties",
      convention: greedy,
      reference: "Nemhauser, Wolsey and Fisher (1978), Mathematical Programming 14, 265-294",
      command: command),
    IndicatorDefinition(
      id: "alliances.greedy_bound",
      name: Translated(
        en: "Bound on any choice of k alliances", fr: "Borne pour tout choix de k alliances",
        es: "Cota para toda elección de k alianzas"),
      definition: Translated(
        en: "No choice of k alliances covers more territories than this.",
        fr: "Aucun choix de k alliances ne couvre plus de territoires.",
        es: "Ninguna elección de k alianzas cubre más territorios."),
      unit: "count", range: "0 to the frame", formula: "min over j of covered_j + k largest gains",
      convention: greedy,
      reference: "Nemhauser, Wolsey and Fisher (1978), Mathematical Programming 14, 265-294",
      command: command),
  ]
}
