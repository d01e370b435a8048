extension Dataset {
  /// The alliance network; every relation must name an organisation and an alliance of the tables, once.
  public func allianceNetwork() throws(DataError) -> AllianceNetwork {
    try allianceTables().network()
  }

  /// The tables of the alliance network.
  public func allianceTables() throws(DataError) -> AllianceTables {
    AllianceTables(
      memberships: try table("memberships"), organisations: try table("organisations"),
      alliances: try table("alliances"))
  }
}
