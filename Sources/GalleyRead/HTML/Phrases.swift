/// What pages print around and between the parts of an article, in the languages of the web's larger
/// press. All are compared as `TitleKey`: letters and digits only, small.
enum Phrases {
  /// A whole line: buttons, advertisement marks, calls to share or to comment.
  static func isFurniture(_ key: [UInt8]) -> Bool { lines.isWhole(key) }

  /// A line that announces links to other articles, or the beginning of one.
  static func opensRelated(_ key: [UInt8]) -> Bool { related.matches(key) }

  /// A whole line that announces links to other articles.
  static func isRelated(_ key: [UInt8]) -> Bool { related.isWhole(key) }

  /// A line that asks to subscribe, follow or install, by its first words.
  static func opensCall(_ key: [UInt8]) -> Bool { calls.matches(key) }

  /// A line of rights or conditions, by its first words.
  static func opensLegal(_ key: [UInt8]) -> Bool { legal.matches(key) }

  /// The heading of what readers wrote. The key has no digits: they count.
  static func opensComments(_ key: [UInt8]) -> Bool { comments.isWhole(key) }

  /// The heading of a box about the author.
  static func opensAuthorBox(_ key: [UInt8]) -> Bool { authorBox.isWhole(key) }

  /// A mark of advertisement right before a link: `letters` stand outside of the link.
  static func opensAdvert(_ key: [UInt8], outsideOfLink letters: Int) -> Bool {
    advertMarks.contains {
      key.count > $0.count && key.starts(with: $0) && TextSize($0, 0..<$0.count).letters == letters
    }
  }

  private static let advertMarks = keys(
    """
    pr · ad · ads · sponsored · advertisement · anzeige · werbung · publicité · publicidad · publicidade
    pubblicità · advertentie · reklama · реклама · 広告 · 广告 · 廣告 · 광고
    """)

  /// Bytes of the longest phrase.
  static let longest = [lines, related, comments, authorBox, calls, legal].reduce(0) {
    max($0, $1.longest)
  }

  /// Phrases by their first byte: most lines have none to be compared with.
  struct Table: Sendable {
    private var byFirst = [[[UInt8]]](repeating: [], count: 256)
    let longest: Int

    init(_ text: String) {
      let keys = Phrases.keys(text)
      for key in keys { byFirst[Int(key[0])].append(key) }
      longest = keys.map(\.count).max() ?? 0
    }

    func isWhole(_ key: [UInt8]) -> Bool {
      guard let first = key.first, key.count <= longest else { return false }
      return byFirst[Int(first)].contains(key)
    }

    func matches(_ key: [UInt8]) -> Bool {
      guard let first = key.first else { return false }
      return byFirst[Int(first)].contains { key.starts(with: $0) }
    }
  }

  private static func keys(_ text: String) -> [[UInt8]] {
    text.split { $0 == "\n" || $0 == "·" }.map { TitleKey.of(Array($0.utf8)) }
      .filter { !$0.isEmpty }
  }

  private static let lines = Table(
    """
    advertisement · advertisements · advert · ad · ads · sponsored · sponsored content · promoted
    article continues below advertisement · continue reading below · scroll to continue
    story continues below advertisement · continues below advertisement · skip advertisement
    share · share this · share this article · share this story · share this post · share article
    share on facebook · share on twitter · share on whatsapp · share this on whatsapp · tweet
    tweet this · email · email this · print · print this article · pin it · pinterest · facebook
    twitter · whatsapp · linkedin · reddit · copy link · link copied · save · bookmark · like
    share it with friends · like this story share it with a friend · share this page
    share tweet email print · share tweet · facebook twitter
    comments · comment · leave a comment · leave a reply · add a comment · post a comment
    view comments · show comments · join the conversation · reply · top rated comments · view all
    subscribe · subscribe now · sign up · sign in · log in · login · register · newsletter
    close · open · menu · search · next · previous · prev · back · back to top · top · caption
    expand · collapse · show more · load more · see more · view more · read more · more · learn more
    continue reading · play · pause · play video · watch · listen · loading · photo · image
    media playback is unsupported on your device · see full gallery · view gallery · view photo
    skip to content · skip to main content · jump to navigation · table of contents · on this page
    getty · getty images · image · reuters · epa · ap · afp · supplied · rex
    anzeige · werbung · teilen · drucken · kommentare · kommentar · merken · mehr · mehr lesen
    weiterlesen · kommentieren · newsletter abonnieren · zur startseite
    publicité · partager · imprimer · commentaires · commenter · lire la suite · s abonner · publicite
    publicidad · compartir · imprimir · comentarios · comentar · leer más · suscríbete · anuncio
    publicidade · compartilhar · partilhar · comentários · leia mais · assine · continua após a publicidade
    pubblicità · condividi · commenti · stampa · leggi tutto · advertentie · delen · reacties
    реклама · поделиться · комментарии · комментировать · подписаться · печать · распечатать
    广告 · 廣告 · 分享 · 分享到 · 分享至 · 打印 · 列印 · 收藏 · 点赞 · 评论 · 評論 · 举报 · 关注 · 转发 · 在看 · 赞
    点击查看更多 · 阅读原文 · 查看原文 · 展开全文 · 发表评论 · 我要评论 · 网友评论 · 扫一扫 · 图片
    扫描二维码关注 · 长按二维码关注 · 加载中 · 正在加载 · 转播到腾讯微博
    広告 · シェア · シェアする · ツイート · ツイートする · コメント · コメントする · 印刷 · 続きを読む · スポンサーリンク
    광고 · 공유 · 공유하기 · 댓글 · 인쇄 · 더보기 · 구독 · 좋아요 · 스크랩
    """)

  private static let related = Table(
    """
    related · related articles · related stories · related story · related posts · related content
    related reading · related coverage · related links · related topics · related news
    read more · read also · read next · also read · see also · see more · more on · more from · more stories
    more news · more in · more great · you may also like · you might also like · you may like
    recommended · recommended reading · recommended for you · recommended stories · dont miss
    don’t miss · most read · most popular · most viewed · popular · trending · trending now · latest
    latest news · up next · next up · explore further · watch · further reading · in this story
    what to read next · editors picks · what others are reading · also on · find out more · also see
    learn more about · click here to read · keep reading · more like this · similar articles
    lesetipp · lesetipps · passend dazu · zum thema · mehr zum thema · lesen sie auch · lesen sie mehr · auch interessant · das könnte sie auch interessieren
    das könnte sie interessieren · mehr dazu · siehe auch · mehr lesen · meistgelesen · ähnliche artikel
    lire aussi · à lire aussi · a lire aussi · lire également · à lire également · sur le même sujet · voir aussi
    en savoir plus · les plus lus · articles liés · lea también · lee también · leer también · le puede interesar
    te puede interesar · ver también · más información · noticias relacionadas · lo más leído · también te puede
    leia também · leia mais · veja também · veja mais · saiba mais · notícias relacionadas · mais lidas
    leggi anche · potrebbe interessarti · articoli correlati · lees ook · läs också · läs mer
    читайте также · смотрите также · по теме · материалы по теме · читать также · самое читаемое
    相关阅读 · 相关新闻 · 相关文章 · 相关链接 · 相关推荐 · 相关报道 · 相关专题 · 相关内容 · 延伸阅读 · 推荐阅读 · 热门文章
    热门推荐 · 热门新闻 · 猜你喜欢 · 更多精彩 · 更多阅读 · 上一篇 · 下一篇 · 为您推荐 · 为你推荐 · 往期回顾 · 往期精彩
    相關閱讀 · 相關新聞 · 相關文章 · 相關連結 · 延伸閱讀 · 推薦閱讀 · 熱門文章 · 熱門新聞 · 看更多 · 更多文章 · 你可能也想看
    関連記事 · 関連リンク · 関連ニュース · あわせて読みたい · おすすめ記事 · 人気記事 · こちらもおすすめ · 合わせて読みたい
    관련기사 · 관련 기사 · 관련뉴스 · 관련글 · 관련 글 · 추천기사 · 인기기사 · 많이 본 뉴스 · 함께 보면 좋은 · 이전글 · 다음글
    """)

  private static let comments = Table(
    """
    comments · comment · reader comments · top rated comments · leave a comment · leave a reply · responses
    add a comment · post a comment · join the conversation · join the discussion · discussion · thoughts on
    kommentare · kommentar schreiben · kommentar · leserkommentare · diskussion · commentaires · réactions
    laisser un commentaire · comentarios · deja un comentario · deja tu comentario · comentários
    deixe um comentário · commenti · reacties · комментарии · комментариев · комментарий · обсуждение
    评论 · 网友评论 · 最新评论 · 热门评论 · 发表评论 · 全部评论 · 条评论 · 評論 · 留言 · 發表留言 · 網友評論 · コメント
    コメント一覧 · コメントを残す · 件のコメント · 댓글 · 댓글쓰기 · 의견 · 개의댓글
    """)

  private static let authorBox = Table(
    """
    about the author · about the authors · about the reviewer · about the writer · about author
    author bio · meet the author · written by · über den autor · über die autorin · zum autor · zur autorin
    à propos de l auteur · sobre el autor · sobre la autora · acerca del autor · sobre o autor · sobre a autora
    sobre la firma · sull autore · over de auteur · o autorze · tentang penulis · yazar hakkında · عن الكاتب
    об авторе · 关于作者 · 作者简介 · 作者介绍 · 關於作者 · 作者簡介 · 著者プロフィール · この記事を書いた人 · 執筆者 · 필자소개 · 저자소개
    """)

  private static let calls = Table(
    """
    sign up for · sign up to · subscribe to · subscribe for · subscribe now · get our newsletter
    get the latest · join our newsletter · follow us on · follow us · like us on · find us on
    download our app · download the app · get breaking news · get the best of · click here to subscribe
    want more · need more · have a tip · contact the author · email the author · become a member
    support our journalism · support independent · stay up to date · stay connected · join our mailing
    abonnieren sie · folgen sie uns · jetzt abonnieren · hier geht es zum newsletter · melden sie sich
    abonnez vous · suivez nous · inscrivez vous · recevez · suscríbete · síguenos · sigue a · regístrate
    inscreva se · siga nos · siga o · assine · cadastre se · receba · iscriviti · seguici · abonneer
    подписывайтесь · подпишитесь · следите за · наш канал · 关注我们 · 欢迎关注 · 扫码关注 · 长按识别 · 点击关注
    订阅 · 扫描二维码 · 下载app · 下载客户端 · 更多精彩内容 · 歡迎加入 · 訂閱 · 追蹤 · 加入會員 · フォロー · 登録はこちら
    メルマガ · 구독하기 · 팔로우 · 뉴스레터
    """)

  private static let legal = Table(
    """
    copyright · all rights reserved · © · this document is subject to copyright · terms of use
    privacy policy · cookie policy · we use cookies · this site uses cookies · by clicking
    this article originally appeared · reprinted with permission · do not sell my
    alle rechte vorbehalten · tous droits réservés · todos los derechos · todos os direitos
    tutti i diritti · все права защищены · 版权所有 · 版权声明 · 免责声明 · 特别声明 · 原创声明 · 声明 · 著作权
    版權所有 · 未经授权 · 未经许可 · 无断転載 · 無断転載 · 禁無断 · 저작권자 · 무단전재 · 무단 전재 · 京icp · 粤icp · 沪icp
    """)
}
