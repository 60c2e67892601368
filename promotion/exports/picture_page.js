// Kaleido's page draws with Plotly.toImage; here it draws as the buttons on a page do, and the
// same figure gives the same bytes: Plotly names parts of an SVG by chance, so the chance is
// drawn from the figure; and it leaves an empty style on the whole, before or after its size, as
// it happens.

// Park and Miller's generator, from a sum (FNV-1a) of the text.
function chanceOf(text) {
  let state = 0x811c9dc5;
  for (const character of text)
    state = Math.imul(state ^ character.codePointAt(0), 0x01000193) >>> 0;
  state = (state % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

{
  const toImage = Plotly.toImage;
  Plotly.toImage = async (figure, options) => {
    Math.random = chanceOf(JSON.stringify([figure.data, figure.layout]));
    const picture = await sheetImage(Plotly, toImage, figure, options);
    return options.format === "svg" ? picture.replace(/^(<svg[^>]*) style=""/, "$1") : picture;
  };
}
