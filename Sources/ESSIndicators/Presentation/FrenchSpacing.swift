extension Display {
  /// The table with the spaces that its language asks for: in French one before `: ; ? ! %`, which does not break.
  ///
  /// Titles, headers and notes; cells hold names from the data, which stay as they are.
  public func spaced(for language: Language) -> Display {
    guard language == .french else { return self }
    return Display(
      title: FrenchSpacing.spaced(title),
      columns: columns.map { Column(FrenchSpacing.spaced($0.header), isNumeric: $0.isNumeric) },
      rows: rows, notes: notes.map(FrenchSpacing.spaced))
  }
}

/// The spaces of French typography.
enum FrenchSpacing {
  private static let noBreak: Character = "\u{A0}"

  /// A text with a space that does not break before each mark that stands at the end of a word, and within guillemets.
  static func spaced(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      switch character {
      case ":", ";", "?", "!":
        // Within a word, as in an address, a time or a pair of codes, it is no mark.
        if next == " " { separate(&result, adding: true) }
      case "%", "»": separate(&result, adding: false)
      case " " where result.last == "«":
        result.append(noBreak)
        continue
      default: break
      }
      result.append(character)
    }
    return result
  }

  private static func separate(_ text: inout String, adding: Bool) {
    guard let last = text.last, last != noBreak else { return }
    if last == " " {
      text.removeLast()
      text.append(noBreak)
    } else if adding {
      text.append(noBreak)
    }
  }
}
