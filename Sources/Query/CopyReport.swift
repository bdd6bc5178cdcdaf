import News

/// One pair of articles as `query copies` lists it.
public struct CopyReport: Encodable, Sendable {
  /// A shared passage in Unicode scalars of the field named, `text` (the body) where none is.
  public struct Passage: Encodable, Sendable {
    /// Where it starts in the copy.
    public var copyStart: Int
    /// Where it ends in the copy.
    public var copyEnd: Int
    /// Where it starts in the source.
    public var sourceStart: Int
    /// Where it ends in the source.
    public var sourceEnd: Int
  }

  /// The copy's address.
  public var copyUrl: String
  /// The copy's outlet.
  public var copyOutlet: String
  /// When the copy was first seen.
  public var copyAt: String
  /// When the copy says it was published.
  public var copyPublished: String?
  /// Which version of the copy was compared.
  public var copyVersion: Int
  /// The source's address.
  public var sourceUrl: String
  /// The source's outlet.
  public var sourceOutlet: String
  /// When the source was first seen.
  public var sourceAt: String
  /// When the source says it was published.
  public var sourcePublished: String?
  /// Which version of the source was compared.
  public var sourceVersion: Int
  /// What says which is the copy: `seen`, `dated`, `credit` or `unknown`.
  public var direction: String
  /// The part of the copy that is shared.
  public var share: Double
  /// The longest shared run, in syllables.
  public var longest: Int
  /// What sort of copy it is.
  public var `class`: String
  /// Whether the copy names its source.
  public var credited: Bool
  /// The words of the credit.
  public var credit: String?
  /// The news agency that both name as their source: then neither need have copied the other.
  public var wire: String?
  /// What kinds of facts the copy altered.
  public var differs: [ChangeClass]
  /// Each fact altered.
  public var changes: [Change]
  /// The shared passages of the two bodies.
  public var passages: [Passage]
  /// The id the copy was imported under.
  public var copy: String?
  /// The id the source was imported under.
  public var source: String?
}
