// Two buttons that turn the chart on the page into a PNG or SVG made for a slide.
// Streamlit's chart bundle leaves Plotly on window; the picture is drawn from a copy of the
// chart's figure, so the chart itself is never touched and needs no mode bar. sheetImage comes
// from promotion/picture_sheet.js, which picture_buttons.py puts before this.

const ADDED_TO = ["annotations", "shapes", "images"];

function isPlain(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// The chart's own annotations, shapes and images (direct labels, targets) stay beside those of
// the patch; a template replaces the page's, which may be the dark one; null removes a setting.
function patched(layout, patch) {
  const result = { ...layout };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else if (ADDED_TO.includes(name)) result[name] = [...(result[name] ?? []), ...value];
    else if (name !== "template" && isPlain(value))
      result[name] = patched(isPlain(result[name]) ? result[name] : {}, value);
    else result[name] = value;
  }
  return result;
}

// A zoomed axis would show part of what the picture's title claims: back to the whole, as
// Plotly's own "reset axes" goes. Plotly notes an axis's first range where it was not automatic,
// and takes the direction of an automatic one from the range it finds: a funnel's runs down.
function unzoomed(layout, drawn) {
  for (const [name, axis] of Object.entries(drawn)) {
    if (!/^[xy]axis\d*$/.test(name)) continue;
    const range = [axis._rangeInitial0 ?? null, axis._rangeInitial1 ?? null];
    const wasAutomatic = range[0] === null && range[1] === null;
    layout[name] = { ...layout[name], autorange: wasAutomatic || axis._autorangeInitial };
    if (!wasAutomatic) layout[name].range = range;
  }
  return layout;
}

function chartOnPage(key) {
  // Streamlit writes a key as this class; the newest is the last where one is being replaced.
  const className = "st-key-" + key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-");
  const charts = document.querySelectorAll(`.${CSS.escape(className)} .js-plotly-plot`);
  const chart = charts[charts.length - 1];
  return chart?._fullLayout && window.Plotly ? chart : null;
}

function pictureFigure(chart, patch) {
  const data = structuredClone(chart.data).map((trace) => ({ ...trace, selectedpoints: null }));
  const own = structuredClone(chart.layout);
  for (const name of ["width", "height", "autosize", "selections"]) delete own[name];
  const white = { paper_bgcolor: "white", plot_bgcolor: "white" };
  const layout = patched({ ...unzoomed(own, chart._fullLayout), ...white }, patch);
  return { data, layout };
}

function pictureUrl(chart, data, format) {
  const { width, height } = data;
  const scale = format === "png" ? data.png_scale : 1;
  const options = { format, width, height, scale };
  const { Plotly } = window;
  return sheetImage(Plotly, Plotly.toImage, pictureFigure(chart, data.layout), options);
}

async function picture(chart, data, format) {
  const url = await pictureUrl(chart, data, format);
  // A canvas the browser cannot make gives an empty "data:," instead of an error.
  const start = format === "png" ? "data:image/png;base64," : "data:image/svg+xml,";
  if (!url.startsWith(start)) throw new Error(`no ${format} but ${url.slice(0, 30)}`);
  const body = url.slice(start.length);
  return format === "png"
    ? new Blob([Uint8Array.from(atob(body), (c) => c.charCodeAt(0))], { type: "image/png" })
    : new Blob([decodeURIComponent(body)], { type: "image/svg+xml;charset=utf-8" });
}

function save(blob, fileName) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Presses that wait for the server to note them, by number: each is drawn once.
const waiting = new Map();

async function draw(button, message, data) {
  const { format } = button.dataset;
  try {
    const chart = chartOnPage(data.chart_key);
    if (!chart) message.textContent = data.labels.missing;
    else save(await picture(chart, data, format), `${data.file_stem}.${format}`);
  } catch (error) {
    console.error(error);
    message.textContent = data.labels.failed;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const message = parentElement.querySelector("[role=alert]");
  parentElement.querySelector("[role=group]").setAttribute("aria-label", data.labels.group);
  for (const button of parentElement.querySelectorAll("button")) {
    const format = button.dataset.format;
    button.textContent = data.labels[format];
    button.onclick = () => {
      message.textContent = "";
      if (!chartOnPage(data.chart_key)) {
        message.textContent = data.labels.missing;
        return;
      }
      button.setAttribute("aria-busy", "true");
      const press = crypto.getRandomValues(new Uint32Array(4)).join("-");
      waiting.set(press, format);
      setTriggerValue("pressed", { format, press });
    };
    if (waiting.has(data.granted) && waiting.get(data.granted) === format) {
      waiting.delete(data.granted);
      draw(button, message, data);
    }
  }
}
