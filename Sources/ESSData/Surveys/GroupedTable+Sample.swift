extension GroupedTable {
  /// The groups of equal size of a survey sample, one distribution for each domain and period.
  ///
  /// A record at the border of two groups counts in both, in proportion (interpolated Lorenz curve). The first column of domains is
  /// the territory. Cost: one sort.
  public init(_ sample: SurveySample, groups: Int) throws(DataError) {
    let whole = RecordGroups(whole: sample.count)
    let periods = sample.period ?? whole
    let domains = sample.domain.crossed(with: periods)
    var rows = [[Int]](repeating: [], count: domains.count)
    for row in sample.welfare.indices where sample.weight[row] > 0 {
      rows[Int(domains.codes[row])].append(row)
    }
    let width = sample.domain.labels.first?.count ?? 0
    var entries: [Entry] = []
    for (domain, label) in domains.labels.enumerated() where !rows[domain].isEmpty {
      let ordered = rows[domain].sorted { sample.welfare[$0] < sample.welfare[$1] }
      let people = ordered.reduce(0) { $0 + sample.weight[$1] }
      let total = ordered.reduce(0) { $0 + sample.weight[$1] * sample.welfare[$1] }
      guard total > 0 else {
        throw .notIdentified("the mean welfare is not positive: there is no Lorenz curve")
      }
      var shares: [Double] = []
      var (p, l) = (0.0, 0.0)
      for row in ordered {
        let step = sample.weight[row] / people
        let share = step * sample.welfare[row] * people / total
        while shares.count < groups - 1, p + step >= Double(shares.count + 1) / Double(groups) {
          let part = (Double(shares.count + 1) / Double(groups) - p) / step
          shares.append(l + part * share)
        }
        p += step
        l += share
      }
      // The loop ends a rounding error before the last border where the last record is small.
      while shares.count < groups - 1 { shares.append(l) }
      entries.append(
        Entry(
          territory: label[..<width].joined(separator: "/"),
          period: label[width...].joined(separator: "/"),
          distribution: try GroupedDistribution(
            .cumulative, population: nil, welfare: shares + [1]),
          mean: total / people))
    }
    self.init(entries: entries)
  }
}
