/// Memory for plain words in one piece, which the kernels of this room read and write unchecked.
///
/// An `Array` would check every access and every write for a second owner. Here the owner is unique
/// by its type, and who uses an unchecked access says why the place exists.
@safe struct FlatArray<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  /// The number of places.
  private(set) var count: Int

  /// Takes memory and fills it.
  init(repeating element: Element, count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: count)
    unsafe base.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { unsafe base.deallocate() }

  /// The value at a place that the caller knows to exist.
  @unsafe subscript(unchecked place: Int) -> Element {
    @inline(__always) get {
      assert(place >= 0 && place < count, "the place exists")
      return unsafe base[place]
    }
    @inline(__always) nonmutating _modify {
      assert(place >= 0 && place < count, "the place exists")
      yield unsafe &base[place]
    }
  }

  /// Makes room for more, filled with a value; what is there stays.
  mutating func grow(to newCount: Int, filler: Element) {
    precondition(newCount >= count, "memory only grows")
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: newCount)
    unsafe larger.initialize(from: base, count: count)
    unsafe (larger + count).initialize(repeating: filler, count: newCount - count)
    unsafe base.deallocate()
    unsafe base = unsafe larger
    count = newCount
  }
}
