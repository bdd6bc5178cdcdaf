/// What kind of copy: a whole text, a long part, a short part, or a formula everyone writes.
public enum CopyClass: String, Sendable {
  case reprint, lift, passage, formula
}
