package import GalleyModel

/// Clean paragraphs to the parts of a list article.
///
/// One look at every paragraph, one search over the whole document for the best chain of headings,
/// then each paragraph goes to its place: nothing is left out without a drop.
package func segment(_ cleaned: Cleaned, with profile: Profile = .builtin) -> Outline {
  let decision = decide(cleaned, with: profile)
  var layout = Layout(decision.search, title: decision.title)
  if let chosen = decision.ranking.chosen {
    layout.list(Items(decision.search, decision.ranking.chains[chosen]))
  } else {
    layout.article()
  }
  return layout.finished().allowed(by: profile)
}

/// What the search came to.
struct Decision {
  var title: TitleLine?
  var search: Search
  var ranking: Ranking
}

/// Title and chain of a document. Paragraphs that hold more than one line are cut first; those that
/// hold a whole list, only where no lines of their own make one.
func decide(_ cleaned: Cleaned, with profile: Profile = .builtin) -> Decision {
  let first = survey(cleaned, with: profile)
  let glued = cutGluedItems(cleaned, first)
  let decision = decide(
    glued ?? cleaned, glued.map { survey($0, with: profile) } ?? first, profile)
  if let chosen = decision.ranking.chosen, decision.ranking.chains[chosen].nodes.count > 2 {
    return decision
  }
  guard !decision.ranking.isLaw, !decision.search.survey.isDialogue,
    let cut = cutRunOn(glued ?? cleaned, decision.search.survey, from: decision.search.first)
  else { return decision }
  let again = decide(cut, survey(cut, with: profile), profile)
  return again.ranking.chosen == nil ? decision : again
}

private func decide(_ cleaned: Cleaned, _ survey: Survey, _ profile: Profile) -> Decision {
  let head = cleaned.blocks.head
  let title =
    profile.document.title == .firstLine ? firstLine(survey) : titleLine(survey, head: head)
  let search = Search(survey, title: title, headTitle: head.title, with: profile)
  return Decision(title: title, search: search, ranking: rank(search))
}
