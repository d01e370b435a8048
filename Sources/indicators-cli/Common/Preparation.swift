import CommandLineKit
import ESSIndicators

/// What every command begins with: the options that mean the same everywhere.
enum Preparation {
  @Sendable
  static func run(_ arguments: Arguments) throws(Failure) {
    if arguments.isGiven("threads") {
      Parallel.setThreads(try arguments.count("threads", in: 1...1024, default: 1))
    }
    Progress.start(
      arguments.choice("progress", default: .auto), step: "starting", arguments.diagnostics)
  }
}
