internal import Glibc

/// Large pages of memory, for arrays that are filled at once: a tenth of the time of such work goes into mapping small ones.
public enum LargePages {
  /// Asks for large pages behind some bytes; the system may ignore it.
  public static func ask(for start: UnsafeMutableRawPointer, count: Int) {
    let page = 1 << 21
    let first = (Int(bitPattern: start) + page - 1) & ~(page - 1)
    let last = (Int(bitPattern: start) + count) & ~(page - 1)
    guard last > first else { return }
    unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), last - first, MADV_HUGEPAGE)
  }

  static func ask<Element>(for buffer: UnsafeMutableBufferPointer<Element>) {
    guard let start = buffer.baseAddress else { return }
    unsafe ask(
      for: UnsafeMutableRawPointer(start), count: buffer.count * MemoryLayout<Element>.stride)
  }
}
