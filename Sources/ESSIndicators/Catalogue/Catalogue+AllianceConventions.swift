internal import ESSData

extension Catalogue {
  /// The choices behind what each verb on coverage gives.
  static let allianceConventions: [String: Translated] = [
    "coverage": Translated(
      en: "The list of territories is given from outside the data. By default the SSE "
        + "core, tiers A and B, direct membership; not recorded is never read as not a "
        + "member.",
      fr: "La liste des territoires vient d'ailleurs que des données. Par défaut le noyau "
        + "de l'ESS, preuves A et B, adhésion directe ; non recensé ne signifie jamais "
        + "non membre.",
      es: "La lista de territorios viene de fuera de los datos. Por defecto el núcleo de "
        + "la ESS, evidencia A y B, membresía directa; no registrado nunca significa no "
        + "miembro."),
    "evolution": Translated(
      en: "A membership holds from its first year, or where that is unknown from the year "
        + "that its source describes, to its last year if it has one; what ended is "
        + "under-recorded.",
      fr: "Une adhésion vaut dès sa première année, ou si elle est inconnue dès l'année "
        + "que décrit sa source, jusqu'à sa dernière si elle en a une ; ce qui a pris fin "
        + "est sous-recensé.",
      es: "Una membresía vale desde su primer año o, si no se conoce, desde el año que "
        + "describe su fuente, hasta el último si lo tiene; lo que terminó está "
        + "subregistrado."),
    "gaps": Translated(
      en: "Each gap runs from 0 to 1, higher is worse; they are ranked and never "
        + "averaged, since they differ in the harm that a unit does.",
      fr: "Chaque lacune va de 0 à 1, plus est pire ; elles sont classées et jamais "
        + "moyennées, car une unité n'y fait pas le même tort.",
      es: "Cada brecha va de 0 a 1, más es peor; se ordenan y nunca se promedian, pues "
        + "una unidad no hace el mismo daño."),
    "levels": Translated(
      en: "Levels are those of the alliances, and of the organisations where they anchor "
        + "a territory. Federated: also through alliances that belong to alliances. "
        + "Random memberships keep both margins (curveball).",
      fr: "Les échelles sont celles des alliances, et des organisations quand elles "
        + "ancrent un territoire. Fédéré : aussi par les alliances membres d'alliances. "
        + "Les adhésions aléatoires gardent les deux marges (curveball).",
      es: "Las escalas son las de las alianzas, y de las organizaciones cuando anclan un "
        + "territorio. Federado: también por alianzas miembros de alianzas. Las "
        + "membresías al azar conservan ambos márgenes (curveball)."),
    "questions": Translated(
      en: "For the SSE core and all themes side by side, tiers A and B; of the whole "
        + "network where no territory is named, otherwise of the frame.",
      fr: "Pour le noyau de l'ESS et tous les thèmes côte à côte, preuves A et B ; de "
        + "tout le réseau si aucun territoire n'est nommé, sinon du cadre.",
      es: "Para el núcleo de la ESS y todos los temas lado a lado, evidencia A y B; de "
        + "toda la red si no se nombra territorio, si no del marco."),
    "reach": Translated(
      en: "All tiers count unless --tiers says otherwise, since programmes are asked for "
        + "as well. Shapley values share what the actors reach together. Random "
        + "memberships keep both margins (curveball).",
      fr: "Toutes les preuves comptent, sauf --tiers, car les programmes intéressent "
        + "aussi. Les valeurs de Shapley partagent ce que les acteurs touchent ensemble. "
        + "Les adhésions aléatoires gardent les deux marges (curveball).",
      es: "Toda evidencia cuenta, salvo --tiers, pues también interesan los programas. "
        + "Los valores de Shapley reparten lo que los actores alcanzan juntos. Las "
        + "membresías al azar conservan ambos márgenes (curveball)."),
    "recommend": Translated(
      en: "Signals are weighted as printed in the method; alliances that the territory or "
        + "organisation is in are left out. A suggestion from the record, not advice.",
      fr: "Les signaux sont pondérés comme le dit la méthode ; les alliances où l'on est "
        + "déjà sont écartées. Une suggestion tirée du recensement, pas un conseil.",
      es: "Las señales se ponderan como dice el método; las alianzas a las que ya se "
        + "pertenece quedan fuera. Una sugerencia del registro, no un consejo."),
  ]

  /// The choices behind what each verb on networks gives.
  static let networkConventions: [String: Translated] = [
    "association": Translated(
      en: "Names of the nodes are exchanged at random: p = (b + 1) / (n + 1), all orders "
        + "up to eight nodes. An association, not a cause.",
      fr: "Les noms des nœuds sont échangés au hasard : p = (b + 1) / (n + 1), tous les "
        + "ordres jusqu'à huit nœuds. Une association, pas une cause.",
      es: "Los nombres de los nodos se intercambian al azar: p = (b + 1) / (n + 1), todos "
        + "los órdenes hasta ocho nodos. Una asociación, no una causa."),
    "backbone": Translated(
      en: "What is held fixed decides which ties stand out; a tie is kept if one of its "
        + "ends keeps it, unless --both-ends. No correction for many tests unless "
        + "--correction.",
      fr: "Ce qui est fixé décide des liens qui ressortent ; un lien est gardé si l'une "
        + "de ses extrémités le garde, sauf --both-ends. Sans correction pour tests "
        + "multiples, sauf --correction.",
      es: "Lo que se fija decide qué vínculos destacan; un vínculo se conserva si lo "
        + "conserva uno de sus extremos, salvo --both-ends. Sin corrección por pruebas "
        + "múltiples, salvo --correction."),
    "brokerage": Translated(
      en: "A node without ties has no value, not 0. Ties count in both directions. Random "
        + "memberships keep the alliances of each organisation and the members of each "
        + "alliance (curveball).",
      fr: "Un nœud sans lien n'a pas de valeur, et non 0. Les liens comptent dans les "
        + "deux sens. Les adhésions aléatoires gardent les alliances de chaque "
        + "organisation et les membres de chaque alliance (curveball).",
      es: "Un nodo sin vínculos no tiene valor, no 0. Los vínculos cuentan en ambos "
        + "sentidos. Las membresías al azar conservan las alianzas de cada organización y "
        + "los miembros de cada alianza (curveball)."),
    "centrality": Translated(
      en: "Each tie is one step unless the input gives lengths or --inverse-lengths asks for 1 / "
        + "weight. Unreachable nodes count 0 in closeness (Wasserman and Faust) and "
        + "harmonic closeness; an undirected pair counts once in betweenness.",
      fr: "Chaque lien est un pas, sauf longueurs données ou --inverse-lengths pour 1 / poids. "
        + "Les nœuds hors d'atteinte comptent 0 dans la proximité (Wasserman et Faust) et "
        + "la proximité harmonique ; une paire non orientée compte une fois dans "
        + "l'intermédiarité.",
      es: "Cada vínculo es un paso, salvo longitudes dadas o --inverse-lengths para 1 / peso. Los "
        + "nodos inalcanzables cuentan 0 en la cercanía (Wasserman y Faust) y la "
        + "armónica; un par no dirigido cuenta una vez en la intermediación."),
    "communities": Translated(
      en: "The best of several runs of one seed, at resolution 1 unless --resolution. "
        + "Groups are numbered by size, then by their first member.",
      fr: "La meilleure de plusieurs exécutions d'une graine, à résolution 1 sauf "
        + "--resolution. Les groupes sont numérotés par taille, puis par premier membre.",
      es: "La mejor de varias ejecuciones de una semilla, con resolución 1 salvo "
        + "--resolution. Los grupos se numeran por tamaño y luego por su primer miembro."),
    "key": Translated(
      en: "Equal values share the better rank. The interval holds the ranks of 95 % of "
        + "the draws in which 10 % of the relations are deleted at random.",
      fr: "Les valeurs égales partagent le meilleur rang. L'intervalle contient les rangs "
        + "de 95 % des tirages où 10 % des relations sont supprimées au hasard.",
      es: "Los valores iguales comparten el mejor rango. El intervalo contiene los rangos "
        + "del 95 % de los sorteos en que se borra al azar el 10 % de las relaciones."),
    "mixing": Translated(
      en: "Ties inside a group count once. Two comparisons: groups given to the nodes at "
        + "random, sizes kept; and random memberships with the same margins (curveball). "
        + "An alliance of one mixes nothing: no value, not 0.",
      fr: "Les liens internes comptent une fois. Deux comparaisons : groupes donnés au "
        + "hasard, tailles gardées ; et adhésions aléatoires de mêmes marges (curveball). "
        + "Une alliance d'un seul membre ne mélange rien : pas de valeur, et non 0.",
      es: "Los vínculos internos cuentan una vez. Dos comparaciones: grupos dados al "
        + "azar, con sus tamaños; y membresías al azar con los mismos márgenes "
        + "(curveball). Una alianza de uno no mezcla nada: sin valor, no 0."),
    "project": Translated(
      en: "A pair that shares anything counts once; its weight is the number of alliances "
        + "shared unless --weights or --diagonal says otherwise.",
      fr: "Une paire qui partage quelque chose compte une fois ; son poids est le nombre "
        + "d'alliances partagées, sauf --weights ou --diagonal.",
      es: "Un par que comparte algo cuenta una vez; su peso es el número de alianzas "
        + "compartidas, salvo --weights o --diagonal."),
    "robustness": Translated(
      en: "Nodes leave in the order of degree or betweenness at the start, ties by "
        + "position; organisations stay when an alliance leaves. Random memberships keep "
        + "both margins (curveball).",
      fr: "Les nœuds partent dans l'ordre de degré ou d'intermédiarité du départ, ex æquo "
        + "par position ; les organisations restent quand une alliance part. Les "
        + "adhésions aléatoires gardent les deux marges (curveball).",
      es: "Los nodos salen en el orden de grado o intermediación del inicio, empates por "
        + "posición; las organizaciones quedan cuando sale una alianza. Las membresías al "
        + "azar conservan ambos márgenes (curveball)."),
    "structure": Translated(
      en: "Memberships of tiers A and B in the SSE core, each counted once; who has none "
        + "is left out unless --isolates keep. Random networks keep both margins "
        + "(curveball), which fix density and degrees.",
      fr: "Adhésions de preuves A et B dans le noyau de l'ESS, chacune comptée une fois ; "
        + "qui n'en a pas est écarté, sauf --isolates keep. Les réseaux aléatoires "
        + "gardent les deux marges (curveball), qui fixent densité et degrés.",
      es: "Membresías de evidencia A y B en el núcleo de la ESS, contadas una vez; quien "
        + "no tiene queda fuera, salvo --isolates keep. Las redes al azar conservan ambos "
        + "márgenes (curveball), que fijan densidad y grados."),
  ]
}
