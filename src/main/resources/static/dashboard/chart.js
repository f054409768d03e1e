import { shortNumber, tick, utc } from './format.js';

/** Chart.js from the script element of the page. Its ES module imports a package by name, which needs a build step. */
const { Chart } = globalThis;

const AXIS_WIDTH = 48;

/** Two charts with a common time axis: favorites, and below them added and removed favorites. */
export class Plots {
  #canvases;
  #hover;
  #charts = [];
  #timeline = null;

  /** `hover` is called with the index of the point under the pointer, or null. */
  constructor(container, hover) {
  this.#canvases = container.querySelectorAll('canvas');
  this.#hover = hover;
  container.addEventListener('pointerleave', () => hover(null));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw());
  }

  show(timeline) {
    this.#timeline = timeline;
    this.#draw();
  }

  clear() {
    this.#timeline = null;
    this.#draw();
  }

  #draw() {
    this.#charts.splice(0).forEach((chart) => chart.destroy());
    if (this.#timeline) {
      const [above, below] = this.#canvases;
      this.#charts.push(this.#favorites(above), this.#changes(below));
    }
  }

  #favorites(canvas) {
  const color = colorOf(canvas, '--favorites');
    const { points } = this.#timeline;
    const data = points.map((point) => point.favoritesCount);
    const bounds = aroundLine(data);
    return this.#chart(canvas, 'line', bounds, [{
      data,
      borderColor: color,
      borderWidth: 2,
      backgroundColor: colorOf(canvas, '--favorites-fill'),
      fill: Boolean(bounds.beginAtZero),
      pointBackgroundColor: color,
      pointRadius: points.length <= 31 ? 2.5 : 0,
      pointHoverRadius: 5,
    }]);
  }

  #changes(canvas) {
    const { points } = this.#timeline;
    const bars = (data, color) => ({ data, backgroundColor: colorOf(canvas, color), maxBarThickness: 28, borderRadius: 2, stack: 'changes' });
    return this.#chart(canvas, 'bar', { beginAtZero: true, suggestedMax: 1 }, [
      bars(points.map((point) => point.added), '--added'),
      bars(points.map((point) => -point.removed), '--removed'),
    ]);
  }

  #chart(canvas, type, bounds, datasets) {
    const { points, interval } = this.#timeline;
    return new Chart(canvas, {
      type,
      data: { labels: points.map((point) => tick(utc(point.date), interval)), datasets },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        onHover: (event, [element]) => this.#point(element?.index ?? null),
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
        scales: { x: timeAxis(canvas), y: { ...valueAxis(canvas), ...bounds } },
      },
    });
  }

  /** Highlights the same point in both charts. */
  #point(index) {
    for (const chart of this.#charts) {
      chart.setActiveElements(index === null ? [] : chart.data.datasets.map((data, datasetIndex) => ({ datasetIndex, index })));
      chart.render();
    }
    this.#hover(index);
  }
}

function timeAxis(canvas) {
  return {
    offset: true,
    border: { color: colorOf(canvas, '--line') },
    grid: { display: false },
    ticks: { ...textOf(canvas), maxRotation: 0, autoSkipPadding: 24 },
  };
}

function valueAxis(canvas) {
  return {
    border: { display: false },
    grid: { color: colorOf(canvas, '--line') },
    ticks: { ...textOf(canvas), precision: 0, maxTicksLimit: 5, callback: (value) => shortNumber(Math.abs(value)) },
    afterFit: (axis) => {
      axis.width = AXIS_WIDTH;
    },
  };
}

/** The axis of an almost constant line does not start at zero, so that changes are visible. Such a line has no fill. */
function aroundLine(values) {
  return Math.min(...values) > Math.max(...values) / 2 ? { grace: '15%' } : { beginAtZero: true, suggestedMax: 1 };
}

function textOf(canvas) {
  return { color: colorOf(canvas, '--quiet'), font: { family: getComputedStyle(canvas).fontFamily, size: 12 } };
}

function colorOf(canvas, name) {
  return getComputedStyle(canvas).getPropertyValue(name).trim();
}
