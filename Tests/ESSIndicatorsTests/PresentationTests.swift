import Testing

@testable import ESSIndicators

@Suite struct PresentationTests {
  private let rows = [
    Observation(
      territory: "A", period: "2020", indicator: "x.y", component: "p/q", value: 0.1,
      unit: "percent",
      standardError: 0.5, interval: -1...2, count: 3, status: .forecast, method: "m(a=1,b=2)",
      sources: ["s", "t"], note: "say \"x\""),
    Observation(
      territory: "A", period: "2020", indicator: "x.z", value: nil, unit: "years", method: "",
      note: "none"),
  ]

  @Test func csvIsTheContract() {
    let text = String(decoding: ObservationWriter(format: .csv).bytes(rows), as: UTF8.self)
    #expect(
      text == """
        territory,period,indicator,component,value,unit,std_error,ci_lower,ci_upper,n,status,method,source,note
        A,2020,x.y,p/q,0.1,percent,0.5,-1,2,3,F,"m(a=1,b=2)",s;t,"say ""x\"""
        A,2020,x.z,,,years,,,,,O,,,none

        """)
  }

  @Test func otherForms() {
    let tsv = String(
      decoding: ObservationWriter(format: .tsv, decimals: 2).bytes(rows), as: UTF8.self)
    #expect(tsv.contains("A\t2020\tx.y\tp/q\t0.10\tpercent\t0.50\t-1.00\t2.00\t3\tF\tm(a=1,b=2)\t"))
    let json = String(decoding: ObservationWriter(format: .json).bytes(rows), as: UTF8.self)
    #expect(json.contains("\"value\":null"))
    #expect(json.contains("\"note\":\"say \\\"x\\\"\""))
    let wide = String(decoding: ObservationWriter(format: .csv).wideBytes(rows), as: UTF8.self)
    #expect(wide == "territory,period,x.y:p/q,x.z\nA,2020,0.1,\n")
    #expect(String(decoding: ObservationWriter(format: .json).bytes([]), as: UTF8.self) == "[]\n")
  }

  @Test func tablesAlign() {
    let display = Display(
      title: "T", columns: [.init("name", isNumeric: false), .init("long header here")],
      rows: [["ñandú", "1.5"], ["b", "-10.25"]], notes: ["one two three"])
    #expect(
      display.text(width: 8) == """
        T

                 long
               header
        name     here
        -----  ------
        ñandú     1.5
        b      -10.25
        one two
          three

        """)
    #expect(display.markdown.contains("| --- | ---: |\n| ñandú | 1.5 |"))
  }

  @Test func numbersInEachLanguage() {
    let english = NumberStyle(language: .english, decimals: nil)
    let french = NumberStyle(language: .french, decimals: nil)
    #expect(english.signed(1.25, decimals: 1) == "+1.3")
    #expect(french.signed(-1234.5, decimals: 1) == "-1234,5")
    #expect(english.text(nil, decimals: 1) == "-")
    #expect(NumberStyle(language: .english, decimals: 3).millions(21_665_432) == "21.665")
  }

  private let wide = Display(
    title: "T",
    columns: [
      Display.Column("name", isNumeric: false), Display.Column("first number"),
      Display.Column("second number"), Display.Column("third"),
    ],
    rows: [
      ["A territory with a long name indeed", "1", "22222222222222222222", "33333333333333"],
      ["B", "4", "5", "6"],
    ])

  @Test func tablesFitTheTerminal() {
    #expect(wide.fitted(to: 100, .english).text() == wide.text())
    let broken = wide.fitted(to: 75, .english)
    #expect(broken.columns.count == 4 && broken.notes.isEmpty)
    #expect(broken.rows.map { $0[0] } == ["A territory with a long", "  name indeed", "B"])
    #expect(broken.rows.map { $0[1] } == ["1", "", "4"])
    let cut = wide.fitted(to: 60, .french)
    #expect(cut.columns.map(\.header) == ["name", "first number", "second number"])
    #expect(cut.notes == ["Non affiché faute de place: third (--format csv, md)."])
    let lines = cut.text(width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 }, "\(lines)")
  }

  // The rules of the Imprimerie nationale for double punctuation: a space before it that does not break; none in addresses and times.
  @Test func frenchMarksHaveASpaceBeforeThem() {
    let cases = [
      ("Écosystème recensé: rangs", "Écosystème recensé\u{A0}: rangs"),
      ("fermeture (0,94); hors", "fermeture (0,94)\u{A0}; hors"),
      ("10,5 % par an", "10,5\u{A0}% par an"), ("Lecture : oui", "Lecture\u{A0}: oui"),
      ("https://exemple.org à 10:30", "https://exemple.org à 10:30"),
      ("« cité »", "«\u{A0}cité\u{A0}»"), ("Pourquoi?", "Pourquoi\u{A0}?"),
      ("déjà\u{A0}: fait", "déjà\u{A0}: fait"),
    ]
    for (text, expected) in cases {
      let display = Display(title: text, columns: [], rows: [], notes: [text])
      #expect(display.spaced(for: .french).title == expected)
      #expect(display.spaced(for: .french).notes == [expected])
      #expect(display.spaced(for: .spanish).title == text)
    }
  }
}
