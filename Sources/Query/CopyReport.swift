import News

/// One pair of articles as `query copies` lists it.
public struct CopyReport: Encodable, Sendable {
  /// A shared passage in Unicode scalars of the field named, `text` (the body) where none is.
  public struct Passage: Encodable, Sendable {
    public var copyStart: Int
    public var copyEnd: Int
    public var sourceStart: Int
    public var sourceEnd: Int
  }

  public var copyUrl: String
  public var copyOutlet: String
  public var copyAt: String
  public var copyPublished: String?
  public var copyVersion: Int
  public var sourceUrl: String
  public var sourceOutlet: String
  public var sourceAt: String
  public var sourcePublished: String?
  public var sourceVersion: Int
  public var direction: String
  public var share: Double
  public var longest: Int
  public var `class`: String
  public var credited: Bool
  public var credit: String?
  public var differs: [ChangeClass]
  public var changes: [Change]
  public var passages: [Passage]
  public var copy: String?
  public var source: String?
}
