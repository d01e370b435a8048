internal import ESSData

extension Catalogue {
  private static let compared = Translated(
    en:
      "Expected growth is the nation's, or that of the nation's branches in the region's mix, as the method says; the "
      + "difference always has an answer, the index is refused where the expected growth is near 0.",
    fr:
      "La croissance attendue est celle du pays, ou celle des branches du pays selon la composition de la région, comme "
      + "l'indique la méthode ; la différence a toujours une réponse, l'indice est refusé si la croissance attendue est "
      + "proche de 0.",
    es:
      "El crecimiento esperado es el del país, o el de las ramas del país según la composición de la región, como dice el "
      + "método; la diferencia siempre tiene respuesta, el índice se rechaza si el crecimiento esperado está cerca de 0."
  )

  private static let shares = Translated(
    en:
      "Weights are those of the first period (dynamic: of each step); the parts of a method add up to the change. A branch "
      + "without a start is taken in levels and named.",
    fr:
      "Les poids sont ceux de la première période (dynamique : de chaque pas) ; les parties d'une méthode s'additionnent à "
      + "la variation. Une branche absente au départ est prise en niveau et nommée.",
    es:
      "Los pesos son los del primer período (dinámico: de cada paso); las partes de un método suman el cambio. Una rama sin "
      + "inicio se toma en niveles y se nombra."
  )

  private static let quantities = Translated(
    en:
      "Coefficients are deliveries over the output of the buying sector, of the selling one for forward linkages (Ghosh); "
      + "quantities at fixed prices and coefficients; a sector without output has coefficients 0 and is listed.",
    fr:
      "Les coefficients sont les livraisons sur la production de la branche acheteuse, vendeuse pour les liaisons aval "
      + "(Ghosh) ; quantités à prix et coefficients fixes ; une branche sans production a des coefficients nuls et est "
      + "signalée.",
    es:
      "Los coeficientes son las entregas sobre la producción del sector comprador, del vendedor en los encadenamientos "
      + "hacia adelante (Ghosh); cantidades a precios y coeficientes fijos; un sector sin producción tiene coeficientes 0 y "
      + "se indica."
  )

  private static let martin =
    "Martin (2012), Journal of Economic Geography 12(1), 1-32; Martin et al. (2016), Regional Studies 50(4), 561-585"
  private static let blair = "Miller and Blair (2009), Input-Output Analysis, Cambridge"

  static let resilience: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.episode_growth",
      name: Translated(
        en: "Growth over an episode", fr: "Croissance sur un épisode",
        es: "Crecimiento en un episodio"),
      definition: Translated(
        en: "Growth from one date to another: own, of the whole, or expected from the mix.",
        fr: "Croissance d'une date à l'autre : propre, de l'ensemble, ou attendue de la structure.",
        es: "Crecimiento de una fecha a otra: propio, del conjunto, o esperado por la estructura."),
      unit: "percent", range: "above -100", formula: "100 (Y_1 / Y_0 - 1)", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.resistance",
      name: Translated(en: "Resistance", fr: "Résistance", es: "Resistencia"),
      definition: Translated(
        en: "Growth in the downturn less the growth to be expected.",
        fr: "Croissance pendant le repli moins la croissance attendue.",
        es: "Crecimiento en la caída menos el crecimiento esperado."),
      unit: "percentage_points", range: "any", formula: "g_r - g_e", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.recoverability",
      name: Translated(
        en: "Recoverability", fr: "Capacité de reprise", es: "Recuperabilidad"),
      definition: Translated(
        en: "Growth in the recovery less the growth to be expected.",
        fr: "Croissance pendant la reprise moins la croissance attendue.",
        es: "Crecimiento en la recuperación menos el crecimiento esperado."),
      unit: "percentage_points", range: "any", formula: "g_r - g_e", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.resistance_index",
      name: Translated(
        en: "Resistance index", fr: "Indice de résistance", es: "Índice de resistencia"),
      definition: Translated(
        en: "Resistance over the size of the expected rate; refused near zero.",
        fr: "Résistance rapportée au taux attendu ; refusé près de zéro.",
        es: "Resistencia entre la tasa esperada; rechazado cerca de cero."),
      unit: "factor", range: "any", formula: "(g_r - g_e) / |g_e|", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.recoverability_index",
      name: Translated(
        en: "Recoverability index", fr: "Indice de reprise", es: "Índice de recuperabilidad"),
      definition: Translated(
        en: "Recoverability over the size of the expected rate; refused near zero.",
        fr: "Capacité de reprise rapportée au taux attendu ; refusé près de zéro.",
        es: "Recuperabilidad entre la tasa esperada; rechazado cerca de cero."),
      unit: "factor", range: "any", formula: "(g_r - g_e) / |g_e|", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.sensitivity",
      name: Translated(en: "Sensitivity", fr: "Sensibilité", es: "Sensibilidad"),
      definition: Translated(
        en: "Own rate over the expected rate; refused near zero and across it.",
        fr: "Taux propre rapporté au taux attendu ; refusé près de zéro et de signes contraires.",
        es: "Tasa propia entre la esperada; rechazada cerca de cero y con signos contrarios."),
      unit: "factor", range: "0 or more", formula: "g_r / g_e", convention: compared,
      reference: martin,
      command: "indicators recession resilience"),
    IndicatorDefinition(
      id: "recession.shift_share",
      name: Translated(
        en: "Shift-share part", fr: "Composante structurelle-résiduelle",
        es: "Componente shift-share"),
      definition: Translated(
        en: "A part of the change: the nation's growth, the mix of sectors, or the region itself.",
        fr: "Une part de la variation : croissance nationale, structure sectorielle, ou région.",
        es: "Una parte del cambio: crecimiento nacional, estructura sectorial, o la región."),
      unit: "level", range: "any", formula: "E_0 (G - 1), E_0 (G_s - G), E_1 - E_0 G_s",
      convention: shares,
      reference: "Dunn (1960); Esteban-Marquillas (1972), Regional and Urban Economics 2, 249-255",
      command: "indicators recession shift-share"),
    IndicatorDefinition(
      id: "recession.shift_index",
      name: Translated(
        en: "Shift-share index", fr: "Indice structurel-résiduel", es: "Índice shift-share"),
      definition: Translated(
        en: "Growth factor that the mix, the location, or both add to the nation's.",
        fr: "Facteur de croissance que la structure, la localisation, ou les deux ajoutent.",
        es: "Factor de crecimiento que añaden la estructura, la localización, o ambas."),
      unit: "factor", range: "above 0",
      formula: "expected / national, own / expected, own / national",
      convention: shares, reference: "Gerfin (1964), Kyklos 17(4), 565-593",
      command: "indicators recession shift-share"
    ),
  ]

  static let inputOutput: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recession.io_multiplier",
      name: Translated(en: "Multiplier", fr: "Multiplicateur", es: "Multiplicador"),
      definition: Translated(
        en: "Output, value added or jobs in all sectors behind a unit of final demand of one.",
        fr:
          "Production, valeur ajoutée ou emplois de tous les secteurs pour une unité de demande finale.",
        es:
          "Producción, valor agregado o empleos de todos los sectores por una unidad de demanda final."
      ),
      unit: "factor", range: "0 or more", formula: "v' (I - A)^-1", convention: quantities,
      reference: blair,
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_linkage",
      name: Translated(en: "Linkage", fr: "Lien intersectoriel", es: "Encadenamiento"),
      definition: Translated(
        en: "Backward: column sums of the Leontief inverse. Forward: row sums of Ghosh's.",
        fr:
          "Amont : sommes des colonnes de l'inverse de Leontief. Aval : sommes des lignes de celle de Ghosh.",
        es:
          "Hacia atrás: sumas de columnas de la inversa de Leontief. Hacia adelante: de filas de la de Ghosh."
      ),
      unit: "factor", range: "1 or more", formula: "1' L, G 1",
      convention: quantities, reference: "Rasmussen (1956); Ghosh (1958), Economica 25, 58-64",
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_change",
      name: Translated(
        en: "Change by the shock", fr: "Variation due au choc", es: "Cambio por el choque"),
      definition: Translated(
        en: "Change of output or of an input that a change of final demand brings.",
        fr: "Variation de la production ou d'un facteur due à celle de la demande finale.",
        es: "Cambio de la producción o de un insumo por el de la demanda final."),
      unit: "level", range: "any", formula: "L df", convention: quantities, reference: blair,
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_inoperability",
      name: Translated(en: "Inoperability", fr: "Inopérabilité", es: "Inoperabilidad"),
      definition: Translated(
        en: "Share of a sector's output that the shock takes.",
        fr: "Part de la production d'un secteur que le choc retire.",
        es: "Parte de la producción de un sector que el choque quita."),
      unit: "ratio", range: "at most 1", formula: "(I - A*)^-1 c*",
      convention: quantities,
      reference: "Haimes and Jiang (2001), Journal of Infrastructure Systems 7(1), 1-12",
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_extraction",
      name: Translated(
        en: "Hypothetical extraction", fr: "Extraction hypothétique",
        es: "Extracción hipotética"),
      definition: Translated(
        en: "Change of output if some sectors were not there.",
        fr: "Variation de la production si certains secteurs n'existaient pas.",
        es: "Cambio de la producción si algunos sectores no existieran."),
      unit: "level", range: "at most 0", formula: "(I - A_)^-1 f_ - x",
      convention: quantities,
      reference: "Dietzenbacher and Lahr (2013), Economic Systems Research 25(3), 341-360",
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_satellite_share",
      name: Translated(
        en: "Share of the satellite account", fr: "Part du compte satellite",
        es: "Parte de la cuenta satélite"),
      definition: Translated(
        en:
          "Share of output or of an input that is in the account, or that its final demand supports.",
        fr:
          "Part de la production ou d'un facteur dans le compte, ou que sa demande finale soutient.",
        es: "Parte de la producción o de un insumo en la cuenta, o que su demanda final sostiene."),
      unit: "percent", range: "0 to 100", formula: "s x / x, L (s f) / x", convention: quantities,
      reference: blair,
      command: "indicators recession shock"),
    IndicatorDefinition(
      id: "recession.io_imbalance",
      name: Translated(
        en: "Imbalance of the table", fr: "Déséquilibre du tableau",
        es: "Desequilibrio de la tabla"),
      definition: Translated(
        en: "Sum of a row or column less the output of its sector.",
        fr: "Somme d'une ligne ou colonne moins la production du secteur.",
        es: "Suma de una fila o columna menos la producción del sector."),
      unit: "level", range: "any", formula: "sum - x", convention: quantities, reference: blair,
      command: "indicators recession shock"),
  ]
}
