// A picture drawn on a sheet of its own beside the page: by the buttons on a page, and by the
// browser that makes many pictures on the server, so that both come out alike.

// Plotly places only titles by the whole picture; annotations may ask for it here, as margins
// that grow with long labels would carry a footer placed by the plot area out of the picture.
function placed(annotation, size, width, height) {
  const place = { ...annotation };
  if (place.xref === "container")
    Object.assign(place, { xref: "paper", x: (place.x * width - size.l) / size.w });
  if (place.yref === "container")
    Object.assign(place, { yref: "paper", y: (place.y * height - size.b) / size.h });
  return place;
}

// A picture of fixed height makes many bars thin: they then take more of it, and what stands beside
// them is no higher than they are.
const NARROW_GAP = 0.12;

async function fitLabels(plotly, sheet) {
  const { _size: size, bargap, barmode } = sheet._fullLayout;
  const bars = sheet._fullData.filter(
    ({ type, orientation, textposition }) =>
      type === "bar" && orientation === "h" && textposition === "outside",
  );
  if (bars.length === 0) return;
  const rows = Math.max(...bars.map(({ y }) => y.length));
  const room = size.h / rows / (barmode === "group" ? bars.length : 1);
  const high = bars.filter(({ textfont }) => textfont.size > room * (1 - bargap));
  if (high.length === 0) return;
  await plotly.update(
    sheet,
    { "textfont.size": Math.floor(room * (1 - NARROW_GAP)) },
    { bargap: NARROW_GAP, "uniformtext.mode": false },
    high.map(({ index }) => index),
  );
}

// What Plotly's own toImage gives for the figure; `options` are those of toImage.
async function sheetImage(plotly, toImage, { data, layout, config }, options) {
  const { width, height } = options;
  const { annotations = [], ...rest } = layout;
  const sheet = document.createElement("div");
  sheet.style.cssText = "position: absolute; left: -99999px;";
  document.body.append(sheet);
  try {
    await plotly.newPlot(sheet, data, { ...rest, width, height }, { ...config, staticPlot: true });
    await fitLabels(plotly, sheet);
    const size = sheet._fullLayout._size;
    const everyNote = annotations.map((note) => placed(note, size, width, height));
    await plotly.relayout(sheet, { annotations: everyNote });
    return await toImage(sheet, options);
  } finally {
    plotly.purge(sheet);
    sheet.remove();
  }
}
