internal import ESSData

/// What the numbers of an answer say, in words; a sentence whose numbers are missing is left out.
struct AnswerReading {
  private let figures: [String: QuestionFigure]
  private let inOrder: [QuestionFigure]
  private let view: AllianceView

  init(_ figures: [QuestionFigure], view: AllianceView) {
    self.figures = Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
    inOrder = figures
    self.view = view
  }

  func text(_ question: Int, _ language: Language) -> String {
    let writer = SentenceWriter(language: language, figures: figures, inOrder: inOrder, view: view)
    let sentences =
      switch question {
      case 1: writer.partnerships
      case 2: writer.benefits
      case 3: writer.governments
      case 4: writer.themes
      case 5: writer.otherSectors
      case 6: writer.keyActors
      case 7: writer.recovery
      case 8: writer.internationalBodies
      case 9: writer.levels
      default: writer.challenges
      }
    let found = sentences.compactMap { $0 }
    return found.isEmpty
      ? Translated(
        en: "The input does not say.", fr: "Les données ne le disent pas.",
        es: "Los datos no lo dicen.")[language]
      : found.joined(separator: " ")
  }
}

/// Writes the sentences of a reading in one language.
private struct SentenceWriter {
  let language: Language
  let figures: [String: QuestionFigure]
  let inOrder: [QuestionFigure]
  let view: AllianceView

  private var style: NumberStyle { NumberStyle(language: language, decimals: nil) }

  private func value(_ indicator: String, _ part: String = "") -> Double? {
    figures["\(indicator)/\(part)"]?.value
  }

  private func words(_ en: String, _ fr: String, _ es: String) -> String {
    Translated(en: en, fr: fr, es: es)[language]
  }

  private func percent(_ value: Double) -> String { style.text(value * 100, decimals: 0) + " %" }

  private func number(_ value: Double, _ decimals: Int = 2) -> String {
    style.text(value, decimals: decimals)
  }

  var partnerships: [String?] {
    let multi = value("network.multi_membership", "direct").map { share in
      words(
        "\(percent(share)) of the organisations are in more than one alliance.",
        "\(percent(share)) des organisations sont dans plus d'une alliance.",
        "El \(percent(share)) de las organizaciones está en más de una alianza.")
    }
    guard let apart = value("network.fragmentation", "direct"),
      let federated = value("network.fragmentation", "federated")
    else { return [multi, growth] }
    let connection = words(
      "\(percent(apart)) of the pairs of organisations are not connected, \(percent(federated)) counting "
        + "alliances that belong to alliances.",
      "\(percent(apart)) des paires d'organisations ne sont pas reliées, \(percent(federated)) en comptant "
        + "les alliances d'alliances.",
      "El \(percent(apart)) de los pares de organizaciones no está conectado, \(percent(federated)) contando "
        + "las alianzas de alianzas.")
    let signal =
      apart - federated >= 0.1
      ? words(
        "Much of the connection hangs on a few federations: direct ties among local actors are missing.",
        "Une grande part du lien tient à quelques fédérations : les liens directs entre acteurs locaux "
          + "manquent.",
        "Gran parte de la conexión depende de pocas federaciones: faltan vínculos directos entre actores "
          + "locales.") : nil
    return [multi, connection, signal, growth]
  }

  private var growth: String? {
    figures["alliances.annual_growth/dated"].flatMap { figure in
      // A rate of a handful of memberships says nothing.
      guard figure.count ?? 0 >= 20 else { return nil }
      return figure.value.map {
        words(
          "Memberships whose first year is known grew by \(number($0 * 100, 1)) % a year "
            + "(\(figure.note[language])).",
          "Les adhésions de première année connue ont crû de \(number($0 * 100, 1)) % par an "
            + "(\(figure.note[language])).",
          "Las membresías de primer año conocido crecieron un \(number($0 * 100, 1)) % anual "
            + "(\(figure.note[language])).")
      }
    }
  }

  var benefits: [String?] {
    let groups = NetworkGain.Group.allCases.map { group -> String? in
      guard let organisations = value("alliances.group_organisations", group.rawValue),
        let territories = value("alliances.group_territories", group.rawValue),
        let gain = value("alliances.network_gain", group.rawValue)
      else { return nil }
      let name = group.title[language]
      return words(
        "Alliances for \(name) (organisations: \(Int(organisations)), territories: \(Int(territories))): "
          + "without them \(percent(gain)) more of all pairs would not be connected.",
        "Alliances pour \(name) (organisations : \(Int(organisations)), territoires : \(Int(territories))) : "
          + "sans elles, \(percent(gain)) de plus de toutes les paires ne seraient pas reliées.",
        "Alianzas de \(name) (organizaciones: \(Int(organisations)), territorios: \(Int(territories))): sin "
          + "ellas un \(percent(gain)) más de todos los pares no estaría conectado.")
    }
    return groups + [slope(NetworkGain.Group.intercooperation.rawValue)]
  }

  /// What the slope of the recovery says, with its interval.
  private func slope(_ part: String) -> String? {
    guard let figure = figures["alliances.recovery_slope/\(part)"], let value = figure.value,
      let interval = figure.interval, let n = figure.count
    else { return nil }
    let range = "[\(number(interval.lowerBound)), \(number(interval.upperBound))]"
    let isClear = !interval.contains(0)
    return words(
      "One alliance more goes with \(number(value)) points of output two years on \(range), n = \(n): "
        + (isClear ? "an association, not an effect." : "nothing that can be told from zero."),
      "Une alliance de plus va avec \(number(value)) points de production deux ans après \(range), n = \(n) : "
        + (isClear ? "une association, pas un effet." : "rien qui se distingue de zéro."),
      "Una alianza más va con \(number(value)) puntos de producción dos años después \(range), n = \(n): "
        + (isClear ? "una asociación, no un efecto." : "nada que se distinga de cero."))
  }

  var governments: [String?] {
    let share = value("alliances.government_share").map {
      words(
        "\(percent($0)) of the organisations are governments.",
        "\(percent($0)) des organisations sont des gouvernements.",
        "El \(percent($0)) de las organizaciones son gobiernos.")
    }
    let convening = value("network.convening").map {
      words(
        "\(percent($0)) of the pairs of other organisations meet in an alliance with a government.",
        "\(percent($0)) des paires d'autres organisations se rencontrent dans une alliance avec un "
          + "gouvernement.",
        "El \(percent($0)) de los pares de otras organizaciones se encuentra en una alianza con un gobierno."
      )
    }
    let across = value("alliances.across_types").map {
      words(
        "\(percent($0)) of all pairs join different types of actor.",
        "\(percent($0)) de toutes les paires relient des types d'acteurs différents.",
        "El \(percent($0)) de todos los pares une tipos de actores distintos.")
    }
    return [share, convening, across]
  }

  var themes: [String?] {
    guard let effective = value("alliances.effective_themes"),
      let used = figures["alliances.effective_themes/"]?.count
    else { return [] }
    let most = inOrder.filter { $0.indicator == "alliances.theme_coverage" }.prefix(3).map {
      "\($0.part) (\(percent($0.value ?? 0)))"
    }
    let list = most.joined(separator: ", ")
    return [
      words(
        "\(used) themes, as diverse as \(number(effective, 1)) equally common ones.",
        "\(used) thèmes, aussi divers que \(number(effective, 1)) thèmes également fréquents.",
        "\(used) temas, tan diversos como \(number(effective, 1)) igualmente frecuentes."),
      words(
        "Most territories are reached by \(list).", "Les plus répandus : \(list).",
        "Los más extendidos: \(list)."),
    ]
  }

  var otherSectors: [String?] {
    guard let index = value("network.external_internal"),
      let expected = value("network.external_internal_expected")
    else { return [] }
    let more = index < expected
    return [
      words(
        "The E-I index is \(number(index)), \(number(expected)) expected at random: alliances are "
          + (more ? "more closed to" : "at least as open to")
          + " the other side than chance would have them.",
        "L'indice E-I est \(number(index)), \(number(expected)) attendu au hasard : les alliances sont "
          + (more ? "plus fermées à" : "au moins aussi ouvertes à")
          + " l'autre côté que le hasard ne le ferait.",
        "El índice E-I es \(number(index)), \(number(expected)) esperado al azar: las alianzas están "
          + (more ? "más cerradas" : "al menos tan abiertas") + " al otro lado que por azar."),
      figures["network.blau/"].flatMap { figure in
        figure.value.map {
          words(
            "The most mixed is \(figure.note[language]) (\(number($0))).",
            "La plus mixte est \(figure.note[language]) (\(number($0))).",
            "La más mixta es \(figure.note[language]) (\(number($0))).")
        }
      },
    ]
  }

  var keyActors: [String?] {
    let steps = inOrder.filter { $0.indicator == "alliances.greedy_coverage" }
    let names = steps.map { $0.note[language] }.joined(separator: ", ")
    let size = view.frame.territories.count
    let greedy = steps.last?.value.map {
      words(
        "\(names) cover \(Int($0)) of \(size) territories together.",
        "\(names) couvrent ensemble \(Int($0)) territoires sur \(size).",
        "\(names) cubren juntas \(Int($0)) de \(size) territorios.")
    }
    let broker = figures["network.fragmentation_rise/1"].flatMap { figure in
      figure.value.map {
        words(
          "Without \(figure.note[language]) \(percent($0)) more pairs would fall apart.",
          "Sans \(figure.note[language]), \(percent($0)) de paires de plus se sépareraient.",
          "Sin \(figure.note[language]) un \(percent($0)) más de pares se separaría.")
      }
    }
    let rank = figures["network.rank/kpp_negative/1"]?.interval.map { ranks in
      let (first, last) = (Int(ranks.lowerBound), Int(ranks.upperBound))
      return first == last
        ? words(
          "Its rank stays \(first) when 10 % of the relations are deleted at random.",
          "Son rang reste \(first) quand 10 % des relations sont supprimées au hasard.",
          "Su rango sigue siendo \(first) cuando se borra al azar el 10 % de las relaciones.")
        : words(
          "Its rank is \(first) to \(last) when 10 % of the relations are deleted at random.",
          "Son rang va de \(first) à \(last) quand 10 % des relations sont supprimées au hasard.",
          "Su rango va de \(first) a \(last) cuando se borra al azar el 10 % de las relaciones.")
    }
    let alone = figures["alliances.unique/1"].map {
      words(
        "Alone in its territories: \($0.note[language]).",
        "Seule dans ses territoires : \($0.note[language]).",
        "Única en sus territorios: \($0.note[language]).")
    }
    return [greedy, broker, rank, alone]
  }

  var recovery: [String?] {
    let coverage = value("alliances.coverage", "plain").map { plain in
      let need = value("alliances.coverage", "need")
      let rest = need.map {
        words(
          ", where \(percent($0)) of the need arose", ", où sont nés \(percent($0)) du besoin",
          ", donde surgió el \(percent($0)) de la necesidad")
      }
      return words(
        "Alliances are present in \(percent(plain)) of the territories\(rest ?? "").",
        "Des alliances sont présentes dans \(percent(plain)) des territoires\(rest ?? "").",
        "Hay alianzas en el \(percent(plain)) de los territorios\(rest ?? "").")
    }
    let concentration = figures["alliances.concentration/depth"].flatMap { figure -> String? in
      guard let value = figure.value, let interval = figure.interval else { return nil }
      if interval.contains(0) {
        return words(
          "They are not clearly more or fewer where the shock was worse.",
          "Elles ne sont pas nettement plus ni moins nombreuses là où le choc fut plus fort.",
          "No son claramente más ni menos donde el choque fue peor.")
      }
      return value > 0
        ? words(
          "There are more of them where the shock was worse.",
          "Elles sont plus nombreuses là où le choc fut plus fort.",
          "Son más donde el choque fue peor.")
        : words(
          "There are fewer of them where the shock was worse.",
          "Elles sont moins nombreuses là où le choc fut plus fort.",
          "Son menos donde el choque fue peor.")
    }
    return [coverage, concentration, slope("depth")]
  }

  var internationalBodies: [String?] {
    let reached = inOrder.filter { $0.indicator == "alliances.actor_reach" && $0.value != nil }
    guard !reached.isEmpty else { return [] }
    func list(_ reach: String) -> String {
      reached.filter { $0.part.hasPrefix(reach + "/") }.map { figure in
        "\(figure.part.dropFirst(reach.count + 1)) \(Int(figure.value ?? 0))"
      }.joined(separator: ", ")
    }
    return [
      words(
        "Territories reached directly: \(list("direct")).",
        "Territoires touchés directement : \(list("direct")).",
        "Territorios alcanzados directamente: \(list("direct"))."),
      words(
        "Through federations: \(list("federated")).", "Par des fédérations : \(list("federated")).",
        "A través de federaciones: \(list("federated"))."),
    ]
  }

  var levels: [String?] {
    let shares = inOrder.filter { $0.indicator == "alliances.shapley" }.map { figure in
      let name = AllianceLevel(rawValue: figure.part)?.title[language] ?? figure.part
      return "\(name) \(number(figure.value ?? 0, 1))"
    }
    let list = shares.joined(separator: ", ")
    let complete = value("alliances.level_complete").map {
      words(
        "\(percent($0)) of the territories have all three levels.",
        "\(percent($0)) des territoires ont les trois échelles.",
        "El \(percent($0)) de los territorios tiene las tres escalas.")
    }
    let vertical = value("alliances.articulation", "organisation").map {
      words(
        "\(percent($0)) of the sub-national organisations reach an international alliance.",
        "\(percent($0)) des organisations infranationales touchent une alliance internationale.",
        "El \(percent($0)) de las organizaciones subnacionales alcanza una alianza internacional.")
    }
    return [
      shares.isEmpty
        ? nil
        : words(
          "Covered territories by level that brings them: \(list).",
          "Territoires couverts selon l'échelle qui les apporte : \(list).",
          "Territorios cubiertos según la escala que los aporta: \(list)."), complete, vertical,
    ]
  }

  var challenges: [String?] {
    let known = inOrder.filter { $0.value != nil }
    guard !known.isEmpty else { return [] }
    let list = known.prefix(3).map { "\($0.label[language]) (\(number($0.value ?? 0)))" }
      .joined(separator: "; ")
    return [
      words(
        "The largest gaps: \(list).", "Les plus grandes lacunes : \(list).",
        "Las brechas mayores: \(list)."),
      value("alliances.gap", "knowledge").map {
        words(
          "\(percent($0)) of the members stated are not recorded, so that the order is provisional.",
          "\(percent($0)) des membres déclarés ne sont pas recensés : l'ordre est provisoire.",
          "El \(percent($0)) de los miembros declarados no está registrado: el orden es provisional."
        )
      },
    ]
  }
}
