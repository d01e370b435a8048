internal import ESSData

extension CoverageWeight {
  /// The heading of coverage by this weight.
  func column(_ context: DisplayContext) -> Display.Column {
    switch self {
    case .plain: Display.Column(context.words("coverage", "couverture", "cobertura"))
    case .population:
      Display.Column(context.words("by population", "par population", "por población"))
    case .need: Display.Column(context.words("by need", "par besoin", "por necesidad"))
    }
  }
}

extension AllianceCoverage {
  /// The frame under every scope and reach, side by side.
  public func scopeDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let kinds = view.weights.kinds
    let columns =
      [
        Display.Column(
          context.words("scope / reach", "périmètre / portée", "ámbito / alcance"),
          isNumeric: false),
        Display.Column(context.words("territories", "territoires", "territorios")),
      ] + kinds.map { $0.column(context) } + [
        Display.Column(
          context.words("not recorded", "non recensés", "sin registro"), isNumeric: false)
      ]
    let size = view.frame.territories.count
    let cells = sideBySide.map { marks -> [String] in
      let missing = uncovered(marks)
      return [marks.name, "\(size - missing.count)/\(size)"]
        + kinds.map { style.text(means(of: marks.covered, by: $0)[0], decimals: 4) }
        + [context.list(missing, most: 12)]
    }
    return Display(
      title: context.words(
        "Alliance coverage", "Couverture par les alliances", "Cobertura de alianzas")
        + ", \(context.name(view.frame.code))"
        + (view.selection.year.map { ", \($0)" } ?? ""), columns: columns, rows: cells,
      notes: [scopeNote(context)]
        + completeness.filter { $0.stated > 0 }.map { completenessNote($0, context) })
  }

  private func scopeNote(_ context: DisplayContext) -> String {
    let tiers = view.selection.tiers.joined(separator: "+")
    let need = view.weights.need.map { need in
      context.words("Need = ", "Besoin = ", "Necesidad = ")
        + need.title[context.language] + ". "
    }
    return context.words(
      "Tiers \(tiers). Core = alliances of the SSE proper; named = without seats that the source does "
        + "not name. \(need ?? "")Not recorded is not the same as not a member.",
      "Niveaux \(tiers). Core = alliances de l'ESS proprement dite ; named = sans les sièges non "
        + "nommés. \(need ?? "")Non recensé ne veut pas dire non membre.",
      "Niveles \(tiers). Core = alianzas de la ESS propiamente dicha; named = sin puestos no "
        + "nombrados. \(need ?? "")Sin registro no es lo mismo que no ser miembro.")
  }

  private func completenessNote(_ entry: Completeness, _ context: DisplayContext) -> String {
    let percent = context.style.text(entry.share.map { $0 * 100 }, decimals: 1)
    let stated = NumberText.shortest(entry.stated)
    return context.words(
      "Completeness (\(entry.scope)): \(entry.recorded) of \(stated) members stated = \(percent) %.",
      "Exhaustivité (\(entry.scope)) : \(entry.recorded) membres sur \(stated) déclarés = "
        + "\(percent) %.",
      "Exhaustividad (\(entry.scope)): \(entry.recorded) de \(stated) miembros declarados = "
        + "\(percent) %.")
  }

  /// Groups under the chosen selection, direct: coverage, depth, breadth, levels.
  public func groupDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let marks = detailed[0]
    let kinds = view.weights.kinds
    let columns =
      [context.territoryColumn(), Display.Column("n")] + kinds.map { $0.column(context) } + [
        Display.Column(context.words("depth", "profondeur", "profundidad")),
        Display.Column(context.words("breadth", "étendue", "amplitud")),
        Display.Column(context.words("3 levels", "3 échelles", "3 escalas")),
      ] + AllianceLevel.allCases.map { Display.Column($0.title[context.language]) }
    let shares = kinds.map { means(of: marks.covered, by: $0) }
    let plain = [marks.depth, marks.breadth, marks.levelComplete] + marks.byLevel
    let isKnown = view.knowsLevels
    let values =
      shares
      + plain.enumerated().map { index, mark -> [Double?] in
        // Depth needs no level; what alliances alone show needs none of organisations.
        let isShown = index == 0 || isKnown || index > 2 && view.hasAllianceLevels
        return isShown ? means(of: mark, by: .plain) : view.groups.map { _ in nil }
      }
    let cells = view.groups.indices.map { g -> [String] in
      [context.name(view.groups[g].code), "\(view.groups[g].members.count)"]
        + values.map { style.text($0[g], decimals: 3) }
    }
    return Display(
      title: context.words("Groups", "Groupes", "Grupos") + ", \(marks.name)", columns: columns,
      rows: cells)
  }

  /// Territories under the chosen selection, direct and federated.
  public func territoryDisplay(_ context: DisplayContext) -> Display {
    let columns = [
      context.territoryColumn(),
      Display.Column(context.words("alliances", "alliances", "alianzas")),
      Display.Column(context.words("federated", "fédérées", "federadas")),
      Display.Column(context.words("local", "local", "local"), isNumeric: false),
      Display.Column(context.words("national", "national", "nacional"), isNumeric: false),
      Display.Column(
        context.words("supranational", "supranational", "supranacional"),
        isNumeric: false),
    ]
    let marks = detailed[0]
    let cells = view.frame.territories.indices.map { i -> [String] in
      let flags = [marks.localAnchor[i], marks.national[i], marks.supranational[i]]
      return [
        context.name(view.frame.territories[i]), NumberText.shortest(marks.depth[i]),
        NumberText.shortest(detailed[1].depth[i]),
      ] + flags.map { $0 > 0 ? "x" : "" }
    }
    return Display(
      title: context.words("Territories", "Territoires", "Territorios") + ", \(marks.name)",
      columns: columns, rows: cells)
  }

  /// What remains if alliances fail, and whether there are more of them where the shock was worse.
  public func shockDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let kinds = view.weights.kinds
    var cells = options.failures.flatMap { failure in
      detailed.map { marks -> [String] in
        let survival = marks.survival(failure: failure)
        return [
          context.words("survival", "survie", "supervivencia")
            + " q=\(NumberText.shortest(failure)), \(marks.reach.rawValue)"
        ] + kinds.map { style.text(means(of: survival, by: $0)[0], decimals: 4) }
      }
    }
    cells += detailed.filter { _ in view.knowsLevels }.map { marks in
      [
        context.words("local and supranational", "local et supranational", "local y supranacional")
          + ", \(marks.reach.rawValue)"
      ] + kinds.map { style.text(means(of: marks.localAndSupranational, by: $0)[0], decimals: 4) }
    }
    let notes = concentration.map { name, index in
      let interval = index.interval(level: options.level).map {
        " [\(style.text($0.lowerBound, decimals: 3)), \(style.text($0.upperBound, decimals: 3))]"
      }
      return context.words(
        "Concentration index of \(name) by the shock: ",
        "Indice de concentration (\(name)) selon le choc : ",
        "Índice de concentración (\(name)) según el choque: ")
        + style.text(index.value, decimals: 3) + (interval ?? "")
        + context.words(
          "; above 0: more alliances where the shock was worse. An association, not an effect.",
          " ; au-dessus de 0 : plus d'alliances là où le choc fut plus fort. Une association, pas un effet.",
          "; mayor que 0: más alianzas donde el choque fue peor. Una asociación, no un efecto.")
    }
    return Display(
      title: context.words(
        "If alliances fail", "Si des alliances disparaissent", "Si fallan alianzas")
        + ", \(view.selection.name)",
      columns: [
        Display.Column(context.words("measure", "mesure", "medida"), isNumeric: false)
      ] + kinds.map { $0.column(context) }, rows: cells, notes: notes)
  }

  /// Alliances chosen one after the other, with the bound on any choice.
  public func greedyDisplay(_ context: DisplayContext) -> Display {
    let columns = [
      Display.Column("k"),
      Display.Column(context.words("alliance", "alliance", "alianza"), isNumeric: false),
      Display.Column(context.words("covered", "couverts", "cubiertos")),
      Display.Column(context.words("at most", "au plus", "como máximo")),
    ]
    let cells = greedy.steps.enumerated().map { index, step in
      [
        "\(index + 1)", view.network.alliances[step.alliance].name, "\(step.covered)",
        "\(step.bound)",
      ]
    }
    return Display(
      title: context.words(
        "Alliances that cover most", "Alliances qui couvrent le plus", "Alianzas que más cubren")
        + ", \(view.selection.name)", columns: columns, rows: cells,
      notes: [
        context.words(
          "Greedy choice, the first in the table on ties; 'at most' bounds every choice of k.",
          "Choix glouton, la première de la table en cas d'égalité ; « au plus » borne tout choix de k.",
          "Elección voraz, la primera de la tabla en caso de empate; «como máximo» acota toda "
            + "elección de k.")
      ])
  }
}
