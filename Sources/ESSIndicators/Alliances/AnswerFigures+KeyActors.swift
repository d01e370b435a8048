internal import ESSData
internal import ESSNumerics

extension AnswerFigures {
  // Question 6.
  var keyActors: [QuestionFigure] {
    let size = view.frame.territories.count
    let ranks = QuestionRanks(
      figures.incidence, territory: figures.organisations.map { view.places.territory[$0] },
      territories: size, level: level, draws: draws, seed: seed)
    let greedy = GreedyCoverage(view.direct.pattern, steps: 3)
    var list = greedy.steps.enumerated().map { index, step in
      QuestionFigure(
        "alliances.greedy_coverage", "\(index + 1)",
        Translated(
          en: "covered after choice \(index + 1)", fr: "couverts après le choix \(index + 1)",
          es: "cubiertos tras la elección \(index + 1)"), Double(step.covered), unit: "count",
        count: size, note: Translated(view.network.alliances[step.alliance].id))
    }
    if let first = greedy.steps.first {
      list.append(rank("reach", 1, first.alliance, ranks.reach, ranks))
    }
    let dividing = figures.removal == nil ? [] : ranks.dividing.order.prefix(3)
    for (index, at) in dividing.enumerated() {
      list.append(
        QuestionFigure(
          "network.fragmentation_rise", "\(index + 1)",
          Translated(
            en: "division without organisation \(index + 1)",
            fr: "division sans l'organisation \(index + 1)",
            es: "división sin la organización \(index + 1)"), ranks.dividing.values[at],
          unit: "number", count: figures.organisations.count, isWholeNetwork: true,
          note: Translated(view.network.organisations[figures.organisations[at]].id)))
      list.append(rank("kpp_negative", index + 1, at, ranks.dividing, ranks))
    }
    let alone = ranks.alone.order.filter { ranks.alone.values[$0] ?? 0 > 0 }.prefix(3)
    for (index, at) in alone.enumerated() {
      list.append(
        QuestionFigure(
          "alliances.unique", "\(index + 1)",
          Translated(
            en: "covered only by alliance \(index + 1)",
            fr: "couverts par la seule alliance \(index + 1)",
            es: "cubiertos solo por la alianza \(index + 1)"), ranks.alone.values[at],
          unit: "count", count: size,
          note: Translated("\(view.network.alliances[at].id): \(codes(onlyThrough(at)))")))
      list.append(rank("unique_coverage", index + 1, at, ranks.alone, ranks))
    }
    return list
  }

  /// Territories that are present in one alliance alone.
  private func onlyThrough(_ alliance: Int) -> [Int] {
    let presence = view.direct.pattern
    return presence.rows(ofColumn: alliance).map(Int.init).filter {
      presence.columns(ofRow: $0).count == 1
    }
  }

  private func rank(
    _ measure: String, _ index: Int, _ position: Int, _ ranked: QuestionRanks.Ranked,
    _ ranks: QuestionRanks
  ) -> QuestionFigure {
    var figure = QuestionFigure(
      "network.rank", "\(measure)/\(index)",
      Translated(
        en: "its rank, and that with 10 % of relations deleted",
        fr: "son rang, et celui avec 10 % de relations supprimées",
        es: "su rango, y con 10 % de relaciones borradas"), Double(ranked.ranks[position]),
      unit: Catalogue["network.rank"]?.unit ?? "count",
      count: ranks.draws > 0 ? ranks.draws : nil, isWholeNetwork: measure == "kpp_negative",
      conventions: ranks.draws > 0 ? [ranks.deletion.method(draws: ranks.draws)] : [],
      note: ranks.draws > 0 ? QuestionNote.none : QuestionNote.tooLargeForRanks)
    figure.interval = ranks.deletion.interval(ranked.ranks(of: position))
    return figure
  }
}
