public import ESSData

/// The ten guiding questions of the forum on alliances, in its order, each answered with numbers.
public struct AllianceQuestions: Sendable {
  /// The answer to a question.
  public struct Answer: Sendable {
    /// From 1 to 10.
    public let number: Int
    /// The question.
    public let question: Translated
    /// The numbers, for each view in turn; a figure that one view does not have is missing there.
    public let figures: [[QuestionFigure]]
    /// What the numbers of the first view say.
    public let reading: Translated
    /// What they do not say.
    public let limits: Translated
    /// The command that gives the detail.
    public let command: String
  }

  /// The selections that are answered for, the first of which is read out.
  public let views: [AllianceView]
  /// The answers in order.
  public let answers: [Answer]

  /// Answers for one or several selections of the same network.
  ///
  /// `actors` are the organisations of question 8, by their ids; `draws` random deletions, keyed by `seed`, are behind the intervals of
  /// ranks in question 6: by default 100, and none for networks of more than 200,000 relations. Cost: O(relations) for each draw, and
  /// the pairs of organisations in the same alliance up to `MeetingPairs.most`.
  public init(
    _ views: [AllianceView], actors: [String], level: Double = 0.95, draws: Int? = nil,
    seed: UInt64 = 1
  ) {
    precondition(!views.isEmpty, "at least one selection")
    self.views = views
    let builders = views.map {
      AnswerFigures($0, actors: actors, level: level, draws: draws, seed: seed)
    }
    answers = ForumQuestion.all.map { question in
      let figures = builders.map { $0.figures(of: question.number) }
      let reading = AnswerReading(figures[0], view: views[0])
      func text(_ language: Language) -> String { reading.text(question.number, language) }
      return Answer(
        number: question.number, question: question.text, figures: figures,
        reading: Translated(en: text(.english), fr: text(.french), es: text(.spanish)),
        limits: question.limits, command: question.command)
    }
  }

  /// One row for each number of each answer; components begin with the question and the selection.
  public var observations: [Observation] {
    answers.flatMap { answer in
      zip(views, answer.figures).flatMap { view, figures in
        figures.map { row($0, view, answer.number) }
      }
    }
  }

  private func row(_ figure: QuestionFigure, _ view: AllianceView, _ number: Int) -> Observation {
    let parts = ["q\(number)", view.selection.name, figure.part].filter { !$0.isEmpty }
    return Observation(
      territory: figure.isWholeNetwork ? "" : view.frame.code,
      period: view.selection.year.map(String.init) ?? "", indicator: figure.indicator,
      component: parts.joined(separator: "/"), value: figure.value, unit: figure.unit,
      standardError: figure.standardError, interval: figure.interval, count: figure.count,
      status: view.weights[figure.weight]?.status ?? .actual,
      method: view.method("question", weight: figure.weight, parts: figure.conventions),
      sources: view.weights[figure.weight]?.sources ?? [],
      note: figure.note[.english])
  }
}
