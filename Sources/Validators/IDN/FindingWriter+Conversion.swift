import Findings
import Records
import References

extension FindingWriter {
  /// Says which conversion broke a text, and proposes what stood there where nothing of it was
  /// lost and `isGood` holds; else tells its beginning.
  mutating func explain(_ broken: BrokenConversion, _ isGood: (Span<UInt8>) -> Bool) {
    for (index, conversion) in broken.conversions.enumerated() {
      if index > 0 { evidence.append(zh: "，之后 ", en: ", then ", in: language) }
      evidence.append(contentsOf: conversion.text[language].utf8)
    }
    if broken.isWhole, isGood(broken.original.span) {
      evidence.append(
        zh: "；按相反的转换可完整还原", en: "; the reverse brings all of it back", in: language)
      suggest(broken.original.span, confidence: broken.conversions.count == 1 ? 95 : 90, .confirm)
      return
    }
    action = .review
    if broken.isWhole { return }
    evidence.append(
      zh: "，有字丢失；还能认出的开头：", en: ", and something was lost; it began ", in: language)
    evidence.append(broken.original.span)
  }
}
