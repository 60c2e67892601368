// One listener for the buttons under all figures: they are plain HTML, as a page has many.

// Every figure put into the briefing or taken out since the page was loaded, in order. Kept as
// state and not sent one by one: a press is not lost when the reader turns to another page.
const turned = [];

export default function ({ data, setStateValue, setTriggerValue }) {
  const pressed = (event) => {
    const button = event.target.closest?.("button[data-figure-action]");
    if (!button) return;
    const { figure, figureAction } = button.dataset;
    if (figureAction === "files") {
      setTriggerValue("opened", figure);
      return;
    }
    const isIn = button.getAttribute("aria-pressed") !== "true";
    // Both figures of a pair have a button for it.
    const same = `button[data-figure-action="briefing"][data-figure="${CSS.escape(figure)}"]`;
    for (const each of document.querySelectorAll(same)) {
      each.setAttribute("aria-pressed", String(isIn));
      each.textContent = isIn ? data.inBriefing : data.toBriefing;
    }
    turned.push(figure);
    setStateValue("turned", [...turned]);
  };
  document.addEventListener("click", pressed);
  return () => document.removeEventListener("click", pressed);
}
