extension ChangeClass: Codable {}

extension Change: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind = "class"
    case before, after, context
  }
}
