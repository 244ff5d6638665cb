internal import GalleyModel

/// Headings that any article may have: they open no item, and nothing is said in them.
func isStructural(_ text: [UInt8], _ line: Line) -> Bool {
  guard line.width <= 30 else { return false }
  let start = line.text.lowerBound
  // No letter is trimmed, and no digit.
  if isWordLead(text[start]), !line.opening.may(.structural, at: start) {
    return false
  }
  let range = trimDecoration(in: text, line.text)
  guard line.opening.may(.structural, at: range.lowerBound) else { return false }
  return structuralWords.match(text, at: range.lowerBound, end: range.upperBound)?.end
    == range.upperBound
}

let structuralWords = WordTable<Bool>([
  (
    true,
    [
      "前言", "引言", "导语", "導語", "序言", "序", "结语", "結語", "结论", "結論", "总结", "總結", "小结", "尾声", "写在最后",
      "写在前面",
      "introduction", "foreword", "preface", "conclusion", "conclusions", "final thoughts",
      "closing thoughts", "the bottom line", "bottom line", "summary", "takeaways", "key takeaways",
      "methodology", "how we chose", "faq", "references", "はじめに", "まえがき", "おわりに", "まとめ", "最後に",
      "あとがき", "参考文献", "들어가며", "머리말", "마치며", "맺음말", "마무리", "결론", "einleitung", "vorwort", "fazit",
      "ausblick", "schluss", "avant-propos", "bilan", "pour conclure", "introducción", "prólogo",
      "conclusión", "conclusiones", "para terminar", "introdução", "conclusão",
      "considerações finais",
      "введение", "предисловие", "заключение", "вывод", "выводы", "итоги", "introduzione",
      "conclusione", "conclusioni", "inleiding", "conclusie", "tot slot", "wstęp", "zakończenie",
      "podsumowanie", "giriş", "sonuç", "مقدمة", "خاتمة", "الخاتمة", "प्रस्तावना", "निष्कर्ष", "mở đầu",
      "kết luận", "pendahuluan", "kesimpulan", "บทนำ", "สรุป",
    ]
  )
])
