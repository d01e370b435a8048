import ESSData
import Testing

@Suite struct PanelSampleTests {
  private let rows = """
    firm,year,size,y,x
    b,2002,small,4,1
    a,2001,large,1,
    a,2003,large,3,7
    a,2000,large,0,5
    b,2001,small,5,2
    b,2003,small,,2

    """

  private func sample(_ text: String, repeats: Bool = false) throws -> PanelSample {
    var columns = PanelColumns()
    columns.territory = "firm"
    columns.period = "year"
    return try PanelSample(
      CSVTable(bytes: Array(text.utf8), file: "p.csv"), columns: columns, numbers: ["y", "x"],
      factors: ["size"], repeats: repeats)
  }

  @Test func rowsAreSortedByUnitAndTime() throws {
    let sample = try sample(rows)
    #expect(sample.units == ["b", "a"])
    #expect(sample.axis.labels == ["2000", "2001", "2002", "2003"])
    #expect(sample.unitCodes == [0, 0, 0, 1, 1, 1])
    #expect(sample.timeCodes == [1, 2, 3, 0, 1, 3])
    #expect(try Array(sample.column("y")[3...]) == [0, 1, 3])
    #expect(try sample.factor("size")[0] == "small")
    #expect(try sample.factor("year")[3] == "2000")
    #expect(!sample.isBalanced)
    #expect(sample.rowsOfUnits == [0..<3, 3..<6])
  }

  // 2003 has no 2002 before it in a: a gap is a gap.
  @Test func lagsGoByTime() throws {
    let sample = try sample(rows)
    #expect(sample.rowsBefore(1) == [-1, 0, 1, -1, 3, -1])
    #expect(sample.rowsBefore(-2) == [2, -1, -1, -1, 5, -1])
  }

  @Test func missingRowsAreReported() throws {
    let found = try sample(rows).complete(in: ["y", "x"], policy: .pairs)
    #expect(found.rowCount == 4)
    #expect(
      found.dropped == [
        .init(unit: "b", times: ["2003"], reason: "no value of y"),
        .init(unit: "a", times: ["2001"], reason: "no value of x"),
      ])
    // Nothing is left of a group that had no row left.
    let one = found.keeping([true, true, false, false]) { _ in "test" }
    #expect(one.units == ["b"])
    #expect(try one.factor("size").values == ["small"])
    #expect(one.dropped.last == .init(unit: "a", times: ["2000", "2003"], reason: "test"))
  }

  @Test func balanceKeepsOnlyWholeUnits() throws {
    let text = "firm,year,size,y,x\na,2001,s,1,1\na,2002,s,2,2\nb,2001,s,3,3\n"
    let balanced = try sample(text).complete(in: ["y", "x"], policy: .balance)
    #expect(balanced.isBalanced)
    #expect(balanced.units == ["a"])
    #expect(balanced.dropped == [.init(unit: "b", times: ["2001"], reason: "in 1 of 2 periods")])
  }

  @Test func repeatedRowsAreNamed() throws {
    let text = "firm,year,size,y,x\na,2001,s,1,1\na,2001,s,2,2\n"
    #expect(
      throws: DataError.invalid(
        "p.csv", line: 3, "a second row for a, 2001; the first is on line 2")
    ) { try sample(text) }
    #expect(try sample(text, repeats: true).rowCount == 2)
  }

  @Test func timesAreRead() throws {
    func axis(_ times: [String]) throws -> TimeAxis {
      let lines = times.map { "a,\($0),s,1,1\n" }.joined()
      return try sample("firm,year,size,y,x\n" + lines).axis
    }
    #expect(try axis(["10", "2", "3"]).labels == ["2", "3", "10"])
    #expect(try axis(["1956.0", "1955.0"]).labels == ["1955", "1956"])
    #expect(try axis(["2001-Q2", "2001-Q1"]).ordinals == [8004, 8005])
    let waves = try axis(["late", "early"])
    #expect(waves.labels == ["late", "early"])
    #expect(!waves.hasDistances)
  }

  @Test func periodsOutsideAreNoDrops() throws {
    let sample = try sample(rows).between("2001", "2002")
    #expect(sample.rowCount == 3)
    #expect(sample.dropped.isEmpty)
    #expect(throws: DataError.self) { try sample.between("1990", "1991") }
  }
}
