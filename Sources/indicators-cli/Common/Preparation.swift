import CommandLineKit
import ESSIndicators

/// What every command begins with: the options that mean the same everywhere.
enum Preparation {
  @Sendable
  static func run(_ arguments: Arguments) throws(Failure) {
    Progress.start(
      arguments.choice("progress", default: .auto), step: "starting", arguments.diagnostics)
  }
}
