// How a page is printed. On paper all pages are equally wide and of one scale, whatever the window
// (style.css): charts, which are drawn for the window, are drawn a second time for the sheet.
// No "less than" sign before a letter: st.html would take it for a tag, and leave all of this out.
(() => {
  if (window.isPaperSet) return;
  window.isPaperSet = true;

  const root = document.documentElement;
  const paper = (name) => parseFloat(getComputedStyle(root).getPropertyValue(`--paper-${name}`));

  // Whether a style sheet's condition holds on the sheet; null where that is not to be told.
  const holdsOnPaper = (condition) => {
    if (condition === "print") return true;
    const [, side, width] = condition.match(/^\((min|max)-width: (\d+)px\)$/) ?? [];
    if (!side) return null;
    return side === "max" ? paper("width") <= width : paper("width") >= width;
  };

  // What is measured as it will be printed: the rules for paper hold while it is.
  const asPrinted = (measure) => {
    const changed = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.media && holdsOnPaper(rule.media.mediaText) !== null)
      .map((rule) => [rule.media, rule.media.mediaText, holdsOnPaper(rule.media.mediaText)]);
    for (const [media, , holds] of changed) media.mediaText = holds ? "all" : "not all";
    try {
      return measure();
    } finally {
      for (const [media, condition] of changed) media.mediaText = condition;
    }
  };

  const size = (element, side) => parseFloat(getComputedStyle(element)[side]);
  const room = () => paper("height") / paper("scale");

  // How high a chart can be beside a higher one that makes their row as high as it is.
  const MOST_BESIDE = 1.4;
  const heightBeside = (chart, part) => {
    const card = chart.closest('[class*="st-key-card_"]') ?? part;
    const own = size(chart, "height");
    return Math.min(own * MOST_BESIDE, own + Math.max(0, size(part, "height") - size(card, "height")));
  };

  // The parts of the page from the top: how much of each is chart, and whether it goes on from one
  // sheet to the next, as tables do.
  const parts = () =>
    [...document.querySelectorAll(".stMainBlockContainer > .stVerticalBlock > *")]
      .filter((part) => size(part, "height") > 0)
      .map((part) => {
        const charts = [...part.querySelectorAll(".stPlotlyChart")].map((chart) => ({
          chart,
          height: heightBeside(chart, part),
        }));
        const drawn = Math.max(0, ...charts.map(({ height }) => height));
        const rest = size(part, "height") + size(part, "marginBottom") - drawn;
        return { part, charts, drawn, rest, goesOn: part.querySelector(".words") !== null };
      });

  // Charts are as much lower or higher as fills the sheet: the size of their words stays.
  const LOWEST = 0.93;
  const HIGHEST = 1.6;
  const BEGUN = 170; // a table's title and the rows that stay with it
  const SPARE = 14; // rows are higher by parts of a pixel
  const heightsOnPaper = (found) => {
    const heights = new Map();
    let sheet = { charts: [], drawn: 0, rest: 0 };
    const close = (most) => {
      const fitting = Math.min(most, (room() - SPARE - sheet.rest) / sheet.drawn);
      for (const { chart, height } of sheet.charts)
        heights.set(chart, height * Math.max(LOWEST, fitting));
    };
    for (const { part, charts, drawn, rest, goesOn } of found) {
      part.style.removeProperty("break-before");
      const left = room() - SPARE - sheet.rest - sheet.drawn;
      const isIn = left + (1 - LOWEST) * (sheet.drawn + drawn) >= rest + drawn;
      if (goesOn && !isIn && left >= BEGUN) {
        close(1);
        sheet = { charts: [], drawn: 0, rest: sheet.rest + sheet.drawn + rest - room() };
        continue;
      }
      if (!isIn && sheet.rest + sheet.drawn > 0) {
        close(HIGHEST);
        part.style.setProperty("break-before", "page");
        sheet = { charts: [], drawn: 0, rest: 0 };
      }
      sheet.charts.push(...charts);
      sheet.drawn += drawn;
      sheet.rest += rest;
    }
    close(1);
    return heights;
  };

  // A chart that is drawn anew moves to its new size by and by; a second one has it at once. Out of
  // sight, but not hidden: of hidden words the size is not known.
  const drawn = (chart, sizes) => {
    const second = document.createElement("div");
    second.className = "on-paper";
    second.style.cssText = "position: absolute; left: -10000px";
    document.body.append(second);
    const { data, layout } = structuredClone({ data: chart.data, layout: chart.layout });
    window.Plotly.newPlot(second, data, { ...layout, ...sizes }, { staticPlot: true });
    if (window.pageAids.isOff(second)) window.Plotly.redraw(second);
    second.style.cssText = "";
    return second;
  };
  const dropSeconds = () => {
    for (const second of document.querySelectorAll(".on-paper")) {
      window.Plotly.purge(second);
      second.remove();
    }
  };
  const frame = (chart) => chart.closest('[data-testid="stElementContainer"]').style;

  // A figure higher than a sheet is made smaller: one that is cut cannot be read.
  const fitCards = () => {
    const cards = [...document.querySelectorAll('[class*="st-key-card_"]:not(:has(.words))')];
    const heights = cards.map((card) => size(card, "height"));
    cards.forEach((card, place) =>
      card.style.setProperty("--card-scale", Math.min(1, (room() - SPARE) / heights[place])),
    );
  };

  // What stands on every sheet but the first, whose head says it.
  const written = (element) => `"${(element?.innerText ?? "").replace(/["\\\n]/g, " ")}"`;
  const tellMargins = () => {
    root.style.setProperty("--paper-title", written(document.querySelector(".page-head h1")));
    root.style.setProperty("--paper-day", written(document.querySelector(".page-head > p")));
  };

  window.addEventListener("beforeprint", () => {
    if (matchMedia("print").matches) return;
    tellMargins();
    dropSeconds();
    const charts = [...document.querySelectorAll(".stPlotlyChart:has(.main-svg)")];
    for (const card of document.querySelectorAll('[class*="st-key-card_"]'))
      card.style.removeProperty("--card-scale");
    for (const chart of charts) frame(chart).removeProperty("--chart-height");
    const sizes = asPrinted(() => {
      const onPaper = heightsOnPaper(parts());
      const heights = charts.map((chart) => onPaper.get(chart) ?? size(chart, "height"));
      charts.forEach((chart, place) =>
        frame(chart).setProperty("--chart-height", `${heights[place]}px`),
      );
      fitCards();
      return charts.map((chart, place) => ({ width: size(chart, "width"), height: heights[place] }));
    });
    charts.forEach((chart, place) =>
      chart.append(drawn(chart.querySelector(".js-plotly-plot"), sizes[place])),
    );
  });
  window.addEventListener("afterprint", dropSeconds);
})();
