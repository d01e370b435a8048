/// Two ends and several ways of splitting the change between them, on one grid so that each way's parts add up to it exactly.
///
/// As `AdditiveSplit`, for more than one split of the same change.
struct ExactSplits {
  let start: Double
  let end: Double
  let parts: [[Double]]

  init(start: Double, end: Double, parts: [[Double]]) {
    let size = parts.joined().reduce(abs(start) + abs(end)) { $0 + abs($1) }
    guard size > 0, size.isFinite else {
      (self.start, self.end, self.parts) = (start, end, parts)
      return
    }
    let grid = size.ulp
    func rounded(_ value: Double) -> Double { (value / grid).rounded() * grid }
    let change = rounded(end) - rounded(start)
    self.start = rounded(start)
    self.end = rounded(end)
    self.parts = parts.map { parts in
      var numbers = parts.map(rounded)
      if let largest = numbers.indices.max(by: { abs(numbers[$0]) < abs(numbers[$1]) }) {
        let others = numbers.indices.reduce(0) { $1 == largest ? $0 : $0 + numbers[$1] }
        numbers[largest] = change - others
      }
      return numbers
    }
  }
}
