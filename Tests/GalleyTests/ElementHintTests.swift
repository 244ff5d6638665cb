import Galley
import GalleyModel
import Testing

/// A profile tells where the article stands in a page.
struct ElementHintTests {
  private let page = """
    <html><head><title>A page</title></head><body>
    <article><p>The harbour was quiet this morning, and nobody on the quay had seen the ship leave, \
    though all of them had heard it, and most of them had talked about little else since.</p></article>
    <div class="box sidebar"><p>A kite on eight hundred metres of rope draws figures in the sky.</p></div>
    <div id="tail"><p>The tide comes twice a day, and nobody minds.</p></div>
    </body></html>
    """

  private func text(_ hints: Profile.ElementHint...) throws -> String {
    var profile = Profile(name: "test")
    profile.content = hints
    let source = Source(name: "x.html", bytes: Array(page.utf8))
    let record = try process(source, with: profile)
    return record.preface.map(record.string).joined(separator: "\n")
  }

  private func hint(
    _ tag: String? = nil, id: String? = nil, classes: [String] = []
  ) -> Profile.ElementHint {
    var hint = Profile.ElementHint()
    (hint.tag, hint.id, hint.classes) = (tag, id, classes)
    return hint
  }

  @Test func theArticleIsWhereTheHintSays() throws {
    #expect(try text().hasPrefix("The harbour"))
    #expect(try text(hint(id: "tail")).hasPrefix("The tide"))
    #expect(try text(hint("div", classes: ["sidebar"])).hasPrefix("A kite"))
    #expect(try text(hint(classes: ["sidebar", "box"])).hasPrefix("A kite"))
  }

  @Test func theBestHintThatIsThereCounts() throws {
    #expect(try text(hint(id: "none"), hint(id: "tail"), hint("article")).hasPrefix("The tide"))
    #expect(try text(hint("p", id: "tail"), hint(classes: ["bo"])).hasPrefix("The harbour"))
  }
}
