import ESSIndicators
import Glibc

/// Two-way fixed effects on the columns that Benchmarks/peers/panel_regression.py wrote: `FOLDER NAME ROWS`.
enum RegressionProbe {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let rows = Int(arguments[2]) else {
      print("usage: probe panel-regression FOLDER NAME ROWS")
      return
    }
    LinearAlgebraLibrary.start()
    let path = "\(arguments[0])/\(arguments[1])"
    let units: [Int32] = read("\(path).i", rows)
    let times: [Int32] = read("\(path).t", rows)
    let y: [Double] = read("\(path).y", rows)
    let x: [Double] = read("\(path).x", rows)
    let count = Int(units.max() ?? 0) + 1
    let periods = (0...Int(times.max() ?? 0)).compactMap { Period(year: 2000 + $0) }
    let sample = try PanelSample(
      units: (0..<count).map(String.init), unitCodes: units, periods: periods, timeCodes: times,
      numbers: [("y", y), ("x", x)], name: arguments[1])
    for (name, covariance) in [
      ("iid", Covariance.classical), ("clustered", .cluster(["unit"], .cr1, .standard)),
    ] {
      var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x | unit + time"))
      options.covariance = covariance
      var fit = try PanelRegression(sample, options)
      var walls: [Double] = []
      var cpus: [Double] = []
      for _ in 0..<5 {
        let time = try Timing.measure { fit = try PanelRegression(sample, options) }
        walls.append(time.wall)
        cpus.append(time.cpu)
      }
      walls.sort()
      cpus.sort()
      print(
        "ours \(arguments[1]) \(name): least \(walls[0]) s, median \(walls[2]) s, cpu \(cpus[2]) s; "
          + "x \(fit["x"]?.estimate ?? .nan) (\(fit["x"]?.standardError ?? .nan))")
    }
    guard arguments[1].hasPrefix("wild") else { return }
    var options = PanelRegression.Options(formula: try RegressionFormula("y ~ x | unit"))
    options.covariance = .cluster(["unit"], .cr1, .groups)
    options.wild = ["x"]
    var walls: [Double] = []
    var p = 0.0
    for _ in 0..<5 {
      walls.append(
        try Timing.measure { p = try PanelRegression(sample, options).wild[0].pValue }.wall)
    }
    walls.sort()
    print(
      "ours wild bootstrap, 9999 draws, \(count) groups: least \(walls[0]) s, median \(walls[2]) s; p \(p)"
    )
  }

  /// A file of numbers as they are in memory.
  private static func read<Number>(_ path: String, _ count: Int) -> [Number] {
    let file = fopen(path, "rb")
    defer { if let file { fclose(file) } }
    return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = file.map { fread(buffer.baseAddress, MemoryLayout<Number>.size, count, $0) } ?? 0
    }
  }
}
