import Foundation
import News

/// The one form of a text that is hashed, compared and logged: NFC, single spaces, no invisible characters.
public enum CanonicalText {
  /// The canonical form of one line of text; case, tone and punctuation stay.
  public static func canonical(_ s: String) -> String {
    isClean(s) ? s : rebuilt(s)
  }

  /// The canonical form of an article; empty paragraphs are dropped.
  public static func canonical(_ t: ArticleText) -> ArticleText {
    ArticleText(
      title: canonical(t.title), summary: canonical(t.summary),
      paragraphs: t.paragraphs.map { canonical($0) }.filter { !$0.isEmpty })
  }

  /// Whether the bytes cannot need any change: single inner spaces, and beyond ASCII only letters known to be NFC.
  private static func isClean(_ s: String) -> Bool {
    var lead: UInt8 = 0
    var second: UInt8 = 0
    var lastWasSpace = true
    for byte in s.utf8 {
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return false }
        if byte == 0x20, lastWasSpace { return false }
        lastWasSpace = byte == 0x20
        continue
      }
      lastWasSpace = false
      if byte >= 0xC0 {
        (lead, second) = (byte, 0)
        if !mayLead(byte) { return false }
      } else if lead == 0xC2, byte < 0xAE {
        return false  // NEL, NBSP, soft hyphen are among these.
      } else if lead == 0xE1, second == 0 {
        if byte < 0xBA || byte > 0xBB { return false }
        second = byte
      }
    }
    return !lastWasSpace || s.isEmpty
  }

  /// Lead bytes of Latin letters (U+0080-02FF) and of Latin Extended Additional, where Vietnamese lives.
  private static func mayLead(_ byte: UInt8) -> Bool { (0xC2...0xCB).contains(byte) || byte == 0xE1 }

  private static func rebuilt(_ s: String) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in s.unicodeScalars {
      switch scalar.value {
      case 0x200B, 0xAD, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        gap = true
        continue
      }
      if gap, !out.isEmpty { out.append(" ") }
      gap = false
      out.append(scalar)
    }
    return String(out).precomposedStringWithCanonicalMapping
  }
}
