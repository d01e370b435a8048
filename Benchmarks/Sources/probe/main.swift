/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "network": try NetworkProbe.run(Array(arguments.dropFirst()))
default:
  print("usage: probe linear-algebra | network MEMBERSHIPS.csv THREADS")
}
