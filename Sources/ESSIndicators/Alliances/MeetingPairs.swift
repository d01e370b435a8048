internal import ESSNumerics

/// Pairs of organisations that share an alliance, each counted once, by whether they are of different types and whether governments meet them.
public struct MeetingPairs: Sendable, Equatable {
  /// All.
  public let all: Int
  /// Of different types of actor.
  public let acrossTypes: Int
  /// Without a government.
  public let withoutGovernment: Int
  /// Of these, pairs that share an alliance in which a government is.
  public let convened: Int

  /// Members counted by pairs at most.
  public static let most = 1_000_000_000

  /// Counts.
  public init(all: Int, acrossTypes: Int, withoutGovernment: Int, convened: Int) {
    self.all = all
    self.acrossTypes = acrossTypes
    self.withoutGovernment = withoutGovernment
    self.convened = convened
  }

  /// The pairs of an incidence; `nil` where more than `most` would have to be gone through.
  ///
  /// Each organisation marks those after it with whom it shares an alliance: memory of one mark for each organisation.
  init?(_ incidence: IncidenceGraph, types: [Int], isGovernment: [Bool]) {
    let visits = incidence.columnDegrees.reduce(0) { $0 + $1 * $1 }
    guard visits <= Self.most else { return nil }
    let isConvened = Self.convened(incidence, isGovernment)
    var seen = [Int32](repeating: -1, count: incidence.rows)
    var convenedBy = [Int32](repeating: -1, count: incidence.rows)
    var (all, acrossTypes, withoutGovernment, convened) = (0, 0, 0, 0)
    for first in 0..<incidence.rows {
      let mark = Int32(first)
      for alliance in incidence.columns(ofRow: first) {
        for second in incidence.rows(ofColumn: Int(alliance)) where second > mark {
          let other = Int(second)
          let isFree = !isGovernment[first] && !isGovernment[other]
          if seen[other] != mark {
            seen[other] = mark
            all += 1
            if types[first] != types[other] { acrossTypes += 1 }
            if isFree { withoutGovernment += 1 }
          }
          if isFree, isConvened[Int(alliance)], convenedBy[other] != mark {
            convenedBy[other] = mark
            convened += 1
          }
        }
      }
    }
    self.init(
      all: all, acrossTypes: acrossTypes, withoutGovernment: withoutGovernment, convened: convened)
  }

  /// Share of the pairs without a government that share an alliance in which one is; `nil` without such pairs.
  public var convening: Double? {
    withoutGovernment > 0 ? Double(convened) / Double(withoutGovernment) : nil
  }

  /// Share of pairs of different types; `nil` without pairs.
  public var acrossTypesShare: Double? { all > 0 ? Double(acrossTypes) / Double(all) : nil }

  /// For each alliance whether a government is in it.
  private static func convened(_ incidence: IncidenceGraph, _ isGovernment: [Bool]) -> [Bool] {
    (0..<incidence.columns).map { alliance in
      incidence.rows(ofColumn: alliance).contains { isGovernment[Int($0)] }
    }
  }

  /// The convening share with each alliance shared counting 1 / (members - 1), `nil` without pairs; O(memberships).
  static func weightedConvening(_ incidence: IncidenceGraph, isGovernment: [Bool]) -> Double? {
    var (all, convened) = (0.0, 0.0)
    for (alliance, isConvened) in Self.convened(incidence, isGovernment).enumerated() {
      let members = incidence.rows(ofColumn: alliance)
      guard members.count >= 2 else { continue }
      let others = Double(members.count { !isGovernment[Int($0)] })
      let weight = others * (others - 1) / 2 / Double(members.count - 1)
      all += weight
      if isConvened { convened += weight }
    }
    return all > 0 ? convened / all : nil
  }
}

extension IncidenceGraph {
  /// For each column the chance that two of its rows drawn with replacement are of different groups, 1 - sum q^2 (Blau 1977); `nil` for
  /// fewer than two rows, which have nobody to mix with.
  func heterogeneity(of groups: [Int], count: Int) -> [Double?] {
    var sizes = [Int](repeating: 0, count: count)
    return (0..<columns).map { column in
      let members = rows(ofColumn: column)
      for row in members { sizes[groups[Int(row)]] += 1 }
      var squares = 0
      for row in members {
        let group = groups[Int(row)]
        squares += sizes[group] * sizes[group]
        sizes[group] = 0
      }
      return members.count > 1
        ? 1 - Double(squares) / Double(members.count * members.count) : nil
    }
  }
}

extension Sequence<Double?> {
  /// The mean of the values that there are; `nil` without any.
  var meanOfKnown: Double? {
    let known = compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
