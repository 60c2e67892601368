// What the meeting screen needs of the browser: its size, the full screen, and the Escape key.

export default function ({ data, setTriggerValue }) {
  const root = document.documentElement;
  const fit = () => {
    const scale = Math.min(window.innerWidth / data.width, window.innerHeight / data.height);
    root.style.setProperty("--screen-scale", String(scale));
  };
  const leave = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    setTriggerValue("left", true);
  };
  const actions = {
    full: () =>
      document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen(),
    turn: () => setTriggerValue("turned", true),
    leave,
  };
  const pressed = (event) => {
    const button = event.target.closest?.("button[data-screen-action]");
    if (button) actions[button.dataset.screenAction]();
  };
  // Of a full screen the browser takes the first Escape for itself.
  const typed = (event) => {
    if (event.key === "Escape" && !document.fullscreenElement) leave();
  };
  fit();
  window.addEventListener("resize", fit);
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", typed);
  return () => {
    window.removeEventListener("resize", fit);
    document.removeEventListener("click", pressed);
    document.removeEventListener("keydown", typed);
    root.style.removeProperty("--screen-scale");
  };
}
