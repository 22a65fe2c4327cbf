/// What is written of few components: figures, continuity, places and registers.
///
/// Each is documented where ``Component`` gives it out.
struct SeldomOfComponent: SeldomWritten {
  var startsWith = Requirement.nothing
  var repairNeeds = Requirement.nothing
  var skills: [String] = []
  var forensic: Stated<TimeSpan>?
  var independentOf: [Reference] = []
  var dependability = Dependability()
  var repair: TimeSpan?
  var restart: TimeSpan?
  var needed = WeeklyHours.always
  var continuity = Continuity()
  var restoreClass: String?
  var sector: String?
  var regions: [String] = []
  var users: Stated<Double>?
  var isCivil = false
  var impact: [Impact] = []
  var vital: VitalStanding?
  var protectionNeed = ProtectionNeed()
  var neverFails = false
  var startsManually = false
  var position: Position?
  var marking: Marking?
  var external: [ExternalID] = []
  var tags: [String] = []
  var checked: CalendarDate?
  var checkedBy: String?
  var note: LocalizedText?
  var ends: [String] = []
  var network = "default"

  static let usual = SeldomOfComponent()
}
