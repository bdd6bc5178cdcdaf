/// A person of Atom while its elements arrive.
struct FeedPerson {
  /// Of the person's element; nil outside of one.
  var depth: Int?
  var name = ""
  var email = ""
  /// What stands in the element itself, where a feed writes a bare name.
  var text: [UInt8] = []

  var best: String {
    if !name.isEmpty { return name }
    return email.isEmpty ? AuthorName.read(MarkupText.words(text)) : email
  }
}
