/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "survey-territories": try SurveyProbe.byTerritory(arguments.count > 1 ? arguments[1] : ".")
case "survey-replicates": try SurveyProbe.replicates(arguments.count > 1 ? arguments[1] : ".")
case "panel-regression": try RegressionProbe.run(Array(arguments.dropFirst()))
case "leontief": try LeontiefProbe.run()
default:
  print("usage: probe linear-algebra | leontief | panel-regression FOLDER NAME ROWS")
}
