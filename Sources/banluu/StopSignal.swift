import Dispatch
import Glibc

/// Calls back once on SIGINT or SIGTERM, so that work ends with everything committed.
final class StopSignal {
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: stop)
      source.resume()
      return source
    }
  }

  func end() { for source in sources { source.cancel() } }
}
