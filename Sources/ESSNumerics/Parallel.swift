internal import Dispatch
internal import Glibc
internal import Synchronization

/// Work spread over the cores in numbered pieces.
///
/// What a piece computes may depend on its number alone, and results come back by number; then no result depends on how
/// many threads there were. The number of pieces has to follow from the data, never from the cores.
public enum Parallel {
  private static let setting = Atomic<Int>(0)
  // Asked once: the C library reads it from a file every time.
  private static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The most threads that work is spread over: the number of processors unless set.
  public static var threads: Int {
    let given = setting.load(ordering: .relaxed)
    return given > 0 ? given : processors
  }

  /// Sets the most threads that work is spread over, at least one.
  public static func setThreads(_ count: Int) {
    setting.store(max(1, count), ordering: .relaxed)
  }

  /// Does each of `count` pieces of work once.
  public static func forEach(_ count: Int, _ body: @Sendable (_ piece: Int) -> Void) {
    let workers = min(threads, count)
    guard workers > 1 else {
      for piece in 0..<max(count, 0) { body(piece) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if piece >= count { return }
        body(piece)
      }
    }
  }

  /// The results of `count` pieces of work, by number.
  public static func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (_ piece: Int) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: max(count, 0)))
    forEach(count) { piece in
      let result = body(piece)
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Cuts 0 ..< count into ranges of at most `size`; their number depends on the count alone.
  public static func blocks(of size: Int, in count: Int) -> [Range<Int>] {
    precondition(size > 0, "a block has at least one element")
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
