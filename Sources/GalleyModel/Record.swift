/// A list article, normalized: what the JSON record prints. See Config/record.schema.json.
///
/// Text is kept as ranges of one buffer; only small values are strings.
public struct Record: Sendable {
  /// The schema that the record follows.
  public static let schemaVersion = "1.0.0"

  /// A piece of the document's text.
  public struct Passage: Sendable, Equatable {
    /// In `Record.text`.
    public var text: Range<Int>
    /// From the first to the last of the source bytes that it was made from.
    public var source: Range<Int>
    /// The source bytes between them that repairs took out, in order.
    public var gaps: [Range<Int>]
    /// The repairs inside it, as indices of `Record.repairs`.
    public var repairs: Range<Int>

    public init(text: Range<Int>, source: Range<Int>, gaps: [Range<Int>], repairs: Range<Int>) {
      self.text = text
      self.source = source
      self.gaps = gaps
      self.repairs = repairs
    }
  }

  public struct Repair: Sendable, Equatable {
    public var rule: Rule
    /// In the source's bytes.
    public var range: Range<Int>
    /// The decoded text of `range`.
    public var before: [UInt8]
    public var after: [UInt8]

    public init(rule: Rule, range: Range<Int>, before: [UInt8], after: [UInt8]) {
      self.rule = rule
      self.range = range
      self.before = before
      self.after = after
    }
  }

  public struct Player: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable {
      case participant
      case researcher
      case organization
      case other
    }
    public var name: String
    public var aliases: [String]
    public var role: Role
    /// As printed, the gloss in brackets included.
    public var text: String

    public init(name: String, aliases: [String] = [], role: Role = .participant, text: String) {
      self.name = name
      self.aliases = aliases
      self.role = role
      self.text = text
    }
  }

  public struct Availability: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case now
      case range
      case year
      case unknown
    }
    /// As printed.
    public var text: String
    public var kind: Kind
    /// Years from the edition; nil where open.
    public var minYears: Double?
    public var maxYears: Double?
    /// The printed year, for kind `year`.
    public var year: Int?
    /// Calendar years, where the edition's year is known.
    public var fromYear: Int?
    public var toYear: Int?

    public init(text: String, kind: Kind) {
      self.text = text
      self.kind = kind
    }
  }

  public struct Field: Sendable, Equatable {
    public var key: String?
    public var label: String?
    /// Lines joined by `; `.
    public var value: String
    public var source: Range<Int>

    public init(key: String?, label: String?, value: String, source: Range<Int>) {
      self.key = key
      self.label = label
      self.value = value
      self.source = source
    }
  }

  public struct Section: Sendable, Equatable {
    public var number: Int
    public var label: String?
    public var title: String?
    public var group: String?
    public var fields: [Field]
    public var players: [Player]
    public var availability: Availability?
    public var body: [Passage]
    /// From the heading to the next one, in the source's bytes.
    public var source: Range<Int>
    /// The heading: number, title and what divides them, in the source's bytes.
    public var heading: Range<Int>?
    /// The group's heading, in the source's bytes.
    public var groupSource: Range<Int>?

    public init(number: Int, source: Range<Int>) {
      self.number = number
      self.source = source
      fields = []
      players = []
      body = []
    }
  }

  public var id: String
  public var title: Passage?
  /// The title where the text prints none and the page's head does.
  public var headTitle: String?
  public var year: Int?
  /// BCP 47, with the script for Chinese.
  public var language: String
  /// ISO 8601: a date, a month or a year.
  public var published: String?
  public var publisher: String?
  public var preface: [Passage]
  public var sections: [Section]
  public var trailer: [Passage]
  public var repairs: [Repair]
  public var diagnostics: [Diagnostic]

  public var sourceName: String
  public var sourceBytes: Int
  public var sourceSHA256: String
  public var mediaType: String
  /// WHATWG label.
  public var encoding: String
  /// The canonical address that a page gives.
  public var address: String?
  /// The name of the profile that it was made with.
  public var profile: String
  /// Of the profile's file; nil for the built-in rules.
  public var profileSHA256: String?

  /// The buffer of all passages: valid UTF-8.
  public var text: [UInt8]

  package init(
    id: String, title: Passage?, headTitle: String?, year: Int?, language: String,
    published: String?, publisher: String?, preface: [Passage], sections: [Section],
    trailer: [Passage], repairs: [Repair], diagnostics: [Diagnostic], sourceName: String,
    sourceBytes: Int, sourceSHA256: String, mediaType: String, encoding: String, address: String?,
    profile: String, profileSHA256: String?, text: [UInt8]
  ) {
    self.id = id
    self.title = title
    self.headTitle = headTitle
    self.year = year
    self.language = language
    self.published = published
    self.publisher = publisher
    self.preface = preface
    self.sections = sections
    self.trailer = trailer
    self.repairs = repairs
    self.diagnostics = diagnostics
    self.sourceName = sourceName
    self.sourceBytes = sourceBytes
    self.sourceSHA256 = sourceSHA256
    self.mediaType = mediaType
    self.encoding = encoding
    self.address = address
    self.profile = profile
    self.profileSHA256 = profileSHA256
    self.text = text
  }

  /// The words of a passage.
  public func string(_ passage: Passage) -> String {
    String(decoding: text[passage.text], as: UTF8.self)
  }
}
