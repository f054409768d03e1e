import { shortNumber, tick, utc } from './format.js';

/** Chart.js, by the page's script element: its own module asks for a package by name, which takes a build step. */
const { Chart } = globalThis;

const AXIS_WIDTH = 48;

/** Two plots over one time line: what stood, and below what came and went. */
export class Plots {
  #canvases;
  #hover;
  #charts = [];
  #timeline = null;

  /** `hover` hears of the index of the point under the pointer; null is none. */
  constructor(place, hover) {
    this.#canvases = place.querySelectorAll('canvas');
    this.#hover = hover;
    place.addEventListener('pointerleave', () => hover(null));
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
      this.#charts.push(this.#standing(above), this.#flow(below));
    }
  }

  #standing(canvas) {
    const color = colorOf(canvas, '--standing');
    const { points } = this.#timeline;
    const data = points.map((point) => point.favoritesCount);
    const bounds = aroundLine(data);
    return this.#chart(canvas, 'line', bounds, [{
      data,
      borderColor: color,
      borderWidth: 2,
      backgroundColor: colorOf(canvas, '--standing-fill'),
      fill: Boolean(bounds.beginAtZero),
      pointBackgroundColor: color,
      pointRadius: points.length <= 31 ? 2.5 : 0,
      pointHoverRadius: 5,
    }]);
  }

  #flow(canvas) {
    const { points } = this.#timeline;
    const bars = (data, color) => ({ data, backgroundColor: colorOf(canvas, color), maxBarThickness: 28, borderRadius: 2, stack: 'flow' });
    return this.#chart(canvas, 'bar', { beginAtZero: true, suggestedMax: 1 }, [
      bars(points.map((point) => point.added), '--saved'),
      bars(points.map((point) => -point.removed), '--taken-back'),
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

  /** Both plots show the same point. */
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

/** A line that hardly moves leaves zero away, so that it is seen to move; an area would then tell a wrong share. */
function aroundLine(values) {
  return Math.min(...values) > Math.max(...values) / 2 ? { grace: '15%' } : { beginAtZero: true, suggestedMax: 1 };
}

function textOf(canvas) {
  return { color: colorOf(canvas, '--quiet'), font: { family: getComputedStyle(canvas).fontFamily, size: 12 } };
}

function colorOf(canvas, name) {
  return getComputedStyle(canvas).getPropertyValue(name).trim();
}
