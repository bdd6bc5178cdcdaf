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

  /// Whether the bytes cannot need any change: single inner spaces, and beyond ASCII only scalars known to be NFC.
  private static func isClean(_ s: String) -> Bool {
    var lead: UInt8 = 0
    var place = 0
    var lastWasSpace = true
    for byte in s.utf8 {
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F || (byte == 0x20 && lastWasSpace) { return false }
        lastWasSpace = byte == 0x20
        continue
      }
      lastWasSpace = false
      place = byte >= 0xC0 ? 0 : place + 1
      if place == 0 { lead = byte }
      if !isKnown(byte, lead: lead, place: place) { return false }
    }
    return !lastWasSpace || s.utf8.isEmpty
  }

  /// Latin letters up to U+02FF, Latin Extended Additional (Vietnamese), and dashes, quotes and the ellipsis.
  private static func isKnown(_ byte: UInt8, lead: UInt8, place: Int) -> Bool {
    switch (lead, place) {
    case (0xC2, 1): byte >= 0xAE  // NEL, NBSP and soft hyphen lie below.
    case (0xC2...0xCB, _): true
    case (0xE1, 1): byte == 0xBA || byte == 0xBB
    case (0xE2, 1): byte == 0x80
    case (0xE2, 2): (0x90...0xA6).contains(byte)
    case (0xE1, _), (0xE2, 0): true
    default: false
    }
  }

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
