internal import ESSData

extension Catalogue {
  private static let everyone = Translated(
    en:
      "Every unit is treated at once: what is compared is more with less exposure, an association unless trends would have "
      + "been parallel across doses; the dose is one number a unit, units and periods are absorbed.",
    fr:
      "Toutes les unités sont traitées à la fois : on compare plus et moins d'exposition, une association sauf si les "
      + "tendances étaient parallèles entre doses ; la dose est un nombre par unité, unités et périodes sont absorbées.",
    es:
      "Todas las unidades se tratan a la vez: se compara más con menos exposición, una asociación salvo que las tendencias "
      + "fueran paralelas entre dosis; la dosis es un número por unidad, unidades y períodos se absorben."
  )

  private static let detectable = Translated(
    en:
      "Two-sided, from the t distribution with the degrees of freedom given; the placebo form takes the order statistics of "
      + "estimates where nothing was treated.",
    fr:
      "Bilatéral, d'après la loi t avec les degrés de liberté donnés ; la forme placebo prend les statistiques d'ordre "
      + "d'estimations où rien n'a été traité.",
    es:
      "Bilateral, de la distribución t con los grados de libertad dados; la forma placebo toma los estadísticos de orden de "
      + "estimaciones donde nada fue tratado."
  )

  private static let continuous =
    "Callaway, Goodman-Bacon and Sant'Anna (2024), NBER working paper 32117"
  private static let fisher =
    "Fisher (1935), The Design of Experiments"
  private static let bloom =
    "Bloom (1995), Evaluation Review 19, 547-556"
  private static let doseCommand =
    "indicators recovery dose"
  private static let powerCommand =
    "indicators recovery power"

  /// Dose and power.
  static let dose: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recovery.dose",
      name: Translated(en: "Dose", fr: "Dose", es: "Dosis"),
      definition: Translated(
        en: "How much a unit was treated, fixed over time.",
        fr: "Intensité du traitement d'une unité, fixe dans le temps.",
        es: "Cuánto fue tratada una unidad, fijo en el tiempo."),
      unit: "number", range: "any", formula: "given", convention: everyone, reference: continuous,
      command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_effect",
      name: Translated(
        en: "Association with the dose", fr: "Association avec la dose",
        es: "Asociación con la dosis"),
      definition: Translated(
        en:
          "Change of the outcome after the shock for one more unit of dose; an effect only under strong parallel trends.",
        fr:
          "Variation du résultat après le choc pour une unité de dose de plus ; un effet seulement sous tendances parallèles "
          + "fortes.",
        es:
          "Cambio del resultado tras el choque por una unidad más de dosis; un efecto solo con tendencias paralelas fuertes."
      ),
      unit: "coefficient", range: "any", formula: "b of y = b dose x post + unit + period",
      convention: everyone, reference: continuous, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_effect_per_deviation",
      name: Translated(
        en: "Association with a standard deviation of dose",
        fr: "Association avec un écart-type de dose",
        es: "Asociación con una desviación típica de dosis"),
      definition: Translated(
        en:
          "Change of the outcome after the shock for a dose larger by one standard deviation over units.",
        fr:
          "Variation du résultat après le choc pour une dose supérieure d'un écart-type entre unités.",
        es:
          "Cambio del resultado tras el choque por una dosis mayor en una desviación típica entre unidades."
      ),
      unit: "outcome_unit", range: "any", formula: "b sd(dose)", convention: everyone,
      reference: continuous,
      command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_path",
      name: Translated(
        en: "Association by period", fr: "Association par période", es: "Asociación por período"),
      definition: Translated(
        en: "Coefficient of the dose in a period, against the last before the shock.",
        fr: "Coefficient de la dose dans une période, par rapport à la dernière avant le choc.",
        es: "Coeficiente de la dosis en un período, frente al último antes del choque."),
      unit: "coefficient", range: "any", formula: "b_t of y = sum b_t dose x 1[t] + unit + period",
      convention: everyone, reference: continuous, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_placebo",
      name: Translated(en: "Placebo shock", fr: "Choc placebo", es: "Choque placebo"),
      definition: Translated(
        en: "The association as if the shock had come earlier, from data before it.",
        fr: "L'association comme si le choc était venu plus tôt, avec les données antérieures.",
        es: "La asociación como si el choque hubiera llegado antes, con datos anteriores."),
      unit: "coefficient", range: "any", formula: "b with an earlier post", convention: everyone,
      reference: continuous,
      command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_tercile_change",
      name: Translated(
        en: "Change of a tercile", fr: "Variation d'un tercile", es: "Cambio de un tercil"),
      definition: Translated(
        en:
          "Change of the mean outcome of a third of the units by dose, from before to after the shock.",
        fr:
          "Variation du résultat moyen d'un tiers des unités selon la dose, d'avant à après le choc.",
        es:
          "Cambio del resultado medio de un tercio de las unidades por dosis, de antes a después del choque."
      ),
      unit: "outcome_unit", range: "any", formula: "mean after - mean before",
      convention: everyone, reference: continuous, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_tercile_contrast",
      name: Translated(
        en: "Tercile against the lowest", fr: "Tercile par rapport au plus bas",
        es: "Tercil frente al más bajo"),
      definition: Translated(
        en: "Difference of the change of a third of the units by dose to that of the lowest third.",
        fr:
          "Différence entre la variation d'un tiers des unités selon la dose et celle du tiers le plus bas.",
        es:
          "Diferencia del cambio de un tercio de las unidades por dosis con el del tercio más bajo."
      ),
      unit: "outcome_unit", range: "any", formula: "b of y = b tercile x post + unit + period",
      convention: everyone, reference: continuous, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_p_value",
      name: Translated(
        en: "Randomisation p-value", fr: "Valeur p de randomisation",
        es: "Valor p de aleatorización"),
      definition: Translated(
        en: "Share of reassignments of the doses whose association is at least as far from zero.",
        fr:
          "Part des réaffectations des doses dont l'association est au moins aussi éloignée de zéro.",
        es:
          "Proporción de reasignaciones de las dosis cuya asociación está al menos igual de lejos de cero."
      ),
      unit: "ratio", range: "0 to 1", formula: "share of permutations with |b| at least as large",
      convention: everyone, reference: fisher, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.dose_detectable_effect",
      name: Translated(
        en: "Smallest detectable association", fr: "Plus petite association détectable",
        es: "Menor asociación detectable"),
      definition: Translated(
        en: "The smallest true value that these data would find significant with the stated power.",
        fr:
          "La plus petite vraie valeur que ces données trouveraient significative avec la puissance indiquée.",
        es:
          "El menor valor verdadero que estos datos hallarían significativo con la potencia indicada."
      ),
      unit: "coefficient", range: "above 0", formula: "(t(1 - alpha/2) + t(power)) SE",
      convention: detectable, reference: bloom, command: doseCommand),
    IndicatorDefinition(
      id: "recovery.detectable_effect",
      name: Translated(
        en: "Smallest detectable effect", fr: "Plus petit effet détectable",
        es: "Menor efecto detectable"),
      definition: Translated(
        en: "The smallest true effect that a study would find significant with the stated power.",
        fr:
          "Le plus petit vrai effet qu'une étude trouverait significatif avec la puissance indiquée.",
        es:
          "El menor efecto verdadero que un estudio hallaría significativo con la potencia indicada."
      ),
      unit: "outcome_unit", range: "above 0",
      formula: "(t(1 - alpha/2) + t(power)) SE, or by placebos", convention: detectable,
      reference: bloom,
      command: powerCommand),
    IndicatorDefinition(
      id: "recovery.power_multiplier",
      name: Translated(
        en: "Multiplier of the standard error", fr: "Multiplicateur de l'erreur type",
        es: "Multiplicador del error estándar"),
      definition: Translated(
        en: "How many standard errors the smallest detectable effect is.",
        fr: "Nombre d'erreurs types du plus petit effet détectable.",
        es: "Cuántos errores estándar tiene el menor efecto detectable."),
      unit: "number", range: "above 0", formula: "t(1 - alpha/2) + t(power)",
      convention: detectable, reference: bloom,
      command: powerCommand),
    IndicatorDefinition(
      id: "recovery.placebo_effect",
      name: Translated(en: "Placebo effect", fr: "Effet placebo", es: "Efecto placebo"),
      definition: Translated(
        en: "Effect of an untreated unit in the place of a treated one: noise.",
        fr: "Effet d'une unité non traitée à la place d'une traitée : du bruit.",
        es: "Efecto de una unidad no tratada en lugar de una tratada: ruido."),
      unit: "outcome_unit", range: "any", formula: "estimate with unit i treated",
      convention: detectable, reference: bloom,
      command: powerCommand),
    IndicatorDefinition(
      id: "recovery.placebo_critical",
      name: Translated(
        en: "Critical placebo effect", fr: "Effet placebo critique", es: "Efecto placebo crítico"),
      definition: Translated(
        en: "The absolute effect that must be exceeded to be significant by rank among placebos.",
        fr: "L'effet absolu à dépasser pour être significatif par rang parmi les placebos.",
        es: "El efecto absoluto que debe superarse para ser significativo por rango entre placebos."
      ),
      unit: "outcome_unit", range: "0 or more", formula: "order statistic of |placebo effects|",
      convention: detectable, reference: bloom, command: powerCommand),
  ]
}
