// Reads columns of a CSV file and prints what was read and the best and median time in seconds.
//   read-table FILE THREADS RUNS COLUMN[:codes]...
import ESSIndicators

#if canImport(Glibc)
  import Glibc
#endif

let words = CommandLine.arguments.dropFirst()
guard words.count >= 4, let threads = Int(words[2]), let runs = Int(words[3]) else {
  print("usage: read-table FILE THREADS RUNS COLUMN[:codes]...")
  exit(64)
}
let columns = words.dropFirst(3).map { word in
  word.hasSuffix(":codes") ? TypedColumn.codes(String(word.dropLast(6))) : .numbers(word)
}
var times: [Double] = []
for run in 0..<runs {
  let clock = ContinuousClock()
  let start = clock.now
  let table = try TypedTable.read(
    path: words[1], columns: columns, options: ReadingOptions(threads: threads))
  let seconds = (clock.now - start) / .seconds(1)
  times.append(seconds)
  guard run == runs - 1 else { continue }
  print("rows \(table.rowCount)")
  for column in columns {
    switch column.kind {
    case .numbers:
      print("\(column.name) sum \(try table.numbers(column.name).reduce(0, +))")
    case .codes:
      let coded = try table.coded(column.name)
      let weighted = coded.codes.enumerated().reduce(0) {
        $0 + ($1.offset % 1000) * Int($1.element)
      }
      print(
        "\(column.name) distinct \(coded.values.count) first \(coded.values.first ?? "") check \(weighted)"
      )
    }
  }
}
times.sort()
var usage = rusage()
getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
print(
  "seconds least \(times[0]) median \(times[times.count / 2]) peak MiB \(usage.ru_maxrss / 1024)")
