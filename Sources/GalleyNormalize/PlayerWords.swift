internal import GalleyModel

/// What a word in a list of players does.
enum PlayerWord: Sendable {
  /// Stands before the last name.
  case and
  /// Like `and`, but also a part of names: "Procter & Gamble".
  case ampersand
  /// Stands after the last name and goes.
  case others
  /// The word before a comma that only ends a firm's name: "Vertex Pharmaceuticals, Inc."
  case firm
  /// A field of work: before `and` it is a part of a name, as in "Standards and Technology".
  case subject
}

extension Lexicon<PlayerWord> {
  /// Between two spaces in the scripts that have them, else between any two characters.
  static let conjunctions = Lexicon<PlayerWord>([
    .and: """
    and|und|et|y|e|и|en|och|og|ed|i|oraz|ve|dan|và|और|และ|as well as|sowie|ainsi que|а также|\
    和|与|及|與|以及|并|並|暨|および|及び|ならびに|並びに|と|및|그리고
    """,
    .ampersand: "&|＆",
  ])

  /// At the end of the last name.
  static let remainders = Lexicon<PlayerWord>([
    .others: """
    等|等等|等公司|等企业|等机构|等大学|等高校|等单位|等团队|等人|等国|等多家公司|等多家机构|等企業|等機構|\
    など|ほか|等々|등|외|\
    etc.|etc|and others|and more|among others|others|et al.|et al|...|…|……|\
    u. a.|u.a.|usw.|und andere|u. v. m.|entre autres|et autres|et d'autres|et d’autres|\
    entre otros|entre otras|y otros|y otras|entre outros|entre outras|e outros|e outras|\
    и др.|и др|и другие|и прочие|и т. д.|и т.д.|и т. п.|и т.п.|и пр.|e altri|e.a.|\
    ecc.|ecc|enz.|enz|itd.|itd|itp.|itp|i inni
    """
  ])

  /// In full after a comma.
  static let firms = Lexicon<PlayerWord>([
    .firm: """
    Inc.|Inc|INC.|Ltd.|Ltd|LTD.|LLC|L.L.C.|LLP|LP|L.P.|Co.|Co|Corp.|Corp|Corporation|Company|Limited|\
    Incorporated|PLC|plc|PBC|GmbH|AG|SE|KG|S.A.|SA|SAS|S.A.S.|S.L.|S.p.A.|S.r.l.|B.V.|BV|N.V.|NV|AB|\
    A/S|ASA|Oy|K.K.|Pty|Pty Ltd|Pte Ltd|Co. Ltd.|Co., Ltd.|Co., Ltd|Jr.|Sr.|Sons|Partners|Associates|Ph.D.|PhD|M.D.|MD|Ltda.|Ltda|\
    Inc.）|Ltd.）|АО|ООО|ПАО
    """
  ])

  /// The last word before a conjunction.
  static let subjects = Lexicon<PlayerWord>(
    [
      .subject: """
      science|sciences|technology|research|engineering|standards|food|arts|health|energy|development|\
      industry|agriculture|space|education|transport|medicine|aeronautics|oceanic|water|air|bill|\
      wissenschaft|forschung|technik|wirtschaft|bildung|luft|science|sciences|recherche|technologies|\
      ciencia|ciencias|tecnología|investigación|ciência|ciências|pesquisa|tecnologia|\
      наук|науки|технологий|образования|исследований|\
      科学|科學|技术|技術|工程|研究|教育|经济|經濟|能源|信息|資訊|产业|產業|医学|醫學|环境|環境|食品|工业|農業|农业
      """
    ], letters: .anyCase)

  /// Names that hold a conjunction or a separator of their own.
  static let wholeNames = Lexicon<PlayerWord>([
    .subject: """
    Johnson & Johnson|Procter & Gamble|Ernst & Young|Black & Veatch|Bang & Olufsen|Marks & Spencer|\
    Black & Decker|Mahindra & Mahindra|Arm & Hammer|Pratt & Whitney|Bill & Melinda Gates Foundation|\
    Brown & Brown|Rohde & Schwarz|Giesecke & Devrient|Larsen & Toubro|Simon & Schuster
    """
  ])

  /// What a label says of those that it names.
  static let playerRoles = Lexicon<Record.Player.Role>(
    [
      .researcher: """
      研究者|研究人员|研究人員|科学家|科學家|연구자|연구진|과학자|researcher|researchers|scientists|inventors|\
      forscher|forschende|wissenschaftler|chercheurs|chercheur|investigadores|científicos|pesquisadores|\
      cientistas|исследователи|учёные|ученые|разработчики
      """,
      .organization: """
      机构|機構|公司|企业|企業|单位|單位|组织|組織|会社|기업|기관|organizations|organisations|companies|\
      institutions|unternehmen|firmen|organisationen|entreprises|organismes|sociétés|empresas|instituciones|\
      organizaciones|instituições|organizações|компании|организации
      """,
    ], letters: .anyCase)
}
