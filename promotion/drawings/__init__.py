"""Chart descriptions and rows → traces and layout as plain data; charts.py makes figures."""
