// One listener for all links to the page of one thing: they are plain HTML, as lists have many.
// A link that is to open elsewhere, in a new window say, is left to the browser.

export default function ({ setTriggerValue }) {
  const pressed = (event) => {
    const link = event.target.closest?.("a[data-record-id]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    setTriggerValue("opened", { kind: link.dataset.recordKind, id: link.dataset.recordId });
  };
  document.addEventListener("click", pressed);
  return () => document.removeEventListener("click", pressed);
}
