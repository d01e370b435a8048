/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "survey-territories": try SurveyProbe.byTerritory(arguments.count > 1 ? arguments[1] : ".")
case "survey-replicates": try SurveyProbe.replicates(arguments.count > 1 ? arguments[1] : ".")
default:
  print("usage: probe linear-algebra")
}
