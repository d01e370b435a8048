/// Order statistics of a few numbers without sorting all of them.
enum OrderStatistics {
  /// The quantiles of two shares, the smaller one first, by rule 7: linear from the smallest to the largest number.
  ///
  /// Cost: O(n) on average; the numbers, none of them NaN and at least one, end up in another order.
  static func quantiles(
    _ lower: Double, _ upper: Double, of values: inout [Double]
  ) -> (lower: Double, upper: Double) {
    unsafe values.withUnsafeMutableBufferPointer { numbers in
      let (low, start) = unsafe quantile(lower, numbers, from: 0)
      // What is before the lower quantile is no larger than it, so that the upper one is among the rest.
      let (high, _) = unsafe quantile(upper, numbers, from: start)
      return (low, high)
    }
  }

  /// The quantile of a share, and its position; the numbers before `start` are the smallest.
  private static func quantile(
    _ share: Double, _ numbers: UnsafeMutableBufferPointer<Double>, from start: Int
  ) -> (Double, Int) {
    let place = share * Double(numbers.count - 1)
    let below = min(Int(place), numbers.count - 1)
    let fraction = place - Double(below)
    unsafe select(below, numbers, from: start)
    let low = unsafe numbers[below]
    guard fraction > 0 else { return (low, below) }
    // All that come after the selected number are at least as large.
    var next = Double.infinity
    for index in (below + 1)..<numbers.count {
      let value = unsafe numbers[index]
      next = value < next ? value : next
    }
    return (low + fraction * (next - low), below)
  }

  /// Moves the number of a rank (from 0) to its place, the smaller ones before it (Hoare 1961).
  private static func select(
    _ rank: Int, _ numbers: UnsafeMutableBufferPointer<Double>, from start: Int
  ) {
    var (first, last) = (start, numbers.count - 1)
    while first < last {
      // The median of three keeps sorted columns from costing n^2.
      let (a, b, c) = unsafe (numbers[first], numbers[(first + last) / 2], numbers[last])
      let pivot = max(min(a, b), min(max(a, b), c))
      var (i, j) = (first, last)
      while i <= j {
        while unsafe numbers[i] < pivot { i += 1 }
        while unsafe numbers[j] > pivot { j -= 1 }
        if i <= j {
          unsafe numbers.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if rank <= j {
        last = j
      } else if rank >= i {
        first = i
      } else {
        return
      }
    }
  }
}
