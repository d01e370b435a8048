internal import ESSData

extension AllianceCoverage {
  /// The frame under every scope and reach, side by side.
  public func scopeDisplay(_ context: DisplayContext) -> Display {
    let style = context.style
    let columns = [
      Display.Column(
        context.words("scope / reach", "périmètre / portée", "ámbito / alcance"),
        isNumeric: false),
      Display.Column(context.words("territories", "territoires", "territorios")),
      Display.Column(context.words("coverage", "couverture", "cobertura")),
      Display.Column(context.words("by population", "par population", "por población")),
      Display.Column(context.words("by need", "par besoin", "por necesidad")),
      Display.Column(
        context.words("not recorded", "non recensés", "sin registro"), isNumeric: false),
    ]
    let size = options.frame.territories.count
    let cells = sideBySide.map { marks -> [String] in
      func share(_ weight: Weight) -> String {
        style.text(means(of: marks.covered, by: weight)[0], decimals: 4)
      }
      let missing = uncovered(marks)
      return [
        marks.name, "\(size - missing.count)/\(size)", share(.plain), share(.population),
        share(.need), context.list(missing, most: 12),
      ]
    }
    return Display(
      title: context.words(
        "Alliance coverage", "Couverture par les alliances", "Cobertura de alianzas")
        + ", \(context.name(options.frame.code))", columns: columns, rows: cells,
      notes: [scopeNote(context)] + completeness.map { completenessNote($0, context) })
  }

  private func scopeNote(_ context: DisplayContext) -> String {
    let tiers = options.selection.tiers.joined(separator: "+")
    return context.words(
      "Tiers \(tiers). Core = alliances of the SSE proper; named = without seats that the source does "
        + "not name. Need = output lost after \(options.reference). Not recorded is not the same as "
        + "not a member.",
      "Niveaux \(tiers). Core = alliances de l'ESS proprement dite ; named = sans les sièges non "
        + "nommés. Besoin = production perdue après \(options.reference). Non recensé ne veut pas "
        + "dire non membre.",
      "Niveles \(tiers). Core = alianzas de la ESS propiamente dicha; named = sin puestos no "
        + "nombrados. Necesidad = producción perdida tras \(options.reference). Sin registro no es "
        + "lo mismo que no ser miembro.")
  }

  private func completenessNote(_ entry: Completeness, _ context: DisplayContext) -> String {
    let share = entry.stated > 0 ? Double(entry.recorded) / entry.stated * 100 : nil
    let percent = context.style.text(share, decimals: 1)
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
    let columns =
      [
        context.territoryColumn(), Display.Column("n"),
        Display.Column(context.words("coverage", "couverture", "cobertura")),
        Display.Column(context.words("by population", "par population", "por población")),
        Display.Column(context.words("by need", "par besoin", "por necesidad")),
        Display.Column(context.words("depth", "profondeur", "profundidad")),
        Display.Column(context.words("breadth", "étendue", "amplitud")),
        Display.Column(context.words("3 levels", "3 échelles", "3 escalas")),
      ] + Self.levels.map { Display.Column($0.name) }
    let plain = [marks.covered, marks.depth, marks.breadth, marks.levelComplete] + marks.byLevel
    let means = plain.map { self.means(of: $0, by: .plain) }
    let byPopulation = self.means(of: marks.covered, by: .population)
    let byNeed = self.means(of: marks.covered, by: .need)
    let cells = groups.indices.map { g -> [String] in
      let values = [means[0][g], byPopulation[g], byNeed[g]] + means.dropFirst().map { $0[g] }
      return [context.name(groups[g].code), "\(groups[g].members.count)"]
        + values.map { style.text($0, decimals: 3) }
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
    let cells = options.frame.territories.indices.map { i -> [String] in
      let flags = [marks.localAnchor[i], marks.national[i], marks.supranational[i]]
      return [
        context.name(options.frame.territories[i]), NumberText.shortest(marks.depth[i]),
        NumberText.shortest(detailed[1].depth[i]),
      ] + flags.map { $0 > 0 ? "x" : "" }
    }
    return Display(
      title: context.words("Territories", "Territoires", "Territorios") + ", \(marks.name)",
      columns: columns, rows: cells)
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
        "\(index + 1)", alliances[step.alliance].name, "\(step.covered)", "\(step.bound)",
      ]
    }
    return Display(
      title: context.words(
        "Alliances that cover most", "Alliances qui couvrent le plus", "Alianzas que más cubren")
        + ", \(options.selection.name)", columns: columns, rows: cells,
      notes: [
        context.words(
          "Greedy choice, the first in the table on ties; 'at most' bounds every choice of k.",
          "Choix glouton, la première de la table en cas d'égalité ; « au plus » borne tout choix de k.",
          "Elección voraz, la primera de la tabla en caso de empate; «como máximo» acota toda "
            + "elección de k.")
      ])
  }
}
