#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whether long tests were asked for (`make soak`).
let soaking = unsafe getenv("DEPGRAPH_SOAK") != nil
