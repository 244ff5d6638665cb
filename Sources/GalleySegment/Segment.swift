package import GalleyModel

/// Clean paragraphs to the parts of a list article.
///
/// One look at every paragraph, one search over the whole document for the best chain of headings,
/// then each paragraph goes to its place: nothing is left out without a drop.
package func segment(_ cleaned: Cleaned, with profile: Profile = .builtin) -> Outline {
  let decision = decide(cleaned, with: profile)
  let survey = decision.search.survey
  var layout = Layout(decision.search, title: decision.title)
  if let chosen = decision.ranking.chosen {
    layout.list(Items(decision.search, decision.ranking.chains[chosen]))
  } else {
    let run = decision.run ?? runOn(survey, from: decision.search.first)
    layout.article(with: survey.isDialogue ? [] : enumeration(survey, at: run))
  }
  return layout.finished().allowed(by: profile)
}

/// What the search came to.
struct Decision {
  var title: TitleLine?
  var search: Search
  var ranking: Ranking
  /// The marks that count on inside of paragraphs; nil where they were not asked for.
  var run: [Mark]?
}

/// Title and chain of a document. Paragraphs that hold more than one line are cut first; those that
/// hold a whole list, only where no lines of their own make one.
func decide(_ cleaned: Cleaned, with profile: Profile = .builtin) -> Decision {
  let cleaned = cutJoinedLines(cleaned) ?? cleaned
  let decision = decideOnce(cleaned, with: profile)
  guard let cut = cutGluedHeadings(cleaned, decision) else { return decision }
  return decideOnce(cut, with: profile)
}

private func decideOnce(_ cleaned: Cleaned, with profile: Profile) -> Decision {
  let first = survey(cleaned, with: profile)
  let glued = cutGluedItems(cleaned, first)
  let decision = decide(
    glued ?? cleaned, glued.map { survey($0, with: profile) } ?? first, profile)
  if let chosen = decision.ranking.chosen, decision.ranking.chains[chosen].nodes.count > 2 {
    return decision
  }
  return decideRunOn(glued ?? cleaned, decision, with: profile)
}

/// The decision as it stands, with the marks that count on inside of paragraphs; or, where the text
/// cut at them has a list, that of the cut text.
private func decideRunOn(
  _ cleaned: Cleaned, _ decision: Decision, with profile: Profile
) -> Decision {
  let search = decision.search
  guard !decision.ranking.isLaw, !search.survey.isDialogue else { return decision }
  var out = decision
  let run = runOn(search.survey, from: search.first)
  out.run = run
  guard let cut = cutRunOn(cleaned, search.survey, at: run) else { return out }
  let again = decide(cut, survey(cut, with: profile), profile)
  return again.ranking.chosen == nil ? out : again
}

private func decide(_ cleaned: Cleaned, _ survey: Survey, _ profile: Profile) -> Decision {
  let head = cleaned.blocks.head
  let title =
    profile.document.title == .firstLine ? firstLine(survey) : titleLine(survey, head: head)
  var search = Search(survey, title: title, headTitle: head.title, with: profile)
  let ranking = rank(&search)
  return Decision(title: title, search: search, ranking: ranking)
}
