/// Writes numbers, texts and arrays of them one after the other, as the machine holds them.
///
/// What is written on one machine is read on the same one: a cache, not a format for exchange.
struct ImageWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a number.
  mutating func write(_ number: Int) { write(array: [Int64(number)]) }

  /// Writes a text.
  mutating func write(_ text: String) { write(array: Array(text.utf8)) }

  /// Writes an array of plain values.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func write<Element: BitwiseCopyable>(array: [Element]) {
    unsafe withUnsafeBytes(of: Int64(array.count)) { unsafe bytes.append(contentsOf: $0) }
    unsafe array.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes texts: where each ends, then all of them without anything between.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func write(texts: [String]) {
    var ends: [UInt32] = []
    var blob: [UInt8] = []
    ends.reserveCapacity(texts.count)
    for text in texts {
      blob.append(contentsOf: text.utf8)
      ends.append(UInt32(blob.count))
    }
    write(array: ends)
    write(array: blob)
  }
}

/// Reads what an ``ImageWriter`` wrote; what is not there, or cannot be, is nil.
struct ImageReader {
  private let bytes: [UInt8]
  private var position: Int

  /// Reads bytes from a place on.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next number.
  mutating func number() -> Int? {
    guard let numbers = array(of: Int64.self), numbers.count == 1 else { return nil }
    return Int(numbers[0])
  }

  /// The next text.
  mutating func text() -> String? {
    array(of: UInt8.self).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The next array of plain values.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func array<Element: BitwiseCopyable>(of type: Element.Type) -> [Element]? {
    guard let count = count(), count >= 0 else { return nil }
    let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows, size <= bytes.count - position else { return nil }
    let start = position
    position += size
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(buffer)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<(start + size)]))
      }
      initialized = count
    }
  }

  /// The next texts.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func texts() -> [String]? {
    guard let ends = array(of: UInt32.self), let blob = array(of: UInt8.self),
      Int(ends.last ?? 0) == blob.count
    else { return nil }
    var start = 0
    var texts: [String] = []
    texts.reserveCapacity(ends.count)
    for end in ends {
      guard start <= Int(end), Int(end) <= blob.count else { return nil }
      texts.append(String(decoding: blob[start..<Int(end)], as: UTF8.self))
      start = Int(end)
    }
    return texts
  }

  private mutating func count() -> Int? {
    guard bytes.count - position >= 8 else { return nil }
    let start = position
    position += 8
    return unsafe bytes.withUnsafeBytes {
      unsafe Int(truncatingIfNeeded: $0.loadUnaligned(fromByteOffset: start, as: Int64.self))
    }
  }
}

/// A number that tells apart bytes that were changed by accident; no protection against malice.
///
/// Four sums side by side, each of every fourth word, so that none waits for another.
struct ImageChecksum {
  /// The sum of bytes from a place on.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func sum(of bytes: [UInt8], from start: Int) -> UInt64 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    var sums: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    unsafe bytes.withUnsafeBytes { raw in
      var position = start
      while position + 32 <= raw.count {
        let word = { (offset: Int) in
          unsafe raw.loadUnaligned(fromByteOffset: position + offset, as: UInt64.self)
        }
        sums.0 = (sums.0 ^ word(0)) &* multiplier
        sums.1 = (sums.1 ^ word(8)) &* multiplier
        sums.2 = (sums.2 ^ word(16)) &* multiplier
        sums.3 = (sums.3 ^ word(24)) &* multiplier
        // What is multiplied away at the top comes in again at the bottom.
        sums.0 ^= sums.0 >> 29
        sums.1 ^= sums.1 >> 29
        sums.2 ^= sums.2 >> 29
        sums.3 ^= sums.3 >> 29
        position += 32
      }
      while position < raw.count {
        sums.0 = unsafe (sums.0 ^ UInt64(raw[position])) &* multiplier
        position += 1
      }
    }
    return ((sums.0 &* 31 ^ sums.1) &* 31 ^ sums.2) &* 31 ^ sums.3 ^ UInt64(bytes.count - start)
  }
}
