internal import ESSData

extension Catalogue {
  private static let comparisons = Translated(
    en:
      "Errors are of influence functions, without a factor, by unit; averages count the error of the cohort shares; "
      + "controls and base period are named in the method.",
    fr:
      "Les erreurs sont celles de fonctions d'influence, sans facteur, par unité ; les moyennes comptent l'erreur des parts "
      + "de cohortes ; témoins et période de base sont nommés dans la méthode.",
    es:
      "Los errores son de funciones de influencia, sin factor, por unidad; los promedios cuentan el error de las partes de "
      + "las cohortes; controles y período base se nombran en el método."
  )

  private static let twoWay = Translated(
    en:
      "The two-way estimate is the mean of all two-group comparisons with the weights shown, some of them against units "
      + "treated earlier.",
    fr:
      "L'estimation à deux effets est la moyenne de toutes les comparaisons de deux groupes avec les poids montrés, dont "
      + "certaines avec des unités traitées plus tôt.",
    es:
      "La estimación de dos efectos es la media de todas las comparaciones de dos grupos con los pesos mostrados, algunas "
      + "con unidades tratadas antes."
  )

  private static let imputed = Translated(
    en:
      "Unit and period effects come from untreated cells alone; errors are conservative, about the mean effect of each "
      + "cohort and period.",
    fr:
      "Les effets d'unité et de période viennent des seules cellules non traitées ; les erreurs sont prudentes, autour de "
      + "l'effet moyen de chaque cohorte et période.",
    es:
      "Los efectos de unidad y período vienen solo de celdas no tratadas; los errores son conservadores, en torno al efecto "
      + "medio de cada cohorte y período."
  )

  private static let groupTime =
    "Callaway and Sant'Anna (2021), Journal of Econometrics 225, 200-230"
  private static let bacon =
    "Goodman-Bacon (2021), Journal of Econometrics 225, 254-277"
  private static let borusyak =
    "Borusyak, Jaravel and Spiess (2024), Review of Economic Studies 91, 3253-3285"
  private static let did =
    "indicators recovery did"

  /// Difference in differences.
  static let differences: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "recovery.did_cell",
      name: Translated(
        en: "Group-time effect", fr: "Effet par groupe et période", es: "Efecto por grupo y período"
      ),
      definition: Translated(
        en: "Effect on one cohort in one period, against units not treated by then.",
        fr: "Effet sur une cohorte dans une période, par rapport aux unités non encore traitées.",
        es: "Efecto en una cohorte en un período, frente a unidades aún no tratadas."),
      unit: "outcome_unit", range: "any",
      formula: "E[Y_t - Y_base | G = g] - E[Y_t - Y_base | control]", convention: comparisons,
      reference: groupTime,
      command: did),
    IndicatorDefinition(
      id: "recovery.did_effect",
      name: Translated(en: "Aggregated effect", fr: "Effet agrégé", es: "Efecto agregado"),
      definition: Translated(
        en:
          "Group-time effects put together: over all, by periods since treatment, by cohort, by period.",
        fr:
          "Effets par groupe et période réunis : au total, par périodes depuis le traitement, par cohorte, par période.",
        es:
          "Efectos por grupo y período reunidos: en total, por períodos desde el tratamiento, por cohorte, por período."
      ),
      unit: "outcome_unit", range: "any",
      formula: "means of group-time effects weighted by cohort size", convention: comparisons,
      reference: groupTime,
      command: did),
    IndicatorDefinition(
      id: "recovery.did_pretest_p_value",
      name: Translated(
        en: "Pre-trend test", fr: "Test des tendances préalables",
        es: "Prueba de tendencias previas"),
      definition: Translated(
        en:
          "Probability of effects before treatment as large as these if all were zero; passing it does not prove parallel trends.",
        fr:
          "Probabilité d'effets avant le traitement aussi grands si tous étaient nuls ; le passer ne prouve pas le parallélisme.",
        es:
          "Probabilidad de efectos previos tan grandes si todos fueran cero; pasarla no prueba tendencias paralelas."
      ),
      unit: "ratio", range: "0 to 1", formula: "chi-squared of theta' V^-1 theta",
      convention: comparisons, reference: groupTime, command: did),
    IndicatorDefinition(
      id: "recovery.two_way_effect",
      name: Translated(
        en: "Two-way coefficient", fr: "Coefficient à deux effets", es: "Coeficiente de dos vías"),
      definition: Translated(
        en:
          "Coefficient of treatment with unit and period effects; also by periods since treatment.",
        fr:
          "Coefficient du traitement avec effets d'unité et de période ; aussi par périodes depuis le traitement.",
        es:
          "Coeficiente del tratamiento con efectos de unidad y período; también por períodos desde el tratamiento."
      ),
      unit: "outcome_unit", range: "any", formula: "y = b D + unit + period", convention: twoWay,
      reference: bacon,
      command: did),
    IndicatorDefinition(
      id: "recovery.bacon_effect",
      name: Translated(
        en: "Effect of a comparison", fr: "Effet d'une comparaison", es: "Efecto de una comparación"
      ),
      definition: Translated(
        en: "Difference in differences of two groups behind the two-way coefficient.",
        fr: "Différence de différences de deux groupes derrière le coefficient à deux effets.",
        es: "Diferencia en diferencias de dos grupos tras el coeficiente de dos vías."),
      unit: "outcome_unit", range: "any", formula: "theorem 1", convention: twoWay,
      reference: bacon, command: did),
    IndicatorDefinition(
      id: "recovery.bacon_weight",
      name: Translated(
        en: "Weight of a comparison", fr: "Poids d'une comparaison", es: "Peso de una comparación"),
      definition: Translated(
        en:
          "Its share in the two-way coefficient; comparisons with units already treated can mislead.",
        fr:
          "Sa part dans le coefficient à deux effets ; les comparaisons avec des unités déjà traitées peuvent tromper.",
        es:
          "Su parte en el coeficiente de dos vías; las comparaciones con unidades ya tratadas pueden engañar."
      ),
      unit: "ratio", range: "0 to 1", formula: "theorem 1", convention: twoWay, reference: bacon,
      command: did),
    IndicatorDefinition(
      id: "recovery.imputation_effect",
      name: Translated(
        en: "Effect by imputation", fr: "Effet par imputation", es: "Efecto por imputación"),
      definition: Translated(
        en:
          "Treated outcomes less what unit and period effects of untreated cells predict; also by periods since treatment and "
          + "cohort.",
        fr:
          "Valeurs traitées moins celles que prédisent les effets d'unité et de période des cellules non traitées ; aussi par "
          + "périodes et cohorte.",
        es:
          "Valores tratados menos los que predicen los efectos de unidad y período de celdas no tratadas; también por períodos "
          + "y cohorte."
      ),
      unit: "outcome_unit", range: "any", formula: "mean of y_it - a_i - b_t over treated cells",
      convention: imputed, reference: borusyak, command: did),
  ]
}
