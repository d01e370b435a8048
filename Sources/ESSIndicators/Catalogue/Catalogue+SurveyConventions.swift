internal import ESSData

/// The choices behind numbers of surveys, which tools make differently.
extension Catalogue {
  static let ofPersons = Translated(
    en:
      "A person counts with design weight times household size; domains keep the whole design; intervals are Student's t on PSUs "
      + "less strata, logit for proportions.",
    fr:
      "Une personne compte avec poids de sondage fois taille du ménage ; les domaines gardent tout le plan ; intervalles t sur UPS "
      + "moins strates, logit pour les proportions.",
    es:
      "Una persona cuenta con peso muestral por tamaño del hogar; los dominios conservan todo el diseño; intervalos t con UPM "
      + "menos estratos, logit para proporciones.")
  static let onTheLine = Translated(
    en:
      "Poor is strictly below the line (--tie inclusive for at or below), persons weighted by weight times size. The sampling error of a "
      + "relative line is counted.",
    fr:
      "Pauvre : strictement sous le seuil (--tie inclusive : au seuil ou dessous), personnes pondérées par poids fois taille. L'erreur "
      + "d'un seuil relatif est comptée.",
    es:
      "Pobre: estrictamente por debajo de la línea (--tie inclusive: en ella o debajo), personas ponderadas por peso y tamaño. El "
      + "error de una línea relativa se cuenta.")
  static let logarithms = Translated(
    en:
      "Welfare of zero or below is refused unless --nonpositive drops it from the sum (not from the population) or raises it to a floor.",
    fr:
      "Un revenu nul ou négatif est refusé, sauf si --nonpositive l'omet de la somme (non de la population) ou le relève à un plancher.",
    es:
      "Un ingreso nulo o negativo se rechaza, salvo que --nonpositive lo omita de la suma (no de la población) o lo suba a un piso."
  )
  static let pairs = Translated(
    en:
      "Exact over weighted pairs: unchanged when weights are scaled, 0 for equal welfare; no small-sample correction unless "
      + "--gini-correction names one.",
    fr:
      "Exact sur les paires pondérées : inchangé si les poids sont multipliés, 0 à revenus égaux ; sans correction de petit échantillon, "
      + "sauf --gini-correction.",
    es:
      "Exacto sobre pares ponderados: no cambia al escalar los pesos, 0 con ingresos iguales; sin corrección de muestra pequeña salvo "
      + "--gini-correction.")
  static let powers = Translated(
    en:
      "Zero welfare is taken where the parameter allows it; elsewhere, and negative welfare, refused unless --nonpositive drops the records "
      + "altogether or raises them to a floor.",
    fr:
      "Un revenu nul est admis si le paramètre le permet ; sinon, comme un revenu négatif, refusé, sauf si --nonpositive omet ces "
      + "enregistrements ou les relève.",
    es:
      "El ingreso cero se admite si el parámetro lo permite; si no, como el negativo, se rechaza salvo que --nonpositive omita esos "
      + "registros o los suba a un piso.")
  static let lorenzShares = Translated(
    en: "Shares of the interpolated Lorenz curve: a record across a share counts in part.",
    fr: "Parts de la courbe de Lorenz interpolée : un enregistrement à cheval compte en partie.",
    es: "Partes de la curva de Lorenz interpolada: un registro a caballo cuenta en parte.")
  static let twoQuintileRatios = Translated(
    en:
      "The default is the ratio of interpolated Lorenz shares; laeken and Eurostat sum welfare above and below quantile values, which in "
      + "small domains differs widely and has a name of its own.",
    fr:
      "Par défaut le rapport de parts de Lorenz interpolées ; laeken et Eurostat somment au-dessus et au-dessous de quantiles, ce qui diffère "
      + "beaucoup dans de petits domaines et porte un autre nom.",
    es:
      "Por defecto la razón de partes de Lorenz interpoladas; laeken y Eurostat suman por encima y debajo de cuantiles, que en dominios "
      + "pequeños difiere mucho y lleva otro nombre.")
  static let quantileRules = Translated(
    en:
      "Hyndman and Fan's rule 2 unless --quantile-rule names another; limits are Woodruff's, the standard error is their "
      + "distance over twice the t quantile.",
    fr:
      "Règle 2 de Hyndman et Fan, sauf --quantile-rule ; limites de Woodruff, l'erreur type est leur écart divisé par deux fois le "
      + "quantile t.",
    es:
      "Regla 2 de Hyndman y Fan, salvo --quantile-rule; límites de Woodruff, el error estándar es su distancia entre dos veces el "
      + "cuantil t.")
  static let independentPeriods = Translated(
    en:
      "Periods are independent samples unless --overlap says that labels of strata and PSUs mean the same in both; parts add up to the "
      + "change exactly.",
    fr:
      "Les périodes sont des échantillons indépendants, sauf si --overlap dit que strates et UPS sont les mêmes ; les parties somment "
      + "exactement à la variation.",
    es:
      "Los períodos son muestras independientes salvo que --overlap diga que estratos y UPM son los mismos; las partes suman exactamente "
      + "el cambio.")
  static let fittedCurves = Translated(
    en:
      "The curve is chosen by PIP's rule among the valid ones; an invalid one is refused with its reasons, never clamped; solvers run to "
      + "machine precision.",
    fr:
      "La courbe est choisie par la règle de PIP parmi les valides ; une courbe invalide est refusée avec ses raisons, jamais rognée ; "
      + "solveurs à la précision machine.",
    es:
      "La curva se elige por la regla de PIP entre las válidas; una inválida se rechaza con sus razones, nunca se recorta; métodos "
      + "hasta la precisión de la máquina.")
  static let passedThrough = Translated(
    en:
      "Mean welfare follows growth per head times a pass-through that is always shown (the World Bank's line-up uses 0.7); the Lorenz curve "
      + "is fixed unless a change of the Gini index is given.",
    fr:
      "Le revenu moyen suit la croissance par tête fois un taux de transmission toujours affiché (0,7 à la Banque mondiale) ; la courbe de "
      + "Lorenz est fixe, sauf variation du Gini donnée.",
    es:
      "El ingreso medio sigue el crecimiento por persona por una transmisión siempre mostrada (0,7 en el Banco Mundial); la curva de Lorenz "
      + "es fija salvo que se dé un cambio del Gini.")
  static let dualCutoff = Translated(
    en:
      "Deprived is strictly below the cutoff; a person is poor whose weighted count reaches k, in the units of the weights.",
    fr:
      "Privé : strictement sous le seuil de la dimension ; pauvre si le compte pondéré atteint k, en unités des poids.",
    es:
      "Carente: estrictamente por debajo del umbral; es pobre quien alcanza k en el recuento ponderado, en unidades de los pesos."
  )
  static let dominanceRange = Translated(
    en:
      "Curves are compared on the range of lines given; crossings are exact for the sample, significance is judged at the lines tested.",
    fr:
      "Les courbes sont comparées sur la plage de seuils donnée ; croisements exacts pour l'échantillon, signification jugée aux seuils "
      + "testés.",
    es:
      "Las curvas se comparan en el rango de líneas dado; los cruces son exactos para la muestra, la significación se juzga en las líneas "
      + "probadas.")
}
