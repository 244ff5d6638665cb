import GalleyTestSupport

/// `bytes` from one encoding to another by iconv, nil where a character has no place in `target`.
/// Names are WHATWG labels.
func recode(_ bytes: some Collection<UInt8>, from source: String, to target: String) -> [UInt8]? {
  recode(bytes, fromIconv: iconvName(source), toIconv: iconvName(target))
}

private func iconvName(_ label: String) -> String {
  switch label {
  case "shift_jis": "CP932"
  case "euc-kr": "UHC"
  case "big5": "BIG5-HKSCS"
  case "euc-jp": "EUC-JP-MS"
  default: label
  }
}
