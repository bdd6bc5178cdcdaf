/// What feeds.yaml says: network manners, policies and the outlets to watch.
public struct FeedsFile: Sendable {
  /// What the fetcher calls itself.
  public var userAgent = "banluu/1.0 (+https://github.com/banluu/banluu; archive of public news)"
  /// The quiet time between two requests to one host.
  public var perHostDelay: Duration = .seconds(2)
  /// CIDR blocks of non-public peers that may be connected to.
  public var allowAddresses: [AddressBlock] = []
  /// Bytes below which nothing more is fetched.
  public var minFree: Int64 = 2_000_000_000
  /// The name of the archive's log; nil: none is set.
  public var logOrigin: String?
  /// How long an edit must stand to be confirmed.
  public var confirmAfter: Duration = .seconds(600)
  /// How long a page must be gone to count as deleted.
  public var goneAfter: Duration = .seconds(6 * 3600)
  /// Ages at which an article is looked at again.
  public var looks: [Duration] =
    [
      .seconds(600), .seconds(1800), .seconds(3600), .seconds(7200), .seconds(14_400), .seconds(28_800),
      .seconds(57_600), .seconds(86_400),
    ] + [2, 4, 7, 14, 30, 60, 90, 180, 365].map { Duration.seconds($0 * 86_400) }
  /// Where events are sent.
  public var notify: [NotifyTarget] = []
  /// The outlets watched.
  public var outlets: [Outlet] = []

  /// A file that says nothing: every setting at its default.
  public init() {}
}
