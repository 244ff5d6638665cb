import GalleyModel
import Testing

@testable import GalleySegment

/// Where the last item ends.
@Suite struct EndingTests {
  @Test(arguments: endings) func takesApart(_ sample: Sample) {
    #expect(sample.rendered() == sample.expected)
  }

  private static func bridges(_ ending: String) -> String {
    """
    Three bridges worth the detour
    1. The arch
    Cross it before eight, when the bread comes out.
    2. The ladder
    Forty steps down, and forty-one up again.
    3. The plank
    It is oak, without a handrail.
    \(ending)
    """
  }

  private static func bridgesTaken(_ ending: String) -> String {
    """
    T Three bridges worth the detour
    1 1 The arch
    B Cross it before eight, when the bread comes out.
    2 2 The ladder
    B Forty steps down, and forty-one up again.
    3 3 The plank
    B It is oak, without a handrail.
    \(ending)
    """
  }

  static let endings: [Sample] = [
    Sample(
      name: "two remarks more than other items have",
      source: bridges("Nobody plans a trip around a bridge.\nWe did."),
      outline: bridgesTaken("Z Nobody plans a trip around a bridge.\nZ We did.")),
    Sample(
      name: "a last item that is told at length",
      source: bridges("A dog decides who may pass.\nClose the gates.\nThe bride never crossed it."),
      outline: bridgesTaken(
        "B A dog decides who may pass.\nB Close the gates.\nB The bride never crossed it.")),
    Sample(
      name: "a call on the reader, where items have two paragraphs",
      source: """
        p|1. The arch
        p|Cross it before eight.
        p|The bread comes out then.
        p|2. The ladder
        p|Forty steps down.
        p|Forty-one up again.
        p|3. The plank
        p|It is oak.
        p|Which is yours? Tell us in the comments.
        """,
      page: true,
      outline: """
        1 1 The arch
        B Cross it before eight.
        B The bread comes out then.
        2 2 The ladder
        B Forty steps down.
        B Forty-one up again.
        3 3 The plank
        B It is oak.
        Z Which is yours? Tell us in the comments.
        """),
    Sample(
      name: "the author's name below the last sentence",
      source: bridges("Marta Sala"), outline: bridgesTaken("Z Marta Sala")),
    Sample(
      name: "who signs a notice, over its date",
      source: """
        省科技厅关于公布三项成果的通知
        现将三项成果公布如下，请各单位结合实际推广应用。
        一、苔藓墙
        墙面会呼吸，也会把街上的声音喝下去。
        二、风筝电站
        一根缆绳拉着发电机，风越大越稳当。
        三、潮汐钟
        每天两次，潮水把它重新上紧。
        【打印本页】
        省科技厅
        2025年1月20日
        """,
      outline: """
        T 省科技厅关于公布三项成果的通知
        P 现将三项成果公布如下，请各单位结合实际推广应用。
        1 一 苔藓墙
        B 墙面会呼吸，也会把街上的声音喝下去。
        2 二 风筝电站
        B 一根缆绳拉着发电机，风越大越稳当。
        3 三 潮汐钟
        B 每天两次，潮水把它重新上紧。
        Z 省科技厅
        """),
    Sample(
      name: "buttons of networks",
      source: bridges("Facebook\nX · WhatsApp · E-mail"), outline: bridgesTaken("")),
  ]
}
