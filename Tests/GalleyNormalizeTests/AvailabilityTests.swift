import GalleyModel
import Testing

@testable import GalleyNormalize

@Suite struct AvailabilityTests {
  @Test(arguments: [
    "现在", "現在", "已上市", "Now", "NOW", "Available now", "Available", "Today", "今すぐ", "実用化済み",
    "현재", "지금", "Jetzt", "ab sofort", "Bereits verfügbar", "maintenant", "dès aujourd’hui",
    "Disponible", "Ahora", "ya disponible", "Agora", "já disponível", "уже доступно", "Уже сейчас",
    "Şimdi",
    "الآن", "Sekarang", "ตอนนี้",
    "现在可以买到，五年后普及", "Now in Japan; elsewhere in 3 years", "Currently", "目前",
    "Available in some hospitals, wider use in 5 years",
  ])
  func now(_ value: String) {
    #expect(
      availability(value, edition: 2024).kind == (value.hasPrefix("Available in") ? .range : .now))
  }

  @Test(
    arguments: [
      ("3 至 5 年", 3, 5), ("3-5年", 3, 5), ("３～５年", 3, 5), ("三到五年", 3, 5), ("三五年", 3, 5),
      ("五至十年", 5, 10), ("十到十五年", 10, 15), ("5年", 5, 5), ("約 5 年", 5, 5), ("10 年后", 10, 10),
      ("1年以内", 0, 1), ("5 年内", 0, 5), ("不到5年", 0, 5), ("最多 3 年", 0, 3), ("未来3-5年", 3, 5),
      ("2 yıl", 2, 2), ("3 đến 5 năm", 3, 5), ("dalam 3 tahun", 0, 3),
      ("半年", 0.5, 0.5), ("一年半", 1.5, 1.5), ("6个月", 0.5, 0.5), ("6 到 18 个月", 0.5, 1.5),
      ("3 to 5 years", 3, 5), ("five to ten years", 5, 10), ("between three and five years", 3, 5),
      ("2–3 yrs", 2, 3), ("a year", 1, 1), ("about a year", 1, 1), ("in a year", 1, 1),
      ("a year or two", 1, 2), ("three or four years", 3, 4), ("within 3 years", 0, 3),
      ("less than five years", 0, 5), ("up to 5 years", 0, 5), ("6 months", 0.5, 0.5),
      ("18 months", 1.5, 1.5), ("half a year", 0.5, 0.5), ("a decade", 10, 10),
      ("one to two decades", 10, 20), ("5 more years", 5, 5), ("1.5 years", 1.5, 1.5),
      ("3-5", 3, 5),
      ("Phase 3 trials; 2-3 years", 2, 3), ("Available in 5 years", 5, 5),
      ("1～3年", 1, 3), ("3年から5年", 3, 5), ("5年以内", 0, 5), ("あと10年", 10, 10), ("1年後", 1, 1),
      ("3~5년", 3, 5), ("3년에서 5년", 3, 5), ("5년 이내", 0, 5), ("약 10년", 10, 10), ("6개월", 0.5, 0.5),
      ("3 bis 5 Jahre", 3, 5), ("in drei bis fünf Jahren", 3, 5), ("in einem Jahr", 1, 1),
      ("innerhalb von 2 Jahren", 0, 2), ("weniger als zehn Jahre", 0, 10),
      ("ein halbes Jahr", 0.5, 0.5),
      ("anderthalb Jahre", 1.5, 1.5), ("etwa fünfzehn Jahre", 15, 15),
      ("dix à quinze ans", 10, 15), ("dans 5 à 10 ans", 5, 10), ("d’ici 3 ans", 0, 3),
      ("un an", 1, 1),
      ("dans un an", 1, 1), ("moins de 5 ans", 0, 5), ("dix-huit mois", 1.5, 1.5),
      ("un an et demi", 1.5, 1.5), ("disponible dans 3 ans", 3, 3),
      ("de 3 a 5 años", 3, 5), ("cinco años", 5, 5), ("menos de 2 años", 0, 2), ("un año", 1, 1),
      ("dentro de 5 años", 5, 5), ("hasta 4 años", 0, 4), ("entre 3 y 5 años", 3, 5),
      ("3 a 5 anos", 3, 5), ("em um ano", 1, 1), ("até 2 anos", 0, 2), ("dez anos", 10, 10),
      ("через 3–5 лет", 3, 5), ("от 3 до 5 лет", 3, 5), ("до 5 лет", 0, 5), ("через год", 1, 1),
      ("около года", 1, 1), ("пять лет", 5, 5), ("полгода", 0.5, 0.5), ("полтора года", 1.5, 1.5),
      ("в течение двух лет", 0, 2),
    ] as [(String, Double, Double)])
  func range(_ value: String, low: Double, high: Double) {
    let read = availability(value, edition: nil)
    #expect(read.kind == .range)
    #expect(read.minYears == low)
    #expect(read.maxYears == high)
    #expect(read.text == value)
    #expect(read.fromYear == nil && read.toYear == nil)
  }

  @Test(arguments: [
    "10年以上", "超过10年", "至少十年", "10 years or more", "10+ years", "more than 10 years", ">10 years",
    "At least ten years", "10 or more years", "10 years +", "10년 이상", "mehr als 10 Jahre",
    "mindestens zehn Jahre", "10 Jahre oder mehr", "plus de 10 ans", "au moins dix ans",
    "más de 10 años",
    "10 años o más", "mais de dez anos", "более 10 лет", "не менее 10 лет", "10 лет и более",
    "not available for at least 10 years",
  ])
  func openRange(_ value: String) {
    let read = availability(value, edition: 2020)
    #expect(read.kind == .range)
    #expect(read.minYears == 10)
    #expect(read.maxYears == nil)
    #expect(read.fromYear == 2030)
    #expect(read.toYear == nil)
  }

  @Test(arguments: [
    "2030 年前后", "2030年左右", "2030", "by 2030", "２０３０年", "二〇三〇年", "mid-2030", "September 2030",
    "2030年9月", "2030년경", "ab 2030", "vers 2030", "hacia 2030", "a partir de 2030",
    "будет доступно к 2030 году", "Disponible en 2030", "um 2030 herum", "not before 2030",
  ])
  func year(_ value: String) {
    let read = availability(value, edition: 2024)
    #expect(read.kind == .year)
    #expect(read.year == 2030)
    #expect(read.fromYear == 2030 && read.toYear == 2030)
  }

  @Test(arguments: [
    "", "未知", "unclear", "TBD", "正在进行人体试验", "a few years", "数年", "几年之后", "several years",
    "einige Jahre", "quelques années", "несколько лет", "not yet available", "尚未上市", "Phase 3",
    "currently in trials", "目前处于试验阶段", "noch nicht verfügbar", "pas encore disponible", "未定",
  ])
  func unknown(_ value: String) { #expect(availability(value, edition: 2024).kind == .unknown) }

  @Test func calendarYears() {
    let now = availability("现在", edition: 2024)
    #expect(now.fromYear == 2024 && now.toYear == 2024)
    let months = availability("6 to 18 months", edition: 2024)
    #expect(months.fromYear == 2024 && months.toYear == 2026)
    let span = availability("2025–2030", edition: 2024)
    #expect(span.year == 2025 && span.fromYear == 2025 && span.toYear == 2030)
    let next = availability("next year", edition: 2024)
    #expect(next.kind == .year && next.year == 2025)
  }
}
