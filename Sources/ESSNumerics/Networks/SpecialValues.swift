internal import Glibc

/// Elementary functions that the network measures take.
enum SpecialValues {
  static func log(_ x: Double) -> Double { Glibc.log(x) }
  static func exp(_ x: Double) -> Double { Glibc.exp(x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
}
