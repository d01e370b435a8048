extension TimeAxis {
  /// The axis of the points at some positions, given in order.
  public func selecting(_ positions: [Int]) -> TimeAxis { subset(positions) }
}
