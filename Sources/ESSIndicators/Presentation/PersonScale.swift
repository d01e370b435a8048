/// The unit in which a table shows numbers of people, by the largest of them.
enum PersonScale {
  case persons
  case thousands
  case millions

  /// The unit for some numbers: millions from a million on, thousands from a thousand on.
  init(of numbers: some Sequence<Double?>) {
    let largest = numbers.reduce(0) { max($0, abs($1 ?? 0)) }
    self = largest >= 1e6 ? .millions : largest >= 1e3 ? .thousands : .persons
  }

  private var factor: Double {
    switch self {
    case .persons: 1
    case .thousands: 1e3
    case .millions: 1e6
    }
  }

  private var decimals: Int { self == .persons ? 1 : 2 }

  /// The unit in a heading.
  func name(_ context: DisplayContext) -> String {
    switch self {
    case .persons: context.words("persons", "personnes", "personas")
    case .thousands: context.words("thousand", "milliers", "miles")
    case .millions: context.words("million", "millions", "millones")
    }
  }

  /// A number of people in this unit.
  func text(_ persons: Double?, _ style: NumberStyle) -> String {
    style.text(persons.map { $0 / factor }, decimals: decimals)
  }

  /// A change of it, with its sign.
  func signed(_ persons: Double?, _ style: NumberStyle, decimals: Int? = nil) -> String {
    style.signed(persons.map { $0 / factor }, decimals: decimals ?? self.decimals)
  }
}
