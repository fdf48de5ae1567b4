// What a page does: a figure opens beside the text with all it was computed from, and the search finds figures and paragraphs.
"use strict";
(() => {
  const words = document.body.dataset;
  const panel = document.getElementById("panel");
  const entries = new Map([...document.querySelectorAll("article.entry")].map((entry) => [entry.dataset.figure, entry]));
  let cameFrom = null;
  let opened = "";

  // ---- a figure and what it was computed from -------------------------------------------------------------

  function copyOf(key, above) {
    const copy = entries.get(key).cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("tabindex");
    for (const item of copy.querySelectorAll("ul.inputs > li")) {
      const link = item.querySelector("a.input");
      const input = link.dataset.figure;
      if (!entries.has(input) || above.includes(input)) continue;
      const holder = document.createElement("details");
      holder.className = "input";
      const summary = document.createElement("summary");
      link.replaceWith(document.createTextNode(link.textContent));
      summary.append(...item.childNodes);
      holder.append(summary);
      holder.addEventListener("toggle", () => {
        if (holder.open && holder.children.length === 1) holder.append(copyOf(input, [...above, key]));
      });
      item.append(holder);
      if (above.length === 0) holder.open = true;
    }
    return copy;
  }

  function open(key, from) {
    close(false);
    cameFrom = from;
    opened = key;
    for (const one of document.querySelectorAll(`a.figure[data-figure="${key}"]`)) one.classList.add("open");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.close;
    button.addEventListener("click", () => close(true));
    const copy = copyOf(key, []);
    const places = copy.querySelector("details.places");
    if (places) places.open = true;
    panel.replaceChildren(button, copy);
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("opened");
    panel.focus({ preventScroll: true });
  }

  function close(back) {
    for (const one of document.querySelectorAll("a.figure.open")) one.classList.remove("open");
    panel.hidden = true;
    panel.replaceChildren();
    document.body.classList.remove("opened");
    opened = "";
    if (back && cameFrom) cameFrom.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-figure]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!entries.has(link.dataset.figure)) return;
    event.preventDefault();
    open(link.dataset.figure, link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened) close(true);
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  for (const [key, entry] of entries) {
    const number = entry.querySelector(".number-of").textContent;
    for (const one of document.querySelectorAll(`article.document a.figure[data-figure="${key}"]`)) one.dataset.number = number;
  }

  // ---- search --------------------------------------------------------------------------------------------

  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const results = document.getElementById("results");
  const MOST = 60;

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[−–]/g, "-").replace(/(\d),(?=\d{3})/g, "$1").replace(/\s+/g, " ").trim();
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  const figures = [...entries.values()].map((entry) => ({
    key: entry.dataset.figure,
    written: entry.dataset.written.split("\n").map(plain),
    label: entry.dataset.label,
    display: entry.querySelector(".display").textContent,
    all: plain(entry.textContent),
    named: plain(entry.dataset.label + " " + entry.querySelector(".id").textContent),
  }));
  const saidIn = (block) => (block.cells ? [...block.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(" · ") : block.textContent.trim());
  const blocks = [...document.querySelectorAll("article.document p, article.document h4, article.document h5, article.document h6, article.document tr")]
    .map((block) => ({ block, said: saidIn(block) })).map(({ block, said }) => ({ block, said, all: plain(said) }));

  // A number is found as a whole number: "46.0" in "46.0%", not in "146.0".
  function finder(asked) {
    const parts = plain(asked).split(" ").filter(Boolean).map((part) => {
      const number = /^[-+]?\d[\d.]*/.test(part);
      const finds = number ? new RegExp(`(?<![\\d.])${escaped(part)}(?!\\d|\\.\\d)`) : null;
      return (text) => (finds ? finds.test(text) : text.includes(part));
    });
    return (text) => parts.every((part) => part(text));
  }

  function rank(figure, fits) {
    if (figure.written.some(fits)) return 0;
    if (fits(figure.named)) return 1;
    return fits(figure.all) ? 2 : 3;
  }

  function line(link, after) {
    const item = document.createElement("li");
    item.append(link, after);
    return item;
  }

  function look() {
    results.replaceChildren();
    count.textContent = "";
    const asked = search.value.trim();
    if (!asked) return;
    const fits = finder(asked);
    const ranked = figures.map((figure) => [rank(figure, fits), figure]).filter(([at]) => at < 3).sort((a, b) => a[0] - b[0]);
    const found = blocks.filter(({ all }) => fits(all));
    if (!ranked.length && !found.length) {
      count.textContent = words.noneFound;
      return;
    }
    count.textContent = words.found.replace("%f", ranked.length).replace("%p", found.length);
    for (const [, figure] of ranked.slice(0, MOST)) {
      const link = document.createElement("a");
      link.href = `#figure-${figure.key}`;
      link.dataset.figure = figure.key;
      const bold = document.createElement("b");
      bold.textContent = figure.display;
      link.append(bold, figure.label);
      results.append(line(link, ""));
    }
    for (const { block, said } of found.slice(0, MOST)) {
      const target = block.id ? block : block.querySelector("[id]") || block.closest("[id]");
      const link = document.createElement("a");
      link.href = `#${target.id}`;
      link.textContent = said.length > 140 ? `${said.slice(0, 140)}…` : said;
      results.append(line(link, ""));
    }
    const more = Math.max(0, ranked.length - MOST) + Math.max(0, found.length - MOST);
    if (more) results.append(line(document.createTextNode(words.moreFound.replace("%n", more)), ""));
  }

  search.addEventListener("input", look);
  search.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = results.querySelector("a");
    if (first) first.focus();
  });

  // An address that names a figure opens it.
  const asked = decodeURIComponent(location.hash).replace(/^#figure-/, "");
  if (entries.has(asked)) open(asked, null);
})();
