/// Words that say whose word a statement is: a change that touches one is an attribution, S3.
/// To extend: add the phrase in lower case, its syllables parted by one space; case, place of tone and i/y need no
/// variants.
enum AttributionWords {
  static let phrases = Phrases([
    "cho biết", "cho hay", "được cho là", "bị cáo buộc", "nguồn tin", "khẳng định rằng", "thừa nhận",
  ])
}
