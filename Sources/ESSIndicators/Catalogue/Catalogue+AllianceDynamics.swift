internal import ESSData

extension Catalogue {
  static let allianceDynamics: [IndicatorDefinition] = [
    alliance(
      "articulation", "levels", unit: "ratio", range: "0 to 1",
      formula: "share whose closure N* reaches a wider level",
      reference: "definition of this project",
      name: Translated(
        en: "Vertical articulation", fr: "Articulation verticale", es: "Articulación vertical"),
      definition: Translated(
        en: "Share of alliances or organisations of a level that belong to an alliance "
          + "of a wider level.",
        fr: "Part des alliances ou organisations d'une échelle appartenant à une "
          + "alliance d'échelle plus large.",
        es: "Parte de alianzas u organizaciones de una escala que pertenecen a una "
          + "alianza de escala más amplia.")),
    alliance(
      "level_presence", "levels", unit: "ratio", range: "0 to 1",
      formula: "weighted mean of a mark over the frame",
      reference: "definition of this project",
      name: Translated(
        en: "Presence by level", fr: "Présence par échelle", es: "Presencia por escala"),
      definition: Translated(
        en: "Share of the frame with a local organisation in an alliance, a national or "
          + "a supranational alliance, or several of these.",
        fr: "Part du cadre ayant une organisation locale dans une alliance, une "
          + "alliance nationale ou supranationale, ou plusieurs.",
        es: "Parte del marco con una organización local en una alianza, una alianza "
          + "nacional o supranacional, o varias.")),
    alliance(
      "organisation_levels", "levels", unit: "count", range: "0 or more",
      formula: "organisations whose alliances are of k levels",
      reference: "definition of this project",
      name: Translated(
        en: "Organisations by levels spanned", fr: "Organisations par échelles couvertes",
        es: "Organizaciones por escalas abarcadas"),
      definition: Translated(
        en: "Number of organisations whose alliances are of none, one, two or more levels.",
        fr: "Nombre d'organisations dont les alliances sont d'aucune, d'une, de deux échelles ou "
          + "plus.",
        es: "Número de organizaciones cuyas alianzas son de ninguna, una, dos o más escalas.")),
    alliance(
      "actor_reach", "reach", unit: "count", range: "0 to the frame",
      formula: "territories in an alliance of the actor",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Reach of an actor", fr: "Portée d'un acteur", es: "Alcance de un actor"),
      definition: Translated(
        en: "Territories present in an alliance of an actor, or in one that belongs to "
          + "it at any remove.",
        fr: "Territoires présents dans une alliance d'un acteur, ou dans une qui en est "
          + "membre à toute distance.",
        es: "Territorios presentes en una alianza de un actor, o en una que pertenece a "
          + "ella a cualquier distancia.")),
    alliance(
      "actor_unique", "reach", unit: "count", range: "0 to the frame",
      formula: "territories that no other actor reaches",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Reached by one actor alone", fr: "Touchés par un seul acteur",
        es: "Alcanzados por un solo actor"),
      definition: Translated(
        en: "Territories that none of the other actors reaches.",
        fr: "Territoires qu'aucun des autres acteurs ne touche.",
        es: "Territorios que ninguno de los otros actores alcanza.")),
    alliance(
      "actor_shapley", "reach", unit: "count", range: "0 to the frame",
      formula: "sum over its territories of 1 / actors that reach them",
      reference: "Shapley (1953), Contributions to the Theory of Games II, 307-317",
      name: Translated(
        en: "Contribution of an actor", fr: "Apport d'un acteur", es: "Aporte de un actor"),
      definition: Translated(
        en: "Shapley value of the number of territories that the actors reach together.",
        fr: "Valeur de Shapley du nombre de territoires que les acteurs touchent ensemble.",
        es: "Valor de Shapley del número de territorios que los actores alcanzan juntos.")),
    alliance(
      "actor_coverage", "reach", unit: "ratio", range: "0 to 1",
      formula: "sum(w) over its territories / sum(w)",
      reference: "Church and ReVelle (1974), Papers of the Regional Science Association 32, "
        + "101-118",
      name: Translated(
        en: "Coverage by an actor", fr: "Couverture par un acteur", es: "Cobertura por un actor"),
      definition: Translated(
        en: "Share of the frame that an actor reaches; plain, by population or by need.",
        fr: "Part du cadre qu'un acteur touche ; simple, par population ou par besoin.",
        es: "Parte del marco que un actor alcanza; simple, por población o por necesidad.")),
    alliance(
      "ties", "evolution", unit: "count", range: "0 or more",
      formula: "sizes of intersection and differences",
      reference: "Snijders, van de Bunt and Steglich (2010), Social Networks 32, 44-60",
      name: Translated(
        en: "Ties kept, formed, dissolved", fr: "Liens gardés, formés, dissous",
        es: "Vínculos mantenidos, formados, disueltos"),
      definition: Translated(
        en: "Memberships, or pairs of organisations that share an alliance, of both "
          + "years or of one alone.",
        fr: "Adhésions, ou paires d'organisations partageant une alliance, des deux "
          + "années ou d'une seule.",
        es: "Membresías, o pares de organizaciones que comparten una alianza, de ambos "
          + "años o de uno solo.")),
    alliance(
      "annual_growth", "evolution", unit: "ratio", range: "-1 or more",
      formula: "(N2 / N1)^(1 / years) - 1",
      reference: "compound annual rate",
      name: Translated(
        en: "Growth a year", fr: "Croissance annuelle", es: "Crecimiento anual"),
      definition: Translated(
        en:
          "Yearly growth of the number of memberships; dated: of those whose first year is known.",
        fr:
          "Croissance annuelle du nombre d'adhésions ; dated : de celles de première année connue.",
        es: "Crecimiento anual del número de membresías; dated: de las de primer año conocido.")),
    alliance(
      "tie_jaccard", "evolution", unit: "ratio", range: "0 to 1",
      formula: "kept / (kept + formed + dissolved)",
      reference: "Jaccard (1901), Bulletin de la Société vaudoise des sciences naturelles "
        + "37, 547-579",
      name: Translated(
        en: "Similarity of two years", fr: "Similarité de deux années", es: "Semejanza de dos años"),
      definition: Translated(
        en: "Jaccard index of the ties of two years.",
        fr: "Indice de Jaccard des liens de deux années.",
        es: "Índice de Jaccard de los vínculos de dos años.")),
    alliance(
      "alliance_survival", "evolution", unit: "ratio", range: "0 to 1",
      formula: "alliances of both years / alliances of the first",
      reference: "definition of this project",
      name: Translated(
        en: "Survival of alliances", fr: "Survie des alliances", es: "Supervivencia de alianzas"),
      definition: Translated(
        en: "Share of the alliances with a member in the first year that have one in "
          + "the second.",
        fr: "Part des alliances ayant un membre la première année qui en ont un la seconde.",
        es: "Parte de las alianzas con un miembro en el primer año que lo tienen en el "
          + "segundo.")),
    alliance(
      "alliances_founded", "evolution", unit: "count", range: "0 or more",
      formula: "alliances of the second year alone",
      reference: "definition of this project",
      name: Translated(
        en: "New alliances", fr: "Nouvelles alliances", es: "Nuevas alianzas"),
      definition: Translated(
        en: "Alliances with a member in the second year and none in the first.",
        fr: "Alliances ayant un membre la seconde année et aucun la première.",
        es: "Alianzas con un miembro en el segundo año y ninguno en el primero.")),
    alliance(
      "alliances_ended", "evolution", unit: "count", range: "0 or more",
      formula: "alliances of the first year alone",
      reference: "definition of this project",
      name: Translated(
        en: "Ended alliances", fr: "Alliances disparues", es: "Alianzas terminadas"),
      definition: Translated(
        en: "Alliances with a member in the first year and none in the second.",
        fr: "Alliances ayant un membre la première année et aucun la seconde.",
        es: "Alianzas con un miembro en el primer año y ninguno en el segundo.")),
    alliance(
      "community_change", "evolution", unit: "count", range: "0 or more",
      formula: "matching by largest overlap",
      reference: "Palla, Barabasi and Vicsek (2007), Nature 446, 664-667",
      name: Translated(
        en: "Communities carried, new, ended", fr: "Communautés poursuivies, nouvelles, finies",
        es: "Comunidades continuadas, nuevas, terminadas"),
      definition: Translated(
        en: "Communities of organisations matched from year to year by the members that "
          + "they share.",
        fr: "Communautés d'organisations appariées d'une année à l'autre par leurs "
          + "membres communs.",
        es: "Comunidades de organizaciones emparejadas de un año a otro por sus "
          + "miembros comunes.")),
    alliance(
      "community_stability", "evolution", unit: "ratio", range: "0 to 1",
      formula: "members whose community goes on with them / members of both years",
      reference: "Palla, Barabasi and Vicsek (2007), Nature 446, 664-667",
      name: Translated(
        en: "Stability of communities", fr: "Stabilité des communautés",
        es: "Estabilidad de las comunidades"),
      definition: Translated(
        en: "Share of the organisations of both years that stay in their community.",
        fr: "Part des organisations des deux années qui restent dans leur communauté.",
        es: "Parte de las organizaciones de ambos años que siguen en su comunidad.")),
    alliance(
      "gap", "gaps", unit: "ratio", range: "0 to 1",
      formula: "1 - what is there; the Gini index; fragmentation and its rise",
      reference: "definition of this project",
      name: Translated(
        en: "Gap", fr: "Lacune", es: "Brecha"),
      definition: Translated(
        en: "What is missing, from 0 to 1: coverage, need, equality, connection, "
          + "independence, openness, knowledge, levels.",
        fr: "Ce qui manque, de 0 à 1 : couverture, besoin, égalité, lien, indépendance, "
          + "ouverture, connaissance, échelles.",
        es: "Lo que falta, de 0 a 1: cobertura, necesidad, igualdad, conexión, "
          + "independencia, apertura, conocimiento, escalas.")),
    alliance(
      "gap_rank", "gaps", unit: "count", range: "1 to 9",
      formula: "rank of the gap, largest first",
      reference: "definition of this project",
      name: Translated(
        en: "Rank of a gap", fr: "Rang d'une lacune", es: "Rango de una brecha"),
      definition: Translated(
        en: "Place of a gap among those that are known; a screening, since gaps have "
          + "different units of harm.",
        fr: "Place d'une lacune parmi celles qui sont connues ; un tri, car elles n'ont "
          + "pas la même unité de dommage.",
        es: "Lugar de una brecha entre las conocidas; un cribado, pues no tienen la "
          + "misma unidad de daño.")),
    alliance(
      "recommendation", "recommend", unit: "ratio", range: "0 to 1",
      formula: "fit (2 + level + theme) / 4",
      reference: "definition of this project",
      name: Translated(
        en: "Alliance recommended", fr: "Alliance recommandée", es: "Alianza recomendada"),
      definition: Translated(
        en: "How well an alliance fits a member (similar members and neighbours are in "
          + "it) and what it adds (a level, a theme).",
        fr: "Combien une alliance convient (membres semblables et voisins y sont) et ce "
          + "qu'elle ajoute (échelle, thème).",
        es: "Cuánto conviene una alianza (miembros semejantes y vecinos están) y qué "
          + "añade (escala, tema).")),
    alliance(
      "recommendation_rank", "recommend", unit: "count", range: "1 or more",
      formula: "rank of the score",
      reference: "definition of this project",
      name: Translated(
        en: "Rank of a recommendation", fr: "Rang d'une recommandation",
        es: "Rango de una recomendación"),
      definition: Translated(
        en: "Place of an alliance among those that a member could join.",
        fr: "Place d'une alliance parmi celles qu'un membre pourrait rejoindre.",
        es: "Lugar de una alianza entre aquellas a las que un miembro podría unirse.")),
    alliance(
      "recommendation_signal", "recommend", unit: "ratio", range: "0 to 1",
      formula: "share of similar members' weight, of neighbours, of members; or 0, 1",
      reference: "Sarwar, Karypis, Konstan and Riedl (2001), WWW10, 285-295",
      name: Translated(
        en: "Reason for a recommendation", fr: "Raison d'une recommandation",
        es: "Razón de una recomendación"),
      definition: Translated(
        en: "A signal behind the score: peers, neighbours, members, level, theme, "
          + "federation.",
        fr: "Un signal derrière le score : pairs, voisins, membres, échelle, thème, "
          + "fédération.",
        es: "Una señal detrás del puntaje: pares, vecinos, miembros, escala, tema, "
          + "federación.")),
    alliance(
      "recommendation_trial", "recommend", unit: "ratio", range: "0 to 1",
      formula: "mean share of alliances scored below the hidden one, ties half",
      reference: "Hanley and McNeil (1982), Radiology 143, 29-36",
      name: Translated(
        en: "Trial of recommendations", fr: "Épreuve des recommandations",
        es: "Prueba de recomendaciones"),
      definition: Translated(
        en: "How often a hidden membership ranks above another alliance, by score and "
          + "by number of members; 0.5 is chance.",
        fr: "Combien de fois une adhésion cachée dépasse une autre alliance, par score "
          + "et par nombre de membres ; 0,5 : hasard.",
        es: "Cuántas veces una membresía oculta supera a otra alianza, por puntaje y "
          + "por número de miembros; 0,5 es el azar.")),
  ]
}
