extension ResultArguments {
  /// The options of each command that belong to its question, as its envelopes have them: nothing else of
  /// a result becomes an argument, for a result is a file that one may have been handed.
  static let questions: [String: [String]] = [
    "availability": [
      "for", "importance", "fussell-vesely", "reading", "target", "adjust", "max-nodes",
      "time-limit", "known-by",
    ],
    "blast": ["seeds", "after", "since", "reading", "next-failure", "known-by"],
    "calibrate": ["observed"],
    "check": ["rules", "at", "fail-on", "known-by", "lang"],
    "coldstart": ["failed", "known-by"],
    "contracts": [
      "at", "before", "observed", "rules", "max-tier", "max-order", "concentration", "max-nodes",
      "reading",
      "baseline", "today", "fail-on", "time-limit", "known-by", "lang",
    ],
    "cutsets": [
      "target", "max-order", "count-only", "limit", "reading", "max-nodes", "time-limit", "by",
      "known-by",
    ],
    "diff": ["with", "reading", "no-availability", "top", "max-nodes", "time-limit", "fail-on"],
    "escalate": [
      "failed", "scenario", "since", "now", "cause", "answer", "level-now", "framework", "clocks",
      "aware", "fail-on", "known-by", "lang",
    ],
    "exercise": ["scenario", "model", "fail-on", "hide-cause"],
    "explain-reports": ["out", "working", "max-order", "time-limit", "known-by"],
    "faulttree": [
      "files", "top", "importance", "fussell-vesely", "max-order", "limit", "count-only",
      "mission-time", "max-nodes", "time-limit",
    ],
    "harden": ["for", "by", "top", "reading", "time-limit", "known-by"],
    "measures": ["at", "availability", "max-nodes", "fail-on", "known-by", "lang"],
    "pathsets": [
      "target", "failed", "max-order", "count-only", "limit", "reading", "max-nodes", "time-limit",
      "known-by",
    ],
    "plans": ["at", "months", "max-order", "max-nodes", "fail-on", "known-by"],
    "protection": ["cumulate-from", "known-by"],
    "reproduce": ["result"],
    "register": ["of", "processes", "known-by"],
    "restore": [
      "failed", "since", "crews", "strategy", "for", "by-hand", "assume-repair", "assume-evidence",
      "speed", "known-by", "lang",
    ],
    "sectors": [],
    "spof": ["for", "groups", "reading", "fail-on", "known-by"],
    "questions": ["owner", "known-by"],
    "suppliers": ["at", "reading", "known-by"],
    "test": ["files", "reading", "fail-on", "coverage-at-least"],
    "validate": ["stale", "today", "fail-on"],
    "vital": [
      "criteria", "subject", "after", "since", "answer", "given", "degraded-counts",
      "against-subject", "against-criteria", "against-model", "fail-on", "known-by",
    ],
    "why": ["target", "seeds", "reading", "known-by"],
    "works": ["files", "from", "until", "now", "zone", "fail-on", "known-by", "lang"],
    "worst": ["order", "by", "top", "reading", "time-limit", "known-by"],
  ]
}
