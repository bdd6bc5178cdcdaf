import CCurl
import Glibc

/// Tells which of curl's sockets can be read or written, and when curl wants to be asked without: epoll and its bell.
///
/// Used by the loop's thread only, except for `ring`. Asking curl about ready sockets alone keeps the cost of a
/// transfer the same however many others are waited for.
final class SocketWatch {
  struct Ready {
    var socket: curl_socket_t
    var flags: Int32
  }

  private static let mostEvents = 64

  private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
  private let bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
  private var events = [epoll_event](repeating: epoll_event(), count: mostEvents)
  private var watched: Set<curl_socket_t> = []
  /// When curl wants to be asked whatever the sockets do, in milliseconds of the steady clock.
  private var deadline: Int64?

  init() { control(EPOLL_CTL_ADD, bell, EPOLLIN.rawValue) }

  deinit {
    close(bell)
    close(epoll)
  }

  /// Makes the wait end; from any thread.
  func ring() {
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  /// Lets curl say which sockets and moments matter; the watch must outlive the handle.
  func serve(_ multi: UnsafeMutableRawPointer) {
    let this = Unmanaged.passUnretained(self).toOpaque()
    ccurl_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, this)
    ccurl_multi_set_pointer(multi, CURLMOPT_TIMERDATA, this)
    ccurl_multi_set_socket(multi) { _, socket, what, this, _ in
      SocketWatch.from(this)?.watch(socket, what)
      return 0
    }
    ccurl_multi_set_timer(multi) { _, milliseconds, this in
      SocketWatch.from(this)?.deadline = milliseconds < 0 ? nil : SocketWatch.now + Int64(milliseconds)
      return 0
    }
  }

  /// Whether the moment has come that curl asked for; it is told once.
  func takeDeadline() -> Bool {
    guard let deadline, deadline <= Self.now else { return false }
    self.deadline = nil
    return true
  }

  /// Waits for sockets, the bell, or curl's moment.
  func wait() -> [Ready] {
    let patience = deadline.map { max(0, min($0 - Self.now, 1000)) } ?? 1000
    let count = Int(epoll_wait(epoll, &events, Int32(Self.mostEvents), Int32(patience)))
    var ready: [Ready] = []
    for event in events.prefix(max(0, count)) {
      if event.data.fd == bell {
        var rings: UInt64 = 0
        _ = read(bell, &rings, 8)
      } else {
        ready.append(Ready(socket: event.data.fd, flags: Self.flags(event.events)))
      }
    }
    return ready
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> SocketWatch? {
    pointer.map { Unmanaged<SocketWatch>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private func watch(_ socket: curl_socket_t, _ what: Int32) {
    guard what != CURL_POLL_REMOVE else {
      if watched.remove(socket) != nil { control(EPOLL_CTL_DEL, socket, 0) }
      return
    }
    let reads = what == CURL_POLL_IN || what == CURL_POLL_INOUT ? EPOLLIN.rawValue : 0
    let writes = what == CURL_POLL_OUT || what == CURL_POLL_INOUT ? EPOLLOUT.rawValue : 0
    let isNew = watched.insert(socket).inserted
    control(isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, reads | writes)
  }

  private func control(_ operation: Int32, _ socket: Int32, _ wanted: UInt32) {
    var event = epoll_event(events: wanted, data: epoll_data_t(fd: socket))
    guard epoll_ctl(epoll, operation, socket, &event) != 0 else { return }
    // A socket that was closed and opened again under the same number has left the watch by itself.
    if operation == EPOLL_CTL_MOD, errno == ENOENT { _ = epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) }
    if operation == EPOLL_CTL_ADD, errno == EEXIST { _ = epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) }
  }

  private static func flags(_ events: UInt32) -> Int32 {
    var flags: Int32 = 0
    if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { flags |= CURL_CSELECT_IN }
    if events & EPOLLOUT.rawValue != 0 { flags |= CURL_CSELECT_OUT }
    if events & EPOLLERR.rawValue != 0 { flags |= CURL_CSELECT_ERR }
    return flags
  }
}
