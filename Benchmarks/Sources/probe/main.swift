/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
case "survey-territories": try SurveyProbe.byTerritory(arguments.count > 1 ? arguments[1] : ".")
case "survey-replicates": try SurveyProbe.replicates(arguments.count > 1 ? arguments[1] : ".")
case "reading": try ReadingProbe.run(Array(arguments.dropFirst()))
default:
  print("usage: probe linear-algebra|reading|survey-territories|survey-replicates")
}
