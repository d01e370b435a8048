/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "reading": try ReadingProbe.run(Array(arguments.dropFirst()))
default:
  print("usage: probe linear-algebra|reading")
}
