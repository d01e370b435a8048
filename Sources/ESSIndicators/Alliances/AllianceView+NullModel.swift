public import ESSData
internal import ESSNumerics

extension AllianceView {
  /// The rows of some indicators that a measure of coverage gives, beside those of random memberships with the same margins.
  ///
  /// All memberships that count are redrawn, those of alliances in alliances too; where organisations are, and of what level, stays. A row
  /// that a draw does not have counts as 0: it is of a level or an alliance that nobody of the frame is in.
  func nullModel(
    of indicators: [String], draws: Int, seed: UInt64,
    measure: @Sendable (AllianceView) -> [Observation]
  ) -> NullModel {
    let observed = measure(self).filter {
      indicators.contains($0.indicator) && $0.value != nil
    }
    let names = observed.map { (indicator: $0.indicator, component: $0.component) }
    return NullModel(relations.incidence, names, draws: draws, seed: seed) { draw in
      let rows = measure(self.redrawn(draw)).filter { indicators.contains($0.indicator) }
      let values = Dictionary(rows.map { ("\($0.indicator) \($0.component)", $0.value) }) {
        first, _ in first
      }
      return names.map { values["\($0.indicator) \($0.component)"] ?? 0 }
    }
  }

  /// The rows of a null model.
  func observations(of model: NullModel, _ name: String) -> [Observation] {
    var rows = NetworkRows(method: method(name))
    rows.add(model)
    return rows.rows.map { row in
      var row = row
      row.territory = frame.code
      return row
    }
  }
}

extension AllianceLevels {
  /// Articulation, presence by level and what each level contributes, beside random memberships.
  public func nullModel(draws: Int, seed: UInt64) -> NullModel {
    view.nullModel(
      of: [
        "alliances.articulation", "alliances.level_presence", "alliances.reach",
        "alliances.unique", "alliances.shapley",
      ], draws: draws, seed: seed
    ) { AllianceLevels($0).observations }
  }

  /// The rows of that comparison.
  public func observations(of model: NullModel) -> [Observation] {
    view.observations(of: model, "levels")
  }
}

extension AllianceReach {
  /// What each actor reaches, alone and beside the others, beside random memberships.
  public func nullModel(draws: Int, seed: UInt64) -> NullModel {
    let actors = entries.map { view.network.organisations[$0.organisation].id }.distinct
    return view.nullModel(
      of: ["alliances.actor_reach", "alliances.actor_unique", "alliances.actor_shapley"],
      draws: draws, seed: seed
    ) { (try? AllianceReach($0, actors: actors))?.observations ?? [] }
  }

  /// The rows of that comparison.
  public func observations(of model: NullModel) -> [Observation] {
    view.observations(of: model, "reach")
  }
}
