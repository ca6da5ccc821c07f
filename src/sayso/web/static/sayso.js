// The article's cards and text light up together, j and k go from statement to statement, and plots are drawn. Without
// this script everything is there all the same: links go both ways, and each plot has its table.
"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const runs = [...document.querySelectorAll(".m[data-s]")];

  function light(number, scroll) {
    for (const run of runs) run.classList.toggle("on", run.dataset.s.split(" ").includes(number));
    for (const card of cards) card.classList.toggle("on", card.dataset.s === number);
    const card = cards.find((one) => one.dataset.s === number);
    if (card && scroll && getComputedStyle(card.parentElement).position === "sticky") card.scrollIntoView({ block: "nearest" });
  }
  const innermost = (run) => run.dataset.s.split(" ").pop();
  for (const run of runs) {
    run.addEventListener("mouseenter", () => light(innermost(run), true));
    run.addEventListener("click", () => light(innermost(run), true));
  }
  for (const link of document.querySelectorAll(".prose a.number")) {
    link.addEventListener("focus", () => light(link.textContent, true));
  }
  for (const card of cards) {
    card.addEventListener("mouseenter", () => light(card.dataset.s, false));
    card.addEventListener("focusin", () => light(card.dataset.s, false));
  }
  document.addEventListener("keydown", (event) => {
    if (!cards.length || event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const at = cards.findIndex((card) => card.classList.contains("on"));
    const card = cards[Math.min(Math.max(at + step, 0), cards.length - 1)];
    light(card.dataset.s, false);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    const mark = document.getElementById(`t${card.dataset.s}`);
    if (mark) mark.scrollIntoView({ block: "center" });
  });
  document.getElementById("here")?.closest(".card")?.dataset.s && light(document.getElementById("here").closest(".card").dataset.s, false);

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const second = (day) => Date.UTC(+day.slice(0, 4), (+day.slice(5, 7) || 1) - 1, +day.slice(8, 10) || 1) / 1000;
  const axis = () => ({ stroke: colour("--dim"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } });

  const DAY = 86400;
  const STEPS = [1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826];
  const iso = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

  function data(figure) {
    const rows = JSON.parse(figure.dataset.rows);
    if (figure.dataset.kind === "months") {
      return { names: ["statements"], x: rows.map((row) => second(row.month)), series: [rows.map((row) => row.statements)], bars: true };
    }
    const sorted = rows.filter((row) => row[0] && row[2] !== null).sort((a, b) => second(a[0]) - second(b[0]));
    const names = [...new Set(sorted.map((row) => row[1]))];
    return { names, x: sorted.map((row) => second(row[0])), series: names.map((name) => sorted.map((row) => (row[1] === name ? row[2] : null))), bars: false };
  }
  for (const figure of document.querySelectorAll(".plot")) {
    const { names, x, series, bars } = data(figure);
    if (!x.length || !window.uPlot) continue;
    const draw = names.map((name, n) => ({
      label: name, stroke: colour(`--c${n % 7}`), fill: bars ? colour("--content") : undefined, width: bars ? 1 : 0,
      paths: bars ? uPlot.paths.bars({ size: [0.8, 40] }) : () => null, points: { show: !bars, size: 8, fill: colour(`--c${n % 7}`) },
    }));
    new uPlot({
      width: Math.min(figure.clientWidth || 600, 900), height: bars ? 160 : 260, legend: { show: !bars && names.length < 9, live: false }, cursor: { drag: { x: false, y: false } },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { x: { time: true, range: (plot, from, to) => [from - DAY * 2 - (to - from) / 30, to + DAY * 2 + (to - from) / 30] } },
      axes: [{ ...axis(), incrs: STEPS.map((days) => days * DAY), space: 90, values: (plot, ticks) => ticks.map(iso) }, { ...axis(), size: 60, values: (plot, ticks) => ticks.map((tick) => short.format(tick)) }], series: [{}, ...draw],
    }, [x, ...series], figure);
  }
})();
