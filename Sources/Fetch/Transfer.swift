import CCurl
import Glibc

/// One request on one easy handle; lives on the loop's thread only, where curl calls it back.
final class Transfer {
  let id: UInt64
  private let order: TransferOrder
  private var url: String { order.url }
  private let easy: UnsafeMutableRawPointer
  private let addresses: AddressGuard
  private let maxBytes: Int
  private static let mostHeaderBytes = 256 << 10
  private var list: UnsafeMutablePointer<curl_slist>?
  private var pins: UnsafeMutablePointer<curl_slist>?
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var headers: [Header] = []
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var codings = 0
  private var ended: (cause: FetchFailure.Cause, detail: String)?
  private var refusedAddress: String?
  private var hasOpenedSocket = false
  private var isCut = false
  private var isCrowded = false
  private var isNotModified = false

  /// The memory granted for the body.
  private(set) var grant: BodyBudget.Grant
  private let grow: (inout BodyBudget.Grant, Int) -> Bool

  init(
    _ job: TransferJob, on easy: UnsafeMutableRawPointer, policy: FetchPolicy, grant: BodyBudget.Grant,
    grow: @escaping (inout BodyBudget.Grant, Int) -> Bool
  ) {
    self.grant = grant
    self.grow = grow
    id = job.id
    order = job.order
    self.easy = easy
    addresses = AddressGuard(allowing: policy.allowAddresses)
    maxBytes = policy.maxBytes(of: order)
    errorText.pointee = 0
    for line in order.headers { list = curl_slist_append(list, line) }
    for line in policy.pinned?() ?? [] { pins = curl_slist_append(pins, line) }
    configure()
  }

  deinit {
    curl_slist_free_all(list)
    curl_slist_free_all(pins)
    errorText.deallocate()
  }

  /// What no transfer changes, set once for each easy handle.
  static func prepare(_ easy: UnsafeMutableRawPointer, for policy: FetchPolicy) {
    ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    // An environment proxy would hide the peer's address from the guard.
    ccurl_set_string(easy, CURLOPT_PROXY, "")
    ccurl_set_string(easy, CURLOPT_ACCEPT_ENCODING, "")
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    // A name server that does not answer must not stop the loop when its transfer is given up.
    ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)
    // libcurl 7.88 goes through its whole cache of names at each lookup; connections are kept alive anyway.
    ccurl_set_long(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0)
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(policy.connectTimeout / .milliseconds(1)))
    ccurl_set_long(easy, CURLOPT_LOW_SPEED_LIMIT, policy.lowSpeedBytesPerSecond)
    ccurl_set_long(easy, CURLOPT_LOW_SPEED_TIME, Int(policy.lowSpeedTime / .seconds(1)))
    if let authorities = policy.authorities { ccurl_set_string(easy, CURLOPT_CAINFO, authorities) }
    ccurl_set_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    installCallbacks(easy)
  }

  private static func installCallbacks(_ easy: UnsafeMutableRawPointer) {
    ccurl_set_write(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
      Transfer.from(this)?.take(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    ccurl_set_write(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
      Transfer.from(this)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    ccurl_set_open_socket(easy) { this, _, peer in
      guard let peer, let transfer = Transfer.from(this) else { return -1 }
      return transfer.openSocket(to: peer)
    }
  }

  private func configure() {
    ccurl_set_string(easy, CURLOPT_URL, url)
    ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
    ccurl_set_list(easy, CURLOPT_RESOLVE, pins)
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, max(1, Int(order.timeout / .milliseconds(1))))
    ccurl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, order.cutsAfter == nil ? maxBytes : 0)
    ccurl_set_long(easy, CURLOPT_FORBID_REUSE, 0)
    ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
    point(to: Unmanaged.passUnretained(self).toOpaque())
  }

  /// The handle must forget the transfer before the transfer goes.
  func release() {
    point(to: nil)
    ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, nil)
    ccurl_set_list(easy, CURLOPT_HTTPHEADER, nil)
    ccurl_set_list(easy, CURLOPT_RESOLVE, nil)
  }

  private func point(to this: UnsafeMutableRawPointer?) {
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, this)
    ccurl_set_pointer(easy, CURLOPT_HEADERDATA, this)
    ccurl_set_pointer(easy, CURLOPT_OPENSOCKETDATA, this)
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
    pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes decompressed bytes.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= maxBytes else {
      guard order.cutsAfter != nil else { return stop(.tooLarge, overflow) }
      guard makeRoom(for: maxBytes) else { return 0 }
      body.append(contentsOf: bytes.prefix(maxBytes - body.count))
      isCut = true
      return 0
    }
    guard makeRoom(for: body.count + bytes.count) else { return 0 }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  /// Room for the length the server states, or for twice what there is.
  private func makeRoom(for count: Int) -> Bool {
    let stated = body.isEmpty ? ccurl_get_offset(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T) : 0
    let wanted = min(max(count, stated), maxBytes)
    if wanted > grant.bytes {
      isCrowded = !grow(&grant, min(max(wanted, 2 * grant.bytes), maxBytes) - grant.bytes)
    }
    if body.capacity < wanted, !isCrowded { body.reserveCapacity(stated > 0 ? wanted : min(2 * wanted, grant.bytes)) }
    return !isCrowded
  }

  /// How long it took.
  var took: Duration { .microseconds(ccurl_get_offset(easy, CURLINFO_TOTAL_TIME_T)) }

  /// The bytes the body occupies.
  var occupied: Int { body.capacity }

  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    // Interim answers (1xx) and trailers count too, so a flood of them ends here.
    guard headerBytes <= Self.mostHeaderBytes else { return stop(.tooLarge, "more than 256 KiB of headers") }
    // A status line after an interim answer (1xx) starts the headers anew.
    if line.starts(with: "HTTP/".utf8) {
      headers.removeAll(keepingCapacity: true)
      codings = 0
      isNotModified = line.dropFirst(8).starts(with: " 304".utf8) || line.dropFirst(6).starts(with: " 304".utf8)
    } else if let header = Header(line: line) {
      headers.append(header)
      codings += header.codings
      forbidReuse(after: header)
    }
    // Each layer may unpack to a thousand times its size before a byte of the last one is counted.
    return codings > 1 ? stop(.badEncoding, "packed more than once") : line.count
  }

  /// A 304 has no body; one that announces a body would leave it to be read as the next answer on the connection.
  private func forbidReuse(after header: Header) {
    guard isNotModified, header.isNamed("content-length") || header.isNamed("transfer-encoding") else { return }
    ccurl_set_long(easy, CURLOPT_FORBID_REUSE, 1)
  }

  /// Taking fewer bytes than offered makes curl end the transfer.
  private func stop(_ cause: FetchFailure.Cause, _ detail: String) -> Int {
    ended = (cause, detail)
    return 0
  }

  private func openSocket(to peer: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard let address = AddressGuard.bytes(of: ccurl_peer(peer)), addresses.allows(address) else {
      refusedAddress = AddressGuard.bytes(of: ccurl_peer(peer)).map(AddressGuard.text) ?? "an address that is not IP"
      return -1
    }
    hasOpenedSocket = true
    return socket(peer.pointee.family, peer.pointee.socktype, peer.pointee.protocol)
  }

  /// What came of the transfer, once curl is done with it.
  func end(_ code: CURLcode) -> TransferEnd {
    if isCrowded { return .crowded }
    if let ended { return .failed(FetchFailure(ended.cause, url: url, detail: ended.detail)) }
    guard code == CURLE_OK || isCut else {
      if let refusedAddress, !hasOpenedSocket {
        return .refused(
          "\(url) leads to \(refusedAddress), which is not a public address; if it is meant, name it under network: allow-addresses."
        )
      }
      return .failed(FetchFailure(evidence(of: code), url: url))
    }
    return .answered(
      Response(
        status: ccurl_get_long(easy, CURLINFO_RESPONSE_CODE), url: url, headers: headers, body: body,
        peerAddress: ccurl_get_string(easy, CURLINFO_PRIMARY_IP).map { String(cString: $0) },
        requestHeaders: order.headers.compactMap { Header(line: $0.utf8) }))
  }

  private var overflow: String { "more than \(maxBytes) bytes" }

  private func evidence(of code: CURLcode) -> FetchFailure.Evidence {
    FetchFailure.Evidence(
      code: code, detail: code == CURLE_FILESIZE_EXCEEDED ? overflow : String(cString: errorText),
      systemError: ccurl_get_long(easy, CURLINFO_OS_ERRNO),
      certificateError: ccurl_get_long(easy, CURLINFO_SSL_VERIFYRESULT),
      isConnected: ccurl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T) > 0, hasAnswered: headerBytes > 0)
  }
}
