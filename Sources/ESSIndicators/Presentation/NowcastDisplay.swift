internal import ESSData

extension RegionalNowcast {
  /// The result as a table for people: a row for each pair of growth and poverty figures.
  public func display(_ context: DisplayContext) -> Display {
    let style = context.style
    let (from, to) = (options.from.description, options.to.description)
    var columns = [
      Display.Column(
        context.words("growth of", "croissance du", "crecimiento de"), isNumeric: false),
      Display.Column("%"),
      Display.Column(context.words("% per head", "% par tête", "% por persona")),
      Display.Column(context.words("poverty of", "pauvreté du", "pobreza de"), isNumeric: false),
      Display.Column(context.words("scenario", "scénario", "escenario"), isNumeric: false),
      Display.Column("% \(from)"),
      Display.Column(context.words("published % \(to)", "publié % \(to)", "publicado % \(to)")),
    ]
    for share in options.passThroughs {
      let name = "k=\(NumberText.shortest(share))"
      columns.append(Display.Column("\(name): % \(to)"))
      columns.append(
        Display.Column(
          context.words(
            "\(name): million more", "\(name) : millions de plus", "\(name): millones más")))
    }
    columns.append(
      Display.Column(
        context.words(
          "published million more", "publié : millions de plus", "publicado: millones más")))
    columns.append(
      Display.Column(context.words("implied k", "k implicite", "k implícito")))
    let cells = rows.map { row -> [String] in
      var cells = [
        row.growth.vintage.date + (row.isSameExercise ? "" : " (!)"),
        style.signed(row.growth.value, decimals: 1),
        style.signed(100 * row.growthPerHead, decimals: 2), row.vintage, row.published.scenario,
        style.text(100 * row.start, decimals: 1),
        style.text(row.published.headcountEnd, decimals: 1),
      ]
      for outcome in row.outcomes {
        cells.append(style.text(100 * outcome.change.headcount.end, decimals: 1))
        cells.append(style.signed(outcome.change.number.change / 1e6, decimals: 1))
      }
      let published = row.published.published.change ?? row.published.change?.number.change
      cells.append(style.signed(published.map { $0 / 1e6 }, decimals: 1))
      cells.append(style.text(row.impliedPassThrough, decimals: 2))
      return cells
    }
    let gini = style.text(inequality.gini, decimals: 3)
    let share = style.text(inequality.share, decimals: 1)
    var notes = [
      context.words(
        "k: pass-through from growth per head to mean welfare; the Lorenz curve is log-normal, Gini \(gini) "
          + "(\(inequality.matched) of \(inequality.members) territories, \(share) % of the population).",
        "k : part de la croissance par tête transmise au niveau de vie moyen ; courbe de Lorenz log-normale, "
          + "Gini \(gini) (\(inequality.matched) territoires sur \(inequality.members), \(share) % de la population).",
        "k: parte del crecimiento por persona que llega al bienestar medio; curva de Lorenz log-normal, Gini "
          + "\(gini) (\(inequality.matched) de \(inequality.members) territorios, \(share) % de la población)."
      ),
      context.words(
        "Implied k: the pass-through at which the growth figure gives the published rate; above 1, poverty was "
          + "projected to rise more than equal losses for all would make it.",
        "k implicite : celui qui donne le taux publié ; au-dessus de 1, la hausse projetée dépasse celle de "
          + "pertes égales pour tous.",
        "k implícito: el que da la tasa publicada; por encima de 1, el alza proyectada supera la de pérdidas "
          + "iguales para todos."),
    ]
    if !warnings.isEmpty {
      notes.append(
        "(!) "
          + context.words(
            "Growth and poverty of different exercises.",
            "Croissance et pauvreté d'exercices différents.",
            "Crecimiento y pobreza de ejercicios distintos."))
    }
    return Display(
      title: context.words(
        "What growth figures imply for poverty",
        "Ce que les chiffres de croissance impliquent pour la pauvreté",
        "Lo que las cifras de crecimiento implican para la pobreza")
        + ", \(context.name(options.group)), \(options.line), \(from)-\(to)",
      columns: columns, rows: cells, notes: notes)
  }
}
