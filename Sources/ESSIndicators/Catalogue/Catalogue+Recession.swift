internal import ESSData

extension Catalogue {
  private static let command = "indicators recession impact"
  private static let cycle =
    "Harding and Pagan (2002), Journal of Monetary Economics 49, 365-381"
  private static let recoveries =
    "Reinhart and Rogoff (2014), American Economic Review 104(5), 50-55"
  private static let episode = Translated(
    en:
      "The episode begins with the first period after the reference below its level; the reference is a date that is chosen, not a "
      + "peak that is found. The trough is the lowest period up to the sustained end.",
    fr:
      "L'épisode commence à la première période sous le niveau de référence ; la référence est une date choisie, non un pic "
      + "détecté. Le creux est la période la plus basse jusqu'à la fin durable.",
    es:
      "El episodio empieza en el primer período bajo el nivel de referencia; la referencia es una fecha elegida, no un pico "
      + "detectado. El punto más bajo es el menor hasta el final sostenido.")
  private static let regaining = Translated(
    en:
      "First touch and sustained recovery are separate answers; not regained within the sample is censored, with a lower bound.",
    fr:
      "Premier retour et retour durable sont deux réponses ; non retrouvé dans l'échantillon est censuré, avec une borne inférieure.",
    es:
      "Primer retorno y retorno sostenido son dos respuestas; no recuperado en la muestra es censurado, con una cota inferior."
  )
  private static let trendLine = Translated(
    en:
      "Log-linear least squares from --trend-from to the reference, at least three periods without a gap; Student intervals of the "
      + "fitted line.",
    fr:
      "Moindres carrés log-linéaires de --trend-from à la référence, au moins trois périodes sans lacune ; intervalles de Student "
      + "de la droite.",
    es:
      "Mínimos cuadrados log-lineales desde --trend-from hasta la referencia, al menos tres períodos sin huecos; intervalos de "
      + "Student de la recta.")
  private static let sums = Translated(
    en:
      "One series of levels of one vintage; a group is the sum of its members with a complete series, and refused below --min-share.",
    fr:
      "Une seule série en niveau d'un seul millésime ; un groupe est la somme des membres à série complète, refusé sous --min-share.",
    es:
      "Una sola serie en niveles de una sola edición; un grupo es la suma de los miembros con serie completa, rechazado bajo "
      + "--min-share.")
  private static let projected = Translated(
    en:
      "Weights are output at constant prices of the year before; projection and outcome are over the same members.",
    fr:
      "Les poids sont la production à prix constants de l'année précédente ; projection et constat portent sur les mêmes membres.",
    es:
      "Los pesos son la producción a precios constantes del año anterior; proyección y dato observado son de los mismos miembros."
  )

  static let recession: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.growth",
      name: Translated(en: "Growth", fr: "Croissance", es: "Crecimiento"),
      definition: Translated(
        en: "Growth of output at constant prices over the period before.",
        fr: "Croissance de la production à prix constants sur la période précédente.",
        es: "Crecimiento de la producción a precios constantes respecto al período anterior."),
      unit: "percent", range: "above -100", formula: "100 (Y_t / Y_(t-1) - 1)",
      convention: sums, reference: "national accounts", command: command),
    IndicatorDefinition(
      id: "recession.level_index",
      name: Translated(
        en: "Level against the reference", fr: "Niveau rapporté à la référence",
        es: "Nivel respecto a la referencia"),
      definition: Translated(
        en: "Output in percent of the reference period's.",
        fr: "Production en pourcentage de celle de la période de référence.",
        es: "Producción en porcentaje de la del período de referencia."),
      unit: "index", range: "above 0", formula: "100 Y_t / Y_r", convention: sums,
      reference: "index number",
      command: command),
    IndicatorDefinition(
      id: "recession.depth",
      name: Translated(
        en: "Depth of the recession", fr: "Profondeur de la récession",
        es: "Profundidad de la recesión"),
      definition: Translated(
        en: "Lowest level of the episode against the reference; 0 without a downturn.",
        fr: "Niveau le plus bas de l'épisode rapporté à la référence ; 0 sans repli.",
        es: "Nivel más bajo del episodio respecto a la referencia; 0 sin caída."),
      unit: "percent", range: "-100 to 0", formula: "100 (min Y_t / Y_r - 1)", convention: episode,
      reference: cycle,
      command: command),
    IndicatorDefinition(
      id: "recession.trough",
      name: Translated(en: "Trough", fr: "Creux", es: "Punto más bajo"),
      definition: Translated(
        en: "Level at the lowest period of the episode; the period column dates it.",
        fr: "Niveau à la période la plus basse de l'épisode, que la colonne période date.",
        es: "Nivel en el período más bajo del episodio, fechado en la columna de período."),
      unit: "index", range: "0 to 100", formula: "100 Y_trough / Y_r", convention: episode,
      reference: cycle,
      command: command),
    IndicatorDefinition(
      id: "recession.duration",
      name: Translated(
        en: "Time to the trough", fr: "Durée jusqu'au creux", es: "Tiempo hasta el punto más bajo"),
      definition: Translated(
        en: "Years from the reference to the trough.",
        fr: "Années entre la référence et le creux.",
        es: "Años desde la referencia hasta el punto más bajo."),
      unit: "years", range: "0 or more", formula: "(trough - r) / f", convention: episode,
      reference: cycle,
      command: command),
    IndicatorDefinition(
      id: "recession.years_to_level",
      name: Translated(
        en: "Years to regain the level", fr: "Années pour retrouver le niveau",
        es: "Años para recuperar el nivel"),
      definition: Translated(
        en: "Years from the reference until its level is reached again; empty, with a lower bound, "
          + "if that is not seen.",
        fr: "Années entre la référence et le retour à son niveau ; vide, avec une borne "
          + "inférieure, s'il n'est pas observé.",
        es: "Años desde la referencia hasta volver a su nivel; vacío, con una cota inferior, si "
          + "no se observa."),
      unit: "years", range: "above 0, or censored",
      formula: "first t after the first fall with Y_t >= Y_r; parts interpolated, sustained",
      convention: regaining, reference: recoveries, command: command),
    IndicatorDefinition(
      id: "recession.years_to_trend",
      name: Translated(
        en: "Years to regain the trend", fr: "Années pour retrouver la tendance",
        es: "Años para recuperar la tendencia"),
      definition: Translated(
        en: "The same against the log-linear trend fitted before the reference.",
        fr: "De même par rapport à la tendance log-linéaire d'avant la référence.",
        es: "Lo mismo respecto a la tendencia log-lineal anterior a la referencia."),
      unit: "years", range: "above 0, or censored",
      formula: "first t after the first fall with Y_t >= exp(a + b t)", convention: regaining,
      reference: recoveries,
      command: command),
    IndicatorDefinition(
      id: "recession.loss_level",
      name: Translated(
        en: "Output lost against the level", fr: "Perte par rapport au niveau",
        es: "Pérdida respecto al nivel"),
      definition: Translated(
        en: "Output missing below the reference level until it was regained.",
        fr: "Production manquante sous le niveau de référence jusqu'à son retour.",
        es: "Producción que falta bajo el nivel de referencia hasta recuperarlo."),
      unit: "percent_of_reference_year", range: "0 or more",
      formula: "100 sum(1 - Y_t / Y_r) / f, until regained", convention: episode, reference: cycle,
      command: command),
    IndicatorDefinition(
      id: "recession.loss_trend",
      name: Translated(
        en: "Output lost against the trend", fr: "Perte par rapport à la tendance",
        es: "Pérdida respecto a la tendencia"),
      definition: Translated(
        en: "Trend less actual output, net, to the end of the sample; the interval is that of the "
          + "fitted trend.",
        fr: "Tendance moins production, en net, jusqu'à la fin de l'échantillon ; l'intervalle "
          + "est celui de la tendance estimée.",
        es: "Tendencia menos producción, neta, hasta el fin de la muestra; el intervalo es el de "
          + "la tendencia estimada."),
      unit: "percent_of_reference_year", range: "any", formula: "100 sum(T_t - Y_t) / Y_r / f",
      convention: trendLine, reference: cycle, command: command),
    IndicatorDefinition(
      id: "recession.trend_growth",
      name: Translated(
        en: "Growth of the trend", fr: "Croissance tendancielle", es: "Crecimiento tendencial"),
      definition: Translated(
        en: "Yearly growth of the log-linear trend before the reference.",
        fr: "Croissance annuelle de la tendance log-linéaire avant la référence.",
        es: "Crecimiento anual de la tendencia log-lineal antes de la referencia."),
      unit: "percent_per_year", range: "above -100", formula: "100 (exp(b f) - 1), least squares",
      convention: trendLine, reference: "ordinary least squares; delta method", command: command),
    IndicatorDefinition(
      id: "recession.contribution",
      name: Translated(
        en: "Contribution to the group's growth", fr: "Contribution à la croissance du groupe",
        es: "Contribución al crecimiento del grupo"),
      definition: Translated(
        en: "A member's part in the group's growth in the first period after the reference; the "
          + "parts add up exactly.",
        fr: "Part d'un membre dans la croissance du groupe à la première période ; la somme est "
          + "exacte.",
        es: "Parte de un miembro en el crecimiento del grupo en el primer período; la suma es "
          + "exacta."),
      unit: "percentage_points", range: "any", formula: "100 (Y_i1 - Y_ir) / sum(Y_r)",
      convention: sums, reference: "national accounts", command: command),
    IndicatorDefinition(
      id: "recession.data_share",
      name: Translated(
        en: "Population covered by the data", fr: "Population couverte par les données",
        es: "Población cubierta por los datos"),
      definition: Translated(
        en: "Share of the group's population in members with a complete series.",
        fr: "Part de la population du groupe dans les membres à série complète.",
        es: "Parte de la población del grupo en miembros con serie completa."),
      unit: "percent", range: "0 to 100", formula: "100 sum(P_r, complete) / sum(P_r)",
      convention: sums, reference: "coverage of the aggregate", command: command),
  ]

  static let outlook: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.outlook_growth",
      name: Translated(
        en: "Projected growth", fr: "Croissance projetée", es: "Crecimiento proyectado"),
      definition: Translated(
        en: "Projection of a vintage; for a group the mean of its members weighted by output.",
        fr: "Projection d'un millésime ; pour un groupe, moyenne des membres pondérée par la "
          + "production.",
        es: "Proyección de una edición; para un grupo, media de sus miembros ponderada por la "
          + "producción."),
      unit: "percent", range: "any", formula: "sum(Y_i g_i) / sum(Y_i), Y of the year before",
      convention: projected, reference: "ECLAC, IMF, World Bank, by vintage",
      command: "indicators recession outlook"),
    IndicatorDefinition(
      id: "recession.outlook_share",
      name: Translated(
        en: "Output covered by projections", fr: "Production couverte par les projections",
        es: "Producción cubierta por proyecciones"),
      definition: Translated(
        en: "Share of the group's output in members with a projection.",
        fr: "Part de la production du groupe dans les membres ayant une projection.",
        es: "Parte de la producción del grupo en miembros con proyección."),
      unit: "percent", range: "0 to 100", formula: "100 sum(Y_i, projected) / sum(Y_i)",
      convention: projected, reference: "coverage of the aggregate",
      command: "indicators recession outlook"),
    IndicatorDefinition(
      id: "recession.outlook_outcome",
      name: Translated(
        en: "Growth that came about", fr: "Croissance constatée", es: "Crecimiento observado"),
      definition: Translated(
        en: "Growth of the level series in the target year, over the members of the projection.",
        fr: "Croissance de la série en niveau l'année visée, sur les membres de la projection.",
        es: "Crecimiento de la serie en niveles en el año, sobre los miembros de la proyección."),
      unit: "percent", range: "above -100", formula: "100 (sum Y_1 / sum Y_0 - 1)",
      convention: projected, reference: "national accounts", command: "indicators recession outlook"
    ),
    IndicatorDefinition(
      id: "recession.outlook_error",
      name: Translated(
        en: "Outcome less projection", fr: "Écart à la projection",
        es: "Observado menos proyectado"),
      definition: Translated(
        en: "Growth that came about less the projection, over the same members.",
        fr: "Croissance constatée moins projection, sur les mêmes membres.",
        es: "Crecimiento observado menos proyección, sobre los mismos miembros."),
      unit: "percentage_points", range: "any", formula: "outcome - projection",
      convention: projected, reference: "forecast error", command: "indicators recession outlook"),
  ]
}
