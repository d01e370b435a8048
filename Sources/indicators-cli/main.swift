import CommandLineKit
import ESSIndicators
import Glibc

LinearAlgebraLibrary.start()

let tool = Tool(
  name: "indicators", version: "indicators \(Version.number)",
  verboseVersion: { Version.details },
  summary: "Indicators of the Social and Solidarity Economy from regional tables",
  commands: Registry.commands, prepare: Preparation.run)

exit(tool.run(Array(CommandLine.arguments.dropFirst())))
