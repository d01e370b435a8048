/// The trades of a curveball draw, on lists of fixed length one after the other.
struct CurveballKernel {
  let starts: [Int32]

  func trade<Generator: RandomNumberGenerator>(
    _ columns: inout [Int32], times: Int, _ generator: inout Generator
  ) {
    let rows = starts.count - 1
    let longest = zip(starts, starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
    var left = [Int32](repeating: 0, count: longest)
    var right = left
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe columns.withUnsafeMutableBufferPointer { columns in
        unsafe left.withUnsafeMutableBufferPointer { left in
          unsafe right.withUnsafeMutableBufferPointer { right in
            for _ in 0..<times {
              let a = Int.random(in: 0..<rows, using: &generator)
              var b = Int.random(in: 0..<(rows - 1), using: &generator)
              if b >= a { b += 1 }
              let first = unsafe UnsafeMutableBufferPointer(
                rebasing: columns[Int(starts[a])..<Int(starts[a + 1])])
              let second = unsafe UnsafeMutableBufferPointer(
                rebasing: columns[Int(starts[b])..<Int(starts[b + 1])])
              unsafe Self.trade(first, second, left, right, &generator)
            }
          }
        }
      }
    }
  }

  /// One trade of two sorted lists.
  private static func trade<Generator: RandomNumberGenerator>(
    _ first: UnsafeMutableBufferPointer<Int32>, _ second: UnsafeMutableBufferPointer<Int32>,
    _ left: UnsafeMutableBufferPointer<Int32>, _ right: UnsafeMutableBufferPointer<Int32>,
    _ generator: inout Generator
  ) {
    let (n, m) = (first.count, second.count)
    var i = 0
    var j = 0
    var shared = 0
    while i < n, j < m {
      let (x, y) = unsafe (first[i], second[j])
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
      shared &+= x == y ? 1 : 0
    }
    // Of the columns that only one has, `needed` of the `remaining` ones go left: selection sampling.
    var needed = UInt64(n - shared)
    var remaining = UInt64(n + m - 2 * shared)
    if needed == 0 || needed == remaining { return }
    i = 0
    j = 0
    var (l, r) = (0, 0)
    while i < n || j < m {
      let x = unsafe i < n ? first[i] : Int32.max
      let y = unsafe j < m ? second[j] : Int32.max
      if x == y {
        unsafe left[l] = x
        unsafe right[r] = x
        l &+= 1
        r &+= 1
        i &+= 1
        j &+= 1
        continue
      }
      let column = min(x, y)
      i &+= x < y ? 1 : 0
      j &+= y < x ? 1 : 0
      let goesLeft = generator.next().multipliedFullWidth(by: remaining).high < needed
      unsafe left[min(l, n - 1)] = goesLeft ? column : left[min(l, n - 1)]
      unsafe right[min(r, m - 1)] = goesLeft ? right[min(r, m - 1)] : column
      l &+= goesLeft ? 1 : 0
      r &+= goesLeft ? 0 : 1
      needed &-= goesLeft ? 1 : 0
      remaining &-= 1
    }
    for k in 0..<n { unsafe first[k] = left[k] }
    for k in 0..<m { unsafe second[k] = right[k] }
  }
}
