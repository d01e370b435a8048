import Foundation
import Testing

/// A file system with no room left, where one can be mounted (by root, or in a user's own namespace).
@Suite struct FullDiskTests {
  private static let mount =
    "unshare --mount $([ $(id -u) = 0 ] || echo --map-root-user) sh -ec 'mkdir -p d; mount -t tmpfs -o size=16k tmpfs d; "

  private static let canMount = ((try? Program.run(mount + "true'"))?.status ?? 1) == 0

  // The old file stays, nothing is left beside it, and the status says so.
  @Test(.enabled(if: canMount))
  func theOldFileStays() throws {
    let outcome = try Program.run(
      Self.mount
        + "echo old > d/out.csv; indicators convert lac-covid -o d/out.csv || echo status $?; ls -A d; cat d/out.csv'"
    )
    #expect(outcome.errors == "indicators: error: d/out.csv: no space left on device\n")
    #expect(outcome.output == "status 74\nout.csv\nold\n")
  }

  @Test(.enabled(if: canMount))
  func standardOutputIsCheckedToTheLastByte() throws {
    let outcome = try Program.run(
      Self.mount + "indicators convert lac-covid > d/out.csv || echo status $?'")
    #expect(
      outcome.errors == "indicators: error: cannot write the output: no space left on device\n")
    #expect(outcome.output == "status 74\n")
  }
}
