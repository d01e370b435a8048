/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "linear-algebra": LinearAlgebraProbe.run()
<<<<<<< HEAD
case "network": try NetworkProbe.run(Array(arguments.dropFirst()))
=======
case "survey-territories": try SurveyProbe.byTerritory(arguments.count > 1 ? arguments[1] : ".")
case "survey-replicates": try SurveyProbe.replicates(arguments.count > 1 ? arguments[1] : ".")
>>>>>>> main
default:
  print("usage: probe linear-algebra | network MEMBERSHIPS.csv THREADS")
}
