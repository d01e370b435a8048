/// Times parts of the library: `probe NAME [ARGUMENT...]`.
let arguments = Array(CommandLine.arguments.dropFirst())
let rest = Array(arguments.dropFirst())
switch arguments.first {
case "leontief": try LeontiefProbe.run()
case "linear-algebra": LinearAlgebraProbe.run()
case "network": try NetworkProbe.run(rest)
case "panel-regression": try RegressionProbe.run(rest)
case "reading": try ReadingProbe.run(rest)
case "stress": try StressProbe.run(rest)
case "survey-replicates": try SurveyProbe.replicates(rest.first ?? ".")
case "survey-territories": try SurveyProbe.byTerritory(rest.first ?? ".")
case "territories-space": try TerritoryProbe.run(rest)
default:
  print(
    "usage: probe leontief | linear-algebra | network MEMBERSHIPS.csv THREADS | "
      + "panel-regression FOLDER NAME ROWS | reading ... | stress simulated | "
      + "stress asem FOLDER | survey-replicates FOLDER | survey-territories FOLDER | "
      + "territories-space POINTS.csv THREADS")
}
