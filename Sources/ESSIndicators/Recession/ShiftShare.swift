public import ESSData

/// The change of a region split by what the nation did, what its sectors did, and what the region did itself.
///
/// Dunn (1960), Papers of the Regional Science Association 6, 97-112; Esteban-Marquillas (1972), Regional and Urban Economics 2(3), 249-255; Gerfin
/// (1964), Kyklos 17(4), 565-593. Sums over sectors, in the unit of the values.
public struct ShiftShare: Sendable {
  /// One sector.
  public struct Sector: Sendable {
    /// Its name.
    public let name: String
    /// What the growth of the whole nation would have brought.
    public let national: Double
    /// What the sector's growth in the nation brings beyond that.
    public let mix: Double
    /// The rest: end less what the sector's growth in the nation would have made of the start.
    public let regional: Double
    /// The regional part as if the region had the nation's mix (Esteban-Marquillas); `nil` where the region starts without the sector.
    public let homothetic: Double?
    /// What is left of the regional part: specialisation times advantage.
    public let allocation: Double?
    /// Whether the region starts without the sector, so that its growth has no rate and the regional part is a level.
    public let isNew: Bool
  }

  /// The sectors, in the order given.
  public let sectors: [Sector]
  /// Sum of the region at the start.
  public let start: Double
  /// Sum of the region at the end.
  public let end: Double
  /// Growth factor of the nation.
  public let nationalFactor: Double
  /// Growth factor that the region would have had with the nation's growth in each sector.
  public let expectedFactor: Double

  /// Splits the change between two dates.
  ///
  /// - Throws: If the sums at the start are not positive, a value is negative, or the nation has no sector that the region has.
  public init(
    names: [String], regionStart: [Double], regionEnd: [Double], nationStart: [Double],
    nationEnd: [Double]
  ) throws(DataError) {
    precondition(
      [regionStart.count, regionEnd.count, nationStart.count, nationEnd.count]
        .allSatisfy { $0 == names.count }, "one value for each sector")
    for values in [regionStart, regionEnd, nationStart, nationEnd] {
      if let index = values.firstIndex(where: { !($0 >= 0) }) {
        throw .notIdentified(
          "'\(names[index])' has \(values[index].isNaN ? "no value" : "a negative value") at one of the dates"
        )
      }
    }
    for (index, name) in names.enumerated() where regionStart[index] > 0 && nationStart[index] == 0
    {
      throw .notIdentified("the nation has nothing in '\(name)' at the start, the region has")
    }
    let start = regionStart.reduce(0, +)
    let nation = nationStart.reduce(0, +)
    guard start > 0, nation > 0 else {
      throw .notIdentified(
        "the sum of the \(start > 0 ? "nation" : "region") at the start is not positive")
    }
    let factor = nationEnd.reduce(0, +) / nation
    var expected = 0.0
    sectors = names.indices.map { index in
      let own = nationStart[index] > 0 ? nationEnd[index] / nationStart[index] : factor
      let national = regionStart[index] * (factor - 1)
      let mix = regionStart[index] * (own - factor)
      let regional = regionEnd[index] - regionStart[index] * own
      expected += regionStart[index] * own
      let isNew = regionStart[index] == 0
      let homothetic =
        isNew ? nil : start * nationStart[index] / nation * regional / regionStart[index]
      return Sector(
        name: names[index], national: national, mix: mix, regional: regional,
        homothetic: homothetic, allocation: homothetic.map { regional - $0 },
        isNew: isNew && regionEnd[index] > 0)
    }
    self.start = start
    end = regionEnd.reduce(0, +)
    nationalFactor = factor
    expectedFactor = expected / start
  }

  /// Sum of the national parts.
  public var national: Double { sectors.reduce(0) { $0 + $1.national } }
  /// Sum of the mix parts.
  public var mix: Double { sectors.reduce(0) { $0 + $1.mix } }
  /// Sum of the regional parts.
  public var regional: Double { sectors.reduce(0) { $0 + $1.regional } }
  /// Mix and regional parts.
  public var net: Double { mix + regional }
  /// Sum of the homothetic parts, over the sectors that have one.
  public var homothetic: Double { sectors.reduce(0) { $0 + ($1.homothetic ?? 0) } }
  /// Sum of the allocation parts, over the sectors that have one.
  public var allocation: Double { sectors.reduce(0) { $0 + ($1.allocation ?? 0) } }
  /// Gerfin's index of the mix: expected over national growth.
  public var mixIndex: Double { expectedFactor / nationalFactor }
  /// Gerfin's index of the location: own over expected growth.
  public var locationIndex: Double { end / start / expectedFactor }
  /// Gerfin's index of both: own over national growth.
  public var totalIndex: Double { end / start / nationalFactor }
}
