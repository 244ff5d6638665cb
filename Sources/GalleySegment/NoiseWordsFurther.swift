/// The same kinds of words in nine further languages: Italian, Dutch, Polish, Turkish, Arabic, Hindi,
/// Vietnamese, Indonesian and Thai.
let furtherNoiseRows: [NoiseRow] = [
  (
    .caption, .anywhere, .start,
    [
      "foto di ", "immagine:", "credito foto", "crediti:", "beeld:", "foto's:", "fot.", "fot:",
      "zdjęcie:", "ilustracja:", "fotoğraf:", "görsel:", "ảnh:", "ảnh minh họa", "hình:",
      "foto ilustrasi", "ilustrasi:", "gambar:", "صورة:", "الصورة:", "फोटो:", "तस्वीर:", "ภาพ:",
      "ที่มาภาพ",
    ]
  ),
  (
    .advertisement, .anywhere, .whole,
    [
      "pubblicità", "annuncio", "advertentie", "reclame", "reklama", "reklam", "إعلان", "اعلان",
      "विज्ञापन", "quảng cáo", "iklan", "scroll to continue with content",
      "lanjutkan membaca artikel di bawah", "โฆษณา", "sponsorizzato", "gesponsord", "sponsorowane",
      "patrocinado", "gesponsert", "sponsorisé", "contenuto sponsorizzato", "contenido patrocinado",
      "conteúdo patrocinado", "a message from our sponsor", "sponsor message", "today's sponsor",
    ]
  ),
  (
    .advertisement, .anywhere, .start,
    [
      "together with", "sponsored by", "presented by", "brought to you by", "in partnership with",
      "a message from", "partner content", "continua após a publicidade",
      "continúa después de la publicidad", "continua dopo la pubblicità", "la suite après cette",
      "nach der anzeige", "article continues below", "anzeige:", "presentado por",
      "apresentado por",
      "présenté par", "in collaborazione con", "広告:", "广告:",
    ]
  ),
  (
    .related, .anywhere, .start,
    [
      "leggi anche", "leggi di più", "vedi anche", "lees ook", "lees verder", "lees meer",
      "bekijk ook", "zobacz też", "zobacz także", "czytaj też", "czytaj także", "przeczytaj też",
      "ayrıca okuyun", "ilgili haber", "bunları da okuyun", "اقرأ أيضا", "اقرأ أيضاً", "شاهد أيضا",
      "مواضيع ذات صلة", "यह भी पढ़ें", "ये भी पढ़ें", "xem thêm", "đọc thêm", "đọc tiếp",
      "läs också", "läs mer", "læs også", "les også", "читайте також", "baca juga", "simak juga",
      "simak video", "lihat juga", "อ่านเพิ่มเติม", "อ่านต่อ",
      "ข่าวที่เกี่ยวข้อง",
    ]
  ),
  (
    .pager, .anywhere, .whole,
    [
      "pagina successiva", "volgende pagina", "następna strona", "sonraki sayfa", "trang sau",
      "selanjutnya", "halaman", "halaman selanjutnya", "التالي", "अगला पेज", "pagina", "strona",
    ]
  ),
  (
    .notice, .anywhere, .start,
    [
      "utilizziamo i cookie", "questo sito utilizza", "wij gebruiken cookies",
      "deze website gebruikt cookies", "ta strona używa", "używamy plików cookie",
      "bu site çerez", "çerezleri kullan", "trang web này sử dụng cookie", "situs ini menggunakan",
      "يستخدم هذا الموقع", "iscriviti alla newsletter", "schrijf je in voor", "zapisz się na",
      "daftar newsletter", "đăng ký nhận", "ricevi questa email", "annulla l'iscrizione",
      "when you buy through links", "when you buy through our",
      "we may earn a commission", "this post may contain affiliate", "you are receiving this",
      "you received this", "you're receiving this", "unsubscribe",
      "view in browser", "view this email", "view online", "if you no longer wish",
      "manage your preferences", "update your preferences", "was this email forwarded",
      "forwarded this email", "sie erhalten diese", "vom newsletter abmelden",
      "newsletter abbestellen", "vous recevez cet", "vous recevez cette", "se désabonner",
      "se désinscrire", "recibes este", "has recibido este", "darse de baja",
      "cancelar suscripción", "você recebeu este", "você está recebendo", "cancelar inscrição",
      "вы получили это", "отписаться", "配信停止", "メール配信", "수신거부", "退订", "取消订阅", "取消訂閱",
      "je ontvangt deze", "uitschrijven", "visualizza nel browser",
    ]
  ),
  (
    .metadata, .top, .start,
    [
      "pubblicato", "aggiornato", "autore", "redazione", "tempo di lettura", "gepubliceerd",
      "auteur:", "leestijd", "bijgewerkt", "opublikowano", "aktualizacja", "data publikacji",
      "yayın tarihi", "yayınlanma", "son güncelleme", "haber:", "muhabir:", "publicerad",
      "uppdaterad",
      "av:", "publiceret", "publisert", "publikováno", "опубліковано", "оновлено", "güncelleme",
      "yazar", "okuma süresi", "نشر في", "تاريخ النشر",
      "بقلم", "प्रकाशित", "लेखक", "đăng ngày", "cập nhật", "tác giả", "diterbitkan", "penulis",
      "editor:", "dipublikasikan", "เผยแพร่", "ผู้เขียน", "วันที่", "from:", "to:", "sent:",
      "da:", "inviato:", "von:", "an:", "gesendet:", "de:", "à:", "envoyé:", "para:",
      "enviado:", "van:", "aan:", "verzonden:", "от:", "кому:", "发件人", "收件人", "寄件者", "收件者",
      "差出人", "宛先", "보낸사람", "받는사람", "보낸 사람", "받는 사람", "reply-to:", "cc:",
    ]
  ),
  (
    .contents, .top, .whole,
    [
      "indice", "sommario", "inhoud", "inhoudsopgave", "spis treści", "içindekiler", "المحتويات",
      "विषय सूची", "mục lục", "daftar isi", "สารบัญ", "in deze nieuwsbrief", "in this issue",
      "in questo numero", "in dieser ausgabe", "dans ce numéro", "en este número",
    ]
  ),
  (
    .share, .around, .start,
    [
      "subscribe to", "sign up for", "sign up to", "condividi", "stampa", "iscriviti", "abbonati",
      "segui ", "seguici", "commenta", "delen",
      "afdrukken", "abonneer", "volg ons", "podziel się", "obserwuj", "drukuj", "subskrybuj",
      "paylaş", "prenumerera", "dela artikeln", "dela på", "logga in", "abone ol", "takip et",
      "yazdır", "شارك", "تابعنا", "اشترك", "شेयर करें", "शेयर",
      "chia sẻ", "theo dõi", "đăng ký", "bagikan", "ikuti kami", "langganan", "แชร์", "ติดตาม",
      "สมัครสมาชิก",
    ]
  ),
  (
    .navigation, .around, .start,
    [
      "打印本页", "打印", "列印", "关闭窗口", "打印】", "关闭】", "列印本頁", "關閉視窗", "sei qui",
      "torna su", "torna alla",
      "u bevindt zich hier", "terug naar", "jesteś tutaj",
      "powrót", "ana sayfa", "الرئيسية", "होम", "trang chủ", "beranda", "หน้าแรก", "home /",
    ]
  ),
  (.navigation, .around, .whole, ["a+ a-", "a- a+", "a a+", "字号", "字体", "字號"]),
  (
    .tags, .around, .start,
    [
      "tag:", "tags:", "parole chiave", "trefwoorden", "tagi:", "słowa kluczowe", "etiketler",
      "anahtar kelimeler", "الكلمات المفتاحية", "وسوم", "टैग", "từ khóa", "thẻ:", "tag terkait",
      "kata kunci", "แท็ก",
    ]
  ),
  (
    .endMark, .anywhere, .whole,
    ["fine", "einde", "koniec", "son", "النهاية", "hết", "tamat", "จบ"]
  ),
  (
    .disclaimer, .around, .start,
    [
      "tutti i diritti", "riproduzione riservata", "alle rechten voorbehouden",
      "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "جميع الحقوق محفوظة",
      "सर्वाधिकार सुरक्षित", "bản quyền", "hak cipta", "สงวนลิขสิทธิ์", "ⓒ", "reproducción prohibida",
    ]
  ),
]

/// Headings below which nothing belongs to the article.
let furtherRegions: [NoiseRow] = [
  (
    .related, .tail, .region,
    [
      "articoli correlati", "potrebbe interessarti", "ti potrebbe interessare", "leggi anche",
      "gerelateerde artikelen", "lees ook", "meer over dit onderwerp", "powiązane artykuły",
      "zobacz też", "ilgili haberler", "benzer haberler", "مقالات ذات صلة", "مواضيع ذات صلة",
      "اقرأ أيضا", "संबंधित खबरें", "tin liên quan", "bài viết liên quan", "xem thêm",
      "berita terkait", "artikel terkait", "baca juga", "ข่าวที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง",
      "往期推荐", "往期回顾", "往期精选", "往期精彩", "previously in this newsletter", "past issues",
      "previous issues", "veja também", "te puede interesar", "también te puede interesar",
      "más información", "sobre la firma", "à découvrir aussi", "dans la même rubrique",
    ]
  ),
  (
    .navigation, .tail, .region,
    [
      "i più letti", "più letti", "meest gelezen", "najczęściej czytane", "popularne",
      "en çok okunanlar", "الأكثر قراءة", "الأكثر مشاهدة", "सबसे ज्यादा पढ़े गए", "đọc nhiều",
      "đọc nhiều nhất", "tin mới", "terpopuler", "terkini", "berita terpopuler", "ยอดนิยม",
      "over de auteur", "sull'autore", "l'autore", "o autorze", "yazar hakkında", "عن الكاتب",
      "tentang penulis",
    ]
  ),
  (
    .comments, .tail, .region,
    [
      "commenti", "lascia un commento", "reacties", "reageer", "komentarze", "dodaj komentarz",
      "yorumlar", "yorum yap", "التعليقات", "تعليقات", "टिप्पणियां", "bình luận", "komentar",
      "ความคิดเห็น",
    ]
  ),
]
