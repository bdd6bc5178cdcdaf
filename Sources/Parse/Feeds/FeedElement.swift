/// An element's name as the builder needs it, found once for each name of a document.
struct FeedElement {
  /// What libxml2 keeps once for each name: the addresses of name and of namespace or prefix.
  struct Key: Hashable {
    let name: UnsafeRawPointer
    let space: UnsafeRawPointer?
  }

  /// In lower case.
  let name: String
  let space: FeedSpace
  let field: FeedField?

  init(name: String, space: FeedSpace) {
    self.name = name.lowercased()
    self.space = space
    field = FeedField.of(self.name, space)
  }
}
