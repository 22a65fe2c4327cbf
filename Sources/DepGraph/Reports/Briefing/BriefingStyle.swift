/// How the page of a briefing looks, on a screen and on A4.
///
/// Ink #14213D on white is 16:1; the notes' #4B5563 is 7.6:1.
enum BriefingStyle {
  /// The style sheet.
  static let text = screen + paper

  private static let screen = """

    :root { --ink: #14213D; --soft: #4B5563; --line: #C3CCD8; --band: #EEF2F7; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 78rem; padding: 0 1.5rem 1rem; color: var(--ink); background: #fff;
      font: 16px/1.5 Arial, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
    .marking { margin: 0 -1.5rem; padding: .35rem 1rem; background: var(--ink); color: #fff; text-align: center;
      font-weight: bold; font-size: .85rem; letter-spacing: .03em; position: sticky; top: 0; z-index: 1; }
    .marking.end, .marking.foot { position: static; }
    .marking.foot { display: none; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .6rem; }
    h2 { font-size: 1.35rem; line-height: 1.3; margin: 2rem 0 .6rem; border-bottom: 2px solid var(--ink);
      padding-bottom: .2rem; scroll-margin-top: 2.5rem; }
    section[id] { scroll-margin-top: 2.5rem; }
    header th:nth-child(2) { text-align: right; }
    header h2 { font-size: 1.1rem; margin: 1.3rem 0 .4rem; }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    .kind { margin: 1rem 0 0; color: var(--soft); }
    .key { font-size: 1.2rem; font-weight: bold; max-width: 60rem; }
    .lead { max-width: 60rem; font-size: 1.08rem; border-left: 4px solid var(--ink); padding-left: .8rem; }
    p, li { max-width: 60rem; }
    .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; margin: 1rem 0 .4rem; }
    .tile { border: 2px solid var(--ink); padding: .6rem .8rem; min-width: 0; }
    .tile dt { font-weight: bold; }
    .tile dd { margin: 0; font-size: .85rem; color: #000; }
    .tile dd strong { display: block; font-size: 2rem; line-height: 1.2; }
    .tile ul { margin: 0; padding: 0; list-style: none; }
    .tile li { line-height: 1.3; padding-bottom: .15rem; }
    .tile.down { background: #E6761B; color: #000; border-width: 4px; }
    .tile.possible { background: #fff; color: #000; border: 4px dashed #C2570C; }
    .tile.degraded { background: #FFC766; color: #000; }
    .tile.untold { background: #fff; border-style: dotted; }
    .findings li { margin-bottom: .3rem; }
    .decision { border: 2px solid var(--ink); padding: .5rem .8rem; margin: .3rem 0; }
    .decision.empty { color: var(--soft); border-style: dashed; min-height: 4.2rem; }
    nav ol { padding-left: 0; margin: 0; list-style: none; }
    nav h2 { font-size: 1rem; border: 0; margin: 1rem 0 .2rem; }
    a { color: #0B4F8A; }
    a:focus-visible { outline: 3px solid #0B4F8A; outline-offset: 2px; }
    figure { margin: 1rem 0; border: 1px solid var(--line); padding: .4rem; }
    figure svg { width: 100%; height: auto; display: block; }
    figure:not(.wide) svg { max-width: 60rem; }
    figcaption, .note, footer { color: var(--soft); font-size: .88rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0 1rem; }
    caption { text-align: left; font-weight: bold; padding: .2rem 0; }
    th { text-align: left; background: var(--band); border-bottom: 2px solid var(--ink); padding: .3rem .5rem;
      vertical-align: bottom; }
    tbody th { background: none; font-weight: normal; border-bottom: 1px solid var(--line); vertical-align: top; }
    td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; }
    .right { text-align: right; font-variant-numeric: tabular-nums; }
    @media (max-width: 60rem) { .tiles { grid-template-columns: repeat(2, 1fr); } }
    @media (max-width: 34rem) { .tiles { grid-template-columns: 1fr; } }
    """

  private static let paper = """

    @page { size: A4; margin: 12mm; }
    @page sheet { size: A4 landscape; margin: 10mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
      .marking { margin: 0; padding: 1mm; font-size: 8pt; position: static;
        -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .marking.foot { display: block; margin-top: 3mm; }
      .tile, th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      tbody th { background: none; }
      /* The first page is one sheet; what follows begins on the next. */
      header { break-after: page; }
      .short header { break-after: auto; }
      .short .marking.foot { display: none; }
      .kind { margin-top: 2mm; font-size: 8.5pt; }
      h1 { font-size: 15pt; margin: 0 0 1.5mm; }
      h2 { font-size: 13pt; margin: 6mm 0 2mm; }
      header h2 { font-size: 11pt; margin: 3mm 0 1mm; padding-bottom: .3mm; border-bottom-width: 1.5px; }
      header { font-size: 10pt; }
      header p, header ol, header table { margin-top: 1mm; margin-bottom: 1mm; }
      .key { font-size: 10.5pt; line-height: 1.3; margin: 1mm 0; }
      .lead { font-size: 10pt; }
      p, li, .key, .lead { max-width: none; }
      .tiles { grid-template-columns: repeat(4, 1fr); gap: 2mm; margin: 2mm 0 1mm; }
      .tile { padding: 1.2mm 2mm; font-size: 8.5pt; }
      .tile dd { font-size: 7.5pt; }
      .tile dd strong { font-size: 14pt; line-height: 1.1; }
      .tile li { line-height: 1.25; }
      .note, figcaption, footer { font-size: 8pt; line-height: 1.3; }
      header li { line-height: 1.35; }
      .decision { padding: 1.2mm 2mm; }
      .decision.empty { min-height: 14mm; }
      nav { display: none; }
      a { color: inherit; text-decoration: none; }
      h2, h3, caption { break-after: avoid; }
      figure, tr, .tile, .lead { break-inside: avoid; }
      figure { border: 0; padding: 0; }
      figure svg { max-height: 235mm; }
      /* A wide picture gets a sheet of its own, turned, so that its letters stay readable. */
      figure.wide { page: sheet; break-before: page; break-after: page; margin: 0; }
      figure.wide svg { max-height: 170mm; }
      /* A picture that is all of a section says what it is itself. */
      .solo h2 { display: none; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; }
      table { font-size: 8.5pt; margin-bottom: 2mm; }
      th, td { padding: .8mm 1.2mm; }
    }

    """
}
