extension Model {
  func known(by: CalendarDate) -> (model: Model, dropped: [Diagnostic]) { (self, []) }
}
