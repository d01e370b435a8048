internal import ESSData

/// A guiding question of the forum, with what its numbers cannot say and where the detail is.
struct ForumQuestion {
  let number: Int
  let text: Translated
  let limits: Translated
  let command: String

  static let all: [ForumQuestion] = [
    partnerships, benefits, governments, themes, otherSectors, keyActors, recovery,
    internationalBodies, levels, challenges,
  ]

  private static let partnerships = ForumQuestion(
    number: 1,
    text: Translated(
      en: "How do partnerships and alliances work today, and should they evolve?",
      fr:
        "Comment fonctionnent aujourd'hui les partenariats et alliances, et doivent-ils évoluer ?",
      es: "¿Cómo funcionan hoy las asociaciones y alianzas, y deben evolucionar?"),
    limits: Translated(
      en: "Density depends on which alliances are listed; seats of a whole country lower the mean.",
      fr:
        "La densité dépend des alliances listées ; les sièges d'un pays entier abaissent la moyenne.",
      es:
        "La densidad depende de las alianzas listadas; los puestos de un país entero bajan la media."
    ), command: "indicators alliances structure")

  private static let benefits = ForumQuestion(
    number: 2,
    text: Translated(
      en: "What tangible benefit do research and inter-cooperation networks bring?",
      fr: "Quel bénéfice tangible apportent les réseaux de recherche et d'intercoopération ?",
      es: "¿Qué beneficio tangible aportan las redes de investigación e intercooperación?"),
    limits: Translated(
      en:
        "Confounded by income and by the language of the sources; a connection is not yet a benefit.",
      fr:
        "Confondu avec le revenu et la langue des sources ; un lien n'est pas encore un bénéfice.",
      es: "Confundido con el ingreso y el idioma de las fuentes; un vínculo aún no es un beneficio."
    ),
    command: "indicators alliances association")

  private static let governments = ForumQuestion(
    number: 3,
    text: Translated(
      en: "What is the role of governments in cooperation among actors and sectors?",
      fr: "Quel est le rôle des gouvernements dans la coopération entre acteurs et secteurs ?",
      es: "¿Cuál es el papel de los gobiernos en la cooperación entre actores y sectores?"),
    limits: Translated(
      en:
        "A government's presence is not its effort to convene; large alliances dominate counts of pairs.",
      fr:
        "La présence d'un gouvernement n'est pas son effort ; les grandes alliances dominent les paires.",
      es: "La presencia de un gobierno no es su esfuerzo; las alianzas grandes dominan los pares."),
    command: "indicators alliances mixing")

  private static let themes = ForumQuestion(
    number: 4,
    text: Translated(
      en: "Which thematic networks inform and exchange?",
      fr: "Quels réseaux thématiques informent et échangent ?",
      es: "¿Qué redes temáticas informan e intercambian?"),
    limits: Translated(
      en: "The table gives one theme for each alliance, whatever else it does.",
      fr: "La table donne un seul thème par alliance, quoi qu'elle fasse d'autre.",
      es: "La tabla da un solo tema por alianza, haga lo que haga además."),
    command: "indicators alliances coverage")

  private static let otherSectors = ForumQuestion(
    number: 5,
    text: Translated(
      en: "Which alliances are there with other sectors and actors outside the SSE?",
      fr: "Quelles alliances existent avec d'autres secteurs et acteurs hors de l'ESS ?",
      es: "¿Qué alianzas hay con otros sectores y actores fuera de la ESS?"),
    limits: Translated(
      en:
        "The E-I index depends on the sizes of both sides: compare it with the one expected at random. "
        + "Conventional firms are not recorded.",
      fr:
        "L'indice E-I dépend de la taille des deux côtés : comparez-le à celui attendu au hasard. Les "
        + "entreprises classiques ne sont pas recensées.",
      es: "El índice E-I depende del tamaño de ambos lados: compárelo con el esperado al azar. Las "
        + "empresas convencionales no están registradas."), command: "indicators alliances mixing")

  private static let keyActors = ForumQuestion(
    number: 6,
    text: Translated(
      en: "Which key organisations should promote alliances?",
      fr: "Quelles organisations clés devraient promouvoir des alliances ?",
      es: "¿Qué organizaciones clave deberían promover alianzas?"),
    limits: Translated(
      en: "Ranks are sensitive to rows that are missing; the command gives their intervals.",
      fr: "Les rangs sont sensibles aux lignes manquantes ; la commande en donne les intervalles.",
      es: "Los rangos son sensibles a las filas que faltan; el comando da sus intervalos."),
    command: "indicators alliances key")

  private static let recovery = ForumQuestion(
    number: 7,
    text: Translated(
      en: "How can local and international alliances help the recovery?",
      fr: "Comment les alliances locales et internationales peuvent-elles aider la reprise ?",
      es: "¿Cómo pueden las alianzas locales e internacionales ayudar a la recuperación?"),
    limits: Translated(
      en:
        "Observed over few territories: an association, never an effect. A membership may follow the "
        + "crisis.",
      fr:
        "Observé sur peu de territoires : une association, jamais un effet. L'adhésion peut suivre la "
        + "crise.",
      es:
        "Observado en pocos territorios: una asociación, nunca un efecto. La membresía puede seguir a la "
        + "crisis."), command: "indicators recovery dose")

  private static let internationalBodies = ForumQuestion(
    number: 8,
    text: Translated(
      en: "What is the role of international bodies (OECD, EC, ILO, UNTFSSE)?",
      fr: "Quel est le rôle des organismes internationaux (OCDE, CE, OIT, UNTFSSE) ?",
      es: "¿Cuál es el papel de los organismos internacionales (OCDE, CE, OIT, UNTFSSE)?"),
    limits: Translated(
      en:
        "Programmes are no membership, and observers carry influence upwards, not resources downwards.",
      fr:
        "Un programme n'est pas une adhésion ; un observateur porte l'influence vers le haut, non les "
        + "ressources vers le bas.",
      es:
        "Un programa no es membresía; un observador lleva influencia hacia arriba, no recursos hacia "
        + "abajo."), command: "indicators alliances reach")

  private static let levels = ForumQuestion(
    number: 9,
    text: Translated(
      en: "What do alliances at international, national and local level contribute?",
      fr: "Qu'apportent les alliances aux échelles internationale, nationale et locale ?",
      es: "¿Qué aportan las alianzas a escala internacional, nacional y local?"),
    limits: Translated(
      en:
        "Few national and sub-national alliances are recorded, which is not to say that there are few.",
      fr:
        "Peu d'alliances nationales et infranationales sont recensées ; cela ne dit pas qu'il y en a peu.",
      es:
        "Pocas alianzas nacionales y subnacionales están registradas; no significa que haya pocas."),
    command: "indicators alliances levels")

  private static let challenges = ForumQuestion(
    number: 10,
    text: Translated(
      en: "What are the most pressing challenges for international partnerships?",
      fr: "Quels sont les défis les plus pressants des partenariats internationaux ?",
      es: "¿Cuáles son los desafíos más urgentes de las asociaciones internacionales?"),
    limits: Translated(
      en: "Gaps have different units of harm: the order is a screening, never an average.",
      fr:
        "Les lacunes n'ont pas la même unité de dommage : l'ordre est un tri, jamais une moyenne.",
      es:
        "Las brechas no tienen la misma unidad de daño: el orden es un cribado, nunca un promedio."),
    command: "indicators alliances gaps")
}
