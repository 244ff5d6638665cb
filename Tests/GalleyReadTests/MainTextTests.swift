import GalleyModel
import Testing

@testable import GalleyRead

/// What belongs to an article, and what stands around it.
@Suite struct MainTextTests {
  private static let article = "<p>\(prose)</p><p>\(moreProse)</p>"
  private static let body = ["p \(prose)", "p \(moreProse)"]

  /// Furniture, each with the article around or beside it.
  @Test(arguments: [
    "<nav><ul><li><a href=/>Home</a></li></ul></nav><article>ARTICLE</article>",
    "<div class=menu>Home · News · Sport</div><div class=text>ARTICLE</div>",
    "<article>ARTICLE<div class=share-buttons>Share Tweet Print</div></article>",
    "<article>ARTICLE</article><div id=comments><h3>3 Comments</h3><p>\(prose) Not so!</p></div>",
    "<div>ARTICLE<h3>Related stories</h3><ul><li><a href=/a>The quiet return of the airship</a></ul></div>",
    "<div>ARTICLE<div><h3>相关阅读</h3><ul><li><a href=/a>新一代储能电站在西北并网</a></ul></div></div>",
    "<div>ARTICLE<p>Read more: <a href=/a>Why your phone gets hot</a></p></div>",
    "<div>ARTICLE<p>【延伸阅读】<a href=/a>一文读懂移动支付的十年</a></p></div>",
    "<div><p>Advertisement</p>ARTICLE<p>广告</p></div>",
    "<div>ARTICLE<p><span>PR</span><a href=/a>製造業の資料を無料ダウンロード</a></p></div>",
    "<div>ARTICLE<div class=terpopuler><h3>Terpopuler</h3><p>5 Resep Nasi Goreng</p></div></div>",
    "<div>ARTICLE<section class=firma><h3>Sobre la firma</h3><p>Escribe de molinos.</p></section></div>",
    "<div>ARTICLE<p><a href=/>Anterior</a> | <a href=/>Index</a> | <a href=/>Siguiente</a></p></div>",
    "<div>ARTICLE</div><footer><p>© 2024 Mills Ltd. All rights reserved.</p></footer>",
    "<div class=cookie-banner><p>We use cookies to run this site, and you agree to their use.</p></div>ARTICLE",
    "<div>ARTICLE<p style='display: none'>Hidden words of a page builder.</p></div>",
    "<div>ARTICLE<p hidden>Hidden words of a page builder.</p></div>",
    "<div>ARTICLE<noscript>Please turn on JavaScript.</noscript></div>",
    "<aside><h2>Most read</h2><ol><li><a href=/a>Ten podcasts worth your time</a></ol></aside>ARTICLE",
    "<div>ARTICLE<div class=author-box><h3>About the author</h3><p>R. writes of mills.</p></div></div>",
    "<form><p>Search this site</p><input></form><div>ARTICLE</div>",
    "<p><a href=#main>Skip to content</a></p>ARTICLE",
  ]) func furniture(_ page: String) throws {
    let html = page.replacing("ARTICLE", with: Self.article)
    #expect(try lines("<title>Mills</title><body>" + html) == Self.body)
  }

  /// Names that say furniture around the article itself.
  @Test(arguments: [
    "<div class=sidebar-left-layout>ARTICLE</div>",
    "<body class='has-sidebar no-comments'><div>ARTICLE</div>",
    "<form id=aspnetForm><div>ARTICLE</div></form>",
    "<div id=js_content style='visibility:hidden'>ARTICLE</div>",
    "<div style='display:none' class=until-script>ARTICLE</div>",
  ]) func misnamed(_ page: String) throws {
    let html = page.replacing("ARTICLE", with: Self.article)
    #expect(try lines(html) == Self.body)
  }

  /// The first and the last heading stand outside of the long paragraphs, and link as the others do.
  @Test func headingsThatLink() throws {
    let names = ["Wind", "Water", "Steam", "Horse"]
    let items = names.map { name in
      "<h2><a href=/\(name)>\(name)</a></h2><p>\(name == "Horse" ? "A mill of old." : prose)</p>"
    }
    let html = "<main><h1>Mills</h1><p>Four of them.</p>\(items.joined())</main>"
    #expect(try lines(html).filter { $0.hasPrefix("h2") } == names.map { "h2 \($0)" })
  }

  @Test func leadBeforeTheDeclaredBody() throws {
    let html = """
      <article><h1>Mills</h1><p class=chapo>Three mills, one long and slow river, and no end of water.</p>
      <div class=share>Share</div><div class=article-body>\(Self.article)</div></article>
      """
    #expect(
      try lines(html) == [
        "h1 Mills", "p Three mills, one long and slow river, and no end of water.",
      ] + Self.body)
  }

  @Test func leadInAHeaderOfItsOwn() throws {
    let html = """
      <article><header><div><a href=/r>RIVERS</a></div><h1>Mills</h1>
      <h2>Three mills, one long and slow river, and no end of water</h2><div>Jane Doe</div>
      <p><a href=/f>To Facebook</a> <a href=/w>To WhatsApp</a></p></header><div class=text>\(Self.article)\(Self.article)\(Self.article)</div></article>
      """
    #expect(
      try lines(html) == [
        "h1 Mills", "h2 Three mills, one long and slow river, and no end of water",
      ] + Self.body + Self.body + Self.body)
  }

  @Test(
    arguments: [
      ("<title>Ten quiet walls of moss | Rivers | Horizon</title>", "Horizon"),
      ("<title>Moss - Horizon</title><meta property=og:site_name content=H>", "H"),
      ("<title>Ten quiet walls of moss for the city | Horizon-Magazin</title>", "Horizon-Magazin"),
      ("<title>Moss</title>", nil),
    ] as [(String, String?)]) func site(_ head: String, _ site: String?) throws
  {
    let html = head + Self.article
    #expect(try read(Source(name: "page.html", bytes: Array(html.utf8))).head.site == site)
  }

  @Test func partsOfADeclaredBody() throws {
    let html = """
      <main><div itemprop=articleBody><p>\(prose)</p></div><div class=ad>Ad</div>
      <div itemprop=articleBody><p>\(moreProse)</p></div></main>
      """
    #expect(try lines(html) == Self.body)
  }

  @Test func attributionStays() throws {
    let html = "<div>\(Self.article)<p>资料来源：世界经济论坛</p></div>"
    #expect(try lines(html) == Self.body + ["p 资料来源：世界经济论坛"])
  }

  @Test func aListOfLinksBetweenParagraphsStays() throws {
    let html = "<p>\(prose)<ul><li><a href=/a>Moss</a><li><a href=/b>Kites</a></ul><p>\(moreProse)"
    #expect(try lines(html) == ["p \(prose)", "- Moss", "- Kites", "p \(moreProse)"])
  }

  @Test func headingsAroundTheText() throws {
    let html = "<body><h2>Lead</h2><p>\(prose)</p><h3>1. Moss</h3><p>\(moreProse)</p><h3>Empty</h3>"
    #expect(try lines(html) == ["h2 Lead", "p \(prose)", "h3 1. Moss", "p \(moreProse)"])
  }

  @Test(arguments: [
    ("<title>Moss walls - Horizon Daily</title><h1>Moss walls</h1>", "Moss walls"),
    ("<title>Ten quiet walls of moss | Horizon</title>", "Ten quiet walls of moss"),
    ("<title>苔藓墙的十种用法_科技_某网</title>", "苔藓墙的十种用法"),
    ("<title>X</title><meta property=og:title content='Moss &amp; kites'>", "Moss & kites"),
    (
      "<meta property=og:site_name content=Horizon><meta property=og:title content='Moss – Horizon'>",
      "Moss"
    ),
    ("<title>A long way from 1990 - 2020</title>", "A long way from 1990 - 2020"),
    (
      "<script type=application/ld+json>{\"@graph\":[{\"headline\":\"Moss \\u201cwalls\\u201d\"}]}</script>",
      "Moss “walls”"
    ),
    ("<title></title><h1>Moss</h1>", "Moss"),
    (
      "<title>Ten quiet walls of moss for the city | Horizon</title><h1>The ten quiet walls of moss</h1>",
      "The ten quiet walls of moss"
    ),
    (
      "<title>Ten quiet walls of moss | Horizon</title><h1>Horizon Daily</h1>",
      "Ten quiet walls of moss"
    ),
    (
      "<title>Horizon: Ten quiet walls of moss</title><h1>Horizon</h1><h2>Ten quiet walls of moss</h2>",
      "Ten quiet walls of moss"
    ),
  ]) func title(_ head: String, _ title: String) throws {
    let blocks = try read(.init(name: "a.html", bytes: Array((head + "<p>\(prose)").utf8)))
    #expect(blocks.head.title == title)
  }

  @Test func head() throws {
    let html = """
      <html lang=de><link rel=canonical href="https://example.org/a?b=1&amp;c=2">
      <meta name=author content="H. Moos"><meta property="article:published_time" content="2024-05-06">
      <script type="application/ld+json">{"publisher":{"@type":"Organization","name":"Mühlenblatt"}}</script>
      <p>\(prose)
      """
    let head = try read(.init(name: "a.html", bytes: Array(html.utf8))).head
    #expect(head.language == "de")
    #expect(head.canonical == "https://example.org/a?b=1&c=2")
    #expect(head.author == "H. Moos")
    #expect(head.published == "2024-05-06")
    #expect(head.site == "Mühlenblatt")
  }

  /// The words of a picture stand for a heading that has none, where they begin with a number.
  @Test(arguments: [
    ("<h2><img src=a.gif alt='1. Moss &amp; kites'></h2>", ["h2 1. Moss & kites"]),
    ("<h2><a href=/a><img alt=\"2. Tides\"></a></h2>", ["h2 2. Tides"]),
    ("<h2>Moss<img alt='1. Moss'></h2>", ["h2 Moss"]),
    ("<h2><img alt='A wall of moss at dusk'></h2>", []),
    ("<h1><img alt='1001 Walls'></h1>", []),
    ("<p><img alt='3. Kites'></p>", []),
  ]) func picturesForHeadings(_ heading: String, _ expected: [String]) throws {
    #expect(try lines(heading + Self.article) == expected + Self.body)
  }

  /// A picture has no end tag: what follows it stands beside it.
  @Test func nothingStandsInAPicture() throws {
    #expect(try lines("<div><img class=share>\(Self.article)</div>") == Self.body)
  }

  @Test(arguments: [
    "<div class=rank><h3>Moss</h3><p>\(prose)</p></div><div class=rank><h3>Kites</h3><p>Tow it.</p></div>"
  ]) func itemsNamedAsRankings(_ list: String) throws {
    let html = "<body><div>\(list)</div><p>\(moreProse)</p>"
    #expect(
      try lines(html) == [
        "h3 Moss", "p \(prose)", "h3 Kites", "p Tow it.", "p \(moreProse)",
      ])
  }

  /// At the end of the text a heading without text is an item of a list, or the end of a box.
  @Test(arguments: [("Five kites of 2019", true), ("Kites", false)])
  func headingsWithoutText(_ title: String, _ areItems: Bool) throws {
    let items = (1...3).map { "<h2>Kite \($0)</h2><p>\(prose)</p>" }.joined()
    let read = try lines("<title>\(title)</title><div>\(items)<h2>The last kite</h2></div>")
    #expect(read.contains("h2 The last kite") == areItems)
  }

  /// The date below the title, in what is no part of the article.
  @Test(arguments: [
    ("<div class=byline>By R. Moss · Mar 4, 2025</div>", "By R. Moss · Mar 4, 2025"),
    ("<footer><span>Von H.</span> 20.12.2023</footer>", "Von H. 20.12.2023"),
    ("<p>First built in 1911</p>", nil),
  ]) func printedDate(_ line: String, _ date: String?) throws {
    let html = "<article><h1>Mills</h1>\(line)<div class=article-body>\(Self.article)</div>"
    #expect(try read(.init(name: "a.html", bytes: Array(html.utf8))).head.published == date)
  }

  /// Behind the page's own heading stands the site, be it as long as the title.
  @Test func siteBehindTheHeading() throws {
    let html =
      "<title>Ten mills - The Courier of the Coast</title><h1>Ten mills</h1>\(Self.article)"
    let head = try read(.init(name: "a.html", bytes: Array(html.utf8))).head
    #expect(head.site == "The Courier of the Coast")
  }
}
