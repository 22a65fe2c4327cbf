/// Fields that most things leave as they are, in one word until one of them is changed.
///
/// A model of a million components holds a million of each field that a component has; most are
/// never written. What is left as it is takes no room.
struct SparseFields<Content: SeldomWritten>: Hashable, Sendable {
  /// Nothing while every field is as usual, else one value: an array is a box that is copied when
  /// it is written.
  private var storage: [Content] = []

  /// Makes fields that are as usual.
  init() {}

  /// The value of a field.
  subscript<Value: Equatable>(field: WritableKeyPath<Content, Value>) -> Value {
    get { storage.isEmpty ? Content.usual[keyPath: field] : storage[0][keyPath: field] }
    set {
      if storage.isEmpty {
        guard newValue != Content.usual[keyPath: field] else { return }
        storage = [Content.usual]
      }
      storage[0][keyPath: field] = newValue
    }
  }

  /// Whether no field was changed.
  var isUsual: Bool { storage.isEmpty }

  /// All fields.
  private var fields: Content { storage.first ?? Content.usual }

  /// Whether both have the same fields, wherever they are kept.
  static func == (left: SparseFields, right: SparseFields) -> Bool {
    left.storage.isEmpty && right.storage.isEmpty || left.fields == right.fields
  }

  func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

/// Fields of which all have a usual value.
protocol SeldomWritten: Hashable, Sendable {
  /// What they are where nothing is written.
  static var usual: Self { get }
}
