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

// What Plotly's own toImage gives for the figure; `options` are those of toImage.
async function sheetImage(plotly, toImage, { data, layout, config }, options) {
  const { width, height } = options;
  const { annotations = [], ...rest } = layout;
  const sheet = document.createElement("div");
  sheet.style.cssText = "position: absolute; left: -99999px;";
  document.body.append(sheet);
  try {
    await plotly.newPlot(sheet, data, { ...rest, width, height }, { ...config, staticPlot: true });
    const size = sheet._fullLayout._size;
    const everyNote = annotations.map((note) => placed(note, size, width, height));
    await plotly.relayout(sheet, { annotations: everyNote });
    return await toImage(sheet, options);
  } finally {
    plotly.purge(sheet);
    sheet.remove();
  }
}
