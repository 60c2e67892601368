// One listener for all links to the page of one thing: they are plain HTML, as lists have many.
// A link that is to open elsewhere, in a new window say, is left to the browser.

const NARROW_PX = 768; // where Streamlit lays the sidebar over the page
let shown; // what the page is about

// Who has found something on a telephone would see the sidebar, not what was found.
function uncover() {
  const sidebar = document.querySelector('[data-testid="stSidebar"]');
  if (window.innerWidth > NARROW_PX || !sidebar || sidebar.getBoundingClientRect().right <= 0) return;
  sidebar.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

export default function ({ data, setTriggerValue }) {
  if (shown !== data.shown) uncover();
  shown = data.shown;
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
