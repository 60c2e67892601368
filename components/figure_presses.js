// One listener for the buttons under all figures: they are plain HTML, as a page has many. It
// listens from the first moment of a page. What is pressed waits until figure_actions.js is there
// and the page's script is not running: before that, the server may not know the figures yet.
// No "less than" sign before a letter, as in page_aids.js.
(() => {
  if (window.figurePresses) return;

  // Every figure put into the briefing or taken out since the page was loaded, in order: sent as a
  // whole, so that none is lost when the reader turns to another page.
  const turned = [];
  const waiting = {};
  const presses = { send: null };

  const isIdle = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app?.dataset.testScriptState === "notRunning";
  };
  const sendWaiting = () => {
    if (!presses.send || !isIdle()) return;
    for (const [name, value] of Object.entries(waiting)) {
      delete waiting[name];
      presses.send(name, value);
    }
  };
  presses.sendWaiting = sendWaiting;

  const turnInBriefing = (pressed) => {
    turned.push(pressed.dataset.figure);
    const isIn = pressed.getAttribute("aria-pressed") !== "true";
    // Both figures of a pair have a button for it.
    const of = `[data-figure="${CSS.escape(pressed.dataset.figure)}"]`;
    for (const each of document.querySelectorAll(`[data-figure-action="briefing"]${of}`)) {
      each.setAttribute("aria-pressed", String(isIn));
      each.textContent = isIn ? each.dataset.in : each.dataset.out;
    }
    waiting.turned = [...turned];
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-figure-action]");
    if (!button) return;
    if (button.dataset.figureAction === "files") waiting.opened = button.dataset.figure;
    else turnInBriefing(button);
    sendWaiting();
  });
  new MutationObserver(sendWaiting).observe(document.body, {
    attributeFilter: ["data-test-script-state"],
    subtree: true,
  });

  window.figurePresses = presses;
})();
