/// The candidates closest to a word, nearest first: those that begin with it, and those within an edit distance of a third of
/// their length (insertions, deletions, substitutions, adjacent swaps), letters' case aside; of names with points those with the same last part.
public func nearest(_ word: String, in candidates: [String], limit: Int = 3) -> [String] {
  let sought = Array(word.lowercased().utf8)
  guard !sought.isEmpty else { return [] }
  // The same last part of a name with points is meant more often than a similar name.
  let ending = sought.lastIndex(of: UInt8(ascii: ".")).map { sought[$0...] } ?? []
  var found: [(distance: Int, order: Int, name: String)] = []
  for (order, candidate) in candidates.enumerated() {
    let name = Array(candidate.lowercased().utf8)
    let distance = editDistance(sought, name)
    if !ending.isEmpty, name.suffix(ending.count) == ending {
      found.append((0, order, candidate))
    } else if distance <= max(1, name.count / 3) {
      found.append((distance, order, candidate))
    } else if sought.count >= 2, name.starts(with: sought) {
      found.append((name.count, order, candidate))
    }
  }
  found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return found.prefix(limit).map(\.name)
}

/// Optimal string alignment distance.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var best = previous[j] + (a[i] == b[j] ? 0 : 1)
      best = min(best, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
