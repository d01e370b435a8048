internal import ESSData
internal import ESSNumerics

extension StressTest {
  /// The territories by rank, with median, interval and how often they are first and among the first.
  public func display(_ context: DisplayContext, level: Double, top: Int) -> Display {
    let style = context.style
    let whole = NumberStyle(language: context.language, decimals: nil)
    let percent = NumberText.shortest((1000 * level).rounded() / 10)
    let tail = (1 - level) / 2
    let nominal = nominalRanks
    let columns = [
      Display.Column(context.words("Rank", "Rang", "Lugar")), context.territoryColumn(),
      Display.Column(context.words("median", "médiane", "mediana")),
      Display.Column(
        context.words("\(percent) % from", "\(percent) % de", "\(percent) % desde")),
      Display.Column(context.words("to", "à", "hasta")),
      Display.Column(context.words("first, %", "premier, %", "primero, %")),
      Display.Column(
        context.words(
          "in the first \(top), %", "dans les \(top) premiers, %", "en los \(top) primeros, %")),
    ]
    let order = nominal.indices.sorted { (nominal[$0], $0) < (nominal[$1], $1) }
    let rows = order.map { unit -> [String] in
      let places = [
        ranks.quantile(of: unit, 0.5), ranks.quantile(of: unit, tail),
        ranks.quantile(of: unit, 1 - tail),
      ].map { whole.text(Double($0), decimals: 0) }
      return [whole.text(Double(nominal[unit]), decimals: 0), context.name(board.units[unit])]
        + places
        + [1, top].map { style.text(100 * ranks.share(of: unit, top: $0), decimals: 1) }
    }
    return Display(
      title: context.words(
        "Ranks under uncertainty, \(replications) replications",
        "Rangs sous incertitude, \(replications) réplications",
        "Rangos bajo incertidumbre, \(replications) réplicas"),
      columns: columns, rows: rows,
      notes: [
        context.words(
          "The intervals hold: ", "Les intervalles contiennent : ", "Los intervalos contienen: ")
          + sources.joined(separator: ", ") + ".",
        context.words(
          "Mean shift from the recipe's ranks: ", "Déplacement moyen des rangs de la recette : ",
          "Desplazamiento medio de los rangos de la receta: ")
          + style.text(meanShift, decimals: 2) + ".",
        board.recipe.method,
      ])
  }
}
