import GalleyModel
import GalleyRead

@testable import GalleyClean

func cleaned(_ text: String) throws -> Cleaned {
  clean(try read(Source(name: "test.txt", bytes: Array(text.utf8))))
}

func cleanedText(_ text: String) throws -> String {
  String(decoding: try cleaned(text).text, as: UTF8.self)
}

/// The paragraphs, without what stands between them.
func paragraphs(_ text: String) throws -> [String] {
  let cleaned = try cleaned(text)
  return cleaned.paragraphs.map { String(decoding: cleaned.text[$0.text], as: UTF8.self) }
}

/// Hard-wrapped prose of some length, so that a document has a column and words.
let wrapped = """
  The harbour was empty when they came down in the morning, and the only boat
  in sight lay on the sand with her planks open to the sun. Nobody had seen the
  keeper since the storm, and nobody had looked for him either, because the road
  to the light was under water and the bridge had gone with the first high tide.

  They waited until noon. Then the oldest of them, who had been a pilot before
  the war and still carried the chart in his coat, said that the channel would
  be deep enough for an hour and that he for one was not going to wait for the
  next one. So they pushed the boat off and went.
  """
