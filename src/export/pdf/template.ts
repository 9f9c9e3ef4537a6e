import { colours } from '../../draw/colours.ts';

/**
 * The look of the book: an offprint in black, with vermilion for our additions to the text. Segment numbers are in
 * the left margin, printed pages in the right one. A single edition has a page size typical of journals (B5); several
 * side by side need more room (A4).
 */
export const template = `
#let (page-width, page-height, page-left, page-right, body-size) = if is-bilingual {
  (210mm, 297mm, 23mm, 18mm, 9.5pt)
} else {
  (176mm, 250mm, 26mm, 20mm, 10.5pt)
}
#let soft = rgb("${colours.soft}")
#let rule = rgb("#c9c0ae")
#let vermilion = rgb("${colours.vermilion}")

#let faces(is-han) = if is-han { han-faces } else { latin-faces }
#let lines(is-han) = if is-han { .78em } else { .58em }
#let words-in(lang, is-han, body) = text(
  lang: lang.split("-").first(), region: region-of.at(lang, default: none), font: faces(is-han), body,
)
#let in-lang(lang, is-han, body) = {
  set par(leading: lines(is-han))
  words-in(lang, is-han, body)
}

#let small(body) = text(size: .88em, body)
#let byline-line(body) = block(sticky: true, par(text(size: .86em, fill: soft, body)))
#let remark-line(body) = par(text(size: .88em, fill: soft, body))
#let source-line(body) = par(text(size: .88em, body))
#let label-line(body) = block(inset: (left: 8pt), stroke: (left: 1.5pt + vermilion), par(text(size: .88em, body)))

// In the margin, level with the line that contains it.
#let in-margin(side, body) = box(context {
  let x = here().position().x
  let width = if side == left { page-left - 4mm } else { page-right - 4mm }
  let start = if side == left { 0mm } else { page-width - page-right + 4mm }
  place(left + bottom, dx: start - x, box(width: width, align(if side == left { right } else { left }, text(
    size: 7pt, fill: vermilion, number-type: "lining", top-edge: "baseline", body,
  ))))
})
#let segment-number(number) = in-margin(left, number)
#let printed-page(..page) = {
  box(baseline: .1em, inset: (x: .08em), line(angle: 90deg, length: .8em, stroke: .6pt + vermilion))
  for number in page.pos() { in-margin(right, number) }
}
// Tracking applies between letters; the second one here has zero width.
#let before-mark(sign) = text(tracking: -.4em, sign + sym.wj)

#let raised(body) = box(text(size: .62em, baseline: -.42em, fill: vermilion, number-type: "lining", weight: "regular", body))
#let note(name, sign, body) = {
  sym.wj
  [#footnote(numbering: _ => sign, { h(.3em); body })#label(name)]
}
#let note-again(name, sign) = {
  sym.wj
  link(label(name), raised(sign))
}
#let check-mark(name, sign, said) = {
  sym.wj
  link(label(name), box(text(size: .5em, baseline: -.6em, fill: if sign.trim("¶") in "✓◇" { soft } else { vermilion }, sign)))
}
#let mention(name) = [#metadata(name)<mention>]

#let segment(body) = block(width: 100%, above: 1.6em, below: 1.6em, body)
#let pair(is-sentence: false, ..cells) = block(
  width: 100%, above: .95em, below: .95em, breakable: not is-sentence,
  grid(
  columns: cells.pos().map(_ => 1fr), column-gutter: 7mm, ..cells,
))
#let remark(body) = block(width: 100%, above: 1.3em, below: 1.3em, {
  set par(spacing: .6em)
  body
})
#let small-print(body) = {
  set text(size: .82em)
  if is-bilingual { body } else { columns(2, gutter: 7mm, body) }
}
#let facts(..rows) = {
  set par(spacing: .7em, hanging-indent: 1em)
  for (name, ..said) in rows.pos() {
    par(text(size: .88em, {
      strong(name)
      h(.6em)
      said.join([ · ])
    }))
  }
}
#let verse(body) = block(inset: (left: 2em), par(justify: false, body))
#let exhibit(body) = block(width: 100%, above: 1.4em, below: 1.4em, stroke: (y: .5pt + rule), inset: (y: 8pt), body)
#let picture(file, width, said) = align(center, layout(space => image(file, width: calc.min(space.width, width * .75pt), alt: said)))
#let exhibit-words(body) = { v(4pt); text(size: .86em, body) }
#let matter(..cells) = {
  set text(size: .78em)
  set par(justify: false, leading: .5em, first-line-indent: 0em)
  set table.hline(stroke: .4pt + rule)
  show table.cell.where(y: 0): strong
  table(stroke: (x, y) => (bottom: .4pt + rule), inset: (x: 3pt, y: 4pt), align: left + top, ..cells)
}
#let drawing(width: 0, height: 0, alt: "", svg, ..words) = layout(space => {
  let unit = calc.min(space.width / width, .85pt)
  align(center, block(width: width * unit, height: height * unit, breakable: false, {
    place(image(bytes(svg), format: "svg", width: 100%, alt: alt))
    for (x, y, is-label, body) in words.pos() {
      place(dx: x * unit - 10em, dy: y * unit - 1em, box(width: 20em, height: 1em, align(center + bottom, text(
        size: if is-label { 16 } else { 14 } * unit,
        weight: if is-label { "bold" } else { "regular" },
        bottom-edge: "baseline",
        body,
      ))))
    }
  }))
})

#let front(strip, name) = {
  pdf.artifact(image(bytes(strip), format: "svg", width: 100%))
  v(1.6em)
  show title: set text(size: 1.25em, weight: "bold")
  show title: set par(leading: .3em, justify: false)
  title(name)
  v(.4em)
}
#let contents(name) = {
  block(above: 1.8em, below: .8em, sticky: true, strong(name))
  set text(size: .9em)
  set par(justify: false, leading: .5em)
  show outline.entry: it => link(it.element.location(), it.indented(it.prefix(), {
    it.element.supplement
    [ ]
    box(width: 1fr, it.fill)
    [ ]
    it.page()
  }))
  outline(title: none, depth: 2, indent: 1.4em)
}
#let index-of(name, said, ..groups) = {
  heading(level: 1, supplement: name, name)
  remark-line(said)
  set text(size: .86em)
  set par(hanging-indent: 1.2em, spacing: .7em, justify: false)
  columns(2, gutter: 7mm, context {
    let mentions = query(<mention>)
    for (name, entries) in groups.pos() {
      heading(level: 2, supplement: name, name)
      for (entry, body) in entries {
        let pages = ()
        for one in mentions.filter(one => one.value == entry) {
          if pages.all(place => place.page() != one.location().page()) { pages.push(one.location()) }
        }
        par({
          body
          h(.7em)
          pages.map(place => link(place, text(fill: vermilion, str(place.page())))).join([, ])
        })
      }
    }
  })
}

#let book(title: "", author: (), description: "", keywords: (), date: none, lang: "", is-han: false, running: [], labels: [], body) = {
  set document(title: title, author: author, description: description, keywords: keywords, date: date)
  set page(
    width: page-width, height: page-height,
    margin: (left: page-left, right: page-right, top: 24mm, bottom: 27mm),
    numbering: "1",
    header: context if here().page() > 1 {
      let before = query(selector(heading.where(level: 1)).before(here()))
      let there = query(heading.where(level: 1)).filter(one => one.location().page() == here().page())
      let now = if there.len() > 0 { there.first() } else if before.len() > 0 { before.last() }
      set text(size: 7.5pt, fill: soft)
      set par(first-line-indent: 0em, justify: false)
      if calc.even(here().page()) or now == none { running } else { now.supplement }
      v(-.6em)
      line(length: 100%, stroke: .4pt + rule)
    },
    footer: context {
      set text(size: 7.5pt, fill: soft)
      set par(first-line-indent: 0em, justify: false, leading: .4em)
      line(length: 100%, stroke: .4pt + rule)
      v(-.5em)
      grid(columns: (1fr, auto), column-gutter: 2em, labels, text(fill: vermilion, size: 9pt, counter(page).display()))
    },
  )
  set text(
    size: body-size, fill: rgb("#161513"), fallback: false, number-type: "lining",
    top-edge: .78em, bottom-edge: -.22em, hyphenate: auto, overhang: true,
  )
  set par(justify: true, spacing: 1.1em)
  set text(lang: lang.split("-").first(), region: region-of.at(lang, default: none), font: faces(is-han))
  set par(leading: lines(is-han))
  show heading: set block(sticky: true)
  show heading: set par(justify: false, first-line-indent: 0em, leading: .45em)
  show heading.where(level: 1): set text(size: 1.5em, weight: "bold")
  show heading.where(level: 1): set block(above: 2.2em, below: 1em)
  show heading.where(level: 2): set text(size: 1.12em, weight: "bold")
  show heading.where(level: 2): set block(above: 1.7em, below: .8em)
  show heading.where(level: 3): set text(size: 1em, weight: "bold")
  show heading.where(level: 3): set block(above: 1em, below: .5em)
  show footnote: set text(fill: vermilion, number-type: "lining", weight: "regular")
  set super(typographic: false, size: .62em, baseline: -.42em)
  show footnote.entry: set text(size: .8em)
  show footnote.entry: set par(leading: .42em, first-line-indent: 0em, justify: true)
  set footnote.entry(separator: line(length: 22%, stroke: .5pt + vermilion), gap: .45em, indent: 0em)
  body
}
`;
