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

  window.pageAids = { openUnlessSeen, isOff };
})();
