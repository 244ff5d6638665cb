/// The words that pages and dumps put around and between an article's paragraphs, in ten languages; those of
/// nine more stand in `furtherNoiseRows`.
///
/// Each row is a kind of noise, the zones where its words speak of it, and how they fit the line.
let noiseWords = WordTable<NoiseWord>(
  noiseRows.map { row in (NoiseWord(noise: row.noise, zone: row.zone, fit: row.fit), row.words) })

typealias NoiseRow = (noise: Noise, zone: Zone, fit: NoiseWord.Fit, words: [String])

/// Regions first: a word alone on its line opens one, the same word before others is an insert.
private let noiseRows: [NoiseRow] =
  regions + furtherRegions + pictures + inserts + metadata + prompts + legal + furtherNoiseRows

private let pictures: [NoiseRow] = [
  (
    .placeholder, .anywhere, .whole,
    [
      "图片", "圖片", "图", "配图", "资料图", "资料图片", "资料图片)", "插图", "image", "images", "picture", "photo",
      "画像", "写真", "图像", "이미지", "사진", "bild", "imagen", "imagem", "изображение", "фотография",
    ]
  ),
  (
    .caption, .anywhere, .start,
    [
      "图丨", "图|", "图:", "图/", "圖/", "圖:", "圖|", "图注", "图源", "图说", "图片来源", "图片说明",
      "圖片來源", "圖說", "图片:", "供图", "photo by", "photo:", "photos:", "photo credit",
      "photo courtesy", "photograph:", "image:", "image credit", "image courtesy", "image source",
      "images:", "picture:", "picture credit", "courtesy of", "courtesy:", "illustration:",
      "illustration by", "bild:", "bilder:", "bildquelle", "foto:", "fotos:", "foto von",
      "fotografía:", "fotografia:", "crédito de la foto", "crédito da foto", "crédit photo",
      "crédits photo", "crédit :", "crédit:", "crédits :", "photo :", "image :", "imagen:",
      "imagem:", "写真:", "写真=", "写真/", "画像:", "画像=", "画像出典", "画像提供", "写真提供", "사진:",
      "사진=", "사진 =", "사진제공", "사진 제공", "사진출처", "이미지 출처", "이미지:", "이미지=", "фото:",
      "фото ", "иллюстрация:", "изображение:", "источник фото",
    ]
  ),
]

private let inserts: [NoiseRow] = [
  (.caption, .middle, .start, ["©", "ⓒ", "(c) "]),
  (
    .advertisement, .anywhere, .whole,
    [
      "advertisement", "advertisements", "ad", "ads", "pr", "sponsored", "sponsored content", "广告",
      "廣告", "推广", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "реклама", "광고",
      "広告", "advertising", "story continues below advertisement",
    ]
  ),
  (
    .advertisement, .anywhere, .start, ["pr] ", "ad] ", "広告]", "廣告】", "广告】", "광고]"]
  ),
  (
    .related, .anywhere, .start,
    [
      "相关阅读】", "相关阅读:", "相關閱讀】", "相關閱讀:", "延伸阅读:", "延伸閱讀:", "延伸阅读】", "延伸閱讀】",
      "推荐阅读:", "推荐阅读】", "更多阅读", "点击阅读", "点击查看", "阅读原文", "閱讀原文", "查看原文", "相关链接:",
      "相关报道:", "read more", "read also", "also read", "related:", "related story:",
      "related article:", "want more?", "join the conversation", "now watch", "don't miss",
      "recommended:", "watch:", "lesetipp", "lesen sie auch", "lesen sie mehr", "mehr zum thema",
      "auch interessant", "siehe auch:", "weiterlesen", "lire aussi", "à lire aussi",
      "lire la suite",
      "voir aussi", "sur le même sujet", "lea también", "lee también", "te puede interesar",
      "le puede interesar", "ver también", "leia também", "leia mais", "veja também", "saiba mais",
      "читайте также", "читать также", "по теме:", "смотрите также", "подробнее:", "関連記事:",
      "関連:", "あわせて読みたい", "関連リンク", "관련기사", "관련 기사", "함께 보면", "더 보기",
    ]
  ),
  (
    .pager, .anywhere, .whole,
    [
      "prev", "previous", "next", "prev next", "next page", "previous page", "下一页", "上一页", "下一頁",
      "上一頁", "下页", "首页", "page suivante", "page précédente", "nächste seite", "siguiente",
      "próxima página", "página siguiente", "次のページ", "次へ", "다음 페이지", "следующая страница",
      "далее", "page", "seite", "página", "страница",
    ]
  ),
  (
    .pager, .anywhere, .start,
    [
      "次のページ:", "次ページ", "下一页:", "next page:", "page suivante :",
      "prev 1", "prev 2", "prev 3", "prev 4", "prev 5", "prev 6", "prev 7", "prev 8", "prev 9",
      "you are on page",
    ]
  ),
  (
    .notice, .anywhere, .start,
    [
      "tap the picture", "click the image", "click image", "click on image", "click to enlarge",
      "click here to", "we use cookies", "this site uses cookies", "this website uses cookies",
      "本網站使用", "本网站使用 cookie", "当サイトではcookie", "please enable javascript",
      "javascript is disabled", "diese website verwendet cookies", "wir verwenden cookies",
      "nous utilisons des cookies", "ce site utilise des cookies", "utilizamos cookies",
      "este sitio utiliza cookies", "usamos cookies", "мы используем cookie", "мы используем файлы",
      "이 사이트는 쿠키", "subscribe to our", "sign up for our", "get our newsletter",
    ]
  ),
]

private let metadata: [NoiseRow] = [
  (
    .metadata, .top, .start,
    [
      "来源:", "来源 :", "来源|", "來源:", "来自:", "文章来源", "本文来源", "信息来源", "稿件来源", "作者:", "作者 :",
      "作者|", "作者/", "图文/", "圖文/", "图文:", "圖文:", "文圖", "文图", "图/文", "圖/文", "文/", "文|", "文丨", "文:",
      "撰文", "编辑:", "编辑|", "记者/", "記者/", "記者:", "責任編輯", "责任编辑", "记者:", "编译:", "编译者",
      "编译|", "编译/", "译/", "譯/", "译者", "譯者", "翻译:", "发布时间", "发布日期", "发布于", "發布時間", "發佈時間",
      "發布日期", "发表时间", "发表于", "發表於", "更新时间", "更新時間", "时间:", "時間:", "日期:", "出版日期", "浏览", "瀏覽",
      "阅读:", "阅读量", "阅读数", "阅读 ", "点击", "點擊", "栏目:", "欄目:", "栏目 :", "分类:", "分類:", "所属分类", "所屬分類",
      "所属栏目", "来源专题", "关键词:", "關鍵字:", "标签:", "標籤:", "字数", "原创", "版权声明", "date", "date:", "by:",
      "author", "authors:", "source:", "posted", "published", "updated", "last updated",
      "last modified", "written by", "reading time", "views:", "category:", "categories",
      "filed under", "tags:", "von:", "autor", "veröffentlicht", "erschienen", "aktualisiert",
      "stand:", "lesezeit", "quelle:", "kategorie", "datum", "par:", "auteur", "publié",
      "mis à jour",
      "mise à jour", "modifié le", "temps de lecture", "lecture :", "catégorie", "autor:",
      "publicado",
      "actualizado", "fecha", "categoría", "tiempo de lectura", "lectura:", "atualizado",
      "publicada em", "data:", "categoria", "tempo de leitura", "leitura:", "автор", "опубликовано",
      "дата", "обновлено", "источник:", "время чтения", "рубрика", "просмотров", "просмотры",
      "掲載日", "公開日", "更新日", "投稿日", "著者", "執筆者", "執筆:", "文=", "取材=", "カテゴリ", "作成日", "입력",
      "수정", "등록", "작성자", "작성일", "글쓴이", "승인", "조회수", "조회", "기자명", "카테고리", "by 관리자",
    ]
  ),
  (
    .contents, .top, .whole,
    [
      "目录", "目錄", "目次", "本文目录", "contents", "table of contents", "in this article",
      "on this page", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières", "índice",
      "contenido", "sumário", "conteúdo", "содержание", "оглавление", "목차", "차례",
    ]
  ),
]

private let prompts: [NoiseRow] = [
  (
    .share, .tail, .whole,
    [
      "阅读", "閱讀", "阅读量", "阅读数", "浏览", "瀏覽", "浏览量", "点击", "點擊", "评论", "评论数", "收藏", "转发", "点赞",
      "views",
      "likes", "shares", "reads", "claps", "aufrufe", "vues", "visitas", "visualizações",
      "просмотров",
      "просмотры", "閲覧数", "조회", "조회수",
    ]
  ),
  (
    .share, .anywhere, .start,
    [
      "分享到", "分享至", "分享此文", "长按二维码", "長按", "扫码关注", "扫描二维码", "扫一扫", "掃描", "点击关注",
      "点上方", "点击上方", "点击蓝字", "关注我们", "关注公众号", "share this", "share on", "share via",
      "share tweet", "share:", "tweet this", "follow us", "teilen sie", "diesen artikel teilen",
      "partager cet", "partager sur", "partager :", "compartir en", "compartir:", "compartilhar",
      "compartilhe", "поделиться", "подписывайтесь", "подпишитесь", "このエントリーをはてな", "この記事をシェア",
      "この記事をツイート",
      "この記事を共有", "condividi su", "condividi questo", "deel dit", "udostępnij", "シェア ", "ツイート",
      "공유하기", "페이스북 트위터", "구독하기",
    ]
  ),
  (
    .share, .around, .start,
    [
      "点赞", "按讚", "喜欢就", "喜歡就", "点这里", "点击这里", "在看", "收藏", "转发", "点个", "微信", "官方微信", "我的微信",
      "这是我的微信",
      "weinxin", "公众号", "加星", "记得标星", "订阅", "訂閱", "欢迎关注", "欢迎分享", "加入", "打赏",
      "siga ", "siga-nos", "síguenos", "sigue a", "suivez", "folgen sie", "folge uns", "follow ",
      "подписывайтесь", "팔로우", "share", "tweet", "like ", "likes", "email this", "print",
      "subscribe", "newsletter",
      "sign in", "sign up", "log in", "teilen", "drucken", "merken", "anmelden, um",
      "einloggen, um", "newsletter abonnieren",
      "abonnez-vous", "partager", "imprimer", "s'abonner", "suscríbete", "suscribirse", "compartir",
      "imprimir", "assine", "inscreva-se", "siga-nos", "подписаться", "поделитесь", "нравится",
      "ご購入", "購読", "会員登録", "シェア", "フォロー", "メルマガ", "공감", "좋아요", "게시글", "저작자표시", "구독", "공유",
      "이 글 공유", "트위터", "카카오", "url복사", "do you agree?",
    ]
  ),
  (
    .navigation, .around, .start,
    [
      "上一篇", "下一篇", "上一則", "下一則", "上一条", "下一条", "返回", "回到", "服务热线", "服務熱線", "服务电话", "客服",
      "全国服务电话", "联系我们", "您的位置", "当前位置", "您现在的位置", "首页 >", "首页>", "登录", "登入", "注册", "忘记密码",
      "previous article", "next article", "previous post", "next post", "previous:", "next:",
      "back to", "skip to", "home >", "home ›", "home /", "you are here", "vorheriger", "nächster",
      "zurück", "startseite", "article précédent", "article suivant", "accueil", "retour",
      "anterior", "artículo anterior", "inicio", "volver", "voltar", "página inicial",
      "предыдущая", "следующая", "назад", "главная", "前の記事", "次の記事", "トップ >", "ホーム", "トップへ",
      "이전글", "다음글", "이전 글", "다음 글", "홈 >", "목록", "upload", "download", "view ", "embed size",
      "citation preview", "下载", "下載", "文档", "本文档", "report this", "posted by", "posted in",
      "permalink",
      "publicado por", "geschrieben von", "publié par", "опубликовано", "投稿者",
    ]
  ),
  (
    .tags, .around, .start,
    [
      "标签", "標籤", "关键词", "關鍵詞", "關鍵字", "tags:", "tags ", "tagged", "keywords", "schlagworte",
      "schlagwörter", "mots-clés", "mots clés", "étiquettes", "etiquetas", "palabras clave",
      "palavras-chave", "теги", "метки", "ключевые слова", "タグ", "キーワード", "태그",
    ]
  ),
  (
    .endMark, .anywhere, .whole,
    [
      "end", "the end", "完", "全文完", "未完待续", "以上", "ende", "fin", "fim", "конец", "끝", "终", "終",
      "正文完",
    ]
  ),
]

private let regions: [NoiseRow] = [
  (
    .related, .tail, .region,
    [
      "相关阅读", "相关文章", "相关新闻", "相關閱讀", "相關文章", "相關新聞", "延伸阅读", "延伸閱讀", "推荐阅读", "推薦閱讀", "推荐文章",
      "猜你喜欢", "相关推荐", "相关链接", "更多精彩", "related stories", "related articles", "related posts",
      "related", "related content", "more stories", "read next", "recommended for you",
      "recommended", "you may also like", "more from", "read more", "ähnliche beiträge",
      "ähnliche artikel", "verwandte artikel", "weitere artikel", "mehr zum thema",
      "das könnte sie auch interessieren", "articles liés", "articles similaires",
      "sur le même sujet", "à lire aussi", "à lire également", "noticias relacionadas",
      "artículos relacionados", "más noticias", "relacionadas", "relacionados",
      "notícias relacionadas", "artigos relacionados", "leia também", "mais notícias",
      "материалы по теме", "похожие статьи", "читайте также", "по теме", "関連記事", "関連リンク",
      "おすすめ記事", "続きを読む", "관련기사", "관련 기사", "관련글", "추천 기사", "더보기",
    ]
  ),
  (
    .navigation, .tail, .region,
    [
      "热门排行", "热门文章", "热门推荐", "热门新闻", "排行榜", "熱門新聞", "熱門文章", "最新文章", "点击排行", "阅读排行", "最新资讯",
      "most read", "most popular", "popular posts", "trending", "trending now", "latest news",
      "meistgelesen", "am meisten gelesen", "les plus lus", "les plus lues", "articles populaires",
      "lo más leído", "lo más visto", "más leídas", "mais lidas", "mais lidos", "mais vistos",
      "самое читаемое", "популярное", "アクセスランキング", "人気記事", "ランキング", "많이 본 뉴스", "인기 기사",
      "실시간 뉴스", "최신 기사", "about the author", "about the authors", "about us", "über den autor",
      "über die autorin", "à propos de l'auteur", "sobre el autor", "sobre o autor", "об авторе",
      "著者プロフィール", "作者简介", "关于作者", "acknowledgements", "acknowledgments",
    ]
  ),
  (
    .comments, .tail, .region,
    [
      "评论", "网友评论", "读者评论", "留言", "最新评论", "精彩评论", "发表评论", "網友評論", "讀者留言", "comments", "comment",
      "leave a comment", "leave a reply", "kommentare", "kommentar schreiben", "commentaires",
      "laisser un commentaire", "comentarios", "deja un comentario", "comentários",
      "deixe um comentário", "комментарии", "оставить комментарий", "コメント", "댓글", "댓글쓰기",
    ]
  ),
]

private let legal: [NoiseRow] = [
  (
    .disclaimer, .around, .start,
    [
      "免责声明", "免責聲明", "特别声明", "特別聲明", "版权声明", "版權聲明", "版权所有", "版權所有", "声明:", "聲明:",
      "以上信息来源于网络", "以上内容", "如有侵权", "侵权", "未经授权", "未經授權", "未经许可", "如若转载", "转载声明",
      "举报", "disclaimer", "all rights reserved", "copyright", "©", "(c) ", "reproduction by",
      "terms of", "privacy policy", "haftungsausschluss", "alle rechte vorbehalten", "urheberrecht",
      "impressum", "tous droits réservés", "mentions légales", "avertissement", "aviso legal",
      "todos los derechos", "descargo de responsabilidad", "todos os direitos", "isenção de",
      "все права защищены", "перепечатка", "免責事項", "無断転載", "著作権", "무단전재", "무단 전재",
      "저작권자", "本站部分内容", "本网站部分", "dieser beitrag wurde", "dieser artikel wurde",
    ]
  )
]
