public import ESSData
internal import ESSNumerics

/// Number of alliances that territories reach, each counted less with every remove.
public struct AttenuatedDepth: Sendable {
  /// The network, the relations that count, the frame and its weights.
  public let view: AllianceView
  /// What a reach counts for each remove.
  public let attenuation: Double
  /// The depth of each territory of the frame.
  public let depth: [Double]

  /// Measures a network; throws where the attenuation is at or above 1 / rho.
  public init(_ view: AllianceView, attenuation: Double) throws(DataError) {
    self.view = view
    self.attenuation = attenuation
    let reached = try view.nesting.attenuated(view.direct.pattern, by: attenuation)
    depth = (0..<reached.rows).map { ExactSum(reached.row($0)).value }
  }

  /// The mean depth of every group.
  public var observations: [Observation] {
    let means = view.means(of: depth, by: .plain)
    return view.groups.indices.map { g in
      Observation(
        territory: view.groups[g].code, period: view.selection.year.map(String.init) ?? "",
        indicator: "alliances.attenuated_depth", component: "\(view.selection.name)/federated",
        value: means[g], unit: "count", count: view.groups[g].members.count,
        method: view.method(
          "attenuated", parts: ["alpha=\(NumberText.shortest(attenuation))", "cap=1"]))
    }
  }
}
