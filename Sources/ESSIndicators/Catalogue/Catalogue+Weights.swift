internal import ESSData

extension Catalogue {
  static let weights: [IndicatorDefinition] = [
    IndicatorDefinition(
      id: "territories.weight",
      name: Translated(
        en: "Weight by a rule", fr: "Poids selon une règle", es: "Peso según una regla"),
      definition: Translated(
        en:
          "Weight of an indicator by the rule that the component names; for a benefit of the doubt, of one territory.",
        fr:
          "Poids d'un indicateur selon la règle que nomme le composant ; pour un bénéfice du doute, d'un territoire.",
        es:
          "Peso de un indicador según la regla que nombra el componente; para un beneficio de la duda, de un territorio."
      ), unit: "ratio", range: "0 or more",
      formula:
        "see the rule in method; weights of a set add up to 1, those of a benefit of the doubt make the best rival score 1",
      convention: Translated(
        en:
          "Factors: squared loading on the factor of the highest signed loading. Entropy and CRITIC: on the recipe's scale. Budgets: the interval is the range of the experts.",
        fr:
          "Facteurs : carré de la saturation sur le facteur de plus haute saturation signée. Entropie et CRITIC : sur l'échelle de la recette. Budgets : l'intervalle est l'étendue des experts.",
        es:
          "Factores: cuadrado de la carga en el factor de mayor carga con signo. Entropía y CRITIC: en la escala de la receta. Presupuestos: el intervalo es el rango de los expertos."
      ), reference: "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6",
      command: "indicators territories weights"),
    IndicatorDefinition(
      id: "territories.weight_check",
      name: Translated(
        en: "What a rule for weights says of itself",
        fr: "Ce qu'une règle de poids dit d'elle-même",
        es: "Lo que una regla de pesos dice de sí misma"),
      definition: Translated(
        en:
          "Eigenvalues, explained variance, communalities and loadings of factors; consistency of comparisons; deviation of experts.",
        fr:
          "Valeurs propres, variance expliquée, communautés et saturations des facteurs ; cohérence des comparaisons ; écart des experts.",
        es:
          "Valores propios, varianza explicada, comunalidades y cargas de los factores; consistencia de las comparaciones; desviación de los expertos."
      ), unit: "ratio_any", range: "any",
      formula: "consistency ratio = (eigenvalue - n) / (n - 1) / random index",
      reference: "Saaty (1980), The Analytic Hierarchy Process",
      command: "indicators territories weights"),
    IndicatorDefinition(
      id: "territories.benefit_of_the_doubt",
      name: Translated(
        en: "Benefit-of-the-doubt score", fr: "Score au bénéfice du doute",
        es: "Puntuación con el beneficio de la duda"),
      definition: Translated(
        en:
          "Score of a territory with the weights that are best for it, among those by which none scores above 1.",
        fr:
          "Score d'un territoire avec les poids les meilleurs pour lui, parmi ceux par lesquels aucun ne dépasse 1.",
        es:
          "Puntuación de un territorio con los pesos mejores para él, entre aquellos con los que ninguno pasa de 1."
      ), unit: "ratio", range: "0 to 1",
      formula: "max of w'x over w of at least 0 with w'x_k at most 1 for every k",
      reference:
        "Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), Social Indicators Research 82, 111-145",
      command: "indicators territories weights"),
    IndicatorDefinition(
      id: "territories.borda",
      name: Translated(en: "Borda count", fr: "Décompte de Borda", es: "Recuento de Borda"),
      definition: Translated(
        en:
          "Weight of the indicators times the territories that are beaten in each, half for a tie.",
        fr:
          "Poids des indicateurs fois les territoires battus dans chacun, moitié pour une égalité.",
        es:
          "Peso de los indicadores por los territorios superados en cada uno, la mitad por empate."),
      unit: "ratio_any", range: "0 or more",
      formula: "sum of weights times number of territories with a lower value",
      reference:
        "Borda (1784), Histoire de l'Académie royale des sciences; OECD and JRC (2008), Handbook on Constructing Composite Indicators, Table 26",
      command: "indicators territories order"),
    IndicatorDefinition(
      id: "territories.copeland",
      name: Translated(en: "Copeland score", fr: "Score de Copeland", es: "Puntuación de Copeland"),
      definition: Translated(
        en: "Territories that are outranked less those that outrank.",
        fr: "Territoires surclassés moins ceux qui surclassent.",
        es: "Territorios superados menos los que superan."), unit: "ratio_any", range: "any",
      formula: "number outranked - number outranking",
      reference: "Copeland (1951), A reasonable social welfare function",
      command: "indicators territories order"),
    IndicatorDefinition(
      id: "territories.condorcet_group",
      name: Translated(en: "Condorcet group", fr: "Groupe de Condorcet", es: "Grupo de Condorcet"),
      definition: Translated(
        en:
          "Position of the smallest group with the territory whose members all outrank every territory of later groups; alone where majorities decide.",
        fr:
          "Position du plus petit groupe avec le territoire dont tous les membres surclassent chaque territoire des groupes suivants ; seul là où les majorités décident.",
        es:
          "Posición del menor grupo con el territorio cuyos miembros superan a todo territorio de los grupos siguientes; solo donde las mayorías deciden."
      ), unit: "place", range: "1 or more",
      formula: "strong components of the relation not outranked by, in their order",
      reference: "Truchon (1998), An extension of the Condorcet criterion and Kemeny orders",
      command: "indicators territories order"),
    IndicatorDefinition(
      id: "territories.kemeny_place",
      name: Translated(en: "Kemeny place", fr: "Rang de Kemeny", es: "Lugar de Kemeny"),
      definition: Translated(
        en:
          "Best place of the territory in the orders with the greatest support, with its range over all of them.",
        fr:
          "Meilleur rang du territoire dans les ordres au plus grand soutien, avec son étendue sur tous.",
        es:
          "Mejor lugar del territorio en los órdenes con mayor apoyo, con su rango en todos ellos."),
      unit: "place", range: "1 or more",
      formula: "places in the orders with the largest sum of support over pairs",
      reference:
        "Kemeny (1959), Daedalus 88, 577-591; OECD and JRC (2008), Handbook on Constructing Composite Indicators, equation 33",
      command: "indicators territories order"),
    IndicatorDefinition(
      id: "territories.kemeny_order",
      name: Translated(en: "Kemeny order", fr: "Ordre de Kemeny", es: "Orden de Kemeny"),
      definition: Translated(
        en:
          "Place of the territory in one of the orders with the greatest support; the component numbers them.",
        fr:
          "Rang du territoire dans un des ordres au plus grand soutien ; le composant les numérote.",
        es: "Lugar del territorio en uno de los órdenes con mayor apoyo; el componente los numera."),
      unit: "place", range: "1 or more",
      formula: "place in an order with the largest sum of support over pairs",
      reference: "Kemeny (1959), Daedalus 88, 577-591", command: "indicators territories order"),
    IndicatorDefinition(
      id: "territories.outranking",
      name: Translated(en: "Outranking", fr: "Surclassement", es: "Superación"),
      definition: Translated(
        en:
          "Weight of the indicators in which the territory is better than the one that the component names, half for ties.",
        fr:
          "Poids des indicateurs où le territoire est meilleur que celui que nomme le composant, moitié pour les égalités.",
        es:
          "Peso de los indicadores en que el territorio es mejor que el que nombra el componente, la mitad por empates."
      ), unit: "ratio", range: "0 to 1",
      formula: "sum of weights with a higher value + half of those with an equal one",
      reference: "OECD and JRC (2008), Handbook on Constructing Composite Indicators, equation 32",
      command: "indicators territories order"),
  ]
}
