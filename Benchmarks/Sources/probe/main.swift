/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "panel-regression": try RegressionProbe.run(Array(arguments.dropFirst()))
case "leontief": try LeontiefProbe.run()
default:
  print("usage: probe linear-algebra | leontief | panel-regression FOLDER NAME ROWS")
}
