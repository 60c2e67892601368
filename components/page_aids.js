// What every page brings besides its figures. Read once a page load, and again where the language
// changes: what is listened to is then listened to already.
// No "less than" sign before a letter: st.html would take it for a tag, and leave all of this out.
(() => {
  const root = document.documentElement;
  const given = document.currentScript.parentElement.querySelector(".page-aids").dataset;

  // Streamlit says "en" and "Skip to main content" whatever the reader's language.
  root.lang = given.language;
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  if (skip) skip.textContent = given.skip;

  if (window.pageAids) return;

  // The help stands open until it is closed for the first time in this browser.
  const HELP_SEEN = "promotion-help-seen";
  const memory = { isSeen: false };
  const isSeen = () => {
    try {
      return memory.isSeen || localStorage.getItem(HELP_SEEN) !== null;
    } catch {
      return memory.isSeen; // a browser that keeps nothing: seen until the page is loaded anew
    }
  };
  const remember = () => {
    memory.isSeen = true;
    try {
      localStorage.setItem(HELP_SEEN, "");
    } catch (error) {
      console.info(error);
    }
  };
  const openUnlessSeen = (help) => {
    help.open = !isSeen();
  };

  const close = (details) => {
    const hadFocus = details.contains(document.activeElement);
    details.open = false;
    if (hadFocus) details.querySelector("summary").focus();
  };
  const opened = () => [...document.querySelectorAll("details.definition[open]")];

  document.addEventListener("click", (event) => {
    const help = event.target.closest?.("details.page-help");
    if (help && event.target.closest("[data-help-close], .page-help > summary")) {
      if (help.open) remember();
      if (event.target.closest("[data-help-close]")) close(help);
    }
    for (const details of opened()) if (!details.contains(event.target)) details.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") opened().forEach(close);
  });
  document.addEventListener("focusin", (event) => {
    for (const details of opened()) if (!details.contains(event.target)) details.open = false;
  });

  // A grid of rows takes the Tab key from cell to cell and holds it: there are arrow keys for that.
  window.addEventListener(
    "keydown",
    (event) => {
      const isGrid = event.target.closest?.('[data-testid="stDataFrame"]');
      if (event.key === "Tab" && isGrid) event.stopPropagation();
    },
    true,
  );

  // On paper a page keeps the layout it has on the screen, made smaller where it is wider than the
  // sheet: charts are drawn for that width, and would be cut in another. It is made smaller still,
  // as far as it can be read, where fewer sheets then hold it. So is a figure higher than a sheet.
  const SMALLEST = 0.75;
  const STEP = 0.01;
  const paperSize = (side) =>
    parseFloat(getComputedStyle(root).getPropertyValue(`--paper-${side}`));
  const scalePage = (scale) => root.style.setProperty("--paper-scale", scale);

  // What is measured as it will be printed: the rules for paper hold while it is.
  const asPrinted = (measure) => {
    const forPaper = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.media?.mediaText === "print");
    for (const rule of forPaper) rule.media.mediaText = "all";
    try {
      return measure();
    } finally {
      for (const rule of forPaper) rule.media.mediaText = "print";
    }
  };

  // The heights at which each part of the page begins and ends; none is parted between sheets.
  // Of a pair below each other each figure is a part of its own.
  const PARTS = {
    beside: ":scope > .stVerticalBlock > *",
    below: `:scope > .stVerticalBlock > :not(:has(> [class*="st-key-pair_"])),
      [class*="st-key-pair_"] [class*="st-key-card_"]`,
  };
  const parts = (block) =>
    [...block.querySelectorAll(PARTS[root.dataset.columns])]
      .map((part) => part.getBoundingClientRect())
      .filter(({ height }) => height > 0);
  const sheetCount = (places, scale) => {
    const room = paperSize("height") / scale;
    let count = 1;
    let begun = places[0]?.top;
    for (const { top, bottom } of places) {
      if (top > begun && bottom - begun > room) {
        count += 1;
        begun = top;
      }
    }
    return count;
  };
  const bestScale = (places, widest) => {
    let best = widest;
    for (let smaller = widest - STEP; smaller > SMALLEST - STEP; smaller -= STEP) {
      const scale = Math.max(smaller, SMALLEST);
      if (sheetCount(places, best) > sheetCount(places, scale)) best = scale;
    }
    return best;
  };

  const fitPaper = () => {
    const block = document.querySelector(".stMainBlockContainer");
    if (!block || matchMedia("print").matches) return;
    const { paddingLeft, paddingRight } = getComputedStyle(block);
    const width = block.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (width === 0) return;
    root.style.setProperty("--page-width", `${width}px`);
    root.dataset.columns = window.innerWidth > 640 ? "beside" : "below"; // as Streamlit has them
    const cards = document.querySelectorAll('[class*="st-key-card_"]');
    for (const card of cards) card.style.removeProperty("--card-scale");
    scalePage(1);
    asPrinted(() => {
      const scale = bestScale(parts(block), Math.min(1, paperSize("width") / width));
      const room = paperSize("height") / scale;
      const heights = [...cards].map((card) => card.offsetHeight);
      cards.forEach((card, place) =>
        card.style.setProperty("--card-scale", Math.min(1, room / heights[place])),
      );
      scalePage(scale);
    });
  };
  window.addEventListener("beforeprint", fitPaper);

  // A legend to which a wider page gives fewer lines stays where it stood, and then lies on its
  // plot: Plotly places it before it has the new margins, and only once. Charts follow the page in
  // a while of their own.
  const SOON_MS = [300, 1000, 3000];
  const isOff = (chart) => {
    const legend = chart.querySelector(".legend");
    if (!legend) return false;
    const { legend: asked, _size: size } = chart._fullLayout;
    const top = Math.max(0, size.t + size.h * (1 - asked.y) - asked._effHeight);
    return Math.abs(legend.transform.baseVal.consolidate().matrix.f - top) > 1;
  };
  const placeLegends = () => {
    const charts = [...document.querySelectorAll(".js-plotly-plot")];
    for (const chart of charts.filter(isOff)) window.Plotly.redraw(chart);
  };
  let soon = [];
  const placeLegendsSoon = () => {
    soon.forEach(clearTimeout);
    soon = SOON_MS.map((wait) => setTimeout(placeLegends, wait));
  };

  const sizes = new ResizeObserver(placeLegendsSoon);
  const watched = document.querySelector('[data-testid="stMain"]');
  if (watched) sizes.observe(watched);

  // Turning to what was found (turning.py), Streamlit first puts its parameters into the address of
  // the page left, then turns the page. Only both together are a step that the reader goes back by.
  // Who goes back and forth faster than pages follow is there already when it turns the page.
  const pushState = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const { href, pathname, searchParams } = new URL(address ?? location.href, location.href);
    const isOfFound = ["q", "kind", "id"].some((name) => searchParams.has(name));
    const isHalf = isOfFound && !pathname.endsWith("/record");
    const isThere = isOfFound && href === location.href;
    if (!isHalf && !isThere) pushState(state, title, address);
  };

  window.pageAids = { openUnlessSeen };
})();
