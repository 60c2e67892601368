// Kaleido's page draws with Plotly.toImage; here it draws as the buttons on a page do.
{
  const toImage = Plotly.toImage;
  Plotly.toImage = (figure, options) => sheetImage(Plotly, toImage, figure, options);
}
