import Foundation

/// What a job took and answered, as the harness reads it.
struct Measurement {
  let reading: Double
  let building: Double
  let computing: Double
  /// The CPU seconds of the part that is compared.
  let cpu: Double
  let answer: [String: Int]

  var json: String {
    let seconds = [
      ("read_s", reading), ("build_s", building), ("compute_s", computing), ("cpu_part_s", cpu),
    ].map { "\"\($0)\":\(String(format: "%.6f", $1))" }
    let answers = answer.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
    return "{\(seconds.joined(separator: ",")),\"answer\":{\(answers.joined(separator: ","))}}"
  }
}

/// Wall and CPU time at the beginning and after each of reading, building and computing.
///
/// CPU time is that of this process and of all that it started and waited for.
struct Stopwatch {
  /// The part of a job that is compared by CPU time.
  enum Part {
    case computing
    case readingAndBuilding
  }

  private var laps: [(wall: Double, cpu: Double)]

  init() { laps = [Stopwatch.now()] }

  mutating func lap() { laps.append(Stopwatch.now()) }

  func measurement(_ answer: [String: Int], part: Part) -> Measurement {
    let compared = part == .computing ? (laps[2], laps[3]) : (laps[0], laps[2])
    return Measurement(
      reading: laps[1].wall - laps[0].wall, building: laps[2].wall - laps[1].wall,
      computing: laps.count > 3 ? laps[3].wall - laps[2].wall : 0,
      cpu: compared.1.cpu - compared.0.cpu, answer: answer)
  }

  private static func now() -> (wall: Double, cpu: Double) {
    func seconds(_ clock: clockid_t) -> Double {
      var time = timespec()
      unsafe clock_gettime(clock, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    return (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID) + secondsOfChildren())
  }

  private static func secondsOfChildren() -> Double {
    var usage = rusage()
    unsafe getrusage(childrenOfThisProcess, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
    }
  }

  #if canImport(Darwin)
  private static let childrenOfThisProcess = RUSAGE_CHILDREN
  #else
  private static let childrenOfThisProcess = RUSAGE_CHILDREN.rawValue
  #endif
}
