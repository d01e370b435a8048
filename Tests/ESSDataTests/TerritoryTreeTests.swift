import ESSData
import ESSNumerics
import Testing

@Suite struct TerritoryTreeTests {
  private func territory(_ code: String, _ parent: String? = nil, kind: String = "state")
    -> Territory
  {
    Territory(
      code: code, level: .national, kind: kind, parent: parent,
      name: Translated(en: code, fr: "", es: code))
  }

  @Test func leavesAndGroups() throws {
    let tree = try TerritoryTree(
      [
        territory("ALL"), territory("NORTH", "ALL"), territory("A", "NORTH"),
        territory("B", "NORTH"),
        territory("C", "ALL"), territory("PAIR", kind: "group"),
        territory("OTHER", kind: "reported"),
      ], groupMembers: [("PAIR", "C"), ("PAIR", "NORTH")])
    #expect(tree.groups == ["ALL", "NORTH", "PAIR"])
    #expect(tree.leaves(of: "ALL") == ["A", "B", "C"])
    #expect(tree.leaves(of: "PAIR") == ["A", "B", "C"])
    #expect(tree.leaves(of: "A") == ["A"])
    #expect(tree.leaves(of: "X") == [])
    #expect(tree.name(of: "A", in: .french) == "A")
    let groups = GroupMatrix(tree, territories: ["C", "A"])
    #expect(groups.groups == ["ALL", "NORTH", "PAIR"])
    #expect(groups.membership * [10, 1] == [11, 1, 11])
    #expect(try Frame(group: "NORTH", in: tree).territories == ["A", "B"])
    #expect(throws: DataError.self) { try Frame(group: "OTHER", in: tree) }
    #expect(throws: DataError.unknownName(kind: "group", name: "SOUTH", known: tree.groups)) {
      try Frame(group: "SOUTH", in: tree)
    }
  }

  @Test func faultsAreRefused() {
    #expect(
      throws: DataError.invalid("territories.csv", "the parents run in a circle: A > B > C > A")
    ) {
      try TerritoryTree(
        [territory("A", "B"), territory("B", "C"), territory("C", "A")], groupMembers: [])
    }
    #expect(throws: DataError.self) { try TerritoryTree([territory("A", "X")], groupMembers: []) }
    #expect(throws: DataError.self) {
      try TerritoryTree([territory("A"), territory("A")], groupMembers: [])
    }
    #expect(throws: DataError.self) {
      try TerritoryTree([territory("A")], groupMembers: [("G", "A")])
    }
  }
}
