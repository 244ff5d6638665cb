package import GalleyModel

/// Clean paragraphs to the parts of a list article.
///
/// One look at every paragraph, one search over the whole document for the best chain of headings,
/// then each paragraph goes to its place: nothing is left out without a drop.
package func segment(_ cleaned: Cleaned, with profile: Profile = .builtin) -> Outline {
  let survey = survey(cleaned, with: profile)
  let title =
    profile.document.title == .firstLine
    ? firstLine(survey) : titleLine(survey, head: cleaned.blocks.head)
  let search = Search(survey, title: title, with: profile)
  let ranking = rank(search)
  var layout = Layout(search, title: title)
  if let chosen = ranking.chosen {
    layout.list(Items(search, ranking.chains[chosen]))
  } else {
    layout.article()
  }
  return layout.finished().allowed(by: profile)
}
