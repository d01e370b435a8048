internal import ESSData

/// The two figures of the GSEF2021 concept note, recomputed, with their vintages and the reading that they allow.
public struct ForumHeadline: Sendable {
  private let growth: OutlookComparison.Row
  private let poverty: VintagePovertyChange.Row
  private let target: Period
  private let revision: VintagePovertyChange.Row?
  private let surveyed: [(line: String, row: PanelPovertyChange.Row)]

  /// Finds the figures in the results of a dataset that names them; `nil` if it does not, or they are not there.
  ///
  /// A dataset names them by the defaults `report.growth-group`, `report.growth-institution`, `report.growth-vintage`,
  /// `report.poverty-group`, `report.poverty-line`, `report.poverty-vintage` and `report.poverty-scenario`.
  public init?(
    outlook: OutlookComparison?, poverty: VintagePovertyChange?, surveyed: [PanelPovertyChange],
    defaults: [String: String]
  ) {
    func setting(_ name: String) -> String? { defaults["report." + name] }
    let group = setting("poverty-group")
    let line = setting("poverty-line")
    guard let outlook, let poverty,
      let growth = outlook.rows.first(where: {
        $0.territory == setting("growth-group")
          && $0.vintage.institution == setting("growth-institution")
          && $0.vintage.date == setting("growth-vintage")
      }),
      let figure = poverty.rows.first(where: {
        $0.territory == group && $0.line == line && $0.vintage == setting("poverty-vintage")
          && $0.scenario == setting("poverty-scenario")
      }), figure.change != nil
    else { return nil }
    self.growth = growth
    self.poverty = figure
    target = outlook.options.target
    self.surveyed = surveyed.compactMap { change in
      change.rows.first { $0.territory == group && $0.change != nil }.map {
        (change.options.line, $0)
      }
    }
    revision = poverty.rows.first {
      $0.territory == group && $0.line == line && $0.vintage > figure.vintage
        && $0.headcountEnd != nil
    }
  }

  /// The headline, one paragraph a line.
  public func lines(_ context: DisplayContext) -> [String] {
    [
      context.words(
        "The two figures of the GSEF2021 concept note, recomputed",
        "Les deux chiffres de la note conceptuelle du GSEF2021, recalculés",
        "Las dos cifras de la nota conceptual de GSEF2021, recalculadas"), "",
      growthLine(context), povertyLine(context), readingLine(context),
    ]
  }

  private func growthLine(_ context: DisplayContext) -> String {
    let style = context.style
    let published = style.signed(growth.published?.value, decimals: 1)
    let projected = style.signed(growth.projection, decimals: 2)
    let outcome = style.signed(growth.outcome, decimals: 2)
    let share = style.text(growth.share, decimals: 1)
    let name = "\(growth.vintage.institution), \(growth.vintage.date)"
    return context.words(
      "Recession \(target): \(published) % published (\(name)); \(projected) % from "
        + "\(growth.matched ?? 0) territories with \(share) % of output; outcome over the same "
        + "territories \(outcome) %.",
      "Récession \(target) : \(published) % publié (\(name)) ; \(projected) % à partir de "
        + "\(growth.matched ?? 0) territoires, \(share) % de la production ; constaté sur les mêmes "
        + "territoires \(outcome) %.",
      "Recesión \(target): \(published) % publicado (\(name)); \(projected) % con "
        + "\(growth.matched ?? 0) territorios, \(share) % de la producción; observado en los mismos "
        + "territorios \(outcome) %.")
  }

  private func povertyLine(_ context: DisplayContext) -> String {
    guard let change = poverty.change else { return "" }
    let style = context.style
    let start = style.millions(change.number.start)
    let end = style.millions(change.number.end)
    let difference = style.signed(change.number.change / 1e6, decimals: 2)
    let rate = style.signed(change.number.parts[0] / 1e6, decimals: 1)
    let growth = style.signed(change.number.parts[1] / 1e6, decimals: 1)
    let published = style.signed(poverty.published.change.map { $0 / 1e6 }, decimals: 0)
    return context.words(
      "Poverty: \(published) million published (\(poverty.vintage), \(poverty.scenario)); "
        + "\(start) to \(end) million = \(difference) million, of which \(rate) by the rate and "
        + "\(growth) by population growth.",
      "Pauvreté : \(published) millions publiés (\(poverty.vintage), \(poverty.scenario)) ; de "
        + "\(start) à \(end) millions = \(difference) millions, dont \(rate) par le taux et \(growth) "
        + "par la croissance de la population.",
      "Pobreza: \(published) millones publicados (\(poverty.vintage), \(poverty.scenario)); de "
        + "\(start) a \(end) millones = \(difference) millones, de ellos \(rate) por la tasa y "
        + "\(growth) por el crecimiento de la población.")
  }

  private func readingLine(_ context: DisplayContext) -> String {
    let style = context.style
    let own = poverty.growth?.ownVintage ?? "?"
    let figure = style.signed(poverty.growth?.figure.value, decimals: 1)
    var text = context.words(
      "Reading: two projections of different exercises. The poverty figure belongs with the growth "
        + "projection of \(own) (\(figure) %), not with the first.",
      "Lecture : deux projections d'exercices différents. Le chiffre de pauvreté va avec la "
        + "projection de croissance de \(own) (\(figure) %), non avec la première.",
      "Lectura: dos proyecciones de ejercicios distintos. La cifra de pobreza va con la proyección "
        + "de crecimiento de \(own) (\(figure) %), no con la primera.")
    if let revision {
      let rate = style.text(revision.headcountEnd, decimals: 1)
      let before = style.text(poverty.headcountEnd, decimals: 1)
      text += context.words(
        " The rate for \(target) was later revised from \(before) % to \(rate) % "
          + "(\(revision.vintage)).",
        " Le taux de \(target) a été révisé ensuite de \(before) % à \(rate) % "
          + "(\(revision.vintage)).",
        " La tasa de \(target) se revisó después de \(before) % a \(rate) % (\(revision.vintage)).")
    }
    for (line, row) in surveyed {
      guard let change = row.change else { continue }
      let millions = style.signed(change.number.change / 1e6, decimals: 2)
      let share = style.text(row.share, decimals: 1)
      text += context.words(
        " On the line \(line), the \(row.matched ?? 0) territories surveyed in both years "
          + "(\(share) % of the population) show \(millions) million: the sign depends on the line and "
          + "on transfers.",
        " Au seuil \(line), les \(row.matched ?? 0) territoires enquêtés les deux années "
          + "(\(share) % de la population) donnent \(millions) million(s) : le signe dépend du seuil et "
          + "des transferts.",
        " Con la línea \(line), los \(row.matched ?? 0) territorios encuestados en ambos años "
          + "(\(share) % de la población) dan \(millions) millones: el signo depende de la línea y de "
          + "las transferencias.")
    }
    return text
  }
}
